// The one way a ledger record is written as text, and the chain of digests over those texts. Every object is rebuilt
// field by field in a fixed order first: equal records give equal bytes, and a forgotten field does not compile.

import { hash } from 'node:crypto';
import { unreachable } from '#domain/assert.ts';
import type { BrokerDayTrade, BrokerHolding, BrokerOrder, BrokerSnapshot } from '#domain/broker-event.ts';
import type { Fill } from '#domain/fill.ts';
import type { Instrument } from '#domain/instrument.ts';
import type { Difference, LedgerEntry, LedgerRecord } from '#domain/ledger-record.ts';
import type { OrderRequest, Refusal } from '#domain/order.ts';
import type { OrderPricing } from '#domain/signal.ts';
import type { Words } from '#domain/words.ts';

/** The digest of a ledger without records. */
export const EMPTY_DIGEST = '0'.repeat(64);

/** A text that is no ledger record of this version: damaged, or written by something else. */
export class UnreadableRecordError extends Error {
  override readonly name = 'UnreadableRecordError';
  readonly code = 'unreadable-record';
  readonly retryable = false;
  /** For people, in both languages. */
  readonly text: Words;

  constructor(text: Words, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
  }
}

/** Canonical JSON of `record`: independent of the order in which its fields were set. */
export function encodeRecord(record: LedgerRecord): string {
  return JSON.stringify(inOrder(record));
}

/** The record that `text` was encoded from. The store's digests vouch for the fields; the type alone is checked. */
export function decodeRecord(text: string): LedgerRecord {
  const value = parse(text);
  if (typeof value !== 'object' || value === null || !('type' in value) || !TYPES.has(value.type)) {
    throw new UnreadableRecordError({ ko: '원장 기록이 아닙니다', en: 'this is no ledger record' });
  }
  return value as LedgerRecord;
}

/** SHA-256, in hex, of the digest before and the next record's text: each digest vouches for all records so far. */
export function chainDigest(previousHex: string, text: string): string {
  return hash('sha256', `${previousHex}\n${text}`, 'hex');
}

const TYPE_LIST: Readonly<Record<LedgerRecord['type'], true>> = {
  opened: true,
  'day-opened': true,
  'order-intended': true,
  'order-observed': true,
  'order-changed': true,
  'cancel-intended': true,
  'order-refused': true,
  filled: true,
  adjusted: true,
  reconciled: true,
  halted: true,
  resumed: true,
  'day-closed': true,
};
const TYPES: ReadonlySet<unknown> = new Set(Object.keys(TYPE_LIST));

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnreadableRecordError({ ko: 'JSON이 아닙니다', en: 'this is no JSON' }, { cause });
  }
}

function inOrder(record: LedgerRecord): LedgerRecord {
  const { type, at } = record;
  switch (type) {
    case 'opened':
      return { type, at, tradeDate: record.tradeDate, entries: record.entries.map(entry) };
    case 'day-opened':
      return { type, at, tradeDate: record.tradeDate, equity: record.equity };
    case 'order-intended':
      return { type, at, request: request(record.request) };
    case 'order-observed': {
      const { brokerOrderNo, alreadyFilled, alreadyFilledAmount, alreadyTaxed } = record;
      const already = { alreadyFilled, alreadyFilledAmount, alreadyTaxed };
      return { type, at, request: request(record.request), brokerOrderNo, ...already };
    }
    case 'order-changed': {
      const { orderId, status, brokerOrderNo, note } = record;
      return { type, at, orderId, status, brokerOrderNo, note };
    }
    case 'cancel-intended':
      return { type, at, orderId: record.orderId };
    case 'order-refused':
      return { type, at, request: request(record.request), refusal: refusal(record.refusal) };
    case 'filled': {
      const { from, to } = record;
      return { type, at, fill: fill(record.fill), from, to, entries: record.entries.map(entry) };
    }
    case 'adjusted': {
      const { tradeDate, reason } = record;
      return { type, at, tradeDate, reason, entries: record.entries.map(entry) };
    }
    case 'reconciled': {
      const differences = record.differences.map(difference);
      return { type, at, tradeDate: record.tradeDate, snapshot: snapshot(record.snapshot), differences };
    }
    case 'halted':
    case 'resumed':
      return { type, at, scope: record.scope, reason: record.reason };
    case 'day-closed': {
      const marks = record.marks.map((mark) => ({
        instrument: instrument(mark.instrument),
        price: mark.price,
      }));
      return { type, at, tradeDate: record.tradeDate, equity: record.equity, marks };
    }
    default:
      return unreachable(record);
  }
}

