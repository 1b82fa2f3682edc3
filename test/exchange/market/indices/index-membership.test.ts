// Who is in which index: the dearest first, of each market and of both together.

import { describe, expect, it } from 'vitest';
import { indexMembership } from '#exchange/market/indices/index-membership.ts';
import type { Listing } from '#exchange/market/listing.ts';
import { LISTINGS, SAMSUNG } from '../../support.ts';

/** `count` shares of a market, the first the dearest: a share of the KOSPI is worth a little more than its peer of the KOSDAQ. */
function listings(
  market: 'KOSPI' | 'KOSDAQ' | 'KONEX',
  count: number,
  more: Partial<Listing> = {},
): Listing[] {
  const extra = { KOSPI: 1, KOSDAQ: 0, KONEX: 2 }[market];
  return Array.from({ length: count }, (_, index) => ({
    ...LISTINGS[0]!,
    sector: null,
    instrument: { ...SAMSUNG, market, symbol: `${market}${index + 1}` },
    listedShares: 10_000 - 2 * index + extra,
    startPrice: 1_000,
    ...more,
  }));
}

const FUND = { ...LISTINGS[0]!, instrument: { ...SAMSUNG, symbol: '069500', kind: 'etf' as const } };
const ALL = [...listings('KOSDAQ', 120), ...listings('KOSPI', 310), ...listings('KONEX', 3), FUND];
const MEMBERSHIP = indexMembership(ALL);

describe('who is in which index', () => {
  it.each([
    { symbol: 'KOSPI1', codes: ['001', '002', '201', '701'] },
    { symbol: 'KOSPI50', codes: ['001', '002', '201', '701'] },
    { symbol: 'KOSPI51', codes: ['001', '002', '201'] },
    { symbol: 'KOSPI100', codes: ['001', '002', '201'] },
    { symbol: 'KOSPI101', codes: ['001', '003', '201'] },
    { symbol: 'KOSPI200', codes: ['001', '003', '201'] },
    { symbol: 'KOSPI201', codes: ['001', '003'] },
    { symbol: 'KOSPI300', codes: ['001', '003'] },
    { symbol: 'KOSPI301', codes: ['001', '004'] },
    { symbol: 'KOSDAQ30', codes: ['101', '302', '701'] },
    { symbol: 'KOSDAQ31', codes: ['101', '701'] },
    { symbol: 'KOSDAQ50', codes: ['101', '701'] },
    { symbol: 'KOSDAQ51', codes: ['101'] },
  ])('$symbol is in $codes', ({ symbol, codes }) => {
    expect(MEMBERSHIP.get(symbol)).toEqual(codes);
  });

  it.each(['KONEX1', '069500'])('%s is in none', (symbol) => {
    expect(MEMBERSHIP.has(symbol)).toBe(false);
  });

  it('a share of a sector is in its index as well', () => {
    const [share] = listings('KOSPI', 1, { sector: '013' });
    expect(indexMembership([share!]).get('KOSPI1')).toEqual(['001', '002', '013', '201', '701']);
  });

  it('does not depend on the order that shares are listed in', () => {
    const backwards = indexMembership(ALL.toReversed());
    for (const [symbol, codes] of MEMBERSHIP) expect(backwards.get(symbol)).toEqual(codes);
  });
});
