// The shell around the fold: what is durable when, what happens when it cannot be, and who waits for whom.

import { Subject } from 'rxjs';
import { describe, expect, test } from 'vitest';
import type { BrokerEvent } from '#domain/broker-event.ts';
import type { EngineEvent } from '#domain/engine-event.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import { Engine } from '#engine/engine.ts';
import { MemoryLedger } from '#engine/memory-ledger.ts';
import type {
  Broker,
  FeedControl,
  History,
  HistoryWish,
  LedgerStore,
  MarketInterest,
  Poll,
} from '#engine/ports.ts';
import { EngineRunner } from '#engine/runner.ts';
import type { StrategyContext } from '#strategies/strategy.ts';
import {
  instrumentEvent,
  Puppet,
  recordInWords,
  SAMSUNG,
  settingsOf,
  TEN,
  TODAY,
  tradeEvent,
} from '#test/support/engine-story.ts';
import { Listener } from '#test/support/listener.ts';
import { PaperBroker } from '#test/support/paper-broker.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';

/** A world that writes down what is asked of it, in the order it is asked. */
const TOP: Poll = { name: 'top', query: 'ka10027', inputs: {}, everyMs: 30_000, phases: ['continuous'] };

class Diary implements Broker, LedgerStore, FeedControl, History {
  readonly lines: string[] = [];
  readonly events$ = new Subject<BrokerEvent>();
  readonly clock = new VirtualClock(TEN);
  readonly puppet = new Puppet('alpha');
  readonly listener = new Listener('beta', { warmUp: [{ period: '5m', bars: 3 }] });
  readonly runner: EngineRunner;
  /** Called while an effect is performed: a broker that answers at once. */
  onSubmit: (orderId: string) => void = () => undefined;
  full = false;
  readonly #ledger = new MemoryLedger();

  constructor(parts: { readonly isDeaf?: boolean } = {}) {
    const strategies = [this.puppet.setup, this.listener.puppet.setup];
    const engine = new Engine(settingsOf({ strategies, polls: [TOP] }));
    const onHandled = ({ type }: EngineEvent) => void this.lines.push(`handled ${type}`);
    this.runner = new EngineRunner(engine, {
      ledger: this,
      broker: this,
      clock: this.clock,
      onHandled,
      ...(parts.isDeaf === true ? {} : { feed: this, history: this }),
    });
  }

  append(records: readonly LedgerRecord[]): void {
    if (this.full) throw new Error('disk full');
    this.#ledger.append(records);
    this.lines.push(...records.map((record) => `kept: ${recordInWords(record)}`));
  }

  tip() {
    return this.#ledger.tip();
  }

  records() {
    return this.#ledger.records();
  }

  submit({ id }: { readonly id: string }): void {
    this.lines.push(`submit ${id}`);
    this.onSubmit(id);
  }

  cancel({ orderId }: { readonly orderId: string }): void {
    this.lines.push(`cancel ${orderId}`);
  }

  queryOrderable(symbol: string, price: number): void {
    this.lines.push(`orderable ${symbol}`);
    const answer = { symbol, price, quantity: 1_000, amount: 1e9 };
    this.runner.push({ type: 'orderable-answered', at: TEN, ...answer });
  }

  querySellable(): void {
    this.lines.push('sellable');
  }

  takeSnapshot(_tradeDate: string, occasion: string): void {
    this.lines.push(`snapshot ${occasion}`);
  }

  watch(interest: MarketInterest): void {
    this.lines.push(`watch ${interest.type}`);
  }

  unwatch(interest: MarketInterest): void {
    this.lines.push(`unwatch ${interest.type}`);
  }

  ask(poll: Poll): void {
    this.lines.push(`ask ${poll.name}`);
  }

  show(symbol: string, wishes: readonly HistoryWish[]): void {
    this.lines.push(`show ${symbol} ${wishes.map(({ period, bars }) => `${bars} ${period}`).join()}`);
  }

  /** The listener does something while an event is handled. */
  act(act: (context: StrategyContext<unknown>) => void): void {
    this.listener.acts(act);
    this.runner.push({ type: 'token-renewed', at: TEN });
  }

  /** Says what happens between two marks of the diary. */
  during(act: () => void): string[] {
    const from = this.lines.length;
    act();
    return this.lines.slice(from);
  }

  wants(shares: number): void {
    this.puppet.next.push({ symbol: SAMSUNG, target: { unit: 'shares', shares }, reason: '' });
    this.runner.push({ type: 'token-renewed', at: TEN });
  }
}

