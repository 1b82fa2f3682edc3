// What the broker says about orders, in every order it can say it: answers and notices, early, late, twice, or never.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EngineEvent } from '#domain/engine-event.ts';
import { Puppet, SAMSUNG, type Story, TODAY, tradingStory } from '#test/support/engine-story.ts';
import { PaperBroker } from '#test/support/paper-broker.ts';

const PATIENCE_MS = 3_000;

/** Order 1, to buy ten shares, is on its way and the broker has answered nothing. */
function sent(): Story {
  const story = tradingStory();
  story.wants(10);
  return story;
}

/** Order 1 works at the broker as 7001. */
function working(): Story {
  const story = sent();
  story.acknowledge(1);
  story.take(story.broker.notice('7001', { at: story.now }));
  return story;
}

/** Ten shares are held, and order 2 to sell them works as 7002. */
function selling(): Story {
  const story = working();
  story.fill('7001', 10);
  story.wants(0);
  story.acknowledge(2);
  return story;
}

/** The books are the broker's: shares, their cost and the cash. */
function expectAgreement(story: Story): void {
  const { ledger } = story.engine;
  const { broker } = story;
  expect({ held: ledger.held(SAMSUNG), cost: ledger.position(SAMSUNG).cost, cash: ledger.cash }).toEqual({
    held: broker.held(SAMSUNG),
    cost: broker.cost(SAMSUNG),
    cash: broker.cash,
  });
}

describe('an order that goes well', () => {
  test('is acknowledged, accepted and filled in parts', () => {
    const story = sent();
    expect(story.acknowledge(1)).toEqual(['1 is acknowledged']);
    expect(story.take(story.broker.notice('7001', { at: story.now }))).toEqual(['1 is working']);
    expect(story.fill('7001', 4)).toEqual(['1 fills 0-4 for 280000']);
    expect(story.fill('7001', 6, 70_100)).toEqual(['1 fills 4-10 for 420600']);
    expectAgreement(story);
  });

  test('pays commission on the amount of the day, cut once, and tax on each sale', () => {
    const story = selling();
    story.fill('7002', 3, 70_300);
    story.fill('7002', 7, 70_300);
    const fills = story.records.flatMap((record) => (record.type === 'filled' ? [record.fill] : []));
    // 0.35 % of 700,000 is 2,450; of 210,900 it is 738.15, cut to 730; of 703,000 it is 2,460.5, cut to 2,460.
    expect(fills.map(({ commission }) => commission)).toEqual([2_450, 730, 1_730]);
    // 0.05 % and 0.15 %, each cut: 105 + 316, 246 + 738.
    expect(fills.map(({ tax }) => tax)).toEqual([0, 421, 984]);
    expectAgreement(story);
  });
});

describe('an order that does not', () => {
  test.each<[string, (story: Story) => EngineEvent, string[]]>([
    [
      'is rejected in the answer',
      ({ now }) => ({
        type: 'order-rejected',
        at: now,
        orderId: '20261120-000001',
        code: 'RC4025',
        message: 'no',
      }),
      ['1 is rejected (RC4025 no)'],
    ],
    [
      'could not be sent',
      ({ now }) => ({
        type: 'order-withdrawn',
        at: now,
        orderId: '20261120-000001',
        reason: 'queue-timeout kt10000: too long',
      }),
      ['1 is absent (queue-timeout kt10000: too long)'],
    ],
    [
      'loses its answer',
      ({ now }) => ({ type: 'order-outcome-unknown', at: now, orderId: '20261120-000001', reason: 'reset' }),
      ['1 is unknown (reset)'],
    ],
  ])('%s', (_name, answer, outcome) => {
    const story = sent();
    expect(story.take(answer(story))).toEqual(outcome);
    expect(story.take(answer(story))).toEqual([]); // said twice
  });

  test('is cancelled when the broker closes it after we asked for that', () => {
    const story = working();
    story.wants(0);
    const closed = { at: story.now, kind: 'closed', remaining: 0 } as const;
    expect(story.take(story.broker.notice('7001', closed))).toEqual([
      '1 is cancelled (closed by the broker)',
    ]);
  });

  test('ends with the target due that waited for it', () => {
    const story = working();
    expect(story.wants(14)).toEqual(['intend to cancel 1', 'send cancel of 1']);
    expect(story.fill('7001', 10)).toEqual([
      '1 fills 0-10 for 700000',
      'intend 2: buy 4 005930 market',
      'send 2',
    ]);
  });

  test.each([
    ['rejected after the answer', { kind: 'rejected', rejectReason: 'price' }, '1 is rejected (price)'],
    ['closed by the broker', { kind: 'closed', remaining: 0 }, '1 is expired (closed by the broker)'],
  ] as const)('is %s', (_name, parts, outcome) => {
    const story = working();
    expect(story.take(story.broker.notice('7001', { at: story.now, ...parts }))).toEqual([outcome]);
  });

  test('and that nobody here knows is only counted', () => {
    const story = tradingStory();
    const orderId = '20261120-000009';
    expect(story.take({ type: 'order-rejected', at: story.now, orderId, code: '', message: '' })).toEqual([]);
    expect(story.take({ type: 'order-acknowledged', at: story.now, orderId, brokerOrderNo: '1' })).toEqual(
      [],
    );
  });
});

