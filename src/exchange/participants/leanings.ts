// Who is inclined to buy and to sell an instrument on a day. The model, all of it ours: every investor kind has its share of the
// instrument's crowd and a leaning of the day, to one side and away from the other; foreigners and institutions follow the
// price of the day, individuals go against it. Every member has the share of its customers, and is busier on some days in some
// names than on others: much more so with institutions and foreigners than with the many small orders of individuals.

import type { Price } from '#domain/units.ts';
import type { Random } from '../random.ts';
import { type Crowd, CUSTOMER_GROUPS } from './crowd.ts';
import { type CustomerGroup, MEMBER_FIRMS } from './member-firms.ts';

/** Steps of the day's move, from `-STEPS` to `STEPS`; the first two are reached at these parts of the base price. */
export const STEPS = 2;
const FIRST_STEP = 0.003;
const SECOND_STEP = 0.012;
/** How much a kind's share of the buyers grows with each step (its share of the sellers shrinks by as much), as a logarithm. */
const FOLLOWS: Readonly<Record<CustomerGroup, number>> = { retail: -0.03, foreign: 0.05, institution: 0.03 };
/** Deviation of a kind's leaning on a day, of a member's on a day and side, as logarithms. */
const KIND_LEANING = 0.06;
const MEMBER_LEANING: Readonly<Record<CustomerGroup, number>> = {
  retail: 0.12,
  foreign: 0.55,
  institution: 0.5,
};

/** The leanings of one instrument, market and day. */
export class Leanings {
  readonly crowd: Crowd;
  readonly #base: Price;
  readonly #kinds: readonly number[];
  readonly #buyers: readonly number[];
  readonly #sellers: readonly number[];

  /** `base` is the day's base price, won. */
  constructor(crowd: Crowd, base: Price, random: Random) {
    this.crowd = crowd;
    this.#base = base;
    this.#kinds = crowd.shares.map(() => KIND_LEANING * random.normal());
    this.#buyers = MEMBER_FIRMS.map(() => random.normal());
    this.#sellers = MEMBER_FIRMS.map(() => random.normal());
  }

  /** How far the day has come at `price`, as a step. */
  stepAt(price: Price): number {
    const move = price / this.#base - 1;
    const size = Math.abs(move);
    if (size < FIRST_STEP) return 0;
    const step = size < SECOND_STEP ? 1 : STEPS;
    return move < 0 ? -step : step;
  }

  /** Shares of the investor kinds on a side at a step of the day, together 1. */
  kinds(isBuy: boolean, step: number): readonly number[] {
    const sign = isBuy ? 1 : -1;
    return partsOf(
      this.crowd.shares.map((share, kind) => {
        const leaning = this.#kinds[kind]! + FOLLOWS[CUSTOMER_GROUPS[kind]!] * step;
        return share * Math.exp(sign * leaning);
      }),
    );
  }

  /** Shares of the members in a group of customers on a side, together 1. */
  members(isBuy: boolean, group: CustomerGroup): readonly number[] {
    const leanings = isBuy ? this.#buyers : this.#sellers;
    const deviation = MEMBER_LEANING[group];
    return partsOf(
      MEMBER_FIRMS.map(({ weights }, member) => weights[group] * Math.exp(deviation * leanings[member]!)),
    );
  }
}

function partsOf(weights: readonly number[]): readonly number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / whole);
}
