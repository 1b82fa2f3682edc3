// What a TR is to this server: a path, the members its body must have, and a function from exchange state to an answer.
// Reading members and cutting pages live here because every TR does both.

import { expandDate, isCalendarDate } from '#domain/time.ts';
import type { AccountId, ExchangeApi } from '#exchange/contract.ts';
import { badField, type Failure, missingField, type TrAnswer } from '../answers.ts';
import type { AnswerFields, RequestFields } from '../protocol.ts';

/** One request member as the guide's table has it. `values` lists the allowed ones where the guide closes the list. */
export interface RequestMember {
  readonly name: string;
  readonly required: boolean;
  readonly length: number;
  readonly values?: readonly string[];
  /** True for a calendar day written `YYYYMMDD`. */
  readonly isDate?: boolean;
}

/** What a TR works on. `member` reads a body member, absent as `''`. */
export interface TrContext {
  readonly exchange: ExchangeApi;
  readonly account: AccountId;
  readonly member: (name: string) => string;
  /** The cursor the client sent back; null for the first page. */
  readonly nextKey: string | null;
}

export interface Tr {
  readonly id: string;
  readonly path: string;
  readonly members: readonly RequestMember[];
  /** True where the call changes the account's orders. */
  readonly isOrder?: boolean;
  readonly answer: (context: TrContext) => TrAnswer;
}

/** A member that must be there. */
export function required(name: string, length: number, values?: readonly string[]): RequestMember {
  return values === undefined ? { name, required: true, length } : { name, required: true, length, values };
}

/** A member that may be missing or blank. */
export function optional(name: string, length: number): RequestMember {
  return { name, required: false, length };
}

/** A calendar day that must be there. */
export function requiredDate(name: string): RequestMember {
  return { name, required: true, length: 8, isDate: true };
}

/** A calendar day that may be missing or blank, which means today. */
export function optionalDate(name: string): RequestMember {
  return { name, required: false, length: 8, isDate: true };
}

/** The first thing wrong with a body, null when it fits the members. */
export function checkMembers(members: readonly RequestMember[], fields: RequestFields): Failure | null {
  for (const member of members) {
    const value = fields[member.name];
    if (value === undefined || value === null || value === '') {
      if (member.required) return missingField(member.name);
      continue;
    }
    if (typeof value !== 'string') return badField(member.name, '문자열이 아닙니다');
    if (value.length > member.length) return badField(member.name, `길이 ${member.length} 초과`);
    if (member.values !== undefined && !member.values.includes(value)) {
      return badField(member.name, `허용되지 않는 값 ${value}`);
    }
    if (member.isDate === true && !isCalendarDate(expandDate(value))) {
      return badField(member.name, 'YYYYMMDD 형식이 아닙니다');
    }
  }
  return null;
}

/** One page of rows and the cursor behind it. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly nextKey: string | null;
}

/**
 * The page that follows `nextKey` in rows sorted as they are sent. The cursor is the key of the last row sent, so rows
 * that appear in front meanwhile (a newer bar, a newer order) neither repeat nor hide any.
 */
export function pageAfter<T>(
  rows: readonly T[],
  nextKey: string | null,
  size: number,
  keyOf: (row: T) => string,
): Page<T> {
  let from = 0;
  if (nextKey !== null) {
    const last = rows.findIndex((row) => keyOf(row) === nextKey);
    from = last < 0 ? rows.length : last + 1;
  }
  const page = rows.slice(from, from + size);
  const tail = page.at(-1);
  const hasMore = from + size < rows.length;
  return { rows: page, nextKey: hasMore && tail !== undefined ? keyOf(tail) : null };
}

/** An object with every name blank: Kiwoom's answer where it has nothing (kiwoom-wire 2.7). */
export function blanks(names: readonly string[]): AnswerFields {
  return Object.fromEntries(names.map((name) => [name, '']));
}
