// The simulated exchange as everybody else sees it: questions are answered from the floor, requests go to the order desk, and
// what they cause is told before they return.

import { assert } from '#domain/assert.ts';
import type { Bar } from '#domain/bar.ts';
import type { BrokerDayTrade } from '#domain/broker-event.ts';
import type { Instrument } from '#domain/instrument.ts';
import type { SessionPhase } from '#domain/session.ts';
import type { BrokerOrderNo, EpochMs, Price, Quantity, SymbolCode, TradeDate, Won } from '#domain/units.ts';
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
import type { MarketDay, Tick } from './market-day.ts';
import type { SavedExchange } from './saved-exchange.ts';
import type { TradingFloor } from './trading-floor.ts';

export class Exchange implements ExchangeApi {
  readonly #floor: TradingFloor;

  constructor(floor: TradingFloor) {
    this.#floor = floor;
  }

  get now(): EpochMs {
    return this.#floor.now;
  }

  get tradeDate(): TradeDate {
    return this.#floor.tradeDate;
  }

  get phase(): SessionPhase {
    return this.#floor.phase;
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

  day(symbol: SymbolCode): InstrumentDay | null {
    return this.#floor.market(symbol)?.day.summary() ?? null;
  }

  book(symbol: SymbolCode): Book | null {
    return this.#floor.market(symbol)?.day.book() ?? null;
  }

  dailyBars(symbol: SymbolCode): readonly Bar[] {
    const market = this.#floor.market(symbol);
    return market === undefined ? [] : market.archive.dailyBars(market.day.bars);
  }

  minuteBars(symbol: SymbolCode): readonly Bar[] {
    const market = this.#floor.market(symbol);
    return market === undefined ? [] : market.archive.minuteBars(market.day.bars);
  }

  /** Trades of the running day; those of days before are not kept. */
  ticks(symbol: SymbolCode): readonly Tick[] {
    return this.#floor.market(symbol)?.day.ticks ?? [];
  }

  accounts(): readonly AccountId[] {
    return [...this.#floor.accounts.keys()];
  }

  submit(account: AccountId, order: NewOrder): Accepted | Rejection {
    const answer = this.#floor.desk.submit(account, order);
    this.#floor.events.deliver();
    return answer;
  }

  modify(account: AccountId, orderNo: BrokerOrderNo, quantity: Quantity, price: Price): Accepted | Rejection {
    const answer = this.#floor.desk.modify(account, orderNo, quantity, price);
    this.#floor.events.deliver();
    return answer;
  }

  cancel(account: AccountId, orderNo: BrokerOrderNo, quantity: Quantity): Accepted | Rejection {
    const answer = this.#floor.desk.cancel(account, orderNo, quantity);
    this.#floor.events.deliver();
    return answer;
  }

  cash(account: AccountId): CashView {
    return this.#floor.account(account).book.cashView();
  }

  holdings(account: AccountId): readonly HoldingView[] {
    const { book } = this.#floor.account(account);
    return book.symbols().map((symbol) => {
      const day = this.#day(symbol);
      return book.holding(symbol, day.last, day.reference.base);
    });
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

  /** Accounts, bars and counters, but not the orders of others: a restored running day finds new ones in the book. */
  save(): SavedExchange {
    return this.#floor.save();
  }

  #day(symbol: SymbolCode): MarketDay {
    const market = this.#floor.market(symbol);
    assert(market !== undefined, `there is no instrument ${symbol}`);
    return market.day;
  }
}
