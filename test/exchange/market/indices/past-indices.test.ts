// Highs and lows of indices on days before the exchange began are those of their minutes, as if the minutes had been kept.

import { expect, it } from 'vitest';
import { kstDate, kstMoment } from '#domain/time.ts';
import { createExchange } from '#exchange/exchange.ts';
import { makeListings } from '#exchange/market/market-listings.ts';

it('minutes since a day are those of all minutes', () => {
  const exchange = createExchange({
    ...{ seed: 3, firstTradingDay: '2026-11-23', historyDays: 3, listings: makeListings(3, 8), accounts: [] },
  });
  exchange.advanceTo(kstMoment('2026-11-24', '093000'));
  for (const from of ['2026-11-18', '2026-11-20', '2026-11-23', '2026-11-24', '2026-11-25']) {
    const all = exchange.indices.minuteBars('001').filter(({ start }) => kstDate(start) >= from);
    expect(exchange.indices.minuteBars('001', from), from).toEqual(all);
  }
});

it('minutes asked for again and again are those of an exchange that is asked once', () => {
  const opened = () =>
    createExchange({
      ...{
        seed: 3,
        firstTradingDay: '2026-11-23',
        historyDays: 3,
        listings: makeListings(3, 8),
        accounts: [],
      },
    });
  const asked = opened();
  for (const [date, time] of [
    ['2026-11-23', '100000'],
    ['2026-11-23', '101500'],
    ['2026-11-24', '093000'],
  ] as const) {
    asked.advanceTo(kstMoment(date, time));
    const fresh = opened();
    fresh.advanceTo(kstMoment(date, time));
    const all = fresh.indices.minuteBars('001');
    // Later days, earlier ones, all of them, another index in between, and a part once more.
    for (const from of ['2026-11-20', '2026-11-18', null, '2026-11-19'] as const) {
      const wanted = all.filter(({ start }) => from === null || kstDate(start) >= from);
      expect(asked.indices.minuteBars('001', from ?? undefined), `${date} ${time} ${from}`).toEqual(wanted);
      if (from === '2026-11-18') asked.indices.minuteBars('101', from);
    }
  }
});

it('the days of an index hold what its minutes reach', () => {
  const listings = makeListings(3, 14);
  const late = listings.map((listing, index) =>
    index === 5 ? { ...listing, listedOn: '2026-11-19' } : listing,
  );
  const exchange = createExchange({
    ...{ seed: 3, firstTradingDay: '2026-11-23', historyDays: 5, listings: late, accounts: [] },
  });
  for (const { code } of exchange.indices.names) {
    const minutes = Map.groupBy(exchange.indices.minuteBars(code), ({ start }) => kstDate(start));
    const days = exchange.indices.dailyBars(code);
    expect(days).toHaveLength(minutes.size);
    for (const { start, open, high, low, close } of days) {
      const bars = minutes.get(kstDate(start))!;
      expect([high, low], `${code} ${kstDate(start)}`).toEqual([
        Math.max(...bars.map((bar) => bar.high)),
        Math.min(...bars.map((bar) => bar.low)),
      ]);
      expect([open, close]).toEqual([bars[0]!.open, bars.at(-1)!.close]);
    }
    expect(days.some(({ high, open, close }) => high > Math.max(open, close))).toBe(true);
  }
});
