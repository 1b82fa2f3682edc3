// What is known of an instrument after each kind of news, and when the engine wants to be woken for its bars.

import { describe, expect, test } from 'vitest';
import type { Bar } from '#domain/bar.ts';
import { kstMoment, MINUTE_MS, SECOND_MS } from '#domain/time.ts';
import { MarketState } from '#engine/market-state.ts';
import { instrumentEvent, SAMSUNG, stock, tradeEvent } from '#test/support/engine-story.ts';

const NINE = kstMoment('2026-11-20', '090000');

function book(asks: readonly number[], bids: readonly number[]) {
  const levels = (prices: readonly number[]) => prices.map((price) => ({ price, quantity: 1 }));
  const none = { expectedPrice: null, expectedQuantity: null };
  return {
    type: 'book',
    symbol: SAMSUNG,
    at: NINE,
    asks: levels(asks),
    bids: levels(bids),
    ...none,
  } as const;
}

describe('prices', () => {
  test('of an instrument that did not trade yet are the base price, of unknown age', () => {
    const market = new MarketState();
    market.onInstrument(instrumentEvent(SAMSUNG, NINE, null));
    expect(market.find(SAMSUNG)).toMatchObject({ last: 70_000, updatedAt: null });
  });

  test('known already are not moved back to the base by news without a price', () => {
    const market = new MarketState();
    market.onTrade(tradeEvent(SAMSUNG, 71_000, NINE));
    market.onInstrument(instrumentEvent(SAMSUNG, NINE + 1, null));
    expect(market.find(SAMSUNG)).toMatchObject({ last: 71_000, updatedAt: NINE });
  });

  test('come from trades, with the quotes named beside them', () => {
    const market = new MarketState();
    market.onTrade(tradeEvent(SAMSUNG, 71_000, NINE, { bestAsk: 71_100, bestBid: 70_900, dayVolume: 12 }));
    market.onTrade(tradeEvent(SAMSUNG, 71_100, NINE + 1));
    expect(market.find(SAMSUNG)).toMatchObject({ last: 71_100, ask: 71_100, bid: 70_900, dayVolume: 12 });
  });

  test('of both sides come from quotes and books; an empty side has none', () => {
    const market = new MarketState();
    market.onQuote({ type: 'quote', symbol: SAMSUNG, at: NINE, ask: 71_200, bid: null });
    expect(market.find(SAMSUNG)).toMatchObject({ ask: 71_200, bid: null });
    market.onBook(book([], [70_000, 69_900]));
    expect(market.find(SAMSUNG)).toMatchObject({ ask: null, bid: 70_000 });
  });

  test('of what nobody asked for are known too', () => {
    const market = new MarketState();
    expect(market.find(SAMSUNG)).toBeNull();
    market.onTrade(tradeEvent(SAMSUNG, 71_000, NINE));
    expect(market.find(SAMSUNG)?.instrument).toEqual(stock(SAMSUNG));
  });
});

describe('the exchange’s own time of day', () => {
  const FIVE_HOURS = 300 * MINUTE_MS;

  test('is learned from every trade', () => {
    const market = new MarketState();
    market.onTrade(tradeEvent(SAMSUNG, 71_000, NINE + FIVE_HOURS, { tradedAt: NINE }));
    expect(market.clockSkew).toBe(-FIVE_HOURS);
    market.onTrade(tradeEvent(SAMSUNG, 71_000, NINE + FIVE_HOURS + 10, { tradedAt: NINE + MINUTE_MS }));
    expect(market.clockSkew).toBe(MINUTE_MS - FIVE_HOURS - 10);
  });

  test('decides when a bar is over: one of its minutes is not closed by ours', () => {
    const market = new MarketState();
    const bars: Bar[] = [];
    market
      .of(SAMSUNG)
      .seriesOf('1m')
      .bars$.subscribe((bar) => bars.push(bar));
    const at = NINE + FIVE_HOURS;
    market.onTrade(tradeEvent(SAMSUNG, 71_000, at, { tradedAt: NINE }));
    market.closeBarsUntil(at + 30 * SECOND_MS + market.clockSkew);
    expect(bars).toEqual([]);
    market.closeBarsUntil(at + MINUTE_MS + market.clockSkew);
    expect(bars.map(({ start }) => start)).toEqual([NINE]);
  });
});