describe('notices before the answer', () => {
  test('wait for it, and are taken up with it', () => {
    const story = sent();
    const answer = story.answerTo(1);
    expect(story.take(story.broker.notice('7001', { at: story.now }))).toEqual([]);
    expect(story.fill('7001', 4)).toEqual([]);
    expect(story.take(answer)).toEqual(['1 is acknowledged', '1 is working', '1 fills 0-4 for 280000']);
    expectAgreement(story);
  });

  test('whose answer was lost make us ask the broker, patiently', () => {
    const story = sent();
    story.answerTo(1);
    story.fill('7001', 10);
    expect(story.wakeAt).toBe(story.now + PATIENCE_MS);
    story.take({ type: 'order-outcome-unknown', at: story.now, orderId: story.orderId(1), reason: 'reset' });
    expect(story.pass(PATIENCE_MS)).toEqual(['ask snapshot (lookup)']);
    // No second question before the first can have been answered.
    expect(story.wakeAt).toBe(story.now + PATIENCE_MS);
    expect(story.pass(1)).toEqual([]);
    expect(story.snapshot()).toEqual(['1 is acknowledged', '1 fills 0-10 for 700000', 'reconciled']);
    expectAgreement(story);
  });

  test('make us ask the broker also while the answer is still awaited', () => {
    const story = sent();
    story.answerTo(1);
    story.fill('7001', 10);
    expect(story.pass(PATIENCE_MS)).toEqual(['ask snapshot (lookup)']);
  });

  test('of the other side are of an order placed elsewhere, whatever its size', () => {
    const story = working();
    story.fill('7001', 10);
    story.wants(20);
    const { no } = story.broker.take({ symbol: SAMSUNG, side: 'sell', quantity: 10 }, 71_000, story.now);
    expect(story.take(story.broker.notice(no, { at: story.now }))).toEqual([
      'observe x7002: sell 10 005930 limit 71000',
    ]);
  });

  test('that could not be of an order of ours are of one placed elsewhere', () => {
    const story = sent();
    const { no } = story.broker.take({ symbol: SAMSUNG, side: 'buy', quantity: 3 }, 69_000, story.now);
    expect(story.take(story.broker.notice(no, { at: story.now }))).toEqual([
      'observe x7001: buy 3 005930 limit 69000',
    ]);
    expect(story.fill(no, 3, 69_000)).toEqual(['x7001 fills 0-3 for 207000']);
    expectAgreement(story);
    expect(story.engine.ledger.own('alpha', SAMSUNG)?.quantity ?? 0).toBe(0);
  });

  test('that nobody claims in the end are of one placed elsewhere', () => {
    const story = sent();
    const { no } = story.broker.take({ symbol: SAMSUNG, side: 'buy', quantity: 10 }, null, story.now);
    story.fill(no, 10);
    story.take({ ...story.answerTo(1), at: story.now }); // ours got another number
    story.pass(PATIENCE_MS);
    expect(story.records.slice(-2)).toMatchObject([
      { type: 'order-observed', brokerOrderNo: '7001' },
      { type: 'filled', from: 0, to: 10 },
    ]);
    expectAgreement(story);
  });
});

