// `hwangso tr errors`: every error code with its meaning, whether a retry helps, and what to do.

import { type ListedError, listErrors } from '#adapters/kiwoom/errors/error-list.ts';
import type { Lang } from './messages.ts';

const WORDS = {
  ko: { retry: '재시도하면 될 수 있음', noRetry: '재시도해도 소용없음', depends: '때에 따라 다름' },
  en: { retry: 'a retry may help', noRetry: 'a retry does not help', depends: 'depends on the moment' },
} as const satisfies Record<Lang, unknown>;

/** All errors as text for people, or as one JSON document. */
export function errorsText(lang: Lang, json: boolean): string {
  const errors = listErrors();
  if (json) return `${JSON.stringify(errors, null, 2)}\n`;
  return errors.map((error) => paragraph(lang, error)).join('\n');
}

function paragraph(lang: Lang, { code, source, kind, text, advice, retryable }: ListedError): string {
  const words = WORDS[lang];
  const retry = retryable === null ? words.depends : retryable ? words.retry : words.noRetry;
  return `${code}  ${text[lang]}\n    ${source} · ${kind} · ${retry}\n    ${advice[lang]}\n`;
}
