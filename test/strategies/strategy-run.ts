// Runs a strategy on streams of bars without an engine, and writes its signals down in words.

import { EMPTY, type Observable } from 'rxjs';
import type { Bar, BarPeriod } from '#domain/bar.ts';
import type { Signal } from '#domain/signal.ts';
import type { StrategyContext, StrategyDefinition } from '#strategies/strategy.ts';

/** The signals a strategy gives when `bars` answers for its bars. */
export function signalsOf<Parameters>(
  strategy: StrategyDefinition<Parameters>,
  parameters: unknown,
  symbols: readonly string[],
  bars: (symbol: string, period: BarPeriod) => Observable<Bar>,
): Observable<Signal> {
  const context: StrategyContext<Parameters> = {
    name: 'under test',
    parameters: strategy.parameters.parse(parameters),
    symbols,
    bars,
    trades: () => EMPTY,
    quotes: () => EMPTY,
    book: () => EMPTY,
    query: () => EMPTY,
    stream: () => EMPTY,
    condition: () => EMPTY,
    refusals$: EMPTY,
    sessions$: EMPTY,
    connection$: EMPTY,
    volatilityInterruptions$: EMPTY,
    position: () => ({ quantity: 0, cost: 0 }),
    held: () => [],
    now: () => 0,
    tradeDate: () => '',
    get scheduler(): never {
      throw new Error('the strategies that ship wait for nothing');
    },
  };
  return strategy.run(context);
}

/** `005930 → 10 shares`. */
export function inWords({ symbol, target }: Signal): string {
  if (target.unit === 'shares') return `${symbol} → ${target.shares} shares`;
  return target.unit === 'won' ? `${symbol} → ${target.amount} won` : `${symbol} → ${target.weight}`;
}

/** What is wrong with parameters, as `path: message`; nothing when they are fine. */
export function problemsOf(strategy: StrategyDefinition<unknown>, parameters: unknown): string[] {
  const result = strategy.parameters.safeParse(parameters);
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}
