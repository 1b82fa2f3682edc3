// The simulated exchange: time, phases and days, with everything that happens in between in one order. Time moves only when
// `advanceTo` says so, in steps of any size: what happens depends on the seed and on the orders that come in, and on
// when they come, but not on how often anybody looked.

import { assert } from '#domain/assert.ts';
import type { Bar } from '#domain/bar.ts';
import type { BrokerDayTrade } from '#domain/broker-event.ts';
import type { TradingCalendar } from '#domain/calendar.ts';
import type { Instrument } from '#domain/instrument.ts';
import type { SessionPhase } from '#domain/session.ts';
import { kstDate } from '#domain/time.ts';
import type { BrokerOrderNo, EpochMs, Price, Quantity, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { AccountRecords } from './account-records.ts';
import type { BarArchive } from './bar-archive.ts';
import type {
  Accepted,
  AccountId,
  Book,
  CashView,
  ExchangeApi,
  ExchangeEvent,
  ExchangeFill,
  ExchangeOrder,
  HoldingView,
  InstrumentDay,
  NewOrder,
  RealisedDay,
  Rejection,
} from './contract.ts';
import { DayClock, isAuction, takesOrders } from './day-clock.ts';
import { EventQueue } from './event-queue.ts';
import { continuousMinutes } from './history.ts';
import type { Listing } from './listing.ts';
import { MarketDay, type Tick } from './market-day.ts';
import { KOSPI_INDEX_CODE, MarketIndex } from './market-index.ts';
import { OrderDesk } from './order-desk.ts';
import { checkSession } from './order-rules.ts';
import type { OwnOrder } from './own-order.ts';
import { type DayPath, marketPath } from './price-path.ts';
import type { SavedExchange } from './saved-exchange.ts';

/** An instrument with its past; `createExchange` and `restoreExchange` make them. */
export interface ListedInstrument {
  readonly listing: Listing;
  readonly archive: BarArchive;
}

/** Where an exchange begins. */
export interface ExchangeStart {
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

interface Market extends ListedInstrument {
  day: MarketDay;
}

export class Exchange implements ExchangeApi {
  readonly #start: ExchangeStart;
  readonly #clock: DayClock;
  readonly #index: MarketIndex;
  readonly #markets: readonly Market[];
  readonly #bySymbol: ReadonlyMap<SymbolCode, Market>;
  readonly #accounts: ReadonlyMap<AccountId, AccountRecords>;
  readonly #events = new EventQueue();
  readonly #desk: OrderDesk;
  #now: EpochMs;
  /** The path all instruments share today. */
  #path: DayPath;
  #orderNo: number;
  #fillNo: number;

  constructor(start: ExchangeStart) {
    this.#start = start;
    this.#now = start.now;
    this.#orderNo = start.orderNo;
    this.#fillNo = start.fillNo;
    this.#clock = new DayClock(start.seed, start.calendar, start.tradeDate);
    this.#clock.turnTo(start.now);
    this.#path = this.#makePath();
    this.#index = new MarketIndex(start.indexBase, this.#clock.hours, this.#path);
    this.#markets = start.listed.map((listed) => ({ ...listed, day: this.#newDay(listed) }));
    this.#bySymbol = new Map(this.#markets.map((market) => [market.listing.instrument.symbol, market]));
    this.#accounts = new Map(start.accounts.map((account) => [account.id, account]));
    this.#desk = new OrderDesk(this.#host());
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
      this.#events.deliver();
    }
    this.#now = Math.max(this.#now, at);
  }

  listen(listener: (event: ExchangeEvent) => void): () => void {
    return this.#events.listen(listener);
  }

  instruments(): readonly Instrument[] {
    return this.#markets.map(({ listing }) => listing.instrument);
  }

  day(symbol: SymbolCode): InstrumentDay | null {
    return this.#bySymbol.get(symbol)?.day.summary() ?? null;
  }

  book(symbol: SymbolCode): Book | null {
    return this.#bySymbol.get(symbol)?.day.book() ?? null;
  }

  dailyBars(symbol: SymbolCode): readonly Bar[] {
    const market = this.#bySymbol.get(symbol);
    return market === undefined ? [] : market.archive.dailyBars(market.day.bars);
  }

  minuteBars(symbol: SymbolCode): readonly Bar[] {
    const market = this.#bySymbol.get(symbol);
    return market === undefined ? [] : market.archive.minuteBars(market.day.bars);
  }

  /** Trades of the running day; those of days before are not kept. */
  ticks(symbol: SymbolCode): readonly Tick[] {
    return this.#bySymbol.get(symbol)?.day.ticks ?? [];
  }

  accounts(): readonly AccountId[] {
    return [...this.#accounts.keys()];
  }

  submit(account: AccountId, order: NewOrder): Accepted | Rejection {
    const answer = this.#desk.submit(account, order);
    this.#events.deliver();
    return answer;
  }

  modify(account: AccountId, orderNo: BrokerOrderNo, quantity: Quantity, price: Price): Accepted | Rejection {
    const answer = this.#desk.modify(account, orderNo, quantity, price);
    this.#events.deliver();
    return answer;
  }

  cancel(account: AccountId, orderNo: BrokerOrderNo, quantity: Quantity): Accepted | Rejection {
    const answer = this.#desk.cancel(account, orderNo, quantity);
    this.#events.deliver();
    return answer;
  }

  cash(account: AccountId): CashView {
    return this.#account(account).book.cashView();
  }

  holdings(account: AccountId): readonly HoldingView[] {
    const { book } = this.#account(account);
    return book.symbols().map((symbol) => {
      const { day } = this.#market(symbol);
      return book.holding(symbol, day.last, day.reference.base);
    });
  }

  orderable(
    account: AccountId,
    symbol: SymbolCode,
    price: Price | null,
  ): { readonly quantity: Quantity; readonly amount: Won } {
    const { book } = this.#account(account);
    return book.orderable(price ?? this.#market(symbol).day.reference.upperLimit);
  }

  orders(account: AccountId, date: TradeDate): readonly ExchangeOrder[] {
    return this.#account(account).ordersOf(date);
  }

  fills(account: AccountId, date: TradeDate): readonly ExchangeFill[] {
    return this.#account(account).fillsOf(date);
  }

  realised(account: AccountId, from: TradeDate, to: TradeDate): readonly RealisedDay[] {
    return this.#account(account).book.realised(from, to);
  }

  dayTrades(account: AccountId, date: TradeDate): readonly BrokerDayTrade[] {
    return this.#account(account).book.dayTrades(date);
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
      markets: this.#markets.map(({ listing, archive, day }) => ({
        symbol: listing.instrument.symbol,
        lived: archive.lived.map(({ date, numbers }) => ({ date, numbers: [...numbers] })),
        today: { date: day.bars.date, numbers: [...day.bars.numbers] },
        value: day.value,
      })),
      accounts: [...this.#accounts.values()].map((account) => account.save()),
    };
  }

  #nextEventAt(): EpochMs {
    let next = Math.min(this.#clock.nextAt, this.#index.nextAt);
    for (const { day } of this.#markets) {
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
      this.#events.emit({ type: 'index', at: this.#now, code: KOSPI_INDEX_CODE, hundredths });
    } else {
      this.#markets.find(({ day }) => day.nextAt <= this.#now)?.day.step();
    }
  }

  #changePhase(): void {
    const ended = this.phase;
    if (isAuction(ended)) {
      for (const { day } of this.#markets) day.holdAuction();
    }
    this.#clock.turn();
    if (ended === 'closing-auction') this.#endOrders();
    this.#enterPhase();
    this.#events.emit({ type: 'phase', at: this.#now, phase: this.phase });
    for (const { day } of this.#markets) day.tellBook();
  }

  #enterPhase(): void {
    this.#index.enter(this.phase, this.#now);
    for (const { day } of this.#markets) day.enter(this.phase, this.#clock.nextAt);
  }

  /** Orders of the day end with the closing auction: they are not carried into the evening (krx-rules 3.1). */
  #endOrders(): void {
    for (const account of this.#accounts.values()) this.#desk.expire(account);
    for (const { day } of this.#markets) day.orders.clear();
  }

  #startDay(): void {
    this.#clock.turnDay();
    this.#path = this.#makePath();
    this.#index.startDay(this.#clock.hours, this.#path);
    this.#orderNo = 0;
    this.#fillNo = 0;
    for (const market of this.#markets) {
      market.archive.add(market.day.bars);
      market.day = this.#newDay(market);
    }
    for (const account of this.#accounts.values()) account.startDay(this.tradeDate);
  }

  /** Goes on in the middle of a day: trades so far and orders of accounts stay, the orders of others are made anew. */
  #resume({ markets, accounts }: Pick<SavedExchange, 'markets' | 'accounts'>): void {
    for (const { symbol, today, value } of markets) this.#market(symbol).day.resume(today, value);
    for (const { id, today } of accounts) {
      for (const order of today.orders) this.#desk.reopen(this.#account(id), { ...order, bookOrder: null });
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
      host: this.#host(),
    });
  }

  #makePath(): DayPath {
    return marketPath(this.#start.seed, this.tradeDate, continuousMinutes(this.tradeDate));
  }

  /** What instruments and desk see of the exchange. */
  #host() {
    const exchange = this;
    return {
      get now() {
        return exchange.#now;
      },
      get phase() {
        return exchange.phase;
      },
      get tradeDate() {
        return exchange.tradeDate;
      },
      nextOrderNo: () => ++this.#orderNo,
      nextFillNo: () => ++this.#fillNo,
      emit: (event: ExchangeEvent) => this.#events.emit(event),
      filled: (order: OwnOrder, price: Price, quantity: Quantity) =>
        this.#desk.filled(order, price, quantity),
      market: (symbol: SymbolCode) => this.#bySymbol.get(symbol),
      account: (id: AccountId) => this.#account(id),
      sessionRejection: () =>
        checkSession(this.phase, kstDate(this.#now) === this.tradeDate, this.#clock.hasBegun),
    };
  }

  #account(id: AccountId): AccountRecords {
    const account = this.#accounts.get(id);
    assert(account !== undefined, `there is no account ${id}`);
    return account;
  }

  #market(symbol: SymbolCode): Market {
    const market = this.#bySymbol.get(symbol);
    assert(market !== undefined, `there is no instrument ${symbol}`);
    return market;
  }
}
