// The stages of an order: request, approved or refused, then followed through its life. Passing a gate changes the
// type: only risk/gate.ts makes an ApprovedOrder, and only an ApprovedOrder can be submitted.

import type { Venue } from './instrument.ts';
import type { OrderPricing, TimeInForce } from './signal.ts';
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

export type OrderSide = 'buy' | 'sell';

/** The name under which orders by hand (`place-order`) are booked; no strategy may have it. */
export const OPERATOR: StrategyName = 'operator';
/** The name under which orders are booked that hwangso did not place. */
export const EXTERNAL: StrategyName = '(external)';

/** A signal sized into an order, not yet allowed. `referencePrice` is the last price it was sized at. */
export interface OrderRequest {
  readonly id: OrderId;
  readonly strategy: StrategyName;
  readonly symbol: SymbolCode;
  readonly side: OrderSide;
  readonly quantity: Quantity;
  readonly pricing: OrderPricing;
  readonly timeInForce: TimeInForce;
  readonly venue: Venue;
  readonly referencePrice: Price;
  readonly reason: string;
  readonly requestedAt: EpochMs;
  readonly tradeDate: TradeDate;
  /** The operator's word for an order by hand; orders of strategies have none. */
  readonly ticket?: string;
}

declare const approvedBrand: unique symbol;
/** An order request that passed every risk check. Made only by the risk gate. */
export type ApprovedOrder = OrderRequest & { readonly [approvedBrand]: true };

/** Every reason risk refuses an order for, in the order the checks run. */
export type RefusalCode =
  | 'halted'
  | 'not-reconciled'
  | 'daily-loss-limit'
  | 'session-closed'
  | 'instrument-unknown'
  | 'instrument-warned'
  | 'price-unknown'
  | 'market-data-stale'
  | 'off-tick'
  | 'outside-price-limits'
  | 'price-collar'
  | 'duplicate-order'
  | 'self-trade'
  | 'order-rate'
  | 'order-value-limit'
  | 'position-limit'
  | 'exposure-limit'
  | 'sellable-unknown'
  | 'sellable-quantity'
  | 'orderable-unknown'
  | 'orderable-quantity';

/** Why an order was refused: the code, the limit and the value that broke it (won, shares, ms or a count). */
export interface Refusal {
  readonly code: RefusalCode;
  readonly limit: number | null;
  readonly actual: number | null;
  /** A short English addition where numbers do not say it all (the strategy's halt reason, the phase). */
  readonly detail?: string;
}

/** A request that was refused, with the refusal. */
export interface RefusedOrder {
  readonly request: OrderRequest;
  readonly refusal: Refusal;
}

/**
 * Where an order stands. `intended` is durable but not known to have left; `unknown` means the answer was lost and it
 * is being looked up; both count as exposure. `absent` never reached the broker: it was withdrawn or could not be sent, or
 * it was unknown and the broker's lists proved it.
 */
export type OrderStatus =
  | 'intended'
  | 'unknown'
  | 'acknowledged'
  | 'working'
  | 'partly-filled'
  | 'filled'
  | 'cancelled'
  | 'rejected'
  | 'expired'
  | 'absent';

/** The interval of an order's cumulative filled quantity that one fill covers: (from, to]. */
export interface FilledInterval {
  readonly from: Quantity;
  readonly to: Quantity;
}

/** An order we are following. Mutated only by engine/orders.ts. */
export interface Order {
  readonly request: OrderRequest;
  status: OrderStatus;
  brokerOrderNo: BrokerOrderNo | null;
  /** Shares booked to the ledger so far. */
  filledQuantity: Quantity;
  /** Won of those shares, price times quantity. */
  filledAmount: Won;
  /** Tax booked with them. */
  bookedTax: Won;
  /** The highest cumulative quantity the broker has named for it. */
  reportedQuantity: Quantity;
  /** The cumulative won the broker named with it. */
  reportedAmount: Won;
  /** Intervals booked, ascending and merged. */
  filledIntervals: FilledInterval[];
  /** Set once a cancel was asked for. */
  cancelRequestedAt: EpochMs | null;
  /** The broker's or our last word about it, for people. */
  note: string;
}
