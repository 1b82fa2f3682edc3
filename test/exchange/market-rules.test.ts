// Rules of the market that stand alone, each with its number in krx-rules: closes without trades, the evening, NXT, expiry days,
// the bounds of one order, priority at a daily limit, and what stops a whole market.

import { describe, expect, it } from 'vitest';
import { isExpiryDay, krxCalendar } from '#domain/calendar.ts';
import { liquidationBounds } from '#domain/price-limit.ts';
import { sessionHours } from '#domain/session.ts';
import { MINUTE_MS } from '#domain/time.ts';
import { CircuitBreaker } from '#exchange/day/circuit-breaker.ts';
import { Sidecar } from '#exchange/day/sidecar.ts';
import { dynamicThreshold } from '#exchange/day/volatility.ts';
import { type Exchange, restoreExchange } from '#exchange/exchange.ts';
import type { Listing } from '#exchange/market/listing.ts';
import { modelMarket } from '#exchange/market/market-model.ts';
import { largestQuantity } from '#exchange/orders/order-rules.ts';
import { fillsOf, OTHER, order, orderOf, quietExchange, RICH, send, silentMarket } from './quiet-market.ts';
import { ACCOUNT, DAY, ECOPRO, LISTINGS, listenTo, moment, NEXT_DAY, SAMSUNG } from './support.ts';

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

