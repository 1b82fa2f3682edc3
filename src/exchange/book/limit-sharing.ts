// Who gets how much when an opening, or a reopening after a halt, comes to the daily limit (krx-rules 7.2): too many want the same
// price, and whoever was quicker by a millisecond shall not have it all. The older table of six steps is not modelled.

import type { Quantity } from '#domain/units.ts';

/** Shares everybody gets in the first round. */
const FIRST_ROUND = 100;

/**
 * Shares of `volume` for orders of these sizes, in the order of the sizes. By size, the largest first (the earlier one of
 * equals): a hundred shares each, then half of what each lacks, then the rest. `volume` is not more than all sizes together.
 */
export function shareAtLimit(sizes: readonly Quantity[], volume: Quantity): Quantity[] {
  const bySize = [...sizes.keys()].sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const shares = sizes.map(() => 0);
  let left = volume;
  const round = (wanted: (lacking: Quantity) => Quantity) => {
    for (const index of bySize) {
      const lacking = sizes[index]! - shares[index]!;
      const given = Math.min(wanted(lacking), lacking, left);
      shares[index] = shares[index]! + given;
      left -= given;
    }
  };
  round(() => FIRST_ROUND);
  round((lacking) => Math.ceil(lacking / 2));
  round((lacking) => lacking);
  return shares;
}
