// The trades of one instrument and day in three typed arrays: twenty bytes a trade, so that a lively day of hundreds of
// instruments stays in memory.

import type { EpochMs, Price, Quantity } from '#domain/units.ts';

/** One execution, as the tick chart lists it. */
export interface Tick {
  readonly at: EpochMs;
  readonly price: Price;
  readonly quantity: Quantity;
}

const FIRST_CAPACITY = 256;

export class TickLog {
  #at = new Float64Array(FIRST_CAPACITY);
  #price = new Uint32Array(FIRST_CAPACITY);
  #quantity = new Float64Array(FIRST_CAPACITY);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(at: EpochMs, price: Price, quantity: Quantity): void {
    if (this.#length === this.#at.length) this.#grow();
    this.#at[this.#length] = at;
    this.#price[this.#length] = price;
    this.#quantity[this.#length] = quantity;
    this.#length++;
  }

  /** Trades from `from` on, oldest first; made anew with every call. */
  list(from = 0): Tick[] {
    const ticks: Tick[] = [];
    for (let index = from; index < this.#length; index++) {
      ticks.push({ at: this.#at[index]!, price: this.#price[index]!, quantity: this.#quantity[index]! });
    }
    return ticks;
  }

  #grow(): void {
    const capacity = this.#at.length * 2;
    const at = new Float64Array(capacity);
    const price = new Uint32Array(capacity);
    const quantity = new Float64Array(capacity);
    at.set(this.#at);
    price.set(this.#price);
    quantity.set(this.#quantity);
    this.#at = at;
    this.#price = price;
    this.#quantity = quantity;
  }
}
