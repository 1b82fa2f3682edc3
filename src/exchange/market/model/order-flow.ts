// The orders of everybody else in the model: makers that keep the book filled around the path of the day, takers that trade
// against it, and arbitrage that pulls prices along. Orders of accounts meet this flow in the same book: they take its
// shares, wait in its queues, and push the price by the levels they eat and by what the market reads into them.

import type { OrderSide } from '#domain/order.ts';
import type { SessionHours } from '#domain/session.ts';
import { MINUTE_MS, SECOND_MS } from '#domain/time.ts';
import type { EpochMs, Price, Quantity } from '#domain/units.ts';
import { BookOrder } from '../../book/book-side.ts';
import type { OrderBook } from '../../book/order-book.ts';
import type { PriceLadder } from '../../book/price-ladder.ts';
import type { Random } from '../../random.ts';
import type { FlowPhase, MarketFlow } from '../market-flow.ts';
import { FlowImpact } from './flow-impact.ts';
import { meanWaitOf, paceOf, TAKER_SHARE } from './pace.ts';
import {
  type DayPath,
  OPENING_VOLUME_SHARE,
  pointAt,
  QUIET_ACTIVITY,
  QUIET_AUCTION_SHARE,
} from './price-path.ts';

/** What one day's flow of one instrument is made from. */
export interface FlowDay<Owner> {
  readonly orders: OrderBook<Owner>;
  readonly ladder: PriceLadder;
  readonly path: DayPath;
  readonly base: Price;
  readonly hours: SessionHours;
  readonly dailyVolume: Quantity;
  /** Daily volatility of the price, the market's and the sector's part included. */
  readonly volatility: number;
  readonly random: Random;
  /** Takers count as customers of the same broker: its order numbers go up by them. */
  readonly nextOrderNo: () => number;
}

/** Shares waiting by distance from the best price, as multiples of the usual: books are thin in front, thickest a few ticks back. */
const DEPTH_SHAPE = [0.5, 0.8, 1, 1.1, 1.15, 1.1, 1, 0.95, 0.9, 0.85, 0.7, 0.6, 0.5] as const;
/** Usual shares of a level, in those of a usual trade, at least. */
const DEPTH_PER_TRADE = 6;
/** Levels that are never left empty on either side. */
const LEVELS = 10;
/** Half the distance between the two sides' fair prices, in ticks, at least: where a tick is coarse the spread is one or two. */
const HALF_SPREAD_MIN = 0.05;
const HALF_SPREAD_MAX = 4;
/** A spread pays its makers for what the price moves between two trades: half of it is this many such deviations. */
const SPREAD_PER_TRADE_DEVIATION = 0.6;
/** Mean wait between two orders of an auction, as a multiple of the mean wait. */
const AUCTION_WAIT = 2;
/** How much surer takers are of their side than the distance of the fair price from the two sides makes them. */
const EAGERNESS = 3;
/** Size of random takers against a day's volume over their usual number: some of their turns go to arbitrage. */
const TAKER_VOLUME_SHARE = 1.3;
/** How often a price that the path has left is traded against rather than withdrawn. */
const ARBITRAGE_SHARE = 0.12;
/** Shares that gather for an auction against what it trades. */
const AUCTION_SIZE = 2.6;
const AUCTION_MARKET_SHARE = 0.06;
/** An auction that ends an interruption trades about this share of a day. */
const REOPENING_VOLUME_SHARE = 0.006;
const REOPENING_MS = 120 * SECOND_MS;

export class OrderFlow<Owner> implements MarketFlow {
  readonly isScripted = false;
  readonly #day: FlowDay<Owner>;
  readonly #random: Random;
  readonly #impact: FlowImpact;
  /** Usual shares of one level. */
  readonly #depth: Quantity;
  readonly #halfSpread: number;
  readonly #meanWait: number;
  /** Deviation of auction orders around the fair price, in ticks. */
  readonly #auctionWidth: number;
  #nextAt: EpochMs = Number.POSITIVE_INFINITY;
  /** Logarithm an auction gathers around and the mean shares of its orders; null in continuous trading. */
  #auction: { readonly target: number; readonly size: Quantity } | null = null;

