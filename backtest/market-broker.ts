// The Broker port on the simulated market, in process. What the engine asks for is on its way until `deliver`, as a request
// to a real broker would be; the answers and the notices they cause come after it, each request's answer first.

import { Subject } from 'rxjs';
import type { BrokerEvent, BrokerOrder, OrderNotice, SnapshotOccasion } from '#domain/broker-event.ts';
import type { ApprovedOrder } from '#domain/order.ts';
import type { Price, SymbolCode, TradeDate } from '#domain/units.ts';
import type { Broker, CancelRequest } from '#engine/ports.ts';
import {
  type AccountId,
  type ExchangeApi,
  type ExchangeEvent,
  type ExchangeOrder,
  limitPriceOf,
} from '#exchange/contract.ts';

type NoticeEvent = Extract<ExchangeEvent, { type: 'order-notice' }>;

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
      this.#notices.push(noticeOf(event));
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
      const holdings = this.#exchange.accounts.holdings(this.#account);
      const sellable = Object.fromEntries(holdings.map((one) => [one.symbol, one.sellable]));
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
    const holdings = exchange.accounts.holdings(account);
    const cash = exchange.accounts.cash(account);
    const [day] = exchange.accounts.realised(account, tradeDate, tradeDate);
    const sum = (field: 'cost' | 'value' | 'profit') =>
      holdings.reduce((total, holding) => total + holding[field], 0);
    this.#tell({
      type: 'broker-snapshot',
      at: exchange.now,
      tradeDate,
      occasion,
      orders: exchange.orders.of(account, tradeDate).map(listed),
      holdings,
      dayTrades: exchange.accounts.dayTrades(account, tradeDate),
      cash: cash.today,
      cashD1: cash.d1,
      cashD2: cash.d2,
      totalCost: sum('cost'),
      totalValue: sum('value'),
      totalProfit: sum('profit'),
      estimatedAssets: cash.d2 + sum('value'),
      realisedProfit: day?.profit ?? 0,
      commission: day?.commission ?? 0,
      tax: day?.tax ?? 0,
    });
  }

  #tellNotices(): void {
    for (const notice of this.#notices.splice(0)) this.#tell({ ...notice, at: this.#exchange.now });
  }

  #tell(event: BrokerEvent): void {
    this.events$.next(event);
  }
}

function noticeOf({ at, kind, order, fill }: NoticeEvent): OrderNotice {
  return {
    type: 'order-notice',
    at,
    occurredAt: at,
    // What ran out at the end of its session is reported with nothing left, as what was cancelled is.
    kind: kind === 'expired' ? 'closed' : kind,
    action: order.action,
    brokerOrderNo: order.orderNo,
    originalOrderNo: order.originalOrderNo,
    symbol: order.symbol,
    side: order.side,
    orderQuantity: order.quantity,
    orderPrice: limitPriceOf(order.pricing),
    remaining: kind === 'expired' ? 0 : order.remaining,
    fillNo: fill?.fillNo ?? null,
    fillPrice: fill?.price ?? null,
    fillQuantity: fill?.quantity ?? null,
    cumulativeQuantity: order.filled,
    cumulativeAmount: order.filledAmount,
    rejectReason: null,
  };
}

function listed(order: ExchangeOrder): BrokerOrder {
  return {
    brokerOrderNo: order.orderNo,
    originalOrderNo: order.originalOrderNo,
    symbol: order.symbol,
    side: order.side,
    quantity: order.quantity,
    price: limitPriceOf(order.pricing),
    filled: order.filled,
    filledAmount: order.filledAmount,
    tax: order.tax,
    remaining: order.remaining,
    action: order.action,
    orderedAt: order.receivedAt,
  };
}
