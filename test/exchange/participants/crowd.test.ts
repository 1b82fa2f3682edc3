// Of whom the market of an instrument is made: figures that add up, and which kind of crowd it has.

import { expect, it } from 'vitest';
import type { Listing } from '#exchange/market/listing.ts';
import { type CrowdKind, crowdKindOf, crowdOf } from '#exchange/participants/crowd.ts';
import { ECOPRO, LISTINGS, SAMSUNG } from '../support.ts';

const listing = (parts: Partial<Listing>): Listing => ({ ...LISTINGS[0]!, ...parts });
const FUND = { ...SAMSUNG, kind: 'etf' } as const;

it.each<[string, Partial<Listing>, 'KRX' | 'NXT', CrowdKind]>([
  ['a name of KOSPI 200', { instrument: SAMSUNG, isInKospi200: true }, 'KRX', 'large'],
  ['a name of KOSPI 200, on NXT', { instrument: SAMSUNG, isInKospi200: true }, 'NXT', 'small'],
  ['another name of KOSPI', { instrument: SAMSUNG, isInKospi200: false }, 'KRX', 'small'],
  ['a name of KOSDAQ', { instrument: ECOPRO }, 'KRX', 'kosdaq'],
  ['a name of KOSDAQ, on NXT', { instrument: ECOPRO }, 'NXT', 'kosdaq'],
  ['a fund', { instrument: FUND, isInKospi200: true }, 'KRX', 'fund'],
])('%s', (_what, parts, venue, kind) => {
  expect(crowdKindOf(listing(parts), venue)).toBe(kind);
  const { shares, byProgram, arbitrage } = crowdOf(listing(parts), venue);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  for (const part of [...byProgram, ...arbitrage]) expect(part >= 0 && part <= 1).toBe(true);
});

it('only large names have arbitrage: it needs an index with a future', () => {
  const hasArbitrage = (parts: Partial<Listing>, venue: 'KRX' | 'NXT') =>
    crowdOf(listing(parts), venue).arbitrage.some((part) => part > 0);
  expect(hasArbitrage({ instrument: SAMSUNG, isInKospi200: true }, 'KRX')).toBe(true);
  expect(hasArbitrage({ instrument: SAMSUNG, isInKospi200: true }, 'NXT')).toBe(false);
  expect(hasArbitrage({ instrument: ECOPRO }, 'KRX')).toBe(false);
});
