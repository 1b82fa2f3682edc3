// The books against the broker's own: what a snapshot finds, what is booked from it, and what stops trading.

import { describe, expect, test } from 'vitest';
import type { BrokerSnapshot } from '#domain/broker-event.ts';
import { DAY_MS, HOUR_MS, kstMoment } from '#domain/time.ts';
import {
  beGenerous,
  HYNIX,
  Puppet,
  SAMSUNG,
  Story,
  type StoryParts,
  TEN,
  TODAY,
  TOMORROW,
  tradeEvent,
  tradingStory,
} from '#test/support/engine-story.ts';
import { PaperBroker } from '#test/support/paper-broker.ts';

const RECHECK_MS = 5_000;
const NOTICE_MS = 3_000;
const LOOKUP_MS = 45_000;
const NO_TRADES = {
  symbol: SAMSUNG,
  buyQuantity: 0,
  buyAmount: 0,
  sellQuantity: 0,
  sellAmount: 0,
  commissionAndTax: 0,
  profit: 0,
};

function sent(parts: StoryParts = {}): Story {
  const story = tradingStory(parts);
  story.wants(10);
  return story;
}

function unknown(parts: StoryParts = {}): Story {
  const story = sent(parts);
  story.take({ type: 'order-outcome-unknown', at: story.now, orderId: story.orderId(1), reason: 'reset' });
  return story;
}

/** Puts our order into the broker's books without telling us. */
function arrives(
  story: Story,
  parts: { quantity?: number; side?: 'buy' | 'sell'; at?: number; price?: number } = {},
) {
  const { quantity = 10, side = 'buy', at = story.now, price = null } = parts;
  return story.broker.take({ symbol: SAMSUNG, side, quantity }, price, at).no;
}

/** Snapshot after snapshot until the difference is believed. */
function insist(story: Story, parts: Partial<BrokerSnapshot> = {}): string[] {
  for (let look = 0; look < 3; look++) {
    expect(story.take(story.broker.snapshot(story.now, 'lookup', parts))).toEqual([]);
    expect(story.pass(RECHECK_MS)).toEqual(['ask snapshot (lookup)']);
  }
  return story.take(story.broker.snapshot(story.now, 'lookup', parts));
}

