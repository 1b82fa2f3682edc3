// A report worked out by hand: two strategies that share an instrument, what the account made of it, and the broker's word.

import { describe, expect, test } from 'vitest';
import { krxCalendar } from '#domain/calendar.ts';
import { MOCK_COSTS } from '#domain/costs.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import { kstMoment } from '#domain/time.ts';
import {
  instrumentEvent,
  Puppet,
  SAMSUNG,
  type Story,
  TODAY,
  TOMORROW,
  tradingStory,
} from '#test/support/engine-story.ts';
import { PaperBroker } from '#test/support/paper-broker.ts';
import { ACCOUNT, buildDailyReport, SHARED_COST } from '../../src/report/build-daily-report.ts';
import type { ComparisonRow, DailyReport } from '../../src/report/daily-report.ts';

const SETTINGS = {
  account: '1234-5678',
  costs: MOCK_COSTS,
  calendar: krxCalendar,
  koreanOf: (reason: string) => `<${reason}>`,
};

function reportOf(records: Iterable<LedgerRecord>, date: string): DailyReport {
  const report = buildDailyReport(records, date, SETTINGS);
  expect(report).not.toBeNull();
  return report!;
}

/** The broker's last word, as it should be, the day below. */
const BROKERS_WORD = {
  totalProfit: 13_510,
  realisedProfit: 13_510,
  commission: 7_520,
  tax: 1_460,
  dayTrades: [
    {
      symbol: SAMSUNG,
      buyQuantity: 20,
      buyAmount: 1_420_000,
      sellQuantity: 10,
      sellAmount: 730_000,
      commissionAndTax: 8_980,
      profit: 13_510,
    },
  ],
};

/** Alpha buys ten at 70,000, beta ten at 72,000; alpha sells its ten at 73,000; the day is closed. */
function sharedDay(word: object = BROKERS_WORD): Story {
  const [alpha, beta] = [new Puppet('alpha'), new Puppet('beta')];
  const story = tradingStory({ puppets: [alpha, beta] });
  story.wants(10, { puppet: alpha });
  story.acknowledge(1);
  story.fill('7001', 10, 70_000);
  story.wants(10, { puppet: beta });
  story.acknowledge(2);
  story.fill('7002', 10, 72_000);
  story.wants(0, { puppet: alpha });
  story.acknowledge(3);
  story.fill('7003', 10, 73_000);
  story.trade(73_000);
  endDay(story, word);
  return story;
}

function endDay(story: Story, word: object = {}): void {
  const tradeDate = story.broker.tradeDate;
  story.now = kstMoment(tradeDate, '203000');
  story.take({ type: 'day-ended', at: story.now, tradeDate });
  story.take(story.broker.snapshot(story.now, 'day-end', { cash: 10_000_000, cashD1: 10_000_000, ...word }));
}

