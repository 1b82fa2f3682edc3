// The ledger on disk: append-only records chained by digests, durable when `append` returns, all of one call or none.
// One process appends (ledger-lock.ts sees to that); any number may read, and post commands, meanwhile.

import type { Statement, Transaction } from 'better-sqlite3';
import { assert } from '#domain/assert.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import { placed, type Words } from '#domain/words.ts';
import type { LedgerStore, LedgerTip } from '#engine/ports.ts';
import { chainDigest, decodeRecord, EMPTY_DIGEST, encodeRecord } from '#engine/record-codec.ts';
import { type LedgerDatabase, openLedgerDatabase } from './database.ts';
import { LedgerError, translatingErrors } from './ledger-error.ts';
import { OperatorMailbox } from './operator-mailbox.ts';
import { Projections, tradeDateOf } from './projections.ts';

/** The first record that is not what was once written, by its number (from 1). */
export interface BrokenRecord {
  readonly seq: number;
  readonly problem: string;
}

interface StoredRecord {
  readonly seq: number;
  readonly type: string;
  readonly body: string;
  readonly digest: string;
}

const PAGE_RECORDS = 1_000;

/** Opens the ledger at `path`, made when there is none unless `readOnly`. Throws LedgerError. */
export function openSqliteLedger(
  path: string,
  { readOnly = false }: { readonly readOnly?: boolean } = {},
): SqliteLedger {
  const database = openLedgerDatabase(path, { readOnly });
  try {
    return new SqliteLedger(database, path);
  } catch (error) {
    database.close();
    throw error;
  }
}

export class SqliteLedger implements LedgerStore {
  readonly path: string;
  readonly #database: LedgerDatabase;
  readonly #projections: Projections;
  readonly #insertRecord: Statement;
  readonly #moveTip: Statement;
  readonly #selectTip: Statement<[], LedgerTip>;
  readonly #selectPage: Statement<[number, number], StoredRecord>;
  readonly #write: Transaction<(records: readonly LedgerRecord[]) => LedgerTip>;
  #tip: LedgerTip;

  constructor(database: LedgerDatabase, path: string) {
    this.path = path;
    this.#database = database;
    this.#projections = new Projections(database);
    this.#insertRecord = database.prepare('insert into records values (?, ?, ?, ?, ?, ?)');
    this.#moveTip = database.prepare('update tip set records = ?, digest = ?');
    this.#selectTip = database.prepare('select records, digest from tip');
    this.#selectPage = database.prepare(
      'select seq, type, body, digest from records where seq > ? order by seq limit ?',
    );
    this.#write = database.transaction((records) => this.#writeAll(records));
    this.#tip = translatingErrors(path, () => this.#provenTip());
  }

  append(records: readonly LedgerRecord[]): void {
    if (records.length === 0) return;
    assert(!this.#database.readonly, `the ledger ${this.path} was opened for reading`);
    this.#tip = translatingErrors(this.path, () => this.#write.immediate(records));
  }

  /** Where the chain ends. A ledger opened for reading sees what the engine has added since. */
  tip(): LedgerTip {
    return this.#database.readonly ? translatingErrors(this.path, () => this.#storedTip()) : this.#tip;
  }

  *records(): Generator<LedgerRecord> {
    for (const { seq, body } of this.#stored()) yield this.#decode(seq, body);
  }

  /** The records after the first `count`, oldest first. */
  *recordsAfter(count: number): Generator<LedgerRecord> {
    for (const { seq, body } of this.#stored(count)) yield this.#decode(seq, body);
  }

  /** Reads the whole ledger and follows the chain. Returns the first record that breaks it, null when all is well. */
  verify(): BrokenRecord | null {
    let seq = 0;
    let digest = EMPTY_DIGEST;
    for (const stored of this.#stored()) {
      seq++;
      if (stored.seq !== seq) return { seq, problem: `record ${seq} is missing` };
      digest = chainDigest(digest, stored.body);
      if (digest !== stored.digest) return { seq, problem: `record ${seq} does not match its digest` };
      const { type } = this.#decode(seq, stored.body);
      if (type !== stored.type)
        return { seq, problem: `record ${seq} is filed as ${stored.type} but is ${type}` };
    }
    const tip = translatingErrors(this.path, () => this.#storedTip());
    if (tip.records !== seq)
      return { seq: seq + 1, problem: `${tip.records} records were written, ${seq} are there` };
    if (tip.digest !== digest) return { seq, problem: 'the last digest is not the one that was written' };
    return null;
  }

  /** Commands posted to this ledger by other processes. */
  mailbox(): OperatorMailbox {
    return new OperatorMailbox(this.#database, this.path);
  }

  close(): void {
    this.#database.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #writeAll(records: readonly LedgerRecord[]): LedgerTip {
    let { records: seq, digest } = this.#tip;
    for (const record of records) {
      const body = encodeRecord(record);
      digest = chainDigest(digest, body);
      seq++;
      this.#insertRecord.run(seq, record.at, tradeDateOf(record), record.type, body, digest);
      this.#projections.apply(seq, record);
    }
    this.#moveTip.run(seq, digest);
    return { records: seq, digest };
  }

  /** Page by page, so that the connection is free for appends between two records. */
  *#stored(after = 0): Generator<StoredRecord> {
    let last = after;
    for (;;) {
      const page = translatingErrors(this.path, () => this.#selectPage.all(last, PAGE_RECORDS));
      yield* page;
      if (page.length < PAGE_RECORDS) return;
      last = page[page.length - 1]!.seq;
    }
  }

  #storedTip(): LedgerTip {
    const tip = this.#selectTip.get();
    if (tip === undefined)
      throw this.#corrupted({
        ko: '원장의 끝이 표시되어 있지 않습니다',
        en: 'the end of the ledger is not marked',
      });
    return tip;
  }

  /** The tip, checked against the last record only: quick at any length, and it catches what a torn file would show. */
  #provenTip(): LedgerTip {
    const tip = this.#storedTip();
    const [beforeLast, last] = this.#lastTwo(tip.records);
    const isWhole =
      tip.records === 0
        ? last === undefined && tip.digest === EMPTY_DIGEST
        : last?.seq === tip.records &&
          last.digest === tip.digest &&
          last.digest === chainDigest(beforeLast?.digest ?? EMPTY_DIGEST, last.body);
    if (!isWhole) {
      throw this.#corrupted({
        ko: `기록 ${tip.records}이(가) 마지막에 쓴 것과 다릅니다`,
        en: `record ${tip.records} is not what was written there last`,
      });
    }
    return tip;
  }

  #lastTwo(count: number): readonly [beforeLast: StoredRecord | undefined, last: StoredRecord | undefined] {
    const rows = this.#selectPage.all(Math.max(0, count - 2), 3);
    const last = rows.pop();
    return [rows.pop(), last];
  }

  #decode(seq: number, body: string): LedgerRecord {
    try {
      return decodeRecord(body);
    } catch (cause) {
      const text = { ko: `기록 ${seq}을(를) 읽을 수 없습니다`, en: `record ${seq} cannot be read` };
      throw this.#corrupted(text, { cause });
    }
  }

  #corrupted(text: Words, options?: ErrorOptions): LedgerError {
    return new LedgerError('corrupted', placed(this.path, text), options);
  }
}
