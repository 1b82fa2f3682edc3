// How far fetching a series has come. Saved in the same transaction as each page of bars, so a crash loses at most the
// page under way.

import type { EpochMs } from '#domain/units.ts';

/** A walk from the newest bar towards the past, under way. Moments in epoch milliseconds. */
export interface FetchWalk {
  /** Bars that start at or after this were not wanted (yet) when the walk began. */
  readonly until: EpochMs;
  /** The walk ends once a bar at or before this was seen. */
  readonly downTo: EpochMs;
  /** Start of the oldest bar seen; null before the first page. */
  readonly reached: EpochMs | null;
  /** The source's key of the next page; null before the first page. */
  readonly resumeKey: string | null;
  /** True once bars already stored came back with other prices: the whole history is fetched again. */
  readonly isReadjusted: boolean;
}

/** What of a series was fetched without a gap (`completeFrom` ≤ start < `completeUntil`), and the walk under way. */
export interface FetchProgress {
  readonly completeFrom: EpochMs | null;
  readonly completeUntil: EpochMs | null;
  readonly walk: FetchWalk | null;
}
