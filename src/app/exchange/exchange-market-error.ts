// A market that was asked for and cannot be played: named charts that are not there, codes that are not listed, data that no
// exchange could have traded.

import type { Described, Lang, Words } from '../messages.ts';

export type MarketChoiceCode =
  | 'two-markets'
  | 'unknown-symbols'
  | 'no-charts'
  | 'market-data'
  | 'not-a-recording'
  | 'other-day';

/** Ends the command with exit code 3 and these words. */
export class MarketChoiceError extends Error implements Described {
  override readonly name = 'MarketChoiceError';
  readonly code: MarketChoiceCode;
  readonly retryable = false;
  readonly #words: Words;

  constructor(code: MarketChoiceCode, words: Words, cause?: unknown) {
    super(words.en, cause === undefined ? {} : { cause });
    this.code = code;
    this.#words = words;
  }

  describe(lang: Lang): string {
    return this.#words[lang];
  }
}
