// A folder of its own for each test that needs ledger files.

import { join } from 'node:path';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** The path of a ledger that does not exist yet; its folder goes when the test ends. */
export function newLedgerPath(): string {
  return join(temporaryFolder(), 'ledger.sqlite');
}
