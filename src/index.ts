// What the package offers to the authors of strategies: `import { defineStrategy } from 'hwangso'`.

// Types the answers of `query` and the messages of `stream`.
import type {} from '#adapters/kiwoom/guide-queries.ts';

export type { Bar, BarPeriod } from '#domain/bar.ts';
export type { Venue, Warning } from '#domain/instrument.ts';
export type {
  BookEvent,
  BookLevel,
  ConditionEvent,
  ConnectionEvent,
  QuoteEvent,
  SessionEvent,
  TradeEvent,
  VolatilityInterruptionEvent,
  WatchRefusedEvent,
} from '#domain/market-event.ts';
export type { PlainRecord, PlainValue } from '#domain/plain.ts';
export type { OrderPricing, Signal, Target, TimeInForce } from '#domain/signal.ts';
// Korean time, for strategies that look at the clock.
export { DAY_MS, HOUR_MS, kstDate, kstTimeOfDay, MINUTE_MS, SECOND_MS } from '#domain/time.ts';
export type { EpochMs, Price, Quantity, StrategyName, SymbolCode, TradeDate, Won } from '#domain/units.ts';
export type { Indicator } from '#strategies/indicators.ts';
// Indicators that cost the same for every bar; trading-signals has the rest.
export {
  Atr,
  Bollinger,
  ExponentialMovingAverage,
  RollingMax,
  RollingMin,
  Rsi,
  SimpleMovingAverage,
} from '#strategies/indicators.ts';
export type { Size } from '#strategies/size.ts';
export { sizeParameters, targetOf } from '#strategies/size.ts';
export type {
  MarkedRow,
  OwnPosition,
  QueryAnswers,
  QueryUpdate,
  StrategyContext,
  StrategyDefinition,
  StreamMessage,
  StreamMessages,
  WarmUp,
} from '#strategies/strategy.ts';
export { defineStrategy } from '#strategies/strategy.ts';
export { mapSome } from './strategies/map-some.ts';
