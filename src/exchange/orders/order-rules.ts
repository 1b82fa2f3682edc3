// What the exchange and the broker's margin desk check before an order is taken, in the order they check it: the session, the
// type, the quantity, the prices, and at last (order-desk.ts) cash or shares.

import { isOnTick } from '#domain/tick.ts';
import { mulDiv, type Price, type Quantity, type TradeDate } from '#domain/units.ts';
import type { NewOrder, Rejection, RejectionCode } from '../contract.ts';
import type { MarketDay } from '../day/market-day.ts';
import { reservePrice } from './order-pricing.ts';
import { limitPriceOf, type OrderTerms, termsKey } from './order-terms.ts';
import { isTaking, takesTerms } from './order-validity.ts';

/** Won up to which an order may have any share of the listed stock, and won no order may exceed (krx-rules 7.3). */
const FREE_ORDER_WON = 1_000_000_000;
const LARGEST_ORDER_WON = 100_000_000_000;
/** First trade date of these bounds; every order might ask for five parts of a hundred before. */
const ORDER_BOUNDS_FROM: TradeDate = '2018-09-17';
/** ELWs are traded by lots of so many; everything else by the share. */
const ELW_LOT: Quantity = 10;
/** A company worth less than this may have five parts of a hundred in one order, others one. */
const SMALL_COMPANY_WON = 20_000_000_000;
const LARGEST_SHARE_PPM = 10_000;
const LARGEST_SMALL_SHARE_PPM = 50_000;

/** The day and hour as a market sees them. */
export interface VenueTime {
  readonly now: number;
  readonly isTradingDay: boolean;
  /** Tells the evening from the morning. */
  readonly hasBegun: boolean;
}

/** A rejection with the limit that was broken and the value that broke it, where there are such. */
export function rejection(
  code: RejectionCode,
  limit: number | null = null,
  actual: number | null = null,
): Rejection {
  return { ok: false, code, limit, actual };
}

/** Why nothing at all happens to an instrument's orders now; null when the market is on. */
export function checkSession({ venue, stage, haltedBy }: MarketDay, time: VenueTime): Rejection | null {
  if (!time.isTradingDay) return rejection('not-a-trading-day');
  if (stage === 'halted') return rejection(haltedBy === 'breaker' ? 'circuit-breaker' : 'trading-restricted');
  if (stage === 'paused') return rejection('trading-restricted');
  if (isTaking(venue, stage)) return null;
  // Between two parts of NXT's day the next one is still to open. No answer of the real server is on record for it.
  return rejection(time.hasBegun && stage !== 'break' ? 'market-closed' : 'market-not-open');
}

/** Whether an order of this kind is taken now. */
export function checkType(
  { pricing, timeInForce }: Pick<NewOrder, 'pricing' | 'timeInForce'>,
  market: MarketDay,
  time: VenueTime,
): Rejection | null {
  if (pricing.type === 'opening-fixed' || pricing.type === 'closing-fixed') {
    if (timeInForce !== 'day') return rejection('order-type-not-allowed');
    return checkFixedPrice(pricing.type, market, time);
  }
  const closed = checkSession(market, time);
  if (closed !== null) return closed;
  const { venue, stage, phase, instrument, rules, hours } = market;
  const place = { venue, stage, phase, kind: instrument.kind, range: rules.range, date: hours.date };
  if (takesTerms(place, termsKey(pricing, timeInForce))) return null;
  const isEvening = venue === 'KRX' && phase === 'after-market';
  return rejection(isEvening && pricing.type === 'market' ? 'no-market-orders' : 'order-type-not-allowed');
}

/** Quantity and prices of an order that may be taken now. `listedShares` bounds what one order may ask for. */
export function checkTerms(order: NewOrder, market: MarketDay, listedShares: Quantity): Rejection | null {
  return (
    checkQuantity(order.quantity, reservePrice(order, market), market, listedShares) ??
    checkPrices(order, market)
  );
}

/** Limit and stop of an order. */
export function checkPrices(
  { side, pricing }: Pick<NewOrder, 'side' | 'pricing'>,
  market: MarketDay,
): Rejection | null {
  const price = limitPriceOf(pricing);
  if (price === null) return null;
  const { reference } = market;
  const bad = checkPrice(
    price,
    market,
    pricing.type === 'after-hours-limit' ? market.afterHoursLimits : reference,
  );
  if (bad !== null) return bad;
  if (pricing.type === 'stop-limit') return checkPrice(pricing.stop, market, reference);
  // At its own limit price such an order would gain nothing by turning into a market order (krx-rules 3.3).
  const end = side === 'buy' ? reference.upperLimit : reference.lowerLimit;
  return pricing.type === 'conditional-limit' && price === end ? rejection('order-type-not-allowed') : null;
}

/** True when an order of these terms may be given another price while it stands: not where it names none. */
export function isModifiable({ type }: OrderTerms): boolean {
  return type !== 'mid-price' && type !== 'opening-fixed' && type !== 'closing-fixed';
}

function checkFixedPrice(
  type: 'opening-fixed' | 'closing-fixed',
  market: MarketDay,
  time: VenueTime,
): Rejection | null {
  const isStopped = !time.isTradingDay || market.haltedBy !== null;
  if (!isStopped && market.fixedPrice(type)?.isReceiving(time.now) === true) return null;
  return checkSession(market, time) ?? rejection('order-type-not-allowed');
}

/** A price must be on the tick grid and inside `limits`. */
function checkPrice(
  price: Price,
  { table }: MarketDay,
  { upperLimit, lowerLimit }: { readonly upperLimit: Price; readonly lowerLimit: Price },
): Rejection | null {
  if (!Number.isSafeInteger(price) || !isOnTick(table, price)) return rejection('off-tick', null, price);
  if (price > upperLimit) return rejection('outside-price-limits', upperLimit, price);
  if (price < lowerLimit) return rejection('outside-price-limits', lowerLimit, price);
  return null;
}

function checkQuantity(
  quantity: Quantity,
  price: Price,
  { instrument, reference, hours }: MarketDay,
  listedShares: Quantity,
): Rejection | null {
  const lot = instrument.kind === 'elw' ? ELW_LOT : 1;
  if (!Number.isSafeInteger(quantity) || quantity <= 0 || quantity % lot !== 0)
    return rejection('bad-quantity', lot, quantity);
  const most = largestQuantity(price, reference.base, listedShares, hours.date);
  return quantity > most ? rejection('bad-quantity', most, quantity) : null;
}

/** The most shares one order may ask for at `price` won (krx-rules 7.3). */
export function largestQuantity(
  price: Price,
  base: Price,
  listedShares: Quantity,
  date: TradeDate,
): Quantity {
  const part = (ppm: number) => mulDiv(listedShares, ppm, 1_000_000);
  if (date < ORDER_BOUNDS_FROM) return part(LARGEST_SMALL_SHARE_PPM);
  const isSmall = listedShares * base < SMALL_COMPANY_WON;
  const share = part(isSmall ? LARGEST_SMALL_SHARE_PPM : LARGEST_SHARE_PPM);
  return Math.max(mulDiv(FREE_ORDER_WON, 1, price), Math.min(share, mulDiv(LARGEST_ORDER_WON, 1, price)));
}
