// Rankings of the menu 순위정보 that this market can fill: by order quantities, by change, by volume and by value (guide, rkinfo).

import { millions, percent, signed, signedPercent } from '../../formats.ts';
import type { BookSample } from '../../market/market-memory.ts';
import { blank, rateText, turnover } from '../columns.ts';
import type { Figures } from '../figures.ts';
import { type Measure, ranking } from '../ranking.ts';
import {
  administrative,
  credit,
  hours,
  kinds,
  leastPrice,
  limits,
  market,
  priceClass,
  priceCondition,
  tenMillionWon,
  thousandShares,
  venue,
} from '../selection.ts';
import { optional, required, type TrContext } from '../tr.ts';

const PATH = '/api/dostk/rkinfo';

/** Members a ranking sorts by; a code nobody knows sorts like the first. */
const sort = (context: TrContext, name: string, ...measures: readonly Measure[]): Measure =>
  measures[Number(context.member(name)) - 1] ?? measures[0]!;
const onlyUp =
  (figure: (one: Figures) => number): Measure =>
  (one) =>
    one.change > 0 ? figure(one) : null;
const onlyDown =
  (figure: (one: Figures) => number): Measure =>
  (one) =>
    one.change < 0 ? -figure(one) : null;
const unchanged: Measure = (one) => (one.change === 0 ? one.volume : null);
const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** ka10020: the fullest books. */
export const ka10020 = ranking({
  id: 'ka10020',
  path: PATH,
  list: 'bid_req_upper',
  size: 200,
  selectors: [market, thousandShares('trde_qty_tp'), kinds(), credit()],
  members: [venue, required('sort_tp', 1)],
  measure: (context) =>
    sort(
      context,
      'sort_tp',
      ({ book }) => book.totalBid - book.totalAsk,
      ({ book }) => book.totalAsk - book.totalBid,
      ({ book }) => ratio(book.totalBid, book.totalAsk),
      ({ book }) => ratio(book.totalAsk, book.totalBid),
    ),
  columns: 'stk_cd stk_nm cur_prc pred_pre_sig pred_pre trde_qty tot_sel_req tot_buy_req netprps_req buy_rt',
  own: () => ({
    netprps_req: ({ book }) => String(book.totalBid - book.totalAsk),
    buy_rt: ({ book }) => percent(book.totalBid, book.totalAsk),
  }),
});

/** The book's total of the side that was asked about, now and `tm_tp` minutes ago. */
function sideThen(context: TrContext, one: Figures): { readonly now: number; readonly before: number } {
  const side: keyof BookSample = context.member('trde_tp') === '2' ? 'totalAsk' : 'totalBid';
  const now = one.book[side];
  return { now, before: one.memory.bookAgo(one.symbol, Number(context.member('tm_tp')))?.[side] ?? now };
}

/** ka10021: books that filled up within some minutes. */
export const ka10021 = ranking({
  id: 'ka10021',
  path: PATH,
  list: 'bid_req_sdnin',
  size: 100,
  selectors: [market, thousandShares('trde_qty_tp'), kinds()],
  members: [venue, required('trde_tp', 1), required('sort_tp', 1), required('tm_tp', 2)],
  measure: (context) => (one) => {
    const { now, before } = sideThen(context, one);
    if (now <= before) return null;
    return context.member('sort_tp') === '2' ? ratio(now - before, before) : now - before;
  },
  columns: 'stk_cd stk_nm cur_prc pred_pre_sig pred_pre int now sdnin_qty sdnin_rt tot_buy_qty',
  own: (context) => ({
    int: (one) => String(sideThen(context, one).before),
    now: (one) => String(sideThen(context, one).now),
    sdnin_qty: (one) => String(sideThen(context, one).now - sideThen(context, one).before),
    sdnin_rt: (one) => {
      const { now, before } = sideThen(context, one);
      return signedPercent(now - before, before);
    },
    tot_buy_qty: ({ book }) => String(book.totalBid),
  }),
});

/** One side of the book against the other in percent, now and `tm_tp` minutes ago. */
function ratioThen(context: TrContext, one: Figures): { readonly now: number; readonly before: number } {
  const of = ({ totalBid, totalAsk }: Pick<BookSample, 'totalBid' | 'totalAsk'>) =>
    100 * (context.member('rt_tp') === '2' ? ratio(totalAsk, totalBid) : ratio(totalBid, totalAsk));
  const sample = one.memory.bookAgo(one.symbol, Number(context.member('tm_tp')));
  return { now: of(one.book), before: of(sample ?? one.book) };
}

