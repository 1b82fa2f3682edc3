// The book of one account: cash by day of settlement, holdings with their cost and loans, what working orders tie up, and the
// day's trading. Cash once settled plus the cost of holdings less loans changes only by gain, commission, tax, interest and
// what is paid in or out; `audit` asserts it.

import { assert } from '#domain/assert.ts';
import type { BrokerDayTrade } from '#domain/broker-event.ts';
import type { CostSchedule } from '#domain/costs.ts';
import type { Instrument } from '#domain/instrument.ts';
import type { OrderSide } from '#domain/order.ts';
import type { BrokerOrderNo, Price, Quantity, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type {
  AccountDayView,
  BuyingPower,
  CashView,
  CreditTerms,
  FundsView,
  HoldingState,
  PositionView,
  RealisedDay,
  Rejection,
  Supposed,
} from '../contract.ts';
import { AccountActions } from '../corporate/account-actions.ts';
import { type CorporateMorning, quietMorning } from '../corporate/corporate-morning.ts';
import { AccountCash, settledCash } from './account-cash.ts';
import { type AccountDay, dayTrades, inNewShares, realisedDay } from './account-day.ts';
import { AccountHistory, openingPast } from './account-history.ts';
import { AccountLines, creditOf, sellableShares, sourceOf } from './account-lines.ts';
import { AccountMoney, refused } from './account-money.ts';
import { dayView, holdingState, positionsOf, type Valuation } from './account-positions.ts';
import type { AccountOpening, FillCosts, OpeningOrder, PriceOf, SavedAccount } from './account-terms.ts';
import { AccountTrades } from './account-trades.ts';
import { buyingPower, tiedFor } from './margin/margin-power.ts';
import { affordable, Reservations, type Tied } from './margin/reservations.ts';

const NOTHING_FREED: Tied = { own: 0, margin: 0, loan: 0 };
/** Also of an account that was saved before these were kept. */
const NO_DEBTS = { frozenThrough: null, shortSince: null };

export class AccountBook {
  readonly #costs: CostSchedule;
  readonly #cash: AccountCash;
  readonly #reservations = new Reservations();
  readonly #lines: AccountLines;
  readonly #trades: AccountTrades;
  readonly #history: AccountHistory;
  readonly #actions: AccountActions;
  /** Instrument, side and terms of each open order. */
  readonly #orders = new Map<BrokerOrderNo, OpeningOrder>();
  readonly #money: AccountMoney;
  #tradeDate: TradeDate;
  /** What cash, cost and loans must add up to: the opening, plus gain and payments, less costs. */
  #bookValue: Won;

  constructor(opening: AccountOpening, saved?: SavedAccount) {
    const { cash, costs, tradeDate, holdings = [], margin = 'full', keepsPast = true } = opening;
    this.#costs = costs;
    this.#tradeDate = tradeDate;
    this.#cash = new AccountCash(saved?.cash ?? settledCash(cash));
    this.#history = new AccountHistory(saved?.history ?? openingPast(opening), keepsPast);
    this.#lines = new AccountLines(costs, tradeDate);
    const owned = { cash: this.#cash, lines: this.#lines, history: this.#history };
    this.#actions = new AccountActions(owned, saved ?? {});
    const parts = {
      ...owned,
      costs,
      actions: this.#actions,
      reservations: this.#reservations,
    };
    this.#trades = new AccountTrades(parts, saved?.sales ?? []);
    this.#money = new AccountMoney(parts, { margin, ...NO_DEBTS, ...saved }, tradeDate);
    this.#bookValue = this.#cash.settled;
    for (const line of saved?.lines ?? holdings.map((one) => ({ ...one, loan: 0, loanDate: null }))) {
      this.#lines.add(this.#lines.open(line.instrument, line.loanDate), line.quantity, line);
      this.#bookValue += line.cost - line.loan;
    }
    this.#lines.resume(saved?.today ?? []);
  }

  /** The same book again, without its working orders. */
  static restore(saved: SavedAccount, costs: CostSchedule): AccountBook {
    return new AccountBook({ cash: 0, costs, tradeDate: saved.tradeDate }, saved);
  }

  get tradeDate(): TradeDate {
    return this.#tradeDate;
  }

  get history(): AccountHistory {
    return this.#history;
  }

  get costs(): CostSchedule {
    return this.#costs;
  }

  /** The rules of the account's money. */
  get money(): AccountMoney {
    return this.#money;
  }

  /** Cash in won once everything traded so far has settled. */
  get settledCash(): Won {
    return this.#cash.settled;
  }

  /** Won that may be ordered without becoming unpaid. */
  get orderableCash(): Won {
    return Math.max(0, this.#cash.settled - this.#reservations.own);
  }

  /** Begins the next trading day: what was due settles. To be called for every trading day, in order, with its actions. */
  startDay(date: TradeDate, morning: CorporateMorning = quietMorning(date)): void {
    assert(date > this.#tradeDate, `an account cannot go from ${this.#tradeDate} to ${date}`);
    assert(this.#orders.size === 0, `${this.#orders.size} orders were left working on ${this.#tradeDate}`);
    this.audit();
    this.#history.close(this.running());
    this.#tradeDate = date;
    // Shares are exchanged first, as prices are those of the new day; what is paid does not pay what was due the day before.
    this.#bookValue += this.#actions.begin(morning);
    this.#bookValue -= this.#money.startDay(date);
    this.#lines.startDay(date);
    this.#trades.startDay();
    this.#bookValue += this.#actions.meet(morning);
  }

  /** Cash that comes in, or leaves when negative, in won. False when so much may not leave. */
  pay(amount: Won): boolean {
    const isPaid = this.#money.pay(amount);
    if (isPaid) this.#bookValue += amount;
    return isPaid;
  }

  /** Why the account cannot take an order, with numbers; null when it can. */
  refusal(order: OpeningOrder): Rejection | null {
    const { instrument, side, quantity, credit = null } = order;
    if (side === 'buy') return this.#money.refusal(order, NOTHING_FREED);
    const sellable = this.sellable(instrument.symbol, credit);
    return quantity > sellable ? refused('insufficient-shares', sellable, quantity) : null;
  }

  /** The same for an order that takes the place of `quantity` shares of an open one. */
  refusalOfChange(orderNo: BrokerOrderNo, order: OpeningOrder): Rejection | null {
    if (order.side === 'sell') return null;
    return this.#money.refusal(order, this.#reservations.freedBy(orderNo, order.quantity));
  }

  /** Ties up money or shares for a new order. Whether there is enough is asked before, with `refusal`. */
  open(orderNo: BrokerOrderNo, order: OpeningOrder): void {
    const { instrument, side, quantity, credit = null } = order;
    const policy = this.#money.policy;
    const buy = { instrument, price: order.reservePrice, credit };
    this.#reservations.open(orderNo, {
      source: sourceOf(instrument.symbol, credit),
      side,
      quantity,
      tie: (shares) => tiedFor(buy, shares, policy, this.#costs.commissionPpm),
    });
    this.#orders.set(orderNo, order);
  }

  /** Books one execution of an open order and frees what those shares had tied up. */
  fill(orderNo: BrokerOrderNo, price: Price, quantity: Quantity): FillCosts {
    const order = this.#orders.get(orderNo);
    assert(order !== undefined, `order ${orderNo} is not open`);
    this.reduce(orderNo, quantity);
    return this.#execute(order, price, quantity, orderNo);
  }

  /** Frees what `quantity` shares of an open order tied up; an order without shares left is over. */
  reduce(orderNo: BrokerOrderNo, quantity: Quantity): void {
    if (this.#reservations.reduce(orderNo, quantity) === 0) this.#orders.delete(orderNo);
  }

  /** The order is over: what it still tied up is free. Nothing happens when it was over already. */
  close(orderNo: BrokerOrderNo): void {
    this.#reservations.close(orderNo);
    this.#orders.delete(orderNo);
  }

  /** Books one execution for cash, without an order: shares at once, cash at T+2, commission as the day's amount grows. */
  book(instrument: Instrument, side: OrderSide, price: Price, quantity: Quantity): FillCosts {
    return this.#execute({ instrument, side }, price, quantity, null);
  }

  /** Shares held, with cash and on loans, those on sale included. */
  held(symbol: SymbolCode): Quantity {
    const cash = this.#lines.find(symbol)?.quantity ?? 0;
    return this.#lines.loans(symbol).reduce((sum, { quantity }) => sum + quantity, cash);
  }

  /** Won paid for the shares held with cash, commission apart. */
  costOf(symbol: SymbolCode): Won {
    return this.#lines.find(symbol)?.cost ?? 0;
  }

  /** Shares that may still be sold, those in working sell orders left out: held with cash (null), or on one loan or all loans. */
  sellable(symbol: SymbolCode, credit: CreditTerms | null = null): Quantity {
    return sellableShares(this.#lines, this.#reservations, symbol, credit);
  }

  /** Shares that may be bought at `price`, commission counted, and the won there are to order with (kt00011). */
  orderable(price: Price): { readonly quantity: Quantity; readonly amount: Won } {
    const amount = this.orderableCash;
    return { quantity: affordable(amount, price, this.#costs.commissionPpm), amount };
  }

  buyingPower(instrument: Instrument, price: Price, supposed?: Supposed): BuyingPower {
    return buyingPower(instrument, price, this.funds(supposed), this.#costs.commissionPpm);
  }

  /** Lines with shares, valued at `prices`. */
  positions(prices: PriceOf): PositionView[] {
    return positionsOf(this.#valuation(this.#now(), prices));
  }

  /** A holding as it stands: the shares of an instrument held with cash, or on one loan. */
  holdingState(symbol: SymbolCode, loanDate: TradeDate | null): HoldingState {
    const line = this.#lines.find(symbol, loanDate);
    assert(
      line !== undefined,
      `${symbol} is not held${loanDate === null ? '' : ` on a loan of ${loanDate}`}`,
    );
    return holdingState({
      line,
      date: this.#tradeDate,
      sellable: this.sellable(symbol, creditOf(loanDate)),
      sales: this.#trades.sales,
      cash: this.#lines.find(symbol)?.today,
      credit: this.#lines.loans(symbol)[0]?.today,
    });
  }

  /** The days from `from` through `to`, the running one included, each valued at its own prices. */
  dayViews(from: TradeDate, to: TradeDate, pricesOn: (date: TradeDate) => PriceOf): AccountDayView[] {
    return this.days(from, to).map((day) =>
      dayView(this.#valuation(day, pricesOn(day.date)), this.#history.entries(day.date, day.date)),
    );
  }

  cashView(): CashView {
    const reserved = this.#reservations.own;
    return { ...this.#cash.balance(), reserved, orderable: this.orderableCash };
  }

  funds(supposed?: Supposed): FundsView {
    return this.#money.funds(supposed);
  }

  /** The running day as it would close now. */
  running(): AccountDay {
    const { totals, ...day } = this.#now();
    const { sales } = day;
    return {
      ...day,
      totals: totals.map((row) => ({ ...row })),
      sales: sales.map((sale) => ({ ...sale })),
    };
  }

  /** Closed days and the running one, oldest first. */
  days(from: TradeDate, to: TradeDate): AccountDay[] {
    const closed =
      from >= this.#tradeDate ? [] : this.history.days.filter(({ date }) => date >= from && date <= to);
    return this.#tradeDate >= from && this.#tradeDate <= to ? [...closed, this.running()] : closed;
  }

  /** Realised profit by day (ka10074), oldest first; days without trades have no row. */
  realised(from: TradeDate, to: TradeDate): RealisedDay[] {
    return this.days(from, to)
      .filter(({ totals }) => totals.length > 0)
      .map(realisedDay);
  }

  /** A day's trades by instrument (ka10170). */
  dayTrades(date: TradeDate): BrokerDayTrade[] {
    return dayTrades(
      date === this.#tradeDate ? this.#lines.totals() : (this.history.day(date)?.totals ?? []),
    );
  }

  save(): SavedAccount {
    return {
      tradeDate: this.#tradeDate,
      cash: this.#cash.save(),
      ...this.#money.state,
      lines: this.#lines.save(),
      today: this.#lines.totals().map((row) => ({ ...row })),
      sales: this.#trades.sales.map((sale) => ({ ...sale })),
      history: this.history.save(),
      ...this.#actions.save(),
    };
  }

  /** Asserts that no won and no share went missing. */
  audit(): void {
    for (const { instrument, quantity, loanDate } of this.#lines.all) {
      const { symbol } = instrument;
      const sellable = this.sellable(symbol, creditOf(loanDate));
      assert(sellable >= 0, `${symbol}: more on sale than the ${quantity} held`);
    }
    const value = this.#cash.settled + this.#lines.netCost;
    assert(value === this.#bookValue, `cash and cost are ${value} won, but should be ${this.#bookValue}`);
  }

  /** The running day, for a look only: its rows go on changing. */
  #now(): AccountDay {
    const close = { cash: this.#cash.balance(), lines: this.#lines.picture() };
    const { exchanged } = this.#actions;
    const day = { date: this.#tradeDate, totals: this.#lines.totals(), sales: this.#trades.sales, close };
    return exchanged.length === 0 ? day : { ...day, exchanged };
  }

  #valuation(day: AccountDay, prices: PriceOf): Valuation {
    const isNow = day.date === this.#tradeDate;
    return {
      day,
      before: inNewShares(this.#history.before(day.date), day),
      costs: this.#costs,
      prices,
      sellable: ({ instrument: { symbol }, loanDate, quantity }) =>
        isNow ? this.sellable(symbol, creditOf(loanDate)) : quantity,
    };
  }

  #execute(
    order: Pick<OpeningOrder, 'instrument' | 'side' | 'credit'>,
    price: Price,
    quantity: Quantity,
    orderNo: BrokerOrderNo | null,
  ): FillCosts {
    const { gain, ...costs } = this.#trades.execute(order, {
      price,
      quantity,
      orderNo,
      date: this.#tradeDate,
      policy: this.#money.policy,
    });
    this.#bookValue += gain;
    return costs;
  }
}
