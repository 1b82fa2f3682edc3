// The sectors of KOSPI and KOSDAQ by the codes that brokers list them under: what names of one trade have in common in the
// model, and the indices that are computed besides those of the two markets.

import type { Market } from '#domain/instrument.ts';

export type SectorCode = string;

export interface Sector {
  readonly code: SectorCode;
  readonly name: string;
  readonly market: Market;
  /** Standard deviation of a day's logarithmic return of the sector alone, the market's part not counted. */
  readonly volatility: number;
}

/** The sectors that listings of this exchange can belong to, in the order of their codes. */
export const SECTORS: readonly Sector[] = [
  sector('005', '음식료업', 'KOSPI', 0.006),
  sector('008', '화학', 'KOSPI', 0.009),
  sector('009', '의약품', 'KOSPI', 0.01),
  sector('011', '철강금속', 'KOSPI', 0.009),
  sector('012', '기계', 'KOSPI', 0.011),
  sector('013', '전기전자', 'KOSPI', 0.009),
  sector('015', '운수장비', 'KOSPI', 0.009),
  sector('016', '유통업', 'KOSPI', 0.007),
  sector('018', '건설업', 'KOSPI', 0.01),
  sector('021', '금융업', 'KOSPI', 0.007),
  sector('026', '서비스업', 'KOSPI', 0.009),
  sector('119', '화학', 'KOSDAQ', 0.011),
  sector('120', '제약', 'KOSDAQ', 0.013),
  sector('123', '기계·장비', 'KOSDAQ', 0.011),
  sector('124', '일반전기전자', 'KOSDAQ', 0.013),
  sector('125', '의료·정밀기기', 'KOSDAQ', 0.011),
  sector('132', '소프트웨어', 'KOSDAQ', 0.012),
  sector('136', '반도체', 'KOSDAQ', 0.014),
  sector('137', 'IT부품', 'KOSDAQ', 0.012),
];

const BY_CODE: ReadonlyMap<SectorCode, Sector> = new Map(SECTORS.map((each) => [each.code, each]));

/** The sector of a code; undefined for a code that is not in the table. */
export function sectorOf(code: SectorCode): Sector | undefined {
  return BY_CODE.get(code);
}

function sector(code: SectorCode, name: string, market: Market, volatility: number): Sector {
  return { code, name, market, volatility };
}
