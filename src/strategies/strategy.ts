// The contract of a strategy: streams in, targets out. A strategy file exports `strategy`, made by defineStrategy; it
// sees the market only through its context, so the same file runs in a backtest, in a replay and live.

import type { Observable, SchedulerLike } from 'rxjs';
import type { ZodType } from 'zod';
import type { Bar, BarPeriod } from '#domain/bar.ts';
import type {
  BookEvent,
  ConnectionEvent,
  QuoteEvent,
  SessionEvent,
  TradeEvent,
  VolatilityInterruptionEvent,
} from '#domain/market-event.ts';
import type { Signal } from '#domain/signal.ts';
import type { EpochMs, Quantity, StrategyName, SymbolCode, TradeDate, Won } from '#domain/units.ts';

/** What the strategy itself holds of one instrument; cost in won, without commission. */
export interface OwnPosition {
  readonly quantity: Quantity;
  readonly cost: Won;
}

/** All a strategy gets. Its state must be a function of what these streams showed it. */
export interface StrategyContext<Parameters> {
  readonly name: StrategyName;
  readonly parameters: Parameters;
  /** The instruments the configuration gave it. */
  readonly symbols: readonly SymbolCode[];
  /** Finished bars, history first. Days are whole only after the close. */
  bars(symbol: SymbolCode, period: BarPeriod): Observable<Bar>;
  /** Trades as they happen. Silent in a backtest on bars. */
  trades(symbol: SymbolCode): Observable<TradeEvent>;
  quotes(symbol: SymbolCode): Observable<QuoteEvent>;
  /** Ten-level books. Must be asked for when the strategy starts, since it decides what is registered. */
  book(symbol: SymbolCode): Observable<BookEvent>;
  readonly sessions$: Observable<SessionEvent>;
  readonly connection$: Observable<ConnectionEvent>;
  readonly volatilityInterruptions$: Observable<VolatilityInterruptionEvent>;
  position(symbol: SymbolCode): OwnPosition;
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
