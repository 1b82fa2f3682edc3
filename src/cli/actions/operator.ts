// Leaves a command in the ledger's mailbox and looks for a moment whether a running engine takes it.

import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isCommandTaken, postCommand } from '#adapters/sqlite/operator-mailbox.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { type CliContext, EXIT, type ExitCode } from '#app/cli-context.ts';
import { loadDataPaths } from '#app/config/config.ts';
import { messages } from '#app/messages.ts';
import { InputError } from '../input-error.ts';

/** A running engine looks into its mailbox several times a second. */
const PATIENCE_MS = 3_000;
const LOOK_EVERY_MS = 100;

/** Posts `type` to the engine of the configuration. Ends well also when no engine runs: the next one reads it. */
export async function tellEngine(
  context: CliContext,
  config: string,
  type: 'halt' | 'resume' | 'explain',
  reason: string | undefined,
): Promise<ExitCode> {
  const { cli } = messages(context.lang);
  const { ledger } = await loadDataPaths(config);
  if (!existsSync(ledger)) throw new InputError((words) => words.noLedger(ledger));
  const defaults = { halt: cli.haltReason, resume: cli.resumeReason, explain: '' };
  const id = postCommand(ledger, { type, at: systemClock().now(), reason: reason ?? defaults[type] });
  const isTaken = await waitUntilTaken(ledger, id);
  if (context.json) context.stdout.write(`${JSON.stringify({ command: type, id, taken: isTaken })}\n`);
  else context.stdout.write(`${isTaken ? cli.taken(cli[type]) : cli.notTaken(cli[type])}\n`);
  return EXIT.ok;
}

async function waitUntilTaken(ledger: string, id: number): Promise<boolean> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
    if (isCommandTaken(ledger, id)) return true;
    await sleep(LOOK_EVERY_MS);
  }
  return isCommandTaken(ledger, id);
}
