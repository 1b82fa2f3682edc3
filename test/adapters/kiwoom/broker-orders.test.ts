// The three order lists of a day as one: who wins where they differ, and what a cancel says of its original.

import { describe, expect, test } from 'vitest';
import { mergeOrders } from '#adapters/kiwoom/broker-orders.ts';

describe('merging the three lists', () => {
  const DATE = '2026-11-23';
  const rows = <T>(row: Partial<T>): T[] => [row as T];
  type All = Parameters<typeof mergeOrders>[0]['all'][number];
  type Open = Parameters<typeof mergeOrders>[0]['open'][number];
  type Filled = Parameters<typeof mergeOrders>[0]['filled'][number];
  const all = (change: Partial<All>): All =>
    ({
      orderNo: '7',
      symbol: '005930',
      sideText: '현금매수',
      orderQuantity: 10,
      orderPrice: 70_000,
      filledQuantity: 0,
      remaining: 10,
      originalOrderNo: null,
      orderTime: '090000',
      changeText: null,
      acceptanceText: '접수',
      confirmedQuantity: 0,
      ...change,
    }) as All;

  test('filled between two lists: the later list wins, nothing remains', () => {
    const filled = rows<Filled>({
      ...all({}),
      orderNo: '7',
      filledQuantity: 10,
      remaining: 0,
      fillPrice: 69_900,
      tax: 0,
      sideText: '+매수',
    } as unknown as Filled);
    expect(mergeOrders({ all: [all({})], open: [], filled }, DATE)).toMatchObject([
      { filled: 10, remaining: 0, filledAmount: null, tax: 0 },
    ]);
  });

  test('a part fill that is still open keeps its exact amount', () => {
    const open = rows<Open>({
      ...(all({ filledQuantity: 4, remaining: 6 }) as unknown as Open),
      filledAmount: 279_800,
      sideText: '+매수',
    });
    expect(
      mergeOrders({ all: [all({ filledQuantity: 4, remaining: 6 })], open, filled: [] }, DATE),
    ).toMatchObject([{ filled: 4, remaining: 6, filledAmount: 279_800 }]);
  });

  test('a confirmed cancel ends its original, even if the list still shows shares', () => {
    const cancel = all({
      orderNo: '8',
      originalOrderNo: '7',
      changeText: '취소',
      acceptanceText: '확인',
      confirmedQuantity: 10,
    });
    expect(mergeOrders({ all: [all({}), cancel], open: [], filled: [] }, DATE)).toMatchObject([
      { brokerOrderNo: '7', remaining: 0, action: 'new' },
      { brokerOrderNo: '8', remaining: 0, action: 'cancel', originalOrderNo: '7' },
    ]);
  });

  test.each([
    ['a cancel', '취소', { action: 'cancel', remaining: 0 }],
    ['a modify', '정정', { action: 'modify', remaining: 0 }],
  ])('%s of a part leaves the rest of its original', (_what, changeText, itself) => {
    const change = all({
      orderNo: '8',
      originalOrderNo: '7',
      changeText,
      confirmedQuantity: 3,
      remaining: 0,
    });
    expect(mergeOrders({ all: [all({}), change], open: [], filled: [] }, DATE)).toMatchObject([
      { brokerOrderNo: '7', remaining: 7, action: 'new' },
      { brokerOrderNo: '8', originalOrderNo: '7', ...itself },
    ]);
  });

  test('a cancel that is confirmed without a number ends its original', () => {
    const cancel = all({ orderNo: '8', originalOrderNo: '7', changeText: '취소', acceptanceText: '확인' });
    expect(mergeOrders({ all: [all({}), cancel], open: [], filled: [] }, DATE)).toMatchObject([
      { brokerOrderNo: '7', remaining: 0 },
      {},
    ]);
  });

  test('what was modified goes on as an order under its new number', () => {
    const modify = all({ orderNo: '8', originalOrderNo: '7', changeText: '정정', confirmedQuantity: 10 });
    const open = { ...(modify as unknown as Open), sideText: '+매수' };
    const lists = { all: [all({}), modify], open: [open], filled: [] };
    expect(mergeOrders(lists, DATE)).toMatchObject([
      { brokerOrderNo: '7', remaining: 0, action: 'new' },
      { brokerOrderNo: '8', remaining: 10, action: 'new', originalOrderNo: '7' },
    ]);
    const done = { ...modify, filledQuantity: 10, remaining: 0 };
    expect(mergeOrders({ all: [all({}), done], open: [], filled: [] }, DATE)[1]).toMatchObject({
      action: 'new',
      filled: 10,
      remaining: 0,
    });
  });

  test('rows that say too little are left out', () => {
    const broken = [
      all({ orderNo: null }),
      all({ symbol: null }),
      all({ sideText: null }),
      all({ orderQuantity: null }),
    ];
    expect(mergeOrders({ all: broken, open: [], filled: [] }, DATE)).toEqual([]);
  });
});
