// The simulated exchange as everybody else sees it: questions are answered from the floor, requests go to the order desk, and
// what they cause is told before they return.

import { assert } from '#domain/assert.ts';
import type { Bar } from '#domain/bar.ts';
import type { BrokerDayTrade } from '#domain/broker-event.ts';
import type { Instrument } from '#domain/instrument.ts';
import type { SessionPhase } from '#domain/session.ts';
import type { BrokerOrderNo, EpochMs, Price, Quantity, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import { AccountViews, type Quote } from './accounts/account-views.ts';
import { bookOf } from './book/market-book.ts';
import type {
  Accepted,
  AccountDayView,
  AccountId,
  AfterHoursTrades,
  Book,
  BuyingPower,
  CashView,
  ExchangeApi,
  ExchangeEvent,
  ExchangeFill,
  ExchangeOrder,
  FixedBook,
  FundsView,
  HoldingView,
  IndexName,
  InstrumentDay,
  JournalEntry,
  ListingFacts,
  LoanGrade,
  MarginPolicy,
  MarginRate,
  NetAssetDay,
  NetAssets,
  NewOrder,
  PositionView,
  RealisedDay,
  Rejection,
  Supposed,
} from './contract.ts';
import type { BarArchive } from './day/bar-archive.ts';
import type { MarketDay } from './day/market-day.ts';
import type { Tick } from './day/market-ticks.ts';
import type { MarketVenue } from './orders/order-terms.ts';
import { type ForeignHolding, foreignHoldings } from './participants/foreign-holdings.ts';
import type { Participation, RunningParticipation } from './participants/participation.ts';
import type { SavedExchange } from './saved-exchange.ts';
import type { TradingFloor } from './trading-floor.ts';

export class Exchange implements ExchangeApi {
  readonly #floor: TradingFloor;
  readonly #accounts: AccountViews;

  constructor(floor: TradingFloor) {
    this.#floor = floor;
    this.#accounts = new AccountViews({
      accounts: floor.accounts,
      quote: (symbol, venue) => this.#quote(symbol, venue),
      dailyBars: (symbol) => this.dailyBars(symbol),
    });
  }

  get now(): EpochMs {
    return this.#floor.now;
  }

  get tradeDate(): TradeDate {
    return this.#floor.tradeDate;
  }

  get phase(): SessionPhase {
    return this.phaseOf('KRX');
  }

  phaseOf(venue: MarketVenue): SessionPhase {
    return this.#floor.phaseOf(venue);
  }

  advanceTo(at: EpochMs): void {
    this.#floor.advanceTo(at);
  }

  listen(listener: (event: ExchangeEvent) => void): () => void {
    return this.#floor.events.listen(listener);
  }

  instruments(): readonly Instrument[] {
    return this.#floor.markets.map(({ listing }) => listing.instrument);
  }

  day(symbol: SymbolCode, venue: MarketVenue = 'KRX'): InstrumentDay | null {
    return this.#marketDay(symbol, venue)?.summary() ?? null;
  }

  book(symbol: SymbolCode, venue: MarketVenue = 'KRX'): Book | null {
    const day = this.#marketDay(symbol, venue);
    return day === null ? null : bookOf(day, this.now);
  }

  fixedBook(symbol: SymbolCode): FixedBook | null {
    return this.#floor.market(symbol)?.day.fixedBook ?? null;
  }

  afterHours(symbol: SymbolCode): AfterHoursTrades | null {
    return this.#floor.market(symbol)?.day.afterHours ?? null;
  }

  dailyBars(symbol: SymbolCode, venue: MarketVenue = 'KRX'): readonly Bar[] {
    return this.#archive(symbol, venue)?.dailyBars(this.#marketDay(symbol, venue)?.bars ?? null) ?? [];
  }

  minuteBars(symbol: SymbolCode, venue: MarketVenue = 'KRX'): readonly Bar[] {
    return this.#archive(symbol, venue)?.minuteBars(this.#marketDay(symbol, venue)?.bars ?? null) ?? [];
  }

  ticks(symbol: SymbolCode, venue: MarketVenue = 'KRX', date: TradeDate = this.tradeDate): readonly Tick[] {
    if (date === this.tradeDate) return this.#marketDay(symbol, venue)?.ticks.list() ?? [];
    return this.#archive(symbol, venue)?.ticks(date) ?? [];
  }

  volumeSince(symbol: SymbolCode, from: EpochMs, venue: MarketVenue = 'KRX'): Quantity {
    return this.#marketDay(symbol, venue)?.ticks.volumeSince(from) ?? 0;
  }

  tickDates(symbol: SymbolCode, venue: MarketVenue = 'KRX'): readonly TradeDate[] {
    const past = this.#archive(symbol, venue)?.tickDates ?? [];
    return this.#marketDay(symbol, venue) === null ? past : [...past, this.tradeDate];
  }

  netAssets(symbol: SymbolCode, at: EpochMs = this.now): NetAssets | null {
    return this.#floor.funds.at(symbol, at);
  }

  netAssetDays(symbol: SymbolCode): readonly NetAssetDay[] {
    return this.#floor.funds.days(symbol, this.now);
  }

  participants(symbol: SymbolCode, venue: MarketVenue = 'KRX'): RunningParticipation | null {
    return this.#marketDay(symbol, venue)?.participants ?? null;
  }

  participantDays(
    symbol: SymbolCode,
    venue: MarketVenue = 'KRX',
    from: TradeDate = '',
  ): readonly Participation[] {
    const market = this.#floor.market(symbol);
    return market?.participants.days(venue, from, !market.day.isScripted) ?? [];
  }

  foreignHoldings(symbol: SymbolCode, from: TradeDate = ''): readonly ForeignHolding[] {
    const known = this.#floor.market(symbol)?.participants;
    const atStart = known?.foreignSharesAtStart ?? null;
    if (known === undefined || atStart === null) return [];
    const begun = known.firstLived ?? this.tradeDate;
    const since = from < begun ? from : begun;
    const days = (['KRX', 'NXT'] as const).flatMap((venue) => {
      const today = this.participants(symbol, venue);
      const past = this.participantDays(symbol, venue, since);
      return today === null ? past : [...past, today.totals];
    });
    return foreignHoldings(atStart, begun, days).filter(({ date }) => date >= from);
  }

  listingOf(symbol: SymbolCode): ListingFacts | null {
    const market = this.#floor.market(symbol);
    if (market === undefined) return null;
    const { listing, day } = market;
    const { sector = null, listedOn = null, isInKospi200 = false, isOnNxt = false } = listing;
    const { isOnNxt: mayBeOnNxt, kinds: designations } = day.rules;
    return { sector, listedOn, isInKospi200, isOnNxt: isOnNxt && mayBeOnNxt, designations };
  }

  indices(): readonly IndexName[] {
    return this.#floor.indices.names;
  }

  indexValue(code: string): number | null {
    return this.#floor.indices.value(code);
  }

  indexDailyBars(code: string): readonly Bar[] {
    return this.#floor.indices.dailyBars(code);
  }

  indexMinuteBars(code: string, from: TradeDate | null = null): readonly Bar[] {
    return this.#floor.indices.minuteBars(code, from);
  }

  indexMembers(code: string): readonly SymbolCode[] {
    return this.#floor.indices.members(code);
  }

  accounts(): readonly AccountId[] {
    return [...this.#floor.accounts.keys()];
  }

  submit(account: AccountId, order: NewOrder): Accepted | Rejection {
    const answer = this.#floor.desk.submit(account, order);
    this.#floor.events.deliver();
    return answer;
  }

  modify(
    account: AccountId,
    orderNo: BrokerOrderNo,
    quantity: Quantity,
    price: Price,
    stop: Price | null = null,
  ): Accepted | Rejection {
    const answer = this.#floor.desk.modify(account, orderNo, quantity, price, stop);
    this.#floor.events.deliver();
    return answer;
  }

  cancel(account: AccountId, orderNo: BrokerOrderNo, quantity: Quantity): Accepted | Rejection {
    const answer = this.#floor.desk.cancel(account, orderNo, quantity);
    this.#floor.events.deliver();
    return answer;
  }

  halt(symbol: SymbolCode, until: EpochMs | null): void {
    this.#floor.halt(symbol, until);
    this.#floor.events.deliver();
  }

  release(symbol: SymbolCode): void {
    this.#floor.release(symbol);
    this.#floor.events.deliver();
  }

  cash(account: AccountId): CashView {
    return this.#floor.account(account).book.cashView();
  }

  holdings(account: AccountId): readonly HoldingView[] {
    return this.#accounts.holdings(account);
  }

  orderable(
    account: AccountId,
    symbol: SymbolCode,
    price: Price | null,
  ): { readonly quantity: Quantity; readonly amount: Won } {
    const { book } = this.#floor.account(account);
    return book.orderable(price ?? this.#day(symbol).reference.upperLimit);
  }

  orders(account: AccountId, date: TradeDate): readonly ExchangeOrder[] {
    return this.#floor.account(account).ordersOf(date);
  }

  fills(account: AccountId, date: TradeDate): readonly ExchangeFill[] {
    return this.#floor.account(account).fillsOf(date);
  }

  realised(account: AccountId, from: TradeDate, to: TradeDate): readonly RealisedDay[] {
    return this.#floor.account(account).book.realised(from, to);
  }

  dayTrades(account: AccountId, date: TradeDate): readonly BrokerDayTrade[] {
    return this.#floor.account(account).book.dayTrades(date);
  }

  funds(account: AccountId, supposed?: Supposed): FundsView {
    return this.#accounts.funds(account, supposed);
  }

  positions(account: AccountId, venue: MarketVenue = 'KRX'): readonly PositionView[] {
    return this.#accounts.positions(account, venue);
  }

  buyingPower(account: AccountId, symbol: SymbolCode, price: Price | null, supposed?: Supposed): BuyingPower {
    return this.#accounts.buyingPower(account, symbol, price, supposed);
  }

  proceedsOf(account: AccountId, symbol: SymbolCode, amount: Won): Won {
    return this.#accounts.proceedsOf(account, symbol, amount);
  }

  commissionOf(account: AccountId, amount: Won): Won {
    return this.#accounts.commissionOf(account, amount);
  }

  accountDays(account: AccountId, from: TradeDate, to: TradeDate): readonly AccountDayView[] {
    return this.#accounts.accountDays(account, from, to);
  }

  journal(account: AccountId, from: TradeDate, to: TradeDate): readonly JournalEntry[] {
    return this.#accounts.journal(account, from, to);
  }

  deposit(account: AccountId, amount: Won): void {
    this.#accounts.deposit(account, amount);
  }

  withdraw(account: AccountId, amount: Won): boolean {
    return this.#accounts.withdraw(account, amount);
  }

  setMarginPolicy(account: AccountId, policy: MarginPolicy): void {
    this.#accounts.setMarginPolicy(account, policy);
  }

  marginRate(symbol: SymbolCode): MarginRate | null {
    return this.#accounts.marginRate(symbol);
  }

  loanGrade(symbol: SymbolCode): LoanGrade | null {
    return this.#accounts.loanGrade(symbol);
  }

  substitutePrice(symbol: SymbolCode): Won {
    return this.#accounts.substitutePrice(symbol);
  }

  /** Accounts, bars and counters, but not the orders of others: a restored running day finds new ones in the book. */
  save(): SavedExchange {
    return this.#floor.save();
  }

  #quote(symbol: SymbolCode, venue: MarketVenue): Quote | undefined {
    const market = this.#floor.market(symbol);
    if (market === undefined) return undefined;
    const { instrument, last, reference } = (venue === 'NXT' ? market.nxt : null) ?? market.day;
    const { base, upperLimit } = reference;
    return { instrument, last, base, upperLimit };
  }

  #marketDay(symbol: SymbolCode, venue: MarketVenue): MarketDay | null {
    const market = this.#floor.market(symbol);
    if (market === undefined) return null;
    return venue === 'KRX' ? market.day : market.nxt;
  }

  #archive(symbol: SymbolCode, venue: MarketVenue): BarArchive | null {
    const market = this.#floor.market(symbol);
    if (market === undefined) return null;
    return venue === 'KRX' ? market.archive : market.nxtArchive;
  }

  #day(symbol: SymbolCode): MarketDay {
    const market = this.#floor.market(symbol);
    assert(market !== undefined, `there is no instrument ${symbol}`);
    return market.day;
  }
}
