// W3: durable ledger commits, one order intent and one fill at a time (WAL, synchronous=FULL), beside a bare insert of a
// row of the same size into a plain table with the same settings.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openSqliteLedger } from '../src/adapters/sqlite/sqlite-ledger.ts';
import type { LedgerRecord } from '../src/domain/ledger-record.ts';
import { encodeRecord } from '../src/engine/record-codec.ts';
import { percentile, print } from './lib/measure.ts';

const COMMITS = 3_000;

export function benchLedger(): void {
  const folder = mkdtempSync(join(tmpdir(), 'hwangso-bench-'));
  try {
    print(`\nW3  durable commits, ${COMMITS.toLocaleString('en-US')} each`);
    const ledger = openSqliteLedger(join(folder, 'ledger.sqlite'));
    report('order intent', (i) => ledger.append([intent(i)]));
    report('ten intents', (i) =>
      ledger.append(Array.from({ length: 10 }, (_, k) => intent(COMMITS + i * 10 + k))),
    );
    ledger.close();
    const bare = new Database(join(folder, 'bare.sqlite'));
    bare.pragma('journal_mode = WAL');
    bare.pragma('synchronous = FULL');
    bare.exec('create table rows (id integer primary key, body text not null) strict');
    const insert = bare.prepare('insert into rows (body) values (?)');
    const body = encodeRecord(intent(0));
    report('bare insert', () => insert.run(body));
    bare.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function report(name: string, commit: (i: number) => void): void {
  const times: number[] = [];
  for (let i = 0; i < COMMITS; i++) {
    const from = process.hrtime.bigint();
    commit(i);
    times.push(Number(process.hrtime.bigint() - from) / 1e3);
  }
  const total = times.reduce((sum, one) => sum + one, 0);
  const rate = Math.round((COMMITS / total) * 1e6).toLocaleString('en-US');
  const [p50, p99] = [percentile(times, 0.5).toFixed(0), percentile(times, 0.99).toFixed(0)];
  print(`    ${name.padEnd(13)} ${rate.padStart(6)} commits/s   p50 ${p50} µs   p99 ${p99} µs`);
}

function intent(number: number): LedgerRecord {
  return {
    type: 'order-intended',
    at: 1_772_495_400_000 + number,
    request: {
      id: `20260303-${String(number + 1).padStart(6, '0')}`,
      strategy: 'bench',
      symbol: '005930',
      side: 'buy',
      quantity: 10,
      pricing: { type: 'market' },
      timeInForce: 'day',
      venue: 'KRX',
      referencePrice: 71_000,
      reason: 'average 10 crossed above 30',
      requestedAt: 1_772_495_400_000 + number,
      tradeDate: '2026-03-03',
    },
  };
}
