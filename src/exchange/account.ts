// The book of one account: cash by day of settlement, holdings with their cost, what working orders tie up, and the day's
// trading. Cash once settled plus the cost of holdings changes only by gain, commission and tax; `audit` asserts it.

import { assert } from '#domain/assert.ts';
import type { BrokerDayTrade } from '#domain/broker-event.ts';
import {
  type CostSchedule,
  commissionFor,
  commissionIncrement,
  type SellTaxRates,
  sellTax,
  sellTaxRatesUnder,
} from '#domain/costs.ts';
import type { Instrument } from '#domain/instrument.ts';
import type { OrderSide } from '#domain/order.ts';
import {
  type BrokerOrderNo,
  mulDiv,
  type Price,
  type Quantity,
  type SymbolCode,
  type TradeDate,
  type Won,
} from '#domain/units.ts';
import { AccountCash, type SavedCash } from './account-cash.ts';
import { type AccountDay, type DayTotals, dayTrade, newDayTotals, realisedDay } from './account-day.ts';
import type { AccountOpening, FillCosts, OpeningOrder, SavedAccount } from './account-terms.ts';
import type { CashView, HoldingView, RealisedDay } from './contract.ts';
import { holdingValue } from './holding-value.ts';
import { affordable, buyReserve, Reservations } from './reservations.ts';

/** All that is known of one instrument in the account. */
interface Line {
  readonly instrument: Instrument;
  quantity: Quantity;
  /** Won paid for the shares held, commission apart. */
  cost: Won;
  taxRates: SellTaxRates;
  today: DayTotals;
}

export class AccountBook {
  readonly #costs: CostSchedule;
  readonly #cash: AccountCash;
  readonly #reservations: Reservations;
  readonly #lines = new Map<SymbolCode, Line>();
  /** Days with trades, oldest first, the running one excluded. */
  readonly #days: AccountDay[] = [];
  /** Instrument and side of each open order. */
  readonly #orders = new Map<BrokerOrderNo, OpeningOrder>();
  #tradeDate: TradeDate;
  /** What cash and cost must add up to: the opening, plus gain, less commission and tax. */
  #bookValue: Won;

  constructor({ cash, costs, tradeDate, holdings = [] }: AccountOpening, saved?: SavedCash) {
    const none = { bought: 0, sold: 0 };
    this.#costs = costs;
    this.#tradeDate = tradeDate;
    this.#cash = new AccountCash(saved ?? { today: cash, d1: none, d2: none });
    this.#reservations = new Reservations(costs.commissionPpm);
    this.#bookValue = this.#cash.settled;
    for (const { instrument, quantity, cost } of holdings) {
      const line = this.#lineOf(instrument);
      line.quantity = quantity;
      line.cost = cost;
      this.#bookValue += cost;
    }
  }

  /** The same book again, without its working orders. */
  static restore({ tradeDate, cash, lines, days }: SavedAccount, costs: CostSchedule): AccountBook {
    const book = new AccountBook({ cash: 0, costs, tradeDate, holdings: lines }, cash);
    for (const { instrument, today } of lines) book.#lineOf(instrument).today = { ...today };
    book.#days.push(...days);
    return book;
  }

  get tradeDate(): TradeDate {
    return this.#tradeDate;
  }

  /** Cash in won once everything traded so far has settled. */
  get settledCash(): Won {
    return this.#cash.settled;
  }

