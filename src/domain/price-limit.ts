// How far a price may move within one day. Computed in whole won with the exchange's own order of roundings,
// because the shortcut (70 % and 130 % of the base) misses the published limits by a tick.

import type { Instrument } from './instrument.ts';
import { ceilToTick, floorToTick, lowestPrice, tickSize, tickTable } from './tick.ts';
import { mulDiv, type Price, type TradeDate } from './units.ts';

/** The highest and the lowest price, in won, that may be ordered on a day. Both are valid prices. */
export interface PriceLimits {
  readonly upperLimit: Price;
  readonly lowerLimit: Price;
}

/** First trade date of the ±30 % band on KOSPI and KOSDAQ; ±15 % before (krx-rules 2). */
export const WIDE_BAND_FROM: TradeDate = '2015-06-15';
/** Stands for "no upper limit" where the exchange sets none (ELW): nine digits, on the five-won grid. */
export const UNLIMITED_PRICE: Price = 999_999_995;

const WIDE_BAND_PERCENT = 30;
const NARROW_BAND_PERCENT = 15;

/**
 * The daily limits around a base price in won (krx-rules 2). The band is cut to the tick of the base price; then the upper
 * limit is floored and the lower limit raised to the tick at its own price. A leveraged or inverse fund has the
 * band times its multiple. An ELW has no limits: the lowest price of its grid and UNLIMITED_PRICE. Days of first listing
 * and of delisting trades follow other rules and are not handled here.
 */
export function priceLimits(
  instrument: Pick<Instrument, 'market' | 'kind' | 'leverage'>,
  base: Price,
  date: TradeDate,
): PriceLimits {
  const table = tickTable(instrument, date);
  if (instrument.kind === 'elw') return { upperLimit: UNLIMITED_PRICE, lowerLimit: lowestPrice(table) };

  const allowed = mulDiv(base, bandPerMille(instrument, date), 1_000);
  const band = allowed - (allowed % tickSize(table, base));
  return {
    upperLimit: floorToTick(table, base + band),
    lowerLimit: ceilToTick(table, base - band),
  };
}

/** Width of the band in parts per thousand, so that a fund with one and a half times the index stays exact. */
function bandPerMille(
  { market, leverage }: Pick<Instrument, 'market' | 'leverage'>,
  date: TradeDate,
): number {
  const percent = market === 'KONEX' || date < WIDE_BAND_FROM ? NARROW_BAND_PERCENT : WIDE_BAND_PERCENT;
  return Math.round(percent * 10 * Math.max(1, Math.abs(leverage)));
}
