// Puts orders of accounts where they belong in a market: they trade what they can at once, and what is left waits in the book,
// in the middle of it, in a fixed-price session, or asleep. What is immediate and not filled ends.

import { assert } from '#domain/assert.ts';
import { BookOrder } from '../book/book-side.ts';
import type { MarketDay } from '../day/market-day.ts';
import type { OrderKeeper } from './order-keeper.ts';
import { limitIndex, restIndex } from './order-pricing.ts';
import type { OwnOrder } from './own-order.ts';

type Queued = BookOrder<OwnOrder>;

export class OrderPlacing {
  readonly #keeper: OrderKeeper;

  constructor(keeper: OrderKeeper) {
    this.#keeper = keeper;
  }

  /** A new order comes in. */
  place(order: OwnOrder, day: MarketDay): void {
    const queued = queue(order);
    switch (order.pricing.type) {
      case 'opening-fixed':
      case 'closing-fixed':
        sessionOf(order, day).receive(queued);
        break;
      case 'stop-limit':
        order.bookOrder = null;
        day.stops.add(order);
        break;
      case 'mid-price':
        this.#placeMid(order, queued, day);
        break;
      default:
        this.#placeInBook(order, queued, day);
    }
    day.touch();
    day.settle();
    day.tellBook();
  }

  /** A sleeping stop order is a limit order from now on, in the place of the moment it was received. */
  awake(order: OwnOrder, day: MarketDay): void {
    const { pricing } = order;
    assert(pricing.type === 'stop-limit', `order ${order.orderNo} is no stop order`);
    const queued = queue(order);
    const index = limitIndex(order, day);
    order.price = pricing.price;
    day.orders.match(queued, index);
    if (queued.remaining > 0) day.orders.restByNumber(queued, index);
    day.touch();
  }

  /** What is left of a conditional order becomes a market order for the closing auction, as if it were received only now. */
  convert(order: OwnOrder, day: MarketDay): void {
    const { bookOrder } = order;
    assert(bookOrder !== null, `order ${order.orderNo} is in no book`);
    day.orders.remove(bookOrder);
    day.orders.restUnpriced(queue(order, day.nextOrderNo()));
    order.price = null;
    day.touch();
  }

  /** Puts a saved order back by the number `place`, behind whoever is there already; nothing is matched. */
  reopen(order: OwnOrder, place: number, day: MarketDay): void {
    const { pricing, price, side } = order;
    if (pricing.type === 'stop-limit' && price === null) {
      day.stops.add(order);
      return;
    }
    const queued = queue(order, place);
    if (pricing.type === 'opening-fixed' || pricing.type === 'closing-fixed')
      sessionOf(order, day).receive(queued);
    else if (pricing.type === 'mid-price') day.orders.midOwn(side).joinUnpriced(queued);
    else if (price === null) day.orders.restUnpriced(queued);
    else {
      const index = day.ladder.indexOf(price);
      assert(index !== null, `order ${order.orderNo} stands at ${price}, which is no price of the day`);
      day.orders.rest(queued, index);
    }
  }

  /** Takes shares of a waiting order out of its place; the rest keeps it. */
  takeOut(order: OwnOrder, quantity: number, day: MarketDay): void {
    if (order.bookOrder !== null) day.orders.remove(order.bookOrder, quantity);
    else if (quantity === order.remaining) day.stops.delete(order);
  }

  #placeInBook(order: OwnOrder, queued: Queued, day: MarketDay): void {
    const { orders } = day;
    const { side, timeInForce } = order;
    const isMarket = order.pricing.type === 'market';
    const limit = limitIndex(order, day);
    if (day.matching === 'continuous') {
      const isKilled = timeInForce === 'fok' && orders.available(side, limit) < order.quantity;
      if (!isKilled) orders.match(queued, limit);
      if (queued.remaining === 0) return;
      if (timeInForce !== 'day') {
        this.#keeper.end(order);
        return;
      }
    }
    // An order that interrupts trading waits for the auction it set off, a market order without a price.
    if (isMarket && (day.matching !== 'continuous' || day.isBroken)) {
      orders.restUnpriced(queued);
      return;
    }
    const index = isMarket ? restIndex(side, day) : limit;
    orders.rest(queued, index);
    order.price = day.ladder.priceAt(index);
  }

  #placeMid(order: OwnOrder, queued: Queued, { orders }: MarketDay): void {
    const { side, timeInForce } = order;
    const isKilled = timeInForce === 'fok' && orders.availableAtMid(side) < order.quantity;
    if (!isKilled) orders.matchMid(queued);
    if (queued.remaining === 0) return;
    if (timeInForce === 'day') orders.midOwn(side).joinUnpriced(queued);
    else this.#keeper.end(order);
  }
}

/** A place in a queue for what is left of an order, by a number that says when it came. */
function queue(order: OwnOrder, place = Number(order.orderNo)): Queued {
  order.bookOrder = new BookOrder<OwnOrder>(place, order.side, order, order.remaining);
  return order.bookOrder;
}

function sessionOf({ pricing, orderNo }: OwnOrder, day: MarketDay) {
  assert(
    pricing.type === 'opening-fixed' || pricing.type === 'closing-fixed',
    `order ${orderNo} names no session`,
  );
  const session = day.fixedPrice(pricing.type);
  assert(session !== null, `order ${orderNo} came when there is no session of its kind`);
  return session;
}
