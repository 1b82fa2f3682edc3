// Rules of the market that stand alone, each with its number in krx-rules: closes without trades, the evening, NXT, expiry days,
// the bounds of one order, and priority at a daily limit.

import { describe, expect, it } from 'vitest';
import { isExpiryDay, krxCalendar } from '#domain/calendar.ts';
import { liquidationBounds } from '#domain/price-limit.ts';
import { dynamicThreshold } from '#exchange/day/volatility.ts';
import { type Exchange, restoreExchange } from '#exchange/exchange.ts';
import { modelMarket } from '#exchange/market/model/market-model.ts';
import { largestQuantity } from '#exchange/orders/order-rules.ts';
import { fillsOf, OTHER, order, quietExchange, send, silentMarket } from './quiet-market.ts';
import { ACCOUNT, DAY, ECOPRO, LISTINGS, moment, NEXT_DAY, SAMSUNG } from './support.ts';

const SYMBOL = SAMSUNG.symbol;
const BASE = 71_000;
const copyOf = (exchange: Exchange) => JSON.parse(JSON.stringify(exchange.save()));

describe('the close of a day without trades (krx-rules 2, 7.2: 기세)', () => {
  it.each([
    { name: 'a bid above the base price', orders: [['buy', 72_000]], base: 72_000 },
    {
      name: 'the best of such bids',
      orders: [
        ['buy', 71_500],
        ['buy', 72_000],
      ],
      base: 72_000,
    },
    { name: 'an ask below it', orders: [['sell', 69_900]], base: 69_900 },
    {
      name: 'a bid above it although there are asks',
      orders: [
        ['buy', 71_500],
        ['sell', 72_000],
      ],
      base: 71_500,
    },
    { name: 'no bid at or below it', orders: [['buy', 71_000]], base: BASE },
    { name: 'no ask above it', orders: [['sell', 71_500]], base: BASE },
    { name: 'nothing of an empty book', orders: [], base: BASE },
  ] as const)('is $name', ({ orders, base }) => {
    const exchange = quietExchange('1000');
    for (const [side, price] of orders) send(exchange, OTHER, order(side, 10, price));
    exchange.advanceTo(moment('1535'));
    const standing = base === BASE ? null : base;
    expect(exchange.market.day(SYMBOL)).toMatchObject({ open: null, close: standing, last: standing });
    exchange.advanceTo(moment('1000', NEXT_DAY));
    expect(exchange.market.day(SYMBOL)!.reference.base).toBe(base);
    expect(exchange.market.dailyBars(SYMBOL)).toEqual([]);
  });

  it('is not a quote once there was a trade, and not one of a halted name', () => {
    const exchange = quietExchange('1000');
    send(exchange, OTHER, order('sell', 1, 70_900));
    send(exchange, OTHER, order('buy', 1, 70_900));
    send(exchange, OTHER, order('buy', 10, 72_000));
    send(exchange, OTHER, order('buy', 10, 170_000, { symbol: ECOPRO.symbol }));
    exchange.market.halt(ECOPRO.symbol, null);
    exchange.advanceTo(moment('1000', NEXT_DAY));
    expect(exchange.market.day(SYMBOL)!.reference.base).toBe(70_900);
    expect(exchange.market.day(ECOPRO.symbol)!.reference.base).toBe(168_000);
  });

  it('is what the session after the close trades at, and goes through saving', () => {
    const first = quietExchange('1000');
    send(first, OTHER, order('buy', 10, 72_000));
    first.advanceTo(moment('1535'));
    const second = restoreExchange(copyOf(first), { listings: LISTINGS, market: silentMarket() });
    for (const exchange of [first, second]) {
      expect(exchange.market.day(SYMBOL)).toMatchObject({ close: 72_000 });
      exchange.advanceTo(moment('1000', NEXT_DAY));
      expect(exchange.market.day(SYMBOL)!.reference.base).toBe(72_000);
    }
    const third = restoreExchange(copyOf(first), { listings: LISTINGS, market: silentMarket() });
    third.advanceTo(moment('1000', '2026-11-25'));
    expect(third.market.day(SYMBOL)!.reference.base).toBe(72_000);
  });
});

