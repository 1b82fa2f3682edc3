// One instrument's running day: its limits, its book, the flow of orders around it, and its trades so far. The exchange
// moves it from phase to phase; it tells the exchange of every trade and, now and then, that the book has changed.

import type { DailyReference } from '#domain/instrument.ts';
import { priceLimits } from '#domain/price-limit.ts';
import type { SessionHours, SessionPhase } from '#domain/session.ts';
import { type TickTable, tickTable } from '#domain/tick.ts';
import { kstMidnight, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, Price, Quantity, Won } from '#domain/units.ts';
import type { BookOrder } from './book-side.ts';
import type { Book, ExchangeEvent, InstrumentDay } from './contract.ts';
import { countTrade, type DayBars, dailyBarOf } from './day-bars.ts';
import { isAuction } from './day-clock.ts';
import type { Listing } from './listing.ts';
import { type BookListener, OrderBook } from './order-book.ts';
import { OrderFlow } from './order-flow.ts';
import type { OwnOrder } from './own-order.ts';
import { PriceLadder } from './price-ladder.ts';
import {
  CLOSING_VOLUME_SHARE,
  type DayPath,
  instrumentPath,
  MARKET_VOLATILITY,
  OPENING_VOLUME_SHARE,
} from './price-path.ts';
import { Random } from './random.ts';

/** What a market needs from the exchange it belongs to. */
export interface MarketHost {
  readonly now: EpochMs;
  readonly phase: SessionPhase;
  nextOrderNo(): number;
  emit(event: ExchangeEvent): void;
  /** An order of an account was executed; called after the trade itself was told. */
  filled(order: OwnOrder, price: Price, quantity: Quantity): void;
}

/** What a day begins with. */
export interface MarketDayOptions {
  readonly seed: number;
  readonly listing: Listing;
  readonly base: Price;
  readonly hours: SessionHours;
  /** The path of the market as a whole. */
  readonly market: DayPath;
  /** Tells the orders of this day from others that could be made of the same seed. */
  readonly flowName: string;
  readonly host: MarketHost;
}

/** One execution, as the tick chart lists it. */
export interface Tick {
  readonly at: EpochMs;
  readonly price: Price;
  readonly quantity: Quantity;
}

/** Book events of one instrument are at least this far apart. */
const BOOK_EVENT_GAP_MS = 200;
const BOOK_LEVELS = 10;

export class MarketDay implements BookListener<OwnOrder> {
  readonly reference: DailyReference;
  readonly table: TickTable;
  readonly ladder: PriceLadder;
  readonly orders: OrderBook<OwnOrder>;
  readonly #listing: Listing;
  readonly #hours: SessionHours;
  readonly #host: MarketHost;
  readonly #path: DayPath;
  readonly #flow: OrderFlow<OwnOrder>;
  readonly #ticks: Tick[] = [];
  #bars: DayBars;
  #last: Price | null = null;
  #lastQuantity: Quantity = 0;
  #value: Won = 0;
  /** What accounts got in the auction being held; told once its trade is. */
  #allotments: { readonly owner: OwnOrder; readonly price: Price; readonly quantity: Quantity }[] = [];
  #hasBookChanged = false;
  #bookToldAt: EpochMs = 0;

