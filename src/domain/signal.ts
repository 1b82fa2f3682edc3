// What a strategy says: not an order but a target, with its reason. Saying it twice, or missing one, converges.

import type { Price, StrategyName, SymbolCode, Won } from './units.ts';

/** How much of an instrument a strategy wants to hold. Shares are exact; won and weight are turned into whole shares. */
export type Target =
  | { readonly unit: 'shares'; readonly shares: number }
  | { readonly unit: 'won'; readonly amount: Won }
  /** Share of the strategy's allocated capital, 0 to 1. */
  | { readonly unit: 'weight'; readonly weight: number };

/** How an order names its price. KRX trade types are the adapter's business. */
export type OrderPricing =
  | { readonly type: 'limit'; readonly price: Price }
  | { readonly type: 'market' }
  /** Best opposite quote at receipt (최유리): fills one level, the rest stays there. */
  | { readonly type: 'best-counter' }
  /** Best own-side quote at receipt (최우선): joins that queue. */
  | { readonly type: 'best-own' };

export type TimeInForce = 'day' | 'ioc' | 'fok';

/** A strategy's wish. `pricing` says how to get there; without it the strategy's configured pricing is used. */
export interface Signal {
  readonly symbol: SymbolCode;
  readonly target: Target;
  readonly reason: string;
  readonly pricing?: OrderPricing;
  readonly timeInForce?: TimeInForce;
}

/** A signal with the name of the strategy that gave it. */
export interface AttributedSignal {
  readonly strategy: StrategyName;
  readonly signal: Signal;
}
