// A file of corporate actions: what it makes of the listings, and what is said about one that cannot be.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '#app/config/config-error.ts';
import { withActions } from '#app/exchange/exchange-actions.ts';
import { openMarket } from '#app/exchange/exchange-market.ts';
import { krxCalendar } from '#domain/calendar.ts';
import { drawnActions } from '#exchange/corporate/drawn-actions.ts';
import { createExchange } from '#exchange/exchange.ts';
import { DEFAULT_LISTINGS, type Listing } from '#exchange/market/listing.ts';
import { makeListings } from '#exchange/market/market-listings.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

function fileOf(text: string): string {
  const file = join(temporaryFolder(), 'actions.yaml');
  writeFileSync(file, text);
  return file;
}

function actionsOf(text: string, symbol = '005930'): Listing['actions'] {
  return withActions(fileOf(text), DEFAULT_LISTINGS).find(({ instrument }) => instrument.symbol === symbol)
    ?.actions;
}

describe('a file of actions', () => {
  it.each([
    {
      text: "{ symbol: '005930', kind: split, date: 2026-11-24, ratio: 1:5 }",
      ratio: { before: 1, after: 5 },
      ...{ perShare: null, deliveredOn: '2026-11-24', haltedFrom: '2026-11-19' },
    },
    {
      text: "{ symbol: '005930', kind: reverse-split, date: 2026-11-24, ratio: 10:1, halted: 0 }",
      ratio: { before: 10, after: 1 },
      ...{ perShare: null, deliveredOn: '2026-11-24', haltedFrom: null },
    },
    {
      text: "{ symbol: '005930', kind: bonus-issue, date: 2026-11-24, ratio: 2:1 }",
      ratio: { before: 2, after: 3 },
      ...{ perShare: null, deliveredOn: '2026-12-15', haltedFrom: null },
    },
    {
      text: "{ symbol: '005930', kind: stock-dividend, date: 2026-11-24, ratio: 100:3, delivered: 2026-11-25 }",
      ratio: { before: 100, after: 103 },
      ...{ perShare: null, deliveredOn: '2026-11-25', haltedFrom: null },
    },
    {
      text: "{ symbol: '005930', kind: capital-reduction, date: 2026-11-24, ratio: 5:1 }",
      ratio: { before: 5, after: 1 },
      ...{ perShare: null, deliveredOn: '2026-11-24', haltedFrom: '2026-11-03' },
    },
    {
      text: "{ symbol: '005930', kind: rights-issue, date: 2026-11-24, ratio: 5:1, discount: 25 }",
      ratio: { before: 5, after: 6 },
      ...{ perShare: null, discount: 25, deliveredOn: '2026-12-30', haltedFrom: null },
    },
    {
      text: "{ symbol: '005930', kind: cash-dividend, date: 2026-11-24, amount: 361 }",
      ...{ ratio: null, perShare: 361, deliveredOn: '2027-03-17', haltedFrom: null },
    },
    {
      text: "{ symbol: '069500', kind: distribution, date: 2026-11-24, amount: 180 }",
      ...{ ratio: null, perShare: 180, deliveredOn: '2026-11-27', haltedFrom: null },
    },
  ])('$text', ({ text, ...expected }) => {
    const symbol = text.slice(11, 17);
    expect(actionsOf(`actions: [${text}]`, symbol)).toEqual([
      { kind: /kind: ([a-z-]+)/.exec(text)![1], on: '2026-11-24', ...expected },
    ]);
  });

  it('is in the order of its days, and leaves other names alone', () => {
    const text = `actions:
  - { symbol: '005930', kind: split, date: 2026-12-24, ratio: 1:2 }
  - { symbol: '005930', kind: cash-dividend, date: 2026-11-24, amount: 361 }
`;
    expect(actionsOf(text)?.map(({ kind }) => kind)).toEqual(['cash-dividend', 'split']);
    expect(actionsOf(text, '000660')).toBeUndefined();
  });

  const one = (rest: string) => `actions: [{ symbol: '005930', ${rest} }]`;

  it.each([
    ['actions: []', /actions.*1 or more/],
    [one('kind: splt, date: 2026-11-24, ratio: 1:5'), /actions\[0\]\.kind.*split/],
    [one('kind: split, date: 2026-11-24'), /actions\[0\]\.ratio.*a value/],
    [one('kind: split, date: 2026-11-24, ratio: 5'), /actions\[0\]\.ratio/],
    [one("kind: split, date: 2026-11-24, ratio: '5 for 1'"), /actions\[0\]\.ratio.*1:5/],
    [one('kind: split, date: 2026-11-24, ratio: 5:1'), /more of the new/],
    [one('kind: reverse-split, date: 2026-11-24, ratio: 1:5'), /fewer of the new/],
    [one('kind: split, date: 2026-11-24, ratio: 1:5, amount: 3'), /actions\[0\]\.amount.*nothing/],
    [
      one('kind: split, date: 2026-11-24, ratio: 1:5, delivered: 2026-12-01'),
      /actions\[0\]\.delivered.*nothing/,
    ],
    [one('kind: cash-dividend, date: 2026-11-24, amount: 1, halted: 1'), /actions\[0\]\.halted.*nothing/],
    [one('kind: cash-dividend, date: 2026-11-24'), /actions\[0\]\.amount.*a value/],
    [one('kind: rights-issue, date: 2026-11-24, ratio: 5:1'), /actions\[0\]\.discount.*a value/],
    [one('kind: split, date: 2026-11-24, ratio: 1:5, discount: 25'), /actions\[0\]\.discount.*nothing/],
    [one('kind: rights-issue, date: 2026-11-24, ratio: 5:1, discount: 95'), /actions\[0\]\.discount/],
    [one('kind: capital-reduction, date: 2026-11-24, ratio: 1:5'), /fewer of the new/],
    [one('kind: distribution, date: 2026-11-24, amount: 100'), /actions\[0\]\.kind.*instrument/],
    [one('kind: split, date: 2026-11-22, ratio: 1:5'), /actions\[0\]\.date.*trading day/],
    [one('kind: split, date: 2099-11-24, ratio: 1:5'), /actions\[0\]\.date.*trading day/],
    [one('kind: split, date: tomorrow, ratio: 1:5'), /actions\[0\]\.date.*2026-11-24/],
    [one('kind: cash-dividend, date: 2026-11-24, amount: 1, delivered: 2026-11-23'), /delivered.*not before/],
    ["actions: [{ symbol: '999999', kind: split, date: 2026-11-24, ratio: 1:5 }]", /symbol.*listed here/],
    ['actions: [{ symbol: 005930, kind: split, date: 2026-11-24, ratio: 1:5 }]', /actions\[0\]\.symbol/],
    [one('kind: split, date: 2026-11-24, ratios: 1:5'), /did you mean ratio/],
    [one('kind: listing, date: 2026-11-24'), /actions\[0\]\.price.*a value/],
    [one('kind: listing, date: 2026-11-22, price: 20000'), /actions\[0\]\.date.*trading day/],
    [one('kind: listing, date: 2026-11-24, price: 20001'), /actions\[0\]\.price.*price grid/],
    [one('kind: listing, date: 2026-11-24, price: 20000, ratio: 1:5'), /actions\[0\]\.ratio.*nothing/],
    [one('kind: split, date: 2026-11-24, ratio: 1:5, price: 20000'), /actions\[0\]\.price.*nothing/],
    [
      "actions: [{ symbol: '069500', kind: listing, date: 2026-11-24, price: 20000 }]",
      /actions\[0\]\.kind.*instrument/,
    ],
    [
      `actions:
  - { symbol: '005930', kind: listing, date: 2026-11-24, price: 20000 }
  - { symbol: '005930', kind: split, date: 2026-11-24, ratio: 1:5 }`,
      /3:\d+: actions\[1\]\.date.*after the first day/,
    ],
    [
      `actions:
  - { symbol: '005930', kind: split, date: 2026-11-25, ratio: 1:5 }
  - { symbol: '005930', kind: listing, date: 2026-11-24, price: 20000 }`,
      /3:\d+: actions\[1\]\.kind.*before its actions/,
    ],
    [
      `actions:
  - { symbol: '005930', kind: bonus-issue, date: 2026-11-24, ratio: 1:1 }
  - { symbol: '005930', kind: split, date: 2026-12-01, ratio: 1:5 }`,
      /3:\d+: actions\[1\]\.date.*on their way/,
    ],
  ])('%s', (text, said) => {
    let error: unknown;
    try {
      withActions(fileOf(text), DEFAULT_LISTINGS);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as ConfigError).describe('en')).toMatch(said);
    expect((error as ConfigError).describe('ko')).not.toBe((error as ConfigError).describe('en'));
  });
});

