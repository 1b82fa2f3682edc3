// What actions do to an account, case by case, and against a model of it: no share and no won is made or lost.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { krxCalendar } from '#domain/calendar.ts';
import { REAL_COSTS } from '#domain/costs.ts';
import type { Instrument } from '#domain/instrument.ts';
import { AccountBook } from '#exchange/accounts/account.ts';
import type { CorporateAction } from '#exchange/corporate/corporate-action.ts';
import type { CorporateMorning } from '#exchange/corporate/corporate-morning.ts';
import { dividendTax } from '#exchange/corporate/dividend-tax.ts';
import { action } from './actions.ts';

const DAYS = krxCalendar.tradingDaysBetween('2026-11-23', '2026-12-18');
const [FIRST, SECOND, THIRD, FOURTH] = DAYS as readonly [string, string, string, string];
const SHARE: Instrument = { symbol: '005930', name: '삼성전자', market: 'KOSPI', kind: 'stock', leverage: 1 };
const FUND: Instrument = { symbol: '069500', name: 'KODEX 200', market: 'KOSPI', kind: 'etf', leverage: 1 };

/** A morning on which these begin, with one base price for everything. */
function morning(date: string, base: number, ...begun: readonly CorporateAction[]): CorporateMorning {
  const instrumentOf = ({ kind }: CorporateAction) => (kind === 'distribution' ? FUND : SHARE);
  return {
    date,
    begun: begun.map((one) => ({ instrument: instrumentOf(one), action: one })),
    baseOf: () => base,
  };
}

function holding(quantity: number, cost: number, instrument = SHARE, cash = 0): AccountBook {
  return new AccountBook({
    ...{ cash, costs: REAL_COSTS, tradeDate: FIRST, margin: 'by-instrument' },
    holdings: quantity === 0 ? [] : [{ instrument, quantity, cost }],
  });
}

function at(price: number): () => { readonly last: number; readonly previousClose: number } {
  return () => ({ last: price, previousClose: price });
}

/** Kinds and won of what the journal says of a day. */
function entriesOf(book: AccountBook, date: string): [kind: string, amount: number, quantity: number][] {
  return book.history
    .entries(date, date)
    .map(({ kind, amount, trade }) => [kind, amount, trade?.quantity ?? 0]);
}

