// Today's trades of one instrument with what accumulates along them. The exchange keeps the trades; who came to whom is the
// server's own memory, which may begin later than the day.

import type { EpochMs, Price, Quantity, Won } from '#domain/units.ts';
import type { Figures } from './figures.ts';

/** One trade and the day up to it. */
export interface TapeEntry {
  readonly at: EpochMs;
  readonly price: Price;
  readonly quantity: Quantity;
  /** 1 a buyer came, -1 a seller came, 0 neither or not known. */
  readonly side: number;
  readonly dayVolume: Quantity;
  readonly dayValue: Won;
  /** Shares buyers and sellers came with so far. */
  readonly bought: Quantity;
  readonly sold: Quantity;
}

/** Today's trades, oldest first. Trades from before a restart are not there, but their volume and value are counted. */
export function tapeOf(one: Figures): TapeEntry[] {
  const ticks = one.ticks;
  const { sides } = one.flow;
  const unseen = ticks.length - sides.length;
  let dayVolume = one.volume;
  let dayValue = one.value;
  for (const { price, quantity } of ticks) {
    dayVolume -= quantity;
    dayValue -= price * quantity;
  }
  let bought = 0;
  let sold = 0;
  return ticks.map(({ at, price, quantity }, index) => {
    const side = sides[index - unseen] ?? 0;
    dayVolume += quantity;
    dayValue += price * quantity;
    if (side > 0) bought += quantity;
    else if (side < 0) sold += quantity;
    return { at, price, quantity, side, dayVolume, dayValue, bought, sold };
  });
}
