// The small pieces under the reports: numbers as people read them, text that stays text, JSON with one order of keys.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatPercent,
  formatRatio,
  formatSigned,
  formatSignedPercent,
  formatWhole,
} from '../../src/report/format.ts';
import { embeddedJson, escapeHtml, html } from '../../src/report/html.ts';
import { LABELS } from '../../src/report/labels.ts';
import { stableJson } from '../../src/report/stable-json.ts';

describe('numbers', () => {
  test.each([
    [formatWhole, 1_234_567, '1,234,567'],
    [formatWhole, -50, '-50'],
    [formatWhole, null, '–'],
    [formatSigned, 1_000, '+1,000'],
    [formatSigned, -1_000, '-1,000'],
    [formatSigned, 0, '0'],
    [formatPercent, 0.12345, '12.35%'],
    [formatPercent, -0.000_001, '0.00%'],
    [formatSignedPercent, 0.05, '+5.00%'],
    [formatSignedPercent, 0.000_001, '0.00%'],
    [formatSignedPercent, -0.05, '-5.00%'],
    [formatRatio, -0.001, '0.00'],
    [formatRatio, 1.234, '1.23'],
  ])('%o of %s is %s', (format, value, expected) => {
    expect(format(value)).toBe(expected);
  });

  test('keep all their digits between the separators', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(Number(formatSigned(value).replaceAll(',', ''))).toBe(value);
        expect(formatWhole(value)).toMatch(/^-?\d{1,3}(,\d{3})*$/);
      }),
    );
  });
});

describe('markup', () => {
  test('has no live character left of any text', () => {
    fc.assert(fc.property(fc.string(), (text) => !/[<>"']|&(?!#\d+;)/.test(escapeHtml(text))));
  });

  test('keeps nested templates and escapes the rest', () => {
    const name = '<b>';
    expect(html`<ul>${[html`<li>${name}</li>`, html`<li>${1}</li>`]}${null}</ul>`.text).toBe(
      '<ul><li>&#60;b&#62;</li><li>1</li></ul>',
    );
  });

  test('carries any data as JSON without ending its element', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const inside = embeddedJson('x', value).text.replace(/^<script[^>]*>|<\/script>$/g, '');
        expect(inside).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(inside)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

test('stable JSON sorts keys at every depth and leaves lists alone', () => {
  expect(stableJson('s/1', { b: [{ d: 1, c: 2 }, 'a'], a: null })).toBe(
    `${JSON.stringify({ schema: 's/1', a: null, b: [{ c: 2, d: 1 }, 'a'] }, null, 2)}\n`,
  );
});

test('every label has words in both languages', () => {
  for (const [key, { ko, en }] of Object.entries(LABELS))
    expect([key, ko.trim(), en.trim()]).not.toContain('');
});
