// One holding as the account's notices tell it: what was bought and sold of it today, for cash and out of a loan.

import { describe, expect, it } from 'vitest';
import { type HeldToday, holdingState } from '#exchange/accounts/account-positions.ts';
import type { DayTotalsView, SaleView } from '#exchange/contract.ts';
import { DAY } from '../support.ts';

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
