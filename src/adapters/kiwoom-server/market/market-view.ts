// One instrument as a client may ask for it: on KRX, on NXT (`_NX`), or on both together (`_AL`). The exchange keeps each
// market apart; together they are added up here.

import type { BookLevel } from '#domain/market-event.ts';
import type { Price, SymbolCode } from '#domain/units.ts';
import type { Book, ExchangeApi, InstrumentDay, MarketVenue } from '#exchange/contract.ts';

/** A market, or both together. */
export type MarketView = MarketVenue | 'ALL';

const LEVELS = 10;

/** The day of an instrument as seen on a view; null where it is not traded. */
export function dayOf(exchange: ExchangeApi, symbol: SymbolCode, view: MarketView): InstrumentDay | null {
  if (view !== 'ALL') return exchange.day(symbol, view);
  const krx = exchange.day(symbol, 'KRX');
  const nxt = exchange.day(symbol, 'NXT');
  if (krx === null || nxt === null || nxt.volume === 0) return krx;
  return {
    ...krx,
    open: krx.open ?? nxt.open,
    high: highest(krx.high, nxt.high),
    low: lowest(krx.low, nxt.low),
    last: krx.last ?? nxt.last,
    volume: krx.volume + nxt.volume,
    value: krx.value + nxt.value,
  };
}

/** The book of an instrument as seen on a view; null where it is not traded. */
export function bookOf(exchange: ExchangeApi, symbol: SymbolCode, view: MarketView): Book | null {
  if (view !== 'ALL') return exchange.book(symbol, view);
  const krx = exchange.book(symbol, 'KRX');
  const nxt = exchange.book(symbol, 'NXT');
  if (krx === null || nxt === null) return krx;
  return {
    ...krx,
    asks: merged(krx.asks, nxt.asks, 1),
    bids: merged(krx.bids, nxt.bids, -1),
    totalAsk: krx.totalAsk + nxt.totalAsk,
    totalBid: krx.totalBid + nxt.totalBid,
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

function highest(a: Price | null, b: Price | null): Price | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

function lowest(a: Price | null, b: Price | null): Price | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}
