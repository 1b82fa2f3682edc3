// The one error class of this adapter, and the judgement behind it: may the request be sent again, and is it certain that
// it had no effect? Only what is proven counts as definite, since an order that might stand must be looked up.

import type { Words } from '#domain/words.ts';
import { ERROR_MEANINGS } from './error-codes.ts';
import { type ErrorMeaning, type KiwoomErrorCode, OWN_MEANINGS } from './error-table.ts';
import { CLOSE_CODES } from './socket-codes.ts';

export type { KiwoomErrorCode } from './error-table.ts';

/** Everything known about a failure. */
export interface KiwoomErrorDetails {
  readonly code: KiwoomErrorCode;
  /** The TR or socket step that failed (`kt10000`, `LOGIN`). */
  readonly tr: string;
  readonly returnCode: number | null;
  /** Kiwoom's code inside the text: `1700`, `RC4058`, `571489`. */
  readonly innerCode: string | null;
  readonly httpStatus: number | null;
  /** The same request may succeed later. */
  readonly retryable: boolean;
  /** The request certainly had no effect. */
  readonly definite: boolean;
  readonly text: Words;
  /** What the person at the keyboard can do. */
  readonly advice: Words;
  /** The server's own words or what else helps; secrets removed. */
  readonly detail: string;
}

/** A failed request or socket step. Never contains a token or a key. */
export class KiwoomError extends Error {
  override readonly name = 'KiwoomError';
  readonly code: KiwoomErrorCode;
  readonly tr: string;
  readonly returnCode: number | null;
  readonly innerCode: string | null;
  readonly httpStatus: number | null;
  readonly retryable: boolean;
  readonly definite: boolean;
  readonly text: Words;
  readonly advice: Words;
  readonly detail: string;

  constructor(details: KiwoomErrorDetails, options?: ErrorOptions) {
    const inner = details.innerCode === null ? '' : ` [${details.innerCode}]`;
    const detail = withoutSecrets(details.detail);
    super(`${details.tr}: ${details.text.en}${inner}${detail === '' ? '' : ` (${detail})`}`, options);
    this.code = details.code;
    this.tr = details.tr;
    this.returnCode = details.returnCode;
    this.innerCode = details.innerCode;
    this.httpStatus = details.httpStatus;
    this.retryable = details.retryable;
    this.definite = details.definite;
    this.text = details.text;
    this.advice = details.advice;
    this.detail = detail;
  }

  /** The code to show and to store: Kiwoom's where there is one, else ours. */
  get shownCode(): string {
    return this.innerCode ?? this.code;
  }

  /** What happened and what can be done, for a person: `kt10000: Not enough cash for the margin. [RC4025] Order less…`. */
  describe(lang: 'ko' | 'en'): string {
    const inner = this.innerCode === null ? '' : ` [${this.innerCode}]`;
    const detail = this.detail === '' ? '' : ` (${this.detail})`;
    return `${this.tr}: ${this.text[lang]}${inner} ${this.advice[lang]}${detail}`;
  }
}

/** The same failure, for a request that was waiting for the failed step and therefore was never sent. */
export function provenUnsent(error: KiwoomError): KiwoomError {
  if (error.definite) return error;
  const { code, tr, returnCode, innerCode, httpStatus, retryable, text, advice, detail } = error;
  const details = {
    code,
    tr,
    returnCode,
    innerCode,
    httpStatus,
    retryable,
    text,
    advice,
    detail,
    definite: true,
  };
  return new KiwoomError(details, { cause: error });
}

/** A failure on our side of the wire. `definite`: nothing was sent, or nothing can have happened. */
export function ownError(
  code: KiwoomErrorCode,
  tr: string,
  judgement: { readonly retryable: boolean; readonly definite: boolean },
  detail = '',
  cause?: unknown,
): KiwoomError {
  return new KiwoomError(
    {
      code,
      tr,
      returnCode: null,
      innerCode: null,
      httpStatus: null,
      ...wordsOf(OWN_MEANINGS[code]),
      detail,
      ...judgement,
    },
    cause === undefined ? undefined : { cause },
  );
}

/** The error an answer stands for. Call it only when the answer is not a success. */
export function answerError(
  tr: string,
  httpStatus: number | null,
  returnCode: number | null,
  serverText: string,
): KiwoomError {
  const innerCode = parseInnerCode(serverText) ?? longCode(returnCode);
  const known = innerCode === null ? undefined : ERROR_MEANINGS[innerCode];
  const code = known?.code ?? codeOf(httpStatus, returnCode);
  return new KiwoomError({
    code,
    tr,
    returnCode,
    innerCode,
    httpStatus,
    retryable: RETRYABLE.has(code),
    definite: isDefinite(code, httpStatus, returnCode, innerCode),
    ...wordsOf(known ?? OWN_MEANINGS[code]),
    detail: serverText,
  });
}

