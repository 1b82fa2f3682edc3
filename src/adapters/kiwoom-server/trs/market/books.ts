// Books and boards of one instrument: ka10004 (ten levels), ka10007 (quote board) and ka10095 (several instruments at a time).
// A change "since the book before" is 0 here: changes are told in real time (0D), a query has no book before it.

import type { BookLevel } from '#domain/market-event.ts';
import type { FixedBook } from '#exchange/contract.ts';
import { type Failure, success } from '../../answers.ts';
import { clockDigits, dateDigits, millions, signed, signedPercent } from '../../formats.ts';
import { blank, type Column, type Columns, numbered, priced, STOCK, writer } from '../columns.ts';
import { type Figures, figuresOf } from '../figures.ts';
import { placedPage } from '../ranking.ts';
import { askedStock, stockTr } from '../stock-tr.ts';
import { blanks, required, type Tr } from '../tr.ts';

const MRKCOND = '/api/dostk/mrkcond';
const LEVELS = 10;

type Side = 'asks' | 'bids';
const zero = (): string => '0';
const now: Column<Figures> = ({ exchange }) => clockDigits(exchange.now);

const level = ({ book }: Figures, side: Side, index: number): BookLevel | undefined => book[side][index];
const levelPrice =
  (side: Side) =>
  (one: Figures, index: number): string =>
    priced(one, level(one, side, index)?.price ?? null);
const levelQuantity =
  (side: Side) =>
  (one: Figures, index: number): string =>
    String(level(one, side, index)?.quantity ?? 0);

const places = Array.from({ length: LEVELS }, (_, index) => index + 1);
const downward = places.toReversed();
const joined = (numbers: readonly number[], names: (place: number) => string): string =>
  numbers.map(names).join(' ');

/** ka10004's names: the best level of a side is called `fpr`, asks are listed from the tenth down. */
const LADDER: Columns<Figures> = {
  ...STOCK,
  ...numbered(LEVELS, (place) => `sel_${place}th_pre_bid`, levelPrice('asks')),
  ...numbered(LEVELS, (place) => `sel_${place}th_pre_req`, levelQuantity('asks')),
  ...numbered(LEVELS, (place) => `sel_${place}th_pre_req_pre`, zero),
  ...numbered(LEVELS, (place) => `buy_${place}th_pre_bid`, levelPrice('bids')),
  ...numbered(LEVELS, (place) => `buy_${place}th_pre_req`, levelQuantity('bids')),
  ...numbered(LEVELS, (place) => `buy_${place}th_pre_req_pre`, zero),
  sel_fpr_bid: (one) => levelPrice('asks')(one, 0),
  sel_fpr_req: (one) => levelQuantity('asks')(one, 0),
  buy_fpr_bid: (one) => levelPrice('bids')(one, 0),
  buy_fpr_req: (one) => levelQuantity('bids')(one, 0),
  bid_req_base_tm: now,
  tot_sel_req_jub_pre: zero,
  tot_buy_req_jub_pre: zero,
  ovt_sel_req_pre: zero,
  ovt_sel_req: (one) => String(fixedBookOf(one)?.totalAsk ?? 0),
  ovt_buy_req: (one) => String(fixedBookOf(one)?.totalBid ?? 0),
  ovt_buy_req_pre: zero,
};

function fixedBookOf({ exchange, symbol, view }: Figures): FixedBook | null {
  return exchange.market.fixedBook(symbol, view === 'NXT' ? 'NXT' : 'KRX');
}

const KA10004 = `bid_req_base_tm
  ${joined(downward.slice(0, -1), (n) => `sel_${n}th_pre_req_pre sel_${n}th_pre_req sel_${n}th_pre_bid`)}
  sel_1th_pre_req_pre sel_fpr_req sel_fpr_bid buy_fpr_bid buy_fpr_req buy_1th_pre_req_pre
  ${joined(places.slice(1), (n) => `buy_${n}th_pre_bid buy_${n}th_pre_req buy_${n}th_pre_req_pre`)}
  tot_sel_req_jub_pre tot_sel_req tot_buy_req tot_buy_req_jub_pre ovt_sel_req_pre ovt_sel_req ovt_buy_req
  ovt_buy_req_pre`;

/** ka10004: the book. It does not know of both markets together: `_AL` is KRX, as recorded (kiwoom-wire 3.10). */
export const ka10004 = stockTr({
  id: 'ka10004',
  path: MRKCOND,
  nothing: () => blanks(namesOf(KA10004)),
  answer: (one) => {
    const own = one.view === 'ALL' ? figuresOf(one.exchange, one.symbol, 'KRX') : one;
    return success(writer(KA10004, LADDER)(own ?? one));
  },
});

const bothSides = (name: (side: 'sel' | 'buy', place: number) => string, count = LEVELS): string =>
  (['sel', 'buy'] as const)
    .flatMap((side) => places.slice(0, count).map((place) => name(side, place)))
    .join(' ');

const COUNTS = bothSides((side, place) => `${side}_${place}bid_cnt`, 5);
const LENT = bothSides((side, place) => `lp${side}_${place}bid_req`);
const KA10007 = `stk_nm stk_cd date tm pred_close_pric pred_trde_qty upl_pric lst_pric pred_trde_prica flo_stkcnt
  cur_prc smbol flu_rt pred_rt open_pric high_pric low_pric cntr_qty trde_qty trde_prica exp_cntr_pric exp_cntr_qty
  exp_sel_pri_bid exp_buy_pri_bid trde_strt_dt exec_pric hgst_pric lwst_pric hgst_pric_dt lwst_pric_dt
  ${bothSides((side, place) => `${side}_${place}bid`)} ${bothSides((side, place) => `${side}_${place}bid_req`)}
  ${bothSides((side, place) => `${side}_${place}bid_jub_pre`)} ${COUNTS} ${LENT}
  tot_buy_req tot_sel_req tot_buy_cnt tot_sel_cnt`;

