// The ledger on disk keeps what it was given, all of a call or none, and notices when somebody else changed it.

import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openLedgerDatabase } from '#adapters/sqlite/database.ts';
import { exportLedger } from '#adapters/sqlite/ledger-export.ts';
import { openSqliteLedger, SqliteLedger } from '#adapters/sqlite/sqlite-ledger.ts';
import { InvariantError } from '#domain/assert.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import { MemoryLedger } from '#engine/memory-ledger.ts';
import type { LedgerStore } from '#engine/ports.ts';
import { newLedgerPath } from './ledger-folder.ts';
import { filled, MORNING, sampleDay, sampleFill, sampleRequest, TRADE_DATE } from './sample-records.ts';

function openLedger(path: string, readOnly = false): SqliteLedger {
  const ledger = openSqliteLedger(path, { readOnly });
  onTestFinished(() => ledger.close());
  return ledger;
}

/** What a LedgerStore promises, held against each of them. */
describe.each([
  ['MemoryLedger', (): LedgerStore => new MemoryLedger()],
  ['SqliteLedger', (): LedgerStore => openLedger(newLedgerPath())],
])('%s as a ledger store', (_name, make) => {
  test('is empty at first', () => {
    const store = make();
    expect(store.tip()).toEqual({ records: 0, digest: '0'.repeat(64) });
    expect([...store.records()]).toEqual([]);
  });

  test('gives the records back in order', () => {
    const store = make();
    store.append(sampleDay().slice(0, 3));
    store.append([]);
    store.append(sampleDay().slice(3));
    expect([...store.records()]).toEqual(sampleDay());
    expect(store.tip().records).toBe(sampleDay().length);
  });

  test('names the same tip for the same records, however they were grouped', () => {
    const [together, oneByOne] = [make(), make()];
    together.append(sampleDay());
    for (const record of sampleDay()) oneByOne.append([record]);
    expect(oneByOne.tip()).toEqual(together.tip());
  });

  test('exports one line a record', () => {
    const store = make();
    store.append(sampleDay());
    const lines: string[] = [];
    exportLedger(store, (line) => lines.push(line));
    expect(lines.map((line) => JSON.parse(line))).toEqual(sampleDay());
    expect(lines.every((line) => line.endsWith('}\n') && line.indexOf('\n') === line.length - 1)).toBe(true);
  });
});

test('both kinds of ledger name the same tip and export the same bytes', () => {
  const [memory, disk] = [new MemoryLedger(), openLedger(newLedgerPath())];
  const exported = [memory, disk].map((store) => {
    store.append(sampleDay());
    let text = '';
    exportLedger(store, (line) => {
      text += line;
    });
    return text;
  });
  expect(disk.tip()).toEqual(memory.tip());
  expect(exported[0]).toBe(exported[1]);
});

describe('opened again', () => {
  test('a ledger goes on where it ended', () => {
    const path = newLedgerPath();
    const first = openSqliteLedger(path);
    first.append(sampleDay().slice(0, 4));
    const tip = first.tip();
    first.close();

    const second = openLedger(path);
    expect(second.tip()).toEqual(tip);
    second.append(sampleDay().slice(4));
    expect([...second.records()]).toEqual(sampleDay());
    expect(second.verify()).toBeNull();
  });

  test('a reader sees what the engine adds meanwhile, and cannot write', () => {
    const path = newLedgerPath();
    const engine = openLedger(path);
    const reader = openLedger(path, true);
    engine.append(sampleDay());
    expect(reader.tip()).toEqual(engine.tip());
    expect(() => reader.append(sampleDay())).toThrow(InvariantError);
  });

  test('records can be appended between two that are read', () => {
    const ledger = openLedger(newLedgerPath());
    ledger.append(sampleDay());
    const reading = ledger.records();
    reading.next();
    ledger.append([{ type: 'halted', at: MORNING, scope: 'all', reason: 'while reading' }]);
    expect(ledger.tip().records).toBe(sampleDay().length + 1);
  });

  test('a long ledger is read in full, over its pages', () => {
    const ledger = openLedger(newLedgerPath());
    const halts = Array.from({ length: 2_500 }, (_, index): LedgerRecord => {
      return { type: 'halted', at: index, scope: 'all', reason: `halt ${index}` };
    });
    ledger.append(halts);
    expect([...ledger.records()]).toEqual(halts);
    expect(ledger.verify()).toBeNull();
  });
});

