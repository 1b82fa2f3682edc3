// Records to fill ledgers with: any record there can be (for properties), and a short day that makes sense (for stores).

import * as fc from 'fast-check';
import type { BrokerSnapshot } from '#domain/broker-event.ts';
import type { Fill } from '#domain/fill.ts';
import type { LedgerEntry, LedgerRecord } from '#domain/ledger-record.ts';
import type { OrderRequest, OrderStatus, RefusalCode } from '#domain/order.ts';
import type { OrderPricing } from '#domain/signal.ts';
import { kstMoment } from '#domain/time.ts';
import { entriesOfFill } from '#engine/entries.ts';

export const TRADE_DATE = '2026-11-20';
export const MORNING = kstMoment(TRADE_DATE, '091500');

/** An order of ten shares at 71,200 won, in parts as asked. */
export function sampleRequest(parts: Partial<OrderRequest> = {}): OrderRequest {
  return {
    id: '20261120-000001',
    strategy: 'crossing',
    symbol: '005930',
    side: 'buy',
    quantity: 10,
    pricing: { type: 'limit', price: 71_200 },
    timeInForce: 'day',
    venue: 'KRX',
    referencePrice: 71_200,
    reason: '20 minutes crossed over 60',
    requestedAt: MORNING,
    tradeDate: TRADE_DATE,
    ...parts,
  };
}

/** A buy of four of the ten shares, in parts as asked. */
export function sampleFill(parts: Partial<Fill> = {}): Fill {
  return {
    orderId: '20261120-000001',
    brokerOrderNo: '157897',
    fillNo: '3811',
    strategy: 'crossing',
    symbol: '005930',
    side: 'buy',
    quantity: 4,
    amount: 284_800,
    commission: 40,
    tax: 0,
    tradeDate: TRADE_DATE,
    settlesOn: '2026-11-24',
    filledAt: MORNING + 900,
    ...parts,
  };
}

/** The record of a fill that covers the shares from `from` on. */
export function filled(from: number, fill: Fill = sampleFill(), costOfSold = 0): LedgerRecord {
  const to = from + fill.quantity;
  return { type: 'filled', at: fill.filledAt + 20, fill, from, to, entries: entriesOfFill(fill, costOfSold) };
}

/** A morning: ten million won, one order intended, taken by the broker and filled in two parts. */
export function sampleDay(): LedgerRecord[] {
  const at = MORNING;
  return [
    { type: 'opened', at, tradeDate: TRADE_DATE, entries: openingCash(10_000_000) },
    { type: 'day-opened', at, tradeDate: TRADE_DATE, equity: 10_000_000 },
    { type: 'order-intended', at, request: sampleRequest() },
    {
      type: 'order-changed',
      at: at + 300,
      orderId: '20261120-000001',
      status: 'acknowledged',
      brokerOrderNo: '157897',
      note: '',
    },
    filled(0),
    filled(4, sampleFill({ fillNo: '3812', quantity: 6, amount: 427_200, commission: 60 })),
  ];
}

/** Balanced entries of `won` won in cash. */
export function openingCash(won: number): LedgerEntry[] {
  const none = { symbol: null, strategy: null, shares: 0 };
  return [
    { account: 'cash', amount: won, settlesOn: TRADE_DATE, ...none },
    { account: 'equity', amount: -won, settlesOn: null, ...none },
  ];
}

const won = fc.maxSafeInteger();
const count = fc.nat();
const at = fc.integer({ min: 0, max: 4_102_444_800_000 });
const text = fc.string({ unit: 'grapheme' });
const date = fc.constantFrom('2026-11-20', '2026-11-23', '2027-01-04');
const symbol = fc.constantFrom('005930', '0000J0', '069500');
const side = fc.constantFrom('buy' as const, 'sell' as const);
const orderNo = fc.nat().map(String);
const action = fc.constantFrom('new' as const, 'modify' as const, 'cancel' as const);
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

const entry: fc.Arbitrary<LedgerEntry> = fc.record({
  account: fc.constantFrom('cash', 'position', 'commission', 'tax', 'realised', 'equity', 'adjustment'),
  amount: won,
  symbol: orNull(symbol),
  strategy: orNull(text),
  shares: fc.integer(),
  settlesOn: orNull(date),
});
const entries = fc.array(entry, { maxLength: 6 });

const pricing: fc.Arbitrary<OrderPricing> = fc.oneof(
  fc.record({ type: fc.constant('limit' as const), price: count }),
  fc.record({ type: fc.constantFrom('market' as const, 'best-counter' as const, 'best-own' as const) }),
);

const request: fc.Arbitrary<OrderRequest> = fc.record({
  id: text,
  strategy: text,
  symbol,
  side,
  quantity: count,
  pricing,
  timeInForce: fc.constantFrom('day', 'ioc', 'fok'),
  venue: fc.constantFrom('KRX', 'NXT', 'SOR'),
  referencePrice: count,
  reason: text,
  requestedAt: at,
  tradeDate: date,
});

