// Which trade types each market takes at which time of its day: the table of krx-rules 3.3, asked of a running exchange.

import { describe, expect, it } from 'vitest';
import type { NewOrder, OrderTerms } from '#exchange/contract.ts';
import { isTradedOnNxt, takesTerms, tradedPhase } from '#exchange/orders/order-validity.ts';
import { OTHER, order, orderOf, quietExchange, send } from '../quiet-market.ts';
import { ACCOUNT, ECOPRO, moment, SAMSUNG } from '../support.ts';

/** Trade types by their codes in the guide. */
const TYPES: Readonly<Record<string, readonly [OrderTerms, NewOrder['timeInForce']]>> = {
  '0': [{ type: 'limit', price: 71_000 }, 'day'],
  '3': [{ type: 'market' }, 'day'],
  '5': [{ type: 'conditional-limit', price: 71_000 }, 'day'],
  '6': [{ type: 'best-counter' }, 'day'],
  '7': [{ type: 'best-own' }, 'day'],
  '10': [{ type: 'limit', price: 71_000 }, 'ioc'],
  '13': [{ type: 'market' }, 'ioc'],
  '16': [{ type: 'best-counter' }, 'ioc'],
  '20': [{ type: 'limit', price: 71_000 }, 'fok'],
  '23': [{ type: 'market' }, 'fok'],
  '26': [{ type: 'best-counter' }, 'fok'],
  '28': [{ type: 'stop-limit', price: 71_000, stop: 72_000 }, 'day'],
  '29': [{ type: 'mid-price' }, 'day'],
  '30': [{ type: 'mid-price' }, 'ioc'],
  '31': [{ type: 'mid-price' }, 'fok'],
  '61': [{ type: 'opening-fixed' }, 'day'],
  '62': [{ type: 'after-hours-limit', price: 71_000 }, 'day'],
  '81': [{ type: 'closing-fixed' }, 'day'],
};
const CONTINUOUS = '0 3 5 6 7 10 13 16 20 23 26 28 29 30 31';
const EVENING = '0 6 7 10 16 20 26';
const NXT_EVENING = '0 6 7 10 13 16 20 23 26';
const NOW = '2026-11-23';

