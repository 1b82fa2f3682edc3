// Kiwoom names the same figure alike in most TRs, so its spelling is written down once: an element and how it is worded. A TR
// then is a list of names, with words of its own only where it differs.

import { assert } from '#domain/assert.ts';
import type { Price } from '#domain/units.ts';
import {
  dateDigits,
  directed,
  directionCode,
  hundredMillions,
  millions,
  percent,
  signed,
  signedPercent,
} from '../formats.ts';
import type { AnswerFields } from '../protocol.ts';
import type { Figures } from './figures.ts';

/** How one element of an answer is worded. */
export type Column<T> = (subject: T) => string;
export type Columns<T> = Readonly<Record<string, Column<T>>>;

/** An element this exchange has nothing for; each stands with its reason in blank-elements.ts. */
export const blank = (): string => '';

/** Writes the elements `names` (in this order) of a subject; a name without a column is a mistake of ours. */
export function writer<T>(
  names: string,
  ...vocabularies: readonly Columns<T>[]
): (subject: T) => AnswerFields {
  const columns = names
    .trim()
    .split(/\s+/)
    .map((name): readonly [string, Column<T>] => {
      const column = vocabularies.findLast((one) => Object.hasOwn(one, name))?.[name];
      assert(column !== undefined, `nobody has said how ${name} is worded`);
      return [name, column];
    });
  return (subject) => Object.fromEntries(columns.map(([name, column]) => [name, column(subject)]));
}

/** `count` columns that differ by a number, such as the ten prices of a side of a book. */
export function numbered<T>(
  count: number,
  name: (place: number) => string,
  word: (subject: T, index: number) => string,
): Columns<T> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [name(index + 1), (subject: T) => word(subject, index)]),
  );
}

/** A price of the instrument with its direction against yesterday's close. */
export function priced(figures: Figures, price: Price | null): string {
  return directed(price, figures.base);
}

/** A percentage with two decimals and its sign, from a number. */
export function rateText(rate: number): string {
  return signedPercent(rate, 100);
}

/** Shares traded against the shares listed, signed as the rankings print it. */
export function turnover(figures: Figures): string {
  return signedPercent(figures.volume, figures.day.listedShares);
}

const bestAskQuantity: Column<Figures> = ({ book }) => String(book.asks[0]?.quantity ?? 0);
const bestBidQuantity: Column<Figures> = ({ book }) => String(book.bids[0]?.quantity ?? 0);
const price: Column<Figures> = (one) => priced(one, one.price);
const ask: Column<Figures> = (one) => priced(one, one.ask);
const bid: Column<Figures> = (one) => priced(one, one.bid);
const direction: Column<Figures> = ({ day }) => directionCode(day.last, day.reference);
const change: Column<Figures> = (one) => signed(one.change);
const rate: Column<Figures> = (one) => rateText(one.rate);
const volume: Column<Figures> = (one) => String(one.volume);

/** The elements that mean the same wherever they occur. Won are millions, as in most lists. */
export const STOCK: Columns<Figures> = {
  stk_cls: () => '0',
  stk_cd: (one) => one.symbol,
  stk_nm: (one) => one.instrument.name,
  stk_infr: blank,
  cur_prc: price,
  close_pric: (one) => priced(one, one.day.close ?? one.base),
  pred_pre_sig: direction,
  pre_sig: direction,
  smbol: direction,
  sign: direction,
  pred_pre: change,
  pre: change,
  flu_rt: rate,
  pre_rt: rate,
  base_pric: (one) => String(one.base),
  pred_close_pric: (one) => String(one.base),
  open_pric: (one) => priced(one, one.day.open),
  high_pric: (one) => priced(one, one.day.high),
  low_pric: (one) => priced(one, one.day.low),
  tdy_high_pric: (one) => priced(one, one.day.high),
  tdy_low_pric: (one) => priced(one, one.day.low),
  upl_pric: (one) => priced(one, one.day.reference.upperLimit),
  lst_pric: (one) => priced(one, one.day.reference.lowerLimit),
  trde_qty: volume,
  now_trde_qty: volume,
  acc_trde_qty: volume,
  pred_trde_qty: (one) => String(one.past.volume),
  trde_prica: (one) => millions(one.value),
  pred_trde_prica: (one) => millions(one.past.value),
  sel_bid: ask,
  buy_bid: bid,
  sel_req: bestAskQuantity,
  buy_req: bestBidQuantity,
  pri_sel_req: bestAskQuantity,
  pri_buy_req: bestBidQuantity,
  tot_sel_req: ({ book }) => String(book.totalAsk),
  tot_buy_req: ({ book }) => String(book.totalBid),
  cntr_str: (one) => percent(one.strength, 100),
  exp_cntr_pric: (one) => priced(one, one.book.expectedPrice),
  exp_cntr_qty: ({ book }) => String(book.expectedQuantity ?? 0),
  date: ({ exchange }) => dateDigits(exchange.now),
  dt: ({ exchange }) => dateDigits(exchange.now),
  mac: (one) => hundredMillions(one.price, one.day.listedShares),
  stex_tp: () => 'KRX',
};
