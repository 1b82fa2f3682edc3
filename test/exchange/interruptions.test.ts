// Volatility interruptions, halts and circuit breakers: nothing trades too far from what was, and what is stopped opens again
// with an auction.

import { describe, expect, it } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '#domain/time.ts';
import type { ExchangeEvent } from '#exchange/contract.ts';
import { dynamicThreshold, VolatilityGuard } from '#exchange/day/volatility.ts';
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
import { ACCOUNT, DAY, LISTINGS, listenTo, moment, NEXT_DAY } from './support.ts';

type VolatilityEvent = Extract<ExchangeEvent, { type: 'volatility-interruption' }>;

function interruptions(events: readonly ExchangeEvent[]): VolatilityEvent[] {
  return events.filter((event) => event.type === 'volatility-interruption');
}

describe('the guard', () => {
  it.each([
    { name: 'a KOSPI 200 share', kind: 'stock', leverage: 1, isInKospi200: true, usual: 3, closing: 2 },
    { name: 'any other share', kind: 'stock', leverage: 1, isInKospi200: false, usual: 6, closing: 4 },
    { name: 'a plain fund', kind: 'etf', leverage: 1, isInKospi200: false, usual: 3, closing: 2 },
    { name: 'a leveraged fund', kind: 'etf', leverage: 2, isInKospi200: false, usual: 6, closing: 4 },
    { name: 'an inverse fund', kind: 'etf', leverage: -1, isInKospi200: false, usual: 6, closing: 4 },
  ] as const)(
    'allows $name $usual % and $closing % at the close',
    ({ kind, leverage, isInKospi200, ...expected }) => {
      expect(dynamicThreshold({ kind, leverage }, isInKospi200)).toEqual({
        usual: expected.usual,
        closing: expected.closing,
      });
    },
  );

  it.each([
    { phase: 'continuous', price: 103_000, kind: 'dynamic' },
    { phase: 'continuous', price: 102_900, kind: null },
    { phase: 'continuous', price: 97_000, kind: 'dynamic' },
    { phase: 'continuous', price: 97_100, kind: null },
    { phase: 'continuous', price: 110_000, kind: 'both' },
    { phase: 'closing-auction', price: 102_000, kind: 'dynamic' },
    { phase: 'opening-auction', price: 105_000, kind: null },
    { phase: 'opening-auction', price: 110_000, kind: 'static' },
    { phase: 'opening-auction', price: 90_000, kind: 'static' },
    { phase: 'after-hours', price: 103_000, kind: 'dynamic' },
    { phase: 'after-hours', price: 102_900, kind: null },
    { phase: 'after-hours', price: 110_000, kind: 'dynamic' },
  ] as const)('at 100,000 in $phase: $price is $kind', ({ phase, price, kind }) => {
    const guard = new VolatilityGuard({ usual: 3, closing: 2 }, 100_000, DAY);
    guard.enter(phase);
    expect(guard.breachOf(price)).toBe(kind);
    expect(price >= guard.ceiling || price <= guard.floor).toBe(kind !== null);
  });

  it('measures the static kind from the last auction, the dynamic from the last price', () => {
    const guard = new VolatilityGuard({ usual: 6, closing: 4 }, 100_000, DAY);
    guard.see(108_000);
    expect([guard.breachOf(110_000), guard.breachOf(114_500)]).toEqual(['static', 'both']);
    expect(guard.breachOf(101_000)).toBe('dynamic');
    guard.anchor(110_000);
    expect(guard.breachOf(110_000)).toBeNull();
  });

  it('knows no static kind before June 2015', () => {
    const guard = new VolatilityGuard({ usual: 6, closing: 4 }, 100_000, '2015-06-12');
    guard.see(108_000);
    expect([guard.breachOf(110_000), guard.breachOf(114_480)]).toEqual([null, 'dynamic']);
    guard.enter('opening-auction');
    expect(guard.breachOf(114_900)).toBeNull();
    expect([guard.ceiling, guard.floor]).toEqual([Number.POSITIVE_INFINITY, 0]);
  });

  it('lets prices be traded up to a bound that is no whole won', () => {
    const guard = new VolatilityGuard({ usual: 3, closing: 2 }, 1_005, DAY); // 974.85 to 1,035.15
    const kinds = [1_035, 1_036, 975, 974].map((price) => guard.breachOf(price));
    expect(kinds).toEqual([null, 'dynamic', null, 'dynamic']);
  });

  it('leaves three ticks to what costs less than 1,000 won', () => {
    const guard = new VolatilityGuard({ usual: 3, closing: 2 }, 20, DAY);
    expect([23, 24, 17, 16].map((price) => guard.breachOf(price))).toEqual([null, 'both', null, 'both']);
  });
});

