// Lays records out as orders, fills and entries for people who read the ledger with SQL. The engine never reads these
// tables: its books are folds over the records.

import type { Statement } from 'better-sqlite3';
import type { Fill } from '#domain/fill.ts';
import type { LedgerEntry, LedgerRecord } from '#domain/ledger-record.ts';
import type { OrderRequest, OrderStatus, Refusal } from '#domain/order.ts';
import { kstDate } from '#domain/time.ts';
import type { BrokerOrderNo, EpochMs, Quantity, TradeDate } from '#domain/units.ts';
import { nextStatus } from '#engine/order-transitions.ts';
import type { LedgerDatabase } from './database.ts';

interface OrderRow {
  readonly status: OrderStatus | 'refused';
  readonly quantity: number;
  readonly filled: number;
}

/** The trade date a record belongs to: the one it names, else the Korean day it was written on. */
export function tradeDateOf(record: LedgerRecord): TradeDate {
  if ('tradeDate' in record) return record.tradeDate;
  if ('request' in record) return record.request.tradeDate;
  return record.type === 'filled' ? record.fill.tradeDate : kstDate(record.at);
}

export class Projections {
  readonly #insertOrder: Statement;
  readonly #changeOrder: Statement;
  readonly #findOrder: Statement<[string], OrderRow>;
  readonly #fillOrder: Statement;
  readonly #insertFill: Statement;
  readonly #insertEntry: Statement;

  constructor(database: LedgerDatabase) {
    this.#insertOrder = database.prepare(`
      insert into orders (id, trade_date, strategy, symbol, side, quantity, pricing, limit_price, time_in_force, venue,
        reason, requested_at, broker_order_no, status, refusal, refusal_limit, refusal_actual, note, changed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
    this.#changeOrder = database.prepare(`
      update orders set status = ?, broker_order_no = coalesce(broker_order_no, ?), note = ?, changed_at = ?
      where id = ?`);
    this.#findOrder = database.prepare('select status, quantity, filled from orders where id = ?');
    this.#fillOrder = database.prepare(`
      update orders set status = ?, filled = filled + ?, filled_amount = filled_amount + ?,
        commission = commission + ?, tax = tax + ?, changed_at = ?
      where id = ?`);
    this.#insertFill = database.prepare(`
      insert into fills values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
    this.#insertEntry = database.prepare('insert into entries values (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  }

  /** Adds what `record`, number `seq`, changes. To be called inside the transaction that keeps the record. */
  apply(seq: number, record: LedgerRecord): void {
    switch (record.type) {
      case 'order-intended':
        this.#addOrder(record.request, 'intended', record.at, null, null);
        break;
      case 'order-observed':
        this.#addOrder(record.request, 'working', record.at, record.brokerOrderNo, null);
        if (record.alreadyFilled > 0) this.#skipFilled(record.request, record.alreadyFilled, record.at);
        break;
      case 'order-refused':
        this.#addOrder(record.request, 'refused', record.at, null, record.refusal);
        break;
      case 'order-changed':
        this.#changeOrder.run(record.status, record.brokerOrderNo, record.note, record.at, record.orderId);
        break;
      case 'filled':
        this.#addFill(seq, record.fill, record.from, record.to);
        this.#applyToOrder(record.fill, record.at);
        this.#addEntries(seq, record.fill.tradeDate, record.entries);
        break;
      case 'opened':
      case 'adjusted':
        this.#addEntries(seq, record.tradeDate, record.entries);
        break;
    }
  }

  #addOrder(
    request: OrderRequest,
    status: OrderRow['status'],
    at: EpochMs,
    brokerOrderNo: BrokerOrderNo | null,
    refusal: Refusal | null,
  ): void {
    const { pricing } = request;
    this.#insertOrder.run(
      request.id,
      request.tradeDate,
      request.strategy,
      request.symbol,
      request.side,
      request.quantity,
      pricing.type,
      pricing.type === 'limit' ? pricing.price : null,
      request.timeInForce,
      request.venue,
      request.reason,
      request.requestedAt,
      brokerOrderNo,
      status,
      refusal?.code ?? null,
      refusal?.limit ?? null,
      refusal?.actual ?? null,
      refusal?.detail ?? '',
      at,
    );
  }

  /** Shares that came with the opening balances count as filled, but no money of theirs is ours to show. */
  #skipFilled({ id, quantity }: OrderRequest, filled: Quantity, at: EpochMs): void {
    const status = filled === quantity ? 'filled' : 'partly-filled';
    this.#fillOrder.run(status, filled, 0, 0, 0, at, id);
  }

  #addFill(seq: number, fill: Fill, from: number, to: number): void {
    this.#insertFill.run(
      seq,
      fill.orderId,
      fill.brokerOrderNo,
      fill.fillNo,
      from,
      to,
      fill.strategy,
      fill.symbol,
      fill.side,
      fill.quantity,
      fill.amount,
      fill.commission,
      fill.tax,
      fill.tradeDate,
      fill.settlesOn,
      fill.filledAt,
    );
  }

  #applyToOrder(fill: Fill, at: EpochMs): void {
    const order = this.#findOrder.get(fill.orderId);
    if (order === undefined || order.status === 'refused') return;
    const happening = order.filled + fill.quantity === order.quantity ? 'fully-filled' : 'part-filled';
    const status = nextStatus(order.status, happening) ?? order.status;
    this.#fillOrder.run(status, fill.quantity, fill.amount, fill.commission, fill.tax, at, fill.orderId);
  }

  #addEntries(seq: number, tradeDate: TradeDate, entries: readonly LedgerEntry[]): void {
    entries.forEach(({ account, amount, symbol, strategy, shares, settlesOn }, line) => {
      this.#insertEntry.run(seq, line, tradeDate, account, amount, symbol, strategy, shares, settlesOn);
    });
  }
}
