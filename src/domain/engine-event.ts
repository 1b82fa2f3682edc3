// Everything that can reach the engine, as one union. The engine's one function takes nothing else; a recording of
// these events is enough to live the day again.

import type { BrokerEvent } from './broker-event.ts';
import type { BarEvent, MarketEvent } from './market-event.ts';
import type { OrderSide } from './order.ts';
import type { OrderPricing, TimeInForce } from './signal.ts';
import type { EpochMs, OrderId, Quantity, SymbolCode, TradeDate, Won } from './units.ts';

/** An order by hand. It goes through risk and the ledger like any other, and no target stands behind it. */
export interface PlaceOrder {
  readonly type: 'place-order';
  readonly at: EpochMs;
  /** Chosen by whoever asks, unique: the command delivered twice is one order. */
  readonly ticket: string;
  readonly symbol: SymbolCode;
  readonly side: OrderSide;
  readonly quantity: Quantity;
  readonly pricing: OrderPricing;
  readonly timeInForce: TimeInForce;
  readonly reason: string;
}

/** Cancels what is left of an open order, whoever placed it. */
export interface CancelOrder {
  readonly type: 'cancel-order';
  readonly at: EpochMs;
  readonly orderId: OrderId;
  readonly reason: string;
}

/** What the operator asks of a running engine (`hwangso halt`, `resume`, `explain`, Ctrl-C). */
export type OperatorCommand =
  | { readonly type: 'halt'; readonly at: EpochMs; readonly reason: string }
  | { readonly type: 'resume'; readonly at: EpochMs; readonly reason: string }
  /** The process is about to end: no new orders, working ones are cancelled; unlike a halt, the next start trades again. */
  | { readonly type: 'stop'; readonly at: EpochMs; readonly reason: string }
  /** Books the last differences against the broker as an adjustment, with the operator's explanation. */
  | { readonly type: 'explain'; readonly at: EpochMs; readonly reason: string }
  | PlaceOrder
  | CancelOrder;

/** Time passed: a wish made by `wake-at` came true. */
export interface TimerFired {
  readonly type: 'timer';
  readonly at: EpochMs;
}

/** The engine begins: history follows, then `warm-up-finished`. `ledgerDigest` names the ledger state it begins from. */
export interface EngineStarted {
  readonly type: 'engine-started';
  readonly at: EpochMs;
  readonly ledgerRecords: number;
  readonly ledgerDigest: string;
}

/** A past bar, shown to strategies so that their state is what it would have been. Gives no orders. */
export interface WarmUpBar {
  readonly type: 'warm-up-bar';
  readonly at: EpochMs;
  readonly bar: BarEvent['bar'];
}

/** History is over; from here on signals become orders. */
export interface WarmUpFinished {
  readonly type: 'warm-up-finished';
  readonly at: EpochMs;
}

/**
 * The past of an instrument that strategies took up while trading, or what the feed missed of it, has been shown, as
 * `warm-up-bar` events before this one: from here on its trades make bars.
 */
export interface HistoryShown {
  readonly type: 'history-shown';
  readonly at: EpochMs;
  readonly symbol: SymbolCode;
}

/** The end of a trading day, and of its evening: settle what is known, ask the broker for its last word. */
export interface DayEnded {
  readonly type: 'day-ended';
  readonly at: EpochMs;
  readonly tradeDate: TradeDate;
}

/** A backtest's opening cash, in place of the first reconciliation. */
export interface CashDeposited {
  readonly type: 'cash-deposited';
  readonly at: EpochMs;
  readonly amount: Won;
}

export type LifecycleEvent =
  | EngineStarted
  | WarmUpBar
  | WarmUpFinished
  | HistoryShown
  | DayEnded
  | CashDeposited
  | TimerFired;

export type EngineEvent = MarketEvent | BrokerEvent | OperatorCommand | LifecycleEvent;
