// What a session is given: where to, with what, which services speak on it, and whom to tell. Times are in milliseconds.

import type { ConnectionEvent } from '#domain/market-event.ts';
import type { Clock } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import type { Log } from '../log.ts';
import type { AccessToken } from '../rest/token.ts';
import type { SocketTransport } from '../transport.ts';
import type { Frame, RealEntry } from './frame.ts';
import type { QuietHours } from './reconnect-policy.ts';

/** Milliseconds; see DEFAULT_SESSION_TIMES. */
export interface SessionTimes {
  /** From connecting to the answer to LOGIN. */
  readonly login: number;
  readonly ack: number;
  /** Without any frame, PING included, for this long the line is dead: PING comes every 20 s (kiwoom-wire 1.4). */
  readonly silence: number;
  /** Between two REG or REMOVE, and between two condition requests: as others do without trouble (1.13). */
  readonly registerApart: number;
  /** Before a request that met the rate limit is sent again (1.13); doubles up to 30 s. */
  readonly registerAgain: number;
  /** For the answer to a condition request: a search takes the server a while. */
  readonly condition: number;
}

export const DEFAULT_SESSION_TIMES: SessionTimes = {
  login: 10_000,
  ack: 5_000,
  silence: 60_000,
  registerApart: 300,
  registerAgain: 5_000,
  condition: 15_000,
};

/** A connection that is logged in. It does nothing any more once it is lost. */
export interface SessionLine {
  send(text: string): void;
  /** Gives the connection up, to come back with a new one. */
  lose(reason: string): void;
}

/** Something that speaks on the session while it is logged in. */
export interface SessionService {
  /** A connection is there. `onReady` is to be called once, when the service has done what others wait for. */
  begin(line: SessionLine, onReady: () => void): void;
  /** True when the frame was meant for this service. */
  hear(frame: Frame): boolean;
  /** The connection is gone, or never came to be. Followed by another `begin` unless the session was stopped. */
  end(reason: string): void;
}

export interface SocketSessionOptions {
  readonly url: string;
  readonly transport: SocketTransport;
  readonly token: AccessToken;
  /** Market time: what events are stamped with, and what the quiet hours are hours of. */
  readonly clock: Clock;
  /** The clock of time-outs and pauses; differs from `clock` only beside a simulated exchange that runs fast. */
  readonly timers?: Clock;
  /** Begins after each login; the session is up when it is ready. */
  readonly registrations: SessionService;
  /** Begins when the session is up. */
  readonly conditions?: SessionService;
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
