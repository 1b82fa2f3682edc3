// What the ledger keeps: append-only records. Orders, positions, cash and risk latches are folds over them, so the same
// records always give the same books. Entries of one record sum to zero won.

import type { BrokerSnapshot } from './broker-event.ts';
import type { Fill } from './fill.ts';
import type { Instrument } from './instrument.ts';
import type { OrderRequest, OrderStatus, Refusal } from './order.ts';
import type {
  BrokerOrderNo,
  EpochMs,
  OrderId,
  Price,
  Quantity,
  StrategyName,
  SymbolCode,
  TradeDate,
  Won,
} from './units.ts';

/**
 * `cash` and `position` are what we own; `commission` and `tax` what trading cost; `realised` the gross gain of sales
 * (credit is gain); `equity` the counterpart of opening balances; `adjustment` of explained differences.
 */
export type LedgerAccount = 'cash' | 'position' | 'commission' | 'tax' | 'realised' | 'equity' | 'adjustment';

/** One debit (positive) or credit (negative) in won. */
export interface LedgerEntry {
  readonly account: LedgerAccount;
  readonly amount: Won;
  /** Set on position entries and on what a trade in it cost or earned. */
  readonly symbol: SymbolCode | null;
  readonly strategy: StrategyName | null;
  /** Shares gained (positive) or given (negative); 0 on entries other than position. */
  readonly shares: number;
  /** The day the won change hands; null on entries other than cash. */
  readonly settlesOn: TradeDate | null;
}

/** One line in which our books and the broker's word differ. Amounts in won, quantities in shares. */
export interface Difference {
  readonly subject: 'cash' | 'holding' | 'holding-cost' | 'fill';
  /** The symbol, or for `fill` the order number; null for cash. */
  readonly about: string | null;
  readonly ours: number | null;
  readonly theirs: number | null;
}

export type LedgerRecord =
  /** First contact with an account: what it held is taken over. */
  | {
      readonly type: 'opened';
      readonly at: EpochMs;
      readonly tradeDate: TradeDate;
      readonly entries: readonly LedgerEntry[];
    }
  /** A trading day begins for us, with this equity as the base of the daily loss limit. */
  | { readonly type: 'day-opened'; readonly at: EpochMs; readonly tradeDate: TradeDate; readonly equity: Won }
  /** Durable before the request leaves. */
  | { readonly type: 'order-intended'; readonly at: EpochMs; readonly request: OrderRequest }
  /**
   * An order at the broker that is not ours (placed by hand), followed so that the books stay whole. `alreadyFilled`
   * shares of it are part of the opening balances and are not booked again.
   */
  | {
      readonly type: 'order-observed';
      readonly at: EpochMs;
      readonly request: OrderRequest;
      readonly brokerOrderNo: BrokerOrderNo;
      readonly alreadyFilled: Quantity;
      /** Won and tax of those shares. */
      readonly alreadyFilledAmount: Won;
      readonly alreadyTaxed: Won;
    }
  | {
      readonly type: 'order-changed';
      readonly at: EpochMs;
      readonly orderId: OrderId;
      readonly status: OrderStatus;
      readonly brokerOrderNo: BrokerOrderNo | null;
      readonly note: string;
    }
  | { readonly type: 'cancel-intended'; readonly at: EpochMs; readonly orderId: OrderId }
  | {
      readonly type: 'order-refused';
      readonly at: EpochMs;
      readonly request: OrderRequest;
      readonly refusal: Refusal;
    }
  /** One execution: (from, to] of the order's cumulative quantity, with balanced entries. */
  | {
      readonly type: 'filled';
      readonly at: EpochMs;
      readonly fill: Fill;
      readonly from: Quantity;
      readonly to: Quantity;
      readonly entries: readonly LedgerEntry[];
    }
  | {
      readonly type: 'adjusted';
      readonly at: EpochMs;
      readonly tradeDate: TradeDate;
      readonly reason: string;
      readonly entries: readonly LedgerEntry[];
    }
  /** The books were held against the broker's snapshot. */
  | {
      readonly type: 'reconciled';
      readonly at: EpochMs;
      readonly tradeDate: TradeDate;
      readonly snapshot: BrokerSnapshot;
      readonly differences: readonly Difference[];
    }
  | { readonly type: 'halted'; readonly at: EpochMs; readonly scope: HaltScope; readonly reason: string }
  | { readonly type: 'resumed'; readonly at: EpochMs; readonly scope: HaltScope; readonly reason: string }
  | {
      readonly type: 'day-closed';
      readonly at: EpochMs;
      readonly tradeDate: TradeDate;
      readonly equity: Won;
      /** What was held or traded, at the prices it is valued at. */
      readonly marks: readonly { readonly instrument: Instrument; readonly price: Price }[];
    };

/** `all` stops every new order and cancels what works; `buys` stops new buys until the next trading day. */
export type HaltScope = 'all' | 'buys';
