// From targets to orders, told as stories: what a strategy says, what the desk makes of it.

import { describe, expect, test } from 'vitest';
import { kstMoment } from '#domain/time.ts';
import type { RiskLimits } from '#risk/risk-check.ts';
import {
  beGenerous,
  HYNIX,
  instrumentEvent,
  Puppet,
  SAMSUNG,
  Story,
  settingsOf,
  TEN,
  TODAY,
  tradingStory,
} from '#test/support/engine-story.ts';
import { PaperBroker } from '#test/support/paper-broker.ts';

const BUY_TEN = ['intend 1: buy 10 005930 market', 'send 1'];

function limited(limits: Partial<RiskLimits>) {
  return { settings: { limits: { ...settingsOf().limits, ...limits } } };
}

/** A story in which order 1, for ten shares, is acknowledged as 7001. */
function withWorkingOrder(parts: ConstructorParameters<typeof Story>[0] = {}): Story {
  const story = tradingStory(parts);
  story.wants(10);
  story.acknowledge(1);
  return story;
}

describe('a target becomes the order that is missing to it', () => {
  test.each<[string, number, Parameters<Story['wants']>[0], string[]]>([
    ['shares, from nothing', 0, 10, ['intend 1: buy 10 005930 market', 'send 1']],
    [
      'won, cut to whole shares at the last price',
      0,
      { unit: 'won', amount: 209_999 },
      ['intend 1: buy 2 005930 market', 'send 1'],
    ],
    [
      'a weight of the capital',
      0,
      { unit: 'weight', weight: 0.5 },
      ['intend 1: buy 71 005930 market', 'send 1'],
    ],
    ['less than one share is none', 0, { unit: 'won', amount: 69_999 }, []],
    ['nothing while nothing is held', 0, 0, []],
  ])('%s', (_name, _held, target, outcome) => {
    expect(tradingStory().wants(target)).toEqual(outcome);
  });

  test('only the difference to what the strategy holds is ordered, up and down', () => {
    const story = withWorkingOrder();
    story.fill('7001', 10);
    expect(story.wants(15)).toEqual(['intend 2: buy 5 005930 market', 'send 2']);
    story.acknowledge(2);
    story.fill('7002', 5);
    expect(story.wants(3)).toEqual(['intend 3: sell 12 005930 market', 'send 3']);
  });

  test('what another strategy holds does not count', () => {
    const puppets = [new Puppet('alpha'), new Puppet('beta')] as const;
    const story = withWorkingOrder({ puppets });
    story.fill('7001', 10);
    expect(story.wants(10, { puppet: puppets[1] })).toEqual(['intend 2: buy 10 005930 market', 'send 2']);
  });

  test('a signal may name its own pricing and time in force', () => {
    const story = tradingStory();
    const parts = { pricing: { type: 'limit', price: 69_900 }, timeInForce: 'ioc' } as const;
    expect(story.wants(10, parts)).toEqual(['intend 1: buy 10 005930 limit 69900', 'send 1']);
    expect(story.intent(1).request).toMatchObject({ timeInForce: 'ioc', referencePrice: 70_000 });
  });
});

describe('saying it again', () => {
  test('the same target while its order is on the way changes nothing', () => {
    const story = tradingStory();
    expect(story.wants(10)).toEqual(BUY_TEN);
    expect(story.wants(10)).toEqual([]);
    story.acknowledge(1);
    expect(story.wants(10)).toEqual([]);
  });

  test('the same target while the rest of its order works changes nothing', () => {
    const story = withWorkingOrder();
    story.fill('7001', 4);
    expect(story.wants(10)).toEqual([]);
  });

  test('the same target once it is reached changes nothing', () => {
    const story = withWorkingOrder();
    story.fill('7001', 10);
    expect(story.wants(10)).toEqual([]);
  });

  test('a new target cancels the order that leads elsewhere, and waits for its end', () => {
    const story = withWorkingOrder();
    expect(story.wants(4)).toEqual(['intend to cancel 1', 'send cancel of 1']);
    expect(story.wants(5)).toEqual([]); // the cancel is under way
    expect(story.take(story.broker.cancelled('7001', story.now))).toEqual([
      '1 is cancelled (cancelled at our request)',
      'intend 2: buy 5 005930 market',
      'send 2',
    ]);
  });

  test('shares that were filled before the cancel took effect count', () => {
    const story = withWorkingOrder();
    story.wants(4);
    story.fill('7001', 3);
    expect(story.take(story.broker.cancelled('7001', story.now))).toEqual([
      '1 is cancelled (cancelled at our request)',
      'intend 2: buy 1 005930 market',
      'send 2',
    ]);
  });

  test('an order whose number is not known yet is cancelled as soon as it is', () => {
    const story = tradingStory();
    story.wants(10);
    expect(story.wants(4)).toEqual(['take 1 back']);
    expect(story.acknowledge(1)).toEqual(['1 is acknowledged', 'intend to cancel 1', 'send cancel of 1']);
  });
});

