// Do the days of the model look Korean? Figures of a fixed seed against what is known of real ones: the shape of the day, the
// auctions, spreads, tails, names that move together, and indices that move with their members.

import { beforeAll, describe, expect, it } from 'vitest';
import { krxCalendar } from '#domain/calendar.ts';
import { tickSize, tickTable } from '#domain/tick.ts';
import { MINUTE_MS } from '#domain/time.ts';
import type { ExchangeEvent } from '#exchange/contract.ts';
import { createExchange, type Exchange } from '#exchange/exchange.ts';
import { INDICES } from '#exchange/market/indices/index-membership.ts';
import type { Listing } from '#exchange/market/listing.ts';
import { makeListings } from '#exchange/market/market-listings.ts';
import { FlowImpact } from '#exchange/market/model/flow-impact.ts';
import { makeHistory } from '#exchange/market/model/history.ts';
import { ACCOUNT, DAY, LISTINGS, listenTo, marketOrder, moment, NEXT_DAY } from '../../support.ts';

const MINUTES = 391;

describe('a day of twenty-four names', () => {
  const listings = makeListings(7, 24);
  let exchange: Exchange;
  let events: ExchangeEvent[];
  /** Of all names, in ticks, every ten minutes. */
  const spreads: number[] = [];
  /** Mean share of the day's volume in each minute. */
  const volume = new Float64Array(MINUTES);

  beforeAll(() => {
    exchange = createExchange({
      seed: 7,
      firstTradingDay: DAY,
      historyDays: 1,
      listings,
      accounts: [],
      nxt: false,
    });
    events = listenTo(exchange);
    for (let at = moment('0905'); at < moment('1520'); at += 10 * MINUTE_MS) {
      exchange.advanceTo(at);
      for (const { instrument } of listings) {
        const { asks, bids } = exchange.market.book(instrument.symbol)!;
        if (
          asks[0] === undefined ||
          bids[0] === undefined ||
          exchange.market.day(instrument.symbol)!.stage !== 'continuous'
        )
          continue;
        const tick = tickSize(tickTable(instrument, DAY), bids[0].price);
        spreads.push((asks[0].price - bids[0].price) / tick);
      }
    }
    exchange.advanceTo(moment('2100'));
    for (const { instrument } of listings) {
      const bars = exchange.market
        .minuteBars(instrument.symbol)
        .filter(({ start }) => start >= moment('0900'));
      const total = bars.reduce((sum, bar) => sum + bar.volume, 0);
      for (const bar of bars)
        volume[(bar.start - moment('0900')) / MINUTE_MS]! += bar.volume / total / listings.length;
    }
  });

  /** Mean share a minute in a span. */
  const share = (from: number, until: number) =>
    volume.subarray(from, until).reduce((sum, part) => sum + part, 0) / (until - from);

  it('trades most after the open and before the close, least at noon', () => {
    const noon = share(150, 210);
    expect(share(1, 30) / noon).toBeGreaterThan(2);
    expect(share(350, 380) / noon).toBeGreaterThan(1.1);
    expect(share(60, 120) / noon).toBeGreaterThan(1.05);
  });

  it('trades a few per cent in the opening auction and more in the closing one', () => {
    const auctions = { open: 0, close: 0 };
    const regular = events
      .filter((event) => event.type === 'trade')
      .filter(({ hours }) => hours === 'regular');
    for (const own of Map.groupBy(regular, ({ symbol }) => symbol).values()) {
      const total = own.reduce((sum, { quantity }) => sum + quantity, 0);
      auctions.open += own[0]!.quantity / total / listings.length;
      auctions.close += own.at(-1)!.quantity / total / listings.length;
    }
    expect(auctions.open).toBeGreaterThan(0.01);
    expect(auctions.open).toBeLessThan(0.08);
    expect(auctions.close).toBeGreaterThan(0.04);
    expect(auctions.close).toBeLessThan(0.15);
  });

  it('is quoted one to a few ticks apart', () => {
    spreads.sort((a, b) => a - b);
    const quantile = (part: number) => spreads[Math.floor(part * spreads.length)]!;
    expect(quantile(0.05)).toBe(1);
    expect(quantile(0.5)).toBeLessThanOrEqual(2);
    expect(quantile(0.95)).toBeLessThanOrEqual(6);
  });

  it('tells every index every ten seconds, each what its members are worth', () => {
    const told = events.filter((event) => event.type === 'index');
    const codes = exchange.indices.names.map(({ code }) => code);
    expect(codes).toContain('001');
    expect(codes).toContain('101');
    expect(codes.length).toBeGreaterThan(10);
    for (const code of codes) {
      const own = told.filter((event) => event.code === code);
      expect(own.length).toBeGreaterThan(2_300);
      expect(exchange.indices.value(code)).toBe(worthOf(exchange, listings, code));
    }
  });
});

