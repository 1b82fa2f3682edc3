// Something the exchange was given that it cannot begin with: a closed day, a taken port, a file of another kind,
// a place that cannot be written to.

import type { Described, Lang, Words } from '../messages.ts';
import { exchangeWords } from './exchange-messages.ts';

export type ExchangeInputCode =
  | 'not-an-exchange-state'
  | 'not-a-trading-day'
  | 'not-writable'
  | 'port-in-use';

/** Ends the command with exit code 3 and these words. */
export class ExchangeInputError extends Error implements Described {
  override readonly name = 'ExchangeInputError';
  readonly code: ExchangeInputCode;
  readonly retryable = false;
  readonly #words: Words;

  constructor(code: ExchangeInputCode, words: Words, cause?: unknown) {
    super(words.en, cause === undefined ? {} : { cause });
    this.code = code;
    this.#words = words;
  }

  describe(lang: Lang): string {
    return this.#words[lang];
  }
}

/** Writes files at `path`; a system that does not let us (no right, no room, a file where a folder should be) is told with its reason. */
export function orNotWritable(path: string, write: () => void): void {
  try {
    write();
  } catch (cause) {
    const { code = String(cause) } = cause as NodeJS.ErrnoException;
    throw new ExchangeInputError(
      'not-writable',
      exchangeWords((say) => say.notWritable(path, code)),
      cause,
    );
  }
}
