// What the command makes of --symbols, --charts and --recording: listings, a market to be played, and a line that says so.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openChartStore } from '#adapters/charts/chart-store.ts';
import { kstMidnight, kstMoment } from '#domain/time.ts';
import { createExchange } from '#exchange/exchange.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { type MarketChoices, openMarket } from '../../../src/app/exchange/exchange-market.ts';

const DAY = '2026-11-23';
const CHOICES: MarketChoices = { seed: 7, date: DAY, symbols: null, charts: null, recording: null };

const folder = () => temporaryFolder();

const MINUTES = `ts,open,high,low,close,volume
2026-11-23T09:00:00+09:00,70100,70500,69900,70300,12000
2026-11-23T15:30:00+09:00,70400,70400,70400,70400,800
`;
const DAYS = `date,open,high,low,close,volume
2026-11-20,70000,70000,70000,70000,1000
2026-11-23,70100,70500,69900,70400,12800
`;

async function played(choices: Partial<MarketChoices>) {
  const { settings, note } = await openMarket({ ...CHOICES, ...choices });
  const exchange = createExchange({
    seed: 7,
    firstTradingDay: DAY,
    historyDays: 0,
    accounts: [],
    ...settings,
  });
  exchange.advanceTo(kstMoment(DAY, '210000'));
  return { exchange, note };
}

describe('symbols', () => {
  it('are the five default ones when nothing is asked for', async () => {
    expect(await openMarket(CHOICES)).toEqual({ settings: {}, note: null });
  });

  it('are designated as on the day the market began, whatever day it is', async () => {
    const symbols = { count: 200 };
    const first = await openMarket({ ...CHOICES, symbols });
    const later = await openMarket({ ...CHOICES, symbols, date: '2026-12-01', begunOn: DAY });
    expect(later.settings).toEqual(first.settings);
    expect(first.settings.listings!.some(({ designations }) => designations !== undefined)).toBe(true);
  });

  it('may be a number or codes', async () => {
    const many = await openMarket({ ...CHOICES, symbols: { count: 30 } });
    expect(many.settings.listings).toHaveLength(30);
    expect(many.note).toEqual({ ko: '종목 30개', en: '30 instruments' });
    const two = await openMarket({ ...CHOICES, symbols: { codes: ['069500', '005930'] } });
    expect(two.settings.listings!.map(({ instrument }) => instrument.symbol)).toEqual(['069500', '005930']);
  });

  it('must be listed', async () => {
    await expect(openMarket({ ...CHOICES, symbols: { codes: ['005930', 'XXXXXX'] } })).rejects.toMatchObject({
      ...{ code: 'unknown-symbols', message: 'not listed on this market: XXXXXX' },
    });
  });
});

describe('charts', () => {
  const csvFolder = (minutes = MINUTES) => {
    const path = folder();
    writeFileSync(join(path, '005930.csv'), minutes);
    return path;
  };

  it('are played from a folder of CSV files', async () => {
    const { exchange, note } = await played({ charts: csvFolder() });
    expect(exchange.market.instruments().map(({ name }) => name)).toEqual(['삼성전자']);
    expect(exchange.market.minuteBars('005930').map(({ close, volume }) => [close, volume])).toEqual([
      [70_300, 12_000],
      [70_400, 800],
    ]);
    expect(note!.en).toBe(
      'charts of instruments: 1, days from minutes: 1, days from daily bars: 0 · days whose base price is taken from the open: 1',
    );
  });

  it('of a file that cannot be read are refused with its name', async () => {
    const charts = csvFolder('a,b\n1,2\n');
    await expect(played({ charts })).rejects.toMatchObject({ code: 'market-data' });
    await expect(played({ charts })).rejects.toThrow(join(charts, '005930.csv'));
  });

  it('are played from a chart store, the day before being known', async () => {
    const path = join(folder(), 'charts.db');
    const store = openChartStore(path);
    const bar = { symbol: '005930', period: '1d', high: 70_500, low: 69_900, volume: 12_800 } as const;
    const [before, day] = ['2026-11-20', DAY].map((date) => kstMidnight(date));
    store.appendBars('005930', '1d', [
      { ...bar, start: before!, open: 70_000, close: 70_000 },
      { ...bar, start: day!, open: 70_100, close: 70_400 },
    ]);
    store.close();
    const { exchange } = await played({ charts: path });
    expect(exchange.market.dailyBars('005930').at(-1)).toMatchObject({
      ...bar,
      start: day,
      open: 70_100,
      close: 70_400,
    });
    expect(exchange.market.day('005930')!.reference.base).toBe(70_000);
  });

  it('have their wrong prices moved, and the line says how many', async () => {
    const { note } = await played({ charts: csvFolder(MINUTES.replace('70300,12000', '70333,12000')) });
    expect(note!.ko).toContain('호가단위로 옮긴 봉 1');
  });

  it.each<[what: string, choices: () => Partial<MarketChoices>, code: string]>([
    ['are not there', () => ({ charts: join(folder(), 'none') }), 'no-charts'],
    ['are empty', () => ({ charts: folder() }), 'no-charts'],
    ['end before the day', () => ({ charts: csvFolder(), date: '2026-12-01' }), 'no-charts'],
    ['come with a recording', () => ({ charts: folder(), recording: 'x' }), 'two-markets'],
    [
      'cannot have been traded',
      () => ({ charts: csvFolder(MINUTES.replace('15:30', '15:25')) }),
      'market-data',
    ],
  ])('that %s are refused', async (_what, choices, code) => {
    await expect(openMarket({ ...CHOICES, ...choices() })).rejects.toMatchObject({ code, retryable: false });
  });

  it('show a fund by its prices when nobody says that it is one', async () => {
    const path = folder();
    const rows = [36_405, 36_415, 36_395, 36_420].map(
      (price, minute) => `2026-11-23T09:0${minute}:00+09:00,${price},${price},${price},${price},10`,
    );
    writeFileSync(join(path, '123450.csv'), ['ts,open,high,low,close,volume', ...rows].join('\n'));
    const { exchange, note } = await played({ charts: path });
    expect(exchange.market.instruments()[0]).toMatchObject({ symbol: '123450', kind: 'etf' });
    expect(note!.en).not.toContain('moved');
    expect(exchange.market.minuteBars('123450').map(({ close }) => close)).toEqual([
      36_405, 36_415, 36_395, 36_420,
    ]);
  });

  it('may be given as daily bars alone', async () => {
    const path = folder();
    writeFileSync(join(path, '005930.csv'), DAYS);
    const { exchange } = await played({ charts: path });
    expect(exchange.market.dailyBars('005930').map(({ close, volume }) => [close, volume])).toEqual([
      [70_000, 1_000],
      [70_400, 12_800],
    ]);
  });
});