function entry({ account, amount, symbol, strategy, shares, settlesOn }: LedgerEntry): LedgerEntry {
  return { account, amount, symbol, strategy, shares, settlesOn };
}

function fill(of: Fill): Fill {
  return {
    orderId: of.orderId,
    brokerOrderNo: of.brokerOrderNo,
    fillNo: of.fillNo,
    strategy: of.strategy,
    symbol: of.symbol,
    side: of.side,
    quantity: of.quantity,
    amount: of.amount,
    commission: of.commission,
    tax: of.tax,
    tradeDate: of.tradeDate,
    settlesOn: of.settlesOn,
    filledAt: of.filledAt,
  };
}

function request(of: OrderRequest): OrderRequest {
  return {
    id: of.id,
    strategy: of.strategy,
    symbol: of.symbol,
    side: of.side,
    quantity: of.quantity,
    pricing: pricing(of.pricing),
    timeInForce: of.timeInForce,
    venue: of.venue,
    referencePrice: of.referencePrice,
    reason: of.reason,
    requestedAt: of.requestedAt,
    tradeDate: of.tradeDate,
    ...(of.ticket === undefined ? {} : { ticket: of.ticket }),
  };
}

function pricing(of: OrderPricing): OrderPricing {
  return of.type === 'limit' ? { type: of.type, price: of.price } : { type: of.type };
}

function refusal({ code, limit, actual, detail }: Refusal): Refusal {
  return detail === undefined ? { code, limit, actual } : { code, limit, actual, detail };
}

function instrument({ symbol, name, market, kind, leverage }: Instrument): Instrument {
  return { symbol, name, market, kind, leverage };
}

function difference({ subject, about, ours, theirs }: Difference): Difference {
  return { subject, about, ours, theirs };
}

function snapshot(of: BrokerSnapshot): BrokerSnapshot {
  return {
    type: of.type,
    at: of.at,
    tradeDate: of.tradeDate,
    occasion: of.occasion,
    orders: of.orders.map(brokerOrder),
    holdings: of.holdings.map(holding),
    dayTrades: of.dayTrades.map(dayTrade),
    cash: of.cash,
    cashD1: of.cashD1,
    cashD2: of.cashD2,
    totalCost: of.totalCost,
    totalValue: of.totalValue,
    totalProfit: of.totalProfit,
    estimatedAssets: of.estimatedAssets,
    realisedProfit: of.realisedProfit,
    commission: of.commission,
    tax: of.tax,
  };
}

function brokerOrder(of: BrokerOrder): BrokerOrder {
  return {
    brokerOrderNo: of.brokerOrderNo,
    originalOrderNo: of.originalOrderNo,
    symbol: of.symbol,
    side: of.side,
    quantity: of.quantity,
    price: of.price,
    filled: of.filled,
    filledAmount: of.filledAmount,
    tax: of.tax,
    remaining: of.remaining,
    action: of.action,
    orderedAt: of.orderedAt,
  };
}

function holding(of: BrokerHolding): BrokerHolding {
  const { symbol, name, quantity, sellable, cost, value, profit, price } = of;
  return { symbol, name, quantity, sellable, cost, value, profit, price };
}

function dayTrade(of: BrokerDayTrade): BrokerDayTrade {
  const { symbol, buyQuantity, buyAmount, sellQuantity, sellAmount, commissionAndTax, profit } = of;
  return { symbol, buyQuantity, buyAmount, sellQuantity, sellAmount, commissionAndTax, profit };
}
