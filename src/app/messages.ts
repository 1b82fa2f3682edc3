// What the program says to people, in Korean and English. The English catalogue is the type of the Korean one, so that a
// message missing in either language does not compile.

import type { OrderStatus, Refusal } from '#domain/order.ts';
import type { Lang, Words } from '#domain/words.ts';
import { koreanReason } from './korean-reason.ts';
import { PHASES_KO, WARNINGS_KO } from './market-words.ts';
import { en } from './messages-en.ts';
import { ko } from './messages-ko.ts';

export type { Lang, Words } from '#domain/words.ts';
export const LANGS: readonly Lang[] = ['ko', 'en'];

export type Messages = typeof en;

/** An error that explains itself to a person. */
export interface Described {
  describe(lang: Lang): string;
}

const CATALOGUES: Readonly<Record<Lang, Messages>> = { ko, en };

/** The catalogue of a language. */
export function messages(lang: Lang): Messages {
  return CATALOGUES[lang];
}

/** One message in both languages. */
export function inBoth(say: (catalogue: Messages) => string): Words {
  return { ko: say(ko), en: say(en) };
}

/** Text that has no translation, such as a strategy author's own words. */
export function untranslated(text: string): Words {
  return { ko: text, en: text };
}

/**
 * The language to speak: the one asked for (`--lang`), else the first of HWANGSO_LANG, LC_ALL and LANG that is set and
 * names Korean or English, else English.
 */
export function chooseLang(asked: string | null, env: Readonly<Record<string, string | undefined>>): Lang {
  for (const candidate of [asked, env['HWANGSO_LANG'], env['LC_ALL'], env['LANG']]) {
    const language = /^(ko|en)(?![a-z])/i.exec(candidate ?? '')?.[1]?.toLowerCase();
    if (language === 'ko' || language === 'en') return language;
  }
  return 'en';
}

/** A refusal as one line: what it means, and the numbers behind it. */
export function describeRefusal(lang: Lang, refusal: Refusal): string {
  const { code, limit, actual, detail = null } = refusal;
  const { refusals, refusalNumbers } = messages(lang);
  const numbers = refusalNumbers(formatNumber(limit), formatNumber(actual));
  const more = lang === 'ko' && detail !== null ? koreanDetail(code, detail) : detail;
  return [refusals[code], numbers, more].filter((part) => part !== null).join(' · ');
}

function koreanDetail(code: Refusal['code'], detail: string): string {
  const words: Readonly<Record<string, string>> =
    code === 'session-closed' ? PHASES_KO : code === 'instrument-warned' ? WARNINGS_KO : {};
  return words[detail] ?? koreanReason(detail);
}

/** An order's status in words. */
export function describeStatus(lang: Lang, status: OrderStatus): string {
  return messages(lang).orderStatuses[status];
}

/** A whole number with thousands separators; null stays null. */
function formatNumber(value: number | null): string | null {
  return value === null ? null : value.toLocaleString('en-US', { maximumFractionDigits: 6 });
}
