// Asks the queries of the configuration again and again, in engine time: while somebody listens, the feed is up and the
// part of the day is one of the poll's. An answer is compared with the one before and handed to the strategies.

import { defer, finalize, type Observable, Subject } from 'rxjs';
import type { PollAnsweredEvent, PollFailedEvent } from '#domain/market-event.ts';
import type { PlainRecord } from '#domain/plain.ts';
import type { SessionPhase } from '#domain/session.ts';
import { MINUTE_MS } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import type { QueryUpdate } from '#strategies/strategy.ts';
import { markRows } from './mark-rows.ts';
import type { Poll } from './ports.ts';
import type { StepLog } from './step-log.ts';

/** An answer that has not come by then never will: longer than the adapter waits in its queues and tries again. */
const GIVE_UP_MS = MINUTE_MS;

interface PollState {
  readonly poll: Poll;
  readonly updates$: Subject<QueryUpdate<PlainRecord>>;
  listeners: number;
  /** When it was last asked; null before the first time. */
  askedAt: EpochMs | null;
  /** True while the answer to the last question is on its way. */
  isAsked: boolean;
  lastAnswer: PlainRecord | null;
}

export class PollDesk {
  /** When `ask` has something to do next; infinite when it has not. Looked at for every event, so it is kept, not computed. */
  dueAt: EpochMs = Number.POSITIVE_INFINITY;
  readonly #states: readonly PollState[];
  readonly #log: StepLog;
  #isUp = false;
  #phase: SessionPhase = 'closed';

  constructor(polls: readonly Poll[], log: StepLog) {
    this.#log = log;
    this.#states = polls.map((poll) => ({
      poll,
      updates$: new Subject(),
      listeners: 0,
      askedAt: null,
      isAsked: false,
      lastAnswer: null,
    }));
  }

  /** The updates of the poll called `name`, or of the only one that asks `query`. Throws when there is no such one poll. */
  updatesOf(query: string, name: string | undefined): Observable<QueryUpdate<PlainRecord>> {
    const state = this.#stateOf(query, name);
    return defer(() => {
      state.listeners++;
      this.#plan();
      return state.updates$;
    }).pipe(
      finalize(() => {
        state.listeners--;
        this.#plan();
      }),
    );
  }

  onFeed(isUp: boolean): void {
    this.#isUp = isUp;
    this.#plan();
  }

  onPhase(phase: SessionPhase): void {
    this.#phase = phase;
    this.#plan();
  }

  /** The broker answered, or did not; polls that the configuration no longer has are left out. */
  onReply(event: PollAnsweredEvent | PollFailedEvent): void {
    const { at, poll } = event;
    const state = this.#states.find((one) => one.poll.name === poll);
    if (state === undefined) return;
    state.isAsked = false;
    this.#plan();
    if (event.type === 'poll-failed') return;
    const { answer } = event;
    const marked = markRows(answer, state.lastAnswer);
    state.lastAnswer = answer;
    state.updates$.next({ at, poll, answer, ...marked });
  }

  /** Asks what is due. */
  ask(): void {
    const { now } = this.#log;
    for (const state of this.#states) {
      if (!this.#isActive(state) || this.#nextAt(state) > now) continue;
      state.askedAt = now;
      state.isAsked = true;
      this.#log.effect({ type: 'ask', poll: state.poll });
    }
    this.#plan();
  }

  #plan(): void {
    let dueAt = Number.POSITIVE_INFINITY;
    for (const state of this.#states) {
      if (this.#isActive(state)) dueAt = Math.min(dueAt, this.#nextAt(state));
    }
    this.dueAt = dueAt;
  }

  #isActive({ listeners, poll }: PollState): boolean {
    return this.#isUp && listeners > 0 && poll.phases.includes(this.#phase);
  }

  /** At once for the first time, then once a period; while an answer is on its way not before it was given up. */
  #nextAt({ askedAt, isAsked, poll }: PollState): EpochMs {
    if (askedAt === null) return Number.NEGATIVE_INFINITY;
    return askedAt + (isAsked ? Math.max(poll.everyMs, GIVE_UP_MS) : poll.everyMs);
  }

  #stateOf(query: string, name: string | undefined): PollState {
    const asking = this.#states.filter(({ poll }) => poll.query === query);
    const [only, ...others] = name === undefined ? asking : asking.filter(({ poll }) => poll.name === name);
    if (only !== undefined && others.length === 0) return only;
    const called = name === undefined ? '' : ` called ${name}`;
    if (only === undefined) {
      const known = this.#states.map(({ poll }) => `${poll.name} (${poll.query})`).join(', ');
      throw new Error(
        `query(${query}): the configuration has no poll${called} that asks ${query}; its polls: ${known || 'none'}`,
      );
    }
    const names = asking.map(({ poll }) => poll.name).join(', ');
    throw new Error(
      `query(${query}): several polls of the configuration ask ${query}: ${names}; say which one, query('${query}', name)`,
    );
  }
}