  constructor(day: FlowDay<Owner>) {
    this.#day = day;
    this.#random = day.random;
    const { ladder, base, volatility, dailyVolume, path } = day;
    const at = Math.floor(ladder.positionOf(base));
    const tick = Math.max((ladder.priceAt(Math.min(at + 1, ladder.size - 1)) - base) / base, 1e-5);
    const ticksPerDay = Math.max(2, volatility / tick);
    this.#auctionWidth = Math.min(Math.max(ticksPerDay * 0.06, 1.5), 20);
    this.#meanWait = meanWaitOf(dailyVolume * base);
    const trades = (path.activity.length * MINUTE_MS * TAKER_SHARE) / this.#meanWait;
    // What trades seldom trades a level at a time.
    const depth = Math.max((dailyVolume * 0.04) / ticksPerDay, (DEPTH_PER_TRADE * dailyVolume) / trades);
    this.#depth = Math.max(3, Math.round(depth));
    this.#halfSpread = clamp(
      (SPREAD_PER_TRADE_DEVIATION * volatility) / Math.sqrt(trades) / tick,
      HALF_SPREAD_MIN,
      HALF_SPREAD_MAX,
    );
    this.#impact = new FlowImpact(volatility, dailyVolume);
  }

  /** When the next order of this flow arrives; infinity while there is none to come. */
  get nextAt(): EpochMs {
    return this.#nextAt;
  }

  enter(phase: FlowPhase, at: EpochMs, until: EpochMs): void {
    switch (phase) {
      case 'opening-auction':
        return this.#beginAuction(at, until, this.#day.path.points[0]!, OPENING_VOLUME_SHARE);
      case 'closing-auction':
        return this.#beginAuction(at, until, this.#day.path.close, this.#day.path.closing);
      case 'after-market-auction':
        return this.#beginAuction(at, until, this.#day.path.close, QUIET_AUCTION_SHARE);
      case 'after-hours':
        return this.#beginAuction(at, until, this.#day.path.close, QUIET_AUCTION_SHARE);
      case 'interruption':
        return this.#beginAuction(at, endOf(at, until), this.#pointAt(at), REOPENING_VOLUME_SHARE);
      case 'pre-market':
      case 'continuous':
      case 'after-market':
        return this.#beginContinuous(at);
      default:
        this.#nextAt = Number.POSITIVE_INFINITY;
    }
  }

  beforeAuction(): void {
    // All that was to come has come: auctions of the model gather their orders while they last.
  }

  accountTraded(side: OrderSide, quantity: Quantity, at: EpochMs): void {
    this.#impact.count(side === 'buy' ? quantity : -quantity, at);
  }

  /** Lets the order due at `nextAt` happen. */
  step(): void {
    const at = this.#nextAt;
    if (this.#auction !== null) {
      this.#gather(this.#auction.target + this.#impact.at(at), this.#auction.size);
      this.#nextAt = at + this.#wait(this.#meanWait * AUCTION_WAIT);
      return;
    }
    const activity = this.#activityAt(at);
    const pace = paceOf(activity);
    this.#trade(this.#fairAt(at), activity, pace);
    this.#nextAt = at + this.#wait(this.#meanWait / pace);
  }

  /** Gathers orders from `at` for an auction that trades about `share` of an average day; `target` is a logarithm over base. */
  #beginAuction(at: EpochMs, until: EpochMs, target: number, share: number): void {
    const orders = Math.max(1, (until - at) / (this.#meanWait * AUCTION_WAIT));
    this.#auction = { target, size: Math.max(1, (AUCTION_SIZE * share * this.#day.dailyVolume) / orders) };
    this.#fillLevels(this.#positionOf(target + this.#impact.at(at)));
    this.#nextAt = at + this.#wait(this.#meanWait * AUCTION_WAIT);
  }

  #beginContinuous(at: EpochMs): void {
    this.#auction = null;
    this.#fillLevels(this.#fairAt(at));
    this.#nextAt = at + this.#wait(this.#meanWait);
  }

  #gather(target: number, meanSize: Quantity): void {
    const random = this.#random;
    const side: OrderSide = random.happens(0.5) ? 'buy' : 'sell';
    const order = newOrder<Owner>(side, meanSize * random.logNormal(1));
    if (random.happens(AUCTION_MARKET_SHARE)) {
      this.#day.orders.restUnpriced(order);
      return;
    }
    const index = Math.round(this.#positionOf(target) + this.#auctionWidth * random.normal());
    this.#day.orders.rest(order, clamp(index, 0, this.#day.ladder.size - 1));
  }

  #trade(fair: number, activity: number, pace: number): void {
    const { orders } = this.#day;
    const random = this.#random;
    const fairAsk = Math.ceil(fair + this.#halfSpread);
    const fairBid = Math.min(Math.floor(fair - this.#halfSpread), fairAsk - 1);
    for (let level = 0; level < LEVELS; level++) {
      if (!orders.asks.isEmpty && orders.asks.best < fairAsk) this.#correct('buy', fairAsk - 1);
      else if (!orders.bids.isEmpty && orders.bids.best > fairBid) this.#correct('sell', fairBid + 1);
      else break;
    }
    if (random.happens(TAKER_SHARE)) this.#take(fair, activity, pace);
    else this.#make(fairBid, fairAsk);
    this.#fillAround(fairBid, fairAsk);
  }

  /** The path has left a price behind: somebody trades against it, or those who stand there withdraw. */
  #correct(side: OrderSide, limit: number): void {
    const { orders } = this.#day;
    const counter = orders.counter(side);
    const stale = counter.best;
    if (this.#random.happens(ARBITRAGE_SHARE) || !this.#withdraw(counter.side, stale)) {
      orders.match(
        newOrder<Owner>(side, orders.available(side, limit) * this.#random.between(0.3, 1)),
        limit,
      );
    }
  }

  /** Takes the orders of others off a level. False when only orders of accounts stand there. */
  #withdraw(side: OrderSide, index: number): boolean {
    const { orders } = this.#day;
    let order = orders.own(side).lastAt(index);
    let found = false;
    while (order !== null) {
      const earlier = order.before;
      if (order.owner === null) {
        orders.remove(order);
        found = true;
      }
      order = earlier;
    }
    return found;
  }

  #take(fair: number, activity: number, pace: number): void {
    const { orders, dailyVolume, path, ladder } = this.#day;
    const random = this.#random;
    this.#day.nextOrderNo();
    const side: OrderSide = random.happens(this.#eagerness(fair)) ? 'buy' : 'sell';
    const counter = orders.counter(side);
    if (counter.isEmpty) return;
    const eventsPerMinute = (MINUTE_MS / this.#meanWait) * pace;
    const minuteVolume = (activity * dailyVolume) / path.activity.length;
    const meanSize = (TAKER_VOLUME_SHARE * minuteVolume) / (eventsPerMinute * TAKER_SHARE);
    const reach = random.happens(0.15) ? 1 : 0;
    const limit = side === 'buy' ? counter.best + reach : counter.best - reach;
    orders.match(newOrder<Owner>(side, meanSize * random.logNormal(1.1)), clamp(limit, 0, ladder.size - 1));
  }

  /** Chance that the next taker buys: whoever sees the fair price close to the asks takes from them. */
  #eagerness(fair: number): number {
    const { asks, bids } = this.#day.orders;
    if (asks.isEmpty || bids.isEmpty) return 0.5;
    const lean = (fair - bids.best) / (asks.best - bids.best) - 0.5;
    return clamp(0.5 + EAGERNESS * lean, 0.02, 0.98);
  }

  /** A maker adds to a level that has less than it should, or withdraws from one that has more. */
  #make(fairBid: number, fairAsk: number): void {
    const random = this.#random;
    const side: OrderSide = random.happens(0.5) ? 'buy' : 'sell';
    const behind = random.integer(DEPTH_SHAPE.length);
    const index = side === 'buy' ? fairBid - behind : fairAsk + behind;
    if (!this.#mayRest(side, index)) return;
    const { orders } = this.#day;
    const target = this.#depth * DEPTH_SHAPE[behind]! * random.logNormal(0.6);
    if (orders.own(side).quantities[index]! < target) {
      orders.rest(newOrder<Owner>(side, target * random.between(0.1, 0.5)), index);
      return;
    }
    const last = orders.own(side).lastAt(index);
    if (last !== null && last.owner === null) orders.remove(last);
  }

  #fillLevels(fair: number): void {
    const fairAsk = Math.ceil(fair + this.#halfSpread);
    this.#fillAround(Math.min(Math.floor(fair - this.#halfSpread), fairAsk - 1), fairAsk);
  }

  /** Sees to it that the next ten prices on both sides are never empty. */
  #fillAround(fairBid: number, fairAsk: number): void {
    const asks = this.#day.orders.asks.quantities;
    const bids = this.#day.orders.bids.quantities;
    for (let behind = 0; behind < LEVELS; behind++) {
      if (asks[fairAsk + behind] === 0) this.#fillLevel('sell', fairAsk + behind, behind);
      if (bids[fairBid - behind] === 0) this.#fillLevel('buy', fairBid - behind, behind);
    }
  }

  #fillLevel(side: OrderSide, index: number, behind: number): void {
    if (!this.#mayRest(side, index)) return;
    const quantity = this.#depth * DEPTH_SHAPE[behind]! * this.#random.between(0.2, 0.9);
    this.#day.orders.rest(newOrder<Owner>(side, quantity), index);
  }

  /** True when an order may wait at `index`: on the ladder, and not where it would trade. */
  #mayRest(side: OrderSide, index: number): boolean {
    const { orders, ladder } = this.#day;
    if (index < 0 || index >= ladder.size) return false;
    return side === 'buy' ? index < orders.asks.best : index > orders.bids.best;
  }

  /** Where the path and the orders of accounts have brought the price, as a fraction of an index on the ladder. */
  #fairAt(at: EpochMs): number {
    return this.#positionOf(this.#pointAt(at) + this.#impact.at(at));
  }

  #pointAt(at: EpochMs): number {
    return pointAt(this.#day.path, this.#day.hours, at);
  }

  #positionOf(point: number): number {
    return this.#day.ladder.positionOf(this.#day.base * Math.exp(point));
  }

  /** Volume of the minute as a multiple of an average minute's. */
  #activityAt(at: EpochMs): number {
    const { hours, path } = this.#day;
    const { activity } = path;
    const minute = Math.floor((at - hours.openAt) / MINUTE_MS);
    const isRegular = minute >= 0 && minute < activity.length;
    return isRegular ? activity[minute]! * activity.length : QUIET_ACTIVITY;
  }

  #wait(meanMs: number): number {
    return Math.max(1, Math.round(this.#random.exponential(meanMs)));
  }
}

/** Orders of others need no number: nobody asks for them by one. */
function newOrder<Owner>(side: OrderSide, quantity: number): BookOrder<Owner> {
  return new BookOrder<Owner>(0, side, null, Math.max(1, Math.round(quantity)));
}

/** When an interruption is likely to end. */
function endOf(at: EpochMs, until: EpochMs): EpochMs {
  return Number.isFinite(until) ? until : at + REOPENING_MS;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
