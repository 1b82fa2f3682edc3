// Dates of the past: the exchange opens on the first day whose rules are known, and plays each day by the rules of its time.

import { describe, expect, it } from 'vitest';
import { isOnTick, TICKS_KNOWN_FROM, tickTable } from '#domain/tick.ts';
import { kstClockText, kstDate } from '#domain/time.ts';
import { accepted, fillsOf, order, quietExchange, send } from './quiet-market.ts';
import { ACCOUNT, listenTo, moment, newExchange, SAMSUNG } from './support.ts';

const SPRING = '2014-05-07';
const AUTUMN = '2014-09-01';

describe('the past of an exchange', () => {
  it.each([
    ['all that was asked for', SPRING, 120, 120],
    ['what the known grids reach back to', '2010-10-08', 120, 4],
    ['nothing on the first day whose grid is known', TICKS_KNOWN_FROM, 120, 0],
    ['nothing where none is asked for', SPRING, 0, 0],
  ])('is %s', (_name, firstTradingDay, historyDays, days) => {
    const exchange = newExchange({ firstTradingDay, historyDays });
    const bars = exchange.market.dailyBars('005930', 'KRX');
    expect(bars).toHaveLength(days);
    for (const { start, close } of bars)
      expect(isOnTick(tickTable(SAMSUNG, kstDate(start)), close)).toBe(true);
  });
});

describe('a day of 2014', () => {
  it('has limits of 15 %, the grid of its time, and closes at three', () => {
    const exchange = newExchange({ firstTradingDay: SPRING, historyDays: 1 });
    const events = listenTo(exchange);
    exchange.advanceTo(moment('180100', SPRING));
    const day = exchange.market.day('005930')!;
    const { base, upperLimit, lowerLimit } = day.reference;
    expect(upperLimit / base).toBeCloseTo(1.15, 2);
    expect(lowerLimit / base).toBeCloseTo(0.85, 2);
    expect(day.volume).toBeGreaterThan(0);
    const table = tickTable(SAMSUNG, SPRING);
    const wrong = events.flatMap((event) => {
      if (event.type !== 'trade' || event.symbol !== '005930') return [];
      const { price } = event;
      return isOnTick(table, price) && price >= lowerLimit && price <= upperLimit ? [] : price;
    });
    expect(wrong).toEqual([]);
    const phases = events.flatMap((event) =>
      event.type === 'phase' && event.venue === 'KRX'
        ? [`${kstClockText(event.at).slice(0, 5)} ${event.phase}`]
        : [],
    );
    expect(phases).toEqual([
      '08:00 opening-auction',
      '09:00 continuous',
      '14:50 closing-auction',
      '15:00 post-close',
      '15:30 after-hours',
      '18:00 closed',
    ]);
  });

  it.each([
    ['every half hour within 5 %', SPRING, '155959', '160031', 74_500],
    ['every ten minutes within 10 % from September on', AUTUMN, '153959', '154031', 78_100],
  ])('holds auctions after hours %s', (_name, date, before, after, upperLimit) => {
    const exchange = quietExchange('153500', { firstTradingDay: date });
    const evening = (price: number) => ({ type: 'after-hours-limit', price }) as const;
    const submit = (side: 'buy' | 'sell', price: number) =>
      exchange.orders.submit(ACCOUNT, order(side, 5, evening(price)));
    expect(submit('buy', upperLimit + 100)).toMatchObject({ ok: false });
    accepted(submit('sell', upperLimit));
    const bought = send(exchange, ACCOUNT, order('buy', 5, evening(71_500)));
    accepted(submit('sell', 71_500));
    exchange.advanceTo(moment(before, date));
    expect(fillsOf(exchange, bought)).toEqual([]);
    exchange.advanceTo(moment(after, date));
    expect(fillsOf(exchange, bought)).toEqual([[71_500, 5]]);
  });
});
