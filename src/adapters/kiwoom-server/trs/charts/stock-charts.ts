// Charts of stocks: ka10079 (ticks), ka10080 (minutes), ka10081 to ka10083 and ka10094 (days, weeks, months, years), newest
// first and paging into the past. As in the guide's examples the minute chart signs its prices against the close of the day
// before, the others do not. With upd_stkpc_tp 1 prices and volumes are adjusted to what a share is today, with 0 they are as
// they were traded.

import { compactDate, DAY_MS, expandDate, kstDate, kstDayNumber, kstMidnight } from '#domain/time.ts';
import type { EpochMs, Price, SymbolCode } from '#domain/units.ts';
import type { Tick } from '#exchange/contract.ts';
import { success, type TrAnswer } from '../../answers.ts';
import { dateDigits, directed, millions, momentDigits, signed, signedPercent } from '../../formats.ts';
import { dayOf, type MarketView } from '../../market/market-view.ts';
import {
  closesBefore,
  dailyBarsOf,
  minuteBarsOf,
  type PriceMode,
  tickDatesOf,
  ticksOn,
} from '../../market/past-view.ts';
import type { AnswerFields } from '../../protocol.ts';
import { askedStock } from '../stock-tr.ts';
import { optionalDate, pageAfter, required, requiredDate, type Tr, type TrContext } from '../tr.ts';
import { adjustmentWriter } from './chart-actions.ts';
import { type ChartBar, dayBars, type LongPeriod, minuteBars, tickBars } from './chart-bars.ts';

const PATH = '/api/dostk/chart';
/** Rows a page of ticks and minutes (kiwoom-wire 2.17). */
export const INTRADAY_ROWS = 900;

/** 수정주가구분 as it is asked for. */
function pricesAsked({ member }: TrContext): PriceMode {
  return member('upd_stkpc_tp') === '1' ? 'adjusted' : 'traded';
}

/** The moment after the day of `base_dt`; infinity where none is named. */
export function endOfBaseDate({ member }: TrContext): EpochMs {
  const date = member('base_dt');
  return date === '' ? Number.POSITIVE_INFINITY : kstMidnight(expandDate(date)) + DAY_MS;
}

/** ka10079: bars of 1, 3, 5, 10 or 30 trades. Guide 194–196; pred_pre as recorded. */
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
      const previousClose = closesBefore(context.exchange, symbol, pricesAsked(context));
      const ticks = pageTicks(context, symbol, view, Number(context.member('tic_scope')));
      const bars = tickBars(ticks, Number(context.member('tic_scope')));
      const steps = context.exchange.market.adjustments(symbol);
      const actions = adjustmentWriter(steps, bars, ticks, ({ at }) => at);
      return tickChart(bars, (bar) => ({
        ...plainPrices(bar),
        cntr_tm: momentDigits(bar.start),
        ...actions(bar),
        ...changeOf(bar, previousClose(kstDate(bar.start))),
      }));
    }),
};

