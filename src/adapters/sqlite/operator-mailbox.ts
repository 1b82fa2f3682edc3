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
  /** When it was posted, by the wall's clock. */
  readonly at: EpochMs;
  readonly type: PostedCommand['type'];
  readonly reason: string;
  /** What a command says besides its reason, as JSON; null for those that say no more. */
  readonly details: string | null;
}

/** A halt must get through while an engine writes: each of its commits takes well under a millisecond. */
const POST_PATIENCE_MS = 30_000;
/** An order that waited longer than this for an engine is not what its author wants any more. */
const ORDER_GOOD_FOR_MS = 30_000;

/** Leaves `command` for the engine of the ledger at `path`, running or not. Returns its number. Throws LedgerError. */
export function postCommand(path: string, { at, type, reason, ...details }: PostedCommand): number {
  const database = openLedgerDatabase(path, { create: false, busyTimeoutMs: POST_PATIENCE_MS });
  try {
    return translatingErrors(path, () => {
      const insert = database.prepare('insert into commands (at, type, reason, details) values (?, ?, ?, ?)');
      const more = Object.keys(details).length === 0 ? null : JSON.stringify(details);
      return Number(insert.run(at, type, reason, more).lastInsertRowid);
    });
  } finally {
    database.close();
  }
}

/** Takes a command back. False when it was too late: the engine has it. */
export function withdrawCommand(path: string, id: number): boolean {
  const database = openLedgerDatabase(path, { create: false, busyTimeoutMs: POST_PATIENCE_MS });
  try {
    const remove = database.prepare('delete from commands where id = ? and taken_at is null');
    return translatingErrors(path, () => remove.run(id).changes === 1);
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
      'select id, at, type, reason, details from commands where taken_at is null order by id',
    );
    this.#markTaken = database.prepare('update commands set taken_at = ? where id = ?');
  }

  /**
   * Delivers the waiting commands, oldest first, each stamped with `now`. One that `deliver` throws on stays waiting, so a
   * crash delivers it twice rather than never. An order that was posted long before `wall`, the wall's time, is dropped:
   * whoever posted it was told that nobody took it, or is gone. Costs a few microseconds when nobody wrote.
   */
  take(now: EpochMs, deliver: (command: PostedCommand) => void, wall: EpochMs = now): void {
    const version = this.#database.pragma('data_version', { simple: true });
    if (version === this.#seenVersion) return;
    const waiting = translatingErrors(this.#path, () => this.#select.all());
    for (const { id, at, type, reason, details } of waiting) {
      const isOrder = type === 'place-order' || type === 'cancel-order';
      // Written by postCommand of this program, whose types say what belongs to which command.
      const command = { ...JSON.parse(details ?? '{}'), type, at: now, reason } as PostedCommand;
      if (!isOrder || at > wall - ORDER_GOOD_FOR_MS) deliver(command);
      translatingErrors(this.#path, () => this.#markTaken.run(now, id));
    }
    this.#seenVersion = version;
  }
}