const blankColumns = (names: string): Columns<Figures> =>
  Object.fromEntries(namesOf(names).map((name) => [name, blank]));

const BOARD: Columns<Figures> = {
  ...STOCK,
  tm: now,
  flo_stkcnt: ({ day }) => String(Math.trunc(day.listedShares / 1_000)),
  pred_rt: (one) => signedPercent(one.volume, one.past.volume),
  cntr_qty: ({ day }) => String(day.lastQuantity),
  exp_sel_pri_bid: (one) => (one.book.expectedPrice === null ? '0' : priced(one, one.ask)),
  exp_buy_pri_bid: (one) => (one.book.expectedPrice === null ? '0' : priced(one, one.bid)),
  ...numbered(LEVELS, (place) => `sel_${place}bid`, levelPrice('asks')),
  ...numbered(LEVELS, (place) => `buy_${place}bid`, levelPrice('bids')),
  ...numbered(LEVELS, (place) => `sel_${place}bid_req`, levelQuantity('asks')),
  ...numbered(LEVELS, (place) => `buy_${place}bid_req`, levelQuantity('bids')),
  ...numbered(LEVELS, (place) => `sel_${place}bid_jub_pre`, zero),
  ...numbered(LEVELS, (place) => `buy_${place}bid_jub_pre`, zero),
  ...numbered(LEVELS, (place) => `lpsel_${place}bid_req`, zero),
  ...numbered(LEVELS, (place) => `lpbuy_${place}bid_req`, zero),
  ...blankColumns(COUNTS),
  // Of derivatives: no instrument here begins, ends or is exercised.
  trde_strt_dt: () => '00000000',
  exec_pric: zero,
  ...blankColumns('hgst_pric lwst_pric hgst_pric_dt lwst_pric_dt tot_buy_cnt tot_sel_cnt'),
};

/** ka10007: the quote board. */
export const ka10007 = stockTr({
  id: 'ka10007',
  path: MRKCOND,
  nothing: () => blanks(namesOf(KA10007)),
  answer: (one) => success(writer(KA10007, BOARD)(one)),
});

const ELW = `prty gear pl_qutr cap_support elwexec_pric cnvt_rt elwexpr_dt cntr_engg cntr_pred_pre theory_pric
  innr_vltl delta gam theta vega law`;
const KA10095 = `stk_cd stk_nm cur_prc base_pric pred_pre pred_pre_sig flu_rt trde_qty trde_prica cntr_qty cntr_str
  pred_trde_qty_pre sel_bid buy_bid sel_1th_bid sel_2th_bid sel_3th_bid sel_4th_bid sel_5th_bid buy_1th_bid
  buy_2th_bid buy_3th_bid buy_4th_bid buy_5th_bid upl_pric lst_pric open_pric high_pric low_pric close_pric cntr_tm
  exp_cntr_pric exp_cntr_qty cap fav mac stkcnt bid_tm dt pri_sel_req pri_buy_req pri_sel_cnt pri_buy_cnt tot_sel_req
  tot_buy_req tot_sel_cnt tot_buy_cnt ${ELW}`;

const WATCHED: Columns<Figures> = {
  ...STOCK,
  trde_prica: (one) => millions(one.value),
  cntr_qty: (one) => signed(one.day.lastQuantity * one.flow.lastSide || one.day.lastQuantity),
  pred_trde_qty_pre: (one) => signedPercent(one.volume - one.past.volume, one.past.volume),
  ...numbered(5, (place) => `sel_${place}th_bid`, levelPrice('asks')),
  ...numbered(5, (place) => `buy_${place}th_bid`, levelPrice('bids')),
  cntr_tm: now,
  bid_tm: now,
  stkcnt: ({ day }) => String(Math.trunc(day.listedShares / 1_000)),
  dt: ({ exchange }) => dateDigits(exchange.now),
  ...blankColumns(`cap fav pri_sel_cnt pri_buy_cnt tot_sel_cnt tot_buy_cnt ${ELW}`),
};

/** Codes in one call of ka10095; more is refused with the words of the rate limit and 1634 (kiwoom-wire 2.4). */
const WATCHED_MAX = 100;
const TOO_MANY: Failure = {
  ok: false,
  status: 200,
  returnCode: 5,
  message: '허용된 요청 개수를 초과하였습니다[1634]',
};

/** ka10095: up to a hundred instruments, their codes joined by `|`. Codes nobody knows are left out. */
export const ka10095: Tr = {
  id: 'ka10095',
  path: '/api/dostk/stkinfo',
  members: [required('stk_cd', 2_000)],
  answer(context) {
    const asked = context.member('stk_cd').split('|').map(askedStock);
    if (asked.length > WATCHED_MAX) return TOO_MANY;
    const rows = asked.flatMap((one) =>
      one.type === 'stock' ? (figuresOf(context.exchange, one.symbol, one.view) ?? []) : [],
    );
    return placedPage(context, 'atn_stk_infr', rows, WATCHED_MAX, writer(KA10095, WATCHED));
  },
};

function namesOf(names: string): string[] {
  return names.trim().split(/\s+/);
}
