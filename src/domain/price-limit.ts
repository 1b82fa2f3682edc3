// How far a price may move within one day. Computed in whole won with the exchange's own order of roundings,
// because the shortcut (70 % and 130 % of the base) misses the published limits by a tick.

import type { Instrument } from './instrument.ts';
import { TEN_MINUTE_AUCTIONS_FROM } from './session.ts';
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

/** First trade date of the 60 % to 400 % band on the first day of a listing. */
export const WIDE_LISTING_DAY_FROM: TradeDate = '2023-06-26';

const AFTER_HOURS_PERCENT = 10;
const AFTER_HOURS_PERCENT_UNTIL_2014 = 5;
const WIDE_BAND_PERCENT = 30;
const NARROW_BAND_PERCENT = 15;

/**
 * The daily limits around a base price in won (krx-rules 2). The band is cut to the tick of the base price; then the upper
 * limit is floored and the lower limit raised to the tick at its own price. A leveraged or inverse fund has the
 * band times its multiple. An ELW has no limits: the lowest price of its grid and UNLIMITED_PRICE. The first day of a new
 * listing has limits of its own (`listingDayLimits`); the days of delisting trades have none (`liquidationBounds`).
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

/**
 * The limits of a new listing's first day around its offering price in won (krx-rules 2): 60 % to 400 % of it, and no band
 * besides. Before 2023-06-26 the opening auction alone was bounded, at 90 % and 200 %, and its price became the base of
 * the usual limits: these are the auction's bounds. KONEX keeps its usual band.
 */
export function listingDayLimits(
  instrument: Pick<Instrument, 'market' | 'kind' | 'leverage'>,
  offering: Price,
  date: TradeDate,
): PriceLimits {
  if (instrument.market === 'KONEX' || instrument.kind === 'elw')
    return priceLimits(instrument, offering, date);
  const table = tickTable(instrument, date);
  const [lower, upper] = date >= WIDE_LISTING_DAY_FROM ? [60, 400] : [90, 200];
  return {
    upperLimit: floorToTick(table, mulDiv(offering, upper, 100)),
    lowerLimit: ceilToTick(table, Math.ceil((offering * lower) / 100)),
  };
}

/**
 * Bounds for what has no limits, a share in its last days before it is delisted (정리매매) or an ELW (krx-rules 2), where a book
 * wants some: the lowest price of its grid, and a hundred times its base price in won.
 */
export function liquidationBounds(
  instrument: Pick<Instrument, 'market' | 'kind'>,
  base: Price,
  date: TradeDate,
): PriceLimits {
  const table = tickTable(instrument, date);
  return { upperLimit: floorToTick(table, base * 100), lowerLimit: lowestPrice(table) };
}

/**
 * The limits of the auctions after hours: 10 % around the close, inside the limits of the day (krx-rules 2); 5 % while they were
 * half an hour apart.
 */
export function afterHoursLimits(
  instrument: Pick<Instrument, 'market' | 'kind'>,
  close: Price,
  day: PriceLimits,
  date: TradeDate,
): PriceLimits {
  const table = tickTable(instrument, date);
  const percent = date < TEN_MINUTE_AUCTIONS_FROM ? AFTER_HOURS_PERCENT_UNTIL_2014 : AFTER_HOURS_PERCENT;
  const allowed = mulDiv(close, percent, 100);
  const band = allowed - (allowed % tickSize(table, close));
  return {
    upperLimit: Math.min(day.upperLimit, floorToTick(table, close + band)),
    lowerLimit: Math.max(day.lowerLimit, ceilToTick(table, close - band)),
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
