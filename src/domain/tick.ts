// The price grid of the exchange: which prices an order may carry, by date, market and kind of product.
// A table is looked up once for a symbol and a day; everything after that is integer arithmetic without allocation.

import type { Instrument } from './instrument.ts';
import type { Price, TradeDate, Won } from './units.ts';

/**
 * Bands of prices with one tick size each, lowest first. Band `i` covers `from[i]` up to `from[i + 1]`; `from[0]` is the
 * lowest price there is. Every threshold is a multiple of the tick sizes on both sides of it.
 */
export interface TickTable {
  readonly from: readonly Price[];
  readonly size: readonly Won[];
}

/** First trade date of the oldest grid that is known: what was valid before it is not (krx-rules 1.2). */
export const TICKS_KNOWN_FROM: TradeDate = '2010-10-04';
/** First trade date of the grid that KOSPI, KOSDAQ and KONEX shares have in common (krx-rules 1.1). */
export const COMMON_TICKS_FROM: TradeDate = '2023-01-25';
/** First trade date of the one-won grid for cheap ETFs and ETNs; the press differs on the day (krx-rules 1.3). */
export const FUND_TICKS_FROM: TradeDate = '2023-12-18';

const SHARES = table(
  [1, 1],
  [2_000, 5],
  [5_000, 10],
  [20_000, 50],
  [50_000, 100],
  [200_000, 500],
  [500_000, 1_000],
);
const KOSPI_UNTIL_2023 = table(
  [1, 1],
  [1_000, 5],
  [5_000, 10],
  [10_000, 50],
  [50_000, 100],
  [100_000, 500],
  [500_000, 1_000],
);
const KOSDAQ_UNTIL_2023 = table([1, 1], [1_000, 5], [5_000, 10], [10_000, 50], [50_000, 100]);
const FUNDS = table([1, 1], [2_000, 5]);
const FLAT_FIVE = table([5, 5]);

/**
 * The price grid of an instrument on a trade date (krx-rules 1.1–1.3). The tables are shared: equal grids are the same
 * object. Dates before TICKS_KNOWN_FROM get the grid that began on that day.
 */
export function tickTable(instrument: Pick<Instrument, 'market' | 'kind'>, date: TradeDate): TickTable {
  switch (instrument.kind) {
    case 'elw':
      return FLAT_FIVE;
    case 'etf':
    case 'etn':
      return date < FUND_TICKS_FROM ? FLAT_FIVE : FUNDS;
    case 'stock':
      if (date >= COMMON_TICKS_FROM) return SHARES;
      return instrument.market === 'KOSPI' ? KOSPI_UNTIL_2023 : KOSDAQ_UNTIL_2023;
  }
}

/** The tick, in won, that an order at `price` has to keep to. */
export function tickSize(table: TickTable, price: Price): Won {
  return table.size[bandOf(table, price)]!;
}

/** True when an order may carry `price`. */
export function isOnTick(table: TickTable, price: Price): boolean {
  return price >= lowestPrice(table) && price % tickSize(table, price) === 0;
}

/** The lowest price of the grid, in won. */
export function lowestPrice(table: TickTable): Price {
  return table.from[0]!;
}

/** The nearest valid price at or below `price`; the lowest price of the grid when there is none. */
export function floorToTick(table: TickTable, price: Price): Price {
  const lowest = lowestPrice(table);
  if (price <= lowest) return lowest;
  return price - (price % tickSize(table, price));
}

/** The nearest valid price at or above `price`. */
export function ceilToTick(table: TickTable, price: Price): Price {
  const lowest = lowestPrice(table);
  if (price <= lowest) return lowest;
  const size = tickSize(table, price);
  const excess = price % size;
  return excess === 0 ? price : price - excess + size;
}

/**
 * The valid price `ticks` steps above (or, negative, below) `price`, each step taken with the tick of the band it crosses:
 * from 200,000 one step down is 199,900. From a price between two valid ones the first step lands on its neighbour.
 * Going down ends at the lowest price of the grid.
 */
export function stepTicks(table: TickTable, price: Price, ticks: number): Price {
  if (ticks === 0) return price;
  return ticks > 0
    ? stepUp(table, floorToTick(table, price), ticks)
    : stepDown(table, ceilToTick(table, price), -ticks);
}

function stepUp(table: TickTable, price: Price, ticks: number): Price {
  let at = price;
  let left = ticks;
  for (let band = bandOf(table, at); ; band++) {
    const size = table.size[band]!;
    const end = table.from[band + 1];
    if (end === undefined || at + left * size <= end) return at + left * size;
    left -= (end - at) / size;
    at = end;
  }
}

function stepDown(table: TickTable, price: Price, ticks: number): Price {
  let at = price;
  let left = ticks;
  for (let band = bandOf(table, at - 1); ; band--) {
    const size = table.size[band]!;
    const start = table.from[band]!;
    if (at - left * size >= start) return at - left * size;
    if (band === 0) return start;
    left -= (at - start) / size;
    at = start;
  }
}

function bandOf(table: TickTable, price: Price): number {
  const { from } = table;
  let band = 0;
  while (band + 1 < from.length && price >= from[band + 1]!) band++;
  return band;
}

function table(...bands: readonly (readonly [from: Price, size: Won])[]): TickTable {
  return { from: bands.map(([from]) => from), size: bands.map(([, size]) => size) };
}
