// The seeded generator of the benchmarks.

import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export { uniformInt, xoroshiro128plus };
