// The life of the WebSocket: connect, log in, let the services speak, stay, and come back. It is up only when everything is
// registered, because nothing survives a reconnect; and it never fights another login of the same key (kiwoom-wire 1.6).

import type { Clock } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import { answerError, closeError, KiwoomError, systemError } from '../errors/errors.ts';
import { type Log, silentLog } from '../log.ts';
import { loginFrame } from '../registration/registration.ts';
import type { SocketConnection } from '../transport.ts';
import { decodeFrame, type Frame, type RealEntry } from './frame.ts';
import {
  backoffMs,
  NIGHTLY_RESTART,
  nextQuietStart,
  outsideQuietHours,
  type QuietHours,
} from './reconnect-policy.ts';
import {
  DEFAULT_SESSION_TIMES,
  type SessionLine,
  type SessionService,
  type SessionTimes,
  type SocketSessionOptions,
} from './session-options.ts';

type Phase = 'idle' | 'waiting' | 'connecting' | 'logging-in' | 'registering' | 'up' | 'ended';

/** One lasting session. `start` once, `stop` once. */
export class SocketSession {
  readonly #options: SocketSessionOptions;
  readonly #clock: Clock;
  readonly #timers: Clock;
  readonly #times: SessionTimes;
  readonly #quietHours: QuietHours | null;
  readonly #log: Log;
  readonly #services: readonly SessionService[];
  #phase: Phase = 'idle';
  #connection: SocketConnection | null = null;
  #token = '';
  /** Counts connections, so that a late word of an old one is not heard. */
  #epoch = 0;
  #attempt = 0;
  #hasRenewedToken = false;
  #isReportedDown = false;
  #heardAt: EpochMs = 0;
  #cancelTimer: () => void = nothing;
  #cancelSilence: () => void = nothing;
  #cancelQuiet: () => void = nothing;