describe('an order whose answer was lost', () => {
  test('is looked up after a little patience', () => {
    const story = unknown();
    expect(story.wakeAt).toBe(story.now + NOTICE_MS);
    expect(story.pass(NOTICE_MS)).toEqual(['ask snapshot (lookup)']);
  });

  test('is found in the lists', () => {
    const story = unknown();
    const no = arrives(story);
    story.broker.fill(no, 4, 70_000, story.now);
    expect(story.snapshot()).toEqual(['1 is acknowledged', '1 fills 0-4 for 280000', 'reconciled']);
  });

  test.each([
    ['another quantity', { quantity: 11 }],
    ['a limit price where ours has one of its own', { price: 70_100 }],
    ['an earlier time than our intent, clocks allowed for', { at: TEN - 5_001 }],
  ])('is not mistaken for one with %s', (_name, parts) => {
    const story = tradingStory();
    story.wants(10, { pricing: { type: 'limit', price: 70_000 } });
    story.take({ type: 'order-outcome-unknown', at: story.now, orderId: story.orderId(1), reason: 'reset' });
    arrives(story, { price: 70_000, ...parts });
    expect(story.snapshot()[0]).toMatch(/^observe x7001/);
    expect(story.engine.ledger.orders.get(story.orderId(1)).status).toBe('unknown');
  });

  test('is found at an exchange whose seconds are short, where patience is long', () => {
    const story = tradingStory({ settings: { noticePatienceMs: 600_000 } });
    story.wants(10);
    story.take({ type: 'order-outcome-unknown', at: story.now, orderId: story.orderId(1), reason: 'reset' });
    arrives(story, { at: TEN - 300_000 });
    expect(story.snapshot()[0]).toBe('1 is acknowledged');
  });

  test('is not given the number of a twin whose answer is on its way', () => {
    const [alpha, beta] = [new Puppet('alpha'), new Puppet('beta')];
    const story = unknown({ puppets: [alpha, beta] });
    story.wants(10, { puppet: beta });
    const answer = story.answerTo(2);
    expect(story.snapshot()).toEqual(['reconciled']);
    expect(story.take(answer)).toEqual(['2 is acknowledged']);
    story.pass(LOOKUP_MS);
    expect(story.snapshot()).toEqual(['1 is absent (never reached the broker)', 'reconciled']);
  });

  test('is not given up while a listed order could be it or a twin of it', () => {
    const [alpha, beta] = [new Puppet('alpha'), new Puppet('beta')];
    const story = unknown({ puppets: [alpha, beta] });
    story.pass(LOOKUP_MS);
    story.wants(10, { puppet: beta });
    story.answerTo(2);
    expect(story.snapshot()).toEqual(['reconciled']);
    expect(story.engine.ledger.orders.get(story.orderId(1)).status).toBe('unknown');
  });

  test('is found by the time of the exchange, which may live at another hour', () => {
    const story = tradingStory();
    const behind = 5 * HOUR_MS;
    story.take(tradeEvent(SAMSUNG, 70_000, story.now, { tradedAt: story.now - behind }));
    story.wants(10);
    story.take({ type: 'order-outcome-unknown', at: story.now, orderId: story.orderId(1), reason: 'reset' });
    arrives(story, { at: story.now - behind });
    expect(story.snapshot()[0]).toBe('1 is acknowledged');
  });

  test('on an earlier day is over, however long patience is', () => {
    const story = unknown({ settings: { lookupPatienceMs: 10 * DAY_MS } });
    story.now = kstMoment(TOMORROW, '083500');
    story.broker.startDay(TOMORROW);
    expect(story.snapshot('start')).toContain('1 is absent (never reached the broker)');
  });

  test('is taken as never arrived only after long patience, and the target is due again', () => {
    const story = unknown();
    expect(story.snapshot()).toEqual(['reconciled']);
    expect(story.wants(12)).toEqual([]); // what may still stand counts
    story.pass(LOOKUP_MS - 1);
    expect(story.snapshot()).toEqual(['reconciled']);
    story.pass(1);
    expect(story.snapshot()).toEqual([
      '1 is absent (never reached the broker)',
      'reconciled',
      'intend 2: buy 12 005930 market',
      'send 2',
    ]);
  });

  test('and that shows up after all is booked all the same', () => {
    const story = unknown();
    story.pass(LOOKUP_MS);
    expect(story.snapshot()).toEqual(['1 is absent (never reached the broker)', 'reconciled']);
    const answer = story.answerTo(1);
    expect(story.take(answer)).toEqual(['1 is acknowledged']);
    expect(story.fill('7001', 10)).toEqual(['1 fills 0-10 for 700000']);
  });
});

test('an order in the lists before its answer came waits for the answer', () => {
  const story = sent();
  const answer = story.answerTo(1);
  expect(story.snapshot()).toEqual(['reconciled']);
  expect(story.wakeAt).toBe(story.now + NOTICE_MS);
  expect(story.take(answer)).toEqual(['1 is acknowledged']);
});

describe('orders that ended unseen', () => {
  test('with nothing left in the lists are over', () => {
    const story = sent();
    story.acknowledge(1);
    story.broker.end('7001');
    expect(story.snapshot()).toEqual([
      '1 is expired (nothing left of it in the lists of the broker)',
      'reconciled',
    ]);
  });

  test('after we asked for it were cancelled', () => {
    const story = sent();
    story.acknowledge(1);
    story.wants(0);
    story.broker.end('7001');
    expect(story.snapshot()).toEqual([
      '1 is cancelled (nothing left of it in the lists of the broker)',
      'reconciled',
    ]);
  });

  test('and are missing from the lists are over only at the end of the day', () => {
    const story = sent();
    story.acknowledge(1);
    story.broker.orders.length = 0;
    expect(story.snapshot()).toEqual(['reconciled']);
    expect(story.snapshot('day-end')).toEqual([
      '1 is expired (nothing left of it in the lists of the broker)',
      'reconciled',
      'close the day 2026-11-20 with 10000000',
    ]);
  });

  test('of an earlier day are over, known to the broker or not', () => {
    const story = sent();
    story.acknowledge(1);
    beGenerous(story);
    story.wants(3, { symbol: HYNIX });
    story.now = kstMoment(TOMORROW, '083500');
    story.broker.startDay(TOMORROW);
    expect(story.snapshot('start')).toEqual([
      'open the day 2026-11-23 with 10000000',
      '2 is absent (never reached the broker)',
      '1 is expired (a day order of an earlier day)',
      'reconciled',
    ]);
  });
});

