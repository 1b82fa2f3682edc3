// Each mistake in a configuration names its place, what was expected and what was found.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '#app/config/config.ts';
import { ConfigError } from '#app/config/config-error.ts';
import { configText, FILE } from './config-text.ts';

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
    'from 2010-01-01 to 2027-12-31',
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