describe('a base price (krx-rules 2)', () => {
  it.each([
    { name: 'on the grid stays', symbol: SAMSUNG, date: DAY, close: 71_000, base: 71_000 },
    {
      name: 'at half a tick is raised to the next one',
      symbol: SAMSUNG,
      date: DAY,
      close: 71_050,
      base: 71_100,
    },
    {
      name: 'of a finer grid is raised to the new one',
      symbol: ECOPRO,
      date: '2023-01-25',
      close: 200_100,
      base: 200_500,
    },
  ])('$name', ({ symbol, date, close, base }) => {
    const listing = LISTINGS.find(({ instrument }) => instrument === symbol)!;
    const market = modelMarket({
      seed: 1,
      calendar: krxCalendar,
      firstTradingDay: date,
      listings: [listing],
    });
    expect(market.basePrice(listing, date, close)).toBe(base);
  });
});

it('delisting trades have no limits (krx-rules 2)', () => {
  expect(liquidationBounds(SAMSUNG, 3_555, DAY)).toEqual({ upperLimit: 355_500, lowerLimit: 1 });
});

describe('the evening of KRX (krx-rules 3.3)', () => {
  it.each(['day', 'ioc', 'fok'] as const)('takes no market orders, %s', (timeInForce) => {
    const exchange = quietExchange('1700');
    const market = order('buy', 1, { type: 'market' }, { timeInForce });
    expect(exchange.orders.submit(ACCOUNT, market)).toMatchObject({ code: 'no-market-orders' });
  });

  it('takes none in an interruption either', () => {
    const exchange = quietExchange('1700');
    send(exchange, OTHER, order('sell', 10, 74_000));
    const buy = send(exchange, ACCOUNT, order('buy', 10, 74_000));
    expect(exchange.market.day(SYMBOL)!.stage).toBe('interruption');
    expect(exchange.orders.submit(ACCOUNT, order('buy', 1, { type: 'market' }))).toMatchObject({
      code: 'no-market-orders',
    });
    const conditional = order('buy', 1, { type: 'conditional-limit', price: 71_000 });
    expect(exchange.orders.submit(ACCOUNT, conditional)).toMatchObject({ code: 'order-type-not-allowed' });
    expect(exchange.orders.submit(ACCOUNT, order('buy', 1, 71_000))).toMatchObject({ ok: true });
    exchange.advanceTo(moment('1703'));
    expect(fillsOf(exchange, buy)).toEqual([[74_000, 10]]);
  });
});

describe('NXT (krx-rules 3.1)', () => {
  it.each([
    { at: '0855', code: 'market-not-open' },
    { at: '090015', code: 'market-not-open' },
    { at: '1525', code: 'market-not-open' },
    { at: '2001', code: 'market-closed' },
  ])('says $code at $at', ({ at, code }) => {
    const exchange = quietExchange(at);
    expect(exchange.orders.submit(ACCOUNT, order('buy', 1, BASE, { venue: 'NXT' }))).toMatchObject({ code });
  });

  it.each([
    { date: DAY, stage: 'interruption', longest: 60 },
    { date: '2026-09-11', stage: 'continuous', longest: 30 },
  ])('goes on after a halt on $date with $stage for $longest seconds at most', ({ date, stage, longest }) => {
    const exchange = quietExchange('1000', { firstTradingDay: date });
    exchange.market.halt(SYMBOL, moment('1030', date));
    exchange.advanceTo(moment('1030', date));
    expect(exchange.market.day(SYMBOL, 'NXT')!.stage).toBe(stage);
    expect(exchange.market.day(SYMBOL, 'KRX')!.stage).toBe('interruption');
    exchange.advanceTo(moment('103029', date));
    expect(exchange.market.day(SYMBOL, 'NXT')!.stage).toBe(stage);
    exchange.advanceTo(moment('1030', date) + longest * 1_000);
    expect(exchange.market.day(SYMBOL, 'NXT')!.stage).toBe('continuous');
    expect(exchange.market.day(SYMBOL, 'KRX')!.stage).toBe('interruption');
  });
});

