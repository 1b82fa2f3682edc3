// Where an order stands on the price ladder: at its limit, or at what the exchange puts in the place of one (krx-rules 3.3, 7.1).

import { assert } from '#domain/assert.ts';
import type { OrderSide } from '#domain/order.ts';
import type { Price } from '#domain/units.ts';
import type { NewOrder, OrderTerms } from '../contract.ts';
import type { MarketDay } from '../day/market-day.ts';
import { limitPriceOf } from './order-terms.ts';

/** An order as far as its price depends on it. */
type Priced = Pick<NewOrder, 'side' | 'pricing'>;

/** The index an order may trade up to: its limit, or what stands in for it. Not for orders that stand outside the book. */
export function limitIndex({ side, pricing }: Priced, { ladder, orders, lastIndex }: MarketDay): number {
  const own = orders.own(side);
  const counter = orders.counter(side);
  switch (pricing.type) {
    case 'market':
      return side === 'buy' ? ladder.size - 1 : 0;
    case 'best-counter':
      if (!counter.isEmpty) return counter.best;
      return own.isEmpty ? lastIndex : oneBetter(side, own.best, ladder.size);
    case 'best-own':
      return own.isEmpty ? lastIndex : own.best;
    default: {
      const price = limitPriceOf(pricing);
      const index = price === null ? null : ladder.indexOf(price);
      assert(index !== null, `an order ${pricing.type} has no place on the ladder`);
      return index;
    }
  }
}

/** Where what is left of a market order waits: the other side is used up, so one tick better than the best of its own. */
export function restIndex(side: OrderSide, { ladder, orders, lastIndex }: MarketDay): number {
  const own = orders.own(side);
  return own.isEmpty ? lastIndex : oneBetter(side, own.best, ladder.size);
}

/**
 * What a share of a buy is counted at, won: the most it can come to cost. What has no price, or may lose it in the closing
 * auction, counts at the upper limit.
 */
export function reservePrice(order: Priced, day: MarketDay): Price {
  const { pricing } = order;
  switch (pricing.type) {
    case 'market':
    case 'mid-price':
    case 'conditional-limit':
      return day.reference.upperLimit;
    case 'opening-fixed':
    case 'closing-fixed':
      // Before there is a close it may be any price of the day (krx-rules 3.3).
      return day.fixedPrice(pricing.type)?.price ?? day.reference.upperLimit;
    case 'best-counter':
    case 'best-own':
      return day.ladder.priceAt(limitIndex(order, day));
    default:
      return pricing.price;
  }
}

/** What a share of a saved buy was counted at when it came in: the prices of that moment are gone, but it stands at them. */
export function savedReservePrice(order: Priced & { readonly price: Price | null }, day: MarketDay): Price {
  const { type } = order.pricing;
  const isUnlimited = type === 'market' || type === 'mid-price' || type === 'conditional-limit';
  return isUnlimited || order.price === null ? reservePrice(order, day) : order.price;
}

/** The price an order stands at from its receipt on, null while it has none. */
export function standingPrice(order: Priced, day: MarketDay): Price | null {
  switch (order.pricing.type) {
    case 'market':
    case 'mid-price':
    case 'stop-limit':
      return null;
    case 'opening-fixed':
    case 'closing-fixed':
      return day.fixedPrice(order.pricing.type)?.price ?? null;
    case 'conditional-limit':
      return order.pricing.price;
    default:
      return reservePrice(order, day);
  }
}

/** The terms of an order that was modified to `price` (and `stop`): a kind of order with a meaning of its own keeps it. */
export function modifiedTerms(
  pricing: OrderTerms,
  isSleeping: boolean,
  price: Price,
  stop: Price | null,
): OrderTerms {
  if (pricing.type === 'conditional-limit' || pricing.type === 'after-hours-limit')
    return { ...pricing, price };
  if (pricing.type === 'stop-limit' && isSleeping) return { ...pricing, price, stop: stop ?? pricing.stop };
  return { type: 'limit', price };
}

function oneBetter(side: OrderSide, index: number, size: number): number {
  return side === 'buy' ? Math.min(index + 1, size - 1) : Math.max(index - 1, 0);
}
