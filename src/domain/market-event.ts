// What the market and the connection to it tell us. Every event carries `at`, the moment the engine learned of it;
// trades and sessions also carry the exchange's own time.

import type { Bar } from './bar.ts';
import type { DailyReference, Instrument, Venue } from './instrument.ts';
import type { PlainRecord } from './plain.ts';
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

/** The broker answered a poll: a query the configuration asks again and again. */
export interface PollAnsweredEvent {
  readonly type: 'poll-answered';
  readonly at: EpochMs;
  /** The poll's name in the configuration. */
  readonly poll: string;
  /** The query it asks, such as `ka10027`. */
  readonly query: string;
  /** The first page, decoded: values and lists by our names. */
  readonly answer: PlainRecord;
}

/** The broker did not answer a poll; it is asked again when it is next due. */
export interface PollFailedEvent {
  readonly type: 'poll-failed';
  readonly at: EpochMs;
  readonly poll: string;
  readonly query: string;
  /** The error's code, and whether asking again can help. */
  readonly code: string;
  readonly retryable: boolean;
}

/** A message of a real-time stream that has no event of its own (program trading, brokers, ELW figures …). */
export interface StreamEvent {
  readonly type: 'stream';
  readonly at: EpochMs;
  /** The broker's name of the stream, such as `0w`. */
  readonly stream: string;
  /** What it is about: an instrument, an index, a sector; blank for streams without. */
  readonly item: string;
  /** Decoded values by our names. */
  readonly values: PlainRecord;
}

/** Who meets a condition (조건검색) stored at the broker. */
export interface ConditionEvent {
  readonly type: 'condition';
  readonly at: EpochMs;
  /** The condition's name, as its author gave it at the broker. */
  readonly condition: string;
  /** `members` replaces everything known (the first answer, and again after a reconnect); the others change it. */
  readonly change: 'members' | 'entered' | 'left';
  readonly symbols: readonly SymbolCode[];
}

/** Something strategies asked for cannot be subscribed to: a limit is reached, or the broker does not know it. */
export interface WatchRefusedEvent {
  readonly type: 'watch-refused';
  readonly at: EpochMs;
  readonly what: 'instrument' | 'stream' | 'condition';
  /** The symbol, the stream with its item, or the condition's name. */
  readonly about: string;
  readonly code: 'limit-reached' | 'unknown' | 'rejected';
  readonly limit: number | null;
  readonly actual: number | null;
  /** The broker's own words, kept for people; null when it said none. */
  readonly detail: string | null;
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
  | PollAnsweredEvent
  | PollFailedEvent
  | StreamEvent
  | ConditionEvent
  | WatchRefusedEvent
  | ConnectionEvent;