describe('a jump on NXT until September 2026 (brokers’ help pages of 2025)', () => {
  const BEFORE = '2026-09-11';
  const onNxt = (side: 'buy' | 'sell', quantity: number, price: number) =>
    order(side, quantity, price, { venue: 'NXT' });

  it('pauses trading for two minutes, in which orders may be cancelled and nothing else', () => {
    const exchange = quietExchange('1000', { firstTradingDay: BEFORE });
    const high = BASE + 3_000;
    send(exchange, OTHER, onNxt('sell', 10, BASE));
    send(exchange, OTHER, onNxt('sell', 10, high));
    const waiting = send(exchange, OTHER, onNxt('buy', 5, BASE - 1_000));
    // when an order would trade 4 % above the last price
    const buy = send(exchange, ACCOUNT, onNxt('buy', 15, high));
    const day = () => exchange.market.day(SYMBOL, 'NXT')!;
    // then what is below trades, and the market stops
    expect(fillsOf(exchange, buy)).toEqual([[BASE, 10]]);
    expect([day().stage, exchange.market.day(SYMBOL)!.stage]).toEqual(['paused', 'continuous']);
    const refused = { ok: false, code: 'trading-restricted' };
    expect(exchange.orders.submit(OTHER, onNxt('buy', 1, BASE))).toMatchObject(refused);
    expect(exchange.orders.modify(OTHER, waiting, 0, BASE - 900)).toMatchObject(refused);
    expect(exchange.orders.cancel(OTHER, waiting, 0)).toMatchObject({ ok: true });
    // and goes on where it stopped
    exchange.advanceTo(moment('1000', BEFORE) + 119_999);
    expect(day().stage).toBe('paused');
    exchange.advanceTo(moment('1000', BEFORE) + 120_000);
    expect(day().stage).toBe('continuous');
    expect(fillsOf(exchange, buy)).toEqual([
      [BASE, 10],
      [high, 5],
    ]);
  });

  it('knows no static kind', () => {
    const exchange = quietExchange('1000', { firstTradingDay: BEFORE });
    // six steps of two percent are more than ten
    for (let price = BASE, step = 0; step < 6; step++, price = Math.floor((price * 1.02) / 100) * 100) {
      send(exchange, OTHER, onNxt('sell', 1, price));
      send(exchange, ACCOUNT, onNxt('buy', 1, price));
      expect(exchange.market.day(SYMBOL, 'NXT')!.stage).toBe('continuous');
    }
    expect(exchange.market.day(SYMBOL, 'NXT')!.last).toBeGreaterThan(BASE * 1.1);
  });
});

describe('the day options on the index expire (krx-rules 3.4)', () => {
  it.each([
    ['2026-11-12', true],
    ['2026-11-05', false],
    ['2026-11-19', false],
    ['2026-11-11', false],
    ['2026-10-08', true],
    // The second Thursday is a holiday.
    ['2020-10-08', true],
    ['2024-10-10', true],
    ['2025-10-02', true],
    ['2025-10-09', false],
    ['2027-05-12', true],
    ['2027-05-13', false],
  ])('is %s: %s', (date, isOne) => {
    expect(isExpiryDay(krxCalendar, date)).toBe(isOne);
  });

  it('leaves 1 % to names of KOSPI 200 at the close, and to no others', () => {
    const share = { kind: 'stock', leverage: 1 } as const;
    const fund = { kind: 'etf', leverage: 1 } as const;
    expect(dynamicThreshold(share, true, true)).toEqual({ usual: 3, closing: 1 });
    expect(dynamicThreshold(share, false, true)).toEqual({ usual: 6, closing: 4 });
    expect(dynamicThreshold(fund, false, true)).toEqual({ usual: 3, closing: 2 });
  });

  it.each([
    { date: '2026-11-12', stage: 'closing-auction' },
    { date: '2026-11-11', stage: 'post-close' },
  ])('extends a close 1.1 % away on $date: $stage', ({ date, stage }) => {
    const exchange = quietExchange('1525', { firstTradingDay: date });
    send(exchange, OTHER, order('sell', 10, 71_800));
    send(exchange, ACCOUNT, order('buy', 10, 71_800));
    exchange.advanceTo(moment('153031', date));
    expect(exchange.market.day(SYMBOL)!.stage).toBe(stage);
  });
});

