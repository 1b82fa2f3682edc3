// The rule book of ARCHITECTURE.md and CONTRIBUTING.md, held by a test: each complaint names file, line and remedy. The
// tables are in tidy/rules.ts. The second half tries every rule on a bad example, so that no rule passes by being blind.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REAL_TIME_TYPES } from '#adapters/kiwoom/catalogue/real-time.ts';
import { TRS } from '#adapters/kiwoom/catalogue.ts';
import {
  arrowComplaints,
  callComplaints,
  deadReferences,
  errorComplaints,
  libraryComplaints,
  machineComplaints,
  orphanComplaints,
  shapeComplaints,
  staleEscapes,
  unusedDependencies,
  wireNameComplaints,
  wordComplaints,
} from './tidy/checks.ts';
import { ARROWS, BANNED_CALLS, BANNED_WORDS, FOLDER_MAKERS, LIBRARIES, NOT_IMPORTED } from './tidy/rules.ts';
import { importsOf, ROOT, type Source, sourceOf, sources, textFiles } from './tidy/sources.ts';

const PROGRAM = sources('src', 'backtest');
const EXAMPLES = sources('examples');
const BENCH = sources('bench');
/** The rule book quotes what it forbids. */
const isRuleBook = (path: string): boolean => path.startsWith('test/tidy');
const TESTS = sources('test').filter(({ path }) => !isRuleBook(path));
const TEXTS = textFiles();

/** Every element of the catalogue that cannot be taken for an English word. */
const WIRE_NAMES: ReadonlySet<string> = new Set(
  [...JSON.stringify([TRS, REAL_TIME_TYPES]).matchAll(/"element":"([a-z0-9]+(?:_[a-z0-9]+)+)"/g)].map(
    ([, name]) => name!,
  ),
);

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

describe('the repository', () => {
  it('imports only along the arrows of ARCHITECTURE.md', () => {
    expect(PROGRAM.flatMap(arrowComplaints)).toEqual([]);
  });

  it('keeps each library in its place', () => {
    expect([...PROGRAM, ...EXAMPLES, ...BENCH].flatMap(libraryComplaints)).toEqual([]);
  });

  it('reads time, chance and environment at the edge only', () => {
    expect([...PROGRAM, ...EXAMPLES].flatMap(callComplaints)).toEqual([]);
  });

  it('has no escape that nobody needs', () => {
    expect(staleEscapes(PROGRAM)).toEqual([]);
  });

  it('writes plain TypeScript', () => {
    expect([...PROGRAM, ...EXAMPLES, ...BENCH, ...TESTS].flatMap(wordComplaints)).toEqual([]);
  });

  it("says Kiwoom's words in Kiwoom's adapters only", () => {
    expect(WIRE_NAMES.size).toBeGreaterThan(100);
    const complaints = [...PROGRAM, ...EXAMPLES, ...BENCH].flatMap((source) =>
      wireNameComplaints(source, WIRE_NAMES),
    );
    expect(complaints).toEqual([]);
  });

  it('has short files that introduce themselves', () => {
    expect([...PROGRAM, ...EXAMPLES, ...BENCH, ...TESTS].flatMap(shapeComplaints)).toEqual([]);
  });

  it('makes temporary folders of tests in one place, which removes them', () => {
    const makers = TESTS.filter(({ code }) => /\bmkdtemp/.test(code)).map(({ path }) => path);
    expect(makers.sort()).toEqual(FOLDER_MAKERS);
  });

  it('has no file that nothing imports', () => {
    expect(orphanComplaints(PROGRAM)).toEqual([]);
  });

  it('has errors that speak Korean and English', () => {
    expect(PROGRAM.flatMap(errorComplaints)).toEqual([]);
  });

  it('asks for no package that nothing imports', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, object>;
    const names = Object.keys({ ...dependencies, ...devDependencies });
    const configuration = sourceOf('vitest.config.ts', read('vitest.config.ts'));
    expect(unusedDependencies(names, [...PROGRAM, ...BENCH, ...TESTS, configuration])).toEqual([]);
  });

  it('names no file in a comment that is not there', () => {
    const paths = new Set(TEXTS);
    expect([...PROGRAM, ...BENCH, ...TESTS].flatMap((source) => deadReferences(source, paths))).toEqual([]);
  });

  it('names every file of src/engine, every room and every dependency in ARCHITECTURE.md', () => {
    const text = read('ARCHITECTURE.md');
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: object };
    const files = PROGRAM.filter(({ path }) => path.startsWith('src/engine/')).map(({ path }) =>
      path.replace('src/engine/', ''),
    );
    const rooms = ARROWS.map(([room]) => room.replace(/\/$/, '')).filter((room) => room !== 'src/index.ts');
    const missing = [...files, ...rooms, ...Object.keys(dependencies)].filter(
      (name) => !text.includes(`\`${name}\``),
    );
    expect(missing, 'ARCHITECTURE.md: add a row for each, in backticks').toEqual([]);
  });

  it('names only files of src/engine that exist in ARCHITECTURE.md', () => {
    const named = [
      ...read('ARCHITECTURE.md').matchAll(/`(src\/[\w/.-]+|backtest\/[\w/.-]+|[\w-]+\.ts)`/g),
    ].map(([, file]) => file!);
    const gone = named.filter(
      (file) => ![file, `src/engine/${file}`].some((path) => existsSync(join(ROOT, path))),
    );
    expect(gone, 'ARCHITECTURE.md: files that are gone').toEqual([]);
  });

  it('justifies only packages in ARCHITECTURE.md that package.json asks for', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: object };
    const [, section = ''] = /^## Dependencies\n([\s\S]*?)^## /m.exec(read('ARCHITECTURE.md')) ?? [];
    const named = [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name!);
    expect(named.sort()).toEqual(Object.keys(dependencies).sort());
  });

  it('names no machine and no registry', () => {
    expect(
      TEXTS.filter((path) => !isRuleBook(path)).flatMap((path) => machineComplaints(path, read(path))),
    ).toEqual([]);
  });
});

