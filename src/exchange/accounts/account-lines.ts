// What an account holds, line by line: shares held with cash, and shares of each loan apart. A line keeps what its shares
// cost and what is still owed on them.

import { assert } from '#domain/assert.ts';
import { type CostSchedule, type SellTaxRates, sellTaxRatesUnder } from '#domain/costs.ts';
import type { Instrument } from '#domain/instrument.ts';
import { mulDiv, type Quantity, type SymbolCode, type TradeDate, type Won } from '#domain/units.ts';
import type { CreditTerms } from '../contract.ts';
import { type ClosedLine, type DayTotals, isTraded, newDayTotals } from './account-day.ts';
import type { SavedLine } from './account-terms.ts';
import type { Reservations } from './margin/reservations.ts';

/** Shares of one instrument that were paid for the same way. */
export interface Line {
  readonly instrument: Instrument;
  /** Trade date of the loan; null for shares held with cash. */
  readonly loanDate: TradeDate | null;
  quantity: Quantity;
  /** Won paid for the shares held, commission apart. */
  cost: Won;
  /** Won owed on them. */
  loan: Won;
  taxRates: SellTaxRates;
  /** The day's trading it counts to: all loans on an instrument share one. */
  today: DayTotals;
}

/** What a number of shares had cost, and the part of the loan they carry, won. */
export interface Share {
  readonly cost: Won;
  readonly loan: Won;
}

/** The name of the holding that an order's shares come from: cash, one loan, or all loans (null date). */
export function sourceOf(symbol: SymbolCode, credit: CreditTerms | null): string {
  return credit === null ? symbol : `${symbol}@${credit.loanDate ?? ''}`;
}

/** The terms an order on a line's shares has; null for shares held with cash. */
export function creditOf(loanDate: TradeDate | null): CreditTerms | null {
  return loanDate === null ? null : { loanDate };
}

/** Shares of a holding, as `sourceOf` names it, that working orders do not sell already. */
export function sellableShares(
  lines: AccountLines,
  reservations: Pick<Reservations, 'selling'>,
  symbol: SymbolCode,
  credit: CreditTerms | null,
): Quantity {
  const free = (line: Line) =>
    line.quantity - reservations.selling(sourceOf(symbol, creditOf(line.loanDate)));
  if (credit === null) {
    const line = lines.find(symbol);
    return line === undefined ? 0 : free(line);
  }
  const loans = lines.loans(symbol);
  // Orders on all loans together have not said yet which of them they will sell.
  const all =
    loans.reduce((sum, line) => sum + free(line), 0) - reservations.selling(sourceOf(symbol, ALL_LOANS));
  if (credit.loanDate === null) return all;
  const asked = loans.find(({ loanDate }) => loanDate === credit.loanDate);
  return Math.min(asked === undefined ? 0 : free(asked), all);
}

const ALL_LOANS: CreditTerms = { loanDate: null };

export class AccountLines {
  readonly #costs: CostSchedule;
  readonly #bySource = new Map<string, Line>();
  #date: TradeDate;
  /** The picture of the lines, until one changes. */
  #picture: readonly ClosedLine[] | null = null;

  constructor(costs: CostSchedule, date: TradeDate) {
    this.#costs = costs;
    this.#date = date;
  }

  /** All lines, those sold out today included. */
  get all(): IterableIterator<Line> {
    return this.#bySource.values();
  }

  /** True when some shares are on a loan. */
  get hasLoans(): boolean {
    return this.picture().some(({ loanDate }) => loanDate !== null);
  }

  find(symbol: SymbolCode, loanDate: TradeDate | null = null): Line | undefined {
    return this.#bySource.get(sourceOf(symbol, creditOf(loanDate)));
  }

