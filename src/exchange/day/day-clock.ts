// Which day and phase a market is in, and what comes next. Auctions of KRX end a random half minute late (krx-rules 7.2), drawn
// from the seed, so that the turns of a day are known from its beginning but not from its timetable.

import { assert } from '#domain/assert.ts';
import type { TradingCalendar } from '#domain/calendar.ts';
import { type SessionHours, type SessionPhase, sessionHours } from '#domain/session.ts';
import { kstMidnight } from '#domain/time.ts';
import type { EpochMs, TradeDate } from '#domain/units.ts';
import type { MarketVenue } from '../orders/order-terms.ts';
import { Random } from '../random.ts';
import { lateEnd } from './volatility.ts';

interface PhaseChange {
  readonly at: EpochMs;
  readonly phase: SessionPhase;
}

export class DayClock {
  readonly #seed: number;
  readonly #calendar: TradingCalendar;
  readonly #venue: MarketVenue;
  #tradeDate: TradeDate;
  #hours: SessionHours | null;
  #changes: readonly PhaseChange[];
  /** How many of the day's changes have happened. */
  #happened = 0;
  #nextDayAt: EpochMs;

  constructor(
    seed: number,
    calendar: TradingCalendar,
    tradeDate: TradeDate,
    venue: MarketVenue,
    at: EpochMs = kstMidnight(tradeDate),
  ) {
    this.#seed = seed;
    this.#calendar = calendar;
    this.#venue = venue;
    this.#tradeDate = tradeDate;
    this.#hours = sessionHours(tradeDate, venue);
    this.#changes = changesOf(seed, this.#hours);
    this.#nextDayAt = kstMidnight(calendar.nextTradingDay(tradeDate));
    while (!this.isDayOver && this.nextAt <= at) this.turn();
  }

  get tradeDate(): TradeDate {
    return this.#tradeDate;
  }

  /** The timetable of the day; null while the market did not exist. */
  get hours(): SessionHours | null {
    return this.#hours;
  }

  get phase(): SessionPhase {
    return this.#changes[this.#happened - 1]?.phase ?? 'closed';
  }

  /** The phase that comes next, 'closed' at the end of the day. */
  get nextPhase(): SessionPhase {
    return this.#changes[this.#happened]?.phase ?? 'closed';
  }

  /** True from the first phase of the day until midnight. */
  get hasBegun(): boolean {
    return this.#happened > 0;
  }

  /** True when only the next day is left to come. */
  get isDayOver(): boolean {
    return this.#happened === this.#changes.length;
  }

  /** When the phase ends; when the day is over, the midnight that begins the next one. */
  get nextAt(): EpochMs {
    return this.#changes[this.#happened]?.at ?? this.#nextDayAt;
  }

  /** Turns to the next phase of the day. */
  turn(): void {
    assert(!this.isDayOver, `${this.#tradeDate} has no further phase`);
    this.#happened++;
  }

  /** Turns to the next trading day. */
  turnDay(): void {
    assert(this.isDayOver, `${this.#tradeDate} is not over`);
    this.#tradeDate = this.#calendar.nextTradingDay(this.#tradeDate);
    this.#hours = sessionHours(this.#tradeDate, this.#venue);
    this.#changes = changesOf(this.#seed, this.#hours);
    this.#happened = 0;
    this.#nextDayAt = kstMidnight(this.#calendar.nextTradingDay(this.#tradeDate));
  }
}

function changesOf(seed: number, hours: SessionHours | null): PhaseChange[] {
  if (hours === null) return [];
  const { date, spans } = hours;
  const random = new Random(seed, 'schedule', date);
  const changes: PhaseChange[] = [];
  let at = spans[0]?.from ?? 0;
  for (const { phase, from, until } of spans) {
    changes.push({ at: Math.max(at, from), phase });
    at = phase === 'opening-auction' || phase === 'closing-auction' ? lateEnd(until, 0, random) : until;
  }
  const last = spans.at(-1);
  if (last !== undefined) changes.push({ at: last.until, phase: 'closed' });
  return changes;
}
