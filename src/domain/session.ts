// The hours of a trading day on KRX and NXT, and the phase the market is in at a moment. Hours depend on the trade date
// alone, never on constants of today: the day was reshaped in 2016, 2019, 2025 (NXT) and on 2026-09-14 (krx-rules 3.1, 3.2).

import { isWeekend, type TradingCalendar } from './calendar.ts';
import type { Venue } from './instrument.ts';
import type { OrderPricing, TimeInForce } from './signal.ts';
import { DAY_MS, HOUR_MS, kstDate, kstMidnight, MINUTE_MS, SECOND_MS } from './time.ts';
import type { EpochMs, TradeDate } from './units.ts';

export type SessionPhase =
  /** Nothing is received: night, weekends, holidays, and before the first phase of the day. */
  | 'closed'
  /** NXT from 08:00, continuous. */
  | 'pre-market'
  /** Orders gather for the single price of the open. */
  | 'opening-auction'
  | 'continuous'
  /** Orders gather for the single price of the close. */
  | 'closing-auction'
  /** KRX after the close: trades at the closing price only, by an order type of its own. */
  | 'post-close'
  /** KRX until 2026-09-11: a single-price auction every ten minutes (half hour until 2014), by an order type of its own. */
  | 'after-hours'
  /** NXT before its after-market: orders gather for a single price. */
  | 'after-market-auction'
  /** KRX from 2026-09-14, and NXT: continuous, without market orders on KRX. */
  | 'after-market'
  /** NXT between two phases: the day goes on, but nothing is received or traded. */
  | 'break';

/** One phase of one day, from `from` until just before `until`. */
export interface SessionSpan {
  readonly phase: SessionPhase;
  readonly from: EpochMs;
  readonly until: EpochMs;
}

/** The timetable of one trading day. The spans follow each other without gap or overlap, first to last. */
export interface SessionHours {
  readonly date: TradeDate;
  readonly venue: Venue;
  readonly spans: readonly SessionSpan[];
  /** When continuous trading begins. Nominal: KRX ends each of its auctions up to 30 seconds later, at random. */
  readonly openAt: EpochMs;
  /** When the regular session ends: on KRX with the closing price, on NXT with continuous trading. Nominal too. */
  readonly closeAt: EpochMs;
}

/** First trade date of NXT. */
export const NXT_FROM: TradeDate = '2025-03-04';
/** First trade date of the KRX after-market, which replaced the ten-minute auctions after hours. */
export const AFTER_MARKET_FROM: TradeDate = '2026-09-14';
/** First trade date on which the auctions after hours are ten minutes apart, within 10 %; half an hour and 5 % before (press of 2014). */
export const TEN_MINUTE_AUCTIONS_FROM: TradeDate = '2014-09-01';
const LONG_DAY_FROM: TradeDate = '2016-08-01';
const SHORT_OPENING_AUCTION_FROM: TradeDate = '2019-04-29';

/** Days of the university entrance exam (CSAT), when everything starts an hour later; 2017 moved after a quake, hours and all. */
const EXAM_DAYS: ReadonlySet<TradeDate> = new Set([
  ...['2010-11-18', '2011-11-10', '2012-11-08', '2013-11-07', '2014-11-13'],
  ...['2015-11-12', '2016-11-17', '2017-11-16', '2017-11-23', '2018-11-15', '2019-11-14', '2020-12-03'],
  ...['2021-11-18', '2022-11-17', '2023-11-16', '2024-11-14', '2025-11-13', '2026-11-19', '2027-11-18'],
]);

/**
 * The timetable of `date`, taken to be a trading day; null for a venue that did not exist yet. SOR is the broker's router and
 * has no session: it is given the hours of KRX. Exam days before 2010 are not known and get plain hours.
 */
