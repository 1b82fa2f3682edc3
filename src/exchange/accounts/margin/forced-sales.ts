// Which shares the broker sells of an account by itself (반대매매, krx-rules 5.1): all of a loan past its term; of the oldest loans
// as much as brings their security back to 140 %; and for cash left unpaid as much as pays it even at the lower limit. Where
// krx-rules is silent (which shares first, how many for loans) the rules are this house's own.

import { type CostSchedule, commissionIncrement, sellTax, sellTaxRatesUnder } from '#domain/costs.ts';
import type { Instrument } from '#domain/instrument.ts';
import { priceLimits } from '#domain/price-limit.ts';
import {
  mulDiv,
  type Price,
  type Quantity,
  type SymbolCode,
  type TradeDate,
  type Won,
} from '#domain/units.ts';
import type { ForcedReason } from '../../contract.ts';
import type { ClosedLine } from '../account-day.ts';
import type { PriceOf } from '../account-terms.ts';
import { loanDueOn, loanInterest, securityShortage } from './credit-terms.ts';

/** A number of shares out of one holding. */
export interface ForcedSale {
  readonly instrument: Instrument;
  /** Trade date of the loan they are on; null for shares held with cash. */
  readonly loanDate: TradeDate | null;
  readonly quantity: Quantity;
  readonly reason: ForcedReason;
}

/** An account on the morning of `date`, as far as it owes something. */
export interface Debts {
  readonly date: TradeDate;
  /** Holdings that may be sold today. */
  readonly lines: readonly ClosedLine[];
  /** Cash once everything has settled, won. */
  readonly cash: Won;
  /** True when the deadline has passed by which security was to be brought. */
  readonly isCalled: boolean;
  /** Won left unpaid past its day, less what sales will bring anyway. */
  readonly overdue: Won;
  /** Instruments whose buys were left unpaid: they are sold first. */
  readonly unpaidBuys: ReadonlySet<SymbolCode>;
  readonly prices: PriceOf;
  readonly costs: CostSchedule;
}

/** A holding and what is left of it while sales are being chosen. */
interface Stake {
  readonly line: ClosedLine;
  quantity: Quantity;
}

/** The sales of a morning, in the order they go out. */
export function forcedSales(debts: Debts): ForcedSale[] {
  const stakes = debts.lines.map((line) => ({ line, quantity: line.quantity }));
  const loans = stakes.filter(({ line }) => line.loanDate !== null).sort(byLoanDate);
  const cash = stakes.filter(({ line }) => line.loanDate === null).sort(bySymbol);
  const sales: ForcedSale[] = [];
  const sell = (stake: Stake, quantity: Quantity, reason: ForcedReason): void => {
    stake.quantity -= quantity;
    const { instrument, loanDate } = stake.line;
    sales.push({ instrument, loanDate, quantity, reason });
  };
  for (const stake of loans) {
    const { loanDate } = stake.line;
    if (loanDate !== null && loanDueOn(loanDate) < debts.date) sell(stake, stake.quantity, 'loan-due');
  }
  if (debts.isCalled) restoreSecurity(debts, loans, sell);
  const isUnpaid = ({ line }: Stake) => debts.unpaidBuys.has(line.instrument.symbol);
  const order = [...cash.filter(isUnpaid), ...cash.filter((one) => !isUnpaid(one)), ...loans];
  payOverdue(debts, order, sell);
  return sales;
}

type Sell = (stake: Stake, quantity: Quantity, reason: ForcedReason) => void;

/** Sells of the oldest loans first, counted at the last close, until there is security enough for what is left. */
function restoreSecurity(debts: Debts, loans: readonly Stake[], sell: Sell): void {
  const proceeds = new Proceeds(debts, (line) => lastOf(debts, line));
  const gone = loans.map(({ line, quantity }) => proceeds.take(line, line.quantity - quantity));
  let owed = sum(loans, ({ line }) => line.loan) - sum(gone, ({ repaid }) => repaid);
  let shares = sum(loans, ({ line, quantity }) => quantity * lastOf(debts, line));
  let cash = debts.cash + sum(gone, ({ kept }) => kept);
  for (const stake of loans) {
    const { line, quantity } = stake;
    const price = lastOf(debts, line);
    const shortageAfter = (sold: Quantity) => {
      const { repaid, kept } = proceeds.of(line, sold);
      return securityShortage(owed - repaid, shares - sold * price + Math.max(0, cash + kept));
    };
    if (shortageAfter(0) === 0) return;
    if (quantity === 0) continue;
    const sold = fewest(quantity, (some) => shortageAfter(some) === 0);
    const { repaid, kept } = proceeds.take(line, sold);
    owed -= repaid;
    cash += kept;
    shares -= sold * price;
    sell(stake, sold, 'security');
  }
}

