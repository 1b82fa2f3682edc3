// Runs strategies: gives each its streams, its own position and engine time, and collects the signals they give while an
// event is handled. A strategy that throws is stopped alone; the others and the engine go on.

import { Subject } from 'rxjs';
import { assert } from '#domain/assert.ts';
import type { BarPeriod } from '#domain/bar.ts';
import type {
  ConnectionEvent,
  SessionEvent,
  VolatilityInterruptionEvent,
  WatchRefusedEvent,
} from '#domain/market-event.ts';
import type { OrderPricing, Signal } from '#domain/signal.ts';
import type { EpochMs, StrategyName, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { StrategyDefinition } from '#strategies/strategy.ts';
import { EngineScheduler } from './engine-scheduler.ts';
import type { LedgerState } from './ledger-state.ts';
import { LiveTopics } from './live-topics.ts';
import type { MarketState } from './market-state.ts';
import type { PollDesk } from './poll-desk.ts';
import { contextOf } from './strategy-context.ts';
import { longestFirst, type WatchList } from './watch-list.ts';

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

/** Data that a strategy asked for and that a backtest may not have. */
export interface LiveNeed {
  readonly strategy: StrategyName;
  readonly kind: 'query' | 'stream' | 'condition' | 'bars';
  /** The query, the stream or the condition by its name; the period of bars. */
  readonly name: string;
}

/** Past bars to be shown before trading begins. */
export interface PastBars {
  readonly symbol: SymbolCode;
  readonly period: BarPeriod;
  readonly bars: number;
}

export class StrategyHost {
  readonly sessions$ = new Subject<SessionEvent>();
  readonly connection$ = new Subject<ConnectionEvent>();
  readonly volatilityInterruptions$ = new Subject<VolatilityInterruptionEvent>();
  readonly refusals$ = new Subject<WatchRefusedEvent>();
  readonly scheduler = new EngineScheduler();
  /** Signals given since the engine last looked; taken and emptied by it. */
  readonly pending: PendingSignal[] = [];
  readonly failures: StrategyFailure[] = [];
  /** What strategies asked for so far that a backtest does not have. */
  readonly liveNeeds: LiveNeed[] = [];
  readonly market: MarketState;
  readonly ledger: LedgerState;
  readonly watches: WatchList;
  readonly polls: PollDesk;
  readonly topics: LiveTopics;
  now: EpochMs = 0;
  tradeDate: TradeDate = '';
  readonly #setups: readonly StrategySetup[];
  #lateStarters: readonly PastBars[] = [];
  #handling = false;
  #started = false;

  constructor(
    setups: readonly StrategySetup[],
    market: MarketState,
    ledger: LedgerState,
    watches: WatchList,
    polls: PollDesk,
  ) {
    this.#setups = setups;
    this.market = market;
    this.ledger = ledger;
    this.watches = watches;
    this.polls = polls;
    this.topics = new LiveTopics(watches, () => this.now);
  }

  /** False while strategies start: what they ask for by then is there before the first event. */
  get hasStarted(): boolean {
    return this.#started;
  }

  /** Starts every strategy. Called once, before the first event; what they ask for by then is what the feed begins with. */
  start(): void {
    this.#handling = true;
    for (const { symbols } of this.#setups) for (const symbol of symbols) this.watches.pin(symbol);
    for (const setup of this.#setups) {
      const fail = (error: unknown): void => {
        this.failures.push({
          strategy: setup.name,
          message: error instanceof Error ? error.message : String(error),
        });
      };
      try {
        setup.definition.run(contextOf(setup, this)).subscribe({
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
    this.market.linkSeries();
    this.#lateStarters = this.watches.begin();
    this.#handling = false;
    this.#started = true;
  }

  /** Marks the time until `leave` as engine time, in which signals may be given, and ends the waits due by now. */
  enter(now: EpochMs, tradeDate: TradeDate): void {
    this.#handling = true;
    this.now = now;
    this.tradeDate = tradeDate;
    this.scheduler.advanceTo(now);
  }

  leave(): void {
    this.#handling = false;
  }

  /** The longest history any strategy wants, by period and instrument. */
  warmUps(): readonly PastBars[] {
    const longest = new Map<string, PastBars>();
    const add = (past: PastBars): void => {
      const key = `${past.symbol} ${past.period}`;
      if ((longest.get(key)?.bars ?? 0) < past.bars) longest.set(key, past);
    };
    for (const setup of this.#setups) {
      for (const { period, bars } of setup.definition.warmUp(setup.parameters)) {
        for (const symbol of setup.symbols) add({ symbol, period, bars });
      }
    }
    for (const past of this.#lateStarters) add(past);
    return longestFirst([...longest.values()]);
  }
}