describe('fills, however they come', () => {
  test('twice are booked once', () => {
    const story = working();
    const notice = story.broker.fill('7001', 4, 70_000, story.now);
    expect(story.take(notice)).toEqual(['1 fills 0-4 for 280000']);
    expect(story.take(notice)).toEqual([]);
    expectAgreement(story);
  });

  test('the last sale told twice is booked once, and nothing is asked', () => {
    const story = selling();
    const notice = story.broker.fill('7002', 10, 70_000, story.now);
    story.take(notice);
    expect(story.take(notice)).toEqual([]);
    expect(story.pass(PATIENCE_MS)).toEqual([]);
    expectAgreement(story);
  });

  test('out of order end in the same books, and the gap is asked about in case it stays', () => {
    const story = working();
    const [first, second] = [4, 6].map((shares) => story.broker.fill('7001', shares, 70_000, story.now));
    expect(story.take(second!)).toEqual(['1 fills 4-10 for 420000']);
    expect(story.wakeAt).toBe(story.now + PATIENCE_MS);
    expect(story.take(first!)).toEqual(['1 fills 0-4 for 280000']);
    expectAgreement(story);
  });

  test('lost ones are recovered from the lists', () => {
    const story = working();
    story.broker.fill('7001', 4, 69_000, story.now);
    story.fill('7001', 6);
    expect(story.pass(PATIENCE_MS)).toEqual(['ask snapshot (lookup)']);
    expect(story.snapshot()).toEqual(['1 fills 0-4 for 276000', 'reconciled']);
    expectAgreement(story);
  });

  test('after a cancel took effect still count', () => {
    const story = working();
    const late = story.broker.fill('7001', 4, 70_000, story.now);
    story.take(story.broker.cancelled('7001', story.now));
    expect(story.take(late)).toEqual(['1 fills 0-4 for 280000']);
    expectAgreement(story);
  });

  test('of a sale whose buy we never heard of wait for the lists', () => {
    const story = working();
    story.broker.fill('7001', 10, 70_000, story.now); // lost
    const { no } = story.broker.take({ symbol: SAMSUNG, side: 'sell', quantity: 10 }, 71_000, story.now);
    expect(story.fill(no, 10, 71_000)).toEqual(['observe x7002: sell 10 005930 limit 71000']);
    expect(story.pass(1)).toEqual(['ask snapshot (lookup)']);
    expect(story.snapshot()).toEqual([
      '1 fills 0-10 for 700000',
      'x7002 fills 0-10 for 710000',
      'reconciled',
    ]);
    expectAgreement(story);
  });

  test.each([
    ['no price', { fillPrice: null }],
    ['no shares', { fillQuantity: 0 }],
    ['more shares than ordered', { fillQuantity: 11, cumulativeQuantity: 11 }],
  ])('that make no sense (%s) are only counted', (_name, parts) => {
    const story = working();
    const fill = {
      kind: 'filled',
      fillNo: '1',
      fillPrice: 70_000,
      fillQuantity: 1,
      cumulativeQuantity: 1,
    } as const;
    expect(story.take(story.broker.notice('7001', { at: story.now, ...fill, ...parts }))).toEqual([]);
    expect(story.pass(PATIENCE_MS)).toEqual([]);
  });

  test('with a running total below themselves count as much as that total', () => {
    const story = working();
    const notice = story.broker.fill('7001', 4, 70_000, story.now);
    expect(story.take({ ...notice, cumulativeQuantity: 3 })).toEqual(['1 fills 0-3 for 210000']);
  });

  test('older than what is known open no gap, and close none', () => {
    const story = working();
    const [first, , third] = [3, 3, 4].map((shares) => story.broker.fill('7001', shares, 70_000, story.now));
    story.take(third!);
    expect(story.pass(PATIENCE_MS)).toEqual(['ask snapshot (lookup)']); // whose answer is on its way
    story.take(first!);
    expect(story.pass(PATIENCE_MS)).toEqual(['ask snapshot (lookup)']);
  });

  test('without a running total go on behind those of a sale that wait for the lists', () => {
    const story = working();
    const bought = story.broker.fill('7001', 10, 70_000, story.now); // late
    const { no } = story.broker.take({ symbol: SAMSUNG, side: 'sell', quantity: 10 }, 71_000, story.now);
    story.fill(no, 4, 71_000);
    story.take(bought);
    const bare = { ...story.broker.fill(no, 4, 72_000, story.now), cumulativeQuantity: null };
    expect(story.take(bare)).toEqual(['x7002 fills 4-8 for 288000']);
    expect(story.snapshot()).toEqual(['x7002 fills 0-4 for 284000', 'reconciled']);
    expectAgreement(story);
  });

  test('without a running total are taken one after the other', () => {
    const story = working();
    const bare = () => ({ ...story.broker.fill('7001', 4, 70_000, story.now), cumulativeQuantity: null });
    expect(story.take(bare())).toEqual(['1 fills 0-4 for 280000']);
    expect(story.take(bare())).toEqual(['1 fills 4-8 for 280000']);
  });
});

