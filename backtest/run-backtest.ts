// History through the same engine as live: bars, one slot after the other, meet the exchange first (fills of orders given
// before) and the strategies second (orders for the bars to come). Days open and close as live days do.

import type { Bar, BarPeriod } from '#domain/bar.ts';
import { periodMinutes } from '#domain/bar.ts';
import type { Instrument } from '#domain/instrument.ts';
import type { BarEvent } from '#domain/market-event.ts';
import { sessionHours } from '#domain/session.ts';
import { DAY_MS, kstDate, kstMidnight, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import { Engine } from '#engine/engine.ts';
import type { EngineSettings } from '#engine/engine-settings.ts';
import type { LedgerStore } from '#engine/ports.ts';
import { EngineRunner } from '#engine/runner.ts';
import { BarExchange } from '#exchange/bar-exchange.ts';
import { type BarSeriesData, BarSlots } from './bar-source.ts';
import { ExposureMeter } from './exposure-meter.ts';
import { refuseLiveNeeds } from './live-needs.ts';
import { RunClock } from './run-clock.ts';
import { SimulatedBroker } from './simulated-broker.ts';

export interface BacktestSetup {
  readonly settings: EngineSettings;
  readonly instruments: readonly Instrument[];
  readonly series: readonly BarSeriesData[];
  readonly period: BarPeriod;
  readonly cash: Won;
  readonly slippageTicks: number;
  readonly volumeSharePpm: number | null;
  readonly enforceGrid: boolean;
  /** Bars before the first one that is run, oldest first, for strategies that need a past. */
  readonly history: (symbol: SymbolCode, period: BarPeriod, bars: number) => readonly Bar[];
}

/** Sees the run from outside: one call a trading day, after it was closed, with the mean exposure of its session (0 to 1). */
export interface BacktestObserver {
  onDay(date: TradeDate, engine: Engine, exposure: number): void;
}

export interface BacktestRun {
  readonly engine: Engine;
  /** Orders the exchange did not take, by its code. */
  readonly rejections: Readonly<Record<string, number>>;
  readonly barCount: number;
  readonly days: readonly TradeDate[];
}

/**
 * Runs all bars. Records go to `ledger`; the run's facts are read from it and from what is returned. Throws
 * LiveDataNeededError for a strategy that uses more than bars.
 */
export function runBacktest(
  setup: BacktestSetup,
  ledger: LedgerStore,
  observer?: BacktestObserver,
): BacktestRun {
  return new BacktestDriver(setup, ledger, observer ?? null).run();
}

class BacktestDriver {
  readonly #setup: BacktestSetup;
  readonly #observer: BacktestObserver | null;
  readonly #slots: BarSlots;
  readonly #clock = new RunClock();
  readonly #exchange: BarExchange;
  readonly #broker: SimulatedBroker;
  readonly #engine: Engine;
  readonly #runner: EngineRunner;
  readonly #exposure: ExposureMeter;
  readonly #days: TradeDate[] = [];
  readonly #barLengthMs: number;
  readonly #event: { type: 'bar'; at: EpochMs; bar: BarEvent['bar'] };
  #barCount = 0;
  #dayUntil: EpochMs = 0;
  #closeAt: EpochMs = 0;
  #open = false;

  constructor(setup: BacktestSetup, ledger: LedgerStore, observer: BacktestObserver | null) {
    this.#setup = setup;
    this.#observer = observer;
    this.#slots = new BarSlots(setup.series, setup.period);
    this.#barLengthMs = (periodMinutes(setup.period) ?? 0) * MINUTE_MS;
    const { instruments, cash, slippageTicks, volumeSharePpm, enforceGrid } = setup;
    const { costs } = setup.settings;
    const firstDate = kstDate(this.#slots.nextStart);
    this.#exchange = new BarExchange({
      instruments,
      cash,
      costs,
      firstDate,
      slippageTicks,
      volumeSharePpm,
      enforceGrid,
    });
    this.#broker = new SimulatedBroker(this.#exchange);
    this.#engine = new Engine({ ...setup.settings, barPeriod: setup.period });
    this.#exposure = new ExposureMeter(this.#engine);
    refuseLiveNeeds(this.#engine);
    this.#runner = new EngineRunner(this.#engine, { ledger, broker: this.#broker, clock: this.#clock });
    this.#broker.events$.subscribe((event) => this.#runner.push(event));
    this.#event = {
      type: 'bar',
      at: 0,
      bar: { symbol: '', period: setup.period, start: 0, open: 1, high: 1, low: 1, close: 1, volume: 0 },
    };
  }

  run(): BacktestRun {
    while (this.#slots.nextStart !== Number.POSITIVE_INFINITY) {
      const start = this.#slots.nextStart;
      if (start >= this.#dayUntil) {
        this.#endDay();
        this.#beginDay(start);
      }
      this.#slots.advance();
      this.#runSlot();
    }
    this.#endDay();
    return {
      engine: this.#engine,
      rejections: this.#broker.rejections,
      barCount: this.#barCount,
      days: this.#days,
    };
  }

  #runSlot(): void {
    const { bars, count, start } = this.#slots;
    const at = this.#barLengthMs === 0 ? this.#closeAt : start + this.#barLengthMs;
    if (this.#open && at >= this.#closeAt) this.#tellSession('closed', this.#closeAt);
    this.#passTimeTo(at);
    this.#exposure.passTo(start);
    for (let i = 0; i < count; i++) this.#exchange.onBar(bars[i]!);
    for (let i = 0; i < count; i++) {
      this.#event.at = at;
      this.#event.bar = bars[i]!;
      this.#runner.push(this.#event);
    }
    this.#barCount += count;
    this.#exposure.look(); // what a bar filled counts from its beginning
  }

  #beginDay(firstStart: EpochMs): void {
    const date = kstDate(firstStart);
    const hours = sessionHours(date);
    const first = this.#days.length === 0;
    this.#days.push(date);
    this.#dayUntil = kstMidnight(date) + DAY_MS;
    this.#closeAt = hours.closeAt;
    this.#passTimeTo(hours.openAt);
    if (first) this.#setPreviousCloses();
    this.#exchange.openDay(date, (symbol) => this.#slots.nextOpen(symbol));
    if (first) this.#runner.push({ type: 'cash-deposited', at: hours.openAt, amount: this.#setup.cash });
    this.#tellInstruments(hours.openAt);
    if (first) this.#showHistory(hours.openAt);
    this.#open = true;
    this.#exposure.begin(hours.openAt, hours.closeAt);
    this.#tellSession('open', hours.openAt);
  }

  #setPreviousCloses(): void {
    for (const { symbol } of this.#setup.instruments) {
      const previous = this.#setup.history(symbol, this.#setup.period, 1).at(-1);
      if (previous !== undefined) this.#exchange.setPreviousClose(symbol, previous.close);
    }
  }

  #tellInstruments(at: EpochMs): void {
    for (const instrument of this.#setup.instruments) {
      const reference = this.#exchange.reference(instrument.symbol);
      if (reference === null) continue;
      this.#runner.push({
        type: 'instrument',
        at,
        instrument,
        reference,
        last: this.#exchange.last(instrument.symbol),
      });
    }
  }

  #showHistory(at: EpochMs): void {
    for (const { symbol, period, bars } of this.#engine.host.warmUps()) {
      for (const bar of this.#setup.history(symbol, period, bars))
        this.#runner.push({ type: 'warm-up-bar', at, bar });
    }
    this.#runner.push({ type: 'warm-up-finished', at });
  }

  #endDay(): void {
    if (this.#days.length === 0) return;
    refuseLiveNeeds(this.#engine); // a strategy may come to it only in the middle of the day
    const date = this.#days.at(-1)!;
    const at = Math.max(this.#closeAt, this.#clock.now());
    if (this.#open) this.#tellSession('closed', at);
    this.#exchange.closeDay();
    this.#runner.push({ type: 'day-ended', at, tradeDate: date });
    this.#observer?.onDay(date, this.#engine, this.#exposure.end());
  }

  #tellSession(phase: 'open' | 'closed', at: EpochMs): void {
    this.#open = phase === 'open';
    this.#passTimeTo(at);
    this.#runner.push({ type: 'session', at, phase, code: phase });
  }

  #passTimeTo(at: EpochMs): void {
    if (at <= this.#clock.now()) return;
    this.#clock.advanceTo(at);
    this.#broker.now = at;
  }
}
