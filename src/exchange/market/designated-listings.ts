// Made-up listings of which a few in a hundred are designated, as on a real list of KRX: so that a client meets names that are
// halted, warned of or on their way out. Shares are of a real list's size, and ours.

import type { TradingCalendar } from '#domain/calendar.ts';
import type { TradeDate } from '#domain/units.ts';
import { Random } from '../random.ts';
import type { Designation, DesignationKind } from './designations.ts';
import { DEFAULT_LISTINGS, type Listing } from './listing.ts';

/**
 * Of a thousand shares, and how long: so many trading days, from the date on without an end, or always. What is always halted
 * would have no past.
 */
const KINDS: readonly {
  readonly kind: DesignationKind;
  readonly perMille: number;
  readonly lasts: number | 'from-then-on' | 'always';
}[] = [
  { kind: 'administrative', perMille: 20, lasts: 'always' },
  { kind: 'caution', perMille: 20, lasts: 1 },
  { kind: 'warning', perMille: 10, lasts: 10 },
  { kind: 'risk', perMille: 3, lasts: 10 },
  { kind: 'low-liquidity', perMille: 10, lasts: 'always' },
  { kind: 'overheated', perMille: 8, lasts: 3 },
  { kind: 'liquidation', perMille: 4, lasts: 7 },
  { kind: 'halted', perMille: 10, lasts: 'from-then-on' },
];

/**
 * The same listings, some of them designated from `date` on. The default names, funds and members of KOSPI 200 stay as they
 * are. The same seed designates the same ones.
 */
export function designatedListings(
  seed: number,
  listings: readonly Listing[],
  date: TradeDate,
  calendar: Pick<TradingCalendar, 'addTradingDays'>,
): readonly Listing[] {
  const random = new Random(seed, 'designations');
  return listings.map((listing) => {
    const draw = random.uniform() * 1_000;
    if (
      listing.instrument.kind !== 'stock' ||
      listing.isInKospi200 === true ||
      DEFAULT_LISTINGS.includes(listing)
    )
      return listing;
    const designation = designationAt(draw, date, calendar);
    return designation === null ? listing : { ...listing, designations: [designation] };
  });
}

function designationAt(
  draw: number,
  from: TradeDate,
  calendar: Pick<TradingCalendar, 'addTradingDays'>,
): Designation | null {
  let below = 0;
  for (const { kind, perMille, lasts } of KINDS) {
    below += perMille;
    if (draw >= below) continue;
    if (lasts === 'always') return { kind };
    if (lasts === 'from-then-on') return { kind, from };
    return { kind, from, through: calendar.addTradingDays(from, lasts - 1) };
  }
  return null;
}