/** As many whole days of trades as one page may need, oldest first: those up to the day its cursor stands in. */
function pageTicks(context: TrContext, symbol: SymbolCode, view: MarketView, scope: number): readonly Tick[] {
  const { exchange, nextKey } = context;
  const until = nextKey?.slice(0, 8) ?? '99999999';
  const days: (readonly Tick[])[] = [];
  let older = 0;
  for (const date of tickDatesOf(exchange, symbol, view).toReversed()) {
    if (compactDate(date) > until) continue;
    // One row more than a page, so that the page knows whether there is another.
    if (older > INTRADAY_ROWS * scope) break;
    const ticks = ticksOn(exchange, symbol, view, date, pricesAsked(context));
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

/**
 * ka10080: bars of 1 to 60 minutes, the running one included. Guide 197–199; acc_trde_qty, pred_pre as recorded, and `base_dt`
 * as the broker's later list has it: the last day of the chart.
 */
export const ka10080: Tr = {
  id: 'ka10080',
  path: PATH,
  members: [
    required('stk_cd', 20),
    required('tic_scope', 2, ['1', '3', '5', '10', '15', '30', '45', '60']),
    required('upd_stkpc_tp', 1, ['0', '1']),
    optionalDate('base_dt'),
  ],
  answer: (context) =>
    stockChart(context, 'stk_min_pole_chart_qry', INTRADAY_ROWS, {}, (symbol, view) => {
      const { exchange, member } = context;
      const prices = pricesAsked(context);
      const previousClose = closesBefore(exchange, symbol, prices);
      const until = endOfBaseDate(context);
      const minutes = minuteBarsOf(exchange, symbol, view, prices).filter(({ start }) => start < until);
      const bars = minuteBars(minutes, Number(member('tic_scope')));
      const steps = exchange.market.adjustments(symbol);
      const actions = adjustmentWriter(steps, bars, minutes, ({ start }) => start);
      return barChart(bars, (bar) => minuteRow(bar, previousClose(kstDate(bar.start)), actions(bar)));
    }),
};

/**
 * A chart up to `base_dt`. Won traded are millions in the daily chart and won in the longer ones (guide, examples). Days, weeks
 * and months also say the change and the part of all shares that was traded: the guide has neither, recorded rows have both.
 */
function longChart(id: string, list: string, size: number, period: LongPeriod): Tr {
  return {
    id,
    path: PATH,
    members: [required('stk_cd', 20), requiredDate('base_dt'), required('upd_stkpc_tp', 1, ['0', '1'])],
    answer: (context) =>
      stockChart(context, list, size, {}, (symbol, view) => {
        const days = dailyBarsOf(context.exchange, symbol, view, pricesAsked(context)).filter(
          (bar) => dateDigits(bar.start) <= context.member('base_dt'),
        );
        const bars = dayBars(days, period, ({ value }) => value);
        const steps = context.exchange.market.adjustments(symbol);
        const actions = adjustmentWriter(steps, bars, days, ({ start }) => start);
        const previousClose = closesBefore(context.exchange, symbol, pricesAsked(context));
        const shares = dayOf(context.exchange, symbol, view)?.listedShares ?? 0;
        // Turnover is of the shares there are: what was traded before a split counts as so many of today's.
        const ofToday = dailyBarsOf(context.exchange, symbol, view);
        const volumes = new Map(
          dayBars(ofToday, period, () => 0).map(({ start, volume }) => [start, volume]),
        );
        const beyondGuide = (bar: ChartBar): AnswerFields => ({
          ...changeOf(bar, previousClose(kstDate(bar.start))),
          trde_tern_rt: signedPercent(volumes.get(bar.start) ?? 0, shares),
        });
        return barChart(bars, (bar) => ({
          ...plainPrices(bar),
          trde_prica: period === 'day' ? millions(bar.value) : String(bar.value),
          dt: compactDate(kstDate(bar.start)),
          ...actions(bar),
          ...(period === 'year' ? {} : beyondGuide(bar)),
        }));
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

function minuteRow(bar: ChartBar, previousClose: Price | null, actions: AnswerFields): AnswerFields {
  // On the oldest day of all there is nothing to compare with: prices stand unsigned.
  const price = (value: Price) => directed(value, previousClose ?? value);
  return {
    cur_prc: price(bar.close),
    trde_qty: String(bar.volume),
    cntr_tm: momentDigits(bar.start),
    open_pric: price(bar.open),
    high_pric: price(bar.high),
    low_pric: price(bar.low),
    ...actions,
    acc_trde_qty: String(bar.dayVolume),
    ...changeOf(bar, previousClose),
  };
}

/** The change against the close before the bar's day, or before the first of its days. */
export function changeOf(bar: ChartBar, previousClose: Price | null): AnswerFields {
  const change = previousClose === null ? 0 : bar.close - previousClose;
  return { pred_pre: signed(change), pred_pre_sig: change > 0 ? '2' : change < 0 ? '5' : '3' };
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
