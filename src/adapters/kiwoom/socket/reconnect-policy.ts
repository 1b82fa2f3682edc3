// When to connect again: 3, 6, 12 … 60 seconds with full jitter, and not in the hours when Kiwoom restarts its servers
// (kiwoom-wire 1.8, 1.23). Pure functions of time and a random number.

import { DAY_MS, HOUR_MS, kstTimeOfDay, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';

/** A part of every night, in milliseconds since Korean midnight, `from` included and `until` not. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

/** 04:55 to 05:15 KST: sockets are cut around 05:07 and tokens may die. */
export const NIGHTLY_RESTART: QuietHours = {
  from: 4 * HOUR_MS + 55 * MINUTE_MS,
  until: 5 * HOUR_MS + 15 * MINUTE_MS,
};

const FIRST_MS = 3_000;
const LONGEST_MS = 60_000;

/** Milliseconds before reconnect number `attempt` (the first is 1). `jitter` is a random number in [0, 1). */
export function backoffMs(attempt: number, jitter: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 10));
  // At once is always dropped by the server, so the first three seconds are not up to chance.
  return FIRST_MS + Math.floor((ceiling - FIRST_MS) * jitter);
}

/** The moment to connect when `at` was planned: moved to the end of the quiet hours when it falls into them. */
export function outsideQuietHours(at: EpochMs, quiet: QuietHours | null): EpochMs {
  if (quiet === null) return at;
  const timeOfDay = kstTimeOfDay(at);
  return timeOfDay >= quiet.from && timeOfDay < quiet.until ? at - timeOfDay + quiet.until : at;
}

/** When the next quiet hours begin, strictly after `at`. */
export function nextQuietStart(at: EpochMs, quiet: QuietHours): EpochMs {
  const today = at - kstTimeOfDay(at) + quiet.from;
  return today > at ? today : today + DAY_MS;
}
