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
  PositionView,
  RealisedDay,
  Rejection,
} from '../contract.ts';
import { AccountCash, settledCash } from './account-cash.ts';
import { type AccountDay, dayTrades, realisedDay } from './account-day.ts';
import { AccountHistory, openingPast } from './account-history.ts';
import { AccountLines, sourceOf } from './account-lines.ts';
import { AccountMoney, refused } from './account-money.ts';
import { dayView, positionsOf, type Valuation } from './account-positions.ts';
import type { AccountOpening, FillCosts, OpeningOrder, PriceOf, SavedAccount } from './account-terms.ts';
import { AccountTrades } from './account-trades.ts';
import { buyingPower, tiedFor } from './margin-power.ts';
import { affordable, Reservations, type Tied } from './reservations.ts';

const NOTHING_FREED: Tied = { own: 0, margin: 0, loan: 0 };

export class AccountBook {
  readonly #costs: CostSchedule;
  readonly #cash: AccountCash;
  readonly #reservations = new Reservations();
  readonly #lines: AccountLines;
  readonly #trades: AccountTrades;
  readonly #history: AccountHistory;
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
    const parts = {
      costs,
      cash: this.#cash,
      lines: this.#lines,
      history: this.#history,
      reservations: this.#reservations,
    };
    this.#trades = new AccountTrades(parts, saved?.sales ?? []);
    this.#money = new AccountMoney(parts, saved ?? { margin, frozenThrough: null }, tradeDate);
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

  /** Begins the next trading day: what was due settles. To be called for every trading day, in order. */
  startDay(date: TradeDate): void {
    assert(date > this.#tradeDate, `an account cannot go from ${this.#tradeDate} to ${date}`);
    assert(this.#orders.size === 0, `${this.#orders.size} orders were left working on ${this.#tradeDate}`);
    this.audit();
    this.#history.close(this.running());
    this.#tradeDate = date;
    this.#bookValue -= this.#money.startDay(date);
    this.#lines.startDay(date);
    this.#trades.startDay();
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
    const sellable =
      credit === null ? this.sellable(instrument.symbol) : this.sellableOnCredit(instrument.symbol, credit);
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

  /** Shares held with cash that may still be sold: held less those in working sell orders. */
  sellable(symbol: SymbolCode): Quantity {
    return (this.#lines.find(symbol)?.quantity ?? 0) - this.#reservations.selling(symbol);
  }

  /** Shares on one loan, or with a null date on all loans, that may still be sold. */
  sellableOnCredit(symbol: SymbolCode, { loanDate }: CreditTerms): Quantity {
    let all = -this.#reservations.selling(sourceOf(symbol, { loanDate: null }));
    let asked = 0;
    for (const line of this.#lines.loans(symbol)) {
      const free = line.quantity - this.#reservations.selling(sourceOf(symbol, line));
      all += free;
      if (line.loanDate === loanDate) asked = free;
    }
    return loanDate === null ? all : Math.min(asked, all);
  }

  /** Shares that may be bought at `price`, commission counted, and the won there are to order with (kt00011). */
  orderable(price: Price): { readonly quantity: Quantity; readonly amount: Won } {
    const amount = this.orderableCash;
    return { quantity: affordable(amount, price, this.#costs.commissionPpm), amount };
  }

  buyingPower(instrument: Instrument, price: Price): BuyingPower {
    return buyingPower(instrument, price, this.funds(), this.#costs.commissionPpm);
  }

  /** Lines with shares, valued at `prices`. */
  positions(prices: PriceOf): PositionView[] {
    return positionsOf(this.#valuation(this.#now(), prices));
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

  funds(): FundsView {
    return this.#money.funds();
  }

  /** The running day as it would close now. */
  running(): AccountDay {
    const { date, totals, sales, close } = this.#now();
    return {
      date,
      totals: totals.map((row) => ({ ...row })),
      sales: sales.map((sale) => ({ ...sale })),
      close,
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
      lines: [...this.#lines.all].map(({ instrument, loanDate, quantity, cost, loan }) => ({
        instrument,
        loanDate,
        quantity,
        cost,
        loan,
      })),
      today: this.#lines.totals().map((row) => ({ ...row })),
      sales: this.#trades.sales.map((sale) => ({ ...sale })),
      history: this.history.save(),
    };
  }

  /** Asserts that no won and no share went missing. */
  audit(): void {
    let value = this.#cash.settled;
    for (const { instrument, quantity, cost, loan, loanDate } of this.#lines.all) {
      const { symbol } = instrument;
      assert(quantity > 0 || (cost === 0 && loan === 0), `${symbol}: ${cost} won of cost without shares`);
      const sellable =
        loanDate === null ? this.sellable(symbol) : this.sellableOnCredit(symbol, { loanDate });
      assert(sellable >= 0, `${symbol}: more on sale than the ${quantity} held`);
      value += cost - loan;
    }
    assert(value === this.#bookValue, `cash and cost are ${value} won, but should be ${this.#bookValue}`);
  }

  /** The running day, for a look only: its rows go on changing. */
  #now(): AccountDay {
    const close = { cash: this.#cash.balance(), lines: this.#lines.picture() };
    return { date: this.#tradeDate, totals: this.#lines.totals(), sales: this.#trades.sales, close };
  }

  #valuation(day: AccountDay, prices: PriceOf): Valuation {
    const isNow = day.date === this.#tradeDate;
    return {
      day,
      before: this.#history.before(day.date) ?? null,
      costs: this.#costs,
      prices,
      sellable: ({ instrument: { symbol }, loanDate, quantity }) => {
        if (!isNow) return quantity;
        return loanDate === null ? this.sellable(symbol) : this.sellableOnCredit(symbol, { loanDate });
      },
    };
  }

  #execute(
    order: Pick<OpeningOrder, 'instrument' | 'side' | 'credit'>,
    price: Price,
    quantity: Quantity,
    orderNo: BrokerOrderNo | null,
  ): FillCosts {
    const { commission, tax, gain } = this.#trades.execute(order, {
      price,
      quantity,
      orderNo,
      date: this.#tradeDate,
      policy: this.#money.policy,
    });
    this.#bookValue += gain;
    return { commission, tax };
  }
}
