// The ten-minute auctions of the evening (시간외단일가): ka10087 (one instrument's book and price) and ka10098 (change, ranked).
// KRX held them until 2026-09-11 (krx-rules 3.1): on later days there is nothing to tell, and the answers are as blank as Kiwoom's
// are for what it has not (kiwoom-wire 2.7). Prices are told against the day's close, as in the guide's examples.

import { AFTER_MARKET_FROM } from '#domain/session.ts';
import type { Price } from '#domain/units.ts';
import type { AfterHoursTrades, Book } from '#exchange/contract.ts';
import { success } from '../../answers.ts';
import { clockDigits, directed, signed, signedPercent } from '../../formats.ts';
import { REGULAR_PHASES } from '../../market/market-memory.ts';
import { type Columns, numbered, writer } from '../columns.ts';
import type { Figures } from '../figures.ts';
import { ranking } from '../ranking.ts';
import { atLeast, credit, kinds, market } from '../selection.ts';
import { stockTr } from '../stock-tr.ts';
import { blanks, required } from '../tr.ts';

const LEVELS = 5;
const EMPTY: Book = {
  ...{ asks: [], bids: [], totalAsk: 0, totalBid: 0 },
  ...{ expectedPrice: null, expectedQuantity: null, mid: null },
};

const zero = (): string => '0';

/** The day's close of the regular session, which the auctions begin from; yesterday's before there is one. */
function closeOf({ day, base }: Figures): Price {
  return day.close ?? base;
}

function tradesOf({ exchange, symbol }: Figures): AfterHoursTrades | null {
  return exchange.market.afterHours(symbol);
}

/** The price of the last of the auctions; the close before the first. */
function priceOf(one: Figures): Price {
  return tradesOf(one)?.last ?? closeOf(one);
}

/** Orders that wait for the next auction; none outside the evening. */
function waiting(one: Figures): Book {
  return one.exchange.phase === 'after-hours' ? one.book : EMPTY;
}

/** Orders of the regular session: as they are, or as they were when it ended, for they are not carried over. */
function regular(one: Figures): {
  readonly at: number;
  readonly totalAsk: number;
  readonly totalBid: number;
} {
  const { exchange, memory, symbol, book } = one;
  if (REGULAR_PHASES.has(exchange.phase)) return { at: exchange.now, ...book };
  return memory.regularBook(symbol) ?? { at: exchange.now, totalAsk: 0, totalBid: 0 };
}

function levelPrice(one: Figures, side: 'asks' | 'bids', index: number): string {
  const price = waiting(one)[side][index]?.price ?? null;
  return price === null ? '-0' : directed(price, one.base);
}

function levelQuantity(one: Figures, side: 'asks' | 'bids', index: number): string {
  return String(waiting(one)[side][index]?.quantity ?? 0);
}

function direction(one: Figures): string {
  const [price, close] = [priceOf(one), closeOf(one)];
  return price > close ? '2' : price < close ? '5' : '3';
}

const change = (one: Figures): string => signed(priceOf(one) - closeOf(one));
const rate = (one: Figures): string => signedPercent(priceOf(one) - closeOf(one), closeOf(one));

