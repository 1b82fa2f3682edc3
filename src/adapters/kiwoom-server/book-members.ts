// The members of 0D (guide 438–446): ten levels a side, totals, the expected auction price, and what stays zero here.

import type { BookLevel } from '#domain/market-event.ts';
import type { Price } from '#domain/units.ts';
import type { Book, InstrumentDay } from '#exchange/contract.ts';
import { directed, directionCode, percent, signed, signedPercent } from './formats.ts';
import type { Member } from './values-text.ts';

/** First price, quantity and change FID of a side; the change of the tenth level stands apart by the guide's numbering. */
export const ASK_FIDS = { price: 41, quantity: 61, change: 81 } as const;
export const BID_FIDS = { price: 51, quantity: 71, change: 91 } as const;

/** Price, quantity and change of the quantity at that price, for ten levels of a side. */
export function levels(
  fids: typeof ASK_FIDS | typeof BID_FIDS,
  side: readonly BookLevel[],
  before: readonly BookLevel[] | undefined,
  base: Price,
): Member[] {
  const members: Member[] = [];
  for (let index = 0; index < 10; index++) {
    const level = side[index];
    const was = level === undefined ? undefined : before?.find((one) => one.price === level.price)?.quantity;
    const change = level === undefined || was === undefined ? '0' : signed(level.quantity - was);
    members.push([fids.price + index, level === undefined ? '-0' : directed(level.price, base)]);
    members.push([fids.quantity + index, String(level?.quantity ?? 0)]);
    members.push([fids.change + index, change]);
  }
  return members;
}

/** Totals of both sides, their changes, and their difference. */
export function totals(book: Book, before: Book | null): Member[] {
  const net = book.totalBid - book.totalAsk;
  return [
    ['121', String(book.totalAsk)],
    ['122', signed(book.totalAsk - (before?.totalAsk ?? book.totalAsk))],
    ['125', String(book.totalBid)],
    ['126', signed(book.totalBid - (before?.totalBid ?? book.totalBid))],
    ['128', signed(net)],
    ['129', percent(book.totalBid, book.totalAsk)],
    ['138', signed(-net + 0)],
    ['139', percent(book.totalAsk, book.totalBid)],
  ];
}

/** Members that are only alive while an auction gathers orders (291 to 295), and their lasting twins. */
export function expected(day: InstrumentDay, book: Book): Member[] {
  const { base } = day.reference;
  const price = book.expectedPrice;
  const change = price === null ? 0 : price - base;
  const quantity = String(book.expectedQuantity ?? 0);
  const direction = directionCode(price, day.reference);
  return [
    ['23', directed(price, base)],
    ['24', quantity],
    ['200', signed(change)],
    ['201', signedPercent(change, base)],
    ['238', direction],
    ['291', directed(price, base)],
    ['292', quantity],
    ['293', direction],
    ['294', signed(change)],
    ['295', signedPercent(change, base)],
  ];
}

/**
 * Members of 0D that are zero here, written once: quantities of liquidity providers, by venue, and of mid-price orders. In
 * the guide's sample of a KRX item they are zero too.
 */
export const UNUSED_BOOK_MEMBERS = [...range(621, 640), ...range(6044, 6087), ...range(6100, 6115)]
  .map((fid) => `,"${fid}":"0"`)
  .join('');

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
