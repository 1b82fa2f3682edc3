// Keeps the reference data of the day coming: once at the start, and each morning before the opening auction, when base
// prices and limits of the new day stand.

import type { InstrumentEvent } from '#domain/market-event.ts';
import { type Clock, DAY_MS, HOUR_MS, kstTimeOfDay, MINUTE_MS, SECOND_MS } from '#domain/time.ts';
import type { SymbolCode } from '#domain/units.ts';
import { KiwoomError } from './errors.ts';
import { type Log, silentLog } from './log.ts';
import { fetchInstrument } from './reference.ts';
import type { RestClient } from './rest-client.ts';

export interface WatchInstrumentsOptions {
  readonly client: RestClient;
  /** Market time. */
  readonly clock: Clock;
  readonly timers: Clock;
  readonly symbols: readonly SymbolCode[];
  readonly onInstrument: (event: InstrumentEvent) => void;
  readonly log?: Log;
}

const REFRESH_TIME_OF_DAY = 8 * HOUR_MS + 25 * MINUTE_MS;
const RETRY_MS = 5 * SECOND_MS;

/** Starts fetching; the returned function stops it. An instrument that cannot be fetched is tried again, unless unknown. */
export function watchInstruments(options: WatchInstrumentsOptions): () => void {
  const { client, clock, timers, symbols, onInstrument } = options;
  const log = options.log ?? silentLog;
  const pending = new Set<() => void>();
  let isStopped = false;

  function later(on: Clock, ms: number, wake: () => void): void {
    const cancel = on.wakeAt(on.now() + ms, () => {
      pending.delete(cancel);
      wake();
    });
    pending.add(cancel);
  }

  async function fetch(symbol: SymbolCode): Promise<void> {
    try {
      const event = await fetchInstrument(client, clock, symbol, 'margin');
      if (!isStopped) onInstrument(event);
    } catch (error) {
      if (!(error instanceof KiwoomError)) throw error;
      if (isStopped) return;
      log.warn({ symbol, code: error.shownCode }, `reference data failed: ${error.message}`);
      if (error.retryable) later(timers, RETRY_MS, () => void fetch(symbol));
    }
  }

  /** One after another: all at once would only wait in the queue of the rate budget until it gives up. */
  async function fetchAll(): Promise<void> {
    for (const symbol of symbols) {
      if (isStopped) return;
      await fetch(symbol);
    }
  }

  function round(): void {
    void fetchAll();
    const sinceRefresh = kstTimeOfDay(clock.now()) - REFRESH_TIME_OF_DAY;
    later(clock, sinceRefresh < 0 ? -sinceRefresh : DAY_MS - sinceRefresh, round);
  }

  round();
  return () => {
    isStopped = true;
    for (const cancel of pending) cancel();
    pending.clear();
  };
}