describe('outside trading hours', () => {
  test('a target waits for the open, and the latest one counts', () => {
    const story = tradingStory({ startsAt: kstMoment(TODAY, '080000') });
    expect(story.wants(10)).toEqual([]);
    expect(story.wants(4)).toEqual([]);
    expect(story.pass(29 * 60_000)).toEqual([]);
    expect(story.pass(60_000)).toEqual(['intend 1: buy 4 005930 market', 'send 1']);
  });

  test("the exchange's word that it is open wins over the clock", () => {
    const story = tradingStory({ startsAt: kstMoment(TODAY, '080000') });
    story.wants(10);
    expect(story.take({ type: 'session', at: story.now, phase: 'open', code: '3' })).toEqual(BUY_TEN);
  });

  test('a trade of regular hours on a day the calendar has closed shows that there is one, and opens the day', () => {
    const saturday = '2026-11-21';
    const startsAt = kstMoment(saturday, '100000');
    const broker = new PaperBroker(TODAY, 10_000_000);
    const story = tradingStory({ startsAt, broker });
    expect(story.wants(10)).toEqual([]);
    expect(story.trade(70_000)).toEqual(['open the day 2026-11-21 with 10000000', ...BUY_TEN]);
  });
});

describe('a refusal', () => {
  const TIGHT = limited({ maxOrderValue: 699_999 });

  test('is recorded with the request, and nothing is sent', () => {
    const story = tradingStory(TIGHT);
    expect(story.wants(10)).toEqual(['refuse 1: buy 10 005930 market: order-value-limit']);
    expect(story.records.at(-1)).toMatchObject({ refusal: { limit: 699_999, actual: 700_000 } });
  });

  test('that does not pass drops the target until the strategy speaks again', () => {
    const story = tradingStory(TIGHT);
    story.wants(10);
    expect(story.trade(60_000)).toEqual([]);
    expect(story.wants(9)).toEqual(['intend 2: buy 9 005930 market', 'send 2']);
  });

  test('that passes keeps the target waiting and is recorded once', () => {
    const story = tradingStory(limited({ staleAfterMs: 1_000 }));
    story.pass(2_000);
    expect(story.wants(10)).toEqual(['refuse 1: buy 10 005930 market: market-data-stale']);
    expect(story.take(instrumentEvent(HYNIX, story.now))).toEqual([]);
    story.pass(1_000);
    expect(story.trade(70_100)).toEqual(['intend 2: buy 10 005930 market', 'send 2']);
  });

  test('by a halt waits for the operator', () => {
    const story = tradingStory();
    story.take({ type: 'halt', at: TEN, reason: 'lunch' });
    expect(story.wants(10)).toEqual(['refuse 1: buy 10 005930 market: halted']);
    expect(story.trade(70_100)).toEqual([]);
    expect(story.take({ type: 'resume', at: TEN, reason: 'fed' })).toEqual([
      'resume all: fed',
      'intend 2: buy 10 005930 market',
      'send 2',
    ]);
  });

  test('repeated by the strategy itself is recorded each time', () => {
    const story = tradingStory(TIGHT);
    story.wants(10);
    expect(story.wants(10)).toEqual(['refuse 2: buy 10 005930 market: order-value-limit']);
  });
});

describe('orders in a second', () => {
  test.each([
    [999, ['refuse 2: buy 1 000660 market: order-rate']],
    [1_000, ['intend 2: buy 1 000660 market', 'send 2']],
  ])('are those of the last 1,000 ms: %i ms later', (ms, outcome) => {
    const story = tradingStory(limited({ maxOrdersPerSecond: 1 }));
    story.wants(10);
    beGenerous(story);
    story.pass(ms);
    expect(story.wants(1, { symbol: HYNIX })).toEqual(outcome);
  });
});

