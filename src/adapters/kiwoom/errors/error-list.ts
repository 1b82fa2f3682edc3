// Every error this adapter can meet, as a list for people: `hwangso tr errors` and docs/kiwoom/errors.md. Each row is judged
// by the same functions that judge real answers, so the list cannot say something else than the program does.

import type { Words } from '#domain/words.ts';
import { type KiwoomErrorCode, OWN_MEANINGS } from './error-table.ts';
import { answerError, closeError, type KiwoomError, systemError } from './errors.ts';
import { GUIDE_CODES } from './guide-codes.ts';
import { CLOSE_CODES, SOCKET_CODES } from './socket-codes.ts';
import { WIRE_CODES } from './wire-codes.ts';

/** Where a code comes from. */
export type ErrorSource =
  /** The table of common errors of Kiwoom's guide. */
  | 'guide'
  /** Inside answers, though the guide does not list it. */
  | 'answer'
  /** Answers and SYSTEM frames of the WebSocket. */
  | 'socket'
  /** WebSocket close codes. */
  | 'close'
  /** return_code of an answer without a code inside. */
  | 'return-code'
  /** HTTP status. */
  | 'http'
  /** Found on our side of the wire. */
  | 'own';

/** One error, explained. */
export interface ListedError {
  /** As shown: Kiwoom's code, `return_code 7`, `HTTP 503`, or ours. */
  readonly code: string;
  readonly source: ErrorSource;
  /** Our name of the kind of error. */
  readonly kind: KiwoomErrorCode;
  readonly text: Words;
  readonly advice: Words;
  /** The same request may succeed later; null where it depends on the moment. */
  readonly retryable: boolean | null;
  /** The request certainly had no effect; null where it depends on the moment. */
  readonly definite: boolean | null;
}

/** Every error, by source, in the order of their codes. */
export function listErrors(): readonly ListedError[] {
  return [
    ...codesOf(GUIDE_CODES).map((code) => listed('guide', code, inAnswer(code))),
    ...codesOf(WIRE_CODES).map((code) => listed('answer', code, inAnswer(code))),
    ...codesOf(SOCKET_CODES).map((code) =>
      listed(
        'socket',
        code,
        code.startsWith('R') ? systemError(code, '') : answerError('', null, Number(code), ''),
      ),
    ),
    ...codesOf(CLOSE_CODES).map((code) => listed('close', code, closeError(Number(code), ''))),
    ...RETURN_CODES.map((code) =>
      listed('return-code', `return_code ${code}`, answerError('', 200, code, '')),
    ),
    ...HTTP_STATUSES.map((status) => listed('http', `HTTP ${status}`, answerError('', status, null, ''))),
    ...OWN_ERRORS.map((code) => ({
      ...OWN_JUDGEMENTS,
      ...ownWords(code),
      source: 'own' as const,
      code,
      kind: code,
    })),
  ];
}

/** Seen on the wire (kiwoom-wire 2.4–2.7). */
const RETURN_CODES = [1, 2, 3, 5, 7, 20] as const;
const HTTP_STATUSES = [400, 401, 403, 404, 429, 500, 502, 503] as const;

const OWN_ERRORS = [
  'bad-answer',
  'timeout',
  'connection',
  'queue-full',
  'queue-timeout',
  'aborted',
  'closed',
] as const satisfies readonly KiwoomErrorCode[];

/** A time-out before sending is another thing than one after it. */
const OWN_JUDGEMENTS = { retryable: null, definite: null } as const;

function ownWords(code: KiwoomErrorCode): Pick<ListedError, 'text' | 'advice'> {
  const { ko, en, advice } = OWN_MEANINGS[code];
  return { text: { ko, en }, advice };
}

/** 1700 comes with status 429, everything else with 200 (kiwoom-wire 2.4–2.6). */
function inAnswer(code: string): KiwoomError {
  const status = code === '1700' ? 429 : 200;
  return answerError('', status, 20, /^\d{4}$/.test(code) ? `[${code}:]` : `[2000](${code}:)`);
}

function codesOf(meanings: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(meanings).toSorted();
}

function listed(source: ErrorSource, code: string, error: KiwoomError): ListedError {
  const { code: kind, text, advice, retryable, definite } = error;
  return { code, source, kind, text, advice, retryable, definite };
}
