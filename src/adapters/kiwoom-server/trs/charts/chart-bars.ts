// Bars as charts draw them: trades joined to bars of so many trades, minutes to longer ones, days to weeks, months and years.

import type { Bar } from '#domain/bar.ts';
import { DAY_MS, HOUR_MS, kstDate, kstDayNumber, kstMidnight, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, Price, Quantity, Won } from '#domain/units.ts';

/** One bar of a chart. Prices are won, or hundredths of an index. */
export interface ChartBar {
  /** Its label: the first trade, the first minute, or Korean midnight of the first trading day. */
  readonly start: EpochMs;
  open: Price;
  high: Price;
  low: Price;
  close: Price;
  volume: Quantity;
  /** Intraday: shares traded this day up to the end of the bar. */
  dayVolume: Quantity;
  /** Days and longer: won traded. */
  value: Won;
}

type Part = Pick<Bar, 'start' | 'open' | 'high' | 'low' | 'close' | 'volume'>;

/** A bar to be filled by `absorb`. */
function openBar(start: EpochMs, { open, high, low, close }: Omit<Part, 'start' | 'volume'>): ChartBar {
  return { start, open, high, low, close, volume: 0, dayVolume: 0, value: 0 };
}

function absorb(bar: ChartBar, part: Pick<Bar, 'high' | 'low' | 'close' | 'volume'>): void {
  bar.high = Math.max(bar.high, part.high);
  bar.low = Math.min(bar.low, part.low);
  bar.close = part.close;
  bar.volume += part.volume;
}

/** Bars of `scope` trades, oldest first; none reaches from one day into the next. */
export function tickBars(
  ticks: readonly { readonly at: EpochMs; readonly price: Price; readonly quantity: Quantity }[],
  scope: number,
): ChartBar[] {
  const bars: ChartBar[] = [];
  let inBar = scope;
  // Charts of ticks are the longest there are: days are told apart by number, not by name.
  let day = Number.NaN;
  for (const { at, price, quantity } of ticks) {
    const tickDay = kstDayNumber(at);
    const point = { open: price, high: price, low: price, close: price, volume: quantity };
    let bar = bars.at(-1);
    if (bar === undefined || inBar === scope || tickDay !== day) {
      bar = openBar(at, point);
      bars.push(bar);
      inBar = 0;
      day = tickDay;
    }
    absorb(bar, point);
    inBar++;
  }
  return bars;
}

/** Joins minutes into longer bars counted from 09:00; the label is the first minute of the bar, as Kiwoom's is. */
export function minuteBars(bars: readonly Part[], scope: number): ChartBar[] {
  const joined: ChartBar[] = [];
  let dayStart = Number.NaN;
  let dayVolume = 0;
  for (const bar of bars) {
    if (!(bar.start - dayStart < DAY_MS)) {
      dayStart = kstMidnight(kstDate(bar.start));
      dayVolume = 0;
    }
    const nine = dayStart + 9 * HOUR_MS;
    const span = scope * MINUTE_MS;
    const start = nine + Math.floor((bar.start - nine) / span) * span;
    let last = joined.at(-1);
    if (last === undefined || last.start !== start) {
      last = openBar(start, bar);
      joined.push(last);
    }
    absorb(last, bar);
    dayVolume += bar.volume;
    last.dayVolume = dayVolume;
  }
  return joined;
}

/** What days are joined to. */
export type LongPeriod = 'day' | 'week' | 'month' | 'year';

/** Joins days to longer bars, labelled by the first trading day in them. `traded` is the won traded on a day. */
export function dayBars<T extends Part>(
  bars: readonly T[],
  period: LongPeriod,
  traded: (bar: T) => Won,
): ChartBar[] {
  const joined: ChartBar[] = [];
  let current = '';
  for (const bar of bars) {
    const key = periodKey(bar.start, period);
    let last = joined.at(-1);
    if (last === undefined || key !== current) {
      last = openBar(bar.start, bar);
      joined.push(last);
      current = key;
    }
    absorb(last, bar);
    last.value += traded(bar);
  }
  return joined;
}

/** Days in the same week (Monday to Sunday), month or year share a key. */
function periodKey(start: EpochMs, period: LongPeriod): string {
  const date = kstDate(start);
  switch (period) {
    case 'day':
      return date;
    case 'week':
      // 1970-01-01 was a Thursday: three days on, weeks begin on Mondays.
      return String(Math.floor((Date.parse(date) / DAY_MS + 3) / 7));
    case 'month':
      return date.slice(0, 7);
    case 'year':
      return date.slice(0, 4);
  }
}