  constructor(options: SocketSessionOptions) {
    this.#options = options;
    this.#clock = options.clock;
    this.#timers = options.timers ?? options.clock;
    this.#times = options.times ?? DEFAULT_SESSION_TIMES;
    this.#quietHours = options.quietHours === undefined ? NIGHTLY_RESTART : options.quietHours;
    this.#log = options.log ?? silentLog;
    this.#services = [
      options.registrations,
      ...(options.conditions === undefined ? [] : [options.conditions]),
    ];
  }

  get isUp(): boolean {
    return this.#phase === 'up';
  }

  start(): void {
    if (this.#phase !== 'idle') return;
    this.#watchQuietHours();
    this.#connectOutsideQuietHours();
  }

  /** Ends it without a word. */
  stop(): void {
    this.#leave('stopped');
  }

  #connectOutsideQuietHours(): void {
    const now = this.#clock.now();
    const allowedAt = outsideQuietHours(now, this.#quietHours);
    if (allowedAt <= now) {
      void this.#connect();
      return;
    }
    this.#phase = 'waiting';
    this.#log.info({ until: allowedAt }, 'quiet hours: staying offline');
    this.#cancelTimer = this.#clock.wakeAt(allowedAt, () => void this.#connect());
  }

  async #connect(): Promise<void> {
    this.#phase = 'connecting';
    const epoch = ++this.#epoch;
    this.#setTimer(this.#times.login, () => this.#lose('no login in time'));
    try {
      this.#token = await this.#options.token.get();
    } catch (error) {
      if (epoch !== this.#epoch || this.#phase !== 'connecting') return;
      this.#failToken(error);
      return;
    }
    if (epoch !== this.#epoch || this.#phase !== 'connecting') return;
    this.#connection = this.#options.transport.connect(this.#options.url, {
      onOpen: () => {
        if (epoch === this.#epoch) this.#logIn();
      },
      onMessage: (message) => {
        if (epoch === this.#epoch) this.#hear(message);
      },
      onClose: (code, reason) => {
        if (epoch === this.#epoch) this.#lose(closeError(code, reason).message);
      },
    });
  }

  #failToken(error: unknown): void {
    if (!(error instanceof KiwoomError)) throw error;
    const isHopeless = error.code === 'bad-keys' || error.code === 'not-permitted' || error.code === 'closed';
    if (isHopeless) this.#end(error.message);
    else this.#lose(error.message);
  }

  #logIn(): void {
    this.#phase = 'logging-in';
    this.#heardAt = this.#timers.now();
    this.#watchSilence();
    this.#connection?.send(loginFrame(this.#token));
  }

  #hear(message: Uint8Array | string): void {
    this.#heardAt = this.#timers.now();
    if (this.#options.takeFrame?.(message, this.#clock.now()) === true) return;
    const frame = decodeFrame(message);
    switch (frame.kind) {
      case 'real':
        this.#deliver(frame.entries);
        return;
      case 'ping':
        this.#connection?.send(frame.text);
        return;
      case 'login':
        if (this.#phase === 'logging-in') this.#onLogin(frame);
        return;
      case 'system':
        this.#onSystem(frame);
        return;
      case 'undecodable':
        this.#options.onUnknown?.('frame');
        return;
      default:
        if (!this.#services.some((service) => service.hear(frame))) {
          this.#options.onUnknown?.(`frame ${frame.trnm}`);
        }
        return;
    }
  }

  #deliver(entries: readonly RealEntry[]): void {
    const at = this.#clock.now();
    for (const entry of entries) this.#options.onEntry(entry, at);
  }

  #onLogin(frame: Extract<Frame, { kind: 'login' }>): void {
    if (frame.returnCode === 0) {
      this.#hasRenewedToken = false;
      this.#phase = 'registering';
      this.#cancelTimer();
      const line = this.#lineOf(this.#epoch);
      this.#options.registrations.begin(line, () => this.#rise(line));
      return;
    }
    const error = answerError('LOGIN', null, frame.returnCode, frame.message);
    if (error.code === 'token-invalid' && !this.#hasRenewedToken) {
      this.#hasRenewedToken = true;
      this.#dropConnection(error.message);
      void this.#renewAndReturn(this.#token);
      return;
    }
    // A fresh token of the wrong domain stays wrong; everything else may pass.
    if (error.innerCode === '8031' || error.code === 'not-permitted') this.#end(error.message);
    else this.#lose(error.message);
  }

  async #renewAndReturn(dead: string): Promise<void> {
    this.#phase = 'connecting';
    const epoch = ++this.#epoch;
    try {
      await this.#options.token.replace(dead);
    } catch (error) {
      if (epoch === this.#epoch && this.#phase === 'connecting') this.#failToken(error);
      return;
    }
    if (epoch !== this.#epoch || this.#phase !== 'connecting') return;
    this.#reconnectAfter(backoffMs(1, 0));
  }

  /** What services may do with the present connection; nothing once it is gone. */
  #lineOf(epoch: number): SessionLine {
    return {
      send: (text) => {
        if (epoch === this.#epoch) this.#connection?.send(text);
      },
      lose: (reason) => {
        if (epoch === this.#epoch) this.#lose(reason);
      },
    };
  }

  #onSystem(frame: Extract<Frame, { kind: 'system' }>): void {
    this.#log.warn({ code: frame.code }, 'the server ends the session');
    const error = systemError(frame.code, frame.message);
    // The same key logged in elsewhere: coming back would start a war.
    if (error.code === 'session-taken') this.#end(error.message);
    else this.#lose(error.message);
  }

  #rise(line: SessionLine): void {
    this.#phase = 'up';
    this.#attempt = 0;
    this.#isReportedDown = false;
    this.#log.info({}, 'real-time session up');
    this.#options.onConnection({ type: 'feed-up', at: this.#clock.now() });
    if (this.#phase === 'up') this.#options.conditions?.begin(line, nothing);
  }

  /** The connection is gone or useless: say so once, and come back. */
  #lose(reason: string): void {
    if (this.#phase === 'ended') return;
    this.#dropConnection(reason);
    this.#reportDown(reason, false);
    this.#hasRenewedToken = false;
    this.#attempt++;
    this.#reconnectAfter(backoffMs(this.#attempt, this.#options.jitter()));
  }

  #reconnectAfter(ms: number): void {
    this.#phase = 'waiting';
    this.#setTimer(ms, () => this.#connectOutsideQuietHours());
  }

  /** For good: a person has to look. */
  #end(reason: string): void {
    this.#leave(reason);
    this.#isReportedDown = false;
    this.#reportDown(reason, true);
  }

  #reportDown(reason: string, final: boolean): void {
    this.#log[final ? 'error' : 'warn']({ reason, attempt: this.#attempt }, 'real-time session down');
    if (this.#isReportedDown) return;
    this.#isReportedDown = true;
    this.#options.onConnection({ type: 'feed-down', at: this.#clock.now(), reason, final });
  }

  #leave(reason: string): void {
    this.#cancelQuiet();
    this.#dropConnection(reason);
    this.#phase = 'ended';
  }

  #dropConnection(reason: string): void {
    this.#epoch++;
    for (const service of this.#services) service.end(reason);
    this.#cancelTimer();
    this.#cancelSilence();
    this.#connection?.close();
    this.#connection = null;
  }

  #watchSilence(): void {
    this.#cancelSilence = this.#timers.wakeAt(this.#heardAt + this.#times.silence, () => {
      if (this.#timers.now() - this.#heardAt >= this.#times.silence) this.#lose('silent for too long');
      else this.#watchSilence();
    });
  }

  /** Leaves before the server is restarted, instead of being cut. */
  #watchQuietHours(): void {
    const quiet = this.#quietHours;
    if (quiet === null) return;
    this.#cancelQuiet = this.#clock.wakeAt(nextQuietStart(this.#clock.now(), quiet), () => {
      this.#watchQuietHours();
      if (this.#phase === 'ended') return;
      this.#dropConnection('quiet hours');
      this.#reportDown('quiet hours', false);
      this.#attempt = 0;
      this.#connectOutsideQuietHours();
    });
  }

  #setTimer(ms: number, wake: () => void): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#timers.wakeAt(this.#timers.now() + ms, wake);
  }
}

function nothing(): void {
  // No timer is running, or nobody waits.
}
