// The days on which the exchange is open. A calendar is a sorted list of trading days with the range it knows about;
// outside that range it refuses to answer, because a guessed holiday moves settlements and skips a day of trading.

import {
  y2018,
  y2019,
  y2020,
  y2021,
  y2022,
  y2023,
  y2024,
  y2025,
  y2026,
  y2027,
} from '@hyunbinseo/holidays-kr/all';
import { assert } from './assert.ts';
import { addDays, isCalendarDate } from './time.ts';
import type { TradeDate } from './units.ts';
import type { Words } from './words.ts';

/** Answers about trading days. Any question that needs a day outside its covered range throws CalendarError. */
export interface TradingCalendar {
  /** First and last calendar day this calendar knows about. */
  readonly coveredFrom: TradeDate;
  readonly coveredThrough: TradeDate;
  isTradingDay(date: TradeDate): boolean;
  /** The first trading day after `date`, which need not be one itself. */
  nextTradingDay(date: TradeDate): TradeDate;
  /** The last trading day before `date`, which need not be one itself. */
  previousTradingDay(date: TradeDate): TradeDate;
  /** The `count`-th trading day after `date` (before it when negative); `date` itself when `count` is 0. */
  addTradingDays(date: TradeDate, count: number): TradeDate;
  /** The trading days from `from` to `through`, both included; none when `from` is the later one. */
  tradingDaysBetween(from: TradeDate, through: TradeDate): readonly TradeDate[];
}

/** Days on which the exchange does otherwise than the built-in rules say: declared late, so they come from configuration. */
export interface CalendarChanges {
  /** Days closed although the rules say open, such as a temporary holiday. */
  readonly closures?: readonly TradeDate[];
  /** Days open although the rules say closed. A day in both lists is open. */
  readonly openings?: readonly TradeDate[];
}

/** A calendar was asked about a day it knows nothing of. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';
  readonly code = 'calendar-not-covered';
  readonly retryable = false;
  readonly date: TradeDate;
  readonly coveredFrom: TradeDate;
  readonly coveredThrough: TradeDate;
  /** For people, in both languages. */
  readonly text: Words;

  constructor(date: TradeDate, coveredFrom: TradeDate, coveredThrough: TradeDate) {
    const en = `the trading calendar knows ${coveredFrom} to ${coveredThrough}, but the answer needs ${date}`;
    super(en);
    this.text = {
      en,
      ko: `거래일 달력은 ${coveredFrom}부터 ${coveredThrough}까지만 아는데 ${date}이(가) 필요합니다`,
    };
    this.date = date;
    this.coveredFrom = coveredFrom;
    this.coveredThrough = coveredThrough;
  }
}

const KRX_FROM: TradeDate = '2010-01-01';
const KRX_THROUGH: TradeDate = '2027-12-31';

/**
 * Closed weekdays of the years before the holiday package begins, year-end closing included: krx-rules 6.2, and before 2015 the
 * days without a bar of the KOSPI index, which are those of the public package exchange_calendars too.
 */
const CLOSED_UNTIL_2017: readonly TradeDate[] = [
  ...inYear('2010', '01-01 02-15 03-01 05-05 05-21 06-02 09-21 09-22 09-23 12-31'),
  ...inYear('2011', '02-02 02-03 02-04 03-01 05-05 05-10 06-06 08-15 09-12 09-13 10-03 12-30'),
  ...inYear('2012', '01-23 01-24 03-01 04-11 05-01 05-28 06-06 08-15 10-01 10-03 12-19 12-25 12-31'),
  ...inYear('2013', '01-01 02-11 03-01 05-01 05-17 06-06 08-15 09-18 09-19 09-20 10-03 10-09 12-25 12-31'),
  ...inYear('2014', '01-01 01-30 01-31 05-01 05-05 05-06 06-04 06-06 08-15 09-08 09-09 09-10'),
  ...inYear('2014', '10-03 10-09 12-25 12-31'),
  ...inYear('2015', '01-01 02-18 02-19 02-20 05-01 05-05 05-25 08-14 09-28 09-29 10-09 12-25 12-31'),
  ...inYear(
    '2016',
    '01-01 02-08 02-09 02-10 03-01 04-13 05-05 05-06 06-06 08-15 09-14 09-15 09-16 10-03 12-30',
  ),
  ...inYear('2017', '01-27 01-30 03-01 05-01 05-03 05-05 05-09 06-06 08-15'),
  ...inYear('2017', '10-02 10-03 10-04 10-05 10-06 10-09 12-25 12-29'),
];
const PUBLIC_HOLIDAYS = [y2018, y2019, y2020, y2021, y2022, y2023, y2024, y2025, y2026, y2027];
const FIRST_YEAR_OF_PACKAGE = 2018;

const THURSDAY = 4;

/** How far a calendar made from data reaches beyond its first and last day: more than the longest holiday and T+2. */
const DATA_MARGIN_DAYS = 14;

/** The calendar of KRX (NXT follows it) from 2010 through 2027, as far as it was declared when this version was made. */
export const krxCalendar: TradingCalendar = tradingCalendar();

