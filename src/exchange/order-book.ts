// The book of one instrument: price, then time. An order that comes in trades at the prices of those already there
// (krx-rules 7.1); in an auction all gather and trade at one price. Orders of one account may meet each other, as on the
// exchange: keeping them apart is the engine's duty.

import { assert } from '#domain/assert.ts';
import type { BookLevel } from '#domain/market-event.ts';
import type { OrderSide } from '#domain/order.ts';
import type { Price, Quantity } from '#domain/units.ts';
import { type AuctionPrice, auctionPrice } from './auction.ts';
import { type BookOrder, BookSide } from './book-side.ts';
import type { PriceLadder } from './price-ladder.ts';

/** Hears of every execution while it happens. Must not touch the book. */
export interface BookListener<Owner> {
  /** `taker` came to `maker`, who was there first. */
  matched(maker: BookOrder<Owner>, taker: BookOrder<Owner>, price: Price, quantity: Quantity): void;
  /** An order's share of an auction. */
  allotted(order: BookOrder<Owner>, price: Price, quantity: Quantity): void;
}

export class OrderBook<Owner> {
  readonly bids: BookSide<Owner>;
  readonly asks: BookSide<Owner>;
  readonly #ladder: PriceLadder;
  readonly #listener: BookListener<Owner>;

  constructor(ladder: PriceLadder, listener: BookListener<Owner>) {
    this.#ladder = ladder;
    this.#listener = listener;
    this.bids = new BookSide('buy', ladder.size);
    this.asks = new BookSide('sell', ladder.size);
  }

  /** The side where orders of `side` wait. */
  own(side: OrderSide): BookSide<Owner> {
    return side === 'buy' ? this.bids : this.asks;
  }

  /** The side orders of `side` trade with. */
  counter(side: OrderSide): BookSide<Owner> {
    return side === 'buy' ? this.asks : this.bids;
  }

  /** True when the best bid has reached the best ask: only in auctions. */
  get isCrossed(): boolean {
    return this.bids.best >= this.asks.best;
  }

  /** Shares that an order with this limit could trade at once. */
  available(side: OrderSide, limit: number): Quantity {
    const counter = this.counter(side);
    let quantity = 0;
    for (let index = counter.best; isWithin(side, index, limit) && this.#isOnLadder(index); ) {
      quantity += counter.quantities[index]!;
      index = counter.worseThan(index);
    }
    return quantity;
  }

  /** Trades an incoming order against what waits at its limit or better, best price and earliest order first. */
  match(taker: BookOrder<Owner>, limit: number): void {
    const counter = this.counter(taker.side);
    while (taker.remaining > 0 && !counter.isEmpty && isWithin(taker.side, counter.best, limit)) {
      const index = counter.best;
      const maker = counter.firstAt(index);
      assert(maker !== null, `a level without orders at ${index}`);
      const quantity = Math.min(maker.remaining, taker.remaining);
      taker.remaining -= quantity;
      counter.take(maker, quantity);
      this.#listener.matched(maker, taker, this.#ladder.priceAt(index), quantity);
    }
  }

  /** Lets an order wait at a price. Outside auctions it must have been matched there first. */
  rest(order: BookOrder<Owner>, index: number): void {
    this.own(order.side).join(order, index);
  }

  /** Lets a market order wait for the auction. */
  restUnpriced(order: BookOrder<Owner>): void {
    this.own(order.side).joinUnpriced(order);
  }

  /** Takes shares of a waiting order out of the book; the rest keeps its place. */
  remove(order: BookOrder<Owner>, quantity: Quantity = order.remaining): void {
    assert(
      order.index >= 0 && quantity > 0 && quantity <= order.remaining,
      `order ${order.no} has no ${quantity} shares`,
    );
    this.own(order.side).take(order, quantity);
  }

  /** What an auction would come to now. `previous` is the index of the last or the base price. */
  auctionPrice(previous: number): AuctionPrice | null {
    return auctionPrice({
      buys: { limits: this.bids.quantities, market: this.bids.unpriced },
      sells: { limits: this.asks.quantities, market: this.asks.unpriced },
      size: this.#ladder.size,
      previous,
    });
  }

  /** Holds the auction. Market orders left over then wait one tick better than the best of their own side. */
  uncross(previous: number): AuctionPrice | null {
    const outcome = this.auctionPrice(previous);
    if (outcome !== null) {
      this.#allot(this.bids, outcome);
      this.#allot(this.asks, outcome);
    }
    this.#priceUnpriced(this.bids, previous);
    this.#priceUnpriced(this.asks, previous);
    assert(!this.isCrossed, 'an auction must leave no crossed book');
    return outcome;
  }

  /** Forgets all orders: the day is over. */
  clear(): void {
    this.bids.clear();
    this.asks.clear();
  }

  /** Best levels first, `count` at most. */
  levels(side: OrderSide, count: number): BookLevel[] {
    const own = this.own(side);
    const levels: BookLevel[] = [];
    for (
      let index = own.best;
      levels.length < count && this.#isOnLadder(index);
      index = own.worseThan(index)
    ) {
      levels.push({ price: this.#ladder.priceAt(index), quantity: own.quantities[index]! });
    }
    return levels;
  }

  #allot(own: BookSide<Owner>, { index, volume }: AuctionPrice): void {
    const price = this.#ladder.priceAt(index);
    let left = volume;
    while (left > 0) {
      const order = own.firstUnpriced() ?? own.firstAt(own.best);
      assert(order !== null, 'an auction found more shares than it has');
      const quantity = Math.min(order.remaining, left);
      own.take(order, quantity);
      left -= quantity;
      this.#listener.allotted(order, price, quantity);
    }
  }

  /** Nothing crosses here: a market order is only left over when the other side is used up as far as it reaches. */
  #priceUnpriced(own: BookSide<Owner>, previous: number): void {
    const step = own.side === 'buy' ? 1 : -1;
    const wanted = own.isEmpty ? previous : own.best + step;
    const index = Math.min(Math.max(wanted, 0), this.#ladder.size - 1);
    for (let order = own.firstUnpriced(); order !== null; order = own.firstUnpriced()) {
      const { remaining } = order;
      own.take(order, remaining);
      order.remaining = remaining;
      own.join(order, index);
    }
  }

  #isOnLadder(index: number): boolean {
    return index >= 0 && index < this.#ladder.size;
  }
}

/** True when a price suits an order of `side` with this limit. */
function isWithin(side: OrderSide, index: number, limit: number): boolean {
  return side === 'buy' ? index <= limit : index >= limit;
}
