// The guide's own examples through our own code: each request passes, each answer decodes with every element known, and
// "not said" never becomes a number.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeGuideBody, decodeGuideValue, type GuideValue } from '#adapters/kiwoom/guide-decode.ts';
import { encodeGuideRequest } from '#adapters/kiwoom/guide-request.ts';
import { isRecord, UnknownCounter } from '#adapters/kiwoom/rest/decode-answer.ts';
import { apis, cases, renamed, textsIn } from './cases.ts';

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
});

test('an example value that says something decodes to something', () => {
  const lost: string[] = [];
  for (const { api, example } of cases) {
    if (api.id === 'ka10001') continue; // its values are shifted, see docs/kiwoom-guide-slips.md
    for (const [field, raw] of example.responses.flatMap((body) => textsIn(api, body))) {
      if (/^[\s0+.%:-]*$/.test(raw)) continue; // blank, or zero, which is "none" for prices and dates
      if (decodeGuideValue(field.type ?? 'text', raw) === null)
        lost.push(`${api.id}.${field.element} ${raw}`);
    }
  }
  expect(lost).toEqual([]);
});

describe('any answer', () => {
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
