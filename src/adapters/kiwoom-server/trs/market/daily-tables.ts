// Days of one instrument as rows, newest first: ka10005, ka10006, ka10015, ka10047, ka10086 (guide, mrkcond and stkinfo).

import type { Bar } from '#domain/bar.ts';
import { compactDate, kstDate } from '#domain/time.ts';
import type { Price, Won } from '#domain/units.ts';
import { success, type TrAnswer } from '../../answers.ts';
import { directed, millions, percent, signed, signedPercent } from '../../formats.ts';
import { strength } from '../../market/flow.ts';
import { closesBefore } from '../../market/past-view.ts';
import { blank, type Columns, STOCK, writer } from '../columns.ts';
import type { Figures } from '../figures.ts';
import { investorsOfDays } from '../participants/investors/day-investors.ts';
import { placedPage, placedRows } from '../ranking.ts';
import { stockTr } from '../stock-tr.ts';
import { blanks, required, requiredDate, type TrContext } from '../tr.ts';

const STKINFO = '/api/dostk/stkinfo';
const MRKCOND = '/api/dostk/mrkcond';
/** Rows a page; not recorded for these. */
const ROWS = 100;

/** One day. Before the first trade of the running day there is no row of it. */
export interface DayRow {
  /** `YYYYMMDD`. */
  readonly date: string;
  readonly bar: Bar;
  /** The close before; the day's own open on the oldest day of all. */
  readonly base: Price;
  readonly value: Won;
  readonly isToday: boolean;
  /** Strength in percent; null for days nobody counted. */
  readonly strength: number | null;
}

/** The days of an instrument, newest first, those after `until` (`YYYYMMDD`) left out. */
export function dayRows(one: Figures, until = '99999999'): DayRow[] {
  const today = one.exchange.tradeDate;
  const closeBefore = closesBefore(one.exchange, one.symbol);
  return one.days
    .map((bar) => {
      const date = kstDate(bar.start);
      const isToday = date === today;
      const counted = isToday ? one.flow : one.memory.pastFlow(one.symbol, date, one.view);
      return {
        date: compactDate(date),
        bar,
        base: isToday ? one.base : (closeBefore(date) ?? bar.open),
        value: bar.value,
        isToday,
        strength: counted === null ? null : strength(counted),
      };
    })
    .filter(({ date }) => date <= until)
    .reverse();
}

const signedClose: Columns<DayRow>[string] = ({ bar, base }) => directed(bar.close, base);
const direction: Columns<DayRow>[string] = ({ bar, base }) =>
  bar.close > base ? '2' : bar.close < base ? '5' : '3';
const change: Columns<DayRow>[string] = ({ bar, base }) => signed(bar.close - base);
const rate: Columns<DayRow>[string] = ({ bar, base }) => signedPercent(bar.close - base, base);
const value: Columns<DayRow>[string] = (row) => millions(row.value);
const volume: Columns<DayRow>[string] = ({ bar }) => String(bar.volume);
const day: Columns<DayRow>[string] = ({ date }) => date;

/** Elements of a day. */
export const DAY: Columns<DayRow> = {
  date: day,
  dt: day,
  cntr_dt: day,
  close_pric: signedClose,
  cur_prc: signedClose,
  cur_prc_n: signedClose,
  open_pric: ({ bar, base }) => directed(bar.open, base),
  high_pric: ({ bar, base }) => directed(bar.high, base),
  low_pric: ({ bar, base }) => directed(bar.low, base),
  pre: change,
  pred_pre: change,
  pred_pre_n: change,
  pred_rt: change,
  flu_rt: rate,
  pre_rt: rate,
  pred_pre_sig: direction,
  pre_sig: direction,
  pre_sig_n: direction,
  trde_qty: volume,
  acc_trde_qty: volume,
  trde_prica: value,
  acc_trde_prica: value,
  amt_mn: value,
  cntr_str: (row) => (row.strength === null ? '' : percent(row.strength, 100)),
};

const blankColumns = (names: string): Columns<DayRow> =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, blank]),
  );

/** Who owns, buys and lends; others have no margin loans here. */
const INVESTORS = 'for_poss for_wght for_netprps orgn_netprps ind_netprps frgn crd_remn_rt prm';
const LOANS = 'crd_rt crd_remn_rt';

/** A page of days with who traded them; `isValue` has net figures in millions of won. */
function investorPage(
  { one, context, list, rows, isValue = false }: InvestorPage,
  names: string,
  ...own: readonly Columns<DayRow>[]
): TrAnswer {
  const investors = investorsOfDays(one, placedRows(context, rows, ROWS), isValue);
  return placedPage(context, list, rows, ROWS, writer(names, DAY, investors, blankColumns(LOANS), ...own));
}

interface InvestorPage {
  readonly one: Figures;
  readonly context: TrContext;
  readonly list: string;
  readonly rows: readonly DayRow[];
  readonly isValue?: boolean;
}

