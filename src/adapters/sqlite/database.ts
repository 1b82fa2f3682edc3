// Opens a ledger file: the pragmas durability rests on, the check that it is a ledger, and the way from an older schema
// to this one. A file that is something else is left untouched.

import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { LedgerError, translatingErrors } from './ledger-error.ts';
import { LEDGER_APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION } from './schema.ts';

export type LedgerDatabase = Database.Database;

export interface OpenOptions {
  readonly readOnly?: boolean;
  /** Make a new ledger where there is none. */
  readonly create?: boolean;
  /** How long to wait for another process that is writing, ms. */
  readonly busyTimeoutMs?: number;
}

/** Opens the ledger at `path`, makes or migrates it as needed. Throws LedgerError. */
export function openLedgerDatabase(
  path: string,
  { readOnly = false, create = !readOnly, busyTimeoutMs = 5_000 }: OpenOptions = {},
): LedgerDatabase {
  if (!existsSync(path)) prepareNewFile(path, create);
  const database = translatingErrors(
    path,
    () => new Database(path, { readonly: readOnly, fileMustExist: !create, timeout: busyTimeoutMs }),
  );
  try {
    translatingErrors(path, () => prepare(database, path, readOnly));
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

function prepareNewFile(path: string, create: boolean): void {
  if (!create)
    throw new LedgerError('io', { ko: `${path}: 원장이 없습니다`, en: `there is no ledger at ${path}` });
  try {
    // Others on the machine have no business in somebody's trades.
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  } catch (cause) {
    const text = {
      ko: `${path}: 폴더를 만들 수 없습니다`,
      en: `the folder of ${path} cannot be made`,
    };
    throw new LedgerError('io', text, { cause });
  }
}

function prepare(database: LedgerDatabase, path: string, readOnly: boolean): void {
  const version = schemaVersionOf(database, path);
  if (readOnly) {
    if (version === SCHEMA_VERSION) return;
    throw new LedgerError('io', {
      ko: `${path}: 스키마가 ${version}입니다. ${SCHEMA_VERSION}(으)로 올리려면 한 번 쓰기로 여십시오`,
      en: `${path} has schema ${version}; open it for writing once to bring it to ${SCHEMA_VERSION}`,
    });
  }
  database.pragma('journal_mode = WAL');
  // WAL alone may lose the last commits with the power; an order that was sent must be found again.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  if (version < SCHEMA_VERSION) migrate(database, path);
}

/** The file's schema version, 0 for an empty file. Throws when it is no ledger or from a later hwangso. */
function schemaVersionOf(database: LedgerDatabase, path: string): number {
  const applicationId = database.pragma('application_id', { simple: true });
  const version = Number(database.pragma('user_version', { simple: true }));
  if (applicationId !== LEDGER_APPLICATION_ID) {
    const tables = database.prepare('select count(*) from sqlite_schema').pluck().get();
    if (tables !== 0 || version !== 0)
      throw new LedgerError('not-a-ledger', {
        ko: `${path}: hwangso의 원장이 아닙니다`,
        en: `${path} is not a hwangso ledger`,
      });
    return 0;
  }
  if (version > SCHEMA_VERSION) {
    throw new LedgerError('newer-schema', {
      ko: `${path}: 더 새로운 hwangso가 쓴 원장입니다(스키마 ${version}, 여기서는 ${SCHEMA_VERSION}까지)`,
      en: `${path} was written by a later hwangso (schema ${version}, known up to ${SCHEMA_VERSION})`,
    });
  }
  return version;
}

function migrate(database: LedgerDatabase, path: string): void {
  database
    .transaction(() => {
      // Read again under the write lock: another process may have migrated it meanwhile.
      for (let version = schemaVersionOf(database, path); version < SCHEMA_VERSION; version++) {
        database.exec(MIGRATIONS[version]!);
        database.pragma(`application_id = ${LEDGER_APPLICATION_ID}`);
        database.pragma(`user_version = ${version + 1}`);
      }
    })
    .immediate();
}
