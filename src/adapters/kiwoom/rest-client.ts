// Calls TRs by id with our names: checks the request, waits for the rate budget, carries the token, retries where that is
// safe, decodes by the catalogue. When permit and token are at hand, the request is written before `call` returns.

import { type Observable, Subject } from 'rxjs';
import type { ConnectionEvent } from '#domain/market-event.ts';
import type { Clock } from '#domain/time.ts';
import { type FieldsOf, type InputsOf, isOrderTr, type RowOf, TRS, type Tr, type TrId } from './catalogue.ts';
import { decodeAnswer, UnknownCounter } from './decode-answer.ts';
import { encodeRequest } from './encode-request.ts';
import { KiwoomError, ownError, provenUnsent } from './errors.ts';
import { callOnce, type RawAnswer } from './http-call.ts';
import { type Log, silentLog } from './log.ts';
import type { Priority, RateBudget } from './rate-budget.ts';
import { retryDelay } from './retry-policy.ts';
import type { AccessToken } from './token.ts';
import type { HttpTransport } from './transport.ts';

/** A decoded answer, typed by the catalogue. `raw` is the body as it came. */
export interface Answer<Id extends TrId> {
  readonly fields: FieldsOf<Id>;
  readonly rows: readonly RowOf<Id>[];
  readonly raw: Readonly<Record<string, unknown>>;
  /** Where the next page begins; null on the last page. */
  readonly nextKey: string | null;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface CallOptions {
  /** `order` for order TRs, `poll` for the rest, unless said otherwise. */
  readonly priority?: Priority;
  /** Goes on from this key of an earlier answer. */
  readonly nextKey?: string | null;
  readonly signal?: AbortSignal;
}

export interface RestClientOptions {
  readonly http: HttpTransport;
  /** Market time, for stamps. */
  readonly clock: Clock;
  /** The clock of time-outs and pauses; the same as `clock` unless given. */
  readonly timers?: Clock;
  readonly token: AccessToken;
  readonly budget: RateBudget;
  readonly log?: Log;
  readonly orderTimeoutMs?: number;
  readonly queryTimeoutMs?: number;
}

const ORDER_TIMEOUT_MS = 10_000;
const QUERY_TIMEOUT_MS = 15_000;
/** A list that never ends is a fault of somebody; charts are the longest and stay far below. */
const MAX_PAGES = 10_000;

/** The REST side of Kiwoom. Errors are KiwoomError. */
export class RestClient {
  readonly #http: HttpTransport;
  readonly #clock: Clock;
  readonly #timers: Clock;
  readonly #token: AccessToken;
  readonly #budget: RateBudget;
  readonly #log: Log;
  readonly #orderTimeoutMs: number;
  readonly #queryTimeoutMs: number;
  readonly #unknown = new UnknownCounter();
  readonly #troubles = new Subject<ConnectionEvent>();

  constructor(options: RestClientOptions) {
    this.#http = options.http;
    this.#clock = options.clock;
    this.#timers = options.timers ?? options.clock;
    this.#token = options.token;
    this.#budget = options.budget;
    this.#log = options.log ?? silentLog;
    this.#orderTimeoutMs = options.orderTimeoutMs ?? ORDER_TIMEOUT_MS;
    this.#queryTimeoutMs = options.queryTimeoutMs ?? QUERY_TIMEOUT_MS;
  }

  /** `rate-limited` events as they happen. */
  get troubles$(): Observable<ConnectionEvent> {
    return this.#troubles;
  }

  /** Elements of answers that the catalogue does not name, with how often they were seen. */
  get unknownFields(): Readonly<Record<string, number>> {
    return this.#unknown.snapshot();
  }

  /** Calls a TR once, first page unless `nextKey` is given. */
  async call<Id extends TrId>(id: Id, inputs: InputsOf<Id>, options: CallOptions = {}): Promise<Answer<Id>> {
    const tr = TRS[id];
    const raw = await this.#send(tr, isOrderTr(id), encodeRequest(tr, inputs), options);
    const decoded = decodeAnswer(tr, raw.body, this.#unknown);
    return {
      fields: decoded.fields as FieldsOf<Id>,
      rows: decoded.rows as readonly RowOf<Id>[],
      raw: raw.body,
      nextKey: nextKeyOf(raw.headers),
      headers: raw.headers,
    };
  }

  /** All pages of a TR, first to last. To go on later, pass the `nextKey` of the last page seen. */
  async *pages<Id extends TrId>(
    id: Id,
    inputs: InputsOf<Id>,
    options: CallOptions = {},
  ): AsyncGenerator<Answer<Id>, void, void> {
    let nextKey = options.nextKey ?? null;
    for (let page = 0; page < MAX_PAGES; page++) {
      const answer = await this.call(id, inputs, { ...options, nextKey });
      yield answer;
      if (answer.nextKey === null) return;
      if (answer.nextKey === nextKey) throw endless(id, 'the next key did not move on');
      nextKey = answer.nextKey;
    }
    throw endless(id, `more than ${MAX_PAGES} pages`);
  }

  async #send(tr: Tr, isOrder: boolean, body: string, options: CallOptions): Promise<RawAnswer> {
    const priority = options.priority ?? (isOrder ? 'order' : 'poll');
    let hasRenewed = false;
    for (let attempt = 1; ; attempt++) {
      if (!this.#budget.tryTake(tr.id, priority)) await this.#budget.take(tr.id, priority, options.signal);
      if (options.signal?.aborted) throw ownError('aborted', tr.id, { retryable: false, definite: true });
      const token = this.#token.current() ?? (await beforeSending(this.#token.get()));
      try {
        return await callOnce(this.#http, this.#timers, {
          tr: tr.id,
          path: tr.path,
          body,
          token,
          nextKey: options.nextKey ?? null,
          lane: isOrder ? 'orders' : 'queries',
          timeoutMs: isOrder ? this.#orderTimeoutMs : this.#queryTimeoutMs,
          ...(options.signal === undefined ? {} : { signal: options.signal }),
        });
      } catch (error) {
        if (!(error instanceof KiwoomError)) throw error;
        this.#noteTrouble(tr.id, error, attempt);
        if (error.code === 'token-invalid' && error.definite && !hasRenewed) {
          hasRenewed = true;
          await beforeSending(this.#token.replace(token));
          continue;
        }
        const delay = retryDelay(error, attempt, isOrder);
        if (delay === null) throw error;
        await this.#sleep(delay);
      }
    }
  }

  #noteTrouble(id: string, error: KiwoomError, attempt: number): void {
    this.#log.warn({ tr: id, code: error.shownCode, attempt, definite: error.definite }, error.text.en);
    if (error.code !== 'rate-limited') return;
    this.#budget.penalise(id);
    this.#troubles.next({ type: 'rate-limited', at: this.#clock.now(), tr: id });
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#timers.wakeAt(this.#timers.now() + ms, resolve);
    });
  }
}

function endless(id: TrId, detail: string): KiwoomError {
  return ownError('bad-answer', id, { retryable: false, definite: false }, detail);
}

/** Whatever fails here keeps the request from being sent at all. */
async function beforeSending(token: Promise<string>): Promise<string> {
  try {
    return await token;
  } catch (error) {
    throw error instanceof KiwoomError ? provenUnsent(error) : error;
  }
}

function nextKeyOf(headers: Readonly<Record<string, string | undefined>>): string | null {
  const key = headers['next-key'] ?? '';
  return headers['cont-yn'] === 'Y' && key !== '' ? key : null;
}
