// The checks of the rule book: pure functions from sources to complaints. A complaint names file, line and remedy.

import {
  ARROWS,
  BANNED_CALLS,
  BANNED_WORDS,
  type BannedCall,
  ENTRY_POINTS,
  LIBRARIES,
  LINES_MAX,
  LONG_FILES,
  MACHINE_WORD_EXCEPTIONS,
  MACHINE_WORDS,
  NOT_IMPORTED,
  PURE_EXCEPTIONS,
  PURE_ROOMS,
  WIRE_NAME_EXCEPTIONS,
} from './rules.ts';
import { importsOf, lineOf, type Source, withoutStrings } from './sources.ts';

const beginsWithAny = (path: string, prefixes: readonly string[]) =>
  prefixes.some((prefix) => path.startsWith(prefix));
const isOurs = (target: string) =>
  /^(src|backtest|test|bench|examples|config|bin)\/|^package\.json$/.test(target);

/** Imports that point the wrong way. */
export function arrowComplaints(source: Source): string[] {
  const [room, mayImport] = ARROWS.find(([prefix]) => source.path.startsWith(prefix)) ?? [null, []];
  if (room === null)
    return isOurs(source.path) && !/^(test|bench|examples)\//.test(source.path)
      ? [`${source.path}: stands in no room of ARROWS (test/tidy/rules.ts); give it one`]
      : [];
  return importsOf(source)
    .filter(({ target }) => isOurs(target) && !beginsWithAny(target, [room, ...mayImport]))
    .map(
      ({ line, target }) =>
        `${source.path}:${line}: imports ${target}, but ${room} may import only ${[room, ...mayImport].join(', ')}. ` +
        'Move what both need to src/domain, or pass it in as a parameter',
    );
}

/** Libraries outside their places, and node's own modules in rooms that only compute. */
export function libraryComplaints(source: Source): string[] {
  return importsOf(source).flatMap(({ line, target }) => {
    const at = `${source.path}:${line}`;
    if (isOurs(target)) return [];
    if (target.startsWith('node:')) {
      const isAllowed =
        !beginsWithAny(source.path, PURE_ROOMS) || `${source.path} ${target}` in PURE_EXCEPTIONS;
      return isAllowed
        ? []
        : [
            `${at}: imports ${target} in a room that only computes; do it in src/adapters and pass the result in`,
          ];
    }
    const places = LIBRARIES[target];
    if (places === undefined)
      return [
        `${at}: imports ${target}, which LIBRARIES (test/tidy/rules.ts) does not know; name its place and justify it in ARCHITECTURE.md`,
      ];
    if (beginsWithAny(source.path, places)) return [];
    return [
      `${at}: imports ${target}, which belongs to ${places.join(', ') || 'nobody'}; use what those files offer`,
    ];
  });
}

/** Calls that reach outside. */
export function callComplaints(source: Source): string[] {
  const code = withoutStrings(source.code);
  return BANNED_CALLS.filter(({ escapes }) => !(source.path in escapes)).flatMap(
    ({ name, pattern, instead }) =>
      linesOf(code, pattern).map((line) => `${source.path}:${line}: ${name} is banned here: ${instead}`),
  );
}

/** Escapes that nobody needs any more: they would let the next mistake through. */
export function staleEscapes(all: readonly Source[], rules: readonly BannedCall[] = BANNED_CALLS): string[] {
  return rules.flatMap(({ name, pattern, escapes }) =>
    Object.keys(escapes)
      .filter((path) => {
        const source = all.find((candidate) => candidate.path === path);
        return source === undefined || linesOf(withoutStrings(source.code), pattern).length === 0;
      })
      .map((path) => `${path} no longer needs its escape from "${name}": take it out of test/tidy/rules.ts`),
  );
}

export function wordComplaints(source: Source): string[] {
  return BANNED_WORDS.flatMap(({ name, pattern, instead, isFineInTests = false }) => {
    if (isFineInTests && source.path.startsWith('test/')) return [];
    const inComments = /silenced|note/.test(name);
    const text = inComments ? source.text : withoutStrings(source.code);
    return linesOf(text, pattern).map((line) => `${source.path}:${line}: ${name}: ${instead}`);
  });
}