describe('what stops a whole market (krx-rules 3.5)', () => {
  const hours = sessionHours(DAY);
  const sides = (market: 'KOSPI' | 'KOSDAQ', from: string, ...percents: number[]) => {
    const sidecar = new Sidecar(market);
    sidecar.startDay(hours);
    return percents.map((percent, index) =>
      sidecar.see(moment(from) + index * (MINUTE_MS / 2), percent * 1_000, 100_000),
    );
  };

  it.each([
    { name: 'a rise of 5 % for a minute stops buys', from: '1000', at: [105, 105, 106], side: 'buy' },
    { name: 'a fall stops sales', from: '1000', at: [95, 95, 95], side: 'sell' },
    { name: 'not one that does not last', from: '1000', at: [105, 104, 105], side: null },
    { name: 'not one that turns round', from: '1000', at: [105, 95, 105], side: null },
    { name: 'not in the first five minutes', from: '0903', at: [105, 105, 105], side: null },
    { name: 'not after 14:50', from: '1451', at: [105, 105, 105], side: null },
    { name: 'of KOSDAQ takes 6 %', market: 'KOSDAQ', from: '1000', at: [105, 105, 105], side: null },
    { name: 'of KOSDAQ at 6 %', market: 'KOSDAQ', from: '1000', at: [106, 106, 106], side: 'buy' },
  ] as const)('a sidecar: $name', ({ from, at, side, ...rest }) => {
    expect(sides('market' in rest ? rest.market : 'KOSPI', from, ...at).at(-1)).toBe(side);
  });

  it('a sidecar comes once a day', () => {
    expect(sides('KOSPI', '1000', 105, 105, 105, 100, 95, 95, 95)).toEqual([
      null,
      null,
      'buy',
      null,
      null,
      null,
      null,
    ]);
  });

  const listings: readonly Listing[] = Array.from({ length: 12 }, (_, index) => ({
    ...LISTINGS[0]!,
    instrument: { ...SAMSUNG, symbol: `00001${index.toString(16).toUpperCase()}` },
  }));
  const symbol = listings[0]!.instrument.symbol;
  const holdings = listings.map(({ instrument }) => ({ instrument, quantity: 1_000, cost: 1 }));
  const accounts = [ACCOUNT, OTHER].map((id) => ({ id, cash: RICH, holdings }));
  const many = (at: string) => quietExchange(at, { listings, accounts });
  const all = (exchange: Exchange, price: number) => {
    for (const { instrument } of listings) {
      send(exchange, OTHER, order('sell', 1, price, { symbol: instrument.symbol }));
      send(exchange, ACCOUNT, order('buy', 1, price, { symbol: instrument.symbol }));
    }
  };
  const restored = (exchange: Exchange) =>
    restoreExchange(copyOf(exchange), { listings, market: silentMarket() });

  it('a sidecar is told, and stops no order of an account', () => {
    const exchange = many('1000');
    const events = listenTo(exchange);
    all(exchange, 72_900);
    exchange.advanceTo(moment('1005'));
    all(exchange, 74_600);
    exchange.advanceTo(moment('1010'));
    const told = events.filter(({ type }) => type === 'sidecar');
    expect(told).toMatchObject([{ market: 'KOSPI', side: 'buy', until: told[0]!.at + 5 * MINUTE_MS }]);
    expect(exchange.market.day(symbol)!.stage).toBe('continuous');
  });

  it('levels that were set off are not set off again by a restart', () => {
    const first = many('1000');
    for (const [index, price] of [69_000, 67_100, 65_300].entries()) {
      first.advanceTo(moment('1000') + index * 5 * MINUTE_MS);
      all(first, price);
    }
    first.advanceTo(moment('1013'));
    for (const exchange of [first, restored(first)]) {
      const buy = order('buy', 1, 65_000, { symbol });
      expect(exchange.orders.submit(ACCOUNT, buy)).toMatchObject({ code: 'circuit-breaker' });
      const events = listenTo(exchange);
      exchange.advanceTo(moment('1200'));
      expect(exchange.market.day(symbol)!.stage).toBe('continuous');
      expect(events.filter(({ type }) => type === 'circuit-breaker' || type === 'sidecar')).toEqual([]);
    }
  });

  it('a halt by request outlasts a breaker', () => {
    const exchange = many('1000');
    all(exchange, 69_000);
    exchange.advanceTo(moment('1005'));
    all(exchange, 67_100);
    exchange.advanceTo(moment('1010'));
    all(exchange, 65_200);
    exchange.market.halt(symbol, moment('1130'));
    exchange.advanceTo(moment('1013'));
    expect(exchange.market.day(listings[1]!.instrument.symbol)!.stage).toBe('halted');
    exchange.advanceTo(moment('1129'));
    expect(exchange.market.day(listings[1]!.instrument.symbol)!.stage).toBe('continuous');
    expect(exchange.market.day(symbol)!.stage).toBe('halted');
    exchange.advanceTo(moment('1142'));
    expect(exchange.market.day(symbol)!.stage).toBe('continuous');
  });

  it('a breaker goes on where it was saved, also in the middle of its minute', () => {
    const one = new CircuitBreaker();
    one.startDay(hours);
    one.see(moment('1000'), 92_000, 100_000);
    const other = new CircuitBreaker();
    other.startDay(hours);
    other.resume(JSON.parse(JSON.stringify(one.save())));
    expect(other.see(moment('1001'), 92_000, 100_000)).toBe(1);
    expect(other.save()).toEqual({ next: 2, triggeredAt: 92_000, since: null });
  });

  it('the third level ends the day: no orders, no cancels, no close at an auction', () => {
    const exchange = many('1000');
    const waiting = send(exchange, ACCOUNT, order('buy', 1, 50_000, { symbol }));
    const steps = [69_000, 67_100, 65_300, 63_400, 61_600, 60_200, 58_500, 56_800, 55_200];
    let at = moment('1000');
    for (const price of steps) {
      while (
        exchange.market.day(symbol)!.stage !== 'continuous' &&
        exchange.market.day(symbol)!.stage !== 'closed'
      ) {
        at += 5 * MINUTE_MS;
        exchange.advanceTo(at);
      }
      if (exchange.market.day(symbol)!.stage === 'closed') break;
      all(exchange, price);
      at += 5 * MINUTE_MS;
      exchange.advanceTo(at);
    }
    for (const one of [exchange, restored(exchange)]) {
      expect(one.market.day(symbol)!.stage).toBe('closed');
      expect(one.orders.cancel(ACCOUNT, waiting, 0)).toMatchObject({ code: 'market-closed' });
      expect(one.orders.submit(ACCOUNT, order('buy', 1, 55_000, { symbol }))).toMatchObject({
        code: 'market-closed',
      });
      one.market.release(symbol);
      one.advanceTo(moment('1545'));
      expect(
        one.orders.submit(ACCOUNT, order('sell', 1, { type: 'closing-fixed' }, { symbol })),
      ).toMatchObject({
        code: 'market-closed',
      });
      expect(orderOf(one, waiting).status).toBe('expired');
      one.advanceTo(moment('1000', NEXT_DAY));
      expect(one.market.day(symbol)!.stage).toBe('continuous');
    }
  });
});
