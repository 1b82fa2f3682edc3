// The engine as a whole, given events, when one more comes, then these records and effects.

import { describe, expect, test } from 'vitest';
import { kstMoment } from '#domain/time.ts';
import { decodeRecord, encodeRecord } from '#engine/record-codec.ts';
import {
  beGenerous,
  HYNIX,
  instrumentEvent,
  SAMSUNG,
  Story,
  settingsOf,
  TEN,
  TODAY,
  TOMORROW,
  tradingStory,
} from '#test/support/engine-story.ts';
import { PaperBroker } from '#test/support/paper-broker.ts';

const BUY_TEN = ['intend 1: buy 10 005930 market', 'send 1'];

/** Order 1, to buy ten shares, works as 7001. */
function working(): Story {
  const story = tradingStory();
  story.wants(10);
  story.acknowledge(1);
  return story;
}

/** The same ledger, read back from its text by an engine that begins anew. */
function restarted(story: Story, startsAt = story.now): Story {
  const past = story.records.map((record) => decodeRecord(encodeRecord(record)));
  return new Story({ past, broker: story.broker, startsAt });
}

describe('the start', () => {
  test('asks the broker as soon as it is connected, and opens the books with its word', () => {
    const story = new Story();
    expect(story.take({ type: 'feed-up', at: TEN })).toEqual(['ask snapshot (start)']);
    expect(story.snapshot('start')).toEqual([
      'open the books',
      'open the day 2026-11-20 with 10000000',
      'reconciled',
    ]);
  });

  test.each(['warm-up first', 'snapshot first'])('trades once both are there: %s', (order) => {
    const story = new Story();
    story.take(instrumentEvent(SAMSUNG, TEN));
    beGenerous(story);
    expect(story.wants(10)).toEqual([]);
    const warmUp = () => story.take({ type: 'warm-up-finished', at: TEN });
    const snapshot = () => story.snapshot('start');
    const [first, second] = order === 'warm-up first' ? [warmUp, snapshot] : [snapshot, warmUp];
    expect(first()).not.toContain('send 1');
    expect(second().slice(-2)).toEqual(BUY_TEN);
  });

  test('after a crash knows its orders, finds what became of them, and does not send them again', () => {
    const before = working();
    before.broker.fill('7001', 10, 70_000, before.now); // while nobody listened
    const story = restarted(before);
    story.take(instrumentEvent(SAMSUNG, story.now));
    expect(story.take({ type: 'feed-up', at: story.now })).toEqual(['ask snapshot (reconnect)']);
    expect(story.snapshot('reconnect')).toEqual(['1 fills 0-10 for 700000', 'reconciled']);
    beGenerous(story);
    story.take({ type: 'warm-up-finished', at: story.now });
    expect(story.wants(10)).toEqual([]);
  });

  test('after a crash between request and answer finds its order in the lists, without waiting for the answer', () => {
    const before = tradingStory();
    before.wants(10);
    before.answerTo(1); // to a process that is gone
    const story = restarted(before);
    expect(story.snapshot('reconnect')).toEqual(['1 is acknowledged', 'reconciled']);
  });

  test('after a crash between intent and request finds out that the order never left', () => {
    const before = tradingStory();
    before.wants(10);
    const story = restarted(before, TEN + 45_000);
    story.take(instrumentEvent(SAMSUNG, story.now));
    beGenerous(story);
    story.take({ type: 'warm-up-finished', at: story.now });
    expect(story.wants(10)).toEqual([]);
    expect(story.snapshot('reconnect')).toEqual([
      '1 is absent (never reached the broker)',
      'reconciled',
      'intend 2: buy 10 005930 market',
      'send 2',
    ]);
  });
});

