// How often something happens in a name: the more won change hands in it, the more orders, though not as many more. The running
// day draws its orders by it, made days leave out the minutes in which nothing would have been traded.

import { MINUTE_MS } from '#domain/time.ts';
import type { Won } from '#domain/units.ts';

/** Mean wait between two events of an average minute, ms, for an instrument of 100 billion won a day. */
const MEAN_WAIT_MS = 450;
const TYPICAL_TURNOVER = 1e11;
/** What trades ten times less has about a quarter of the events. */
const WAIT_POWER = -0.6;
const WAIT_MIN_MS = 300;
const WAIT_MAX_MS = 60_000;
/** Events that take shares from the book. */
export const TAKER_SHARE = 0.3;

/** Mean wait between two events of an average minute, ms, in a name of this turnover a day. */
export function meanWaitOf(turnover: Won): number {
  const wait = MEAN_WAIT_MS * (turnover / TYPICAL_TURNOVER) ** WAIT_POWER;
  return Math.min(Math.max(wait, WAIT_MIN_MS), WAIT_MAX_MS);
}

/** More volume comes in more orders and in larger ones. `activity` is the volume of a minute as a multiple of an average one's. */
export function paceOf(activity: number): number {
  return Math.min(Math.max(Math.sqrt(activity), 0.2), 4);
}

/** Trades that a minute has on average. */
export function tradesInMinute(turnover: Won, activity: number): number {
  return (MINUTE_MS / meanWaitOf(turnover)) * paceOf(activity) * TAKER_SHARE;
}
