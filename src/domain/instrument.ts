// What can be traded, as far as rules and costs depend on it.

import type { Price, SymbolCode } from './units.ts';

export type Market = 'KOSPI' | 'KOSDAQ' | 'KONEX';
export type InstrumentKind = 'stock' | 'etf' | 'etn' | 'elw';
export type Venue = 'KRX' | 'NXT' | 'SOR';
/** Why the exchange warns about an instrument; buys are refused on all but the first two (krx-rules 3.5). */
export type Warning = 'none' | 'etf-caution' | 'liquidation' | 'overheated' | 'risk' | 'warning';

/** One listed instrument. `leverage` is the multiple of an ETF or ETN (2, -1, -2 …), 1 for everything else. */
export interface Instrument {
  readonly symbol: SymbolCode;
  readonly name: string;
  readonly market: Market;
  readonly kind: InstrumentKind;
  readonly leverage: number;
  /** True on days on which brokers lend nothing on it and want it paid whole: warned of, wound up, under administration (krx-rules 5.1). */
  readonly isRestricted?: boolean;
}

/** What a trading day is built on: the base price and the limits derived from it (or told by the broker). */
export interface DailyReference {
  readonly base: Price;
  readonly upperLimit: Price;
  readonly lowerLimit: Price;
  readonly warning: Warning;
}
