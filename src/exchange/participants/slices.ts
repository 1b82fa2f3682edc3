// A side of many: an auction's shares, or a whole day's, come from dozens of participants of unlike sizes.

import type { Quantity } from '#domain/units.ts';

/** Sizes of the slices against each other, over and over: a few large orders among many small ones. Ours. */
const WEIGHTS = [8, 1, 3, 1, 2, 13, 1, 5, 1, 2, 1, 4, 1, 7, 2, 1] as const;

/** `quantity` as whole shares of at most `count` slices, none of them empty; together they are all of it. */
export function slicesOf(quantity: Quantity, count: number): readonly Quantity[] {
  const weights = Array.from({ length: count }, (_, at) => WEIGHTS[at % WEIGHTS.length]!);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const slices: Quantity[] = [];
  let weighed = 0;
  let given = 0;
  for (const weight of weights) {
    weighed += weight;
    const until = Math.floor((quantity * weighed) / whole);
    if (until > given) slices.push(until - given);
    given = until;
  }
  return slices;
}
