// A ledger as plain text, one canonical line a record: two ledgers are the same when their exports are.

import type { LedgerStore } from '#engine/ports.ts';
import { encodeRecord } from '#engine/record-codec.ts';

/** Writes every record of `store`, oldest first, as one line of JSON. */
export function exportLedger(store: Pick<LedgerStore, 'records'>, write: (line: string) => void): void {
  for (const record of store.records()) write(`${encodeRecord(record)}\n`);
}