describe('a split', () => {
  it('leaves cost and worth as they were: 10 shares at 71,000 are 50 at 14,200', () => {
    const book = holding(10, 650_000);
    const before = book.positions(at(71_000))[0]!;
    book.startDay(SECOND, morning(SECOND, 14_200, action('split', SECOND, '1:5')));
    const after = book.positions(at(14_200))[0]!;
    expect(after).toMatchObject({ quantity: 50, sellable: 50, cost: 650_000, boughtToday: 0, settled: 50 });
    expect([after.value, after.profit]).toEqual([before.value, before.profit]);
    expect(entriesOf(book, SECOND)).toEqual([
      ['exchanged-out', 0, 10],
      ['exchanged-in', 0, 50],
    ]);
    expect(book.cashView().today).toBe(0);
  });

  it('into fewer shares pays the fraction of a share at the base price', () => {
    // 27 shares that cost 2,700 are two and seven tenths of a share at 10,000
    const book = holding(27, 2_700);
    book.startDay(SECOND, morning(SECOND, 10_000, action('reverse-split', SECOND, '10:1')));
    expect(book.positions(at(10_000))[0]).toMatchObject({ quantity: 2, cost: 2_000 });
    expect(book.cashView().today).toBe(7_000);
    expect(entriesOf(book, SECOND)).toEqual([
      ['exchanged-out', 0, 27],
      ['exchanged-in', 0, 2],
      ['fraction', 7_000, 0],
    ]);
  });

  it('pays nothing that was due the day before', () => {
    // given a buy that cash did not pay when it was due
    const book = holding(27, 2_700, SHARE, 30_000);
    book.book(FUND, 'buy', 10_000, 4);
    book.startDay(SECOND);
    book.startDay(THIRD);
    expect(book.cashView().today).toBe(-10_000);
    book.startDay(FOURTH, morning(FOURTH, 100_000, action('reverse-split', FOURTH, '10:1')));
    expect(entriesOf(book, FOURTH).map(([kind]) => kind)).toContain('late-fee');
    expect(book.money.state.frozenThrough).not.toBeNull();
    expect(book.cashView().today).toBeGreaterThan(0);
  });

  it('for a reduction of capital is the same', () => {
    const book = holding(27, 2_700);
    book.startDay(SECOND, morning(SECOND, 10_000, action('capital-reduction', SECOND, '10:1')));
    expect(book.positions(at(10_000))[0]).toMatchObject({ quantity: 2, cost: 2_000 });
    expect(book.cashView().today).toBe(7_000);
  });

  it('may leave nothing but cash', () => {
    const book = holding(7, 2_100);
    book.startDay(SECOND, morning(SECOND, 10_000, action('reverse-split', SECOND, '10:1')));
    expect(book.positions(at(10_000))).toEqual([]);
    expect(book.cashView().today).toBe(7_000);
    book.startDay(THIRD);
    book.audit();
  });

  it('counts what was bought the day before in new shares', () => {
    const book = holding(0, 0, SHARE, 10_000_000);
    book.book(SHARE, 'buy', 71_000, 10);
    book.startDay(SECOND, morning(SECOND, 14_200, action('split', SECOND, '1:5')));
    expect(book.positions(at(14_200))[0]).toMatchObject({ quantity: 50, boughtYesterday: 50, settled: 0 });
    // the day before still says what it was
    const [day] = book.dayViews(FIRST, FIRST, () => at(71_000));
    expect(day?.positions[0]).toMatchObject({ quantity: 10, boughtToday: 10 });
    book.startDay(THIRD);
    expect(book.positions(at(14_200))[0]).toMatchObject({ boughtYesterday: 0, settled: 50 });
    expect(entriesOf(book, THIRD)).toEqual([['buy', -710_100, 10]]);
  });

  it('counts what was sold out of a loan the day before in new shares', () => {
    const book = holding(0, 0, SHARE, 10_000_000);
    const order = { instrument: SHARE, quantity: 10, reservePrice: 71_000, credit: { loanDate: null } };
    book.open('1', { ...order, side: 'buy' });
    book.fill('1', 71_000, 10);
    book.open('2', { ...order, side: 'sell', quantity: 4 });
    book.fill('2', 71_500, 4);
    book.startDay(SECOND, morning(SECOND, 14_200, action('split', SECOND, '1:5')));
    expect(book.positions(at(14_200))[0]).toMatchObject({
      ...{ loanDate: FIRST, quantity: 30, boughtYesterday: 50, soldYesterday: 20, settled: 0 },
    });
    // the sale itself stays what it was
    expect(book.dayViews(FIRST, FIRST, () => at(71_000))[0]?.sales[0]?.quantity).toBe(4);
  });

  it('is forgotten the next morning: what was traded after it is in new shares already', () => {
    const book = holding(10, 650_000, SHARE, 10_000_000);
    book.startDay(SECOND, morning(SECOND, 14_200, action('split', SECOND, '1:5')));
    expect(book.save().exchanged).toHaveLength(1);
    book.book(SHARE, 'buy', 14_200, 3);
    book.startDay(THIRD);
    expect(book.save().exchanged).toBeUndefined();
    expect(book.positions(at(14_200))[0]).toMatchObject({ quantity: 53, boughtYesterday: 3, settled: 50 });
  });

  it('counts in new shares what was sold out the day before and is bought again', () => {
    const book = holding(10, 650_000, SHARE, 10_000_000);
    book.book(SHARE, 'sell', 71_000, 10);
    book.startDay(SECOND, morning(SECOND, 14_200, action('split', SECOND, '1:5')));
    book.book(SHARE, 'buy', 14_200, 3);
    // fifty are still to be delivered to whom they were sold to
    expect(book.positions(at(14_200))[0]).toMatchObject({ quantity: 3, soldYesterday: 50, settled: 50 });
  });

  it('counts nothing as a substitute that has not settled, in new shares either', () => {
    const book = holding(0, 0, SHARE, 10_000_000);
    book.money.valueBy(at(14_200));
    book.book(SHARE, 'buy', 71_000, 10);
    book.startDay(SECOND, morning(SECOND, 14_200, action('split', SECOND, '1:5')));
    expect(book.funds().substitutes).toBe(0);
    book.startDay(THIRD);
    expect(book.funds().substitutes).toBeGreaterThan(0);
  });

  it('goes through loans: shares change, what is owed does not', () => {
    const book = holding(0, 0, SHARE, 10_000_000);
    book.money.valueBy(at(14_200));
    book.open('1', {
      instrument: SHARE,
      side: 'buy',
      quantity: 10,
      reservePrice: 71_000,
      credit: { loanDate: null },
    });
    book.fill('1', 71_000, 10);
    const { loan } = book.positions(at(71_000))[0]!;
    book.startDay(SECOND, morning(SECOND, 14_200, action('split', SECOND, '1:5')));
    expect(book.positions(at(14_200))[0]).toMatchObject({
      quantity: 50,
      loan,
      loanDate: FIRST,
      cost: 710_000,
    });
    expect(book.funds().securityShortage).toBe(0);
    expect(book.money.state.shortSince).toBeNull();
  });

  it('repays a loan of which less than a share is left', () => {
    const book = holding(0, 0, SHARE, 10_000_000);
    book.open('1', {
      instrument: SHARE,
      side: 'buy',
      quantity: 3,
      reservePrice: 10_000,
      credit: { loanDate: null },
    });
    book.fill('1', 10_000, 3);
    const { loan } = book.positions(at(10_000))[0]!;
    book.startDay(SECOND, morning(SECOND, 100_000, action('reverse-split', SECOND, '10:1')));
    expect(book.positions(at(100_000))).toEqual([]);
    expect(book.cashView().today).toBe(10_000_000 + 30_000 - loan);
    book.startDay(THIRD);
  });
});

