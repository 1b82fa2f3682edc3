// Commission and tax against the broker's own sample answers, and the sums that must come out whole.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { krxCalendar } from '#domain/calendar.ts';
import {
  commissionFor,
  commissionIncrement,
  MOCK_COSTS,
  netRealisedProfit,
  REAL_COSTS,
  sellTax,
  sellTaxRates,
  sellTaxRatesUnder,
} from '#domain/costs.ts';
import type { InstrumentKind, Market } from '#domain/instrument.ts';
import { settlementDate } from '#domain/settlement.ts';

describe('commission', () => {
  test.each([
    ['kt00018 sample, bought', 373_500, 150, 50],
    ['kt00018 sample, sold now', 177_000, 150, 20],
    ['kt00018 sample, bought', 1_673_430, 150, 250],
    ['kt00018 sample, sold now', 680_000, 150, 100],
    ['ka10076 sample, one share sold at 0.2 %', 158_200, 2_000, 310],
    ['one share bought at 0.2 %', 97_603, 2_000, 190],
    ['ka10074 sample, three shares sold at 0.2 %', 474_600, 2_000, 940],
    ['three shares bought at 0.2 %', 292_809, 2_000, 580],
    ['too small to pay anything', 66_666, 150, 0],
    ['just enough to pay', 66_667, 150, 10],
    ['beyond the reach of a double', 90_000_000_000_001, 3_500, 315_000_000_000],
  ])('%s', (_name, amount, ratePpm, expected) => {
    expect(commissionFor(amount, ratePpm)).toBe(expected);
  });

  test('three sells of one share pay what the day pays, not three times one', () => {
    const paid = [0, 158_200, 316_400].map((before) => commissionIncrement(before, 158_200, 2_000));
    expect(paid).toEqual([310, 320, 310]);
    expect(paid.reduce((sum, each) => sum + each)).toBe(940);
  });

  test('the increments of any split add up to the commission on the whole, and none is negative', () => {
    const fills = fc.array(fc.integer({ min: 1, max: 500_000_000 }), { minLength: 1, maxLength: 30 });
    const rates = fc.constantFrom(REAL_COSTS.commissionPpm, MOCK_COSTS.commissionPpm, 145, 2_000);
    fc.assert(
      fc.property(fills, rates, (amounts, ratePpm) => {
        let traded = 0;
        let paid = 0;
        for (const amount of amounts) {
          const increment = commissionIncrement(traded, amount, ratePpm);
          expect(increment).toBeGreaterThanOrEqual(0);
          traded += amount;
          paid += increment;
        }
        expect(paid).toBe(commissionFor(traded, ratePpm));
      }),
    );
  });
});

describe('sell tax rates', () => {
  test.each<[string, Market, number, number]>([
    ['2010-01-04', 'KOSPI', 1_500, 1_500],
    ['2019-05-29', 'KOSPI', 1_500, 1_500],
    ['2019-05-29', 'KOSDAQ', 3_000, 0],
    ['2019-05-29', 'KONEX', 3_000, 0],
    ['2019-05-30', 'KOSPI', 1_000, 1_500],
    ['2019-05-30', 'KOSDAQ', 2_500, 0],
    ['2019-05-30', 'KONEX', 1_000, 0],
    ['2020-12-29', 'KOSPI', 800, 1_500],
    ['2020-12-29', 'KOSDAQ', 2_300, 0],
    ['2022-12-28', 'KOSPI', 500, 1_500],
    ['2022-12-28', 'KOSDAQ', 2_000, 0],
    ['2023-12-27', 'KOSPI', 300, 1_500],
    ['2023-12-27', 'KOSDAQ', 1_800, 0],
    ['2024-12-26', 'KOSPI', 300, 1_500],
    ['2024-12-27', 'KOSPI', 0, 1_500],
    ['2024-12-27', 'KOSDAQ', 1_500, 0],
    ['2025-12-26', 'KOSPI', 0, 1_500],
    ['2025-12-29', 'KOSPI', 500, 1_500],
    ['2025-12-29', 'KOSDAQ', 2_000, 0],
    ['2026-11-20', 'KONEX', 1_000, 0],
  ])('%s %s', (date, market, transactionPpm, ruralPpm) => {
    expect(sellTaxRates(market, 'stock', date)).toEqual({ transactionPpm, ruralPpm });
  });

  test.each([
    ['2019-05-30', '2019-06-03'],
    ['2020-12-29', '2021-01-04'],
    ['2022-12-28', '2023-01-02'],
    ['2023-12-27', '2024-01-02'],
    ['2024-12-27', '2025-01-02'],
    ['2025-12-29', '2026-01-02'],
  ])('trades of %s are the first to settle under the law of %s', (tradeDate, effective) => {
    expect(settlementDate(tradeDate, krxCalendar)).toBe(effective);
    expect(settlementDate(krxCalendar.previousTradingDay(tradeDate), krxCalendar) < effective).toBe(true);
  });

  test.each<[InstrumentKind]>([['etf'], ['etn'], ['elw']])('%s is free', (kind) => {
    const rates = sellTaxRates('KOSPI', kind, '2026-11-20');
    expect(sellTax(1_000_000_000, rates)).toBe(0);
  });

  test('a schedule may name its own, for what is taxed at all', () => {
    const own = { commissionPpm: 150, sellTax: { transactionPpm: 0, ruralPpm: 100 } };
    const stock = { market: 'KOSPI', kind: 'stock' } as const;
    expect(sellTaxRatesUnder(own, stock, '2026-11-20')).toEqual(own.sellTax);
    expect(sellTaxRatesUnder(REAL_COSTS, stock, '2026-11-20')).toEqual({
      transactionPpm: 500,
      ruralPpm: 1_500,
    });
    expect(sellTax(1_000_000, sellTaxRatesUnder(own, { market: 'KOSPI', kind: 'etf' }, '2026-11-20'))).toBe(
      0,
    );
  });
});

describe('sell tax in won', () => {
  const rates2024 = sellTaxRates('KOSPI', 'stock', '2024-11-28');

  test.each([
    ['kt00018 sample', 177_000, 318],
    ['kt00018 sample', 680_000, 1_224],
    ['ka10076 sample', 158_200, 284],
    ['both parts are cut, not their sum', 1_999, 2],
  ])('%s', (_name, amount, expected) => {
    expect(sellTax(amount, rates2024)).toBe(expected);
  });

  test('is taken from each execution: three times 284 is the 852 of the ka10074 sample', () => {
    expect(3 * sellTax(158_200, rates2024)).toBe(852);
    expect(sellTax(474_600, rates2024)).toBe(853);
  });
});

test("realised profit is the broker's ka10074 sample to the won", () => {
  const profit = netRealisedProfit({
    sellAmount: 474_600,
    costOfSold: 292_809,
    buyCommissionOfSold: 580,
    sellCommission: 940,
    tax: 852,
  });
  expect(profit).toBe(179_419);
});
