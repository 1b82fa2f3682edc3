// Where the market opens a new name: most rise above their offering price on the first morning, many by half or more, some fall.
// Sizes are ours, of the kind Korea has seen since the wide band of 2023.

import { WIDE_LISTING_DAY_FROM } from '#domain/price-limit.ts';
import type { SymbolCode, TradeDate } from '#domain/units.ts';
import { Random } from '../../random.ts';

/** Mean and deviation of the logarithm of the first price over the offering price. */
const [MEAN, DEVIATION] = [0.35, 0.4];

/** How far the first price may go: within the limits of the day, with room left on both sides (krx-rules 2). */
const BOUNDS = { wide: [0.66, 3.6], narrow: [0.92, 1.95] } as const;

/** The first price of the first day, as a logarithm over the offering price. */
export function debutPoint(seed: number, symbol: SymbolCode, date: TradeDate): number {
  const [least, most] = date >= WIDE_LISTING_DAY_FROM ? BOUNDS.wide : BOUNDS.narrow;
  const drawn = MEAN + DEVIATION * new Random(seed, 'debut', symbol, date).normal();
  return Math.min(Math.max(drawn, Math.log(least)), Math.log(most));
}
