// The sidecar (krx-rules 3.5): when the futures on a market's index have run away for a minute, programs must not trade on
// that side for five minutes. There are no futures here: the index itself stands for them, which is our decision. Orders of
// accounts are no programs and pass.

import type { Market } from '#domain/instrument.ts';
import type { OrderSide } from '#domain/order.ts';
import type { SessionHours } from '#domain/session.ts';
import { MINUTE_MS } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';

export const SIDECAR_MS = 5 * MINUTE_MS;

const MOVE_PERCENT: Readonly<Record<Market, number>> = {
  KOSPI: 5,
  KOSDAQ: 6,
  KONEX: Number.POSITIVE_INFINITY,
};
const HOLDS_MS = MINUTE_MS;
/** Not in the first five minutes of the day, nor in the last forty of the regular session: after 14:50 on a plain day. */
const FIRST_CALL_MS = 5 * MINUTE_MS;
const LAST_CALL_BEFORE_CLOSE_MS = 40 * MINUTE_MS;

/** What a sidecar knows of its day. */
export interface SavedSidecar {
  /** The side that is or was stopped today, and since when; null before it was set off. */
  readonly stopped: { readonly side: OrderSide; readonly at: EpochMs } | null;
  /** Which way the index has run, and since when; null while it has not. */
  readonly run: { readonly side: OrderSide; readonly since: EpochMs } | null;
}

export class Sidecar {
  readonly #percent: number;
  #from: EpochMs = 0;
  #until: EpochMs = 0;
  #stopped: SavedSidecar['stopped'] = null;
  #run: SavedSidecar['run'] = null;

  constructor(market: Market) {
    this.#percent = MOVE_PERCENT[market];
  }

  /** A new day begins: it may be set off once. */
  startDay({ openAt, closeAt }: SessionHours): void {
    this.#from = openAt + FIRST_CALL_MS;
    this.#until = closeAt - LAST_CALL_BEFORE_CLOSE_MS;
    this.#stopped = null;
    this.#run = null;
  }

  /** The side that is or was stopped today. */
  get stopped(): SavedSidecar['stopped'] {
    return this.#stopped;
  }

  /** Sees the index; `base` is the close of the day before. Returns the side on which programs stop now. */
  see(at: EpochMs, value: number, base: number): OrderSide | null {
    const side =
      this.#stopped === null && at >= this.#from && at <= this.#until ? this.#sideOf(value, base) : null;
    if (side === null) {
      this.#run = null;
      return null;
    }
    if (this.#run?.side !== side) this.#run = { side, since: at };
    if (at < this.#run.since + HOLDS_MS) return null;
    this.#stopped = { side, at };
    return side;
  }

  save(): SavedSidecar {
    return { stopped: this.#stopped, run: this.#run };
  }

  /** Goes on with a saved day; to be called after `startDay`. */
  resume({ stopped, run }: SavedSidecar): void {
    this.#stopped = stopped;
    this.#run = run;
  }

  #sideOf(value: number, base: number): OrderSide | null {
    if (value * 100 >= base * (100 + this.#percent)) return 'buy';
    return value * 100 <= base * (100 - this.#percent) ? 'sell' : null;
  }
}
