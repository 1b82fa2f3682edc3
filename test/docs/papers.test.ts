// What the documentation shows works: commands exist with these options, files and links are there, snippets of
// configuration pass the schema, and snippets of TypeScript type-check and load.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '#app/config/config.ts';
import { buildProgram } from '#cli/program.ts';
import { environment } from '#test/support/environment.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import {
  commandsOf,
  type Found,
  linksOf,
  PAGES,
  ROOT,
  readPage,
  type Snippet,
  snippetsOf,
} from './papers.ts';

/** What a fence may be marked as. `text` is output and is not run; `js` and `python` run in exchange-snippets.test.ts. */
const LANGUAGES = ['sh', 'ts', 'yaml', 'json', 'text', 'js', 'python', 'java'];
/** Files of the exchange, which exchange-snippets.test.ts reads. */
const isOfExchange = (text: string): boolean => /^(faults|accounts|actions):/m.test(text);
/** Commands that are not ours: they are not run. */
const OTHER_COMMANDS = /^(export [A-Z_]+=|npm (ci|start|test)$|npx vitest run test\/)/;
const STRATEGIES =
  "\nstrategies: [{ name: a, module: volatility-breakout, symbols: ['005930'], capital: 1000000 }]\n";

const snippets = PAGES.flatMap((page) => snippetsOf(page));
const commands = PAGES.flatMap((page) => commandsOf(page));
const scripts = (JSON.parse(readPage('package.json')) as { scripts: Record<string, string> }).scripts;

const nameOf = ({ page, line, text }: Found | Snippet): string => `${page}:${line}: ${text.split('\n')[0]}`;
const written = (language: string) =>
  snippets
    .filter((snippet) => snippet.language === language)
    .map((snippet) => [nameOf(snippet), snippet] as const);

/** The path of the command that `words` would run; throws what commander complains about. */
async function chosenBy(words: readonly string[]): Promise<string> {
  let chosen = '';
  const pathOf = (command: Command): string =>
    command.parent === null ? '' : `${pathOf(command.parent)} ${command.name()}`.trim();
  const program = buildProgram(
    {
      lang: 'en',
      execute: async (command) => {
        chosen = pathOf(command);
      },
    },
    '0.0.0',
    { out: () => undefined, err: () => undefined, columns: 100 },
  );
  await program.parseAsync([...words], { from: 'user' });
  return chosen;
}

