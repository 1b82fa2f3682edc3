// Orders and cancels by hand: the same checks, questions and books as those of strategies, and no target behind them.

import { describe, expect, test } from 'vitest';
import type { EngineEvent, PlaceOrder } from '#domain/engine-event.ts';
import { OPERATOR } from '#domain/order.ts';
import { kstMoment } from '#domain/time.ts';
import {
  HYNIX,
  instrumentEvent,
  Puppet,
  SAMSUNG,
  type Story,
  type StoryParts,
  TODAY,
  tradingStory,
} from '#test/support/engine-story.ts';
import { NO_LIMITS } from '#test/support/risk-view.ts';

const KAKAO = '035720';
const WATCHING_PATIENCE_MS = 10_000;

/** A trading morning with nothing to trade by itself. */
function quiet(parts: StoryParts = {}): Story {
  return tradingStory({ puppets: [new Puppet('alpha')], ...parts });
}

function place(story: Story, parts: Partial<PlaceOrder> = {}): string[] {
  return story.take({
    type: 'place-order',
    at: story.now,
    ticket: 't-1',
    symbol: SAMSUNG,
    side: 'buy',
    quantity: 5,
    pricing: { type: 'limit', price: 70_000 },
    timeInForce: 'day',
    reason: 'a hunch',
    ...parts,
  });
}

const cancel = (story: Story, orderId: string): string[] =>
  story.take({ type: 'cancel-order', at: story.now, orderId, reason: 'a doubt' });

