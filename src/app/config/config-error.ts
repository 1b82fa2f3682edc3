// What is wrong with a configuration: every problem at once, each with its place, so that one reading is one repair.

import { type Described, type Lang, messages, type Words } from '../messages.ts';

/** One mistake. Lines and columns count from 1; the path is written like `strategies[0].parameters.k`. */
export interface ConfigProblem {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  /** What should stand there and what does; null where `message` says it all. */
  readonly expected: Words | null;
  readonly found: Words | null;
  /** A repair or an explanation. */
  readonly hint: Words | null;
}

/**
 * `unreadable`: there is no such file, or it cannot be read. `invalid`: see `problems`. `folder`: the data folder cannot
 * be made or written to.
 */
export type ConfigErrorCode = 'unreadable' | 'invalid' | 'folder';

/** A configuration that cannot be used. Its message is English; `describe` speaks both languages. */
export class ConfigError extends Error implements Described {
  override readonly name = 'ConfigError';
  readonly code: ConfigErrorCode;
  readonly retryable = false;
  readonly file: string;
  readonly problems: readonly ConfigProblem[];
  readonly #words: Words;

  constructor(
    code: ConfigErrorCode,
    file: string,
    words: Words,
    { problems = [], cause }: { problems?: readonly ConfigProblem[]; cause?: unknown } = {},
  ) {
    super(textOf('en', file, words, problems), cause === undefined ? {} : { cause });
    this.code = code;
    this.file = file;
    this.problems = problems;
    this.#words = words;
  }

  describe(lang: Lang): string {
    return textOf(lang, this.file, this.#words, this.problems);
  }
}

function textOf(lang: Lang, file: string, words: Words, problems: readonly ConfigProblem[]): string {
  return [words[lang], ...problems.map((problem) => `  ${problemText(lang, file, problem)}`)].join('\n');
}

function problemText(lang: Lang, file: string, problem: ConfigProblem): string {
  const { line, column, path, expected, found, hint } = problem;
  const { config } = messages(lang);
  const says = [
    expected === null ? null : config.problem(expected[lang], found?.[lang] ?? config.found.nothing),
    hint?.[lang] ?? null,
  ].filter((part) => part !== null);
  const subject = path === '' ? '' : `${path}: `;
  return `${file}:${line}:${column}: ${subject}${says.join('; ')}`;
}
