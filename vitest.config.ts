// How the tests run: node 26 from node_modules/.bin, no globals. Files share processes, as modules here keep no state but
// what they have read; those that replace a module get one of their own.

import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

/** Replaces node:fs/promises, which files that share its process would get too. */
const REPLACES_A_MODULE = 'test/adapters/kiwoom/guide/connection.test.ts';

/** A limit for what hangs, not for what is slow: a busy machine took 130 s for what takes 5. */
const LIMIT_MS = 300_000;
const shared = {
  setupFiles: ['test/support/fast-check-seed.ts'],
  testTimeout: LIMIT_MS,
  hookTimeout: LIMIT_MS,
};

export default defineConfig({
  test: {
    globalSetup: ['test/support/run-folder.ts'],
    pool: 'forks',
    // One more than there are processors: the longest tests wait for processes of their own most of the time.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, REPLACES_A_MODULE],
          isolate: false,
        },
      },
      { test: { ...shared, name: 'alone', include: [REPLACES_A_MODULE] } },
    ],
  },
});