/** ka10022: books that leaned over within some minutes. */
export const ka10022 = ranking({
  id: 'ka10022',
  path: PATH,
  list: 'req_rt_sdnin',
  size: 100,
  selectors: [market, thousandShares('trde_qty_tp'), kinds()],
  members: [venue, required('rt_tp', 1), required('tm_tp', 2)],
  measure: (context) => (one) => {
    const { now, before } = ratioThen(context, one);
    return now > before ? ratio(now - before, before) : null;
  },
  columns: 'stk_cd stk_nm cur_prc pred_pre_sig pred_pre int now_rt sdnin_rt tot_sel_req tot_buy_req',
  own: (context) => ({
    int: (one) => rateText(ratioThen(context, one).before),
    now_rt: (one) => rateText(ratioThen(context, one).now),
    sdnin_rt: (one) => {
      const { now, before } = ratioThen(context, one);
      return signedPercent(now - before, before);
    },
  }),
});

/**
 * Volume now and before: of the last `tm` minutes (one unless told) and as many before them, or of today so far and the whole
 * day before. The guide does not say how much of that day counts: all of it is our decision, so few names surge in the morning.
 */
function volumesOf(context: TrContext, one: Figures): { readonly now: number; readonly before: number } {
  if (context.member('tm_tp') !== '1') return { now: one.volume, before: one.past.volume };
  const minutes = Math.max(1, Number(context.member('tm')) || 1);
  const now = one.volumeWithin(minutes);
  return { now, before: one.volumeWithin(2 * minutes) - now };
}

/** ka10023: volume that surged or dried up. */
export const ka10023 = ranking({
  id: 'ka10023',
  path: PATH,
  list: 'trde_qty_sdnin',
  size: 200,
  selectors: [market, thousandShares('trde_qty_tp'), kinds(), leastPrice],
  members: [venue, required('sort_tp', 1), required('tm_tp', 1), optional('tm', 2)],
  measure: (context) => (one) => {
    const { now, before } = volumesOf(context, one);
    const code = context.member('sort_tp');
    const more = code === '3' || code === '4' ? before - now : now - before;
    if (more <= 0) return null;
    return code === '2' || code === '4' ? ratio(more, before) : more;
  },
  columns: 'stk_cd stk_nm cur_prc pred_pre_sig pred_pre flu_rt prev_trde_qty now_trde_qty sdnin_qty sdnin_rt',
  own: (context) => ({
    prev_trde_qty: (one) => String(volumesOf(context, one).before),
    now_trde_qty: (one) => String(volumesOf(context, one).now),
    sdnin_qty: (one) => signed(volumesOf(context, one).now - volumesOf(context, one).before),
    sdnin_rt: (one) => {
      const { now, before } = volumesOf(context, one);
      return signedPercent(now - before, before);
    },
  }),
});

/** ka10027: the day's winners and losers. 200 rows as recorded. */
export const ka10027 = ranking({
  id: 'ka10027',
  path: PATH,
  list: 'pred_pre_flu_rt_upper',
  size: 200,
  selectors: [
    ...[market, thousandShares('trde_qty_cnd'), kinds(), credit(), limits, priceCondition],
    ...[tenMillionWon('trde_prica_cnd')],
  ],
  members: [venue, required('sort_tp', 1)],
  measure: (context) =>
    sort(
      context,
      'sort_tp',
      onlyUp((one) => one.rate),
      onlyUp((one) => one.change),
      onlyDown((one) => one.rate),
      onlyDown((one) => one.change),
      unchanged,
    ),
  columns:
    'stk_cls stk_cd stk_nm cur_prc pred_pre_sig pred_pre flu_rt sel_req buy_req now_trde_qty cntr_str cnt',
  own: () => ({ cnt: blank }),
});

/** Won between the price an auction would clear at and yesterday's close; null outside auctions. */
function expectedChange({ book, base }: Figures): number | null {
  return book.expectedPrice === null ? null : book.expectedPrice - base;
}

const expectedMeasure =
  (measure: (change: number, one: Figures) => number | null): Measure =>
  (one) => {
    const change = expectedChange(one);
    return change === null ? null : measure(change, one);
  };

/**
 * ka10029: where auctions would clear. Empty outside auctions, and in the first ten minutes of the morning's, when nobody is told
 * (krx-rules 7): Kiwoom was recorded empty before the opening, too (kiwoom-wire 2.7).
 */