describe('shares nobody told us of', () => {
  test('are booked with the amount and the tax the lists name', () => {
    const broker = new PaperBroker(TODAY, 10_000_000, { [SAMSUNG]: [10, 60_000] });
    const story = tradingStory({ broker });
    const { no } = broker.take({ symbol: SAMSUNG, side: 'sell', quantity: 10 }, 70_000, story.now);
    broker.fill(no, 4, 70_000, story.now);
    expect(story.snapshot()).toEqual([
      'observe x7001: sell 10 005930 limit 70000',
      'x7001 fills 0-4 for 280000',
      'reconciled',
    ]);
    const [fill] = story.records.flatMap((record) => (record.type === 'filled' ? [record.fill] : []));
    expect(fill).toMatchObject({ strategy: '(external)', fillNo: 'recovered:0-4', tax: 140 + 420 });
    // Nothing of it was in the opening balances.
    const nothing = { alreadyFilled: 0, alreadyFilledAmount: 0, alreadyTaxed: 0 };
    expect(story.records.find(({ type }) => type === 'order-observed')).toMatchObject(nothing);
  });

  test("have the rest of the day's amount where the lists name none", () => {
    const story = sent();
    story.acknowledge(1);
    story.fill('7001', 4);
    story.broker.namesAmounts = false;
    story.broker.fill('7001', 6, 70_200, story.now);
    const dayTrades = [{ ...NO_TRADES, buyQuantity: 10, buyAmount: 280_000 + 421_200 }];
    expect(story.take(story.broker.snapshot(story.now, 'lookup', { dayTrades }))).toEqual([
      '1 fills 4-10 for 421200',
      'reconciled',
    ]);
  });

  test.each([
    ['nobody can name', []],
    ['the day does not have yet', [{ ...NO_TRADES, buyQuantity: 6 }]],
    ['belongs to fewer shares', [{ ...NO_TRADES, buyQuantity: 5, buyAmount: 351_000 }]],
  ])('whose amount %s wait for another look, and their order with them', (_name, dayTrades) => {
    const story = sent();
    story.acknowledge(1);
    story.broker.namesAmounts = false;
    story.broker.fill('7001', 6, 70_200, story.now);
    story.broker.end('7001');
    expect(story.take(story.broker.snapshot(story.now, 'lookup', { dayTrades }))).toEqual([]);
    expect(story.pass(NOTICE_MS)).toEqual(['ask snapshot (lookup)']);
  });

  test('of a buy are booked before the sale of them, whichever order is older', () => {
    const story = tradingStory();
    const sell = story.broker.take({ symbol: SAMSUNG, side: 'sell', quantity: 10 }, 71_000, story.now);
    const buy = story.broker.take({ symbol: SAMSUNG, side: 'buy', quantity: 10 }, 70_000, story.now);
    story.broker.fill(buy.no, 10, 70_000, story.now);
    story.broker.fill(sell.no, 10, 71_000, story.now);
    expect(story.snapshot().slice(2)).toEqual([
      'x7002 fills 0-10 for 700000',
      'x7001 fills 0-10 for 710000',
      'reconciled',
    ]);
  });

  test('are not counted from a list that is older than the notices', () => {
    const story = sent();
    story.acknowledge(1);
    story.broker.fill('7001', 5, 70_000, story.now);
    const older = story.broker.snapshot(story.now, 'lookup');
    story.broker.fill('7001', 1, 70_000, story.now);
    story.fill('7001', 4);
    expect(story.take(older)).toEqual([]);
    expect(story.snapshot()).toEqual(['1 fills 0-6 for 420000', 'reconciled']);
  });

  test('wait while the list knows less of another order than its notices', () => {
    const other = new Puppet('beta');
    const story = sent({ puppets: [new Puppet('alpha'), other] });
    story.acknowledge(1);
    story.wants(2, { puppet: other });
    story.acknowledge(2);
    story.broker.namesAmounts = false;
    story.broker.fill('7001', 6, 70_200, story.now);
    story.fill('7002', 1, 70_300);
    const dayTrades = [{ ...NO_TRADES, buyQuantity: 7, buyAmount: 421_200 + 70_300 }];
    const older = story.broker.snapshot(story.now, 'lookup', { dayTrades });
    story.fill('7002', 1, 70_300);
    expect(story.take(older)).toEqual([]);
  });

  test('are divided without regard to an order that is left from an earlier day', () => {
    const story = sent();
    story.acknowledge(1);
    story.fill('7001', 4);
    story.now = kstMoment(TOMORROW, '100000');
    story.broker.startDay(TOMORROW);
    story.broker.namesAmounts = false;
    const { no } = story.broker.take({ symbol: SAMSUNG, side: 'buy', quantity: 6 }, 70_200, story.now);
    story.broker.fill(no, 6, 70_200, story.now);
    const dayTrades = [{ ...NO_TRADES, buyQuantity: 6, buyAmount: 421_200 }];
    const outcome = story.take(story.broker.snapshot(story.now, 'reconnect', { dayTrades }));
    expect(outcome).toContain('x7002 fills 0-6 for 421200');
  });

  test('of a sale in two gaps pay the tax of both once', () => {
    const broker = new PaperBroker(TODAY, 10_000_000, { [SAMSUNG]: [10, 60_000] });
    const story = tradingStory({ broker });
    const { no } = broker.take({ symbol: SAMSUNG, side: 'sell', quantity: 6 }, 70_000, story.now);
    broker.fill(no, 1, 70_000, story.now);
    story.fill(no, 3);
    broker.fill(no, 2, 70_000, story.now);
    story.snapshot();
    const taxes = story.records.flatMap((one) => (one.type === 'filled' ? [one.fill.tax] : []));
    expect(taxes).toEqual([420, 0, broker.order(no).tax - 420]);
  });

  test('wait for another look while the lists are older than what notices told of another order', () => {
    const other = new Puppet('beta');
    const story = sent({ puppets: [new Puppet('alpha'), other] });
    story.acknowledge(1);
    story.wants(2, { puppet: other });
    story.acknowledge(2);
    story.broker.namesAmounts = false;
    story.broker.fill('7001', 6, 70_200, story.now);
    const { orders } = story.broker.snapshot(story.now, 'lookup');
    story.fill('7002', 2, 70_300);
    const older = {
      orders: orders.filter(({ brokerOrderNo }) => brokerOrderNo === '7001'),
      dayTrades: [{ ...NO_TRADES, buyQuantity: 6, buyAmount: 421_200 }],
    };
    expect(story.take(story.broker.snapshot(story.now, 'lookup', older))).toEqual([]);
    const newer = { dayTrades: [{ ...NO_TRADES, buyQuantity: 8, buyAmount: 421_200 + 140_600 }] };
    expect(story.take(story.broker.snapshot(story.now, 'lookup', newer))).toEqual([
      '1 fills 0-6 for 421200',
      'reconciled',
    ]);
  });

  test('in two gaps share what is missing, to the won', () => {
    const story = sent();
    story.acknowledge(1);
    story.broker.fill('7001', 1, 70_000, story.now);
    story.fill('7001', 3, 70_100);
    story.broker.fill('7001', 2, 70_250, story.now);
    expect(story.snapshot()).toEqual([
      '1 fills 0-1 for 70166', // a third of 210,500, cut
      '1 fills 4-6 for 140334',
      'reconciled',
    ]);
  });

  test('that the lists do not show yet are no difference of ours to correct', () => {
    const story = sent();
    story.acknowledge(1);
    const before = story.broker.snapshot(story.now, 'lookup');
    story.fill('7001', 10);
    expect(story.take(before)).toEqual([]);
    expect(story.pass(RECHECK_MS)).toEqual(['ask snapshot (lookup)']);
    expect(story.snapshot()).toEqual(['reconciled']);
  });
});

