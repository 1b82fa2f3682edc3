// How often an exchange is kept: every second, and less often where keeping it takes long.

import { describe, expect, it } from 'vitest';
import { saveRegularly } from '#app/exchange/exchange-state.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';

function saving(tookMs: number) {
  const virtual = new VirtualClock(0);
  let spent = 0;
  const clock = {
    now: () => virtual.now() + spent,
    wakeAt: (at: number, wake: () => void) => virtual.wakeAt(at - spent, wake),
  };
  const savedAt: number[] = [];
  const stop = saveRegularly(clock, () => {
    savedAt.push(clock.now());
    spent += tookMs;
  });
  return { virtual, savedAt, stop };
}

describe('a kept exchange', () => {
  it.each([
    [0, [0, 1_000, 2_000, 3_000]],
    [50, [0, 1_050, 2_100, 3_150]],
    [100, [0, 2_100, 4_200]],
    [400, [0, 8_400]],
  ])('whose saving takes %i ms is saved at %j', (tookMs, expected) => {
    const { virtual, savedAt } = saving(tookMs);
    while (savedAt.length < expected.length) virtual.advanceBy(500);
    expect(savedAt.slice(0, expected.length)).toEqual(expected);
  });

  it('is saved no more once that is ended', () => {
    const { virtual, savedAt, stop } = saving(0);
    stop();
    virtual.advanceBy(10_000);
    expect(savedAt).toEqual([0]);
  });
});
