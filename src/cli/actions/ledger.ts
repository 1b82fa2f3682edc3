// Reads the ledger of a configuration, while an engine may be writing it.

import { existsSync } from 'node:fs';
import { exportLedger } from '#adapters/sqlite/ledger-export.ts';
import { openSqliteLedger, type SqliteLedger } from '#adapters/sqlite/sqlite-ledger.ts';
import { type CliContext, EXIT, type ExitCode } from '#app/cli-context.ts';
import { loadDataPaths } from '#app/config/config.ts';
import { messages } from '#app/messages.ts';
import { InputError } from '../input-error.ts';
import { formatCount } from '../numbers.ts';

const CHUNK_CHARACTERS = 65_536;

/** Follows the chain of digests. Exit code 5 when a record breaks it. */
export async function verifyLedger(context: CliContext, config: string): Promise<ExitCode> {
  const { cli } = messages(context.lang);
  using ledger = await openLedgerOf(config);
  const broken = ledger.verify();
  const { records, digest } = ledger.tip();
  if (context.json) {
    context.stdout.write(`${JSON.stringify({ records, digest, broken })}\n`);
  } else if (broken === null) {
    context.stdout.write(`${cli.ledgerWhole(formatCount(records), digest)}\n`);
  } else {
    context.stderr.write(`${cli.ledgerBroken(formatCount(broken.seq), broken.problem)}\n`);
  }
  return broken === null ? EXIT.ok : EXIT.storage;
}

/** Prints every record as one line of canonical JSON. */
export async function exportLedgerText(context: CliContext, config: string): Promise<ExitCode> {
  using ledger = await openLedgerOf(config);
  let chunk = '';
  exportLedger(ledger, (line) => {
    chunk += line;
    if (chunk.length < CHUNK_CHARACTERS) return;
    context.stdout.write(chunk);
    chunk = '';
  });
  context.stdout.write(chunk);
  return EXIT.ok;
}

async function openLedgerOf(config: string): Promise<SqliteLedger> {
  const { ledger } = await loadDataPaths(config);
  if (!existsSync(ledger)) throw new InputError((words) => words.noLedger(ledger));
  return openSqliteLedger(ledger, { readOnly: true });
}