describe('first contact', () => {
  test('takes over what the account holds and what traded today already', () => {
    const broker = new PaperBroker(TODAY, 10_000_000);
    const buy = broker.take({ symbol: SAMSUNG, side: 'buy', quantity: 10 }, 70_000, TEN);
    broker.fill(buy.no, 4, 70_000, TEN);
    const story = new Story({ broker });
    story.take({ type: 'feed-up', at: TEN });
    expect(story.snapshot('start')).toEqual([
      'open the books',
      'open the day 2026-11-20 with 9999020',
      'observe x7001: buy 10 005930 limit 70000',
      'reconciled',
    ]);
    // The day's commission goes on where it stood: 2,450 on 700,000, of which 980 on the first 280,000.
    expect(story.fill(buy.no, 6)).toEqual(['x7001 fills 4-10 for 420000']);
    expect(story.engine.ledger.cash).toBe(broker.cash);
    expect(story.snapshot()).toEqual(['reconciled']);
  });

  test('counts what traded before at the limit price where the lists name no amount', () => {
    const broker = new PaperBroker(TODAY, 10_000_000);
    const buy = broker.take({ symbol: SAMSUNG, side: 'buy', quantity: 10 }, 70_300, TEN);
    broker.fill(buy.no, 3, 70_300, TEN);
    broker.namesAmounts = false;
    const story = new Story({ broker });
    story.take({ type: 'feed-up', at: TEN });
    story.snapshot('start');
    // 0.35 % of 703,000 is cut to 2,460, of which 730 were paid on 210,900; on 492,100 alone it would be 1,720.
    story.fill(buy.no, 7, 70_300);
    expect(story.records.at(-1)).toMatchObject({ type: 'filled', fill: { commission: 1_730 } });
  });

  test('leaves out cancels and modifies, which are no orders to follow', () => {
    const story = new Story();
    story.take({ type: 'feed-up', at: TEN });
    const { no } = story.broker.take({ symbol: SAMSUNG, side: 'buy', quantity: 10 }, 70_000, TEN);
    const { orders } = story.broker.snapshot(TEN, 'start');
    const listed = orders.map((order) => ({ ...order, action: 'cancel', originalOrderNo: no }) as const);
    expect(story.take(story.broker.snapshot(TEN, 'start', { orders: listed })).at(-1)).toBe('reconciled');
    expect(story.records.some(({ type }) => type === 'order-observed')).toBe(false);
    story.take(story.broker.snapshot(TEN, 'lookup', { orders: listed }));
    expect(story.records.some(({ type }) => type === 'order-observed')).toBe(false);
  });

  test('keeps the days on which cash settles', () => {
    const story = new Story();
    const cash = { cash: 10_000_000, cashD1: 9_000_000, cashD2: 9_500_000 };
    story.take(story.broker.snapshot(TEN, 'start', cash));
    const { ledger } = story.engine;
    const settled = [TODAY, TOMORROW, '2026-11-24'].map((date) => ledger.cashSettledBy(date));
    expect(settled).toEqual([10_000_000, 9_000_000, 9_500_000]);
  });
});

