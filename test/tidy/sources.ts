// The files of the repository as the rule book reads them: path, text, text without comments, and what is imported.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Source {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  /** `text` with comments blanked; strings stay. Lines keep their numbers. */
  readonly code: string;
}

export interface Import {
  readonly line: number;
  /** A path of the repository such as `src/domain/units.ts`, `node:fs`, or the name of a package. */
  readonly target: string;
}

/** Not committed, or not ours. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set([
  'node_modules',
  '.git',
  '.hwangso',
  'data',
  'coverage',
]);
const TEXT = /(\.(ts|js|mjs|json|ya?ml|md|txt|csv|html|svg)|\/run|LICENSE|\.npmrc|\.gitignore)$/;
/** The packages of the import map in package.json; `#backtest` and `#test` are folders of the root. */
const MAPPED_TO_ROOT: ReadonlySet<string> = new Set(['backtest', 'test']);

/** Every text file that is committed, in a fixed order. */
export function textFiles(folder = ''): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED_FOLDERS.has(entry.name)) found.push(...textFiles(path));
    } else if (TEXT.test(`/${path}`)) found.push(path);
  }
  return found.sort();
}

/** The program: TypeScript and the scripts of our pages. */
export function sources(...folders: readonly string[]): Source[] {
  return folders
    .filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap((folder) => textFiles(folder))
    .filter((path) => /\.(ts|js)$/.test(path))
    .map((path) => sourceOf(path, readFileSync(join(ROOT, path), 'utf8')));
}

export function sourceOf(path: string, text: string): Source {
  return { path, text, code: withoutComments(text) };
}

/** Blanks comments. Strings are stepped over, so that the `//` of an address is none. */
function withoutComments(text: string): string {
  const token = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\/\*[\s\S]*?\*\/|(?<![:\\])\/\/.*/g;
  return text.replace(token, (found) => (found.startsWith('/') ? found.replace(/\S/g, ' ') : found));
}

/** `code` with the insides of strings blanked too, for rules about calls. */
export function withoutStrings(code: string): string {
  return code.replace(
    /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g,
    (found) => `'${' '.repeat(found.length - 2)}'`,
  );
}

/** All that `source` imports: statically, later, by address, or by re-export. */
export function importsOf({ path, code }: Source): Import[] {
  const statement =
    /\bfrom\s+'([^']+)'|\bimport\s+'([^']+)'|\bimport\(\s*'([^']+)'|import\.meta\.resolve\('([^']+)'|new URL\('(\.[^']+)'/g;
  return [...code.matchAll(statement)].map((match) => ({
    line: lineOf(code, match.index),
    target: resolveTarget(path, match.slice(1).find((group) => group !== undefined)!),
  }));
}

function resolveTarget(path: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(dirname(path), specifier);
  if (!specifier.startsWith('#')) return specifier.startsWith('node:') ? specifier : packageOf(specifier);
  const [room = '', ...rest] = specifier.slice(1).split('/');
  return posix.join(MAPPED_TO_ROOT.has(room) ? '' : 'src', room, ...rest);
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

export function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
