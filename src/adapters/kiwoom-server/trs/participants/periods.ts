// The days of an instrument with who traded them, newest first, and sums over some of them. A period that reaches back before
// the first day the exchange knows participants of has the days that there are.

import type { Bar } from '#domain/bar.ts';
import { compactDate, expandDate, kstDate } from '#domain/time.ts';
import type { Price, Quantity, Won } from '#domain/units.ts';
import type { Participation, Turnover } from '#exchange/contract.ts';
import { dateDigits } from '../../formats.ts';
import { daysOf, sumOf, todayOf } from '../../market/participation-view.ts';
import { closesBefore } from '../../market/past-view.ts';
import type { Figures } from '../figures.ts';
import type { RequestMember, TrContext } from '../tr.ts';

/** One day of an instrument on one market, or on both together. */
export interface TradedDay {
  /** `YYYYMMDD`. */
  readonly date: string;
  readonly isToday: boolean;
  readonly participation: Participation;
  /** What was traded: as many shares as were bought. */
  readonly volume: Quantity;
  readonly value: Won;
  /** The day's close, today's last price; null where the exchange keeps no bar of the day. */
  readonly close: Price | null;
  /** The close before; null with `close`. */
  readonly base: Price | null;
}

/** Bounds of a period that has none. */
export const EARLIEST = '00000000';
export const LATEST = '99999999';

/** The days from `from` to `until` (`YYYYMMDD`, both counted), newest first. The running day counts from its first trade on. */
export function daysBetween(one: Figures, from: string, until: string): readonly TradedDay[] {
  const { exchange, symbol, view } = one;
  const today = compactDate(exchange.tradeDate);
  const prices = pastPrices(one);
  const days = from < today ? daysOf(exchange, symbol, view, expandDate(from)) : [];
  const past = days
    .map((participation): readonly [string, Participation] => [
      compactDate(participation.date),
      participation,
    ])
    .filter(([date]) => date <= until)
    .map(([date, participation]) => tradedDay(date, participation, prices.get(date) ?? NO_PRICE));
  const running = from <= today && today <= until ? todayOf(exchange, symbol, view) : null;
  const { price: close, base } = one;
  const last = running === null ? [] : [tradedDay(today, running, { close, base }, true)];
  return [...past, ...last.filter(({ volume }) => volume > 0)].reverse();
}

function tradedDay(
  date: string,
  participation: Participation,
  { close, base }: DayPrice,
  isToday = false,
): TradedDay {
  const { bought, boughtValue } = sumOf(Object.values(participation.kinds));
  return { date, isToday, participation, volume: bought, value: boughtValue, close, base };
}

type DayPrice = Pick<TradedDay, 'close' | 'base'>;
const NO_PRICE: DayPrice = { close: null, base: null };
/** By the bars of the past, which stay the same until the day turns. */
const pricesOfBars = new WeakMap<readonly Bar[], ReadonlyMap<string, DayPrice>>();

/** The prices of the days before the running one, by date. */
function pastPrices(one: Figures): ReadonlyMap<string, DayPrice> {
  const { bars } = one.past;
  const known = pricesOfBars.get(bars);
  if (known !== undefined) return known;
  const closeBefore = closesBefore(one.exchange, one.symbol);
  const prices = new Map(
    bars.map(({ start, open, close }) => {
      const base = closeBefore(kstDate(start)) ?? open;
      return [dateDigits(start), { close, base }];
    }),
  );
  pricesOfBars.set(bars, prices);
  return prices;
}

/** The last `count` days (1 at least) up to the running one, or where told up to the one before it. */
export function lastDays(one: Figures, count: number, isTodayCounted = true): readonly TradedDay[] {
  const dates = datesOf(one);
  const today = compactDate(one.exchange.tradeDate);
  const wanted = dates.filter((date) => isTodayCounted || date !== today).slice(0, count);
  return daysBetween(one, wanted.at(-1) ?? LATEST, wanted[0] ?? EARLIEST);
}

/** The days an instrument was traded on (`YYYYMMDD`), newest first. */
export function datesOf(one: Figures): readonly string[] {
  const today = one.volume > 0 ? [compactDate(one.exchange.tradeDate)] : [];
  return [...pastPrices(one).keys(), ...today].reverse();
}

/** A single day as most TRs number their periods: 0 the running one, 1 the one before, more the last so many (guide, ka10037). */
export function period(one: Figures, code: string): readonly TradedDay[] {
  const today = compactDate(one.exchange.tradeDate);
  if (code === '0') return daysBetween(one, today, today);
  return code === '1' ? lastDays(one, 1, false) : lastDays(one, Number(code));
}

/** A member that may be blank and is otherwise one of `values`. */
export function oneOf(name: string, length: number, values: readonly string[]): RequestMember {
  return { name, required: false, length, values };
}

/** `dt` of ka10042 and ka10043. */
export const PERIOD_DAYS = oneOf('dt', 4, ['5', '10', '20', '40', '60', '120']);

/**
 * The period of ka10042 and ka10043: `qry_dt_tp` 1 from `strt_dt` to `end_dt`, 0 the last `dt` days up to the running one
 * (`pot_tp` 0) or to the one before it. Blank dates are no bounds, and a blank `dt` is five days (ours).
 */
export function askedPeriod(one: Figures, { member }: Pick<TrContext, 'member'>): readonly TradedDay[] {
  if (member('qry_dt_tp') === '1') {
    return daysBetween(one, member('strt_dt') || EARLIEST, member('end_dt') || LATEST);
  }
  return lastDays(one, Number(member('dt')) || 5, member('pot_tp') === '0');
}

/** What some of the participants traded over days. */
export function sumOver(
  days: readonly TradedDay[],
  part: (participation: Participation) => Turnover,
): Turnover {
  return sumOf(days.map(({ participation }) => part(participation)));
}

/** Shares traded over days. */
export function volumeOver(days: readonly TradedDay[]): Quantity {
  return days.reduce((total, { volume }) => total + volume, 0);
}

/** Won traded over days. */
export function valueOver(days: readonly TradedDay[]): Won {
  return days.reduce((total, { value }) => total + value, 0);
}

/** Won since the close before the first of the days, and that close; null where prices are not kept. */
export function priceMove(
  days: readonly TradedDay[],
): { readonly change: number; readonly base: Price } | null {
  const close = days[0]?.close ?? null;
  const base = days.at(-1)?.base ?? null;
  return close === null || base === null ? null : { change: close - base, base };
}

/** Shares, or won, bought less sold. */
export function netQuantity({ bought, sold }: Turnover): number {
  return bought - sold;
}
export function netValue({ boughtValue, soldValue }: Turnover): Won {
  return boughtValue - soldValue;
}