describe('differences', () => {
  test.each<[string, Partial<BrokerSnapshot>, string]>([
    ['cash', { cashD2: 9_999_999 }, 'reconciled but cash 10000000/9999999'],
    ['a holding', { holdings: [holding(SAMSUNG, 3, 210_000)] }, 'reconciled but holding 005930 0/3'],
  ])('in %s are looked at again three times before they stop trading', (_name, parts, outcome) => {
    const story = tradingStory();
    expect(insist(story, parts)).toEqual([outcome]);
    expect(story.wants(10)).toEqual([]);
    expect(story.engine.risk.reconciled).toBe(false);
  });

  test('are looked at as often again after they were named', () => {
    const story = tradingStory();
    insist(story, { cashD2: 9_999_999 });
    insist(story, { cashD2: 9_999_998 });
  });

  test('that went away at the second look never happened', () => {
    const story = tradingStory();
    story.take(story.broker.snapshot(story.now, 'lookup', { cashD2: 1 }));
    expect(story.snapshot()).toEqual(['reconciled']);
    expect(story.wants(10)).toEqual(['intend 1: buy 10 005930 market', 'send 1']);
  });

  test("in the broker's own rounding of cost are named but stop nothing", () => {
    const broker = new PaperBroker(TODAY, 10_000_000, { [SAMSUNG]: [3, 70_000] });
    const story = tradingStory({ broker });
    const parts = { holdings: [holding(SAMSUNG, 3, 209_999)] };
    expect(story.take(broker.snapshot(story.now, 'lookup', parts))).toEqual([
      'reconciled but holding-cost 005930 210000/209999',
    ]);
    expect(story.wants(10)).toEqual(['intend 1: buy 10 005930 market', 'send 1']);
  });

  test('in cash within the tolerance are none', () => {
    const story = tradingStory({ settings: { cashTolerance: 10 } });
    expect(story.take(story.broker.snapshot(story.now, 'lookup', { cashD2: 10_000_010 }))).toEqual([
      'reconciled',
    ]);
  });

  test('are booked away when the operator explains them, and trading goes on', () => {
    const story = tradingStory();
    insist(story, { cashD2: 9_000_000 });
    story.wants(10);
    story.broker.cash = 9_000_000;
    expect(story.take({ type: 'explain', at: story.now, reason: 'withdrew a million' })).toEqual([
      'adjust: withdrew a million',
      'ask snapshot (reconnect)',
    ]);
    expect(story.snapshot('reconnect')).toEqual(['reconciled', 'intend 1: buy 10 005930 market', 'send 1']);
    expect(story.engine.ledger.cash).toBe(9_000_000);
  });

  test('explained in shares move shares and cost', () => {
    const broker = new PaperBroker(TODAY, 10_000_000, { [HYNIX]: [5, 100_000] });
    const story = tradingStory({ broker });
    const parts = { holdings: [holding(SAMSUNG, 3, 210_000)] };
    insist(story, parts);
    story.take({ type: 'explain', at: story.now, reason: 'a gift against a debt' });
    expect([...story.engine.ledger.positions()]).toEqual([[SAMSUNG, { quantity: 3, cost: 210_000 }]]);
  });

  test('that are none cannot be explained', () => {
    expect(tradingStory().take({ type: 'explain', at: TEN, reason: 'what?' })).toEqual([]);
  });
});

