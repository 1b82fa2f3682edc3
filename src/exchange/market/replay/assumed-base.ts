// A base price for a day whose close before is not known: what the day opened at, or the next price to it that allows all the day
// traded at.

import type { Instrument } from '#domain/instrument.ts';
import { priceLimits } from '#domain/price-limit.ts';
import { floorToTick, lowestPrice, stepTicks, tickTable } from '#domain/tick.ts';
import type { Price, TradeDate } from '#domain/units.ts';

/** What is known of a day, won. */
export interface DayPrices {
  readonly open: Price;
  readonly high: Price;
  readonly low: Price;
}

/**
 * The base price next to the open whose limits hold the high and the low. The open itself, cut to its tick, where no base price does:
 * the day is then one without limits, or of adjusted prices.
 */
export function assumedBase(instrument: Instrument, date: TradeDate, { open, high, low }: DayPrices): Price {
  const table = tickTable(instrument, date);
  const start = floorToTick(table, open);
  const lowest = lowestPrice(table);
  for (const step of [1, -1] as const) {
    let base = start;
    for (;;) {
      const { upperLimit, lowerLimit } = priceLimits(instrument, base, date);
      if (high <= upperLimit && low >= lowerLimit) return base;
      // Away from the open one of both is left behind for good.
      const isLeftBehind = step === 1 ? low < lowerLimit : high > upperLimit;
      if (isLeftBehind || base + step < lowest) break;
      base = stepTicks(table, base, step);
    }
  }
  return start;
}
