// Margin, credit and settlement of one account: what may be ordered by each rule, what is owed when cash is short, what loans cost,
// and that the journal tells every won.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REAL_COSTS } from '#domain/costs.ts';
import type { Instrument } from '#domain/instrument.ts';
import { AccountBook } from '#exchange/accounts/account.ts';
import { daysBetween, lateFee, loanInterest } from '#exchange/accounts/margin/credit-terms.ts';
import {
  loanGradeOf,
  marginRateOf,
  percentUp,
  substitutePriceOf,
} from '#exchange/accounts/margin/margin-rates.ts';
import type { CreditTerms, MarginPolicy, Rejection } from '#exchange/contract.ts';

/** Margin 20 %, deposit on credit 45 %. */
const SAMSUNG = instrument({ symbol: '005930' });
/** Margin 30 %, not lent on. */
const ETF = instrument({ symbol: '069500', kind: 'etf' });
const NOTE = instrument({ symbol: '500001', kind: 'etn' });
const DAY = '2026-11-23';
const DAYS = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'];

function instrument(parts: Partial<Instrument>): Instrument {
  return { symbol: '000000', name: '', market: 'KOSPI', kind: 'stock', leverage: 1, ...parts };
}

function account(cash: number, margin: MarginPolicy = 'by-instrument', held = 0): AccountBook {
  const holdings = held === 0 ? [] : [{ instrument: SAMSUNG, quantity: held, cost: held * 40_000 }];
  const book = new AccountBook({ cash, costs: REAL_COSTS, tradeDate: DAY, holdings, margin });
  book.money.valueBy(() => ({ last: 50_000, previousClose: 50_000 }));
  return book;
}

let number = 0;
/** Orders and fills at once; the rejection where there is one. */
function trade(
  book: AccountBook,
  side: 'buy' | 'sell',
  quantity: number,
  price: number,
  credit: CreditTerms | null = null,
  of = SAMSUNG,
): Rejection | null {
  const order = { instrument: of, side, quantity, reservePrice: price, credit };
  const refused = book.refusal(order);
  if (refused !== null) return refused;
  const orderNo = String(++number);
  book.open(orderNo, order);
  book.fill(orderNo, price, quantity);
  return null;
}

const ON_CREDIT: CreditTerms = { loanDate: null };

describe('the classes of instruments', () => {
  it.each([
    [SAMSUNG, 20, 'A', 40_000],
    [ETF, 30, undefined, 37_500],
    [instrument({ symbol: '252670', kind: 'etf', leverage: -2 }), 60, undefined, 30_000],
    [NOTE, 100, undefined, 0],
    [instrument({ symbol: '100001', market: 'KONEX' }), 100, undefined, 0],
  ] as const)('of %o', (one, rate, grade, substitute) => {
    expect(marginRateOf(one)).toBe(rate);
    expect(loanGradeOf(one)?.grade).toBe(grade);
    expect(substitutePriceOf(one, 50_000)).toBe(substitute);
  });

  it('round parts of an amount up', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.constantFrom(20, 30, 45, 60, 100), (amount, percent) => {
        expect(percentUp(amount, percent)).toBe(Math.ceil((amount * percent) / 100));
      }),
    );
  });
});

