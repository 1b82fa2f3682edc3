// Parsers for the values that only the exchange's options take.

import { InvalidArgumentError } from 'commander';
import type { AccountsChoice } from '#app/exchange/exchange-accounts.ts';
import type { Words } from '#app/messages.ts';
import { HOUR_MS, MINUTE_MS } from '#domain/time.ts';
import { isSymbolCode, type SymbolCode } from '#domain/units.ts';
import type { ValueParser } from './values.ts';

/** How many instruments, or which. */
export type SymbolsChoice = { readonly count: number } | { readonly codes: readonly SymbolCode[] };

const ACCOUNTS_MAX = 1_000;
const SYMBOLS_MAX = 500;
/** What the page takes, too: beyond it a slow step would skip days. */
const SPEED_MAX = 1_000_000;

const EXPECTED = {
  accounts: {
    ko: '1부터 1000까지의 수나 .yaml 파일을 쓰십시오.',
    en: 'Expected a number from 1 to 1000, or a .yaml file.',
  },
  hostNames: {
    ko: 'api.kiwoom.com 같은 호스트 이름을 쓰십시오.',
    en: 'Expected host names such as api.kiwoom.com.',
  },
  speed: {
    ko: '0보다 크고 1000000 이하인 수나 max를 쓰십시오.',
    en: 'Expected a number above 0, 1000000 at most, or max.',
  },
  symbols: {
    ko: '1부터 500까지의 수나 005930,000660 같은 종목 코드를 쓰십시오.',
    en: 'Expected a number from 1 to 500, or symbols such as 005930,000660.',
  },
  time: { ko: '08:50 같은 시각을 쓰십시오.', en: 'Expected a time of day such as 08:50.' },
} as const satisfies Readonly<Record<string, Words>>;

/** `3`, or a file that describes accounts. */
export const parseAccounts: ValueParser<AccountsChoice> = (text, lang) => {
  if (/\.(ya?ml|json)$/.test(text)) return { file: text };
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= ACCOUNTS_MAX) return { count };
  throw new InvalidArgumentError(EXPECTED.accounts[lang]);
};

/** `200`, or `005930,000660`; a code that is named twice counts once. */
export const parseSymbolsChoice: ValueParser<SymbolsChoice> = (text, lang) => {
  const count = Number(text);
  if (/^\d{1,3}$/.test(text) && count >= 1 && count <= SYMBOLS_MAX) return { count };
  const codes = [...new Set(text.split(',').map((code) => code.trim()))];
  if (codes.every(isSymbolCode)) return { codes };
  throw new InvalidArgumentError(EXPECTED.symbols[lang]);
};

/** `60`, or `max`. */
export const parseSpeed: ValueParser<number | 'max'> = (text, lang) => {
  if (text === 'max') return text;
  const speed = text.trim() === '' ? Number.NaN : Number(text);
  if (speed > 0 && speed <= SPEED_MAX) return speed;
  throw new InvalidArgumentError(EXPECTED.speed[lang]);
};

/** `api.kiwoom.com,mockapi.kiwoom.com`. */
export const parseHostNames: ValueParser<readonly string[]> = (text, lang) => {
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  const isName = (name: string): boolean =>
    name.length <= 253 &&
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name);
  if (names.every(isName)) return names;
  throw new InvalidArgumentError(EXPECTED.hostNames[lang]);
};

/** `08:50` in milliseconds after midnight. */
export const parseTimeOfDay: ValueParser<number> = (text, lang) => {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (hours === undefined) throw new InvalidArgumentError(EXPECTED.time[lang]);
  return Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS;
};
