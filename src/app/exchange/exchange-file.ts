// A YAML file that describes part of an exchange, read and checked: everything that is wrong with it is told at once, each with
// its place.

import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { type ConfigDocument, type Path, parseConfigDocument, pathText } from '../config/config-document.ts';
import { ConfigError, type ConfigProblem } from '../config/config-error.ts';
import { problemsOf } from '../config/config-problems.ts';
import { inBoth, type Words } from '../messages.ts';
import { exchangeWords } from './exchange-messages.ts';

/** Says what was expected at a place of the file. */
export type Complain = (path: Path, expected: Words) => void;

/**
 * What `file` says by `schema`; `check` complains of what only the whole can tell. `option` is the one that named the file. Throws a
 * ConfigError for a file that cannot be used.
 */
export function readExchangeFile<Schema extends z.ZodType>(
  option: string,
  file: string,
  schema: Schema,
  check: (data: z.infer<Schema>, complain: Complain) => void,
): z.infer<Schema> {
  const document = parseConfigDocument(textOf(option, file));
  const { success, data, error } = schema.safeParse(document.value);
  const problems =
    document.problems.length > 0
      ? document.problems
      : success
        ? complaintsOf(document, (complain) => check(data, complain))
        : problemsOf(error.issues, schema, document);
  if (problems.length > 0 || !success) {
    const words = inBoth(({ config }) => config.count(problems.length, file));
    throw new ConfigError('invalid', file, words, { problems });
  }
  return data;
}

function textOf(option: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const words = exchangeWords((say) => say.missingFile(option, file));
    throw new ConfigError('unreadable', file, words, { cause });
  }
}

function complaintsOf(
  document: ConfigDocument,
  check: (complain: Complain) => void,
): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  check((path, expected) => {
    const found = document.foundAt(path);
    problems.push({ ...document.placeOf(path), path: pathText(path), expected, found, hint: null });
  });
  return problems;
}
