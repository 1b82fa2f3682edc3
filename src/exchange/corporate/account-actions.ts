// What corporate actions do to one account. Old shares become new ones in the morning of a split; who holds shares in the morning
// they trade without a right has a claim, which is met on its own day. Cost stays with the shares; a fraction of a share is paid
// in cash. Every won that comes in besides is returned as gain, so that the account's audit holds.

import {
  mulDiv,
  type Price,
  type Quantity,
  type SymbolCode,
  type TradeDate,
  type Won,
} from '#domain/units.ts';
import type { AccountCash } from '../accounts/account-cash.ts';
import type { AccountHistory } from '../accounts/account-history.ts';
import type { AccountLines, Line } from '../accounts/account-lines.ts';
import type { JournalEntry, JournalTrade } from '../contract.ts';
import { ACTION_TRAITS, isFewer } from './corporate-action.ts';
import type {
  Claim,
  CorporateMorning,
  DueAction,
  SavedActions,
  SharesExchanged,
} from './corporate-morning.ts';
import { dividendTax } from './dividend-tax.ts';

/** What actions change. */
export interface ActionParts {
  readonly cash: AccountCash;
  readonly lines: AccountLines;
  readonly history: AccountHistory;
}

const CLAIM_ENTRIES = {
  'bonus-issue': 'bonus-shares',
  'stock-dividend': 'dividend-shares',
  distribution: 'distribution',
  'cash-dividend': 'dividend',
} as const satisfies Record<Claim['kind'], JournalEntry['kind']>;

export class AccountActions {
  readonly #parts: ActionParts;
  /** In the order they arose. */
  #claims: readonly Claim[];
  #exchanged: readonly SharesExchanged[];
  /** What is left of shares being exchanged, until it is paid the same morning. */
  #fractions: readonly About[] = [];

  constructor(parts: ActionParts, { claims = [], exchanged = [] }: SavedActions) {
    this.#parts = parts;
    this.#claims = claims;
    this.#exchanged = exchanged;
  }

  /** What was exchanged this morning, whether the account held it or not. */
  get exchanged(): readonly SharesExchanged[] {
    return this.#exchanged;
  }