describe('for people who read with SQL', () => {
  test('orders, fills, entries and positions stand in tables', () => {
    const path = newLedgerPath();
    const refused = sampleRequest({ id: '20261120-000002', quantity: 1_000 });
    const observed = sampleRequest({ id: '20261120-x9', strategy: 'external', pricing: { type: 'market' } });
    const sale = sampleFill({
      fillNo: '1',
      side: 'sell',
      quantity: 3,
      amount: 240_000,
      commission: 30,
      tax: 480,
      orderId: '20261120-000003',
    });
    openLedger(path).append([
      ...sampleDay(),
      {
        type: 'order-refused',
        at: MORNING,
        request: refused,
        refusal: { code: 'order-value-limit', limit: 10, actual: 20 },
      },
      {
        type: 'order-observed',
        at: MORNING,
        request: observed,
        brokerOrderNo: '9',
        alreadyFilled: 4,
        alreadyFilledAmount: 4_000,
        alreadyTaxed: 0,
      },
      {
        type: 'order-intended',
        at: MORNING,
        request: sampleRequest({ id: '20261120-000003', side: 'sell', quantity: 5 }),
      },
      filled(0, sale, 213_600),
    ]);

    const sql = new Database(path, { readonly: true });
    onTestFinished(() => {
      sql.close();
    });
    const orders = sql.prepare(
      'select id, status, filled, filled_amount, commission, refusal from orders order by id',
    );
    expect(orders.raw().all()).toEqual([
      ['20261120-000001', 'filled', 10, 712_000, 100, null],
      ['20261120-000002', 'refused', 0, 0, 0, 'order-value-limit'],
      ['20261120-000003', 'partly-filled', 3, 240_000, 30, null],
      ['20261120-x9', 'partly-filled', 4, 0, 0, null],
    ]);
    expect(sql.prepare('select fill_no, from_shares, to_shares, amount from fills').raw().all()).toEqual([
      ['3811', 0, 4, 284_800],
      ['3812', 4, 10, 427_200],
      ['1', 0, 3, 240_000],
    ]);
    expect(sql.prepare('select * from positions').raw().all()).toEqual([['005930', 7, 498_400]]);
    expect(
      sql.prepare('select account, amount from daily_accounts where trade_date = ?').raw().all(TRADE_DATE),
    ).toEqual([
      ['cash', 10_000_000 - 712_100 + 239_490],
      ['commission', 130],
      ['equity', -10_000_000],
      ['position', 498_400],
      ['realised', -26_400],
      ['tax', 480],
    ]);
    expect(sql.prepare('select sum(amount) from entries group by seq').pluck().all()).toEqual([0, 0, 0, 0]);
  });
});

describe('what must never be', () => {
  test.each<[string, LedgerRecord]>([
    ['the same fill again', filled(0)],
    ['shares that overlap those of another fill', filled(3, sampleFill({ fillNo: '4000', quantity: 2 }))],
    [
      'a fill of an order nobody knows',
      filled(0, sampleFill({ orderId: '20261120-000099', brokerOrderNo: '1' })),
    ],
    [
      'an order with the number of another',
      { type: 'order-intended', at: MORNING, request: sampleRequest() },
    ],
  ])('%s is not kept, nor anything beside it', (_name, wrong) => {
    const ledger = openLedger(newLedgerPath());
    ledger.append(sampleDay());
    const tip = ledger.tip();
    const halt: LedgerRecord = { type: 'halted', at: MORNING, scope: 'all', reason: 'beside it' };

    expect(() => ledger.append([halt, wrong])).toThrow(InvariantError);

    expect(ledger.tip()).toEqual(tip);
    expect(ledger.verify()).toBeNull();
    ledger.append([halt]);
    expect([...ledger.records()].at(-1)).toEqual(halt);
  });

  test.each(['update records set body = body', 'delete from records where seq = 1'])(
    'SQL cannot %s',
    (statement) => {
      const path = newLedgerPath();
      openLedger(path).append(sampleDay());
      const sql = new Database(path);
      onTestFinished(() => {
        sql.close();
      });
      expect(() => sql.exec(statement)).toThrow(/records are never/);
    },
  );
});

