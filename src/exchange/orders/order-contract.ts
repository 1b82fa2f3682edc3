// What the exchange says of orders: what can be ordered, what becomes of it, and why it is refused. A part of the contract.

import type { Venue } from '#domain/instrument.ts';
import type { OrderSide } from '#domain/order.ts';
import type { TimeInForce } from '#domain/signal.ts';
import type { BrokerOrderNo, EpochMs, Price, Quantity, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { AccountId, CreditTerms, ForcedReason } from '../accounts/account-contract.ts';
import type { MarketVenue, OrderTerms } from './order-terms.ts';

/** An order as it reaches the exchange. */
export interface NewOrder {
  readonly symbol: SymbolCode;
  readonly side: OrderSide;
  readonly quantity: Quantity;
  readonly pricing: OrderTerms;
  readonly timeInForce: TimeInForce;
  /** KRX when not named. SOR goes to whichever of KRX and NXT has the better price, and to KRX when they are equal. */
  readonly venue?: Venue;
  /** Absent for a cash order. */
  readonly credit?: CreditTerms;
}

/** Why the exchange or the broker's margin desk said no, with numbers. */
export type RejectionCode =
  | 'market-not-open'
  | 'market-closed'
  | 'not-a-trading-day'
  | 'unknown-symbol'
  | 'off-tick'
  | 'outside-price-limits'
  | 'bad-quantity'
  | 'order-type-not-allowed'
  /** Nothing trades for a while: the circuit breaker of its market was set off. */
  | 'circuit-breaker'
  /** KRX's after-market takes none. */
  | 'no-market-orders'
  | 'insufficient-cash'
  | 'insufficient-shares'
  | 'unknown-order'
  | 'nothing-left'
  | 'trading-restricted'
  | 'credit-not-allowed'
  | 'loan-limit';

export interface Rejection {
  readonly ok: false;
  readonly code: RejectionCode;
  readonly limit: number | null;
  readonly actual: number | null;
}

export interface Accepted {
  readonly ok: true;
  readonly orderNo: BrokerOrderNo;
  /** The root of the chain of modifies; the order itself for a new order. */
  readonly rootOrderNo: BrokerOrderNo;
  /** Shares the modify or cancel acts on; the ordered quantity for a new order. */
  readonly quantity: Quantity;
}

/** One order as the exchange keeps it. */
export interface ExchangeOrder {
  readonly account: AccountId;
  readonly orderNo: BrokerOrderNo;
  readonly originalOrderNo: BrokerOrderNo | null;
  readonly rootOrderNo: BrokerOrderNo;
  readonly action: 'new' | 'modify' | 'cancel';
  readonly symbol: SymbolCode;
  readonly side: OrderSide;
  readonly pricing: OrderTerms;
  readonly timeInForce: TimeInForce;
  /** As the order named it. */
  readonly venue: Venue;
  /** The market it stands in; KRX or NXT where it named SOR. */
  readonly routedTo: MarketVenue;
  /** Absent for a cash order. */
  readonly credit?: CreditTerms;
  /** Why the broker sells, on an order of its own (반대매매); absent on all others. The account cannot change such an order. */
  readonly forced?: ForcedReason;
  /** Limit price it rests at; null while it has none (market order in an auction, sleeping stop, pegged order). */
  readonly price: Price | null;
  readonly quantity: Quantity;
  readonly remaining: Quantity;
  readonly filled: Quantity;
  readonly filledAmount: Won;
  readonly commission: Won;
  readonly tax: Won;
  readonly receivedAt: EpochMs;
  readonly status: 'working' | 'filled' | 'cancelled' | 'expired' | 'replaced' | 'done';
}

/** One execution of an account's order. `fillNo` is unique within a trade date. */
export interface ExchangeFill {
  readonly account: AccountId;
  readonly orderNo: BrokerOrderNo;
  readonly fillNo: string;
  readonly venue: MarketVenue;
  readonly symbol: SymbolCode;
  readonly side: OrderSide;
  readonly price: Price;
  readonly quantity: Quantity;
  readonly commission: Won;
  readonly tax: Won;
  readonly at: EpochMs;
  readonly tradeDate: TradeDate;
}

/** What the exchange does about orders. */
export interface OrderApi {
  submit(account: AccountId, order: NewOrder): Accepted | Rejection;
  /** `quantity` 0 modifies all that is left. `stop` is the new stop of a stop order; without it the old one stays. */
  modify(
    account: AccountId,
    orderNo: BrokerOrderNo,
    quantity: Quantity,
    price: Price,
    stop?: Price | null,
  ): Accepted | Rejection;
  /** `quantity` 0 cancels all that is left. */
  cancel(account: AccountId, orderNo: BrokerOrderNo, quantity: Quantity): Accepted | Rejection;
  /** Orders of a day, oldest first, cancels and modifies included. */
  of(account: AccountId, date: TradeDate): readonly ExchangeOrder[];
  /** Executions of a day, oldest first. */
  fillsOf(account: AccountId, date: TradeDate): readonly ExchangeFill[];
}
