// Scenario files: lists of faults in YAML, read into rules for the exchange. Every mistake is told at once with its line, in
// the manner of the configuration.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FaultRule, FaultStart } from '#adapters/kiwoom-server/faults/fault-rules.ts';
import { type ConfigDocument, type Path, parseConfigDocument } from '../config/config-document.ts';
import { ConfigError, type ConfigProblem } from '../config/config-error.ts';
import { problemsOf } from '../config/config-problems.ts';
import { inBoth } from '../messages.ts';
import { exchangeWords } from './exchange-messages.ts';
import {
  entryKindSchema,
  entrySchema,
  faultOf,
  scenarioSchema,
  type WrittenEntry,
} from './exchange-scenario-schema.ts';

/** A scenario ready for use. */
export interface Scenario {
  readonly name: string;
  /** Null: the seed of the market. */
  readonly seed: number | null;
  readonly rules: readonly FaultRule[];
}

const SHIPPED = fileURLToPath(new URL('../../../config/scenarios', import.meta.url));

/** Names of the scenarios that ship. */
export function shippedScenarios(): readonly string[] {
  return readdirSync(SHIPPED)
    .filter((name) => extname(name) === '.yaml')
    .map((name) => basename(name, '.yaml'))
    .sort();
}

/** Reads a scenario by its file, or one that ships by its name. Throws ConfigError. */
export function loadScenario(cwd: string, named: string): Scenario {
  const shipped = join(SHIPPED, `${named}.yaml`);
  const isShipped = /^[\w-]+$/.test(named) && !existsSync(resolve(cwd, named)) && existsSync(shipped);
  const file = isShipped ? shipped : resolve(cwd, named);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    const names = shippedScenarios().join(', ');
    throw new ConfigError(
      'unreadable',
      named,
      exchangeWords((say) => `${say.missingFile('--scenario', named)}; ${say.notScenario(names)}`),
      { cause },
    );
  }
  return parseScenario(text, isShipped ? `${named}.yaml` : named);
}

/** The same for text already read; `file` names it in complaints. */
export function parseScenario(text: string, file: string): Scenario {
  const document = parseConfigDocument(text);
  if (document.problems.length > 0) throw invalid(file, document.problems);
  const { success, data, error } = scenarioSchema.safeParse(document.value);
  if (!success) throw invalid(file, problemsOf(error.issues, scenarioSchema, document));
  const read = data.faults.map((entry, index) => readEntry(entry, ['faults', index], document));
  const problems = read.flatMap((one) => ('problems' in one ? one.problems : []));
  if (problems.length > 0) throw invalid(file, problems);
  return {
    name: data.name ?? basename(file, extname(file)),
    seed: data.seed ?? null,
    rules: read.flatMap((one) => ('rule' in one ? [one.rule] : [])),
  };
}

function readEntry(
  written: unknown,
  path: Path,
  document: ConfigDocument,
): { readonly rule: FaultRule } | { readonly problems: readonly ConfigProblem[] } {
  const kind = entryKindSchema.safeParse(written);
  if (!kind.success) return { problems: problemsOf(kind.error.issues, entryKindSchema, document, path) };
  const schema = entrySchema(kind.data.fault);
  const entry = schema.safeParse(withTypesAsWritten(written, path, document));
  if (!entry.success) return { problems: problemsOf(entry.error.issues, schema, document, path) };
  return { rule: ruleOf(entry.data) };
}

/** YAML reads an unquoted 00 or 04 as a number; what was meant is how it is written. */
function withTypesAsWritten(written: unknown, path: Path, document: ConfigDocument): unknown {
  const entry = written as { readonly on?: { readonly frame?: unknown } };
  const frame = entry.on?.frame;
  const text = (value: unknown, at: Path): unknown =>
    typeof value === 'number' ? (document.sourceOf(at) ?? value) : value;
  const at = [...path, 'on', 'frame'];
  if (typeof frame === 'number') return { ...entry, on: { ...entry.on, frame: text(frame, at) } };
  if (!Array.isArray(frame)) return written;
  const frames = frame.map((value, index) => text(value, [...at, index]));
  return { ...entry, on: { ...entry.on, frame: frames } };
}

function ruleOf(entry: WrittenEntry): FaultRule {
  return {
    fault: faultOf(entry),
    start: startOf(entry),
    on: entry.on ?? null,
    forMs: entry.for ?? null,
    count: entry.count ?? null,
    chance: entry.probability ?? 1,
  };
}

function startOf({ at, after }: WrittenEntry): FaultStart {
  if (at !== undefined) return { type: 'at', msOfDay: at };
  return after === undefined ? null : { type: 'after', ms: after };
}

function invalid(file: string, problems: readonly ConfigProblem[]): ConfigError {
  const words = inBoth(({ config }) => config.count(problems.length, file));
  return new ConfigError('invalid', file, words, { problems });
}
