// Where an order stands on the price ladder: at its limit, or at what the exchange puts in the place of one (krx-rules 3.3, 7.1).

import { assert } from '#domain/assert.ts';
import type { OrderSide } from '#domain/order.ts';
import type { NewOrder } from './contract.ts';
import type { MarketDay } from './market-day.ts';

/** The index an order may trade up to (krx-rules 3.3): its limit, or what stands in for it. */
export function limitIndex({ side, pricing }: NewOrder, { ladder, orders, lastIndex }: MarketDay): number {
  const own = orders.own(side);
  const counter = orders.counter(side);
  switch (pricing.type) {
    case 'limit': {
      const index = ladder.indexOf(pricing.price);
      assert(index !== null, 'a checked price is on the ladder');
      return index;
    }
    case 'market':
      return side === 'buy' ? ladder.size - 1 : 0;
    case 'best-counter':
      if (!counter.isEmpty) return counter.best;
      return own.isEmpty ? lastIndex : oneBetter(side, own.best, ladder.size);
    case 'best-own':
      return own.isEmpty ? lastIndex : own.best;
  }
}

/** Where what is left of a market order waits: the other side is used up, so one tick better than the best of its own. */
export function restIndex(side: OrderSide, { ladder, orders, lastIndex }: MarketDay): number {
  const own = orders.own(side);
  return own.isEmpty ? lastIndex : oneBetter(side, own.best, ladder.size);
}

function oneBetter(side: OrderSide, index: number, size: number): number {
  return side === 'buy' ? Math.min(index + 1, size - 1) : Math.max(index - 1, 0);
}
