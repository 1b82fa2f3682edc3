// The price of a single-price auction (krx-rules 7.2): the one at which most shares change hands; where several do, the
// one nearest to the price before. Who gets how much of it is the book's business.

import type { Quantity } from '#domain/units.ts';

/** Orders of an auction by index on the price ladder. `limits` may be longer than the ladder; only `size` of it counts. */
export interface AuctionSide {
  readonly limits: ArrayLike<number>;
  /** Shares of market orders. */
  readonly market: Quantity;
}

export interface AuctionInput {
  readonly buys: AuctionSide;
  readonly sells: AuctionSide;
  /** Number of prices on the ladder. */
  readonly size: number;
  /** Index of the price before: the last trade, or the base price before the first. */
  readonly previous: number;
}

export interface AuctionPrice {
  readonly index: number;
  readonly volume: Quantity;
}

/**
 * The clearing price, null when nothing can trade. Sought is a price at which all better orders of both sides fill
 * whole. Such prices form an interval, and none has a larger volume than they do.
 */
export function auctionPrice({ buys, sells, size, previous }: AuctionInput): AuctionPrice | null {
  const [buyAt, sellAt] = deemedIndexes(buys, sells, size, previous);
  const buying = (index: number): Quantity => buys.limits[index]! + (index === buyAt ? buys.market : 0);
  const selling = (index: number): Quantity => sells.limits[index]! + (index === sellAt ? sells.market : 0);

  let demand = 0;
  for (let index = 0; index < size; index++) demand += buying(index);
  let supply = 0;
  let low = -1;
  let high = -1;
  let volumeAtLow = 0;
  for (let index = 0; index < size; index++) {
    // Here `demand` counts buys at this price and above, `supply` sells below it.
    if (supply > demand) break;
    const cheaperAndSame = supply + selling(index);
    const dearer = demand - buying(index);
    if (low < 0 && dearer <= cheaperAndSame) {
      low = index;
      volumeAtLow = Math.min(demand, cheaperAndSame);
    }
    high = index;
    supply = cheaperAndSame;
    demand = dearer;
  }
  if (low < 0 || volumeAtLow === 0) return null;
  return { index: Math.min(Math.max(previous, low), high), volume: volumeAtLow };
}

/** The prices market orders are taken to have: as good as they need to be to come first, as near to the price before as can be. */
function deemedIndexes(
  buys: AuctionSide,
  sells: AuctionSide,
  size: number,
  previous: number,
): [number, number] {
  if (buys.market === 0 && sells.market === 0) return [-1, -1];
  const [lowestBid, highestBid] = ends(buys.limits, size);
  const [lowestAsk, highestAsk] = ends(sells.limits, size);
  if (highestBid < 0 && highestAsk < 0) {
    // Nobody names a price: one tick towards the heavier side.
    const at = clamp(previous + Math.sign(buys.market - sells.market), size);
    return [at, at];
  }
  const buyAt = Math.max(highestBid < 0 ? -1 : highestBid + 1, highestAsk, previous);
  const sellAt = Math.min(lowestAsk < 0 ? size : lowestAsk - 1, lowestBid < 0 ? size : lowestBid, previous);
  return [clamp(buyAt, size), clamp(sellAt, size)];
}

/** Lowest and highest index with shares, −1 when there are none. */
function ends(quantities: ArrayLike<number>, size: number): [number, number] {
  let low = 0;
  while (low < size && quantities[low] === 0) low++;
  if (low === size) return [-1, -1];
  let high = size - 1;
  while (quantities[high] === 0) high--;
  return [low, high];
}

function clamp(index: number, size: number): number {
  return Math.min(Math.max(index, 0), size - 1);
}
