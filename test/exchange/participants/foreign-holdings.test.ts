// What foreigners hold: begun by the seed, moved by nothing but what they trade, the same after a restore, and within the company.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kstMoment } from '#domain/time.ts';
import { createExchange, type Exchange, restoreExchange } from '#exchange/exchange.ts';
import { DEFAULT_LISTINGS } from '#exchange/market/listing.ts';
import { makeListings } from '#exchange/market/market-listings.ts';
import { foreignHoldings, foreignSharesAtStart } from '#exchange/participants/foreign-holdings.ts';
import { INVESTOR_KINDS } from '#exchange/participants/investor-kinds.ts';
import type { Participation } from '#exchange/participants/participation.ts';

const FIRST = '2026-11-23';
const SECOND = '2026-11-24';
const THIRD = '2026-11-25';
const SAMSUNG = '005930';
const KODEX = '069500';
const NOTHING = { bought: 0, sold: 0, boughtValue: 0, soldValue: 0 };

function market(seed = 7, historyDays = 8): Exchange {
  return createExchange({ seed, firstTradingDay: FIRST, historyDays, accounts: [] });
}

function dayOf(date: string, bought: number, sold: number): Participation {
  const kinds = Object.fromEntries(INVESTOR_KINDS.map((kind) => [kind, NOTHING])) as Participation['kinds'];
  const none = { arbitrage: NOTHING, 'non-arbitrage': NOTHING };
  const foreigner = { ...NOTHING, bought, sold };
  return { date, members: [], kinds: { ...kinds, foreigner }, programs: none, housePrograms: none };
}

describe('holdings', () => {
  it('go forward and back from where the exchange began, markets together', () => {
    const days = [
      dayOf('2026-11-20', 5, 1),
      dayOf('2026-11-19', 0, 30),
      dayOf(FIRST, 10, 3),
      dayOf(SECOND, 0, 2),
      dayOf(FIRST, 1, 0),
    ];
    expect(foreignHoldings(1_000, FIRST, days)).toEqual([
      { date: '2026-11-19', held: 996, change: -30 },
      { date: '2026-11-20', held: 1_000, change: 4 },
      { date: FIRST, held: 1_008, change: 8 },
      { date: SECOND, held: 1_006, change: -2 },
    ]);
  });

  it('of an exchange move by both markets, day after day, and now', () => {
    const exchange = market();
    exchange.advanceTo(kstMoment(SECOND, '100000'));
    const days = exchange.participants.foreignHoldings(SAMSUNG);
    expect(days).toHaveLength(10);
    expect(days.at(-1)?.date).toBe(SECOND);
    expect(days.find(({ date }) => date === '2026-11-20')?.held).toBe(
      foreignSharesAtStart(7, DEFAULT_LISTINGS[0]!),
    );
    const net = ({ kinds: { foreigner } }: Participation) => foreigner.bought - foreigner.sold;
    const venues = ['KRX', 'NXT'] as const;
    days.forEach(({ date, held, change }, index) => {
      expect(held - change).toBe(days[index - 1]?.held ?? held - change);
      const traded = venues.flatMap((venue) => [
        ...exchange.participants.days(SAMSUNG, venue),
        exchange.participants.today(SAMSUNG, venue)!.totals,
      ]);
      const that = traded.filter((day) => day.date === date).map(net);
      expect(change).toBe(that.reduce((sum, one) => sum + one, 0));
    });
    expect(exchange.participants.foreignHoldings(SAMSUNG, FIRST)).toEqual(days.slice(-2));
    expect(exchange.participants.foreignHoldings(SAMSUNG, SECOND)).toEqual(days.slice(-1));
  });

  it('are the same after a restore, and go on', () => {
    const exchange = market();
    exchange.advanceTo(kstMoment(SECOND, '200500'));
    const before = exchange.participants.foreignHoldings(SAMSUNG);
    const restored = restoreExchange(JSON.parse(JSON.stringify(exchange.save())));
    expect(restored.participants.foreignHoldings(SAMSUNG)).toEqual(before);
    restored.advanceTo(kstMoment(THIRD, '091000'));
    const after = restored.participants.foreignHoldings(SAMSUNG);
    expect(after.slice(0, before.length)).toEqual(before);
    const [last, now] = after.slice(-2);
    expect([now!.date, now!.held - now!.change]).toEqual([THIRD, last!.held]);
  });

  it('are not known of funds and of nobody', () => {
    const exchange = market();
    expect(exchange.participants.foreignHoldings(KODEX)).toEqual([]);
    expect(exchange.participants.foreignHoldings('999999')).toEqual([]);
    expect(foreignSharesAtStart(7, DEFAULT_LISTINGS[4]!)).toBeNull();
  });

  it('begin within the company, and leave foreigners room to trade', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        for (const listing of makeListings(seed, 30)) {
          const held = foreignSharesAtStart(seed, listing);
          if (listing.instrument.kind !== 'stock') expect(held).toBeNull();
          else {
            expect(held! / listing.listedShares).toBeGreaterThan(0.035);
            expect(held! / listing.listedShares).toBeLessThanOrEqual(0.6);
          }
        }
      }),
      { numRuns: 20, examples: [[814_552_119]] },
    );
  });

  it('stay within it through a long history', () => {
    const listings = makeListings(3, 16);
    const exchange = createExchange({
      seed: 3,
      firstTradingDay: FIRST,
      historyDays: 250,
      listings,
      accounts: [],
    });
    exchange.advanceTo(kstMoment(FIRST, '085000'));
    for (const { instrument, listedShares } of listings) {
      for (const { held } of exchange.participants.foreignHoldings(instrument.symbol)) {
        expect(held).toBeGreaterThan(0);
        expect(held).toBeLessThan(listedShares);
      }
    }
  });
});