function wordsOf(command: string): string[] {
  return (command.replace(/ > \S+$/, '').match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
}

it('marks every fence with a language', () => {
  const unknown = snippets.filter(({ language }) => !LANGUAGES.includes(language));
  expect(unknown.map(nameOf)).toEqual([]);
  expect(snippets.length).toBeGreaterThan(10);
});

describe('a command', () => {
  const ours = commands
    .filter(({ text }) => /^(npx )?hwangso\b/.test(text))
    .map((found) => [nameOf(found), found] as const);

  it('is one of ours or one we know', () => {
    const strangers = commands.filter(
      ({ text }) => !/^(npx )?hwangso\b|^npm run /.test(text) && !OTHER_COMMANDS.test(text),
    );
    expect(strangers.map(nameOf)).toEqual([]);
    expect(ours.length).toBeGreaterThan(20);
  });

  it('of npm run names a script', () => {
    const missing = commands.filter(
      ({ text }) => text.startsWith('npm run ') && !(text.split(' ')[2]! in scripts),
    );
    expect(missing.map(nameOf)).toEqual([]);
  });

  it.each(ours)('%s', async (_name, { text }) => {
    const words = wordsOf(text.replace(/^npx /, '')).slice(1);
    if (words.length === 0) return;
    if (words.includes('--help')) {
      await expect(chosenBy(words)).rejects.toMatchObject({ code: 'commander.helpDisplayed' });
      return;
    }
    // Prose names commands without their arguments (`hwangso halt`): the name must exist, and nothing else is asked.
    const isWhole = text.startsWith('npx ');
    if (isWhole) expect(await chosenBy(words)).not.toBe('');
    else
      await expect(chosenBy([...words.slice(0, 1), '--help'])).rejects.toMatchObject({
        code: 'commander.helpDisplayed',
      });
    for (const file of words.filter((word) => /^(config|examples)\//.test(word))) {
      expect(existsSync(join(ROOT, file)), `${file} does not exist`).toBe(true);
    }
  });

  it('of the cheap kind runs', { timeout: 120_000 }, () => {
    for (const command of [
      'strategies',
      'config check config/mock.yaml',
      'config check config/example.yaml',
      '--help',
    ]) {
      expect(
        commands.some(({ text }) => text === `npx hwangso ${command}`),
        command,
      ).toBe(true);
      const { status, stdout } = spawnSync(process.execPath, ['src/cli/main.ts', ...command.split(' ')], {
        cwd: ROOT,
        env: environment(),
        encoding: 'utf8',
      });
      expect([command, status, stdout.length > 50]).toEqual([command, 0, true]);
    }
  });
});

describe('a link', () => {
  it.each(PAGES)('of %s leads to a file', (page) => {
    const dead = linksOf(page).filter(({ text }) => !existsSync(join(ROOT, dirname(page), text)));
    expect(dead.map(nameOf)).toEqual([]);
  });
});

describe('a snippet of configuration', () => {
  it.each(written('yaml').filter(([, { text }]) => !isOfExchange(text)))('%s', async (_name, { text }) => {
    const whole = /^strategies:/m.test(text) ? text : text + STRATEGIES;
    await expect(parseConfig(whole, join(ROOT, 'config', 'snippet.yaml'))).resolves.toMatchObject({
      account: expect.any(String),
    });
  });

  it('that is wrong does not pass', async () => {
    await expect(
      parseConfig(`brokre: {}${STRATEGIES}`, join(ROOT, 'config', 'snippet.yaml')),
    ).rejects.toThrow();
  });
});

it('JSON parses', () => {
  for (const [, { text }] of written('json')) expect(() => JSON.parse(text)).not.toThrow();
});

describe('snippets of TypeScript', () => {
  // Inside the repository, so that the package finds itself by name; in a folder that is never committed.
  mkdirSync(join(ROOT, '.hwangso'), { recursive: true });
  const folder = temporaryFolder(afterAll, join(ROOT, '.hwangso'));
  beforeAll(() => {
    for (const [index, [, { text }]] of written('ts').entries()) {
      writeFileSync(join(folder, `snippet-${index}.ts`), text);
    }
    writeFileSync(join(folder, 'tsconfig.json'), '{ "extends": "../../tsconfig.json", "include": ["."] }');
  });

  it('type-check', { timeout: 120_000 }, () => {
    const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, '']);
  });

  it.each(written('ts').map(([name], index) => [name, index] as const))('load: %s', (_name, index) => {
    const address = pathToFileURL(join(folder, `snippet-${index}.ts`)).href;
    const probe = `const { strategy } = await import(${JSON.stringify(address)}); process.stdout.write(strategy.name);`;
    expect(
      execFileSync(process.execPath, ['--input-type=module', '-e', probe], {
        env: environment(),
        encoding: 'utf8',
      }),
    ).not.toBe('');
  });
});

describe('the tests of this file see', () => {
  it('a command, an option and a link that do not exist', async () => {
    await expect(chosenBy(['rnu', 'config/mock.yaml'])).rejects.toMatchObject({
      code: 'commander.unknownCommand',
    });
    await expect(chosenBy(['run', 'config/mock.yaml', '--fast'])).rejects.toMatchObject({
      code: 'commander.unknownOption',
    });
    expect(commandsOf('x.md', 'a\n```sh\nnpm ci && npm start  # go\n```\n').map(({ text }) => text)).toEqual([
      'npm ci',
      'npm start',
    ]);
    expect(linksOf('x.md', 'see [a](b.md) and [c](https://d.e)')).toEqual([
      { page: 'x.md', line: 1, text: 'b.md' },
    ]);
  });
});