describe('margin by instrument', () => {
  it('takes the rate of the instrument and commission, and may leave cash short', () => {
    const book = account(1_002_000);
    expect(book.buyingPower(SAMSUNG, 50_000)).toMatchObject({
      rate: 20,
      appliedRate: 20,
      byRate: { 20: { amount: 5_010_000, quantity: 100 }, 100: { amount: 1_002_000, quantity: 20 } },
      unborrowed: { amount: 1_002_000, quantity: 20 },
    });
    expect(trade(book, 'buy', 101, 50_000)).toEqual({
      ok: false,
      code: 'insufficient-cash',
      limit: 1_002_000,
      actual: 1_010_760,
    });
    expect(trade(book, 'buy', 100, 50_000)).toBeNull();
    expect(book.funds()).toMatchObject({ tied: 1_000_750, free: 1_250, orderable: 0, d2: -3_998_750 });
  });

  it('counts shares as substitutes, but not for what needs full margin', () => {
    const book = account(10_000, 'by-instrument', 10);
    expect(book.funds()).toMatchObject({ substitutes: 400_000, freeSubstitutes: 400_000, free: 10_000 });
    expect(trade(book, 'buy', 1, 50_000, null, NOTE)).toMatchObject({ limit: 10_000 });
    expect(trade(book, 'buy', 30, 40_000, null, ETF)).toBeNull();
    expect(book.funds()).toMatchObject({
      tiedCash: 10_000,
      tiedSubstitutes: 350_180,
      freeSubstitutes: 49_820,
    });
  });

  it('counts shares as what they are today: nothing once they are restricted', () => {
    const book = account(10_000, 'by-instrument', 10);
    const restricted = { ...SAMSUNG, isRestricted: true };
    book.money.valueBy(() => ({ last: 50_000, previousClose: 50_000, instrument: restricted }));
    expect(book.funds()).toMatchObject({ substitutes: 0, freeSubstitutes: 0 });
  });

  it('does not count in an account that pays whole', () => {
    const book = account(1_000_000, 'full', 10);
    expect(book.buyingPower(SAMSUNG, 50_000)).toMatchObject({
      appliedRate: 100,
      byRate: { 20: { amount: 1_000_000, quantity: 19 } },
    });
    expect(trade(book, 'buy', 20, 50_000)).toMatchObject({ limit: 1_000_000, actual: 1_000_160 });
  });

  it('owes what settlement finds missing, with a fee by days, and pays whole for thirty days', () => {
    const book = account(1_002_000);
    trade(book, 'buy', 100, 50_000);
    book.startDay(DAYS[0]!);
    expect(book.funds()).toMatchObject({ unpaid: 0, d1: -3_998_750 });
    book.startDay(DAYS[1]!);
    expect(book.funds()).toMatchObject({ today: -3_998_750, unpaid: 3_998_750, policy: 'by-instrument' });
    // The shares count for 4,000,000 of margin, less what is unpaid for them.
    expect(trade(book, 'buy', 10, 1_000)).toMatchObject({ code: 'insufficient-cash', limit: 1_250 });
    book.startDay(DAYS[2]!);
    expect(book.funds().policy).toBe('full');
    const fee = lateFee(3_998_750, DAYS[1]!, DAYS[2]!);
    expect(fee).toBe(1_062);
    expect(book.funds().unpaid).toBe(3_998_750 + fee);
    book.pay(6_000_000);
    expect(book.funds()).toMatchObject({ unpaid: 0, policy: 'full', today: 2_001_250 - fee });
    book.startDay('2026-12-24');
    expect(book.funds().policy).toBe('full');
    book.startDay('2026-12-28');
    expect(book.funds().policy).toBe('by-instrument');
  });

  it('is not frozen when cash comes in on the day of settlement', () => {
    const book = account(1_002_000);
    trade(book, 'buy', 100, 50_000);
    book.startDay(DAYS[0]!);
    book.startDay(DAYS[1]!);
    book.pay(3_998_750);
    book.startDay(DAYS[2]!);
    expect(book.funds()).toMatchObject({ today: 0, unpaid: 0, policy: 'by-instrument' });
  });
});