describe('the bounds of one order (krx-rules 7.3)', () => {
  it.each([
    { name: 'one part of a hundred', price: 1_000, shares: 100_000_000, date: DAY, most: 1_000_000 },
    { name: 'a hundred billion won', price: 1_000_000, shares: 100_000_000, date: DAY, most: 100_000 },
    { name: 'a billion won in any case', price: 100_000, shares: 500_000, date: DAY, most: 10_000 },
    { name: 'five parts of a small company', price: 1_000, shares: 19_000_000, date: DAY, most: 1_000_000 },
    {
      name: 'five parts of it below a billion',
      price: 10,
      shares: 1_900_000_000,
      date: DAY,
      most: 100_000_000,
    },
    {
      name: 'five parts of all before',
      price: 1_000_000,
      shares: 100_000_000,
      date: '2018-09-14',
      most: 5_000_000,
    },
    {
      name: 'as now from the first day on',
      price: 1_000_000,
      shares: 100_000_000,
      date: '2018-09-17',
      most: 100_000,
    },
  ])('are $name', ({ price, shares, date, most }) => {
    expect(largestQuantity(price, price, shares, date)).toBe(most);
  });

  it('are the most an order may have, and one share is the least', () => {
    const exchange = quietExchange('1000');
    const most = largestQuantity(BASE, BASE, LISTINGS[0]!.listedShares, DAY);
    const buy = (quantity: number) => exchange.orders.submit(ACCOUNT, order('buy', quantity, BASE));
    expect(buy(most + 1)).toMatchObject({ code: 'bad-quantity', limit: most, actual: most + 1 });
    expect(buy(most)).toMatchObject({ ok: true });
    expect(buy(0)).toMatchObject({ code: 'bad-quantity', limit: 1, actual: 0 });
    expect(buy(1)).toMatchObject({ ok: true });
  });
});

it('ELWs are traded by tens, by limit, and without daily limits (krx-rules 1.3, 2, 7.3)', () => {
  const instrument = { symbol: '58J001', name: 'ELW', market: 'KOSPI', kind: 'elw', leverage: 1 } as const;
  const listing = { ...LISTINGS[0]!, instrument, startPrice: 500, isOnNxt: false, isInKospi200: false };
  const exchange = quietExchange('1000', { listings: [...LISTINGS, listing] });
  const buy = (quantity: number, price: number) =>
    exchange.orders.submit(ACCOUNT, order('buy', quantity, price, { symbol: instrument.symbol }));
  expect(buy(15, 500)).toMatchObject({ code: 'bad-quantity', limit: 10, actual: 15 });
  expect(buy(10, 502)).toMatchObject({ code: 'off-tick' });
  expect([buy(10, 5), buy(10, 5_000)]).toMatchObject([{ ok: true }, { ok: true }]);
});

it.each([
  { listedOn: '2021-10-18', stage: 'continuous' },
  { listedOn: '2021-10-15', stage: 'interruption' },
])('a first day on $listedOn leaves a jump in $stage (krx-rules 2)', ({ listedOn, stage }) => {
  const listings = [{ ...LISTINGS[0]!, listedOn }, LISTINGS[1]!];
  const exchange = quietExchange('1000', { listings, firstTradingDay: listedOn });
  send(exchange, OTHER, order('sell', 10, 80_000));
  send(exchange, ACCOUNT, order('buy', 10, 80_000));
  expect(exchange.market.day(SYMBOL)!.stage).toBe(stage);
});

describe('a limit at the upper limit', () => {
  it('ranks with market orders by time in an auction (krx-rules 7.1)', () => {
    const exchange = quietExchange('1522');
    const upper = exchange.market.day(SYMBOL)!.reference.upperLimit;
    const first = send(exchange, ACCOUNT, order('buy', 10, upper));
    const market = send(exchange, ACCOUNT, order('buy', 10, { type: 'market' }));
    const last = send(exchange, ACCOUNT, order('buy', 10, upper));
    send(exchange, OTHER, order('sell', 15, BASE));
    exchange.advanceTo(moment('1540'));
    const filled = [first, market, last].map((orderNo) =>
      fillsOf(exchange, orderNo).map(([, quantity]) => quantity),
    );
    expect(filled).toEqual([[10], [5], []]);
  });
});
