// All valid prices of one instrument on one day, lowest first: between the daily limits, on the tick grid. The book and
// the order flow speak in indexes on this ladder; only here they become won.

import { assert } from '#domain/assert.ts';
import type { PriceLimits } from '#domain/price-limit.ts';
import { isOnTick, stepTicks, type TickTable } from '#domain/tick.ts';
import type { Price } from '#domain/units.ts';

export class PriceLadder {
  readonly #prices: readonly Price[];

  constructor(table: TickTable, { lowerLimit, upperLimit }: PriceLimits) {
    assert(isOnTick(table, lowerLimit) && isOnTick(table, upperLimit), 'daily limits must be valid prices');
    const prices: Price[] = [];
    for (let price = lowerLimit; price <= upperLimit; price = stepTicks(table, price, 1)) prices.push(price);
    this.#prices = prices;
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
    let low = 0;
    let high = this.#prices.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#prices[middle]! <= price) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
