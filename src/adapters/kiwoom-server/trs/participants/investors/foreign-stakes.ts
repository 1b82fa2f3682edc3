// What foreigners hold of an instrument, as a part of what they may hold: all listed shares, since this market has no limits
// (guide, ka10008: held and still to be had add up to the limit). Holdings know no markets: `_NX` and `_AL` show the same.

import { compactDate, expandDate } from '#domain/time.ts';
import type { Quantity } from '#domain/units.ts';
import { signedPercent } from '../../../formats.ts';
import type { Figures } from '../../figures.ts';

export interface ForeignStake {
  /** `YYYYMMDD`. */
  readonly date: string;
  readonly held: Quantity;
  /** Shares bought less sold that day, on both markets. */
  readonly change: Quantity;
  /** Shares they may hold. */
  readonly limit: Quantity;
}

/** The stake at the end of each day since `from` (`YYYYMMDD`), by day; of the running day as it stands. */
export function foreignStakes(one: Figures, from: string): ReadonlyMap<string, ForeignStake> {
  const limit = one.day.listedShares;
  const days = one.exchange.participants.foreignHoldings(one.symbol, expandDate(from));
  return new Map(
    days.map(({ date, held, change }) => [
      compactDate(date),
      { date: compactDate(date), held, change, limit },
    ]),
  );
}

/** The stake as it stands; null where nobody keeps it. */
export function foreignStakeNow(one: Figures): ForeignStake | null {
  const today = compactDate(one.exchange.tradeDate);
  return foreignStakes(one, today).get(today) ?? null;
}

/** 한도소진율, which is 비중 here: held of the limit in percent; blank where nobody keeps it. */
export function exhaustionText(stake: ForeignStake | null | undefined): string {
  return stake == null ? '' : signedPercent(stake.held, stake.limit);
}

/** Shares foreigners may still get; blank where nobody keeps it. */
export function obtainableText(stake: ForeignStake | null): string {
  return stake === null ? '' : String(stake.limit - stake.held);
}
