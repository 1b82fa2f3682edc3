// What the simulated market needs to know of an instrument beyond its rules: where its price starts and how it behaves.

import type { Instrument } from '#domain/instrument.ts';
import type { Price, Quantity, TradeDate } from '#domain/units.ts';
import type { CorporateAction } from '../corporate/corporate-action.ts';
import type { Designation } from './designations.ts';
import type { SectorCode } from './market-sectors.ts';

/** An instrument listed on the simulated exchange. */
export interface Listing {
  readonly instrument: Instrument;
  /** Before the first of its actions, as `dailyVolume` is. */
  readonly listedShares: Quantity;
  /** Base price of the first day of the history, won. */
  readonly startPrice: Price;
  /** Standard deviation of a day's logarithmic return of its own, the market's part not counted: 0.015 is 1.5 %. */
  readonly dailyVolatility: number;
  /** How much of the market's return it takes part in. */
  readonly beta: number;
  /** Shares traded on an average day. */
  readonly dailyVolume: Quantity;
  /** The sector whose return it shares; null or absent for funds and for names of no sector. */
  readonly sector?: SectorCode | null;
  /** First trading day; `startPrice` is then the offering price. Absent for what has been listed for long. */
  readonly listedOn?: TradeDate;
  readonly isInKospi200?: boolean;
  /** True when NXT trades it as well. */
  readonly isOnNxt?: boolean;
  /** What KRX makes of it for a while; absent for a name like any other. */
  readonly designations?: readonly Designation[];
  /** What is done to its capital and paid out, oldest first: what has been and what is to come. Absent for nothing. */
  readonly actions?: readonly CorporateAction[];
}

/**
 * Five well-known names of KRX, so that codes, markets and tick sizes look familiar. Prices and volumes are round
 * inventions of the right size, not quotations.
 */
export const DEFAULT_LISTINGS: readonly Listing[] = [
  {
    instrument: { symbol: '005930', name: '삼성전자', market: 'KOSPI', kind: 'stock', leverage: 1 },
    listedShares: 5_969_782_550,
    startPrice: 71_000,
    dailyVolatility: 0.011,
    beta: 1.1,
    dailyVolume: 16_000_000,
    sector: '013',
    isInKospi200: true,
    isOnNxt: true,
    listedOn: '1975-06-11',
  },
  {
    instrument: { symbol: '000660', name: 'SK하이닉스', market: 'KOSPI', kind: 'stock', leverage: 1 },
    listedShares: 728_002_365,
    startPrice: 186_000,
    dailyVolatility: 0.018,
    beta: 1.4,
    dailyVolume: 3_600_000,
    sector: '013',
    isInKospi200: true,
    isOnNxt: true,
    listedOn: '1996-12-26',
  },
  {
    instrument: { symbol: '035720', name: '카카오', market: 'KOSPI', kind: 'stock', leverage: 1 },
    listedShares: 443_600_000,
    startPrice: 47_500,
    dailyVolatility: 0.017,
    beta: 1,
    dailyVolume: 1_800_000,
    sector: '026',
    isInKospi200: true,
    isOnNxt: true,
    listedOn: '2017-07-10',
  },
  {
    instrument: { symbol: '247540', name: '에코프로비엠', market: 'KOSDAQ', kind: 'stock', leverage: 1 },
    listedShares: 97_800_000,
    startPrice: 168_000,
    dailyVolatility: 0.028,
    beta: 1.2,
    dailyVolume: 900_000,
    sector: '124',
    isOnNxt: true,
    listedOn: '2019-03-05',
  },
  {
    instrument: { symbol: '069500', name: 'KODEX 200', market: 'KOSPI', kind: 'etf', leverage: 1 },
    listedShares: 178_000_000,
    startPrice: 36_500,
    dailyVolatility: 0.0008,
    beta: 1,
    dailyVolume: 6_000_000,
    listedOn: '2002-10-14',
  },
];
