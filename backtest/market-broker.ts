// The Broker port on the simulated market, in process. What the engine asks for is on its way until `deliver`, as a request
// to a real broker would be; the answers and the notices they cause come after it, each request's answer first.

import { Subject } from 'rxjs';
import type { BrokerEvent, OrderNotice, SnapshotOccasion } from '#domain/broker-event.ts';
import type { ApprovedOrder } from '#domain/order.ts';
import type { Price, SymbolCode, TradeDate } from '#domain/units.ts';
import type { Broker, CancelRequest } from '#engine/ports.ts';
import type { AccountId, ExchangeApi } from '#exchange/contract.ts';
import { noticeOf, sellableOf, snapshotOf } from './broker-answers.ts';

export class MarketBroker implements Broker {
  readonly events$ = new Subject<BrokerEvent>();
  /** Orders the exchange did not take, by its code. */
  readonly rejections: Record<string, number> = {};
  readonly #exchange: ExchangeApi;
  readonly #account: AccountId;
  readonly #requests: (() => void)[] = [];
  readonly #notices: OrderNotice[] = [];

  /** Begins to listen to the notices of `account`. */
  constructor(exchange: ExchangeApi, account: AccountId) {
    this.#exchange = exchange;
    this.#account = account;
    exchange.listen((event) => {
      if (event.type !== 'order-notice' || event.order.account !== account) return;
      const { at, kind, order, fill } = event;
      // What ran out at the end of its session is told as what was cancelled is: closed.
      const news = { kind: kind === 'expired' ? 'closed' : kind, at, occurredAt: at, fill } as const;
      this.#notices.push(noticeOf(order, news));
    });
  }

  submit(order: ApprovedOrder): void {
    this.#requests.push(() => this.#submit(order));
  }

  cancel(request: CancelRequest): void {
    this.#requests.push(() => this.#cancel(request));
  }

  queryOrderable(symbol: SymbolCode, price: Price): void {
    this.#requests.push(() => {
      const { quantity, amount } = this.#exchange.accounts.orderable(this.#account, symbol, price);
      this.#tell({ type: 'orderable-answered', at: this.#exchange.now, symbol, price, quantity, amount });
    });
  }

  querySellable(): void {
    this.#requests.push(() => {
      const sellable = sellableOf(this.#exchange.accounts.holdings(this.#account));
      this.#tell({ type: 'sellable-answered', at: this.#exchange.now, sellable });
    });
  }

  takeSnapshot(tradeDate: TradeDate, occasion: SnapshotOccasion): void {
    this.#requests.push(() => this.#takeSnapshot(tradeDate, occasion));
  }

  /** Tells what the exchange said meanwhile, then does what was asked for, and what is asked for because of it. */
  deliver(): void {
    this.#tellNotices();
    for (let request = this.#requests.shift(); request !== undefined; request = this.#requests.shift()) {
      request();
      this.#tellNotices();
    }
  }

  #submit({ id: orderId, symbol, side, quantity, pricing, timeInForce }: ApprovedOrder): void {
    const taken = this.#exchange.orders.submit(this.#account, {
      symbol,
      side,
      quantity,
      pricing,
      timeInForce,
    });
    const { now: at } = this.#exchange;
    if (taken.ok) {
      this.#tell({ type: 'order-acknowledged', at, orderId, brokerOrderNo: taken.orderNo });
      return;
    }
    const { code, limit, actual } = taken;
    this.rejections[code] = (this.rejections[code] ?? 0) + 1;
    const message = limit === null ? '' : `limit ${limit}, actual ${actual}`;
    this.#tell({ type: 'order-rejected', at, orderId, code, message });
  }

  #cancel({ orderId, brokerOrderNo }: CancelRequest): void {
    const taken = this.#exchange.orders.cancel(this.#account, brokerOrderNo, 0);
    const { now: at } = this.#exchange;
    if (taken.ok) {
      this.#tell({ type: 'cancel-acknowledged', at, orderId, cancelOrderNo: taken.orderNo });
      return;
    }
    const { code } = taken;
    this.#tell({ type: 'cancel-failed', at, orderId, code, message: code, definite: true });
  }

  #takeSnapshot(tradeDate: TradeDate, occasion: SnapshotOccasion): void {
    const [exchange, account] = [this.#exchange, this.#account];
    const [realised] = exchange.accounts.realised(account, tradeDate, tradeDate);
    this.#tell(
      snapshotOf({
        at: exchange.now,
        tradeDate,
        occasion,
        orders: exchange.orders.of(account, tradeDate),
        holdings: exchange.accounts.holdings(account),
        dayTrades: exchange.accounts.dayTrades(account, tradeDate),
        cash: exchange.accounts.cash(account),
        realised,
      }),
    );
  }

  #tellNotices(): void {
    for (const notice of this.#notices.splice(0)) this.#tell({ ...notice, at: this.#exchange.now });
  }

  #tell(event: BrokerEvent): void {
    this.events$.next(event);
  }
}
