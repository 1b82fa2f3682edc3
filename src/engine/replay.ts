// Lives recorded events again: the same events through the same fold must give the same records, byte for byte. Nothing
// is sent anywhere.

import type { EngineEvent } from '#domain/engine-event.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import { Engine } from './engine.ts';
import type { EngineSettings } from './engine-settings.ts';
import { encodeRecord } from './record-codec.ts';

/** What a replay found. `difference` is the first record that came out otherwise. */
export interface ReplayResult {
  readonly events: number;
  readonly records: number;
  readonly difference: {
    /** Number of the record in the ledger, from 1. */
    readonly record: number;
    readonly recorded: string | null;
    readonly replayed: string | null;
  } | null;
}

/**
 * Replays `events` on an engine that knows `past`, and compares what it writes with `expected`, the records the ledger
 * has after `past`. A ledger that goes on after the recording's last event is fine; one that lacks records is not.
 */
export async function replay(
  settings: EngineSettings,
  past: readonly LedgerRecord[],
  expected: readonly LedgerRecord[],
  events: AsyncIterable<EngineEvent> | Iterable<EngineEvent>,
): Promise<ReplayResult> {
  const engine = new Engine(settings, past);
  let eventCount = 0;
  let recordCount = 0;
  for await (const event of events) {
    eventCount++;
    for (const record of engine.handle(event).records) {
      const replayed = encodeRecord(record);
      const stored = expected[recordCount];
      const recorded = stored === undefined ? null : encodeRecord(stored);
      recordCount++;
      if (replayed === recorded) continue;
      const difference = { record: past.length + recordCount, recorded, replayed };
      return { events: eventCount, records: recordCount, difference };
    }
  }
  return { events: eventCount, records: recordCount, difference: null };
}