describe('new shares', () => {
  const bonus = { ...action('bonus-issue', SECOND, '2:3'), deliveredOn: FOURTH };

  it('come on their own day, for those held when the right came off, a fraction in cash', () => {
    const book = holding(5, 100_000);
    book.startDay(SECOND, morning(SECOND, 13_340, bonus));
    expect(book.held(SHARE.symbol)).toBe(5);
    // who sells now keeps the right
    book.book(SHARE, 'sell', 13_340, 5);
    book.startDay(THIRD, morning(THIRD, 14_000));
    expect(book.held(SHARE.symbol)).toBe(0);
    book.startDay(FOURTH, morning(FOURTH, 15_000));
    expect(book.positions(at(15_000))[0]).toMatchObject({ quantity: 2, sellable: 2, cost: 0 });
    expect(entriesOf(book, FOURTH).filter(([kind]) => kind !== 'sell')).toEqual([
      ['bonus-shares', 0, 2],
      ['fraction', 7_500, 0],
    ]);
  });

  it('do not come to who buys without the right', () => {
    const book = holding(0, 0, SHARE, 1_000_000);
    book.startDay(SECOND, morning(SECOND, 13_340, bonus));
    book.book(SHARE, 'buy', 13_340, 10);
    book.startDay(THIRD);
    book.startDay(FOURTH, morning(FOURTH, 15_000));
    expect(book.held(SHARE.symbol)).toBe(10);
  });

  it('are no entry where only a fraction of a share comes', () => {
    const book = holding(1, 20_000);
    book.startDay(SECOND, morning(SECOND, 13_340, bonus));
    book.startDay(THIRD);
    book.startDay(FOURTH, morning(FOURTH, 15_000));
    expect(book.held(SHARE.symbol)).toBe(1);
    expect(entriesOf(book, FOURTH)).toEqual([['fraction', 7_500, 0]]);
  });

  it('are no claim of an account without shares', () => {
    const book = holding(0, 0, SHARE, 1_000_000);
    book.startDay(SECOND, morning(SECOND, 13_340, bonus));
    expect(book.save().claims).toBeUndefined();
  });

  it('are still to come after an account was saved and restored', () => {
    const book = holding(4, 100_000);
    book.startDay(SECOND, morning(SECOND, 13_340, bonus));
    const again = AccountBook.restore(JSON.parse(JSON.stringify(book.save())), REAL_COSTS);
    for (const one of [book, again]) {
      one.startDay(THIRD);
      one.startDay(FOURTH, morning(FOURTH, 15_000));
    }
    expect(again.held(SHARE.symbol)).toBe(6);
    expect(again.save()).toEqual(book.save());
  });
});

