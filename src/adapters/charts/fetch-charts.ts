// Fetches history into the chart store, newest page first, as brokers give it. Each page and how far it reaches are
// stored in one transaction, so a crash or a refused request in the middle costs one page; calling again goes on.

import { type Bar, type BarPeriod, periodMinutes } from '#domain/bar.ts';
import type { Instrument } from '#domain/instrument.ts';
import { HOUR_MS, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, SymbolCode } from '#domain/units.ts';
import { firstAtOrAfter } from './bar-columns.ts';
import type { ChartStore } from './chart-store.ts';
import type { FetchProgress, FetchWalk } from './fetch-progress.ts';

/** One answer of a source, bars in any order. `nextKey` is null when nothing older exists. */
export interface ChartPage {
  readonly bars: readonly Bar[];
  readonly nextKey: string | null;
}

/** Where a source is to begin and how far back it will be asked to go. Moments in epoch milliseconds. */
export interface ChartRequest {
  /** Newest first, from bars that start before this. After a resumed walk: the oldest bar already stored. */
  readonly until: EpochMs;
  readonly from: EpochMs;
  /** The `nextKey` of the last page stored. A source that cannot use it any more begins at `until`. */
  readonly resumeKey: string | null;
}

/** A broker's chart data. Pages go strictly towards the past; the caller stops reading when it has enough. */
export interface ChartSource {
  pages(symbol: SymbolCode, period: BarPeriod, request: ChartRequest): AsyncIterable<ChartPage>;
  instrument(symbol: SymbolCode): Promise<Instrument>;
}

/** Told after every stored page. `reached` moves from the wanted end (`until`) to the wanted beginning (`from`). */
export interface FetchedPage {
  readonly symbol: SymbolCode;
  readonly period: BarPeriod;
  readonly bars: number;
  readonly reached: EpochMs | null;
  readonly from: EpochMs;
  readonly until: EpochMs;
  /** The broker's prices of stored bars changed (a split, a rights issue): all of it is fetched again. */
  readonly isReadjusted: boolean;
}

/** What was fetched of one series. */
export interface FetchedSeries {
  readonly symbol: SymbolCode;
  readonly period: BarPeriod;
  readonly pages: number;
  /** Bars stored by this call, counted once a page. */
  readonly bars: number;
  readonly isReadjusted: boolean;
}

export interface FetchChartsOptions {
  readonly source: ChartSource;
  readonly store: ChartStore;
  readonly symbols: readonly SymbolCode[];
  readonly periods: readonly BarPeriod[];
  /** Bars with `from` ≤ start < `until` are wanted. */
  readonly from: EpochMs;
  readonly until: EpochMs;
  /** The present: a bar that ends after this is still running and is left for next time. */
  readonly finishedBefore: EpochMs;
  readonly onProgress?: (page: FetchedPage) => void;
}

/** A day bar may still change until the after-market ends at 20:00 KST (krx-rules: NXT's hours; KRX ends at 18:00). */
const DAY_BAR_FINAL_MS = 20 * HOUR_MS;

/**
 * Brings every series up to the wanted range, one after the other. Only what was fetched without a gap counts as
 * present, so imported bars are fetched over once. Rejects with the source's or the store's error.
 */
export async function fetchCharts(options: FetchChartsOptions): Promise<readonly FetchedSeries[]> {
  const fetched: FetchedSeries[] = [];
  for (const symbol of options.symbols) {
    if (options.store.instrument(symbol) === null) {
      options.store.putInstrument(await options.source.instrument(symbol));
    }
    for (const period of options.periods) fetched.push(await fetchSeries(options, symbol, period));
  }
  return fetched;
}

/** The moment after which a bar does not change any more. */
export function barFinalAt(period: BarPeriod, start: EpochMs): EpochMs {
  const minutes = periodMinutes(period);
  return minutes === null ? start + DAY_BAR_FINAL_MS : start + minutes * MINUTE_MS;
}

interface Series {
  readonly options: FetchChartsOptions;
  readonly symbol: SymbolCode;
  readonly period: BarPeriod;
  progress: FetchProgress;
  pages: number;
  bars: number;
  isReadjusted: boolean;
}

async function fetchSeries(
  options: FetchChartsOptions,
  symbol: SymbolCode,
  period: BarPeriod,
): Promise<FetchedSeries> {
  const progress = options.store.loadProgress(symbol, period) ?? NOTHING_FETCHED;
  const series: Series = { options, symbol, period, progress, pages: 0, bars: 0, isReadjusted: false };
  if (progress.walk !== null) await finishWalk(series, progress.walk);
  const newer = walkToTheNewest(series);
  if (newer !== null) await finishWalk(series, newer);
  const older = walkToTheOldest(series);
  if (older !== null) await finishWalk(series, older);
  return { symbol, period, pages: series.pages, bars: series.bars, isReadjusted: series.isReadjusted };
}