describe('cancels', () => {
  test('one that failed leaves the order as it was and asks the broker', () => {
    const story = working();
    story.wants(4);
    const failed = { orderId: '20261120-000001', code: 'RC4032', message: 'nothing left', definite: true };
    expect(story.take({ type: 'cancel-failed', at: story.now, ...failed })).toEqual([
      '1 is working (cancel failed: RC4032 nothing left)',
    ]);
    expect(story.pass(PATIENCE_MS)).toEqual(['ask snapshot (lookup)']);
  });

  test('one whose answer was lost may be sent again when the target changes', () => {
    const story = working();
    story.wants(4);
    const lost = { orderId: '20261120-000001', code: 'timeout', message: '', definite: false };
    story.take({ type: 'cancel-failed', at: story.now, ...lost });
    expect(story.wants(3)).toEqual(['intend to cancel 1', 'send cancel of 1']);
  });

  test('one that failed because the order was filled meanwhile changes nothing', () => {
    const story = working();
    story.wants(4);
    story.fill('7001', 10);
    const failed = { orderId: '20261120-000001', code: 'RC4033', message: 'nothing left', definite: true };
    expect(story.take({ type: 'cancel-failed', at: story.now, ...failed })).toEqual([]);
  });

  test('one that failed puts no lookup off that was due before', () => {
    const beta = new Puppet('beta');
    const story = tradingStory({ puppets: [new Puppet('alpha'), beta] });
    story.wants(10);
    story.acknowledge(1);
    story.wants(7, { puppet: beta });
    story.take({ type: 'order-outcome-unknown', at: story.now, orderId: story.orderId(2), reason: 'reset' });
    story.pass(PATIENCE_MS - 1);
    const failed = { orderId: '20261120-000001', code: 'timeout', message: '', definite: false };
    story.take({ type: 'cancel-failed', at: story.now, ...failed });
    expect(story.pass(1)).toEqual(['ask snapshot (lookup)']);
  });

  test('one the broker refused is asked for again only after its lists were seen', () => {
    const story = working();
    story.wants(4);
    const failed = { orderId: '20261120-000001', code: 'RC4032', message: 'nothing left', definite: true };
    story.take({ type: 'cancel-failed', at: story.now, ...failed });
    expect(story.trade(70_000)).toEqual([]);
    expect(story.wants(3)).toEqual([]);
    expect(story.snapshot()).toContain('send cancel of 1');
  });

  test('one made by hand ends our order', () => {
    const story = working();
    expect(story.take(story.broker.cancelled('7001', story.now))).toEqual([
      '1 is cancelled (cancelled outside hwangso)',
    ]);
    expect(story.trade(70_000)).toEqual([]); // who cancelled by hand does not want it back
    expect(story.wants(10)).toEqual(['intend 2: buy 10 005930 market', 'send 2']);
  });

  test('one made by hand of a part leaves the rest working, and the last share of that asks how it ended', () => {
    const story = working();
    const part = { ...story.broker.cancelled('7001', story.now), orderQuantity: 3 };
    story.broker.order('7001').remaining = 7;
    expect(story.take(part)).toEqual([]);
    expect(story.pass(0)).toEqual(['ask snapshot (lookup)']);
    expect(story.snapshot()).toEqual(['reconciled']);
    expect(story.fill('7001', 7)).toEqual(['1 fills 0-7 for 490000']);
    expect(story.pass(PATIENCE_MS)).toEqual(['ask snapshot (lookup)']);
    expect(story.snapshot()[0]).toBe('1 is expired (nothing left of it in the lists of the broker)');
    expectAgreement(story);
  });

  test('one of ours ends the order also while fills before it are on their way', () => {
    const story = working();
    const late = story.broker.fill('7001', 4, 70_000, story.now);
    story.wants(0);
    const rest = { ...story.broker.cancelled('7001', story.now), orderQuantity: 6 };
    expect(story.take(rest)).toEqual(['1 is cancelled (cancelled at our request)']);
    expect(story.take(late)).toContain('1 fills 0-4 for 280000');
    expectAgreement(story);
  });

  test('one of an order we never followed means nothing', () => {
    const story = tradingStory();
    const { no } = story.broker.take({ symbol: SAMSUNG, side: 'buy', quantity: 3 }, 69_000, story.now);
    expect(story.take(story.broker.cancelled(no, story.now))).toEqual([]);
  });

  test('a modify made by hand ends our order, and its fills are of a new one', () => {
    const story = working();
    const modify = { action: 'modify', originalOrderNo: '7001', at: story.now } as const;
    const confirmed = {
      ...story.broker.notice('7001', { ...modify, kind: 'confirmed' }),
      brokerOrderNo: '7002',
    };
    story.wants(0); // so that the end of the order does not bring the next one
    expect(story.take(confirmed)).toEqual(['1 is cancelled (modified outside hwangso)']);
    const fill = { fillNo: '5', fillPrice: 70_000, fillQuantity: 10, cumulativeQuantity: 10 };
    const filled = {
      ...story.broker.notice('7001', { ...modify, kind: 'filled', ...fill }),
      brokerOrderNo: '7002',
    };
    expect(story.take(filled)).toEqual([
      'observe x7002: buy 10 005930 market',
      'x7002 fills 0-10 for 700000',
    ]);
  });
});

