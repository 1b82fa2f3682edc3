// Sends one request with everything around it: rate budget, token, time-out, and further attempts where they are safe. It
// knows no TR: whoever calls it has built the body and reads the answer.

import type { Clock } from '#domain/time.ts';
import { KiwoomError, ownError, provenUnsent } from './errors.ts';
import { callOnce, type RawAnswer } from './http-call.ts';
import { type Log, silentLog } from './log.ts';
import type { Priority, RateBudget } from './rate-budget.ts';
import { retryDelay } from './retry-policy.ts';
import type { AccessToken } from './token.ts';
import type { HttpTransport } from './transport.ts';

export interface RestSenderOptions {
  readonly http: HttpTransport;
  /** The clock of time-outs and pauses. */
  readonly timers: Clock;
  readonly token: AccessToken;
  readonly budget: RateBudget;
  readonly log?: Log;
  /** 15,000 ms unless given. */
  readonly timeoutMs?: number;
}

/** A query as it goes out. */
export interface OutgoingQuery {
  readonly tr: string;
  readonly path: string;
  /** JSON text. */
  readonly body: string;
  /** Goes on from this key of an earlier answer; null for the first page. */
  readonly nextKey: string | null;
  /** `poll` unless given. */
  readonly priority?: Priority;
  readonly signal?: AbortSignal;
}

/** Sends a query and resolves with its answer; rejects with KiwoomError. */
export type SendQuery = (query: OutgoingQuery) => Promise<RawAnswer>;

const QUERY_TIMEOUT_MS = 15_000;

/** A sender of queries: they change nothing, so a lost answer may be asked for again. Orders must not go this way. */
export function querySender(options: RestSenderOptions): SendQuery {
  const { http, timers, token, budget, log = silentLog, timeoutMs = QUERY_TIMEOUT_MS } = options;
  return async ({ tr, path, body, nextKey, priority = 'poll', signal }) => {
    let hasRenewed = false;
    for (let attempt = 1; ; attempt++) {
      if (!budget.tryTake(tr, priority)) await budget.take(tr, priority, signal);
      if (signal?.aborted) throw ownError('aborted', tr, { retryable: false, definite: true });
      const current = token.current() ?? (await beforeSending(token.get()));
      try {
        return await callOnce(http, timers, {
          tr,
          path,
          body,
          token: current,
          nextKey,
          lane: 'queries',
          timeoutMs,
          ...(signal === undefined ? {} : { signal }),
        });
      } catch (error) {
        if (!(error instanceof KiwoomError)) throw error;
        log.warn({ tr, code: error.shownCode, attempt, definite: error.definite }, error.text.en);
        if (error.code === 'rate-limited') budget.penalise(tr);
        if (error.code === 'token-invalid' && error.definite && !hasRenewed) {
          hasRenewed = true;
          await beforeSending(token.replace(current));
          continue;
        }
        const delay = retryDelay(error, attempt, false);
        if (delay === null) throw error;
        await new Promise<void>((resolve) => void timers.wakeAt(timers.now() + delay, resolve));
      }
    }
  };
}

/** Whatever fails here keeps the request from being sent at all. */
async function beforeSending(token: Promise<string>): Promise<string> {
  try {
    return await token;
  } catch (error) {
    throw error instanceof KiwoomError ? provenUnsent(error) : error;
  }
}
