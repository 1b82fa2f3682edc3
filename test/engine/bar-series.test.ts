// Bars out of trades, out of shorter bars and out of history.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bar, BarPeriod } from '#domain/bar.ts';
import { kstMidnight, kstMoment, MINUTE_MS, SECOND_MS } from '#domain/time.ts';
import { BarSeries } from '#engine/bar-series.ts';

const DATE = '2026-11-20';
const NINE = kstMoment(DATE, '090000');

/** A series and the bars it has given so far. */
function series(period: BarPeriod): { readonly series: BarSeries; readonly given: Bar[] } {
  const made = new BarSeries('005930', period);
  const given: Bar[] = [];
  made.bars$.subscribe((bar) => given.push(bar));
  return { series: made, given };
}

function bar(minute: number, parts: Partial<Bar> = {}): Bar {
  const prices = { open: 100, high: 100, low: 100, close: 100, volume: 1 };
  return { symbol: '005930', period: '1m', start: NINE + minute * MINUTE_MS, ...prices, ...parts };
}

describe('minutes out of trades', () => {
  test('take first, highest, lowest and last price and all shares', () => {
    const { series: minutes, given } = series('1m');
    for (const [second, price, shares] of [
      [0, 100, 5],
      [20, 103, 1],
      [40, 98, 2],
      [59, 101, 4],
    ] as const) {
      minutes.addTrade(NINE + second * SECOND_MS, price, shares);
    }
    expect(given).toEqual([]);
    minutes.close();
    expect(given).toEqual([bar(0, { open: 100, high: 103, low: 98, close: 101, volume: 12 })]);
  });

  test('are closed by the next trade after their end', () => {
    const { series: minutes, given } = series('1m');
    minutes.addTrade(NINE, 100, 1);
    minutes.addTrade(NINE + 3 * MINUTE_MS, 105, 1);
    expect(given).toEqual([bar(0)]);
    expect(minutes.endsAt).toBe(NINE + 4 * MINUTE_MS);
  });

  test('are closed by time at their end, not before', () => {
    const { series: minutes, given } = series('1m');
    minutes.addTrade(NINE + 10 * SECOND_MS, 100, 1);
    minutes.closeUntil(NINE + MINUTE_MS - 1);
    expect(given).toEqual([]);
    minutes.closeUntil(NINE + MINUTE_MS);
    expect(given).toEqual([bar(0)]);
    minutes.closeUntil(NINE + 9 * MINUTE_MS);
    expect(given).toHaveLength(1);
    expect(minutes.endsAt).toBeNull();
  });

  test('leave late trades out and count them', () => {
    const { series: minutes, given } = series('1m');
    minutes.addTrade(NINE, 100, 1);
    minutes.closeUntil(NINE + MINUTE_MS);
    minutes.addTrade(NINE + 59 * SECOND_MS, 999, 1); // its bar was closed by time
    minutes.addTrade(NINE + 2 * MINUTE_MS, 102, 1);
    minutes.addTrade(NINE + 70 * SECOND_MS, 999, 1); // a later bar runs already
    expect(minutes.lateTrades).toBe(2);
    minutes.close();
    expect(given.map(({ high }) => high)).toEqual([100, 102]);
  });
});

describe('longer bars out of minutes', () => {
  test('close with the minute that completes them', () => {
    const { series: fives, given } = series('5m');
    for (let minute = 0; minute < 5; minute++) {
      expect(given).toEqual([]);
      fives.addBar(
        bar(minute, { open: 100 + minute, high: 110 + minute, low: 90 - minute, close: 95 + minute }),
        MINUTE_MS,
      );
    }
    expect(given).toEqual([bar(0, { period: '5m', open: 100, high: 114, low: 86, close: 99, volume: 5 })]);
  });

  test('with their last minute missing close with the next one', () => {
    const { series: threes, given } = series('3m');
    threes.addBar(bar(1), MINUTE_MS);
    threes.addBar(bar(3), MINUTE_MS);
    expect(given.map(({ start }) => start)).toEqual([NINE]);
  });

  test('begin on the clock, whatever minute comes first', () => {
    const { series: hours, given } = series('60m');
    hours.addBar(bar(47), MINUTE_MS);
    hours.close();
    expect(given[0]?.start).toBe(NINE);
  });

  test('of a day close at its end only, and begin at Korean midnight', () => {
    const { series: days, given } = series('1d');
    days.addBar(bar(0), MINUTE_MS);
    days.addBar(bar(380), MINUTE_MS);
    days.closeUntil(NINE + 1_000 * MINUTE_MS);
    expect(given).toEqual([]);
    expect(days.endsAt).toBeNull();
    days.close();
    expect(given).toEqual([bar(0, { period: '1d', start: kstMidnight(DATE), volume: 2 })]);
  });

  test('of a day that nobody closed close with the first bar of the next', () => {
    const { series: days, given } = series('1d');
    days.addBar(bar(0), MINUTE_MS);
    days.addBar(bar(3 * 24 * 60), MINUTE_MS);
    expect(given).toHaveLength(1);
  });
});

describe('bars that arrive finished', () => {
  test('go out as they are, each once, in order', () => {
    const { series: minutes, given } = series('1m');
    for (const one of [bar(0), bar(1), bar(1), bar(0), bar(2)]) minutes.push(one);
    expect(given).toEqual([bar(0), bar(1), bar(2)]);
  });

  test('end the running one: history and live may overlap', () => {
    const { series: minutes, given } = series('1m');
    minutes.addTrade(NINE, 777, 1);
    minutes.push(bar(0));
    minutes.addTrade(NINE + 30 * SECOND_MS, 999, 1);
    minutes.close();
    expect(given).toEqual([bar(0)]);
    expect(minutes.lateTrades).toBe(1);
  });
});

test('no share and no extreme is lost, whatever trades come in order', () => {
  const trade = fc.record({
    gapMs: fc.integer({ min: 0, max: 200_000 }),
    price: fc.integer({ min: 1, max: 1_000 }),
    shares: fc.integer({ min: 1, max: 50 }),
  });
  const periods = fc.constantFrom<BarPeriod>('1m', '3m', '10m', '60m', '1d');
  fc.assert(
    fc.property(fc.array(trade, { minLength: 1, maxLength: 60 }), periods, (trades, period) => {
      const { series: minutes, given } = series('1m');
      const { series: longer, given: long } = series(period === '1m' ? '3m' : period);
      minutes.bars$.subscribe((one) => longer.addBar(one, MINUTE_MS));
      let at = NINE;
      for (const { gapMs, price, shares } of trades) {
        at += gapMs;
        minutes.addTrade(at, price, shares);
      }
      minutes.close();
      longer.close();
      for (const bars of [given, long]) {
        expect(bars.reduce((sum, { volume }) => sum + volume, 0)).toBe(
          trades.reduce((sum, t) => sum + t.shares, 0),
        );
        expect(Math.max(...bars.map(({ high }) => high))).toBe(Math.max(...trades.map(({ price }) => price)));
        expect(Math.min(...bars.map(({ low }) => low))).toBe(Math.min(...trades.map(({ price }) => price)));
        expect([bars[0]!.open, bars.at(-1)!.close]).toEqual([trades[0]!.price, trades.at(-1)!.price]);
        expect(bars.every(({ start }, index) => index === 0 || start > bars[index - 1]!.start)).toBe(true);
      }
      expect(minutes.lateTrades + longer.lateTrades).toBe(0);
    }),
  );
});
