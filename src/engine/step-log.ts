// What one step leaves: records for the ledger and effects for the world. Recording changes the books at once, so the
// rest of the step already sees them; the shell makes the records durable before it performs the effects.

import type { LedgerRecord } from '#domain/ledger-record.ts';
import type { EpochMs, TradeDate } from '#domain/units.ts';
import type { Effect } from './effect.ts';
import type { LedgerState } from './ledger-state.ts';

/** The outcome of one event. The arrays are reused: they are good until the next event is handled. */
export interface Step {
  readonly records: readonly LedgerRecord[];
  readonly effects: readonly Effect[];
}

export class StepLog implements Step {
  readonly records: LedgerRecord[] = [];
  readonly effects: Effect[] = [];
  /** Engine time: the latest `at` of any event so far. */
  now: EpochMs = 0;
  /** The Korean day of `now`. */
  tradeDate: TradeDate = '';
  readonly #ledger: LedgerState;

  constructor(ledger: LedgerState) {
    this.#ledger = ledger;
  }

  clear(): void {
    if (this.records.length > 0) this.records.length = 0;
    if (this.effects.length > 0) this.effects.length = 0;
  }

  /** Applies a record to the books and keeps it for the ledger. */
  record(record: LedgerRecord): void {
    this.#ledger.apply(record);
    this.records.push(record);
  }

  effect(effect: Effect): void {
    this.effects.push(effect);
  }
}
