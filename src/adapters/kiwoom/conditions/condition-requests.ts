// Asks one condition request after the other: answers carry no number of their request, so that a second one would make
// them ambiguous (kiwoom-wire 1.19). One that stays out costs the connection.

import { assert } from '#domain/assert.ts';
import type { Clock } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import { answerError, type KiwoomError, ownError, parseInnerCode } from '../errors/errors.ts';
import type { SessionLine, SessionTimes } from '../socket/session-options.ts';
import { answers, type ConditionAnswer, type ConditionRequest } from './condition-frames.ts';

interface Pending {
  readonly request: ConditionRequest;
  readonly resolve: (answer: ConditionAnswer) => void;
  readonly reject: (error: KiwoomError) => void;
}

const RATE_LIMITED = '1700';
const LONGEST_PAUSE_MS = 30_000;

/** The requests of one connection after the other. */
export class ConditionRequests {
  readonly #timers: Clock;
  readonly #times: SessionTimes;
  #line: SessionLine | null = null;
  #pending: Pending | null = null;
  #isSent = false;
  #cancelTimer: () => void = () => undefined;
  #notBefore: EpochMs = 0;
  #timesTooFast = 0;

  constructor(timers: Clock, times: SessionTimes) {
    this.#timers = timers;
    this.#times = times;
  }

  begin(line: SessionLine): void {
    this.#line = line;
  }

  /** The connection is gone: whoever waits is told. */
  end(reason: string): void {
    this.#line = null;
    this.#settle()?.reject(lineLost(reason));
  }

  /** The answer, good or bad, but never "too fast": that one is asked again. Rejects when the connection is lost. */
  ask(request: ConditionRequest): Promise<ConditionAnswer> {
    assert(this.#pending === null, 'a condition request is in flight');
    if (this.#line === null) return Promise.reject(lineLost('not connected'));
    return new Promise((resolve, reject) => {
      this.#pending = { request, resolve, reject };
      this.#sendAfter(Math.max(0, this.#notBefore - this.#timers.now()));
    });
  }

  /** Takes an answer. Those nobody waits for are late ones of requests given up. */
  hear(answer: ConditionAnswer): void {
    if (!this.#isSent || this.#pending === null || !answers(answer, this.#pending.request)) return;
    if (codeOf(answer) === RATE_LIMITED) {
      this.#sendAfter(Math.min(LONGEST_PAUSE_MS, this.#times.registerAgain * 2 ** this.#timesTooFast++));
      return;
    }
    this.#timesTooFast = 0;
    this.#settle()?.resolve(answer);
  }

  #sendAfter(ms: number): void {
    this.#isSent = false;
    if (ms > 0) this.#setTimer(ms, () => this.#send());
    else this.#send();
  }

  #send(): void {
    const line = this.#line;
    const request = this.#pending?.request;
    if (line === null || request === undefined) return;
    const { condition, registerApart } = this.#times;
    this.#isSent = true;
    this.#notBefore = this.#timers.now() + registerApart;
    this.#setTimer(condition, () => line.lose(`no answer to ${request.trnm} ${request.seq ?? ''}`.trim()));
    line.send(request.text);
  }

  #settle(): Pending | null {
    const pending = this.#pending;
    this.#pending = null;
    this.#isSent = false;
    this.#cancelTimer();
    return pending;
  }

  #setTimer(ms: number, wake: () => void): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#timers.wakeAt(this.#timers.now() + ms, wake);
  }
}

/** Kiwoom's code of an answer that is no success: the one in its text, or the return code. */
export function codeOf(answer: ConditionAnswer): string {
  return parseInnerCode(answer.message) ?? String(answer.returnCode);
}

/** The error an answer stands for that is no success. */
export function errorOf(answer: ConditionAnswer): KiwoomError {
  return answerError(answer.trnm, null, answer.returnCode, answer.message);
}

/** A search changes nothing, so it may be asked again. */
export function lineLost(reason: string): KiwoomError {
  return ownError('connection', 'CNSRREQ', { retryable: true, definite: true }, reason);
}
