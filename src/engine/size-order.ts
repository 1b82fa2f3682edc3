// A target into shares: how many of an instrument a strategy should hold, whole shares only, never below none (retail
// accounts cannot sell short).

import type { Signal } from '#domain/signal.ts';
import type { Price, Quantity, Won } from '#domain/units.ts';

/** Why a signal makes no sense, for the strategy's author. */
export interface BadSignal {
  readonly bad: string;
}

/** What is wrong with a signal; null when it makes sense. */
export function badSignal({ target }: Signal): BadSignal | null {
  switch (target.unit) {
    case 'shares':
      return isWhole(target.shares)
        ? null
        : { bad: `a target of ${target.shares} shares: expected a whole number, 0 or more` };
    case 'won':
      return isWhole(target.amount)
        ? null
        : { bad: `a target of ${target.amount} won: expected a whole number, 0 or more` };
    case 'weight':
      return target.weight >= 0 && target.weight <= 1
        ? null
        : { bad: `a target weight of ${target.weight}: expected 0 to 1` };
  }
}

/** Shares a sound signal asks for at `price`, with `capital` won behind weights; null while no price is known. */
export function targetShares({ target }: Signal, price: Price | null, capital: Won): Quantity | null {
  switch (target.unit) {
    case 'shares':
      return target.shares;
    case 'won':
      return sharesFor(target.amount, price);
    case 'weight':
      return sharesFor(Math.floor(capital * target.weight), price);
  }
}

function sharesFor(amount: Won, price: Price | null): Quantity | null {
  if (amount === 0) return 0;
  return price === null ? null : Math.floor(amount / price);
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