/** The calendar of KRX with the changes of a configuration: public holidays, May 1, the last weekday of the year. */
export function tradingCalendar({ closures = [], openings = [] }: CalendarChanges = {}): TradingCalendar {
  for (const date of [...closures, ...openings]) {
    assert(isCalendarDate(date), `a calendar change must be an existing day YYYY-MM-DD, found ${date}`);
    assertCovered(date, KRX_FROM, KRX_THROUGH);
  }
  const opened = new Set(openings);
  const closed = new Set([...krxClosedDays(), ...closures]);
  const days = calendarDays(KRX_FROM, KRX_THROUGH).filter(
    (date) => opened.has(date) || !(isWeekend(date) || closed.has(date)),
  );
  return calendarOf(days, KRX_FROM, KRX_THROUGH);
}

/**
 * The calendar of the days found in data, in any order, for years whose holidays nobody wrote down. Two weeks beyond either
 * end count as known, by the rules of KRX where they are and by weekdays otherwise: the last trades settle there.
 */
export function calendarFromDays(days: readonly TradeDate[]): TradingCalendar {
  const sorted = [...new Set(days)].sort();
  const first = sorted[0];
  const last = sorted.at(-1);
  assert(first !== undefined && last !== undefined, 'a calendar needs at least one day');
  const from = addDays(first, -DATA_MARGIN_DAYS);
  const through = addDays(last, DATA_MARGIN_DAYS);
  const before = calendarDays(from, addDays(first, -1)).filter(isLikelyTradingDay);
  const after = calendarDays(addDays(last, 1), through).filter(isLikelyTradingDay);
  return calendarOf([...before, ...sorted, ...after], from, through);
}

/**
 * True on the trading day options (and, every third month, futures) on the index expire: the second Thursday of the month, or the
 * last trading day before it when the exchange is closed then.
 */
export function isExpiryDay(
  { isTradingDay }: Pick<TradingCalendar, 'isTradingDay'>,
  date: TradeDate,
): boolean {
  const first: TradeDate = `${date.slice(0, 7)}-01`;
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay();
  const thursday = addDays(first, ((THURSDAY - weekday + 7) % 7) + 7);
  if (date > thursday || date < addDays(thursday, -7) || !isTradingDay(date)) return false;
  for (let next = addDays(date, 1); next <= thursday; next = addDays(next, 1))
    if (isTradingDay(next)) return false;
  return true;
}

/** True on Saturday and Sunday. */
export function isWeekend(date: TradeDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

function calendarOf(days: readonly TradeDate[], from: TradeDate, through: TradeDate): TradingCalendar {
  const indexOf = new Map(days.map((date, index) => [date, index]));

  /** Index of the first trading day on or after `date`. */
  function lowerBound(date: TradeDate): number {
    assertCovered(date, from, through);
    const exact = indexOf.get(date);
    if (exact !== undefined) return exact;
    let low = 0;
    let high = days.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (days[middle]! < date) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The trading day at `index`; before the first or after the last, the nearest unknown day is at fault. */
  function dayAt(index: number): TradeDate {
    const date = days[index];
    if (date !== undefined) return date;
    throw new CalendarError(index < 0 ? addDays(from, -1) : addDays(through, 1), from, through);
  }

  function addTradingDays(date: TradeDate, count: number): TradeDate {
    const index = lowerBound(date);
    if (count === 0) return date;
    const isFromTradingDay = days[index] === date;
    return dayAt(count > 0 && !isFromTradingDay ? index + count - 1 : index + count);
  }

  return {
    coveredFrom: from,
    coveredThrough: through,
    addTradingDays,
    isTradingDay(date) {
      assertCovered(date, from, through);
      return indexOf.has(date);
    },
    nextTradingDay: (date) => addTradingDays(date, 1),
    previousTradingDay: (date) => addTradingDays(date, -1),
    tradingDaysBetween(first, last) {
      const begin = lowerBound(first);
      const end = lowerBound(last);
      return days.slice(begin, days[end] === last ? end + 1 : end);
    },
  };
}

function assertCovered(date: TradeDate, from: TradeDate, through: TradeDate): void {
  if (!(date >= from && date <= through)) throw new CalendarError(date, from, through);
}

/** Every closed day known besides plain weekends; holidays on weekends are in it too. */
function krxClosedDays(): Set<TradeDate> {
  const closed = new Set<TradeDate>(CLOSED_UNTIL_2017);
  PUBLIC_HOLIDAYS.forEach((holidays, index) => {
    const year = FIRST_YEAR_OF_PACKAGE + index;
    for (const date of Object.keys(holidays)) closed.add(date);
    closed.add(`${year}-05-01`);
    closed.add(lastOpenWeekday(year, closed));
  });
  return closed;
}

/** The day the exchange closes for the end of the year: December 31, or the trading day before when that is none. */
function lastOpenWeekday(year: number, closed: ReadonlySet<TradeDate>): TradeDate {
  let date: TradeDate = `${year}-12-31`;
  while (isWeekend(date) || closed.has(date)) date = addDays(date, -1);
  return date;
}

function isLikelyTradingDay(date: TradeDate): boolean {
  return date >= KRX_FROM && date <= KRX_THROUGH ? krxCalendar.isTradingDay(date) : !isWeekend(date);
}

function calendarDays(from: TradeDate, through: TradeDate): TradeDate[] {
  const days: TradeDate[] = [];
  for (let date = from; date <= through; date = addDays(date, 1)) days.push(date);
  return days;
}

function inYear(year: string, monthDays: string): TradeDate[] {
  return monthDays.split(' ').map((monthDay) => `${year}-${monthDay}`);
}
