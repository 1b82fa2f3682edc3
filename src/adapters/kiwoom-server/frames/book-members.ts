// The members of 0D (guide 438–446): ten levels a side, totals, the expected auction price, and what stays zero here.

import type { BookLevel } from '#domain/market-event.ts';
import type { Price } from '#domain/units.ts';
import type { Book, InstrumentDay, MarketVenue } from '#exchange/contract.ts';
import { directed, directionCode, percent, signed, signedPercent } from '../formats.ts';
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

/** What one market shows at the levels of both together (6044 to 6087), and the orders pegged to its middle (6100 to 6115). */
const VENUE_FIDS = {
  KRX: { asks: 6044, bids: 6054, totals: 6064, mid: 6100, midChange: 6110 },
  NXT: { asks: 6066, bids: 6076, totals: 6086, mid: 6105, midChange: 6113 },
} as const;

/** Quantities of one market at the levels that both together show. */
export function shareOf(venue: MarketVenue, book: Book | null, shown: Book): Member[] {
  const fids = VENUE_FIDS[venue];
  const at = (side: readonly BookLevel[] | undefined, price: Price | undefined) =>
    String(side?.find((level) => level.price === price)?.quantity ?? 0);
  const members: Member[] = [];
  for (let index = 0; index < 10; index++) {
    members.push([fids.asks + index, at(book?.asks, shown.asks[index]?.price)]);
    members.push([fids.bids + index, at(book?.bids, shown.bids[index]?.price)]);
  }
  members.push([fids.totals, String(book?.totalAsk ?? 0)], [fids.totals + 1, String(book?.totalBid ?? 0)]);
  return members;
}

/** Orders pegged half-way between the best quotes of one market; zeros while there is no such price. */
export function pegged(venue: MarketVenue, book: Book | null, before: Book | null, base: Price): Member[] {
  const { mid: fid, midChange } = VENUE_FIDS[venue];
  const mid = book?.mid ?? null;
  const was = before?.mid ?? null;
  const change = mid === null ? 0 : mid.price - base;
  return [
    [fid, signed((mid?.ask ?? 0) - (was?.ask ?? mid?.ask ?? 0))],
    [fid + 1, String(mid?.ask ?? 0)],
    [fid + 2, directed(mid?.price ?? null, base)],
    [fid + 3, String(mid?.bid ?? 0)],
    [fid + 4, signed((mid?.bid ?? 0) - (was?.bid ?? mid?.bid ?? 0))],
    [midChange, signed(change)],
    [midChange + 1, mid === null ? '0' : change > 0 ? '2' : change < 0 ? '5' : '3'],
    [midChange + 2, mid === null ? '0' : signedPercent(change, base)],
  ];
}

/** Quantities of liquidity providers, whom nobody tells apart here; written once. */
export const PROVIDER_MEMBERS = zeros(621, 640);
/** Shares of the markets where one market is shown: zero, as in the guide's sample of a KRX item. */
export const NO_SHARES = zeros(6044, 6087);
/** Pegged orders of the market that is not shown. */
export const NOT_PEGGED: Readonly<Record<MarketVenue, string>> = {
  KRX: zeros(6100, 6104) + zeros(6110, 6112),
  NXT: zeros(6105, 6109) + zeros(6113, 6115),
};

function zeros(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) => `,"${from + index}":"0"`).join('');
}
