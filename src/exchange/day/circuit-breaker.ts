// The market-wide circuit breaker (krx-rules 3.5): levels of the index's fall, each of which has to last a minute and is there
// once a day. What stops programs only is in sidecar.ts.

import { AFTER_MARKET_FROM, type SessionHours } from '#domain/session.ts';
import { MINUTE_MS, SECOND_MS } from '#domain/time.ts';
import type { EpochMs, TradeDate } from '#domain/units.ts';
import type { MarketVenue } from '../orders/order-terms.ts';

export type BreakLevel = 1 | 2 | 3;

/** First trade date of the three levels; there was one, at −10 %, before. */
const THREE_LEVELS_FROM: TradeDate = '2015-06-15';
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

/** The levels of a day. */
interface BreakRules {
  /** How far, in percent, the index must have fallen for each level. */
  readonly falls: readonly number[];
  /** From how long after the opening the index counts, ms. */
  readonly countsAfterMs: EpochMs;
}

const THREE_LEVELS: BreakRules = { falls: [8, 15, 20], countsAfterMs: MINUTE_MS };
/** Until June 2015. That nothing counted in the first five minutes is from the press of those years. */
const ONE_LEVEL: BreakRules = { falls: [10], countsAfterMs: 5 * MINUTE_MS };
/** The level at which the day is over. */
const LAST_LEVEL = 3;
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
  #countsFrom: EpochMs = 0;
  #lastCallAt: EpochMs = 0;
  #rules = THREE_LEVELS;
  /** The level that would be next. */
  #next: BreakLevel | null = 1;
  /** Index value at which the level before was set off. */
  #triggeredAt = Number.POSITIVE_INFINITY;
  #since: EpochMs | null = null;

  /** A new day begins: all levels are there again. */
  startDay({ date, openAt, closeAt }: SessionHours): void {
    this.#rules = date >= THREE_LEVELS_FROM ? THREE_LEVELS : ONE_LEVEL;
    this.#countsFrom = openAt + this.#rules.countsAfterMs;
    this.#lastCallAt = closeAt - LAST_CALL_BEFORE_CLOSE_MS;
    this.#next = 1;
    this.#triggeredAt = Number.POSITIVE_INFINITY;
    this.#since = null;
  }

  /** Sees the index; `base` is the close of the day before. Returns the level that is set off by it. */
  see(at: EpochMs, value: number, base: number): BreakLevel | null {
    const level = this.#next;
    if (level === null || at < this.#countsFrom || !this.#isFallen(value, base, level)) {
      this.#since = null;
      return null;
    }
    this.#since ??= at;
    if (at < this.#since + HOLDS_MS || (level < LAST_LEVEL && at > this.#lastCallAt)) return null;
    this.#since = null;
    this.#triggeredAt = value;
    this.#next = level === this.#rules.falls.length ? null : level === 1 ? 2 : 3;
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
    const isLow = value * 100 <= base * (100 - this.#rules.falls[level - 1]!);
    return isLow && (level === 1 || value * 100 <= this.#triggeredAt * (100 - FURTHER_PERCENT));
  }
}