export function sessionHours(date: TradeDate, venue?: 'KRX'): SessionHours;
export function sessionHours(date: TradeDate, venue: Venue): SessionHours | null;
export function sessionHours(date: TradeDate, venue: Venue = 'KRX'): SessionHours | null {
  if (venue !== 'NXT') return krxHours(date, venue);
  return date < NXT_FROM ? null : nxtHours(date);
}

/** The phase at a moment of the day that `hours` describes; 'closed' at any other moment. */
export function phaseIn(hours: SessionHours, at: EpochMs): SessionPhase {
  const { spans } = hours;
  for (let index = spans.length - 1; index >= 0; index--) {
    const span = spans[index]!;
    if (at >= span.from) return at < span.until ? span.phase : 'closed';
  }
  return 'closed';
}

/** The span of a phase in a day, null when the day has none; the first one where it occurs twice. */
export function spanOf(hours: SessionHours, phase: SessionPhase): SessionSpan | null {
  return hours.spans.find((span) => span.phase === phase) ?? null;
}

/** True when January's first weekday but the 1st is `date`: trading begins an hour late on the first day of the year. */
export function isFirstTradingDayOfYear(date: TradeDate): boolean {
  // Checked against the calendar of every year since 2010, and it needs no calendar.
  for (let day = 2; day <= 4; day++) {
    const candidate = `${date.slice(0, 4)}-01-0${day}`;
    if (!isWeekend(candidate)) return candidate === date;
  }
  return false;
}

/** True on the days on which trading begins and ends an hour later because of the university entrance exam. */
export function isExamDay(date: TradeDate): boolean {
  return EXAM_DAYS.has(date);
}

/** Tells the phase at any moment. The day last asked about is remembered, so asking for every event costs a few comparisons. */
export class SessionClock {
  readonly venue: Venue;
  readonly #calendar: Pick<TradingCalendar, 'isTradingDay'>;
  #hours: SessionHours | null = null;
  #dayFrom: EpochMs = 0;
  #dayUntil: EpochMs = 0;

  constructor(calendar: Pick<TradingCalendar, 'isTradingDay'>, venue: Venue = 'KRX') {
    this.#calendar = calendar;
    this.venue = venue;
  }

  /** The phase at `at`; 'closed' on days without trading. */
  phaseAt(at: EpochMs): SessionPhase {
    const hours = this.hoursAt(at);
    return hours === null ? 'closed' : phaseIn(hours, at);
  }

  /** The timetable of the Korean day that holds `at`; null when there is no trading that day. */
  hoursAt(at: EpochMs): SessionHours | null {
    if (at < this.#dayFrom || at >= this.#dayUntil) this.#turnTo(kstDate(at));
    return this.#hours;
  }

  /** The timetable of a day; null when there is no trading that day. */
  hoursOn(date: TradeDate): SessionHours | null {
    return this.hoursAt(kstMidnight(date));
  }

  #turnTo(date: TradeDate): void {
    this.#hours = this.#calendar.isTradingDay(date) ? sessionHours(date, this.venue) : null;
    this.#dayFrom = kstMidnight(date);
    this.#dayUntil = this.#dayFrom + DAY_MS;
  }
}

type Acceptance = 'nothing' | 'day-limits' | 'auction' | 'everything';

/** What a phase takes, before the rules on market orders (krx-rules 3.3). An auction takes limit and market orders of the day. */
const ACCEPTANCE: Readonly<Record<SessionPhase, Acceptance>> = {
  closed: 'nothing',
  'pre-market': 'everything',
  'opening-auction': 'auction',
  continuous: 'everything',
  'closing-auction': 'auction',
  'post-close': 'nothing',
  'after-hours': 'nothing',
  'after-market-auction': 'day-limits',
  'after-market': 'everything',
  break: 'nothing',
};

/**
 * True when a new plain order of this pricing and time in force is taken in `phase` (krx-rules 3.3). Fixed-price and
 * after-hours single-price orders are types of their own and not meant here; SOR is held to the rules of KRX.
 */
