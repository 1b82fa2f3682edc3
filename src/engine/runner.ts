// The shell around the fold: one inbox that takes events one after the other, makes each step's records durable before
// its effects are performed, and wakes itself when the engine asked for time.

import type { EngineEvent } from '#domain/engine-event.ts';
import type { Clock } from '#domain/time.ts';
import type { Effect } from './effect.ts';
import type { Engine } from './engine.ts';
import type { Broker, FeedControl, History, LedgerStore } from './ports.ts';
import type { Step } from './step-log.ts';

export interface EngineWorld {
  readonly ledger: LedgerStore;
  readonly broker: Broker;
  readonly clock: Clock;
  /** What strategies listen to is watched there; without one nothing is. */
  readonly feed?: FeedControl;
  /** Shows the past of instruments taken up while trading; without one they begin without. */
  readonly history?: History;
  /** Sees every event after it was handled: recording for replay, progress for people. */
  readonly onHandled?: (event: EngineEvent, step: Step) => void;
  /** Told what broke when the runner woke itself: nobody's call is there to throw it at. */
  readonly onBroken?: (error: unknown) => void;
}

export class EngineRunner {
  readonly #engine: Engine;
  readonly #world: EngineWorld;
  readonly #queue: EngineEvent[] = [];
  #draining = false;
  #stopped = false;
  #cancelWake: (() => void) | null = null;

  constructor(engine: Engine, world: EngineWorld) {
    this.#engine = engine;
    this.#world = world;
  }

  /** Takes an event. One that arrives while another is handled waits its turn. */
  push(event: EngineEvent): void {
    if (this.#stopped) return;
    if (this.#draining) {
      this.#queue.push(event);
      return;
    }
    this.#draining = true; // stays set when a step throws: the runner is stopped then
    this.#handle(event);
    if (this.#queue.length > 0) this.#drain();
    this.#draining = false;
  }

  /** Takes no more events and wakes no more. */
  stop(): void {
    this.#stopped = true;
    this.#cancelWake?.();
  }

  #drain(): void {
    for (let head = 0; head < this.#queue.length && !this.#stopped; head++) this.#handle(this.#queue[head]!);
    this.#queue.length = 0;
  }

  #handle(event: EngineEvent): void {
    const step = this.#handleAndKeep(event);
    const { effects } = step;
    for (let i = 0; i < effects.length; i++) this.#perform(effects[i]!);
    this.#world.onHandled?.(event, step);
  }

  /** What is not durable must not be built on: when a step cannot be kept, nothing more is taken. */
  #handleAndKeep(event: EngineEvent): Step {
    try {
      const step = this.#engine.handle(event);
      if (step.records.length > 0) this.#world.ledger.append(step.records);
      return step;
    } catch (error) {
      this.stop();
      throw error;
    }
  }

  #perform(effect: Effect): void {
    const { broker, clock, feed, history } = this.#world;
    switch (effect.type) {
      case 'submit':
        return broker.submit(effect.order);
      case 'cancel':
        return broker.cancel(effect.request);
      case 'withdraw':
        return broker.withdraw?.(effect.orderId);
      case 'query-orderable':
        return broker.queryOrderable(effect.symbol, effect.price);
      case 'query-sellable':
        return broker.querySellable();
      case 'take-snapshot':
        return broker.takeSnapshot(effect.tradeDate, effect.occasion);
      case 'watch':
        return feed?.watch(effect.interest);
      case 'unwatch':
        return feed?.unwatch(effect.interest);
      case 'ask':
        return feed?.ask(effect.poll);
      case 'show-history':
        return history?.show(effect.symbol, effect.wishes);
      case 'wake-at':
        this.#cancelWake?.();
        this.#cancelWake = clock.wakeAt(effect.at, () => this.#wake());
        return;
    }
  }

  #wake(): void {
    const { clock, onBroken } = this.#world;
    try {
      this.push({ type: 'timer', at: clock.now() });
    } catch (error) {
      if (onBroken === undefined) throw error;
      onBroken(error);
    }
  }
}
