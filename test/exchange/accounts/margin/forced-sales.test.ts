// What the broker sells of an account by itself, and when: for cash left unpaid, for loans without security, for loans past their
// term. Prices stand still unless a test moves them.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { krxCalendar } from '#domain/calendar.ts';
import { REAL_COSTS } from '#domain/costs.ts';
import type { Instrument } from '#domain/instrument.ts';
import { AccountBook } from '#exchange/accounts/account.ts';
import { loanDueOn, loanInterest, securityShortage } from '#exchange/accounts/margin/credit-terms.ts';
import { forcedSales } from '#exchange/accounts/margin/forced-sales.ts';
import type { CreditTerms, MarginPolicy } from '#exchange/contract.ts';

const DAY = '2026-11-23';
const ON_CREDIT: CreditTerms = { loanDate: null };
/** Margin 20 %, deposit on credit 45 %. */
const SAMSUNG = instrument('005930');
/** Its code comes before Samsung's. */
const KIA = instrument('000270');

function instrument(symbol: string): Instrument {
  return { symbol, name: '', market: 'KOSPI', kind: 'stock', leverage: 1 };
}

/** A book in a world where every share has one price, which a test may set. */
class Story {
  readonly book: AccountBook;
  readonly halted = new Set<string>();
  #price = 50_000;
  #number = 0;

