// Ranking screen (순위 검색): holds the first few of a ranking that the broker is asked for again and again, in equal parts,
// until they fall out of a wider circle or the day ends. It chooses its instruments itself; the configuration names a poll.

import { interval, map, merge, mergeMap, type Observable, startWith, withLatestFrom } from 'rxjs';
import { z } from 'zod';
import type { SessionEvent } from '#domain/market-event.ts';
import type { Signal } from '#domain/signal.ts';
import { kstTimeOfDay, MINUTE_MS, SECOND_MS } from '#domain/time.ts';
import type { EpochMs, Price, Quantity, SymbolCode, TradeDate } from '#domain/units.ts';
import { clockTime, timeOfDay } from './clock-time.ts';
import { defineStrategy, type StrategyContext } from './strategy.ts';

const parameters = z
  .strictObject({
    /** The ranking: by change of price (ka10027) or by traded value (ka10032). */
    query: z.enum(['ka10027', 'ka10032']).default('ka10027'),
    /** Name of the poll that asks it; needed only where several do. */
    poll: z.string().optional(),
    /** How many are held, and from which place of the ranking on one is let go. */
    hold: z.int().min(1).max(50).default(5),
    leaveBelow: z.int().min(1).max(200).default(15),
    /** Share of the capital that all of them have together. */
    invested: z.number().gt(0).max(1).default(0.9),
    /** Won; price times volume of the day for the value. */
    minPrice: z.int().min(0).default(1_000),
    maxPrice: z.int().min(1).default(1_000_000),
    minTradedValue: z.int().min(0).default(1_000_000_000),
    /**
     * Percent against yesterday from which on it is bought; none unless given. In a ranking of those that rose a little
     * more than zero is wise: one that goes in and out of it around zero is bought and sold at every answer.
     */
    minChange: z.number().default(-100),
    /** Percent against yesterday: a share at its upper limit cannot be bought, and falls deep. */
    maxChange: z.number().default(20),
    /** One that could not be bought by then (warned, too dear, no cash) gives its place to the next for the day. */
    patienceSeconds: z.int().min(1).default(120),
    /** Korean time after which nothing is bought any more, and from which everything is given back. */
    lastEntry: clockTime.default('15:00'),
    exitAt: clockTime.default('15:15'),
  })
  .refine(({ hold, leaveBelow }) => hold <= leaveBelow, {
    message: 'leaveBelow must not be smaller than hold',
    path: ['leaveBelow'],
  });

type Parameters = z.infer<typeof parameters>;

export const strategy = defineStrategy({
  name: 'ranking-screen',
  description: {
    en: 'Holds the first of a polled ranking in equal parts until they fall out of it or the day ends',
    ko: '반복 조회한 순위의 상위 종목을 같은 비중으로 보유하고 순위에서 벗어나거나 장이 끝날 때 매도합니다',
  },
  choosesSymbols: true,
  parameters,
  warmUp: () => [],
  run: (context) => {
    const screen = new Screen(context);
    const isOpen$ = context.sessions$.pipe(
      map(({ phase }) => phase),
      startWith(null),
    );
    return merge(
      rankings(context).pipe(
        withLatestFrom(isOpen$),
        mergeMap(([rows, phase]) => (isContinuous(phase) ? screen.onRanking(rows) : [])),
      ),
      interval(MINUTE_MS, context.scheduler).pipe(mergeMap(() => screen.onMinute())),
    );
  },
});

/** What of a row counts. */
interface Row {
  readonly symbol: SymbolCode;
  readonly price: Price;
  readonly volume: Quantity;
  readonly change: number;
}

/** What the rows of both rankings have. */
interface WrittenRow {
  readonly stockCode: SymbolCode | null;
  readonly currentPrice: Price | null;
  readonly currentVolume: Quantity | null;
  /** Percent against yesterday. */
  readonly changeRate: number | null;
}

