// From the points of a path to prices that can be traded: how the past is read off a path, on either market.

import { priceLimits } from '#domain/price-limit.ts';
import { floorToTick, tickSize, tickTable } from '#domain/tick.ts';
import type { Price, TradeDate } from '#domain/units.ts';
import type { Listing } from '../listing.ts';

/** Turns a point of a path into a valid price inside the limits; `toss` in [0, 1) decides between its neighbours. */
export function nearestPrice(
  { instrument }: Listing,
  date: TradeDate,
  base: Price,
): (point: number, toss: number) => Price {
  const table = tickTable(instrument, date);
  const { lowerLimit, upperLimit } = priceLimits(instrument, base, date);
  return (point, toss) => {
    const price = Math.min(Math.max(base * Math.exp(point), lowerLimit), upperLimit);
    return floorToTick(table, Math.floor(price + toss * tickSize(table, Math.floor(price))));
  };
}