describe('somebody tampered with the file', () => {
  const UNGUARDED = 'drop trigger records_never_change; drop trigger records_never_go;';

  function tampered(statement: string): string {
    const path = newLedgerPath();
    const ledger = openSqliteLedger(path);
    ledger.append(sampleDay());
    ledger.close();
    const sql = new Database(path);
    sql.pragma('foreign_keys = OFF');
    sql.exec(UNGUARDED + statement);
    sql.close();
    return path;
  }

  test.each([
    [
      'a body',
      "update records set body = replace(body, '71200', '71300') where seq = 3",
      3,
      /match its digest/,
    ],
    ['a digest', "update records set digest = 'aa' where seq = 2", 2, /match its digest/],
    ['a type', "update records set type = 'halted' where seq = 4", 4, /filed as halted/],
    ['a record left out', 'delete from records where seq = 2', 2, /missing/],
  ])('verify names %s', (_name, statement, seq, problem) => {
    const broken = openLedger(tampered(statement)).verify();
    expect(broken).toEqual({ seq, problem: expect.stringMatching(problem) });
  });

  test.each([
    ['the last record is changed', "update records set body = replace(body, '3812', '3813') where seq = 6"],
    ['the last record is gone', 'delete from records where seq = 6'],
    [
      'a record was added',
      "insert into records select 7, at, trade_date, type, body, 'aa' from records where seq = 6",
    ],
    ['all records are gone', 'delete from records'],
    ['the tip is gone', 'delete from tip'],
  ])('opening it fails when %s', (_name, statement) => {
    const path = tampered(statement);
    expect(() => openSqliteLedger(path)).toThrow(
      expect.objectContaining({ code: 'corrupted', retryable: false }),
    );
  });

  test('a record that cannot be read is named', () => {
    const path = tampered("update records set body = '{}' where seq = 1");
    expect(() => [...openLedger(path).records()]).toThrow(expect.objectContaining({ code: 'corrupted' }));
  });
});

describe('a full disk', () => {
  test('keeps nothing of the append that did not fit, says so, and goes on once there is room', () => {
    const path = newLedgerPath();
    const database = openLedgerDatabase(path);
    const ledger = new SqliteLedger(database, path);
    onTestFinished(() => ledger.close());
    ledger.append(sampleDay());
    const tip = ledger.tip();
    const long: LedgerRecord[] = Array.from({ length: 50 }, (_, index) => {
      return { type: 'halted', at: index, scope: 'all', reason: 'x'.repeat(4_000) };
    });

    database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true })) + 20}`);
    const failed = expect.objectContaining({ name: 'LedgerError', code: 'disk-full', retryable: true });
    expect(() => ledger.append(long)).toThrow(failed);

    expect(ledger.tip()).toEqual(tip);
    expect(ledger.verify()).toBeNull();
    expect([...ledger.records()]).toEqual(sampleDay());

    database.pragma('max_page_count = 1000000');
    ledger.append(long);
    expect(ledger.verify()).toBeNull();
    expect(ledger.tip().records).toBe(sampleDay().length + long.length);
  });
});

describe('a file that is no ledger of ours', () => {
  test('is refused and left as it is when it is no database', () => {
    const path = newLedgerPath();
    writeFileSync(path, 'date,open,high,low,close\n'.repeat(100));
    expect(() => openSqliteLedger(path)).toThrow(expect.objectContaining({ code: 'not-a-ledger' }));
    expect(readFileSync(path, 'utf8')).toBe('date,open,high,low,close\n'.repeat(100));
  });

  test('is refused and left as it is when it is the database of another program', () => {
    const path = newLedgerPath();
    const other = new Database(path);
    other.exec('create table charts (day text)');
    other.close();
    const before = readFileSync(path);
    expect(() => openSqliteLedger(path)).toThrow(expect.objectContaining({ code: 'not-a-ledger' }));
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('is refused when a later hwangso wrote it', () => {
    const path = newLedgerPath();
    const database = openLedgerDatabase(path);
    database.pragma('user_version = 99');
    database.close();
    expect(() => openSqliteLedger(path)).toThrow(expect.objectContaining({ code: 'newer-schema' }));
  });

  test('is not made by somebody who only wants to read', () => {
    const path = newLedgerPath();
    expect(() => openSqliteLedger(path, { readOnly: true })).toThrow(/there is no ledger at/);
  });

  test('is an error of reading or writing when its folder cannot be made', () => {
    const path = newLedgerPath();
    writeFileSync(path, '');
    expect(() => openSqliteLedger(`${path}/inside/ledger.sqlite`)).toThrow(
      expect.objectContaining({ code: 'io' }),
    );
  });
});