describe('shares that may be sold', () => {
  const sellable = (story: Story): number | null => story.engine.risk.sellable(SAMSUNG);

  /** Twenty shares are held and known to be sellable; order 1 to sell ten of them is on its way, as 7001. */
  function sellingHalf(): Story {
    const story = tradingStory({ broker: new PaperBroker(TODAY, 10_000_000, { [SAMSUNG]: [20, 60_000] }) });
    story.take({ type: 'place-order', at: story.now, ticket: 'half', ...HALF });
    expect(sellable(story)).toBe(10);
    return story;
  }

  test('are free again once, when a sale ends, less what it sold', () => {
    const story = sellingHalf();
    story.acknowledge(1);
    story.fill('7001', 4);
    story.take(story.broker.notice('7001', { at: story.now, kind: 'closed', remaining: 0 }));
    expect(sellable(story)).toBe(16);
  });

  test('are free again once, when a sale is over twice', () => {
    const story = sellingHalf();
    const orderId = story.orderId(1);
    story.take({ type: 'order-withdrawn', at: story.now, orderId, reason: null });
    story.take({ type: 'order-rejected', at: story.now, orderId, code: '', message: '' });
    expect(sellable(story)).toBe(20);
  });

  test('become no more when a buy ends without any', () => {
    const story = sellingHalf();
    story.wants(30, { pricing: { type: 'limit', price: 60_000 } });
    const { id: orderId } = story.intent(2).request;
    story.take({ type: 'order-rejected', at: story.now, orderId, code: 'RC4025', message: 'no' });
    expect(sellable(story)).toBe(10);
  });
});

const HALF = {
  symbol: SAMSUNG,
  side: 'sell',
  quantity: 10,
  pricing: { type: 'limit', price: 90_000 },
  timeInForce: 'day',
  reason: 'half of them',
} as const;

test('whatever order answer and notices come in, once or more often, the books are the same', () => {
  const script = fc.record({
    parts: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
    cancelled: fc.boolean(),
    order: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
    twice: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  });
  fc.assert(
    fc.property(script, ({ parts, cancelled, order, twice }) => {
      const story = tradingStory();
      story.wants(16);
      const answer = story.answerTo(1);
      const events: EngineEvent[] = [answer, story.broker.notice('7001', { at: story.now })];
      for (const shares of parts) events.push(story.broker.fill('7001', shares, 70_000, story.now));
      const shuffled = events
        .map((event, index) => ({ event, index }))
        .sort((a, b) => order[a.index]! - order[b.index]! || a.index - b.index)
        .flatMap(({ event, index }) => (twice[index] ? [event, event] : [event]));
      // Only who knows its number can cancel an order.
      const cancels = cancelled ? [story.broker.cancelled('7001', story.now)] : [];
      shuffled.splice(Math.max(shuffled.indexOf(answer) + 1, order[11]! % shuffled.length), 0, ...cancels);
      for (const event of shuffled) story.take(event);
      expectAgreement(story);
      expect(story.engine.ledger.orders.openIn(SAMSUNG).length).toBe(
        cancelled || story.broker.order('7001').remaining === 0 ? 0 : 1,
      );
    }),
  );
});
