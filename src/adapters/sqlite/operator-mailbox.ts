// How an operator reaches an engine in another process: a command is a row in the ledger file, so it needs no open port
// and waits for an engine that is not running. A command is marked as taken only after it was delivered.

import type { Statement } from 'better-sqlite3';
import type { OperatorCommand } from '#domain/engine-event.ts';
import type { EpochMs } from '#domain/units.ts';
import { type LedgerDatabase, openLedgerDatabase } from './database.ts';
import { translatingErrors } from './ledger-error.ts';

/** A stop is for one running process: left in a mailbox, it would end the next one. */
export type PostedCommand = Exclude<OperatorCommand, { readonly type: 'stop' }>;

interface CommandRow {
  readonly id: number;
  readonly type: PostedCommand['type'];
  readonly reason: string;
}

/** A halt must get through while an engine writes: each of its commits takes well under a millisecond. */
const POST_PATIENCE_MS = 30_000;

/** Leaves `command` for the engine of the ledger at `path`, running or not. Returns its number. Throws LedgerError. */
export function postCommand(path: string, { at, type, reason }: PostedCommand): number {
  const database = openLedgerDatabase(path, { create: false, busyTimeoutMs: POST_PATIENCE_MS });
  try {
    return translatingErrors(path, () => {
      const insert = database.prepare('insert into commands (at, type, reason) values (?, ?, ?)');
      return Number(insert.run(at, type, reason).lastInsertRowid);
    });
  } finally {
    database.close();
  }
}

/** True once the engine has taken the command with this number. */
export function isCommandTaken(path: string, id: number): boolean {
  const database = openLedgerDatabase(path, { readOnly: true });
  try {
    const select = database.prepare('select 1 from commands where id = ? and taken_at is not null');
    return translatingErrors(path, () => select.get(id) !== undefined);
  } finally {
    database.close();
  }
}

/** The engine's side of the mailbox. */
export class OperatorMailbox {
  readonly #database: LedgerDatabase;
  readonly #path: string;
  readonly #select: Statement<[], CommandRow>;
  readonly #markTaken: Statement<[EpochMs, number]>;
  /** SQLite's count of what other connections committed; null forces the first look. */
  #seenVersion: unknown = null;

  constructor(database: LedgerDatabase, path: string) {
    this.#database = database;
    this.#path = path;
    this.#select = database.prepare(
      'select id, type, reason from commands where taken_at is null order by id',
    );
    this.#markTaken = database.prepare('update commands set taken_at = ? where id = ?');
  }

  /**
   * Delivers the waiting commands, oldest first, each stamped with `now`. One that `deliver` throws on stays waiting, so a
   * crash delivers it twice rather than never. Costs a few microseconds when nobody wrote.
   */
  take(now: EpochMs, deliver: (command: PostedCommand) => void): void {
    const version = this.#database.pragma('data_version', { simple: true });
    if (version === this.#seenVersion) return;
    const waiting = translatingErrors(this.#path, () => this.#select.all());
    for (const { id, type, reason } of waiting) {
      deliver({ type, at: now, reason });
      translatingErrors(this.#path, () => this.#markTaken.run(now, id));
    }
    this.#seenVersion = version;
  }
}
