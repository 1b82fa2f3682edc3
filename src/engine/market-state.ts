// What the engine knows of each instrument right now, and the streams strategies listen to. One record an instrument,
// found once by symbol, then plain fields: this is the hottest part of the engine.

import { Subject } from 'rxjs';
import { addUpTo, BAR_PERIODS, type BarPeriod } from '#domain/bar.ts';
import type { DailyReference, Instrument } from '#domain/instrument.ts';
import type { BarEvent, BookEvent, InstrumentEvent, QuoteEvent, TradeEvent } from '#domain/market-event.ts';
import { type TickTable, tickTable } from '#domain/tick.ts';
import { kstDate, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, Price, Quantity, SymbolCode } from '#domain/units.ts';
import type { InstrumentPicture } from '#risk/risk-check.ts';
import { BarSeries } from './bar-series.ts';

/** One instrument's market. Fields are written by MarketState only. */
export class InstrumentMarket implements InstrumentPicture {
  instrument: Instrument;
  reference: DailyReference | null = null;
  ticks: TickTable;
  last: Price | null = null;
  ask: Price | null = null;
  bid: Price | null = null;
  updatedAt: EpochMs | null = null;
  dayVolume: Quantity = 0;
  readonly trades$ = new Subject<TradeEvent>();
  readonly quotes$ = new Subject<QuoteEvent>();
  readonly book$ = new Subject<BookEvent>();
  /** Series somebody asked for, the shortest first. */
  readonly series: BarSeries[] = [];
  /** The series that trades fold into; null while none was asked for, or while its past is still to be shown. */
  tradedSeries: BarSeries | null = null;
  readonly #shortest: BarPeriod;
  #shortestSeries: BarSeries | null = null;
  #makesBars = true;
  readonly #linked = new Set<BarSeries>();

  /** All bars but those of the `shortest` period are folded from these. */
  constructor(symbol: SymbolCode, shortest: BarPeriod) {
    this.#shortest = shortest;
    this.instrument = { symbol, name: symbol, market: 'KOSPI', kind: 'stock', leverage: 1 };
    this.ticks = tickTable(this.instrument, '2026-01-02');
  }