describe('a halt', () => {
  test('cancels what works, refuses what is asked, and stays over a restart', () => {
    const story = working();
    expect(story.take({ type: 'halt', at: TEN, reason: 'fat finger' })).toEqual([
      'halt all: fat finger',
      'intend to cancel 1',
      'send cancel of 1',
    ]);
    story.take(story.broker.cancelled('7001', TEN));
    const again = restarted(story);
    again.take(instrumentEvent(SAMSUNG, TEN));
    again.snapshot('reconnect');
    again.take({ type: 'warm-up-finished', at: TEN });
    expect(again.wants(10)).toEqual(['refuse 2: buy 10 005930 market: halted']);
  });

  test('goes on cancelling after a restart, as soon as the engine knows how it stands', () => {
    const story = working();
    story.take({ type: 'halt', at: TEN, reason: 'fat finger' });
    const failed = { orderId: story.orderId(1), code: 'timeout', message: '', definite: false };
    story.take({ type: 'cancel-failed', at: TEN, ...failed });
    const again = restarted(story);
    again.snapshot('reconnect');
    expect(again.take({ type: 'warm-up-finished', at: TEN })).toEqual([
      'intend to cancel 1',
      'send cancel of 1',
    ]);
  });

  test('said twice is recorded once', () => {
    const story = working();
    story.take({ type: 'halt', at: TEN, reason: 'one' });
    expect(story.take({ type: 'halt', at: TEN, reason: 'two' })).toEqual([]);
  });

  test.each(['halt', 'stop'] as const)('(or a %s) reaches the order whose number comes later', (type) => {
    const story = tradingStory();
    story.wants(10);
    expect(story.take({ type, at: TEN, reason: 'enough' })).toContain('take 1 back');
    expect(story.acknowledge(1)).toEqual(['1 is acknowledged', 'intend to cancel 1', 'send cancel of 1']);
  });

  test.each(['halt', 'stop'] as const)('(or a %s) takes back what was not sent: it is over', (type) => {
    const story = tradingStory();
    story.wants(10);
    story.take({ type, at: TEN, reason: 'enough' });
    const withdrawn = story.take({
      type: 'order-withdrawn',
      at: TEN,
      orderId: story.orderId(1),
      reason: null,
    });
    expect(withdrawn[0]).toBe('1 is absent (withdrawn before it was sent)');
    expect(story.engine.ledger.orders.open()).toEqual([]);
  });

  test('asks an order back once, however often it is said', () => {
    const story = tradingStory();
    story.wants(10);
    story.take({ type: 'halt', at: TEN, reason: 'one' });
    expect(story.take({ type: 'halt', at: TEN, reason: 'two' })).toEqual([]);
  });

  test('reaches the order that only the lists know', () => {
    const story = tradingStory();
    story.wants(10);
    story.take({ type: 'order-outcome-unknown', at: TEN, orderId: story.orderId(1), reason: 'reset' });
    story.take({ type: 'halt', at: TEN, reason: 'enough' });
    story.answerTo(1);
    expect(story.snapshot()).toEqual([
      '1 is acknowledged',
      'reconciled',
      'intend to cancel 1',
      'send cancel of 1',
    ]);
  });

  test('leaves orders alone that were placed elsewhere', () => {
    const story = working();
    const { no } = story.broker.take({ symbol: SAMSUNG, side: 'buy', quantity: 3 }, 60_000, TEN);
    story.take(story.broker.notice(no, { at: TEN }));
    expect(story.take({ type: 'halt', at: TEN, reason: 'fat finger' })).toEqual([
      'halt all: fat finger',
      'intend to cancel 1',
      'send cancel of 1',
    ]);
    story.take({ type: 'stop', at: TEN, reason: 'Ctrl-C' });
    // The last word is asked for once nothing of ours works, whatever else does.
    expect(story.take(story.broker.cancelled('7001', TEN))).toContain('ask snapshot (periodic)');
    const orderId = `${TODAY.replaceAll('-', '')}-x${no}`;
    expect(story.take({ type: 'cancel-order', at: TEN, orderId, reason: 'asked for by name' })).toEqual([
      'intend to cancel x7002',
      'send cancel of x7002',
    ]);
  });

  test('that was not there cannot be lifted', () => {
    expect(tradingStory().take({ type: 'resume', at: TEN, reason: 'why not' })).toEqual([]);
  });
});

describe('a stop', () => {
  test('cancels what works, sends nothing more, and leaves nothing behind for the next start', () => {
    const story = working();
    expect(story.take({ type: 'stop', at: TEN, reason: 'Ctrl-C' })).toEqual([
      'intend to cancel 1',
      'send cancel of 1',
      'ask snapshot (periodic)',
    ]);
    expect(story.take(story.broker.cancelled('7001', TEN))).toEqual([
      '1 is cancelled (cancelled at our request)',
      'ask snapshot (periodic)',
    ]);
    expect(story.wants(20)).toEqual([]);
    expect(story.snapshot()).toEqual(['reconciled']);
    const next = restarted(story);
    next.take(instrumentEvent(SAMSUNG, TEN));
    beGenerous(next);
    next.snapshot('reconnect');
    next.take({ type: 'warm-up-finished', at: TEN });
    expect(next.wants(20)).toEqual(['intend 2: buy 20 005930 market', 'send 2']);
  });
});

