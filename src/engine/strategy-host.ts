// Runs strategies: gives each its streams, its own position and engine time, and collects the signals they give while an
// event is handled. A strategy that throws is stopped alone; the others and the engine go on.

import { Subject } from 'rxjs';
import { assert } from '#domain/assert.ts';
import { BAR_PERIODS, type BarPeriod } from '#domain/bar.ts';
import type { ConnectionEvent, SessionEvent, VolatilityInterruptionEvent } from '#domain/market-event.ts';
import type { OrderPricing, Signal } from '#domain/signal.ts';
import type { EpochMs, StrategyName, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { OwnPosition, StrategyContext, StrategyDefinition, WarmUp } from '#strategies/strategy.ts';
import { EngineScheduler } from './engine-scheduler.ts';
import type { LedgerState } from './ledger-state.ts';
import type { MarketState } from './market-state.ts';
import type { MarketInterest } from './ports.ts';

/** One strategy as the configuration asks for it. `capital` in won is what weights refer to. */
export interface StrategySetup {
  readonly name: StrategyName;
  readonly definition: StrategyDefinition<unknown>;
  readonly parameters: unknown;
  readonly symbols: readonly SymbolCode[];
  readonly capital: Won;
  /** How its orders name their price when a signal does not say. */
  readonly pricing: OrderPricing;
}

/** A signal waiting for the engine to take it up. */
export interface PendingSignal {
  readonly setup: StrategySetup;
  readonly signal: Signal;
}

/** A strategy that broke, with its error's text. */
export interface StrategyFailure {
  readonly strategy: StrategyName;
  readonly message: string;
}

const NOTHING: OwnPosition = { quantity: 0, cost: 0 };

export class StrategyHost {
  readonly sessions$ = new Subject<SessionEvent>();
  readonly connection$ = new Subject<ConnectionEvent>();
  readonly volatilityInterruptions$ = new Subject<VolatilityInterruptionEvent>();
  readonly scheduler = new EngineScheduler();
  /** Signals given since the engine last looked; taken and emptied by it. */
  readonly pending: PendingSignal[] = [];
  readonly failures: StrategyFailure[] = [];
  readonly #setups: readonly StrategySetup[];
  readonly #market: MarketState;
  readonly #ledger: LedgerState;
  readonly #interests = new Map<SymbolCode, { trades: boolean; book: boolean; periods: Set<BarPeriod> }>();
  #handling = false;
  #now: EpochMs = 0;
  #tradeDate: TradeDate = '';

  constructor(setups: readonly StrategySetup[], market: MarketState, ledger: LedgerState) {
    this.#setups = setups;
    this.#market = market;
    this.#ledger = ledger;
  }

  /** Starts every strategy. Called once, before the first event; what they ask for becomes `interests()`. */
  start(): void {
    this.#handling = true;
    for (const setup of this.#setups) {
      for (const symbol of setup.symbols) this.#interestIn(symbol);
      const fail = (error: unknown): void => {
        this.failures.push({
          strategy: setup.name,
          message: error instanceof Error ? error.message : String(error),
        });
      };
      try {
        setup.definition.run(this.#contextOf(setup)).subscribe({
          next: (signal) => {
            assert(
              this.#handling,
              `strategy ${setup.name} gave a signal outside engine time: wait on context.scheduler`,
            );
            this.pending.push({ setup, signal });
          },
          error: fail,
        });
      } catch (error) {
        fail(error);
      }
    }
    this.#market.linkSeries();
    this.#handling = false;
  }

  /** Marks the time until `leave` as engine time, in which signals may be given, and ends the waits due by now. */
  enter(now: EpochMs, tradeDate: TradeDate): void {
    this.#handling = true;
    this.#now = now;
    this.#tradeDate = tradeDate;
    this.scheduler.advanceTo(now);
  }

  leave(): void {
    this.#handling = false;
  }

  /** What the strategies listen to, by instrument. */
  interests(): MarketInterest[] {
    return [...this.#interests].map(([symbol, { trades, book, periods }]) => ({
      symbol,
      trades,
      book,
      periods: [...periods],
    }));
  }

  /** The longest history any strategy wants, by period and instrument. */
  warmUps(): { readonly symbol: SymbolCode; readonly period: BarPeriod; readonly bars: number }[] {
    const longest = new Map<string, { symbol: SymbolCode; period: BarPeriod; bars: number }>();
    for (const setup of this.#setups) {
      for (const { period, bars } of this.#warmUpOf(setup)) {
        for (const symbol of setup.symbols) {
          const key = `${symbol} ${period}`;
          if ((longest.get(key)?.bars ?? 0) < bars) longest.set(key, { symbol, period, bars });
        }
      }
    }
    // Longer periods first: a day that arrives whole must not be folded from its minutes a second time.
    return [...longest.values()].sort(
      (a, b) => BAR_PERIODS.indexOf(b.period) - BAR_PERIODS.indexOf(a.period),
    );
  }

  #warmUpOf(setup: StrategySetup): readonly WarmUp[] {
    return setup.definition.warmUp(setup.parameters);
  }

  #interestIn(symbol: SymbolCode): { trades: boolean; book: boolean; periods: Set<BarPeriod> } {
    let interest = this.#interests.get(symbol);
    if (interest === undefined) {
      interest = { trades: true, book: false, periods: new Set() };
      this.#interests.set(symbol, interest);
      this.#market.of(symbol);
    }
    return interest;
  }

  #contextOf(setup: StrategySetup): StrategyContext<unknown> {
    const host = this;
    return {
      name: setup.name,
      parameters: setup.parameters,
      symbols: setup.symbols,
      bars(symbol, period) {
        host.#interestIn(symbol).periods.add(period);
        return host.#market.of(symbol).seriesOf(period).bars$;
      },
      trades(symbol) {
        host.#interestIn(symbol);
        return host.#market.of(symbol).trades$;
      },
      quotes(symbol) {
        host.#interestIn(symbol);
        return host.#market.of(symbol).quotes$;
      },
      book(symbol) {
        host.#interestIn(symbol).book = true;
        return host.#market.of(symbol).book$;
      },
      sessions$: host.sessions$,
      connection$: host.connection$,
      volatilityInterruptions$: host.volatilityInterruptions$,
      position: (symbol) => host.#ledger.own(setup.name, symbol) ?? NOTHING,
      now: () => host.#now,
      tradeDate: () => host.#tradeDate,
      scheduler: host.scheduler,
    };
  }
}