describe('an interruption', () => {
  it('stops the order that would trade too far away, and ends with an auction it takes part in', () => {
    const exchange = quietExchange('1000');
    const events = listenTo(exchange);
    tradeAt(exchange, 71_000);
    send(exchange, OTHER, order('sell', 10, 71_500));
    send(exchange, OTHER, order('sell', 10, 73_200)); // 3.1 % away
    const buy = send(exchange, ACCOUNT, order('buy', 15, 73_200));
    expect(fillsOf(exchange, buy)).toEqual([[71_500, 10]]);
    expect(orderOf(exchange, buy)).toMatchObject({ remaining: 5, status: 'working', price: 73_200 });
    expect(exchange.market.day('005930')!.stage).toBe('interruption');
    expect(exchange.market.book('005930')).toMatchObject({ expectedPrice: 73_200, expectedQuantity: 5 });

    exchange.advanceTo(moment('100159'));
    expect(orderOf(exchange, buy).filled).toBe(10);
    exchange.advanceTo(moment('100231'));
    expect(fillsOf(exchange, buy)).toEqual([
      [71_500, 10],
      [73_200, 5],
    ]);
    expect(exchange.market.day('005930')!.stage).toBe('continuous');
    const [triggered, released] = interruptions(events);
    expect(triggered).toMatchObject({
      state: 'triggered',
      kind: 'dynamic',
      price: 73_200,
      staticReference: 71_000,
      dynamicReference: 71_000,
      count: 1,
    });
    expect(released).toMatchObject({ state: 'released', price: 73_200, staticReference: 73_200 });
    const lasted = released!.at - triggered!.at;
    expect(lasted).toBeGreaterThanOrEqual(120 * SECOND_MS);
    expect(lasted).toBeLessThan(150 * SECOND_MS);
    expect(released!.at).toBe(triggered!.releaseAt);
  });

  it('is set off by a stop order that wakes and reaches too far', () => {
    const exchange = quietExchange('1000');
    send(exchange, OTHER, order('sell', 10, 75_000));
    const stop = { type: 'stop-limit', stop: 71_500, price: 75_000 } as const;
    const sleeping = send(exchange, ACCOUNT, order('buy', 10, stop));
    tradeAt(exchange, 71_500);
    expect(exchange.market.day('005930')!.stage).toBe('interruption');
    expect(orderOf(exchange, sleeping)).toMatchObject({ price: 75_000, filled: 0, status: 'working' });
    exchange.advanceTo(moment('1003'));
    expect(fillsOf(exchange, sleeping)).toEqual([[75_000, 10]]);
  });

  it('tells when it ends what its auction came to, or where it was set off when nobody traded', () => {
    const endOf = (meanwhile: (exchange: ReturnType<typeof quietExchange>) => void) => {
      const exchange = quietExchange('1000');
      send(exchange, OTHER, order('sell', 10, 75_000));
      const buy = send(exchange, ACCOUNT, order('buy', 10, 75_000));
      const events = listenTo(exchange);
      expect(accepted(exchange.orders.cancel(ACCOUNT, buy, 0)).ok).toBe(true);
      meanwhile(exchange);
      exchange.advanceTo(moment('1003'));
      return interruptions(events);
    };
    const traded = endOf((exchange) => {
      send(exchange, OTHER, order('sell', 10, 72_000));
      send(exchange, ACCOUNT, order('buy', 10, 72_000));
    });
    expect(traded).toMatchObject([{ state: 'released', price: 72_000, staticReference: 72_000 }]);
    const silent = endOf(() => undefined);
    expect(silent).toMatchObject([{ state: 'released', price: 75_000, staticReference: 71_000 }]);
  });

  it('is not set off again by its own price', () => {
    const exchange = quietExchange('1000');
    const events = listenTo(exchange);
    send(exchange, OTHER, order('sell', 10, 80_000));
    send(exchange, ACCOUNT, order('buy', 10, 80_000));
    exchange.advanceTo(moment('1005'));
    expect(exchange.market.day('005930')!.last).toBe(80_000);
    tradeAt(exchange, 80_000);
    expect(interruptions(events)).toHaveLength(2);
  });

  it('lets a market order wait without a price, and ends what is immediate', () => {
    const exchange = quietExchange('1000');
    send(exchange, OTHER, order('sell', 10, 75_000));
    const market = send(exchange, ACCOUNT, order('buy', 4, { type: 'market' }));
    expect(orderOf(exchange, market)).toMatchObject({ price: null, remaining: 4 });
    const other = quietExchange('1000');
    send(other, OTHER, order('sell', 10, 75_000));
    const ioc = send(other, ACCOUNT, order('buy', 4, 75_000, { timeInForce: 'ioc' }));
    expect(orderOf(other, ioc)).toMatchObject({ status: 'expired', filled: 0 });
    const third = quietExchange('1000');
    send(third, OTHER, order('sell', 10, 75_000));
    const fok = send(third, ACCOUNT, order('buy', 4, 75_000, { timeInForce: 'fok' }));
    expect(orderOf(third, fok)).toMatchObject({ status: 'expired', filled: 0 });
  });

  it('keeps an all-or-nothing order from trading up to it', () => {
    const exchange = quietExchange('1000');
    const events = listenTo(exchange);
    send(exchange, OTHER, order('sell', 5, 71_100));
    send(exchange, OTHER, order('sell', 5, 75_000));
    const fok = send(exchange, ACCOUNT, order('buy', 10, 75_000, { timeInForce: 'fok' }));
    expect(orderOf(exchange, fok)).toMatchObject({ filled: 0, status: 'expired' });
    expect(interruptions(events)).toEqual([]);
  });

  it('extends an opening auction whose price is ten percent away', () => {
    const exchange = quietExchange('0850');
    const events = listenTo(exchange);
    send(exchange, OTHER, order('sell', 5, 79_000));
    const buy = send(exchange, ACCOUNT, order('buy', 5, 79_000));
    exchange.advanceTo(moment('090031'));
    expect(exchange.phase).toBe('continuous');
    expect(exchange.market.day('005930')).toMatchObject({ stage: 'interruption', open: null });
    exchange.advanceTo(moment('090301'));
    expect(orderOf(exchange, buy).filled).toBe(5);
    expect(exchange.market.day('005930')).toMatchObject({ stage: 'continuous', open: 79_000 });
    expect(interruptions(events).map(({ kind }) => kind)).toEqual(['static', 'static']);
  });

  it('extends a closing auction, and orders end only after it', () => {
    const exchange = quietExchange('1000');
    tradeAt(exchange, 71_000);
    exchange.advanceTo(moment('1525'));
    send(exchange, OTHER, order('sell', 5, 72_500)); // 2.1 % away
    const buy = send(exchange, ACCOUNT, order('buy', 8, 72_500));
    exchange.advanceTo(moment('153031'));
    expect(exchange.phase).toBe('post-close');
    expect(exchange.market.day('005930')!.stage).toBe('closing-auction');
    expect(orderOf(exchange, buy).status).toBe('working');
    const events = listenTo(exchange);
    const index = exchange.indices.value('001');
    exchange.advanceTo(moment('153301'));
    // what the late close made of the index is told
    const told = events.findLast((event) => event.type === 'index' && event.code === '001');
    expect(told).toMatchObject({ hundredths: exchange.indices.value('001') });
    expect(exchange.indices.value('001')).not.toBe(index);
    expect(orderOf(exchange, buy)).toMatchObject({ filled: 5, remaining: 0, status: 'expired' });
    expect(exchange.market.day('005930')!.close).toBe(72_500);
    expect(exchange.market.minuteBars('005930').at(-1)!.start).toBe(moment('1530'));
    // the fixed-price session has the new close
    expect(exchange.orders.submit(ACCOUNT, order('sell', 1, { type: 'closing-fixed' }))).toMatchObject({
      ok: true,
    });
  });

  it('gives way to the closing auction', () => {
    const exchange = quietExchange('151930');
    const events = listenTo(exchange);
    send(exchange, OTHER, order('sell', 5, 74_000));
    const buy = send(exchange, ACCOUNT, order('buy', 5, 74_000));
    exchange.advanceTo(moment('1525'));
    expect(exchange.market.day('005930')!.stage).toBe('closing-auction');
    expect(orderOf(exchange, buy).filled).toBe(0);
    expect(interruptions(events).at(-1)).toMatchObject({ state: 'released', at: moment('1520') });
  });

  it('does not happen to a given tape, nor on the first day of a listing', () => {
    const listings = LISTINGS.map((listing) => ({ ...listing, listedOn: DAY }));
    for (const options of [{ market: silentMarket(true) }, { listings }]) {
      const exchange = quietExchange('1000', options);
      send(exchange, OTHER, order('sell', 5, 80_000));
      const buy = send(exchange, ACCOUNT, order('buy', 5, 80_000));
      expect(orderOf(exchange, buy).filled).toBe(5);
    }
  });

  it('goes on in a restored exchange', () => {
    const exchange = quietExchange('1000');
    send(exchange, OTHER, order('sell', 10, 75_000));
    const buy = send(exchange, ACCOUNT, order('buy', 4, 75_000));
    const saved = JSON.parse(JSON.stringify(exchange.save()));
    const again = restoreExchange(saved, { listings: LISTINGS, market: silentMarket() });
    expect(again.market.day('005930')!.stage).toBe('interruption');
    for (const one of [exchange, again]) one.advanceTo(moment('1003'));
    expect(fillsOf(again, buy)).toEqual(fillsOf(exchange, buy));
    expect(fillsOf(again, buy)).toEqual([[75_000, 4]]);
  });
});