  /** The series of `period`, made on first demand together with the shortest series, which it is folded from. */
  seriesOf(period: BarPeriod): BarSeries {
    const found = this.series.find((series) => series.period === period);
    if (found !== undefined) return found;
    const series = new BarSeries(this.instrument.symbol, period);
    this.series.push(series);
    this.series.sort((a, b) => BAR_PERIODS.indexOf(a.period) - BAR_PERIODS.indexOf(b.period));
    if (period === this.#shortest) {
      this.#shortestSeries = series;
      this.makesBars = this.#makesBars;
    } else this.seriesOf(this.#shortest);
    return series;
  }

  /** False while the past is still to be shown: a bar made or closed meanwhile would stand before it. */
  get makesBars(): boolean {
    return this.#makesBars;
  }

  set makesBars(makesBars: boolean) {
    this.#makesBars = makesBars;
    this.tradedSeries = makesBars ? this.#shortestSeries : null;
  }

  /** Trades are being missed: the bar they belong to is not made of the others. Longer bars wait for the rest of theirs. */
  interruptBars(): void {
    if (this.series.length === 0) return;
    this.makesBars = false;
    this.#shortestSeries?.dropRunning();
  }

  /** Links every longer series to the shortest one. Called again when there are new ones. */
  linkSeries(): void {
    const { bars$, lengthMs } = this.#shortestSeries ?? {};
    if (bars$ === undefined || lengthMs === undefined || lengthMs === null) return;
    for (const longer of this.series) {
      if (longer === this.#shortestSeries || this.#linked.has(longer)) continue;
      this.#linked.add(longer);
      bars$.subscribe((bar) => longer.addBar(bar, lengthMs));
    }
  }
}

export class MarketState {
  readonly #instruments = new Map<SymbolCode, InstrumentMarket>();
  #lastMarket: InstrumentMarket | null = null;
  /** Exchange time less engine time at the last trade, ms: near nothing, unless the exchange lives at another time of day. */
  clockSkew = 0;
  /** The period of the bars that come in, and that trades make. */
  readonly shortest: BarPeriod;

  constructor(shortest: BarPeriod = '1m') {
    this.shortest = shortest;
  }

  /** False for bars that those that come in do not add up to. */
  hasBars(period: BarPeriod): boolean {
    return addUpTo(this.shortest, period);
  }

  find(symbol: SymbolCode): InstrumentMarket | null {
    if (this.#lastMarket !== null && this.#lastMarket.instrument.symbol === symbol) return this.#lastMarket;
    const market = this.#instruments.get(symbol) ?? null;
    if (market !== null) this.#lastMarket = market;
    return market;
  }

  /** The instrument's market, made when it is new. */
  of(symbol: SymbolCode): InstrumentMarket {
    let market = this.find(symbol);
    if (market === null) {
      market = new InstrumentMarket(symbol, this.shortest);
      this.#instruments.set(symbol, market);
    }
    return market;
  }

  all(): Iterable<InstrumentMarket> {
    return this.#instruments.values();
  }

  onInstrument(event: InstrumentEvent): void {
    const market = this.of(event.instrument.symbol);
    market.instrument = event.instrument;
    market.reference = event.reference;
    market.ticks = tickTable(event.instrument, kstDate(event.at));
    if (event.last !== null) {
      market.last = event.last;
      market.updatedAt = event.at;
    } else if (market.last === null) {
      market.last = event.reference.base;
    }
  }

  onTrade(event: TradeEvent): void {
    const market = this.of(event.symbol);
    market.last = event.price;
    market.updatedAt = event.at;
    if (event.dayVolume !== null) market.dayVolume = event.dayVolume;
    if (event.bestAsk !== null) market.ask = event.bestAsk;
    if (event.bestBid !== null) market.bid = event.bestBid;
    this.clockSkew = event.tradedAt - event.at;
    market.tradedSeries?.addTrade(event.tradedAt, event.price, event.quantity);
    market.trades$.next(event);
  }

  onQuote(event: QuoteEvent): void {
    const market = this.of(event.symbol);
    market.ask = event.ask;
    market.bid = event.bid;
    market.updatedAt = event.at;
    market.quotes$.next(event);
  }

  onBook(event: BookEvent): void {
    const market = this.of(event.symbol);
    market.ask = event.asks[0]?.price ?? null;
    market.bid = event.bids[0]?.price ?? null;
    market.updatedAt = event.at;
    market.book$.next(event);
  }

  /** A finished bar of the feed: the last price moves, and the bar goes to its own and to longer series. */
  onBar(event: BarEvent): void {
    const { bar } = event;
    const market = this.of(bar.symbol);
    market.last = bar.close;
    market.updatedAt = event.at;
    this.pushBar(market, bar);
  }

  /** Gives a bar to the series of its period. */
  pushBar(market: InstrumentMarket, bar: BarEvent['bar']): void {
    const { series } = market;
    for (let i = 0; i < series.length; i++) {
      const one = series[i]!;
      if (one.period === bar.period) one.push(bar);
    }
  }

  /** Links the series of every instrument. Called once the streams are known. */
  linkSeries(): void {
    for (const market of this.#instruments.values()) market.linkSeries();
  }

  /** The feed is down: what happens meanwhile is in no trade that we see. */
  interruptBars(): void {
    for (const market of this.#instruments.values()) market.interruptBars();
  }

  /** Closes every intraday bar that is over at `at`. */
  closeBarsUntil(at: EpochMs): void {
    for (const market of this.#instruments.values()) {
      if (!market.makesBars) continue;
      for (const series of market.series) series.closeUntil(at);
    }
  }

  /** The trading day is over: every running bar closes, days included. */
  closeDay(): void {
    for (const market of this.#instruments.values()) for (const series of market.series) series.close();
  }

  /** The earliest end of a bar being built, rounded up to a whole minute; null when none is. */
  nextBarEnd(): EpochMs | null {
    let next: EpochMs | null = null;
    for (const market of this.#instruments.values()) {
      if (!market.makesBars) continue;
      for (const { endsAt } of market.series)
        if (endsAt !== null && (next === null || endsAt < next)) next = endsAt;
    }
    return next === null ? null : Math.ceil(next / MINUTE_MS) * MINUTE_MS;
  }
}
