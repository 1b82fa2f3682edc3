// A clock that runs faster than the wall: the engine follows a simulated exchange whose day takes minutes. It can be set
// anew while wishes wait; they then come true by the new reckoning.

import { assert } from '#domain/assert.ts';
import type { Clock } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';

export interface ScaledClock extends Clock {
  /** From this moment on it is `exchangeNow`, and time runs `speed` times as fast as on the wall. May go backwards. */
  adjust(exchangeNow: EpochMs, speed: number): void;
}

export interface ScaledClockOptions {
  readonly wall: Clock;
  /** A moment on the wall, and the time this clock shows at that moment. */
  readonly anchorWall: EpochMs;
  readonly anchorTime: EpochMs;
  /** Milliseconds of this clock in one of the wall; more than 0. */
  readonly speed: number;
}

interface Wish {
  readonly at: EpochMs;
  readonly wake: () => void;
  takeBack: () => void;
}

/** A clock that shows `anchorTime` at `anchorWall` and runs `speed` times as fast as `wall`. */
export function scaledClock(options: ScaledClockOptions): ScaledClock {
  const { wall } = options;
  let { anchorWall, anchorTime, speed } = options;
  const wishes = new Set<Wish>();
  assertSpeed(speed);

  const now = (): EpochMs => anchorTime + Math.floor((wall.now() - anchorWall) * speed);

  const schedule = (wish: Wish): void => {
    const wallAt = anchorWall + Math.ceil((wish.at - anchorTime) / speed);
    wish.takeBack = wall.wakeAt(wallAt, () => {
      wishes.delete(wish);
      wish.wake();
    });
  };

  return {
    now,
    wakeAt(at, wake) {
      const wish: Wish = { at, wake, takeBack: () => undefined };
      wishes.add(wish);
      schedule(wish);
      return () => {
        wishes.delete(wish);
        wish.takeBack();
      };
    },
    adjust(exchangeNow, newSpeed) {
      assertSpeed(newSpeed);
      anchorWall = wall.now();
      anchorTime = exchangeNow;
      speed = newSpeed;
      for (const wish of wishes) {
        wish.takeBack();
        schedule(wish);
      }
    },
  };
}

function assertSpeed(speed: number): void {
  assert(speed > 0 && Number.isFinite(speed), `a clock cannot run at ${speed} times the wall's speed`);
}
