// Puts the orders of others into a book so that it shows what a tape or a recording says, and lets the orders of accounts that
// stand in the way trade. Orders of accounts keep their places in the queues: others come behind them and leave from
// behind, and only trades take away what stands in front.

import type { OrderSide } from '#domain/order.ts';
import type { Quantity } from '#domain/units.ts';
import { BookOrder, type BookSide } from '../../book/book-side.ts';
import type { OrderBook } from '../../book/order-book.ts';

export class FlowBook<Owner> {
  readonly #orders: OrderBook<Owner>;
  readonly #size: number;

  /** `size` is the number of prices on the book's ladder. */
  constructor(orders: OrderBook<Owner>, size: number) {
    this.#orders = orders;
    this.#size = size;
  }

  /** Withdraws all orders of others, at prices and without. */
  clear(): void {
    for (const side of [this.#orders.bids, this.#orders.asks]) {
      for (let index = side.best; this.#isOnLadder(index); index = side.worseThan(index)) {
        this.#withdraw(side, index);
      }
      this.#withdraw(side, this.#size);
    }
  }

  /** Withdraws the orders of others at prices better than `index`. */
  clearBetter(side: OrderSide, index: number): void {
    const own = this.#orders.own(side);
    let at = own.best;
    while (this.#isOnLadder(at) && isBetter(side, at, index)) {
      const next = own.worseThan(at);
      this.#withdraw(own, at);
      at = next;
    }
  }

  /** Shares of accounts waiting at prices better than `index`. */
  accountsBetter(side: OrderSide, index: number): Quantity {
    const own = this.#orders.own(side);
    let shares = 0;
    for (let at = own.best; this.#isOnLadder(at) && isBetter(side, at, index); at = own.worseThan(at)) {
      shares += accountShares(own, at);
    }
    return shares;
  }

  /** Shares of accounts that an auction at `index` would serve: market orders, better prices, and that price. */
  accountsWilling(side: OrderSide, index: number): Quantity {
    const own = this.#orders.own(side);
    return accountShares(own, this.#size) + this.accountsBetter(side, index) + accountShares(own, index);
  }

  /** Adds an order of others, unless it would trade there. */
  rest(side: OrderSide, index: number, quantity: Quantity): void {
    if (quantity < 1 || !this.#isOnLadder(index)) return;
    const counter = this.#orders.counter(side);
    if (side === 'buy' ? index >= counter.best : index <= counter.best) return;
    this.gather(side, index, quantity);
  }

  /** Adds an order of others that waits for an auction, where orders may cross. */
  gather(side: OrderSide, index: number, quantity: Quantity): void {
    if (!this.#isOnLadder(index) || quantity < 1) return;
    this.#orders.rest(new BookOrder<Owner>(0, side, null, Math.round(quantity)), index);
  }

  /** Makes the others have exactly `quantity` shares at a price: more of them come last, fewer leave from behind. */
  setLevel(side: OrderSide, index: number, quantity: Quantity): void {
    const own = this.#orders.own(side);
    let excess = (own.quantities[index] ?? 0) - accountShares(own, index) - quantity;
    if (excess < 0) this.rest(side, index, -excess);
    for (let order = own.lastAt(index); order !== null && excess > 0; ) {
      const earlier = order.before;
      if (order.owner === null) {
        const gone = Math.min(excess, order.remaining);
        this.#orders.remove(order, gone);
        excess -= gone;
      }
      order = earlier;
    }
  }

  /**
   * Orders of others of `side`, `quantity` shares in all, reach the price at `limit`: what an account has waiting at better
   * prices trades with them. Returns the shares left for that price itself.
   */
  meetBetter(side: OrderSide, limit: number, quantity: Quantity): Quantity {
    const waiting = side === 'buy' ? 'sell' : 'buy';
    const shares = Math.min(this.accountsBetter(waiting, limit), quantity);
    if (shares === 0) return quantity;
    this.#orders.match(new BookOrder<Owner>(0, side, null, shares), side === 'buy' ? limit - 1 : limit + 1);
    return quantity - shares;
  }

  /** The same at the price itself, in the order of the queue: others are taken off it, accounts trade. */
  meetLevel(side: OrderSide, index: number, quantity: Quantity): void {
    const counter = this.#orders.counter(side);
    let left = quantity;
    for (let order = counter.firstAt(index); order !== null && left > 0; ) {
      const next = order.behind;
      const shares = Math.min(order.remaining, left);
      if (order.owner === null) this.#orders.remove(order, shares);
      else this.#orders.match(new BookOrder<Owner>(0, side, null, shares), index);
      left -= shares;
      order = next;
    }
  }

  #withdraw(own: BookSide<Owner>, index: number): void {
    for (let order = own.lastAt(index); order !== null; ) {
      const earlier = order.before;
      if (order.owner === null) this.#orders.remove(order);
      order = earlier;
    }
  }

  #isOnLadder(index: number): boolean {
    return index >= 0 && index < this.#size;
  }
}

function isBetter(side: OrderSide, index: number, than: number): boolean {
  return side === 'buy' ? index > than : index < than;
}

function accountShares<Owner>(side: BookSide<Owner>, index: number): Quantity {
  let shares = 0;
  for (let order = side.firstAt(index); order !== null; order = order.behind) {
    if (order.owner !== null) shares += order.remaining;
  }
  return shares;
}
