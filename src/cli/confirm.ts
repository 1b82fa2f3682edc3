// Asks a person before something that cannot be taken back.

import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';

/** Yes in either language of the house. */
const YES = /^(y|yes|예|네|응|ㅇ)$/i;

/** The part of a terminal's input that this needs. */
export type Keyboard = Readable & { readonly isTTY?: boolean };

/**
 * Puts `question` on `screen` and reads one line. True for yes, false for anything else and for an input that ends; null
 * when no person sits at the keyboard.
 */
export async function confirm(
  question: string,
  keyboard: Keyboard,
  screen: Writable,
): Promise<boolean | null> {
  if (keyboard.isTTY !== true) return null;
  const terminal = createInterface({ input: keyboard, output: screen });
  const gone = new AbortController();
  terminal.once('close', () => gone.abort());
  try {
    const answer = await terminal.question(`${question} [y/N] `, { signal: gone.signal });
    return YES.test(answer.trim());
  } catch (error) {
    if (gone.signal.aborted) return false;
    throw error;
  } finally {
    terminal.close();
  }
}
