// The account's arithmetic against Kiwoom's own samples, and its laws: no won and no share is ever lost, and what may be
// ordered can always be paid.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CostSchedule, commissionFor, REAL_COSTS, sellTax, sellTaxRates } from '#domain/costs.ts';
import type { Instrument } from '#domain/instrument.ts';
import { AccountBook } from '#exchange/accounts/account.ts';
import { buyReserve } from '#exchange/accounts/margin/reservations.ts';

const SAMSUNG: Instrument = {
  symbol: '005930',
  name: '삼성전자',
  market: 'KOSPI',
  kind: 'stock',
  leverage: 1,
};
const ECOPRO: Instrument = {
  symbol: '247540',
  name: '에코프로비엠',
  market: 'KOSDAQ',
  kind: 'stock',
  leverage: 1,
};
const ETF: Instrument = { symbol: '069500', name: 'KODEX 200', market: 'KOSPI', kind: 'etf', leverage: 1 };

function account(cash: number, costs: CostSchedule = REAL_COSTS, tradeDate = '2024-11-27'): AccountBook {
  return new AccountBook({ cash, costs, tradeDate });
}

describe('Kiwoom’s samples', () => {
  it.each([
    {
      quantity: 3,
      cost: 373_500,
      last: 59_000,
      buyCommission: 50,
      sellCommission: 20,
      tax: 318,
      profit: -196_888,
    },
    {
      quantity: 8,
      cost: 1_673_430,
      last: 85_000,
      buyCommission: 250,
      sellCommission: 100,
      tax: 1_224,
      profit: -995_004,
    },
  ])('values $quantity shares as kt00018 does', ({ quantity, cost, last, ...expected }) => {
    // given shares held since before; the tax of the sample is 0.18 %
    const book = new AccountBook({
      cash: 0,
      costs: REAL_COSTS,
      tradeDate: '2024-11-27',
      holdings: [{ instrument: SAMSUNG, quantity, cost }],
    });
    // when they are valued
    const holding = book.positions(() => ({ last, previousClose: 45_400 }))[0];
    // then every line is the guide's
    expect(holding).toMatchObject({
      ...expected,
      quantity,
      cost,
      sellable: quantity,
      value: quantity * last,
    });
  });

  it('realises profit as ka10074 does: three sales of one share at 158,200 in a 0.2 % account', () => {
    // given three shares that cost 292,809
    const book = new AccountBook({
      cash: 0,
      costs: { commissionPpm: 2_000, sellTax: null },
      tradeDate: '2024-11-28',
      holdings: [{ instrument: SAMSUNG, quantity: 3, cost: 292_809 }],
    });
    // when they are sold one by one
    const costs = [1, 2, 3].map(() => book.book(SAMSUNG, 'sell', 158_200, 1));
    // then commission is cut once for the day, tax for each sale
    expect(costs.map(({ commission }) => commission)).toEqual([310, 320, 310]);
    expect(costs.map(({ tax }) => tax)).toEqual([284, 284, 284]);
    expect(book.realised('2024-11-28', '2024-11-28')).toEqual([
      { date: '2024-11-28', buyAmount: 0, sellAmount: 474_600, profit: 179_419, commission: 940, tax: 852 },
    ]);
  });
});

describe('cash', () => {
  it('settles two trading days after the trade', () => {
    const book = account(1_000_000);
    book.book(ETF, 'buy', 30_000, 10); // 300,000 and 40 commission
    expect(book.cashView()).toMatchObject({ today: 1_000_000, d1: 1_000_000, d2: 699_960, d2Buy: 300_040 });
    book.startDay('2024-11-28');
    book.book(ETF, 'sell', 31_000, 10); // 310,000 less 40
    expect(book.cashView()).toMatchObject({
      today: 1_000_000,
      d1: 699_960,
      d2: 1_009_920,
      d1Buy: 300_040,
      d2Sell: 309_960,
    });
    book.startDay('2024-11-29');
    expect(book.cashView()).toMatchObject({ today: 699_960, d1: 1_009_920, d2: 1_009_920 });
    book.startDay('2024-12-02');
    expect(book.cashView()).toMatchObject({
      today: 1_009_920,
      d1: 1_009_920,
      d2: 1_009_920,
      d1Sell: 0,
      d2Sell: 0,
    });
  });

  it('lets the proceeds of a sale be ordered with on the same day', () => {
    const book = new AccountBook({
      cash: 0,
      costs: REAL_COSTS,
      tradeDate: '2024-11-27',
      holdings: [{ instrument: ETF, quantity: 10, cost: 300_000 }],
    });
    expect(book.orderable(30_000).quantity).toBe(0);
    book.book(ETF, 'sell', 30_000, 10);
    expect(book.orderable(30_000)).toEqual({ quantity: 9, amount: 299_960 });
  });
});

