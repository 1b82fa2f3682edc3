// A day of the simulated market without any order of ours: valid, lively, and the same however time is let pass.

import { beforeAll, describe, expect, it } from 'vitest';
import { isOnTick, tickTable } from '#domain/tick.ts';
import { kstClockText, MINUTE_MS } from '#domain/time.ts';
import type { ExchangeEvent } from '#exchange/contract.ts';
import type { Exchange } from '#exchange/exchange.ts';
import { DAY, listenTo, moment, NEXT_DAY, newExchange } from './support.ts';

type Trade = Extract<ExchangeEvent, { type: 'trade' }>;

describe('a day', () => {
  let exchange: Exchange;
  let events: ExchangeEvent[];
  /** Of KRX; `trades` are those of its regular session. */
  let allTrades: Trade[];
  let trades: Trade[];
  const crossed: string[] = [];
  const thin: string[] = [];

  beforeAll(() => {
    exchange = newExchange({ nxt: true });
    events = listenTo(exchange);
    for (let at = moment('0831'); at < moment('1540'); at += MINUTE_MS / 2) {
      exchange.advanceTo(at);
      for (const { symbol } of exchange.market.instruments()) {
        const { asks, bids } = exchange.market.book(symbol)!;
        const text = `${kstClockText(at)} ${symbol}`;
        const shown = exchange.market.day(symbol)!.stage === 'continuous' ? 10 : 3;
        if (exchange.phase === 'post-close') continue;
        if (asks[0]!.price <= bids[0]!.price) crossed.push(text);
        if (asks.length !== shown || bids.length !== shown) thin.push(text);
      }
    }
    exchange.advanceTo(moment('2100'));
    allTrades = events.filter((event) => event.type === 'trade').filter(({ venue }) => venue === 'KRX');
    trades = allTrades.filter(({ hours }) => hours === 'regular');
  });

  it('goes through its phases, with auctions that end a little late', () => {
    const phases = events.filter((event) => event.type === 'phase').filter(({ venue }) => venue === 'KRX');
    expect(phases.map(({ phase }) => phase)).toEqual([
      'opening-auction',
      'continuous',
      'closing-auction',
      'post-close',
      'after-market',
      'closed',
    ]);
    const opened = phases[1]!.at - moment('0900');
    const closed = phases[3]!.at - moment('1530');
    for (const late of [opened, closed]) {
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThan(30_000);
    }
  });

  it('trades on tick and inside the limits only', () => {
    for (const { symbol, price } of trades) {
      const { instrument, reference } = exchange.market.day(symbol)!;
      expect(isOnTick(tickTable(instrument, DAY), price)).toBe(true);
      expect(price >= reference.lowerLimit && price <= reference.upperLimit).toBe(true);
    }
    expect(trades.length).toBeGreaterThan(5_000);
  });

  it('never shows a crossed book; ten levels of it, three in auctions', () => {
    expect({ crossed, thin }).toEqual({ crossed: [], thin: [] });
  });

  it('opens and closes with an auction', () => {
    for (const { symbol } of exchange.market.instruments()) {
      const own = trades.filter((trade) => trade.symbol === symbol);
      for (const auction of [own[0]!, own.at(-1)!]) {
        expect(auction.aggressor).toBeNull();
        expect(auction.quantity).toBeGreaterThan(1_000);
      }
      expect(own.slice(1, -1).every(({ aggressor }) => aggressor !== null)).toBe(true);
    }
  });

  it('tells a book at most every 200 ms', () => {
    const told = new Map<string, number>();
    for (const event of events) {
      if (event.type !== 'book' || event.venue !== 'KRX') continue;
      expect(event.at - (told.get(event.symbol) ?? 0)).toBeGreaterThanOrEqual(200);
      told.set(event.symbol, event.at);
    }
  });

  it('makes bars and a summary of exactly its trades', () => {
    for (const { symbol } of exchange.market.instruments()) {
      const own = trades.filter((trade) => trade.symbol === symbol);
      const all = allTrades.filter((trade) => trade.symbol === symbol);
      const prices = own.map(({ price }) => price);
      const volume = own.reduce((sum, { quantity }) => sum + quantity, 0);
      const close = prices.at(-1);
      const expected = { open: prices[0], high: Math.max(...prices), low: Math.min(...prices), close };
      const allVolume = all.reduce((sum, { quantity }) => sum + quantity, 0);
      expect(exchange.market.day(symbol)).toMatchObject({
        ...expected,
        last: all.at(-1)!.price,
        volume: allVolume,
      });
      // Shares traded off-hours are in the day and in no minute.
      expect(exchange.market.dailyBars(symbol).at(-1)).toMatchObject({ ...expected, volume: allVolume });
      const minutes = exchange.market.minuteBars(symbol).filter((bar) => bar.start >= moment('0000'));
      expect(minutes.reduce((sum, bar) => sum + bar.volume, 0)).toBe(volume);
      expect(kstClockText(minutes[0]!.start)).toBe('09:00:00');
      expect(kstClockText(minutes.at(-2)!.start)).toBe('15:19:00');
      expect(kstClockText(minutes.at(-1)!.start)).toBe('15:30:00');
      expect(exchange.market.ticks(symbol).length).toBe(all.length);
    }
  });

  it('looks like the days of the history', () => {
    for (const { symbol } of exchange.market.instruments()) {
      const [before, today] = exchange.market.dailyBars(symbol).slice(-2);
      expect(today!.volume / before!.volume).toBeGreaterThan(0.15);
      expect(today!.volume / before!.volume).toBeLessThan(6);
      expect(Math.abs(Math.log(today!.close / before!.close))).toBeLessThan(0.2);
    }
  });

  it('begins the next day at its close', () => {
    const { close } = exchange.market.day('005930')!;
    exchange.advanceTo(moment('0000', NEXT_DAY));
    expect(exchange.tradeDate).toBe(NEXT_DAY);
    expect(exchange.market.day('005930')).toMatchObject({
      reference: { base: close },
      last: null,
      volume: 0,
    });
    expect(exchange.market.dailyBars('005930').length).toBe(3);
  });
});

describe('time', () => {
  const eventsOf = (stepMs: number, seed = 42) => {
    const exchange = newExchange({ seed, nxt: true });
    const events = listenTo(exchange);
    const until = moment('0910');
    for (let at = moment('0829'); at < until; at += stepMs) exchange.advanceTo(at);
    exchange.advanceTo(until);
    return JSON.stringify(events);
  };

  it('brings the same market in small and in large steps', () => {
    const inOne = eventsOf(60 * MINUTE_MS);
    expect(inOne.length).toBeGreaterThan(100_000);
    expect(eventsOf(777)).toBe(inOne);
    expect(eventsOf(13_001)).toBe(inOne);
  });

  it('brings another market for another seed', () => {
    expect(eventsOf(60 * MINUTE_MS, 43)).not.toBe(eventsOf(60 * MINUTE_MS, 42));
  });

  it('does not go back', () => {
    const exchange = newExchange();
    exchange.advanceTo(moment('0900'));
    expect(() => exchange.advanceTo(moment('0859'))).toThrow('cannot go back');
  });

  it('passes nights and weekends', () => {
    const exchange = newExchange({ firstTradingDay: '2026-11-20' });
    exchange.advanceTo(moment('1200', '2026-11-22')); // a Sunday
    expect([exchange.tradeDate, exchange.phase]).toEqual(['2026-11-20', 'closed']);
    exchange.advanceTo(moment('0830'));
    expect([exchange.tradeDate, exchange.phase]).toEqual([DAY, 'opening-auction']);
  });
});