  constructor(
    cash: number,
    margin: MarginPolicy = 'by-instrument',
    held: readonly [Instrument, number][] = [],
  ) {
    const holdings = held.map(([one, quantity]) => ({ instrument: one, quantity, cost: quantity * 40_000 }));
    this.book = new AccountBook({ cash, costs: REAL_COSTS, tradeDate: DAY, holdings, margin });
    this.book.money.valueBy(() => ({ last: this.#price, previousClose: this.#price }));
  }

  set price(price: number) {
    this.#price = price;
  }

  trade(side: 'buy' | 'sell', quantity: number, of = SAMSUNG, credit: CreditTerms | null = null): void {
    const order = { instrument: of, side, quantity, reservePrice: this.#price, credit };
    expect(this.book.refusal(order)).toBeNull();
    const orderNo = String(++this.#number);
    this.book.open(orderNo, order);
    this.book.fill(orderNo, this.#price, quantity);
    this.book.audit();
  }

  days(count: number): void {
    for (let day = 0; day < count; day++) this.book.startDay(krxCalendar.nextTradingDay(this.book.tradeDate));
  }

  /** Today's forced sales as `symbol@loan quantity reason`. */
  get sales(): string[] {
    return this.book.money
      .forcedSales((symbol) => !this.halted.has(symbol))
      .map(({ instrument: { symbol }, loanDate, quantity, reason }) =>
        [loanDate === null ? symbol : `${symbol}@${loanDate}`, quantity, reason].join(' '),
      );
  }

  /** Sells what the broker sells, at the price of the day. */
  executeForcedSales(): void {
    for (const { instrument: of, loanDate, quantity } of this.book.money.forcedSales(() => true))
      this.trade('sell', quantity, of, loanDate === null ? null : { loanDate });
  }
}

describe('cash left unpaid', () => {
  it('is raised on the morning after it was due, counted at the lower limit and after costs', () => {
    const story = new Story(1_002_000);
    story.trade('buy', 100);
    story.days(2);
    expect(story.book.funds().unpaid).toBe(3_998_750);
    expect(story.sales).toEqual([]);
    story.days(1);
    // 3,998,750 and a late fee of 1,062; a hundred shares bring 3,492,480 at the lower limit of 35,000.
    expect(story.book.funds().unpaid).toBe(3_999_812);
    expect(story.sales).toEqual(['005930 100 unpaid']);
  });

  it('takes no more shares than it needs, those that were not paid for first', () => {
    const story = new Story(1_002_000, 'by-instrument', [[KIA, 50]]);
    story.trade('buy', 30);
    story.days(3);
    // 498,220 and a late fee of 132; fourteen shares bring 488,950, fifteen 523,880.
    expect(story.book.funds().unpaid).toBe(498_352);
    expect(story.sales).toEqual(['005930 15 unpaid']);
  });

  it('takes other shares when those are not enough, or cannot be sold', () => {
    const story = new Story(1_002_000, 'by-instrument', [[KIA, 50]]);
    story.trade('buy', 100);
    story.days(3);
    expect(story.sales).toEqual(['005930 100 unpaid', expect.stringMatching(/^000270 \d+ unpaid$/)]);
    story.halted.add('005930');
    expect(story.sales).toEqual(['000270 50 unpaid']);
  });

  it('is not raised once it is paid, or sales will bring it', () => {
    const paid = new Story(1_002_000);
    paid.trade('buy', 30);
    paid.days(3);
    expect(paid.sales).toHaveLength(1);
    paid.book.pay(paid.book.funds().unpaid);
    expect(paid.sales).toEqual([]);
    const sold = new Story(1_002_000);
    sold.trade('buy', 30);
    sold.days(2);
    sold.trade('sell', 30);
    sold.days(1);
    expect(sold.sales).toEqual([]);
  });

  it('is not raised by a loan whose shares would bring less than it', () => {
    const salesFor = (loan: number) =>
      forcedSales({
        date: DAY,
        lines: [{ instrument: SAMSUNG, loanDate: '2026-11-20', quantity: 100, cost: 5_000_000, loan }],
        ...{ cash: -1_000, isCalled: false, overdue: 1_000, unpaidBuys: new Set(['005930']) },
        prices: () => ({ last: 50_000, previousClose: 50_000 }),
        costs: REAL_COSTS,
      });
    // At the lower limit a hundred shares bring 3,500,000.
    expect(salesFor(3_500_000)).toEqual([]);
    expect(salesFor(3_000_000)).toMatchObject([{ reason: 'unpaid', quantity: 1 }]);
  });

  it('is not raised twice, and ends when the proceeds settle', () => {
    const story = new Story(1_002_000);
    story.trade('buy', 60);
    story.days(3);
    story.executeForcedSales();
    expect(story.sales).toEqual([]);
    story.days(1);
    expect(story.book.funds().unpaid).toBeGreaterThan(0);
    expect(story.sales).toEqual([]);
    story.days(1);
    expect(story.book.funds().unpaid).toBe(0);
    story.days(3);
    expect(story.sales).toEqual([]);
  });
});

describe('the security of loans', () => {
  it.each([
    [1_000_000, 1_400_000, 0],
    [1_000_000, 1_399_999, 1],
    [1_000_001, 1_400_001, 1],
    [0, 0, 0],
  ])('loans of %i held by %i lack %i', (loans, security, shortage) => {
    expect(securityShortage(loans, security)).toBe(shortage);
  });

  it('counts the shares bought with them and cash', () => {
    const story = new Story(3_000_000, 'full');
    story.trade('buy', 100, SAMSUNG, ON_CREDIT);
    expect(story.book.funds()).toMatchObject({
      ...{ loans: 2_750_000, security: 5_000_000 + 749_250, securityShortage: 0 },
      withdrawable: 749_250,
    });
    story.price = 35_000;
    // 3,850,000 are needed: 350,000 of the cash may not leave
    expect(story.book.funds()).toMatchObject({ security: 4_249_250, withdrawable: 399_250 });
    story.price = 30_000;
    expect(story.book.funds()).toMatchObject({ securityShortage: 100_750, withdrawable: 0 });
    const more = {
      instrument: SAMSUNG,
      side: 'buy',
      quantity: 1,
      reservePrice: 30_000,
      credit: ON_CREDIT,
    } as const;
    expect(story.book.refusal(more)).toMatchObject({ code: 'credit-not-allowed' });
  });

  it('is called at a close, and sold for when it is not there at the next', () => {
    const story = new Story(2_251_000, 'full');
    story.trade('buy', 100, SAMSUNG, ON_CREDIT);
    story.price = 35_000;
    story.days(1);
    expect(story.book.funds().securityShortage).toBeGreaterThan(0);
    expect(story.sales).toEqual([]);
    story.days(1);
    // 349,750 are lacking; a share sold frees 11,000 of them, less 75 of costs and 8 of interest.
    expect(story.sales).toEqual([`005930@${DAY} 33 security`]);
    story.executeForcedSales();
    expect(story.book.funds().securityShortage).toBe(0);
    expect(story.book.held('005930')).toBeGreaterThan(0);
    expect(story.sales).toEqual([]);
    story.days(2);
    expect(story.sales).toEqual([]);
  });

  it.each(['cash', 'a better price'])('is not sold for when %s came in time', (what) => {
    const story = new Story(2_251_000, 'full');
    story.trade('buy', 100, SAMSUNG, ON_CREDIT);
    story.price = 35_000;
    story.days(1);
    if (what === 'cash') story.book.pay(500_000);
    else story.price = 45_000;
    story.days(1);
    story.price = 30_000;
    expect(story.sales).toEqual([]);
    // The next call has a deadline of its own.
    story.days(1);
    expect(story.sales).toEqual([]);
    story.days(1);
    expect(story.sales).toHaveLength(1);
  });

  it('is there to the won when the commission of two loans sold is cut once', () => {
    const story = new Story(24_000 * 102 + 999_985, 'full');
    story.trade('buy', 1, SAMSUNG, ON_CREDIT);
    story.days(1);
    story.trade('buy', 101, SAMSUNG, ON_CREDIT);
    story.price = 17_000;
    story.days(2);
    expect(story.sales).toEqual([`005930@${DAY} 1 security`, '005930@2026-11-24 95 security']);
    story.executeForcedSales();
    expect(story.book.funds().securityShortage).toBe(0);
  });

  it('is there again after the sale, or nothing is owed any more', () => {
    const price = fc.integer({ min: 15, max: 45 }).map((thousands) => thousands * 1_000);
    const quantity = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(price, quantity, quantity, fc.nat(1_000_000), (fallen, first, second, spare) => {
        const story = new Story(24_000 * (first + second) + spare, 'full');
        story.trade('buy', first, SAMSUNG, ON_CREDIT);
        story.days(1);
        story.trade('buy', second, SAMSUNG, ON_CREDIT);
        story.price = fallen;
        story.days(2);
        const wasShort = story.book.funds().securityShortage > 0;
        const sales = story.book.money.forcedSales(() => true);
        expect(sales.length > 0).toBe(wasShort);
        if (!wasShort) return;
        story.executeForcedSales();
        const { loans, securityShortage: left } = story.book.funds();
        expect(left === 0 || loans === 0).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a loan past its term', () => {
  it('is sold on the first trading day after, with interest to that day', () => {
    const story = new Story(20_000_000, 'full');
    story.trade('buy', 100, SAMSUNG, ON_CREDIT);
    story.days(1);
    story.trade('buy', 10, SAMSUNG, ON_CREDIT);
    // Ninety days after a Monday are a Sunday.
    expect(loanDueOn(DAY)).toBe('2027-02-21');
    while (krxCalendar.nextTradingDay(story.book.tradeDate) <= '2027-02-21') story.days(1);
    expect(story.sales).toEqual([]);
    story.days(1);
    expect(story.book.tradeDate).toBe('2027-02-22');
    expect(story.sales).toEqual([`005930@${DAY} 100 loan-due`]);
    story.executeForcedSales();
    const interest = loanInterest(2_750_000, DAY, '2027-02-22');
    expect(story.book.days('2027-02-22', '2027-02-22')[0]?.sales).toMatchObject([
      { loanDate: DAY, quantity: 100, interest },
    ]);
    story.days(1);
    expect(story.sales).toEqual(['005930@2026-11-24 10 loan-due']);
  });
});

describe('a saved account', () => {
  it('keeps what it was called for', () => {
    const story = new Story(2_251_000, 'full');
    story.trade('buy', 100, SAMSUNG, ON_CREDIT);
    story.price = 35_000;
    story.days(2);
    const again = AccountBook.restore(JSON.parse(JSON.stringify(story.book.save())), REAL_COSTS);
    again.money.valueBy(() => ({ last: 35_000, previousClose: 35_000 }));
    expect(again.save()).toEqual(story.book.save());
    expect(again.money.forcedSales(() => true)).toEqual(story.book.money.forcedSales(() => true));
    const { shortSince, ...before } = story.book.save();
    expect(shortSince).toBe(DAY);
    const older = AccountBook.restore(JSON.parse(JSON.stringify(before)), REAL_COSTS);
    expect(older.save().shortSince).toBeNull();
  });
});
