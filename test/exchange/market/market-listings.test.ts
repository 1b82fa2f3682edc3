// Made-up listings: as many as asked for, the known five first, everything within the rules.

import { describe, expect, it } from 'vitest';
import { isOnTick, tickTable } from '#domain/tick.ts';
import { isSymbolCode } from '#domain/units.ts';
import { DEFAULT_LISTINGS } from '#exchange/market/listing.ts';
import { makeListings } from '#exchange/market/market-listings.ts';
import { sectorOf } from '#exchange/market/market-sectors.ts';

const LISTINGS = makeListings(7, 300);

describe('made-up listings', () => {
  it('begin with the five that every market has', () => {
    expect(LISTINGS.slice(0, 5)).toEqual(DEFAULT_LISTINGS);
    expect(makeListings(7, 3)).toEqual(DEFAULT_LISTINGS.slice(0, 3));
  });

  it('are the same for the same seed, however many are asked for', () => {
    expect(makeListings(7, 40)).toEqual(LISTINGS.slice(0, 40));
    expect(makeListings(8, 40)).not.toEqual(LISTINGS.slice(0, 40));
  });

  it('have codes and names of their own', () => {
    expect(LISTINGS).toHaveLength(300);
    expect(new Set(LISTINGS.map(({ instrument }) => instrument.symbol)).size).toBe(300);
    expect(new Set(LISTINGS.map(({ instrument }) => instrument.name)).size).toBe(300);
    expect(LISTINGS.every(({ instrument }) => isSymbolCode(instrument.symbol))).toBe(true);
  });

  it('start at valid prices and belong to a sector of their market', () => {
    for (const { instrument, startPrice, sector, listedShares, dailyVolume } of LISTINGS) {
      expect(isOnTick(tickTable(instrument, '2026-11-23'), startPrice)).toBe(true);
      expect(dailyVolume).toBeGreaterThan(0);
      expect(listedShares).toBeGreaterThan(0);
      if (instrument.kind === 'stock') expect(sectorOf(sector!)!.market).toBe(instrument.market);
      else expect(sector ?? null).toBeNull();
    }
  });

  it('are of both markets, with funds that follow twice the market and its opposite', () => {
    const count = (market: string) =>
      LISTINGS.filter(({ instrument }) => instrument.market === market).length;
    expect(count('KOSPI')).toBeGreaterThan(80);
    expect(count('KOSDAQ')).toBeGreaterThan(80);
    const funds = LISTINGS.filter(({ instrument }) => instrument.kind === 'etf');
    expect(funds.length).toBeGreaterThan(20);
    for (const leverage of [2, -1, -2]) {
      expect(funds.find(({ instrument }) => instrument.leverage === leverage)!.beta).toBe(leverage);
    }
  });

  it('are few large and many small', () => {
    const worths = LISTINGS.filter(({ instrument }) => instrument.kind === 'stock')
      .map(({ listedShares, startPrice }) => listedShares * startPrice)
      .sort((a, b) => b - a);
    const total = worths.reduce((sum, worth) => sum + worth, 0);
    const largest = worths.slice(0, 20).reduce((sum, worth) => sum + worth, 0);
    expect(largest / total).toBeGreaterThan(0.6);
  });
});
