// The order in which test files begin. Those that start processes take longest and mostly wait: begun last, one of them
// would keep everybody waiting with nothing left to do meanwhile.

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Parts of paths, the longest first; everything else follows in vitest's own order. */
const LONG = [
  'e2e/rough-morning',
  'e2e/demo',
  'e2e/kill',
  'test/e2e/',
  'test/browser/',
  'test/simulation/',
  'test/cli/',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONG.findIndex((part) => moduleId.includes(part));
  return rank === -1 ? LONG.length : rank;
}