describe('two strategies in one instrument', () => {
  const report = reportOf(sharedDay().records, TODAY);
  const row = (strategy: string) => report.rows.find((one) => one.strategy === strategy);

  test('are each told by their own cost', () => {
    // 730,000 less 700,000, less 2,450 and 2,550 of commission, less 365 and 1,095 of tax.
    expect(row('alpha')).toMatchObject({
      boughtQuantity: 10,
      boughtAmount: 700_000,
      soldQuantity: 10,
      soldAmount: 730_000,
      realised: 23_540,
      unrealised: 0,
      commission: 5_000,
      tax: 1_460,
      heldQuantity: 0,
    });
    expect(row('beta')).toMatchObject({
      boughtAmount: 720_000,
      realised: 0,
      unrealised: 10_000,
      commission: 2_520,
      heldQuantity: 10,
      heldCost: 720_000,
      heldValue: 730_000,
    });
  });

  test('leave over what the average cost of the account makes of it', () => {
    // The account sold at a cost of 710,000, whose buy commission is 2,480.
    expect(row(SHARED_COST)).toMatchObject({
      realised: 13_510 - 23_540,
      unrealised: 10_000,
      heldQuantity: 0,
      heldCost: -10_000,
      commission: 0,
      soldAmount: 0,
    });
  });

  test('sum to the account', () => {
    expect(report.totals).toEqual({ realised: 13_510, unrealised: 20_000, commission: 7_520, tax: 1_460 });
    expect(report).toMatchObject({
      orderCount: 3,
      fillCount: 3,
      account: '1234-5678',
      refusals: {},
      remarks: [],
    });
  });

  test('leave cash that settles two trading days on', () => {
    const left = 10_000_000 - 702_450 - 722_520 + 730_000 - 2_550 - 1_460;
    expect(report).toMatchObject({
      cash: 10_000_000,
      cashD1: 10_000_000,
      cashD2: left,
      equity: left + 730_000,
    });
  });

  test("stand beside the broker's figures", () => {
    const line = (figure: string, symbol: string | null, source: string, both: number) =>
      ({ figure, symbol, source, ours: both, theirs: both }) as ComparisonRow;
    expect(report.comparison).toEqual([
      line('cash-d2', null, 'kt00001', 9_301_020),
      line('total-cost', null, 'kt00018', 710_000),
      line('total-value', null, 'kt00018', 730_000),
      // 730,000 less 710,000, less commission both ways of 2,480 and 2,550, less tax of 1,460.
      line('total-profit', null, 'kt00018', 13_510),
      line('estimated-assets', null, 'kt00018', 10_031_020),
      line('realised', null, 'ka10074', 13_510),
      line('commission', null, 'ka10074', 7_520),
      line('tax', null, 'ka10074', 1_460),
      line('held-quantity', SAMSUNG, 'kt00018', 10),
      line('bought-amount', SAMSUNG, 'ka10170', 1_420_000),
      line('sold-amount', SAMSUNG, 'ka10170', 730_000),
    ]);
  });
});

test('the line that differs is named with both figures', () => {
  const { comparison } = reportOf(sharedDay({ ...BROKERS_WORD, tax: 1_461 }).records, TODAY);
  expect(comparison.filter(({ ours, theirs }) => ours !== theirs)).toEqual([
    { figure: 'tax', symbol: null, source: 'ka10074', ours: 1_460, theirs: 1_461 },
  ]);
});

describe('a day on which was only bought', () => {
  const bought = (commission: number, sellQuantity = 0) => {
    const story = tradingStory();
    story.wants(10);
    story.acknowledge(1);
    story.fill('7001', 10, 70_000);
    const trade = { symbol: SAMSUNG, buyQuantity: 10, buyAmount: 700_000, sellQuantity, sellAmount: 0 };
    endDay(story, { commission, dayTrades: [{ ...trade, commissionAndTax: 2_450, profit: 0 }] });
    const { comparison } = reportOf(story.records, TODAY);
    return comparison.find(({ figure }) => figure === 'commission');
  };

  test('has no commission in ka10074, which is no difference', () => {
    expect(bought(0)).toBeUndefined();
  });

  test('is held against it when the broker tells one, and when something was sold', () => {
    expect(bought(2_460)).toMatchObject({ ours: 2_450, theirs: 2_460 });
    expect(bought(0, 1)).toMatchObject({ ours: 2_450, theirs: 0 });
  });
});

describe('the day after, without a trade', () => {
  const story = sharedDay();
  story.broker.startDay(TOMORROW);
  story.now = kstMoment(TOMORROW, '100000');
  story.take(instrumentEvent(SAMSUNG, story.now, 74_000));
  endDay(story);
  const report = reportOf(story.records, TOMORROW);

  test('shows what is held, by whom, at the same cost as the day before', () => {
    const told = report.rows.map(({ strategy, heldQuantity, heldCost, realised, commission }) => {
      return [strategy, heldQuantity, heldCost, realised, commission];
    });
    expect(told).toEqual([
      ['beta', 10, 720_000, 0, 0],
      [SHARED_COST, 0, -10_000, 0, 0],
    ]);
  });

  test('begins from the equity before it and has no orders', () => {
    expect(report).toMatchObject({ orderCount: 0, fillCount: 0, equityBefore: 10_031_020 });
  });

  test('has cash one day nearer', () => {
    expect(report).toMatchObject({ cash: 10_000_000, cashD1: 9_301_020, cashD2: 9_301_020 });
  });

  test('leaves the report of the day before as it was', () => {
    expect(reportOf(story.records, TODAY)).toEqual(reportOf(sharedDay().records, TODAY));
  });
});

