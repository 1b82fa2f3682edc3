// The floor of the simulated exchange: time, days and phases of both markets, with all that happens in between in one order.
// Time moves only when `advanceTo` says so, in steps of any size: what happens depends on the seed, on the orders that come
// in and on when they come, but not on how often anybody looked.

import { assert } from '#domain/assert.ts';
import { isExpiryDay } from '#domain/calendar.ts';
import type { SessionPhase } from '#domain/session.ts';
import { kstDate } from '#domain/time.ts';
import type { EpochMs, Price, Quantity, SymbolCode, TradeDate } from '#domain/units.ts';
import type { AccountRecords } from './accounts/account-records.ts';
import type { AccountId, ExchangeEvent } from './contract.ts';
import { closeForBase } from './corporate/corporate-action.ts';
import { morningOf } from './corporate/corporate-morning.ts';
import { adjustmentsOf, type PriceAdjustment } from './corporate/price-adjustment.ts';
import { listingOn } from './corporate/share-counts.ts';
import { DayClock } from './day/day-clock.ts';
import { MarketDay } from './day/market-day.ts';
import type { MarketHost } from './day/market-host.ts';
import { MarketStops } from './day/market-stops.ts';
import { EventQueue } from './event-queue.ts';
import {
  dayChance,
  type FloorMarket,
  type FloorStart,
  type ListedInstrument,
  savedMarket,
} from './floor-start.ts';
import { ListedMarkets } from './listed-markets.ts';
import { dayRules } from './market/designations.ts';
import { FundValues } from './market/fund-values.ts';
import { isIndexed } from './market/indices/index-membership.ts';
import { MarketIndices } from './market/indices/market-index.ts';
import type { Listing } from './market/listing.ts';
import { savedListing } from './market/new-listings.ts';
import { MarketQueue } from './market-queue.ts';
import { type DeskHost, OrderDesk } from './orders/order-desk.ts';
import type { VenueTime } from './orders/order-rules.ts';
import type { MarketVenue } from './orders/order-terms.ts';
import { isTradedOnNxt } from './orders/order-validity.ts';
import type { OwnOrder } from './orders/own-order.ts';
import type { SavedExchange } from './saved-exchange.ts';

const VENUES: readonly MarketVenue[] = ['KRX', 'NXT'];
const NEVER = Number.POSITIVE_INFINITY;

export class TradingFloor implements MarketHost, DeskHost {
  readonly accounts: ReadonlyMap<AccountId, AccountRecords>;
  readonly events = new EventQueue();
  readonly desk: OrderDesk;
  readonly indices: MarketIndices;
  readonly funds: FundValues;
  readonly #start: FloorStart;
  readonly #clocks: Readonly<Record<MarketVenue, DayClock>>;
  readonly #stops: MarketStops;
  readonly #markets: ListedMarkets;
  /** All running days, those of KRX first; their places are their numbers in the queue. */
  #days: readonly MarketDay[] = [];
  #slots: ReadonlyMap<MarketDay, number> = new Map();
  readonly #queue: MarketQueue;
  #now: EpochMs;
  /** When the next phase or day begins. */
  #turnAt: EpochMs = NEVER;
  #orderNo: number;
  #fillNo: number;

