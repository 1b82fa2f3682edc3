// Charts as the market: what goes in as bars comes out as bars, whatever the bars are, and orders of accounts come on top.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bar } from '#domain/bar.ts';
import { isOnTick, tickTable } from '#domain/tick.ts';
import { kstMidnight, MINUTE_MS } from '#domain/time.ts';
import type { TradeDate } from '#domain/units.ts';
import type { ExchangeEvent } from '#exchange/contract.ts';
import { createExchange, type Exchange, restoreExchange } from '#exchange/exchange.ts';
import type { MarketMaker } from '#exchange/market/market-flow.ts';
import { ChartMarket, type ChartNotes, type StoredCharts } from '#exchange/market/replay/market-charts.ts';
import { fewestTrades, isMidpoint, MarketDataError } from '#exchange/market/replay/market-replay.ts';
import {
  ACCOUNT,
  CASH,
  DAY,
  LISTINGS,
  limitOrder,
  listenTo,
  marketOrder,
  moment,
  NEXT_DAY,
  SAMSUNG,
} from '../../support.ts';

const { symbol } = SAMSUNG;
const BEFORE: TradeDate = '2026-11-20';
const BASE = 70_000;
const TABLE = tickTable(SAMSUNG, DAY);

type Prices = readonly [open: number, high: number, low: number, close: number];

function minuteBar(hhmm: string, [open, high, low, close]: Prices, volume: number, date = DAY): Bar {
  return { symbol, period: '1m', start: moment(`${hhmm}00`, date), open, high, low, close, volume };
}

function flat(hhmm: string, price: number, volume: number, date = DAY): Bar {
  return minuteBar(hhmm, [price, price, price, price], volume, date);
}

function dailyBar(date: TradeDate, [open, high, low, close]: Prices, volume: number): Bar {
  return { symbol, period: '1d', start: kstMidnight(date), open, high, low, close, volume };
}

const YESTERDAY = dailyBar(BEFORE, [BASE, BASE, BASE, BASE], 1_000);

function chartMaker(
  { minutes = [], days = [YESTERDAY] }: Partial<StoredCharts>,
  offTick: 'refuse' | 'snap' = 'refuse',
  listen: (notes: ChartNotes) => void = () => undefined,
): MarketMaker {
  return (start) => {
    const market = new ChartMarket(start, { charts: new Map([[symbol, { minutes, days }]]), offTick });
    listen(market.notes);
    return market;
  };
}

const SETTINGS = { listings: LISTINGS.slice(0, 1) };

function playing(charts: Partial<StoredCharts>, seed = 1): Exchange {
  return createExchange({
    ...SETTINGS,
    seed,
    firstTradingDay: DAY,
    historyDays: 0,
    accounts: [{ id: ACCOUNT, cash: CASH, holdings: [{ instrument: SAMSUNG, quantity: 100, cost: 100 }] }],
    market: chartMaker(charts),
  });
}

function barsOn(exchange: Exchange, date: TradeDate): Bar[] {
  const from = kstMidnight(date);
  return exchange.market
    .minuteBars(symbol)
    .filter(({ start }) => start >= from && start < from + 1_440 * MINUTE_MS);
}

/** A calm day of few minutes, with both auctions. */
const CALM: readonly Bar[] = [
  minuteBar('0900', [70_100, 70_500, 69_900, 70_300], 12_000),
  minuteBar('0901', [70_300, 70_400, 70_000, 70_000], 3_000),
  minuteBar('0905', [70_000, 70_200, 70_000, 70_200], 900),
  flat('1519', 70_200, 40),
  flat('1530', 70_400, 8_000),
];

/** A price by its distance from the base in half ticks: on tick, or in the middle of two. */
const price = fc.integer({ min: -400, max: 400 }).map((halves) => BASE + halves * 50);
const tickPrice = fc.integer({ min: -200, max: 200 }).map((ticks) => BASE + ticks * 100);

/** Any bar that trades could have made. */
const prices = fc.tuple(price, price, price, price).map(([a, b, c, d]): Prices => {
  return [a, Math.max(a, b, c, d), Math.min(a, b, c, d), c];
});

const minutesOfADay = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 379 }), { maxLength: 40 }),
    fc.array(fc.tuple(prices, fc.integer({ min: 0, max: 20_000 })), { minLength: 40, maxLength: 40 }),
    fc.option(fc.tuple(tickPrice, fc.integer({ min: 1, max: 100_000 }))),
  )
  .map(([minutes, bars, closing]) => {
    const day = minutes
      .sort((a, b) => a - b)
      .map((minute, index) => {
        const [shape, extra] = bars[index]!;
        const bar = { ...minuteBar('0900', shape, 0), start: moment('090000') + minute * MINUTE_MS };
        return { ...bar, volume: fewestTrades(bar) + extra };
      });
    return closing === null ? day : [...day, flat('1530', ...closing)];
  });