/** The error a SYSTEM frame stands for: the server ends the session. Nothing that was asked for before is undone. */
export function systemError(innerCode: string, serverText: string): KiwoomError {
  return endOfSession(
    'SYSTEM',
    innerCode,
    ERROR_MEANINGS[innerCode] ?? OWN_MEANINGS['session-ended'],
    serverText,
  );
}

/** The error a closed WebSocket stands for, by its close code. */
export function closeError(closeCode: number, reason: string): KiwoomError {
  const inner = String(closeCode);
  return endOfSession('WebSocket', inner, CLOSE_CODES[inner] ?? OWN_MEANINGS.connection, reason);
}

function endOfSession(tr: string, innerCode: string, meaning: ErrorMeaning, detail: string): KiwoomError {
  const { code } = meaning;
  return new KiwoomError({
    code,
    tr,
    returnCode: null,
    innerCode,
    httpStatus: null,
    retryable: RETRYABLE.has(code),
    definite: false,
    ...wordsOf(meaning),
    detail,
  });
}

function wordsOf({ ko, en, advice }: ErrorMeaning): Pick<KiwoomErrorDetails, 'text' | 'advice'> {
  return { text: { ko, en }, advice };
}

/** Answers of the WebSocket carry the long codes as return_code (kiwoom-wire 1.11). */
function longCode(returnCode: number | null): string | null {
  return returnCode !== null && returnCode >= 1_000 ? String(returnCode) : null;
}

const RETRYABLE: ReadonlySet<KiwoomErrorCode> = new Set([
  'token-invalid',
  'rate-limited',
  'server-error',
  'bad-answer',
  'session-ended',
  'connection',
]);

function codeOf(httpStatus: number | null, returnCode: number | null): KiwoomErrorCode {
  if (httpStatus === 429) return 'rate-limited';
  if (httpStatus === 401) return 'token-invalid';
  if (httpStatus === 403) return 'not-permitted';
  if (httpStatus !== null && httpStatus >= 500) return 'server-error';
  if (httpStatus !== null && httpStatus >= 400) return 'bad-request';
  if (returnCode === null) return 'bad-answer';
  return CODE_BY_RETURN_CODE[returnCode] ?? 'rejected';
}

const CODE_BY_RETURN_CODE: Readonly<Record<number, KiwoomErrorCode>> = {
  1: 'bad-request',
  2: 'bad-request',
  3: 'token-invalid',
  5: 'bad-request',
  7: 'unknown-instrument',
};

/** Return codes that were seen only where nothing had happened (kiwoom-wire 2.4–2.7). */
const DEFINITE_RETURN_CODES: ReadonlySet<number> = new Set([1, 2, 3, 5, 7, 20]);

/**
 * A 429 proves that nothing was accepted only when it carries 1700: without a body it may come from anywhere on the way
 * (kiwoom-wire 2.6, 4.16). Failures of the broker's own prove nothing.
 */
function isDefinite(
  code: KiwoomErrorCode,
  httpStatus: number | null,
  returnCode: number | null,
  innerCode: string | null,
): boolean {
  if (code === 'server-error' || code === 'bad-answer') return false;
  if (httpStatus === 429) return innerCode === '1700';
  if (httpStatus !== null && httpStatus >= 400) return httpStatus < 500;
  if (innerCode !== null && ERROR_MEANINGS[innerCode] !== undefined) return true;
  return returnCode !== null && DEFINITE_RETURN_CODES.has(returnCode);
}

const ORDER_CODE = /[([](RC\d{4}|\d{6})[:)\]]/;
const SOCKET_CODE = /CODE=(\d{4,6})/;
const COMMON_CODE = /\[(\d{4})[:\]]/;

/** The code inside a server's text: `(RC4058:`, `(571489:`, `[CODE=8005,`, `[1700:`, `[1634]`; null when there is none. */
export function parseInnerCode(text: string): string | null {
  return (ORDER_CODE.exec(text) ?? SOCKET_CODE.exec(text) ?? COMMON_CODE.exec(text))?.[1] ?? null;
}

/** Tokens and keys are long runs of letters and digits; nothing else we show is. */
function withoutSecrets(text: string): string {
  return text.replace(/[A-Za-z0-9_\-+/=.]{32,}/g, '…').slice(0, 400);
}