export function acceptsOrders(
  phase: SessionPhase,
  pricing: OrderPricing['type'],
  timeInForce: TimeInForce = 'day',
  venue: Venue = 'KRX',
): boolean {
  if (pricing === 'market' && !takesMarketOrders(phase, timeInForce, venue)) return false;
  switch (ACCEPTANCE[phase]) {
    case 'nothing':
      return false;
    case 'day-limits':
      return pricing === 'limit' && timeInForce === 'day';
    case 'auction':
      return (pricing === 'limit' || pricing === 'market') && timeInForce === 'day';
    case 'everything':
      return true;
  }
}

/** NXT lets no market order rest, so it wants IOC or FOK; the after-market of KRX has none at all. */
function takesMarketOrders(phase: SessionPhase, timeInForce: TimeInForce, venue: Venue): boolean {
  return venue === 'NXT' ? timeInForce !== 'day' : phase !== 'after-market';
}

function krxHours(date: TradeDate, venue: Venue): SessionHours {
  const isLong = date >= LONG_DAY_FROM;
  const lateStart = isExamDay(date) || isFirstTradingDayOfYear(date) ? HOUR_MS : 0;
  const lateEnd = isExamDay(date) ? HOUR_MS : 0;
  const midnight = kstMidnight(date);
  const openAt = midnight + 9 * HOUR_MS + lateStart;
  const closeAt = midnight + (isLong ? 15 * HOUR_MS + 30 * MINUTE_MS : 15 * HOUR_MS) + lateEnd;
  const auctionFrom = openAt - (date < SHORT_OPENING_AUCTION_FROM ? HOUR_MS : 30 * MINUTE_MS);
  // The outer end of the evening stays where it is on an exam day.
  const postCloseUntil = closeAt + 30 * MINUTE_MS;
  const hasAfterMarket = date >= AFTER_MARKET_FROM;
  const endAt = midnight + (hasAfterMarket ? 20 : 18) * HOUR_MS;
  return {
    date,
    venue,
    openAt,
    closeAt,
    spans: spans(auctionFrom, [
      ['opening-auction', openAt],
      ['continuous', closeAt - 10 * MINUTE_MS],
      ['closing-auction', closeAt],
      ['post-close', postCloseUntil],
      [hasAfterMarket ? 'after-market' : 'after-hours', endAt],
    ]),
  };
}

function nxtHours(date: TradeDate): SessionHours {
  const isLateStart = isExamDay(date) || isFirstTradingDayOfYear(date);
  const lateEnd = isExamDay(date) ? HOUR_MS : 0;
  const midnight = kstMidnight(date);
  const openAt = midnight + (isLateStart ? 10 : 9) * HOUR_MS + 30 * SECOND_MS;
  const closeAt = midnight + 15 * HOUR_MS + 20 * MINUTE_MS + lateEnd;
  const auctionFrom = closeAt + 10 * MINUTE_MS;
  const day: PhaseUntil[] = [
    ['continuous', closeAt],
    ['break', auctionFrom],
    ['after-market-auction', auctionFrom + 10 * MINUTE_MS],
    ['after-market', midnight + 20 * HOUR_MS],
  ];
  if (isLateStart) return { date, venue: 'NXT', openAt, closeAt, spans: spans(openAt, day) };

  const morning: PhaseUntil[] = [
    ['pre-market', midnight + 8 * HOUR_MS + 50 * MINUTE_MS],
    ['break', openAt],
  ];
  return { date, venue: 'NXT', openAt, closeAt, spans: spans(midnight + 8 * HOUR_MS, [...morning, ...day]) };
}

type PhaseUntil = readonly [phase: SessionPhase, until: EpochMs];

/** Phases one after another: each begins where the one before it ends. */
function spans(from: EpochMs, phases: readonly PhaseUntil[]): SessionSpan[] {
  let start = from;
  return phases.map(([phase, until]) => {
    const span = { phase, from: start, until };
    start = until;
    return span;
  });
}
