// The orders of everybody else when the tape is given. The trades of others are printed as they were; their orders stand in
// the book so that each print could have happened; orders of accounts meet those, and trades of accounts come on top.
// The tape never changes because of us: what a print would have taken from an order of ours, had it been there,
// is traded with us besides.

import type { BookLevel } from '#domain/market-event.ts';
import type { OrderSide } from '#domain/order.ts';
import { SECOND_MS } from '#domain/time.ts';
import type { EpochMs, Quantity } from '#domain/units.ts';
import type { FlowPhase, FlowSeat, MarketFlow } from '../market-flow.ts';
import { FlowBook } from './flow-book.ts';
import type { TapeTrade } from './flow-minute.ts';
import type { AuctionPrint } from './market-replay.ts';

/** A recorded book, as it is to be shown from a moment on. */
export interface TapeBook {
  readonly at: EpochMs;
  readonly asks: readonly BookLevel[];
  readonly bids: readonly BookLevel[];
}

export type TapeEvent = TapeTrade | TapeBook;

/** What happened to an instrument on a day, in order of time. */
export interface Tape {
  /** Single-price trades of others; null when the auction had none. */
  readonly opening: AuctionPrint | null;
  readonly closing: AuctionPrint | null;
  /** Usual shares of one price level, for tapes that tell no books. */
  readonly depth: Quantity;
  /** The next event, null when there is none left; each is given once. */
  next(): TapeEvent | null;
}

/** Shares waiting by distance from the best price, as multiples of the usual. */
const DEPTH_SHAPE = [0.6, 0.9, 1.1, 1.15, 1.1, 1, 0.9, 0.8, 0.7, 0.6] as const;
/** After an order of an account took shares, others are back at the empty levels this much later. */
const REPLENISH_MS = SECOND_MS;
/** An auction's orders arrive on this many levels beyond its price, crossing. */
const CROSSING_LEVELS = 3;

export class TapeFlow<Owner> implements MarketFlow {
  readonly isScripted = true;
  readonly #seat: FlowSeat<Owner>;
  readonly #tape: Tape;
  readonly #book: FlowBook<Owner>;
  #phase: FlowPhase = 'closed';
  #next: TapeEvent | null;
  #replenishAt: EpochMs = Number.POSITIVE_INFINITY;
  /** Best prices of others after the last print, as indexes on the ladder. */
  #bestBid: number;
  #bestAsk: number;
  /** True once a recorded book was shown: then none is made up. */
  #hasBooks = false;