describe('trade types', () => {
  it.each<{ venue: 'KRX' | 'NXT' | 'SOR'; at: string; takes: string; date?: string; nxt?: boolean }>([
    { venue: 'KRX', at: '0829', takes: '' },
    { venue: 'KRX', at: '0835', takes: '0 3 5 61' },
    { venue: 'KRX', at: '0845', takes: '0 3 5' },
    { venue: 'KRX', at: '1000', takes: CONTINUOUS },
    { venue: 'KRX', at: '1525', takes: '0 3' },
    { venue: 'KRX', at: '1532', takes: '81' },
    { venue: 'KRX', at: '1559', takes: '81' },
    { venue: 'KRX', at: '1700', takes: EVENING },
    { venue: 'KRX', at: '2001', takes: '' },
    { venue: 'NXT', at: '0755', takes: '' },
    { venue: 'NXT', at: '0810', takes: NXT_EVENING },
    { venue: 'NXT', at: '0855', takes: '' },
    { venue: 'NXT', at: '1000', takes: `${NXT_EVENING} 28 29 30 31` },
    { venue: 'NXT', at: '1459', takes: `${NXT_EVENING} 28 29 30 31` },
    { venue: 'NXT', at: '1500', takes: `${NXT_EVENING} 28 29 30 31 81` },
    { venue: 'NXT', at: '1525', takes: '81' },
    { venue: 'NXT', at: '1535', takes: '0 81' },
    { venue: 'NXT', at: '1559', takes: `${NXT_EVENING} 81` },
    { venue: 'NXT', at: '1600', takes: NXT_EVENING },
    { venue: 'NXT', at: '1500', date: '2025-03-04', takes: `${NXT_EVENING} 28 29 30 31 81` },
    // an exam day, on which everything but the last end is an hour later
    { venue: 'NXT', at: '1559', date: '2025-11-13', takes: `${NXT_EVENING} 28 29 30 31` },
    { venue: 'NXT', at: '1625', date: '2025-11-13', takes: '81' },
    { venue: 'NXT', at: '1659', date: '2025-11-13', takes: `${NXT_EVENING} 81` },
    { venue: 'NXT', at: '1700', date: '2025-11-13', takes: NXT_EVENING },
    { venue: 'NXT', at: '1525', date: '2026-01-02', takes: '81' },
    { venue: 'KRX', at: '1510', takes: CONTINUOUS },
    { venue: 'SOR', at: '1510', takes: '0 3 6 7 10 13 16 20 23 26' },
    { venue: 'NXT', at: '1700', takes: NXT_EVENING },
    { venue: 'SOR', at: '0810', takes: NXT_EVENING },
    { venue: 'SOR', at: '0835', takes: '0 3 6 7 10 13 16 20 23 26' },
    { venue: 'SOR', at: '1000', takes: '0 3 6 7 10 13 16 20 23 26' },
    { venue: 'SOR', at: '1545', takes: NXT_EVENING },
    { venue: 'SOR', at: '1700', date: '2026-09-11', takes: NXT_EVENING },
    { venue: 'KRX', at: '1700', date: '2026-09-11', nxt: false, takes: '62' },
    { venue: 'KRX', at: '1700', date: '2026-09-11', takes: '' },
    { venue: 'KRX', at: '1700', date: '2025-02-28', takes: '62' },
    { venue: 'KRX', at: '1700', date: '2026-09-14', takes: EVENING },
    { venue: 'KRX', at: '1000', date: '2025-03-03', takes: '' },
    { venue: 'KRX', at: '1000', date: '2025-02-28', takes: '0 3 5 6 7 10 13 16 20 23 26' },
    { venue: 'NXT', at: '1000', date: '2025-02-28', takes: '' },
    { venue: 'KRX', at: '0745', date: '2019-04-26', takes: '61' },
    { venue: 'KRX', at: '0835', date: '2019-04-26', takes: '0 3 5' },
  ])('$venue at $at takes $takes', ({ venue, at, takes, date = NOW, nxt = true }) => {
    const isClosed = date === '2025-03-03';
    const exchange = quietExchange(at, { firstTradingDay: isClosed ? '2025-02-28' : date, nxt });
    if (isClosed) exchange.advanceTo(moment(at, date));
    const taken = Object.entries(TYPES).flatMap(([code, [terms, timeInForce]]) => {
      const answer = exchange.orders.submit(ACCOUNT, order('buy', 1, terms, { timeInForce, venue }));
      return answer.ok ? [code] : [];
    });
    expect(taken.sort()).toEqual(takes.split(' ').filter(Boolean).sort());
  });

  it('of an ELW are limit orders', () => {
    const place = {
      venue: 'KRX',
      stage: 'continuous',
      phase: 'continuous',
      kind: 'elw',
      range: 'all',
      date: NOW,
    } as const;
    expect(takesTerms(place, 'limit/day')).toBe(true);
    expect(takesTerms(place, 'market/day')).toBe(false);
  });
});

it('NXT trades shares of KOSPI and KOSDAQ since it opened', () => {
  const etf = { ...SAMSUNG, kind: 'etf' as const };
  expect(isTradedOnNxt(SAMSUNG, '2025-03-04')).toBe(true);
  expect(isTradedOnNxt(ECOPRO, '2025-03-04')).toBe(true);
  expect(isTradedOnNxt(SAMSUNG, '2025-02-28')).toBe(false);
  expect(isTradedOnNxt(etf, NOW)).toBe(false);
  expect(isTradedOnNxt({ ...SAMSUNG, market: 'KONEX' }, NOW)).toBe(false);
});

describe('NXT', () => {
  it('has a book of its own, whose orders live until the evening', () => {
    const exchange = quietExchange('1000');
    const there = send(exchange, ACCOUNT, order('sell', 5, 71_000, { venue: 'NXT' }));
    const here = send(exchange, OTHER, order('buy', 5, 71_000));
    expect([orderOf(exchange, there).filled, orderOf(exchange, here).filled]).toEqual([0, 0]);
    expect(exchange.market.book('005930', 'NXT')!.asks).toEqual([{ price: 71_000, quantity: 5 }]);
    exchange.advanceTo(moment('1700'));
    expect(orderOf(exchange, here).status).toBe('expired');
    send(exchange, OTHER, order('buy', 2, 71_000, { venue: 'NXT' }));
    expect(orderOf(exchange, there)).toMatchObject({ filled: 2, remaining: 3, routedTo: 'NXT' });
    expect(exchange.orders.fillsOf(ACCOUNT, NOW)).toMatchObject([{ venue: 'NXT' }]);
    exchange.advanceTo(moment('2000'));
    expect(orderOf(exchange, there).status).toBe('expired');
    // it makes neither the close nor the base price of KRX
    expect(exchange.market.day('005930')).toMatchObject({ open: null, close: null });
  });

  it('opens its evening with an auction at 15:40', () => {
    const exchange = quietExchange('1535');
    const sell = send(exchange, ACCOUNT, order('sell', 5, 70_900, { venue: 'NXT' }));
    send(exchange, OTHER, order('buy', 5, 71_100, { venue: 'NXT' }));
    exchange.advanceTo(moment('153959'));
    expect(orderOf(exchange, sell).filled).toBe(0);
    exchange.advanceTo(moment('154000'));
    expect(orderOf(exchange, sell)).toMatchObject({ filled: 5, filledAmount: 5 * 71_000 });
  });
});

