// The floor of the simulated exchange: time, days and phases, with all that happens in between in one order. Time moves only
// when `advanceTo` says so, in steps of any size: what happens depends on the seed, on the orders that come in and on
// when they come, but not on how often anybody looked.

import { assert } from '#domain/assert.ts';
import type { TradingCalendar } from '#domain/calendar.ts';
import type { SessionPhase } from '#domain/session.ts';
import { kstDate } from '#domain/time.ts';
import type { EpochMs, Price, Quantity, SymbolCode, TradeDate } from '#domain/units.ts';
import type { AccountRecords } from './account-records.ts';
import type { BarArchive } from './bar-archive.ts';
import type { AccountId, ExchangeEvent, Rejection } from './contract.ts';
import { DayClock, isAuction, takesOrders } from './day-clock.ts';
import { EventQueue } from './event-queue.ts';
import { continuousMinutes } from './history.ts';
import type { Listing } from './listing.ts';
import { MarketDay, type MarketHost } from './market-day.ts';
import { KOSPI_INDEX_CODE, MarketIndex } from './market-index.ts';
import { type DeskHost, OrderDesk } from './order-desk.ts';
import { checkSession } from './order-rules.ts';
import type { OwnOrder } from './own-order.ts';
import { type DayPath, marketPath } from './price-path.ts';
import type { SavedExchange } from './saved-exchange.ts';

/** An instrument with its past; `createExchange` and `restoreExchange` make them. */
export interface ListedInstrument {
  readonly listing: Listing;
  readonly archive: BarArchive;
}

/** Where a floor begins. */
export interface FloorStart {
  readonly seed: number;
  readonly calendar: TradingCalendar;
  readonly firstTradingDay: TradeDate;
  readonly historyDays: number;
  readonly tradeDate: TradeDate;
  readonly now: EpochMs;
  readonly listed: readonly ListedInstrument[];
  readonly accounts: readonly AccountRecords[];
  /** The index at the close of the day before, in hundredths. */
  readonly indexBase: number;
  /** Highest numbers given so far today. */
  readonly orderNo: number;
  readonly fillNo: number;
  /** What there was of the running day; null when it begins here. */
  readonly resumed: Pick<SavedExchange, 'markets' | 'accounts'> | null;
}

/** An instrument with its past and its running day. */
export interface FloorMarket extends ListedInstrument {
  day: MarketDay;
}

export class TradingFloor implements MarketHost, DeskHost {
  readonly markets: readonly FloorMarket[];
  readonly accounts: ReadonlyMap<AccountId, AccountRecords>;
  readonly events = new EventQueue();
  readonly desk: OrderDesk;
  readonly #start: FloorStart;
  readonly #clock: DayClock;
  readonly #index: MarketIndex;
  readonly #bySymbol: ReadonlyMap<SymbolCode, FloorMarket>;
  #now: EpochMs;
  /** The path all instruments share today. */
  #path: DayPath;
  #orderNo: number;
  #fillNo: number;