describe('a new listing', () => {
  it('may move between 60 % and 400 % of its offering price on its first day, and as others do on its second', () => {
    const listings = LISTINGS.map((listing) => ({ ...listing, listedOn: DAY }));
    const exchange = quietExchange('1000', { listings });
    expect(exchange.market.day('005930')!.reference).toMatchObject({
      upperLimit: 284_000,
      lowerLimit: 42_600,
    });
    exchange.advanceTo(moment('0900', NEXT_DAY));
    expect(exchange.market.day('005930')!.reference).toMatchObject({
      upperLimit: 92_300,
      lowerLimit: 49_700,
    });
  });
});

describe('a halt', () => {
  it('lets nothing happen but cancels, and ends with ten minutes of gathering', () => {
    const exchange = quietExchange('1000');
    const events = listenTo(exchange);
    const sell = send(exchange, ACCOUNT, order('sell', 10, 71_000));
    const other = send(exchange, ACCOUNT, order('sell', 10, 71_100));
    exchange.market.halt('005930', moment('1100'));
    expect(exchange.market.day('005930')!.stage).toBe('halted');
    const halted = { code: 'trading-restricted' };
    expect(exchange.orders.submit(OTHER, order('buy', 10, 71_000))).toMatchObject(halted);
    expect(exchange.orders.submit(OTHER, order('buy', 10, 71_000, { venue: 'NXT' }))).toMatchObject(halted);
    expect(exchange.orders.modify(ACCOUNT, sell, 10, 70_900)).toMatchObject(halted);
    accepted(exchange.orders.cancel(ACCOUNT, other, 0));

    exchange.advanceTo(moment('1100'));
    expect(exchange.market.day('005930')!.stage).toBe('interruption');
    send(exchange, OTHER, order('buy', 10, 71_000));
    exchange.advanceTo(moment('110959'));
    expect(orderOf(exchange, sell).filled).toBe(0);
    exchange.advanceTo(moment('111031'));
    expect(orderOf(exchange, sell).filled).toBe(10);
    expect(events.filter(({ type }) => type === 'halt')).toMatchObject([
      { state: 'halted' },
      { state: 'released', at: moment('1100') },
    ]);
    expect(interruptions(events)).toEqual([]);
  });

  it('lasts for days when it has no end, through saving, until it is released', () => {
    const first = quietExchange('1000');
    first.market.halt('005930', null);
    first.advanceTo(moment('1000', NEXT_DAY));
    const saved = JSON.parse(JSON.stringify(first.save()));
    const exchange = restoreExchange(saved, { listings: LISTINGS, market: silentMarket() });
    for (const one of [first, exchange]) {
      expect(one.market.day('005930')!.stage).toBe('halted');
      one.market.release('005930');
      expect(one.market.day('005930')!.stage).toBe('interruption');
    }
    expect(exchange.market.day('247540')!.stage).toBe('continuous');
  });
});

