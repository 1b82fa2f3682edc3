// A command was given something it cannot work with, found out by the command itself.

import { type Described, inBoth, type Lang, type Messages, type Words } from '#app/messages.ts';

/** Ends the process with exit code 3 and this message. */
export class InputError extends Error implements Described {
  override readonly name = 'InputError';
  readonly code = 'input';
  readonly retryable = false;
  readonly #words: Words;

  constructor(say: (words: Messages['cli']) => string) {
    const words = inBoth(({ cli }) => say(cli));
    super(words.en);
    this.#words = words;
  }

  describe(lang: Lang): string {
    return this.#words[lang];
  }
}
