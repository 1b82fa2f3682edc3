// The trades of a day in numbers: what both markets say together is what one who saw all trades would say.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Flow,
  flowOfBoth,
  newFlow,
  priceAgo,
  seeTrade,
  strength,
} from '#adapters/kiwoom-server/market/flow.ts';
import { kstMoment, MINUTE_MS } from '#domain/time.ts';
import type { ExchangeEvent } from '#exchange/contract.ts';

type TradeEvent = Extract<ExchangeEvent, { type: 'trade' }>;

const OPEN = kstMoment('2026-11-23', '090000');

const trade = fc.record<TradeEvent>({
  type: fc.constant('trade'),
  venue: fc.constantFrom('KRX', 'NXT'),
  hours: fc.constant('regular'),
  at: fc.integer({ min: OPEN, max: OPEN + 5 * MINUTE_MS }),
  symbol: fc.constant('005930'),
  price: fc.integer({ min: 60_000, max: 60_005 }),
  quantity: fc.integer({ min: 1, max: 50 }),
  aggressor: fc.constantFrom('buy', 'sell', null),
});
const trades = fc.array(trade, { maxLength: 20 }).map((all) => all.toSorted((a, b) => a.at - b.at));

function flowOf(seen: readonly TradeEvent[]): Flow {
  const flow = newFlow();
  for (const one of seen) seeTrade(flow, one);
  return flow;
}

const figures = ({ bought, sold, buys, sells, high, low, openAt, minutes }: Flow) => ({
  ...{ bought, sold, buys, sells, high, low, openAt },
  minutes: minutes.map(({ minute, volume }) => [minute, volume]),
});

it('adds both markets up', () => {
  fc.assert(
    fc.property(trades, (all) => {
      const [krx, nxt] = (['KRX', 'NXT'] as const).map((venue) => all.filter((one) => one.venue === venue));
      const both = flowOfBoth(flowOf(krx!), flowOf(nxt!));
      expect(figures(both)).toEqual(figures(flowOf(all)));
      for (const { minute, price } of both.minutes) {
        const during = all.filter(({ at }) => Math.floor(at / MINUTE_MS) === minute);
        const last = during.findLast(({ venue }) => venue === 'KRX') ?? during.at(-1);
        expect(price).toBe(last?.price);
      }
    }),
  );
});

describe('a flow', () => {
  const at = (
    minute: number,
    price: number,
    quantity: number,
    aggressor: 'buy' | 'sell' | null,
  ): TradeEvent => ({
    ...{ type: 'trade', venue: 'KRX', hours: 'regular', symbol: '005930' },
    ...{ at: OPEN + minute * MINUTE_MS, price, quantity, aggressor },
  });
  const flow = flowOf([
    at(0, 100, 10, null),
    at(1, 103, 6, 'buy'),
    at(3, 99, 4, 'sell'),
    at(4, 103, 1, 'buy'),
  ]);

  it('knows when its extremes were first reached', () => {
    expect([flow.openAt, flow.highAt, flow.lowAt]).toEqual(
      [0, 1, 3].map((minute) => OPEN + minute * MINUTE_MS),
    );
  });

  it('is as strong as its buyers against its sellers, and as nothing while nobody sold', () => {
    expect(strength(flow)).toBe(175);
    expect(strength(flowOf([at(0, 100, 10, 'buy')]))).toBe(0);
  });

  it.each([
    ['at the end of that minute', 3, 103],
    ['at the end of the last one with a trade before it', 2, 103],
    ['of the newest trade for none', 0, 103],
    ['of the first trade where there was none so early', 60, 100],
  ])('tells the price %s', (_what, minutes, price) => {
    expect(priceAgo(flow, OPEN + 4 * MINUTE_MS, minutes)).toBe(price);
  });

  it('has no price before any trade', () => {
    expect(priceAgo(newFlow(), OPEN, 1)).toBeNull();
  });
});
