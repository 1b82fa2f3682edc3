// What a broker says of orders and of an account, put together from what an exchange in the same process keeps. Both brokers
// of a backtest speak through it, so the engine hears the same of bars and of the market.

import type { BrokerHolding, BrokerOrder, BrokerSnapshot, OrderNotice } from '#domain/broker-event.ts';
import type { EpochMs, Price, Quantity, SymbolCode } from '#domain/units.ts';
import { type CashView, type ExchangeOrder, limitPriceOf, type RealisedDay } from '#exchange/contract.ts';

/** An order as an exchange keeps it. What only the market knows is absent between bars, where every order is a new one. */
export type KeptOrder = Pick<
  ExchangeOrder,
  | 'orderNo'
  | 'symbol'
  | 'side'
  | 'pricing'
  | 'quantity'
  | 'remaining'
  | 'filled'
  | 'filledAmount'
  | 'receivedAt'
> &
  Partial<Pick<ExchangeOrder, 'originalOrderNo' | 'action' | 'tax'>>;

/** What became of an order: when, and the execution where it was one. */
export interface OrderNews {
  readonly kind: OrderNotice['kind'];
  readonly at: EpochMs;
  readonly occurredAt: EpochMs;
  readonly fill: { readonly fillNo: string; readonly price: Price; readonly quantity: Quantity } | null;
}

/** An account as it stands at one moment. */
export interface AccountState extends Pick<BrokerSnapshot, 'at' | 'tradeDate' | 'occasion' | 'dayTrades'> {
  readonly orders: readonly KeptOrder[];
  readonly holdings: readonly BrokerHolding[];
  readonly cash: Pick<CashView, 'today' | 'd1' | 'd2'>;
  /** Absent while nothing was sold. */
  readonly realised: RealisedDay | undefined;
}

/** The notice of `news`; an order that was closed has nothing left, however it ended. */
export function noticeOf(order: KeptOrder, { kind, at, occurredAt, fill }: OrderNews): OrderNotice {
  return {
    type: 'order-notice',
    at,
    occurredAt,
    kind,
    action: order.action ?? 'new',
    brokerOrderNo: order.orderNo,
    originalOrderNo: order.originalOrderNo ?? null,
    symbol: order.symbol,
    side: order.side,
    orderQuantity: order.quantity,
    orderPrice: limitPriceOf(order.pricing),
    remaining: kind === 'closed' ? 0 : order.remaining,
    fillNo: fill?.fillNo ?? null,
    fillPrice: fill?.price ?? null,
    fillQuantity: fill?.quantity ?? null,
    cumulativeQuantity: order.filled,
    cumulativeAmount: order.filledAmount,
    rejectReason: null,
  };
}

/** The whole word on an account; totals are those of its holdings. */
export function snapshotOf(account: AccountState): BrokerSnapshot {
  const { at, tradeDate, occasion, holdings, dayTrades, cash, realised } = account;
  const sum = (field: 'cost' | 'value' | 'profit') =>
    holdings.reduce((total, holding) => total + holding[field], 0);
  return {
    type: 'broker-snapshot',
    at,
    tradeDate,
    occasion,
    orders: account.orders.map(listed),
    holdings,
    dayTrades,
    cash: cash.today,
    cashD1: cash.d1,
    cashD2: cash.d2,
    totalCost: sum('cost'),
    totalValue: sum('value'),
    totalProfit: sum('profit'),
    estimatedAssets: cash.d2 + sum('value'),
    realisedProfit: realised?.profit ?? 0,
    commission: realised?.commission ?? 0,
    tax: realised?.tax ?? 0,
  };
}

/** Sellable shares by instrument. */
export function sellableOf(holdings: readonly BrokerHolding[]): Record<SymbolCode, Quantity> {
  return Object.fromEntries(holdings.map(({ symbol, sellable }) => [symbol, sellable]));
}

function listed(order: KeptOrder): BrokerOrder {
  return {
    brokerOrderNo: order.orderNo,
    originalOrderNo: order.originalOrderNo ?? null,
    symbol: order.symbol,
    side: order.side,
    quantity: order.quantity,
    price: limitPriceOf(order.pricing),
    filled: order.filled,
    filledAmount: order.filledAmount,
    tax: order.tax ?? null,
    remaining: order.remaining,
    action: order.action ?? 'new',
    orderedAt: order.receivedAt,
  };
}