const fill: fc.Arbitrary<Fill> = fc.record({
  orderId: text,
  brokerOrderNo: orderNo,
  fillNo: text,
  strategy: text,
  symbol,
  side,
  quantity: count,
  amount: won,
  commission: won,
  tax: won,
  tradeDate: date,
  settlesOn: date,
  filledAt: at,
});

const snapshot: fc.Arbitrary<BrokerSnapshot> = fc.record({
  type: fc.constant('broker-snapshot' as const),
  at,
  tradeDate: date,
  occasion: fc.constantFrom('start', 'reconnect', 'periodic', 'lookup', 'day-end'),
  orders: fc.array(
    fc.record({
      brokerOrderNo: orderNo,
      originalOrderNo: orNull(orderNo),
      symbol,
      side,
      quantity: count,
      price: orNull(count),
      filled: count,
      filledAmount: orNull(won),
      tax: orNull(won),
      remaining: count,
      action,
      orderedAt: orNull(at),
    }),
    { maxLength: 2 },
  ),
  holdings: fc.array(
    fc.record({
      symbol,
      name: text,
      quantity: count,
      sellable: count,
      cost: won,
      value: won,
      profit: won,
      price: count,
    }),
    { maxLength: 2 },
  ),
  dayTrades: fc.array(
    fc.record({
      symbol,
      buyQuantity: count,
      buyAmount: won,
      sellQuantity: count,
      sellAmount: won,
      commissionAndTax: won,
      profit: won,
    }),
    { maxLength: 2 },
  ),
  cash: won,
  cashD1: won,
  cashD2: won,
  totalCost: won,
  totalValue: won,
  totalProfit: won,
  estimatedAssets: won,
  realisedProfit: won,
  commission: won,
  tax: won,
});

const status = fc.constantFrom<OrderStatus>(
  'intended',
  'unknown',
  'acknowledged',
  'working',
  'filled',
  'absent',
);
const refusalCode = fc.constantFrom<RefusalCode>('halted', 'price-collar', 'sellable-quantity');
const refusal = fc.record(
  { code: refusalCode, limit: orNull(won), actual: orNull(won), detail: text },
  { requiredKeys: ['code', 'limit', 'actual'] },
);
const difference = fc.record({
  subject: fc.constantFrom('cash' as const, 'holding' as const, 'holding-cost' as const, 'fill' as const),
  about: orNull(text),
  ours: orNull(won),
  theirs: orNull(won),
});

const instrument = fc.record({
  symbol,
  name: text,
  market: fc.constantFrom('KOSPI' as const, 'KOSDAQ' as const, 'KONEX' as const),
  kind: fc.constantFrom('stock' as const, 'etf' as const, 'etn' as const, 'elw' as const),
  leverage: fc.integer({ min: -2, max: 2 }),
});

/** An arbitrary for each type of record, so that none is forgotten. */
export const anyRecordOf: {
  readonly [Type in LedgerRecord['type']]: fc.Arbitrary<Extract<LedgerRecord, { type: Type }>>;
} = {
  opened: fc.record({ type: fc.constant('opened' as const), at, tradeDate: date, entries }),
  'day-opened': fc.record({ type: fc.constant('day-opened' as const), at, tradeDate: date, equity: won }),
  'order-intended': fc.record({ type: fc.constant('order-intended' as const), at, request }),
  'order-observed': fc.record({
    type: fc.constant('order-observed' as const),
    at,
    request,
    brokerOrderNo: orderNo,
    alreadyFilled: count,
    alreadyFilledAmount: won,
    alreadyTaxed: won,
  }),
  'order-changed': fc.record({
    type: fc.constant('order-changed' as const),
    at,
    orderId: text,
    status,
    brokerOrderNo: orNull(orderNo),
    note: text,
  }),
  'cancel-intended': fc.record({ type: fc.constant('cancel-intended' as const), at, orderId: text }),
  'order-refused': fc.record({ type: fc.constant('order-refused' as const), at, request, refusal }),
  filled: fc.record({ type: fc.constant('filled' as const), at, fill, from: count, to: count, entries }),
  adjusted: fc.record({ type: fc.constant('adjusted' as const), at, tradeDate: date, reason: text, entries }),
  reconciled: fc.record({
    type: fc.constant('reconciled' as const),
    at,
    tradeDate: date,
    snapshot,
    differences: fc.array(difference, { maxLength: 3 }),
  }),
  halted: fc.record({
    type: fc.constant('halted' as const),
    at,
    scope: fc.constantFrom('all' as const, 'buys' as const),
    reason: text,
  }),
  resumed: fc.record({
    type: fc.constant('resumed' as const),
    at,
    scope: fc.constantFrom('all' as const, 'buys' as const),
    reason: text,
  }),
  'day-closed': fc.record({
    type: fc.constant('day-closed' as const),
    at,
    tradeDate: date,
    equity: won,
    marks: fc.array(fc.record({ instrument, price: count }), { maxLength: 3 }),
  }),
};
