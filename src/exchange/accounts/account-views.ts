// The accounts as the exchange's visitors ask for them: the books, valued with the prices of the market. A day gone by is valued
// at its own closes.

import { assert } from '#domain/assert.ts';
import type { Bar } from '#domain/bar.ts';
import type { BrokerDayTrade } from '#domain/broker-event.ts';
import { commissionFor, sellTax, sellTaxRatesUnder } from '#domain/costs.ts';
import type { Instrument } from '#domain/instrument.ts';
import { kstDate } from '#domain/time.ts';
import type { Price, Quantity, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type {
  AccountApi,
  AccountDayView,
  AccountId,
  BuyingPower,
  CashView,
  FundsView,
  HoldingView,
  JournalEntry,
  LoanGrade,
  MarginPolicy,
  MarginRate,
  MarketVenue,
  PositionView,
  RealisedDay,
  Supposed,
} from '../contract.ts';
import { adjustedPrice, type PriceAdjustment } from '../corporate/price-adjustment.ts';
import type { AccountBook } from './account.ts';
import { holdingsOf } from './account-positions.ts';
import type { HoldingPrices, PriceOf } from './account-terms.ts';
import { loanGradeOf, marginRateOf, substitutePriceOf } from './margin/margin-rates.ts';

/** What the views need of the market: instruments with their prices. */
export interface AccountMarket {
  readonly accounts: ReadonlyMap<AccountId, { readonly book: AccountBook }>;
  /** An instrument as it stands on a market, on KRX where it is not on that one; undefined for one that is not listed. */
  quote(symbol: SymbolCode, venue: MarketVenue): Quote | undefined;
  /** Daily bars, oldest first, the running day's last. */
  dailyBars(symbol: SymbolCode): readonly Bar[];
  adjustments(symbol: SymbolCode): readonly PriceAdjustment[];
}

/** Prices of the running day in won: the last one (the base before any), the base, and the upper limit. */
export interface Quote {
  readonly instrument: Instrument;
  readonly last: Price;
  readonly base: Price;
  readonly upperLimit: Price;
}

export class AccountViews implements AccountApi {
  readonly #market: AccountMarket;
  readonly #now: PriceOf;

  constructor(market: AccountMarket) {
    this.#market = market;
    this.#now = (symbol) => this.#pricesOf(symbol, 'KRX');
    for (const { book } of market.accounts.values()) book.money.valueBy(this.#now);
  }

  ids(): readonly AccountId[] {
    return [...this.#market.accounts.keys()];
  }

  cash(account: AccountId): CashView {
    return this.#book(account).cashView();
  }

  funds(account: AccountId, supposed?: Supposed): FundsView {
    return this.#book(account).funds(supposed);
  }

  positions(account: AccountId, venue: MarketVenue = 'KRX'): readonly PositionView[] {
    return this.#book(account).positions((symbol) => this.#pricesOf(symbol, venue));
  }

  /** Positions by instrument, whatever paid for them. */
  holdings(account: AccountId): readonly HoldingView[] {
    return holdingsOf(this.positions(account));
  }

  orderable(
    account: AccountId,
    symbol: SymbolCode,
    price: Price | null,
  ): { readonly quantity: Quantity; readonly amount: Won } {
    return this.#book(account).orderable(price ?? this.#quote(symbol).upperLimit);
  }

  realised(account: AccountId, from: TradeDate, to: TradeDate): readonly RealisedDay[] {
    return this.#book(account).realised(from, to);
  }

  dayTrades(account: AccountId, date: TradeDate): readonly BrokerDayTrade[] {
    return this.#book(account).dayTrades(date);
  }

  buyingPower(account: AccountId, symbol: SymbolCode, price: Price | null, supposed?: Supposed): BuyingPower {
    const { instrument, upperLimit } = this.#quote(symbol);
    return this.#book(account).buyingPower(instrument, price ?? upperLimit, supposed);
  }

  proceedsOf(account: AccountId, symbol: SymbolCode, amount: Won): Won {
    const { costs, tradeDate } = this.#book(account);
    const { instrument } = this.#quote(symbol);
    const tax = sellTax(amount, sellTaxRatesUnder(costs, instrument, tradeDate));
    return amount - commissionFor(amount, costs.commissionPpm) - tax;
  }

  commissionOf(account: AccountId, amount: Won): Won {
    return commissionFor(amount, this.#book(account).costs.commissionPpm);
  }

  accountDays(account: AccountId, from: TradeDate, to: TradeDate): readonly AccountDayView[] {
    const book = this.#book(account);
    const closes = new Map<SymbolCode, ClosedBars>();
    const closesOf = (symbol: SymbolCode) => {
      const known =
        closes.get(symbol) ?? closedBars(this.#market.dailyBars(symbol), this.#market.adjustments(symbol));
      closes.set(symbol, known);
      return known;
    };
    return book.dayViews(from, to, (date) =>
      date === book.tradeDate ? this.#now : closesOn(date, closesOf, this.#now),
    );
  }

  journal(account: AccountId, from: TradeDate, to: TradeDate): readonly JournalEntry[] {
    return this.#book(account).history.entries(from, to);
  }

  deposit(account: AccountId, amount: Won): void {
    assert(Number.isSafeInteger(amount) && amount > 0, `${amount} won cannot be paid in`);
    this.#book(account).pay(amount);
  }

  withdraw(account: AccountId, amount: Won): boolean {
    assert(Number.isSafeInteger(amount) && amount > 0, `${amount} won cannot be paid out`);
    return this.#book(account).pay(-amount);
  }

  setMarginPolicy(account: AccountId, policy: MarginPolicy): void {
    this.#book(account).money.choose(policy);
  }

  marginRate(symbol: SymbolCode): MarginRate | null {
    const quote = this.#market.quote(symbol, 'KRX');
    return quote === undefined ? null : marginRateOf(quote.instrument);
  }

  loanGrade(symbol: SymbolCode): LoanGrade | null {
    const quote = this.#market.quote(symbol, 'KRX');
    return quote === undefined ? null : loanGradeOf(quote.instrument);
  }

  substitutePrice(symbol: SymbolCode): Won {
    const { instrument, base } = this.#quote(symbol);
    return substitutePriceOf(instrument, base);
  }

  #book(id: AccountId): AccountBook {
    const account = this.#market.accounts.get(id);
    assert(account !== undefined, `there is no account ${id}`);
    return account.book;
  }

  #pricesOf(symbol: SymbolCode, venue: MarketVenue): HoldingPrices {
    const { last, base, instrument } = this.#quote(symbol, venue);
    return { last, previousClose: base, instrument };
  }

  #quote(symbol: SymbolCode, venue: MarketVenue = 'KRX'): Quote {
    const quote = this.#market.quote(symbol, venue);
    assert(quote !== undefined, `there is no instrument ${symbol}`);
    return quote;
  }
}

/** Daily bars with their dates, both oldest first, and what made other prices of theirs since. */
interface ClosedBars {
  readonly bars: readonly Bar[];
  readonly dates: readonly TradeDate[];
  readonly adjustments: readonly PriceAdjustment[];
}

function closedBars(bars: readonly Bar[], adjustments: readonly PriceAdjustment[]): ClosedBars {
  return { bars, dates: bars.map(({ start }) => kstDate(start)), adjustments };
}

/** Closes of one day and of the day before it; an instrument without trades keeps its last one. */
function closesOn(date: TradeDate, closesOf: (symbol: SymbolCode) => ClosedBars, now: PriceOf): PriceOf {
  return (symbol) => {
    const { bars, dates, adjustments } = closesOf(symbol);
    const index = lastThrough(dates, date);
    // A close of before a split counts for shares of after it as the base price it became.
    const closeAt = (at: number): Price | undefined => {
      const bar = bars[at];
      return bar && adjustedPrice(bar.close, adjustments, dates[at] ?? date, date);
    };
    const last = closeAt(index);
    const before = dates[index] === date ? closeAt(index - 1) : last;
    const { previousClose: base } = now(symbol);
    return { last: last ?? base, previousClose: before ?? bars[index]?.open ?? base };
  };
}

/** Index of the last date that is not after `date`; -1 when all are. */
function lastThrough(dates: readonly TradeDate[], date: TradeDate): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] ?? '') <= date) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
