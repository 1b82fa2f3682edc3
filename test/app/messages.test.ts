// Both languages say everything, with the same parameters; the language is the one asked for.

import { describe, expect, it } from 'vitest';
import { chooseLang, describeRefusal, describeStatus, messages } from '#app/messages.ts';

type Leaf = string | ((...parameters: string[]) => string | null);

function leavesOf(catalogue: object, prefix = ''): [path: string, leaf: Leaf][] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? leavesOf(value, `${prefix}${key}.`)
      : [[`${prefix}${key}`, value as Leaf]],
  );
}

const korean = new Map(leavesOf(messages('ko')));
const english = leavesOf(messages('en'));

describe('the catalogue', () => {
  it('has the same messages in both languages', () => {
    expect([...korean.keys()].sort()).toEqual(english.map(([path]) => path).sort());
  });

  it.each(english)('%s is said in both languages, with all its parameters', (path, leaf) => {
    const other = korean.get(path)!;
    if (typeof leaf === 'string') {
      expect(leaf.trim()).not.toBe('');
      expect((other as string).trim()).not.toBe('');
      return;
    }
    const parameters = Array.from({ length: leaf.length }, (_, index) => `«${index}»`);
    for (const say of [leaf, other as typeof leaf]) {
      for (const parameter of parameters) expect(say(...parameters)).toContain(parameter);
    }
  });
});

describe('the language', () => {
  it.each([
    ['en', { HWANGSO_LANG: 'ko' }, 'en'],
    [null, { HWANGSO_LANG: 'ko', LANG: 'en_US.UTF-8' }, 'ko'],
    [null, { LC_ALL: 'C', LANG: 'ko_KR.UTF-8' }, 'ko'],
    [null, { LC_ALL: 'en_US', LANG: 'ko_KR.UTF-8' }, 'en'],
    [null, { LANG: 'kok_IN' }, 'en'],
    [null, { LANG: 'fr_FR' }, 'en'],
    ['KO', {}, 'ko'],
    [null, {}, 'en'],
  ] as const)('asked for by %j and %j is %s', (asked, env, lang) => {
    expect(chooseLang(asked, env)).toBe(lang);
  });
});

describe('a refusal', () => {
  it('says what it means and shows its numbers', () => {
    const refusal = { code: 'order-value-limit', limit: 10_000_000, actual: 12_345_678 } as const;

    expect(describeRefusal('en', refusal)).toBe(
      'the order is too big (risk.maxOrderValue) · limit 10,000,000, was 12,345,678',
    );
    expect(describeRefusal('ko', refusal)).toContain('한도 10,000,000, 실제 12,345,678');
  });

  it('without numbers shows none, and keeps its detail', () => {
    const refusal = { code: 'session-closed', limit: null, actual: null, detail: 'break' } as const;

    expect(describeRefusal('en', refusal)).toBe('the market does not take this order now · break');
  });
});

it('an order’s status is told in words', () => {
  expect(describeStatus('ko', 'partly-filled')).toBe('일부 체결');
  expect(describeStatus('en', 'absent')).toBe('never reached the broker');
});
