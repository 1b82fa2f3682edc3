// The Broker port on the bar exchange, in process: every answer comes back at once, as the event a live broker would
// send.

import { Subject } from 'rxjs';
import type { BrokerEvent, BrokerHolding, BrokerOrder, SnapshotOccasion } from '#domain/broker-event.ts';
import type { ApprovedOrder } from '#domain/order.ts';
import type { EpochMs, Price, SymbolCode, TradeDate } from '#domain/units.ts';
import type { Broker, CancelRequest } from '#engine/ports.ts';
import type { BarExchange, BarFill, BarOrder } from '#exchange/bar-exchange.ts';

export class SimulatedBroker implements Broker {
  readonly events$ = new Subject<BrokerEvent>();
  /** Orders the exchange did not take, by its code. */
  readonly rejections: Record<string, number> = {};
  /** The moment of the bar being run; set by whoever drives the exchange. */
  now: EpochMs = 0;
  readonly #exchange: BarExchange;

  constructor(exchange: BarExchange) {
    this.#exchange = exchange;
    exchange.listen({
      onFill: (fill) => this.#tellFill(fill),
      onEnded: (order) => this.#tellEnded(order),
    });
  }

  submit(order: ApprovedOrder): void {
    const taken = this.#exchange.submit(order, this.now);
    if ('rejected' in taken) {
      this.rejections[taken.rejected] = (this.rejections[taken.rejected] ?? 0) + 1;
      const { rejected: code } = taken;
      this.events$.next({ type: 'order-rejected', at: this.now, orderId: order.id, code, message: '' });
      return;
    }
    const { orderNo: brokerOrderNo } = taken;
    this.events$.next({ type: 'order-acknowledged', at: this.now, orderId: order.id, brokerOrderNo });
  }

  cancel({ orderId, brokerOrderNo }: CancelRequest): void {
    const { now: at } = this;
    if (this.#exchange.cancel(brokerOrderNo)) {
      this.events$.next({ type: 'cancel-acknowledged', at, orderId, cancelOrderNo: brokerOrderNo });
      return;
    }
    const message = 'nothing left to cancel';
    this.events$.next({ type: 'cancel-failed', at, orderId, code: 'nothing-left', message, definite: true });
  }

  queryOrderable(symbol: SymbolCode, price: Price): void {
    const { quantity, amount } = this.#exchange.account.orderable(price);
    this.events$.next({ type: 'orderable-answered', at: this.now, symbol, price, quantity, amount });
  }

  querySellable(): void {
    const sellable: Record<SymbolCode, number> = {};
    for (const holding of this.#holdings()) sellable[holding.symbol] = holding.sellable;
    this.events$.next({ type: 'sellable-answered', at: this.now, sellable });
  }

  takeSnapshot(tradeDate: TradeDate, occasion: SnapshotOccasion): void {
    const { account } = this.#exchange;
    const holdings = this.#holdings();
    const cash = account.cashView();
    const [day] = account.realised(tradeDate, tradeDate);
    const totalValue = holdings.reduce((sum, { value }) => sum + value, 0);
    this.events$.next({
      type: 'broker-snapshot',
      at: this.now,
      tradeDate,
      occasion,
      orders: this.#exchange.orders().map(listed),
      holdings,
      dayTrades: account.dayTrades(tradeDate),
      cash: cash.today,
      cashD1: cash.d1,
      cashD2: cash.d2,
      totalCost: holdings.reduce((sum, { cost }) => sum + cost, 0),
      totalValue,
      totalProfit: holdings.reduce((sum, { profit }) => sum + profit, 0),
      estimatedAssets: cash.d2 + totalValue,
      realisedProfit: day?.profit ?? 0,
      commission: day?.commission ?? 0,
      tax: day?.tax ?? 0,
    });
  }

  #holdings(): BrokerHolding[] {
    const { account } = this.#exchange;
    const prices = (symbol: SymbolCode) => {
      const previousClose = this.#exchange.reference(symbol)?.base ?? 0;
      return { last: this.#exchange.last(symbol) ?? previousClose, previousClose };
    };
    return account
      .positions(prices)
      .filter(({ quantity }) => quantity > 0)
      .map(({ symbol, name, quantity, sellable, cost, value, profit, price }) => {
        return { symbol, name, quantity, sellable, cost, value, profit, price };
      });
  }

  #tellFill({ order, fillNo, price, quantity, at }: BarFill): void {
    this.events$.next({
      type: 'order-notice',
      at: this.now,
      occurredAt: at,
      kind: 'filled',
      action: 'new',
      brokerOrderNo: order.orderNo,
      originalOrderNo: null,
      symbol: order.symbol,
      side: order.side,
      orderQuantity: order.quantity,
      orderPrice: limitOf(order),
      remaining: order.remaining,
      fillNo,
      fillPrice: price,
      fillQuantity: quantity,
      cumulativeQuantity: order.filled,
      cumulativeAmount: order.filledAmount,
      rejectReason: null,
    });
  }

  #tellEnded(order: BarOrder): void {
    this.events$.next({
      type: 'order-notice',
      at: this.now,
      occurredAt: this.now,
      kind: 'closed',
      action: 'new',
      brokerOrderNo: order.orderNo,
      originalOrderNo: null,
      symbol: order.symbol,
      side: order.side,
      orderQuantity: order.quantity,
      orderPrice: limitOf(order),
      remaining: 0,
      fillNo: null,
      fillPrice: null,
      fillQuantity: null,
      cumulativeQuantity: null,
      cumulativeAmount: null,
      rejectReason: null,
    });
  }
}

function limitOf({ pricing }: BarOrder): Price | null {
  return pricing.type === 'limit' ? pricing.price : null;
}

function listed(order: BarOrder): BrokerOrder {
  return {
    brokerOrderNo: order.orderNo,
    originalOrderNo: null,
    symbol: order.symbol,
    side: order.side,
    quantity: order.quantity,
    price: limitOf(order),
    filled: order.filled,
    filledAmount: order.filledAmount,
    tax: null,
    remaining: order.remaining,
    action: 'new',
    orderedAt: order.receivedAt,
  };
}
