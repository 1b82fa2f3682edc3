// What answers and frames need of the running market beyond the exchange's present state: who came to whom, when the day's
// extremes were, how full books were. One memory an exchange, kept from the moment a server stands in front of it.

import { type SessionPhase, sessionHours } from '#domain/session.ts';
import { kstMidnight, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, Quantity, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { ExchangeApi, ExchangeEvent, MarketVenue } from '#exchange/contract.ts';
import { type Flow, flowOfBoth, newFlow, type SidedVolume, seeTrade } from './flow.ts';
import type { MarketView } from './market-view.ts';
import { dailyBarsOf, type ValuedBar } from './past-view.ts';

/** The days before today of one instrument. */
export interface PastDays {
  /** Oldest first. */
  readonly bars: readonly ValuedBar[];
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
  /** Shares of its members traded since the value before, and today. */
  readonly quantity: Quantity;
  readonly dayVolume: Quantity;
}

/** One volatility interruption of today, as far as it has come. */
export interface Interruption {
  readonly triggered: InterruptionEvent;
  /** Null while it lasts. */
  released: InterruptionEvent | null;
  /** The day's volume when it was triggered. */
  readonly volume: Quantity;
}

type IndexEvent = Extract<ExchangeEvent, { type: 'index' }>;
type InterruptionEvent = Extract<ExchangeEvent, { type: 'volatility-interruption' }>;

const SAMPLES_MAX = 120;
/** When orders are those of the regular session. */
export const REGULAR_PHASES: ReadonlySet<SessionPhase> = new Set([
  'opening-auction',
  'continuous',
  'closing-auction',
]);
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
  readonly #past: Readonly<Record<MarketView, Map<SymbolCode, PastDays & { readonly date: TradeDate }>>> = {
    KRX: new Map(),
    NXT: new Map(),
    ALL: new Map(),
  };
  readonly #flows: Readonly<Record<MarketVenue, Map<SymbolCode, Flow>>> = { KRX: new Map(), NXT: new Map() };
  /** By market, symbol and date: the flows of the days that were over since this began. */
  readonly #pastFlows = new Map<string, SidedVolume>();
  readonly #samples = new Map<SymbolCode, BookSample[]>();
  /** The last samples of the regular session. */
  readonly #regularBooks = new Map<SymbolCode, BookSample>();
  readonly #indexTicks = new Map<string, IndexTick[]>();
  /** Values of an index before this memory began, made when first asked for. */
  readonly #unseenTicks = new Map<string, readonly IndexTick[]>();
  readonly #interruptions: Interruption[] = [];
  /** The day that everything but `#past` is about. */
  #date: TradeDate;
  readonly #began: { readonly at: EpochMs; readonly date: TradeDate };

  constructor(exchange: ExchangeApi) {
    this.#exchange = exchange;
    this.#date = exchange.tradeDate;
    this.#began = { at: exchange.now, date: exchange.tradeDate };
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
  past(symbol: SymbolCode, view: MarketView = 'KRX'): PastDays {
    const date = this.#exchange.tradeDate;
    const known = this.#past[view].get(symbol);
    if (known?.date === date) return known;
    const today = kstMidnight(date);
    const bars = dailyBarsOf(this.#exchange, symbol, view).filter(({ start }) => start < today);
    const last = bars.at(-1);
    const past = { date, bars, volume: last?.volume ?? 0, value: last?.value ?? 0 };
    this.#past[view].set(symbol, past);
    return past;
  }

  /** Who came on a past day; null for days before this memory. */
  pastFlow(symbol: SymbolCode, date: TradeDate, view: MarketView = 'KRX'): SidedVolume | null {
    this.#turnDay();
    if (view !== 'ALL') return this.#pastFlows.get(`${view} ${symbol} ${date}`) ?? null;
    const krx = this.pastFlow(symbol, date, 'KRX');
    const nxt = this.pastFlow(symbol, date, 'NXT');
    if (krx === null || nxt === null) return krx;
    return { bought: krx.bought + nxt.bought, sold: krx.sold + nxt.sold };
  }

  /** The book's totals `minutes` ago or, where they are not known so far back, at the first moment known; null for none. */
  bookAgo(symbol: SymbolCode, minutes: number): BookSample | null {
    const samples = this.#samples.get(symbol) ?? [];
    const at = this.#exchange.now - minutes * MINUTE_MS;
    return samples.findLast((sample) => sample.at <= at) ?? samples[0] ?? null;
  }

  /** The book's totals shortly before the regular session ended (KRX); null where nobody saw them. */
  regularBook(symbol: SymbolCode): BookSample | null {
    this.#turnDay();
    return this.#regularBooks.get(symbol) ?? null;
  }

  /**
   * Today's values of an index as they were told, oldest first. Of the time before this memory began nobody kept them: minutes stand
   * in, each at its end.
   */
  indexTicks(code: string): readonly IndexTick[] {
    this.#turnDay();
    return [...this.#ticksUnseen(code), ...(this.#indexTicks.get(code) ?? [])];
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
        this.#keepIndex(event);
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
    for (const venue of ['KRX', 'NXT'] as const) {
      for (const [symbol, { bought, sold }] of this.#flows[venue]) {
        this.#pastFlows.set(`${venue} ${symbol} ${this.#date}`, { bought, sold });
      }
    }
    this.#date = date;
    this.#flows.KRX.clear();
    this.#flows.NXT.clear();
    this.#samples.clear();
    this.#regularBooks.clear();
    this.#indexTicks.clear();
    this.#interruptions.length = 0;
  }

  #sample(symbol: SymbolCode, at: EpochMs): void {
    this.#turnDay();
    const samples = this.#samples.get(symbol);
    const last = samples?.at(-1);
    if (last !== undefined && at - last.at < MINUTE_MS) return;
    const book = this.#exchange.market.book(symbol);
    if (book === null) return;
    const sample = { at, totalAsk: book.totalAsk, totalBid: book.totalBid };
    if (REGULAR_PHASES.has(this.#exchange.phase)) this.#regularBooks.set(symbol, sample);
    if (samples === undefined) this.#samples.set(symbol, [sample]);
    else if (samples.push(sample) > SAMPLES_MAX) samples.shift();
  }

  /** Minutes of the first day that were over when this memory began. */
  #ticksUnseen(code: string): readonly IndexTick[] {
    if (this.#date !== this.#began.date) return [];
    const known = this.#unseenTicks.get(code);
    if (known !== undefined) return known;
    const { closeAt } = sessionHours(this.#date);
    let dayVolume = 0;
    const ticks = this.#exchange.indices.minuteBars(code, this.#date).flatMap(({ start, close, volume }) => {
      // The bar of the closing auction is one moment, not a minute.
      const at = start === closeAt ? start : start + MINUTE_MS;
      if (at > this.#began.at) return [];
      dayVolume += volume;
      return { at, hundredths: close, quantity: volume, dayVolume };
    });
    this.#unseenTicks.set(code, ticks);
    return ticks;
  }

  #keepIndex({ code, at, hundredths, volume }: IndexEvent): void {
    const known = this.#indexTicks.get(code);
    const before = (known ?? this.#ticksUnseen(code)).at(-1)?.dayVolume ?? 0;
    const dayVolume = volume ?? before;
    const tick = { at, hundredths, quantity: dayVolume - before, dayVolume };
    if (known === undefined) this.#indexTicks.set(code, [tick]);
    else known.push(tick);
  }

  #keepInterruption(event: InterruptionEvent): void {
    if (event.state === 'triggered') {
      const volume = this.#exchange.market.day(event.symbol, event.venue)?.volume ?? 0;
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
