// What the simulated worlds found, told small: each of these once ended a world with books that were not the broker's, or
// with a process that fell over.

import { EMPTY } from 'rxjs';
import { expect, test, vi } from 'vitest';
import { Engine } from '#engine/engine.ts';
import { MemoryLedger } from '#engine/memory-ledger.ts';
import type { Broker } from '#engine/ports.ts';
import { EngineRunner } from '#engine/runner.ts';
import { Puppet, settingsOf, TEN, tradingStory } from '#test/support/engine-story.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';

const SILENT_BROKER: Broker = {
  events$: EMPTY,
  submit: () => undefined,
  cancel: () => undefined,
  queryOrderable: () => undefined,
  querySellable: () => undefined,
  takeSnapshot: () => undefined,
};

const BOUGHT = {
  symbol: '005930',
  buyQuantity: 17 + 26,
  buyAmount: 17 * 70_100 + 26 * 70_300,
  sellQuantity: 0,
  sellAmount: 0,
  commissionAndTax: 0,
  profit: 0,
};

// World 16: until then both waited for an exact amount that the broker never names again, and trading stayed stopped.
test('two orders of one instrument and side that filled unseen are booked, their sum to the won', () => {
  const [alpha, beta] = [new Puppet('alpha'), new Puppet('beta')];
  const story = tradingStory({ puppets: [alpha, beta] });
  story.wants(17, { puppet: alpha });
  story.acknowledge(1);
  story.wants(26, { puppet: beta });
  story.acknowledge(2);
  story.broker.namesAmounts = false;
  story.broker.fill('7001', 17, 70_100, story.now);
  story.broker.fill('7002', 26, 70_300, story.now);

  const snapshot = story.broker.snapshot(story.now, 'reconnect');
  expect(story.take({ ...snapshot, dayTrades: [BOUGHT] })).toEqual([
    '1 fills 0-17 for 1193755',
    '2 fills 0-26 for 1825745',
    'reconciled',
  ]);
  expect(1_193_755 + 1_825_745).toBe(BOUGHT.buyAmount);
  expect(story.engine.ledger.cash).toBe(story.broker.cash);
});

// World 41: an error in a step that a timer began had nobody to go to and ended the process instead of the session.
test('a ledger that fails when the runner woke itself is reported to whoever runs it', () => {
  const clock = new VirtualClock(TEN);
  const ledger = new MemoryLedger();
  const puppet = new Puppet('alpha');
  const engine = new Engine(settingsOf({ strategies: [puppet.setup] }));
  const onBroken = vi.fn();
  const runner = new EngineRunner(engine, { ledger, broker: SILENT_BROKER, clock, onBroken });
  const broken = new Error('disk full');

  runner.push({
    type: 'query-failed',
    at: TEN,
    query: 'snapshot',
    symbol: null,
    code: 'timeout',
    message: '',
    retryable: true,
  });
  vi.spyOn(engine, 'handle').mockImplementation(() => {
    throw broken;
  });
  clock.advanceBy(60_000); // the question is asked again, which needs a timer

  expect(onBroken.mock.calls).toEqual([[broken]]);
});