describe('reservations', () => {
  it('tie up the limit price of a buy and free it as the order fills or ends', () => {
    const book = account(1_000_000);
    book.open('1', { instrument: SAMSUNG, side: 'buy', quantity: 10, reservePrice: 60_000 });
    expect(book.cashView()).toMatchObject({ reserved: 600_100, orderable: 399_900 });
    book.fill('1', 59_000, 4);
    expect(book.cashView()).toMatchObject({ reserved: 360_060, d2: 1_000_000 - 236_030 });
    book.close('1');
    expect(book.cashView()).toMatchObject({ reserved: 0, orderable: 763_970 });
  });

  it('tie up the shares of a sell', () => {
    const book = account(1_000_000);
    book.book(SAMSUNG, 'buy', 60_000, 10);
    book.open('2', { instrument: SAMSUNG, side: 'sell', quantity: 6, reservePrice: 61_000 });
    expect(book.sellable('005930')).toBe(4);
    book.reduce('2', 2);
    expect(book.sellable('005930')).toBe(6);
    book.fill('2', 61_000, 4);
    expect([book.held('005930'), book.sellable('005930')]).toEqual([6, 6]);
  });
});

describe('laws', () => {
  it('kt00011 allows exactly what can be paid', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom(0, 150, 3_500),
        (cash, price, commissionPpm) => {
          const book = account(cash, { commissionPpm, sellTax: null });
          const { quantity } = book.orderable(price);
          expect(quantity === 0 || buyReserve(price * quantity, commissionPpm) <= cash).toBe(true);
          expect(buyReserve(price * (quantity + 1), commissionPpm)).toBeGreaterThan(cash);
          if (quantity > 0) book.book(SAMSUNG, 'buy', price, quantity);
          expect(book.settledCash).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('books any trades as a plain recount of them does', () => {
    const trade = fc.record({
      instrument: fc.constantFrom(SAMSUNG, ECOPRO, ETF),
      side: fc.constantFrom('buy' as const, 'sell' as const),
      price: fc.integer({ min: 1_000, max: 200_000 }),
      quantity: fc.integer({ min: 1, max: 500 }),
      isNewDay: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(trade, { maxLength: 60 }), (trades) => {
        const start = 10_000_000_000;
        const book = account(start, REAL_COSTS, '2026-01-05');
        const held = new Map<string, number>();
        const amounts = new Map<string, number>();
        let cash = start;
        let day = 5;
        for (const { instrument, side, price, quantity, isNewDay } of trades) {
          if (isNewDay) book.startDay(`2026-01-${String(++day).padStart(2, '0')}`);
          const { symbol, market, kind } = instrument;
          const before = held.get(symbol) ?? 0;
          if (side === 'sell' && before < quantity) continue;
          book.book(instrument, side, price, quantity);
          held.set(symbol, before + (side === 'buy' ? quantity : -quantity));
          const key = `${day} ${symbol} ${side}`;
          const traded = amounts.get(key) ?? 0;
          amounts.set(key, traded + price * quantity);
          const commission = commissionFor(traded + price * quantity, 150) - commissionFor(traded, 150);
          const tax =
            side === 'sell' ? sellTax(price * quantity, sellTaxRates(market, kind, '2026-01-05')) : 0;
          cash += (side === 'buy' ? -1 : 1) * price * quantity - commission - tax;
          book.audit();
        }
        expect(book.settledCash).toBe(cash);
        for (const [symbol, quantity] of held) expect(book.held(symbol)).toBe(quantity);
        // the two lists of the broker are sums over the same trades
        for (const row of book.realised('2026-01-01', '2026-12-31')) {
          const rows = book.dayTrades(row.date);
          expect(rows.reduce((sum, one) => sum + one.profit, 0)).toBe(row.profit);
          expect(rows.reduce((sum, one) => sum + one.commissionAndTax, 0)).toBe(row.commission + row.tax);
          expect(rows.reduce((sum, one) => sum + one.buyAmount, 0)).toBe(row.buyAmount);
          expect(rows.reduce((sum, one) => sum + one.sellAmount, 0)).toBe(row.sellAmount);
        }
        // and a saved book is the same book
        expect(AccountBook.restore(JSON.parse(JSON.stringify(book.save())), REAL_COSTS).save()).toEqual(
          book.save(),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('leaves no cost behind when the last share is sold', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 }), (sales) => {
        const book = account(1_000_000_000);
        const total = sales.reduce((sum, quantity) => sum + quantity, 0);
        book.book(SAMSUNG, 'buy', 33_333, total);
        for (const quantity of sales) book.book(SAMSUNG, 'sell', 40_000, quantity);
        expect(book.costOf('005930')).toBe(0);
        book.audit();
      }),
    );
  });
});

it('a day tells what shares came in at, and no row of an instrument that was not traded', () => {
  const opening = { cash: 1_000_000, costs: REAL_COSTS, tradeDate: '2024-11-27' };
  const holdings = [SAMSUNG, ECOPRO].map((instrument) => ({ instrument, quantity: 10, cost: 700_000 }));
  const book = new AccountBook({ ...opening, holdings });
  book.book(ECOPRO, 'sell', 80_000, 1);
  const prices = () => ({ last: 80_000, previousClose: 80_000 });
  const [day] = book.dayViews('2024-11-27', '2024-11-27', () => prices);
  expect(day).toMatchObject({ sharesIn: 1_400_000, deposits: 1_000_000 });
  expect(day?.totals.map(({ symbol }) => symbol)).toEqual([ECOPRO.symbol]);
});
