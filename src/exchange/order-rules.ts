// What the exchange and the broker's margin desk check before an order is taken, in the order they check it: the session, the
// instrument, the quantity, the price, the type, and at last cash or shares.

import { acceptsOrders, type SessionPhase } from '#domain/session.ts';
import { isOnTick } from '#domain/tick.ts';
import { mulDiv, type Price, type Quantity } from '#domain/units.ts';
import type { AccountBook } from './account.ts';
import type { NewOrder, Rejection, RejectionCode } from './contract.ts';
import { takesOrders } from './day-clock.ts';
import type { MarketDay } from './market-day.ts';

/** Won up to which an order may have any share of the listed stock, and won no order may exceed (krx-rules 7.3). */
const FREE_ORDER_WON = 1_000_000_000;
const LARGEST_ORDER_WON = 100_000_000_000;
const LARGEST_SHARE_PPM = 10_000;

/** A rejection with the limit that was broken and the value that broke it, where there are such. */
export function rejection(
  code: RejectionCode,
  limit: number | null = null,
  actual: number | null = null,
): Rejection {
  return { ok: false, code, limit, actual };
}

/** Why nothing at all is taken now; null when the session is on. `hasOpened` tells the evening from the morning. */
export function checkSession(
  phase: SessionPhase,
  isTradingDay: boolean,
  hasOpened: boolean,
): Rejection | null {
  if (!isTradingDay) return rejection('not-a-trading-day');
  if (takesOrders(phase)) return null;
  return rejection(hasOpened ? 'market-closed' : 'market-not-open');
}

/** Quantity, price and type of a new order. `listedShares` bounds what one order may ask for. */
export function checkTerms(
  { quantity, pricing, timeInForce }: NewOrder,
  market: MarketDay,
  phase: SessionPhase,
  listedShares: Quantity,
): Rejection | null {
  const price = pricing.type === 'limit' ? pricing.price : market.reference.upperLimit;
  return (
    checkQuantity(quantity, price, listedShares) ??
    (pricing.type === 'limit' ? checkPrice(pricing.price, market) : null) ??
    (acceptsOrders(phase, pricing.type, timeInForce) ? null : rejection('order-type-not-allowed'))
  );
}

/** A limit price must be on the tick grid and inside the day's limits. */
export function checkPrice(price: Price, { table, reference }: MarketDay): Rejection | null {
  if (!Number.isSafeInteger(price) || !isOnTick(table, price)) return rejection('off-tick', null, price);
  if (price > reference.upperLimit) return rejection('outside-price-limits', reference.upperLimit, price);
  if (price < reference.lowerLimit) return rejection('outside-price-limits', reference.lowerLimit, price);
  return null;
}

/** Cash for a buy, shares for a sell. `price` is what a buy is counted at. */
export function checkMeans(
  book: AccountBook,
  { symbol, side, quantity }: NewOrder,
  price: Price,
): Rejection | null {
  if (side === 'sell') {
    const sellable = book.sellable(symbol);
    return quantity > sellable ? rejection('insufficient-shares', sellable, quantity) : null;
  }
  const needed = book.reserveFor(price, quantity);
  return needed > book.orderableCash ? rejection('insufficient-cash', book.orderableCash, needed) : null;
}

function checkQuantity(quantity: Quantity, price: Price, listedShares: Quantity): Rejection | null {
  if (!Number.isSafeInteger(quantity) || quantity <= 0) return rejection('bad-quantity', 1, quantity);
  const share = mulDiv(listedShares, LARGEST_SHARE_PPM, 1_000_000);
  const most = Math.max(
    mulDiv(FREE_ORDER_WON, 1, price),
    Math.min(share, mulDiv(LARGEST_ORDER_WON, 1, price)),
  );
  return quantity > most ? rejection('bad-quantity', most, quantity) : null;
}
