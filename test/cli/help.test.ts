// Every command explains itself in both languages, with an example that is itself a valid command line.

import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { LANGS, type Lang, messages } from '#app/messages.ts';
import { buildProgram } from '#cli/program.ts';

function programIn(
  lang: Lang,
  out: (text: string) => void = () => undefined,
  chosen?: (name: string) => void,
): Command {
  const host = {
    lang,
    execute: (command: Command) => Promise.resolve(chosen?.(pathOf(command))),
  };
  return buildProgram(host, '1.2.3', { out, err: out, columns: 100 });
}

function pathOf(command: Command): string {
  return command.parent === null ? '' : `${pathOf(command.parent)} ${command.name()}`.trim();
}

function allCommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allCommands)];
}

function helpOf(lang: Lang, path: string): string {
  let text = '';
  const program = programIn(lang, (part) => {
    text += part;
  });
  const command = allCommands(program).find((candidate) => pathOf(candidate) === path)!;
  command.outputHelp();
  return text;
}

const PATHS = allCommands(programIn('en')).map(pathOf);
const LEAVES = allCommands(programIn('en'))
  .filter(({ commands }) => commands.length === 0)
  .map(pathOf);

describe.each(LANGS)('help in %s', (lang) => {
  it.each(PATHS)('of "%s" has an example and no word of the other language’s headings', (path) => {
    const help = helpOf(lang, path);
    const { cli } = messages(lang);
    const other = messages(lang === 'ko' ? 'en' : 'ko').cli;

    expect(help).toContain(cli.usage);
    expect(help.split(cli.examples)[1]).toMatch(/^\n {2}(hwangso|npm) .+\n {6}\S/);
    for (const title of [other.usage, other.options, other.arguments, other.examples]) {
      expect(help).not.toContain(title);
    }
  });

  it.each(PATHS)('of "%s" is written in that language', (path) => {
    const [, description] = helpOf(lang, path).split('\n\n');

    expect(/[가-힣]/.test(description!)).toBe(lang === 'ko');
  });
});

describe('an example', () => {
  it.each(LEAVES)('of "%s" runs that command', async (path) => {
    const examples = [...helpOf('en', path).matchAll(/^ {2}hwangso (.+)$/gm)].map(([, line]) => line!);
    expect(examples.length).toBeGreaterThan(0);

    for (const example of examples) {
      const chosen: string[] = [];
      const words = example.replace(/ > .*/, '').match(/"[^"]*"|\S+/g)!;
      await programIn('en', undefined, (name) => chosen.push(name)).parseAsync(words, { from: 'user' });
      expect(chosen).toEqual([path]);
    }
  });
});
