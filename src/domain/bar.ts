// A candle: what a price did between two moments.

import type { EpochMs, Price, Quantity, SymbolCode } from './units.ts';

/** Bar lengths: minutes, hours' worth of minutes, or a trading day. */
export type BarPeriod = '1m' | '3m' | '5m' | '10m' | '15m' | '30m' | '60m' | '1d';

export const BAR_PERIODS: readonly BarPeriod[] = ['1m', '3m', '5m', '10m', '15m', '30m', '60m', '1d'];

/** Minutes of an intraday period; null for a day. */
export function periodMinutes(period: BarPeriod): number | null {
  return period === '1d' ? null : Number.parseInt(period, 10);
}

/** True when bars of `shorter` add up to whole bars of `longer`: five minutes to fifteen, ten not; any of them to a day. */
export function addUpTo(shorter: BarPeriod, longer: BarPeriod): boolean {
  const [part, whole] = [periodMinutes(shorter), periodMinutes(longer)];
  return whole === null || (part !== null && whole % part === 0);
}

/** One bar of one instrument. `start` is the label (start of the minute, or Korean midnight of the day). */
export interface Bar {
  readonly symbol: SymbolCode;
  readonly period: BarPeriod;
  readonly start: EpochMs;
  readonly open: Price;
  readonly high: Price;
  readonly low: Price;
  readonly close: Price;
  readonly volume: Quantity;
}
