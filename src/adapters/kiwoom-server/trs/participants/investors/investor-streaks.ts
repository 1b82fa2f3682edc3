// How many days in a row institutions and foreigners bought or sold, by instrument or by industry: ka10131 (guide, frgnistt).
// Signs and units as recorded from the real server in 2026: single shares, millions of won, a doubled minus.

import type { ExchangeApi, Turnover } from '#exchange/contract.ts';
import { dateDigits, signedPercent } from '../../../formats.ts';
import { sumOf } from '../../../market/participation-view.ts';
import { type Columns, writer } from '../../columns.ts';
import { allFigures, type Figures } from '../../figures.ts';
import { placedPage } from '../../ranking.ts';
import { market, selected, venue, viewOf } from '../../selection.ts';
import { optionalDate, required, type Tr, type TrContext } from '../../tr.ts';
import { daysBetween, EARLIEST, LATEST, netQuantity, netValue } from '../periods.ts';
import { netText } from '../signs.ts';
import { foreigners, institutions } from './investor-words.ts';

const SIZE = 100;
const MILLION = 1_000_000;
/** Streaks are followed back through as many days, or through the period where it is longer (ours). */
const STREAK_DAYS = 40;
/** `dt`: days, or 0 for `strt_dt` to `end_dt`. */
const PERIODS = ['0', '1', '3', '5', '10', '20', '120'];

/** A day of both, of an instrument or of all instruments of an industry. */
interface BothDay {
  readonly date: string;
  readonly institutions: Turnover;
  readonly foreigners: Turnover;
}

/** Whom a row is about. Days are newest first; the first ones of `days` are the period's. */
interface Subject {
  readonly code: string;
  readonly name: string;
  readonly days: readonly BothDay[];
  readonly period: readonly BothDay[];
  /** Percent the price moved over a period; blank where prices are not kept. */
  readonly moved: (period: readonly BothDay[]) => string;
}

type Who = (day: BothDay) => Turnover;
const both: Who = (day) => sumOf([day.institutions, day.foreigners]);
const total = (days: readonly BothDay[], who: Who): Turnover => sumOf(days.map(who));

/** The days at the newest end on which `who` was on one side, by shares; none when the newest day had no side. */
function streakOf(days: readonly BothDay[], who: Who): readonly BothDay[] {
  const side = (day: BothDay): number => Math.sign(netQuantity(who(day)));
  const [newest] = days;
  if (newest === undefined || side(newest) === 0) return [];
  const end = days.findIndex((day) => side(day) !== side(newest));
  return end < 0 ? days : days.slice(0, end);
}

const text = (net: number, unit = 1): string => (net === 0 ? '+0' : netText(net, unit, '--'));

/** Columns of one of them: the streak's length, signed by its side, its shares and its won. */
function streakColumns(days: string, quantity: string, amount: string, who: Who): Columns<Subject> {
  const streak = (subject: Subject) => streakOf(subject.days, who);
  return {
    [days]: (subject) => {
      const found = streak(subject);
      return `${netQuantity(total(found, who)) < 0 ? '-' : '+'}${found.length}`;
    },
    [quantity]: (subject) => text(netQuantity(total(streak(subject), who))),
    [amount]: (subject) => text(netValue(total(streak(subject), who)), MILLION),
  };
}

function periodColumns(quantity: string, amount: string, who: Who): Columns<Subject> {
  return {
    [quantity]: ({ period }) => text(netQuantity(total(period, who))),
    [amount]: ({ period }) => text(netValue(total(period, who)), MILLION),
  };
}

const ROW: Columns<Subject> = {
  stk_cd: ({ code }) => code,
  stk_nm: ({ name }) => name,
  prid_stkpc_flu_rt: ({ moved, period }) => moved(period),
  ...periodColumns('orgn_nettrde_qty', 'orgn_nettrde_amt', (day) => day.institutions),
  ...periodColumns('frgnr_nettrde_qty', 'frgnr_nettrde_amt', (day) => day.foreigners),
  ...periodColumns('nettrde_qty', 'nettrde_amt', both),
  ...streakColumns(
    'orgn_cont_netprps_dys',
    'orgn_cont_netprps_qty',
    'orgn_cont_netprps_amt',
    (day) => day.institutions,
  ),
  ...streakColumns(
    'frgnr_cont_netprps_dys',
    'frgnr_cont_netprps_qty',
    'frgnr_cont_netprps_amt',
    (day) => day.foreigners,
  ),
  ...streakColumns('tot_cont_netprps_dys', 'tot_cont_nettrde_qty', 'tot_cont_netprps_amt', both),
};

