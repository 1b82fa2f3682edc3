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

  /**
   * The last bars that are over, oldest first; fewer where the broker has no more. One that ends while the chart is on its
   * way may not be whole in it, and would be missing without: then the chart is asked for again.
   */
  async #load(symbol: SymbolCode, wish: HistoryWish): Promise<readonly Bar[]> {
    const { clock } = this.#options;
    const minutes = periodMinutes(wish.period);
    const lastEnd = (at: EpochMs): number => (minutes === null ? 0 : Math.floor(at / (minutes * MINUTE_MS)));
    for (let attempt = 1; ; attempt++) {
      const askedAt = clock.now();
      const past = await this.#page(symbol, wish, askedAt);
      if (attempt === MAX_LOADS || lastEnd(clock.now()) === lastEnd(askedAt))
        return finishedBars(past, askedAt).slice(-wish.bars);
    }
  }

  async #page(symbol: SymbolCode, { period, bars }: HistoryWish, until: EpochMs): Promise<readonly Bar[]> {
    const past: Bar[] = [];
    for await (const page of chartPages(this.#options.client, { symbol, period, until, adjusted: true })) {
      past.push(...page.bars);
      if (past.length >= bars + 1) break;
    }
    return past;
  }
}

/** A server whose minutes are short ends one with every answer. */
const MAX_LOADS = 3;

/** The bars that are over at `now`, oldest first, each once. */
function finishedBars(bars: readonly Bar[], now: EpochMs): Bar[] {
  const finished = bars.filter(({ start, period }) => {
    const minutes = periodMinutes(period);
    return minutes === null ? kstDate(start) < kstDate(now) : start + minutes * MINUTE_MS <= now;
  });
  const byStart = new Map(finished.map((bar) => [bar.start, bar]));
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}
