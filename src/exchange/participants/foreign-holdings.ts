// How many shares of a company foreigners hold. A seed says how many when the exchange began; since then, and back through the
// days before, nothing moves them but what foreigners bought and sold on all markets.

import type { Quantity, TradeDate } from '#domain/units.ts';
import type { Listing } from '../market/listing.ts';
import { Random } from '../random.ts';
import { type CrowdKind, crowdKindOf, crowdOf } from './crowd.ts';
import { INVESTOR_KINDS } from './investor-kinds.ts';
import type { Participation } from './participation.ts';

/** What foreigners held at the end of a day; of the running day, what they hold now. */
export interface ForeignHolding {
  readonly date: TradeDate;
  readonly held: Quantity;
  /** Shares bought less sold that day, on all markets. */
  readonly change: Quantity;
}

/** Shares of the listed ones to begin with: least and most. Figures of ours, of the size that is usual in Korea. */
const STARTING_SHARES: Readonly<Record<Exclude<CrowdKind, 'fund'>, readonly [least: number, most: number]>> =
  {
    large: [0.25, 0.55],
    small: [0.05, 0.22],
    kosdaq: [0.04, 0.16],
  };
/** At least as much as foreigners trade on so many days is held, so that no season of selling empties them. */
const LEAST_DAYS = 40;
/** And no more than this part of the listed shares. */
const MOST = 0.6;
const FOREIGNER = INVESTOR_KINDS.indexOf('foreigner');

/** Shares that foreigners hold when an exchange of this seed begins; null for funds. */
export function foreignSharesAtStart(seed: number, listing: Listing): Quantity | null {
  const kind = crowdKindOf(listing, 'KRX');
  if (kind === 'fund') return null;
  const [least, most] = STARTING_SHARES[kind];
  const drawn = new Random(seed, 'foreign holdings', listing.instrument.symbol).between(least, most);
  const traded = (crowdOf(listing, 'KRX').shares[FOREIGNER]! * listing.dailyVolume) / listing.listedShares;
  return Math.floor(Math.min(MOST, Math.max(drawn, LEAST_DAYS * traded)) * listing.listedShares);
}

/**
 * The holdings at the end of each of `days` (any order, a day may occur once for each market), oldest first. `atStart` were
 * held before the day `begun`, which must be among the days or after all of them, as must all days since.
 */
export function foreignHoldings(
  atStart: Quantity,
  begun: TradeDate,
  days: readonly Participation[],
): ForeignHolding[] {
  const changes = new Map<TradeDate, Quantity>();
  for (const { date, kinds } of days) {
    const { bought, sold } = kinds.foreigner;
    changes.set(date, (changes.get(date) ?? 0) + bought - sold);
  }
  const dates = [...changes.keys()].sort();
  let held = atStart;
  for (const date of dates) if (date < begun) held -= changes.get(date)!;
  return dates.map((date) => {
    const change = changes.get(date)!;
    held += change;
    return { date, held, change };
  });
}
