// Runs backtests for tests: a plan of targets as a strategy, hand-made bars as history, and the facts that matter.

import { merge, mergeMap } from 'rxjs';
import { z } from 'zod';
import { type BacktestSetup, runBacktest } from '#backtest/run-backtest.ts';
import type { Bar, BarPeriod } from '#domain/bar.ts';
import { krxCalendar } from '#domain/calendar.ts';
import { REAL_COSTS } from '#domain/costs.ts';
import type { Fill } from '#domain/fill.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import type { Signal } from '#domain/signal.ts';
import { kstDate } from '#domain/time.ts';
import { DEFAULT_PATIENCE } from '#engine/engine-settings.ts';
import { MemoryLedger } from '#engine/memory-ledger.ts';
import type { StrategySetup } from '#engine/strategy-host.ts';
import { defineStrategy, type StrategyDefinition } from '#strategies/strategy.ts';
import { seriesOf } from '#test/support/bars.ts';
import { stock } from '#test/support/engine-story.ts';
import { NO_LIMITS } from '#test/support/risk-view.ts';

export const CASH = 100_000_000;

export interface RunParts extends Partial<Omit<BacktestSetup, 'settings' | 'instruments' | 'series'>> {
  /** Bars by symbol, in the order the instruments are given. */
  readonly bars: Readonly<Record<string, readonly Bar[]>>;
  readonly strategies: readonly StrategySetup[];
}

/** A strategy as a backtest is given it, on all of `symbols`. */
export function setupOf(
  definition: StrategyDefinition<never>,
  parameters: unknown,
  symbols: readonly string[],
): StrategySetup {
  const known = definition as unknown as StrategyDefinition<unknown>;
  return {
    name: definition.name,
    definition: known,
    parameters: known.parameters.parse(parameters),
    symbols,
    capital: CASH,
    pricing: { type: 'market' },
  };
}

/** Says what the plan says after the n-th bar (from 0) of a symbol. */
export function planned(
  symbols: readonly string[],
  period: BarPeriod,
  plan: (symbol: string, bar: number) => readonly Signal[],
): StrategySetup {
  const definition = defineStrategy({
    name: 'planned',
    description: { en: 'follows a plan', ko: '계획대로' },
    parameters: z.unknown(),
    warmUp: () => [],
    run: ({ bars }) =>
      merge(
        ...symbols.map((symbol) => bars(symbol, period).pipe(mergeMap((_bar, index) => plan(symbol, index)))),
      ),
  });
  return setupOf(definition as StrategyDefinition<never>, {}, symbols);
}

/** A target of so many shares, in parts as asked. */
export function shares(symbol: string, count: number, parts: Partial<Signal> = {}): Signal {
  return { symbol, target: { unit: 'shares', shares: count }, reason: 'planned', ...parts };
}

/** Runs a backtest and returns what it left. */
export function run({ bars, strategies, ...parts }: RunParts) {
  const ledger = new MemoryLedger();
  const symbols = Object.keys(bars);
  const limits = { ...NO_LIMITS, orderableValidMs: 10_000 };
  const equity: { date: string; equity: number; cash: number; exposure: number }[] = [];
  const setup: BacktestSetup = {
    settings: {
      strategies,
      limits,
      costs: REAL_COSTS,
      calendar: krxCalendar,
      venue: 'KRX',
      ...DEFAULT_PATIENCE,
    },
    instruments: symbols.map((symbol) => stock(symbol)),
    series: symbols.map((symbol) => seriesOf(symbol, bars[symbol]!)),
    period: '1d',
    cash: CASH,
    slippageTicks: 0,
    volumeSharePpm: null,
    enforceGrid: true,
    history: () => [],
    ...parts,
  };
  const result = runBacktest(setup, ledger, {
    onDay: (date, engine, exposure) =>
      void equity.push({ date, equity: engine.risk.equity(), cash: engine.ledger.cash, exposure }),
  });
  const records = ledger.records();
  return { ...result, ledger, records, equity, fills: fillsOf(records) };
}

export function fillsOf(records: readonly LedgerRecord[]): Fill[] {
  return records.flatMap((record) => (record.type === 'filled' ? [record.fill] : []));
}

/** `2026-11-04 buy 10 @ 102000`. */
export function fillInWords({ side, quantity, amount, filledAt }: Fill): string {
  return `${kstDate(filledAt)} ${side} ${quantity} @ ${amount / quantity}`;
}
