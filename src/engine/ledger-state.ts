// The books as a fold over ledger records: orders, positions, cash by settlement day, halts. Nothing else changes them,
// so a restart that folds the stored records knows exactly what the engine knew when it stopped.

import { assert } from '#domain/assert.ts';
import type { BrokerSnapshot } from '#domain/broker-event.ts';
import type { Fill } from '#domain/fill.ts';
import type { Difference, LedgerEntry, LedgerRecord } from '#domain/ledger-record.ts';
import type { Order, OrderRequest, OrderStatus } from '#domain/order.ts';
import type {
  BrokerOrderNo,
  EpochMs,
  OrderId,
  Quantity,
  StrategyName,
  SymbolCode,
  TradeDate,
  Won,
} from '#domain/units.ts';
import { mulDiv } from '#domain/units.ts';
import { assertBalanced } from './entries.ts';
import { cover } from './filled-intervals.ts';
import { isOpen, nextStatus } from './order-transitions.ts';

/** Shares and what they cost in won, without commission. The average price is derived, never kept. */
export interface Position {
  quantity: Quantity;
  cost: Won;
}

/** Won bought and sold of one instrument on the running trade date. */
export interface DayAmounts {
  bought: Won;
  sold: Won;
}

type Observed = Extract<LedgerRecord, { type: 'order-observed' }>;

const NO_ORDERS: readonly Order[] = [];

/** Cost in won of `sold` shares out of `position`: proportional, cut to won, the last share takes the rest. */
export function costOfSold(position: Position, sold: Quantity): Won {
  assert(sold <= position.quantity, `${sold} shares sold out of ${position.quantity}`);
  return sold === position.quantity ? position.cost : mulDiv(position.cost, sold, position.quantity);
}

export class LedgerState {
  recordCount = 0;
  /** False until the opening balances are known. */
  opened = false;
  /** The trade date last opened; empty before the first. */
  tradeDate: TradeDate = '';
  /** Equity when that day began, the base of the daily loss limit. */
  dayBaseEquity: Won = 0;
  lastClosedDate: TradeDate = '';
  cash: Won = 0;
  haltReason: string | null = null;
  buysHaltReason: string | null = null;
  lastOrderNumber = 0;
  lastOrderDate: TradeDate = '';
  ordersToday = 0;
  lastSnapshot: BrokerSnapshot | null = null;
  differences: readonly Difference[] = [];

  readonly #orders = new Map<OrderId, Order>();
  readonly #byBrokerNo = new Map<BrokerOrderNo, Order>();
  readonly #openBySymbol = new Map<SymbolCode, Order[]>();
  readonly #positions = new Map<SymbolCode, Position>();
  readonly #own = new Map<StrategyName, Map<SymbolCode, Position>>();
  readonly #unsettled = new Map<TradeDate, Won>();
  readonly #dayAmounts = new Map<SymbolCode, DayAmounts>();

  /** Takes in one record. Throws InvariantError when it contradicts the books. */
  apply(record: LedgerRecord): void {
    this.recordCount++;
    switch (record.type) {
      case 'opened':
        this.opened = true;
        this.#book(record.entries, record.tradeDate);
        return;
      case 'adjusted':
        this.#book(record.entries, record.tradeDate);
        this.differences = [];
        return;
      case 'day-opened':
        this.#openDay(record.tradeDate, record.equity);
        return;
      case 'day-closed':
        this.lastClosedDate = record.tradeDate;
        return;
      case 'order-intended':
        this.#addOrder(record.request, null, 'intended');
        return;
      case 'order-observed':
        this.#addOrder(record.request, record.brokerOrderNo, 'working');
        if (record.alreadyFilled > 0) this.#skipFilled(this.order(record.request.id), record);
        return;
      case 'order-refused':
        this.#countOrderId(record.request.id, record.request.tradeDate);
        return;
      case 'order-changed':
        this.#changeOrder(record);
        return;
      case 'cancel-intended':
        this.order(record.orderId).cancelRequestedAt = record.at;
        return;
      case 'filled':
        this.#fill(record.fill, record.from, record.to, record.entries);
        return;
      case 'reconciled':
        this.lastSnapshot = record.snapshot;
        this.differences = record.differences;
        return;
      case 'halted':
        if (record.scope === 'all') this.haltReason = record.reason;
        else this.buysHaltReason = record.reason;
        return;
      case 'resumed':
        if (record.scope === 'all') this.haltReason = null;
        else this.buysHaltReason = null;
        return;
    }
  }

  order(id: OrderId): Order {
    const order = this.#orders.get(id);
    assert(order !== undefined, `order ${id} is not in the books`);
    return order;
  }

