// What a raw request says before any TR reads it: which TR it is for, and its body as an object.

import type { RequestFields, RestRequest } from './protocol.ts';
import { TRS } from './trs/index.ts';

export const TOKEN_PATH = '/oauth2/token';
export const REVOKE_PATH = '/oauth2/revoke';

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

/** The body as an object; null when it is none. An empty body is an empty object: members are then found missing. */
export function parseBody(body: string): RequestFields | null {
  if (body.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as RequestFields)
      : null;
  } catch {
    return null;
  }
}