describe('questions only the broker can answer', () => {
  /** A story whose broker has said nothing about orderable money. */
  function silent(broker = new PaperBroker(TODAY, 10_000_000)): Story {
    const story = new Story({ broker, puppets: [new Puppet('alpha'), new Puppet('beta')] });
    for (const symbol of [SAMSUNG, HYNIX]) story.take(instrumentEvent(symbol, TEN));
    story.take({ type: 'feed-up', at: TEN });
    story.snapshot('start');
    story.take({ type: 'warm-up-finished', at: TEN });
    return story;
  }
  const failed = (query: 'orderable' | 'sellable', retryable: boolean, symbol: string | null = SAMSUNG) =>
    ({ type: 'query-failed', at: TEN, query, symbol, code: '500', message: '', retryable }) as const;

  test('are asked once, and the order goes when the answer allows it', () => {
    const story = silent();
    expect(story.wants(10)).toEqual(['ask orderable 005930 at 91000']);
    expect(story.trade(70_000)).toEqual([]);
    const answer = { symbol: SAMSUNG, price: 91_000, quantity: 10, amount: 1_000_000 };
    expect(story.take({ type: 'orderable-answered', at: TEN, ...answer })).toEqual(BUY_TEN);
  });

  test('with an answer that is too small end in a refusal', () => {
    const story = silent();
    story.wants(10);
    const answer = { symbol: SAMSUNG, price: 91_000, quantity: 9, amount: 900_000 };
    expect(story.take({ type: 'orderable-answered', at: TEN, ...answer })).toEqual([
      'refuse 1: buy 10 005930 market: orderable-quantity',
    ]);
  });

  const answered = (price: number, quantity: number) =>
    ({
      type: 'orderable-answered',
      at: TEN,
      symbol: SAMSUNG,
      price,
      quantity,
      amount: price * quantity,
    }) as const;

  test('have an answer that is used up by what was ordered since', () => {
    const story = silent();
    const [alpha, beta] = [story.puppets[0]!, story.puppets[1]!];
    story.wants(6, { puppet: alpha });
    expect(story.take(answered(91_000, 10))).toEqual(['intend 1: buy 6 005930 market', 'send 1']);
    expect(story.wants(5, { puppet: beta })).toEqual(['refuse 2: buy 5 005930 market: orderable-quantity']);
    expect(story.wants(4, { puppet: beta })).toEqual(['intend 3: buy 4 005930 market', 'send 3']);
  });

  test('are asked anew about other instruments after an order: the cash is one', () => {
    const story = tradingStory();
    expect(story.wants(10)).toEqual(BUY_TEN);
    expect(story.wants(1, { symbol: HYNIX })).toEqual(['ask orderable 000660 at 91000']);
  });

  test('are asked again at a higher price, not at a lower one', () => {
    const story = silent();
    const wants = (puppet: Puppet, price: number): string[] =>
      story.wants(1, { puppet, pricing: { type: 'limit', price } });
    const [alpha, beta] = [story.puppets[0]!, story.puppets[1]!];
    expect(wants(alpha, 70_000)).toEqual(['ask orderable 005930 at 70000']);
    expect(wants(beta, 69_900)).toEqual([]);
    expect(wants(beta, 70_100)).toEqual(['ask orderable 005930 at 70100']);
  });

  test('are asked five times at most', () => {
    const story = silent();
    expect(story.wants(10)).toEqual(['ask orderable 005930 at 91000']);
    for (let again = 2; again <= 5; again++) {
      expect(story.take(failed('orderable', true))).toEqual(['ask orderable 005930 at 91000']);
    }
    expect(story.take(failed('orderable', true))).toEqual([
      'refuse 1: buy 10 005930 market: orderable-unknown',
    ]);
    expect(story.trade(70_000)).toEqual([]);
  });

  test('that will never be answered end in a refusal at once', () => {
    const story = silent();
    story.wants(10);
    expect(story.take(failed('orderable', false))).toEqual([
      'refuse 1: buy 10 005930 market: orderable-unknown',
    ]);
  });

  test('one question that failed for good does not refuse who waits for another', () => {
    const story = silent(new PaperBroker(TODAY, 10_000_000));
    const [alpha, beta] = [story.puppets[0]!, story.puppets[1]!];
    story.wants(10, { puppet: alpha });
    story.take({
      type: 'orderable-answered',
      at: TEN,
      symbol: SAMSUNG,
      price: 91_000,
      quantity: 10,
      amount: 1e6,
    });
    story.acknowledge(1);
    story.fill('7001', 10);
    story.take({ type: 'balance-notice', at: TEN, symbol: SAMSUNG, held: 10, sellable: 0 });
    story.pass(2_000); // an older word that contradicts our books is not believed, but asked for anew
    expect(story.wants(0, { puppet: alpha })).toEqual(['ask sellable']);
    expect(story.wants(5, { puppet: beta, symbol: HYNIX })).toEqual(['ask orderable 000660 at 91000']);
    expect(story.take({ ...failed('sellable', false, null), at: story.now })).toEqual([
      'refuse 2: sell 10 005930 market: sellable-unknown',
    ]);
  });
});

test('before the engine may trade, targets are kept and nothing is asked', () => {
  const story = new Story();
  story.take(instrumentEvent(SAMSUNG, TEN));
  expect(story.wants(10)).toEqual([]);
  story.take({ type: 'feed-up', at: TEN });
  expect(story.snapshot('start')).toEqual([
    'open the books',
    'open the day 2026-11-20 with 10000000',
    'reconciled',
  ]);
  beGenerous(story);
  expect(story.take({ type: 'warm-up-finished', at: TEN })).toEqual(BUY_TEN);
});

test.each([
  [{ unit: 'shares', shares: -1 }, 'a target of -1 shares: expected a whole number, 0 or more'],
  [{ unit: 'shares', shares: 1.5 }, 'a target of 1.5 shares: expected a whole number, 0 or more'],
  [{ unit: 'won', amount: Number.NaN }, 'a target of NaN won: expected a whole number, 0 or more'],
  [{ unit: 'weight', weight: 1.01 }, 'a target weight of 1.01: expected 0 to 1'],
] as const)('a senseless target %j halts everything and says why', (target, message) => {
  expect(tradingStory().wants(target)).toEqual([`halt all: strategy alpha failed: ${message}`]);
});