const writeRow = writer<Subject>(
  `stk_cd stk_nm prid_stkpc_flu_rt orgn_nettrde_amt orgn_nettrde_qty orgn_cont_netprps_dys orgn_cont_netprps_qty
   orgn_cont_netprps_amt frgnr_nettrde_qty frgnr_nettrde_amt frgnr_cont_netprps_dys frgnr_cont_netprps_qty
   frgnr_cont_netprps_amt nettrde_qty nettrde_amt tot_cont_netprps_dys tot_cont_nettrde_qty tot_cont_netprps_amt`,
  ROW,
);

/** The part of `days` that is the period asked for: the newest ones, or those since `strt_dt`. */
function periodOf(days: readonly BothDay[], { member }: TrContext): readonly BothDay[] {
  const count = Number(member('dt'));
  return count > 0
    ? days.slice(0, count)
    : days.filter(({ date }) => date >= (member('strt_dt') || EARLIEST));
}

function stockSubject(one: Figures, context: TrContext): Subject {
  const { member } = context;
  const isDated = member('dt') === '0';
  const until = (isDated && member('end_dt')) || LATEST;
  const dates = one.memory
    .past(one.symbol)
    .bars.map((bar) => dateDigits(bar.start))
    .filter((date) => date <= until);
  const back = dates.at(-Math.max(STREAK_DAYS, Number(member('dt')))) ?? EARLIEST;
  const start = (isDated && member('strt_dt')) || back;
  const known = daysBetween(one, start < back ? start : back, until);
  const days = known.map(({ date, participation }) => ({
    date,
    institutions: institutions(participation),
    foreigners: foreigners(participation),
  }));
  return {
    ...{ code: one.symbol, name: one.instrument.name, days, period: periodOf(days, context) },
    moved: (period) => {
      const close = known[0]?.close ?? null;
      const base = known[period.length - 1]?.base ?? null;
      return close === null || base === null ? '' : signedPercent(close - base, base);
    },
  };
}

/** An industry: its members' days added up, and the move of its index. */
function industrySubject(
  { code, name }: { readonly code: string; readonly name: string },
  members: readonly Subject[],
  context: TrContext,
): Subject {
  const dates = [...new Set(members.flatMap(({ days }) => days.map(({ date }) => date)))].sort().reverse();
  const byDate = members.map(({ days }) => new Map(days.map((day) => [day.date, day])));
  const on = (date: string, who: Who) =>
    sumOf(byDate.flatMap((days) => (days.has(date) ? [who(days.get(date)!)] : [])));
  const days = dates.map((date) => ({
    date,
    institutions: on(date, (day) => day.institutions),
    foreigners: on(date, (day) => day.foreigners),
  }));
  return {
    ...{ code, name, days, period: periodOf(days, context) },
    moved: (period) => indexMove(context.exchange, code, period),
  };
}

function indexMove(exchange: ExchangeApi, code: string, period: readonly BothDay[]): string {
  const bars = exchange.indices.dailyBars(code);
  const at = (date: string | undefined) => bars.findIndex((bar) => dateDigits(bar.start) === date);
  const last = bars[at(period[0]?.date)];
  const first = at(period.at(-1)?.date);
  const base = bars[first - 1]?.close ?? bars[first]?.open;
  return last === undefined || base === undefined ? '' : signedPercent(last.close - base, base);
}

/** ka10131: what both together bought most of over a period, by won or by shares. */
export const ka10131: Tr = {
  id: 'ka10131',
  path: '/api/dostk/frgnistt',
  members: [
    required('dt', 3, PERIODS),
    ...[optionalDate('strt_dt'), optionalDate('end_dt'), market.member],
    ...[required('netslmt_tp', 1, ['2']), required('stk_inds_tp', 1, ['0', '1'])],
    ...[required('amt_qty_tp', 1, ['0', '1']), venue],
  ],
  answer(context) {
    const by = context.member('amt_qty_tp') === '1' ? netQuantity : netValue;
    const rows = askedSubjects(context)
      .map((subject) => ({ subject, net: by(total(subject.period, both)) }))
      .filter(({ net }) => net > 0)
      .sort((a, b) => b.net - a.net || (a.subject.code < b.subject.code ? -1 : 1))
      .map(({ subject }, index) => ({ rank: String(index + 1), subject }));
    return placedPage(context, 'orgn_frgnr_cont_trde_prst', rows, SIZE, ({ rank, subject }) => ({
      rank,
      ...writeRow(subject),
    }));
  },
};

function askedSubjects(context: TrContext): readonly Subject[] {
  const { exchange, member } = context;
  const stocks = selected(allFigures(exchange, viewOf(context)), [market], member);
  const subjects = new Map(stocks.map((one) => [one.symbol, stockSubject(one, context)]));
  if (member('stk_inds_tp') === '0') return [...subjects.values()];
  const family = member('mrkt_tp') === '101' ? '1' : '0';
  return exchange.indices.names
    .filter(({ code }) => code.startsWith(family))
    .map((index) =>
      industrySubject(
        index,
        exchange.indices.members(index.code).flatMap((symbol) => subjects.get(symbol) ?? []),
        context,
      ),
    );
}