describe('cash', () => {
  it.each([
    { gross: 3_610, tax: 550 },
    { gross: 100_000, tax: 15_400 },
    { gross: 1_000, tax: 150 },
    { gross: 70, tax: 0 },
    { gross: 123_456_789, tax: 17_283_950 + 1_728_390 },
  ])('of $gross won loses $tax in taxes', ({ gross, tax }) => {
    expect(dividendTax(gross)).toBe(tax);
  });

  it.each([
    { kind: 'cash-dividend', instrument: SHARE, entry: 'dividend' },
    { kind: 'distribution', instrument: FUND, entry: 'distribution' },
  ] as const)('of a $kind comes on its day, less 15.4 %', ({ kind, instrument, entry }) => {
    const book = holding(10, 100_000, instrument);
    book.startDay(SECOND, morning(SECOND, 9_000, { ...action(kind, SECOND, 1_000), deliveredOn: THIRD }));
    expect(book.cashView().today).toBe(0);
    book.startDay(THIRD, morning(THIRD, 9_000));
    expect(book.cashView()).toMatchObject({ today: 8_460, d2: 8_460 });
    expect(book.history.entries(THIRD, THIRD)).toMatchObject([
      {
        ...{ kind: entry, amount: 8_460, balance: 8_460 },
        trade: { quantity: 10, amount: 10_000, incomeTax: 1_540, held: 10, symbol: instrument.symbol },
      },
    ]);
  });
});

/** Steps of the model: trades, mornings with an action, and quiet ones. */
const step = fc.oneof(
  fc.record({
    do: fc.constant('buy' as const),
    quantity: fc.integer({ min: 1, max: 50 }),
    credit: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('sell' as const),
    percent: fc.integer({ min: 1, max: 100 }),
    credit: fc.boolean(),
  }),
  fc.record({ do: fc.constant('day' as const) }),
  fc.record({
    do: fc.constant('act' as const),
    kind: fc.constantFrom('split', 'reverse-split', 'bonus-issue', 'cash-dividend'),
    before: fc.integer({ min: 1, max: 7 }),
    more: fc.integer({ min: 1, max: 7 }),
    after: fc.integer({ min: 0, max: 3 }),
  }),
);

