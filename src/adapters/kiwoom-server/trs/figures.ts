// The figures of one instrument today, as lists, rankings and conditions look at them. Everything is worked out when it is
// asked for: a ranking sorts by one figure of everybody and writes out the rest of a hundred.

import { assert } from '#domain/assert.ts';
import type { Bar } from '#domain/bar.ts';
import type { Instrument } from '#domain/instrument.ts';
import { MINUTE_MS } from '#domain/time.ts';
import type { Price, Quantity, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { Book, ExchangeApi, InstrumentDay, MarketVenue, Tick } from '#exchange/contract.ts';
import { type Flow, strength } from '../market/flow.ts';
import { type MarketMemory, marketMemory, type PastDays } from '../market/market-memory.ts';
import { bookOf, dayOf, type MarketView } from '../market/market-view.ts';
import { dailyBarsOf, minuteBarsOf, ticksOn, type ValuedBar } from '../market/past-view.ts';

/** One instrument's day, read from the exchange at the moment of the question. */
export class Figures {
  readonly exchange: ExchangeApi;
  readonly view: MarketView;
  readonly day: InstrumentDay;
  readonly #memory: MarketMemory;
  #book: Book | null = null;

  constructor(exchange: ExchangeApi, view: MarketView, day: InstrumentDay) {
    this.exchange = exchange;
    this.view = view;
    this.day = day;
    this.#memory = marketMemory(exchange);
  }

  get instrument(): Instrument {
    return this.day.instrument;
  }

  get symbol(): SymbolCode {
    return this.day.instrument.symbol;
  }

  /** Yesterday's close, adjusted to the grid: what every direction is told against. */
  get base(): Price {
    return this.day.reference.base;
  }

  /** The last price, the base price before the first trade. */
  get price(): Price {
    return this.day.last ?? this.base;
  }

  /** Won since yesterday's close. */
  get change(): number {
    return this.price - this.base;
  }

  /** Percent since yesterday's close. */
  get rate(): number {
    return (this.change / this.base) * 100;
  }

  get volume(): Quantity {
    return this.day.volume;
  }

  get value(): Won {
    return this.day.value;
  }

  get book(): Book {
    this.#book ??= bookOf(this.exchange, this.symbol, this.view);
    assert(this.#book !== null, `${this.symbol} is listed and has no book`);
    return this.#book;
  }

  get ask(): Price | null {
    return this.book.asks[0]?.price ?? null;
  }

  get bid(): Price | null {
    return this.book.bids[0]?.price ?? null;
  }

  /** The days before today. */
  get past(): PastDays {
    return this.#memory.past(this.symbol, this.view);
  }

  /** Bars of days and minutes, oldest first, with today's. */
  get days(): readonly ValuedBar[] {
    return dailyBarsOf(this.exchange, this.symbol, this.view);
  }

  get minutes(): readonly Bar[] {
    return minuteBarsOf(this.exchange, this.symbol, this.view);
  }

  /** The single trades of a day, oldest first; none for a day whose trades are not kept any more. */
  ticksOn(date: TradeDate): readonly Tick[] {
    return ticksOn(this.exchange, this.symbol, this.view, date);
  }

  /** Shares traded in the last `minutes` minutes, to the millisecond. */
  volumeWithin(minutes: number): Quantity {
    const { exchange, symbol, view } = this;
    const from = exchange.now - minutes * MINUTE_MS;
    const of = (venue: MarketVenue) => exchange.market.volumeSince(symbol, from, venue);
    return view === 'ALL' ? of('KRX') + of('NXT') : of(view);
  }

  get flow(): Flow {
    return this.#memory.flow(this.symbol, this.view);
  }

  get memory(): MarketMemory {
    return this.#memory;
  }

  /** 체결강도 in percent. */
  get strength(): number {
    return strength(this.flow);
  }

  get isAtLimit(): boolean {
    const { upperLimit, lowerLimit } = this.day.reference;
    return this.day.last === upperLimit || this.day.last === lowerLimit;
  }

  /** Highest price of the last `days` days before today; null without any. */
  pastHigh(days: number): Price | null {
    const bars = this.past.bars.slice(-days);
    return bars.length === 0 ? null : Math.max(...bars.map((bar) => bar.high));
  }

  /** Lowest price of the last `days` days before today; null without any. */
  pastLow(days: number): Price | null {
    const bars = this.past.bars.slice(-days);
    return bars.length === 0 ? null : Math.min(...bars.map((bar) => bar.low));
  }

  /** Mean close of the last `days` days before today; null when there are fewer. */
  pastMean(days: number, before = 0): number | null {
    const { bars } = this.past;
    const window = bars.slice(bars.length - before - days, bars.length - before);
    if (window.length < days) return null;
    return window.reduce((sum, bar) => sum + bar.close, 0) / days;
  }
}

/** The figures of one instrument; null for a code nobody knows, or that is not traded there. */
export function figuresOf(exchange: ExchangeApi, symbol: SymbolCode, view: MarketView): Figures | null {
  const day = dayOf(exchange, symbol, view);
  return day === null ? null : new Figures(exchange, view, day);
}

/** The figures of every instrument, in the order of the listing. */
export function allFigures(exchange: ExchangeApi, view: MarketView): Figures[] {
  return exchange.market.instruments().flatMap(({ symbol }) => figuresOf(exchange, symbol, view) ?? []);
}
