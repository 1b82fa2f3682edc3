// A ledger that lives as long as the process, for backtests and simulations. It keeps the records as they are and pays
// for text and digests only when somebody asks for the tip.

import type { LedgerRecord } from '#domain/ledger-record.ts';
import type { LedgerStore, LedgerTip } from './ports.ts';
import { chainDigest, EMPTY_DIGEST, encodeRecord } from './record-codec.ts';

export class MemoryLedger implements LedgerStore {
  readonly #records: LedgerRecord[] = [];
  #digest = EMPTY_DIGEST;
  #digested = 0;

  append(records: readonly LedgerRecord[]): void {
    for (let i = 0; i < records.length; i++) this.#records.push(records[i]!);
  }

  tip(): LedgerTip {
    for (; this.#digested < this.#records.length; this.#digested++) {
      this.#digest = chainDigest(this.#digest, encodeRecord(this.#records[this.#digested]!));
    }
    return { records: this.#records.length, digest: this.#digest };
  }

  records(): readonly LedgerRecord[] {
    return this.#records;
  }
}
