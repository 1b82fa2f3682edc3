// One folder for everything that a run of the tests puts into the system's temporary folder, gone when the run ends, however
// its tests ended. Compiled code is kept there too: many tests start the same program, and compiling is most of a start.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What systems call the variable that names their temporary folder. */
const NAMES = ['TMPDIR', 'TEMP', 'TMP'];

let folder: string;

/** Runs before the processes of the tests start: they inherit the environment. */
export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), 'hwangso-test-'));
  for (const name of NAMES) process.env[name] = folder;
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled');
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
