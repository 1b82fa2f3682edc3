// Made-up listings of which a few in a hundred are designated, as on a real list of KRX: so that a client meets names that are
// halted, warned of or on their way out. Shares are of a real list's size, and ours.

import type { TradingCalendar } from '#domain/calendar.ts';
import type { TradeDate } from '#domain/units.ts';
import { Random } from '../random.ts';
import type { Designation, DesignationKind } from './designations.ts';
import { DEFAULT_LISTINGS, type Listing } from './listing.ts';

/** Of a thousand shares, and the trading days it lasts; null where it has no end. */
const KINDS: readonly {
  readonly kind: DesignationKind;
  readonly perMille: number;
  readonly days: number | null;
}[] = [
  { kind: 'administrative', perMille: 20, days: null },
  { kind: 'caution', perMille: 20, days: 1 },
  { kind: 'warning', perMille: 10, days: 10 },
  { kind: 'risk', perMille: 3, days: 10 },
  { kind: 'low-liquidity', perMille: 10, days: null },
  { kind: 'overheated', perMille: 8, days: 3 },
  { kind: 'liquidation', perMille: 4, days: 7 },
  { kind: 'halted', perMille: 10, days: null },
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
  for (const { kind, perMille, days } of KINDS) {
    below += perMille;
    if (draw >= below) continue;
    return days === null ? { kind } : { kind, from, through: calendar.addTradingDays(from, days - 1) };
  }
  return null;
}
