// The minutes of today of the instruments somebody looks at on the page: asked of the exchange once, then followed trade by
// trade, so that four pictures a second do not read all stored bars.

import { kstDate, kstTimeOfDay, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, Price, Quantity, SymbolCode, TradeDate } from '#domain/units.ts';
import type { ExchangeApi, ExchangeEvent, MarketVenue } from '#exchange/contract.ts';

type Trade = Extract<ExchangeEvent, { type: 'trade' }>;

/** One minute in which there were trades. A tuple, not an object: a picture carries hundreds. */
export type ChartMinute = [
  /** Of the day, from 0. */
  minute: number,
  open: Price,
  high: Price,
  low: Price,
  close: Price,
  volume: Quantity,
];

export class DayCharts {
  readonly #exchange: ExchangeApi;
  readonly #charts: Readonly<Record<MarketVenue, Map<SymbolCode, ChartMinute[]>>> = {
    KRX: new Map(),
    NXT: new Map(),
  };
  #date: TradeDate;

  constructor(exchange: ExchangeApi) {
    this.#exchange = exchange;
    this.#date = exchange.tradeDate;
  }

  /** The day of an instrument so far, oldest first: the regular session on KRX, the whole day on NXT. */
  of(symbol: SymbolCode, venue: MarketVenue = 'KRX'): readonly ChartMinute[] {
    this.#turnDay();
    const known = this.#charts[venue].get(symbol);
    if (known !== undefined) return known;
    const chart = this.#exchange.market
      .minuteBars(symbol, venue)
      .filter((bar) => kstDate(bar.start) === this.#date)
      .map(({ start, open, high, low, close, volume }): ChartMinute => {
        return [minuteOfDay(start), open, high, low, close, volume];
      });
    this.#charts[venue].set(symbol, chart);
    return chart;
  }

  /** Counts a trade, where somebody looked at its instrument. */
  see({ at, venue, symbol, price, quantity, hours }: Trade): void {
    const chart = this.#charts[venue].get(symbol);
    const isDrawn = venue === 'NXT' || hours === 'regular';
    if (chart === undefined || !isDrawn || kstDate(at) !== this.#date) return;
    const minute = minuteOfDay(at);
    const last = chart.at(-1);
    if (last?.[0] !== minute) {
      chart.push([minute, price, price, price, price, quantity]);
      return;
    }
    last[2] = Math.max(last[2], price);
    last[3] = Math.min(last[3], price);
    last[4] = price;
    last[5] += quantity;
  }

  #turnDay(): void {
    if (this.#exchange.tradeDate === this.#date) return;
    this.#date = this.#exchange.tradeDate;
    for (const charts of Object.values(this.#charts)) charts.clear();
  }
}

/** The minute of its day, KST, that a moment is in. */
export function minuteOfDay(at: EpochMs): number {
  return Math.floor(kstTimeOfDay(at) / MINUTE_MS);
}