/** The ranking, best first; rows that say too little are left out. */
function rankings({ query, parameters: chosen }: StrategyContext<Parameters>): Observable<readonly Row[]> {
  const rows$: Observable<readonly WrittenRow[]> =
    chosen.query === 'ka10027'
      ? query('ka10027', chosen.poll).pipe(map(({ answer }) => answer.changeRateTop))
      : query('ka10032', chosen.poll).pipe(map(({ answer }) => answer.tradedValueTop));
  return rows$.pipe(
    map((rows) =>
      rows.flatMap(({ stockCode, currentPrice, currentVolume, changeRate }): Row[] => {
        if (stockCode === null || currentPrice === null) return [];
        return [
          { symbol: stockCode, price: currentPrice, volume: currentVolume ?? 0, change: changeRate ?? 0 },
        ];
      }),
    ),
  );
}

/** Nothing told, as before the first session event of a day joined late, leaves it to the poll's phases. */
function isContinuous(phase: SessionEvent['phase'] | null): boolean {
  return phase === null || phase === 'open' || phase === 'other';
}

class Screen {
  readonly #context: StrategyContext<Parameters>;
  /** What it wants to hold, with the moment it began to. */
  readonly #members = new Map<SymbolCode, EpochMs>();
  readonly #givenUp = new Set<SymbolCode>();
  #day: TradeDate = '';

  constructor(context: StrategyContext<Parameters>) {
    this.#context = context;
    for (const symbol of context.held()) this.#members.set(symbol, Number.NEGATIVE_INFINITY);
  }

  onRanking(rows: readonly Row[]): Signal[] {
    this.#turnDay();
    if (this.#isOver()) return this.onMinute();
    const { leaveBelow } = this.#context.parameters;
    const circle = new Set(rows.slice(0, leaveBelow).map(({ symbol }) => symbol));
    const signals: Signal[] = [];
    for (const [symbol, since] of this.#members) {
      if (!circle.has(symbol))
        signals.push(this.#leave(symbol, `not among the first ${leaveBelow} any more`));
      else if (this.#hasWaitedTooLong(symbol, since)) {
        this.#givenUp.add(symbol);
        signals.push(this.#leave(symbol, 'could not be bought'));
      }
    }
    return [...signals, ...this.#enter(rows.slice(0, leaveBelow))];
  }

  /** The day ends also when no answer comes any more. */
  onMinute(): Signal[] {
    this.#turnDay();
    if (!this.#isOver()) return [];
    return [...this.#members.keys()].map((symbol) => this.#leave(symbol, 'end of the day'));
  }

  #enter(rows: readonly Row[]): Signal[] {
    const { hold, invested, lastEntry } = this.#context.parameters;
    const now = this.#context.now();
    if (kstTimeOfDay(now) > timeOfDay(lastEntry)) return [];
    const free = Math.max(0, hold - this.#members.size);
    const chosen = rows.filter((row) => this.#isWanted(row)).slice(0, free);
    return chosen.map(({ symbol, change }) => {
      this.#members.set(symbol, now);
      return {
        symbol,
        target: { unit: 'weight', weight: invested / hold },
        reason: `entered the ranking with ${change} %`,
      };
    });
  }

  #isWanted({ symbol, price, volume, change }: Row): boolean {
    const { minPrice, maxPrice, minTradedValue, minChange, maxChange } = this.#context.parameters;
    if (this.#members.has(symbol) || this.#givenUp.has(symbol)) return false;
    if (change < minChange || change > maxChange) return false;
    return price >= minPrice && price <= maxPrice && price * volume >= minTradedValue;
  }

  #hasWaitedTooLong(symbol: SymbolCode, since: EpochMs): boolean {
    const { patienceSeconds } = this.#context.parameters;
    const isHeld = this.#context.position(symbol).quantity > 0;
    return !isHeld && this.#context.now() - since > patienceSeconds * SECOND_MS;
  }

  #leave(symbol: SymbolCode, reason: string): Signal {
    this.#members.delete(symbol);
    return { symbol, target: { unit: 'shares', shares: 0 }, reason };
  }

  #isOver(): boolean {
    return kstTimeOfDay(this.#context.now()) >= timeOfDay(this.#context.parameters.exitAt);
  }

  #turnDay(): void {
    const day = this.#context.tradeDate();
    if (day === this.#day) return;
    this.#day = day;
    this.#givenUp.clear();
  }
}