/** Sells in the order given, counted at the lower limit, until what is overdue is paid. */
function payOverdue(debts: Debts, stakes: readonly Stake[], sell: Sell): void {
  const proceeds = new Proceeds(debts, (line) => lowerLimitOf(debts, line));
  // What is sold for other reasons pays as well.
  const paid = stakes.map(({ line, quantity }) => proceeds.take(line, line.quantity - quantity));
  let left = debts.overdue - sum(paid, ({ kept }) => Math.max(0, kept));
  for (const stake of stakes) {
    const { line, quantity } = stake;
    if (left <= 0) return;
    if (quantity === 0 || proceeds.of(line, quantity).kept <= 0) continue;
    const sold = fewest(quantity, (some) => proceeds.of(line, some).kept >= left);
    left -= proceeds.take(line, sold).kept;
    sell(stake, sold, 'unpaid');
  }
}

/** What a sale repays of its loan, and what the account keeps of it after costs and interest; won. */
interface Part {
  readonly repaid: Won;
  readonly kept: Won;
}

/** What sales of one morning bring at given prices, one after the other: the day's commission on a symbol is cut once. */
class Proceeds {
  readonly #debts: Debts;
  readonly #priceOf: (line: ClosedLine) => Price;
  /** Won of the sales so far, by symbol. */
  readonly #sold = new Map<SymbolCode, Won>();

  constructor(debts: Debts, priceOf: (line: ClosedLine) => Price) {
    this.#debts = debts;
    this.#priceOf = priceOf;
  }

  /** Of so many shares, if they were sold next. */
  of(line: ClosedLine, quantity: Quantity): Part {
    const { costs, date } = this.#debts;
    const { instrument, loanDate, loan, quantity: held } = line;
    const amount = quantity * this.#priceOf(line);
    const repaid = mulDiv(loan, quantity, held);
    const interest = loanDate === null ? 0 : loanInterest(repaid, loanDate, date);
    const commission = commissionIncrement(this.#before(line), amount, costs.commissionPpm);
    const tax = sellTax(amount, sellTaxRatesUnder(costs, instrument, date));
    return { repaid, kept: amount - commission - tax - repaid - interest };
  }

  /** The same, and they are sold. */
  take(line: ClosedLine, quantity: Quantity): Part {
    const part = this.of(line, quantity);
    this.#sold.set(line.instrument.symbol, this.#before(line) + quantity * this.#priceOf(line));
    return part;
  }

  #before({ instrument }: ClosedLine): Won {
    return this.#sold.get(instrument.symbol) ?? 0;
  }
}

/** The fewest shares that are enough; all of them when even those are not. More shares are never less enough. */
function fewest(most: Quantity, isEnough: (quantity: Quantity) => boolean): Quantity {
  let low = 1;
  let high = most;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function lastOf({ prices }: Debts, { instrument }: ClosedLine): Price {
  return prices(instrument.symbol).last;
}

function lowerLimitOf({ prices, date }: Debts, { instrument }: ClosedLine): Price {
  return priceLimits(instrument, prices(instrument.symbol).previousClose, date).lowerLimit;
}

function byLoanDate(a: Stake, b: Stake): number {
  return (a.line.loanDate ?? '') < (b.line.loanDate ?? '') ? -1 : 1;
}

function bySymbol(a: Stake, b: Stake): number {
  return a.line.instrument.symbol < b.line.instrument.symbol ? -1 : 1;
}

function sum<T>(rows: readonly T[], amount: (row: T) => number): number {
  return rows.reduce((total, row) => total + amount(row), 0);
}
