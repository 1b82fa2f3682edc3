// An index today: where it stands, and how many of its members rise and fall. For answers and for frames (0J, 0U).

import { kstDate } from '#domain/time.ts';
import type { Quantity, SymbolCode, Won } from '#domain/units.ts';
import type { ExchangeApi } from '#exchange/contract.ts';

/** Index values are hundredths of a point. Rising counts those at the upper limit, falling those at the lower. */
export interface IndexFigures {
  readonly code: string;
  readonly name: string;
  readonly value: number;
  readonly base: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  /** 2 up, 3 unchanged, 5 down. */
  readonly direction: string;
  readonly members: readonly SymbolCode[];
  /** Members with a trade today. */
  readonly traded: number;
  readonly atUpper: number;
  readonly rising: number;
  readonly unchanged: number;
  readonly falling: number;
  readonly atLower: number;
  readonly volume: Quantity;
  readonly tradedValue: Won;
}

/** The figures of an index, at `told` where it was just told; null for a code nobody knows. */
export function indexFigures(
  exchange: ExchangeApi,
  code: string,
  told: number | null = null,
): IndexFigures | null {
  const name = exchange.indices.names.find((index) => index.code === code)?.name;
  if (name === undefined) return null;
  const bars = exchange.indices.dailyBars(code);
  const last = bars.at(-1);
  const today = last !== undefined && kstDate(last.start) === exchange.tradeDate ? last : null;
  const before = today === null ? last : bars.at(-2);
  const value = told ?? exchange.indices.value(code) ?? today?.close ?? before?.close ?? 0;
  const base = before?.close ?? today?.open ?? value;
  const members = exchange.indices.members(code);
  return {
    ...{ code, name, value, base, members },
    open: today?.open ?? value,
    high: today?.high ?? value,
    low: today?.low ?? value,
    direction: value > base ? '2' : value < base ? '5' : '3',
    ...countsOf(exchange, members),
  };
}

/** How members stand and what they traded, on KRX. */
function countsOf(exchange: ExchangeApi, members: readonly SymbolCode[]) {
  const counts = {
    traded: 0,
    atUpper: 0,
    rising: 0,
    unchanged: 0,
    falling: 0,
    atLower: 0,
    volume: 0,
    tradedValue: 0,
  };
  for (const symbol of members) {
    const day = exchange.market.day(symbol);
    if (day === null || day.last === null) continue;
    const { last, reference } = day;
    counts.traded++;
    if (last > reference.base) counts.rising++;
    else if (last < reference.base) counts.falling++;
    else counts.unchanged++;
    if (last === reference.upperLimit) counts.atUpper++;
    if (last === reference.lowerLimit) counts.atLower++;
    counts.volume += day.volume;
    counts.tradedValue += day.value;
  }
  return counts;
}

/** A difference of hundredths as signed points (`-278.47`). */
export function signedPoints(hundredths: number): string {
  return `${hundredths > 0 ? '+' : ''}${(hundredths / 100).toFixed(2)}`;
}