/** Daily bars open and close on tick: auctions do. */
const dayPrices = fc.tuple(tickPrice, price, price, tickPrice).map(([a, b, c, d]): Prices => {
  return [a, Math.max(a, b, c, d), Math.min(a, b, c, d), d];
});

describe('minute bars', () => {
  it('come out as they went in', () => {
    fc.assert(
      fc.property(minutesOfADay, fc.integer({ min: 1, max: 1_000 }), (minutes, seed) => {
        const exchange = playing({ minutes }, seed);
        exchange.advanceTo(moment('2100'));
        expect(barsOn(exchange, DAY)).toEqual(minutes);
      }),
      { numRuns: 60 },
    );
  });

  it('make a tape of valid prices inside their minutes, auctions with a single price', () => {
    const exchange = playing({ minutes: CALM });
    const events = listenTo(exchange);
    exchange.advanceTo(moment('2100'));
    const trades = events.filter((event) => event.type === 'trade');
    expect(trades.length).toBeGreaterThan(30);
    for (const { price: paid } of trades) expect(isOnTick(TABLE, paid)).toBe(true);
    expect(trades[0]).toMatchObject({ price: 70_100, aggressor: null });
    expect(trades[0]!.quantity).toBeGreaterThan(3_000);
    expect(trades.at(-1)).toMatchObject({ price: 70_400, quantity: 8_000, aggressor: null });
  });

  it('have a book around them whenever the market is open', () => {
    const exchange = playing({ minutes: CALM });
    for (let at = moment('0901'); at < moment('1520'); at += 20 * MINUTE_MS) {
      exchange.advanceTo(at);
      const { asks, bids } = exchange.market.book(symbol)!;
      expect([asks.length, bids.length]).toEqual([10, 10]);
      expect(asks[0]!.price).toBeGreaterThan(bids[0]!.price);
      expect(Math.abs(asks[0]!.price - exchange.market.day(symbol)!.last!)).toBeLessThanOrEqual(200);
    }
  });

  it('without trades leave no bar', () => {
    let notes: ChartNotes | undefined;
    const minutes = [...CALM.slice(0, 2), flat('0902', 70_000, 0), ...CALM.slice(2)];
    const market = chartMaker({ minutes }, 'refuse', (told) => {
      notes = told;
    });
    const exchange = createExchange({ ...SETTINGS, seed: 1, firstTradingDay: DAY, accounts: [], market });
    exchange.advanceTo(moment('2100'));
    expect(barsOn(exchange, DAY)).toEqual(CALM);
    expect(notes).toMatchObject({ daysFromMinutes: 1, emptyMinutes: 1, assumedBases: 0 });
  });

  it('before the first day are history', () => {
    const past = [flat('0900', 69_000, 5, BEFORE), flat('1530', BASE, 5, BEFORE)];
    const exchange = playing({ minutes: [...past, ...CALM] });
    expect(exchange.market.minuteBars(symbol)).toEqual(past);
    expect(exchange.market.dailyBars(symbol)).toEqual([YESTERDAY]);
    expect(exchange.market.day(symbol)!.reference.base).toBe(BASE);
  });
});

