// What answers and frames need of the running market beyond the exchange's present state: who came to whom, when the day's
// extremes were, how full books were. One memory an exchange, kept from the moment a server stands in front of it.

import type { Bar } from '#domain/bar.ts';
import { kstDate, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, Quantity, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { ExchangeApi, ExchangeEvent, MarketVenue } from '#exchange/contract.ts';
import { type Flow, flowOfBoth, newFlow, type SidedVolume, seeTrade } from './flow.ts';
import type { MarketView } from './market-view.ts';

/** The days before today of one instrument. */
export interface PastDays {
  /** Oldest first. */
  readonly bars: readonly Bar[];
  /** Of the day before: shares and won, 0 where there is none. */
  readonly volume: Quantity;
  readonly value: Won;
}

/** Total quantities of a book (KRX) at the beginning of a minute. */
export interface BookSample {
  readonly at: EpochMs;
  readonly totalAsk: Quantity;
  readonly totalBid: Quantity;
}

/** One value of an index, in hundredths of a point. */
export interface IndexTick {
  readonly at: EpochMs;
  readonly hundredths: number;
}

/** One volatility interruption of today, as far as it has come. */
export interface Interruption {
  readonly triggered: InterruptionEvent;
  /** Null while it lasts. */
  released: InterruptionEvent | null;
  /** The day's volume when it was triggered. */
  readonly volume: Quantity;
}

type InterruptionEvent = Extract<ExchangeEvent, { type: 'volatility-interruption' }>;

const SAMPLES_MAX = 120;
const memories = new WeakMap<ExchangeApi, MarketMemory>();

/** The memory of an exchange; begun when first asked for. */
export function marketMemory(exchange: ExchangeApi): MarketMemory {
  const known = memories.get(exchange);
  if (known !== undefined) return known;
  const memory = new MarketMemory(exchange);
  memories.set(exchange, memory);
  return memory;
}

export class MarketMemory {
  readonly #exchange: ExchangeApi;
  readonly #past = new Map<SymbolCode, PastDays & { readonly date: TradeDate }>();
  readonly #flows: Readonly<Record<MarketVenue, Map<SymbolCode, Flow>>> = { KRX: new Map(), NXT: new Map() };
  /** By symbol and date: the flows of the days that were over since this began. */
  readonly #pastFlows = new Map<string, SidedVolume>();
  readonly #samples = new Map<SymbolCode, BookSample[]>();
  readonly #indexTicks = new Map<string, IndexTick[]>();
  readonly #interruptions: Interruption[] = [];
  /** The day that everything but `#past` is about. */
  #date: TradeDate;

  constructor(exchange: ExchangeApi) {
    this.#exchange = exchange;
    this.#date = exchange.tradeDate;
    exchange.listen((event) => this.#see(event));
  }

  /** Today's trades of an instrument in numbers. */
  flow(symbol: SymbolCode, view: MarketView): Flow {
    this.#turnDay();
    if (view === 'ALL') return flowOfBoth(this.flow(symbol, 'KRX'), this.flow(symbol, 'NXT'));
    const flows = this.#flows[view];
    const known = flows.get(symbol);
    if (known !== undefined) return known;
    const flow = newFlow();
    flows.set(symbol, flow);
    return flow;
  }

  /** The days before today; asked of the exchange once a day. */
  past(symbol: SymbolCode): PastDays {
    const date = this.#exchange.tradeDate;
    const known = this.#past.get(symbol);
    if (known?.date === date) return known;
    const bars = this.#exchange.dailyBars(symbol).filter((bar) => kstDate(bar.start) < date);
    const last = bars.at(-1);
    const value = last === undefined ? 0 : barValue(last);
    const past = { date, bars, volume: last?.volume ?? 0, value };
    this.#past.set(symbol, past);
    return past;
  }

  /** Who came on a past day; null for days before this memory. */
  pastFlow(symbol: SymbolCode, date: TradeDate): SidedVolume | null {
    this.#turnDay();
    return this.#pastFlows.get(`${symbol} ${date}`) ?? null;
  }

  /** The book's totals `minutes` ago or, where they are not known so far back, at the first moment known; null for none. */
  bookAgo(symbol: SymbolCode, minutes: number): BookSample | null {
    const samples = this.#samples.get(symbol) ?? [];
    const at = this.#exchange.now - minutes * MINUTE_MS;
    return samples.findLast((sample) => sample.at <= at) ?? samples[0] ?? null;
  }

  /** Today's values of an index as they were told, oldest first. */
  indexTicks(code: string): readonly IndexTick[] {
    this.#turnDay();
    return this.#indexTicks.get(code) ?? [];
  }

  /** Today's volatility interruptions, oldest first. */
  interruptions(): readonly Interruption[] {
    this.#turnDay();
    return this.#interruptions;
  }

  #see(event: ExchangeEvent): void {
    switch (event.type) {
      case 'trade':
        seeTrade(this.flow(event.symbol, event.venue), event);
        return;
      case 'book':
        if (event.venue === 'KRX') this.#sample(event.symbol, event.at);
        return;
      case 'index':
        this.#turnDay();
        this.#keepIndex(event.code, { at: event.at, hundredths: event.hundredths });
        return;
      case 'volatility-interruption':
        this.#turnDay();
        this.#keepInterruption(event);
        return;
      default:
    }
  }

  /** Forgets the day before, when there is a new day. */
  #turnDay(): void {
    const date = this.#exchange.tradeDate;
    if (date === this.#date) return;
    for (const [symbol, { bought, sold }] of this.#flows.KRX) {
      this.#pastFlows.set(`${symbol} ${this.#date}`, { bought, sold });
    }
    this.#date = date;
    this.#flows.KRX.clear();
    this.#flows.NXT.clear();
    this.#samples.clear();
    this.#indexTicks.clear();
    this.#interruptions.length = 0;
  }

  #sample(symbol: SymbolCode, at: EpochMs): void {
    this.#turnDay();
    const samples = this.#samples.get(symbol);
    const last = samples?.at(-1);
    if (last !== undefined && at - last.at < MINUTE_MS) return;
    const book = this.#exchange.book(symbol);
    if (book === null) return;
    const sample = { at, totalAsk: book.totalAsk, totalBid: book.totalBid };
    if (samples === undefined) this.#samples.set(symbol, [sample]);
    else if (samples.push(sample) > SAMPLES_MAX) samples.shift();
  }

  #keepIndex(code: string, tick: IndexTick): void {
    const known = this.#indexTicks.get(code);
    if (known === undefined) this.#indexTicks.set(code, [tick]);
    else known.push(tick);
  }

  #keepInterruption(event: InterruptionEvent): void {
    if (event.state === 'triggered') {
      const volume = this.#exchange.day(event.symbol, event.venue)?.volume ?? 0;
      this.#interruptions.push({ triggered: event, released: null, volume });
      return;
    }
    const open = this.#interruptions.findLast(
      ({ triggered, released }) =>
        released === null && triggered.symbol === event.symbol && triggered.venue === event.venue,
    );
    if (open !== undefined) open.released = event;
  }
}

/** Won traded in a bar of a past day: bars keep no value, so their middle price stands in. */
export function barValue(bar: Pick<Bar, 'open' | 'high' | 'low' | 'close' | 'volume'>): Won {
  return Math.round((bar.open + bar.high + bar.low + bar.close) / 4) * bar.volume;
}