  /** The line, made when it is not there. */
  open(instrument: Instrument, loanDate: TradeDate | null = null): Line {
    const { symbol } = instrument;
    const known = this.find(symbol, loanDate);
    if (known !== undefined) return known;
    const sibling = loanDate === null ? undefined : this.loans(symbol)[0];
    const line: Line = {
      instrument,
      loanDate,
      quantity: 0,
      cost: 0,
      loan: 0,
      taxRates: sellTaxRatesUnder(this.#costs, instrument, this.#date),
      today: sibling?.today ?? newDayTotals(symbol, loanDate !== null),
    };
    this.#bySource.set(sourceOf(symbol, creditOf(loanDate)), line);
    return line;
  }

  /** Lines of an instrument on loans, oldest first. */
  loans(symbol: SymbolCode): Line[] {
    const lines = [...this.#bySource.values()].filter(
      (line) => line.loanDate !== null && line.instrument.symbol === symbol,
    );
    return lines.sort((a, b) => ((a.loanDate ?? '') < (b.loanDate ?? '') ? -1 : 1));
  }

  add(line: Line, quantity: Quantity, { cost, loan }: Share): void {
    line.quantity += quantity;
    line.cost += cost;
    line.loan += loan;
    this.#picture = null;
  }

  /** Takes sold shares out of a line; the last share takes what rounding left of cost and loan. */
  take(line: Line, quantity: Quantity): Share {
    const isAll = quantity === line.quantity;
    const cost = isAll ? line.cost : mulDiv(line.cost, quantity, line.quantity);
    const loan = isAll ? line.loan : mulDiv(line.loan, quantity, line.quantity);
    line.quantity -= quantity;
    line.cost -= cost;
    line.loan -= loan;
    this.#picture = null;
    return { cost, loan };
  }

  /** The day's trading, one row for each instrument and way to pay. */
  totals(): DayTotals[] {
    return [...new Set([...this.#bySource.values()].map(({ today }) => today))].filter(isTraded);
  }

  /** Lines with shares, as they are now. The same list is handed out as long as nothing changes. */
  picture(): readonly ClosedLine[] {
    this.#picture ??= [...this.#bySource.values()]
      .filter(({ quantity }) => quantity > 0)
      .map(({ instrument, loanDate, quantity, cost, loan }) => ({
        instrument,
        loanDate,
        quantity,
        cost,
        loan,
      }));
    return this.#picture;
  }

  /** What all shares had cost less what is owed on them, won. A line that was sold out keeps nothing of either. */
  get netCost(): Won {
    let sum = 0;
    for (const { instrument, quantity, cost, loan } of this.#bySource.values()) {
      assert(quantity > 0 || (cost === 0 && loan === 0), `${instrument.symbol}: ${cost} won without shares`);
      sum += cost - loan;
    }
    return sum;
  }

  save(): SavedLine[] {
    return [...this.all].map(({ instrument, loanDate, quantity, cost, loan }) => ({
      instrument,
      loanDate,
      quantity,
      cost,
      loan,
    }));
  }

  /** Goes on with the day's trading that was saved. */
  resume(today: readonly DayTotals[]): void {
    for (const row of today) {
      const mine = [...this.all].filter(
        ({ instrument, loanDate }) =>
          instrument.symbol === row.symbol && (loanDate !== null) === row.onCredit,
      );
      const shared = { ...row };
      for (const line of mine) line.today = shared;
    }
  }

  /** Begins the next day: lines without shares are forgotten. */
  startDay(date: TradeDate): void {
    this.#date = date;
    const fresh = new Map<DayTotals, DayTotals>();
    for (const [source, line] of this.#bySource) {
      if (line.quantity === 0) {
        this.#bySource.delete(source);
        continue;
      }
      line.taxRates = sellTaxRatesUnder(this.#costs, line.instrument, date);
      if (isTraded(line.today)) line.today = freshFor(fresh, line.today);
    }
  }
}

/** Loans on one instrument go on sharing one row. */
function freshFor(fresh: Map<DayTotals, DayTotals>, old: DayTotals): DayTotals {
  const made = fresh.get(old) ?? newDayTotals(old.symbol, old.onCredit);
  fresh.set(old, made);
  return made;
}
