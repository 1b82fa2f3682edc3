// The TRs that issue and revoke the token, called without one. They are the only place that handles the keys.

import type { Clock } from '#domain/time.ts';
import type { RateBudget } from '../budget/rate-budget.ts';
import { TRS } from '../catalogue.ts';
import { KiwoomError, ownError } from '../errors/errors.ts';
import type { HttpTransport } from '../transport.ts';
import { decodeAnswer, UnknownCounter } from './decode-answer.ts';
import { encodeRequest } from './encode-request.ts';
import { callOnce } from './http-call.ts';
import type { IssuedToken, TokenIssuer } from './token.ts';

export interface TokenIssuerOptions {
  readonly http: HttpTransport;
  readonly clock: Clock;
  readonly budget: RateBudget;
  readonly appKey: string;
  readonly secretKey: string;
}

const TIMEOUT_MS = 10_000;

/** au10001 and au10002 for one pair of keys. Nothing is retried: whoever needs the token decides; a 429 makes them wait. */
export function tokenIssuer(options: TokenIssuerOptions): TokenIssuer {
  const { http, clock, budget, appKey, secretKey } = options;
  const unknown = new UnknownCounter();

  async function post(tr: typeof TRS.au10001 | typeof TRS.au10002, body: string) {
    await budget.take(tr.id, 'order');
    try {
      const raw = await callOnce(http, clock, {
        tr: tr.id,
        path: tr.path,
        body,
        token: null,
        nextKey: null,
        lane: 'queries',
        timeoutMs: TIMEOUT_MS,
      });
      return raw.body;
    } catch (error) {
      if (error instanceof KiwoomError && error.code === 'rate-limited') budget.penalise(tr.id);
      throw error;
    }
  }

  return {
    async issue(): Promise<IssuedToken> {
      const tr = TRS.au10001;
      const body = encodeRequest(tr, { grantType: 'client_credentials', appKey, secretKey });
      const { fields } = decodeAnswer(tr, await post(tr, body), unknown);
      const { token, expiresAt } = fields;
      if (typeof token !== 'string' || typeof expiresAt !== 'number') {
        throw ownError(
          'bad-answer',
          tr.id,
          { retryable: true, definite: true },
          'no token or no end of its life',
        );
      }
      return { token, expiresAt };
    },
    async revoke(token: string): Promise<void> {
      await post(TRS.au10002, encodeRequest(TRS.au10002, { appKey, secretKey, token }));
    },
  };
}
