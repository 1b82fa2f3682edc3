// The money side of an account: which margin rule counts, what may be ordered and withdrawn, what leaving something unpaid or a
// loan without security brings. It owns no shares; it looks at the lines for loans and for what counts as a substitute.

import type { CostSchedule } from '#domain/costs.ts';
import { addDays } from '#domain/time.ts';
import type { SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type {
  FundsView,
  JournalEntry,
  MarginPolicy,
  Rejection,
  RejectionCode,
  Supposed,
} from '../contract.ts';
import type { AccountActions } from '../corporate/account-actions.ts';
import { tradedInNewShares } from '../corporate/corporate-morning.ts';
import type { AccountCash } from './account-cash.ts';
import type { AccountHistory } from './account-history.ts';
import type { AccountLines } from './account-lines.ts';
import { substituteOf, unsettledBuys } from './account-positions.ts';
import type { MoneyState, OpeningOrder, PriceOf } from './account-terms.ts';
import { LOAN_LIMIT_WON, lateFee, loanInterest } from './margin/credit-terms.ts';
import { type ForcedSale, forcedSales } from './margin/forced-sales.ts';
import { fundsOf, tiedFor } from './margin/margin-power.ts';
import { loanGradeOf, marginRateOf } from './margin/margin-rates.ts';
import type { Reservations, Tied } from './margin/reservations.ts';

/** Calendar days of full margin after something was left unpaid (미수동결, krx-rules 5.1). */
const FREEZE_DAYS = 30;

const NOTHING_SUPPOSED: Supposed = { paid: 0, sold: 0 };

/** A buy is due two trading days on and overdue on the third (krx-rules 5.1). */
const UNPAID_AFTER_DAYS = 3;

/** What the money side looks at. */
export interface MoneyParts {
  readonly costs: CostSchedule;
  readonly cash: AccountCash;
  readonly lines: AccountLines;
  readonly history: AccountHistory;
  readonly reservations: Reservations;
  readonly actions: Pick<AccountActions, 'exchanged'>;
}

export class AccountMoney {
  readonly #parts: MoneyParts;
  #margin: MarginPolicy;
  #frozenThrough: TradeDate | null;
  #shortSince: TradeDate | null;
  #date: TradeDate;
  #prices: PriceOf = () => ({ last: 0, previousClose: 0 });

  constructor(parts: MoneyParts, { margin, frozenThrough, shortSince }: MoneyState, date: TradeDate) {
    this.#parts = parts;
    this.#margin = margin;
    this.#frozenThrough = frozenThrough;
    this.#shortSince = shortSince;
    this.#date = date;
  }

  get state(): MoneyState {
    return { margin: this.#margin, frozenThrough: this.#frozenThrough, shortSince: this.#shortSince };
  }

  /** The rule that counts today. */
  get policy(): MarginPolicy {
    const isFrozen = this.#frozenThrough !== null && this.#date <= this.#frozenThrough;
    return isFrozen ? 'full' : this.#margin;
  }

  choose(policy: MarginPolicy): void {
    this.#margin = policy;
  }

  /** Where prices come from that holdings count at as substitutes. */
  valueBy(prices: PriceOf): void {
    this.#prices = prices;
  }

  /**
   * Settles what is due on `date`, after the day before was closed. Returns what was charged for cash left unpaid that day, won.
   * What is due may be paid until its day is over; cash below 0 at the close freezes the account.
   */
  startDay(date: TradeDate): Won {
    const { cash, history, lines } = this.#parts;
    const closed = this.#date;
    const isShort = lines.hasLoans && this.funds().securityShortage > 0;
    this.#shortSince = isShort ? (this.#shortSince ?? closed) : null;
    const left = cash.today;
    const fee = left < 0 ? lateFee(-left, closed, date) : 0;
    if (left < 0) this.#frozenThrough = addDays(closed, FREEZE_DAYS);
    this.#date = date;
    cash.nextDay();
    history.settle(date, left, cash.today);
    if (fee > 0) this.#move(-fee, 'late-fee');
    return fee;
  }

  /**
   * What the broker sells this morning, as things stand now; `mayTrade` says of an instrument whether it can be sold. Security
   * that is lacking at a close is called; it must be there at the next close.
   */
  forcedSales(mayTrade: (symbol: SymbolCode) => boolean): ForcedSale[] {
    const { cash, costs, history, lines } = this.#parts;
    const { today, d1Sell, d2Sell } = cash.balance();
    const closed = history.days.at(-1);
    const overdue = Math.min(-(closed?.close.cash.today ?? 0), -today) - d1Sell - d2Sell;
    const isCalled = this.#shortSince !== null && closed !== undefined && this.#shortSince < closed.date;
    if (overdue <= 0 && !isCalled && !lines.hasLoans) return [];
    const unpaid = history.days.at(-UNPAID_AFTER_DAYS)?.totals ?? [];
    return forcedSales({
      date: this.#date,
      lines: lines.picture().filter(({ instrument }) => mayTrade(instrument.symbol)),
      cash: cash.settled,
      isCalled,
      overdue,
      unpaidBuys: new Set(unpaid.filter((row) => row.boughtQuantity > 0).map(({ symbol }) => symbol)),
      prices: this.#prices,
      costs,
    });
  }

  /** Cash that comes in, or leaves when negative, in won. False when so much may not leave. */
  pay(amount: Won): boolean {
    if (amount < 0 && -amount > this.funds().withdrawable) return false;
    this.#move(amount, amount < 0 ? 'withdrawal' : 'deposit');
    return true;
  }

  funds(supposed: Supposed = NOTHING_SUPPOSED): FundsView {
    const { cash, lines, history, reservations, actions } = this.#parts;
    let substitutes = 0;
    let loans = 0;
    let interest = 0;
    let sharesOnLoans = 0;
    const yesterday = tradedInNewShares(history.days.at(-1)?.totals ?? [], actions.exchanged);
    const unsettled = unsettledBuys([...lines.totals(), ...yesterday]);
    for (const line of lines.picture()) {
      loans += line.loan;
      if (line.loanDate !== null) {
        interest += loanInterest(line.loan, line.loanDate, this.#date);
        sharesOnLoans += line.quantity * this.#prices(line.instrument.symbol).last;
      }
      substitutes += substituteOf(line, unsettled, this.#prices);
    }
    return fundsOf({
      cash: cash.balance(supposed),
      margin: cash.margin,
      reserved: reservations.total,
      policy: this.policy,
      substitutes,
      loans,
      loanInterest: interest,
      sharesOnLoans,
    });
  }

  /** Why a buy cannot be paid for; null when it can. `freed` is what it replaces. */
  refusal(order: OpeningOrder, freed: Tied): Rejection | null {
    const { cash, costs, reservations } = this.#parts;
    const { instrument, quantity, reservePrice, credit = null } = order;
    const { policy } = this;
    const need = tiedFor({ instrument, price: reservePrice, credit }, quantity, policy, costs.commissionPpm);
    if (credit === null && policy === 'full') {
      const have = Math.max(0, cash.settled - reservations.own + freed.own);
      return need.own > have ? refused('insufficient-cash', have, need.own) : null;
    }
    const funds = this.funds();
    if (credit !== null) {
      const isInArrears = funds.unpaid > 0 || funds.securityShortage > 0;
      if (loanGradeOf(instrument) === null || isInArrears) return refused('credit-not-allowed');
      const owed = funds.loans + reservations.total.loan - freed.loan + need.loan;
      if (owed > LOAN_LIMIT_WON) return refused('loan-limit', LOAN_LIMIT_WON, owed);
    }
    const substitutes = credit === null && marginRateOf(instrument) < 100 ? funds.freeSubstitutes : 0;
    const { today, d1Sell, d2Sell } = funds;
    const have = Math.max(0, today + d1Sell + d2Sell - funds.tied + freed.margin) + substitutes;
    return need.margin > have ? refused('insufficient-cash', have, need.margin) : null;
  }

  #move(amount: Won, kind: JournalEntry['kind']): void {
    const { cash, history } = this.#parts;
    cash.move(amount);
    history.enter({ date: this.#date, kind, amount, balance: cash.today, trade: null });
  }
}

/** A rejection with the limit that was broken and the value that broke it, where there are such. */
export function refused(
  code: RejectionCode,
  limit: number | null = null,
  actual: number | null = null,
): Rejection {
  return { ok: false, code, limit, actual };
}
