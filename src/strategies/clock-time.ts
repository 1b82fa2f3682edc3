// Times of day in parameters: `15:15`, Korean time.

import { z } from 'zod';
import { MINUTE_MS } from '#domain/time.ts';

/** A time of day written HH:MM. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected HH:MM');

/** ms since midnight in Korea, as kstTimeOfDay counts them. */
export function timeOfDay(clock: string): number {
  return (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * MINUTE_MS;
}
