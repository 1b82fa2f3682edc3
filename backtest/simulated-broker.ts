// The Broker port on the bar exchange, in process: every answer comes back at once, as the event a live broker would
// send.

import { Subject } from 'rxjs';
import type { BrokerEvent, BrokerHolding, SnapshotOccasion } from '#domain/broker-event.ts';
import type { ApprovedOrder } from '#domain/order.ts';
import type { EpochMs, Price, SymbolCode, TradeDate } from '#domain/units.ts';
import type { Broker, CancelRequest } from '#engine/ports.ts';
import type { BarExchange } from '#exchange/bar-exchange.ts';
import { type KeptOrder, noticeOf, type OrderNews, sellableOf, snapshotOf } from './broker-answers.ts';

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
      onFill: (fill) => this.#notify(fill.order, { kind: 'filled', occurredAt: fill.at, fill }),
      onEnded: (order) => this.#notify(order, { kind: 'closed', occurredAt: this.now, fill: null }),
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
    this.events$.next({ type: 'sellable-answered', at: this.now, sellable: sellableOf(this.#holdings()) });
  }

  takeSnapshot(tradeDate: TradeDate, occasion: SnapshotOccasion): void {
    const { account } = this.#exchange;
    const [realised] = account.realised(tradeDate, tradeDate);
    const state = {
      at: this.now,
      tradeDate,
      occasion,
      orders: this.#exchange.orders(),
      holdings: this.#holdings(),
      dayTrades: account.dayTrades(tradeDate),
      cash: account.cashView(),
      realised,
    };
    this.events$.next(snapshotOf(state));
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

  #notify(order: KeptOrder, news: Omit<OrderNews, 'at'>): void {
    this.events$.next(noticeOf(order, { ...news, at: this.now }));
  }
}
