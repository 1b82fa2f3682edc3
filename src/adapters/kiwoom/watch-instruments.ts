// Keeps the reference data of the day coming: once when an instrument is first watched, and each morning before the opening
// auction, when base prices and limits of the new day stand.

import type { InstrumentEvent } from '#domain/market-event.ts';
import { type Clock, DAY_MS, HOUR_MS, kstTimeOfDay, MINUTE_MS, SECOND_MS } from '#domain/time.ts';
import type { SymbolCode } from '#domain/units.ts';
import { KiwoomError } from './errors/errors.ts';
import { type Log, silentLog } from './log.ts';
import { fetchInstrument } from './reference.ts';
import type { RestClient } from './rest/rest-client.ts';

export interface InstrumentWatchOptions {
  readonly client: RestClient;
  /** Market time. */
  readonly clock: Clock;
  readonly timers: Clock;
  readonly onInstrument: (event: InstrumentEvent) => void;
  /** Kiwoom does not know the instrument; told once while it is watched. */
  readonly onUnknown?: (symbol: SymbolCode, detail: string) => void;
  readonly log?: Log;
}

const REFRESH_TIME_OF_DAY = 8 * HOUR_MS + 25 * MINUTE_MS;
const RETRY_MS = 5 * SECOND_MS;

/** Fetches until it is stopped. An instrument that cannot be fetched is tried again, unless it is unknown. */
export class InstrumentWatch {
  readonly #options: InstrumentWatchOptions;
  readonly #log: Log;
  #watched: ReadonlySet<SymbolCode> = new Set();
  readonly #unknown = new Set<SymbolCode>();
  /** Waiting to be fetched, one after another: all at once would only wait in the queue of the rate budget until it gives up. */
  readonly #queue = new Set<SymbolCode>();
  readonly #pending = new Set<() => void>();
  #isFetching = false;
  #isStopped = false;

  constructor(options: InstrumentWatchOptions) {
    this.#options = options;
    this.#log = options.log ?? silentLog;
    this.#planRefresh();
  }

  /** Replaces what is watched; what is new is fetched at once. */
  follow(symbols: readonly SymbolCode[]): void {
    const added = symbols.filter((symbol) => !this.#watched.has(symbol));
    this.#watched = new Set(symbols);
    for (const symbol of this.#unknown) if (!this.#watched.has(symbol)) this.#unknown.delete(symbol);
    this.#fetchSoon(added);
  }

  stop(): void {
    this.#isStopped = true;
    for (const cancel of this.#pending) cancel();
    this.#pending.clear();
  }

  #planRefresh(): void {
    const { clock } = this.#options;
    const sinceRefresh = kstTimeOfDay(clock.now()) - REFRESH_TIME_OF_DAY;
    this.#later(clock, sinceRefresh < 0 ? -sinceRefresh : DAY_MS - sinceRefresh, () => {
      this.#fetchSoon([...this.#watched]);
      this.#planRefresh();
    });
  }

  #fetchSoon(symbols: readonly SymbolCode[]): void {
    for (const symbol of symbols) this.#queue.add(symbol);
    if (!this.#isFetching) void this.#fetchQueued();
  }

  async #fetchQueued(): Promise<void> {
    this.#isFetching = true;
    for (const symbol of this.#queue) {
      if (this.#isStopped) return;
      this.#queue.delete(symbol);
      if (this.#watched.has(symbol)) await this.#fetch(symbol);
    }
    this.#isFetching = false;
  }

  async #fetch(symbol: SymbolCode): Promise<void> {
    const { client, clock, timers, onInstrument } = this.#options;
    try {
      const event = await fetchInstrument(client, clock, symbol, 'margin');
      if (!this.#isStopped && this.#watched.has(symbol)) onInstrument(event);
    } catch (error) {
      if (!(error instanceof KiwoomError)) throw error;
      if (this.#isStopped || !this.#watched.has(symbol)) return;
      this.#log.warn({ symbol, code: error.shownCode }, `reference data failed: ${error.message}`);
      if (error.retryable) this.#later(timers, RETRY_MS, () => this.#fetchSoon([symbol]));
      else if (error.code === 'unknown-instrument') this.#tellUnknown(symbol, error.detail);
    }
  }

  #tellUnknown(symbol: SymbolCode, detail: string): void {
    if (this.#unknown.has(symbol)) return;
    this.#unknown.add(symbol);
    this.#options.onUnknown?.(symbol, detail);
  }

  #later(on: Clock, ms: number, wake: () => void): void {
    const cancel = on.wakeAt(on.now() + ms, () => {
      this.#pending.delete(cancel);
      wake();
    });
    this.#pending.add(cancel);
  }
}