/** Changes since the book before are 0: changes are told in real time, a query has no book before it. */
const BOOK: Columns<Figures> = {
  bid_req_base_tm: (one) => clockDigits(regular(one).at),
  ...numbered(LEVELS, (n) => `ovt_sigpric_sel_bid_jub_pre_${n}`, zero),
  ...numbered(
    LEVELS,
    (n) => `ovt_sigpric_sel_bid_qty_${n}`,
    (one, at) => levelQuantity(one, 'asks', at),
  ),
  ...numbered(
    LEVELS,
    (n) => `ovt_sigpric_sel_bid_${n}`,
    (one, at) => levelPrice(one, 'asks', at),
  ),
  ...numbered(
    LEVELS,
    (n) => `ovt_sigpric_buy_bid_${n}`,
    (one, at) => levelPrice(one, 'bids', at),
  ),
  ...numbered(
    LEVELS,
    (n) => `ovt_sigpric_buy_bid_qty_${n}`,
    (one, at) => levelQuantity(one, 'bids', at),
  ),
  ...numbered(LEVELS, (n) => `ovt_sigpric_buy_bid_jub_pre_${n}`, zero),
  ovt_sigpric_sel_bid_tot_req: (one) => String(waiting(one).totalAsk),
  ovt_sigpric_buy_bid_tot_req: (one) => String(waiting(one).totalBid),
  sel_bid_tot_req_jub_pre: zero,
  sel_bid_tot_req: (one) => String(regular(one).totalAsk),
  buy_bid_tot_req: (one) => String(regular(one).totalBid),
  buy_bid_tot_req_jub_pre: zero,
  ovt_sel_bid_tot_req_jub_pre: zero,
  ovt_sel_bid_tot_req: ({ exchange, symbol }) => String(exchange.market.fixedBook(symbol)?.totalAsk ?? 0),
  ovt_buy_bid_tot_req: ({ exchange, symbol }) => String(exchange.market.fixedBook(symbol)?.totalBid ?? 0),
  ovt_buy_bid_tot_req_jub_pre: zero,
  ovt_sigpric_cur_prc: (one) => directed(priceOf(one), closeOf(one)),
  ovt_sigpric_pred_pre_sig: direction,
  ovt_sigpric_pred_pre: change,
  ovt_sigpric_flu_rt: rate,
  ovt_sigpric_acc_trde_qty: (one) => String(tradesOf(one)?.volume ?? 0),
};

const writeBook = writer(Object.keys(BOOK).join(' '), BOOK);
const nothing = () => blanks(Object.keys(BOOK));

/** ka10087: of KRX only; of NXT and of both together it is blank (kiwoom-wire 2.7). */
export const ka10087 = stockTr({
  id: 'ka10087',
  path: '/api/dostk/mrkcond',
  nothing,
  answer: (one) =>
    success(one.view !== 'KRX' || one.exchange.tradeDate >= AFTER_MARKET_FROM ? nothing() : writeBook(one)),
});

/** ka10098: those that were traded in the auctions; `trde_qty_cnd` in tens of shares, `trde_prica` in millions of won. */
export const ka10098 = ranking({
  id: 'ka10098',
  path: '/api/dostk/rkinfo',
  list: 'ovt_sigpric_flu_rt_rank',
  size: 100,
  selectors: [
    ...[market, kinds(), credit()],
    atLeast('trde_qty_cnd', 5, 10, (one) => tradesOf(one)?.volume ?? 0),
    atLeast('trde_prica', 5, 1_000_000, (one) => tradesOf(one)?.value ?? 0),
  ],
  members: [required('sort_base', 1)],
  measure: ({ member }) => {
    const sort = SORTS[member('sort_base')] ?? SORTS['1']!;
    return (one) => (tradesOf(one) === null ? null : sort(priceOf(one) - closeOf(one), closeOf(one)));
  },
  columns: `rank stk_cd stk_nm cur_prc pred_pre_sig pred_pre flu_rt sel_tot_req buy_tot_req acc_trde_qty acc_trde_prica
    tdy_close_pric tdy_close_pric_flu_rt`,
  own: (_, ranked) => {
    const places = new Map(ranked.map((one, index) => [one.symbol, String(index + 1)]));
    return {
      rank: (one) => places.get(one.symbol) ?? '',
      cur_prc: (one) => directed(priceOf(one), closeOf(one)),
      pred_pre_sig: direction,
      pred_pre: change,
      flu_rt: rate,
      sel_tot_req: (one) => String(waiting(one).totalAsk),
      buy_tot_req: (one) => String(waiting(one).totalBid),
      acc_trde_qty: (one) => String(tradesOf(one)?.volume ?? 0),
      // Rounded: the guide's example has 42 shares at 17,140 won as 1.
      acc_trde_prica: (one) => String(Math.round((tradesOf(one)?.value ?? 0) / 1_000_000)),
      tdy_close_pric: (one) => String(closeOf(one)),
      tdy_close_pric_flu_rt: (one) => signedPercent(closeOf(one) - one.base, one.base),
    };
  },
});

/** `sort_base`: rise in percent, in won, fall in percent, in won, unchanged. */
const SORTS: Readonly<Record<string, (change: number, close: Price) => number | null>> = {
  '1': (won, close) => (won > 0 ? won / close : null),
  '2': (won) => (won > 0 ? won : null),
  '3': (won, close) => (won < 0 ? -won / close : null),
  '4': (won) => (won < 0 ? -won : null),
  '5': (won) => (won === 0 ? 0 : null),
};
