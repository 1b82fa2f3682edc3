// What a raw request says before any TR reads it: its path, which TR it is for, and its body as an object.

import type { RequestFields, RestRequest } from './protocol.ts';
import { TRS } from './trs/index.ts';

export const TOKEN_PATH = '/oauth2/token';
export const REVOKE_PATH = '/oauth2/revoke';

/**
 * The path of a URL as it was meant: no query, one slash where a base URL with a slash at its end left two, and no host where the
 * whole URL was sent, as clients do that take the server for a proxy (RFC 9112, section 3.2.2).
 */
export function pathOf(url: string): string {
  const [path = ''] = url.replace(/^\w+:\/\/[^/?]*/, '').split('?', 1);
  const plain = path.replace(/\/{2,}/g, '/');
  return plain.length > 1 && plain.endsWith('/') ? plain.slice(0, -1) : plain;
}

/** On the token paths the path decides: clients send no api-id there, or one of their own invention. */
export function apiIdOf({ path, headers }: Pick<RestRequest, 'path' | 'headers'>): string {
  if (path === TOKEN_PATH) return 'au10001';
  if (path === REVOKE_PATH) return 'au10002';
  return headers['api-id'] ?? '';
}

/** True for the TRs that place, change or cancel an order. */
export function isOrderTr(apiId: string): boolean {
  return TRS.get(apiId)?.isOrder === true;
}

/**
 * The body as an object; null when it is none. A byte-order mark in front of it, as .NET writes one, is no part of it.
 * An empty body is an empty object: members are then found missing. Whole
 * numbers count as their text: the guide has text everywhere, clients that send numbers exist, and what the real server
 * does with them is not recorded, so this is our decision. Other numbers and truth values stay what they are, which is wrong.
 */
export function parseBody(body: string): RequestFields | null {
  const text = body.trim();
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return withNumbersAsText(value);
  } catch {
    return null;
  }
}

/** The members of an object, whole numbers as their text. */
export function withNumbersAsText(members: object): RequestFields {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, wholeAsText(value)]));
}

/** A whole number as its text, anything else as it is. */
export function wholeAsText(value: unknown): unknown {
  return Number.isSafeInteger(value) ? String(value) : value;
}
