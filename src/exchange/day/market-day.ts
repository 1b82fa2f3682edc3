// One instrument's running day on one market: its limits, its book, the orders of everybody else, and its trades so far. The
// exchange moves it from phase to phase; halts and interruptions of its own come in between.

import type { DailyReference, Instrument } from '#domain/instrument.ts';
import type { OrderSide } from '#domain/order.ts';
import { afterHoursLimits, type PriceLimits } from '#domain/price-limit.ts';
import type { SessionHours, SessionPhase } from '#domain/session.ts';
import { type TickTable, tickTable } from '#domain/tick.ts';
import type { EpochMs, Price, Quantity } from '#domain/units.ts';
import type { FixedPriceSession } from '../book/fixed-price.ts';
import { FixedPrices } from '../book/fixed-prices.ts';
import { OrderBook } from '../book/order-book.ts';
import { PriceLadder } from '../book/price-ladder.ts';
import { StopOrders } from '../book/stop-orders.ts';
import type { AfterHoursTrades, FixedBook, InstrumentDay, TradingHours } from '../contract.ts';
import type { DayRules } from '../market/designations.ts';
import type { Listing } from '../market/listing.ts';
import type { FlowSeat, MarketFlow } from '../market/market-flow.ts';
import type { MarketVenue } from '../orders/order-terms.ts';
import {
  type EveningTerms,
  type Matching,
  matchingAt,
  type TradingStage,
  tradedPhase,
} from '../orders/order-validity.ts';
import type { OwnOrder } from '../orders/own-order.ts';
import type { DayParticipants } from '../participants/day-participants.ts';
import type { SavedDay } from '../saved-exchange.ts';
import { BookTeller } from './book-teller.ts';
import { reopeningMs } from './circuit-breaker.ts';
import type { DayBars } from './day-bars.ts';
import { DayTape } from './day-tape.ts';
import { dayTerms, hoursOf, standingQuote } from './day-terms.ts';
import { DayTrades, type TradesDay } from './day-trades.ts';
import type { MarketDayOptions, MarketHost } from './market-host.ts';
import type { TickLog } from './market-ticks.ts';
import { type HaltCause, TradingState } from './trading-state.ts';

export class MarketDay implements TradesDay, FlowSeat<OwnOrder> {
  readonly venue: MarketVenue;
  readonly instrument: Instrument;
  readonly reference: DailyReference;
  readonly rules: DayRules;
  readonly table: TickTable;
  readonly ladder: PriceLadder;
  readonly orders: OrderBook<OwnOrder>;
  readonly stops = new StopOrders();
  readonly trades: DayTrades;
  readonly hours: SessionHours;
  readonly #listing: Listing;
  readonly #host: MarketHost;
  readonly #flow: MarketFlow;
  readonly #tape: DayTape;
  readonly #fixed: FixedPrices;
  readonly #trading: TradingState;
  readonly #evening: EveningTerms;
  #phase: SessionPhase = 'closed';
  #until: EpochMs = Number.POSITIVE_INFINITY;
  readonly #teller = new BookTeller();
  /** True during `step`, after which the exchange asks for `nextAt` anyway. */
  #isStepping = false;

