// What a trade is told with, and what is kept of days that are over: figures at the trade itself, the trades of a few days.

import { describe, expect, it } from 'vitest';
import { kstMidnight } from '#domain/time.ts';
import type { ExchangeEvent } from '#exchange/contract.ts';
import { BarArchive, KEPT_TICK_DAYS } from '#exchange/day/bar-archive.ts';
import { TickLog } from '#exchange/day/market-ticks.ts';
import { DEFAULT_LISTINGS } from '#exchange/market/listing.ts';
import { ACCOUNT, exchangeAt, marketOrder, moment } from '../support.ts';

type Trade = Extract<ExchangeEvent, { type: 'trade' }>;

describe('a trade', () => {
  it('within a sweep is told with open, high and low as they were right after it', () => {
    const exchange = exchangeAt('090500', { accounts: [{ id: ACCOUNT, cash: 1e13 }] });
    const before = exchange.market.day('005930')!;
    const trades: Trade[] = [];
    exchange.listen((event) => {
      if (event.type === 'trade' && event.symbol === '005930') trades.push(event);
    });
    exchange.orders.submit(ACCOUNT, marketOrder('buy', 600_000));
    const prices = trades.map(({ price }) => price);
    expect(new Set(prices).size).toBeGreaterThan(3);
    let high = before.high!;
    for (const { price, dayOpen, dayHigh, dayLow } of trades) {
      high = Math.max(high, price);
      expect([dayOpen, dayHigh, dayLow]).toEqual([before.open, high, before.low]);
    }
    expect(trades[0]!.dayHigh).toBeLessThan(trades.at(-1)!.dayHigh!);
    expect(exchange.market.day('005930')!.high).toBe(trades.at(-1)!.dayHigh);
  });

  it('is told with the times of the first and the last of its day', () => {
    const exchange = exchangeAt('080000', { nxt: true, listings: DEFAULT_LISTINGS });
    const first = new Map<string, number>();
    const last = new Map<string, number>();
    exchange.listen((event) => {
      if (event.type !== 'trade' || event.symbol !== '005930') return;
      if (event.dayOpen !== null && !first.has(event.venue)) first.set(event.venue, event.at);
      last.set(event.venue, event.at);
    });
    exchange.advanceTo(moment('091000'));
    for (const venue of ['KRX', 'NXT'] as const) {
      const { openAt, lastAt } = exchange.market.day('005930', venue)!;
      expect([openAt, lastAt]).toEqual([first.get(venue), last.get(venue)]);
    }
    expect(exchange.market.day('005930', 'NXT')!.openAt!).toBeLessThan(moment('090000'));
  });
});

describe('trades of days that are over', () => {
  it('are kept for a few days, with who came', () => {
    const archive = new BarArchive('005930', [], []);
    const dates = ['2026-11-20', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'];
    for (const [index, date] of dates.entries()) {
      const log = new TickLog();
      log.add(kstMidnight(date) + 1_000, 70_000 + index, 3, 'sell');
      archive.add({ date, numbers: [540, 1, 1, 1, 1, 3] }, log, 1);
    }
    expect(archive.tickDates).toEqual(dates.slice(-KEPT_TICK_DAYS));
    expect(archive.ticks(dates[0]!)).toEqual([]);
    expect(archive.ticks(dates[4]!)).toEqual([
      { at: kstMidnight(dates[4]!) + 1_000, price: 70_004, quantity: 3, side: -1 },
    ]);
    expect(archive.save()).toHaveLength(5);
  });
});

describe('shares traded since a moment', () => {
  it('are those of the trades from then on', () => {
    const exchange = exchangeAt('093000');
    for (const at of ['090000', '091234', '092959', '093000']) {
      const since = exchange.market.ticks('005930').filter((tick) => tick.at >= moment(at));
      const volume = since.reduce((sum, { quantity }) => sum + quantity, 0);
      expect(exchange.market.volumeSince('005930', moment(at))).toBe(volume);
    }
    expect(exchange.market.volumeSince('005930', moment('093000'), 'NXT')).toBe(0);
  });
});
