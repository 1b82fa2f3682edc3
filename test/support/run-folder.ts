// One folder for everything that a run of the tests puts into the system's temporary folder, gone when the run ends, however
// its tests ended.

import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

/** What systems call the variable that names their temporary folder. */
const NAMES = ['TMPDIR', 'TEMP', 'TMP'];

/** Runs before the processes of the tests start: they inherit the environment. */
export function setup(): void {
  const folder = mkdtempSync(join(tmpdir(), 'hwangso-test-'));
  for (const name of NAMES) process.env[name] = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
