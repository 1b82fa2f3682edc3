// The ledger of backtests must name the same tip as the one on disk would, whenever it is asked.

import { expect, test } from 'vitest';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import { MemoryLedger } from '#engine/memory-ledger.ts';
import { chainDigest, EMPTY_DIGEST, encodeRecord } from '#engine/record-codec.ts';
import { sampleDay } from '#test/adapters/sqlite/sample-records.ts';

test('an empty ledger has no records and a digest of zeros', () => {
  expect(new MemoryLedger().tip()).toEqual({ records: 0, digest: '0'.repeat(64) });
});

test('the tip is the same however often it was asked for on the way', () => {
  const day = sampleDay();
  const askedOften = new MemoryLedger();
  const askedOnce = new MemoryLedger();
  for (const record of day) {
    askedOften.append([record]);
    askedOften.tip();
  }
  askedOnce.append(day);
  const digest = day.map(encodeRecord).reduce(chainDigest, EMPTY_DIGEST);
  expect(askedOften.tip()).toEqual({ records: day.length, digest });
  expect(askedOnce.tip()).toEqual(askedOften.tip());
});

test('the array handed in may be used again, as the engine does with that of its step', () => {
  const ledger = new MemoryLedger();
  const step: LedgerRecord[] = sampleDay().slice(0, 2);
  ledger.append(step);
  step.length = 0;
  expect([...ledger.records()]).toEqual(sampleDay().slice(0, 2));
});
