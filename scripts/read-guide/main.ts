// Reads the text of Kiwoom's guide and writes the catalogue, its types and its pages:
//   node scripts/read-guide/main.ts GUIDE.txt
// Prints what is different from the catalogue that was there. The same guide always gives the same files.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { listErrors } from '../../src/adapters/kiwoom/errors/error-list.ts';
import { GUIDE_CODES } from '../../src/adapters/kiwoom/errors/guide-codes.ts';
import type { GuideApi, GuideExample, GuideHeaders } from '../../src/adapters/kiwoom/guide/definition.ts';
import { type BuiltApi, buildApi } from './build.ts';
import { diffCatalogues } from './diff.ts';
import { readSections } from './sections.ts';
import { groupPage, indexPage, slipsPage } from './write-docs.ts';
import { errorsPage, readErrorCodes } from './write-errors.ts';
import { allTypes, groupTypes, idsModule } from './write-types.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const GUIDE = 'src/adapters/kiwoom/guide';
const DOCS = 'docs/kiwoom';

function main(path: string | undefined): number {
  if (path === undefined) {
    process.stderr.write('usage: node scripts/read-guide/main.ts GUIDE.txt\n');
    return 2;
  }
  const text = readFileSync(path, 'utf8');
  const { built, problems } = buildAll(text);
  problems.push(...unknownCodes(text));
  if (problems.length > 0) {
    process.stderr.write(`${problems.join('\n')}\nnothing was written\n`);
    return 1;
  }
  const apis = built.map(({ api }) => api);
  const differences = diffCatalogues(readCommitted(), apis);
  write(filesOf(built));
  const count = (side: 'request' | 'response') => apis.reduce((sum, api) => sum + api[side].length, 0);
  process.stdout.write(
    [
      `${apis.length} APIs, ${count('request')} request fields, ${count('response')} answer fields`,
      ...(differences.length === 0 ? ['no difference'] : differences),
      '',
    ].join('\n'),
  );
  return 0;
}

/** Builds every API; what a new guide needs names for is told all at once. */
function buildAll(text: string): { built: BuiltApi[]; problems: string[] } {
  const built: BuiltApi[] = [];
  const problems: string[] = [];
  for (const section of readSections(text)) {
    try {
      built.push(buildApi(section));
    } catch (error) {
      problems.push(`${section.id}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { built, problems };
}

/** Codes of the guide's table that src/adapters/kiwoom/errors/guide-codes.ts does not explain yet. */
function unknownCodes(text: string): string[] {
  const codes = readErrorCodes(text);
  if (codes.length === 0) return ['the guide has no table of error codes'];
  return codes
    .filter((code) => GUIDE_CODES[code] === undefined)
    .map((code) => `error code ${code} is not explained`);
}

/** The catalogue that is there; empty before the first run. */
function readCommitted(): GuideApi[] {
  const folder = join(ROOT, GUIDE, 'data');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap(
    (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as GuideApi[],
  );
}

/** Every file by its path inside the project. */
function filesOf(built: readonly BuiltApi[]): Map<string, string> {
  const apis = built.map(({ api }) => api);
  const examples = new Map(built.map(({ api, example }) => [api.id, example]));
  const exampleOf = (id: string): GuideExample => examples.get(id)!;
  const files = new Map<string, string>();
  for (const [group, ofGroup] of Map.groupBy(apis, (api) => api.group)) {
    const named = Object.fromEntries(ofGroup.map(({ id }) => [id, exampleOf(id)]));
    files.set(`${GUIDE}/data/${group}.json`, `[\n${ofGroup.map(apiText).join(',\n')}\n]\n`);
    files.set(`${GUIDE}/examples/${group}.json`, `${JSON.stringify(named, null, 2)}\n`);
    files.set(`${GUIDE}/types/${group}.ts`, groupTypes(group, ofGroup));
    files.set(`${DOCS}/${group}.md`, groupPage(group, ofGroup, exampleOf));
  }
  files.set(`${GUIDE}/headers.json`, `${JSON.stringify(headersOf(built), null, 2)}\n`);
  files.set(`${GUIDE}/types.ts`, allTypes(apis));
  files.set(`${GUIDE}/ids.ts`, idsModule(apis, isQuery));
  files.set(`${DOCS}/index.md`, indexPage(apis));
  files.set(`${DOCS}/errors.md`, errorsPage(listErrors()));
  files.set('docs/kiwoom-guide-slips.md', slipsPage(built.flatMap(({ slips }) => slips)));
  return files;
}

/** One field a line, so that a change of the guide reads as one line changed. */
function apiText(api: GuideApi): string {
  const members = Object.entries(api).map(([name, value]) => {
    if (!Array.isArray(value) || typeof value[0] !== 'object') return `"${name}": ${JSON.stringify(value)}`;
    return `"${name}": [\n${value.map((field) => JSON.stringify(field)).join(',\n')}\n]`;
  });
  return `{\n${members.join(',\n')}\n}`;
}

function isQuery(api: GuideApi): boolean {
  return api.transport === 'rest' && !['oauth', 'orders', 'credit-orders'].includes(api.group);
}

/** The headers of the first API, and those that differ from them. */
function headersOf(built: readonly BuiltApi[]): GuideHeaders {
  const common = built[0]!.headers;
  const others = built.filter(({ headers }) => JSON.stringify(headers) !== JSON.stringify(common));
  return { ...common, exceptions: Object.fromEntries(others.map(({ api, headers }) => [api.id, headers])) };
}

/** Writes the files, and takes away those of groups that are gone. */
function write(files: ReadonlyMap<string, string>): void {
  for (const folder of [`${GUIDE}/data`, `${GUIDE}/examples`, `${GUIDE}/types`, DOCS]) {
    rmSync(join(ROOT, folder), { recursive: true, force: true });
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
  execFileSync(join(ROOT, 'node_modules/.bin/biome'), ['check', '--write', GUIDE], {
    cwd: ROOT,
    stdio: 'pipe',
  });
}

process.exitCode = main(process.argv[2]);
