// Condition follower (조건검색 추종): buys what enters a condition search of the broker and stays in it for a moment, and
// sells it when it leaves, at a loss or gain chosen beforehand, or at the end of the day.

import {
  from,
  groupBy,
  interval,
  map,
  merge,
  mergeMap,
  type Observable,
  Subject,
  startWith,
  switchMap,
  take,
  takeWhile,
  timer,
} from 'rxjs';
import { z } from 'zod';
import type { ConditionEvent } from '#domain/market-event.ts';
import type { Signal } from '#domain/signal.ts';
import { kstTimeOfDay, MINUTE_MS, SECOND_MS } from '#domain/time.ts';
import type { Price, SymbolCode, TradeDate } from '#domain/units.ts';
import { clockTime, timeOfDay } from './clock-time.ts';
import { mapSome } from './map-some.ts';
import { sizeParameters, targetOf } from './size.ts';
import { defineStrategy, type StrategyContext } from './strategy.ts';

const parameters = z.strictObject({
  /** Name of the condition, as it is stored at the broker. */
  condition: z.string().min(1),
  /** How long it must be met before it counts. */
  debounceSeconds: z.number().min(0).max(3_600).default(3),
  maxPositions: z.int().min(1).max(50).default(5),
  size: sizeParameters.default({ weight: 0.2 }),
  /** Percent under and above the average price paid; null switches it off. */
  stopPercent: z.number().gt(0).max(100).nullable().default(3),
  takePercent: z.number().gt(0).nullable().default(5),
  /** Sell what leaves the condition. */
  sellsLeavers: z.boolean().default(true),
  /** Buy again on the same day what was bought before. */
  reenters: z.boolean().default(false),
  /** Buy also what meets the condition already when it is first looked at. */
  buysMembers: z.boolean().default(false),
  /** Korean time after which nothing is bought any more, and from which everything is given back. */
  lastEntry: clockTime.default('14:30'),
  exitAt: clockTime.default('15:15'),
});

type Parameters = z.infer<typeof parameters>;

export const strategy = defineStrategy({
  name: 'condition-follower',
  description: {
    en: 'Buys what enters a condition search, sells what leaves it, at a stop, a gain or the end of the day',
    ko: '조건검색에 편입된 종목을 매수하고 이탈, 손절, 익절, 장 마감 전에 매도합니다',
  },
  choosesSymbols: true,
  parameters,
  warmUp: () => [],
  run: (context) => {
    const follower = new Follower(context);
    const { condition, debounceSeconds } = context.parameters;
    const changes$ = context.condition(condition).pipe(mergeMap((event) => follower.changesOf(event)));
    return merge(
      changes$.pipe(
        groupBy(({ symbol }) => symbol),
        mergeMap((changes) =>
          changes.pipe(
            switchMap(({ symbol, isIn }) =>
              isIn
                ? timer(debounceSeconds * SECOND_MS, context.scheduler).pipe(
                    mergeMap(() => follower.enter(symbol)),
                  )
                : from(follower.leave(symbol)),
            ),
          ),
        ),
      ),
      follower.bought$.pipe(
        startWith(...context.held()),
        mergeMap((symbol) => follower.watchOver(symbol)),
      ),
      interval(MINUTE_MS, context.scheduler).pipe(mergeMap(() => follower.onMinute())),
    );
  },
});

/** An instrument began or ceased to meet the condition. */
interface Change {
  readonly symbol: SymbolCode;
  readonly isIn: boolean;
}

class Follower {
  /** What is wanted from now on. */
  readonly bought$ = new Subject<SymbolCode>();
  readonly #context: StrategyContext<Parameters>;
  /** Who meets the condition, as far as is known. */
  #members: ReadonlySet<SymbolCode> = new Set();
  /** False until all members were named: those that enter before that are not all there are. */
  #isComplete = false;
  /** What it wants to hold: at the start, what an earlier run left. */
  readonly #wanted: Set<SymbolCode>;
  readonly #boughtToday = new Set<SymbolCode>();
  #day: TradeDate = '';

  constructor(context: StrategyContext<Parameters>) {
    this.#context = context;
    this.#wanted = new Set(context.held());
  }

  /** All members at once are compared with those known: who came or went while nobody looked is found out so. */
  changesOf({ change, symbols }: ConditionEvent): Change[] {
    const before = this.#members;
    if (change !== 'members') {
      const isIn = change === 'entered';
      const others = [...before].filter((symbol) => !symbols.includes(symbol));
      this.#members = new Set(isIn ? [...others, ...symbols] : others);
      return symbols.map((symbol) => ({ symbol, isIn }));
    }
    const left = [...before, ...this.#wanted].filter((symbol) => !symbols.includes(symbol));
    const isBought = this.#isComplete || this.#context.parameters.buysMembers;
    const entered = isBought ? symbols.filter((symbol) => !before.has(symbol)) : [];
    this.#members = new Set(symbols);
    this.#isComplete = true;
    return [
      ...left.map((symbol) => ({ symbol, isIn: false })),
      ...entered.map((symbol) => ({ symbol, isIn: true })),
    ];
  }

  /** Met for long enough. */
  enter(symbol: SymbolCode): Signal[] {
    this.#turnDay();
    const { maxPositions, lastEntry, reenters, size, condition } = this.#context.parameters;
    const isLate = kstTimeOfDay(this.#context.now()) > timeOfDay(lastEntry);
    const isRepeated = this.#wanted.has(symbol) || (!reenters && this.#boughtToday.has(symbol));
    if (isLate || isRepeated || this.#wanted.size >= maxPositions) return [];
    this.#boughtToday.add(symbol);
    this.#wanted.add(symbol);
    this.bought$.next(symbol);
    return [{ symbol, target: targetOf(size), reason: `entered the condition ${condition}` }];
  }

  /** Sells at the stop or the gain. */
  watchOver(symbol: SymbolCode): Observable<Signal> {
    return this.#context.trades(symbol).pipe(
      takeWhile(() => this.#wanted.has(symbol)),
      mapSome(({ price }) => this.#reasonToSell(symbol, price)),
      take(1),
      map((reason) => this.#sell(symbol, reason)),
    );
  }

  leave(symbol: SymbolCode): Signal[] {
    const { sellsLeavers, condition } = this.#context.parameters;
    if (!this.#wanted.has(symbol) || !sellsLeavers) return [];
    return [this.#sell(symbol, `left the condition ${condition}`)];
  }

  onMinute(): Signal[] {
    if (kstTimeOfDay(this.#context.now()) < timeOfDay(this.#context.parameters.exitAt)) return [];
    return [...this.#wanted].map((symbol) => this.#sell(symbol, 'end of the day'));
  }

  #reasonToSell(symbol: SymbolCode, price: Price): string | null {
    const { quantity, cost } = this.#context.position(symbol);
    if (quantity === 0) return null;
    const { stopPercent, takePercent } = this.#context.parameters;
    const gain = ((price * quantity - cost) / cost) * 100;
    if (stopPercent !== null && gain <= -stopPercent) return `stopped at ${gain.toFixed(2)} %`;
    return takePercent !== null && gain >= takePercent ? `gained ${gain.toFixed(2)} %` : null;
  }

  #sell(symbol: SymbolCode, reason: string): Signal {
    this.#wanted.delete(symbol);
    return { symbol, target: { unit: 'shares', shares: 0 }, reason };
  }

  #turnDay(): void {
    const day = this.#context.tradeDate();
    if (day === this.#day) return;
    this.#day = day;
    this.#boughtToday.clear();
  }
}
