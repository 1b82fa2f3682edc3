// What a session does by the clock: when days and evenings end.

import { describe, expect, test } from 'vitest';
import { endDays } from '#app/live/session-chores.ts';
import { krxCalendar } from '#domain/calendar.ts';
import type { EngineEvent } from '#domain/engine-event.ts';
import { DAY_MS, HOUR_MS, kstMoment } from '#domain/time.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';

describe('trading days end', () => {
  async function endsFrom(date: string, hhmmss: string, ms: number): Promise<string[]> {
    const clock = new VirtualClock(kstMoment(date, hhmmss));
    const ends: string[] = [];
    const push = (event: EngineEvent): void => {
      if (event.type !== 'day-ended') return;
      const hours = (event.at - kstMoment(event.tradeDate, '000000')) / HOUR_MS;
      ends.push(`${event.tradeDate} ${hours.toFixed(2)}`);
    };
    const stop = endDays(krxCalendar, { clock, push });
    await clock.settleBy(ms);
    stop();
    await clock.settleBy(7 * DAY_MS);
    return ends;
  }

  test('after the close and after the evening, day after day, weekends left out', async () => {
    expect(await endsFrom('2026-11-20', '100000', 4 * DAY_MS)).toEqual([
      '2026-11-20 15.53',
      '2026-11-20 20.03',
      '2026-11-23 15.53',
      '2026-11-23 20.03',
    ]);
  });

  test('with the hours of their date, also when begun on a day without trading', async () => {
    // The evening is of 2026-09-11, the last one that ended at six; the 12th is a Saturday.
    expect(await endsFrom('2026-09-11', '160000', DAY_MS)).toEqual(['2026-09-11 16.00', '2026-09-11 18.03']);
    expect(await endsFrom('2026-09-12', '100000', 3 * DAY_MS)).toEqual([
      '2026-09-14 15.53',
      '2026-09-14 20.03',
    ]);
  });
});
