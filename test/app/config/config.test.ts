// The configuration: defaults are careful, what is written is kept to, and nothing that could move real money is taken for a
// mock domain.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadConfig, loadDataPaths, parseConfig, prepareDataFolder } from '#app/config/config.ts';
import { toEngineSettings } from '#app/config/config-engine.ts';
import { ConfigError } from '#app/config/config-error.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { configText, FILE } from './config-text.ts';

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
