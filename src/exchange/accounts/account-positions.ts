// What an account holds on one of its days, valued: the rows of kt00018, kt00005 and ka10085 today, and those of ka01690,
// kt00002 and kt00016 for days gone by. Both come from the same picture of the lines.

import { type CostSchedule, sellTaxRatesUnder } from '#domain/costs.ts';
import type { Quantity, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type {
  AccountDayView,
  DayTotalsView,
  HoldingState,
  HoldingView,
  JournalEntry,
  PositionView,
  Realised,
  SaleView,
} from '../contract.ts';
import { type AccountDay, type ClosedLine, profitOf } from './account-day.ts';
import type { Line } from './account-lines.ts';
import type { PriceOf } from './account-terms.ts';
import { holdingValue } from './holding-value.ts';
import { loanDueOn, loanInterest } from './margin/credit-terms.ts';
import { substitutePriceOf } from './margin/margin-rates.ts';

/** A day with the one before it and what its lines are valued with. */
export interface Valuation {
  readonly day: AccountDay;
  /** Null on the first day of the account. */
  readonly before: AccountDay | null;
  readonly costs: CostSchedule;
  readonly prices: PriceOf;
  /** Shares of a line that may be sold; all of them on a day gone by. */
  readonly sellable: (line: ClosedLine) => Quantity;
}

/** The lines of a day by instrument, cash before loans, older loans first. */
export function positionsOf(valuation: Valuation): PositionView[] {
  const { day, before } = valuation;
  const lines = day.close.lines.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const today = trafficOf(day);
  const yesterday = before === null ? NO_TRAFFIC : trafficOf(before);
  return lines.map((line) => positionOf(line, valuation, today(line), yesterday(line)));
}

/** Cash and credit of an instrument as one holding. */
export function holdingsOf(positions: readonly PositionView[]): HoldingView[] {
  const merged: HoldingView[] = [];
  for (const position of positions) {
    const last = merged.at(-1);
    if (last?.symbol === position.symbol) merged[merged.length - 1] = sumOf(last, position);
    else merged.push(holdingOf(position));
  }
  return merged;
}

/** What a holding of the running day is told by; it may have been sold out. */
export interface HeldToday {
  readonly line: Pick<Line, 'loanDate' | 'quantity' | 'cost' | 'loan' | 'today'>;
  readonly date: TradeDate;
  readonly sellable: Quantity;
  /** Today's sales out of all holdings. */
  readonly sales: readonly SaleView[];
  /** The instrument's trading today for cash and on credit; undefined where there is no such holding. */
  readonly cash: DayTotalsView | undefined;
  readonly credit: DayTotalsView | undefined;
}

export function holdingState({ line, date, sellable, sales, cash, credit }: HeldToday): HoldingState {
  const { loanDate, quantity, cost, loan, today } = line;
  const isCash = loanDate === null;
  // A loan is bought into on its own date only; what is sold of one stands in its sales.
  const bought = isCash || loanDate === date ? today.boughtQuantity : 0;
  const sold = isCash
    ? today.soldQuantity
    : sales
        .filter((sale) => sale.symbol === today.symbol && sale.loanDate === loanDate)
        .reduce((sum, sale) => sum + sale.quantity, 0);
  return {
    loanDate,
    loanDue: isCash ? null : loanDueOn(loanDate),
    quantity,
    sellable,
    cost,
    loan,
    loanInterest: isCash ? 0 : loanInterest(loan, loanDate, date),
    netBought: bought - sold,
    realisedForCash: realisedBy(cash),
    realisedOnCredit: realisedBy(credit),
  };
}

function realisedBy(row: DayTotalsView | undefined): Realised {
  return row === undefined ? { profit: 0, cost: 0 } : { profit: profitOf(row), cost: row.costOfSold };
}

/** A day as everybody else sees it. `entries` are the journal's of that day. */
export function dayView(valuation: Valuation, entries: readonly JournalEntry[]): AccountDayView {
  const { day } = valuation;
  const { lines, cash } = day.close;
  const unsettled = unsettledBuys([...day.totals, ...(valuation.before?.totals ?? [])]);
  const paid = (kind: JournalEntry['kind']) =>
    entries.filter((entry) => entry.kind === kind).reduce((sum, { amount }) => sum + amount, 0);
  return {
    date: day.date,
    cash: { today: cash.today, d1: cash.d1, d2: cash.d2 },
    substitutes: lines.reduce((sum, line) => sum + substituteOf(line, unsettled, valuation.prices), 0),
    loans: lines.reduce((sum, { loan }) => sum + loan, 0),
    positions: positionsOf(valuation),
    totals: day.totals,
    sales: day.sales,
    deposits: paid('deposit'),
    withdrawals: -paid('withdrawal'),
    sharesIn: entries
      .filter(({ kind }) => kind === 'shares-in')
      .reduce((sum, { trade }) => sum + (trade?.amount ?? 0), 0),
  };
}

/** Shares bought with cash that have not settled, by instrument. `recent` is the trading of the last two days. */
export function unsettledBuys(recent: readonly DayTotalsView[]): ReadonlyMap<SymbolCode, Quantity> {
  const bought = new Map<SymbolCode, Quantity>();
  for (const { symbol, onCredit, boughtQuantity } of recent) {
    if (!onCredit) bought.set(symbol, (bought.get(symbol) ?? 0) + boughtQuantity);
  }
  return bought;
}

/**
 * Won a line counts for as margin: shares held with cash that are paid for, so that nothing is bought on the strength of
 * what was just bought. Shares on a loan are its security already.
 */
export function substituteOf(
  { instrument, loanDate, quantity }: ClosedLine,
  unsettled: ReadonlyMap<SymbolCode, Quantity>,
  prices: PriceOf,
): Won {
  if (loanDate !== null) return 0;
  const shares = Math.max(0, quantity - (unsettled.get(instrument.symbol) ?? 0));
  const { previousClose, instrument: today = instrument } = prices(instrument.symbol);
  return shares * substitutePriceOf(today, previousClose);
}

function positionOf(
  line: ClosedLine,
  { day, costs, prices, sellable }: Valuation,
  today: Traffic,
  yesterday: Traffic,
): PositionView {
  const { instrument, loanDate, quantity, cost, loan } = line;
  const { last, previousClose } = prices(instrument.symbol);
  const taxRates = sellTaxRatesUnder(costs, instrument, day.date);
  return {
    symbol: instrument.symbol,
    name: instrument.name,
    quantity,
    sellable: sellable(line),
    cost,
    price: last,
    previousClose,
    boughtToday: today.bought,
    soldToday: today.sold,
    ...holdingValue(cost, quantity * last, costs.commissionPpm, taxRates),
    loanDate,
    loanDue: loanDate === null ? null : loanDueOn(loanDate),
    loan,
    loanInterest: loanDate === null ? 0 : loanInterest(loan, loanDate, day.date),
    boughtYesterday: yesterday.bought,
    soldYesterday: yesterday.sold,
    settled: quantity - today.bought + today.sold - yesterday.bought + yesterday.sold,
  };
}

/** Shares a line took in and gave out on a day. */
interface Traffic {
  readonly bought: Quantity;
  readonly sold: Quantity;
}

const NOTHING_TRADED: Traffic = { bought: 0, sold: 0 };
const NO_TRAFFIC = () => NOTHING_TRADED;

/** What each line traded on a day: loans are bought into on their own day only, and their sales are told apart one by one. */
function trafficOf({ date, totals, sales }: AccountDay): (line: ClosedLine) => Traffic {
  const cash = new Map<string, DayTotalsView>();
  const credit = new Map<string, DayTotalsView>();
  for (const row of totals) (row.onCredit ? credit : cash).set(row.symbol, row);
  return ({ instrument: { symbol }, loanDate }) => {
    const row = (loanDate === null ? cash : credit).get(symbol);
    if (row === undefined) return NOTHING_TRADED;
    if (loanDate === null) return { bought: row.boughtQuantity, sold: row.soldQuantity };
    const sold = sales
      .filter((sale) => sale.symbol === symbol && sale.loanDate === loanDate)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    return { bought: loanDate === date ? row.boughtQuantity : 0, sold };
  };
}

function keyOf({ instrument, loanDate }: ClosedLine): string {
  return `${instrument.symbol} ${loanDate ?? ''}`;
}

function holdingOf(position: PositionView): HoldingView {
  const {
    loanDate,
    loanDue,
    loan,
    loanInterest: interest,
    boughtYesterday,
    soldYesterday,
    settled,
    ...holding
  } = position;
  return holding;
}

function sumOf(a: HoldingView, b: HoldingView): HoldingView {
  return {
    ...a,
    quantity: a.quantity + b.quantity,
    sellable: a.sellable + b.sellable,
    cost: a.cost + b.cost,
    value: a.value + b.value,
    profit: a.profit + b.profit,
    buyCommission: a.buyCommission + b.buyCommission,
    sellCommission: a.sellCommission + b.sellCommission,
    tax: a.tax + b.tax,
    boughtToday: a.boughtToday + b.boughtToday,
    soldToday: a.soldToday + b.soldToday,
  };
}
