// What may not be sent, for every field of every API: each rule broken once on the guide's own request is refused by name.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GuideApi, GuideField } from '#adapters/kiwoom/guide/definition.ts';
import {
  encodeGuideRequest,
  type GuideInputs,
  GuideRequestError,
  type GuideRule,
  namedInputs,
} from '#adapters/kiwoom/guide-request.ts';
import { isRecord } from '#adapters/kiwoom/rest/decode-answer.ts';
import { cases, changed, renamed } from './cases.ts';

function refusalOf(
  api: GuideApi,
  inputs: GuideInputs,
): Pick<GuideRequestError, 'api' | 'field' | 'rule'> | null {
  try {
    encodeGuideRequest(api, inputs);
    return null;
  } catch (error) {
    if (!(error instanceof GuideRequestError)) throw error;
    expect(error.text.ko).toContain(error.field);
    expect(error.message).toContain(error.field);
    return { api: error.api, field: error.field, rule: error.rule };
  }
}

/** The longest text that a field takes; null for any. */
function longest({ sendLength, length }: GuideField): number | null {
  const limit = sendLength ?? length ?? 0;
  return limit > 0 ? limit : null;
}

/** A field, and a value that breaks a rule in it; undefined leaves the field out. */
type Mistake = readonly [field: GuideField, rule: GuideRule, value: string | undefined];

function mistakesIn(api: GuideApi): Mistake[] {
  return api.request
    .filter(({ kind }) => kind === 'value')
    .flatMap((field): Mistake[] => {
      const limit = longest(field);
      const isClosed = field.values !== undefined && field.isOpen !== true;
      return [
        ...(field.required === true ? [[field, 'missing', undefined] as const] : []),
        ...(field.required === true && field.mayBeBlank !== true ? [[field, 'missing', ''] as const] : []),
        ...(limit === null ? [] : [[field, 'too-long', '9'.repeat(limit + 1)] as const]),
        ...(isClosed ? [[field, 'not-allowed', '~'] as const] : []),
        ...(field.type === 'date' && field.values === undefined
          ? [[field, 'format', '20260231'] as const]
          : []),
      ];
    });
}

const withFields = cases.filter(({ api }) => api.request.length > 0);

describe.each(withFields)('$id', ({ api, example }) => {
  const inputs = renamed(api, example.request ?? {});

  test('refuses each mistake by the name of its field', () => {
    for (const [field, rule, value] of mistakesIn(api)) {
      expect(refusalOf(api, changed(api, inputs, field, value)), `${field.element} ${rule}`).toEqual({
        api: api.id,
        field: field.name,
        rule,
      });
    }
  });

  test('takes every value that the guide lists', () => {
    for (const field of api.request) {
      for (const value of Object.keys(field.values ?? {})) {
        expect(refusalOf(api, changed(api, inputs, field, value)), `${field.element} ${value}`).toBeNull();
      }
    }
  });

  test('refuses a field that it does not have', () => {
    expect(refusalOf(api, { ...inputs, noSuchField: 'x' })).toMatchObject({
      field: 'noSuchField',
      rule: 'unknown',
    });
  });

  test('takes the guide’s words as well as ours', () => {
    expect(namedInputs(api, (example.request ?? {}) as GuideInputs)).toMatchObject(
      Object.fromEntries(Object.keys(inputs).map((name) => [name, expect.anything()])),
    );
  });
});

test('the rules are met all over the guide', () => {
  const counts: Record<string, number> = {};
  for (const [, rule] of withFields.flatMap(({ api }) => mistakesIn(api)))
    counts[rule] = (counts[rule] ?? 0) + 1;
  expect(counts).toEqual({ missing: 1_186, 'too-long': 662, 'not-allowed': 376, format: 68 });
});

test('whatever is given, a request is a body of text or refused by name', () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.string(),
    fc.constantFrom(Number.NaN, null, [null], [[]], [{ item: null }], {}),
  );
  const isText = (value: unknown): boolean =>
    Array.isArray(value)
      ? value.every(isText)
      : isRecord(value)
        ? Object.values(value).every(isText)
        : typeof value === 'string';
  fc.assert(
    fc.property(fc.constantFrom(...withFields), fc.nat(), anything, ({ api, example }, pick, value) => {
      const inputs = renamed(api, example.request ?? {});
      const top = api.request.filter(({ parent }) => parent === null);
      const field = top[pick % top.length]!;
      const given = { ...inputs, [field.name]: value } as GuideInputs;
      const refusal = refusalOf(api, given);
      if (refusal !== null) expect(refusal.api).toBe(api.id);
      else expect(isText(encodeGuideRequest(api, given))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
