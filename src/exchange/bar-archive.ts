// The finished days of one instrument. Days made as history can be made again from the seed; the days lived through since
// cannot, so these are what is saved.

import type { Bar } from '#domain/bar.ts';
import type { Price, SymbolCode } from '#domain/units.ts';
import { type DayBars, dailyBarOf, minuteBarsOf } from './day-bars.ts';

export class BarArchive {
  readonly #symbol: SymbolCode;
  readonly #history: readonly DayBars[];
  readonly #lived: DayBars[];
  readonly #dailyBars: Bar[] = [];
  /** Bars of all finished days, made when first asked for. */
  #minuteBars: Bar[] | null = null;

  constructor(symbol: SymbolCode, history: readonly DayBars[], lived: readonly DayBars[]) {
    this.#symbol = symbol;
    this.#history = history;
    this.#lived = [...lived];
    for (const day of [...history, ...lived]) this.#countDay(day);
  }

  /** Close of the last day with trades, won; null before any. */
  get lastClose(): Price | null {
    return this.#dailyBars.at(-1)?.close ?? null;
  }

  /** Days added since the history was made, oldest first. */
  get lived(): readonly DayBars[] {
    return this.#lived;
  }

  add(day: DayBars): void {
    this.#lived.push(day);
    this.#countDay(day);
    this.#minuteBars?.push(...minuteBarsOf(this.#symbol, day));
  }

  /** All daily bars, oldest first, with that of the running day. */
  dailyBars(today: DayBars): readonly Bar[] {
    const running = dailyBarOf(this.#symbol, today);
    return running === null ? [...this.#dailyBars] : [...this.#dailyBars, running];
  }

  /** All minute bars, oldest first, with those of the running day. */
  minuteBars(today: DayBars): readonly Bar[] {
    this.#minuteBars ??= [...this.#history, ...this.#lived].flatMap((day) => minuteBarsOf(this.#symbol, day));
    return [...this.#minuteBars, ...minuteBarsOf(this.#symbol, today)];
  }

  #countDay(day: DayBars): void {
    const bar = dailyBarOf(this.#symbol, day);
    if (bar !== null) this.#dailyBars.push(bar);
  }
}
