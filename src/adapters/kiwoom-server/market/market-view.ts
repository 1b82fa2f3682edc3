// One instrument as a client may ask for it: on KRX, on NXT (`_NX`), or on both together (`_AL`). The exchange keeps each
// market apart; together they are added up here.

import type { BookLevel } from '#domain/market-event.ts';
import { MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, Price, SymbolCode } from '#domain/units.ts';
import type { Book, ExchangeApi, InstrumentDay, MarketVenue } from '#exchange/contract.ts';

/** A market, or both together. */
export type MarketView = MarketVenue | 'ALL';

const LEVELS = 10;

/** The day of an instrument as seen on a view; null where it is not traded. */
export function dayOf(exchange: ExchangeApi, symbol: SymbolCode, view: MarketView): InstrumentDay | null {
  if (view !== 'ALL') return exchange.market.day(symbol, view);
  const krx = exchange.market.day(symbol, 'KRX');
  const nxt = exchange.market.day(symbol, 'NXT');
  if (krx === null || nxt === null || nxt.volume === 0) return krx;
  const first = isOpenedByNxt(krx, nxt) ? nxt : krx;
  const latest = (nxt.lastAt ?? 0) > (krx.lastAt ?? 0) ? nxt : krx;
  return {
    ...krx,
    open: first.open,
    openAt: first.openAt,
    high: highest(krx.high, nxt.high),
    low: lowest(krx.low, nxt.low),
    last: latest.last,
    lastAt: latest.lastAt,
    lastQuantity: latest.lastQuantity,
    volume: krx.volume + nxt.volume,
    value: krx.value + nxt.value,
  };
}

/** The book of an instrument as seen on a view; null where it is not traded. */
export function bookOf(exchange: ExchangeApi, symbol: SymbolCode, view: MarketView): Book | null {
  if (view !== 'ALL') return exchange.market.book(symbol, view);
  const krx = exchange.market.book(symbol, 'KRX');
  const nxt = exchange.market.book(symbol, 'NXT');
  if (krx === null || nxt === null) return krx;
  return {
    ...krx,
    asks: merged(krx.asks, nxt.asks, 1),
    bids: merged(krx.bids, nxt.bids, -1),
    totalAsk: krx.totalAsk + nxt.totalAsk,
    totalBid: krx.totalBid + nxt.totalBid,
    // The auction that is being held; KRX's while both do.
    expectedPrice: krx.expectedPrice ?? nxt.expectedPrice,
    expectedQuantity: krx.expectedPrice === null ? nxt.expectedQuantity : krx.expectedQuantity,
  };
}

/** Levels of both books, best first: `direction` 1 for asks, -1 for bids. */
function merged(a: readonly BookLevel[], b: readonly BookLevel[], direction: 1 | -1): readonly BookLevel[] {
  const quantities = new Map<Price, number>();
  for (const { price, quantity } of [...a, ...b]) {
    quantities.set(price, (quantities.get(price) ?? 0) + quantity);
  }
  return [...quantities]
    .map(([price, quantity]) => ({ price, quantity }))
    .sort((one, other) => direction * (one.price - other.price))
    .slice(0, LEVELS);
}

/** True when `a` was in an earlier minute than `b`, or in the same one. */
export function isNotLater(a: EpochMs, b: EpochMs): boolean {
  return Math.floor(a / MINUTE_MS) <= Math.floor(b / MINUTE_MS);
}

/** True when NXT traded in an earlier minute than the regular session of KRX did: as in bars, KRX comes first within a minute. */
function isOpenedByNxt(krx: InstrumentDay, nxt: InstrumentDay): boolean {
  if (nxt.openAt === null) return false;
  return krx.openAt === null || !isNotLater(krx.openAt, nxt.openAt);
}

/** The higher of two prices, of which either may not be there. */
export function highest(a: Price | null, b: Price | null): Price | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/** The lower of two prices, of which either may not be there. */
export function lowest(a: Price | null, b: Price | null): Price | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}
