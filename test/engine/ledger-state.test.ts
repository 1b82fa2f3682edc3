// The books as a fold: single records as given / when / then here; whole random days stand in ledger-state-model.test.ts.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvariantError } from '#domain/assert.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import type { OrderStatus } from '#domain/order.ts';
import { costOfSold, LedgerState } from '#engine/ledger-state.ts';
import {
  filled,
  MORNING,
  openingCash,
  sampleDay,
  sampleFill,
  sampleRequest,
  TRADE_DATE,
} from '#test/adapters/sqlite/sample-records.ts';

const ORDER = '20261120-000001';
const NEXT_DATE = '2026-11-23';
const INTENDED: LedgerRecord = { type: 'order-intended', at: MORNING, request: sampleRequest() };

const REST_BY_HAND = {
  request: sampleRequest({ id: '20261120-x78', strategy: 'external', side: 'sell', quantity: 6 }),
  brokerOrderNo: '78',
  alreadyFilled: 0,
  alreadyFilledAmount: 0,
  alreadyTaxed: 0,
};

function given(...records: readonly LedgerRecord[]): LedgerState {
  const state = new LedgerState();
  for (const record of records) state.apply(record);
  return state;
}

function changed(status: OrderStatus, brokerOrderNo: string | null = '157897'): LedgerRecord {
  return { type: 'order-changed', at: MORNING, orderId: ORDER, status, brokerOrderNo, note: 'as told' };
}

function dayOpened(tradeDate: string, equity: number): LedgerRecord {
  return { type: 'day-opened', at: MORNING, tradeDate, equity };
}

describe('money and shares', () => {
  test('before the first record there is nothing', () => {
    const state = given();
    expect(state).toMatchObject({ opened: false, cash: 0, tradeDate: '', recordCount: 0, haltReason: null });
    expect([...state.orders.all(), ...state.positions()]).toEqual([]);
  });

  test('a day of a buy in two parts ends with shares at their price and cash less price and commission', () => {
    const state = given(...sampleDay());
    expect(state.position('005930')).toEqual({ quantity: 10, cost: 712_000 });
    expect(state.own('crossing', '005930')).toEqual({ quantity: 10, cost: 712_000 });
    expect(state.cash).toBe(10_000_000 - 712_100);
    expect(state.dayAmounts('005930')).toEqual({ bought: 712_000, sold: 0 });
  });

  test('cash of a trade is settled two days on', () => {
    const state = given(...sampleDay());
    expect(state.cashSettledBy(TRADE_DATE)).toBe(10_000_000);
    expect(state.cashSettledBy(NEXT_DATE)).toBe(10_000_000);
    expect(state.cashSettledBy('2026-11-24')).toBe(9_287_900);
    state.apply(dayOpened('2026-11-24', 10_000_000));
    expect(state.cashSettledBy('2026-11-24')).toBe(9_287_900);
  });

  test('shares sold to the last leave nothing behind', () => {
    const sell = sampleRequest({ id: '20261120-000002', side: 'sell' });
    const fill = sampleFill({ orderId: sell.id, side: 'sell', quantity: 10, amount: 720_000, tax: 1_440 });
    const state = given(
      ...sampleDay(),
      { type: 'order-intended', at: MORNING, request: sell },
      filled(0, fill, 712_000),
    );
    expect([...state.positions()]).toEqual([]);
    expect(state.held('005930')).toBe(0);
    expect(state.own('crossing', '005930')).toEqual({ quantity: 0, cost: 0 });
    expect(state.orders.get(sell.id)).toMatchObject({
      status: 'filled',
      filledAmount: 720_000,
      bookedTax: 1_440,
    });
  });

  test('an adjustment books its entries and settles the differences', () => {
    const adjustment: LedgerRecord = {
      type: 'adjusted',
      at: MORNING,
      tradeDate: TRADE_DATE,
      reason: 'dividend',
      entries: openingCash(5_000),
    };
    const state = given(...sampleDay());
    state.differences = [{ subject: 'cash', about: null, ours: 1, theirs: 2 }];
    state.apply(adjustment);
    expect(state.cash).toBe(10_000_000 - 712_100 + 5_000);
    expect(state.differences).toEqual([]);
  });

  test('a sale by hand of shares a strategy bought leaves the strategy its own books', () => {
    const byHand = sampleRequest({ id: '20261120-x77', strategy: 'external', side: 'sell', quantity: 4 });
    const fill = sampleFill({ orderId: byHand.id, strategy: 'external', side: 'sell', amount: 290_000 });
    const observed: LedgerRecord = {
      type: 'order-observed',
      at: MORNING,
      request: byHand,
      brokerOrderNo: '77',
      alreadyFilled: 0,
      alreadyFilledAmount: 0,
      alreadyTaxed: 0,
    };
    const state = given(...sampleDay(), observed, filled(0, fill, 284_800));
    expect(state.held('005930')).toBe(6);
    expect(state.own('external', '005930')).toEqual({ quantity: 0, cost: 0 });
    expect(state.own('crossing', '005930')).toEqual({ quantity: 10, cost: 712_000 });
    expect([...state.instrumentsOf(['crossing'])]).toEqual(['005930']);
    const rest = { ...fill, quantity: 6, amount: 435_000 };
    state.apply({ type: 'order-observed', at: MORNING, ...REST_BY_HAND });
    state.apply(filled(0, { ...rest, orderId: REST_BY_HAND.request.id }, 427_200));
    expect(state.instrumentsOf(['crossing']).size).toBe(0); // in its own books alone
  });
});

