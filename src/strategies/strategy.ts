// The contract of a strategy: streams in, targets out. A strategy file exports `strategy`, made by defineStrategy; it
// sees the market only through its context, so the same file runs in a backtest, in a replay and live.

import type { Observable, SchedulerLike } from 'rxjs';
import type { ZodType } from 'zod';
import type { Bar, BarPeriod } from '#domain/bar.ts';
import type {
  BookEvent,
  ConditionEvent,
  ConnectionEvent,
  QuoteEvent,
  SessionEvent,
  TradeEvent,
  VolatilityInterruptionEvent,
  WatchRefusedEvent,
} from '#domain/market-event.ts';
import type { PlainRecord } from '#domain/plain.ts';
import type { Signal } from '#domain/signal.ts';
import type { EpochMs, Quantity, StrategyName, SymbolCode, TradeDate, Won } from '#domain/units.ts';

/** What the strategy itself holds of one instrument; cost in won, without commission. */
export interface OwnPosition {
  readonly quantity: Quantity;
  readonly cost: Won;
}

/**
 * The answers of polled queries and the messages of real-time streams, by the broker's names of them. Empty here: a
 * broker's adapter adds its own by declaration merging, so that `query('ka10027')` is typed without importing it.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface QueryAnswers {}
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface StreamMessages {}

/** One row of a list in an answer, and how it compares with the answer before. */
export interface MarkedRow<Row = PlainRecord> {
  readonly row: Row;
  readonly change: 'new' | 'changed' | 'same';
  /** Its place in the list, from 0, and in the list before; null when it was not there. */
  readonly place: number;
  readonly placeBefore: number | null;
}

/** An answer to a polled query with its rows marked. All rows of the first answer are new. */
export interface QueryUpdate<Answer> {
  readonly at: EpochMs;
  readonly poll: string;
  readonly answer: Answer;
  /** The rows of each list of the answer, by the list's name. */
  readonly rows: Readonly<Record<string, readonly MarkedRow[]>>;
  /** Rows of the answer before that are gone, by the list's name. */
  readonly gone: Readonly<Record<string, readonly PlainRecord[]>>;
}

/** One message of a real-time stream. */
export interface StreamMessage<Values> {
  readonly at: EpochMs;
  readonly item: string;
  readonly values: Values;
}

/** All a strategy gets. Its state must be a function of what these streams showed it. */
export interface StrategyContext<Parameters> {
  readonly name: StrategyName;
  readonly parameters: Parameters;
  /** The instruments the configuration gave it. */
  readonly symbols: readonly SymbolCode[];
  /**
   * Finished bars, history first. Days are whole only after the close. Of an instrument taken up while trading the history
   * that `warmUp` names is fetched first; signals given while it is shown wait until it was.
   */
  bars(symbol: SymbolCode, period: BarPeriod): Observable<Bar>;
  /**
   * Trades as they happen. Silent in a backtest on bars. An instrument that the configuration does not name is subscribed
   * to while somebody listens and as long as it is held.
   */
  trades(symbol: SymbolCode): Observable<TradeEvent>;
  quotes(symbol: SymbolCode): Observable<QuoteEvent>;
  /** Ten-level books, subscribed to while listened to. */
  book(symbol: SymbolCode): Observable<BookEvent>;
  /**
   * The answers to a poll of the configuration: the one named `poll`, or the only one that asks `query`. Throws when the
   * configuration has none or several. Silent in a backtest, which therefore refuses a strategy that uses it.
   */
  query<Query extends keyof QueryAnswers & string>(
    query: Query,
    poll?: string,
  ): Observable<QueryUpdate<QueryAnswers[Query]>>;
  /** Messages of a real-time stream, about `item` where the stream is about something. Subscribed to while listened to. */
  stream<Stream extends keyof StreamMessages & string>(
    stream: Stream,
    item?: string,
  ): Observable<StreamMessage<StreamMessages[Stream]>>;
  /** Who meets a condition (조건검색) stored at the broker: all members first, then who enters and leaves. */
  condition(name: string): Observable<ConditionEvent>;
  /** What was asked for and cannot be had. */
  readonly refusals$: Observable<WatchRefusedEvent>;
  readonly sessions$: Observable<SessionEvent>;
  readonly connection$: Observable<ConnectionEvent>;
  readonly volatilityInterruptions$: Observable<VolatilityInterruptionEvent>;
  position(symbol: SymbolCode): OwnPosition;
  /** Instruments it holds shares of: at the start, what an earlier run left to it. */
  held(): readonly SymbolCode[];
  /** Engine time, never the wall's. */
  now(): EpochMs;
  tradeDate(): TradeDate;
  /** For operators that wait (debounceTime, timer …): engine time, so that a replay waits the same. */
  readonly scheduler: SchedulerLike;
}

/** How much history to show a strategy before it trades. */
export interface WarmUp {
  readonly period: BarPeriod;
  readonly bars: number;
}

/** A strategy as its file exports it. */
export interface StrategyDefinition<Parameters> {
  /** Short name, such as `volatility-breakout`. */
  readonly name: string;
  readonly description: { readonly en: string; readonly ko: string };
  /** True when it finds its instruments by itself: the configuration may then name none. */
  readonly choosesSymbols?: boolean;
  /** Validates and fills in the parameters of the configuration. */
  readonly parameters: ZodType<Parameters>;
  warmUp(parameters: Parameters): readonly WarmUp[];
  run(context: StrategyContext<Parameters>): Observable<Signal>;
}

/** Types a strategy by its parameter schema; returns it unchanged. */
export function defineStrategy<Parameters>(
  definition: StrategyDefinition<Parameters>,
): StrategyDefinition<Parameters> {
  return definition;
}
