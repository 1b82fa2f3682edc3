// One request and its answer: headers, time-out, and the judgement whether the answer is a success. No retries, no rate
// limit, no token renewal; those are decided one floor up.

import { InvariantError } from '#domain/assert.ts';
import type { Clock } from '#domain/time.ts';
import { answerError, KiwoomError, ownError } from '../errors/errors.ts';
import { type HttpAnswer, type HttpTransport, type Lane, TransportError } from '../transport.ts';
import { isRecord } from './decode-answer.ts';

/** One POST as it goes out. */
export interface HttpCall {
  readonly tr: string;
  readonly path: string;
  readonly body: string;
  /** null for the token TRs, which carry the keys in the body. */
  readonly token: string | null;
  /** The key of the page to go on from; null for the first page. */
  readonly nextKey: string | null;
  readonly lane: Lane;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** A success (return_code 0) as it came. */
export interface RawAnswer {
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: HttpAnswer['headers'];
}

/** Sends one request; the transport has it before this returns. Rejects with KiwoomError for everything but success. */
export async function callOnce(http: HttpTransport, clock: Clock, call: HttpCall): Promise<RawAnswer> {
  const answer = await withTimeout(clock, call, (signal) =>
    http.post(call.path, headersOf(call), call.body, { lane: call.lane, signal }),
  );
  return judge(call.tr, answer);
}

function headersOf(call: HttpCall): Record<string, string> {
  const headers: Record<string, string> = {
    'content-type': 'application/json;charset=UTF-8',
    'api-id': call.tr,
  };
  if (call.token !== null) headers['authorization'] = `Bearer ${call.token}`;
  if (call.nextKey !== null) {
    headers['cont-yn'] = 'Y';
    headers['next-key'] = call.nextKey;
  }
  return headers;
}

/** Ends the wait on time even if the transport never settles. A late answer is dropped. */
function withTimeout(
  clock: Clock,
  call: HttpCall,
  start: (signal: AbortSignal) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  const abort = new AbortController();
  const sending = start(abort.signal);
  return new Promise((resolve, reject) => {
    const giveUp = (code: 'timeout' | 'aborted') => {
      finish();
      reject(ownError(code, call.tr, { retryable: code === 'timeout', definite: false }));
      abort.abort();
    };
    const onAbort = () => giveUp('aborted');
    const cancelTimer = clock.wakeAt(clock.now() + call.timeoutMs, () => giveUp('timeout'));
    const finish = () => {
      cancelTimer();
      call.signal?.removeEventListener('abort', onAbort);
    };
    call.signal?.addEventListener('abort', onAbort, { once: true });
    sending.then(
      (answer) => {
        finish();
        resolve(answer);
      },
      (error: unknown) => {
        finish();
        reject(connectionError(call.tr, error));
      },
    );
  });
}

function connectionError(tr: string, error: unknown): Error {
  if (error instanceof KiwoomError || error instanceof InvariantError) return error;
  const definite = error instanceof TransportError && !error.sent;
  const detail = error instanceof Error ? error.message : String(error);
  return ownError('connection', tr, { retryable: true, definite }, detail, error);
}

/** The guide's examples of ka10030, ka10039 and ka10084 spell the common members in camel case. */
function judge(tr: string, answer: HttpAnswer): RawAnswer {
  const body = parseBody(answer.body);
  const returnCode = body === null ? null : asReturnCode(body['return_code'] ?? body['returnCode']);
  if (answer.status === 200 && body !== null && returnCode === 0) return { body, headers: answer.headers };
  const text = body === null ? '' : String(body['return_msg'] ?? body['returnMsg'] ?? '');
  throw answerError(tr, answer.status, returnCode, text);
}

function parseBody(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return isRecord(parsed) ? parsed : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null; // judged as an unreadable answer
    throw error;
  }
}

/** A return code as a number; it was seen as a number and as text. */
export function asReturnCode(raw: unknown): number | null {
  if (typeof raw === 'number') return Number.isSafeInteger(raw) ? raw : null;
  return typeof raw === 'string' && /^-?\d+$/.test(raw.trim()) ? Number(raw) : null;
}
