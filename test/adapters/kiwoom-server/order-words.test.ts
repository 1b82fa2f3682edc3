// Kiwoom's words for orders: every trade type of the guide there and back, and what lists say of orders with and without a price.

import { describe, expect, it } from 'vitest';
import {
  kindName,
  openQuantity,
  orderPrice,
  stopPrice,
  termsOf,
  tradeType,
  tradeTypeName,
  venueWords,
} from '#adapters/kiwoom-server/order-words.ts';

const CODES = '0 3 5 6 7 10 13 16 20 23 26 28 29 30 31 61 62 81'.split(' ');
const LIMIT = { type: 'limit', price: 70_000 } as const;
const STOP = { type: 'stop-limit', price: 70_000, stop: 71_000 } as const;
const MARKET = { type: 'market' } as const;

describe('a trade type', () => {
  it.each(CODES)('%s has a name of its own, and orders of it are told by that name', (code) => {
    const { pricing, timeInForce, name } = tradeType(code)!;
    const terms = termsOf(pricing, 70_000, 71_000);
    if ('missing' in terms) return expect.unreachable();
    expect(terms.type).toBe(pricing);
    expect(tradeTypeName({ pricing: terms, timeInForce })).toBe(name);
  });

  it('is one of the guide’s, each with another name', () => {
    expect(new Set(CODES.map((code) => tradeType(code)?.name)).size).toBe(CODES.length);
    expect([tradeType('1'), tradeType(''), tradeType('00')]).toEqual([null, null, null]);
  });
});

it.each([
  ['limit', null, 71_000, { missing: 'price' }],
  ['conditional-limit', null, null, { missing: 'price' }],
  ['after-hours-limit', null, null, { missing: 'price' }],
  ['stop-limit', null, 71_000, { missing: 'price' }],
  ['stop-limit', 70_000, null, { missing: 'stop' }],
  ['stop-limit', 70_000, 71_000, STOP],
  ['limit', 70_000, 71_000, LIMIT],
  ['market', 70_000, 71_000, MARKET],
] as const)('the terms of a %s order with price %s and stop %s', (type, price, stop, expected) => {
  expect(termsOf(type, price, stop)).toEqual(expected);
});

it.each([
  ['a limit order', LIMIT, 'new', ['70000', '0']],
  ['a limit order with another price', LIMIT, 'modify', ['70000', '0']],
  ['the cancel of one', LIMIT, 'cancel', ['0', '0']],
  ['a stop order', STOP, 'new', ['70000', '71000']],
  ['a market order', MARKET, 'new', ['0', '0']],
] as const)('price and stop of %s', (_what, pricing, action, expected) => {
  expect([orderPrice({ pricing, action }), stopPrice({ pricing })]).toEqual(expected);
});

it('sides and actions', () => {
  const names = (['buy', 'sell'] as const).flatMap((side) =>
    (['new', 'modify', 'cancel'] as const).map((action) => kindName(side, action)),
  );
  expect(names).toEqual(['+매수', '매수정정', '매수취소', '-매도', '매도정정', '매도취소']);
});

it.each([
  ['KRX', 'KRX', { code: '1', name: 'KRX', isRouted: 'N' }],
  ['NXT', 'NXT', { code: '2', name: 'NXT', isRouted: 'N' }],
  ['SOR', 'KRX', { code: '1', name: 'KRX', isRouted: 'Y' }],
  ['SOR', 'NXT', { code: '2', name: 'NXT', isRouted: 'Y' }],
] as const)('%s that went to %s', (venue, routedTo, words) => {
  expect(venueWords({ venue, routedTo })).toEqual(words);
});

it('only a working order has open shares', () => {
  expect(openQuantity({ status: 'working', remaining: 3 })).toBe(3);
  expect(openQuantity({ status: 'expired', remaining: 3 })).toBe(0);
});