/** Kiwoom's element names outside its adapters. Comments may cite them. */
export function wireNameComplaints(source: Source, wireNames: ReadonlySet<string>): string[] {
  if (source.path.startsWith('src/adapters/kiwoom') || source.path in WIRE_NAME_EXCEPTIONS) return [];
  return [...source.code.matchAll(/\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b/g)]
    .filter(([word]) => wireNames.has(word))
    .map(
      ({ 0: word, index }) =>
        `${source.path}:${lineOf(source.code, index)}: ${word} is Kiwoom's word: say it in ours (docs/glossary.md) and translate in src/adapters/kiwoom`,
    );
}

export function shapeComplaints({ path, text }: Source): string[] {
  const complaints: string[] = [];
  const lines = text.split('\n').length - 1;
  const most = path.startsWith('test/') ? LINES_MAX.test : LINES_MAX.program;
  const isLongForAReason = Object.keys(LONG_FILES).some((prefix) => path.startsWith(prefix));
  if (lines > most && !isLongForAReason)
    complaints.push(`${path}: ${lines} lines, at most ${most}: split it by what its parts know`);
  if (!path.startsWith('test/') && !/^(#!.*\n)?(\/\/ |\/\*\*)\S/.test(text))
    complaints.push(`${path}:1: begin with a comment: what this file is, and its invariant or reason`);
  return complaints;
}

/** Files that nothing of the program reaches. */
export function orphanComplaints(all: readonly Source[]): string[] {
  const reached = new Set(all.flatMap((source) => importsOf(source).map(({ target }) => target)));
  return all
    .filter(({ path }) => !reached.has(path) && !(path in ENTRY_POINTS))
    .map(
      ({ path }) => `${path}: nothing imports it: delete it, or name it an entry point in test/tidy/rules.ts`,
    );
}

/** Errors that cannot explain themselves in Korean and English. A broken invariant is ours to read, in English. */
export function errorComplaints({ path, text }: Source): string[] {
  return [...text.matchAll(/^(?:export )?class (\w+) extends Error\b[^\n]*\n([\s\S]*?)^}/gm)]
    .filter(([, name, body]) => name !== 'InvariantError' && !SPEAKS_BOTH.test(body ?? ''))
    .map(
      ([, name]) =>
        `${path}: ${name} speaks one language: give it \`readonly text: Words\`, or let it describe itself in both`,
    );
}

const SPEAKS_BOTH = /readonly text: Words;|\bdescribe\(lang: /;

/** Packages that package.json asks for and nobody uses. `@types/x` is used when x is. */
export function unusedDependencies(names: readonly string[], all: readonly Source[]): string[] {
  const used = new Set(all.flatMap((source) => importsOf(source).map(({ target }) => target)));
  return names
    .filter((name) => !used.has(name.replace(/^@types\//, '')) && !(name in NOT_IMPORTED))
    .map(
      (name) =>
        `package.json: nothing imports ${name}: remove it, or give the reason in NOT_IMPORTED (test/tidy/rules.ts)`,
    );
}

/** Words that tie a committed text to one machine. */
export function machineComplaints(path: string, text: string): string[] {
  if (path in MACHINE_WORD_EXCEPTIONS) return [];
  return MACHINE_WORDS.flatMap(({ name, pattern }) =>
    linesOf(text, pattern).map(
      (line) => `${path}:${line}: ${name}: use a relative path, or leave the host to the user's own settings`,
    ),
  );
}

/** Files of ours that a comment names and that are not there (any more). */
export function deadReferences({ path, text }: Source, paths: ReadonlySet<string>): string[] {
  const named =
    /(?<![\w./#-])((?:src|backtest|test|config|docs|bench|examples|engine|risk|domain|strategies|exchange|app|cli|report)\/[\w/-]+\.(?:ts|md|yaml))\b/g;
  const comments = text.split('\n').flatMap((line, index) => {
    const comment = /(?:\/\/|^\s*\/?\*)(.*)$/.exec(line)?.[1] ?? '';
    return [...comment.matchAll(named)].map(([, file]) => ({ line: index + 1, file: file! }));
  });
  return comments
    .filter(({ file }) => !paths.has(file) && !paths.has(`src/${file}`))
    .map(
      ({ line, file }) =>
        `${path}:${line}: the comment names ${file}, which does not exist: name what does that job now`,
    );
}

function linesOf(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map(({ index }) => lineOf(text, index));
}
