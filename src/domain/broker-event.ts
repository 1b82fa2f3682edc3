// What the broker says about our orders and our account: answers to what we asked, notices it sends by itself, and
// snapshots for reconciliation. Rejected is the broker's word, refused is ours.

import type { OrderSide } from './order.ts';
import type {
  BrokerOrderNo,
  EpochMs,
  OrderId,
  Price,
  Quantity,
  SymbolCode,
  TradeDate,
  Won,
} from './units.ts';

/** The broker took the order and gave it a number (answer of kt10000/kt10001). */
export interface OrderAcknowledged {
  readonly type: 'order-acknowledged';
  readonly at: EpochMs;
  readonly orderId: OrderId;
  readonly brokerOrderNo: BrokerOrderNo;
}

/** The broker said no, definitely: nothing was accepted. */
export interface OrderRejected {
  readonly type: 'order-rejected';
  readonly at: EpochMs;
  readonly orderId: OrderId;
  /** The broker's inner code where it gave one (`RC4025`, `1700`). */
  readonly code: string;
  readonly message: string;
}

/** Taken back or given up before it was sent: it never left us, so the broker has nothing to say about it. */
export interface OrderWithdrawn {
  readonly type: 'order-withdrawn';
  readonly at: EpochMs;
  readonly orderId: OrderId;
  /** Why it could not be sent (`queue-timeout`, `connection`); null when the engine took it back. */
  readonly reason: string | null;
}

/** The answer was lost (time-out, reset, 5xx): the order may or may not stand. Never resent, looked up. */
export interface OrderOutcomeUnknown {
  readonly type: 'order-outcome-unknown';
  readonly at: EpochMs;
  readonly orderId: OrderId;
  readonly reason: string;
}

export interface CancelAcknowledged {
  readonly type: 'cancel-acknowledged';
  readonly at: EpochMs;
  readonly orderId: OrderId;
  readonly cancelOrderNo: BrokerOrderNo;
}

/** The cancel did not take (nothing left, or the answer was lost: `definite` is false then). */
export interface CancelFailed {
  readonly type: 'cancel-failed';
  readonly at: EpochMs;
  readonly orderId: OrderId;
  readonly code: string;
  readonly message: string;
  readonly definite: boolean;
}

/**
 * One notice about an order (real-time type 00). `accepted`: it stands; `filled`: one execution; `confirmed`: a cancel
 * or modify took effect (then `originalOrderNo` names the order it acted on); `closed`: the order is reported again with
 * nothing left after a cancel, not a fill; `rejected`: refused after the answer.
 */
export interface OrderNotice {
  readonly type: 'order-notice';
  readonly at: EpochMs;
  /** Exchange time on the notice. */
  readonly occurredAt: EpochMs;
  readonly kind: 'accepted' | 'filled' | 'confirmed' | 'closed' | 'rejected';
  /** What the noticed order does: a plain order, a modify, or a cancel. */
  readonly action: 'new' | 'modify' | 'cancel';
  readonly brokerOrderNo: BrokerOrderNo;
  readonly originalOrderNo: BrokerOrderNo | null;
  readonly symbol: SymbolCode;
  readonly side: OrderSide;
  readonly orderQuantity: Quantity;
  /** Limit price of the order; null for price-less types. */
  readonly orderPrice: Price | null;
  readonly remaining: Quantity;
  /** Of this execution; null unless `kind` is `filled`. */
  readonly fillNo: string | null;
  readonly fillPrice: Price | null;
  readonly fillQuantity: Quantity | null;
  /** Shares filled so far in this order, this execution included; null when not named. */
  readonly cumulativeQuantity: Quantity | null;
  /** Won filled so far in this order; null when not named. */
  readonly cumulativeAmount: Won | null;
  readonly rejectReason: string | null;
}

/** What we hold of one instrument, as the broker sees it after a fill (real-time type 04). Carries no order number. */
export interface BalanceNotice {
  readonly type: 'balance-notice';
  readonly at: EpochMs;
  readonly symbol: SymbolCode;
  readonly held: Quantity;
  readonly sellable: Quantity;
}

