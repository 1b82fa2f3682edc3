// What can go wrong with a ledger file, as codes that a caller can act on.

import { InvariantError } from '#domain/assert.ts';
import { placed, type Words } from '#domain/words.ts';

/**
 * `not-a-ledger`: the file is something else. `newer-schema`: written by a later hwangso. `disk-full`: nothing of the
 * last append was kept. `locked`: another process holds it. `corrupted`: records do not match their digests, or the file is
 * damaged. `io`: it cannot be opened, read or written.
 */
export type LedgerErrorCode = 'not-a-ledger' | 'newer-schema' | 'disk-full' | 'locked' | 'corrupted' | 'io';

/** A failure of the ledger file. `retryable` is true when the same call may work later without any repair. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
  readonly code: LedgerErrorCode;
  readonly retryable: boolean;
  /** For people, in both languages. */
  readonly text: Words;

  constructor(code: LedgerErrorCode, text: Words, options?: ErrorOptions) {
    super(text.en, options);
    this.code = code;
    this.text = text;
    this.retryable = code === 'disk-full' || code === 'locked';
  }
}

/** Runs `work` on the ledger at `path` and turns SQLite's errors into LedgerErrors. */
export function translatingErrors<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw toLedgerError(path, error);
  }
}

function toLedgerError(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof LedgerError) return error;
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return error;
  // The tables know what must never be: a fill twice, a record changed. That is our mistake, not the disk's.
  if (code.startsWith('SQLITE_CONSTRAINT'))
    return new InvariantError(`the ledger ${path} refused: ${error.message}`);
  const [ledgerCode, { ko, en }] = classify(code);
  const text = placed(path, { ko: `${ko} (${error.message})`, en: `${en} (${error.message})` });
  return new LedgerError(ledgerCode, text, { cause: error });
}

function classify(sqliteCode: string): readonly [code: LedgerErrorCode, hint: Words] {
  const found = HINTS.find(([pattern]) => pattern.test(sqliteCode));
  return found === undefined ? ['io', UNREADABLE] : [found[1], found[2]];
}

const UNREADABLE: Words = {
  ko: '원장을 읽거나 쓸 수 없습니다',
  en: 'the ledger cannot be read or written',
};
const HINTS: readonly (readonly [pattern: RegExp, code: LedgerErrorCode, hint: Words])[] = [
  [/^SQLITE_NOTADB$/, 'not-a-ledger', { ko: '원장 파일이 아닙니다', en: 'this file is not a ledger' }],
  [
    /^SQLITE_FULL$/,
    'disk-full',
    {
      ko: '디스크가 가득 차 마지막 기록을 남기지 못했습니다',
      en: 'the disk is full; the last records were not kept',
    },
  ],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    'locked',
    { ko: '다른 프로세스가 원장을 쓰고 있습니다', en: 'another process keeps the ledger busy' },
  ],
  [/^SQLITE_CORRUPT/, 'corrupted', { ko: '원장 파일이 손상되었습니다', en: 'the ledger file is damaged' }],
  [/^SQLITE_CANTOPEN/, 'io', { ko: '원장을 열 수 없습니다', en: 'the ledger cannot be opened' }],
  [/^SQLITE_READONLY/, 'io', { ko: '원장에 쓸 수 없습니다', en: 'the ledger cannot be written to' }],
];