describe('an order by hand', () => {
  test('goes through the books to the broker, and its fill is booked as the operator’s', () => {
    const story = quiet();
    expect(place(story)).toEqual([`intend 1: buy 5 ${SAMSUNG} limit 70000`, 'send 1']);
    expect(story.intent(1).request).toMatchObject({ strategy: OPERATOR, ticket: 't-1', reason: 'a hunch' });
    story.acknowledge(1);
    story.fill('7001', 5);
    expect(story.engine.ledger.own(OPERATOR, SAMSUNG)).toEqual({ quantity: 5, cost: 350_000 });
    expect(story.engine.ledger.own('alpha', SAMSUNG)).toBeNull();
  });

  test('is refused like any other, and then it is over', () => {
    const story = quiet({ settings: { limits: { ...NO_LIMITS, maxOrderValue: 100_000 } } });
    expect(place(story)).toEqual([`refuse 1: buy 5 ${SAMSUNG} limit 70000: order-value-limit`]);
    expect(story.pass(60_000)).toEqual([]);
  });

  test.each<[string, (story: Story) => void, string]>([
    [
      'while everything is halted',
      (story) => void story.take({ type: 'halt', at: story.now, reason: 'no' }),
      'halted',
    ],
    [
      'while the books are not known to agree',
      (story) => void story.take({ type: 'feed-down', at: story.now, reason: 'cut', final: false }),
      'not-reconciled',
    ],
    [
      'when the engine is about to end',
      (story) => void story.take({ type: 'stop', at: story.now, reason: 'ctrl-c' }),
      'halted',
    ],
    [
      'when the market is closed',
      (story) => {
        story.now = kstMoment(TODAY, '210000');
      },
      'session-closed',
    ],
  ])('is refused %s', (_name, happens, code) => {
    const story = quiet();
    happens(story);
    expect(place(story)).toContain(`refuse 1: buy 5 ${SAMSUNG} limit 70000: ${code}`);
  });

  test.each([0, -1, 1.5])('of %d shares is refused', (quantity) => {
    const story = quiet();
    expect(place(story, { quantity })[0]).toMatch(/order-value-limit$/);
  });

  test('asks the broker what risk does not know, and goes when it is answered', () => {
    const story = quiet();
    story.take({ type: 'feed-down', at: story.now, reason: 'cut', final: false });
    story.take({ type: 'feed-up', at: story.now });
    story.snapshot('reconnect');
    expect(place(story)).toEqual([`ask orderable ${SAMSUNG} at 70000`]);
    const answer = { symbol: SAMSUNG, price: 70_000, quantity: 100, amount: 7_000_000 };
    expect(story.take({ type: 'orderable-answered', at: story.now, ...answer })).toEqual([
      `intend 1: buy 5 ${SAMSUNG} limit 70000`,
      'send 1',
    ]);
  });

  test('is refused when that is never answered', () => {
    const story = quiet();
    story.take({ type: 'feed-down', at: story.now, reason: 'cut', final: false });
    story.take({ type: 'feed-up', at: story.now });
    story.snapshot('reconnect');
    place(story);
    const failed = { query: 'orderable', symbol: SAMSUNG, code: 'x', message: '', retryable: false } as const;
    expect(story.take({ type: 'query-failed', at: story.now, ...failed } as EngineEvent)).toEqual([
      `refuse 1: buy 5 ${SAMSUNG} limit 70000: orderable-unknown`,
    ]);
  });

  test('in an instrument that nobody watched waits for its data and no longer', () => {
    const story = quiet();
    const orderable = { symbol: KAKAO, price: 1_000_000, quantity: 100, amount: 1e9 };
    story.take({ type: 'orderable-answered', at: story.now, ...orderable });
    expect(place(story, { symbol: KAKAO })).toEqual([`watch ${KAKAO}`]);
    expect(story.take(instrumentEvent(KAKAO, story.now))).toEqual([
      `intend 1: buy 5 ${KAKAO} limit 70000`,
      'send 1',
    ]);
  });

  test('whose instrument stays unknown is refused, and its instrument let go', () => {
    const story = quiet();
    place(story, { symbol: KAKAO });
    for (let waited = 250; waited < WATCHING_PATIENCE_MS; waited += 250) {
      expect(story.wakeAt).toBe(story.now + 250);
      expect(story.pass(250)).toEqual([]);
    }
    expect(story.pass(250)).toEqual([
      `refuse 1: buy 5 ${KAKAO} limit 70000: instrument-unknown`,
      `unwatch ${KAKAO}`,
    ]);
  });

  test('delivered twice is one order, before and after a restart', () => {
    const story = quiet();
    place(story);
    expect(place(story)).toEqual([]);
    story.acknowledge(1);
    const again = tradingStory({ past: story.records, broker: story.broker });
    expect(place(again)).toEqual([]);
    expect(place(again, { ticket: 't-2', quantity: 6 })).toContain('send 2');
  });

  test('that was refused is not tried again when it is delivered twice', () => {
    const story = quiet();
    story.take({ type: 'halt', at: story.now, reason: 'no' });
    place(story);
    story.take({ type: 'resume', at: story.now, reason: 'yes' });
    expect(place(story)).toEqual([]);
  });

  test('leaves the targets of strategies alone', () => {
    const story = quiet();
    story.wants(10, { symbol: HYNIX, pricing: { type: 'limit', price: 69_000 } });
    story.acknowledge(1);
    expect(place(story, { symbol: HYNIX, quantity: 1 })).toEqual([
      `intend 2: buy 1 ${HYNIX} limit 70000`,
      'send 2',
    ]);
  });
});

describe('a cancel by hand', () => {
  test('cancels what works, whoever placed it', () => {
    const story = quiet();
    story.wants(10, { pricing: { type: 'limit', price: 69_000 } });
    story.acknowledge(1);
    expect(cancel(story, story.orderId(1))).toEqual(['intend to cancel 1', 'send cancel of 1']);
    expect(cancel(story, story.orderId(1))).toEqual([]);
  });

  test('waits for the number of an order that has none yet', () => {
    const story = quiet();
    place(story);
    expect(cancel(story, story.orderId(1))).toEqual(['take 1 back']);
    expect(story.acknowledge(1)).toEqual(['1 is acknowledged', 'intend to cancel 1', 'send cancel of 1']);
  });

  test('of an order that is over or was never there does nothing', () => {
    const story = quiet();
    place(story);
    story.acknowledge(1);
    story.fill('7001', 5);
    expect([...cancel(story, story.orderId(1)), ...cancel(story, story.orderId(9))]).toEqual([]);
  });
});