export const ka10029 = ranking({
  id: 'ka10029',
  path: PATH,
  list: 'exp_cntr_flu_rt_upper',
  size: 100,
  selectors: [market, kinds(), credit(), priceCondition],
  members: [venue, required('sort_tp', 1), required('trde_qty_cnd', 5)],
  measure: (context) => {
    const least = Number(context.member('trde_qty_cnd')) * 1_000;
    const measure = sort(
      context,
      'sort_tp',
      expectedMeasure((change, { base }) => (change > 0 ? change / base : null)),
      expectedMeasure((change) => (change > 0 ? change : null)),
      expectedMeasure((change) => (change === 0 ? 0 : null)),
      expectedMeasure((change, { base }) => (change < 0 ? -change / base : null)),
      expectedMeasure((change) => (change < 0 ? -change : null)),
      expectedMeasure((_, { book }) => book.expectedQuantity),
      expectedMeasure((_, { book, day }) => (book.expectedPrice === day.reference.upperLimit ? 0 : null)),
      expectedMeasure((_, { book, day }) => (book.expectedPrice === day.reference.lowerLimit ? 0 : null)),
    );
    return (one) => ((one.book.expectedQuantity ?? 0) < least ? null : measure(one));
  },
  columns:
    'stk_cd stk_nm exp_cntr_pric base_pric pred_pre_sig pred_pre flu_rt exp_cntr_qty sel_req sel_bid buy_bid buy_req',
  own: () => ({
    pred_pre: (one) => signed(expectedChange(one) ?? 0),
    flu_rt: (one) => signedPercent(expectedChange(one) ?? 0, one.base),
    pred_pre_sig: (one) => expectedDirection(one),
  }),
});

function expectedDirection({ book: { expectedPrice }, base, day: { reference } }: Figures): string {
  if (expectedPrice === null || expectedPrice === base) return '3';
  if (expectedPrice === reference.upperLimit) return '1';
  if (expectedPrice === reference.lowerLimit) return '4';
  return expectedPrice > base ? '2' : '5';
}

/** ka10030: the day's volume. The parts of the day are blank for KRX, as recorded. */
export const ka10030 = ranking({
  id: 'ka10030',
  path: PATH,
  list: 'tdy_trde_qty_upper',
  size: 100,
  selectors: [
    ...[market, kinds('mang_stk_incls'), credit('crd_tp'), thousandShares('trde_qty_tp'), priceClass],
    ...[tenMillionWon('trde_prica_tp'), hours],
  ],
  members: [venue, required('sort_tp', 1)],
  measure: (context) =>
    sort(
      context,
      'sort_tp',
      (one) => one.volume,
      (one) => ratio(one.volume, one.day.listedShares),
      (one) => one.value,
    ),
  columns: `stk_cd stk_nm cur_prc pred_pre_sig pred_pre flu_rt trde_qty pred_rt trde_tern_rt trde_amt
    opmr_trde_qty opmr_pred_rt opmr_trde_rt opmr_trde_amt af_mkrt_trde_qty af_mkrt_pred_rt af_mkrt_trde_rt
    af_mkrt_trde_amt bf_mkrt_trde_qty bf_mkrt_pred_rt bf_mkrt_trde_rt bf_mkrt_trde_amt`,
  own: () => ({
    pred_rt: (one) => signedPercent(one.volume, one.past.volume),
    trde_tern_rt: turnover,
    trde_amt: (one) => millions(one.value),
    ...Object.fromEntries(
      ['opmr', 'af_mkrt', 'bf_mkrt'].flatMap((part) =>
        ['trde_qty', 'pred_rt', 'trde_rt', 'trde_amt'].map((name) => [`${part}_${name}`, blank]),
      ),
    ),
  }),
});

/** ka10031: volume or value of the day before. Places are counted from 0 and the last is left out, as recorded. */
export const ka10031 = ranking({
  id: 'ka10031',
  path: PATH,
  list: 'pred_trde_qty_upper',
  size: 100,
  selectors: [market],
  members: [venue, required('qry_tp', 1), required('rank_strt', 3), required('rank_end', 3)],
  measure: (context) => (one) => (context.member('qry_tp') === '2' ? one.past.value : one.past.volume),
  part: ({ member }) => [Number(member('rank_strt')) || 0, Number(member('rank_end')) || 100],
  columns: 'stk_cd stk_nm cur_prc pred_pre_sig pred_pre trde_qty',
  own: () => ({ trde_qty: (one) => String(one.past.volume) }),
});

/** ka10032: the day's value. */
export const ka10032 = ranking({
  id: 'ka10032',
  path: PATH,
  list: 'trde_prica_upper',
  size: 100,
  selectors: [market, administrative],
  members: [venue],
  measure: () => (one) => one.value,
  columns: `stk_cd now_rank pred_rank stk_nm cur_prc pred_pre_sig pred_pre flu_rt sel_bid buy_bid now_trde_qty
    pred_trde_qty trde_prica`,
  own: (_, ranked) => {
    const places = placesIn(ranked);
    const placesBefore = placesIn(ranked.toSorted((a, b) => b.past.value - a.past.value));
    return {
      now_rank: (one) => places.get(one.symbol) ?? '',
      pred_rank: (one) => placesBefore.get(one.symbol) ?? '',
    };
  },
});

function placesIn(ranked: readonly Figures[]): ReadonlyMap<string, string> {
  return new Map(ranked.map((one, index) => [one.symbol, String(index + 1)]));
}
