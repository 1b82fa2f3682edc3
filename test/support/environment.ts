// The environment of programs that tests start: nothing of whoever runs the tests reaches them, neither keys nor language.

import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What a program needs to start, and `more`. Compiled code is kept for the run: many tests start the same program, and
 * compiling is most of a start.
 */
export function environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { PATH = '' } = process.env;
  return { PATH, NODE_COMPILE_CACHE: join(tmpdir(), 'compiled'), ...more };
}
