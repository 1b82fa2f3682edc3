// Carries out what the registration book asks for, on one session after the other: one frame in flight, since the answer does
// not say what it answers (kiwoom-wire 1.11), a pause between two, and a longer one when the server asks for it (1.13).

import type { WatchRefusedEvent } from '#domain/market-event.ts';
import type { Clock } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import { answerError, type KiwoomError } from '../errors/errors.ts';
import { type Log, silentLog } from '../log.ts';
import type { Frame } from '../socket/frame.ts';
import type { SessionLine, SessionService, SessionTimes } from '../socket/session-options.ts';
import { type RegistrationLimits, registrationText } from './registration.ts';
import { RegistrationBook, type Rejection } from './registration-book.ts';
import { ACCOUNT_TYPES, type Want } from './registration-wants.ts';

export interface RegistrationDeskOptions {
  readonly limits: RegistrationLimits;
  /** Market time, for stamps. */
  readonly clock: Clock;
  readonly timers: Clock;
  readonly times: SessionTimes;
  readonly onRefused: (event: WatchRefusedEvent) => void;
  readonly log?: Log;
}

type Ack = Extract<Frame, { kind: 'ack' }>;

/** 105118 is about a group; 105115 is about all codes, and so, as far as is known, is 105111 (kiwoom-wire 1.12). */
const LIMIT_CODES: Readonly<Record<string, Rejection>> = {
  '105111': 'total',
  '105115': 'total',
  '105118': 'group',
};
const RATE_LIMITED = '1700';
const LONGEST_PAUSE_MS = 30_000;

/** Keeps a session registered for what is wanted. It is ready when, for the first time, nothing is left to do. */
export class RegistrationDesk implements SessionService {
  readonly #options: RegistrationDeskOptions;
  readonly #timers: Clock;
  readonly #log: Log;
  readonly #book: RegistrationBook;
  #line: SessionLine | null = null;
  #onReady: (() => void) | null = null;
  #cancelTimer: () => void = nothing;
  #isPausing = false;
  #notBefore: EpochMs = 0;
  /** Answers in a row that said "too fast". */
  #timesTooFast = 0;

  constructor(options: RegistrationDeskOptions) {
    this.#options = options;
    this.#timers = options.timers;
    this.#log = options.log ?? silentLog;
    this.#book = new RegistrationBook(options.limits);
  }

  /** Replaces everything wanted, the most important first. */
  want(wants: readonly Want[]): void {
    this.#book.want(wants);
    this.#work();
  }

  begin(line: SessionLine, onReady: () => void): void {
    this.#line = line;
    this.#onReady = onReady;
    this.#work();
  }

  end(): void {
    this.#line = null;
    this.#onReady = null;
    this.#timesTooFast = 0;
    this.#stopTimer();
    this.#book.lost();
  }

  hear(frame: Frame): boolean {
    if (frame.kind !== 'ack') return false;
    if (this.#line !== null && frame.trnm === this.#book.inFlight?.trnm) this.#onAck(frame, this.#line);
    return true;
  }

  #work(): void {
    const line = this.#line;
    if (line === null || this.#isPausing || this.#book.inFlight !== null) return;
    const wait = this.#notBefore - this.#timers.now();
    if (wait > 0) {
      this.#pause(wait);
      return;
    }
    const frame = this.#book.next();
    if (frame === null) {
      this.#rest();
      return;
    }
    const { ack, registerApart } = this.#options.times;
    this.#notBefore = this.#timers.now() + registerApart;
    this.#setTimer(ack, () => line.lose(`no answer to ${frame.trnm} ${frame.types.join('+')}`));
    line.send(registrationText(frame));
  }

  #onAck(ack: Ack, line: SessionLine): void {
    this.#stopTimer();
    if (ack.returnCode === 0) {
      this.#timesTooFast = 0;
      this.#book.accepted();
      this.#work();
      return;
    }
    const error = answerError(ack.trnm, null, ack.returnCode, ack.message);
    const code = error.innerCode ?? String(ack.returnCode);
    if (code === RATE_LIMITED) {
      this.#book.postponed();
      this.#pause(Math.min(LONGEST_PAUSE_MS, this.#options.times.registerAgain * 2 ** this.#timesTooFast++));
      return;
    }
    this.#log.warn({ code, frame: this.#book.inFlight }, `registration refused: ${error.message}`);
    if (ack.trnm === 'REMOVE')
      this.#book.accepted(); // What cannot be removed is not there.
    else if (this.#isVital(error, code)) {
      line.lose(error.message);
      return;
    } else this.#book.rejected(LIMIT_CODES[code] ?? 'content', error.detail);
    this.#work();
  }

  /** Without our own orders a session is of no use, and what may pass is worth another session. */
  #isVital(error: KiwoomError, code: string): boolean {
    if (LIMIT_CODES[code] === undefined && error.retryable) return true;
    return this.#book.inFlight?.types.some((type) => ACCOUNT_TYPES.includes(type)) === true;
  }

  /** All that can be registered is. */
  #rest(): void {
    const at = this.#options.clock.now();
    // Asked for before anybody is told anything: whoever is told may want something else at once.
    const refusals = this.#book.newRefusals();
    const onReady = this.#onReady;
    this.#onReady = null;
    if (onReady !== null) this.#log.info({ codes: this.#book.codes }, 'registered');
    onReady?.();
    for (const refusal of refusals) {
      this.#options.onRefused({ type: 'watch-refused', at, ...refusal });
    }
  }

  #pause(ms: number): void {
    this.#setTimer(ms, () => this.#work());
    this.#isPausing = true;
  }

  #setTimer(ms: number, wake: () => void): void {
    this.#stopTimer();
    this.#cancelTimer = this.#timers.wakeAt(this.#timers.now() + ms, () => {
      this.#isPausing = false;
      wake();
    });
  }

  #stopTimer(): void {
    this.#cancelTimer();
    this.#cancelTimer = nothing;
    this.#isPausing = false;
  }
}

function nothing(): void {
  // No timer is running.
}