describe('SOR', () => {
  it.each([
    { name: 'the better ask', side: 'buy', krx: 71_200, nxt: 71_100, terms: 71_300, to: 'NXT' },
    { name: 'KRX when asks are equal', side: 'buy', krx: 71_100, nxt: 71_100, terms: 71_300, to: 'KRX' },
    { name: 'KRX when it would not trade', side: 'buy', krx: 71_200, nxt: 71_100, terms: 71_000, to: 'KRX' },
    { name: 'the better bid', side: 'sell', krx: 70_800, nxt: 70_900, terms: 70_000, to: 'NXT' },
    { name: 'KRX with the better bid', side: 'sell', krx: 70_900, nxt: 70_800, terms: 70_000, to: 'KRX' },
  ] as const)('goes to $name', ({ side, krx, nxt, terms, to }) => {
    const exchange = quietExchange('1000');
    const counter = side === 'buy' ? 'sell' : 'buy';
    send(exchange, OTHER, order(counter, 10, krx, { venue: 'KRX' }));
    send(exchange, OTHER, order(counter, 10, nxt, { venue: 'NXT' }));
    const orderNo = send(exchange, ACCOUNT, order(side, 5, terms, { venue: 'SOR' }));
    expect(orderOf(exchange, orderNo)).toMatchObject({ venue: 'SOR', routedTo: to });
  });

  it('leaves a resting market order to KRX, and goes to NXT while only that is open', () => {
    const exchange = quietExchange('1000');
    send(exchange, OTHER, order('sell', 10, 71_100, { venue: 'NXT' }));
    const market = send(exchange, ACCOUNT, order('buy', 5, { type: 'market' }, { venue: 'SOR' }));
    expect(orderOf(exchange, market).routedTo).toBe('KRX');
    const early = quietExchange('0810');
    const orderNo = send(early, ACCOUNT, order('buy', 5, 71_000, { venue: 'SOR' }));
    expect(orderOf(early, orderNo).routedTo).toBe('NXT');
  });

  it('needs NXT to be there', () => {
    const exchange = quietExchange('0810', { nxt: false });
    expect(exchange.market.day('005930', 'NXT')).toBeNull();
    for (const [venue, code] of [
      ['SOR', 'market-not-open'],
      ['NXT', 'trading-restricted'],
    ] as const) {
      expect(exchange.orders.submit(ACCOUNT, order('buy', 5, 71_000, { venue }))).toMatchObject({ code });
    }
  });
});

describe('the evening of an instrument (krx-rules 3.1)', () => {
  const share = { venue: 'KRX', kind: 'stock', isByAuctions: false, isOnNxt: false } as const;
  it.each([
    { name: 'a share', terms: share, market: 'after-market', auctions: 'after-hours' },
    {
      name: 'a share that is on NXT',
      terms: { ...share, isOnNxt: true },
      market: 'after-market',
      auctions: 'closed',
    },
    { name: 'a fund', terms: { ...share, kind: 'etf' }, market: 'closed', auctions: 'after-hours' },
    { name: 'an ELW', terms: { ...share, kind: 'elw' }, market: 'closed', auctions: 'after-hours' },
    {
      name: 'what trades by auctions',
      terms: { ...share, isByAuctions: true },
      market: 'closed',
      auctions: 'after-hours',
    },
    {
      name: 'what trades by auctions, on NXT',
      terms: { ...share, venue: 'NXT', isByAuctions: true, isOnNxt: true },
      market: 'after-market',
      auctions: 'after-hours',
    },
  ] as const)(
    'of $name: the after-market is $market, its auctions are $auctions',
    ({ terms, market, auctions }) => {
      expect(tradedPhase('after-market', terms)).toBe(market);
      expect(tradedPhase('after-hours', terms)).toBe(auctions);
      expect(tradedPhase('continuous', terms)).toBe('continuous');
    },
  );
});
