// All valid prices of one instrument on one day, lowest first: between the daily limits, on the tick grid. The book and
// the order flow speak in indexes on this ladder; only here they become won.

import { assert } from '#domain/assert.ts';
import type { PriceLimits } from '#domain/price-limit.ts';
import { isOnTick, stepTicks, type TickTable } from '#domain/tick.ts';
import type { Price } from '#domain/units.ts';

/** Prices of one tick size: `from` stands at `index`, and the next ones `tick` won apart. */
interface Band {
  readonly from: Price;
  readonly index: number;
  readonly tick: Price;
}

export class PriceLadder {
  readonly #prices: readonly Price[];
  /** Lowest first; a ladder has one to three of them. */
  readonly #bands: readonly Band[];

  constructor(table: TickTable, { lowerLimit, upperLimit }: PriceLimits) {
    assert(isOnTick(table, lowerLimit) && isOnTick(table, upperLimit), 'daily limits must be valid prices');
    const prices: Price[] = [];
    for (let price = lowerLimit; price <= upperLimit; price = stepTicks(table, price, 1)) prices.push(price);
    this.#prices = prices;
    this.#bands = bandsOf(prices);
  }

  /** Number of prices. */
  get size(): number {
    return this.#prices.length;
  }

  priceAt(index: number): Price {
    const price = this.#prices[index];
    assert(price !== undefined, `no price at ${index} of ${this.#prices.length}`);
    return price;
  }

  /** Index of a price, null when it is off the grid or outside the limits. */
  indexOf(price: Price): number | null {
    const index = this.#atOrBelow(price);
    return this.#prices[index] === price ? index : null;
  }

  /** Where a price that need not be valid lies on the ladder, as a fraction of an index; the ends hold what is beyond them. */
  positionOf(price: number): number {
    const index = this.#atOrBelow(price);
    if (index < 0) return 0;
    const below = this.#prices[index]!;
    const above = this.#prices[index + 1];
    return above === undefined ? index : index + (price - below) / (above - below);
  }

  /** Index of the highest price not above `price`; −1 when all are. */
  #atOrBelow(price: number): number {
    const last = this.#prices.length - 1;
    if (price >= this.#prices[last]!) return last;
    for (let at = this.#bands.length - 1; at >= 0; at--) {
      const { from, index, tick } = this.#bands[at]!;
      if (price >= from) return index + Math.floor((price - from) / tick);
    }
    return -1;
  }
}

function bandsOf(prices: readonly Price[]): Band[] {
  const bands: Band[] = [];
  for (const [index, from] of prices.entries()) {
    const tick = (prices[index + 1] ?? from + 1) - from;
    if (tick !== bands.at(-1)?.tick) bands.push({ from, index, tick });
  }
  return bands;
}