/** The index by its definition, at the closing prices. */
function worthOf(exchange: Exchange, listings: readonly Listing[], code: string): number {
  const members = new Set(exchange.indices.members(code));
  let [start, now] = [0, 0];
  for (const { instrument, listedShares, startPrice } of listings) {
    if (!members.has(instrument.symbol)) continue;
    start += listedShares * startPrice;
    now += listedShares * exchange.market.dailyBars(instrument.symbol).at(-1)!.close;
  }
  const { first } = INDICES.find((index) => index.code === code)!;
  return Math.round((first * now) / start);
}

describe('half a year of seventy names', () => {
  const listings = makeListings(7, 70);
  const dates = krxCalendar.tradingDaysBetween('2026-05-04', '2026-11-20');
  let returns: number[][];
  let ranges: number[];

  beforeAll(() => {
    const past = makeHistory(7, listings, dates);
    returns = past.map((days) =>
      days.slice(1).map(({ daily }, index) => Math.log(daily.close / days[index]!.daily.close)),
    );
    ranges = past.flatMap((days) =>
      days.map(({ daily }) => Math.max(daily.high, daily.open * 2 - daily.low) / daily.open - 1),
    );
  }, 60_000);

  const stocks = [...listings.keys()].filter((index) => listings[index]!.instrument.kind === 'stock');

  it('has fat tails', () => {
    const tails = stocks.map((index) => kurtosis(returns[index]!)).sort((a, b) => a - b);
    expect(tails[tails.length >> 1]).toBeGreaterThan(3.5);
    expect(tails.at(-1)).toBeGreaterThan(8);
  });

  it('moves ten per cent within a day now and then: enough for an interruption', () => {
    const wild = ranges.filter((range) => range > 0.1).length / ranges.length;
    expect(wild).toBeGreaterThan(0.002);
    expect(wild).toBeLessThan(0.05);
  });

  it('moves together, names of one sector more than others', () => {
    const same: number[] = [];
    const other: number[] = [];
    for (const [at, one] of stocks.entries()) {
      for (const two of stocks.slice(at + 1)) {
        const isSame = listings[one]!.sector === listings[two]!.sector;
        (isSame ? same : other).push(correlation(returns[one]!, returns[two]!));
      }
    }
    expect(mean(other)).toBeGreaterThan(0.1);
    expect(mean(same)).toBeGreaterThan(mean(other) + 0.08);
  });

  it('moves funds by their multiple of the market', () => {
    const fund = (leverage: number) =>
      returns[
        listings.findIndex(({ instrument }) => instrument.kind === 'etf' && instrument.leverage === leverage)
      ]!;
    expect(correlation(fund(2), fund(-2))).toBeLessThan(-0.95);
    const ratio = Math.sqrt(
      mean(fund(2).map((value) => value ** 2)) / mean(fund(1).map((value) => value ** 2)),
    );
    expect(ratio).toBeGreaterThan(1.8);
    expect(ratio).toBeLessThan(2.2);
  });
});

