// What each kind of action does to the base price, to the number of shares, and to prices of before.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOnTick, tickTable } from '#domain/tick.ts';
import { kstMidnight } from '#domain/time.ts';
import {
  ACTION_KINDS,
  ACTION_TRAITS,
  type CorporateAction,
  closeForBase,
  isConverting,
  isFewer,
} from '#exchange/corporate/corporate-action.ts';
import {
  adjustedBars,
  adjustedPrice,
  adjustedTrades,
  adjustmentsOf,
} from '#exchange/corporate/price-adjustment.ts';
import { indexSharesAt, indexSharesOn, listedSharesOn, listingOn } from '#exchange/corporate/share-counts.ts';
import { DEFAULT_LISTINGS, type Listing } from '#exchange/market/listing.ts';
import { action } from './actions.ts';

const SHARE = DEFAULT_LISTINGS[0]!;
const FUND = DEFAULT_LISTINGS[4]!;
const BEFORE = '2026-11-23';
const ON = '2026-11-24';

function acting(listing: Listing, ...actions: readonly CorporateAction[]): Listing {
  return { ...listing, actions };
}

describe('the base price of the day it begins (krx-rules 2)', () => {
  it.each([
    { given: action('split', ON, '1:5'), close: 71_000, base: 14_200 },
    // 13,333.3 is cut to 13,333 and raised to the tick of 10
    { given: action('split', ON, '1:3'), close: 40_000, base: 13_340 },
    { given: action('reverse-split', ON, '10:1'), close: 1_234, base: 12_340 },
    { given: action('capital-reduction', ON, '5:1'), close: 1_234, base: 6_170 },
    { given: action('bonus-issue', ON, '1:2'), close: 20_050, base: 10_030 },
    // five shares at 40,000 and one at 30,000 are six at 38,333.3
    { given: { ...action('rights-issue', ON, '5:6'), discount: 25 }, close: 40_000, base: 38_350 },
    { given: { ...action('rights-issue', ON, '5:6'), discount: 0 }, close: 40_000, base: 40_000 },
    { given: action('stock-dividend', ON, '100:103'), close: 50_000, base: 48_550 },
    { given: action('cash-dividend', ON, 361), close: 71_000, base: 71_000 },
  ])('$given.kind: $close becomes $base', ({ given, close, base }) => {
    expect(closeForBase(acting(SHARE, given), { date: BEFORE, close }, ON)).toBe(base);
  });

  it.each([
    { paid: 180, close: 36_500, base: 36_320 },
    { paid: 181, close: 36_500, base: 36_320 },
    { paid: 40_000, close: 36_500, base: 1 },
  ])('a fund that pays $paid falls from $close to $base', ({ paid, close, base }) => {
    expect(closeForBase(acting(FUND, action('distribution', ON, paid)), { date: BEFORE, close }, ON)).toBe(
      base,
    );
  });

  it('is that of the day before on every other day', () => {
    const listing = acting(SHARE, action('split', ON, '1:5'));
    const last = { date: BEFORE, close: 71_000 };
    expect(closeForBase(listing, last, BEFORE)).toBe(71_000);
    expect(closeForBase(listing, { date: ON, close: 14_500 }, '2026-11-25')).toBe(14_500);
    // then nothing was traded on the day of the split: its base price goes on
    expect(closeForBase(listing, last, '2026-11-25')).toBe(14_200);
  });

  it('takes two actions of one day after each other', () => {
    const listing = acting(FUND, action('split', ON, '1:2'), action('distribution', ON, 100));
    expect(closeForBase(listing, { date: BEFORE, close: 36_500 }, ON)).toBe(18_150);
  });

  it('is a price of the grid, never below the theoretical one and less than a tick above it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 2_000_000 }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 100 }),
        (close, before, after) => {
          const base = closeForBase(
            acting(SHARE, action('split', ON, `${before}:${after}`)),
            { date: BEFORE, close },
            ON,
          );
          const table = tickTable(SHARE.instrument, ON);
          const exact = Math.floor((close * before) / after);
          expect(isOnTick(table, base)).toBe(true);
          expect(base).toBeGreaterThanOrEqual(Math.max(1, exact));
          expect(base - Math.max(1, exact)).toBeLessThan(1_000);
        },
      ),
    );
  });
});

describe('a halt for the exchange of shares', () => {
  it('is from its first day up to the day before the new shares', () => {
    const listing = acting(SHARE, { ...action('split', ON, '1:5'), haltedFrom: '2026-11-19' });
    const days = ['2026-11-18', '2026-11-19', '2026-11-23', ON];
    expect(days.map((day) => isConverting(listing, day))).toEqual([false, true, true, false]);
  });
});

describe('the number of shares', () => {
  const listing: Listing = {
    ...acting(SHARE, { ...action('bonus-issue', ON, '2:3'), deliveredOn: '2026-12-15' }),
    listedShares: 1_001,
    dailyVolume: 100,
  };

  it.each([
    { on: '2026-11-23', listed: 1_001, counted: 1_001, volume: 100 },
    { on: ON, listed: 1_001, counted: 1_501, volume: 150 },
    { on: '2026-12-14', listed: 1_001, counted: 1_501, volume: 150 },
    { on: '2026-12-15', listed: 1_501, counted: 1_501, volume: 150 },
  ])('$on: listed $listed, counted in indices $counted', ({ on, listed, counted, volume }) => {
    expect(listedSharesOn(listing, on)).toBe(listed);
    expect(indexSharesOn(listing, on)).toBe(counted);
    expect(indexSharesAt(listing)(kstMidnight(on))).toBe(counted);
    expect(listingOn(listing, on)).toMatchObject({ listedShares: listed, dailyVolume: volume });
  });

  it('grows by a rights issue when its shares are listed, in indices by what is given of it', () => {
    const rights = { ...action('rights-issue', ON, '5:6'), discount: 25, deliveredOn: '2026-12-30' };
    const issuing = { ...acting(SHARE, rights), listedShares: 5_000_000, dailyVolume: 1_000 };
    expect(['2026-12-29', '2026-12-30'].map((day) => listedSharesOn(issuing, day))).toEqual([
      5_000_000, 6_000_000,
    ]);
    const [before, after] = [BEFORE, ON].map((day) => indexSharesOn(issuing, day));
    expect(before).toBe(5_000_000);
    // the market is worth what it was at the theoretical price
    expect(after! * 38_333.33).toBeCloseTo(5_000_000 * 40_000, -6);
  });

  it('does not change with what is paid in cash', () => {
    const paying = acting(SHARE, action('cash-dividend', ON, 361));
    expect(listedSharesOn(paying, '2027-12-01')).toBe(SHARE.listedShares);
  });
});

