// The broker's smart order routing (SOR): one order goes whole to the market whose best opposite quote is better for it; KRX
// when they are equal, when the order would not trade, or when only KRX takes it.

import type { NewOrder } from '../contract.ts';
import type { MarketDay } from '../day/market-day.ts';
import { checkType, type VenueTime } from './order-rules.ts';
import type { MarketVenue, OrderTerms } from './order-terms.ts';

/** What the router forwards (krx-rules 3.3): nothing that belongs to one market's own sessions. */
const ROUTED: ReadonlySet<OrderTerms['type']> = new Set(['limit', 'market', 'best-counter', 'best-own']);

/** False for an order that names SOR and is of a kind that only goes to a market by name (krx-rules 3.3). */
export function isRoutable({ venue, pricing }: Pick<NewOrder, 'venue' | 'pricing'>): boolean {
  return venue !== 'SOR' || ROUTED.has(pricing.type);
}

/** The market an order goes to. One that names its market goes there, whether or not it is taken. */
export function chooseVenue(
  order: NewOrder,
  markets: { readonly day: MarketDay; readonly nxt: MarketDay | null },
  timeOf: (day: MarketDay) => VenueTime,
): MarketVenue {
  const { venue = 'KRX' } = order;
  if (venue !== 'SOR') return venue;
  const { day, nxt } = markets;
  if (nxt === null || !ROUTED.has(order.pricing.type) || checkType(order, nxt, timeOf(nxt)) !== null)
    return 'KRX';
  if (checkType(order, day, timeOf(day)) !== null) return 'NXT';
  return isBetter(order, nxt, day) ? 'NXT' : 'KRX';
}

/** True when `order` could trade on `nxt`, at a better price than on `krx`. */
function isBetter({ side, pricing }: NewOrder, nxt: MarketDay, krx: MarketDay): boolean {
  if (nxt.matching !== 'continuous' || krx.matching !== 'continuous') return false;
  const there = bestCounter(side, nxt);
  const here = bestCounter(side, krx);
  if (there === null || pricing.type === 'best-own') return false;
  if (pricing.type === 'limit' && (side === 'buy' ? there > pricing.price : there < pricing.price))
    return false;
  return here === null || (side === 'buy' ? there < here : there > here);
}

function bestCounter(side: NewOrder['side'], { orders, ladder }: MarketDay): number | null {
  const counter = orders.counter(side);
  return counter.isEmpty ? null : ladder.priceAt(counter.best);
}
