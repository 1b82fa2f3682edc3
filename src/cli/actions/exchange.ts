// The exchange's commands: makes paths absolute, fills in what was left out, and hands over.

import { resolve } from 'node:path';
import { type CliContext, EXIT, type ExitCode } from '#app/cli-context.ts';
import type { ExchangeChoices } from '../commands/exchange.ts';

const TLS_FOLDER = '.hwangso/tls';

/** Opens the exchange until it is stopped. */
export async function exchange(context: CliContext, choices: ExchangeChoices): Promise<ExitCode> {
  const { runExchange } = await import('#app/exchange/exchange-command.ts');
  const { tlsNames = [], state, accounts, page, pagePort, time, hold = false } = choices;
  const tls = choices.tls ?? (tlsNames.length === 0 ? undefined : true);
  return runExchange(
    {
      seed: choices.seed,
      speed: choices.speed,
      port: choices.port,
      socketPort: choices.socketPort ?? null,
      date: choices.date ?? null,
      startAt: time,
      symbols: choices.symbols ?? null,
      charts: absolute(context, choices.charts),
      recording: absolute(context, choices.recording),
      actions: absolute(context, choices.actions),
      accounts: 'file' in accounts ? { file: resolve(context.cwd, accounts.file) } : accounts,
      cash: choices.cash,
      scenario: choices.scenario ?? null,
      tls: tls === undefined ? null : resolve(context.cwd, tls === true ? TLS_FOLDER : tls),
      tlsNames,
      pagePort: page ? pagePort : null,
      state: absolute(context, state),
      hold,
      rate: choices.rate,
    },
    context,
  );
}

/** Shows which APIs the exchange answers. */
export async function coverage(context: CliContext): Promise<ExitCode> {
  const { coverageLines, coverageRows } = await import('#app/exchange/exchange-coverage.ts');
  context.stdout.write(
    context.json ? `${JSON.stringify(coverageRows(), null, 2)}\n` : coverageLines(context.lang),
  );
  return EXIT.ok;
}

function absolute({ cwd }: CliContext, path: string | undefined): string | null {
  return path === undefined ? null : resolve(cwd, path);
}
