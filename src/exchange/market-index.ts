// The index of the simulated market (KOSPI, code 001): it follows the path that all instruments have in common, and is told
// every ten seconds of the regular session. Orders do not move it.

import type { SessionHours, SessionPhase } from '#domain/session.ts';
import { MINUTE_MS, SECOND_MS } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import { type DayPath, POINTS_PER_MINUTE } from './price-path.ts';

export const KOSPI_INDEX_CODE = '001';
/** Where the index stood before the first day of the history, in hundredths of a point. */
export const FIRST_INDEX_HUNDREDTHS = 270_000;
const GAP_MS = 10 * SECOND_MS;

/** The index at the close of a day that began at `base`, both in hundredths. */
export function indexClose(base: number, market: DayPath): number {
  return Math.round(base * Math.exp(market.close));
}

export class MarketIndex {
  #base: number;
  #hours: SessionHours;
  #path: DayPath;
  #nextAt: EpochMs = Number.POSITIVE_INFINITY;

  /** `base` is the close of the day before, in hundredths. */
  constructor(base: number, hours: SessionHours, path: DayPath) {
    this.#base = base;
    this.#hours = hours;
    this.#path = path;
  }

  get base(): number {
    return this.#base;
  }

  /** When it is to be told next; infinity outside the regular session. */
  get nextAt(): EpochMs {
    return this.#nextAt;
  }

  startDay(hours: SessionHours, path: DayPath): void {
    this.#base = indexClose(this.#base, this.#path);
    this.#hours = hours;
    this.#path = path;
  }

  /** The exchange has come to `phase` at `at`. */
  enter(phase: SessionPhase, at: EpochMs): void {
    if (phase !== 'continuous' && phase !== 'closing-auction') this.#nextAt = Number.POSITIVE_INFINITY;
    else if (this.#nextAt === Number.POSITIVE_INFINITY) this.#nextAt = at;
  }

  /** The value now, in hundredths; the next one is due ten seconds later. */
  tell(now: EpochMs): number {
    this.#nextAt = now + GAP_MS;
    const { points } = this.#path;
    const position = Math.floor(((now - this.#hours.openAt) / MINUTE_MS) * POINTS_PER_MINUTE);
    const point = points[Math.max(position, 0)] ?? this.#path.close;
    return Math.round(this.#base * Math.exp(point));
  }
}
