// The book of one instrument: price, then time. An order that comes in trades at the prices of those already there
// (krx-rules 7.1); in an auction all gather and trade at one price. Orders of one account may meet each other, as on the
// exchange: keeping them apart is the engine's duty.

import { assert } from '#domain/assert.ts';
import type { BookLevel } from '#domain/market-event.ts';
import type { OrderSide } from '#domain/order.ts';
import type { Price, Quantity } from '#domain/units.ts';
import { type AuctionPrice, auctionPrice } from './auction.ts';
import { type BookOrder, BookSide } from './book-side.ts';
import { shareAtLimit } from './limit-sharing.ts';
import type { PriceLadder } from './price-ladder.ts';

/** Hears of every execution while it happens. Must not touch the book. Prices in won. */
export interface BookListener<Owner> {
  /** `taker` came to `maker`, who was there first. */
  matched(maker: BookOrder<Owner>, taker: BookOrder<Owner>, price: Price, quantity: Quantity): void;
  /** An order's share of an auction. */
  allotted(order: BookOrder<Owner>, price: Price, quantity: Quantity): void;
  /** What an auction left of a market order waits at `price` from now on. */
  priced?(order: BookOrder<Owner>, price: Price): void;
  /** The next trade would have been at `price`, which the guard forbids: nothing was traded there. */
  interrupted?(price: Price): void;
}

export class OrderBook<Owner> {
  readonly bids: BookSide<Owner>;
  readonly asks: BookSide<Owner>;
  /** Orders pegged half-way between the best quotes, by time. */
  readonly #midBids = new BookSide<Owner>('buy', 0);
  readonly #midAsks = new BookSide<Owner>('sell', 0);
  /** Prices at which nothing is traded, in won: from the ceiling up and from the floor down. */
  #ceiling: Price = Number.POSITIVE_INFINITY;
  #floor: Price = 0;
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
    let quantity = this.#midReach(side, limit) === null ? 0 : this.midCounter(side).unpriced;
    for (let index = counter.best; isWithin(side, index, limit) && this.#isOnLadder(index); ) {
      if (this.#isGuarded(this.#ladder.priceAt(index))) break;
      quantity += counter.quantities[index]!;
      index = counter.worseThan(index);
    }
    return quantity;
  }

  /** Forbids trades from `ceiling` up and from `floor` down, in won, outside auctions. */
  guard(ceiling: Price, floor: Price): void {
    this.#ceiling = ceiling;
    this.#floor = floor;
  }