  /** Won that may be ordered without becoming unpaid. */
  get orderableCash(): Won {
    return Math.max(0, this.#cash.settled - this.#reservations.won);
  }

  /** Begins the next trading day: what was due settles. To be called for every trading day, in order. */
  startDay(date: TradeDate): void {
    assert(date > this.#tradeDate, `an account cannot go from ${this.#tradeDate} to ${date}`);
    assert(this.#orders.size === 0, `${this.#orders.size} orders were left working on ${this.#tradeDate}`);
    this.audit();
    const day = this.#today();
    if (day.totals.length > 0) this.#days.push(day);
    this.#cash.nextDay();
    this.#tradeDate = date;
    for (const [symbol, line] of this.#lines) {
      if (line.quantity === 0) {
        this.#lines.delete(symbol);
        continue;
      }
      line.taxRates = sellTaxRatesUnder(this.#costs, line.instrument, date);
      if (isTraded(line.today)) line.today = newDayTotals(symbol);
    }
  }

  /** Ties up cash or shares for a new order. Whether there is enough is asked before, with `reserveFor` and `sellable`. */
  open(orderNo: BrokerOrderNo, order: OpeningOrder): void {
    const { instrument, side, quantity, reservePrice } = order;
    this.#reservations.open(orderNo, { symbol: instrument.symbol, side, price: reservePrice, quantity });
    this.#orders.set(orderNo, order);
  }

  /** Books one execution of an open order and frees what those shares had tied up. */
  fill(orderNo: BrokerOrderNo, price: Price, quantity: Quantity): FillCosts {
    const order = this.#orders.get(orderNo);
    assert(order !== undefined, `order ${orderNo} is not open`);
    this.reduce(orderNo, quantity);
    return this.book(order.instrument, order.side, price, quantity);
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

  /** Books one execution, with or without an order: shares at once, cash at T+2, commission as the day's amount grows. */
  book(instrument: Instrument, side: OrderSide, price: Price, quantity: Quantity): FillCosts {
    const line = this.#lineOf(instrument);
    const amount = price * quantity;
    return side === 'buy' ? this.#buy(line, amount, quantity) : this.#sell(line, amount, quantity);
  }

  /** Shares held, those on sale included. */
  held(symbol: SymbolCode): Quantity {
    return this.#lines.get(symbol)?.quantity ?? 0;
  }

  /** Won paid for the shares held, commission apart. */
  costOf(symbol: SymbolCode): Won {
    return this.#lines.get(symbol)?.cost ?? 0;
  }

  /** Shares that may still be sold: held less those in working sell orders. */
  sellable(symbol: SymbolCode): Quantity {
    return this.held(symbol) - this.#reservations.selling(symbol);
  }

  /** Shares that may be bought at `price`, commission counted, and the won there are to order with (kt00011). */
  orderable(price: Price): { readonly quantity: Quantity; readonly amount: Won } {
    const amount = this.orderableCash;
    return { quantity: affordable(amount, price, this.#costs.commissionPpm), amount };
  }

  /** Won that an order to buy ties up: its amount at `price` and the most its commission can become. */
  reserveFor(price: Price, quantity: Quantity): Won {
    return buyReserve(price * quantity, this.#costs.commissionPpm);
  }

  /** Won that could be ordered if `quantity` shares of this open order were not on order. */
  orderableCashWithout(orderNo: BrokerOrderNo, quantity: Quantity): Won {
    const reserved = this.#reservations.won - this.#reservations.freedBy(orderNo, quantity);
    return Math.max(0, this.#cash.settled - reserved);
  }

  cashView(): CashView {
    return { ...this.#cash.view(), reserved: this.#reservations.won, orderable: this.orderableCash };
  }

  /** Symbols of which shares are held, in order. */
  symbols(): SymbolCode[] {
    return [...this.#lines.keys()].filter((symbol) => this.held(symbol) > 0).sort();
  }

  /** The holding as kt00018 shows it at the last price. To be asked only for what `symbols` names. */
  holding(symbol: SymbolCode, last: Price, previousClose: Price): HoldingView {
    const line = this.#lines.get(symbol);
    assert(line !== undefined, `${symbol} is not held`);
    return {
      symbol,
      name: line.instrument.name,
      quantity: line.quantity,
      sellable: this.sellable(symbol),
      cost: line.cost,
      price: last,
      previousClose,
      boughtToday: line.today.boughtQuantity,
      soldToday: line.today.soldQuantity,
      ...holdingValue(line.cost, line.quantity * last, this.#costs.commissionPpm, line.taxRates),
    };
  }

  /** Realised profit by day (ka10074), oldest first; days without trades have no row. */
  realised(from: TradeDate, to: TradeDate): RealisedDay[] {
    const days = from >= this.#tradeDate ? [] : this.#days.filter(({ date }) => date >= from && date <= to);
    const today = this.#tradeDate >= from && this.#tradeDate <= to ? [this.#today()] : [];
    return [...days, ...today].filter(({ totals }) => totals.length > 0).map(realisedDay);
  }

  /** A day's trades by instrument (ka10170). */
  dayTrades(date: TradeDate): BrokerDayTrade[] {
    const day = date === this.#tradeDate ? this.#today() : this.#days.find((one) => one.date === date);
    return (day?.totals ?? []).map(dayTrade);
  }

  save(): SavedAccount {
    const lines = [...this.#lines.values()].map(({ instrument, quantity, cost, today }) => ({
      instrument,
      quantity,
      cost,
      today: { ...today },
    }));
    return { tradeDate: this.#tradeDate, cash: this.#cash.save(), lines, days: [...this.#days] };
  }

  /** Asserts that no won and no share went missing. */
  audit(): void {
    let cost = 0;
    for (const [symbol, line] of this.#lines) {
      assert(line.quantity > 0 || line.cost === 0, `${symbol}: a cost of ${line.cost} won without shares`);
      assert(this.sellable(symbol) >= 0, `${symbol}: more on sale than the ${line.quantity} held`);
      cost += line.cost;
    }
    const value = this.#cash.settled + cost;
    assert(value === this.#bookValue, `cash and cost are ${value} won, but should be ${this.#bookValue}`);
  }

  #buy(line: Line, amount: Won, quantity: Quantity): FillCosts {
    const { today } = line;
    const commission = commissionIncrement(today.boughtAmount, amount, this.#costs.commissionPpm);
    line.quantity += quantity;
    line.cost += amount;
    today.boughtQuantity += quantity;
    today.boughtAmount += amount;
    today.buyCommission += commission;
    this.#cash.buy(amount + commission);
    this.#bookValue -= commission;
    return { commission, tax: 0 };
  }

  #sell(line: Line, amount: Won, quantity: Quantity): FillCosts {
    assert(quantity <= line.quantity, `${line.instrument.symbol}: ${quantity} sold out of ${line.quantity}`);
    const { today } = line;
    const { commissionPpm } = this.#costs;
    // The last share takes what rounding left of the cost.
    const cost = quantity === line.quantity ? line.cost : mulDiv(line.cost, quantity, line.quantity);
    const commission = commissionIncrement(today.soldAmount, amount, commissionPpm);
    const tax = sellTax(amount, line.taxRates);
    line.quantity -= quantity;
    line.cost -= cost;
    today.soldQuantity += quantity;
    today.soldAmount += amount;
    today.sellCommission += commission;
    today.tax += tax;
    today.costOfSold += cost;
    today.buyCommissionOfSold = commissionFor(today.costOfSold, commissionPpm);
    this.#cash.sell(amount - commission - tax);
    this.#bookValue += amount - cost - commission - tax;
    return { commission, tax };
  }

  #lineOf(instrument: Instrument): Line {
    const known = this.#lines.get(instrument.symbol);
    if (known !== undefined) return known;
    const line: Line = {
      instrument,
      quantity: 0,
      cost: 0,
      taxRates: sellTaxRatesUnder(this.#costs, instrument, this.#tradeDate),
      today: newDayTotals(instrument.symbol),
    };
    this.#lines.set(instrument.symbol, line);
    return line;
  }

  #today(): AccountDay {
    const totals = [...this.#lines.values()].map(({ today }) => today).filter(isTraded);
    return { date: this.#tradeDate, totals: totals.map((row) => ({ ...row })) };
  }
}

function isTraded({ boughtQuantity, soldQuantity }: DayTotals): boolean {
  return boughtQuantity > 0 || soldQuantity > 0;
}
