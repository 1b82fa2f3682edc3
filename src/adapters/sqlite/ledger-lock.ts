// One engine a ledger. The lock is an open transaction on a file beside it: the operating system gives it back however
// the process ends, so there is no stale lock to clean up after a kill or a power cut.

import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { LedgerError, translatingErrors } from './ledger-error.ts';

/** Held until released, or until the process ends. */
export interface LedgerLock extends Disposable {
  release(): void;
}

/** Takes the right to write the ledger at `path`. Throws LedgerError `locked` when another engine has it. */
export function lockLedger(path: string): LedgerLock {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // A link and its target are the same ledger.
  const lockPath = `${existsSync(path) ? realpathSync(path) : path}.lock`;
  const database = translatingErrors(lockPath, () => new Database(lockPath, { timeout: 0 }));
  try {
    database.exec('begin exclusive');
  } catch (cause) {
    database.close();
    if ((cause as { code?: unknown }).code === 'SQLITE_BUSY') {
      const text = {
        ko: `${path}: 이 원장으로 다른 엔진이 실행 중입니다`,
        en: `another engine is running on the ledger ${path}`,
      };
      throw new LedgerError('locked', text, { cause });
    }
    return translatingErrors(lockPath, () => {
      throw cause;
    });
  }
  const release = (): void => {
    database.close();
  };
  return { release, [Symbol.dispose]: release };
}

/** True while another process has the ledger at `path`. It may be gone, or come, in the next moment. */
export function isLedgerLocked(path: string): boolean {
  try {
    lockLedger(path).release();
    return false;
  } catch (error) {
    if (error instanceof LedgerError && error.code === 'locked') return true;
    throw error;
  }
}
