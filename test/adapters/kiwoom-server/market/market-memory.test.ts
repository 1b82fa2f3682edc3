// What a server that is opened late still tells of the day: the values of an index come from minutes until it saw them itself.

import { describe, expect, it } from 'vitest';
import { marketMemory } from '#adapters/kiwoom-server/market/market-memory.ts';
import { kstMoment } from '#domain/time.ts';
import { createExchange, type Exchange } from '#exchange/exchange.ts';

const DAY = '2026-11-23';
const KOSPI = '001';

function exchangeAt(clock: string): Exchange {
  const exchange = createExchange({ seed: 7, firstTradingDay: DAY, historyDays: 3, accounts: [] });
  exchange.advanceTo(kstMoment(DAY, clock));
  return exchange;
}

describe('values of an index, of a server that is opened', () => {
  it('after the session, are those of its minutes', () => {
    const exchange = exchangeAt('163000');
    const ticks = marketMemory(exchange).indexTicks(KOSPI);
    const minutes = exchange.indices.minuteBars(KOSPI, DAY);
    expect(ticks.length).toBe(minutes.length);
    expect(ticks.map(({ hundredths }) => hundredths)).toEqual(minutes.map(({ close }) => close));
    expect(ticks[0]!.at).toBe(kstMoment(DAY, '090100'));
    expect(ticks.at(-1)).toMatchObject({
      at: kstMoment(DAY, '153000'),
      dayVolume: minutes.reduce((sum, { volume }) => sum + volume, 0),
    });
  });

  it('in its middle, go on with those it sees, and their shares add up', () => {
    const exchange = exchangeAt('091230');
    const memory = marketMemory(exchange);
    exchange.advanceTo(kstMoment(DAY, '091500'));
    const ticks = memory.indexTicks(KOSPI);
    const seen = ticks.findIndex(({ at }) => at > kstMoment(DAY, '091230'));
    expect(ticks[seen - 1]!.at).toBe(kstMoment(DAY, '091200'));
    expect(ticks[seen]!.quantity).toBeLessThan(ticks[seen - 1]!.dayVolume);
    expect(ticks.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(ticks.at(-1)!.dayVolume);
  });

  it('in the morning, are its own alone, and so are those of the next day', () => {
    const exchange = exchangeAt('080000');
    const memory = marketMemory(exchange);
    exchange.advanceTo(kstMoment(DAY, '090500'));
    expect(memory.indexTicks(KOSPI)[0]!.at).toBeLessThan(kstMoment(DAY, '090040'));
    exchange.advanceTo(kstMoment('2026-11-24', '080000'));
    expect(memory.indexTicks(KOSPI)).toEqual([]);
  });
});