describe('cost of shares sold', () => {
  test.each([
    ['a part takes its share, cut to the won', { quantity: 3, cost: 1_000 }, 1, 333],
    ['the rest takes what is left', { quantity: 2, cost: 667 }, 2, 667],
    ['nothing sold costs nothing', { quantity: 3, cost: 1_000 }, 0, 0],
    [
      'beyond the reach of a double',
      { quantity: 3_000_000, cost: 9_000_000_000_000_001 },
      1_000_000,
      3_000_000_000_000_000,
    ],
  ])('%s', (_name, position, sold, expected) => {
    expect(costOfSold(position, sold)).toBe(expected);
  });

  test('in any split adds up to the whole cost, each part within a won of its share', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 10_000_000_000 }), (sales, cost) => {
        const position = { quantity: sales.reduce((sum, sold) => sum + sold), cost };
        for (const sold of sales) {
          const taken = costOfSold(position, sold);
          expect(Math.abs(taken - (position.cost * sold) / position.quantity)).toBeLessThan(1);
          position.quantity -= sold;
          position.cost -= taken;
        }
        expect(position).toEqual({ quantity: 0, cost: 0 });
      }),
    );
  });

  test('more than there is cannot be sold', () => {
    expect(() => costOfSold({ quantity: 3, cost: 1_000 }, 4)).toThrow(InvariantError);
  });
});

describe('orders', () => {
  test('an intended order is open and has no number of the broker', () => {
    const state = given(INTENDED);
    expect(state.orders.get(ORDER)).toMatchObject({
      status: 'intended',
      brokerOrderNo: null,
      filledQuantity: 0,
    });
    expect(state.orders.openIn('005930')).toHaveLength(1);
    expect(state).toMatchObject({ orders: { countToday: 1, lastNumber: 1, lastDate: TRADE_DATE } });
  });

  test('an acknowledged order is found by the number of the broker', () => {
    const state = given(INTENDED, changed('acknowledged'));
    expect(state.orders.findByBrokerNo('157897')).toBe(state.orders.get(ORDER));
    expect(state.orders.get(ORDER).note).toBe('as told');
  });

  test('the first number the broker gave stays', () => {
    const state = given(INTENDED, changed('acknowledged'), changed('working', '999'));
    expect(state.orders.get(ORDER).brokerOrderNo).toBe('157897');
    expect(state.orders.findByBrokerNo('999')).toBeNull();
  });

  test.each<OrderStatus>(['filled', 'cancelled', 'rejected', 'expired', 'absent'])(
    'one that is %s is open no more',
    (status) => {
      const state = given(INTENDED, changed(status));
      expect(state.orders.openIn('005930')).toEqual([]);
      expect(state.orders.open()).toEqual([]);
      expect([...state.orders.all()]).toHaveLength(1);
    },
  );

  test.each<[OrderStatus, OrderStatus, number]>([
    ['cancelled', 'cancelled', 0],
    ['expired', 'expired', 0],
    ['rejected', 'partly-filled', 1],
    ['absent', 'partly-filled', 1],
    ['unknown', 'partly-filled', 1],
  ])('a late fill of one that is %s counts, and leaves it %s', (status, after, open) => {
    const state = given(INTENDED, changed(status), filled(0));
    expect(state.orders.get(ORDER)).toMatchObject({
      status: after,
      filledQuantity: 4,
      filledAmount: 284_800,
    });
    expect(state.orders.openIn('005930')).toHaveLength(open);
    expect(state.held('005930')).toBe(4);
  });

  test('parts filled out of order melt into one', () => {
    const rest = sampleFill({ fillNo: '3812', quantity: 6, amount: 427_200 });
    const state = given(INTENDED, filled(4, rest));
    expect(state.orders.get(ORDER).filledIntervals).toEqual([{ from: 4, to: 10 }]);
    state.apply(filled(0));
    expect(state.orders.get(ORDER)).toMatchObject({
      status: 'filled',
      filledIntervals: [{ from: 0, to: 10 }],
    });
  });

  test.each([
    [4, 'partly-filled', [{ from: 0, to: 4 }]],
    [10, 'filled', [{ from: 0, to: 10 }]],
  ])(
    'an order placed by hand of which %i shares came with the opening balances is %s',
    (alreadyFilled, status, intervals) => {
      const state = given({
        type: 'order-observed',
        at: MORNING,
        request: sampleRequest(),
        brokerOrderNo: '9',
        alreadyFilled,
        alreadyFilledAmount: alreadyFilled * 1_000,
        alreadyTaxed: 0,
      });
      expect(state.orders.findByBrokerNo('9')).toMatchObject({
        status,
        filledQuantity: alreadyFilled,
        filledIntervals: intervals,
      });
      expect(state.held('005930')).toBe(0);
    },
  );

  test('a refused order only uses up its number', () => {
    const refusal = { code: 'halted' as const, limit: null, actual: null };
    const request = sampleRequest({ id: '20261120-000007' });
    const state = given({ type: 'order-refused', at: MORNING, request, refusal });
    expect(state).toMatchObject({ orders: { lastNumber: 7, countToday: 0 } });
    expect(state.orders.find(request.id)).toBeNull();
  });

  test('an order asked to be cancelled remembers when, until it is told anew how it stands', () => {
    const state = given(INTENDED, changed('working'), {
      type: 'cancel-intended',
      at: MORNING + 5,
      orderId: ORDER,
    });
    expect(state.orders.get(ORDER)).toMatchObject({ status: 'working', cancelRequestedAt: MORNING + 5 });
    state.apply(changed('working'));
    expect(state.orders.get(ORDER).cancelRequestedAt).toBeNull();
  });
});

