// The documentation as data: fenced snippets, commands, links and tables, each with its page and line.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Every page of documentation. */
export const PAGES: readonly string[] = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  'config/README.md',
];

export interface Snippet {
  readonly page: string;
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

/** Something a reader may type or follow. */
export interface Found {
  readonly page: string;
  readonly line: number;
  readonly text: string;
}

export function readPage(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

/** The fenced snippets of a page. */
export function snippetsOf(page: string, text: string = readPage(page)): Snippet[] {
  return [...text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(({ 1: language, 2: body, index }) => ({
    page,
    line: lineOf(text, index) + 1,
    language: language!,
    text: body!,
  }));
}

/** The command lines of shell snippets, and of inline code that begins with a command of ours. */
export function commandsOf(page: string, text: string = readPage(page)): Found[] {
  const fenced = snippetsOf(page, text)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ line, text: body }) =>
      body.split('\n').map((command, index) => ({ page, line: line + index, text: command })),
    );
  const inline = [
    ...text.matchAll(/`((?:npx hwangso|hwangso|npm run|npm start|npm test|npm ci)(?: [^`]*)?)`/g),
  ].map(({ 1: command, index }) => ({
    page,
    line: lineOf(text, index),
    text: command!.replaceAll('\n', ' '),
  }));
  return [...fenced, ...inline]
    .flatMap((found) =>
      found.text
        .replace(/(^|\s)#.*$/, '')
        .split('&&')
        .map((part) => ({ ...found, text: part.trim() })),
    )
    .filter((found) => found.text !== '');
}

/** Links to files of the repository. */
export function linksOf(page: string, text: string = readPage(page)): Found[] {
  return [...text.matchAll(/\]\(([^)#]+)\)/g)]
    .filter(({ 1: target }) => !/^[a-z]+:/.test(target!))
    .map(({ 1: target, index }) => ({ page, line: lineOf(text, index), text: target! }));
}

/** First three cells of the rows whose first cell is code: key, what it takes, default. */
export function keyRows(page: string): { readonly key: string; readonly byDefault: string }[] {
  return [...readPage(page).matchAll(/^\| `([\w.[\]]+)` \| [^|]+ \| ([^|]+) \|/gm)].map(
    ([, key, byDefault]) => ({
      key: key!,
      byDefault: byDefault!.trim(),
    }),
  );
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