describe('credit', () => {
  it('lends what the deposit does not pay, and is repaid with interest out of the sale', () => {
    const book = account(10_000_000, 'full');
    expect(trade(book, 'buy', 100, 50_001, ON_CREDIT)).toBeNull();
    const deposit = Math.ceil(5_000_100 * 0.45);
    expect(book.funds()).toMatchObject({ loans: 5_000_100 - deposit, d2: 10_000_000 - deposit - 750 });
    book.startDay(DAYS[0]!);
    trade(book, 'buy', 10, 51_000, ON_CREDIT);
    const before = book.funds();
    expect(before.loanInterest).toBe(loanInterest(5_000_100 - deposit, DAY, DAYS[0]!));
    // The oldest loan goes first: all of it, and half of the other.
    expect(trade(book, 'sell', 105, 52_000, ON_CREDIT)).toBeNull();
    const [line] = book.positions(() => ({ last: 52_000, previousClose: 50_000 }));
    expect(line).toMatchObject({ loanDate: DAYS[0], quantity: 5, cost: 255_000, loan: 140_250 });
    const [, second] = book.days(DAY, DAYS[0]!);
    expect(second?.sales.map((sale) => [sale.loanDate, sale.quantity])).toEqual([
      [DAY, 100],
      [DAYS[0], 5],
    ]);
    book.audit();
  });

  it('does not sell shares held with cash, nor a loan twice', () => {
    const book = account(10_000_000, 'full', 50);
    trade(book, 'buy', 10, 50_000, ON_CREDIT);
    expect(trade(book, 'sell', 11, 50_000, ON_CREDIT)).toMatchObject({
      code: 'insufficient-shares',
      limit: 10,
    });
    const order = { instrument: SAMSUNG, side: 'sell', quantity: 7, reservePrice: 0 } as const;
    book.open('one', { ...order, credit: { loanDate: DAY } });
    expect(book.sellable('005930', ON_CREDIT)).toBe(3);
    expect(book.sellable('005930')).toBe(50);
    expect(trade(book, 'sell', 4, 50_000, { loanDate: DAY })).toMatchObject({ limit: 3 });
    // Three shares of the loan are free for an order on all loans; seven are spoken for.
    expect(trade(book, 'sell', 3, 50_000, ON_CREDIT)).toBeNull();
    book.fill('one', 50_000, 7);
    expect(book.held('005930')).toBe(50);
  });

  it('leaves of one loan what orders on all loans do not need', () => {
    const book = account(20_000_000, 'full');
    trade(book, 'buy', 10, 50_000, ON_CREDIT);
    book.startDay(DAYS[0]!);
    trade(book, 'buy', 5, 50_000, ON_CREDIT);
    const order = { instrument: SAMSUNG, side: 'sell', quantity: 8, reservePrice: 0 } as const;
    book.open('all', { ...order, credit: ON_CREDIT });
    expect([DAY, DAYS[0]!].map((loanDate) => book.sellable('005930', { loanDate }))).toEqual([7, 5]);
    expect(book.sellable('005930', ON_CREDIT)).toBe(7);
  });

  it('is refused for what is not lent on, and beyond the limit', () => {
    const book = account(2_000_000_000, 'full');
    expect(trade(book, 'buy', 1, 40_000, ON_CREDIT, ETF)).toMatchObject({ code: 'credit-not-allowed' });
    expect(trade(book, 'buy', 40_000, 50_000, ON_CREDIT)).toEqual({
      ok: false,
      code: 'loan-limit',
      limit: 1_000_000_000,
      actual: 1_100_000_000,
    });
  });

  it('may be owed up to the limit on the point, and an order that is changed counts once', () => {
    const book = account(2_000_000_000, 'full');
    const order = { instrument: SAMSUNG, side: 'buy', quantity: 1, credit: ON_CREDIT } as const;
    // 55 % of them is lent, cut to whole won
    const whole = { ...order, reservePrice: 1_818_181_819 };
    const more = { ...order, reservePrice: 1_818_181_820 };
    const refused = { code: 'loan-limit', limit: 1_000_000_000, actual: 1_000_000_001 };
    expect(book.refusal(more)).toMatchObject(refused);
    expect(book.refusal(whole)).toBeNull();
    book.open('one', whole);
    expect(book.refusal({ ...order, reservePrice: 40_000 })).toMatchObject({ code: 'loan-limit' });
    expect(book.refusalOfChange('one', whole)).toBeNull();
    expect(book.refusalOfChange('one', more)).toMatchObject(refused);
  });

  it.each([
    ['2026-11-23', 0],
    ['2026-11-30', 1_035],
    ['2026-12-01', 1_841],
    ['2027-02-23', 23_441],
  ])('costs interest by the days up to %s', (to, interest) => {
    expect(loanInterest(1_000_000, DAY, to)).toBe(interest);
  });

  it('counts calendar days', () => {
    expect(daysBetween('2026-12-30', '2027-01-04')).toBe(5);
  });
});