  save(): SavedActions {
    return {
      ...(this.#claims.length === 0 ? {} : { claims: this.#claims }),
      ...(this.#exchanged.length === 0 ? {} : { exchanged: this.#exchanged }),
    };
  }

  /** Exchanges shares and writes down who has a claim, before anything settles. Returns what the account gains, won. */
  begin({ date, begun, baseOf }: CorporateMorning): Won {
    this.#exchanged = [];
    let gain = 0;
    for (const due of begun) {
      if (ACTION_TRAITS[due.action.kind].converts) gain += this.#exchange(due, date, baseOf);
      else this.#claim(due);
    }
    return gain;
  }

  /** Pays fractions and meets the claims that are due, after the day before has settled. Returns what the account gains, won. */
  meet({ date, baseOf }: CorporateMorning): Won {
    let gain = 0;
    for (const one of this.#fractions) {
      const paid = one.amount - (one.repaid ?? 0);
      this.#parts.cash.move(paid);
      this.#enter(date, 'fraction', paid, one);
      gain += paid;
    }
    this.#fractions = [];
    const due = this.#claims.filter(({ dueOn }) => dueOn <= date);
    if (due.length === 0) return gain;
    this.#claims = this.#claims.filter(({ dueOn }) => dueOn > date);
    return due.reduce((sum, claim) => sum + this.#meet(claim, date, baseOf), gain);
  }

  /**
   * Each line by itself: shares on a loan are the security of that loan. The fraction of a share that is left is paid at once
   * and at the base price (our decision: companies pay it some days later, at the first close).
   */
  #exchange({ instrument, action }: DueAction, date: TradeDate, baseOf: PriceOfBase): Won {
    const { ratio } = action;
    if (ratio === null) return 0;
    const { symbol } = instrument;
    const lines = this.#linesOf(symbol);
    this.#exchanged = [...this.#exchanged, { symbol, ...ratio }];
    return lines.reduce((gain, line) => gain + this.#exchangeLine(line, ratio, date, baseOf(symbol)), 0);
  }

  #exchangeLine(
    line: Line,
    { before, after }: { readonly before: Quantity; readonly after: Quantity },
    date: TradeDate,
    base: Price,
  ): Won {
    const { lines } = this.#parts;
    const { quantity: old, cost, loan, instrument, loanDate } = line;
    const { symbol } = instrument;
    const onCredit = loanDate !== null;
    const made = old * after;
    const quantity = mulDiv(old, after, before);
    const rest = made - quantity * before;
    const costOfRest = quantity === 0 ? cost : mulDiv(cost, rest, made);
    // Nothing is left to be the security of a loan of less than one share: it is repaid, its interest let go (our decision).
    const repaid = quantity === 0 ? loan : 0;
    this.#enter(date, 'exchanged-out', 0, { symbol, onCredit, quantity: old, amount: cost });
    lines.add(line, quantity - old, { cost: -costOfRest, loan: -repaid });
    this.#enter(date, 'exchanged-in', 0, { symbol, onCredit, quantity, amount: cost - costOfRest });
    const amount = mulDiv(rest, base, before);
    if (amount !== 0 || repaid !== 0)
      this.#fractions = [...this.#fractions, { symbol, onCredit, quantity: 0, amount, repaid }];
    return repaid - costOfRest;
  }

  /**
   * Shares held this morning have the right, on whatever they were paid with: trades of all days before count. The right to buy new
   * shares lapses: no order of the API subscribes, and certificates of it (신주인수권증서) are not traded here (our decision).
   */
  #claim({ instrument, action }: DueAction): void {
    const { kind, on, deliveredOn: dueOn, ratio, perShare } = action;
    if (kind === 'split' || isFewer(kind) || kind === 'rights-issue') return;
    const quantity = this.#held(instrument.symbol);
    if (quantity > 0)
      this.#claims = [...this.#claims, { kind, instrument, quantity, on, dueOn, ratio, perShare }];
  }

  #meet(claim: Claim, date: TradeDate, baseOf: PriceOfBase): Won {
    const { kind, instrument, quantity, ratio, perShare } = claim;
    const { symbol } = instrument;
    let gain = 0;
    if (ratio !== null) gain += this.#deliver(claim, ratio, date, baseOf(symbol));
    if (perShare !== null) {
      const amount = quantity * perShare;
      const incomeTax = dividendTax(amount);
      this.#parts.cash.move(amount - incomeTax);
      this.#enter(date, CLAIM_ENTRIES[kind], amount - incomeTax, { symbol, quantity, amount, incomeTax });
      gain += amount - incomeTax;
    }
    return gain;
  }

  /** New shares cost nothing and are held with cash, whatever the old ones were bought with (our decision). */
  #deliver(
    { kind, instrument, quantity: held }: Claim,
    { before, after }: { readonly before: Quantity; readonly after: Quantity },
    date: TradeDate,
    base: Price,
  ): Won {
    const { cash, lines } = this.#parts;
    const { symbol } = instrument;
    const made = held * (after - before);
    const quantity = mulDiv(held, after - before, before);
    if (quantity > 0) {
      lines.add(lines.open(instrument), quantity, { cost: 0, loan: 0 });
      this.#enter(date, CLAIM_ENTRIES[kind], 0, { symbol, quantity, amount: 0 });
    }
    const paid = mulDiv(made - quantity * before, base, before);
    if (paid > 0) {
      cash.move(paid);
      this.#enter(date, 'fraction', paid, { symbol, quantity: 0, amount: paid });
    }
    return paid;
  }

  #enter(date: TradeDate, kind: JournalEntry['kind'], amount: Won, about: About): void {
    const { cash, history } = this.#parts;
    const trade = { ...NO_TRADE, tradeDate: date, ...about, held: this.#held(about.symbol) };
    history.enter({ date, kind, amount, balance: cash.today, trade });
  }

  #held(symbol: SymbolCode): Quantity {
    return this.#linesOf(symbol).reduce((sum, { quantity }) => sum + quantity, 0);
  }

  #linesOf(symbol: SymbolCode): Line[] {
    return [...this.#parts.lines.all].filter(
      ({ instrument, quantity }) => instrument.symbol === symbol && quantity > 0,
    );
  }
}

type PriceOfBase = CorporateMorning['baseOf'];

/** What an entry says of its shares, where it is not what most say. */
type About = Pick<JournalTrade, 'symbol' | 'quantity' | 'amount'> & Partial<JournalTrade>;

const NO_TRADE = {
  onCredit: false,
  commission: 0,
  tax: 0,
  ruralTax: 0,
  lent: 0,
  repaid: 0,
  interest: 0,
} as const;
