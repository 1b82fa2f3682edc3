// Cash of one account by the day it settles. A trade settles two trading days later, so at any moment two days of trades
// are on their way (krx-rules 4.3).

import type { Won } from '#domain/units.ts';
import type { Supposed } from '../contract.ts';

/** Amounts in won of one trade date's trades: buys with their commission, sells after commission, tax and repaid loans. */
interface Unsettled {
  bought: Won;
  sold: Won;
  /** What the buys tie up until they settle: all of `bought`, or less where margin is. */
  margin: Won;
}

/** A JSON value that holds all of an account's cash. */
export interface SavedCash {
  readonly today: Won;
  readonly d1: Readonly<Unsettled>;
  readonly d2: Readonly<Unsettled>;
}

/** Cash in won by settlement day, and what makes the difference. */
export interface CashBalance {
  readonly today: Won;
  readonly d1: Won;
  readonly d2: Won;
  readonly d1Buy: Won;
  readonly d1Sell: Won;
  readonly d2Buy: Won;
  readonly d2Sell: Won;
}

/** Cash of an account that has not traded. */
export function settledCash(today: Won): SavedCash {
  const none = { bought: 0, sold: 0, margin: 0 };
  return { today, d1: none, d2: none };
}

export class AccountCash {
  /** Settled, won. */
  #today: Won;
  /** Trades of the day before settle tomorrow, those of today the day after. */
  #d1: Unsettled;
  #d2: Unsettled;

  constructor({ today, d1, d2 }: SavedCash) {
    this.#today = today;
    this.#d1 = { ...d1 };
    this.#d2 = { ...d2 };
  }

  /** Cash in won once everything traded so far has settled. */
  get settled(): Won {
    return this.#today + this.#d1.sold - this.#d1.bought + this.#d2.sold - this.#d2.bought;
  }

  /** Won that buys not yet settled tie up. */
  get margin(): Won {
    return this.#d1.margin + this.#d2.margin;
  }

  /** Settled cash, won; below 0 it is owed. */
  get today(): Won {
    return this.#today;
  }

  buy(amount: Won, margin: Won): void {
    this.#d2.bought += amount;
    this.#d2.margin += margin;
  }

  sell(amount: Won): void {
    this.#d2.sold += amount;
  }

  /** Cash that comes in at once, or leaves when negative. */
  move(amount: Won): void {
    this.#today += amount;
  }

  /** One trading day passes: what was due tomorrow is in. */
  nextDay(): void {
    this.#today += this.#d1.sold - this.#d1.bought;
    this.#d1 = this.#d2;
    this.#d2 = { bought: 0, sold: 0, margin: 0 };
  }

  /** As it is, or as it would be with won that are paid in, and proceeds of a sale today. */
  balance({ paid, sold }: Supposed = { paid: 0, sold: 0 }): CashBalance {
    return {
      today: this.#today + paid,
      d1: this.#today + paid + this.#d1.sold - this.#d1.bought,
      d2: this.settled + paid + sold,
      d1Buy: this.#d1.bought,
      d1Sell: this.#d1.sold,
      d2Buy: this.#d2.bought,
      d2Sell: this.#d2.sold + sold,
    };
  }

  save(): SavedCash {
    return { today: this.#today, d1: { ...this.#d1 }, d2: { ...this.#d2 } };
  }
}
