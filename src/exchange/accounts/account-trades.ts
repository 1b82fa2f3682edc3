// How an execution changes an account: shares and their cost, cash at T+2, the loan it takes or repays, and the rows of the day.
// Commission is cut once a day, so each execution pays what the day's commission grows by.

import { assert } from '#domain/assert.ts';
import { type CostSchedule, commissionFor, commissionIncrement, sellTax } from '#domain/costs.ts';
import type { BrokerOrderNo, Price, Quantity, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { MarginPolicy, SaleView } from '../contract.ts';
import type { AccountCash } from './account-cash.ts';
import type { Sale } from './account-day.ts';
import { type AccountLines, type Line, sourceOf } from './account-lines.ts';
import type { FillCosts, OpeningOrder } from './account-terms.ts';
import { loanInterest } from './margin/credit-terms.ts';
import { loanGradeOf, marginRateOf, percentUp } from './margin/margin-rates.ts';
import type { Reservations } from './margin/reservations.ts';

/** What an execution cost, and what the account is worth more or less by it. */
export interface Executed extends FillCosts {
  readonly gain: Won;
}

/** One execution of an order, and what counts when it is booked. */
export interface Execution {
  readonly price: Price;
  readonly quantity: Quantity;
  readonly orderNo: BrokerOrderNo | null;
  readonly date: TradeDate;
  readonly policy: MarginPolicy;
}

/** What trades change. */
export interface TradeParts {
  readonly costs: CostSchedule;
  readonly cash: AccountCash;
  readonly lines: AccountLines;
  readonly reservations: Reservations;
}

export class AccountTrades {
  readonly #parts: TradeParts;
  /** Today's sales, one for each order and line. */
  #sales: Sale[];
  /** Those of orders, by order and loan. */
  readonly #saleOf = new Map<string, Sale>();

  constructor(parts: TradeParts, sales: readonly SaleView[]) {
    this.#parts = parts;
    this.#sales = sales.map((sale) => ({ ...sale }));
    for (const sale of this.#sales) this.#saleOf.set(saleKey(sale.orderNo, sale.loanDate), sale);
  }

  get sales(): readonly SaleView[] {
    return this.#sales;
  }

  startDay(): void {
    this.#sales = [];
    this.#saleOf.clear();
  }

  /** Books one execution of an order. */
  execute(
    { instrument, side, credit = null }: Pick<OpeningOrder, 'instrument' | 'side' | 'credit'>,
    execution: Execution,
  ): Executed {
    const { date } = execution;
    const { lines } = this.#parts;
    if (side === 'buy') return this.#buy(lines.open(instrument, credit && date), execution);
    if (credit !== null && credit.loanDate === null)
      return this.#sellOldestLoans(instrument.symbol, execution);
    return this.#sell(lines.open(instrument, credit?.loanDate), execution);
  }

  /** Shares bought into a line; one with a loan date borrows what the deposit does not pay. */
  #buy(line: Line, { price, quantity, policy }: Execution): Executed {
    const { costs, cash, lines } = this.#parts;
    const { today, instrument } = line;
    const amount = price * quantity;
    const { boughtAmount } = today;
    const commission = commissionIncrement(boughtAmount, amount, costs.commissionPpm);
    today.boughtQuantity += quantity;
    today.boughtAmount += amount;
    today.buyCommission += commission;
    // Percentages grow with the day's amount, so that many small executions tie up no more than one large one.
    const part = (percent: number) =>
      percentUp(boughtAmount + amount, percent) - percentUp(boughtAmount, percent);
    const loan = line.loanDate === null ? 0 : amount - part(loanGradeOf(instrument)?.depositRate ?? 100);
    today.lent += loan;
    lines.add(line, quantity, { cost: amount, loan });
    const own = amount + commission - loan;
    const isMargin = policy === 'by-instrument' && line.loanDate === null;
    cash.buy(own, isMargin ? part(marginRateOf(instrument)) + commission : own);
    return { commission, tax: 0, gain: -commission, holdings: [line.loanDate] };
  }

  /** Shares sold out of a line; those on a loan repay their part of it with interest. */
  #sell(line: Line, { price, quantity, date, orderNo }: Execution): Executed {
    const { costs, cash, lines } = this.#parts;
    const { today, instrument, loanDate } = line;
    assert(quantity <= line.quantity, `${instrument.symbol}: ${quantity} sold out of ${line.quantity}`);
    const { commissionPpm } = costs;
    const amount = price * quantity;
    const { cost, loan } = lines.take(line, quantity);
    const sellCommission = commissionIncrement(today.soldAmount, amount, commissionPpm);
    const tax = sellTax(amount, line.taxRates);
    const interest = loanDate === null ? 0 : loanInterest(loan, loanDate, date);
    today.soldQuantity += quantity;
    today.soldAmount += amount;
    today.sellCommission += sellCommission;
    today.tax += tax;
    today.ruralTax += sellTax(amount, { ...line.taxRates, transactionPpm: 0 });
    today.costOfSold += cost;
    const buyCommission = commissionFor(today.costOfSold, commissionPpm) - today.buyCommissionOfSold;
    today.buyCommissionOfSold += buyCommission;
    today.repaid += loan;
    today.interest += interest;
    const profit = amount - cost - buyCommission - sellCommission - tax;
    const sale = this.#sale(orderNo, instrument.symbol, loanDate);
    sale.quantity += quantity;
    sale.amount += amount;
    sale.cost += cost;
    sale.buyCommission += buyCommission;
    sale.sellCommission += sellCommission;
    sale.tax += tax;
    sale.interest += interest;
    sale.profit += profit;
    cash.sell(amount - sellCommission - tax - loan - interest);
    const gain = amount - cost - sellCommission - tax - interest;
    return { commission: sellCommission, tax, gain, holdings: [loanDate] };
  }

  /** Shares sold out of all loans on an instrument, the oldest first; what other orders will sell of a loan is left. */
  #sellOldestLoans(symbol: SymbolCode, execution: Execution): Executed {
    const { quantity } = execution;
    const { lines, reservations } = this.#parts;
    let left = quantity;
    const holdings: (TradeDate | null)[] = [];
    const total = { commission: 0, tax: 0, gain: 0, holdings };
    for (const line of lines.loans(symbol)) {
      const some = Math.min(left, line.quantity - reservations.selling(sourceOf(symbol, line)));
      if (some <= 0) continue;
      const { commission, tax, gain } = this.#sell(line, { ...execution, quantity: some });
      total.commission += commission;
      total.tax += tax;
      total.gain += gain;
      holdings.push(line.loanDate);
      left -= some;
    }
    assert(left === 0, `${symbol}: ${left} shares on loans are missing`);
    return total;
  }

  #sale(orderNo: BrokerOrderNo | null, symbol: SymbolCode, loanDate: TradeDate | null): Sale {
    const key = saleKey(orderNo, loanDate);
    const known = this.#saleOf.get(key);
    // Executions without an order stand for themselves.
    if (known !== undefined && orderNo !== null) return known;
    const zero = {
      quantity: 0,
      amount: 0,
      cost: 0,
      buyCommission: 0,
      sellCommission: 0,
      tax: 0,
      interest: 0,
      profit: 0,
    };
    const sale: Sale = { orderNo, symbol, loanDate, ...zero };
    this.#sales.push(sale);
    this.#saleOf.set(key, sale);
    return sale;
  }
}

function saleKey(orderNo: BrokerOrderNo | null, loanDate: TradeDate | null): string {
  return loanDate === null ? (orderNo ?? '') : `${orderNo ?? ''}@${loanDate}`;
}
