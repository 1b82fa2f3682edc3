// A stage for strategies that live on live data: time, answers, conditions, trades and positions are what the test says, and
// the signals are kept in words.

import { Subject } from 'rxjs';
import type { ConditionEvent, SessionEvent, TradeEvent } from '#domain/market-event.ts';
import type { PlainRecord } from '#domain/plain.ts';
import type { Signal } from '#domain/signal.ts';
import { kstDate, kstMoment } from '#domain/time.ts';
import { EngineScheduler } from '#engine/engine-scheduler.ts';
import { markRows } from '#engine/mark-rows.ts';
import type { OwnPosition, StrategyContext, StrategyDefinition } from '#strategies/strategy.ts';
import { TEN, TODAY, tradeEvent } from '#test/support/engine-story.ts';
import { inWords } from './strategy-run.ts';

const NOTHING: OwnPosition = { quantity: 0, cost: 0 };

export class Stage<Parameters> {
  readonly positions = new Map<string, OwnPosition>();
  /** Queries and polls that were asked for, as `ka10027 top`. */
  readonly asked: string[] = [];
  readonly #scheduler = new EngineScheduler();
  readonly #updates = new Subject<never>();
  readonly #conditions = new Subject<ConditionEvent>();
  readonly #sessions = new Subject<SessionEvent>();
  readonly #trades = new Map<string, Subject<TradeEvent>>();
  readonly #signals: Signal[] = [];
  #now = TEN;

  constructor(
    strategy: StrategyDefinition<Parameters>,
    parameters: unknown,
    held: Readonly<Record<string, OwnPosition>> = {},
  ) {
    for (const [symbol, position] of Object.entries(held)) this.positions.set(symbol, position);
    const silent = new Subject<never>();
    const context: StrategyContext<Parameters> = {
      name: 'on stage',
      parameters: strategy.parameters.parse(parameters),
      symbols: [],
      bars: () => silent,
      trades: (symbol) => this.#tradesOf(symbol),
      quotes: () => silent,
      book: () => silent,
      query: (query, poll) => {
        this.asked.push(poll === undefined ? query : `${query} ${poll}`);
        return this.#updates;
      },
      stream: () => silent,
      condition: () => this.#conditions,
      refusals$: silent,
      sessions$: this.#sessions,
      connection$: silent,
      volatilityInterruptions$: silent,
      position: (symbol) => this.positions.get(symbol) ?? NOTHING,
      held: () => [...this.positions.keys()],
      now: () => this.#now,
      tradeDate: () => kstDate(this.#now),
      scheduler: this.#scheduler,
    };
    strategy.run(context).subscribe((signal) => this.#signals.push(signal));
    this.#scheduler.advanceTo(TEN);
  }

  /** Who is listened to now. */
  get watched(): string[] {
    return [...this.#trades].filter(([, trades]) => trades.observed).map(([symbol]) => symbol);
  }

  answer(answer: PlainRecord): string[] {
    const update = { at: this.#now, poll: 'top', answer, ...markRows(answer, null) };
    this.#updates.next(update as never);
    return this.#news();
  }

  condition(change: ConditionEvent['change'], ...symbols: string[]): string[] {
    this.#conditions.next({ type: 'condition', at: this.#now, condition: 'breakouts', change, symbols });
    return this.#news();
  }

  session(phase: SessionEvent['phase']): void {
    this.#sessions.next({ type: 'session', at: this.#now, phase, code: phase });
  }

  trade(symbol: string, price: number): string[] {
    this.#tradesOf(symbol).next(tradeEvent(symbol, price, this.#now));
    return this.#news();
  }

  /** What was bought was filled. */
  fill(symbol: string, quantity: number, price: number): void {
    this.positions.set(symbol, { quantity, cost: quantity * price });
  }

  pass(ms: number): string[] {
    this.#now += ms;
    this.#scheduler.advanceTo(this.#now);
    return this.#news();
  }

  /** Time goes on to `HHMMSS`, today or on `date`. */
  passTo(clock: string, date = TODAY): string[] {
    return this.pass(kstMoment(date, clock) - this.#now);
  }

  #tradesOf(symbol: string): Subject<TradeEvent> {
    const trades = this.#trades.get(symbol) ?? new Subject<TradeEvent>();
    this.#trades.set(symbol, trades);
    return trades;
  }

  /** `005930 → 0 shares: end of the day` since the last call. */
  #news(): string[] {
    return this.#signals.splice(0).map((signal) => `${inWords(signal)}: ${signal.reason}`);
  }
}
