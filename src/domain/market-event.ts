// What the market and the connection to it tell us. Every event carries `at`, the moment the engine learned of it;
// trades and sessions also carry the exchange's own time.

import type { Bar } from './bar.ts';
import type { DailyReference, Instrument, Venue } from './instrument.ts';
import type { EpochMs, Price, Quantity, SymbolCode } from './units.ts';

/** One price level of a book. Empty levels are left out. */
export interface BookLevel {
  readonly price: Price;
  readonly quantity: Quantity;
}

export interface TradeEvent {
  readonly type: 'trade';
  readonly symbol: SymbolCode;
  readonly at: EpochMs;
  /** Exchange time of the trade, to the second. */
  readonly tradedAt: EpochMs;
  readonly price: Price;
  readonly quantity: Quantity;
  /** Who came to whom; null when the feed does not say (auctions). */
  readonly aggressor: 'buy' | 'sell' | null;
  /** Shares traded this day including this trade; null when absent. */
  readonly dayVolume: Quantity | null;
  /** Best quotes named with the trade; null when absent. */
  readonly bestAsk: Price | null;
  readonly bestBid: Price | null;
  readonly venue: Venue | null;
  /** The part of the day the exchange put this trade in; null when it did not say. */
  readonly hours: 'before' | 'regular' | 'after' | null;
}

export interface QuoteEvent {
  readonly type: 'quote';
  readonly symbol: SymbolCode;
  readonly at: EpochMs;
  readonly ask: Price | null;
  readonly bid: Price | null;
}

export interface BookEvent {
  readonly type: 'book';
  readonly symbol: SymbolCode;
  readonly at: EpochMs;
  /** Best first, at most ten. */
  readonly asks: readonly BookLevel[];
  readonly bids: readonly BookLevel[];
  /** Price and quantity an auction would clear at now; null outside auctions. */
  readonly expectedPrice: Price | null;
  readonly expectedQuantity: Quantity | null;
}

/** A finished bar: from history, or closed by the engine. `at` is its end. */
export interface BarEvent {
  readonly type: 'bar';
  readonly at: EpochMs;
  readonly bar: Bar;
}

/** An index value in hundredths of a point. */
export interface IndexEvent {
  readonly type: 'index';
  readonly code: string;
  readonly at: EpochMs;
  readonly hundredths: number;
}

/** The exchange's own word on the session; it wins over our calendar while it is fresh. */
export interface SessionEvent {
  readonly type: 'session';
  readonly at: EpochMs;
  readonly phase: 'before-open' | 'open' | 'closing-auction' | 'closed' | 'other';
  /** The broker's raw code, kept for people. */
  readonly code: string;
}

export interface VolatilityInterruptionEvent {
  readonly type: 'volatility-interruption';
  readonly symbol: SymbolCode;
  readonly at: EpochMs;
  readonly state: 'triggered' | 'released';
  readonly kind: 'static' | 'dynamic' | 'both' | null;
  readonly price: Price | null;
}

/** Reference data of one instrument for one day (ka10001, ka10100, or the exchange in process). */
export interface InstrumentEvent {
  readonly type: 'instrument';
  readonly at: EpochMs;
  readonly instrument: Instrument;
  readonly reference: DailyReference;
  /** Last price known with it; null before the first trade. */
  readonly last: Price | null;
}

/** Trouble and its end are events like any other. */
export type ConnectionEvent =
  | { readonly type: 'feed-up'; readonly at: EpochMs }
  | { readonly type: 'feed-down'; readonly at: EpochMs; readonly reason: string; readonly final: boolean }
  | { readonly type: 'rate-limited'; readonly at: EpochMs; readonly tr: string }
  | { readonly type: 'token-renewed'; readonly at: EpochMs };

export type MarketEvent =
  | TradeEvent
  | QuoteEvent
  | BookEvent
  | BarEvent
  | IndexEvent
  | SessionEvent
  | VolatilityInterruptionEvent
  | InstrumentEvent
  | ConnectionEvent;
