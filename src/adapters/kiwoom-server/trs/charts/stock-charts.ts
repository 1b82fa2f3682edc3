// Charts of stocks: ka10079 (ticks), ka10080 (minutes), ka10081 to ka10083 and ka10094 (days, weeks, months, years), newest
// first and paging into the past. As in the guide's examples the minute chart signs its prices against the close of the day
// before, the others do not. No shares are split here, so adjusted prices are the prices.

import { compactDate, kstDate, kstDayNumber } from '#domain/time.ts';
import type { Price, SymbolCode } from '#domain/units.ts';
import type { Tick } from '#exchange/contract.ts';
import { success, type TrAnswer } from '../../answers.ts';
import { dateDigits, directed, millions, momentDigits, signed } from '../../formats.ts';
import { dayOf, type MarketView } from '../../market/market-view.ts';
import { closesBefore, dailyBarsOf, minuteBarsOf, tickDatesOf, ticksOn } from '../../market/past-view.ts';
import type { AnswerFields } from '../../protocol.ts';
import { askedStock } from '../stock-tr.ts';
import { pageAfter, required, requiredDate, type Tr, type TrContext } from '../tr.ts';
import { type ChartBar, dayBars, type LongPeriod, minuteBars, tickBars } from './chart-bars.ts';

const PATH = '/api/dostk/chart';
/** Rows a page of ticks and minutes (kiwoom-wire 2.17). */
export const INTRADAY_ROWS = 900;

/** Members of every chart row that are blank here: no price adjustments happen on this exchange. */
const UNADJUSTED = {
  upd_stkpc_tp: '',
  upd_rt: '',
  bic_inds_tp: '',
  sm_inds_tp: '',
  stk_infr: '',
  upd_stkpc_event: '',
  pred_close_pric: '',
} as const;

/** ka10079: bars of 1, 3, 5, 10 or 30 trades. Guide 194–196. */
export const ka10079: Tr = {
  id: 'ka10079',
  path: PATH,
  members: [
    required('stk_cd', 20),
    required('tic_scope', 2, ['1', '3', '5', '10', '30']),
    required('upd_stkpc_tp', 1, ['0', '1']),
  ],
  answer: (context) =>
    stockChart(context, 'stk_tic_chart_qry', INTRADAY_ROWS, { last_tic_cnt: '' }, (symbol, view) => {
      const ticks = pageTicks(context, symbol, view, Number(context.member('tic_scope')));
      return tickChart(tickBars(ticks, Number(context.member('tic_scope'))), (bar) => ({
        ...plainPrices(bar),
        cntr_tm: momentDigits(bar.start),
        ...UNADJUSTED,
      }));
    }),
};

/** As many whole days of trades as one page may need, oldest first: those up to the day its cursor stands in. */
function pageTicks(
  { exchange, nextKey }: TrContext,
  symbol: SymbolCode,
  view: MarketView,
  scope: number,
): readonly Tick[] {
  const until = nextKey?.slice(0, 8) ?? '99999999';
  const days: (readonly Tick[])[] = [];
  let older = 0;
  for (const date of tickDatesOf(exchange, symbol, view).toReversed()) {
    if (compactDate(date) > until) continue;
    // One row more than a page, so that the page knows whether there is another.
    if (older > INTRADAY_ROWS * scope) break;
    const ticks = ticksOn(exchange, symbol, view, date);
    days.push(ticks);
    if (compactDate(date) < until) older += ticks.length;
  }
  return days.reverse().flat();
}

/**
 * Bars of trades. Several may share a moment, so the cursor counts within the day, whose trades stay where they are: of the days
 * kept the oldest is let go when a day ends.
 */
export function tickChart(
  bars: readonly ChartBar[],
  write: (bar: ChartBar) => AnswerFields,
): Chart<{ readonly bar: ChartBar; readonly count: number }> {
  let day = Number.NaN;
  let count = 0;
  const rows = bars.map((bar) => {
    const own = kstDayNumber(bar.start);
    count = own === day ? count + 1 : 0;
    day = own;
    return { bar, count };
  });
  return {
    rows: rows.reverse(),
    keyOf: ({ bar, count: place }) => `${dateDigits(bar.start)}${place}`,
    write: ({ bar }) => write(bar),
  };
}

