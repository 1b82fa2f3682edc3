// Program trading by instrument: the day's first fifty (ka90003), a market on a day (ka90004; guide, stkinfo), one instrument
// by day (ka90013; mrkcond), and an instrument's or index's customers' programs (ka10010; sect). Net figures are the shown bought
// less the shown sold, as in every recorded row.

import type { Turnover } from '#exchange/contract.ts';
import { success, type TrAnswer } from '../../../answers.ts';
import { percent } from '../../../formats.ts';
import { sumOf } from '../../../market/participation-view.ts';
import type { AnswerFields } from '../../../protocol.ts';
import { blank, type Columns, STOCK, writer } from '../../columns.ts';
import { allFigures, type Figures } from '../../figures.ts';
import { type Selector, venue, viewOf } from '../../selection.ts';
import { stockTr } from '../../stock-tr.ts';
import { blanks, optionalDate, pageAfter, required, requiredDate, type Tr } from '../../tr.ts';
import { TRADED_DAY } from '../day-columns.ts';
import {
  datesOf,
  daysBetween,
  EARLIEST,
  LATEST,
  netQuantity,
  netValue,
  oneOf,
  period,
  type TradedDay,
} from '../periods.ts';
import { doubleSigned } from '../signs.ts';
import { tradedRanking } from '../traded-ranking.ts';
import { programMarket, programsOf } from './program-words.ts';

/** Whole millions of won of both sides. */
export interface Millions {
  readonly bought: number;
  readonly sold: number;
  readonly net: number;
}

/** What was bought and sold in whole millions, cut. */
export function inMillions({ boughtValue, soldValue }: Turnover): Millions {
  const bought = Math.trunc(boughtValue / 1_000_000);
  const sold = Math.trunc(soldValue / 1_000_000);
  return { bought, sold, net: bought - sold };
}

const market: Selector = {
  member: required('mrkt_tp', 10),
  keeps: (code) => {
    const wanted = programMarket(code);
    return ({ instrument }) => instrument.market === wanted;
  },
};

/** ka90003: millions of won or shares, as was asked. */
export const ka90003 = tradedRanking({
  id: 'ka90003',
  path: '/api/dostk/stkinfo',
  list: 'prm_netprps_upper_50',
  size: 50,
  most: 50,
  selectors: [market],
  members: [required('trde_upper_tp', 1, ['1', '2']), required('amt_qty_tp', 2, ['1', '2']), venue],
  days: (one) => period(one, '0'),
  part: () => (day) => programsOf(day).all,
  measure: ({ member }) => {
    const direction = member('trde_upper_tp') === '1' ? -1 : 1;
    const net = member('amt_qty_tp') === '2' ? netQuantity : netValue;
    return ({ turnover }) => (direction * net(turnover) > 0 ? direction * net(turnover) : null);
  },
  columns: `rank stk_cd stk_nm cur_prc flu_sig pred_pre flu_rt acc_trde_qty prm_sell_amt prm_buy_amt
    prm_netprps_amt`,
  own: ({ member }) => {
    const shown = (turnover: Turnover): Millions =>
      member('amt_qty_tp') === '2' ? { ...turnover, net: netQuantity(turnover) } : inMillions(turnover);
    return {
      flu_sig: ({ one }) => STOCK['pred_pre_sig']!(one),
      prm_sell_amt: ({ turnover }) => String(shown(turnover).sold),
      prm_buy_amt: ({ turnover }) => String(shown(turnover).bought),
      prm_netprps_amt: ({ turnover }) => doubleSigned(shown(turnover).net),
    };
  },
});

interface StockDay extends TradedDay {
  readonly one: Figures;
  readonly turnover: Turnover;
}

const STOCK_DAY_NAMES = `stk_cd stk_nm cur_prc flu_sig pred_pre buy_cntr_qty buy_cntr_amt sel_cntr_qty sel_cntr_amt
  netprps_prica all_trde_rt`;

const thousands = (shares: number): string => String(Math.trunc(shares / 1_000));

/** Shares are thousands, and the rate is the instrument's part in all the market's programs, as recorded rows add up. */
function stockDayColumns(all: Turnover): Columns<StockDay> {
  return {
    ...TRADED_DAY,
    stk_cd: ({ one }) => one.symbol,
    stk_nm: ({ one }) => one.instrument.name,
    buy_cntr_qty: ({ turnover }) => thousands(turnover.bought),
    buy_cntr_amt: ({ turnover }) => String(inMillions(turnover).bought),
    sel_cntr_qty: ({ turnover }) => thousands(turnover.sold),
    sel_cntr_amt: ({ turnover }) => String(inMillions(turnover).sold),
    netprps_prica: ({ turnover }) => String(inMillions(turnover).net),
    all_trde_rt: ({ turnover }) =>
      `+${percent(turnover.boughtValue + turnover.soldValue, all.boughtValue + all.soldValue)}`,
  };
}

/** Rows a page of ka90004, as 2,472 instruments came. */
const STOCK_ROWS = 30;

