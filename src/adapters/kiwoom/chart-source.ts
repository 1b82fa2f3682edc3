// Kiwoom as a source for the chart store: the shape it asks for, without knowing it.

import type { BarPeriod } from '#domain/bar.ts';
import type { Instrument } from '#domain/instrument.ts';
import type { EpochMs, SymbolCode } from '#domain/units.ts';
import { type ChartPage, chartPages } from './charts.ts';
import { KiwoomError } from './errors/errors.ts';
import { fetchListing } from './reference.ts';
import type { RestClient } from './rest/rest-client.ts';

export interface KiwoomChartSource {
  /** Adjusted bars into the past. A `resumeKey` the server does not take any more is forgotten. */
  pages(
    symbol: SymbolCode,
    period: BarPeriod,
    request: { readonly until: EpochMs; readonly resumeKey: string | null },
  ): AsyncIterable<ChartPage>;
  instrument(symbol: SymbolCode): Promise<Instrument>;
}

/** Charts and instruments over `client`, at the lowest priority. */
export function kiwoomChartSource(client: RestClient): KiwoomChartSource {
  return {
    async *pages(symbol, period, { until, resumeKey }) {
      const request = { symbol, period, until, adjusted: true };
      let hasResumed = false;
      if (resumeKey !== null) {
        try {
          for await (const page of chartPages(client, { ...request, nextKey: resumeKey })) {
            hasResumed = true;
            yield page;
          }
          return;
        } catch (error) {
          const isForgotten = error instanceof KiwoomError && error.definite && !error.retryable;
          if (hasResumed || !isForgotten) throw error;
        }
      }
      yield* chartPages(client, request);
    },
    async instrument(symbol) {
      return (await fetchListing(client, symbol)).instrument;
    },
  };
}