  findOrder(id: OrderId): Order | null {
    return this.#orders.get(id) ?? null;
  }

  /** The order of the running trade date with this broker number. */
  findByBrokerNo(no: BrokerOrderNo): Order | null {
    return this.#byBrokerNo.get(no) ?? null;
  }

  openOrders(symbol: SymbolCode): readonly Order[] {
    return this.#openBySymbol.get(symbol) ?? NO_ORDERS;
  }

  /** Every open order, oldest first. */
  allOpenOrders(): Order[] {
    return [...this.#orders.values()].filter((order) => isOpen(order.status));
  }

  /** Every order still remembered: open ones and all of the running trade date. */
  allOrders(): Iterable<Order> {
    return this.#orders.values();
  }

  positions(): ReadonlyMap<SymbolCode, Readonly<Position>> {
    return this.#positions;
  }

  /** Shares held on the account by all strategies. */
  held(symbol: SymbolCode): Quantity {
    return this.#positions.get(symbol)?.quantity ?? 0;
  }

  position(symbol: SymbolCode): Readonly<Position> {
    return this.#positions.get(symbol) ?? { quantity: 0, cost: 0 };
  }

  /** What one strategy holds of one instrument; null when it never traded it. */
  own(strategy: StrategyName, symbol: SymbolCode): Readonly<Position> | null {
    return this.#own.get(strategy)?.get(symbol) ?? null;
  }

  dayAmounts(symbol: SymbolCode): Readonly<DayAmounts> {
    return this.#dayAmounts.get(symbol) ?? { bought: 0, sold: 0 };
  }

  /** Won that will have changed hands by `date`, all else still to settle left out. */
  cashSettledBy(date: TradeDate): Won {
    let cash = this.cash;
    for (const [settlesOn, amount] of this.#unsettled) if (settlesOn > date) cash -= amount;
    return cash;
  }

  #book(entries: readonly LedgerEntry[], tradeDate: TradeDate): void {
    assertBalanced(entries);
    for (const entry of entries) {
      if (entry.account === 'cash') this.#moveCash(entry.amount, entry.settlesOn ?? tradeDate);
      if (entry.account !== 'position' || entry.symbol === null) continue;
      this.#moveAccountPosition(entry.symbol, entry.shares, entry.amount);
      if (entry.strategy === null) continue;
      const own = this.#ownOf(entry.strategy, entry.symbol);
      own.quantity += entry.shares;
      own.cost += entry.amount;
    }
  }

  #fill(fill: Fill, from: Quantity, to: Quantity, entries: readonly LedgerEntry[]): void {
    assertBalanced(entries);
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i]!;
      if (entry.account === 'cash') this.#moveCash(entry.amount, fill.settlesOn);
      else if (entry.account === 'position')
        this.#moveAccountPosition(fill.symbol, entry.shares, entry.amount);
    }
    this.#moveOwnPosition(fill);
    const day = this.#dayAmountsOf(fill.symbol);
    if (fill.side === 'buy') day.bought += fill.amount;
    else day.sold += fill.amount;
    this.#fillOrder(this.order(fill.orderId), fill, from, to);
  }

  #fillOrder(order: Order, fill: Fill, from: Quantity, to: Quantity): void {
    assert(
      to - from === fill.quantity,
      `order ${fill.orderId}: ${fill.quantity} shares booked as (${from}, ${to}]`,
    );
    const isFirst = order.filledIntervals.length === 0;
    order.filledIntervals = isFirst ? [{ from, to }] : cover(order.filledIntervals, from, to);
    order.filledQuantity += fill.quantity;
    order.filledAmount += fill.amount;
    order.bookedTax += fill.tax;
    assert(
      order.filledQuantity <= order.request.quantity,
      `order ${fill.orderId}: ${order.filledQuantity} filled of ${order.request.quantity} ordered`,
    );
    const happening = order.filledQuantity === order.request.quantity ? 'fully-filled' : 'part-filled';
    this.#setStatus(order, nextStatus(order.status, happening) ?? order.status);
  }

  /** Shares that were filled before the books were opened: known, not booked. */
  #skipFilled(order: Order, { alreadyFilled: filled, alreadyFilledAmount, alreadyTaxed }: Observed): void {
    order.filledIntervals = [{ from: 0, to: filled }];
    order.filledQuantity = filled;
    order.filledAmount = alreadyFilledAmount;
    order.bookedTax = alreadyTaxed;
    const day = this.#dayAmountsOf(order.request.symbol);
    if (order.request.side === 'buy') day.bought += alreadyFilledAmount;
    else day.sold += alreadyFilledAmount;
    this.#setStatus(order, filled === order.request.quantity ? 'filled' : 'partly-filled');
  }

  #moveAccountPosition(symbol: SymbolCode, shares: number, cost: Won): void {
    const position = this.#positionOf(this.#positions, symbol);
    position.quantity += shares;
    position.cost += cost;
    assert(position.quantity >= 0, `${symbol}: holding fell below zero (${position.quantity})`);
    if (position.quantity === 0) {
      assert(position.cost === 0, `${symbol}: nothing held but ${position.cost} won of cost left`);
      this.#positions.delete(symbol);
    }
  }

  #moveOwnPosition(fill: Fill): void {
    const own = this.#ownOf(fill.strategy, fill.symbol);
    if (fill.side === 'buy') {
      own.quantity += fill.quantity;
      own.cost += fill.amount;
      return;
    }
    // A hand-made sale may sell what a strategy bought: its own books then go no lower than nothing.
    const sold = Math.min(fill.quantity, own.quantity);
    own.cost -= costOfSold(own, sold);
    own.quantity -= sold;
  }

  #moveCash(amount: Won, settlesOn: TradeDate): void {
    this.cash += amount;
    assert(Number.isSafeInteger(this.cash), 'cash left the safe integers');
    if (settlesOn > this.tradeDate)
      this.#unsettled.set(settlesOn, (this.#unsettled.get(settlesOn) ?? 0) + amount);
  }

  #openDay(date: TradeDate, equity: Won): void {
    this.tradeDate = date;
    this.dayBaseEquity = equity;
    this.buysHaltReason = null;
    this.ordersToday = 0;
    this.#dayAmounts.clear();
    this.#byBrokerNo.clear();
    for (const [settlesOn] of this.#unsettled) if (settlesOn <= date) this.#unsettled.delete(settlesOn);
    for (const [id, order] of this.#orders) if (!isOpen(order.status)) this.#orders.delete(id);
  }

  #addOrder(request: OrderRequest, brokerOrderNo: BrokerOrderNo | null, status: OrderStatus): void {
    assert(!this.#orders.has(request.id), `order ${request.id} is in the books already`);
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
    this.#orders.set(request.id, order);
    if (brokerOrderNo !== null) this.#byBrokerNo.set(brokerOrderNo, order);
    const open = this.#openBySymbol.get(request.symbol);
    if (open === undefined) this.#openBySymbol.set(request.symbol, [order]);
    else open.push(order);
    this.#countOrderId(request.id, request.tradeDate);
    this.ordersToday++;
  }

  #countOrderId(id: OrderId, date: TradeDate): void {
    const number = Number(id.slice(9));
    if (date !== this.lastOrderDate) {
      this.lastOrderDate = date;
      this.lastOrderNumber = 0;
    }
    if (number > this.lastOrderNumber) this.lastOrderNumber = number;
  }

  #changeOrder(change: {
    readonly orderId: OrderId;
    readonly status: OrderStatus;
    readonly brokerOrderNo: BrokerOrderNo | null;
    readonly note: string;
    readonly at: EpochMs;
  }): void {
    const order = this.order(change.orderId);
    order.note = change.note;
    if (change.status === order.status) order.cancelRequestedAt = null; // a cancel that failed may be asked for again
    if (change.brokerOrderNo !== null && order.brokerOrderNo === null) {
      order.brokerOrderNo = change.brokerOrderNo;
      this.#byBrokerNo.set(change.brokerOrderNo, order);
    }
    this.#setStatus(order, change.status);
  }

  #setStatus(order: Order, status: OrderStatus): void {
    const wasOpen = isOpen(order.status);
    order.status = status;
    const open = isOpen(status);
    if (open === wasOpen) return;
    const list = this.#openBySymbol.get(order.request.symbol);
    assert(list !== undefined, `order ${order.request.id} was never listed`);
    if (open) list.push(order);
    else list.splice(list.indexOf(order), 1);
  }

  #positionOf(positions: Map<SymbolCode, Position>, symbol: SymbolCode): Position {
    let position = positions.get(symbol);
    if (position === undefined) {
      position = { quantity: 0, cost: 0 };
      positions.set(symbol, position);
    }
    return position;
  }

  #ownOf(strategy: StrategyName, symbol: SymbolCode): Position {
    let own = this.#own.get(strategy);
    if (own === undefined) {
      own = new Map();
      this.#own.set(strategy, own);
    }
    return this.#positionOf(own, symbol);
  }

  #dayAmountsOf(symbol: SymbolCode): DayAmounts {
    let day = this.#dayAmounts.get(symbol);
    if (day === undefined) {
      day = { bought: 0, sold: 0 };
      this.#dayAmounts.set(symbol, day);
    }
    return day;
  }
}