  constructor({ seed, listing, base, hours, market, flowName, host }: MarketDayOptions) {
    const { instrument, dailyVolume, dailyVolatility, beta } = listing;
    const limits = priceLimits(instrument, base, hours.date);
    this.#listing = listing;
    this.#hours = hours;
    this.#host = host;
    this.reference = { base, ...limits, warning: 'none' };
    this.table = tickTable(instrument, hours.date);
    this.ladder = new PriceLadder(this.table, limits);
    this.orders = new OrderBook(this.ladder, this);
    this.#bars = { date: hours.date, numbers: [] };
    this.#path = instrumentPath(seed, listing, hours.date, market);
    this.#flow = new OrderFlow({
      book: this.orders,
      ladder: this.ladder,
      path: this.#path,
      base,
      openAt: hours.openAt,
      dailyVolume,
      volatility: Math.hypot(dailyVolatility, beta * MARKET_VOLATILITY),
      random: new Random(seed, 'flow', instrument.symbol, hours.date, flowName),
      nextOrderNo: () => host.nextOrderNo(),
    });
  }

  /** The last price, the base price before the first trade of the day. */
  get last(): Price {
    return this.#last ?? this.reference.base;
  }

  /** Index of the last price on the ladder. */
  get lastIndex(): number {
    return Math.floor(this.ladder.positionOf(this.last));
  }

  get bars(): DayBars {
    return this.#bars;
  }

  get ticks(): readonly Tick[] {
    return this.#ticks;
  }

  /** Won traded so far. */
  get value(): Won {
    return this.#value;
  }

  /** When something happens here by itself the next time. */
  get nextAt(): EpochMs {
    const { nextAt } = this.#flow;
    return this.#hasBookChanged ? Math.min(nextAt, this.#bookToldAt + BOOK_EVENT_GAP_MS) : nextAt;
  }

  /** The exchange has come to `phase`, which lasts until `until`. */
  enter(phase: SessionPhase, until: EpochMs): void {
    const { now } = this.#host;
    if (phase === 'opening-auction') {
      this.#flow.beginAuction(now, until, this.#path.points[0]!, OPENING_VOLUME_SHARE);
    } else if (phase === 'continuous') {
      this.#flow.beginContinuous(now);
    } else if (phase === 'closing-auction') {
      this.#flow.beginAuction(now, until, this.#path.close, CLOSING_VOLUME_SHARE);
    } else {
      this.#flow.stop();
    }
    this.touch();
  }

  /** Holds the auction of the phase that ends. */
  holdAuction(): void {
    const outcome = this.orders.uncross(this.lastIndex);
    if (outcome !== null) this.#record(this.ladder.priceAt(outcome.index), outcome.volume, null);
    const allotments = this.#allotments;
    this.#allotments = [];
    for (const { owner, price, quantity } of allotments) this.#host.filled(owner, price, quantity);
    this.touch();
  }

  /** Lets happen what is due now. */
  step(): void {
    if (this.#flow.nextAt <= this.#host.now) {
      this.#flow.step();
      this.touch();
    }
    this.tellBook();
  }

  /** The book has changed; `tellBook` says so when it is time. */
  touch(): void {
    this.#hasBookChanged = true;
  }

  /** Tells that the book has changed, unless that was told a moment ago: then later. */
  tellBook(): void {
    const { now } = this.#host;
    if (!this.#hasBookChanged || now < this.#bookToldAt + BOOK_EVENT_GAP_MS) return;
    this.#hasBookChanged = false;
    this.#bookToldAt = now;
    this.#host.emit({ type: 'book', at: now, symbol: this.#listing.instrument.symbol });
  }

  matched(maker: BookOrder<OwnOrder>, taker: BookOrder<OwnOrder>, price: Price, quantity: Quantity): void {
    this.#record(price, quantity, taker.side);
    if (maker.owner !== null) this.#host.filled(maker.owner, price, quantity);
    if (taker.owner !== null) this.#host.filled(taker.owner, price, quantity);
  }

  allotted({ owner }: BookOrder<OwnOrder>, price: Price, quantity: Quantity): void {
    if (owner !== null) this.#allotments.push({ owner, price, quantity });
  }

  /** The day so far. */
  summary(): InstrumentDay {
    const { instrument, listedShares } = this.#listing;
    const bar = dailyBarOf(instrument.symbol, this.#bars);
    return {
      instrument,
      reference: this.reference,
      open: bar?.open ?? null,
      high: bar?.high ?? null,
      low: bar?.low ?? null,
      last: this.#last,
      lastQuantity: this.#lastQuantity,
      volume: bar?.volume ?? 0,
      value: this.#value,
      listedShares,
    };
  }

  book(): Book {
    const expected = isAuction(this.#host.phase) ? this.orders.auctionPrice(this.lastIndex) : null;
    return {
      asks: this.orders.levels('sell', BOOK_LEVELS),
      bids: this.orders.levels('buy', BOOK_LEVELS),
      totalAsk: this.orders.asks.total,
      totalBid: this.orders.bids.total,
      expectedPrice: expected === null ? null : this.ladder.priceAt(expected.index),
      expectedQuantity: expected?.volume ?? null,
    };
  }

  /** Goes on with a saved day: its trades so far count, the book of others begins anew. */
  resume(bars: DayBars, value: Won): void {
    this.#bars = { date: bars.date, numbers: [...bars.numbers] };
    this.#last = dailyBarOf(this.#listing.instrument.symbol, bars)?.close ?? null;
    this.#value = value;
  }

  #record(price: Price, quantity: Quantity, aggressor: 'buy' | 'sell' | null): void {
    const { now, phase } = this.#host;
    this.#last = price;
    this.#lastQuantity = quantity;
    this.#value += price * quantity;
    // The closing auction ends up to half a minute late, but its bar is labelled with the nominal time.
    const labelAt = phase === 'closing-auction' ? this.#hours.closeAt : now;
    const minute = Math.floor((labelAt - kstMidnight(this.#hours.date)) / MINUTE_MS);
    countTrade(this.#bars, minute, price, quantity);
    this.#ticks.push({ at: now, price, quantity });
    this.#host.emit({
      type: 'trade',
      at: now,
      symbol: this.#listing.instrument.symbol,
      price,
      quantity,
      aggressor,
    });
  }
}
