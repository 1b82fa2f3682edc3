// Condition search on a session: brings the conditions that are followed together with those that are wanted, one request at
// a time, and tells who is in, who enters and who leaves. After each login it begins anew, since a search needs the list on
// the same connection (kiwoom-wire 1.17).

import type { ConditionEvent, WatchRefusedEvent } from '#domain/market-event.ts';
import type { PlainRecord } from '#domain/plain.ts';
import type { Clock } from '#domain/time.ts';
import type { EpochMs, SymbolCode } from '#domain/units.ts';
import { KiwoomError, ownError } from '../errors/errors.ts';
import { type Log, silentLog } from '../log.ts';
import type { Frame, RealEntry } from '../socket/frame.ts';
import type { SessionLine, SessionService, SessionTimes } from '../socket/session-options.ts';
import {
  CONDITION_TYPE,
  type Condition,
  type ConditionAnswer,
  type ConditionRequest,
  clearRequest,
  conditionsOf,
  followRequest,
  isSuccess,
  listRequest,
  type MemberChange,
  memberChangeOf,
  nextPageOf,
  searchRequest,
  symbolsOf,
} from './condition-frames.ts';
import { namesOf, possibleOf, refusalsOf } from './condition-refusals.ts';
import { ConditionRequests, codeOf, errorOf, lineLost } from './condition-requests.ts';
import { conditionRows } from './condition-rows.ts';

export interface ConditionSearchOptions {
  readonly maxConditions: number;
  /** Market time, for stamps. */
  readonly clock: Clock;
  readonly timers: Clock;
  readonly times: SessionTimes;
  readonly onEvent: (event: ConditionEvent | WatchRefusedEvent) => void;
  readonly log?: Log;
}

/** One page of who meets a condition. */
export interface ConditionPage {
  readonly rows: readonly PlainRecord[];
  readonly nextKey: string | null;
}

/** A condition that is followed. Until its members are known, changes wait. */
interface Followed extends Condition {
  readonly members: Set<SymbolCode>;
  early: MemberChange[] | null;
}

/** A question of somebody, to be asked in its turn. */
interface Job {
  readonly run: () => Promise<void>;
  readonly reject: (error: unknown) => void;
}

/** The server still follows the condition for a connection that is gone (1.20). */
const ALREADY_FOLLOWED = '900003';

export class ConditionSearch implements SessionService {
  readonly #options: ConditionSearchOptions;
  readonly #log: Log;
  readonly #requests: ConditionRequests;
  #wanted: readonly string[] = [];
  /** Counts connections; answers of an old one change nothing. */
  #connection = 0;
  #isOnline = false;
  #isWorking = false;
  #isListWanted = true;
  #conditions: readonly Condition[] = [];
  #listError: KiwoomError | null = null;
  readonly #followed = new Map<string, Followed>();
  /** By name: why the server refused to follow it. */
  readonly #rejected = new Map<string, string>();
  #told: ReadonlySet<string> = new Set();
  #jobs: Job[] = [];

  constructor(options: ConditionSearchOptions) {
    this.#options = options;
    this.#log = options.log ?? silentLog;
    this.#requests = new ConditionRequests(options.timers, options.times);
  }

