// One execution and what it cost. A fill is a fact: idempotent by (trade date, order, venue, interval), never changed.

import type { OrderSide } from './order.ts';
import type {
  BrokerOrderNo,
  EpochMs,
  OrderId,
  Quantity,
  StrategyName,
  SymbolCode,
  TradeDate,
  Won,
} from './units.ts';

/** One execution of one order. `amount` is price times quantity in won; it, not an average price, is the fact. */
export interface Fill {
  readonly orderId: OrderId;
  readonly brokerOrderNo: BrokerOrderNo;
  /** The broker's execution number; `recovered:from-to` when it was rebuilt from snapshots after a lost notice. */
  readonly fillNo: string;
  readonly strategy: StrategyName;
  readonly symbol: SymbolCode;
  readonly side: OrderSide;
  readonly quantity: Quantity;
  readonly amount: Won;
  /** Commission this fill adds to the day's commission of (date, symbol, side), won. */
  readonly commission: Won;
  /** Tax on this execution, won; 0 for buys. */
  readonly tax: Won;
  readonly tradeDate: TradeDate;
  readonly settlesOn: TradeDate;
  readonly filledAt: EpochMs;
}
