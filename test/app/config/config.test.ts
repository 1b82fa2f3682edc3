// The configuration: each mistake names its place, what was expected and what was found; defaults are careful; nothing
// that could move real money is taken for a mock domain.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { loadConfig, loadDataPaths, parseConfig, prepareDataFolder } from '#app/config/config.ts';
import { toEngineSettings } from '#app/config/config-engine.ts';
import { ConfigError } from '#app/config/config-error.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const FILE = 'shop/hwangso.yaml';

/** A valid configuration with `extra` lines in front; its strategies section is always the last. */
function configText(extra: string, strategy: Partial<Record<string, string>> = {}): string {
  const fields = {
    name: 'one',
    module: 'volatility-breakout',
    symbols: "['005930']",
    capital: '20000000',
    ...strategy,
  };
  const lines = Object.entries(fields).map(([key, value]) => `    ${key}: ${value}`);
  return `${extra}\nstrategies:\n  -\n${lines.join('\n')}\n`;
}

async function problemsOf(text: string): Promise<ConfigError> {
  const error = await parseConfig(text, FILE).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ConfigError);
  return error as ConfigError;
}

const MISTAKES: readonly (readonly [
  mistake: string,
  text: string,
  place: string,
  path: string,
  says: string,
])[] = [
  [
    'an unknown domain',
    configText('broker: { domain: moc }'),
    '1:19',
    'broker.domain',
    'expected one of mock, real, custom, found "moc"',
  ],
  ['a misspelt key', configText('recrod: true'), '1:1', 'recrod', 'did you mean record?'],
  [
    'a key in another style',
    configText('risk: { max_order_value: 1 }'),
    '1:9',
    'risk.max_order_value',
    'did you mean maxOrderValue?',
  ],
  [
    'a key like no other',
    configText('zzz: 1'),
    '1:1',
    'zzz',
    'known here: broker, account, data, strategies',
  ],
  [
    'text for a number',
    configText("risk: { maxOrderValue: 'much' }"),
    '1:24',
    'risk.maxOrderValue',
    'expected a number, found "much"',
  ],
  [
    'a fraction of a won',
    configText('risk: { maxOrderValue: 1.5 }'),
    '1:24',
    'risk.maxOrderValue',
    'expected a whole number, found 1.5',
  ],
  [
    'a negative limit',
    configText('risk: { maxExposure: -1 }'),
    '1:22',
    'risk.maxExposure',
    '1 or more, found -1',
  ],
  [
    'a collar of nothing',
    configText('risk: { priceCollarPercent: 0 }'),
    '1:29',
    'risk.priceCollarPercent',
    'greater than 0, found 0',
  ],
  ['yes for true', configText('record: yes'), '1:9', 'record', 'expected true or false, found "yes"'],
  [
    'a list for a section',
    configText('costs: [1]'),
    '1:8',
    'costs',
    'expected keys with values, found a list',
  ],
  [
    'a section without keys',
    configText('costs:'),
    '1:7',
    'costs',
    'expected keys with values, found nothing',
  ],
  [
    'a day that does not exist',
    configText("calendar: { closures: ['2026-02-30'] }"),
    '1:24',
    'calendar.closures[0]',
    'found "2026-02-30"',
  ],
  [
    'a day the calendar does not know',
    configText("calendar: { closures: ['2031-01-02'] }"),
    '1:24',
    'calendar.closures[0]',
    'from 2015-01-01 to 2027-12-31',
  ],
  [
    'a period that is none',
    configText('backtest: { period: 2m, from: 2025-09-01, to: 2025-09-02, cash: 1 }'),
    '1:21',
    'backtest.period',
    'expected one of 1m, 3m',
  ],
  [
    'an end before its beginning',
    configText('backtest: { period: 1m, from: 2025-09-02, to: 2025-09-01, cash: 1 }'),
    '1:47',
    'backtest.to',
    'a day on or after 2025-09-02, found "2025-09-01"',
  ],
  [
    'a market of other bars than minutes',
    configText('backtest: { period: 1d, from: 2025-09-01, to: 2025-09-02, cash: 1, fills: market }'),
    '1:21',
    'backtest.period',
    'expected 1m: with fills: market the market plays stored minutes, found "1d"',
  ],
  [
    'slippage where the book says what is paid',
    configText(
      'backtest: { period: 1m, from: 2025-09-01, to: 2025-09-02, cash: 1, fills: market, slippageTicks: 1 }',
    ),
    '1:98',
    'backtest.slippageTicks',
    'with fills: market the book says what an order pays',
  ],
  [
    'plain http to another machine',
    configText('broker: { domain: mock, restUrl: http://example.com }'),
    '1:34',
    'broker.restUrl',
    'plain http only on this machine',
  ],
  [
    'keys inside an address',
    configText('broker: { domain: mock, restUrl: https://me:secret@example.com }'),
    '1:34',
    'broker.restUrl',
    'expected an address',
  ],
  [
    'a custom domain without addresses',
    configText('broker: { domain: custom, restUrl: http://127.0.0.1:1 }'),
    '1:9',
    'broker.wsUrl',
    'domain custom has none of its own',
  ],
  [
    'real orders with mock notices',
    configText('broker: { domain: real, wsUrl: wss://mockapi.kiwoom.com:10000/api/dostk/websocket }'),
    '1:32',
    'broker.wsUrl',
    'not one real and one mock',
  ],
  [
    'a symbol without quotes',
    configText('', { symbols: '[005930]' }),
    '6:15',
    'strategies[0].symbols[0]',
    "write '005930'",
  ],
  [
    'a symbol that is none',
    configText('', { symbols: "['A005930']" }),
    '6:15',
    'strategies[0].symbols[0]',
    'a symbol of six characters',
  ],
  [
    'a symbol twice',
    configText('', { symbols: "['005930', '005930']" }),
    '6:14',
    'strategies[0].symbols',
    'each symbol once',
  ],
  ['no symbols', configText('', { symbols: '[]' }), '6:14', 'strategies[0].symbols', 'found an empty list'],
  [
    'no capital',
    configText('', { capital: '~' }),
    '7:14',
    'strategies[0].capital',
    'expected a number, found nothing',
  ],
  [
    'an order type with a price',
    configText('', { order: 'limit' }),
    '8:12',
    'strategies[0].order',
    'market, best-counter, best-own',
  ],
  [
    'a name with a space',
    configText('', { name: 'my strategy' }),
    '4:11',
    'strategies[0].name',
    'letters, digits',
  ],
  [
    'a strategy that does not ship',
    configText('', { module: 'breakout' }),
    '5:13',
    'strategies[0].module',
    'those that do: condition-follower, moving-average-cross, ranking-screen, volatility-breakout',
  ],
  [
    'a strategy file that is not there',
    configText('', { module: './mine.ts' }),
    '5:13',
    'strategies[0].module',
    'does not exist',
  ],
  [
    'a parameter out of range',
    configText('', { parameters: '{ k: 0 }' }),
    '8:22',
    'strategies[0].parameters.k',
    'expected a number greater than 0, found 0',
  ],
  [
    'a misspelt parameter',
    configText('', { parameters: "{ exitat: '15:00' }" }),
    '8:19',
    'strategies[0].parameters.exitat',
    'did you mean exitAt?',
  ],
  [
    'a parameter that breaks a pattern',
    configText('', { parameters: "{ exitAt: '3 pm' }" }),
    '8:27',
    'strategies[0].parameters.exitAt',
    'expected HH:MM, found "3 pm"',
  ],
  [
    'a size of two kinds',
    configText('', { parameters: '{ size: { won: 5, shares: 1 } }' }),
    '8:25',
    'strategies[0].parameters.size',
    'exactly one of the keys',
  ],
  [
    'a size of the wrong kind',
    configText('', { parameters: '{ size: { weight: 2 } }' }),
    '8:35',
    'strategies[0].parameters.size.weight',
    '1 or less',
  ],
  [
    'parameters that contradict each other',
    configText('', { module: 'moving-average-cross', parameters: '{ fast: 9, slow: 3 }' }),
    '8:25',
    'strategies[0].parameters.fast',
    'fast must be smaller than slow',
  ],
];