describe('daily bars', () => {
  it('come out as they went in, from a day that nobody knows the minutes of', () => {
    fc.assert(
      fc.property(dayPrices, fc.integer({ min: 0, max: 3_000_000 }), (shape, extra) => {
        const today = dailyBar(DAY, shape, 0);
        const day = { ...today, volume: fewestTrades(today) + extra };
        const exchange = playing({ days: [YESTERDAY, day] });
        exchange.advanceTo(moment('2100'));
        expect(exchange.market.dailyBars(symbol)).toEqual([YESTERDAY, day]);
      }),
      { numRuns: 60 },
    );
  });

  it('have the shares that their minutes lack: traded off-hours, in no minute', () => {
    const traded = CALM.reduce((sum, { volume }) => sum + volume, 0);
    const day = dailyBar(DAY, [70_100, 70_500, 69_900, 70_400], traded + 777);
    const exchange = playing({ minutes: CALM, days: [YESTERDAY, day] });
    exchange.advanceTo(moment('0000', NEXT_DAY));
    expect(exchange.market.dailyBars(symbol)).toEqual([YESTERDAY, day]);
    expect(barsOn(exchange, DAY)).toEqual(CALM);
  });

  it('that contradict their minutes give way, and are counted', () => {
    let notes: ChartNotes | undefined;
    const day = dailyBar(DAY, [70_100, 70_700, 69_900, 70_400], 1_000_000);
    const market = chartMaker({ minutes: CALM, days: [YESTERDAY, day] }, 'refuse', (told) => {
      notes = told;
    });
    const exchange = createExchange({ ...SETTINGS, seed: 1, firstTradingDay: DAY, accounts: [], market });
    exchange.advanceTo(moment('2100'));
    expect(barsOn(exchange, DAY)).toEqual(CALM);
    expect(exchange.market.dailyBars(symbol).at(-1)!.high).toBe(70_500);
    expect(notes).toMatchObject({ contradictions: 1 });
  });

  it('follow each other, and a day without one has no trades', () => {
    const [first, third] = ['2026-11-23', '2026-11-25'] as const;
    const days = [
      YESTERDAY,
      dailyBar(first, [70_000, 71_000, 69_500, 70_900], 500_000),
      dailyBar(third, [71_500, 72_000, 71_000, 71_200], 400_000),
    ];
    const exchange = playing({ days });
    exchange.advanceTo(moment('2100', '2026-11-24'));
    expect(exchange.market.day(symbol)).toMatchObject({ last: null, volume: 0, reference: { base: 70_900 } });
    exchange.advanceTo(moment('2100', third));
    expect(exchange.market.dailyBars(symbol)).toEqual(days);
  });
});

describe('data that cannot have been traded', () => {
  it.each<[code: string, bar: Bar, text: string]>([
    ['off-tick', flat('0910', 70_130, 10), '70130 is no price of 2026-11-23'],
    ['outside-limits', flat('0910', 91_100, 10), '91100 is outside the limits 49000 to 91000'],
    [
      'impossible-bar',
      minuteBar('0910', [70_000, 70_100, 69_900, 70_000], 3),
      '3 shares cannot make its four prices',
    ],
    ['impossible-bar', minuteBar('0910', [70_000, 69_900, 69_900, 70_000], 30), 'high 69900 and low 69900'],
    ['outside-session', flat('1525', 70_000, 10), 'KRX trades nothing in this minute'],
    ['outside-session', flat('0855', 70_000, 10), 'KRX trades nothing in this minute'],
    [
      'impossible-bar',
      minuteBar('1530', [70_000, 70_100, 70_000, 70_100], 30),
      'the closing auction has one price',
    ],
  ])('is refused before the exchange begins, by name: %s', (code, bar, text) => {
    expect(() => playing({ minutes: [bar] })).toThrow(text);
    try {
      playing({ minutes: [bar] });
    } catch (error) {
      expect(error).toBeInstanceOf(MarketDataError);
      expect(error).toMatchObject({ code, symbol, bar, retryable: false });
    }
  });

  it('is moved to valid prices when that is asked for, and counted', () => {
    let notes: ChartNotes | undefined;
    const minutes = [...CALM.slice(0, 2), minuteBar('0903', [70_130, 70_171, 70_001, 70_020], 500)];
    const market = chartMaker({ minutes }, 'snap', (told) => {
      notes = told;
    });
    const exchange = createExchange({ ...SETTINGS, seed: 1, firstTradingDay: DAY, accounts: [], market });
    exchange.advanceTo(moment('2100'));
    expect(barsOn(exchange, DAY).at(-1)).toMatchObject({
      open: 70_100,
      high: 70_200,
      low: 70_000,
      close: 70_000,
    });
    expect(notes).toMatchObject({ snappedBars: 1 });
  });

  it.each<[price: number, is: boolean]>([
    [70_050, true],
    [70_025, false],
    [70_001, false],
    [199_950, true], // between 199,900 and 200,000
    [200_200, true], // between 199,900 and 200,500
    [2_002, true], // between 2,000 and 2,005, cut to whole won
  ])('tells mid-prices from others: %i', (paid, is) => {
    expect(isMidpoint(TABLE, paid)).toBe(is);
  });

  it('had no mid-prices before March 2025', () => {
    const minutes = [minuteBar('0901', [70_050, 70_050, 70_050, 70_050], 9, '2025-02-28')];
    const market = chartMaker({ minutes, days: [] });
    const options = { ...SETTINGS, seed: 1, accounts: [], market };
    expect(() => createExchange({ ...options, firstTradingDay: '2025-02-28' })).toThrow('70050 is no price');
  });
});

