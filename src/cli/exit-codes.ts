// Which exit code an error ends the process with. Errors are told apart by what they carry, so that nothing has to be
// loaded that the command did not use.

import { EXIT, type ExitCode } from '#app/cli-context.ts';
import type { Lang, Words } from '#app/messages.ts';

/** Errors of the edge that are not about something the user gave us. */
const BY_NAME: ReadonlyMap<string, ExitCode> = new Map([
  ['KiwoomError', EXIT.broker],
  ['TransportError', EXIT.broker],
  ['ChartStoreError', EXIT.storage],
  ['LedgerError', EXIT.storage],
  ['UnreadableRecordError', EXIT.storage],
  ['AbortError', EXIT.interrupted],
]);

/** The exit code that `error` stands for. */
export function exitCodeOf(error: unknown): ExitCode {
  if (!isExpectedError(error)) return EXIT.unexpected;
  return BY_NAME.get(error.name) ?? EXIT.input;
}

/**
 * True for errors that a person can do something about, whose message is enough: the house gives those a `code` and says
 * whether they are `retryable`. Anything else is our mistake, and needs a stack trace to be found.
 */
export function isExpectedError(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if (BY_NAME.has(error.name)) return true;
  return 'code' in error && 'retryable' in error && typeof error.retryable === 'boolean';
}

/** What an error says to a person: in their language where it can, else its message. */
export function errorText(error: unknown, lang: Lang): string {
  if (!(error instanceof Error)) return String(error);
  if ('describe' in error && typeof error.describe === 'function') return String(error.describe(lang));
  if ('text' in error && isWords(error.text)) {
    const detail = 'detail' in error && typeof error.detail === 'string' ? error.detail : '';
    return detail === '' ? error.text[lang] : `${error.text[lang]} (${detail})`;
  }
  return error.message;
}

function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && 'ko' in value && 'en' in value;
}