describe('the loss limit of the day', () => {
  const limits = { ...settingsOf().limits, dailyLossLimit: 100_000 };

  function losing(): Story {
    const story = tradingStory({ settings: { limits } });
    story.wants(50);
    story.acknowledge(1);
    story.fill('7001', 50);
    story.trade(68_000); // 50 × 2,000 and the commission of 12,250
    return story;
  }

  test('halts buys with the order that would go beyond it, and lets sells through', () => {
    const story = losing();
    expect(story.wants(60)).toEqual([
      "halt buys: the day's loss of 112250 won reached the limit of 100000 won",
      'refuse 2: buy 10 005930 market: daily-loss-limit',
    ]);
    expect(story.wants(40)).toEqual(['intend 3: sell 10 005930 market', 'send 3']);
  });

  test('stays reached although the price recovers and the engine starts anew', () => {
    const before = losing();
    before.wants(60);
    before.trade(75_000);
    expect(before.wants(60)).toEqual(['refuse 3: buy 10 005930 market: daily-loss-limit']);
    const past = before.records;
    const story = new Story({ past, broker: before.broker, settings: { limits } });
    story.take(instrumentEvent(SAMSUNG, TEN, 75_000));
    beGenerous(story);
    story.snapshot('reconnect');
    story.take({ type: 'warm-up-finished', at: TEN });
    expect(story.wants(60)).toEqual(['refuse 4: buy 10 005930 market: daily-loss-limit']);
  });

  test('does not count money that was taken out and explained', () => {
    const story = tradingStory({ settings: { limits } });
    story.broker.cash -= 1_000_000;
    for (let look = 0; look < 4; look++) story.snapshot();
    story.take({ type: 'explain', at: story.now, reason: 'withdrew a million' });
    story.snapshot('reconnect');
    beGenerous(story);
    expect(story.engine.risk.dayProfit).toBe(0);
    expect(story.wants(1)).toEqual(['intend 1: buy 1 005930 market', 'send 1']);
  });

  test('is forgotten the next trading day, whose losses count from its own beginning', () => {
    const story = losing();
    story.wants(60);
    story.now = kstMoment(TOMORROW, '090000');
    story.broker.startDay(TOMORROW);
    expect(story.take(instrumentEvent(SAMSUNG, story.now, 68_000))).toEqual([
      'open the day 2026-11-23 with 9887750',
    ]);
    beGenerous(story);
    expect(story.wants(60)).toEqual(['intend 1: buy 10 005930 market', 'send 1']);
  });
});

describe('the connection', () => {
  test('lost, stops new orders until the books were compared again', () => {
    const story = tradingStory();
    story.take({ type: 'feed-down', at: TEN, reason: 'cut', final: false });
    expect(story.wants(10)).toEqual(['refuse 1: buy 10 005930 market: not-reconciled']);
    expect(story.take({ type: 'feed-up', at: TEN })).toEqual(['ask snapshot (reconnect)']);
    expect(story.snapshot('reconnect')).toEqual(['reconciled', 'ask orderable 005930 at 91000']);
  });

  test('lost, does not come back with the answer to a question asked before', () => {
    const story = tradingStory();
    story.take({ type: 'feed-down', at: TEN, reason: 'cut', final: false });
    expect(story.snapshot()).toEqual(['reconciled']);
    expect(story.wants(10)).toEqual(['refuse 1: buy 10 005930 market: not-reconciled']);
    story.take({ type: 'feed-up', at: TEN });
    expect(story.trade(70_000)).toEqual([]);
    expect(story.snapshot('reconnect')).toEqual(['reconciled', 'ask orderable 005930 at 91000']);
  });

  test('lost for good halts', () => {
    const story = working();
    expect(story.take({ type: 'feed-down', at: TEN, reason: 'login refused', final: true })).toEqual([
      'halt all: the connection to the broker ended for good: login refused',
      'intend to cancel 1',
      'send cancel of 1',
    ]);
  });
});

describe('the end of a day', () => {
  test("waits for the broker's last word and closes with it, once", () => {
    const story = working();
    story.fill('7001', 10);
    story.now = kstMoment(TODAY, '203000');
    const ended = { type: 'day-ended', at: story.now, tradeDate: TODAY } as const;
    expect(story.take(ended)).toEqual(['ask snapshot (day-end)']);
    expect(story.snapshot('day-end')).toEqual(['reconciled', 'close the day 2026-11-20 with 9997550']);
    expect(story.records.at(-1)).toMatchObject({
      marks: [{ instrument: { symbol: SAMSUNG }, price: 70_000 }],
    });
    expect(story.take(ended)).toEqual(['ask snapshot (periodic)']); // of what filled in the evening
    expect(story.snapshot()).toEqual(['reconciled']);
  });

  test('is still closed when the first snapshot fails', () => {
    const story = tradingStory();
    story.take({ type: 'day-ended', at: TEN, tradeDate: TODAY });
    const failed = { query: 'snapshot', symbol: null, code: '500', message: '', retryable: true } as const;
    story.take({ type: 'query-failed', at: TEN, ...failed });
    expect(story.pass(5_000)).toEqual(['ask snapshot (day-end)']);
    expect(story.snapshot('day-end').at(-1)).toBe('close the day 2026-11-20 with 10000000');
  });

  test('of a day that is not running means nothing', () => {
    expect(tradingStory().take({ type: 'day-ended', at: TEN, tradeDate: '2026-11-19' })).toEqual([]);
  });
});

test('the same events give the same records, and every record balances the books again', () => {
  const tell = () => {
    const broker = new PaperBroker(TODAY, 10_000_000, { [HYNIX]: [3, 100_000] });
    const story = tradingStory({ broker });
    story.wants(10);
    story.acknowledge(1);
    story.fill('7001', 4);
    story.wants(2);
    story.take(story.broker.cancelled('7001', story.now));
    return story;
  };
  const [one, two] = [tell(), tell()];
  expect(one.records.map(encodeRecord)).toEqual(two.records.map(encodeRecord));
  const folded = restarted(one).engine.ledger;
  expect([folded.cash, ...folded.positions()]).toEqual([
    one.engine.ledger.cash,
    ...one.engine.ledger.positions(),
  ]);
});
