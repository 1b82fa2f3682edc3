// Holds what the engine wrote against what the exchange knows, with arithmetic of its own: nothing of src/engine is asked,
// so that a mistake there cannot excuse itself.

import type { Fill } from '#domain/fill.ts';
import type { LedgerEntry, LedgerRecord } from '#domain/ledger-record.ts';
import type { OrderStatus } from '#domain/order.ts';
import type { BrokerOrderNo, SymbolCode, TradeDate } from '#domain/units.ts';
import type { ExchangeApi, ExchangeFill, ExchangeOrder } from '#exchange/contract.ts';

const OVER: readonly OrderStatus[] = ['filled', 'cancelled', 'rejected', 'expired', 'absent'];

/** What the records of one order come to. */
export interface AuditedOrder {
  readonly date: TradeDate;
  readonly ordered: number;
  brokerOrderNo: BrokerOrderNo | null;
  status: OrderStatus;
  filled: number;
  readonly intervals: { readonly from: number; readonly to: number }[];
}

/** The ledger as sums of its entries. */
export interface Books {
  cash: number;
  readonly shares: Map<SymbolCode, number>;
  readonly cost: Map<SymbolCode, number>;
  readonly orders: Map<string, AuditedOrder>;
  readonly fills: Fill[];
  readonly problems: string[];
}

/** Everything in which the ledger and the exchange's book of `account` disagree over `dates`; empty when they agree. */
export function audit(
  records: readonly LedgerRecord[],
  exchange: ExchangeApi,
  account: string,
  dates: readonly TradeDate[],
): string[] {
  const books = readBooks(records);
  const fills = dates.flatMap((date) => exchange.orders.fillsOf(account, date));
  return [
    ...books.problems,
    ...auditOwn(books),
    ...auditHoldings(books, exchange, account, fills),
    ...dates.flatMap((date) => [
      ...auditOrders(books, exchange.orders.of(account, date), date),
      ...auditMoney(books, exchange, account, date),
    ]),
    ...auditHalts(records),
    ...auditDays(books, records, fills, dates),
  ];
}

/** Adds up what the records say; `problems` names records that contradict each other. */
export function readBooks(records: readonly LedgerRecord[]): Books {
  const books: Books = {
    cash: 0,
    shares: new Map(),
    cost: new Map(),
    orders: new Map(),
    fills: [],
    problems: [],
  };
  for (const record of records) {
    if ('entries' in record) post(books, record.entries);
    takeRecord(books, record);
  }
  return books;
}

function post(books: Books, entries: readonly LedgerEntry[]): void {
  const total = sum(entries, 'amount');
  if (total !== 0) books.problems.push(`entries sum to ${total} won`);
  for (const { account, symbol, shares, amount } of entries) {
    if (account === 'cash') books.cash += amount;
    if (account !== 'position' || symbol === null) continue;
    books.shares.set(symbol, (books.shares.get(symbol) ?? 0) + shares);
    books.cost.set(symbol, (books.cost.get(symbol) ?? 0) + amount);
  }
}

function takeRecord(books: Books, record: LedgerRecord): void {
  const { orders, problems, fills } = books;
  if (record.type === 'order-intended') {
    const { id, tradeDate, quantity } = record.request;
    if (orders.has(id)) problems.push(`order ${id} was intended twice`);
    orders.set(id, {
      date: tradeDate,
      ordered: quantity,
      brokerOrderNo: null,
      status: 'intended',
      filled: 0,
      intervals: [],
    });
  } else if (record.type === 'order-refused') {
    if (orders.has(record.request.id))
      problems.push(`order ${record.request.id} was refused after its intent`);
  } else if (record.type === 'order-observed') {
    problems.push(`order no ${record.brokerOrderNo} was taken for somebody else's`);
  } else if (record.type === 'order-changed') {
    const order = orders.get(record.orderId);
    if (order === undefined) return;
    order.status = record.status;
    order.brokerOrderNo = record.brokerOrderNo ?? order.brokerOrderNo;
  } else if (record.type === 'filled') {
    fills.push(record.fill);
    takeFill(books, record.fill, record.from, record.to);
  }
}

function takeFill({ orders, problems }: Books, fill: Fill, from: number, to: number): void {
  const order = orders.get(fill.orderId);
  if (order === undefined) {
    problems.push(`a fill of ${fill.orderId}, which nobody intended`);
    return;
  }
  if (to - from !== fill.quantity)
    problems.push(`${fill.orderId}: ${fill.quantity} shares as (${from}, ${to}]`);
  if (order.intervals.some((one) => from < one.to && one.from < to)) {
    problems.push(`${fill.orderId}: (${from}, ${to}] was booked twice`);
  }
  order.intervals.push({ from, to });
  order.filled += fill.quantity;
  if (order.filled === order.ordered) order.status = 'filled';
}

function auditOwn({ orders }: Books): string[] {
  const problems: string[] = [];
  const numbers = new Set<string>();
  for (const [id, { date, status, brokerOrderNo, filled, ordered }] of orders) {
    if (!OVER.includes(status)) problems.push(`order ${id} is still ${status} after the close`);
    if (filled > ordered) problems.push(`order ${id}: ${filled} filled of ${ordered}`);
    if (brokerOrderNo === null) continue;
    const number = `${date} ${brokerOrderNo}`;
    if (numbers.has(number)) problems.push(`order no ${number} belongs to two intents`);
    numbers.add(number);
  }
  return problems;
}

