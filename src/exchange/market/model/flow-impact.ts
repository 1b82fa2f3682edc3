// How far orders of accounts move the fair price of the model, beyond the levels they eat. The rule: half the day's volatility
// times the square root of the account's share of a day's volume (the square-root law found in many markets). Two
// thirds of the shares fade from memory within minutes, one third stays for the day, and a round trip leaves nothing.

import { MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, Quantity } from '#domain/units.ts';

const STRENGTH = 0.5;
const PERSISTENT_SHARE = 1 / 3;
/** After this long a fading share is down to a third or so (1/e). */
const FADE_MS = 10 * MINUTE_MS;

export class FlowImpact {
  readonly #volatility: number;
  readonly #dailyVolume: Quantity;
  /** Shares bought less shares sold by accounts today. */
  #net: Quantity = 0;
  /** Of those, what the market has not forgotten, as of `#fadingAt`. */
  #fading = 0;
  #fadingAt: EpochMs = 0;

  constructor(volatility: number, dailyVolume: Quantity) {
    this.#volatility = volatility;
    this.#dailyVolume = dailyVolume;
  }

  /** Counts a trade of an account: positive when it bought. */
  count(quantity: Quantity, at: EpochMs): void {
    this.#fading = this.#fadingShares(at) + quantity;
    this.#fadingAt = at;
    this.#net += quantity;
  }

  /** What to add to the logarithm of the price. */
  at(at: EpochMs): number {
    if (this.#fadingAt === 0) return 0;
    const shares = PERSISTENT_SHARE * this.#net + (1 - PERSISTENT_SHARE) * this.#fadingShares(at);
    return Math.sign(shares) * STRENGTH * this.#volatility * Math.sqrt(Math.abs(shares) / this.#dailyVolume);
  }

  #fadingShares(at: EpochMs): number {
    return this.#fading * Math.exp((this.#fadingAt - at) / FADE_MS);
  }
}