describe('the journal', () => {
  it('books a trade when it settles, and its last balance is the settled cash', () => {
    const book = account(5_000_000, 'full', 10);
    trade(book, 'buy', 10, 50_000);
    trade(book, 'sell', 5, 52_000);
    book.pay(1_000_000);
    expect(book.pay(-9_000_000)).toBe(false);
    book.startDay(DAYS[0]!);
    book.startDay(DAYS[1]!);
    const entries = book.history.entries(DAY, DAYS[1]!);
    expect(entries.map(({ date, kind, amount }) => [date, kind, amount])).toEqual([
      [DAY, 'deposit', 5_000_000],
      [DAY, 'shares-in', 0],
      [DAY, 'deposit', 1_000_000],
      [DAYS[1], 'buy', -500_070],
      [DAYS[1], 'sell', 260_000 - 30 - 520],
    ]);
    expect(entries.at(-1)).toMatchObject({ balance: book.funds().today, number: 5, trade: { held: 15 } });
  });
});

it('the closed day before a date is not that of the date itself', () => {
  const book = account(1_000_000);
  book.startDay(DAYS[0]!);
  book.startDay(DAYS[1]!);
  const dates = [DAY, DAYS[0]!, DAYS[1]!].map((date) => book.history.before(date)?.date);
  expect(dates).toEqual([undefined, DAY, DAYS[0]]);
});

describe('an account that keeps no past', () => {
  it('settles as one that does, and forgets the days once they have', () => {
    const opening = { cash: 5_000_000, costs: REAL_COSTS, tradeDate: DAY };
    const [whole, lean] = [true, false].map((keepsPast) => new AccountBook({ ...opening, keepsPast }));
    for (const date of DAYS) {
      for (const book of [whole!, lean!]) {
        trade(book, 'buy', 10, 50_000);
        trade(book, 'sell', 5, 51_000);
        book.startDay(date);
      }
    }
    expect(lean!.funds()).toEqual(whole!.funds());
    expect([whole!, lean!].map(({ history }) => history.days.length)).toEqual([5, 2]);
    expect(lean!.history.entries(DAY, '2026-12-31').length).toBeLessThan(2);
  });
});

describe('a saved account', () => {
  it('is the same account, with its loans, sales and past', () => {
    const book = account(9_000_000, 'by-instrument', 20);
    trade(book, 'buy', 30, 50_000, ON_CREDIT);
    book.startDay(DAYS[0]!);
    trade(book, 'buy', 5, 50_000, ON_CREDIT);
    trade(book, 'sell', 12, 51_000, ON_CREDIT);
    trade(book, 'sell', 3, 51_000);
    const again = AccountBook.restore(JSON.parse(JSON.stringify(book.save())), REAL_COSTS);
    expect(again.save()).toEqual(book.save());
    const prices = () => ({ last: 50_000, previousClose: 50_000 });
    again.money.valueBy(prices);
    for (const one of [book, again]) {
      trade(one, 'sell', 10, 52_000, ON_CREDIT);
      one.startDay(DAYS[1]!);
    }
    expect(again.positions(prices)).toEqual(book.positions(prices));
    expect(again.funds()).toEqual(book.funds());
  });
});
