// How much of the account was invested over a trading session: the mean by time, so that a position opened after the open and
// given back before the close counts for as long as it was held.

import { MINUTE_MS } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import type { Engine } from '#engine/engine.ts';

/** What the exposure is read from. */
type Books = Pick<Engine, 'ledger' | 'risk'>;

/** Holdings that nobody trades are valued anew this often: prices move little in between, and a run has millions of bars. */
const VALUED_EVERY_MS = 10 * MINUTE_MS;

/** Measures one session after the other. */
export class ExposureMeter {
  readonly #books: Books;
  #from: EpochMs = 0;
  #since: EpochMs = 0;
  #until: EpochMs = 0;
  /** Exposure times ms since the open. */
  #area = 0;
  /** Value of holdings over equity, as last read. */
  #exposure = 0;
  #readAt: EpochMs = 0;
  #recordsRead = -1;

  constructor(books: Books) {
    this.#books = books;
  }

  /** A session begins; what is held outside its hours does not count. */
  begin(openAt: EpochMs, closeAt: EpochMs): void {
    this.#from = openAt;
    this.#since = openAt;
    this.#until = closeAt;
    this.#area = 0;
    this.#read();
  }

  /** What was held at the last look was held until `at`. */
  passTo(at: EpochMs): void {
    const to = Math.min(at, this.#until);
    if (to <= this.#since) return;
    this.#area += this.#exposure * (to - this.#since);
    this.#since = to;
  }

  /** Looks at what is held from now on. */
  look(): void {
    const isTraded = this.#books.ledger.recordCount !== this.#recordsRead;
    if (isTraded || this.#since - this.#readAt >= VALUED_EVERY_MS) this.#read();
  }

  /** Mean exposure from the open to the close, 0 to 1; what was held at the last look counts until the close. */
  end(): number {
    this.passTo(this.#until);
    return this.#area / (this.#until - this.#from);
  }

  #read(): void {
    const { ledger, risk } = this.#books;
    const equity = ledger.positions().size === 0 ? ledger.cash : risk.equity();
    this.#exposure = equity === 0 ? 0 : (equity - ledger.cash) / equity;
    this.#readAt = this.#since;
    this.#recordsRead = ledger.recordCount;
  }
}
