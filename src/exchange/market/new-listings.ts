// Names that come to the exchange on a day of their own: from when on they are there, how wild they are at first, which ones a
// seed draws, and what a saved exchange keeps of them.

import { isWeekend, type TradingCalendar } from '#domain/calendar.ts';
import { addDays } from '#domain/time.ts';
import type { Price, SymbolCode, TradeDate } from '#domain/units.ts';
import { Random } from '../random.ts';
import { DEFAULT_LISTINGS, type Listing } from './listing.ts';

/** Trading days before and after the first day of the exchange among which a first day is drawn. */
const DAYS_BEFORE = 60;
const DAYS_AFTER = 250;

/** Of a thousand shares so many are drawn: about as many a year as on KOSDAQ. */
const DRAWN_PER_MILLE = 35;

/** Years in which names that are not new were listed, before any day that can be played. */
const [LONG_LISTED_FROM, LONG_LISTED_YEARS] = [1985, 24];

/**
 * How a new name differs from what is usual for it, until so many days after its first: our figures. Its first day is the wildest
 * and trades many times the usual. NXT, which chooses its names by the quarter, has it only afterwards.
 */
const FIRST_DAYS: readonly {
  readonly until: number;
  readonly volatility: number;
  readonly volume: number;
}[] = [
  { until: 0, volatility: 4, volume: 12 },
  { until: 3, volatility: 2.5, volume: 4 },
  { until: 10, volatility: 1.6, volume: 2 },
  { until: 90, volatility: 1, volume: 1 },
];
const WILDEST = 0.12;

/** True from its first trading day on. */
export function isListedOn({ listedOn }: Pick<Listing, 'listedOn'>, date: TradeDate): boolean {
  return listedOn === undefined || listedOn <= date;
}

/** The listing as it behaves on a date: wild and busy while it is new. */
export function asNewOn(listing: Listing, date: TradeDate): Listing {
  const { listedOn, dailyVolatility, dailyVolume } = listing;
  if (listedOn === undefined || date > addDays(listedOn, FIRST_DAYS.at(-1)!.until)) return listing;
  const { volatility, volume } = FIRST_DAYS.find(({ until }) => date <= addDays(listedOn, until))!;
  return {
    ...listing,
    dailyVolatility: Math.max(dailyVolatility, Math.min(WILDEST, dailyVolatility * volatility)),
    dailyVolume: dailyVolume * volume,
    isOnNxt: false,
  };
}

/**
 * The same listings, made-up names with the day they were listed on: a few of the shares on a trading day around `date`, all others
 * long ago. The default names stay as they are, and those that are designated or act on their capital are not new.
 */
export function drawnListingDays(
  seed: number,
  listings: readonly Listing[],
  date: TradeDate,
  calendar: TradingCalendar,
): readonly Listing[] {
  const days = calendar
    .tradingDaysBetween(calendar.addTradingDays(date, -DAYS_BEFORE), calendar.coveredThrough)
    .slice(0, DAYS_BEFORE + DAYS_AFTER);
  return listings.map((listing) => {
    const { instrument, designations, actions } = listing;
    if (DEFAULT_LISTINGS.includes(listing)) return listing;
    const random = new Random(seed, 'listed on', instrument.symbol);
    const mayBeNew = instrument.kind === 'stock' && designations === undefined && actions === undefined;
    const isNew = random.happens(DRAWN_PER_MILLE / 1_000) && mayBeNew;
    return { ...listing, listedOn: isNew ? days[random.integer(days.length)]! : longAgo(random) };
  });
}

function longAgo(random: Random): TradeDate {
  const [year, day] = [LONG_LISTED_FROM + random.integer(LONG_LISTED_YEARS), random.integer(365)];
  let date = addDays(`${year}-01-01`, day);
  while (isWeekend(date)) date = addDays(date, 1);
  return date;
}

/** What is kept of a listing that has a first day. */
export interface SavedListing {
  readonly symbol: SymbolCode;
  readonly listedOn: TradeDate;
  /** Won. */
  readonly offeringPrice: Price;
}

export function savedListing({ instrument, listedOn, startPrice }: Listing): SavedListing | null {
  return listedOn === undefined ? null : { symbol: instrument.symbol, listedOn, offeringPrice: startPrice };
}

/** The listing with the first day that was kept of it, or with none: what a state has without one was always there. */
export function withSavedListing(listing: Listing, saved: SavedListing | undefined): Listing {
  const { listedOn: _now, ...bare } = listing;
  if (saved === undefined) return bare;
  return { ...bare, listedOn: saved.listedOn, startPrice: saved.offeringPrice };
}
