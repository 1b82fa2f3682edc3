// Following one order through the ledger: only its own records count, and it is over when nothing more can happen.

import { describe, expect, it } from 'vitest';
import { OrderWatch } from '#app/orders/order-watch.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import type { OrderRequest, OrderStatus } from '#domain/order.ts';

const REQUEST: OrderRequest = {
  id: '20261120-000001',
  ticket: 't-1',
  strategy: 'operator',
  symbol: '005930',
  side: 'buy',
  quantity: 10,
  pricing: { type: 'limit', price: 70_000 },
  timeInForce: 'day',
  venue: 'KRX',
  referencePrice: 70_000,
  reason: 'a hunch',
  requestedAt: 0,
  tradeDate: '2026-11-20',
};

const intended = (parts: Partial<OrderRequest> = {}): LedgerRecord => ({
  type: 'order-intended',
  at: 0,
  request: { ...REQUEST, ...parts },
});
const changed = (status: OrderStatus, orderId = REQUEST.id): LedgerRecord => ({
  type: 'order-changed',
  at: 0,
  orderId,
  status,
  brokerOrderNo: '7',
  note: '',
});
const filled = (from: number, to: number): LedgerRecord =>
  ({
    type: 'filled',
    at: 0,
    from,
    to,
    fill: { orderId: REQUEST.id },
    entries: [],
  }) as unknown as LedgerRecord;
const refused: LedgerRecord = {
  type: 'order-refused',
  at: 0,
  request: REQUEST,
  refusal: { code: 'halted', limit: null, actual: null },
};

function watchOf(...records: readonly LedgerRecord[]): { watch: OrderWatch; told: LedgerRecord[] } {
  const told: LedgerRecord[] = [];
  const watch = new OrderWatch({ ticket: 't-1' }, (record) => told.push(record));
  for (const record of records) watch.take(record);
  return { watch, told };
}

describe('an order placed under a ticket', () => {
  it.each<[string, LedgerRecord[], string | null, { ended: boolean; rests: boolean }]>([
    ['nothing yet', [], null, { ended: false, rests: false }],
    ['in the ledger', [intended()], 'intended', { ended: false, rests: false }],
    ['refused by risk', [refused], 'refused', { ended: true, rests: false }],
    ['at the broker', [intended(), changed('acknowledged')], 'acknowledged', { ended: false, rests: true }],
    [
      'partly filled',
      [intended(), changed('working'), filled(0, 4)],
      'partly-filled',
      { ended: false, rests: true },
    ],
    ['filled in two', [intended(), filled(0, 4), filled(4, 10)], 'filled', { ended: true, rests: false }],
    ['rejected', [intended(), changed('rejected')], 'rejected', { ended: true, rests: false }],
    ['lost for now', [intended(), changed('unknown')], 'unknown', { ended: false, rests: false }],
  ])('%s', (_name, records, status, { ended, rests }) => {
    const { watch, told } = watchOf(...records);

    expect(watch.status).toBe(status);
    expect([watch.hasEnded, watch.rests]).toEqual([ended, rests]);
    expect(told).toEqual(records);
    expect(watch.id).toBe(records.length === 0 ? null : REQUEST.id);
  });

  it('is not mistaken for the orders of others', () => {
    const { watch, told } = watchOf(intended({ id: 'x', ticket: 't-2' }), changed('filled', 'x'), {
      type: 'cancel-intended',
      at: 0,
      orderId: 'x',
    });

    expect([watch.status, watch.id, watch.isCancelAsked]).toEqual([null, null, false]);
    expect(told).toEqual([]);
  });
});

describe('an order that is cancelled', () => {
  it('knows what was filled before', () => {
    const watch = new OrderWatch({ orderId: REQUEST.id, quantity: 10, filled: 6 }, () => undefined);
    watch.take({ type: 'cancel-intended', at: 0, orderId: REQUEST.id });
    expect([watch.isCancelAsked, watch.hasEnded]).toEqual([true, false]);

    watch.take(filled(6, 10));
    expect(watch.status).toBe('filled');
  });
});
