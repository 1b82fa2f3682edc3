// Past bars out of the broker's charts, shown to strategies before they trade, and again for each instrument that they take
// up while trading.

import { chartPages } from '#adapters/kiwoom/charts.ts';
import { KiwoomError } from '#adapters/kiwoom/errors/errors.ts';
import type { Log } from '#adapters/kiwoom/log.ts';
import type { RestClient } from '#adapters/kiwoom/rest/rest-client.ts';
import { type Bar, periodMinutes } from '#domain/bar.ts';
import type { EngineEvent } from '#domain/engine-event.ts';
import { type Clock, kstDate, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, SymbolCode } from '#domain/units.ts';
import type { History, HistoryWish } from '#engine/ports.ts';

export interface PastBarsOptions {
  readonly client: RestClient;
  readonly clock: Clock;
  readonly log: Log;
  /** Where the bars go. */
  readonly push: (event: EngineEvent) => void;
  /** Told what broke when nobody waits for `show`. */
  readonly onBroken: (error: unknown) => void;
}

/** Shows the past. One instrument after the other: all at once would only wait for the rate budget. */
export class PastBars implements History {
  readonly #options: PastBarsOptions;
  #shown: Promise<void> = Promise.resolve();

  constructor(options: PastBarsOptions) {
    this.#options = options;
  }

  /** Everything that is to be seen before trading begins, in this order. Rejects with KiwoomError. */
  async showAll(wishes: readonly (HistoryWish & { readonly symbol: SymbolCode })[]): Promise<void> {
    for (const { symbol, ...wish } of wishes) this.#push(await this.#load(symbol, wish));
    this.#options.push({ type: 'warm-up-finished', at: this.#options.clock.now() });
  }

  /** What cannot be had is left out: the instrument begins without a past then. */
  show(symbol: SymbolCode, wishes: readonly HistoryWish[]): void {
    this.#shown = this.#shown
      .then(async () => {
        const bars: Bar[] = [];
        for (const wish of wishes) bars.push(...(await this.#loadOrNone(symbol, wish)));
        this.#push(bars); // without a pause: nothing live may come between a past and its end
        this.#options.push({ type: 'history-shown', at: this.#options.clock.now(), symbol });
      })
      .catch((error: unknown) => this.#options.onBroken(error));
  }

  #push(bars: readonly Bar[]): void {
    for (const bar of bars) {
      this.#options.push({ type: 'warm-up-bar', at: this.#options.clock.now(), bar });
    }
  }

  async #loadOrNone(symbol: SymbolCode, wish: HistoryWish): Promise<readonly Bar[]> {
    try {
      return await this.#load(symbol, wish);
    } catch (error) {
      if (!(error instanceof KiwoomError)) throw error;
      this.#options.log.warn({ symbol, code: error.shownCode }, `no history to begin with: ${error.message}`);
      return [];
    }
  }

  /** The last bars that are over, oldest first; fewer where the broker has no more. */
  async #load(symbol: SymbolCode, { period, bars: count }: HistoryWish): Promise<readonly Bar[]> {
    const { client, clock } = this.#options;
    const past: Bar[] = [];
    const until = clock.now();
    for await (const page of chartPages(client, { symbol, period, until, adjusted: true })) {
      past.push(...page.bars);
      if (past.length >= count + 1) break;
    }
    return finishedBars(past, clock.now()).slice(-count);
  }
}

/** The bars that are over at `now`, oldest first, each once. */
function finishedBars(bars: readonly Bar[], now: EpochMs): Bar[] {
  const finished = bars.filter(({ start, period }) => {
    const minutes = periodMinutes(period);
    return minutes === null ? kstDate(start) < kstDate(now) : start + minutes * MINUTE_MS <= now;
  });
  const byStart = new Map(finished.map((bar) => [bar.start, bar]));
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}
