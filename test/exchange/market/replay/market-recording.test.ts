// A recorded day as the market: its trades and books come again, and accounts trade against those books.

import { describe, expect, it } from 'vitest';
import type { BookEvent, BookLevel, TradeEvent } from '#domain/market-event.ts';
import { createExchange, type Exchange } from '#exchange/exchange.ts';
import { type RecordedInstrument, RecordedMarket } from '#exchange/market/replay/market-recording.ts';
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
const BASE = 70_000;

function trade(
  hhmmss: string,
  price: number,
  quantity: number,
  aggressor: TradeEvent['aggressor'],
  more: Partial<TradeEvent> = {},
): TradeEvent {
  const tradedAt = moment(hhmmss);
  const absent = { dayVolume: null, bestAsk: null, bestBid: null };
  const told = { at: tradedAt + 250, tradedAt, price, quantity, aggressor };
  return { type: 'trade', symbol, ...told, ...absent, venue: 'KRX', hours: 'regular', ...more };
}

const levels = (...pairs: readonly (readonly [number, number])[]): BookLevel[] =>
  pairs.map(([price, quantity]) => ({ price, quantity }));

function book(hhmmss: string, asks: readonly BookLevel[], bids: readonly BookLevel[]): BookEvent {
  return {
    type: 'book',
    symbol,
    at: moment(hhmmss),
    asks,
    bids,
    expectedPrice: null,
    expectedQuantity: null,
  };
}

const EVENTS: RecordedInstrument['events'] = [
  trade('084500', 70_000, 7, null, { hours: 'before' }),
  trade('090012', 70_300, 5_000, null),
  trade('090014', 70_400, 20, 'buy'),
  book('091000', levels([70_300, 40], [70_400, 90], [70_600, 10]), levels([70_200, 30], [70_100, 80])),
  trade('091002', 70_300, 15, 'buy'),
  trade('091002', 70_250, 5, 'sell'),
  trade('091003', 70_300, 11, 'sell', { venue: 'NXT' }),
  book('091004', levels([70_300, 25], [70_400, 90]), levels([70_200, 12], [70_100, 80])),
  trade('092000', 70_100, 50, 'sell'),
  trade('153007', 70_500, 4_000, null),
  trade('160500', 70_500, 3, 'buy', { hours: 'after' }),
];

function playing(events: RecordedInstrument['events'] = EVENTS): Exchange {
  return createExchange({
    seed: 1,
    firstTradingDay: DAY,
    historyDays: 0,
    listings: LISTINGS.slice(0, 1),
    accounts: [{ id: ACCOUNT, cash: CASH }],
    market: (start) =>
      new RecordedMarket(start, { date: DAY, instruments: new Map([[symbol, { events, base: BASE }]]) }),
  });
}

describe('a recorded day', () => {
  it('has the trades that were told of the regular session of KRX, auctions at their end', () => {
    const exchange = playing();
    const told = listenTo(exchange);
    exchange.advanceTo(moment('2100'));
    const trades = told.filter((event) => event.type === 'trade');
    expect(trades.map(({ price, quantity, aggressor }) => [price, quantity, aggressor])).toEqual([
      [70_300, 5_000, null],
      [70_400, 20, 'buy'],
      [70_300, 15, 'buy'],
      [70_250, 5, 'sell'],
      [70_100, 50, 'sell'],
      [70_500, 4_000, null],
    ]);
    expect(exchange.market.dailyBars(symbol).at(-1)).toMatchObject({
      ...{ open: 70_300, high: 70_500, low: 70_100, close: 70_500, volume: 9_090 },
    });
    expect(exchange.market.day(symbol)!.reference).toMatchObject({ base: BASE, upperLimit: 91_000 });
  });

  it('shows the recorded books, level by level', () => {
    const exchange = playing();
    exchange.advanceTo(moment('091000'));
    expect(exchange.market.book(symbol)).toMatchObject({
      asks: [
        { price: 70_300, quantity: 40 },
        { price: 70_400, quantity: 90 },
        { price: 70_600, quantity: 10 },
      ],
      bids: [
        { price: 70_200, quantity: 30 },
        { price: 70_100, quantity: 80 },
      ],
    });
    exchange.advanceTo(moment('091004'));
    expect(exchange.market.book(symbol)).toMatchObject({
      asks: [
        { price: 70_300, quantity: 25 },
        { price: 70_400, quantity: 90 },
      ],
    });
  });

  it('lets orders of accounts take the recorded shares', () => {
    const exchange = playing();
    exchange.advanceTo(moment('091001'));
    exchange.orders.submit(ACCOUNT, marketOrder('buy', 100));
    const fills = exchange.orders.fillsOf(ACCOUNT, DAY);
    const at = (price: number) =>
      fills.filter((fill) => fill.price === price).reduce((sum, { quantity }) => sum + quantity, 0);
    expect([at(70_300), at(70_400), at(70_600)]).toEqual([40, 60, 0]);
  });

  it('fills what waits at a price when the recorded queue before it is gone', () => {
    const exchange = playing();
    exchange.advanceTo(moment('091001'));
    exchange.orders.submit(ACCOUNT, limitOrder('buy', 9, 70_200));
    exchange.orders.submit(ACCOUNT, limitOrder('buy', 9, 70_000));
    exchange.advanceTo(moment('091900'));
    expect(exchange.orders.of(ACCOUNT, DAY).map(({ filled }) => filled)).toEqual([0, 0]);
    // At 09:20 the tape trades a tick below the first one.
    exchange.advanceTo(moment('092100'));
    expect(exchange.orders.of(ACCOUNT, DAY).map(({ filled }) => filled)).toEqual([9, 0]);
  });

  it('is over when it is over: the next day nothing is traded', () => {
    const exchange = playing();
    exchange.advanceTo(moment('2100', NEXT_DAY));
    expect(exchange.market.day(symbol)).toMatchObject({ last: null, reference: { base: 70_500 } });
  });

  it('is refused when a trade of it cannot have been one', () => {
    expect(() => playing([trade('100000', 70_130, 5, 'buy')])).toThrow('70130 is no price of 2026-11-23');
  });

  it('has a made-up book when none was recorded', () => {
    const exchange = playing(EVENTS.filter(({ type }) => type === 'trade'));
    exchange.advanceTo(moment('0915'));
    expect(exchange.market.book(symbol)!.asks).toHaveLength(10);
  });
});