/** ka10080: bars of 1 to 60 minutes, the running one included. Guide 197–199; acc_trde_qty, pred_pre as recorded. */
export const ka10080: Tr = {
  id: 'ka10080',
  path: PATH,
  members: [
    required('stk_cd', 20),
    required('tic_scope', 2, ['1', '3', '5', '10', '15', '30', '45', '60']),
    required('upd_stkpc_tp', 1, ['0', '1']),
  ],
  answer: (context) =>
    stockChart(context, 'stk_min_pole_chart_qry', INTRADAY_ROWS, {}, (symbol, view) => {
      const { exchange, member } = context;
      const previousClose = closesBefore(exchange, symbol);
      const bars = minuteBars(minuteBarsOf(exchange, symbol, view), Number(member('tic_scope')));
      return barChart(bars, (bar) => minuteRow(bar, previousClose(kstDate(bar.start))));
    }),
};

/** A chart up to `base_dt`. Won traded are millions in the daily chart and won in the longer ones (guide, examples). */
function longChart(id: string, list: string, size: number, period: LongPeriod): Tr {
  return {
    id,
    path: PATH,
    members: [required('stk_cd', 20), requiredDate('base_dt'), required('upd_stkpc_tp', 1, ['0', '1'])],
    answer: (context) =>
      stockChart(context, list, size, {}, (symbol, view) => {
        const days = dailyBarsOf(context.exchange, symbol, view).filter(
          (bar) => dateDigits(bar.start) <= context.member('base_dt'),
        );
        const bars = dayBars(days, period, ({ value }) => value);
        return barChart(bars, (bar) =>
          longRow(bar, period === 'day' ? millions(bar.value) : String(bar.value)),
        );
      }),
  };
}

/** Days, weeks, months and years. Guide 200–211; rows a page as measured (kiwoom-wire 2.17). */
export const ka10081 = longChart('ka10081', 'stk_dt_pole_chart_qry', 600, 'day');
export const ka10082 = longChart('ka10082', 'stk_stk_pole_chart_qry', 300, 'week');
export const ka10083 = longChart('ka10083', 'stk_mth_pole_chart_qry', 240, 'month');
export const ka10094 = longChart('ka10094', 'stk_yr_pole_chart_qry', 30, 'year');

/** A whole chart, newest first; only the rows of one page are ever written out. */
export interface Chart<T> {
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  readonly write: (row: T) => AnswerFields;
}

/** A chart of bars given oldest first. */
export function barChart(bars: readonly ChartBar[], write: (bar: ChartBar) => AnswerFields): Chart<ChartBar> {
  return { rows: bars.toReversed(), keyOf: (bar) => String(bar.start), write };
}

/** One page of a chart. */
export function chartPage<T>(
  { nextKey }: TrContext,
  list: string,
  size: number,
  head: AnswerFields,
  chart: Chart<T>,
): TrAnswer {
  const page = pageAfter(chart.rows, nextKey, size, chart.keyOf);
  return { ...success({ ...head, [list]: page.rows.map(chart.write) }), nextKey: page.nextKey };
}

/** One page of a stock's chart. Unknown codes give an empty chart (kiwoom-wire 2.7). */
function stockChart<T>(
  context: TrContext,
  list: string,
  size: number,
  head: AnswerFields,
  chartOf: (symbol: SymbolCode, view: MarketView) => Chart<T>,
): TrAnswer {
  const asked = askedStock(context.member('stk_cd'));
  if (asked.type === 'malformed') return asked.failure;
  const fields = { stk_cd: context.member('stk_cd'), ...head };
  if (asked.type === 'blank' || dayOf(context.exchange, asked.symbol, asked.view) === null) {
    return success({ ...fields, [list]: [] });
  }
  return chartPage(context, list, size, fields, chartOf(asked.symbol, asked.view));
}

function minuteRow(bar: ChartBar, previousClose: Price | null): AnswerFields {
  // On the oldest day of all there is nothing to compare with: prices stand unsigned.
  const price = (value: Price) => directed(value, previousClose ?? value);
  const change = previousClose === null ? 0 : bar.close - previousClose;
  return {
    cur_prc: price(bar.close),
    trde_qty: String(bar.volume),
    cntr_tm: momentDigits(bar.start),
    open_pric: price(bar.open),
    high_pric: price(bar.high),
    low_pric: price(bar.low),
    ...UNADJUSTED,
    acc_trde_qty: String(bar.dayVolume),
    pred_pre: signed(change),
    pred_pre_sig: change > 0 ? '2' : change < 0 ? '5' : '3',
  };
}

function longRow(bar: ChartBar, value: string): AnswerFields {
  return {
    ...plainPrices(bar),
    trde_prica: value,
    dt: compactDate(kstDate(bar.start)),
    ...UNADJUSTED,
  };
}

/** Prices without direction, as charts of ticks, days and longer have them. */
export function plainPrices(bar: ChartBar): AnswerFields {
  return {
    cur_prc: String(bar.close),
    trde_qty: String(bar.volume),
    open_pric: String(bar.open),
    high_pric: String(bar.high),
    low_pric: String(bar.low),
  };
}
