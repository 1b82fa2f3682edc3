// What a session is given: where to, with what, which registrations, and whom to tell. Times are in milliseconds.

import type { ConnectionEvent } from '#domain/market-event.ts';
import type { Clock } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import type { RealEntry } from './frame.ts';
import type { Log } from './log.ts';
import type { QuietHours } from './reconnect-policy.ts';
import type { Registration } from './registration.ts';
import type { AccessToken } from './token.ts';
import type { SocketTransport } from './transport.ts';

/** Milliseconds; see DEFAULT_SESSION_TIMES. */
export interface SessionTimes {
  /** From connecting to the answer to LOGIN. */
  readonly login: number;
  readonly ack: number;
  /** Without any frame, PING included, for this long the line is dead: PING comes every 20 s (kiwoom-wire 1.4). */
  readonly silence: number;
  /** Before a REG that met the rate limit is sent again (1.13). */
  readonly registerAgain: number;
}

export const DEFAULT_SESSION_TIMES: SessionTimes = {
  login: 10_000,
  ack: 5_000,
  silence: 60_000,
  registerAgain: 5_000,
};

export interface SocketSessionOptions {
  readonly url: string;
  readonly transport: SocketTransport;
  readonly token: AccessToken;
  /** Market time: what events are stamped with, and what the quiet hours are hours of. */
  readonly clock: Clock;
  /** The clock of time-outs and pauses; differs from `clock` only beside a simulated exchange that runs fast. */
  readonly timers?: Clock;
  readonly registrations: readonly Registration[];
  /** A random number in [0, 1) for each reconnect. */
  readonly jitter: () => number;
  /** null keeps the session up through the night. */
  readonly quietHours?: QuietHours | null;
  readonly times?: SessionTimes;
  readonly log?: Log;
  /** Sees each frame first; the session decodes only those it does not take (answers false). */
  readonly takeFrame?: (message: Uint8Array | string, at: EpochMs) => boolean;
  readonly onEntry: (entry: RealEntry, at: EpochMs) => void;
  readonly onConnection: (event: ConnectionEvent) => void;
  /** Told of frames nobody knows, for counting. */
  readonly onUnknown?: (what: string) => void;
}
