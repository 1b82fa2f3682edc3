// The market-wide circuit breaker (krx-rules 3.5): three levels of the index's fall, each of which has to last a minute. What
// stops programs only is in sidecar.ts.

import { AFTER_MARKET_FROM, type SessionHours } from '#domain/session.ts';
import { MINUTE_MS, SECOND_MS } from '#domain/time.ts';
import type { EpochMs, TradeDate } from '#domain/units.ts';
import type { MarketVenue } from '../orders/order-terms.ts';

export type BreakLevel = 1 | 2 | 3;

/** First trade date of the three levels; the single one at −10 % before is not modelled. */
export const BREAKER_FROM: TradeDate = '2015-06-15';
/** Nothing is traded for this long at the first two levels, and orders gather for this long afterwards. */
export const BREAK_MS = 20 * MINUTE_MS;
const REOPENING_MS = 10 * MINUTE_MS;
/** On NXT, which has such auctions since the after-market of KRX began; it just went on before (krx-rules 3.1). */
const NXT_REOPENING_MS = 30 * SECOND_MS;

/** How long orders gather for one price after any halt, ms; 0 where trading goes on without. */
export function reopeningMs(venue: MarketVenue, date: TradeDate): EpochMs {
  if (venue === 'KRX') return REOPENING_MS;
  return date < AFTER_MARKET_FROM ? 0 : NXT_REOPENING_MS;
}

const FALL_PERCENT: Readonly<Record<BreakLevel, number>> = { 1: 8, 2: 15, 3: 20 };
/** A level must also be this far below where the one before was set off. */
const FURTHER_PERCENT = 1;
const HOLDS_MS = MINUTE_MS;
/** The first two levels are not set off this late: 14:50 on a plain day. */
const LAST_CALL_BEFORE_CLOSE_MS = 40 * MINUTE_MS;

/** What a breaker knows of its day. */
export interface SavedBreaker {
  /** The level that would be next; null when all were set off. */
  readonly next: BreakLevel | null;
  /** Index value in hundredths at which the level before was set off; null before any. */
  readonly triggeredAt: number | null;
  /** Since when the index has been low enough; null while it is not. */
  readonly since: EpochMs | null;
}

export class CircuitBreaker {
  #openAt: EpochMs = 0;
  #lastCallAt: EpochMs = 0;
  #isOn = false;
  /** The level that would be next. */
  #next: BreakLevel | null = 1;
  /** Index value at which the level before was set off. */
  #triggeredAt = Number.POSITIVE_INFINITY;
  #since: EpochMs | null = null;

  /** A new day begins: all levels are there again. */
  startDay({ date, openAt, closeAt }: SessionHours): void {
    this.#isOn = date >= BREAKER_FROM;
    this.#openAt = openAt;
    this.#lastCallAt = closeAt - LAST_CALL_BEFORE_CLOSE_MS;
    this.#next = 1;
    this.#triggeredAt = Number.POSITIVE_INFINITY;
    this.#since = null;
  }

  /** Sees the index; `base` is the close of the day before. Returns the level that is set off by it. */
  see(at: EpochMs, value: number, base: number): BreakLevel | null {
    const level = this.#next;
    if (
      !this.#isOn ||
      level === null ||
      at < this.#openAt + HOLDS_MS ||
      !this.#isFallen(value, base, level)
    ) {
      this.#since = null;
      return null;
    }
    this.#since ??= at;
    if (at < this.#since + HOLDS_MS || (level < 3 && at > this.#lastCallAt)) return null;
    this.#since = null;
    this.#triggeredAt = value;
    this.#next = level === 3 ? null : level === 1 ? 2 : 3;
    return level;
  }

  save(): SavedBreaker {
    return {
      next: this.#next,
      triggeredAt: Number.isFinite(this.#triggeredAt) ? this.#triggeredAt : null,
      since: this.#since,
    };
  }

  /** Goes on with the levels a saved day had left; to be called after `startDay`. */
  resume({ next, triggeredAt, since }: SavedBreaker): void {
    this.#next = next;
    this.#triggeredAt = triggeredAt ?? Number.POSITIVE_INFINITY;
    this.#since = since;
  }

  #isFallen(value: number, base: number, level: BreakLevel): boolean {
    const isLow = value * 100 <= base * (100 - FALL_PERCENT[level]);
    return isLow && (level === 1 || value * 100 <= this.#triggeredAt * (100 - FURTHER_PERCENT));
  }
}
