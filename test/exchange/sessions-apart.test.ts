// The sessions beside the book: at one price before the opening and after the close, and the auctions of the evening that ended
// in September 2026. The base price of 005930 is 71,000.

import { describe, expect, it } from 'vitest';
import type { OrderTerms } from '#exchange/contract.ts';
import { restoreExchange } from '#exchange/exchange.ts';
import {
  accepted,
  fillsOf,
  OTHER,
  order,
  orderOf,
  quietExchange,
  send,
  silentMarket,
  tradeAt,
} from './quiet-market.ts';
import { ACCOUNT, LISTINGS, listenTo, moment } from './support.ts';

describe('sessions at one price', () => {
  const MORNING: OrderTerms = { type: 'opening-fixed' };
  const EVENING: OrderTerms = { type: 'closing-fixed' };

  it('trade at the close of the day before, the first who came first', () => {
    const exchange = quietExchange('0830');
    const [first, second] = [1, 2].map(() => send(exchange, ACCOUNT, order('sell', 10, MORNING)));
    const buy = send(exchange, OTHER, order('buy', 15, MORNING));
    expect(fillsOf(exchange, buy)).toEqual([
      [71_000, 10],
      [71_000, 5],
    ]);
    expect([orderOf(exchange, first!).filled, orderOf(exchange, second!).filled]).toEqual([10, 5]);
    expect(exchange.market.day('005930')).toMatchObject({ last: null, open: null, volume: 15 });
  });

  it('end what is left of the morning at 08:40', () => {
    const exchange = quietExchange('0839', { market: silentMarket(true) });
    const orderNo = send(exchange, ACCOUNT, order('buy', 10, MORNING));
    exchange.advanceTo(moment('084001'));
    expect(orderOf(exchange, orderNo).status).toBe('expired');
    expect(exchange.accounts.cash(ACCOUNT).reserved).toBe(0);
  });

  it('gather after the close and trade at it from ten minutes later', () => {
    const exchange = quietExchange('1000');
    tradeAt(exchange, 71_300);
    exchange.advanceTo(moment('1535'));
    const sell = send(exchange, ACCOUNT, order('sell', 10, EVENING));
    const buy = send(exchange, OTHER, order('buy', 4, EVENING));
    expect(orderOf(exchange, buy).filled).toBe(0);
    exchange.advanceTo(moment('1539'));
    expect(exchange.orders.modify(ACCOUNT, sell, 10, 71_200)).toMatchObject({
      code: 'order-type-not-allowed',
    });
    accepted(exchange.orders.cancel(ACCOUNT, sell, 1));
    exchange.advanceTo(moment('154000'));
    expect(fillsOf(exchange, sell)).toEqual([[71_300, 4]]);
    exchange.advanceTo(moment('1601'));
    expect(orderOf(exchange, sell)).toMatchObject({ remaining: 0 });
    expect(['filled', 'expired']).toContain(orderOf(exchange, sell).status);
    // prices of the evening make no close
    expect(exchange.market.day('005930')).toMatchObject({ close: 71_300, high: 71_300 });
  });

  it('show what waits in them, and only while they are open', () => {
    const exchange = quietExchange('0830', { market: silentMarket(true) });
    send(exchange, ACCOUNT, order('sell', 10, MORNING));
    expect(exchange.market.fixedBook('005930')).toEqual({ totalAsk: 10, totalBid: 0 });
    for (const [at, waiting] of [
      ['0841', null],
      ['1000', null],
      ['1532', { totalAsk: 0, totalBid: 0 }],
      ['1600', null],
    ] as const) {
      exchange.advanceTo(moment(at));
      expect(exchange.market.fixedBook('005930')).toEqual(waiting);
    }
  });

  it('have others in them', () => {
    const exchange = quietExchange('1531');
    exchange.advanceTo(moment('1600'));
    expect(exchange.market.day('005930')!.volume).toBeGreaterThan(0);
    expect(exchange.market.dailyBars('005930')).toEqual([]);
  });
});

