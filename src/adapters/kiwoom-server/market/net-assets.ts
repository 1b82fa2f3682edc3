// Net asset values of funds as answers and frames tell them: won with two decimals, signed against the day before. The disparity
// is told of the fund's price, as the guide's examples are computed (ka40006: 4,900 and 4,548.33 make 7.18 %).

import type { Price, TradeDate } from '#domain/units.ts';
import type { ExchangeApi, NetAssets } from '#exchange/contract.ts';
import { directedIndex, signedPercent } from '../formats.ts';
import { signedPoints } from './index-figures.ts';

/** A value and the one it is told against; null where nobody knows it. */
export type KnownNav = NetAssets | null;

/** `+7488.27`; blank where nobody knows it. */
export function navText(nav: KnownNav): string {
  return nav === null ? '' : directedIndex(nav.value, nav.before);
}

/** Won since the day before: `+9.57`. */
export function navChange(nav: KnownNav): string {
  return nav === null ? '' : signedPoints(nav.value - nav.before);
}

/** Percent since the day before: `+0.13`. */
export function navRate(nav: KnownNav): string {
  return nav === null ? '' : signedPercent(nav.value - nav.before, nav.before);
}

/** How far the price is above its net asset value, in percent of the price: `-0.04`. */
export function disparity(nav: KnownNav, price: Price | null): string {
  return nav === null || price === null ? '' : signedPercent(100 * price - nav.value, 100 * price);
}

/** The values at the end of each day by date; the first day of all stands against itself. */
export function navByDate(exchange: ExchangeApi, symbol: string): ReadonlyMap<TradeDate, NetAssets> {
  const days = exchange.market.netAssetDays(symbol);
  return new Map(
    days.map(({ date, value }, index) => [date, { value, before: days[index - 1]?.value ?? value }]),
  );
}
