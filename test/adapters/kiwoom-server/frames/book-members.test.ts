// Members of a book frame: orders pegged between the quotes, what waits now and what changed since the frame before; and which part
// of the levels of both markets is of one.

import { expect, it } from 'vitest';
import { pegged, shareOf } from '#adapters/kiwoom-server/frames/book-members.ts';
import type { Book } from '#exchange/contract.ts';

const BASE = 71_000;
const EMPTY = { asks: [], bids: [], totalAsk: 0, totalBid: 0, expectedPrice: null, expectedQuantity: null };

const bookWith = (mid: Book['mid']): Book => ({ ...EMPTY, mid });
const WAS = bookWith({ price: 71_000, ask: 5, bid: 8 });

/** Members in the order of the frame: change and shares to sell, price, shares to buy and change; change of the price. */
const members = (book: Book | null, before: Book | null): string =>
  pegged('KRX', book, before, BASE)
    .map(([, value]) => value)
    .join(' ');

it.each([
  ['nothing, and nothing before', null, null, '0 0 0 0 0 0 0 0'],
  ['a price that is gone', bookWith(null), WAS, '-5 0 0 0 -8 0 0 0'],
  ['a book that is gone', null, WAS, '-5 0 0 0 -8 0 0 0'],
  ['the first of a day', bookWith({ price: 71_050, ask: 7, bid: 3 }), null, '0 7 +71050 3 0 +50 2 +0.07'],
  ['another price', bookWith({ price: 70_950, ask: 7, bid: 3 }), WAS, '+2 7 -70950 3 -5 -50 5 -0.07'],
  ['the close of the day before', WAS, WAS, '0 5 71000 8 0 0 3 0.00'],
])('%s', (_what, book, before, expected) => {
  expect(members(book, before)).toBe(expected);
});

it('the share of a market is what it has at the levels that both together show', () => {
  const level = (price: number, quantity: number) => ({ price, quantity });
  const nxt = { ...EMPTY, mid: null, asks: [level(71_100, 4)], bids: [level(70_900, 6), level(70_700, 1)] };
  const shown = {
    ...{ ...EMPTY, mid: null },
    asks: [level(71_000, 9), level(71_100, 14)],
    bids: [level(70_900, 16), level(70_800, 3)],
  };
  const share = new Map(shareOf('NXT', { ...nxt, totalAsk: 40, totalBid: 60 }, shown));
  expect([6066, 6067, 6068, 6076, 6077, 6078].map((fid) => share.get(fid))).toEqual([
    '0',
    '4',
    '0',
    '6',
    '0',
    '0',
  ]);
  expect([share.get(6086), share.get(6087), share.size]).toEqual(['40', '60', 22]);
  expect(new Set(shareOf('KRX', null, shown).map(([, value]) => value))).toEqual(new Set(['0']));
});
