// The orders of everybody else: makers that keep the book filled around the path of the day, takers that trade against it, and
// arbitrage that pulls prices along. Orders of accounts meet this flow in the same book: they take its shares, wait in its
// queues, and push the price as far as the levels they eat.

import type { OrderSide } from '#domain/order.ts';
import { MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, Price, Quantity } from '#domain/units.ts';
import { BookOrder } from './book-side.ts';
import type { OrderBook } from './order-book.ts';
import type { PriceLadder } from './price-ladder.ts';
import { type DayPath, POINTS_PER_MINUTE } from './price-path.ts';
import type { Random } from './random.ts';

/** What one day's flow of one instrument is made from. */
export interface FlowDay<Owner> {
  readonly book: OrderBook<Owner>;
  readonly ladder: PriceLadder;
  readonly path: DayPath;
  readonly base: Price;
  /** Nominal beginning of continuous trading: where the path's first point lies. */
  readonly openAt: EpochMs;
  readonly dailyVolume: Quantity;
  /** Daily volatility of the price, the market's part included. */
  readonly volatility: number;
  readonly random: Random;
  readonly nextOrderNo: () => number;
}

/** Shares waiting by distance from the best price, as multiples of the usual: books are thin in front, thickest a few ticks back. */
const DEPTH_SHAPE = [0.5, 0.8, 1, 1.1, 1.15, 1.1, 1, 0.95, 0.9, 0.85, 0.7, 0.6, 0.5] as const;
/** Levels that are never left empty on either side. */
const LEVELS = 10;
/** Half the distance between the two sides' fair prices, in ticks. */
const HALF_SPREAD = 0.4;
/** Mean wait between two events of an average minute, ms. */
const MEAN_WAIT_MS = 450;
/** Mean wait between two orders of an auction, ms. */
const AUCTION_WAIT_MS = 900;
const TAKER_SHARE = 0.3;
/** Share of the day's volume that random takers bring; arbitrage brings the rest. */
const TAKER_VOLUME_SHARE = 0.7;
/** How often a price that the path has left is traded against rather than withdrawn. */
const ARBITRAGE_SHARE = 0.12;
const AUCTION_MARKET_SHARE = 0.06;

export class OrderFlow<Owner> {
  readonly #day: FlowDay<Owner>;
  readonly #random: Random;
  /** Usual shares of one level. */
  readonly #depth: Quantity;
  /** Deviation of auction orders around the fair price, in ticks. */
  readonly #auctionWidth: number;
  #nextAt: EpochMs = Number.POSITIVE_INFINITY;
  /** Logarithm an auction gathers around and the mean shares of its orders; null in continuous trading. */
  #auction: { readonly target: number; readonly size: Quantity } | null = null;

  constructor(day: FlowDay<Owner>) {
    this.#day = day;
    this.#random = day.random;
    const { ladder, base, volatility, dailyVolume } = day;
    const at = Math.floor(ladder.positionOf(base));
    const tick = (ladder.priceAt(Math.min(at + 1, ladder.size - 1)) - base) / base;
    const ticksPerDay = Math.max(2, volatility / Math.max(tick, 1e-5));
    this.#depth = Math.max(3, Math.round((dailyVolume * 0.04) / ticksPerDay));
    this.#auctionWidth = Math.min(Math.max(ticksPerDay * 0.06, 1.5), 20);
  }

  /** When the next order of this flow arrives; infinity while there is none to come. */
  get nextAt(): EpochMs {
    return this.#nextAt;
  }

  /** Gathers orders from `at` for an auction that trades about `share` of an average day; `target` is a logarithm over base. */
  beginAuction(at: EpochMs, until: EpochMs, target: number, share: number): void {
    const orders = Math.max(1, (until - at) / AUCTION_WAIT_MS);
    // Rather less than half of what gathers on either side is matched.
    this.#auction = { target, size: Math.max(1, (4 * share * this.#day.dailyVolume) / orders) };
    this.#fillLevels(this.#positionOf(target));
    this.#nextAt = at + this.#wait(AUCTION_WAIT_MS);
  }

  beginContinuous(at: EpochMs): void {
    this.#auction = null;
    this.#fillLevels(this.#fairAt(at));
    this.#nextAt = at + this.#wait(MEAN_WAIT_MS);
  }

  stop(): void {
    this.#nextAt = Number.POSITIVE_INFINITY;
  }

  /** Lets the order due at `nextAt` happen. */
  step(): void {
    const at = this.#nextAt;
    if (this.#auction !== null) {
      this.#gather(this.#auction.target, this.#auction.size);
      this.#nextAt = at + this.#wait(AUCTION_WAIT_MS);
      return;
    }
    const activity = this.#activityAt(at);
    this.#trade(this.#fairAt(at), activity);
    this.#nextAt = at + this.#wait(MEAN_WAIT_MS / clamp(Math.sqrt(activity), 0.4, 4));
  }

  #gather(target: number, meanSize: Quantity): void {
    const random = this.#random;
    const side: OrderSide = random.happens(0.5) ? 'buy' : 'sell';
    const order = this.#order(side, meanSize * random.logNormal(1));
    if (random.happens(AUCTION_MARKET_SHARE)) {
      this.#day.book.restUnpriced(order);
      return;
    }
    const index = Math.round(this.#positionOf(target) + this.#auctionWidth * random.normal());
    this.#day.book.rest(order, clamp(index, 0, this.#day.ladder.size - 1));
  }

