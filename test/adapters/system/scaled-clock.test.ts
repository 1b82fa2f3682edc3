// A day in minutes: the scaled clock and its wishes follow the wall at any speed, and follow it anew when adjusted.

import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { scaledClock } from '#adapters/system/scaled-clock.ts';
import { InvariantError } from '#domain/assert.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';

function clocks(speed: number) {
  const wall = new VirtualClock(1_000_000);
  const clock = scaledClock({ wall, anchorWall: 1_000_000, anchorTime: 50_000_000, speed });
  return { wall, clock };
}

test('time runs at the given speed from the anchor', () => {
  const { wall, clock } = clocks(60);
  expect(clock.now()).toBe(50_000_000);
  wall.advanceBy(1_500);
  expect(clock.now()).toBe(50_000_000 + 90_000);
});

test('the time is whole milliseconds at any speed', () => {
  const { wall, clock } = clocks(0.3);
  wall.advanceBy(5);
  expect(clock.now()).toBe(50_000_001);
});

test('a wish is granted at or after its time, within one millisecond of the wall', () => {
  const speeds = fc.double({ min: 0.01, max: 5_000, noNaN: true });
  fc.assert(
    fc.property(speeds, fc.integer({ min: 1, max: 10_000_000 }), (speed, delay) => {
      const { wall, clock } = clocks(speed);
      const at = 50_000_000 + delay;
      let wokenAt = 0;
      clock.wakeAt(at, () => {
        wokenAt = clock.now();
      });
      wall.advanceBy(Math.ceil(delay / speed) + 1);
      expect(wokenAt).toBeGreaterThanOrEqual(at);
      expect(wokenAt).toBeLessThan(at + speed + 1);
    }),
  );
});

test('a wish taken back is taken back from the wall too', () => {
  const { wall, clock } = clocks(10);
  const wake = vi.fn();
  clock.wakeAt(50_001_000, wake)();
  expect(wall.nextWakeAt).toBeNull();
  wall.advanceBy(1_000);
  expect(wake).not.toHaveBeenCalled();
});

test.each([
  ['the clock jumps ahead', 50_005_000, 10, 500],
  ['the clock jumps back', 49_990_000, 10, 2_000],
  ['time runs faster', 50_001_000, 90, 100],
  ['time runs slower', 50_001_000, 1, 9_000],
  ['the clock jumps past the wish', 50_020_000, 10, 0],
])('adjusted so that %s, a waiting wish comes true by the new reckoning', (_name, now, speed, wallMs) => {
  const { wall, clock } = clocks(10);
  const wake = vi.fn();
  clock.wakeAt(50_010_000, wake);
  wall.advanceBy(100);

  clock.adjust(now, speed);

  expect(clock.now()).toBe(now);
  if (wallMs > 0) wall.advanceBy(wallMs - 1);
  expect(wake).not.toHaveBeenCalled();
  wall.advanceBy(1);
  expect(wake).toHaveBeenCalledOnce();
});

test('a wish that came true is not made again by an adjustment', () => {
  const { wall, clock } = clocks(10);
  const wake = vi.fn();
  clock.wakeAt(50_000_010, wake);
  wall.advanceBy(1);
  clock.adjust(49_000_000, 10);
  wall.advanceBy(1_000_000);
  expect(wake).toHaveBeenCalledOnce();
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('a speed of %d is refused', (speed) => {
  expect(() => clocks(speed)).toThrow(InvariantError);
  expect(() => clocks(1).clock.adjust(0, speed)).toThrow(InvariantError);
});
