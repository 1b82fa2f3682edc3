// The entry of the command line: runs the chosen command and turns whatever happens into an exit code. Expected errors
// are told in one message; only a mistake of ours, or --debug, shows a stack trace.

import { readFileSync } from 'node:fs';
import { type Command, CommanderError } from 'commander';
import { type CliContext, EXIT, type ExitCode, type Output } from '#app/cli-context.ts';
import { chooseLang, type Lang, messages } from '#app/messages.ts';
import { confirm } from './confirm.ts';
import { errorText, exitCodeOf, isExpectedError } from './exit-codes.ts';
import { interruptSignalOf } from './interrupt.ts';
import { buildProgram, type GlobalOptions } from './program.ts';
import { startProgress } from './progress.ts';
import { usageErrorText } from './usage-error.ts';

const NO_TERMINAL_COLUMNS = 80;
const HELP_COLUMNS_MAX = 110;

/** Runs the command line `words` (without the names of node and script). Never rejects; returns the exit code. */
export async function main(words: readonly string[]): Promise<ExitCode> {
  endWithTheReader();
  const lang = chooseLang(langAskedFor(words), process.env);
  const debug = words.includes('--debug');
  let exitCode: ExitCode = EXIT.ok;
  const program = buildProgram(
    {
      lang,
      async execute(command, run) {
        exitCode = await run(contextOf(command, lang));
      },
    },
    versionOfPackage(),
    {
      out: (text) => void process.stdout.write(text),
      err: (text) => void process.stderr.write(text),
      columns: Math.min(process.stdout.columns ?? NO_TERMINAL_COLUMNS, HELP_COLUMNS_MAX),
    },
  );
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    return error instanceof CommanderError
      ? endOfUsage(error, called(program, words), lang)
      : endOfError(error, lang, debug);
  }
}

/** Commander's own endings: help and version are fine, anything else is a wrong command line. */
function endOfUsage({ code, exitCode, message }: CommanderError, command: string, lang: Lang): ExitCode {
  if (exitCode === 0) return EXIT.ok;
  if (code === 'commander.help') return EXIT.usage;
  const { error, helpHint } = messages(lang).cli;
  process.stderr.write(`${error}: ${usageErrorText(code, message, lang)}\n${helpHint(command)}\n`);
  return EXIT.usage;
}

/** The command that the words lead to, as one calls it: its help is what explains a mistake in them. */
function called(program: Command, words: readonly string[]): string {
  const names = [program.name()];
  let command = program;
  for (const word of words) {
    const next = command.commands.find((one) => one.name() === word);
    if (next === undefined) continue;
    names.push(word);
    command = next;
  }
  return names.join(' ');
}

function endOfError(error: unknown, lang: Lang, debug: boolean): ExitCode {
  const { cli } = messages(lang);
  const exitCode = exitCodeOf(error);
  const text = errorText(error, lang);
  if (exitCode === EXIT.interrupted) process.stderr.write(`${cli.interrupted}\n`);
  else if (isExpectedError(error)) process.stderr.write(`${cli.error}: ${text}\n`);
  else process.stderr.write(`${cli.unexpected(text)}\n`);
  if (debug && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return exitCode;
}

/** Whoever reads us may stop reading (`hwangso ledger export … | head`): that is no error. */
function endWithTheReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(EXIT.ok);
    });
  }
}

/** The language has to be known before the program is built, since its help is in it. */
function langAskedFor(words: readonly string[]): string | null {
  const index = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (index === -1) return null;
  return words[index]!.split('=')[1] ?? words[index + 1] ?? null;
}

const interruptSignal = interruptSignalOf(process);

function contextOf(command: Command, lang: Lang): CliContext {
  const { json = false, debug = false, color } = command.optsWithGlobals<GlobalOptions>();
  return {
    lang,
    json,
    debug,
    color: color && wantsColor(process.env, process.stdout.isTTY),
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    env: process.env,
    cwd: process.cwd(),
    confirm: (question) => confirm(question, process.stdin, process.stderr),
    progress: (label, total) => startProgress(process.stderr, () => Date.now(), label, total),
    interruptSignal,
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns ?? NO_TERMINAL_COLUMNS;
    },
  };
}

/** https://no-color.org, and its opposite. */
function wantsColor(env: NodeJS.ProcessEnv, isTerminal: boolean | undefined): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  if ((env['FORCE_COLOR'] ?? '') !== '') return env['FORCE_COLOR'] !== '0';
  return isTerminal === true && env['TERM'] !== 'dumb';
}

function versionOfPackage(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2));
}
