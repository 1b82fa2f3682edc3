// What the kinds of investors had traded at moments of the running day: every ten minutes, and now. The exchange keeps both
// markets apart; together they are added up here.

import type { EpochMs } from '#domain/units.ts';
import type { KindSample, MarketVenue } from '#exchange/contract.ts';
import { INVESTOR_KINDS } from '#exchange/contract.ts';
import { NO_TURNOVER, sumOf } from '../../../market/participation-view.ts';
import type { Figures } from '../../figures.ts';

/** The ten minutes that are over, oldest first. */
export function kindSamples({ exchange, symbol, view }: Figures): readonly KindSample[] {
  const of = (venue: MarketVenue) => exchange.participants.today(symbol, venue)?.kindSamples() ?? [];
  if (view !== 'ALL') return of(view);
  const markets = [of('KRX'), of('NXT')];
  const moments = [...new Set(markets.flatMap((samples) => samples.map(({ at }) => at)))].sort(
    (a, b) => a - b,
  );
  return moments.map((at) => ({ at, kinds: kindsAt(markets, at) }));
}

/** The last of the ten minutes that are over; null before the first is. */
export function lastKindSample(one: Figures): KindSample | null {
  return kindSamples(one).at(-1) ?? null;
}

function kindsAt(markets: readonly (readonly KindSample[])[], at: EpochMs): KindSample['kinds'] {
  const latest = markets.map((samples) => samples.findLast((sample) => sample.at <= at)?.kinds);
  return Object.fromEntries(
    INVESTOR_KINDS.map((kind) => [kind, sumOf(latest.map((kinds) => kinds?.[kind] ?? NO_TURNOVER))]),
  ) as KindSample['kinds'];
}