describe('days and halts', () => {
  test('a new day forgets closed orders, numbers of the broker and the amounts of the day, not open orders', () => {
    const second = sampleRequest({ id: '20261120-000002' });
    const state = given(
      ...sampleDay(),
      { type: 'order-intended', at: MORNING, request: second },
      dayOpened(NEXT_DATE, 9_999_900),
    );
    expect([...state.orders.all()].map((order) => order.request.id)).toEqual([second.id]);
    expect(state.orders.findByBrokerNo('157897')).toBeNull();
    expect(state.dayAmounts('005930')).toEqual({ bought: 0, sold: 0 });
    expect(state).toMatchObject({
      tradeDate: NEXT_DATE,
      dayBaseEquity: 9_999_900,
      orders: { countToday: 0 },
    });
    expect(state.held('005930')).toBe(10);
  });

  test.each<[string, LedgerRecord[], string | null, string | null]>([
    ['a halt stands', [halted('all')], 'why', null],
    ['a halt of buys stands', [halted('buys')], null, 'why'],
    ['a halt is lifted', [halted('all'), resumed('all')], null, null],
    ['a halt of buys is lifted', [halted('buys'), resumed('buys')], null, null],
    ['lifting one leaves the other', [halted('all'), halted('buys'), resumed('all')], null, 'why'],
    [
      'a new day lifts the halt of buys only',
      [halted('all'), halted('buys'), dayOpened(NEXT_DATE, 1)],
      'why',
      null,
    ],
  ])('%s', (_name, records, haltReason, buysHaltReason) => {
    expect(given(...records)).toMatchObject({ haltReason, buysHaltReason });
  });

  test('the end of a day is remembered', () => {
    const closed: LedgerRecord = {
      type: 'day-closed',
      at: MORNING,
      tradeDate: TRADE_DATE,
      equity: 1,
      marks: [],
    };
    expect(given(closed).lastClosedDate).toBe(TRADE_DATE);
  });
});

describe('what contradicts the books stops the program', () => {
  test.each<[string, LedgerRecord[]]>([
    ['more shares filled than ordered', [INTENDED, filled(0, sampleFill({ quantity: 11 }))]],
    ['shares sold that are not held', [INTENDED, filled(0, sampleFill({ side: 'sell' }))]],
    ['an order intended twice', [INTENDED, INTENDED]],
    ['a change of an order nobody knows', [changed('working')]],
    ['a fill of an order nobody knows', [filled(0)]],
    [
      'entries that do not balance',
      [INTENDED, { ...filled(0), entries: openingCash(5).slice(1) } as LedgerRecord],
    ],
  ])('%s', (_name, records) => {
    expect(() => given(...records)).toThrow(InvariantError);
  });
});

function halted(scope: 'all' | 'buys'): LedgerRecord {
  return { type: 'halted', at: MORNING, scope, reason: 'why' };
}

function resumed(scope: 'all' | 'buys'): LedgerRecord {
  return { type: 'resumed', at: MORNING, scope, reason: 'all clear' };
}
