// New names: which ones a seed draws, how wild they are at first, and what a saved exchange keeps of them.

import { describe, expect, it } from 'vitest';
import { isWeekend, krxCalendar } from '#domain/calendar.ts';
import { addDays } from '#domain/time.ts';
import { drawnActions } from '#exchange/corporate/drawn-actions.ts';
import { DEFAULT_LISTINGS, type Listing } from '#exchange/market/listing.ts';
import { makeListings } from '#exchange/market/market-listings.ts';
import {
  asNewOn,
  drawnListingDays,
  isListedOn,
  savedListing,
  withSavedListing,
} from '#exchange/market/new-listings.ts';

const DATE = '2026-11-23';
const [KOREAN] = DEFAULT_LISTINGS;
const SHARE: Listing = { ...KOREAN!, dailyVolatility: 0.02, dailyVolume: 1_000, isOnNxt: true };
const NEW: Listing = { ...SHARE, listedOn: DATE };

function drawn(seed: number, count = 500): readonly Listing[] {
  const listings = drawnActions(seed, makeListings(seed, count, DATE), DATE, krxCalendar);
  return drawnListingDays(seed, listings, DATE, krxCalendar);
}

const isNew = ({ listedOn = '' }: Listing) => listedOn > '2010';

describe('a name', () => {
  it.each([
    ['the day before', '2026-11-22', false],
    ['its first day', DATE, true],
    ['a later day', '2027-03-02', true],
  ])('is listed or not on %s', (_day, date, is) => {
    expect(isListedOn(NEW, date)).toBe(is);
    expect(isListedOn({}, date)).toBe(true);
  });

  it.each([
    { after: 0, dailyVolatility: 0.08, dailyVolume: 12_000, isOnNxt: false },
    { after: 1, dailyVolatility: 0.05, dailyVolume: 4_000, isOnNxt: false },
    { after: 3, dailyVolatility: 0.05, dailyVolume: 4_000, isOnNxt: false },
    { after: 4, dailyVolatility: 0.032, dailyVolume: 2_000, isOnNxt: false },
    { after: 11, dailyVolatility: 0.02, dailyVolume: 1_000, isOnNxt: false },
    { after: 90, dailyVolatility: 0.02, dailyVolume: 1_000, isOnNxt: false },
    { after: 91, dailyVolatility: 0.02, dailyVolume: 1_000, isOnNxt: true },
  ])('$after days after its first', ({ after, ...expected }) => {
    expect(asNewOn(NEW, addDays(DATE, after))).toMatchObject(expected);
  });

  it('that is wild anyway is not made calmer, and one without a first day is as ever', () => {
    expect(asNewOn({ ...NEW, dailyVolatility: 0.2 }, DATE).dailyVolatility).toBe(0.2);
    expect(asNewOn({ ...NEW, dailyVolatility: 0.06 }, DATE).dailyVolatility).toBe(0.12);
    const { listedOn: _none, ...always } = NEW;
    expect(asNewOn(always, DATE)).toBe(always);
  });
});

describe('first days that a seed draws', () => {
  it('are the same for the same seed, and of few shares', () => {
    expect(drawn(3)).toEqual(drawn(3));
    const days = (seed: number) => drawn(seed).map(({ listedOn }) => listedOn);
    expect(days(3)).not.toEqual(days(4));
    const fresh = [3, 4, 5, 6].flatMap((seed) => drawn(seed).filter(isNew));
    // 35 of a thousand of about 1,500 shares that may be new
    expect(fresh.length).toBeGreaterThan(25);
    expect(fresh.length).toBeLessThan(90);
    for (const { instrument, designations, actions, listedOn } of fresh) {
      expect([instrument.kind, designations, actions]).toEqual(['stock', undefined, undefined]);
      if (DEFAULT_LISTINGS.some((one) => one.instrument.symbol === instrument.symbol)) continue;
      expect(krxCalendar.isTradingDay(listedOn!)).toBe(true);
    }
  });

  it('lie before and after the first day of the exchange', () => {
    const fresh = [3, 4, 5, 6].flatMap((seed) => drawn(seed).slice(DEFAULT_LISTINGS.length).filter(isNew));
    expect(fresh.some(({ listedOn }) => listedOn! < DATE)).toBe(true);
    expect(fresh.some(({ listedOn }) => listedOn! > DATE)).toBe(true);
  });

  it('are long ago for all others, on weekdays before any day that can be played', () => {
    const old = drawn(3).filter((listing) => !isNew(listing));
    expect(old.length).toBeGreaterThan(450);
    for (const { listedOn } of old) expect(isWeekend(listedOn!)).toBe(false);
  });

  it('leave the default names as they are', () => {
    expect(drawn(3, 5)).toEqual(DEFAULT_LISTINGS);
  });
});

describe('what is kept', () => {
  it('is the first day and the offering price, and wins over what is told later', () => {
    const kept = savedListing({ ...NEW, startPrice: 25_000 });
    expect(kept).toEqual({ symbol: '005930', listedOn: DATE, offeringPrice: 25_000 });
    const again = withSavedListing({ ...SHARE, listedOn: '2027-01-04', startPrice: 30_000 }, kept!);
    expect(again).toMatchObject({ listedOn: DATE, startPrice: 25_000 });
  });

  it('is nothing of a name that was always there, which it stays', () => {
    const { listedOn: _none, ...always } = SHARE;
    expect(savedListing(always)).toBeNull();
    expect(withSavedListing(NEW, undefined)).not.toHaveProperty('listedOn');
  });
});