it('an auction after a halt ends at the same moment in an exchange that was saved during the halt', () => {
  const exchange = quietExchange('1000');
  exchange.market.halt('005930', moment('1010'));
  exchange.advanceTo(moment('1005'));
  const again = restoreExchange(exchange.save(), { listings: LISTINGS, market: silentMarket() });
  const fillsAt = [exchange, again].map((each) => {
    each.advanceTo(moment('1012'));
    tradeAt(each, 71_000);
    each.advanceTo(moment('1030'));
    return each.orders.fillsOf(OTHER, DAY).map(({ at }) => at);
  });
  expect(fillsAt[0]).toHaveLength(2);
  expect(fillsAt[1]).toEqual(fillsAt[0]);
});

describe('the circuit breaker', () => {
  /** Levels set off when the index is at these percents of its base, a minute each. */
  it('stops a market of many names for twenty minutes, and the other one not', () => {
    const listings = Array.from({ length: 12 }, (_, i) => ({
      ...LISTINGS[0]!,
      instrument: { ...LISTINGS[0]!.instrument, symbol: `00001${i.toString(16).toUpperCase()}` },
    }));
    const holdings = listings.map(({ instrument }) => ({ instrument, quantity: 1_000, cost: 1 }));
    const exchange = quietExchange('1000', {
      listings: [...listings, LISTINGS[1]!],
      accounts: [
        { id: ACCOUNT, cash: 1e12, holdings },
        { id: OTHER, cash: 1e12, holdings },
      ],
    });
    const events = listenTo(exchange);
    const all = (price: number) => {
      for (const { instrument } of listings) {
        const { symbol } = instrument;
        send(exchange, OTHER, order('sell', 1, price, { symbol }));
        send(exchange, ACCOUNT, order('buy', 1, price, { symbol }));
      }
    };
    for (const [minute, price] of [69_000, 67_100, 65_300].entries()) {
      exchange.advanceTo(moment('1000') + minute * 5 * MINUTE_MS);
      all(price);
    }
    exchange.advanceTo(moment('1013'));
    const [stopped] = events.filter(({ type }) => type === 'circuit-breaker');
    expect(stopped).toMatchObject({ market: 'KOSPI', level: 1 });
    const symbol = listings[0]!.instrument.symbol;
    expect(exchange.market.day(symbol)!.stage).toBe('halted');
    expect(exchange.market.day('247540')!.stage).toBe('continuous');
    exchange.advanceTo(stopped!.at + 20 * MINUTE_MS);
    expect(exchange.market.day(symbol)!.stage).toBe('interruption');
    exchange.advanceTo(stopped!.at + 31 * MINUTE_MS);
    expect(exchange.market.day(symbol)!.stage).toBe('continuous');
  });
});

describe('a halt by request', () => {
  it.each([
    { name: 'that was lifted', until: null, lifts: true, stage: 'continuous' },
    { name: 'that ended by itself', until: '1100', lifts: false, stage: 'continuous' },
    { name: 'without an end', until: null, lifts: false, stage: 'halted' },
  ])('$name leaves the next day $stage', ({ until, lifts, stage }) => {
    const exchange = quietExchange('1000');
    exchange.market.halt('005930', until === null ? null : moment(until));
    if (lifts) exchange.market.release('005930');
    exchange.advanceTo(moment('2300'));
    const events = listenTo(exchange);
    exchange.advanceTo(moment('1000', NEXT_DAY));
    expect(exchange.market.day('005930')!.stage).toBe(stage);
    expect(events.filter(({ type }) => type === 'halt')).toEqual([]);
  });
});