/** An instrument that closed at `close` before everything. */
function past(listing: Listing, close: number) {
  return { listing, archive: { lastBefore: () => ({ date: '2026-11-02', close }) } };
}

const SOURCE = { basePrice: (_listing: Listing, _date: string, close: number | null) => close ?? 0 };

function bar(date: string, close: number, volume: number) {
  const start = Date.parse(`${date}T00:00:00+09:00`);
  return { start, open: close, high: close + 100, low: close - 100, close, volume };
}

describe('adjusted prices', () => {
  it('before a split of one into five are a fifth, and volumes five times', () => {
    const steps = adjustmentsOf(past(acting(SHARE, action('split', ON, '1:5')), 71_000), SOURCE, ON);
    const bars = [bar('2026-11-23', 71_000, 10), bar(ON, 14_300, 50)];
    expect(adjustedBars(bars, steps)).toEqual([
      { ...bars[0], open: 14_200, high: 14_220, low: 14_180, close: 14_200, volume: 50 },
      bars[1],
    ]);
  });

  it('before a rights issue fall by its gift, and volumes grow as much', () => {
    const rights = { ...action('rights-issue', ON, '5:6'), discount: 25 };
    const steps = adjustmentsOf(past(acting(SHARE, rights), 40_000), SOURCE, ON);
    const [bar0] = adjustedBars([bar('2026-11-23', 40_000, 23_000)], steps);
    expect(bar0).toMatchObject({ close: 38_350, volume: 24_000 });
  });

  it('know no actions that are still to come, and no dividends in cash', () => {
    const split = acting(SHARE, action('cash-dividend', '2026-11-20', 300), action('split', ON, '1:5'));
    expect(adjustmentsOf(past(split, 71_000), SOURCE, '2026-11-23')).toEqual([]);
  });

  it('are continuous over an action: the adjusted close before it is the base price of the day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ACTION_KINDS),
        fc.integer({ min: 5_000, max: 1_000_000 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        (kind, close, before, more) => {
          const told =
            ACTION_TRAITS[kind].gives === 'cash'
              ? action(kind, ON, Math.floor(close / (10 + more)))
              : action(kind, ON, isFewer(kind) ? `${before + more}:${before}` : `${before}:${before + more}`);
          const listing = acting(SHARE, told);
          const base = closeForBase(listing, { date: BEFORE, close }, ON);
          const steps = adjustmentsOf(past(listing, close), SOURCE, ON);
          expect(adjustedPrice(close, steps, '2026-11-23', ON)).toBe(base);
          expect(adjustedBars([bar('2026-11-23', close, 1_000)], steps)[0]?.close).toBe(base);
          // what was traded is worth what it was, up to the tick of the base price and a share
          const [trade] = adjustedTrades(
            [{ at: Date.parse('2026-11-23T10:00:00+09:00'), price: close, quantity: 1_000_000 }],
            steps,
          );
          if (told.ratio !== null)
            expect(Math.abs((trade!.price * trade!.quantity) / (close * 1_000_000) - 1)).toBeLessThan(0.03);
        },
      ),
    );
  });

  it('of several actions follow each other', () => {
    const listing = acting(SHARE, action('split', '2026-11-20', '1:2'), action('bonus-issue', ON, '1:2'));
    const steps = adjustmentsOf(past(listing, 40_000), SOURCE, ON);
    const days = ['2026-11-19', '2026-11-20', '2026-11-23', ON];
    expect(
      adjustedBars(
        days.map((day) => bar(day, 40_000, 8)),
        steps,
      ).map(({ close, volume }) => [close, volume]),
    ).toEqual([
      [10_000, 32],
      [20_000, 16],
      [20_000, 16],
      [40_000, 8],
    ]);
  });

  it('hand on the very same bars where there is nothing to adjust', () => {
    const bars = [bar(ON, 14_300, 50)];
    expect(adjustedBars(bars, [])).toBe(bars);
    const steps = adjustmentsOf(past(acting(SHARE, action('split', ON, '1:5')), 71_000), SOURCE, ON);
    expect(adjustedBars(bars, steps)).toBe(bars);
  });
});

it.each([
  { name: 'across the day', from: BEFORE, to: ON, price: 14_200 },
  { name: 'until long after it', from: '2026-10-01', to: '2026-12-30', price: 14_200 },
  { name: 'up to the day before', from: '2026-10-01', to: BEFORE, price: 71_000 },
  { name: 'from the day on', from: ON, to: '2026-12-30', price: 71_000 },
])('a price is adjusted by what begins after its date through the other: $name', ({ from, to, price }) => {
  const ratios = [{ before: 1, after: 5 }];
  const split = { on: ON, kinds: ['split'], close: 71_000, base: 14_200, ratios } as const;
  expect(adjustedPrice(71_000, [split], from, to)).toBe(price);
});
