// A target into shares: how many of an instrument a strategy should hold, whole shares only, never below none (retail
// accounts cannot sell short).

import type { Signal } from '#domain/signal.ts';
import type { Price, Quantity, Won } from '#domain/units.ts';

/** Why a signal makes no sense, for the strategy's author. */
export interface BadSignal {
  readonly bad: string;
}

/** Shares `signal` asks for at `price`, with `capital` won behind weights; or what is wrong with it. */
export function targetShares(signal: Signal, price: Price | null, capital: Won): Quantity | BadSignal {
  const { target } = signal;
  switch (target.unit) {
    case 'shares':
      if (!Number.isSafeInteger(target.shares) || target.shares < 0) {
        return { bad: `target of ${target.shares} shares: expected a whole number, 0 or more` };
      }
      return target.shares;
    case 'won':
      if (!Number.isSafeInteger(target.amount) || target.amount < 0) {
        return { bad: `target of ${target.amount} won: expected a whole number, 0 or more` };
      }
      return sharesFor(target.amount, price);
    case 'weight':
      if (!(target.weight >= 0 && target.weight <= 1)) {
        return { bad: `target weight ${target.weight}: expected 0 to 1` };
      }
      return sharesFor(Math.floor(capital * target.weight), price);
  }
}

function sharesFor(amount: Won, price: Price | null): Quantity | BadSignal {
  if (amount === 0) return 0;
  return price === null
    ? { bad: 'a target in won or weight before any price was seen' }
    : Math.floor(amount / price);
}
