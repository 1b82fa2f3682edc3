// Market time from the server: every HTTP answer tells it, so an engine beside a simulated exchange that runs faster than
// the wall, on another day, lives by that exchange's time.

import type { HttpAnswer, HttpTransport } from '#adapters/kiwoom/transport.ts';
import { scaledClock } from '#adapters/system/scaled-clock.ts';
import { type Clock, SECOND_MS } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';

/** Names exchange time in milliseconds and how fast it runs: `1772409600000;speed=600`. Servers may leave it out. */
const CLOCK_HEADER = 'x-exchange-clock';
/** How a clock stands still: slowly enough that nothing comes due before the next answer. */
const STANDSTILL = 1e-6;

export interface ServerClock {
  readonly clock: Clock;
  /** Wraps a transport so that its answers keep the clock right. */
  follow(http: HttpTransport): HttpTransport;
}

/** A clock that shows the wall's time until the first answer came. */
export function serverClock(wall: Clock): ServerClock {
  const clock = scaledClock({ wall, anchorWall: wall.now(), anchorTime: wall.now(), speed: 1 });
  let speed = 1;
  const take = (answer: HttpAnswer): void => {
    const told = timeOf(answer);
    if (told === null) return;
    const tolerance = SECOND_MS + told.speed * 50; // the answer's own way here, in exchange time
    if (told.speed === speed && Math.abs(clock.now() - told.now) <= tolerance) return;
    speed = told.speed;
    clock.adjust(told.now, speed);
  };
  return { clock, follow: (http) => following(http, take) };
}

function following(http: HttpTransport, take: (answer: HttpAnswer) => void): HttpTransport {
  return {
    post(path, headers, body, options) {
      const answered = http.post(path, headers, body, options);
      return answered.then((answer) => {
        take(answer);
        return answer;
      });
    },
    close: () => http.close(),
  };
}

function timeOf({ headers }: HttpAnswer): { readonly now: EpochMs; readonly speed: number } | null {
  const exact = /^(\d+);speed=([\d.]+)$/.exec(headers[CLOCK_HEADER] ?? '');
  if (exact !== null) return { now: Number(exact[1]), speed: Number(exact[2]) || STANDSTILL };
  const date = Date.parse(headers['date'] ?? '');
  return Number.isNaN(date) ? null : { now: date, speed: 1 };
}
