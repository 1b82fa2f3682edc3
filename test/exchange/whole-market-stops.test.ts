// What stops a whole market (krx-rules 3.5): sidecars and the three levels of the circuit breaker.

import { describe, expect, it } from 'vitest';
import { sessionHours } from '#domain/session.ts';
import { MINUTE_MS } from '#domain/time.ts';
import { CircuitBreaker } from '#exchange/day/circuit-breaker.ts';
import { Sidecar } from '#exchange/day/sidecar.ts';
import { type Exchange, restoreExchange } from '#exchange/exchange.ts';
import type { Listing } from '#exchange/market/listing.ts';
import { OTHER, order, orderOf, quietExchange, RICH, send, silentMarket } from './quiet-market.ts';
import { ACCOUNT, DAY, LISTINGS, listenTo, moment, NEXT_DAY, SAMSUNG } from './support.ts';

const copyOf = (exchange: Exchange) => JSON.parse(JSON.stringify(exchange.save()));

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
