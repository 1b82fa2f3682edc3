// One side of a book: a queue of orders at every price of the ladder, and one more queue for orders without a price.
// Queues are linked lists through the orders themselves, so that joining, leaving and filling cost the same at any depth.

import type { OrderSide } from '#domain/order.ts';
import type { Quantity } from '#domain/units.ts';

/** An order in the book. `owner` is null for the orders of the market around us. */
export class BookOrder<Owner> {
  readonly no: number;
  readonly side: OrderSide;
  readonly owner: Owner | null;
  remaining: Quantity;
  /** Queue it stands in: an index on the ladder, the ladder's size for the queue without price, −1 for none. */
  index = -1;
  before: BookOrder<Owner> | null = null;
  behind: BookOrder<Owner> | null = null;
  /** The side it waits on; null while it waits nowhere. */
  home: BookSide<Owner> | null = null;

  constructor(no: number, side: OrderSide, owner: Owner | null, quantity: Quantity) {
    this.no = no;
    this.side = side;
    this.owner = owner;
    this.remaining = quantity;
  }
}

/** `size` 0 makes a side without prices: one queue by time, read with `firstUnpriced`. */
export class BookSide<Owner> {
  readonly side: OrderSide;
  /** Shares waiting at each index; the last one counts those without a price. */
  readonly quantities: Float64Array;
  readonly #first: (BookOrder<Owner> | null)[];
  readonly #last: (BookOrder<Owner> | null)[];
  readonly #size: number;
  /** Index of the best price: the highest bid, the lowest ask. −1 (bids) or the ladder's size (asks) when there is none. */
  #best: number;
  #total: Quantity = 0;

  constructor(side: OrderSide, size: number) {
    this.side = side;
    this.#size = size;
    this.quantities = new Float64Array(size + 1);
    this.#first = new Array<BookOrder<Owner> | null>(size + 1).fill(null);
    this.#last = new Array<BookOrder<Owner> | null>(size + 1).fill(null);
    this.#best = this.#none;
  }

  get best(): number {
    return this.#best;
  }

  get isEmpty(): boolean {
    return this.#best === this.#none;
  }

  /** Shares waiting at prices. */
  get total(): Quantity {
    return this.#total;
  }

  /** Shares waiting without a price: market orders in an auction. */
  get unpriced(): Quantity {
    return this.quantities[this.#size]!;
  }

  firstAt(index: number): BookOrder<Owner> | null {
    return this.#first[index] ?? null;
  }

  lastAt(index: number): BookOrder<Owner> | null {
    return this.#last[index] ?? null;
  }

  firstUnpriced(): BookOrder<Owner> | null {
    return this.firstAt(this.#size);
  }

  /** Puts an order at the end of the queue at `index`. */
  join(order: BookOrder<Owner>, index: number): void {
    const last = this.#last[index] ?? null;
    order.index = index;
    order.home = this;
    order.before = last;
    order.behind = null;
    if (last === null) this.#first[index] = order;
    else last.behind = order;
    this.#last[index] = order;
    this.#count(index, order.remaining);
    if (index < this.#size && this.#isBetter(index)) this.#best = index;
  }

  /** Puts an order into the queue at `index` where its number belongs: it was received before it comes here. */
  joinByNumber(order: BookOrder<Owner>, index: number): void {
    let before = this.#last[index] ?? null;
    while (before !== null && before.no > order.no) before = before.before;
    if (before === (this.#last[index] ?? null)) {
      this.join(order, index);
      return;
    }
    const behind = before === null ? this.#first[index]! : before.behind!;
    order.index = index;
    order.home = this;
    order.before = before;
    order.behind = behind;
    behind.before = order;
    if (before === null) this.#first[index] = order;
    else before.behind = order;
    this.#count(index, order.remaining);
  }

  joinUnpriced(order: BookOrder<Owner>): void {
    this.join(order, this.#size);
  }

  /** Takes `quantity` off an order, which leaves its queue when nothing is left. */
  take(order: BookOrder<Owner>, quantity: Quantity): void {
    const { index, before, behind } = order;
    order.remaining -= quantity;
    this.#count(index, -quantity);
    if (order.remaining > 0) return;
    if (before === null) this.#first[index] = behind;
    else before.behind = behind;
    if (behind === null) this.#last[index] = before;
    else behind.before = before;
    order.index = -1;
    order.home = null;
    order.before = null;
    order.behind = null;
    if (index === this.#best && index < this.#size && this.quantities[index] === 0)
      this.#best = this.#nextFrom(index);
  }

  /** Forgets all orders. */
  clear(): void {
    this.quantities.fill(0);
    this.#first.fill(null);
    this.#last.fill(null);
    this.#best = this.#none;
    this.#total = 0;
  }

  /** The next index behind `index` at which somebody waits, seen from the best price; the "none" value at the end. */
  worseThan(index: number): number {
    return this.#nextFrom(index);
  }

  get #none(): number {
    return this.side === 'buy' ? -1 : this.#size;
  }

  #isBetter(index: number): boolean {
    return this.side === 'buy' ? index > this.#best : index < this.#best;
  }

  #count(index: number, change: Quantity): void {
    this.quantities[index] = this.quantities[index]! + change;
    if (index < this.#size) this.#total += change;
  }

  #nextFrom(index: number): number {
    const { quantities } = this;
    const step = this.side === 'buy' ? -1 : 1;
    const none = this.#none;
    let at = index + step;
    while (at !== none && quantities[at] === 0) at += step;
    return at;
  }
}
