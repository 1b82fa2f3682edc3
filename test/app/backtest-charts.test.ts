// What a backtest reads of the charts: bars of the period it asks for, and where those are not stored, what shorter ones add up to.

import { describe, expect, it } from 'vitest';
import { openChartStore } from '#adapters/charts/chart-store.ts';
import { barsBefore } from '#app/backtest-charts.ts';
import type { Bar } from '#domain/bar.ts';
import { kstMidnight, kstMoment, MINUTE_MS } from '#domain/time.ts';

const SYMBOL = '005930';
const [MONDAY, TUESDAY, WEDNESDAY] = ['2026-11-02', '2026-11-03', '2026-11-04'];

/** Five-minute bars of a day from nine, one won apart. */
function fives(date: string, count: number): Bar[] {
  return Array.from({ length: count }, (_, index) => ({
    symbol: SYMBOL,
    period: '5m',
    start: kstMoment(date, '0900') + 5 * index * MINUTE_MS,
    open: 100 + index,
    high: 110 + index,
    low: 90 + index,
    close: 101 + index,
    volume: 10,
  }));
}

function storeOf(...bars: readonly Bar[][]) {
  const store = openChartStore(':memory:');
  for (const one of bars) if (one.length > 0) store.appendBars(SYMBOL, one[0]!.period, one);
  return store;
}

describe('bars before a backtest', () => {
  const before = { until: kstMidnight(WEDNESDAY!), count: 2, shorter: '5m' } as const;

  it('are made of shorter ones: the last of a day as long as it was', () => {
    using store = storeOf([...fives(MONDAY!, 3), ...fives(TUESDAY!, 4), ...fives(WEDNESDAY!, 3)]);
    const bar = { symbol: SYMBOL, period: '15m' };
    expect(barsBefore(store, SYMBOL, '15m', before)).toEqual([
      { ...bar, start: kstMoment(TUESDAY!, '0900'), open: 100, high: 112, low: 90, close: 103, volume: 30 },
      { ...bar, start: kstMoment(TUESDAY!, '0915'), open: 103, high: 113, low: 93, close: 104, volume: 10 },
    ]);
  });

  it('are made of whole days as well', () => {
    using store = storeOf([...fives(MONDAY!, 3), ...fives(TUESDAY!, 4)]);
    const made = barsBefore(store, SYMBOL, '1d', { ...before, count: 5 });
    expect(made.map(({ start, volume }) => [start, volume])).toEqual([
      [kstMidnight(MONDAY!), 30],
      [kstMidnight(TUESDAY!), 40],
    ]);
  });

  it('are the stored ones where there are any', () => {
    const day: Bar = { ...fives(MONDAY!, 1)[0]!, period: '1d', start: kstMidnight(MONDAY!), volume: 7 };
    using store = storeOf(fives(MONDAY!, 3), [day]);
    expect(barsBefore(store, SYMBOL, '1d', before)).toEqual([day]);
  });

  it('are none where the shorter ones do not add up', () => {
    using store = storeOf(fives(MONDAY!, 12));
    expect(barsBefore(store, SYMBOL, '3m', before)).toEqual([]);
  });
});