describe('orders of accounts on a given tape', () => {
  const othersOf = (events: readonly ExchangeEvent[]) => events.filter((event) => event.type === 'trade');

  it('take what stands in the book; the tape of others stays and ours comes on top', () => {
    const exchange = playing({ minutes: CALM });
    exchange.advanceTo(moment('090230'));
    const events = listenTo(exchange);
    expect(exchange.orders.submit(ACCOUNT, marketOrder('buy', 10)).ok).toBe(true);
    const bought = othersOf(events).reduce((sum, { quantity }) => sum + quantity, 0);
    expect(bought).toBe(10);
    exchange.advanceTo(moment('2100'));
    const ours = barsOn(exchange, DAY).find(({ start }) => start === moment('090200'))!;
    expect(ours.volume).toBe(10);
    expect(barsOn(exchange, DAY).filter(({ start }) => start !== ours.start)).toEqual(CALM);
  });

  it('find others back at the levels they emptied', () => {
    const exchange = playing({ minutes: CALM });
    exchange.advanceTo(moment('090230'));
    const before = exchange.market.book(symbol)!.asks[0]!;
    exchange.orders.submit(ACCOUNT, limitOrder('buy', before.quantity, before.price));
    expect(exchange.market.book(symbol)!.asks[0]!.price).toBeGreaterThan(before.price);
    exchange.advanceTo(exchange.now + 1_001);
    expect(exchange.market.book(symbol)!.asks[0]!.price).toBe(before.price);
  });

  it('are filled when the tape trades through them, and not before', () => {
    const exchange = playing({ minutes: CALM });
    exchange.advanceTo(moment('090030'));
    exchange.orders.submit(ACCOUNT, limitOrder('buy', 5, 69_900));
    exchange.orders.submit(ACCOUNT, limitOrder('buy', 5, 69_800));
    exchange.advanceTo(moment('2100'));
    const filled = exchange.orders.of(ACCOUNT, DAY).map((order) => order.filled);
    // The low of the day is 69,900: an order a tick below never trades.
    expect(filled[1]).toBe(0);
    const minute = barsOn(exchange, DAY)[0]!;
    expect(minute.volume).toBe(CALM[0]!.volume + filled[0]!);
    expect({ ...minute, volume: 0 }).toEqual({ ...CALM[0], volume: 0 });
  });

  it('trade in the auctions at the recorded price, which they do not move', () => {
    const exchange = playing({ minutes: CALM });
    exchange.advanceTo(moment('0850'));
    exchange.orders.submit(ACCOUNT, marketOrder('buy', 1_000));
    exchange.orders.submit(ACCOUNT, limitOrder('sell', 30, 70_000));
    exchange.orders.submit(ACCOUNT, limitOrder('sell', 30, 70_200));
    exchange.advanceTo(moment('090030'));
    expect(
      exchange.orders.fillsOf(ACCOUNT, DAY).map(({ price: paid, quantity }) => [paid, quantity]),
    ).toEqual([
      [70_100, 1_000],
      [70_100, 30],
    ]);
    exchange.advanceTo(moment('2100'));
    expect(barsOn(exchange, DAY)[0]!.volume - CALM[0]!.volume).toBeGreaterThanOrEqual(1_030);
    expect(barsOn(exchange, DAY).slice(1)).toEqual(CALM.slice(1));
  });
});

describe('an exchange on charts', () => {
  it('goes on in the middle of a day with the same tape', () => {
    const whole = playing({ minutes: CALM });
    whole.advanceTo(moment('090137'));
    const saved = JSON.parse(JSON.stringify(whole.save()));
    const again = restoreExchange(saved, { ...SETTINGS, market: chartMaker({ minutes: CALM }) });
    again.advanceTo(moment('2100'));
    expect(barsOn(again, DAY)).toEqual(CALM);
  });

  it('shows the bars it lived through to those who ask the next day', () => {
    const exchange = playing({ minutes: CALM });
    exchange.advanceTo(moment('0830', NEXT_DAY));
    expect(exchange.market.minuteBars(symbol)).toEqual(CALM);
    const saved = JSON.parse(JSON.stringify(exchange.save()));
    const again = restoreExchange(saved, { ...SETTINGS, market: chartMaker({ minutes: CALM }) });
    expect(again.market.minuteBars(symbol)).toEqual(CALM);
    expect(again.market.dailyBars(symbol)).toEqual(exchange.market.dailyBars(symbol));
  });
});
