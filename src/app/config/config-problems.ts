// Turns what zod says into what a person can repair: the place in the file, what was expected, what stands there, and
// the known word that an unknown one was probably meant to be.

import type { z } from 'zod';
import { inBoth, type Lang, type Messages, messages, untranslated, type Words } from '../messages.ts';
import { type ConfigDocument, type Path, pathText } from './config-document.ts';
import type { ConfigProblem } from './config-error.ts';
import type { RuleParams } from './config-schema.ts';
import { closestWord } from './config-suggest.ts';

type Issue = z.core.$ZodIssue;
type Expected = Messages['config']['expected'];

/** The problems of `issues`, which `schema` found in the value at `prefix` of the document, in the order of the file. */
export function problemsOf(
  issues: readonly Issue[],
  schema: z.ZodType,
  document: ConfigDocument,
  prefix: Path = [],
): ConfigProblem[] {
  return issues
    .flatMap((issue) => problemsOfIssue(issue, schema, document, prefix))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

function problemsOfIssue(
  issue: Issue,
  schema: z.ZodType,
  document: ConfigDocument,
  prefix: Path,
): ConfigProblem[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schemaAt(schema, issue.path));
    return issue.keys.map((key) => unknownKey([...path, key], known, document));
  }
  if (issue.code === 'invalid_union') {
    const branch = branchMeant(issue.errors);
    if (branch !== null) {
      return branch.flatMap((inner) =>
        problemsOfIssue({ ...inner, path: [...issue.path, ...inner.path] }, schema, document, prefix),
      );
    }
  }
  const source = document.sourceOf(path);
  const isUnquotedSymbol =
    'params' in issue || (issue.code === 'invalid_type' && issue.expected === 'string');
  return [
    {
      ...document.placeOf(path),
      path: pathText(path),
      expected: expectedBy(issue),
      found: document.foundAt(path),
      hint:
        isUnquotedSymbol && source !== null && /^\d{6}$/.test(source)
          ? inBoth(({ config }) => config.quoteSymbol(source))
          : null,
    },
  ];
}

function unknownKey(path: Path, known: readonly string[], document: ConfigDocument): ConfigProblem {
  const key = String(path.at(-1));
  const meant = closestWord(key, known);
  return {
    ...document.placeOfKey(path),
    path: pathText(path),
    expected: inBoth(({ config }) => config.expected.knownKey),
    found: untranslated(key),
    hint: inBoth(({ config }) =>
      meant === null ? config.known(known.join(', ')) : config.didYouMean(meant),
    ),
  };
}

/** The one variant of a union that fits best: fewest complaints, and none about its very type. Null when several do. */
function branchMeant(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const candidates = branches
    .filter((issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0))
    .filter((issues) => !issues.some(({ code }) => code === 'unrecognized_keys'))
    .sort((a, b) => a.length - b.length);
  const [best, second] = candidates;
  if (best === undefined || best.length === second?.length) return null;
  return best;
}

function expectedBy(issue: Issue): Words {
  return {
    ko: expectedIn(messages('ko').config.expected, issue, 'ko'),
    en: expectedIn(messages('en').config.expected, issue, 'en'),
  };
}

function expectedIn(expected: Expected, issue: Issue, lang: Lang): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeName(expected, issue.expected);
    case 'invalid_value':
      return expected.oneOf(issue.values.join(', '));
    case 'too_small':
      return tooSmall(expected, issue);
    case 'too_big':
      return issue.inclusive === false
        ? expected.lessThan(typeName(expected, issue.origin), String(issue.maximum))
        : expected.atMost(typeName(expected, issue.origin), String(issue.maximum));
    case 'invalid_union': {
      const keys = keysOfBranches(issue.errors);
      return keys.length > 0 ? expected.oneOfKeys(keys.join(', ')) : expected.present;
    }
    case 'custom':
      return (issue.params as RuleParams | undefined)?.expected?.[lang] ?? withoutExpected(issue.message);
    default:
      return withoutExpected(issue.message);
  }
}

function tooSmall(expected: Expected, issue: Extract<Issue, { code: 'too_small' }>): string {
  const minimum = String(issue.minimum);
  if (issue.origin === 'array') return expected.entriesAtLeast(minimum);
  const what = typeName(expected, issue.origin);
  return issue.inclusive === false ? expected.moreThan(what, minimum) : expected.atLeast(what, minimum);
}

function typeName(expected: Expected, name: string): string {
  switch (name) {
    case 'string':
      return expected.text;
    case 'number':
      return expected.number;
    case 'int':
      return expected.wholeNumber;
    case 'boolean':
      return expected.flag;
    case 'array':
      return expected.list;
    case 'object':
    case 'record':
      return expected.map;
    default:
      return name;
  }
}

/** A strategy author's own message often begins with the word that we put in front of it. */
function withoutExpected(message: string): string {
  return message.replace(/^expected /i, '');
}

/** Keys that the variants of a union miss at their top: what could have been written instead. */
function keysOfBranches(branches: readonly (readonly Issue[])[]): string[] {
  const keys = branches.flatMap((issues) =>
    issues.filter(({ path }) => path.length === 1).map(({ path }) => String(path[0])),
  );
  return [...new Set(keys)];
}

/** The part of `schema` that judges the value at `path`; the nearest one above where the path leads out of it. */
function schemaAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType {
  let current = unwrap(schema);
  for (const part of path) {
    const { def } = (current as z.ZodType)._zod;
    let next: unknown;
    if (def.type === 'object') next = (def as z.core.$ZodObjectDef).shape[String(part)];
    else if (def.type === 'array') next = (def as z.core.$ZodArrayDef).element;
    if (next === undefined) break;
    current = unwrap(next as z.core.$ZodType);
  }
  return current;
}

/** What is inside optional, default, nullable and the like. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  const def = schema._zod.def as { innerType?: z.core.$ZodType; in?: z.core.$ZodType };
  const inner = def.innerType ?? def.in;
  return inner === undefined ? schema : unwrap(inner);
}

function knownKeys(schema: z.core.$ZodType): readonly string[] {
  const { def } = schema._zod;
  if (def.type === 'object') return Object.keys((def as z.core.$ZodObjectDef).shape);
  if (def.type === 'union') {
    return (def as z.core.$ZodUnionDef).options.flatMap((option) => knownKeys(unwrap(option)));
  }
  return [];
}
