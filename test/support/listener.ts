// A strategy for tests of live data: it listens to what the test tells it to, in engine time, and writes down what it saw.

import { EMPTY, merge, mergeMap, type Observable, Subject, type Subscription } from 'rxjs';
import { z } from 'zod';
import type { Signal } from '#domain/signal.ts';
import {
  defineStrategy,
  type StrategyContext,
  type StrategyDefinition,
  type WarmUp,
} from '#strategies/strategy.ts';
import { Puppet, type Story } from './engine-story.ts';

type Context = StrategyContext<unknown>;

export class Listener {
  readonly puppet: Puppet;
  readonly #seen: string[] = [];
  readonly #signals = new Subject<Signal>();
  #act: ((context: Context) => void) | null = null;

  /** `atStart` is done when the strategy starts; it names no symbol in its configuration. */
  constructor(
    name: string,
    parts: { atStart?: (me: Listener, context: Context) => void; warmUp?: WarmUp[] } = {},
  ) {
    const definition: StrategyDefinition<unknown> = defineStrategy({
      name: 'listener',
      description: { en: '', ko: '' },
      parameters: z.unknown(),
      choosesSymbols: true,
      warmUp: () => parts.warmUp ?? [],
      run: (context) => {
        parts.atStart?.(this, context);
        const acts = context.connection$.pipe(
          mergeMap(() => {
            this.#act?.(context);
            this.#act = null;
            return EMPTY;
          }),
        );
        return merge(acts, this.#signals);
      },
    });
    this.puppet = new Puppet(name, { definition, symbols: [] });
  }

  /** Does something with the next event of the connection. */
  acts(act: (context: Context) => void): void {
    this.#act = act;
  }

  /** Does something in engine time, while an event that means nothing else is handled. Says what came of it. */
  does(story: Story, act: (context: Context) => void): string[] {
    this.acts(act);
    return story.take({ type: 'token-renewed', at: story.now });
  }

  /** Subscribes, and writes every value down in words. */
  listens<Value>(stream: Observable<Value>, words: (value: Value) => string): Subscription {
    return stream.subscribe((value) => this.#seen.push(words(value)));
  }

  /** Gives a signal; only while something is done. */
  says(signal: Signal): void {
    this.#signals.next(signal);
  }

  /** What was seen since the last call. */
  news(): string[] {
    return this.#seen.splice(0);
  }
}
