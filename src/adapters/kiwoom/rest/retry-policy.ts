// When a failed request is sent again. Orders only when it is proven that nothing was accepted: a second order is worse
// than a late one (kiwoom-wire 4.16).

import { PENALTY_MS } from '../budget/rate-bucket.ts';
import type { KiwoomError } from '../errors/errors.ts';

const MAX_ATTEMPTS = 4;
const MAX_ORDER_ATTEMPTS = 3;
const FIRST_BACKOFF_MS = 500;

/** Milliseconds to wait before attempt `attempt + 1` (the first is 1); null to give up. A dead token is not its business. */
export function retryDelay(error: KiwoomError, attempt: number, isOrder: boolean): number | null {
  if (attempt >= (isOrder ? MAX_ORDER_ATTEMPTS : MAX_ATTEMPTS)) return null;
  if (isOrder) return error.code === 'rate-limited' && error.definite ? PENALTY_MS : null;
  if (!error.retryable || error.code === 'token-invalid') return null;
  if (error.code === 'queue-full' || error.code === 'queue-timeout') return null;
  return error.code === 'rate-limited' ? PENALTY_MS * attempt : FIRST_BACKOFF_MS * 2 ** (attempt - 1);
}
