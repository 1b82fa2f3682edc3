// Folders of tests: the only way to make one, so that none is left behind.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Takes what is to be done in the end: `onTestFinished`, `afterAll`, or a test's own. */
type InTheEnd = (remove: () => void) => unknown;

/**
 * Makes an empty folder and returns its path. It goes when the test ends; a file or a group of tests that shares one says
 * `temporaryFolder(afterAll)`. `parent` is where it stands, if not in the system's temporary folder.
 */
export function temporaryFolder(inTheEnd: InTheEnd = onTestFinished, parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, 'hwangso-'));
  // A process that was killed may have been writing a moment ago.
  inTheEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
