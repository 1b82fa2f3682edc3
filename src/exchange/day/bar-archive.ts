// The finished days of one instrument. Days from before the exchange began can be had again from the seed or from stored
// charts; the days lived through since cannot, so these are what is saved.

import type { Bar } from '#domain/bar.ts';
import { kstMidnight } from '#domain/time.ts';
import type { Price, SymbolCode, TradeDate } from '#domain/units.ts';
import type { PastClose } from '../corporate/corporate-action.ts';
import { type DayBars, dailyBarOf, minuteBarsOf } from './day-bars.ts';
import {
  KEPT_MINUTE_DAYS,
  type LivedDay,
  livedDayOf,
  minutesOfLived,
  restoreLivedDay,
  type SavedLivedDay,
  saveLivedDay,
  withoutMinutes,
} from './lived-day.ts';
import type { Tick, TickLog } from './market-ticks.ts';

/** A finished day from before the exchange began. */
export interface PastDay {
  readonly date: TradeDate;
  /** Of volume 0 where nothing was traded: a halted day stands at the price it would have begun with. */
  readonly daily: Bar;
  /** Its minutes, made or read when asked for; null when only the day is known. */
  minutes(): DayBars | null;
  /** The same day on NXT; absent where it was not traded there, or nobody knows. */
  readonly onNxt?: PastDay;
}

/** Days whose single trades are kept: what the tick chart pages back to. Older ones live on in their bars. */
export const KEPT_TICK_DAYS = 3;

export class BarArchive {
  readonly #symbol: SymbolCode;
  readonly #history: readonly PastDay[];
  readonly #lived: LivedDay[];
  readonly #dailyBars: Bar[] = [];
  /** Bars of all finished days, made when asked for and kept while somebody uses them or memory is plenty. */
  #minuteBars: WeakRef<Bar[]> | null = null;
  /** Of the last days lived through without a restart, oldest first. */
  readonly #ticks = new Map<TradeDate, TickLog>();

  constructor(
    symbol: SymbolCode,
    history: readonly PastDay[],
    lived: readonly (SavedLivedDay | DayBars)[] = [],
  ) {
    this.#symbol = symbol;
    this.#history = history;
    this.#lived = lived.map((saved) => restoreLivedDay(symbol, saved));
    for (const { daily } of [...history, ...this.#lived]) if (daily !== null) this.#dailyBars.push(daily);
  }

  /** The last close before a date: of a day with trades, or a quote that stood for one; null before any. */
  lastBefore(date: TradeDate): PastClose | null {
    const lived = this.#lived.findLast((day) => day.date < date && day.close !== null);
    if (lived !== undefined) return { date: lived.date, close: lived.close! };
    const past = this.#history.findLast((day) => day.date < date);
    return past === undefined ? null : { date: past.date, close: past.daily.close };
  }

  /** The first day added since the history was made; null before one has ended. */
  get firstLived(): TradeDate | null {
    return this.#lived[0]?.date ?? null;
  }

  /** The days added since the history was made, to be kept elsewhere. */
  save(): SavedLivedDay[] {
    return this.#lived.map(saveLivedDay);
  }

  /**
   * A day is over; `ticks` are its single trades. `base` (won) is where the row of a halted day stands; null for a day without a halt.
   */
  add(day: DayBars, ticks: TickLog, base: Price | null): void {
    ticks.trim();
    this.#ticks.set(day.date, ticks);
    const [oldest] = this.#ticks.keys();
    if (this.#ticks.size > KEPT_TICK_DAYS && oldest !== undefined) this.#ticks.delete(oldest);
    const lived = livedDayOf(this.#symbol, day, base);
    this.#lived.push(lived);
    if (lived.daily !== null) this.#dailyBars.push(lived.daily);
    const tooOld = this.#lived.length - 1 - KEPT_MINUTE_DAYS;
    if (tooOld < 0) {
      this.#minuteBars?.deref()?.push(...minuteBarsOf(this.#symbol, day));
      return;
    }
    this.#lived[tooOld] = withoutMinutes(this.#lived[tooOld]!);
    this.#minuteBars = null;
  }

  /** All daily bars, oldest first, with that of the running day; null when there is no such day. */
  dailyBars(today: DayBars | null): readonly Bar[] {
    const running = today === null ? null : dailyBarOf(this.#symbol, today);
    return running === null ? [...this.#dailyBars] : [...this.#dailyBars, running];
  }

  /** The bar of the last finished day before a date; null before any. */
  dailyBefore(date: TradeDate): Bar | null {
    const midnight = kstMidnight(date);
    return this.#dailyBars.findLast(({ start }) => start < midnight) ?? null;
  }

  /** Minute bars of all days whose minutes are known, oldest first, with those of the running day. */
  minuteBars(today: DayBars | null): readonly Bar[] {
    const running = today === null ? [] : minuteBarsOf(this.#symbol, today);
    return [...this.#finishedMinutes(), ...running];
  }

  /** Minutes of one finished day; none where they are not known. */
  minutesOn(date: TradeDate): readonly Bar[] {
    const lived = this.#lived.find((day) => day.date === date);
    if (lived !== undefined) return minuteBarsOf(this.#symbol, minutesOfLived(lived));
    const past = this.#history.find((day) => day.date === date)?.minutes() ?? null;
    return past === null ? [] : minuteBarsOf(this.#symbol, past);
  }

  /** Days whose single trades are kept, oldest first. */
  get tickDates(): readonly TradeDate[] {
    return [...this.#ticks.keys()];
  }

  /** Single trades of a day, oldest first; none where they are not kept. */
  ticks(date: TradeDate): Tick[] {
    return this.#ticks.get(date)?.list() ?? [];
  }

  #finishedMinutes(): readonly Bar[] {
    const known = this.#minuteBars?.deref();
    if (known !== undefined) return known;
    const past = this.#history.flatMap((day) => day.minutes() ?? []);
    const lived = this.#lived.map(minutesOfLived);
    const bars = [...past, ...lived].flatMap((day) => minuteBarsOf(this.#symbol, day));
    this.#minuteBars = new WeakRef(bars);
    return bars;
  }
}