  #trade(fair: number, activity: number): void {
    const { book } = this.#day;
    const random = this.#random;
    const fairAsk = Math.ceil(fair + HALF_SPREAD);
    const fairBid = Math.min(Math.floor(fair - HALF_SPREAD), fairAsk - 1);
    if (!book.asks.isEmpty && book.asks.best < fairAsk) this.#correct('buy', fairAsk - 1);
    else if (!book.bids.isEmpty && book.bids.best > fairBid) this.#correct('sell', fairBid + 1);
    else if (random.happens(TAKER_SHARE)) this.#take(activity);
    else this.#make(fairBid, fairAsk);
    this.#fillLevels(fair);
  }

  /** The path has left a price behind: somebody trades against it, or those who stand there withdraw. */
  #correct(side: OrderSide, limit: number): void {
    const { book } = this.#day;
    const counter = book.counter(side);
    const stale = counter.best;
    if (this.#random.happens(ARBITRAGE_SHARE) || !this.#withdraw(counter.side, stale)) {
      const order = this.#order(side, book.available(side, limit) * this.#random.between(0.3, 1));
      book.match(order, limit);
    }
  }

  /** Takes the orders of others off a level. False when only orders of accounts stand there. */
  #withdraw(side: OrderSide, index: number): boolean {
    const { book } = this.#day;
    let order = book.own(side).lastAt(index);
    let found = false;
    while (order !== null) {
      const earlier = order.before;
      if (order.owner === null) {
        book.remove(order);
        found = true;
      }
      order = earlier;
    }
    return found;
  }

  #take(activity: number): void {
    const { book, dailyVolume, path, ladder } = this.#day;
    const random = this.#random;
    const side: OrderSide = random.happens(0.5) ? 'buy' : 'sell';
    const counter = book.counter(side);
    if (counter.isEmpty) return;
    const eventsPerMinute = (MINUTE_MS / MEAN_WAIT_MS) * clamp(Math.sqrt(activity), 0.4, 4);
    const minuteVolume = (activity * dailyVolume) / path.activity.length;
    const meanSize = (TAKER_VOLUME_SHARE * minuteVolume) / (eventsPerMinute * TAKER_SHARE);
    const reach = random.happens(0.15) ? 1 : 0;
    const limit = side === 'buy' ? counter.best + reach : counter.best - reach;
    book.match(this.#order(side, meanSize * random.logNormal(1.1)), clamp(limit, 0, ladder.size - 1));
  }

  /** A maker adds to a level that has less than it should, or withdraws from one that has more. */
  #make(fairBid: number, fairAsk: number): void {
    const random = this.#random;
    const side: OrderSide = random.happens(0.5) ? 'buy' : 'sell';
    const behind = random.integer(DEPTH_SHAPE.length);
    const index = side === 'buy' ? fairBid - behind : fairAsk + behind;
    if (!this.#mayRest(side, index)) return;
    const { book } = this.#day;
    const target = this.#depth * DEPTH_SHAPE[behind]! * random.logNormal(0.6);
    if (book.own(side).quantities[index]! < target) {
      book.rest(this.#order(side, target * random.between(0.1, 0.5)), index);
      return;
    }
    const last = book.own(side).lastAt(index);
    if (last !== null && last.owner === null) book.remove(last);
  }

  /** Sees to it that the next ten prices on both sides are never empty. */
  #fillLevels(fair: number): void {
    const { book } = this.#day;
    const fairAsk = Math.ceil(fair + HALF_SPREAD);
    const fairBid = Math.min(Math.floor(fair - HALF_SPREAD), fairAsk - 1);
    for (let behind = 0; behind < LEVELS; behind++) {
      this.#fillLevel('sell', fairAsk + behind, behind, book.asks.quantities);
      this.#fillLevel('buy', fairBid - behind, behind, book.bids.quantities);
    }
  }

  #fillLevel(side: OrderSide, index: number, behind: number, quantities: Float64Array): void {
    if (!this.#mayRest(side, index) || quantities[index]! > 0) return;
    const quantity = this.#depth * DEPTH_SHAPE[behind]! * this.#random.between(0.2, 0.9);
    this.#day.book.rest(this.#order(side, quantity), index);
  }

  /** True when an order may wait at `index`: on the ladder, and not where it would trade. */
  #mayRest(side: OrderSide, index: number): boolean {
    const { book, ladder } = this.#day;
    if (index < 0 || index >= ladder.size) return false;
    return side === 'buy' ? index < book.asks.best : index > book.bids.best;
  }

  #order(side: OrderSide, quantity: number): BookOrder<Owner> {
    return new BookOrder<Owner>(this.#day.nextOrderNo(), side, null, Math.max(1, Math.round(quantity)));
  }

  /** Where the path is, as a fraction of an index on the ladder. */
  #fairAt(at: EpochMs): number {
    const { points } = this.#day.path;
    const x = clamp(((at - this.#day.openAt) / MINUTE_MS) * POINTS_PER_MINUTE, 0, points.length - 1);
    const index = Math.min(Math.floor(x), points.length - 2);
    const from = points[index]!;
    return this.#positionOf(from + (points[index + 1]! - from) * (x - index));
  }

  #positionOf(point: number): number {
    return this.#day.ladder.positionOf(this.#day.base * Math.exp(point));
  }

  /** Volume of the minute as a multiple of an average minute's. */
  #activityAt(at: EpochMs): number {
    const { activity } = this.#day.path;
    const minute = clamp(Math.floor((at - this.#day.openAt) / MINUTE_MS), 0, activity.length - 1);
    return activity[minute]! * activity.length;
  }

  #wait(meanMs: number): number {
    return Math.max(1, Math.round(this.#random.exponential(meanMs)));
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