describe('a snapshot', () => {
  test('names the price of what has none, and leaves younger ones alone', () => {
    const holdings = [holding(SAMSUNG, 3, 210_000), holding(HYNIX, 3, 210_000)];
    const broker = new PaperBroker(TODAY, 10_000_000, { [SAMSUNG]: [3, 70_000], [HYNIX]: [3, 70_000] });
    const story = new Story({ broker });
    story.trade(71_000);
    story.take(broker.snapshot(story.now, 'start', { holdings }));
    const { market } = story.engine;
    expect([SAMSUNG, HYNIX].map((symbol) => market.of(symbol).last)).toEqual([71_000, 70_000]);
  });

  test('asked for before the day ended closes it as well', () => {
    const story = tradingStory();
    story.take({ type: 'day-ended', at: TEN, tradeDate: TODAY });
    expect(story.snapshot('lookup')).toEqual(['reconciled', 'close the day 2026-11-20 with 10000000']);
  });
});

test('a snapshot that failed is asked for again', () => {
  const story = tradingStory();
  const failed = { query: 'snapshot', symbol: null, code: '500', message: '', retryable: true } as const;
  story.take({ type: 'query-failed', at: story.now, ...failed });
  expect(story.wakeAt).toBe(story.now + RECHECK_MS);
  expect(story.pass(RECHECK_MS)).toEqual(['ask snapshot (lookup)']);
});

function holding(symbol: string, quantity: number, cost: number): BrokerSnapshot['holdings'][number] {
  return { symbol, name: symbol, quantity, sellable: quantity, cost, value: cost, profit: 0, price: 70_000 };
}