describe('bars', () => {
  function watched(...periods: readonly Bar['period'][]) {
    const market = new MarketState();
    const given: string[] = [];
    for (const period of periods) {
      const { bars$ } = market.of(SAMSUNG).seriesOf(period);
      bars$.subscribe(({ close, volume }) => given.push(`${period} ${close} x${volume}`));
    }
    market.linkSeries();
    return { market, given };
  }

  test('of every length asked for are made of the same trades', () => {
    const { market, given } = watched('5m', '1m', '1d');
    for (let minute = 0; minute < 6; minute++) {
      market.onTrade(tradeEvent(SAMSUNG, 100 + minute, NINE + minute * MINUTE_MS));
    }
    expect(given).toEqual(['1m 100 x1', '1m 101 x1', '1m 102 x1', '1m 103 x1', '1m 104 x1', '5m 104 x5']);
    given.length = 0;
    market.closeDay();
    expect(given).toEqual(['1m 105 x1', '5m 105 x1', '1d 105 x6']);
  });

  test('that come in five minutes make longer ones, as trades do', () => {
    const market = new MarketState('5m');
    const given: string[] = [];
    for (const period of ['5m', '15m', '1d'] as const) {
      const { bars$ } = market.of(SAMSUNG).seriesOf(period);
      bars$.subscribe(({ close, volume }) => given.push(`${period} ${close} x${volume}`));
    }
    market.linkSeries();
    for (let index = 0; index < 4; index++) {
      const start = NINE + 5 * index * MINUTE_MS;
      const bar = {
        symbol: SAMSUNG,
        period: '5m',
        start,
        open: 1,
        high: 9,
        low: 1,
        close: index,
        volume: 3,
      } as const;
      market.onBar({ type: 'bar', at: start + 5 * MINUTE_MS, bar });
    }
    market.closeDay();
    expect(given).toEqual(['5m 0 x3', '5m 1 x3', '5m 2 x3', '15m 2 x9', '5m 3 x3', '15m 3 x3', '1d 3 x12']);
    expect(
      (['1m', '3m', '5m', '10m', '60m', '1d'] as const).filter((period) => market.hasBars(period)),
    ).toEqual([...(['5m', '10m', '60m', '1d'] as const)]);
  });

  test('that arrive finished are not built a second time', () => {
    const { market, given } = watched('1m', '5m');
    const bar = { symbol: SAMSUNG, start: NINE, open: 1, high: 9, low: 1, close: 7, volume: 3 };
    market.onBar({ type: 'bar', at: NINE + MINUTE_MS, bar: { ...bar, period: '1m' } });
    market.closeDay();
    expect(given).toEqual(['1m 7 x3', '5m 7 x3']);
    expect(market.find(SAMSUNG)).toMatchObject({ last: 7, updatedAt: NINE + MINUTE_MS });
  });

  test.each([
    ['1m', 10, MINUTE_MS],
    ['5m', 10, MINUTE_MS], // its minutes are built on the way
  ] as const)('of %s want to be closed in time', (period, second, endsIn) => {
    const { market } = watched(period);
    expect(market.nextBarEnd()).toBeNull();
    market.onTrade(tradeEvent(SAMSUNG, 100, NINE + second * SECOND_MS));
    expect(market.nextBarEnd()).toBe(NINE + endsIn);
  });

  test('longer than a minute close in time although their last minutes had no trade', () => {
    const { market, given } = watched('5m');
    market.onTrade(tradeEvent(SAMSUNG, 100, NINE));
    market.closeBarsUntil(NINE + MINUTE_MS);
    expect(market.nextBarEnd()).toBe(NINE + 5 * MINUTE_MS);
    market.closeBarsUntil(NINE + 5 * MINUTE_MS);
    expect(given).toEqual(['5m 100 x1']);
    expect(market.nextBarEnd()).toBeNull();
  });
});
