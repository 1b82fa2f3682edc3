// Orders pegged between the quotes, as the members of a book frame: what waits now, and what changed since the frame before.

import { expect, it } from 'vitest';
import { pegged } from '#adapters/kiwoom-server/frames/book-members.ts';
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
