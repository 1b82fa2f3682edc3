// Cash by the day it settles, held against a plain recount of what was traded on which day.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AccountCash, settledCash } from '#exchange/accounts/account-cash.ts';

const won = fc.integer({ min: 0, max: 1_000_000 });
const day = fc.record({
  buys: fc.array(fc.tuple(won, won), { maxLength: 3 }),
  sales: fc.array(fc.integer({ min: -1_000, max: 1_000_000 }), { maxLength: 3 }),
  moved: fc.integer({ min: -1_000_000, max: 1_000_000 }),
});
const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);

it('settles two days after the trade, also when it was saved in between', () => {
  fc.assert(
    fc.property(won, fc.array(day, { minLength: 1, maxLength: 6 }), won, won, (start, days, paid, sold) => {
      let cash = new AccountCash(settledCash(start));
      for (const [index, { buys, sales, moved }] of days.entries()) {
        if (index > 0) cash.nextDay();
        for (const [amount, margin] of buys) cash.buy(amount, margin);
        for (const amount of sales) cash.sell(amount);
        cash.move(moved);
        cash = new AccountCash(JSON.parse(JSON.stringify(cash.save())));

        const tradedOn = (at: number) => days[at] ?? { buys: [], sales: [] };
        const bought = (at: number) => sum(tradedOn(at).buys.map(([amount]) => amount));
        const soldOn = (at: number) => sum(tradedOn(at).sales);
        const settled = Array.from({ length: Math.max(0, index - 1) }, (_, at) => soldOn(at) - bought(at));
        const today = start + sum(days.slice(0, index + 1).map((one) => one.moved)) + sum(settled);
        const d1 = today + soldOn(index - 1) - bought(index - 1);
        const d2 = d1 + soldOn(index) - bought(index);

        expect(cash.balance()).toEqual({
          ...{ today, d1, d2, d1Buy: bought(index - 1), d1Sell: soldOn(index - 1) },
          ...{ d2Buy: bought(index), d2Sell: soldOn(index) },
        });
        expect([cash.today, cash.settled]).toEqual([today, d2]);
        const tied = [index - 1, index].flatMap((at) => tradedOn(at).buys.map(([, margin]) => margin));
        expect(cash.margin).toBe(sum(tied));
        // Supposed: won paid in now, and proceeds of a sale today.
        expect(cash.balance({ paid, sold })).toMatchObject({
          ...{ today: today + paid, d1: d1 + paid, d2: d2 + paid + sold, d2Sell: soldOn(index) + sold },
        });
      }
    }),
  );
});
