// Books of a while ago, on the real exchange: what the account TRs show of a purchase under a stale answer, and that nothing
// else of the exchange is changed by the view.

import { expect, it } from 'vitest';
import { LaggedBooks } from '#adapters/kiwoom-server/faults/lagged-books.ts';
import { kstMoment } from '#domain/time.ts';
import { createExchange } from '#exchange/exchange.ts';

const DATE = '2026-03-03';
const LAG_MS = 40_000;

function world() {
  const exchange = createExchange({
    seed: 3,
    firstTradingDay: DATE,
    historyDays: 3,
    accounts: [{ id: '1', cash: 50_000_000 }],
  });
  const books = new LaggedBooks(exchange);
  exchange.listen((event) => books.see(event));
  exchange.advanceTo(kstMoment(DATE, '100000'));
  return { exchange, books };
}

it('show neither order nor shares nor money spent before the lag is over, and then all of them', () => {
  const { exchange, books } = world();
  const seen = () => {
    const view = books.view(LAG_MS);
    return {
      orders: view.orders.of('1', DATE).length,
      fills: view.orders.fillsOf('1', DATE).length > 0,
      shares: view.accounts.holdings('1').reduce((sum, { quantity }) => sum + quantity, 0),
      positions: view.accounts.positions('1').reduce((sum, { quantity }) => sum + quantity, 0),
      isPoorer: [view.accounts.cash('1').d2 < 50_000_000, view.accounts.funds('1').d2 < 50_000_000],
    };
  };
  const before = seen();
  expect(before).toEqual({ orders: 0, fills: false, shares: 0, positions: 0, isPoorer: [false, false] });
  exchange.orders.submit('1', {
    ...{ symbol: '005930', side: 'buy', quantity: 5, timeInForce: 'day' },
    pricing: { type: 'market' },
  });
  expect(exchange.accounts.holdings('1')).toHaveLength(1);
  expect(seen()).toEqual(before);
  exchange.advanceTo(exchange.now + LAG_MS - 1);
  expect(seen()).toEqual(before);
  exchange.advanceTo(exchange.now + 1);
  expect(seen()).toEqual({ orders: 1, fills: true, shares: 5, positions: 5, isPoorer: [true, true] });
});

it('are the exchange itself in everything else', () => {
  const { exchange, books } = world();
  const view = books.view(LAG_MS);
  expect([view.now, view.tradeDate, view.phase]).toEqual([exchange.now, exchange.tradeDate, exchange.phase]);
  expect(view.market.book('005930')).toEqual(exchange.market.book('005930'));
  expect(view.market.instruments()).toEqual(exchange.market.instruments());
});
