// What can go wrong with a ledger file, as codes that a caller can act on.

import { InvariantError } from '#domain/assert.ts';

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

  constructor(code: LedgerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
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
  const [ledgerCode, hint] = classify(code);
  return new LedgerError(ledgerCode, `${path}: ${hint} (${error.message})`, { cause: error });
}

function classify(sqliteCode: string): readonly [code: LedgerErrorCode, hint: string] {
  if (sqliteCode === 'SQLITE_NOTADB') return ['not-a-ledger', 'this file is not a ledger'];
  if (sqliteCode === 'SQLITE_FULL') return ['disk-full', 'the disk is full; the last records were not kept'];
  if (/^SQLITE_(BUSY|LOCKED)/.test(sqliteCode)) return ['locked', 'another process keeps the ledger busy'];
  if (sqliteCode.startsWith('SQLITE_CORRUPT')) return ['corrupted', 'the ledger file is damaged'];
  if (sqliteCode.startsWith('SQLITE_CANTOPEN')) return ['io', 'the ledger cannot be opened'];
  if (sqliteCode.startsWith('SQLITE_READONLY')) return ['io', 'the ledger cannot be written to'];
  return ['io', 'the ledger cannot be read or written'];
}
