// The first token of a session. A broker that is busy or away for a moment is asked again; one that says no is not.

import { KiwoomError } from '#adapters/kiwoom/errors/errors.ts';
import type { Log } from '#adapters/kiwoom/log.ts';
import type { Clock } from '#domain/time.ts';

/** Pauses between attempts: 1, 2, 4, 8 s. */
const PAUSE_MS = 1_000;
const PAUSE_MAX_MS = 8_000;

/** Resolves once a token is there; `wall` is the clock of the pauses. Rejects with KiwoomError. */
export async function firstToken(
  token: { get(): Promise<string> },
  wall: Clock,
  log: Pick<Log, 'warn'>,
): Promise<void> {
  for (let pauseMs = PAUSE_MS; ; pauseMs *= 2) {
    try {
      await token.get();
      return;
    } catch (error) {
      const mayPass = error instanceof KiwoomError && error.retryable && pauseMs <= PAUSE_MAX_MS;
      if (!mayPass) throw error;
      log.warn({ code: error.shownCode, pauseMs }, `no token yet: ${error.message}`);
      await new Promise<void>((resolve) => wall.wakeAt(wall.now() + pauseMs, resolve));
    }
  }
}