  constructor(start: FloorStart) {
    const { seed, calendar, tradeDate, now, listed } = start;
    this.#start = start;
    this.#now = now;
    this.#orderNo = start.orderNo;
    this.#fillNo = start.fillNo;
    this.#clocks = {
      KRX: new DayClock(seed, calendar, tradeDate, 'KRX', now),
      NXT: new DayClock(seed, calendar, tradeDate, 'NXT', now),
    };
    this.#queue = new MarketQueue(2 * listed.length);
    this.#markets = new ListedMarkets(listed);
    this.#markets.startDay(tradeDate, (one) => this.#newDays(one));
    this.accounts = new Map(start.accounts.map((account) => [account.id, account]));
    this.indices = new MarketIndices(
      this.markets.filter(({ listing }) => isIndexed(listing, start.firstTradingDay)),
      (code, date) => start.source.pastIndexRange?.(code, date) ?? null,
    );
    this.funds = new FundValues((symbol) => this.market(symbol), start.source);
    this.#stops = new MarketStops(this);
    this.desk = new OrderDesk(this);
    this.#takeUpDays();
    this.#seeClocks();
    if (start.resumed !== null) this.#resume(start.resumed);
  }

  get now(): EpochMs {
    return this.#now;
  }

  /** What is listed today. */
  get markets(): readonly FloorMarket[] {
    return this.#markets.today;
  }

  get tradeDate(): TradeDate {
    return this.#clocks.KRX.tradeDate;
  }

  phaseOf(venue: MarketVenue): SessionPhase {
    return this.#clocks[venue].phase;
  }

  timeOf(venue: MarketVenue): VenueTime {
    const isTradingDay = kstDate(this.#now) === this.tradeDate;
    return { now: this.#now, isTradingDay, hasBegun: this.#clocks[venue].hasBegun };
  }

  advanceTo(at: EpochMs): void {
    assert(at >= this.#now, `the exchange is at ${this.#now} and cannot go back to ${at}`);
    for (let next = this.#nextEventAt(); next <= at; next = this.#nextEventAt()) {
      this.#now = Math.max(this.#now, next);
      this.#step();
      this.events.deliver();
    }
    this.#now = Math.max(this.#now, at);
  }

  market(symbol: SymbolCode): FloorMarket | undefined {
    return this.#markets.find(symbol);
  }

  /** What the actions of an instrument up to today make of its past; nothing for most. */
  adjustments(symbol: SymbolCode): readonly PriceAdjustment[] {
    const market = this.market(symbol);
    return market === undefined ? [] : adjustmentsOf(market, this.#start.source, this.tradeDate);
  }

  account(id: AccountId): AccountRecords {
    const account = this.accounts.get(id);
    assert(account !== undefined, `there is no account ${id}`);
    return account;
  }

  nextOrderNo(): number {
    return ++this.#orderNo;
  }

  nextFillNo(): number {
    return ++this.#fillNo;
  }

  emit(event: ExchangeEvent): void {
    this.events.emit(event);
  }

  filled(order: OwnOrder, price: Price, quantity: Quantity): void {
    this.desk.filled(order, price, quantity);
  }

  awake(order: OwnOrder, day: MarketDay): void {
    this.desk.awake(order, day);
  }

  over(day: MarketDay, what: 'opening-fixed' | 'closing-fixed' | 'regular'): void {
    this.desk.expire(
      ({ symbol, routedTo, pricing }) =>
        symbol === day.instrument.symbol &&
        routedTo === day.venue &&
        (what === 'regular' || pricing.type === what),
    );
  }

  closed({ instrument }: MarketDay, close: Price): void {
    this.indices.closed(this.#now);
    const { nxt } = this.market(instrument.symbol)!;
    if (nxt?.takeClose(close) === true) this.desk.nameClose(nxt, close);
  }

  woken(day: MarketDay): void {
    const slot = this.#slots.get(day);
    if (slot !== undefined) this.#queue.update(slot, day.nextAt);
  }

  /** Stops trading of an instrument until `until`; null until it is released, on whatever day. */
  halt(symbol: SymbolCode, until: EpochMs | null): void {
    const market = this.market(symbol);
    assert(market !== undefined, `there is no instrument ${symbol}`);
    this.#stops.halt(symbol, until, market);
  }

  release(symbol: SymbolCode): void {
    this.#stops.release(symbol);
  }

  /** Accounts, bars and counters, but not the orders of others: a restored running day finds new ones in the book. */
  save(): SavedExchange {
    const { seed, firstTradingDay, historyDays, hasNxt } = this.#start;
    return {
      format: 2,
      seed,
      firstTradingDay,
      historyDays,
      hasNxt,
      now: this.#now,
      tradeDate: this.tradeDate,
      orderNo: this.#orderNo,
      fillNo: this.#fillNo,
      markets: this.markets.map((market) => {
        const haltedUntil = this.#stops.haltedUntil(market.listing.instrument.symbol);
        const saved = savedMarket(market);
        return haltedUntil === undefined ? saved : { ...saved, haltedUntil };
      }),
      listings: this.#start.listed.flatMap(({ listing }) => savedListing(listing) ?? []),
      breakers: this.#stops.save(),
      accounts: [...this.accounts.values()].map((account) => account.save()),
    };
  }

  #nextEventAt(): EpochMs {
    return Math.min(this.#turnAt, this.indices.nextAt, this.#queue.firstAt);
  }

  /** Remembers when the next phase or day begins: that is asked for with every order of anybody. */
  #seeClocks(): void {
    this.#turnAt = Math.min(this.#clocks.KRX.nextAt, this.#clocks.NXT.nextAt);
  }

  /** Lets one thing happen that is due now: a change of phase or day, the index, or an instrument's next order. */
  #step(): void {
    if (this.#turnAt <= this.#now) this.#turn();
    else if (this.indices.nextAt <= this.#now) this.#tellIndices();
    else {
      const { first } = this.#queue;
      const day = this.#days[first]!;
      if (day.nextAt <= this.#now) day.step();
      this.#queue.update(first, day.nextAt);
    }
  }

  #turn(): void {
    const { KRX, NXT } = this.#clocks;
    if (!KRX.isDayOver && KRX.nextAt <= this.#now) this.#changePhase('KRX');
    else if (!NXT.isDayOver && NXT.nextAt <= this.#now) this.#changePhase('NXT');
    else this.#startDay();
    this.#seeClocks();
  }

  #tellIndices(): void {
    for (const value of this.indices.tell(this.#now)) {
      this.emit({ type: 'index', at: this.#now, ...value });
      this.#stops.see(value);
    }
  }

  #changePhase(venue: MarketVenue): void {
    const clock = this.#clocks[venue];
    const ended = clock.phase;
    const days = this.#days.filter((day) => day.venue === venue);
    for (const day of days) day.leave(clock.nextPhase);
    clock.turn();
    if (clock.phase === 'closed' || ended === 'closing-auction') this.#endOrders(days);
    if (venue === 'KRX') this.indices.enter(clock.phase, this.#now);
    if (clock.phase === 'closing-auction') this.desk.beginClosingAuction();
    for (const day of days) day.enter(clock.phase, clock.nextAt);
    this.emit({ type: 'phase', at: this.#now, venue, phase: clock.phase });
    if (clock.phase === 'opening-auction') this.desk.beginOpeningAuction();
    for (const day of days) day.tellBook();
  }

  /**
   * Orders end with their session: on KRX with the closing auction, for they are not carried into the evening (krx-rules 3.1). An
   * instrument whose closing auction goes on keeps them until it is held.
   */
  #endOrders(days: readonly MarketDay[]): void {
    const over = new Map(
      days.filter(({ stage }) => stage !== 'interruption').map((day) => [day.instrument.symbol, day]),
    );
    this.desk.expire(({ symbol, routedTo }) => over.get(symbol)?.venue === routedTo);
    for (const day of over.values()) day.orders.clear();
  }

  #startDay(): void {
    for (const venue of VENUES) this.#clocks[venue].turnDay();
    this.#orderNo = 0;
    this.#fillNo = 0;
    this.#markets.startDay(this.tradeDate, (one) => this.#newDays(one));
    this.#takeUpDays();
    const morning = morningOf(this.tradeDate, this.markets, (symbol) => this.market(symbol)?.day.base ?? 0);
    for (const account of this.accounts.values()) account.startDay(this.tradeDate, morning);
    this.#stops.haltAgain();
  }

  /** Numbers the new days for the queue and shows them to the breakers. */
  #takeUpDays(): void {
    const nxt = this.markets.flatMap((market) => (market.nxt === null ? [] : [market.nxt]));
    this.#days = [...this.markets.map(({ day }) => day), ...nxt];
    this.#slots = new Map(this.#days.map((day, slot) => [day, slot]));
    for (const [slot, day] of this.#days.entries()) this.#queue.update(slot, day.nextAt);
    for (let slot = this.#days.length; slot < 2 * this.#start.listed.length; slot++)
      this.#queue.update(slot, NEVER);
    this.#stops.startDay(this.#clocks.KRX.hours);
  }

  /** Goes on in the middle of a day: trades so far and orders of accounts stay, the orders of others are made anew. */
  #resume({ markets, accounts, breakers = [] }: NonNullable<FloorStart['resumed']>): void {
    for (const { symbol, today, nxt } of markets) {
      const market = this.market(symbol);
      market?.day.resume(today);
      if (nxt !== null) market?.nxt?.resume(nxt);
    }
    this.#stops.resume(markets, breakers);
    for (const day of this.#days) {
      const clock = this.#clocks[day.venue];
      if (clock.hasBegun) day.resumePhase(clock.phase, clock.nextAt);
    }
    this.desk.reopen(accounts);
    for (const day of this.#days) if (this.#clocks[day.venue].hasBegun) day.resumeFlow();
    this.indices.enter(this.phaseOf('KRX'), this.#now);
  }

  #newDays({ listing, archive }: ListedInstrument): Pick<FloorMarket, 'day' | 'nxt'> {
    const { source, hasNxt, firstTradingDay } = this.#start;
    const { tradeDate } = this;
    const now = listingOn(listing, tradeDate);
    const { instrument, isOnNxt = false } = now;
    const last = archive.lastBefore(tradeDate) ?? { date: firstTradingDay, close: listing.startPrice };
    const base = source.basePrice(listing, tradeDate, closeForBase(listing, last, tradeDate));
    const mayBeThere = isTradedOnNxt(instrument, tradeDate) && dayRules(listing, tradeDate).isOnNxt;
    const isThere = hasNxt && isOnNxt && mayBeThere;
    const day = this.#newDay('KRX', now, base, isThere);
    assert(day !== null, `KRX has no hours on ${this.tradeDate}`);
    return { day, nxt: isThere ? this.#newDay('NXT', now, base, true) : null };
  }

  #newDay(venue: MarketVenue, listing: Listing, base: Price, isOnNxt: boolean): MarketDay | null {
    const { seed, source, calendar } = this.#start;
    const { hours, hasBegun } = this.#clocks[venue];
    if (hours === null) return null;
    // A day that is gone on with in its middle cannot have the chance it had; one that has not begun has the one it would.
    const resumedAt = hasBegun ? this.#now : null;
    return new MarketDay({
      venue,
      listing,
      base,
      hours,
      isExpiry: isExpiryDay(calendar, hours.date),
      isOnNxt,
      makeFlow: source.flow(listing, resumedAt),
      ...dayChance(seed, { listing, venue, base, date: hours.date, resumedAt }),
      host: this,
    });
  }
}
