// The world of a risk test: everything allows the order unless the test says otherwise, so a test shows only what matters.

import type { Order, OrderRequest } from '#domain/order.ts';
import { tickTable } from '#domain/tick.ts';
import { kstMoment } from '#domain/time.ts';
import type { InstrumentPicture, OrderablePicture, RiskLimits, RiskView } from '#risk/risk-check.ts';

export const NOW = kstMoment('2026-11-20', '101500');
export const SYMBOL = '005930';

/** Every limit switched off. */
export const NO_LIMITS: RiskLimits = {
  maxOrderValue: null,
  maxPositionValue: null,
  maxExposure: null,
  maxOrdersPerSecond: null,
  maxOrdersPerDay: null,
  priceCollarPpm: null,
  staleAfterMs: null,
  dailyLossLimit: null,
  refuseWarned: false,
  orderableValidMs: 10_000,
};

/** What a RiskView shows of SYMBOL, as plain values; of other symbols nothing is known. */
export interface RiskWorld
  extends Omit<RiskView, 'instrument' | 'held' | 'openOrders' | 'exposure' | 'orderable' | 'sellable'> {
  readonly instrument: InstrumentPicture | null;
  readonly held: number;
  readonly openOrders: readonly Order[];
  readonly exposure: number;
  readonly orderable: OrderablePicture | null;
  readonly sellable: number | null;
}

/** A stock at 71,200 won between its limits, quoted just now, in parts as asked. */
export function samplePicture(parts: Partial<InstrumentPicture> = {}): InstrumentPicture {
  const instrument = {
    symbol: SYMBOL,
    name: 'Samsung',
    market: 'KOSPI',
    kind: 'stock',
    leverage: 1,
  } as const;
  return {
    instrument,
    reference: { base: 71_000, upperLimit: 92_300, lowerLimit: 49_700, warning: 'none' },
    ticks: tickTable(instrument, '2026-11-20'),
    last: 71_200,
    ask: 71_300,
    bid: 71_200,
    updatedAt: NOW - 200,
    ...parts,
  };
}

/** A view of an open, calm, reconciled market with money and a hundred shares, in parts as asked. */
export function riskView(parts: Partial<RiskWorld> = {}): RiskView {
  const world: RiskWorld = {
    now: NOW,
    phase: 'continuous',
    haltReason: null,
    buysHaltReason: null,
    reconciled: true,
    dayProfit: 0,
    ordersInLastSecond: 0,
    ordersToday: 0,
    instrument: samplePicture(),
    held: 100,
    openOrders: [],
    exposure: 7_120_000,
    orderable: { price: 92_300, quantity: 1_000, amount: 92_300_000, answeredAt: NOW - 1_000 },
    sellable: 100,
    ...parts,
  };
  const only = <Value>(symbol: string, value: Value, none: Value): Value =>
    symbol === SYMBOL ? value : none;
  return {
    ...world,
    instrument: (symbol) => only(symbol, world.instrument, null),
    held: (symbol) => only(symbol, world.held, 0),
    openOrders: (symbol) => only(symbol, world.openOrders, []),
    exposure: () => world.exposure,
    orderable: (symbol) => only(symbol, world.orderable, null),
    sellable: (symbol) => only(symbol, world.sellable, null),
  };
}

/** A buy of ten shares at the last price, in parts as asked. */
export function orderRequest(parts: Partial<OrderRequest> = {}): OrderRequest {
  return {
    id: '20261120-000009',
    strategy: 'crossing',
    symbol: SYMBOL,
    side: 'buy',
    quantity: 10,
    pricing: { type: 'limit', price: 71_200 },
    timeInForce: 'day',
    venue: 'KRX',
    referencePrice: 71_200,
    reason: 'because the test says so',
    requestedAt: NOW,
    tradeDate: '2026-11-20',
    ...parts,
  };
}

/** A working order of another strategy, in parts as asked. */
export function openOrder(request: Partial<OrderRequest> = {}, parts: Partial<Order> = {}): Order {
  return {
    request: orderRequest({ id: '20261120-000001', strategy: 'breakout', ...request }),
    status: 'working',
    brokerOrderNo: '157897',
    filledQuantity: 0,
    filledAmount: 0,
    bookedTax: 0,
    reportedQuantity: 0,
    reportedAmount: 0,
    filledIntervals: [],
    cancelRequestedAt: null,
    note: '',
    ...parts,
  };
}