describe('a mistake in the configuration', () => {
  it.each(MISTAKES)('%s is named with its place', async (_mistake, text, place, path, says) => {
    const error = await problemsOf(text);

    expect(error.code).toBe('invalid');
    expect(error.problems).toHaveLength(1);
    expect(error.message).toContain(`${FILE}:${place}: ${path}: `);
    expect(error.message).toContain(says);
    expect(error.describe('ko')).toContain(`${FILE}:${place}: ${path}: `);
    expect(error.describe('ko')).not.toContain('expected ');
  });

  it('is told together with all the others, in the order of the file', async () => {
    const error = await problemsOf(
      configText('recrod: 1\nrisk: { maxExposure: x }', { parameters: '{ k: -1 }' }),
    );

    expect(error.problems.map(({ path }) => path)).toEqual([
      'recrod',
      'risk.maxExposure',
      'strategies[0].parameters.k',
    ]);
  });

  it('is two strategies of one name', async () => {
    const entry = "{ name: a, module: volatility-breakout, symbols: ['005930'], capital: 1 }";
    const error = await problemsOf(`strategies:\n  - ${entry}\n  - ${entry}\n`);

    expect(error.message).toContain(
      `${FILE}:3:13: strategies[1].name: expected a name that no other strategy has`,
    );
  });

  it.each([
    ['broken YAML', 'a: [1,\nb: 2\n', `${FILE}:2:1`],
    ['a key twice', 'record: true\nrecord: false\n', `${FILE}:2:1`],
    ['a name for nothing', 'record: *on\n', `${FILE}:1:9: expected YAML, found Unresolved alias`],
    ['an empty file', '', `${FILE}:1:1: expected keys with values, found nothing`],
  ])('is %s', async (_what, text, says) => {
    expect((await problemsOf(text)).message).toContain(says);
  });

  it('is any text whatever, and never an exception of another kind', async () => {
    const pieces = fc.constantFrom(
      'broker',
      'strategies',
      ': ',
      '- ',
      '\n',
      '  ',
      '{',
      '}',
      '[',
      ']',
      '1',
      "'x'",
      '&a',
      '*a',
      '!!map',
      '%',
      '#',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 30 }), async (parts) => {
        await expect(parseConfig(parts.join(''), FILE)).rejects.toBeInstanceOf(ConfigError);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a configuration with nothing but strategies', () => {
  it('gets careful defaults', async () => {
    const config = await parseConfig(configText(''), FILE);

    expect(config.broker).toMatchObject({
      domain: 'mock',
      isRealMoney: false,
      realMoneyConfirmed: false,
      clock: 'wall',
    });
    expect(config.broker.rate).toEqual({ perTr: 1, perTrBurst: 2, global: 1 });
    expect(config.broker.realtime).toEqual({ maxCodes: 95, maxConditions: 10 });
    expect(config.costs).toEqual({ commissionPpm: 3_500, sellTax: null });
    expect(config.limits).toEqual({
      maxOrderValue: 20_000_000,
      maxPositionValue: 20_000_000,
      maxExposure: 20_000_000,
      maxOrdersPerSecond: 5,
      maxOrdersPerDay: 500,
      priceCollarPpm: 30_000,
      staleAfterMs: 60_000,
      dailyLossLimit: 1_000_000,
      refuseWarned: true,
      orderableValidMs: 5_000,
    });
    expect(config.patience).toEqual({ cashTolerance: 0, lookupPatienceMs: 45_000, noticePatienceMs: 3_000 });
    expect(config.strategies[0]).toMatchObject({
      name: 'one',
      pricing: { type: 'market' },
      parameters: { k: 0.5, lastEntry: '14:30', exitAt: '15:15', size: { weight: 1 } },
    });
    expect(config).toMatchObject({ account: 'main', record: true, backtest: null });
  });

  it('is frozen through and through', async () => {
    const config = await parseConfig(configText(''), FILE);

    expect(() => Object.assign(config.limits, { maxExposure: 1 })).toThrow(TypeError);
    expect(() => Object.assign(config.strategies[0]!.parameters as object, { k: 1 })).toThrow(TypeError);
  });

  it('keeps its data beside the file', async () => {
    const { data } = await parseConfig(configText('data: ../books'), '/home/kim/shop/hwangso.yaml');

    expect(data).toEqual({
      folder: '/home/kim/books',
      ledger: '/home/kim/books/ledger.sqlite',
      charts: '/home/kim/books/charts.sqlite',
      recordings: '/home/kim/books/recordings',
    });
  });
});

describe('what is written', () => {
  it('switches a limit off with null, and only that one', async () => {
    const { limits } = await parseConfig(
      configText('risk: { staleAfterSeconds: null, priceCollarPercent: null }'),
      FILE,
    );

    expect(limits).toMatchObject({ staleAfterMs: null, priceCollarPpm: null, maxOrderValue: 20_000_000 });
  });

  it('turns percent and seconds into whole units', async () => {
    const text =
      'risk: { priceCollarPercent: 0.07, staleAfterSeconds: 2.5 }\nreconcile: { noticePatienceSeconds: 0.3 }';
    const { limits, patience } = await parseConfig(configText(text), FILE);

    expect(limits).toMatchObject({ priceCollarPpm: 700, staleAfterMs: 2_500 });
    expect(patience.noticePatienceMs).toBe(300);
  });

  it('becomes engine settings, with the closures of the configuration in the calendar', async () => {
    const config = await parseConfig(
      configText("calendar: { closures: ['2026-10-02'] }", { order: 'best-own' }),
      FILE,
    );
    const settings = toEngineSettings(config);

    expect(settings.calendar.isTradingDay('2026-10-02')).toBe(false);
    expect(settings.calendar.isTradingDay('2026-10-01')).toBe(true);
    expect(settings).toMatchObject({ venue: 'KRX', lookupPatienceMs: 45_000, barDelayMs: 1_000 });
    expect(settings.strategies[0]!.pricing).toEqual({ type: 'best-own' });
  });
});

describe('real money', () => {
  it.each([
    ['the real domain', 'domain: real', true, 150, 5],
    ['the mock domain', 'domain: mock', false, 3_500, 1],
    [
      'a custom domain here',
      'domain: custom, restUrl: http://127.0.0.1:1, wsUrl: ws://localhost:1',
      false,
      150,
      5,
    ],
    [
      'mock with the real host',
      'domain: mock, restUrl: https://api.kiwoom.com, wsUrl: wss://api.kiwoom.com:10000',
      true,
      150,
      5,
    ],
    [
      'custom with one real host',
      "domain: custom, restUrl: https://api.kiwoom.com, wsUrl: 'ws://[::1]:1'",
      true,
      150,
      5,
    ],
    [
      'the real host in capitals, with a dot',
      "domain: custom, restUrl: 'https://API.Kiwoom.com.', wsUrl: 'ws://[::1]:1'",
      true,
      150,
      5,
    ],
    [
      'another host of Kiwoom',
      "domain: custom, restUrl: https://openapi.kiwoom.com, wsUrl: 'ws://[::1]:1'",
      true,
      150,
      5,
    ],
    [
      'a host that only looks like it',
      "domain: custom, restUrl: https://api.kiwoom.com.example, wsUrl: 'ws://[::1]:1'",
      false,
      150,
      5,
    ],
    ['the real domain behind a proxy', 'domain: real, restUrl: http://127.0.0.1:1', true, 150, 5],
  ])('moves on %s as it should', async (_what, broker, isRealMoney, commissionPpm, global) => {
    const config = await parseConfig(configText(`broker: { ${broker} }`), FILE);

    expect(config.broker.isRealMoney).toBe(isRealMoney);
    expect(config.costs.commissionPpm).toBe(commissionPpm);
    expect(config.broker.rate.global).toBe(global);
  });
});

describe('a configuration file', () => {
  const folder = temporaryFolder(afterAll);

  it('that is missing, or a folder, is one clear message', async () => {
    const missing = join(folder, 'none.yaml');
    await expect(loadConfig(missing)).rejects.toThrow(`there is no configuration file ${missing}`);
    await expect(loadConfig(folder)).rejects.toThrow(`${folder} is a folder, not a configuration file`);
  });

  it('gives away where its data is even when everything else in it is wrong', async () => {
    const file = join(folder, 'broken.yaml');
    writeFileSync(file, 'data: books\nbroker: { domain: nowhere }\nstrategies: none\n');

    await expect(loadConfig(file)).rejects.toBeInstanceOf(ConfigError);
    expect((await loadDataPaths(file)).ledger).toBe(join(folder, 'books', 'ledger.sqlite'));
  });

  it('whose data folder cannot be made says so', async () => {
    const file = join(folder, 'full.yaml');
    writeFileSync(file, 'data: full.yaml/inside\n');
    const paths = await loadDataPaths(file);

    await expect(prepareDataFolder(paths, file)).rejects.toMatchObject({ code: 'folder' });
  });

  it.each(['example', 'mock', 'backtest-daily', 'backtest-minute'])(
    'config/%s.yaml is fine',
    async (name) => {
      const config = await loadConfig(new URL(`../../../config/${name}.yaml`, import.meta.url).pathname);

      expect(config.strategies.length).toBeGreaterThan(0);
      expect(config.broker.isRealMoney).toBe(false);
    },
  );
});