  /**
   * Half-way between the best quotes, cut to whole won; null when there is nothing between them: a side is empty, the
   * book is crossed, or they are one won apart.
   */
  get midPrice(): Price | null {
    if (this.bids.isEmpty || this.asks.isEmpty) return null;
    const bid = this.#ladder.priceAt(this.bids.best);
    const mid = Math.floor((bid + this.#ladder.priceAt(this.asks.best)) / 2);
    return mid > bid ? mid : null;
  }

  get hasMidsOnBothSides(): boolean {
    return this.#midBids.unpriced > 0 && this.#midAsks.unpriced > 0;
  }

  /** Where pegged orders of `side` wait. */
  midOwn(side: OrderSide): BookSide<Owner> {
    return side === 'buy' ? this.#midBids : this.#midAsks;
  }

  midCounter(side: OrderSide): BookSide<Owner> {
    return side === 'buy' ? this.#midAsks : this.#midBids;
  }

  /** Shares that a pegged order of `side` could trade at once. */
  availableAtMid(side: OrderSide): Quantity {
    const reach = this.#midReach(side, side === 'buy' ? this.#ladder.size - 1 : 0);
    return reach === null ? 0 : this.midCounter(side).unpriced;
  }

  /** Trades a pegged order that comes in against pegged ones of the other side. */
  matchMid(taker: BookOrder<Owner>): void {
    this.#takeMids(taker, taker.side === 'buy' ? this.#ladder.size - 1 : 0);
  }

  /**
   * Trades pegged orders with each other that met while there was no price for them; the earlier one counts as waiting. True when
   * some traded.
   */
  crossMids(): boolean {
    for (let hasTraded = false; ; hasTraded = true) {
      const bid = this.#midBids.firstUnpriced();
      const ask = this.#midAsks.firstUnpriced();
      const price = bid === null || ask === null ? null : this.midPrice;
      if (bid === null || ask === null || price === null || this.#isGuarded(price)) return hasTraded;
      const quantity = Math.min(bid.remaining, ask.remaining);
      this.#midBids.take(bid, quantity);
      this.#midAsks.take(ask, quantity);
      const isBidFirst = bid.no < ask.no;
      this.#listener.matched(isBidFirst ? bid : ask, isBidFirst ? ask : bid, price, quantity);
    }
  }

  /** Trades an incoming order against what waits at its limit or better, best price and earliest order first. */
  match(taker: BookOrder<Owner>, limit: number): void {
    const counter = this.counter(taker.side);
    if (this.midCounter(taker.side).unpriced > 0) this.#takeMids(taker, limit);
    while (taker.remaining > 0 && !counter.isEmpty && isWithin(taker.side, counter.best, limit)) {
      const index = counter.best;
      const price = this.#ladder.priceAt(index);
      if (this.#isGuarded(price)) {
        this.#listener.interrupted?.(price);
        return;
      }
      const maker = counter.firstAt(index);
      assert(maker !== null, `a level without orders at ${index}`);
      const quantity = Math.min(maker.remaining, taker.remaining);
      taker.remaining -= quantity;
      counter.take(maker, quantity);
      this.#listener.matched(maker, taker, price, quantity);
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

  /** Lets an order that was received earlier wait at a price, in the place its number has there. */
  restByNumber(order: BookOrder<Owner>, index: number): void {
    this.own(order.side).joinByNumber(order, index);
  }

  /** Takes shares of a waiting order out of its queue; the rest keeps its place. */
  remove(order: BookOrder<Owner>, quantity: Quantity = order.remaining): void {
    const { home } = order;
    assert(
      home !== null && quantity > 0 && quantity <= order.remaining,
      `order ${order.no} has no ${quantity} shares`,
    );
    home.take(order, quantity);
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

  /**
   * Holds the auction; null when nothing trades. With `isShared` the first who came are not the first at a daily limit: an
   * opening shares there.
   */
  uncross(previous: number, isShared = false): AuctionPrice | null {
    const outcome = this.auctionPrice(previous);
    if (outcome !== null) {
      const { index } = outcome;
      this.#allot(this.bids, outcome, isShared && index === this.#ladder.size - 1);
      this.#allot(this.asks, outcome, isShared && index === 0);
    }
    assert(!this.isCrossed, 'an auction must leave no crossed book');
    return outcome;
  }

  /**
   * Lets market orders that an auction left over wait one tick better than the best of their own side; `previous` is the index of
   * the price before the auction, for a side where nobody else waits.
   */
  priceLeftOver(previous: number): void {
    this.#priceUnpriced(this.bids, previous);
    this.#priceUnpriced(this.asks, previous);
    assert(!this.isCrossed, 'orders left over must not cross');
  }

  /** Forgets all orders: the day is over. */
  clear(): void {
    this.bids.clear();
    this.asks.clear();
    this.#midBids.clear();
    this.#midAsks.clear();
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

  /** The mid price if an order of `side` with this limit reaches it and somebody may wait there; null otherwise. */
  #midReach(side: OrderSide, limit: number): Price | null {
    if (this.midCounter(side).unpriced === 0) return null;
    const price = this.midPrice;
    if (price === null || this.#isGuarded(price)) return null;
    return isWithin(side, price, this.#ladder.priceAt(limit)) ? price : null;
  }

  #takeMids(taker: BookOrder<Owner>, limit: number): void {
    const waiting = this.midCounter(taker.side);
    const price = this.#midReach(taker.side, limit);
    if (price === null) return;
    for (let maker = waiting.firstUnpriced(); maker !== null && taker.remaining > 0; ) {
      const quantity = Math.min(maker.remaining, taker.remaining);
      taker.remaining -= quantity;
      waiting.take(maker, quantity);
      this.#listener.matched(maker, taker, price, quantity);
      maker = waiting.firstUnpriced();
    }
  }

  #isGuarded(price: Price): boolean {
    return price >= this.#ceiling || price <= this.#floor;
  }

  #allot(own: BookSide<Owner>, { index, volume }: AuctionPrice, isShared: boolean): void {
    const price = this.#ladder.priceAt(index);
    let left = volume;
    if (isShared) {
      // At its own side's limit no order is better than another, market orders included.
      const orders = [...queueOf(own.firstUnpriced()), ...queueOf(own.firstAt(index))];
      orders.sort((one, other) => one.no - other.no);
      const shares = shareAtLimit(
        orders.map(({ remaining }) => remaining),
        volume,
      );
      for (const [at, order] of orders.entries()) this.#allotTo(own, order, price, shares[at]!);
      left = 0;
    }
    while (left > 0) {
      const order = this.#firstInLine(own);
      assert(order !== null, 'an auction found more shares than it has');
      const quantity = Math.min(order.remaining, left);
      left -= quantity;
      this.#allotTo(own, order, price, quantity);
    }
  }

  /**
   * Market orders come first; a limit order at the daily limit of its side is as good as they are, and goes by its number
   * (krx-rules 7.1). Orders of others that have no number stand behind market orders: nobody knows when they came.
   */
  #firstInLine(own: BookSide<Owner>): BookOrder<Owner> | null {
    const market = own.firstUnpriced();
    const limit = own.firstAt(own.best);
    const end = own.side === 'buy' ? this.#ladder.size - 1 : 0;
    if (market === null || own.best !== end || limit === null) return market ?? limit;
    return limit.no > 0 && limit.no < market.no ? limit : market;
  }

  #allotTo(own: BookSide<Owner>, order: BookOrder<Owner>, price: Price, quantity: Quantity): void {
    if (quantity === 0) return;
    own.take(order, quantity);
    this.#listener.allotted(order, price, quantity);
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
      this.#listener.priced?.(order, this.#ladder.priceAt(index));
    }
  }

  #isOnLadder(index: number): boolean {
    return index >= 0 && index < this.#ladder.size;
  }
}

function* queueOf<Owner>(first: BookOrder<Owner> | null): Generator<BookOrder<Owner>> {
  for (let order = first; order !== null; order = order.behind) yield order;
}

/** True when a price (or its index) suits an order of `side` with this limit. */
function isWithin(side: OrderSide, index: number, limit: number): boolean {
  return side === 'buy' ? index <= limit : index >= limit;
}
