// What ETFs are worth: ka40001 (return over a period) and ka40009 (net asset value by day; the guide calls it by time, but the
// base prices of its example are those of days that follow each other).

import { compactDate, expandDate, kstDate } from '#domain/time.ts';
import { success } from '../../answers.ts';
import { signedPercent } from '../../formats.ts';
import { disparity, type KnownNav, navByDate, navChange, navRate, navText } from '../../market/net-assets.ts';
import { institutionsOf } from '../../market/participation-view.ts';
import { blank, type Columns, writer } from '../columns.ts';
import type { Figures } from '../figures.ts';
import { daysBetween, sumOver } from '../participants/periods.ts';
import { doubleSigned } from '../participants/signs.ts';
import { placedPage } from '../ranking.ts';
import { required } from '../tr.ts';
import { type DayRow, dayRows } from './daily-tables.ts';
import { etfTr } from './etf.ts';

const ROWS = 100;

/** `dt` of ka40001: a week, a month, half a year, a year back from today. */
const PERIODS: Readonly<Record<string, { readonly days: number; readonly months: number }>> = {
  '0': { days: 7, months: 0 },
  '1': { days: 0, months: 1 },
  '2': { days: 0, months: 6 },
  '3': { days: 0, months: 12 },
};

/** The date so long before `today` (`YYYY-MM-DD`); the 31st becomes the first of the next month where a month has none. */
function dateBefore(
  today: string,
  { days, months }: { readonly days: number; readonly months: number },
): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

/** Percent from one figure to another; blank when the first is not known. */
function growth(from: number | undefined, to: number | undefined): string {
  return from === undefined || to === undefined ? '' : signedPercent(to - from, from);
}

/** ka40001: what the fund and its price have gained, and who bought. Blank where the market is not known that far back. */
export const ka40001 = etfTr(
  'ka40001',
  () => ({ etfprft_rt_lst: [] }),
  (one, { member }) => {
    const { exchange, symbol } = one;
    const from = dateBefore(exchange.tradeDate, PERIODS[member('dt')] ?? PERIODS['0']!);
    const navs = exchange.market.netAssetDays(symbol);
    const bars = one.days;
    const days = daysBetween(one, nextDay(from), compactDate(exchange.tradeDate));
    const net = (part: Parameters<typeof sumOver>[1]): string => {
      const { bought, sold } = sumOver(days, part);
      return doubleSigned(bought - sold);
    };
    const row = {
      etfprft_rt: growth(navs.findLast(({ date }) => date <= from)?.value, navs.at(-1)?.value),
      cntr_prft_rt: growth(bars.findLast(({ start }) => kstDate(start) <= from)?.close, bars.at(-1)?.close),
      for_netprps_qty: net(({ kinds }) => kinds.foreigner),
      orgn_netprps_qty: net(institutionsOf),
    };
    return success({ etfprft_rt_lst: [row] });
  },
  [required('etfobjt_idex_cd', 3), required('dt', 1, Object.keys(PERIODS))],
);

/** The day after a date, as `YYYYMMDD`. */
function nextDay(date: string): string {
  return compactDate(dateBefore(expandDate(compactDate(date)), { days: -1, months: 0 }));
}

interface NavRow extends DayRow {
  readonly one: Figures;
  readonly nav: KnownNav;
}

const NAV: Columns<NavRow> = {
  nav: ({ nav }) => navText(nav),
  navpred_pre: ({ nav }) => navChange(nav),
  navflu_rt: ({ nav }) => navRate(nav),
  trace_eor_rt: blank,
  dispty_rt: ({ nav, bar }) => disparity(nav, bar.close),
  stkcnt: ({ one }) => String(Math.trunc(one.day.listedShares / 1_000)),
  base_pric: ({ base }) => String(base),
  for_rmnd_qty: blank,
  repl_pric: blank,
  conv_pric: blank,
  drstk: blank,
  wonju_pric: blank,
};

/** ka40009: net asset value by day, newest first. */
export const ka40009 = etfTr(
  'ka40009',
  () => ({ etfnavarray: [] }),
  (one, context) => {
    const navs = navByDate(one.exchange, one.symbol);
    const rows = dayRows(one).map((row) => ({ ...row, one, nav: navs.get(kstDate(row.bar.start)) ?? null }));
    return placedPage(context, 'etfnavarray', rows, ROWS, writer<NavRow>(Object.keys(NAV).join(' '), NAV));
  },
);