  /** `from` is the moment the day is gone on with; what the tape has before it was printed already. */
  constructor(seat: FlowSeat<Owner>, tape: Tape, from: EpochMs | null) {
    this.#seat = seat;
    this.#tape = tape;
    this.#book = new FlowBook(seat.orders, seat.ladder.size);
    this.#bestBid = seat.lastIndex;
    this.#bestAsk = seat.lastIndex + 1;
    this.#next = tape.next();
    while (from !== null && this.#next !== null && this.#next.at <= from) this.#next = tape.next();
  }

  get nextAt(): EpochMs {
    return Math.min(this.#next?.at ?? Number.POSITIVE_INFINITY, this.#replenishAt);
  }

  enter(phase: FlowPhase, _at: EpochMs, _until: EpochMs): void {
    this.#phase = phase;
    this.#replenishAt = Number.POSITIVE_INFINITY;
    if (phase === 'opening-auction') this.#gather(this.#tape.opening);
    else if (phase === 'closing-auction') this.#gather(this.#tape.closing);
    else if (phase === 'continuous' && !this.#hasBooks) this.#begin();
    else if (phase !== 'continuous') this.#book.clear();
  }

  /** Whatever accounts ordered, the auction's price is the recorded one and others trade the recorded shares. */
  beforeAuction(): void {
    this.#book.clear();
    const print = this.#auctionPrint();
    if (print === null) return;
    const index = this.#seat.ladder.indexOf(print.price);
    if (index === null) return;
    const buying = this.#book.accountsWilling('buy', index);
    const selling = this.#book.accountsWilling('sell', index);
    this.#book.gather('buy', index, print.quantity + selling);
    this.#book.gather('sell', index, print.quantity + buying);
  }

  accountTraded(_side: OrderSide, _quantity: Quantity, at: EpochMs): void {
    if (this.#phase === 'continuous') this.#replenishAt = Math.min(this.#replenishAt, at + REPLENISH_MS);
  }

  step(): void {
    const event = this.#next;
    if (event === null || this.#replenishAt < event.at) {
      this.#replenishAt = Number.POSITIVE_INFINITY;
      if (!this.#hasBooks) this.#fill();
      return;
    }
    this.#next = this.#tape.next();
    if ('price' in event) this.#print(event);
    else this.#show(event);
  }

  #auctionPrint(): AuctionPrint | null {
    if (this.#phase === 'opening-auction') return this.#tape.opening;
    return this.#phase === 'closing-auction' ? this.#tape.closing : null;
  }

  #print({ price, quantity, aggressor }: TapeTrade): void {
    if (this.#phase === 'continuous') this.#trade(this.#seat.ladder.positionOf(price), quantity, aggressor);
    this.#seat.print(price, quantity, aggressor);
  }

  /** Brings the book to a print at `position` and lets accounts have what the print would have given them. */
  #trade(position: number, quantity: Quantity, aggressor: OrderSide | null): void {
    const below = Math.floor(position);
    const above = Math.ceil(position);
    const isOnLevel = below === above;
    // A buyer lifts the ask, a seller hits the bid; a mid-price trade happens between both.
    this.#bestBid = isOnLevel && aggressor !== 'sell' ? below - 1 : below;
    this.#bestAsk = isOnLevel && aggressor === 'sell' ? above + 1 : above;
    this.#book.clearBetter('buy', this.#bestBid);
    this.#book.clearBetter('sell', this.#bestAsk);
    const toSellers = this.#book.meetBetter('buy', above, quantity);
    const toBuyers = this.#book.meetBetter('sell', below, quantity);
    if (isOnLevel) {
      this.#book.meetLevel('buy', above, toSellers);
      this.#book.meetLevel('sell', below, toBuyers);
    }
    if (!this.#hasBooks) this.#fill();
  }

  /** Shows a recorded book; accounts whose orders it would cross trade with it, up to its quantity. */
  #show({ asks, bids }: TapeBook): void {
    if (this.#phase !== 'continuous') return;
    this.#hasBooks = true;
    const wantedAsks = this.#byIndex(asks);
    const wantedBids = this.#byIndex(bids);
    // Both sides make room before either comes: the market may have moved by more than a spread.
    this.#withdrawOthers('sell', wantedAsks);
    this.#withdrawOthers('buy', wantedBids);
    this.#showSide('sell', wantedAsks);
    this.#showSide('buy', wantedBids);
  }

  #byIndex(levels: readonly BookLevel[]): ReadonlyMap<number, Quantity> {
    const { ladder } = this.#seat;
    const wanted = new Map<number, Quantity>();
    for (const { price, quantity } of levels) {
      const index = ladder.indexOf(price);
      if (index !== null) wanted.set(index, quantity);
    }
    return wanted;
  }

  #withdrawOthers(side: OrderSide, wanted: ReadonlyMap<number, Quantity>): void {
    const own = this.#seat.orders.own(side);
    for (let at = own.best; at >= 0 && at < this.#seat.ladder.size; ) {
      const next = own.worseThan(at);
      if (!wanted.has(at)) this.#book.setLevel(side, at, 0);
      at = next;
    }
  }

  #showSide(side: OrderSide, wanted: ReadonlyMap<number, Quantity>): void {
    for (const [index, quantity] of wanted) {
      this.#book.meetBetter(side, side === 'buy' ? index + 1 : index - 1, quantity);
      this.#book.setLevel(side, index, quantity);
    }
  }

  #gather(print: AuctionPrint | null): void {
    this.#book.clear();
    const index = print === null ? null : this.#seat.ladder.indexOf(print.price);
    if (print === null || index === null) return;
    const size = Math.max(1, print.quantity / (2 * CROSSING_LEVELS));
    for (const [behind, weight] of DEPTH_SHAPE.entries()) {
      this.#book.gather('buy', index + CROSSING_LEVELS - behind, size * weight);
      this.#book.gather('sell', index - CROSSING_LEVELS + behind, size * weight);
    }
  }

  #begin(): void {
    const last = this.#seat.lastIndex;
    this.#bestBid = last;
    this.#bestAsk = last + 1;
    this.#book.clear();
    this.#fill();
  }

  /** Sees to it that others stand at the next ten prices on both sides. */
  #fill(): void {
    const { orders } = this.#seat;
    const { depth } = this.#tape;
    for (let behind = 0; behind < DEPTH_SHAPE.length; behind++) {
      const quantity = Math.max(1, depth * DEPTH_SHAPE[behind]!);
      const ask = this.#bestAsk + behind;
      const bid = this.#bestBid - behind;
      if (orders.asks.quantities[ask] === 0) this.#book.rest('sell', ask, quantity);
      if (orders.bids.quantities[bid] === 0) this.#book.rest('buy', bid, quantity);
    }
  }
}
