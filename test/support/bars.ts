// Bars for tests: written as closes by hand, or drawn at random as a market could have made them.

import * as fc from 'fast-check';
import type { BarSeriesData } from '#backtest/bar-source.ts';
import type { Bar, BarPeriod } from '#domain/bar.ts';
import { krxCalendar } from '#domain/calendar.ts';
import { kstMidnight, kstMoment, MINUTE_MS } from '#domain/time.ts';

/** The trading days from 2026-11-02 on. */
export const DAYS = krxCalendar.tradingDaysBetween('2026-11-02', '2027-06-30');

/** Open, high, low, close and, if it matters, volume. */
export type Candle = readonly [open: number, high: number, low: number, close: number, volume?: number];

/** A candle that opened at its close and never moved. */
export function flat(price: number): Candle {
  return [price, price, price, price];
}

/** Daily bars, one a trading day from 2026-11-02 on. */
export function dailyBars(symbol: string, candles: readonly Candle[]): Bar[] {
  return candles.map((candle, index) => barOf(symbol, '1d', kstMidnight(DAYS[index]!), candle));
}

/** Minute bars from `clock` (HHMM) of a day on. */
export function minuteBars(symbol: string, date: string, clock: string, candles: readonly Candle[]): Bar[] {
  const from = kstMoment(date, clock);
  return candles.map((candle, index) => barOf(symbol, '1m', from + index * MINUTE_MS, candle));
}

/** Bars as the columns a backtest reads. */
export function seriesOf(symbol: string, bars: readonly Bar[]): BarSeriesData {
  const column = (name: 'start' | 'open' | 'high' | 'low' | 'close' | 'volume') =>
    bars.map((bar) => bar[name]);
  return {
    symbol,
    columns: {
      length: bars.length,
      start: column('start'),
      open: column('open'),
      high: column('high'),
      low: column('low'),
      close: column('close'),
      volume: column('volume'),
    },
  };
}

/** Days of a price that wanders by at most a few percent, on the grid of hundreds between 50,000 and 200,000 won. */
export function walk(days: {
  readonly minLength: number;
  readonly maxLength: number;
}): fc.Arbitrary<Candle[]> {
  const step = fc.record({
    gap: fc.integer({ min: -20, max: 20 }),
    move: fc.integer({ min: -30, max: 30 }),
    up: fc.integer({ min: 0, max: 10 }),
    down: fc.integer({ min: 0, max: 10 }),
    volume: fc.integer({ min: 0, max: 100_000 }),
  });
  return fc.array(step, days).map((steps) => {
    let last = 1_000; // hundreds of won
    return steps.map(({ gap, move, up, down, volume }): Candle => {
      const open = bounded(last + gap);
      const close = bounded(open + move);
      last = close;
      return [
        open * 100,
        (Math.max(open, close) + up) * 100,
        (Math.min(open, close) - down) * 100,
        close * 100,
        volume,
      ];
    });
  });
}

function bounded(hundreds: number): number {
  return Math.min(1_900, Math.max(550, hundreds));
}

function barOf(symbol: string, period: BarPeriod, start: number, candle: Candle): Bar {
  const [open, high, low, close, volume = 1_000_000] = candle;
  return { symbol, period, start, open, high, low, close, volume };
}