/** Answer of kt00011: how much may be bought of `symbol` at `price` without becoming unpaid (no-misu). */
export interface OrderableAnswered {
  readonly type: 'orderable-answered';
  readonly at: EpochMs;
  readonly symbol: SymbolCode;
  readonly price: Price;
  readonly quantity: Quantity;
  readonly amount: Won;
}

/** Answer of kt00018 as risk needs it: sellable shares by instrument; instruments not listed are not held. */
export interface SellableAnswered {
  readonly type: 'sellable-answered';
  readonly at: EpochMs;
  readonly sellable: Readonly<Record<SymbolCode, Quantity>>;
}

/** A query that risk waits for failed; `retryable` says whether asking again may help. */
export interface QueryFailed {
  readonly type: 'query-failed';
  readonly at: EpochMs;
  readonly query: 'orderable' | 'sellable' | 'snapshot';
  readonly symbol: SymbolCode | null;
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
}

/** One order of today as the broker lists it (ka10075, ka10076, kt00007 merged by order number). */
export interface BrokerOrder {
  readonly brokerOrderNo: BrokerOrderNo;
  readonly originalOrderNo: BrokerOrderNo | null;
  readonly symbol: SymbolCode;
  readonly side: OrderSide;
  readonly quantity: Quantity;
  /** Limit price; null for price-less types. */
  readonly price: Price | null;
  readonly filled: Quantity;
  /** Exact won filled when the broker names it, else null. */
  readonly filledAmount: Won | null;
  /** Tax the broker charged this order today; null when not named. */
  readonly tax: Won | null;
  /** Shares still working: 0 when filled, cancelled or expired. */
  readonly remaining: Quantity;
  /** Set when it is a cancel, or a modify of which nothing stands yet: one that works or was filled is an order like any. */
  readonly action: 'new' | 'modify' | 'cancel';
  readonly orderedAt: EpochMs | null;
}

/** One holding as the broker values it (kt00018). Amounts in won. */
export interface BrokerHolding {
  readonly symbol: SymbolCode;
  readonly name: string;
  readonly quantity: Quantity;
  readonly sellable: Quantity;
  readonly cost: Won;
  readonly value: Won;
  readonly profit: Won;
  readonly price: Price;
}

/** One instrument's trading of the day (ka10170). Amounts in won. */
export interface BrokerDayTrade {
  readonly symbol: SymbolCode;
  readonly buyQuantity: Quantity;
  readonly buyAmount: Won;
  readonly sellQuantity: Quantity;
  readonly sellAmount: Won;
  readonly commissionAndTax: Won;
  readonly profit: Won;
}

/** The broker's whole word on the account at one moment; the reconciler holds the ledger against it. */
export interface BrokerSnapshot {
  readonly type: 'broker-snapshot';
  readonly at: EpochMs;
  readonly tradeDate: TradeDate;
  /** Why it was taken: `start`, `reconnect`, `periodic`, `lookup`, `day-end`. */
  readonly occasion: SnapshotOccasion;
  readonly orders: readonly BrokerOrder[];
  readonly holdings: readonly BrokerHolding[];
  readonly dayTrades: readonly BrokerDayTrade[];
  /** Deposit today, on D+1 and on D+2 (kt00001 entr, d1_entra, d2_entra). */
  readonly cash: Won;
  readonly cashD1: Won;
  readonly cashD2: Won;
  /** Totals of kt00018. */
  readonly totalCost: Won;
  readonly totalValue: Won;
  readonly totalProfit: Won;
  readonly estimatedAssets: Won;
  /** ka10074 of the day; zero where nothing was sold. */
  readonly realisedProfit: Won;
  readonly commission: Won;
  readonly tax: Won;
}

export type SnapshotOccasion = 'start' | 'reconnect' | 'periodic' | 'lookup' | 'day-end';

export type BrokerEvent =
  | OrderAcknowledged
  | OrderRejected
  | OrderWithdrawn
  | OrderOutcomeUnknown
  | CancelAcknowledged
  | CancelFailed
  | OrderNotice
  | BalanceNotice
  | OrderableAnswered
  | SellableAnswered
  | QueryFailed
  | BrokerSnapshot;