describe('any course of days', () => {
  it('keeps every share and every won (model)', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const book = holding(0, 0, SHARE, 1_000_000_000);
        book.money.valueBy(at(10_000));
        let [day, orders, held] = [0, 0, 0];
        let toCome: { readonly on: number; readonly shares: number }[] = [];
        const nextDay = (...begun: CorporateAction[]): void => {
          day++;
          const arrived = toCome.filter(({ on }) => on <= day);
          toCome = toCome.filter(({ on }) => on > day);
          book.startDay(DAYS[day]!, morning(DAYS[day]!, 10_000, ...begun));
          held += arrived.reduce((sum, { shares }) => sum + shares, 0);
        };
        for (const one of steps) {
          if (day >= DAYS.length - 2) break;
          if (one.do === 'buy') {
            const credit = one.credit ? { loanDate: null } : null;
            const order = {
              instrument: SHARE,
              side: 'buy',
              quantity: one.quantity,
              reservePrice: 10_000,
              credit,
            } as const;
            if (book.refusal(order) !== null) continue;
            book.open(String(++orders), order);
            book.fill(String(orders), 10_000, one.quantity);
            held += one.quantity;
          } else if (one.do === 'sell') {
            const credit = one.credit ? { loanDate: null } : null;
            const quantity = Math.floor((book.sellable(SHARE.symbol, credit) * one.percent) / 100);
            if (quantity === 0) continue;
            book.open(String(++orders), {
              instrument: SHARE,
              side: 'sell',
              quantity,
              reservePrice: 10_000,
              credit,
            });
            book.fill(String(orders), 10_000, quantity);
            held -= quantity;
          } else if (one.do === 'day') {
            nextDay();
          } else {
            const { kind, before, more, after } = one;
            const on = DAYS[day + 1]!;
            const deliveredOn = DAYS[Math.min(day + 1 + after, DAYS.length - 1)]!;
            if (kind === 'cash-dividend') {
              nextDay({ ...action(kind, on, 100 * more), deliveredOn });
            } else if (kind === 'bonus-issue') {
              toCome.push({ on: day + 1 + after, shares: Math.floor((held * more) / before) });
              nextDay({ ...action(kind, on, `${before}:${before + more}`), deliveredOn });
            } else if (toCome.length === 0) {
              // shares are never exchanged while others are to come (draftFaults); each line drops its own fraction
              const ratio = kind === 'split' ? [before, before + more] : [before + more, before];
              const lines = book.positions(at(10_000)).map(({ quantity }) => quantity);
              held = lines.reduce((sum, quantity) => sum + Math.floor((quantity * ratio[1]!) / ratio[0]!), 0);
              nextDay(action(kind as 'split', on, ratio.join(':')));
            }
          }
          // then the account itself has no won too few or too many, and the shares are those of the model
          book.audit();
          expect(book.held(SHARE.symbol)).toBe(held);
          const journal = book.history.entries(DAYS[0]!, DAYS[day]!);
          const paid = journal.reduce((sum, { amount }) => sum + amount, 0);
          expect(book.cashView().today).toBe(paid);
          expect(AccountBook.restore(book.save(), REAL_COSTS).save()).toEqual(book.save());
        }
      }),
    );
  });

  it('of splits leaves the account worth what it was, to the won where prices have no fractions', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 2, max: 50 }),
        (quantity, factor) => {
          const book = holding(quantity * factor, 12_345, SHARE, 777);
          const worth = (price: number) =>
            book.cashView().d2 + book.positions(at(price)).reduce((sum, { value }) => sum + value, 0);
          const before = worth(1_000 * factor);
          book.startDay(SECOND, morning(SECOND, 1_000, action('split', SECOND, `1:${factor}`)));
          expect(worth(1_000)).toBe(before);
          book.startDay(THIRD, morning(THIRD, 7_000, action('reverse-split', THIRD, '7:1')));
          expect(worth(7_000)).toBe(before);
        },
      ),
    );
  });
});

describe('a rights issue', () => {
  it('asks for no money and brings no shares: the right lapses', () => {
    const book = holding(10, 400_000, SHARE, 1_000_000);
    const rights = { ...action('rights-issue', SECOND, '5:6'), discount: 25, deliveredOn: THIRD };
    for (const date of [SECOND, THIRD, FOURTH])
      book.startDay(date, morning(date, 38_350, ...begunOn(date, rights)));
    expect(book.positions(at(38_350))[0]).toMatchObject({ quantity: 10, cost: 400_000 });
    expect(book.cashView().today).toBe(1_000_000);
    expect(book.history.entries(SECOND, FOURTH)).toEqual([]);
  });
});

function begunOn(date: string, one: CorporateAction): CorporateAction[] {
  return one.on === date ? [one] : [];
}