  constructor(options: MarketDayOptions) {
    const { venue, listing, base, hours, makeFlow, random, randomAt, attribution, host } = options;
    const terms = dayTerms(listing, base, hours.date, options.isExpiry);
    const { instrument, reference, rules } = terms;
    this.venue = venue;
    this.instrument = instrument;
    this.hours = hours;
    this.#listing = listing;
    this.#host = host;
    this.reference = reference;
    this.rules = rules;
    const isByAuctions = rules.auctionMs !== null;
    this.#evening = { venue, kind: instrument.kind, isByAuctions, isOnNxt: options.isOnNxt };
    this.table = tickTable(instrument, hours.date);
    this.ladder = new PriceLadder(this.table, reference);
    this.#tape = new DayTape(venue, hours, (event) => host.emit(event), instrument.symbol, attribution);
    this.trades = new DayTrades(this.#tape, host, this);
    this.orders = new OrderBook(this.ladder, this.trades);
    this.#flow = makeFlow(this);
    this.#fixed = new FixedPrices(this, listing, this.#flow.isScripted, random, host);
    this.#trading = new TradingState({ market: this, terms, flow: this.#flow, randomAt, host });
  }

  get base(): Price {
    return this.reference.base;
  }

  /** The last price, the base price before the first trade of the day. */
  get last(): Price {
    return this.#tape.last ?? this.reference.base;
  }

  /** Index of the last price on the ladder. */
  get lastIndex(): number {
    return Math.floor(this.ladder.positionOf(this.last));
  }

  /** Index of the price an auction starts from: the last trade's, those of the evening's auctions included (krx-rules 7.2). */
  get previousIndex(): number {
    return Math.floor(this.ladder.positionOf(this.#tape.afterHours?.last ?? this.last));
  }

  get bars(): DayBars {
    return this.#tape.bars;
  }

  /** Its single trades. */
  get ticks(): TickLog {
    return this.#tape.ticks;
  }

  /** Shares traded so far. */
  get volume(): Quantity {
    return this.#tape.volume;
  }

  /** What the auctions after hours traded; null before the first such trade. */
  get afterHours(): AfterHoursTrades | null {
    return this.#tape.afterHours;
  }

  get participants(): DayParticipants {
    return this.#tape.participants;
  }

  /** Why it is halted; null while it is not. */
  get haltedBy(): HaltCause | null {
    return this.#trading.haltedBy;
  }

  /** True when the tape is given by charts or a recording. */
  get isScripted(): boolean {
    return this.#flow.isScripted;
  }

  get phase(): SessionPhase {
    return this.#phase;
  }

  /** When the phase of the market ends, nominally. */
  get until(): EpochMs {
    return this.#until;
  }

  get stage(): TradingStage {
    return this.#trading.stage;
  }

  get matching(): Matching {
    return matchingAt(this.stage);
  }

  /** Limits of the ten-minute auctions of the evening. */
  get afterHoursLimits(): PriceLimits {
    return afterHoursLimits(this.instrument, this.#tape.close ?? this.base, this.reference, this.hours.date);
  }

  /** When something happens here by itself the next time. */
  get nextAt(): EpochMs {
    return Math.min(this.#flow.nextAt, this.#trading.nextAt, this.#fixed.nextAt, this.#teller.nextAt);
  }

  /** A session at one price, while there is one; before the close is known there is none after it. */
  fixedPrice(type: 'opening-fixed' | 'closing-fixed'): FixedPriceSession<OwnOrder> | null {
    return this.#fixed.session(type);
  }

  /** Shares that wait in the fixed-price session that is open now; null while none is. */
  get fixedBook(): FixedBook | null {
    return this.#fixed.openAt(this.#host.now)?.waiting ?? null;
  }

  /** KRX has closed at `close`, won: orders at the close may trade. False where none are taken, or they do already. */
  takeClose(close: Price): boolean {
    const isTaken = this.#fixed.takeClose(close);
    if (isTaken) this.#host.woken(this);
    return isTaken;
  }

  /** The phase ends and `next` follows: its auction is held, unless the price would interrupt trading. */
  leave(next: SessionPhase): void {
    this.#trading.leave(next);
    if (this.stage === 'closing-auction') this.#closeUntraded();
  }

  /** The market has come to `phase`, which lasts until `until`. */
  enter(phase: SessionPhase, until: EpochMs): void {
    this.#take(phase, until);
    this.#trading.enter();
    this.#openFixedPrice();
    this.touch();
  }

  /** Goes on with a saved day in `phase`; the others come back with `resumeFlow`, once the orders of accounts are in place. */
  resumePhase(phase: SessionPhase, until: EpochMs): void {
    this.#take(phase, until);
    this.#openFixedPrice();
  }

  resumeFlow(): void {
    this.#trading.enter();
    if (this.matching !== 'none') this.touch();
    else this.#host.woken(this);
  }

  /** Stops trading until `until` (infinity: until released). */
  halt(until: EpochMs, by: HaltCause): void {
    this.#trading.halt(until, reopeningMs(this.venue, this.hours.date), by);
    this.touch();
  }

  /** Ends a halt; false when there is none. */
  release(): boolean {
    const isReleased = this.#trading.release();
    this.#openFixedPrice();
    this.touch();
    return isReleased;
  }

  /** Lets happen what is due now. */
  step(): void {
    const { now } = this.#host;
    this.#isStepping = true;
    let hasActed = true;
    if (this.#trading.nextAt <= now) this.#trading.step();
    else if (this.#fixed.nextAt <= now) this.#fixed.step();
    else if (this.#flow.nextAt <= now) this.#flow.step();
    else hasActed = false;
    if (hasActed) this.touch();
    this.settle();
    this.tellBook();
    this.#isStepping = false;
  }

  /** To be called after orders met: what the last price sets off happens now. */
  settle(): void {
    this.#trading.interruptIfBroken();
    do {
      while (this.stops.size > 0 && this.matching === 'continuous') {
        const order = this.stops.wake(this.last);
        if (order === null) break;
        this.#host.awake(order, this);
        this.#trading.interruptIfBroken();
      }
    } while (this.orders.hasMidsOnBothSides && this.matching === 'continuous' && this.orders.crossMids());
    this.#trading.watchLast();
  }

  /** Trades the auction of the book at its price; null when nothing traded. An opening shares at a daily limit. */
  holdAuction(isOpening: boolean): Price | null {
    this.#flow.beforeAuction(this.#host.now);
    const { previousIndex } = this;
    const outcome = this.orders.uncross(previousIndex, isOpening);
    const price = outcome === null ? null : this.ladder.priceAt(outcome.index);
    if (outcome !== null && price !== null) this.trades.auctioned(price, outcome.volume);
    // Market orders that the closing auction leaves over end with it: nothing trades after it.
    if (!['closing-auction', 'post-close'].includes(this.#phase)) this.orders.priceLeftOver(previousIndex);
    this.touch();
    return price;
  }

  /** The regular session ended only now, after an extended auction. */
  closeLate(): void {
    this.#closeUntraded();
    this.#host.over(this, 'regular');
    this.orders.clear();
    this.#openFixedPrice();
  }

  /** The book has changed; `tellBook` says so when it is time. */
  touch(): void {
    this.#teller.touch();
    if (!this.#isStepping) this.#host.woken(this);
  }

  /** Tells that the book has changed, unless that was told a moment ago: then later. */
  tellBook(): void {
    const { now } = this.#host;
    if (this.#teller.takeTurn(now))
      this.#host.emit({ type: 'book', at: now, venue: this.venue, symbol: this.instrument.symbol });
  }

  broken(price: Price): void {
    this.#trading.broken(price);
  }

  accountTraded(side: OrderSide, quantity: Quantity): void {
    this.#flow.accountTraded(side, quantity, this.#host.now);
  }

  /** True when an order was just stopped before a trade that would interrupt trading: what is left of it waits. */
  get isBroken(): boolean {
    return this.#trading.isBroken;
  }

  nextOrderNo(): number {
    return this.#host.nextOrderNo();
  }

  print(price: Price, quantity: Quantity, aggressor: OrderSide | null): void {
    this.trades.print(price, quantity, aggressor);
    this.touch();
  }

  /** The day so far. */
  summary(): InstrumentDay {
    return {
      instrument: this.instrument,
      reference: this.reference,
      venue: this.venue,
      stage: this.stage,
      ...this.#tape.summary(),
      listedShares: this.#listing.listedShares,
    };
  }

  save(): SavedDay {
    const closingPrice = this.fixedPrice('closing-fixed')?.price ?? null;
    return { ...this.#tape.save(), closingPrice, trading: this.#trading.save() };
  }

  /** Goes on with a saved day, before it enters its phase: its trades so far count, the book of others begins anew. */
  resume({ trading, closingPrice = null, ...tape }: SavedDay): void {
    this.#tape.resume(tape);
    this.#trading.resume(trading);
    if (closingPrice !== null) this.takeClose(closingPrice);
  }

  get hoursNow(): TradingHours {
    return hoursOf(this.#phase, this.stage);
  }

  #closeUntraded(): void {
    const quote = this.venue === 'KRX' ? standingQuote(this.orders, this.ladder, this.base) : null;
    if (quote !== null) this.#tape.stand(quote);
  }

  #take(phase: SessionPhase, until: EpochMs): void {
    this.#phase = tradedPhase(phase, this.#evening);
    this.#until = until;
  }

  #openFixedPrice(): void {
    const close = this.#tape.close ?? this.base;
    if (this.stage === 'post-close' && this.takeClose(close)) this.#host.closed(this, close);
  }
}
