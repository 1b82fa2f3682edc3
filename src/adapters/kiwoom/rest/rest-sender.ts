// The one way out to Kiwoom's REST side: rate budget, token, time-out, and further attempts where they are safe. It knows no
// TR: whoever calls it has built the body and reads the answer. All clients of a pair of keys share one sender.

import { type Observable, Subject } from 'rxjs';
import type { ConnectionEvent } from '#domain/market-event.ts';
import type { Clock } from '#domain/time.ts';
import type { Priority, RateBudget } from '../budget/rate-budget.ts';
import { KiwoomError, ownError, provenUnsent } from '../errors/errors.ts';
import { type Log, silentLog } from '../log.ts';
import type { HttpTransport } from '../transport.ts';
import { callOnce, type RawAnswer } from './http-call.ts';
import { retryDelay } from './retry-policy.ts';
import type { AccessToken } from './token.ts';

export interface RestSenderOptions {
  readonly http: HttpTransport;
  /** Market time, for stamps. */
  readonly clock: Clock;
  /** The clock of time-outs and pauses; the same as `clock` unless given. */
  readonly timers?: Clock;
  readonly token: AccessToken;
  readonly budget: RateBudget;
  readonly log?: Log;
  /** 10,000 ms unless given. */
  readonly orderTimeoutMs?: number;
  /** 15,000 ms unless given. */
  readonly queryTimeoutMs?: number;
}

/** A request as it goes out. */
export interface OutgoingRequest {
  readonly tr: string;
  readonly path: string;
  /** JSON text. */
  readonly body: string;
  /** True for what moves money: sent again only when it is proven that nothing was accepted. */
  readonly isOrder: boolean;
  /** Goes on from this key of an earlier answer; null for the first page. */
  readonly nextKey: string | null;
  readonly priority: Priority;
  /** Gives up, also on a request that is on its way. */
  readonly signal?: AbortSignal | undefined;
  /** Takes the request back while it waits for its turn; one that is on its way is left to its outcome. */
  readonly withdrawal?: AbortSignal | undefined;
}

export interface RestSender {
  /**
   * Sends a request and resolves with its answer; rejects with KiwoomError. When permit and token are at hand, the request
   * is written before `send` returns.
   */
  send(request: OutgoingRequest): Promise<RawAnswer>;
  /** `rate-limited` events as they happen. */
  readonly troubles$: Observable<ConnectionEvent>;
}

const ORDER_TIMEOUT_MS = 10_000;
const QUERY_TIMEOUT_MS = 15_000;

/** The sender of one pair of keys. */
export function restSender(options: RestSenderOptions): RestSender {
  const { http, clock, timers = clock, token, budget, log = silentLog } = options;
  const { orderTimeoutMs = ORDER_TIMEOUT_MS, queryTimeoutMs = QUERY_TIMEOUT_MS } = options;
  const troubles = new Subject<ConnectionEvent>();

  function noteTrouble(tr: string, error: KiwoomError, attempt: number): void {
    log.warn({ tr, code: error.shownCode, attempt, definite: error.definite }, error.text.en);
    if (error.code !== 'rate-limited') return;
    budget.penalise(tr);
    troubles.next({ type: 'rate-limited', at: clock.now(), tr });
  }

  async function send(request: OutgoingRequest): Promise<RawAnswer> {
    const { tr, path, body, isOrder, nextKey, priority, signal, withdrawal } = request;
    const untilSent = eitherOf(signal, withdrawal);
    let hasRenewed = false;
    for (let attempt = 1; ; attempt++) {
      if (!budget.tryTake(tr, priority)) await budget.take(tr, priority, untilSent);
      const current = token.current() ?? (await beforeSending(() => token.get(), log));
      if (untilSent?.aborted) throw ownError('aborted', tr, { retryable: false, definite: true });
      try {
        return await callOnce(http, timers, {
          tr,
          path,
          body,
          token: current,
          nextKey,
          lane: isOrder ? 'orders' : 'queries',
          timeoutMs: isOrder ? orderTimeoutMs : queryTimeoutMs,
          ...(signal === undefined ? {} : { signal }),
        });
      } catch (error) {
        if (!(error instanceof KiwoomError)) throw error;
        noteTrouble(tr, error, attempt);
        if (error.code === 'token-invalid' && error.definite && !hasRenewed) {
          hasRenewed = true;
          await beforeSending(() => token.replace(current), log);
          continue;
        }
        const delay = retryDelay(error, attempt, isOrder);
        if (delay === null) throw error;
        await new Promise<void>((resolve) => void timers.wakeAt(timers.now() + delay, resolve));
      }
    }
  }

  return { send, troubles$: troubles };
}

/** Aborts when either does. */
function eitherOf(one: AbortSignal | undefined, other: AbortSignal | undefined): AbortSignal | undefined {
  return one === undefined || other === undefined ? (one ?? other) : AbortSignal.any([one, other]);
}

/** Tokens are handed out as slowly as everything else (kiwoom-wire 2.8). */
const MAX_TOKEN_ATTEMPTS = 3;

/**
 * Whatever fails here keeps the request from being sent at all. A token refused by the rate limit is asked for again, for
 * orders too; the budget knows of the refusal and makes that wait.
 */
async function beforeSending(ask: () => Promise<string>, log: Log): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof KiwoomError)) throw error;
      const { tr, code, shownCode, text } = error;
      if (code !== 'rate-limited' || attempt >= MAX_TOKEN_ATTEMPTS) throw provenUnsent(error);
      log.warn({ tr, code: shownCode, attempt }, text.en);
    }
  }
}

/** Where the next page of a list begins; null when this was the last one. */
export function nextKeyOf({ headers }: RawAnswer): string | null {
  const key = headers['next-key'] ?? '';
  return headers['cont-yn'] === 'Y' && key !== '' ? key : null;
}

/** A list that never ends is a fault of somebody; charts are the longest and stay far below. */
const MAX_PAGES = 10_000;

/** Asks for page after page, from the key `from` (null for the beginning) to the last. */
export async function* followPages<Page extends { readonly nextKey: string | null }>(
  tr: string,
  from: string | null,
  ask: (nextKey: string | null) => Promise<Page>,
): AsyncGenerator<Page, void, void> {
  let nextKey = from;
  for (let count = 0; count < MAX_PAGES; count++) {
    const page = await ask(nextKey);
    yield page;
    if (page.nextKey === null) return;
    if (page.nextKey === nextKey) throw endless(tr, 'the next key did not move on');
    nextKey = page.nextKey;
  }
  throw endless(tr, `more than ${MAX_PAGES} pages`);
}

function endless(tr: string, detail: string): KiwoomError {
  return ownError('bad-answer', tr, { retryable: false, definite: false }, detail);
}
