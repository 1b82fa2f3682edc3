// Stop orders that sleep (krx-rules 3.3): a sale wakes when the last price has fallen to its stop, a buy when it has risen to
// it. They tie up cash and shares, but nobody sees them in the book.

import type { Price } from '#domain/units.ts';
import type { OwnOrder } from '../orders/own-order.ts';

export class StopOrders {
  readonly #sleeping = new Set<OwnOrder>();

  get size(): number {
    return this.#sleeping.size;
  }

  add(order: OwnOrder): void {
    this.#sleeping.add(order);
  }

  /** False when it does not sleep here. */
  delete(order: OwnOrder): boolean {
    return this.#sleeping.delete(order);
  }

  /** Takes out the order that wakes first at `last`: sales by falling stop, buys by rising stop, then by receipt. */
  wake(last: Price): OwnOrder | null {
    let first: OwnOrder | null = null;
    for (const order of this.#sleeping) {
      if (isReached(order, last) && (first === null || wakesBefore(order, first))) first = order;
    }
    if (first !== null) this.#sleeping.delete(first);
    return first;
  }
}

function isReached({ side, pricing }: OwnOrder, last: Price): boolean {
  if (pricing.type !== 'stop-limit') return false;
  return side === 'sell' ? last <= pricing.stop : last >= pricing.stop;
}

/** Between a sale and a buy, which no rule ranks, the earlier one goes first. */
function wakesBefore(one: OwnOrder, other: OwnOrder): boolean {
  if (one.side !== other.side || one.pricing.type !== 'stop-limit' || other.pricing.type !== 'stop-limit') {
    return Number(one.orderNo) < Number(other.orderNo);
  }
  const difference = one.pricing.stop - other.pricing.stop;
  if (difference === 0) return Number(one.orderNo) < Number(other.orderNo);
  return one.side === 'sell' ? difference > 0 : difference < 0;
}
