// Which indices there are and whose prices they are made of: every share of a market or a sector, the largest, middle and small
// ones of the KOSPI, and the selections that brokers list beside them. Funds are in none.

import type { SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { IndexName } from '../../contract.ts';
import type { Listing } from '../listing.ts';
import { SECTORS } from '../market-sectors.ts';

export const KOSPI_INDEX_CODE = '001';
export const KOSDAQ_INDEX_CODE = '101';

/** An index and its rule. */
export interface IndexDefinition extends IndexName {
  /** Hundredths of a point at the starting prices. */
  readonly first: number;
  /** True for its members; `place` counts the shares of the listing's market from the dearest, from 1, `overall` those of both. */
  readonly has: (listing: Listing, place: number, overall: number) => boolean;
}

const FIRST_KOSPI = 270_000;
const FIRST_KOSDAQ = 85_000;
const FIRST_KOSPI_200 = 36_000;
const FIRST_KRX_100 = 580_000;
const FIRST_OF_THOUSAND = 100_000;

/**
 * Codes and names as the guide lists them (ka20001, 업종코드). KRX sorts the KOSPI by size at its 100th and 300th place; its other
 * selections look at turnover and sectors as well, ours at market value alone.
 */
export const INDICES: readonly IndexDefinition[] = [
  index(KOSPI_INDEX_CODE, '종합(KOSPI)', FIRST_KOSPI, isOf('KOSPI')),
  index('002', '대형주', FIRST_KOSPI, placed('KOSPI', 1, 100)),
  index('003', '중형주', FIRST_KOSPI, placed('KOSPI', 101, 300)),
  index('004', '소형주', FIRST_KOSPI, placed('KOSPI', 301, Number.POSITIVE_INFINITY)),
  index(KOSDAQ_INDEX_CODE, '종합(KOSDAQ)', FIRST_KOSDAQ, isOf('KOSDAQ')),
  index('201', 'KOSPI200', FIRST_KOSPI_200, placed('KOSPI', 1, 200)),
  index('302', 'KOSTAR', FIRST_OF_THOUSAND, placed('KOSDAQ', 1, 30)),
  index('701', 'KRX100', FIRST_KRX_100, (_listing, _place, overall) => overall <= 100),
  ...SECTORS.map(({ code, name }) => index(code, name, FIRST_OF_THOUSAND, ({ sector }) => sector === code)),
].sort((a, b) => (a.code < b.code ? -1 : 1));

/** True for what indices count: who is listed while the exchange plays stays out of them, however large (our decision). */
export function isIndexed({ listedOn }: Listing, firstTradingDay: TradeDate): boolean {
  return listedOn === undefined || listedOn < firstTradingDay;
}

/** Codes of the indices that each share is in, in the order of the codes; a fund is not in the map. */
export type IndexMembership = ReadonlyMap<SymbolCode, readonly string[]>;

/** Who is in what among these listings, by what all shares are worth at the starting prices: it stays so for good. */
export function indexMembership(listings: readonly Listing[]): IndexMembership {
  const shares = listings
    .filter(
      ({ instrument: { kind, market } }) => kind === 'stock' && (market === 'KOSPI' || market === 'KOSDAQ'),
    )
    .sort(
      (a, b) => startWorthOf(b) - startWorthOf(a) || (a.instrument.symbol < b.instrument.symbol ? -1 : 1),
    );
  const places = { KOSPI: 0, KOSDAQ: 0 };
  return new Map(
    shares.map((listing, at) => {
      const { symbol, market } = listing.instrument;
      const place = ++places[market as keyof typeof places];
      const mine = INDICES.filter(({ has }) => has(listing, place, at + 1));
      return [symbol, mine.map(({ code }) => code)];
    }),
  );
}

/** Won that all listed shares are worth at the starting price. */
export function startWorthOf({ listedShares, startPrice }: Listing): Won {
  return listedShares * startPrice;
}

function index(code: string, name: string, first: number, has: IndexDefinition['has']): IndexDefinition {
  return { code, name, first, has };
}

function isOf(market: 'KOSPI' | 'KOSDAQ'): IndexDefinition['has'] {
  return ({ instrument }) => instrument.market === market;
}

function placed(market: 'KOSPI' | 'KOSDAQ', from: number, through: number): IndexDefinition['has'] {
  return ({ instrument }, place) => instrument.market === market && place >= from && place <= through;
}