function trading(parts: { readonly isDeaf?: boolean } = {}): Diary {
  const diary = new Diary(parts);
  diary.runner.push(instrumentEvent(SAMSUNG, TEN));
  diary.runner.push(new PaperBroker(TODAY, 10_000_000).snapshot(TEN, 'start'));
  diary.runner.push({ type: 'warm-up-finished', at: TEN });
  return diary;
}

describe('write before you act', () => {
  test('an intent is kept before the order leaves', () => {
    const diary = trading();
    expect(diary.during(() => diary.wants(10))).toEqual([
      'orderable 005930',
      'handled token-renewed',
      'kept: intend 1: buy 10 005930 market',
      'submit 20261120-000001',
      'handled orderable-answered',
    ]);
  });

  test('a step without records writes nothing', () => {
    const diary = trading();
    const outcome = diary.during(() => diary.runner.push(tradeEvent(SAMSUNG, 70_000, TEN)));
    expect(outcome).toEqual(['handled trade']);
  });

  test('when a step cannot be kept, nothing of it is done and nothing more is taken', () => {
    const diary = trading();
    diary.full = true;
    const outcome = diary.during(() => expect(() => diary.wants(10)).toThrow('disk full'));
    expect(outcome).toEqual(['orderable 005930', 'handled token-renewed']);
    diary.full = false;
    expect(diary.during(() => diary.wants(20))).toEqual([]);
    expect(diary.clock.nextWakeAt).toBeNull();
  });
});

describe('one event after the other', () => {
  test('what the world answers at once waits until the step is done', () => {
    const diary = trading();
    diary.onSubmit = (orderId) => {
      diary.runner.push({ type: 'order-acknowledged', at: TEN, orderId, brokerOrderNo: '7001' });
      diary.lines.push('submitted');
    };
    expect(diary.during(() => diary.wants(10)).slice(-5)).toEqual([
      'submit 20261120-000001',
      'submitted',
      'handled orderable-answered',
      'kept: 1 is acknowledged',
      'handled order-acknowledged',
    ]);
  });

  test('what waits when the runner is stopped is not taken any more', () => {
    const diary = trading();
    diary.onSubmit = (orderId) => {
      diary.runner.push({ type: 'order-acknowledged', at: TEN, orderId, brokerOrderNo: '7001' });
      diary.runner.stop();
    };
    expect(diary.during(() => diary.wants(10)).slice(-2)).toEqual([
      'submit 20261120-000001',
      'handled orderable-answered',
    ]);
  });
});

describe('time', () => {
  test('the engine is woken when it asked for it', () => {
    const diary = trading();
    diary.wants(10);
    const orderId = '20261120-000001';
    diary.runner.push({ type: 'order-outcome-unknown', at: TEN, orderId, reason: 'reset' });
    expect(diary.clock.nextWakeAt).toBe(TEN + 3_000);
    expect(diary.during(() => diary.clock.advanceBy(3_000))).toEqual(['snapshot lookup', 'handled timer']);
  });

  test('a stopped runner is not woken', () => {
    const diary = trading();
    diary.wants(10);
    diary.runner.push({
      type: 'order-outcome-unknown',
      at: TEN,
      orderId: '20261120-000001',
      reason: 'reset',
    });
    diary.runner.stop();
    expect(diary.during(() => diary.clock.advanceBy(60_000))).toEqual([]);
  });
});

describe('what strategies listen to', () => {
  const listens = ({ bars, stream, query }: StrategyContext<unknown>): void => {
    bars('035720', '5m').subscribe();
    const program = stream('0w', '005930').subscribe();
    query('ka10027').subscribe();
    program.unsubscribe();
    stream('0w', '000660').subscribe();
  };

  test('is asked of the feed and of the past', () => {
    const diary = trading();
    diary.runner.push({ type: 'feed-up', at: TEN });
    expect(diary.during(() => diary.act(listens))).toEqual([
      'ask top',
      'watch stream',
      'watch instrument',
      'show 035720 3 5m',
      'handled token-renewed',
    ]);
  });

  test('is asked of nobody where there is no feed, as in a replay', () => {
    const diary = trading({ isDeaf: true });
    diary.runner.push({ type: 'feed-up', at: TEN });
    expect(diary.during(() => diary.act(listens))).toEqual(['handled token-renewed']);
  });
});