const at = (path: string, text: string): Source => sourceOf(path, `// A file.\n${text}\n`);

describe('the rule book sees', () => {
  it.each([
    ['src/domain/x.ts', "import { y } from '#engine/y.ts';"],
    ['src/strategies/x.ts', "import { y } from '../risk/gate.ts';"],
    ['src/risk/checks/x.ts', "import type { Y } from '#engine/risk-picture.ts';"],
    ['src/engine/x.ts', "import { y } from '#adapters/system/system-clock.ts';"],
    ['src/engine/x.ts', "const y = await import('#app/y.ts');"],
    ['src/engine/x.ts', "export { y } from '#exchange/contract.ts';"],
    ['src/exchange/x.ts', "import { y } from '#engine/ports.ts';"],
    ['src/adapters/kiwoom/x.ts', "import { y } from '#engine/engine.ts';"],
    ['src/adapters/sqlite/x.ts', "import { y } from '../charts/chart-store.ts';"],
    ['src/adapters/kiwoom-server/x.ts', "import { y } from '#exchange/accounts/account.ts';"],
    ['backtest/x.ts', "import { y } from '../src/app/config/config.ts';"],
    ['src/app/x.ts', "import { y } from '#cli/program.ts';"],
    ['src/domain/x.ts', "import { y } from '#test/support/y.ts';"],
    ['src/elsewhere/x.ts', ''],
  ])('a wrong arrow in %s: %s', (path, text) => {
    expect(arrowComplaints(at(path, text))).toHaveLength(1);
  });

  it.each([
    ['src/adapters/kiwoom-server/x.ts', "import { TRS } from '#adapters/kiwoom/catalogue.ts';"],
    ['src/engine/x.ts', "import { y } from './y.ts';"],
    ['src/engine/x.ts', "// import { y } from '#app/y.ts';"],
  ])('no wrong arrow in %s: %s', (path, text) => {
    expect(arrowComplaints(at(path, text))).toEqual([]);
  });

  it.each(Object.keys(LIBRARIES))('%s outside its place', (library) => {
    expect(libraryComplaints(at('src/domain/x.ts', `import { y } from '${library}';`))).toHaveLength(1);
  });

  it('a library that nobody knows, and files in a room that only computes', () => {
    expect(libraryComplaints(at('src/app/x.ts', "import { y } from '@some/thing/deep';"))[0]).toContain(
      '@some/thing,',
    );
    expect(libraryComplaints(at('src/engine/x.ts', "import { readFileSync } from 'node:fs';"))).toHaveLength(
      1,
    );
  });

  const CALLS: Readonly<Record<string, string>> = {
    'Date.now': 'const f = Date.now;',
    'new Date()': 'new Date( ).getTime()',
    'performance.now': 'performance.now()',
    'Math.random': 'Math.random()',
    timers: 'setTimeout(f, 1)',
    'random identifiers': 'randomUUID()',
    console: 'console.log(1)',
    'process.env': "process.env['A']",
    'process.exit': 'process.exit(1)',
    subscribe: 'a$.subscribe(f)',
  };
  it.each(BANNED_CALLS.map(({ name }) => name))(
    'the banned call %s, but not in a comment or a text',
    (name) => {
      const call = CALLS[name]!;
      expect(callComplaints(at('src/engine/x.ts', call))).toEqual([
        expect.stringContaining(`src/engine/x.ts:2: ${name} is banned here`),
      ]);
      expect(callComplaints(at('src/engine/x.ts', `// ${call}\nconst a = ${JSON.stringify(call)};`))).toEqual(
        [],
      );
      expect(callComplaints(at('src/engine/x.ts', `const a = 'http://b'; ${call}`))).toHaveLength(1);
    },
  );

  it('an escape that is not needed', () => {
    const rule = {
      ...BANNED_CALLS[0]!,
      escapes: { 'src/app/x.ts': 'was needed once', 'src/app/gone.ts': 'is gone' },
    };
    expect(staleEscapes([at('src/app/x.ts', '')], [rule])).toHaveLength(2);
  });

  const WORDS: Readonly<Record<string, string>> = {
    'default export': 'export default 1;',
    'export *': "export * from './y.ts';",
    'as any': 'const a = b as any;',
    'a silenced compiler': `// @ts-${'ignore'}`,
    'a silenced type error': `// @ts-${'expect-error'}`,
    'an enum or a namespace': 'export enum A { B }',
    'a note to self': `// ${'TO'}${'DO'}: later`,
  };
  it.each(BANNED_WORDS.map(({ name }) => name))('%s', (name) => {
    expect(wordComplaints(at('src/app/x.ts', WORDS[name]!))).toEqual([
      expect.stringContaining(`:2: ${name}`),
    ]);
  });

  it("a word of Kiwoom's, as a name and in a text, but not as a citation", () => {
    const complaints = (path: string, text: string) => wireNameComplaints(at(path, text), WIRE_NAMES);
    expect(complaints('src/engine/x.ts', 'const { stk_cd } = body;')).toHaveLength(1);
    expect(complaints('src/engine/x.ts', "body['ord_no']")).toHaveLength(1);
    expect(complaints('src/engine/x.ts', '// what kt00018 calls trde_able_qty')).toEqual([]);
    expect(complaints('src/adapters/kiwoom-server/x.ts', "body['ord_no']")).toEqual([]);
  });

  it('a file too long, and one that does not introduce itself', () => {
    expect(shapeComplaints(at('src/app/x.ts', 'a;\n'.repeat(400)))).toEqual([
      expect.stringContaining('split it'),
    ]);
    expect(shapeComplaints(sourceOf('src/app/x.ts', 'export const a = 1;\n'))).toEqual([
      expect.stringContaining('begin with a comment'),
    ]);
  });

  it('a file that nothing imports', () => {
    const used = at('src/app/used.ts', '');
    const user = at('src/cli/main.ts', "import { a } from '#app/used.ts';");
    expect(orphanComplaints([used, user, at('src/app/lost.ts', '')])).toEqual([
      expect.stringContaining('src/app/lost.ts: nothing imports it'),
    ]);
  });

  it('an error in one language', () => {
    const code = "  readonly code = 'gone';\n";
    const error = (body: string) =>
      at('src/app/x.ts', `export class GoneError extends Error {\n${code}${body}}\n`);
    expect(errorComplaints(error(''))).toEqual([expect.stringContaining('GoneError speaks one language')]);
    expect(errorComplaints(error('  readonly text: Words;\n'))).toEqual([]);
    expect(
      errorComplaints(error('  describe(lang: Lang): string {\n    return words[lang];\n  }\n')),
    ).toEqual([]);
  });

  it('a package that nothing imports, and takes types for their package', () => {
    const user = at('src/app/x.ts', "import { a } from 'used/deep';");
    expect(
      unusedDependencies(['used', '@types/used', 'unused', ...Object.keys(NOT_IMPORTED)], [user]),
    ).toEqual([expect.stringContaining('nothing imports unused')]);
  });

  it('a comment about a file that is gone', () => {
    const source = at(
      'src/app/x.ts',
      "// See engine/gone.ts and src/app/here.ts.\nconst a = 'engine/text.ts';",
    );
    expect(deadReferences(source, new Set(['src/app/here.ts']))).toEqual([
      expect.stringContaining('engine/gone.ts'),
    ]);
  });

  it.each([
    ['/wo', 'rk/main/x'],
    ['see /ho', 'me/kim'],
    ['https://registry', '.example.org/a'],
    ['npm', 'js.org'],
  ])('the machine behind %s%s', (a, b) => {
    expect(machineComplaints('README.md', `text ${a}${b} text`)).toHaveLength(1);
  });

  it('imports in each of their forms', () => {
    const text =
      "import 'a';\nimport b, {\n  c,\n} from '@b/c/d';\nexport { e } from './e.ts';\nawait import('#engine/f.ts');";
    expect(importsOf(at('src/app/x.ts', text)).map(({ target }) => target)).toEqual([
      'a',
      '@b/c',
      'src/app/e.ts',
      'src/engine/f.ts',
    ]);
  });
});