describe('a recording', () => {
  const trade = (hhmmss: string, price: number, quantity: number) => ({
    ...{
      type: 'trade',
      symbol: '005930',
      at: kstMoment(DAY, hhmmss),
      tradedAt: kstMoment(DAY, hhmmss),
      price,
      quantity,
    },
    ...{ aggressor: 'buy', dayVolume: null, bestAsk: null, bestBid: null, venue: 'KRX', hours: 'regular' },
  });

  const written = (lines: readonly object[]) => {
    const path = join(folder(), 'day.jsonl');
    writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    return path;
  };

  it('of hwangso run is played', async () => {
    const header = {
      format: 'hwangso.recording/1',
      startedAt: kstMoment(DAY, '083000'),
      ledger: { records: 0, hash: '' },
    };
    const events = [trade('100000', 70_100, 10), { type: 'timer', at: 1 }, trade('100105', 70_000, 7)];
    const { exchange, note } = await played({ recording: written([header, ...events]) });
    expect(exchange.market.minuteBars('005930').map(({ close, volume }) => [close, volume])).toEqual([
      [70_100, 10],
      [70_000, 7],
    ]);
    expect(note).toEqual({
      ko: '2026-11-23 기록, 1종목, 체결 2건',
      en: 'recording of 2026-11-23, 1 instruments, 2 trades',
    });
  });

  it('of Kiwoom frames is played', async () => {
    const frame = (time: string, price: string, quantity: string) => ({
      trnm: 'REAL',
      data: [
        { type: '0B', name: '주식체결', item: '005930', values: { '20': time, '10': price, '15': quantity } },
      ],
    });
    const lines = [
      frame('100000', '+70100', '+10'),
      { at: kstMoment(DAY, '100105'), frame: frame('100105', '-70000', '-7') },
    ];
    const { exchange } = await played({ recording: written(lines) });
    expect(exchange.market.ticks('005930').map(({ price, quantity }) => [price, quantity])).toEqual([
      [70_100, 10],
      [70_000, 7],
    ]);
  });

  it.each<[what: string, lines: readonly object[], code: string]>([
    ['is of another day', [{ at: kstMoment('2026-11-20', '100000') }], 'not-a-recording'],
    ['has no trades', [{ trnm: 'REAL', data: [] }], 'not-a-recording'],
  ])('that %s is refused', async (_what, lines, code) => {
    await expect(openMarket({ ...CHOICES, recording: written(lines) })).rejects.toMatchObject({ code });
  });

  it('must be of the day to be played', async () => {
    const header = { format: 'hwangso.recording/1', startedAt: 0, ledger: { records: 0, hash: '' } };
    const recording = written([header, trade('100000', 70_100, 10)]);
    await expect(openMarket({ ...CHOICES, date: '2026-11-24', recording })).rejects.toMatchObject({
      ...{ code: 'other-day', message: expect.stringContaining('begin with --date 2026-11-23') },
    });
  });
});
