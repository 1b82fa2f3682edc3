// Wishes on the wall clock: never early, however far away, and right after the wall clock was set.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from '#adapters/system/system-clock.ts';

const START = Date.parse('2026-11-20T00:00:00Z');
const DAY = 86_400_000;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

test('it shows the wall time', () => {
  expect(systemClock().now()).toBe(START);
});

test.each([
  ['a moment away', 1],
  ['ten seconds away', 10_000],
  ['just as long as one sleep', 30_000],
  ['longer than one sleep', 30_001],
  ['longer than a timer can hold', 40 * DAY],
])('a wish %s comes true once and not early', (_name, delay) => {
  const wake = vi.fn();
  systemClock().wakeAt(START + delay, wake);
  vi.advanceTimersByTime(delay - 1);
  expect(wake).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(wake).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(DAY);
  expect(wake).toHaveBeenCalledOnce();
});

test('a wish that is due already comes true soon, but not inside the call', () => {
  const wake = vi.fn();
  systemClock().wakeAt(START - 1, wake);
  expect(wake).not.toHaveBeenCalled();
  vi.advanceTimersByTime(0);
  expect(wake).toHaveBeenCalledOnce();
});

test.each([5, 45_000])('a wish taken back after %i ms stays unfulfilled', (after) => {
  const wake = vi.fn();
  const takeBack = systemClock().wakeAt(START + 60_000, wake);
  vi.advanceTimersByTime(after);
  takeBack();
  vi.advanceTimersByTime(DAY);
  expect(wake).not.toHaveBeenCalled();
});

test('after the machine slept, a wish is at most half a minute late', () => {
  const wake = vi.fn();
  systemClock().wakeAt(START + DAY, wake);
  vi.advanceTimersByTime(1_000);
  vi.setSystemTime(START + DAY + 5_000);
  vi.advanceTimersByTime(30_000);
  expect(wake).toHaveBeenCalledOnce();
});

test('after the wall clock was set back, a wish waits for its time', () => {
  const wake = vi.fn();
  systemClock().wakeAt(START + 20_000, wake);
  vi.setSystemTime(START - 3_600_000);
  vi.advanceTimersByTime(3_600_000 + 19_999);
  expect(wake).not.toHaveBeenCalled();
  vi.advanceTimersByTime(30_000);
  expect(wake).toHaveBeenCalledOnce();
});
