// The trades of one instrument and day in typed arrays: seventeen bytes a trade, so that a lively day of hundreds of
// instruments stays in memory, and the last few days as well.

import type { OrderSide } from '#domain/order.ts';
import { kstDate, kstMidnight } from '#domain/time.ts';
import type { EpochMs, Price, Quantity } from '#domain/units.ts';

/** One execution, as the tick chart lists it. */
export interface Tick {
  readonly at: EpochMs;
  readonly price: Price;
  readonly quantity: Quantity;
  /** 1 a buyer came, -1 a seller came, 0 neither: an auction, or nobody was told. */
  readonly side: -1 | 0 | 1;
}

const FIRST_CAPACITY = 256;
const SIDES = { buy: 1, sell: -1 } as const satisfies Record<OrderSide, Tick['side']>;

export class TickLog {
  /** Midnight of the day; times are kept as milliseconds since. */
  #midnight: EpochMs = 0;
  #at = new Uint32Array(FIRST_CAPACITY);
  #price = new Uint32Array(FIRST_CAPACITY);
  #quantity = new Float64Array(FIRST_CAPACITY);
  #side = new Int8Array(FIRST_CAPACITY);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Adds a trade of the same Korean day as those before it. */
  add(at: EpochMs, price: Price, quantity: Quantity, aggressor: OrderSide | null): void {
    const index = this.#length;
    if (index === 0) this.#midnight = kstMidnight(kstDate(at));
    if (index === this.#at.length) this.#resize(index * 2);
    this.#at[index] = at - this.#midnight;
    this.#price[index] = price;
    this.#quantity[index] = quantity;
    this.#side[index] = aggressor === null ? 0 : SIDES[aggressor];
    this.#length++;
  }

  /** The trade at place `index`, from 0. */
  at(index: number): Tick {
    return {
      at: this.#midnight + this.#at[index]!,
      price: this.#price[index]!,
      quantity: this.#quantity[index]!,
      side: this.#side[index]! as Tick['side'],
    };
  }

  /** Trades from `from` on, oldest first; made anew with every call. */
  list(from = 0): Tick[] {
    const ticks: Tick[] = [];
    for (let index = from; index < this.#length; index++) {
      ticks.push(this.at(index));
    }
    return ticks;
  }

  /** Shares traded from `from` on; only so many trades are looked at. */
  volumeSince(from: EpochMs): Quantity {
    const since = from - this.#midnight;
    let volume = 0;
    for (let index = this.#length - 1; index >= 0 && this.#at[index]! >= since; index--) {
      volume += this.#quantity[index]!;
    }
    return volume;
  }

  /** Gives back the room that no trade needs any more: the day is over. */
  trim(): void {
    this.#resize(this.#length);
  }

  #resize(capacity: number): void {
    const at = new Uint32Array(capacity);
    const price = new Uint32Array(capacity);
    const quantity = new Float64Array(capacity);
    const side = new Int8Array(capacity);
    const kept = Math.min(capacity, this.#at.length);
    at.set(this.#at.subarray(0, kept));
    price.set(this.#price.subarray(0, kept));
    quantity.set(this.#quantity.subarray(0, kept));
    side.set(this.#side.subarray(0, kept));
    this.#at = at;
    this.#price = price;
    this.#quantity = quantity;
    this.#side = side;
  }
}