describe('the evening until September 2026', () => {
  const EVENING_DAY = '2026-09-11';
  const at = (price: number): OrderTerms => ({ type: 'after-hours-limit', price });

  it('holds an auction every ten minutes, within ten percent of the close', () => {
    const exchange = quietExchange('1602', {
      nxt: false,
      firstTradingDay: EVENING_DAY,
      market: silentMarket(true),
    });
    expect(exchange.phase).toBe('after-hours');
    const sell = send(exchange, ACCOUNT, order('sell', 10, at(71_500)));
    const buy = send(exchange, OTHER, order('buy', 4, at(72_000)));
    expect(exchange.orders.submit(ACCOUNT, order('buy', 1, at(78_200)))).toMatchObject({
      code: 'outside-price-limits',
      limit: 78_100,
    });
    exchange.advanceTo(moment('160959', EVENING_DAY));
    expect(fillsOf(exchange, buy)).toEqual([]);
    exchange.advanceTo(moment('161000', EVENING_DAY));
    expect(fillsOf(exchange, buy)).toEqual([[71_500, 4]]);
    // what is left stays for the next one
    send(exchange, OTHER, order('buy', 6, at(71_500)));
    exchange.advanceTo(moment('1620', EVENING_DAY));
    expect(orderOf(exchange, sell).status).toBe('filled');
    exchange.advanceTo(moment('1801', EVENING_DAY));
    // their prices are told apart: the current price stays what it was at the close
    expect(exchange.market.day('005930')).toMatchObject({ close: null, last: null, volume: 10 });
    expect(exchange.market.afterHours('005930')).toMatchObject({ last: 71_500, volume: 10 });
  });

  it('goes on for two minutes with an auction whose price is 3 % from the last one', () => {
    const exchange = quietExchange('1602', { nxt: false, firstTradingDay: EVENING_DAY });
    const events = listenTo(exchange);
    const cross = (price: number): string => {
      send(exchange, ACCOUNT, order('sell', 1, at(price)));
      return send(exchange, OTHER, order('buy', 1, at(price)));
    };
    const small = cross(73_100);
    exchange.advanceTo(moment('1610', EVENING_DAY));
    expect(fillsOf(exchange, small)).toEqual([[73_100, 1]]);
    const large = cross(75_300);
    exchange.advanceTo(moment('162159', EVENING_DAY));
    expect(fillsOf(exchange, large)).toEqual([]);
    expect(exchange.market.day('005930')!.stage).toBe('after-hours');
    const joins = send(exchange, OTHER, order('buy', 1, at(75_300)));
    exchange.advanceTo(moment('162231', EVENING_DAY));
    expect(fillsOf(exchange, large)).toEqual([[75_300, 1]]);
    const told = events.filter((event) => event.type === 'volatility-interruption');
    expect(told).toMatchObject([
      { state: 'triggered', kind: 'dynamic', price: 75_300, dynamicReference: 73_100, count: 1 },
      { state: 'released', price: 75_300 },
    ]);
    // the next one is held when it would have been
    send(exchange, ACCOUNT, order('sell', 1, at(75_300)));
    exchange.advanceTo(moment('162959', EVENING_DAY));
    expect(fillsOf(exchange, joins)).toEqual([]);
    exchange.advanceTo(moment('163000', EVENING_DAY));
    expect(fillsOf(exchange, joins)).toEqual([[75_300, 1]]);
  });

  it('goes on with such an auction after a restart', () => {
    const exchange = quietExchange('1602', { nxt: false, firstTradingDay: EVENING_DAY });
    send(exchange, ACCOUNT, order('sell', 1, at(75_300)));
    const buy = send(exchange, OTHER, order('buy', 1, at(75_300)));
    exchange.advanceTo(moment('1611', EVENING_DAY));
    const again = restoreExchange(exchange.save(), { listings: LISTINGS, market: silentMarket() });
    const filledAt = [exchange, again].map((each) => {
      each.advanceTo(moment('1615', EVENING_DAY));
      expect(fillsOf(each, buy)).toEqual([[75_300, 1]]);
      return each.orders.fillsOf(OTHER, EVENING_DAY)[0]!.at;
    });
    expect(filledAt[1]).toBe(filledAt[0]);
    expect(filledAt[0]).toBeGreaterThanOrEqual(moment('1612', EVENING_DAY));
  });

  it('begins each auction at the price of the one before', () => {
    const exchange = quietExchange('1602', { nxt: false, firstTradingDay: EVENING_DAY });
    send(exchange, ACCOUNT, order('sell', 1, at(72_000)));
    send(exchange, OTHER, order('buy', 1, at(72_000)));
    exchange.advanceTo(moment('1611', EVENING_DAY));
    // any price between the two would do
    send(exchange, ACCOUNT, order('sell', 1, at(70_500)));
    const buy = send(exchange, OTHER, order('buy', 1, at(72_500)));
    expect(exchange.market.book('005930')).toMatchObject({ expectedPrice: 72_000 });
    exchange.advanceTo(moment('1620', EVENING_DAY));
    expect(fillsOf(exchange, buy)).toEqual([[72_000, 1]]);
  });

  it('ends orders at 18:00', () => {
    const exchange = quietExchange('1602', { nxt: false, firstTradingDay: EVENING_DAY });
    const orderNo = send(exchange, ACCOUNT, order('sell', 10, at(71_500)));
    exchange.advanceTo(moment('1800', EVENING_DAY));
    expect(orderOf(exchange, orderNo).status).toBe('expired');
  });
});
