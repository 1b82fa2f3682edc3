// Of whom the market is made, by the kind of instrument: how much of the value each investor kind trades, and how much of that
// by program. All figures are ours, of the size that is usual in Korea: individuals are four fifths of KOSDAQ and less than
// half of the large names of KOSPI, programs a quarter of these, nearly all of it without a future against it.

import type { Listing } from '../market/listing.ts';
import type { MarketVenue } from '../orders/order-terms.ts';
import { INVESTOR_KINDS, type InvestorKind } from './investor-kinds.ts';
import type { CustomerGroup } from './member-firms.ts';

/** An instrument as its investors see it. */
export type CrowdKind = 'large' | 'small' | 'kosdaq' | 'fund';

/** Who trades an instrument. */
export interface Crowd {
  /** By the order of `INVESTOR_KINDS`: shares of the value on either side. */
  readonly shares: readonly number[];
  /** By the same order: which part of it programs do, 0 to 1. */
  readonly byProgram: readonly number[];
  /** Which part of that is arbitrage. */
  readonly arbitrage: readonly number[];
}

/** Through which members each kind trades. */
export const CUSTOMER_GROUPS: readonly CustomerGroup[] = INVESTOR_KINDS.map((kind) => {
  if (kind === 'foreigner') return 'foreign';
  return kind === 'individual' || kind === 'resident-foreigner' ? 'retail' : 'institution';
});

type Figures = Readonly<Record<InvestorKind, number>>;

/** Thousandths of the value. */
const SHARES: Readonly<Record<CrowdKind, Figures>> = {
  large: figures(455, 320, 75, 12, 30, 3, 3, 55, 18, 9, 14, 6),
  small: figures(700, 175, 45, 6, 18, 2, 2, 18, 14, 1, 14, 5),
  kosdaq: figures(800, 130, 24, 2, 8, 1, 1, 8, 10, 1, 11, 4),
  fund: figures(400, 170, 350, 12, 20, 3, 8, 15, 5, 2, 13, 2),
};

/** Thousandths of what the kind trades. */
const BY_PROGRAM: Readonly<Record<CrowdKind, Figures>> = {
  large: figures(0, 520, 450, 250, 350, 50, 100, 400, 250, 850, 0, 0),
  small: figures(0, 320, 250, 150, 200, 50, 100, 300, 150, 800, 0, 0),
  kosdaq: figures(0, 320, 250, 150, 200, 50, 100, 300, 150, 800, 0, 0),
  fund: figures(0, 60, 30, 20, 20, 0, 0, 20, 0, 100, 0, 0),
};

/** Thousandths of the kind's programs. Arbitrage needs an index with a future: only large names have it. */
const ARBITRAGE: Figures = figures(0, 20, 120, 0, 20, 0, 0, 20, 0, 600, 0, 0);

const CROWDS: Readonly<Record<CrowdKind, Crowd>> = {
  large: crowd('large', ARBITRAGE),
  small: crowd('small', null),
  kosdaq: crowd('kosdaq', null),
  fund: crowd('fund', null),
};

/** The crowd of an instrument. */
export function crowdOf(listing: Listing, venue: MarketVenue): Crowd {
  return CROWDS[crowdKindOf(listing, venue)];
}

/** What kind of crowd an instrument has. On NXT individuals prevail even in large names. */
export function crowdKindOf({ instrument, isInKospi200 = false }: Listing, venue: MarketVenue): CrowdKind {
  if (instrument.kind !== 'stock') return 'fund';
  if (instrument.market !== 'KOSPI') return 'kosdaq';
  return isInKospi200 && venue === 'KRX' ? 'large' : 'small';
}

function crowd(kind: CrowdKind, arbitrage: Figures | null): Crowd {
  const parts = (of: Figures) => INVESTOR_KINDS.map((name) => of[name] / 1_000);
  return {
    shares: parts(SHARES[kind]),
    byProgram: parts(BY_PROGRAM[kind]),
    arbitrage: arbitrage === null ? INVESTOR_KINDS.map(() => 0) : parts(arbitrage),
  };
}

/** Figures in the order of `INVESTOR_KINDS`. */
function figures(...numbers: readonly number[]): Figures {
  return Object.fromEntries(INVESTOR_KINDS.map((kind, at) => [kind, numbers[at] ?? 0])) as Figures;
}
