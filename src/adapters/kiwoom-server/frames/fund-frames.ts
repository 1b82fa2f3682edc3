// 0G, the net asset value of an ETF (guide 453–455): told when the indices are, every ten seconds of the regular session. What
// its tracking error is and how its value stands to its index nobody knows here: those members are blank.

import type { EpochMs, SymbolCode } from '#domain/units.ts';
import type { ExchangeApi } from '#exchange/contract.ts';
import { clockDigits, directed, directionCode, signed, signedPercent } from '../formats.ts';
import { disparity, navChange, navRate, navText } from '../market/net-assets.ts';
import { valuesText } from './values-text.ts';

/** Members of 0G; null for what is no fund, and where nobody knows its value. */
export function fundValues(exchange: ExchangeApi, symbol: SymbolCode, at: EpochMs): string | null {
  const day = exchange.market.day(symbol);
  const nav = exchange.market.netAssets(symbol, at);
  if (day === null || nav === null) return null;
  const { base } = day.reference;
  const price = day.last ?? base;
  const change = price - base;
  return valuesText([
    ['36', navText(nav)],
    ['37', navChange(nav)],
    ['38', navRate(nav)],
    ['39', ''],
    ['20', clockDigits(at)],
    ['10', directed(price, base)],
    ['11', signed(change)],
    ['12', signedPercent(change, base)],
    ['13', String(day.volume)],
    ['25', directionCode(price, day.reference)],
    ['667', ''],
    ['668', ''],
    ['669', ''],
    ['265', ''],
    ['266', disparity(nav, price)],
  ]);
}
