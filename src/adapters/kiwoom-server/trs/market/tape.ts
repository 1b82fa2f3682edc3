// The trades of one instrument and day with what accumulates along them.

import { kstDate } from '#domain/time.ts';
import type { EpochMs, Price, Quantity, Won } from '#domain/units.ts';
import type { Tick } from '#exchange/contract.ts';
import type { MarketView } from '../../market/market-view.ts';
import type { Figures } from '../figures.ts';

/** How lists of trades name the market they are of (guide, ka10003). */
export const VENUE_WORDS: Readonly<Record<MarketView, string>> = { KRX: 'KRX', NXT: 'NXT', ALL: '통합' };

/** One trade and the day up to it. */
export interface TapeEntry {
  readonly at: EpochMs;
  readonly price: Price;
  readonly quantity: Quantity;
  /** 1 a buyer came, -1 a seller came, 0 neither or not known. */
  readonly side: Tick['side'];
  readonly dayVolume: Quantity;
  readonly dayValue: Won;
  /** Shares buyers and sellers came with so far. */
  readonly bought: Quantity;
  readonly sold: Quantity;
}

/** Today's trades, oldest first. Trades from before a restart are not there, but their volume and value are counted. */
export function tapeOf(one: Figures): TapeEntry[] {
  return tapeFrom(one.ticksOn(one.exchange.tradeDate), one.volume, one.value);
}

/** Those of the day before; none when they are not kept. */
export function tapeBefore(one: Figures): TapeEntry[] {
  const day = one.past.bars.at(-1);
  if (day === undefined) return [];
  const ticks = one.ticksOn(kstDate(day.start));
  const seen = ticks.reduce((sum, { quantity }) => sum + quantity, 0);
  const seenValue = ticks.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  // Of a day whose trades are all there the value is exact; else what is not there was traded at the day's middle price.
  const unseen = day.volume - seen;
  return tapeFrom(ticks, day.volume, seenValue + (unseen * day.value) / Math.max(1, day.volume));
}

function tapeFrom(ticks: readonly Tick[], volume: Quantity, value: Won): TapeEntry[] {
  let dayVolume = volume;
  let dayValue = value;
  for (const { price, quantity } of ticks) {
    dayVolume -= quantity;
    dayValue -= price * quantity;
  }
  let bought = 0;
  let sold = 0;
  return ticks.map(({ at, price, quantity, side }) => {
    dayVolume += quantity;
    dayValue += price * quantity;
    if (side > 0) bought += quantity;
    else if (side < 0) sold += quantity;
    return { at, price, quantity, side, dayVolume, dayValue, bought, sold };
  });
}