/** ka10005: today with directions on all prices, days before on the close alone (kiwoom-wire 3.14). */
export const ka10005 = stockTr({
  id: 'ka10005',
  path: MRKCOND,
  nothing: () => ({ stk_ddwkmm: [] }),
  answer: (one, context) =>
    investorPage(
      { one, context, list: 'stk_ddwkmm', rows: dayRows(one) },
      `date open_pric high_pric low_pric close_pric pre flu_rt trde_qty trde_prica cntr_str ${INVESTORS}`,
      {
        open_pric: (row) => todayDirected(row, row.bar.open),
        high_pric: (row) => todayDirected(row, row.bar.high),
        low_pric: (row) => todayDirected(row, row.bar.low),
      },
    ),
});

function todayDirected({ isToday, base }: DayRow, price: Price): string {
  return isToday ? directed(price, base) : String(price);
}

const KA10006 = 'date open_pric high_pric low_pric close_pric pre flu_rt trde_qty trde_prica cntr_str';

/** ka10006: the day as it stands. */
export const ka10006 = stockTr({
  id: 'ka10006',
  path: MRKCOND,
  nothing: () => blanks(KA10006.split(' ')),
  answer: (one) => success(writer(KA10006, STOCK)(one)),
});

const HOURS = `bf_mkrt_trde_qty bf_mkrt_trde_wght opmr_trde_qty opmr_trde_wght af_mkrt_trde_qty af_mkrt_trde_wght
  tot_3 prid_trde_qty`;
const HOURS_VALUE = `bf_mkrt_trde_prica bf_mkrt_trde_prica_wght opmr_trde_prica opmr_trde_prica_wght
  af_mkrt_trde_prica af_mkrt_trde_prica_wght`;

/** ka10015: days from `strt_dt` back. */
export const ka10015 = stockTr({
  id: 'ka10015',
  path: STKINFO,
  members: [requiredDate('strt_dt')],
  nothing: () => ({ daly_trde_dtl: [] }),
  answer: (one, context) =>
    investorPage(
      { one, context, list: 'daly_trde_dtl', rows: dayRows(one, context.member('strt_dt')) },
      `dt close_pric pred_pre_sig pred_pre flu_rt trde_qty trde_prica ${HOURS} cntr_str ${INVESTORS} ${HOURS_VALUE}`,
      blankColumns(`${HOURS} ${HOURS_VALUE}`),
    ),
});

/** ka10047: strength by day, for the days this server was there; `trde_qty` is blank as in the guide's example. */
export const ka10047 = stockTr({
  id: 'ka10047',
  path: MRKCOND,
  length: 9,
  nothing: () => ({ cntr_str_daly: [] }),
  answer(one, context) {
    const rows = dayRows(one);
    const withMeans = rows.map((row, index) => ({ ...row, rows, index }));
    return placedPage(
      context,
      'cntr_str_daly',
      withMeans,
      ROWS,
      writer<(typeof withMeans)[number]>(
        `dt cur_prc pred_pre pred_pre_sig flu_rt trde_qty acc_trde_prica acc_trde_qty cntr_str cntr_str_5min
         cntr_str_20min cntr_str_60min`,
        DAY as Columns<(typeof withMeans)[number]>,
        {
          trde_qty: blank,
          cntr_str_5min: (row) => meanStrength(row.rows, row.index, 5),
          cntr_str_20min: (row) => meanStrength(row.rows, row.index, 20),
          cntr_str_60min: (row) => meanStrength(row.rows, row.index, 60),
        },
      ),
    );
  },
});

/** Mean strength of `days` days up to a row; blank unless all of them were counted. */
function meanStrength(rows: readonly DayRow[], index: number, days: number): string {
  const window = rows.slice(index, index + days).map((row) => row.strength);
  if (window.length < days || window.includes(null)) return '';
  return percent(window.reduce<number>((sum, one) => sum + (one ?? 0), 0) / days, 100);
}

const HOLDERS = `crd_rt ind orgn for_qty frgn prm for_rt for_poss for_wght for_netprps orgn_netprps ind_netprps
  crd_remn_rt`;

/** ka10086: days from `qry_dt` back, all prices with their direction; net figures in shares or (`indc_tp` 1) millions of won. */
export const ka10086 = stockTr({
  id: 'ka10086',
  path: MRKCOND,
  members: [requiredDate('qry_dt'), required('indc_tp', 1)],
  nothing: () => ({ daly_stkpc: [] }),
  answer: (one, context) =>
    investorPage(
      {
        ...{ one, context, list: 'daly_stkpc', rows: dayRows(one, context.member('qry_dt')) },
        isValue: context.member('indc_tp') === '1',
      },
      `date open_pric high_pric low_pric close_pric pred_rt flu_rt trde_qty amt_mn ${HOLDERS}`,
    ),
});
