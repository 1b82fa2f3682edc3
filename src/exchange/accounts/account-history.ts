// The past of one account: its days as they closed, and the journal of everything that moved its cash. The journal books a
// trade on the day it settles, so its last balance is the settled cash (kt00015 against kt00001).

import { assert } from '#domain/assert.ts';
import type { TradeDate, Won } from '#domain/units.ts';
import type { DayTotalsView, JournalEntry, JournalTrade } from '../contract.ts';
import { type AccountDay, type ClosedLine, newDayTotals } from './account-day.ts';
import type { AccountOpening } from './account-terms.ts';

/** A JSON value that holds an account's past. */
export interface SavedHistory {
  readonly days: readonly AccountDay[];
  readonly journal: readonly JournalEntry[];
}

/** Trades settle two trading days on (krx-rules 4.3). */
const SETTLING_DAYS = 2;

export class AccountHistory {
  readonly #days: AccountDay[];
  readonly #journal: JournalEntry[];

  readonly #keepsAll: boolean;

  /** Without `keepsAll` only what is still to settle is kept: two days, and no journal. */
  constructor({ days, journal }: SavedHistory, keepsAll = true) {
    this.#days = [...days];
    this.#journal = [...journal];
    this.#keepsAll = keepsAll;
  }

  /** Closed days, oldest first. */
  get days(): readonly AccountDay[] {
    return this.#days;
  }

  day(date: TradeDate): AccountDay | undefined {
    return this.#days.findLast((day) => day.date === date);
  }

  /** The last closed day before a date. */
  before(date: TradeDate): AccountDay | undefined {
    return this.#days.findLast((day) => day.date < date);
  }

  /** Entries of the days from `from` through `to`. */
  entries(from: TradeDate, to: TradeDate): JournalEntry[] {
    return this.#journal.filter(({ date }) => date >= from && date <= to);
  }

  enter(entry: Omit<JournalEntry, 'number'>): void {
    if (this.#keepsAll) this.#journal.push({ ...entry, number: this.#journal.length + 1 });
  }

  close(day: AccountDay): void {
    this.#days.push(day);
    if (!this.#keepsAll && this.#days.length > SETTLING_DAYS) this.#days.shift();
  }

  /** Books the trades of two trading days ago, which settle on `date`. Cash was `before` and is `after`. */
  settle(date: TradeDate, before: Won, after: Won): void {
    let balance = before;
    const book = (kind: 'buy' | 'sell', amount: Won, trade: JournalTrade): void => {
      balance += amount;
      this.enter({ date, kind, amount, balance, trade });
    };
    const day = this.#days.at(-2);
    if (day !== undefined) {
      for (const row of day.totals) {
        if (row.boughtQuantity > 0)
          book('buy', -paidFor(row), journalTrade('buy', row, day.date, day.close.lines));
        if (row.soldQuantity > 0)
          book('sell', receivedFor(row), journalTrade('sell', row, day.date, day.close.lines));
      }
    }
    assert(balance === after, `the trades settled on ${date} make ${balance} won, but cash is ${after}`);
  }

  save(): SavedHistory {
    return { days: [...this.#days], journal: [...this.#journal] };
  }
}

/** The journal of an account that has just been opened: its cash and its shares came in. */
export function openingPast({ cash, tradeDate, holdings = [] }: AccountOpening): SavedHistory {
  const journal: JournalEntry[] = [];
  const enter = (entry: Omit<JournalEntry, 'number' | 'date' | 'balance'>): void => {
    journal.push({ ...entry, number: journal.length + 1, date: tradeDate, balance: cash });
  };
  if (cash !== 0) enter({ kind: 'deposit', amount: cash, trade: null });
  for (const { instrument, quantity, cost } of holdings) {
    const { symbol } = instrument;
    const row = { ...newDayTotals(symbol), boughtQuantity: quantity, boughtAmount: cost };
    const line = { instrument, loanDate: null, quantity, cost, loan: 0 };
    const trade = journalTrade('buy', row, tradeDate, [line]);
    enter({ kind: 'shares-in', amount: 0, trade });
  }
  return { days: [], journal };
}

/** Won of its own that a row's buys cost the account. */
export function paidFor(row: DayTotalsView): Won {
  return row.boughtAmount + row.buyCommission - row.lent;
}

/** Won that a row's sales bring the account. */
export function receivedFor(row: DayTotalsView): Won {
  return row.soldAmount - row.sellCommission - row.tax - row.repaid - row.interest;
}

function journalTrade(
  side: 'buy' | 'sell',
  row: DayTotalsView,
  tradeDate: TradeDate,
  held: readonly ClosedLine[],
): JournalTrade {
  const lines = held.filter(({ instrument }) => instrument.symbol === row.symbol);
  const isBuy = side === 'buy';
  return {
    tradeDate,
    symbol: row.symbol,
    onCredit: row.onCredit,
    quantity: isBuy ? row.boughtQuantity : row.soldQuantity,
    amount: isBuy ? row.boughtAmount : row.soldAmount,
    commission: isBuy ? row.buyCommission : row.sellCommission,
    tax: isBuy ? 0 : row.tax,
    ruralTax: isBuy ? 0 : row.ruralTax,
    lent: isBuy ? row.lent : 0,
    repaid: isBuy ? 0 : row.repaid,
    interest: isBuy ? 0 : row.interest,
    held: lines.reduce((sum, { quantity }) => sum + quantity, 0),
  };
}
