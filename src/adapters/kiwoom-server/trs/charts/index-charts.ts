// Charts of indices: ka20004 (values as told), ka20005 (minutes), ka20006 to ka20008 and ka20019 (days, weeks, months, years).
// Values are hundredths of a point; only the minute chart signs them, against the close of the day before (guide, examples).

import { compactDate, kstDate, kstMidnight } from '#domain/time.ts';
import type { TradeDate, Won } from '#domain/units.ts';
import type { ExchangeApi } from '#exchange/contract.ts';
import { success } from '../../answers.ts';
import { directed, millions, momentDigits } from '../../formats.ts';
import { marketMemory } from '../../market/market-memory.ts';
import { dailyBarsOf } from '../../market/past-view.ts';
import type { AnswerFields } from '../../protocol.ts';
import { optionalDate, type RequestMember, required, requiredDate, type Tr, type TrContext } from '../tr.ts';
import { type ChartBar, dayBars, type LongPeriod, minuteBars, tickBars } from './chart-bars.ts';
import {
  barChart,
  type Chart,
  changeOf,
  chartPage,
  endOfBaseDate,
  INTRADAY_ROWS,
  plainPrices,
  tickChart,
} from './stock-charts.ts';

const CODE = required('inds_cd', 3);
const SCOPE = required('tic_scope', 2);
/** Days of minutes that fill a page at one minute a bar. */
const DAYS_TRIED = 3;
const BLANK = { bic_inds_tp: '', sm_inds_tp: '', stk_infr: '', pred_close_pric: '' } as const;

function indexChart<T>(
  id: string,
  list: string,
  size: number,
  members: readonly RequestMember[],
  chartOf: (context: TrContext, code: string) => Chart<T>,
): Tr {
  return {
    id,
    path: '/api/dostk/chart',
    members: [CODE, ...members],
    answer(context) {
      const code = context.member('inds_cd');
      const head = { inds_cd: code };
      const isKnown = context.exchange.indices.names.some((index) => index.code === code);
      return isKnown
        ? chartPage(context, list, size, head, chartOf(context, code))
        : success({ ...head, [list]: [] });
    },
  };
}

/** Volumes of an index are thousands of shares. */
const thousands = (shares: number): string => String(Math.trunc(shares / 1_000));

const scopeOf = ({ member }: TrContext): number => Math.max(1, Number(member('tic_scope')) || 1);

/** ka20004: the values of today, so many to a bar. The change is as in ka20005. */
export const ka20004 = indexChart(
  'ka20004',
  'inds_tic_chart_qry',
  INTRADAY_ROWS,
  [SCOPE],
  (context, code) => {
    const ticks = marketMemory(context.exchange)
      .indexTicks(code)
      .map(({ at, hundredths, quantity }) => ({ at, price: hundredths, quantity }));
    const closeBefore = closesBefore(context.exchange, code);
    return tickChart(tickBars(ticks, scopeOf(context)), (bar) => ({
      ...plainPrices(bar),
      trde_qty: thousands(bar.volume),
      cntr_tm: momentDigits(bar.start),
      ...BLANK,
      ...changeOf(bar, closeBefore.get(kstDate(bar.start)) ?? null),
    }));
  },
);

/**
 * ka20005: minutes, newest first, up to the day of `base_dt`. That member, the day's volume and the change are not in the guide
 * but in the broker's later list.
 */
export const ka20005 = indexChart(
  'ka20005',
  'inds_min_pole_qry',
  INTRADAY_ROWS,
  [SCOPE, optionalDate('base_dt')],
  (context, code) => {
    const closeBefore = closesBefore(context.exchange, code);
    const bars = pageMinutes(context, code, [...closeBefore.keys()]);
    return barChart(bars, (bar) => minuteRow(bar, closeBefore.get(kstDate(bar.start)) ?? null));
  },
);

/** The index's close before each day but the first. */
function closesBefore(exchange: ExchangeApi, code: string): ReadonlyMap<TradeDate, number> {
  const closes = new Map<TradeDate, number>();
  let before: number | null = null;
  for (const bar of exchange.indices.dailyBars(code)) {
    if (before !== null) closes.set(kstDate(bar.start), before);
    before = bar.close;
  }
  return closes;
}

/** Bars of minutes since a day early enough for one page: the minutes of all history are dear, for those of all members are. */
function pageMinutes(context: TrContext, code: string, dates: readonly TradeDate[]): readonly ChartBar[] {
  const { exchange, nextKey } = context;
  const until = endOfBaseDate(context);
  const before = nextKey === null ? until : Number(nextKey);
  const last = dates.findLastIndex((date) => kstMidnight(date) <= before);
  const scope = scopeOf(context);
  for (let days = DAYS_TRIED * scope; ; days *= 2) {
    const from = days > last ? undefined : dates[last - days];
    const minutes = exchange.indices.minuteBars(code, from).filter(({ start }) => start < until);
    const bars = minuteBars(minutes, scope);
    // One row more than a page, so that the page knows whether there is another.
    if (from === undefined || bars.filter(({ start }) => start < before).length > INTRADAY_ROWS) return bars;
  }
}

function minuteRow(bar: ChartBar, base: number | null): AnswerFields {
  const value = (hundredths: number) => directed(hundredths, base ?? hundredths);
  return {
    cur_prc: value(bar.close),
    trde_qty: thousands(bar.volume),
    cntr_tm: momentDigits(bar.start),
    open_pric: value(bar.open),
    high_pric: value(bar.high),
    low_pric: value(bar.low),
    ...BLANK,
    acc_trde_qty: thousands(bar.dayVolume),
    ...changeOf(bar, base),
  };
}

/** Won traded in the members of an index, by day. */
function tradedByDay(exchange: ExchangeApi, code: string): ReadonlyMap<TradeDate, Won> {
  const values = new Map<TradeDate, Won>();
  for (const symbol of exchange.indices.members(code)) {
    for (const { start, value } of dailyBarsOf(exchange, symbol, 'KRX')) {
      const date = kstDate(start);
      values.set(date, (values.get(date) ?? 0) + value);
    }
  }
  return values;
}

/** A chart up to `base_dt`. Values are millions of won (guide, examples); clients read them as numbers. */
function longChart(id: string, list: string, size: number, period: LongPeriod): Tr {
  return indexChart(id, list, size, [requiredDate('base_dt')], ({ exchange, member }, code) => {
    const days = exchange.indices
      .dailyBars(code)
      .filter((bar) => compactDate(kstDate(bar.start)) <= member('base_dt'));
    const traded = tradedByDay(exchange, code);
    return barChart(
      dayBars(days, period, (bar) => traded.get(kstDate(bar.start)) ?? 0),
      (bar) => ({
        ...plainPrices(bar),
        trde_qty: thousands(bar.volume),
        dt: compactDate(kstDate(bar.start)),
        trde_prica: millions(bar.value),
        ...BLANK,
      }),
    );
  });
}

/** Rows a page are those of stocks: for indices they are not recorded. */
export const ka20006 = longChart('ka20006', 'inds_dt_pole_qry', 600, 'day');
export const ka20007 = longChart('ka20007', 'inds_stk_pole_qry', 300, 'week');
export const ka20008 = longChart('ka20008', 'inds_mth_pole_qry', 240, 'month');
export const ka20019 = longChart('ka20019', 'inds_yr_pole_qry', 30, 'year');