describe('orders of accounts', () => {
  it('push the price, and part of the push stays', () => {
    const [listing] = LISTINGS;
    const quantity = Math.round(listing!.dailyVolume * 0.2);
    /** Mean prices of the five minutes after the last order, and of five minutes in the afternoon. */
    const pricesAfter = (buys: boolean) => {
      const exchange = createExchange({
        ...{ seed: 11, firstTradingDay: DAY, historyDays: 0, listings: [listing!], nxt: false },
        accounts: [{ id: ACCOUNT, cash: 1e13 }],
      });
      exchange.advanceTo(moment('1000'));
      for (let part = 0; part < 20; part++) {
        if (buys) exchange.orders.submit(ACCOUNT, marketOrder('buy', Math.round(quantity / 20)));
        exchange.advanceTo(exchange.now + MINUTE_MS / 2);
      }
      exchange.advanceTo(moment('1510'));
      const meanFrom = (hhmm: string) => {
        const from = moment(hhmm);
        const ticks = exchange.market.ticks(listing!.instrument.symbol);
        return mean(
          ticks.filter(({ at }) => at >= from && at < from + 5 * MINUTE_MS).map(({ price }) => price),
        );
      };
      return { soon: meanFrom('1010'), late: meanFrom('1500') };
    };
    const [without, pushed] = [pricesAfter(false), pricesAfter(true)];
    const soon = Math.log(pushed.soon / without.soon);
    const late = Math.log(pushed.late / without.late);
    // Half the day's 1.8 % times the square root of 20 %: 0.4 %, of which a third of the shares is remembered at three.
    expect(soon).toBeGreaterThan(0.002);
    expect(soon).toBeLessThan(0.008);
    expect(late).toBeGreaterThan(0.0008);
    expect(late).toBeLessThan(soon);
  });

  it('are remembered by the square root of their share of a day, two thirds fading, and a round trip not at all', () => {
    const impact = new FlowImpact(0.02, 1_000_000);
    const at = moment('1000');
    expect(impact.at(at)).toBe(0);
    impact.count(10_000, at);
    expect(impact.at(at)).toBeCloseTo(0.5 * 0.02 * Math.sqrt(0.01), 12);
    expect(impact.at(at + 600 * MINUTE_MS)).toBeCloseTo(0.5 * 0.02 * Math.sqrt(0.01 / 3), 12);
    impact.count(-10_000, at);
    expect(impact.at(at)).toBeCloseTo(0, 12);
    impact.count(-40_000, at);
    expect(impact.at(at)).toBeCloseTo(-0.5 * 0.02 * Math.sqrt(0.04), 12);
  });
});

describe('index bars', () => {
  it('are those of the members together, history and running day', () => {
    const exchange = createExchange({
      seed: 7,
      firstTradingDay: DAY,
      historyDays: 3,
      listings: makeListings(7, 12),
      accounts: [],
    });
    exchange.advanceTo(moment('2100'));
    const days = exchange.indices.dailyBars('001');
    expect(days).toHaveLength(4);
    for (const [index, bar] of days.entries()) {
      expect(bar).toMatchObject({ symbol: '001', period: '1d' });
      expect(bar.high).toBeGreaterThanOrEqual(Math.max(bar.open, bar.close));
      expect(bar.low).toBeLessThanOrEqual(Math.min(bar.open, bar.close));
      if (index > 0) expect(Math.abs(Math.log(bar.open / days[index - 1]!.close))).toBeLessThan(0.06);
    }
    const minutes = exchange.indices.minuteBars('001');
    // The running day is the sum of its minutes, and stays so when it is over.
    const today = minutes.filter(({ start }) => start >= moment('0000'));
    const range = {
      high: Math.max(...today.map(({ high }) => high)),
      low: Math.min(...today.map(({ low }) => low)),
    };
    expect(days.at(-1)).toMatchObject({ ...range, open: today[0]!.open });
    exchange.advanceTo(moment('0000', NEXT_DAY));
    expect(exchange.indices.dailyBars('001').at(-1)).toMatchObject(range);
    expect(minutes.at(-1)!.close).toBe(days.at(-1)!.close);
    expect(minutes.length).toBe(4 * 381);
    const shares = exchange.indices
      .members('001')
      .reduce((sum, symbol) => sum + exchange.market.dailyBars(symbol).at(-1)!.volume, 0);
    expect(days.at(-1)!.volume).toBe(shares);
    expect(exchange.indices.dailyBars('999')).toEqual([]);
    expect(exchange.indices.value('999')).toBeNull();
  });
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function kurtosis(values: readonly number[]): number {
  const middle = mean(values);
  const variance = mean(values.map((value) => (value - middle) ** 2));
  return mean(values.map((value) => (value - middle) ** 4)) / variance ** 2;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const product = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, value, at) => sum + value * y[at]!, 0);
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}
