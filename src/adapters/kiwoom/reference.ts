// Reference data of instruments: what they are (ka10100, ka10099) and what their day is built on (ka10001). The limits come
// with direction signs that mean nothing (kiwoom-wire 3.1).

import type { DailyReference, Instrument, InstrumentKind, Market, Warning } from '#domain/instrument.ts';
import type { InstrumentEvent } from '#domain/market-event.ts';
import type { Clock } from '#domain/time.ts';
import type { Price, SymbolCode } from '#domain/units.ts';
import type { Priority } from './budget/rate-budget.ts';
import type { RowOf } from './catalogue.ts';
import { ownError } from './errors/errors.ts';
import type { RestClient } from './rest/rest-client.ts';

/** Which list of ka10099 to ask for. */
export type InstrumentList = 'KOSPI' | 'KOSDAQ' | 'KONEX' | 'ETF';

const LIST_CODES: Readonly<Record<InstrumentList, string>> = {
  KOSPI: '0',
  KOSDAQ: '10',
  KONEX: '50',
  ETF: '8',
};

/** One listed instrument as Kiwoom describes it. `previousClose` is null where it is not said. */
export interface ListedInstrument {
  readonly instrument: Instrument;
  readonly warning: Warning;
  readonly previousClose: Price | null;
}

/** ka10099: all instruments of a market. Rows that name no usable code are left out. */
export async function listInstruments(client: RestClient, list: InstrumentList): Promise<ListedInstrument[]> {
  const listed: ListedInstrument[] = [];
  for await (const page of client.pages('ka10099', { market: LIST_CODES[list] })) {
    for (const row of page.rows) {
      const one = describe(row);
      if (one !== null) listed.push(one);
    }
  }
  return listed;
}

/** ka10100: one instrument. Rejects with `unknown-instrument` for a code nobody knows (answered with blanks, 2.7). */
export async function fetchListing(
  client: RestClient,
  symbol: SymbolCode,
  priority: Priority = 'poll',
): Promise<ListedInstrument> {
  const { fields } = await client.call('ka10100', { symbol }, { priority });
  const listed = describe(fields);
  if (listed === null || listed.instrument.symbol !== symbol) throw unknown('ka10100', symbol);
  return listed;
}

/**
 * ka10100 and ka10001: an instrument with the base price and limits of today. The moment is the clock's. Rejects with
 * `unknown-instrument` when the answer names no base price or limits.
 */
export async function fetchInstrument(
  client: RestClient,
  clock: Clock,
  symbol: SymbolCode,
  priority: Priority = 'poll',
): Promise<InstrumentEvent> {
  const [listed, basics] = await Promise.all([
    fetchListing(client, symbol, priority),
    client.call('ka10001', { symbol }, { priority }),
  ]);
  const { base, upperLimit, lowerLimit, last } = basics.fields;
  if (base === null || upperLimit === null || lowerLimit === null) throw unknown('ka10001', symbol);
  const reference: DailyReference = { base, upperLimit, lowerLimit, warning: listed.warning };
  return { type: 'instrument', at: clock.now(), instrument: listed.instrument, reference, last };
}

function unknown(tr: string, symbol: SymbolCode): Error {
  return ownError('unknown-instrument', tr, { retryable: false, definite: true }, symbol);
}

type ListingFields = Pick<
  RowOf<'ka10099'>,
  'symbol' | 'name' | 'marketCode' | 'marketName' | 'orderWarning' | 'previousClose'
>;

function describe(fields: ListingFields): ListedInstrument | null {
  const { symbol, marketCode, marketName } = fields;
  if (symbol === null) return null;
  const name = fields.name ?? symbol;
  const kind = kindOf(marketCode ?? '', marketName ?? '');
  return {
    instrument: {
      symbol,
      name,
      market: marketOf(marketCode ?? '', marketName ?? ''),
      kind,
      leverage: kind === 'etf' || kind === 'etn' ? leverageOf(name) : 1,
    },
    warning: WARNINGS[fields.orderWarning ?? '0'] ?? 'none',
    previousClose: fields.previousClose,
  };
}

function marketOf(code: string, name: string): Market {
  if (code === '10' || name.includes('코스닥')) return 'KOSDAQ';
  if (code === '50' || name.includes('코넥스')) return 'KONEX';
  return 'KOSPI'; // 거래소; ETF, ETN and ELW are listed there too
}

function kindOf(code: string, name: string): InstrumentKind {
  if (name.includes('ETN') || code === '60') return 'etn';
  if (name.includes('ETF') || code === '8') return 'etf';
  return name.includes('ELW') || code === '3' ? 'elw' : 'stock';
}

/** The multiple of a fund stands in its name only: 레버리지 2, 인버스 -1, 인버스2X -2, 3X. */
function leverageOf(name: string): number {
  const upper = name.toUpperCase();
  const isInverse = upper.includes('인버스') || upper.includes('곱버스');
  const factor = /([23])X/.exec(upper)?.[1];
  const multiple = factor !== undefined ? Number(factor) : upper.includes('레버리지') ? 2 : 1;
  return isInverse ? -multiple : multiple;
}

/** orderWarning of ka10099 and ka10100 (guide). */
const WARNINGS: Readonly<Record<string, Warning>> = {
  '0': 'none',
  '1': 'etf-caution',
  '2': 'liquidation',
  '3': 'overheated',
  '4': 'risk',
  '5': 'warning',
};
