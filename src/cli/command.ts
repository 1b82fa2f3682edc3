// How commands are declared: name, words in both languages, arguments, options, examples, and an action that loads its
// module only when it is run, so that help stays quick.

import { Argument, type Command, Option } from 'commander';
import type { CliContext, ExitCode } from '#app/cli-context.ts';
import { type Lang, messages, type Words } from '#app/messages.ts';
import type { ValueParser } from './values.ts';

export interface OptionSpec {
  /** As commander writes it: `--symbol <code>`. */
  readonly flags: string;
  readonly summary: Words;
  readonly parse?: ValueParser<unknown>;
  /** As text, so that it is shown and parsed like what a person would type. */
  readonly byDefault?: string;
  readonly isRequired?: boolean;
}

export interface CommandSpec<Arguments extends readonly unknown[], Options> {
  readonly name: string;
  /** Runs when its group is named without a command. */
  readonly isDefault?: boolean;
  readonly summary: Words;
  /** `<file>` is required, `[date]` is not, `<files...>` takes several. */
  readonly arguments?: readonly {
    readonly name: string;
    readonly summary: Words;
    readonly parse?: ValueParser<unknown>;
  }[];
  readonly options?: readonly OptionSpec[];
  readonly examples: readonly Example[];
  run(context: CliContext, given: Arguments, options: Options): Promise<ExitCode>;
}

/** A command line to copy, and what it does. */
export interface Example {
  readonly line: string;
  readonly does: Words;
}

/** What the declarations of commands need of the process. */
export interface CommandHost {
  readonly lang: Lang;
  /** Runs the chosen command and remembers its exit code. */
  execute(command: Command, run: (context: CliContext) => Promise<ExitCode>): Promise<void>;
}

/** A command that only holds others. */
export function addGroup(
  parent: Command,
  { lang }: CommandHost,
  { name, summary, examples }: { name: string; summary: Words; examples: readonly Example[] },
): Command {
  const group = parent.command(name).description(summary[lang]);
  return group.addHelpText('after', examplesText(lang, examples));
}

/** Adds a command to `parent` and returns it. `Arguments` and `Options` are what its parsers make of the text. */
export function addCommand<Arguments extends readonly unknown[], Options extends object>(
  parent: Command,
  host: CommandHost,
  spec: CommandSpec<Arguments, Options>,
): Command {
  const { lang } = host;
  const command = parent
    .command(spec.name, { isDefault: spec.isDefault === true })
    .description(spec.summary[lang]);
  for (const { name, summary, parse } of spec.arguments ?? []) {
    const argument = new Argument(name, summary[lang]);
    if (parse !== undefined) argument.argParser((text) => parse(text, lang));
    command.addArgument(argument);
  }
  for (const option of spec.options ?? []) command.addOption(optionOf(option, lang));
  command.addHelpText('after', examplesText(lang, spec.examples));
  command.action(async (...all: unknown[]) => {
    const given = all.slice(0, -2) as unknown as Arguments;
    await host.execute(command, (context) => spec.run(context, given, command.opts<Options>()));
  });
  return command;
}

function optionOf({ flags, summary, parse, byDefault, isRequired = false }: OptionSpec, lang: Lang): Option {
  const option = new Option(flags, summary[lang]).makeOptionMandatory(isRequired);
  if (parse !== undefined) option.argParser((text: string) => parse(text, lang));
  if (byDefault !== undefined)
    option.default(parse === undefined ? byDefault : parse(byDefault, lang), byDefault);
  return option;
}

function examplesText(lang: Lang, examples: readonly Example[]): string {
  const lines = examples.map(({ line, does }) => `  ${line}\n      ${does[lang]}`);
  return ['', messages(lang).cli.examples, ...lines].join('\n');
}
