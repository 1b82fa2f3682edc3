// The orders of the books: open ones of any day, and all of the running trade date. Part of the fold: only LedgerState
// calls what changes them.

import { assert } from '#domain/assert.ts';
import type { Fill } from '#domain/fill.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import { EXTERNAL, type Order, type OrderRequest, type OrderStatus } from '#domain/order.ts';
import type { BrokerOrderNo, OrderId, Quantity, SymbolCode, TradeDate } from '#domain/units.ts';
import { cover } from './filled-intervals.ts';
import { isOpen, nextStatus } from './order-transitions.ts';

/** Where the running number stands in an order id: after `YYYYMMDD-`. */
const NUMBER_AT = 9;
const NO_ORDERS: readonly Order[] = [];

export class Orders {
  /** Running number of the last order made by us on `lastDate`. */
  lastNumber = 0;
  lastDate: TradeDate = '';
  /** Orders of the running trade date. */
  countToday = 0;
  readonly #byId = new Map<OrderId, Order>();
  readonly #byBrokerNo = new Map<BrokerOrderNo, Order>();
  readonly #openBySymbol = new Map<SymbolCode, Order[]>();
  readonly #open: Order[] = [];
  /** Tickets of orders by hand, refused ones included: a command may be delivered twice. */
  readonly #tickets = new Set<string>();

  get(id: OrderId): Order {
    const order = this.#byId.get(id);
    assert(order !== undefined, `order ${id} is not in the books`);
    return order;
  }

  find(id: OrderId): Order | null {
    return this.#byId.get(id) ?? null;
  }

  /** The order of the running trade date with this broker number. */
  findByBrokerNo(no: BrokerOrderNo): Order | null {
    return this.#byBrokerNo.get(no) ?? null;
  }

  openIn(symbol: SymbolCode): readonly Order[] {
    return this.#openBySymbol.get(symbol) ?? NO_ORDERS;
  }

  /** Every open order, in the order they were opened. The list lives: copy it before changing orders. */
  open(): readonly Order[] {
    return this.#open;
  }

  /** The open orders that hwangso placed, as they are now: those of others are theirs to cancel. */
  ours(): readonly Order[] {
    return this.#open.filter(({ request }) => request.strategy !== EXTERNAL);
  }

  /** True when an order by hand with this ticket was placed or refused. */
  hasTicket(ticket: string): boolean {
    return this.#tickets.has(ticket);
  }

  all(): Iterable<Order> {
    return this.#byId.values();
  }

  /** A new trade date: what is over is forgotten, broker numbers begin anew. */
  openDay(): void {
    this.countToday = 0;
    this.#byBrokerNo.clear();
    for (const [id, order] of this.#byId) if (!isOpen(order.status)) this.#byId.delete(id);
  }

  add(request: OrderRequest, brokerOrderNo: BrokerOrderNo | null, status: 'intended' | 'working'): Order {
    assert(!this.#byId.has(request.id), `order ${request.id} is in the books already`);
    const order: Order = {
      request,
      status,
      brokerOrderNo,
      filledQuantity: 0,
      filledAmount: 0,
      bookedTax: 0,
      reportedQuantity: 0,
      reportedAmount: 0,
      filledIntervals: [],
      cancelRequestedAt: null,
      note: '',
    };
    this.#byId.set(request.id, order);
    if (brokerOrderNo !== null) this.#byBrokerNo.set(brokerOrderNo, order);
    this.#list(order);
    this.countNumber(request);
    this.countToday++;
    return order;
  }

  /** Numbers that were given away are not given again, refused requests included. */
  countNumber({ id, tradeDate: date, ticket }: OrderRequest): void {
    if (ticket !== undefined) this.#tickets.add(ticket);
    const number = Number(id.slice(NUMBER_AT));
    if (date !== this.lastDate) {
      this.lastDate = date;
      this.lastNumber = 0;
    }
    if (number > this.lastNumber) this.lastNumber = number;
  }

  change(change: Extract<LedgerRecord, { type: 'order-changed' }>): void {
    const order = this.get(change.orderId);
    order.note = change.note;
    if (change.status === order.status) order.cancelRequestedAt = null; // a cancel that failed may be asked for again
    if (change.brokerOrderNo !== null && order.brokerOrderNo === null) {
      order.brokerOrderNo = change.brokerOrderNo;
      this.#byBrokerNo.set(change.brokerOrderNo, order);
    }
    this.#setStatus(order, change.status);
  }

  /** One execution of (from, to] of its cumulative quantity. */
  fill(order: Order, fill: Fill, from: Quantity, to: Quantity): void {
    const { request } = order;
    assert(
      to - from === fill.quantity,
      `order ${request.id}: ${fill.quantity} shares booked as (${from}, ${to}]`,
    );
    const isFirst = order.filledIntervals.length === 0;
    order.filledIntervals = isFirst ? [{ from, to }] : cover(order.filledIntervals, from, to);
    order.filledQuantity += fill.quantity;
    order.filledAmount += fill.amount;
    order.bookedTax += fill.tax;
    const { filledQuantity } = order;
    assert(
      filledQuantity <= request.quantity,
      `order ${request.id}: ${filledQuantity} filled of ${request.quantity}`,
    );
    const happening = filledQuantity === request.quantity ? 'fully-filled' : 'part-filled';
    this.#setStatus(order, nextStatus(order.status, happening) ?? order.status);
  }

  /** Shares that were filled before the books were opened: known, not booked. */
  skipFilled(order: Order, observed: Extract<LedgerRecord, { type: 'order-observed' }>): void {
    const { alreadyFilled } = observed;
    order.filledIntervals = [{ from: 0, to: alreadyFilled }];
    order.filledQuantity = alreadyFilled;
    order.filledAmount = observed.alreadyFilledAmount;
    order.bookedTax = observed.alreadyTaxed;
    this.#setStatus(order, alreadyFilled === order.request.quantity ? 'filled' : 'partly-filled');
  }

  #setStatus(order: Order, status: OrderStatus): void {
    const wasOpen = isOpen(order.status);
    order.status = status;
    const open = isOpen(status);
    if (open === wasOpen) return;
    if (open) this.#list(order);
    else this.#unlist(order);
  }

  #list(order: Order): void {
    this.#open.push(order);
    const list = this.#openBySymbol.get(order.request.symbol);
    if (list === undefined) this.#openBySymbol.set(order.request.symbol, [order]);
    else list.push(order);
  }

  #unlist(order: Order): void {
    const list = this.#openBySymbol.get(order.request.symbol);
    assert(list !== undefined, `order ${order.request.id} was never listed`);
    list.splice(list.indexOf(order), 1);
    this.#open.splice(this.#open.indexOf(order), 1);
  }
}
