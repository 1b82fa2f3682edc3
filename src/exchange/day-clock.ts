// Which day and phase the exchange is in, and what comes next. Auctions end a random half minute late (krx-rules 7.2), drawn
// from the seed, so that the turns of a day are known from its beginning but not from its timetable.

import { assert } from '#domain/assert.ts';
import type { TradingCalendar } from '#domain/calendar.ts';
import { type SessionHours, type SessionPhase, sessionHours } from '#domain/session.ts';
import { kstMidnight, SECOND_MS } from '#domain/time.ts';
import type { EpochMs, TradeDate } from '#domain/units.ts';
import { Random } from './random.ts';

interface PhaseChange {
  readonly at: EpochMs;
  readonly phase: SessionPhase;
}

/** True while this exchange takes orders: its evening, with its own kinds of orders, is not simulated. */
export function takesOrders(phase: SessionPhase): boolean {
  return phase === 'continuous' || isAuction(phase);
}

/** True while orders gather for a single price. */
export function isAuction(phase: SessionPhase): boolean {
  return phase === 'opening-auction' || phase === 'closing-auction';
}

const AUCTION_END_MS_MAX = 30 * SECOND_MS;

export class DayClock {
  readonly #seed: number;
  readonly #calendar: TradingCalendar;
  #tradeDate: TradeDate;
  #hours: SessionHours;
  #changes: readonly PhaseChange[];
  /** How many of the day's changes have happened. */
  #happened = 0;
  #nextDayAt: EpochMs;

  constructor(seed: number, calendar: TradingCalendar, tradeDate: TradeDate) {
    this.#seed = seed;
    this.#calendar = calendar;
    this.#tradeDate = tradeDate;
    this.#hours = sessionHours(tradeDate);
    this.#changes = changesOf(seed, this.#hours);
    this.#nextDayAt = kstMidnight(calendar.nextTradingDay(tradeDate));
  }

  get tradeDate(): TradeDate {
    return this.#tradeDate;
  }

  get hours(): SessionHours {
    return this.#hours;
  }

  get phase(): SessionPhase {
    return this.#changes[this.#happened - 1]?.phase ?? 'closed';
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

  /** Turns to the phase that `at`, a moment of this day, lies in. */
  turnTo(at: EpochMs): void {
    while (!this.isDayOver && this.nextAt <= at) this.turn();
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
    this.#hours = sessionHours(this.#tradeDate);
    this.#changes = changesOf(this.#seed, this.#hours);
    this.#happened = 0;
    this.#nextDayAt = kstMidnight(this.#calendar.nextTradingDay(this.#tradeDate));
  }
}

function changesOf(seed: number, { date, spans }: SessionHours): PhaseChange[] {
  const random = new Random(seed, 'schedule', date);
  const changes: PhaseChange[] = [];
  let late = 0;
  for (const { phase, from } of spans) {
    changes.push({ at: from + late, phase });
    late = isAuction(phase) ? random.integer(AUCTION_END_MS_MAX) : 0;
  }
  const last = spans.at(-1);
  if (last !== undefined) changes.push({ at: last.until, phase: 'closed' });
  return changes;
}
