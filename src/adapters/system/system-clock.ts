// The clock on the wall: with random-jitter.ts the only place where the machine's own time and chance come in.

import type { Clock } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';

/**
 * Timers sleep on a clock that a suspended machine or a corrected wall clock leaves behind, and hold no more than 24.8
 * days. Looking up at least this often, ms, bounds how late a wish can come true.
 */
const LONGEST_SLEEP_MS = 30_000;

/** A Clock on the machine's wall clock. Wishes are kept to the millisecond, never granted early. */
export function systemClock(): Clock {
  return { now: () => Date.now(), wakeAt };
}

function wakeAt(at: EpochMs, wake: () => void): () => void {
  let timer: NodeJS.Timeout;
  const sleep = (): void => {
    const left = at - Date.now();
    // A wish that is due already still waits for a turn: nobody is woken inside their own call.
    timer = setTimeout(left <= 0 ? wake : look, Math.min(Math.max(left, 0), LONGEST_SLEEP_MS));
  };
  const look = (): void => (Date.now() >= at ? wake() : sleep());
  sleep();
  return () => clearTimeout(timer);
}
