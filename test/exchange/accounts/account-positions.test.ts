// One holding as the account's notices tell it: what was bought and sold of it today, for cash and out of a loan.

import { describe, expect, it } from 'vitest';
import { dayTrades } from '#exchange/accounts/account-day.ts';
import { type HeldToday, holdingState, substituteOf } from '#exchange/accounts/account-positions.ts';
import type { DayTotalsView, SaleView } from '#exchange/contract.ts';
import { DAY, SAMSUNG } from '../support.ts';

const EARLIER = '2026-11-20';

const totals = (parts: Partial<DayTotalsView> = {}): DayTotalsView => ({
  ...{ symbol: '005930', onCredit: false, boughtQuantity: 0, boughtAmount: 0, buyCommission: 0 },
  ...{ soldQuantity: 0, soldAmount: 0, sellCommission: 0, tax: 0, ruralTax: 0, costOfSold: 0 },
  ...{ buyCommissionOfSold: 0, lent: 0, repaid: 0, interest: 0 },
  ...parts,
});

const sale = (parts: Partial<SaleView>): SaleView => ({
  ...{ orderNo: '1', symbol: '005930', loanDate: null, quantity: 1, amount: 0, cost: 0 },
  ...{ buyCommission: 0, sellCommission: 0, tax: 0, interest: 0, profit: 0 },
  ...parts,
});

const held = (loanDate: string | null, today: Partial<DayTotalsView>, sales: SaleView[] = []): HeldToday => ({
  line: {
    loanDate,
    quantity: 100,
    cost: 7_000_000,
    loan: loanDate === null ? 0 : 3_000_000,
    today: totals(today),
  },
  ...{ date: DAY, sellable: 90, sales, cash: undefined, credit: undefined },
});

describe('shares bought today less those sold', () => {
  const sales = [
    sale({ loanDate: DAY, quantity: 3 }),
    sale({ loanDate: EARLIER, quantity: 4 }),
    sale({ loanDate: EARLIER, quantity: 5, symbol: '000660' }),
  ];
  it.each([
    ['for cash', held(null, { boughtQuantity: 30, soldQuantity: 12 }, sales), 18],
    ['on a loan of today', held(DAY, { boughtQuantity: 30 }, sales), 27],
    [
      'on a loan of another day, into which nothing can be bought',
      held(EARLIER, { boughtQuantity: 30 }, sales),
      -4,
    ],
  ])('%s', (_what, holding, expected) => {
    expect(holdingState(holding).netBought).toBe(expected);
  });
});

it('shares held with cash have no term and no interest; a loan has both', () => {
  expect(holdingState(held(null, {}))).toMatchObject({ loanDue: null, loanInterest: 0, sellable: 90 });
  const loan = holdingState(held(EARLIER, {}));
  expect(loan.loanDue! > EARLIER).toBe(true);
  expect(loan.loanInterest).toBeGreaterThan(0);
});

it('tells what was realised for cash apart from what was realised on credit', () => {
  const cash = totals({ soldQuantity: 1, soldAmount: 80_000, costOfSold: 70_000 });
  expect(holdingState({ ...held(null, {}), cash })).toMatchObject({
    realisedForCash: { profit: 10_000, cost: 70_000 },
    realisedOnCredit: { profit: 0, cost: 0 },
  });
});

describe('as margin count', () => {
  const prices = () => ({ last: 80_000, previousClose: 71_000 });
  const line = { instrument: SAMSUNG, loanDate: null, quantity: 100, cost: 7_000_000, loan: 0 };
  const each = substituteOf({ ...line, quantity: 1 }, new Map(), prices);
  it.each([
    { name: 'all shares that are paid for, by the close before', line, unsettled: 0, shares: 100 },
    { name: 'none that have not settled', line, unsettled: 30, shares: 70 },
    { name: 'nothing where more was bought than is left', line, unsettled: 130, shares: 0 },
    {
      name: 'nothing of shares on a loan, which are its security',
      ...{ line: { ...line, loanDate: EARLIER, loan: 3_000_000 }, unsettled: 0, shares: 0 },
    },
  ])('$name', ({ line: counted, unsettled, shares }) => {
    const bought = new Map([[SAMSUNG.symbol, unsettled]]);
    expect(each).toBeGreaterThan(0);
    expect(each).toBeLessThan(71_000);
    expect(substituteOf(counted, bought, prices)).toBe(shares * each);
  });
});

it('a day’s trades of an instrument are one row, cash and credit together', () => {
  const part = { boughtQuantity: 3, boughtAmount: 300, soldQuantity: 2, soldAmount: 250, costOfSold: 200 };
  const costs = { buyCommission: 10, sellCommission: 20, tax: 5, buyCommissionOfSold: 4 };
  const rows = [totals({ ...part, ...costs }), totals({ ...part, ...costs, onCredit: true })];
  const other = totals({ symbol: '000660', boughtQuantity: 1, boughtAmount: 70 });
  expect(dayTrades([...rows, other])).toEqual([
    {
      ...{ symbol: '005930', buyQuantity: 6, buyAmount: 600, sellQuantity: 4, sellAmount: 500 },
      ...{ commissionAndTax: 70, profit: 2 * (250 - 200 - 4 - 20 - 5) },
    },
    {
      ...{ symbol: '000660', buyQuantity: 1, buyAmount: 70, sellQuantity: 0, sellAmount: 0 },
      ...{ commissionAndTax: 0, profit: 0 },
    },
  ]);
});
