// Something the exchange was given that it cannot begin with: a closed day, a taken port, a file of another kind.

import type { Described, Lang, Words } from '../messages.ts';

export type ExchangeInputCode = 'not-an-exchange-state' | 'not-a-trading-day' | 'port-in-use';

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
