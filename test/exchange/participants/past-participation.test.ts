// Who traded on the days gone by: days that were saved and taken up again, totals of the model's past, and bars nobody is known of.

import { describe, expect, it } from 'vitest';
import { type Exchange, type ExchangeOptions, restoreExchange } from '#exchange/exchange.ts';
import { ChartMarket } from '#exchange/market/replay/market-charts.ts';
import { NumberSeries } from '#exchange/participants/number-series.ts';
import { DAY, exchangeAt, LISTINGS, moment, NEXT_DAY, newExchange } from '../support.ts';
import { MadeUpDay } from './support.ts';
import { everything, expectAllWhole, expectWhole, pictureOf, SYMBOLS, sumOf, VENUES } from './whole-days.ts';

describe('a saved day', () => {
  it('goes on with the trade after its last, as if it had not been saved', () => {
    const trade = (at: number) => ({
      at,
      price: 60_000 + at,
      quantity: 10 + (at % 7),
      isAuction: at % 50 === 0,
    });
    const whole = new MadeUpDay();
    const first = new MadeUpDay();
    for (let at = 1; at <= 400; at++) whole.add(trade(at * 1_000));
    for (let at = 1; at <= 250; at++) first.add(trade(at * 1_000));
    const second = new MadeUpDay();
    second.participants.resume(JSON.parse(JSON.stringify(first.participants.save())));
    for (let at = 251; at <= 400; at++) second.add(trade(at * 1_000));
    expect(second.participants.save()).toEqual(whole.participants.save());
    expect(second.participants.totals).toEqual(whole.participants.totals);
    const newest = { isWanted: () => true, limit: 40 };
    expect(second.participants.memberTrades(newest)).toEqual(whole.participants.memberTrades(newest));
  });

  it('writes nothing down for minutes in which no program traded', () => {
    const series = new NumberSeries(60_000);
    series.turn(0, Float64Array.of(0, 0));
    series.turn(60_000, Float64Array.of(5, 1));
    const { length } = series.save();
    series.turn(120_000, Float64Array.of(5, 1));
    series.turn(180_000, Float64Array.of(5, 1));
    expect(series.save()).toHaveLength(length);
    expect(series.steps(Float64Array.of(6, 1))).toEqual([
      [0, Float64Array.of(5, 1)],
      [180_000, Float64Array.of(1, 0)],
    ]);
  });
});

describe('a saved exchange', () => {
  const again = (exchange: Exchange, options: Partial<ExchangeOptions> = {}) =>
    restoreExchange(JSON.parse(JSON.stringify(exchange.save())), { listings: LISTINGS, ...options });

  it('knows who traded, today and on the days before', () => {
    const exchange = exchangeAt('210000', { nxt: true });
    exchange.advanceTo(moment('103017', NEXT_DAY));
    const restored = again(exchange);
    for (const symbol of SYMBOLS) {
      for (const venue of VENUES) {
        expect(pictureOf(restored, symbol, venue)).toEqual(pictureOf(exchange, symbol, venue));
        expect(restored.participants.days(symbol, venue)).toEqual(exchange.participants.days(symbol, venue));
      }
    }
    expect(restored.participants.days('005930', 'NXT').at(-1)!.date).toBe(DAY);
    restored.advanceTo(moment('152000', NEXT_DAY));
    expectAllWhole(restored);
    const { length } = restored.participants.today('005930')!.programMinutes();
    expect(
      new Set(
        restored.participants
          .today('005930')!
          .programMinutes()
          .map(({ at }) => at),
      ).size,
    ).toBe(length);
  });

  it('that was saved closed goes on as if it never stopped', () => {
    const exchange = exchangeAt('210000');
    const restored = again(exchange);
    for (const one of [exchange, restored]) one.advanceTo(moment('110000', NEXT_DAY));
    for (const symbol of SYMBOLS)
      expect(pictureOf(restored, symbol, 'KRX')).toEqual(pictureOf(exchange, symbol, 'KRX'));
  });

  it('by one that did not tell still adds up', () => {
    const exchange = exchangeAt('110000');
    const saved = JSON.parse(JSON.stringify(exchange.save()));
    for (const market of saved.markets) {
      delete market.participantDays;
      delete market.today.participants;
    }
    const restored = restoreExchange(saved, { listings: LISTINGS });
    expectAllWhole(restored);
    expect(restored.participants.today('005930')!.leaders('buy')).toHaveLength(5);
    restored.advanceTo(moment('120000'));
    expectAllWhole(restored);
  });
});

describe('the days before', () => {
  it('are totals that hold all of what the chart has', () => {
    const exchange = exchangeAt('100000', { historyDays: 5, nxt: true });
    const days = exchange.participants.days('005930');
    const bars = exchange.market.dailyBars('005930').slice(0, -1);
    expect(days).toHaveLength(5);
    for (const [index, day] of days.entries()) {
      const { bought, boughtValue } = sumOf(day.members);
      expectWhole(day, everything(bought, boughtValue));
      expect(bought).toBe(bars[index]!.volume);
      const price = boughtValue / bought;
      expect(price).toBeGreaterThan(bars[index]!.low - 1);
      expect(price).toBeLessThan(bars[index]!.high + 1);
    }
    expect(exchange.participants.days('005930', 'KRX', days[3]!.date)).toEqual(days.slice(3));
    const nxt = exchange.participants.days('005930', 'NXT');
    const nxtBars = exchange.market.dailyBars('005930', 'NXT').slice(0, nxt.length);
    expect(nxt).toHaveLength(5);
    expect(nxt.map(({ members }) => sumOf(members).sold)).toEqual(nxtBars.map(({ volume }) => volume));
    expect(exchange.participants.days('005930')).toEqual(days);
  });

  it('of real bars are nobody’s: who traded then is not known', () => {
    const charts = new Map([
      ['005930', { minutes: [], days: newExchange({ historyDays: 5 }).market.dailyBars('005930') }],
    ]);
    const exchange = newExchange({
      listings: LISTINGS.slice(0, 1),
      market: (start) => new ChartMarket(start, { charts, offTick: 'refuse' }),
    });
    expect(exchange.market.dailyBars('005930').length).toBeGreaterThan(0);
    expect(exchange.participants.days('005930')).toEqual([]);
  });

  it('become what the running day was', () => {
    const exchange = exchangeAt('210000', { historyDays: 1 });
    const { totals } = exchange.participants.today('247540')!;
    exchange.advanceTo(moment('080000', NEXT_DAY));
    expect(exchange.participants.days('247540').at(-1)).toEqual(totals);
    expect(exchange.participants.today('247540')!.totals.members).toEqual([]);
  });
});
