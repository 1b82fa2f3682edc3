// A folder of its own for each test that needs ledger files.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The path of a ledger that does not exist yet; its folder goes when the test ends. */
export function newLedgerPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hwangso-ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'ledger.sqlite');
}