describe('the commission of buying belongs to the sale', () => {
  test.each([
    [10, 700_000, 2_450],
    [3, 210_000, 730], // of 735
  ])('of %i shares bought at 70,000', (sold, cost, buyCommission) => {
    const story = tradingStory();
    story.wants(10);
    story.acknowledge(1);
    story.fill('7001', 10, 70_000);
    story.wants(10 - sold);
    story.acknowledge(2);
    story.fill('7002', sold, 70_000);
    endDay(story);
    const sellCommission = Math.floor((cost * 35) / 100_000) * 10;
    const tax = Math.floor(cost * 0.0005) + Math.floor(cost * 0.0015);
    expect(reportOf(story.records, TODAY).totals.realised).toBe(-buyCommission - sellCommission - tax);
  });
});

describe('shares that are no strategy’s', () => {
  test('are told apart from those of the strategy beside them', () => {
    const broker = new PaperBroker(TODAY, 10_000_000, { [SAMSUNG]: [100, 60_000] });
    const story = tradingStory({ broker });
    story.wants(10);
    story.acknowledge(1);
    story.fill('7001', 10, 70_000);
    endDay(story);
    const { rows } = reportOf(story.records, TODAY);
    expect(rows.map(({ strategy, heldQuantity, heldCost }) => [strategy, heldQuantity, heldCost])).toEqual([
      ['alpha', 10, 700_000],
      [ACCOUNT, 100, 6_000_000],
    ]);
  });

  test('are the only row when nobody traded', () => {
    const broker = new PaperBroker(TODAY, 10_000_000, { [SAMSUNG]: [100, 60_000] });
    const story = tradingStory({ broker });
    endDay(story);
    expect(reportOf(story.records, TODAY).rows).toMatchObject([
      { strategy: ACCOUNT, heldQuantity: 100, unrealised: 0, heldValue: 6_000_000 },
    ]);
  });
});

describe('remarks and counts', () => {
  test('tell what went wrong, in the order it happened', () => {
    const story = tradingStory();
    story.wants(10);
    story.take({
      type: 'order-rejected',
      at: story.now,
      orderId: story.orderId(1),
      code: 'RC1',
      message: 'no',
    });
    story.wants(11);
    story.take({ type: 'order-withdrawn', at: story.now, orderId: story.orderId(2), reason: 'queue-full' });
    story.take({ type: 'halt', at: story.now, reason: 'lunch' });
    story.wants(5);
    story.take({ type: 'resume', at: story.now, reason: 'fed' });
    const report = reportOf(story.records, TODAY);
    expect(report.remarks).toEqual([
      {
        ko: '주문 20261120-000001 증권사 거부: <RC1 no>',
        en: 'order 20261120-000001 rejected: RC1 no',
      },
      {
        ko: '주문 20261120-000002 증권사에 닿지 않음: <queue-full>',
        en: 'order 20261120-000002 absent: queue-full',
      },
      { ko: '주문 중지 (전체): <lunch>', en: 'halted (all): lunch' },
      { ko: '주문 재개 (전체): <fed>', en: 'resumed (all): fed' },
    ]);
    expect(report.refusals).toEqual({ halted: 1 });
  });

  test('name differences that were believed, and the explanation of them', () => {
    const story = tradingStory();
    const price = 70_000;
    const amounts = { quantity: 3, sellable: 3, cost: 210_000, value: 210_000, profit: 0, price };
    const holdings = [{ symbol: SAMSUNG, name: SAMSUNG, ...amounts }];
    for (let look = 0; look < 4; look++)
      story.take(story.broker.snapshot(story.now, 'lookup', { cashD2: 1, holdings }));
    story.take({ type: 'explain', at: story.now, reason: 'bank holiday' });
    expect(reportOf(story.records, TODAY).remarks).toEqual([
      {
        ko: '증권사 장부와의 차이 (조회): D+2 예수금 10,000,000 ≠ 1, 보유 수량 005930 0 ≠ 3',
        en: "differences to the broker's books (lookup): cash 10,000,000 ≠ 1, holding 005930 0 ≠ 3",
      },
      { ko: '차이 조정: bank holiday', en: 'adjusted: bank holiday' },
    ]);
  });
});

test.each([['2026-11-19'], [TOMORROW]])(
  'there is no report of %s, of which the ledger knows nothing',
  (date) => {
    expect(buildDailyReport(sharedDay().records, date, SETTINGS)).toBeNull();
  },
);
