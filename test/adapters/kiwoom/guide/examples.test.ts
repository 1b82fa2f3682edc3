// The guide's own examples through our own code: each request passes, each answer decodes with every element known, and
// nothing that can be done to an answer makes decoding throw or turns "not said" into a number.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRecord, UnknownCounter } from '#adapters/kiwoom/decode-answer.ts';
import type { GuideApi, GuideField } from '#adapters/kiwoom/guide/definition.ts';
import type { GuideId } from '#adapters/kiwoom/guide/ids.ts';
import { loadGuide, loadGuideExample } from '#adapters/kiwoom/guide/load.ts';
import { decodeGuideBody, decodeGuideValue, type GuideValue } from '#adapters/kiwoom/guide-decode.ts';
import { encodeGuideRequest, type GuideInputs } from '#adapters/kiwoom/guide-request.ts';

const apis = await loadGuide();
const cases = await Promise.all(
  apis.map(async (api) => ({ id: api.id, api, example: await loadGuideExample(api.id as GuideId) })),
);

/** A request body with our names in place of Kiwoom's. */
function renamed(
  api: GuideApi,
  body: Readonly<Record<string, unknown>>,
  parent: string | null = null,
): GuideInputs {
  const entries = Object.entries(body).map(([element, value]) => {
    const field = api.request.find(
      (candidate) => candidate.element === element && candidate.parent === parent,
    );
    if (field?.kind !== 'list') return [field?.name ?? element, value];
    return [field.name, (value as Record<string, unknown>[]).map((row) => renamed(api, row, element))];
  });
  return Object.fromEntries(entries);
}

function leavesOf(value: GuideValue): readonly GuideValue[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  return isRecord(value) ? Object.values(value).flatMap((inner) => leavesOf(inner as GuideValue)) : [value];
}

describe.each(cases)('$id', ({ api, example }) => {
  test('accepts the guide’s request and sends it as it is', () => {
    const { request } = example;
    if (request === null) return expect(api.request).toEqual([]);
    expect(encodeGuideRequest(api, renamed(api, request))).toEqual(request);
  });

  test('decodes the guide’s answers with every element known', () => {
    const unknown = new UnknownCounter();
    const decoded = example.responses.map((body) => decodeGuideBody(api, body, unknown));
    expect(unknown.snapshot()).toEqual({});
    for (const value of decoded.flatMap(leavesOf)) expect(Number.isNaN(value)).toBe(false);
  });

  test('refuses a request without a required field, and one with a field too many', () => {
    const inputs = renamed(api, example.request ?? {});
    const required = api.request.find((field) => field.required === true && field.parent === null);
    if (required !== undefined) {
      const { [required.name]: _, ...rest } = inputs;
      expect(() => encodeGuideRequest(api, rest)).toThrow(required.element);
    }
    expect(() => encodeGuideRequest(api, { ...inputs, noSuchField: 'x' })).toThrow('noSuchField');
  });
});

/** Every text of an answer with the field that reads it. */
function textsIn(
  api: GuideApi,
  body: Readonly<Record<string, unknown>>,
  parent: string | null,
): [GuideField, string][] {
  return Object.entries(body).flatMap(([element, value]): [GuideField, string][] => {
    const inner = (Array.isArray(value) ? value : [value]).filter(isRecord);
    const nested = inner.flatMap((row) => textsIn(api, row, element));
    const field = [...api.response, ...api.unlisted].find(
      (candidate) => candidate.element === element && candidate.parent === parent,
    );
    return field?.kind === 'value' && typeof value === 'string' ? [[field, value], ...nested] : nested;
  });
}

test('an example value that says something decodes to something', () => {
  const lost: string[] = [];
  for (const { api, example } of cases) {
    if (api.id === 'ka10001') continue; // its values are shifted, see docs/kiwoom-guide-slips.md
    for (const [field, raw] of example.responses.flatMap((body) => textsIn(api, body, null))) {
      if (/^[\s0+.%:-]*$/.test(raw)) continue; // blank, or zero, which is "none" for prices and dates
      if (decodeGuideValue(field.type ?? 'text', raw) === null)
        lost.push(`${api.id}.${field.element} ${raw}`);
    }
  }
  expect(lost).toEqual([]);
});

describe('any answer', () => {
  const anyApi = fc.constantFrom(...cases.filter(({ example }) => example.responses.length > 0));

  test('decodes without throwing, whatever its members are', () => {
    fc.assert(
      fc.property(anyApi, fc.jsonValue(), fc.nat(), ({ api, example }, junk, pick) => {
        const body = structuredClone(example.responses[0]!) as Record<string, unknown>;
        const members = Object.keys(body);
        body[members[pick % members.length]!] = junk;
        const list = Object.values(body).find((value) => Array.isArray(value) && value.length > 0);
        if (Array.isArray(list)) list[0] = junk;
        expect(() => decodeGuideBody(api, body, new UnknownCounter())).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  test('never turns an absent value into a number', () => {
    const absent = fc.constantFrom<unknown>('', ' ', '   ', '+', '-', '--', null, undefined, [], {});
    const valueType = fc.constantFrom(
      ...new Set(
        apis.flatMap(({ response }) => response.map(({ type }) => type).filter((type) => type !== null)),
      ),
    );
    fc.assert(
      fc.property(valueType, absent, (type, raw) => {
        const value = decodeGuideValue(type, raw);
        expect(typeof value).not.toBe('number');
      }),
    );
  });

  test('that is empty has no numbers and empty lists', () => {
    for (const api of apis) {
      const decoded = decodeGuideBody(api, {}, new UnknownCounter());
      for (const leaf of leavesOf(decoded)) expect(leaf, api.id).toBeNull();
    }
  });
});

test.each([
  ['index100', '+239417', 2_394.17],
  ['index100', '-239326', 2_393.26],
  ['index', '-2394.49', 2_394.49],
  ['index', '0.00', null],
  ['price', '-95100', 95_100],
  ['signed', '--97.71', -97.71],
] as const)('%s reads %s', (type, raw, expected) => {
  expect(decodeGuideValue(type, raw)).toBe(expected);
});
