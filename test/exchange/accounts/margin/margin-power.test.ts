// What the money of an account is tied to: first to proceeds of sales, then to cash, then to shares.

import { describe, expect, it } from 'vitest';
import { type FundsSource, fundsOf } from '#exchange/accounts/margin/margin-power.ts';

const NOTHING = { own: 0, margin: 0, loan: 0 };

/** An account with a million won and what is on its way; `margin` is what buys that have not settled tie up. */
function source(
  d1Sell: number,
  d2Sell: number,
  margin: number,
  parts: Partial<FundsSource> = {},
): FundsSource {
  const today = 1_000_000;
  const cash = { today, d1: today + d1Sell, d2: today + d1Sell + d2Sell, d1Buy: 0, d1Sell, d2Buy: 0, d2Sell };
  const owes = { loans: 0, loanInterest: 0, sharesOnLoans: 0 };
  return {
    cash,
    margin,
    reserved: NOTHING,
    policy: 'by-instrument',
    substitutes: 500_000,
    ...owes,
    ...parts,
  };
}

describe('margin is tied to', () => {
  type Parts = [yesterday: number, today: number, cash: number, shares: number];
  it.each<
    [what: string, sales: [yesterday: number, today: number], margin: number, parts: Parts, free: number]
  >([
    ['nothing', [0, 0], 0, [0, 0, 0, 0], 1_000_000],
    ['the sales of yesterday first', [300, 200], 250, [250, 0, 0, 0], 1_000_250],
    ['then those of today', [300, 200], 450, [300, 150, 0, 0], 1_000_050],
    ['then cash', [300, 200], 600, [300, 200, 100, 0], 999_900],
    ['then shares', [300, 200], 1_100_500, [300, 200, 1_000_000, 100_000], 0],
    ['cash where sales repaid more than they brought', [-50, -30], 0, [0, 0, 80, 0], 999_920],
  ])('%s', (_what, [d1Sell, d2Sell], margin, parts, free) => {
    const funds = fundsOf(source(d1Sell, d2Sell, margin));
    const { reuseYesterday, reuseToday, tiedCash, tiedSubstitutes } = funds;
    expect([reuseYesterday.used, reuseToday.used, tiedCash, tiedSubstitutes]).toEqual(parts);
    expect([funds.tied, funds.free]).toEqual([margin, free]);
  });
});