describe('a market with a file of actions', () => {
  const SPLIT = "actions: [{ symbol: '005930', kind: split, date: 2026-11-24, ratio: 1:5 }]";
  const choices = { seed: 1, date: '2026-11-23', symbols: null, charts: null, recording: null };

  it('is the default one with them', async () => {
    const { settings } = await openMarket({ ...choices, actions: fileOf(SPLIT) });
    expect(settings.listings?.map(({ actions }) => actions?.length ?? 0)).toEqual([1, 0, 0, 0, 0]);
    expect(await openMarket(choices)).toEqual({ settings: {}, note: null });
  });

  it('begins with the names that are listed, and has a new one from its first day on', async () => {
    const told = `actions:
  - { symbol: '035720', kind: listing, date: 2026-11-24, price: 39000 }
  - { symbol: '035720', kind: split, date: 2026-12-24, ratio: 1:5 }`;
    const { settings } = await openMarket({ ...choices, actions: fileOf(told) });
    const listing = settings.listings!.find(({ instrument }) => instrument.symbol === '035720')!;
    expect(listing).toMatchObject({
      listedOn: '2026-11-24',
      startPrice: 39_000,
      actions: [{ kind: 'split' }],
    });
    const exchange = createExchange({ seed: 1, firstTradingDay: '2026-11-23', accounts: [], ...settings });
    expect(exchange.market.day('035720')).toBeNull();
    exchange.advanceTo(Date.parse('2026-11-24T08:30:00+09:00'));
    expect(exchange.market.day('035720')?.reference).toMatchObject({ base: 39_000, upperLimit: 156_000 });
  });

  it('from charts takes no first days: bars have their own', async () => {
    const folder = temporaryFolder();
    const rows = ['date,open,high,low,close,volume', '2026-11-23,71000,71500,70500,71000,1000'];
    writeFileSync(join(folder, '005930.csv'), rows.join('\n'));
    const told = "actions: [{ symbol: '005930', kind: listing, date: 2026-11-24, price: 20000 }]";
    await expect(openMarket({ ...choices, charts: folder, actions: fileOf(told) })).rejects.toThrow(
      /made-up|만들어진/,
    );
  });

  it('says how many there are', async () => {
    expect((await openMarket({ ...choices, actions: fileOf(SPLIT) })).note?.en).toBe('1 corporate action');
    const many = await openMarket({
      ...choices,
      symbols: { codes: ['005930', '000660'] },
      actions: fileOf(SPLIT),
    });
    expect(many.note?.en).toBe('2 instruments · 1 corporate action');
  });

  it('of many names has what the seed drew besides, save for the names of the file', async () => {
    const drawn = (await openMarket({ ...choices, symbols: { count: 120 } })).settings.listings!;
    const busy = drawn.find(({ actions }) => actions !== undefined)!.instrument.symbol;
    const own = fileOf(`actions: [{ symbol: '${busy}', kind: split, date: 2026-11-24, ratio: 1:2 }]`);
    const told = (await openMarket({ ...choices, symbols: { count: 120 }, actions: own })).settings.listings!;
    const of = (listings: readonly Listing[], symbol: string) =>
      listings.find(({ instrument }) => instrument.symbol === symbol)?.actions;
    expect(of(told, busy)).toMatchObject([{ kind: 'split', on: '2026-11-24' }]);
    const others = (listings: readonly Listing[]) =>
      listings.filter(({ instrument }) => instrument.symbol !== busy);
    expect(others(told)).toEqual(others(drawn));
  });

  it('from charts plays the bars of a split as they were', async () => {
    const folder = temporaryFolder();
    const header = 'date,open,high,low,close,volume';
    writeFileSync(
      join(folder, '005930.csv'),
      [
        header,
        '2026-11-20,70000,71000,69000,71000,1000',
        '2026-11-23,71000,71500,70500,71000,1000',
        '2026-11-24,14200,14500,14100,14400,5000',
      ].join('\n'),
    );
    const own = fileOf(
      "actions: [{ symbol: '005930', kind: split, date: 2026-11-24, ratio: 1:5, halted: 0 }]",
    );
    const { settings, note } = await openMarket({ ...choices, charts: folder, actions: own });
    expect(note?.en).not.toMatch(/moved/);
    const exchange = createExchange({ seed: 1, firstTradingDay: '2026-11-23', accounts: [], ...settings });
    exchange.advanceTo(Date.parse('2026-11-24T20:00:00+09:00'));
    const bars = exchange.market.dailyBars('005930');
    expect(bars.map(({ close }) => close)).toEqual([71_000, 71_000, 14_400]);
    expect(exchange.market.day('005930')?.reference).toMatchObject({ base: 14_200, upperLimit: 18_460 });
    expect(exchange.market.adjustments('005930')).toMatchObject([{ close: 71_000, base: 14_200 }]);
  });

  it('from charts knows the base price after a halt', async () => {
    const folder = temporaryFolder();
    const rows = ['2026-11-18,71000,71500,70500,71000,1000', '2026-11-24,14200,14500,14100,14400,5000'];
    writeFileSync(join(folder, '005930.csv'), ['date,open,high,low,close,volume', ...rows].join('\n'));
    const { settings } = await openMarket({ ...choices, charts: folder, actions: fileOf(SPLIT) });
    const exchange = createExchange({ seed: 1, firstTradingDay: '2026-11-23', accounts: [], ...settings });
    exchange.advanceTo(Date.parse('2026-11-24T10:00:00+09:00'));
    expect(exchange.market.day('005930')?.reference.base).toBe(14_200);
  });
});

describe('actions the seed draws', () => {
  const calendar = krxCalendar;
  const listings = makeListings(3, 600);
  const drawn = drawnActions(3, listings, '2026-06-01', calendar);

  it('are few, none of the default names', () => {
    const acting = drawn.filter(({ actions }) => actions !== undefined);
    expect(acting.length).toBeGreaterThan(20);
    expect(acting.length).toBeLessThan(180);
    expect(drawn.slice(0, 5)).toEqual(DEFAULT_LISTINGS);
    expect(new Set(acting.map(({ actions }) => actions?.[0]?.kind)).size).toBeGreaterThan(4);
  });

  it('are the same of the same seed, and around the day', () => {
    expect(drawnActions(3, listings, '2026-06-01', calendar)).toEqual(drawn);
    const days = drawn.flatMap(({ actions = [] }) => actions.map(({ on }) => on));
    expect(days.some((day) => day < '2026-06-01')).toBe(true);
    expect(days.some((day) => day >= '2026-06-01')).toBe(true);
    for (const day of days) expect(calendar.isTradingDay(day)).toBe(true);
  });
});
