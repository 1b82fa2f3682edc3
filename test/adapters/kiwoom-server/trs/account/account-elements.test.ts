// Every account TR answers with the elements of the guide's table and no others, in the guide's words of length and kind, and what
// is nothing wherever it occurs is named with its reason.

import { describe, expect, it } from 'vitest';
import type { GuideApi, GuideField } from '#adapters/kiwoom/guide/definition.ts';
import { isGuideId, loadGuideApi } from '#adapters/kiwoom/guide/load.ts';
import { decodeGuideBody } from '#adapters/kiwoom/guide-decode.ts';
import { UnknownCounter } from '#adapters/kiwoom/rest/decode-answer.ts';
import { accountBlanks, trsWithBlanks } from '#adapters/kiwoom-server/trs/account/account-blanks.ts';
import { ACCOUNT_TRS } from '#adapters/kiwoom-server/trs/account-trs.ts';
import { compactDate } from '#domain/time.ts';
import { AccountServer } from './account-server.ts';
import { busyAccounts } from './busy-accounts.ts';

const level = (fields: readonly GuideField[], parent: string | null): string[] =>
  fields.filter((field) => field.kind !== 'heading' && field.parent === parent).map((field) => field.element);

function listOf(api: GuideApi): string | null {
  return api.response.find((field) => field.kind === 'list')?.element ?? null;
}

const QUERIES = ACCOUNT_TRS.filter(({ id, isOrder }) => isGuideId(id) && isOrder !== true);

describe('the answer of', () => {
  it.each(QUERIES.map((tr) => [tr.id, tr] as const))('%s', async (id, tr) => {
    if (!isGuideId(id)) throw new Error(id);
    const api = await loadGuideApi(id);
    expect(tr.path).toBe(api.url);
    const list = listOf(api);
    const allowed = [...api.response, ...api.unlisted];
    const seen = { top: new Set<string>(), rows: new Set<string>(), filled: new Set<string>() };
    for (const body of answersOf(id)) {
      const { return_code, return_msg, ...fields } = body;
      expectElements(Object.keys(fields), level(api.response, null), level(allowed, null));
      for (const name of Object.keys(fields)) if (name !== list) seen.top.add(name);
      const rows = (list === null ? [] : body[list]) as Record<string, string>[];
      for (const row of rows) {
        expectElements(Object.keys(row), level(api.response, list), level(allowed, list));
        for (const name of Object.keys(row)) seen.rows.add(name);
      }
      for (const [name, value] of [fields, ...rows].flatMap(Object.entries)) {
        if (typeof value === 'string' && !isNothing(value)) seen.filled.add(name);
      }
      for (const field of api.response) expectLength(field, fields, rows);
      const unknown = new UnknownCounter();
      decodeGuideBody(api, body, unknown);
      expect(unknown.snapshot()).toEqual({});
    }
    if (list !== null && id !== 'kt00001') expect(seen.rows.size, 'rows').toBeGreaterThan(0);
    const nothing = [...seen.top, ...seen.rows].filter((name) => !seen.filled.has(name));
    expect([...new Set(nothing)].sort()).toEqual([...accountBlanks(id).keys()].sort());
  });

  it('reasons stand for TRs that are answered only', () => {
    const ids = new Set(QUERIES.map((tr) => tr.id));
    expect([...trsWithBlanks()].filter((id) => !ids.has(id))).toEqual([]);
  });
});

/** What several busy accounts are answered on several days. */
function answersOf(id: string): Record<string, unknown>[] {
  const bodies: Record<string, unknown>[] = [];
  busyAccounts((exchange) => {
    const server = new AccountServer(exchange.api);
    for (const account of exchange.accounts.ids()) {
      const answers = server.answers(account, compactDate(exchange.tradeDate));
      const asked = answers.requestsThatShowAll(id);
      for (const fields of asked) bodies.push(answers.body(id, fields));
    }
  });
  return bodies;
}

/** Blank, or zero however it is written. */
function isNothing(value: string): boolean {
  return /^[ 0.%]*$/.test(value);
}

/** All of the table, and nothing that neither the table nor the guide's examples have. */
function expectElements(elements: string[], table: string[], allowed: string[]): void {
  expect(table.filter((name) => !elements.includes(name))).toEqual([]);
  expect(elements.filter((name) => !allowed.includes(name))).toEqual([]);
}

/** No value is longer than the guide says. */
function expectLength(
  { element, length, parent }: GuideField,
  top: Record<string, unknown>,
  rows: readonly Record<string, string>[],
): void {
  if (length === null || SHORT_IN_GUIDE.has(element)) return;
  for (const values of parent === null ? [top] : rows) {
    const value = values[element];
    if (typeof value === 'string') expect(value.length, `${element} ${value}`).toBeLessThanOrEqual(length);
  }
}

/** Longer in the guide's own examples than its tables allow. */
const SHORT_IN_GUIDE: ReadonlySet<string> = new Set([]);
