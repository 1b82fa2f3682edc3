// What a chart brings before trading and in the middle of it: whole bars only, and none missing that ended on the way.

import { describe, expect, test } from 'vitest';
import { silentLog } from '#adapters/kiwoom/log.ts';
import type { RestClient } from '#adapters/kiwoom/rest/rest-client.ts';
import { PastBars } from '#app/live/past-bars.ts';
import type { EngineEvent } from '#domain/engine-event.ts';
import { MINUTE_MS, SECOND_MS } from '#domain/time.ts';
import { SAMSUNG, TEN } from '#test/support/engine-story.ts';
import { settled, VirtualClock } from '#test/support/virtual-clock.ts';

/** A server with bars from nine o'clock on, volume 1 while they run and 2 once they are over; answers take `latencyMs`. */
function given(startsAt: number, latencyMs: (nth: number) => number) {
  const clock = new VirtualClock(startsAt);
  const events: EngineEvent[] = [];
  let calls = 0;
  const client = {
    async *pages() {
      const answeredAt = clock.now();
      await clock.settleBy(latencyMs(++calls));
      const rows = [];
      for (let start = TEN - 60 * MINUTE_MS; start <= answeredAt; start += MINUTE_MS) {
        const volume = start + MINUTE_MS <= answeredAt ? 2 : 1;
        rows.push({ tradedAt: start, open: 100, high: 100, low: 100, close: 100, volume });
      }
      yield { rows: rows.reverse(), nextKey: null };
    },
  } as unknown as RestClient;
  const push = (event: EngineEvent): void => void events.push(event);
  const onBroken = (error: unknown): never => {
    throw error;
  };
  const past = new PastBars({ client, clock, log: silentLog, push, onBroken });
  return { past, events, calls: () => calls };
}

/** Minutes from ten o'clock and volume of the bars shown; `end` for the end of the past. */
function inWords(events: readonly EngineEvent[]): string[] {
  return events.map((event) =>
    event.type === 'warm-up-bar' ? `${(event.bar.start - TEN) / MINUTE_MS} x${event.bar.volume}` : 'end',
  );
}

async function shown(startsAt: number, latencyMs: (nth: number) => number) {
  const { past, events, calls } = given(startsAt, latencyMs);
  past.show(SAMSUNG, [{ period: '1m', bars: 2 }]);
  for (let turn = 0; turn < 20; turn++) await settled();
  return { bars: inWords(events), calls: calls() };
}

describe('bars shown while trading', () => {
  test('are those that are over, the last ones', async () => {
    const { bars, calls } = await shown(TEN + 30 * SECOND_MS, () => 50);
    expect({ bars, calls }).toEqual({ bars: ['-2 x2', '-1 x2', 'end'], calls: 1 });
  });

  test('are asked for again when a minute ends while they are on their way', async () => {
    const { bars, calls } = await shown(TEN + 59_990, () => 50);
    expect({ bars, calls }).toEqual({ bars: ['-1 x2', '0 x2', 'end'], calls: 2 });
  });

  test('are asked for three times at most, and are whole all the same', async () => {
    const { bars, calls } = await shown(TEN, () => 90 * SECOND_MS);
    expect({ bars, calls }).toEqual({ bars: ['1 x2', '2 x2', 'end'], calls: 3 });
  });
});