  /** Replaces the names of the conditions to follow, the most important first. */
  want(names: readonly string[]): void {
    const added = names.filter((name) => !this.#wanted.includes(name));
    // It may have been stored after the list was read.
    if (added.some((name) => !this.#conditions.some((known) => known.name === name)))
      this.#isListWanted = true;
    this.#wanted = [...new Set(names)];
    for (const name of this.#rejected.keys()) if (!names.includes(name)) this.#rejected.delete(name);
    this.#told = new Set([...this.#told].filter((name) => names.includes(name)));
    this.#work();
  }

  /** ka10171: the conditions stored at the broker. Rejects with KiwoomError, also when the connection is lost. */
  list(): Promise<readonly Condition[]> {
    this.#isListWanted = true;
    return this.#inTurn(async () => this.#known());
  }

  /** ka10172: one page of who meets a condition now, by its name or number; blank `nextKey` for the first. */
  page(nameOrSeq: string, nextKey: string): Promise<ConditionPage> {
    return this.#inTurn(async () => {
      const answer = await this.#ask(searchRequest(this.#find(nameOrSeq).seq, nextKey));
      if (!isSuccess(answer)) throw errorOf(answer);
      return { rows: await conditionRows(answer.body), nextKey: nextPageOf(answer) };
    });
  }

  /**
   * Ends all searches with ka10174, because the server may keep them when the connection is gone (1.20). Resolves once they
   * are ended or the connection is lost; null when nothing is followed, so that nobody has to wait.
   */
  endAll(): Promise<void> | null {
    if (!this.#isOnline || this.#followed.size === 0) return null;
    this.want([]);
    // In its turn comes after the last search was ended.
    return this.#inTurn(async () => undefined).catch((error: unknown) => {
      if (!(error instanceof KiwoomError)) throw error;
      this.#log.debug({ code: error.code }, 'the connection was lost before all searches were ended');
    });
  }

  begin(line: SessionLine, onReady: () => void): void {
    this.#requests.begin(line);
    this.#isOnline = true;
    this.#isListWanted = true;
    onReady();
    this.#work();
  }

  end(reason: string): void {
    this.#connection++;
    this.#isOnline = false;
    this.#isWorking = false;
    this.#followed.clear();
    this.#rejected.clear();
    const jobs = this.#jobs;
    this.#jobs = [];
    this.#requests.end(reason);
    for (const job of jobs) job.reject(lineLost(reason));
  }

  hear(frame: Frame): boolean {
    if (frame.kind !== 'condition') return false;
    this.#requests.hear(frame);
    return true;
  }

  /** Takes an entry of a REAL frame that is about a condition; false for all others. */
  hearEntry(entry: RealEntry, at: EpochMs): boolean {
    if (entry.type !== CONDITION_TYPE) return false;
    const change = memberChangeOf(entry);
    const followed = change === null ? undefined : this.#followed.get(change.seq);
    if (change === null || followed === undefined) return true;
    if (followed.early === null) this.#apply(followed, change, at);
    else followed.early.push(change);
    return true;
  }

  #work(): void {
    if (!this.#isOnline || this.#isWorking) return;
    this.#isWorking = true;
    void this.#run(this.#connection);
  }

  async #run(connection: number): Promise<void> {
    try {
      for (let step = this.#nextStep(); step !== null; step = this.#nextStep()) {
        await step();
        if (connection !== this.#connection) return;
      }
    } catch (error) {
      if (connection === this.#connection || !(error instanceof KiwoomError)) throw error;
      return;
    }
    this.#isWorking = false;
    this.#tellRefusals();
  }

  /** What to do next; null when everything wanted and possible is done. */
  #nextStep(): (() => Promise<void>) | null {
    const job = this.#jobs[0];
    if (this.#isListWanted && (this.#wanted.length > 0 || job !== undefined)) return () => this.#readList();
    const allowed = this.#allowed();
    const unwanted = [...this.#followed.values()].find(({ seq }) => !allowed.some((one) => one.seq === seq));
    if (unwanted !== undefined) return () => this.#clear(unwanted);
    if (job !== undefined) {
      this.#jobs.shift();
      return job.run;
    }
    const missing = allowed.find(({ seq }) => !this.#followed.has(seq));
    return missing === undefined ? null : () => this.#follow(missing);
  }

  /** The conditions to follow: wanted, known and not rejected, as many as may be. */
  #allowed(): readonly Condition[] {
    const possible = possibleOf(this.#wanted, this.#conditions, this.#rejected);
    return possible.slice(0, this.#options.maxConditions);
  }

  async #readList(): Promise<void> {
    this.#isListWanted = false;
    const answer = await this.#ask(listRequest());
    this.#listError = isSuccess(answer) ? null : errorOf(answer);
    if (this.#listError === null) this.#conditions = conditionsOf(answer);
    else this.#log.warn({ code: this.#listError.shownCode }, `no conditions: ${this.#listError.message}`);
  }

  async #follow(condition: Condition): Promise<void> {
    const { seq, name } = condition;
    const followed: Followed = { ...condition, members: new Set(), early: [] };
    this.#followed.set(seq, followed);
    let answer = await this.#ask(followRequest(seq));
    if (codeOf(answer) === ALREADY_FOLLOWED) {
      await this.#ask(clearRequest(seq));
      answer = await this.#ask(followRequest(seq));
    }
    if (!isSuccess(answer)) {
      this.#followed.delete(seq);
      const error = errorOf(answer);
      this.#log.warn({ condition: name, code: codeOf(answer) }, `not followed: ${error.message}`);
      this.#rejected.set(name, error.detail);
      return;
    }
    const symbols = symbolsOf(answer);
    for (const symbol of symbols) followed.members.add(symbol);
    const early = followed.early ?? [];
    followed.early = null;
    const at = this.#options.clock.now();
    this.#tell(name, 'members', symbols, at);
    for (const change of early) this.#apply(followed, change, at);
  }

  async #clear({ seq, name }: Condition): Promise<void> {
    // From here on its changes are nobody's.
    this.#followed.delete(seq);
    const answer = await this.#ask(clearRequest(seq));
    if (!isSuccess(answer)) this.#log.warn({ condition: name, code: codeOf(answer) }, 'the end was refused');
  }

  /** The server repeats itself; only what changes is told. */
  #apply({ name, members }: Followed, { change, symbol }: MemberChange, at: EpochMs): void {
    const isIn = change === 'entered';
    if (members.has(symbol) === isIn) return;
    if (isIn) members.add(symbol);
    else members.delete(symbol);
    this.#tell(name, change, [symbol], at);
  }

  #tell(
    condition: string,
    change: ConditionEvent['change'],
    symbols: readonly SymbolCode[],
    at: EpochMs,
  ): void {
    if (!this.#wanted.includes(condition)) return;
    this.#options.onEvent({ type: 'condition', at, condition, change, symbols });
  }

  #tellRefusals(): void {
    const refusals = refusalsOf(
      {
        wanted: this.#wanted,
        conditions: this.#conditions,
        followed: new Set([...this.#followed.values()].map(({ name }) => name)),
        rejected: this.#rejected,
        listFault: this.#listError?.detail ?? null,
        maxConditions: this.#options.maxConditions,
      },
      this.#options.clock.now(),
    );
    const news = refusals.filter(({ about }) => !this.#told.has(about));
    this.#told = new Set(refusals.map(({ about }) => about));
    for (const refusal of news) this.#options.onEvent(refusal);
  }

  #known(): readonly Condition[] {
    if (this.#listError !== null) throw this.#listError;
    return this.#conditions;
  }

  #find(nameOrSeq: string): Condition {
    const known = this.#known();
    const found = known.find(({ name }) => name === nameOrSeq) ?? known.find(({ seq }) => seq === nameOrSeq);
    if (found !== undefined) return found;
    const detail = `no condition ${nameOrSeq}; there are: ${namesOf(known)}`;
    throw ownError('bad-request', 'CNSRREQ', { retryable: false, definite: true }, detail);
  }

  async #ask(request: ConditionRequest): Promise<ConditionAnswer> {
    const connection = this.#connection;
    const answer = await this.#requests.ask(request);
    if (connection !== this.#connection) throw lineLost('the connection was lost');
    return answer;
  }

  #inTurn<T>(ask: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#jobs.push({ run: () => ask().then(resolve, reject), reject });
      this.#work();
    });
  }
}