function auditHoldings(
  books: Books,
  exchange: ExchangeApi,
  account: string,
  fills: readonly ExchangeFill[],
): string[] {
  const problems: string[] = [];
  differ(problems, 'cash on D+2', books.cash, exchange.accounts.cash(account).d2);
  const theirs = new Map(exchange.accounts.holdings(account).map((holding) => [holding.symbol, holding]));
  for (const symbol of new Set([...theirs.keys(), ...books.shares.keys()])) {
    differ(problems, `shares of ${symbol}`, books.shares.get(symbol) ?? 0, theirs.get(symbol)?.quantity ?? 0);
    if (wereInOrder(books, fills, symbol))
      differ(problems, `cost of ${symbol}`, books.cost.get(symbol) ?? 0, theirs.get(symbol)?.cost ?? 0);
  }
  return problems;
}

/**
 * True when the fills of `symbol` were booked one for one in the order they happened. Late and recovered ones have lost
 * their place between the others, and with it the broker's average cost: the only thing that may differ then, named in
 * each reconciliation.
 */
function wereInOrder(books: Books, theirs: readonly ExchangeFill[], symbol: SymbolCode): boolean {
  const numbers = (fills: readonly Pick<Fill, 'symbol' | 'tradeDate' | 'fillNo'>[]) =>
    fills.filter((fill) => fill.symbol === symbol).map((fill) => `${fill.tradeDate} ${Number(fill.fillNo)}`);
  return numbers(books.fills).join() === numbers(theirs).join();
}

function isRecovered({ fillNo }: Fill): boolean {
  return fillNo.startsWith('recovered:');
}

/** Every order at the exchange has one intent; every intent with a number has its order. */
function auditOrders(books: Books, orders: readonly ExchangeOrder[], date: TradeDate): string[] {
  const problems: string[] = [];
  const ours = [...books.orders].filter(([, order]) => order.date === date);
  const placed = orders.filter(({ action }) => action === 'new');
  for (const order of placed) {
    const [id, intent] = ours.find(([, { brokerOrderNo }]) => brokerOrderNo === order.orderNo) ?? [];
    if (intent === undefined) {
      problems.push(`${date} no ${order.orderNo}: no intent stands behind it`);
      continue;
    }
    differ(problems, `${id}: shares ordered`, intent.ordered, order.quantity);
    differ(problems, `${id}: shares filled`, intent.filled, order.filled);
    const fills = books.fills.filter(({ orderId }) => orderId === id);
    // The broker names no exact amount of an order that ended unseen: such orders of a day share what is missing.
    if (!fills.some(isRecovered))
      differ(problems, `${id}: won filled`, sum(fills, 'amount'), order.filledAmount);
  }
  const acknowledged = ours.filter(([, { brokerOrderNo }]) => brokerOrderNo !== null);
  differ(problems, `${date}: orders with a number`, acknowledged.length, placed.length);
  return problems;
}

function auditMoney(books: Books, exchange: ExchangeApi, account: string, date: TradeDate): string[] {
  const problems: string[] = [];
  const ours = books.fills.filter(({ tradeDate }) => tradeDate === date);
  const theirs = exchange.orders.fillsOf(account, date);
  for (const [what, fill] of new Map(theirs.map((one) => [`${one.symbol} ${one.side}`, one]))) {
    const isSame = ({ symbol, side }: Pick<Fill, 'symbol' | 'side'>) =>
      symbol === fill.symbol && side === fill.side;
    const won = theirs.filter(isSame).reduce((total, { price, quantity }) => total + price * quantity, 0);
    differ(problems, `${date}: won of ${what}`, sum(ours.filter(isSame), 'amount'), won);
  }
  differ(problems, `${date}: shares traded`, sum(ours, 'quantity'), sum(theirs, 'quantity'));
  differ(problems, `${date}: commission`, sum(ours, 'commission'), sum(theirs, 'commission'));
  differ(problems, `${date}: tax`, sum(ours, 'tax'), sum(theirs, 'tax'));
  return problems;
}

/** While everything is halted nothing new is intended. */
function auditHalts(records: readonly LedgerRecord[]): string[] {
  const problems: string[] = [];
  let isHalted = false;
  for (const record of records) {
    if (record.type === 'halted' && record.scope === 'all') isHalted = true;
    if (record.type === 'resumed' && record.scope === 'all') isHalted = false;
    if (record.type === 'order-intended' && isHalted)
      problems.push(`order ${record.request.id} was intended during a halt`);
  }
  return problems;
}

/** Every day was closed once, and its last reconciliation before that had nothing left to name. */
function auditDays(
  books: Books,
  records: readonly LedgerRecord[],
  fills: readonly ExchangeFill[],
  dates: readonly TradeDate[],
): string[] {
  const problems: string[] = [];
  for (const date of dates) {
    const closed = records.filter((record) => record.type === 'day-closed' && record.tradeDate === date);
    differ(problems, `${date}: times the day was closed`, closed.length, 1);
    const last = records.findLast((record) => record.type === 'reconciled' && record.tradeDate === date);
    if (last?.type !== 'reconciled') problems.push(`${date}: never reconciled`);
    else {
      for (const { subject, about, ours, theirs } of last.differences) {
        if (subject === 'holding-cost' && !wereInOrder(books, fills, about ?? '')) continue;
        problems.push(`${date}: ${subject} ${about} still differs: ledger ${ours}, broker ${theirs}`);
      }
    }
  }
  return problems;
}

function differ(problems: string[], what: string, ours: number, theirs: number): void {
  if (ours !== theirs) problems.push(`${what}: ledger ${ours}, exchange ${theirs}`);
}

function sum<Key extends string>(rows: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return rows.reduce((total, row) => total + row[key], 0);
}