/** ka90004: every instrument of a market that was traded on a day. A market nobody knows is one blank row, as recorded. */
export const ka90004: Tr = {
  id: 'ka90004',
  path: '/api/dostk/stkinfo',
  members: [requiredDate('dt'), market.member, venue],
  answer(context): TrAnswer {
    const { member } = context;
    if (programMarket(member('mrkt_tp')) === null) {
      return success({ ...totals(null), stk_prm_trde_prst: [blanks(STOCK_DAY_NAMES.split(/\s+/))] });
    }
    const rows = allFigures(context.exchange, viewOf(context))
      .filter(market.keeps(member('mrkt_tp')))
      .flatMap((one) => stockDay(one, member('dt')));
    const all = sumOf(rows.map(({ turnover }) => turnover));
    const page = pageAfter(rows, context.nextKey, STOCK_ROWS, ({ one }) => one.symbol);
    const write = writer(STOCK_DAY_NAMES, stockDayColumns(all));
    return {
      ...success({ ...totals(all), stk_prm_trde_prst: page.rows.map(write) }),
      nextKey: page.nextKey,
    };
  },
};

function stockDay(one: Figures, date: string): StockDay[] {
  return daysBetween(one, date, date).map((day) => ({
    ...day,
    one,
    turnover: programsOf(day.participation).all,
  }));
}

/** The sums above the list: shares and won bought, sold, and won net. What `tot_6` adds up is not said; blank in the example. */
function totals(all: Turnover | null): AnswerFields {
  if (all === null) return blanks(['tot_1', 'tot_2', 'tot_3', 'tot_4', 'tot_5', 'tot_6']);
  const { bought, sold, net } = inMillions(all);
  return {
    tot_1: thousands(all.bought),
    tot_2: String(bought),
    tot_3: thousands(all.sold),
    tot_4: String(sold),
    tot_5: String(net),
    tot_6: '',
  };
}

/** Programs of an instrument at one time, and the net figures of the row before (in time). */
export interface ProgramStep {
  readonly turnover: Turnover;
  readonly before: Turnover;
}

/** The elements of ka90008 and ka90013: millions of won and shares, with what the net figures have changed by. */
export const PROGRAM: Columns<ProgramStep & { readonly one: Figures }> = {
  prm_sell_amt: ({ turnover }) => String(inMillions(turnover).sold),
  prm_buy_amt: ({ turnover }) => String(inMillions(turnover).bought),
  prm_netprps_amt: ({ turnover }) => doubleSigned(inMillions(turnover).net),
  prm_netprps_amt_irds: ({ turnover, before }) =>
    doubleSigned(inMillions(turnover).net - inMillions(before).net),
  prm_sell_qty: ({ turnover }) => String(turnover.sold),
  prm_buy_qty: ({ turnover }) => String(turnover.bought),
  prm_netprps_qty: ({ turnover }) => doubleSigned(netQuantity(turnover)),
  prm_netprps_qty_irds: ({ turnover, before }) => doubleSigned(netQuantity(turnover) - netQuantity(before)),
  base_pric_tm: blank,
  dbrt_trde_rpy_sum: blank,
  remn_rcvord_sum: blank,
  stex_tp: ({ one }) => (one.view === 'ALL' ? '통합' : one.view),
};

/** `PROGRAM` behind the price of ka90008 and ka90013. */
export const PROGRAM_NAMES = `cur_prc pre_sig pred_pre flu_rt trde_qty prm_sell_amt prm_buy_amt prm_netprps_amt
  prm_netprps_amt_irds prm_sell_qty prm_buy_qty prm_netprps_qty prm_netprps_qty_irds base_pric_tm dbrt_trde_rpy_sum
  remn_rcvord_sum stex_tp`;

/** Rows a page, as recorded. */
const DAY_ROWS = 20;

/** ka90013: the days of an instrument up to `date`. Won and shares are there whatever `amt_qty_tp` asks, as recorded. */
export const ka90013 = stockTr({
  id: 'ka90013',
  path: '/api/dostk/mrkcond',
  members: [oneOf('amt_qty_tp', 1, ['1', '2']), optionalDate('date')],
  nothing: () => ({ stk_daly_prm_trde_trnsn: [] }),
  answer(one, context) {
    const until = context.member('date') || LATEST;
    const dates = datesOf(one).filter((date) => date <= until);
    const page = pageAfter(dates, context.nextKey, DAY_ROWS, (date) => date);
    const days = pageDays(one, dates, page.rows);
    const rows = days.slice(0, page.rows.length).map((day, index) => {
      const turnover = programsOf(day.participation).all;
      const yesterday = days[index + 1];
      const before = yesterday === undefined ? turnover : programsOf(yesterday.participation).all;
      return { ...day, one, turnover, before };
    });
    const write = writer<(typeof rows)[number]>(`dt ${PROGRAM_NAMES}`, TRADED_DAY, PROGRAM);
    const isWhole = rows.length === page.rows.length;
    return {
      ...success({ stk_daly_prm_trde_trnsn: rows.map(write) }),
      nextKey: isWhole ? page.nextKey : null,
    };
  },
});

/** The days of a page and the one before it. Fewer where the market knows nobody's days so far back. */
function pageDays(one: Figures, dates: readonly string[], page: readonly string[]): readonly TradedDay[] {
  const oldest = page.at(-1) ?? LATEST;
  const before = dates[dates.indexOf(oldest) + 1] ?? oldest;
  return daysBetween(one, before, page[0] ?? EARLIEST);
}
