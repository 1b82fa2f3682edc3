// What to register for, cut into the frames that say so. Kiwoom takes about 100 codes a session (kiwoom-wire 1.12), so the
// number is counted before anything is sent.

import type { SymbolCode } from '#domain/units.ts';
import type { MarketInterest } from '#engine/ports.ts';
import { ownError } from './errors.ts';

/** One REG: every item with every type, in one group. */
export interface Registration {
  readonly group: string;
  readonly items: readonly string[];
  readonly types: readonly string[];
}

export interface RegistrationLimits {
  readonly maxCodes: number;
  readonly maxCodesPerGroup: number;
}

/** A little below the recorded 100: types without a code may count as one each (kiwoom-wire 1.12). */
export const DEFAULT_REGISTRATION_LIMITS: RegistrationLimits = { maxCodes: 95, maxCodesPerGroup: 95 };

export interface Wanted {
  readonly interests: readonly Pick<MarketInterest, 'symbol' | 'trades' | 'book'>[];
  /** Index codes such as `001` (KOSPI). */
  readonly indexes: readonly string[];
  /** Suffix of the codes: none for KRX, `_NX`, `_AL`. */
  readonly suffix: '' | '_NX' | '_AL';
}

const ACCOUNT: Registration = { group: '1', items: [''], types: ['00', '04'] };
const MARKET_WIDE: Registration = { group: '2', items: [''], types: ['0s', '1h'] };

/**
 * The registrations of a session, in the order to send them: our own orders first. Throws a definite `bad-request` when
 * more codes are wanted than may be registered.
 */
export function planRegistrations(wanted: Wanted, limits: RegistrationLimits): readonly Registration[] {
  const symbols = new Set(wanted.interests.map((interest) => interest.symbol));
  const count = symbols.size + wanted.indexes.length;
  if (count > limits.maxCodes) {
    const detail = `${count} codes wanted, ${limits.maxCodes} may be registered`;
    throw ownError('bad-request', 'REG', { retryable: false, definite: true }, detail);
  }
  const trading = wanted.interests.filter((interest) => interest.trades && !interest.book);
  const books = wanted.interests.filter((interest) => interest.trades && interest.book);
  const booksOnly = wanted.interests.filter((interest) => !interest.trades && interest.book);
  const parts: readonly (readonly [items: readonly string[], types: readonly string[]])[] = [
    [codesOf(trading, wanted.suffix), ['0B', '0C']],
    [codesOf(books, wanted.suffix), ['0B', '0D']],
    [codesOf(booksOnly, wanted.suffix), ['0D']],
    [wanted.indexes, ['0J']],
  ];
  const plan: Registration[] = [ACCOUNT, MARKET_WIDE];
  for (const [items, types] of parts) {
    for (let from = 0; from < items.length; from += limits.maxCodesPerGroup) {
      const group = String(plan.length + 1);
      plan.push({ group, items: items.slice(from, from + limits.maxCodesPerGroup), types });
    }
  }
  return plan;
}

function codesOf(interests: readonly { readonly symbol: SymbolCode }[], suffix: string): string[] {
  return [...new Set(interests.map((interest) => `${interest.symbol}${suffix}`))];
}

/** The REG frame. `refresh` is always "1": what "0" clears is not known (kiwoom-wire 1.14). */
export function registrationFrame(registration: Registration): string {
  return JSON.stringify({
    trnm: 'REG',
    grp_no: registration.group,
    refresh: '1',
    data: [{ item: registration.items, type: registration.types }],
  });
}

/** The LOGIN frame: the bare token, without "Bearer" (kiwoom-wire 1.2). */
export function loginFrame(token: string): string {
  return JSON.stringify({ trnm: 'LOGIN', token });
}