  constructor(start: FloorStart) {
    this.#start = start;
    this.#now = start.now;
    this.#orderNo = start.orderNo;
    this.#fillNo = start.fillNo;
    this.#clock = new DayClock(start.seed, start.calendar, start.tradeDate);
    this.#clock.turnTo(start.now);
    this.#path = this.#makePath();
    this.#index = new MarketIndex(start.indexBase, this.#clock.hours, this.#path);
    this.markets = start.listed.map((listed) => ({ ...listed, day: this.#newDay(listed) }));
    this.#bySymbol = new Map(this.markets.map((market) => [market.listing.instrument.symbol, market]));
    this.accounts = new Map(start.accounts.map((account) => [account.id, account]));
    this.desk = new OrderDesk(this);
    if (start.resumed !== null) this.#resume(start.resumed);
  }

  get now(): EpochMs {
    return this.#now;
  }

  get tradeDate(): TradeDate {
    return this.#clock.tradeDate;
  }

  get phase(): SessionPhase {
    return this.#clock.phase;
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
    return this.#bySymbol.get(symbol);
  }

  account(id: AccountId): AccountRecords {
    const account = this.accounts.get(id);
    assert(account !== undefined, `there is no account ${id}`);
    return account;
  }

  /** Why no order is taken now; null when orders are taken. */
  sessionRejection(): Rejection | null {
    return checkSession(this.phase, kstDate(this.#now) === this.tradeDate, this.#clock.hasBegun);
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

  /** Accounts, bars and counters, but not the orders of others: a restored running day finds new ones in the book. */
  save(): SavedExchange {
    const { seed, firstTradingDay, historyDays } = this.#start;
    return {
      format: 1,
      seed,
      firstTradingDay,
      historyDays,
      now: this.#now,
      tradeDate: this.tradeDate,
      indexBase: this.#index.base,
      orderNo: this.#orderNo,
      fillNo: this.#fillNo,
      markets: this.markets.map(({ listing, archive, day }) => ({
        symbol: listing.instrument.symbol,
        lived: archive.lived.map(({ date, numbers }) => ({ date, numbers: [...numbers] })),
        today: { date: day.bars.date, numbers: [...day.bars.numbers] },
        value: day.value,
      })),
      accounts: [...this.accounts.values()].map((account) => account.save()),
    };
  }

  #nextEventAt(): EpochMs {
    let next = Math.min(this.#clock.nextAt, this.#index.nextAt);
    for (const { day } of this.markets) {
      const { nextAt } = day;
      if (nextAt < next) next = nextAt;
    }
    return next;
  }

  /** Lets one thing happen that is due now: a change of phase or day, the index, or an instrument's next order. */
  #step(): void {
    if (this.#clock.nextAt <= this.#now) {
      if (this.#clock.isDayOver) this.#startDay();
      else this.#changePhase();
    } else if (this.#index.nextAt <= this.#now) {
      const hundredths = this.#index.tell(this.#now);
      this.emit({ type: 'index', at: this.#now, code: KOSPI_INDEX_CODE, hundredths });
    } else {
      this.markets.find(({ day }) => day.nextAt <= this.#now)?.day.step();
    }
  }

  #changePhase(): void {
    const ended = this.phase;
    if (isAuction(ended)) {
      for (const { day } of this.markets) day.holdAuction();
    }
    this.#clock.turn();
    if (ended === 'closing-auction') this.#endOrders();
    this.#enterPhase();
    this.emit({ type: 'phase', at: this.#now, phase: this.phase });
    for (const { day } of this.markets) day.tellBook();
  }

  #enterPhase(): void {
    this.#index.enter(this.phase, this.#now);
    for (const { day } of this.markets) day.enter(this.phase, this.#clock.nextAt);
  }

  /** Orders of the day end with the closing auction: they are not carried into the evening (krx-rules 3.1). */
  #endOrders(): void {
    for (const account of this.accounts.values()) this.desk.expire(account);
    for (const { day } of this.markets) day.orders.clear();
  }

  #startDay(): void {
    this.#clock.turnDay();
    this.#path = this.#makePath();
    this.#index.startDay(this.#clock.hours, this.#path);
    this.#orderNo = 0;
    this.#fillNo = 0;
    for (const market of this.markets) {
      market.archive.add(market.day.bars);
      market.day = this.#newDay(market);
    }
    for (const account of this.accounts.values()) account.startDay(this.tradeDate);
  }

  /** Goes on in the middle of a day: trades so far and orders of accounts stay, the orders of others are made anew. */
  #resume({ markets, accounts }: Pick<SavedExchange, 'markets' | 'accounts'>): void {
    for (const { symbol, today, value } of markets) this.market(symbol)?.day.resume(today, value);
    for (const { id, today } of accounts) {
      for (const order of today.orders) this.desk.reopen(this.account(id), { ...order, bookOrder: null });
    }
    if (takesOrders(this.phase)) this.#enterPhase();
  }

  #newDay({ listing, archive }: ListedInstrument): MarketDay {
    return new MarketDay({
      seed: this.#start.seed,
      listing,
      base: archive.lastClose ?? listing.startPrice,
      hours: this.#clock.hours,
      market: this.#path,
      // A day that is gone on with in its middle cannot have the flow it had; one that has not begun has the one it would.
      flowName: this.#clock.hasBegun ? `from ${this.#now}` : '',
      host: this,
    });
  }

  #makePath(): DayPath {
    return marketPath(this.#start.seed, this.tradeDate, continuousMinutes(this.tradeDate));
  }
}