const NOTHING_FETCHED: FetchProgress = { completeFrom: null, completeUntil: null, walk: null };
const NEW_WALK = { reached: null, resumeKey: null, isReadjusted: false };

// Down to the newest bar there is: seeing it again tells whether prices were adjusted since.
function walkToTheNewest({ options, symbol, period, progress }: Series): FetchWalk | null {
  const until = Math.min(options.until, options.finishedBefore);
  if (progress.completeUntil === null) {
    return until <= options.from ? null : { ...NEW_WALK, until, downTo: options.from };
  }
  if (until <= progress.completeUntil) return null;
  const newest = options.store.coverage(symbol, period)?.lastStart ?? options.from;
  return { ...NEW_WALK, until, downTo: Math.min(newest, progress.completeUntil) };
}

function walkToTheOldest({ options, progress }: Series): FetchWalk | null {
  if (progress.completeFrom === null || options.from >= progress.completeFrom) return null;
  return { ...NEW_WALK, until: progress.completeFrom, downTo: options.from };
}

async function finishWalk(series: Series, begun: FetchWalk): Promise<void> {
  const { options, symbol, period } = series;
  const request = { until: begun.reached ?? begun.until, from: begun.downTo, resumeKey: begun.resumeKey };
  let walk = begun;
  for await (const page of options.source.pages(symbol, period, request)) {
    walk = storePage(series, walk, page);
    const isDone = page.nextKey === null || (walk.reached !== null && walk.reached <= walk.downTo);
    if (isDone) break;
  }
  // The source has nothing older than it showed, so the range down to `downTo` is complete either way.
  const { completeFrom, completeUntil } = series.progress;
  series.progress = {
    completeFrom: Math.min(completeFrom ?? walk.downTo, walk.downTo),
    completeUntil: Math.max(completeUntil ?? walk.until, walk.until),
    walk: null,
  };
  options.store.saveProgress(symbol, period, series.progress);
}

function storePage(series: Series, walk: FetchWalk, page: ChartPage): FetchWalk {
  const { options, symbol, period } = series;
  const finished = page.bars.filter(
    (bar) => bar.start < walk.until && barFinalAt(period, bar.start) <= options.finishedBefore,
  );
  const isReadjusted = walk.isReadjusted || pricesChanged(series, finished);
  const downTo = isReadjusted ? lowest(walk.downTo, options.from, series.progress.completeFrom) : walk.downTo;
  const wanted = finished.filter((bar) => bar.start >= downTo);
  const reached = page.bars.reduce((oldest, bar) => lowest(oldest, bar.start), walk.reached ?? walk.until);
  const next: FetchWalk = { ...walk, downTo, reached, resumeKey: page.nextKey, isReadjusted };
  series.progress = { ...series.progress, walk: next };
  options.store.atomically(() => {
    options.store.appendBars(symbol, period, wanted);
    options.store.saveProgress(symbol, period, series.progress);
  });
  series.pages++;
  series.bars += wanted.length;
  series.isReadjusted ||= isReadjusted;
  const { until } = walk;
  options.onProgress?.({ symbol, period, bars: wanted.length, reached, from: downTo, until, isReadjusted });
  return next;
}

// Only bars this program fetched before are a measure: imported ones may have been adjusted by somebody else's rules.
function pricesChanged({ options, symbol, period, progress }: Series, bars: readonly Bar[]): boolean {
  const { completeFrom, completeUntil } = progress;
  if (completeFrom === null || completeUntil === null) return false;
  const known = bars.filter((bar) => bar.start >= completeFrom && bar.start < completeUntil);
  if (known.length === 0) return false;
  const starts = known.map((bar) => bar.start);
  const stored = options.store.load(symbol, period, Math.min(...starts), Math.max(...starts) + 1);
  return known.some((bar) => {
    const index = firstAtOrAfter(stored.start, bar.start);
    if (stored.start[index] !== bar.start) return false;
    return stored.open[index] !== bar.open || stored.close[index] !== bar.close;
  });
}

function lowest(first: EpochMs, ...others: readonly (EpochMs | null)[]): EpochMs {
  return others.reduce<number>((least, other) => (other !== null && other < least ? other : least), first);
}
