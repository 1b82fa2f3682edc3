// What a socket has registered for, held against the plainest book of it there is: a set of group, type and item.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  GROUP_FULL,
  type RegistrationEntry,
  Registrations,
  TOTAL_FULL,
} from '#adapters/kiwoom-server/registrations.ts';

const GROUPS = ['1', '2'];
const TYPES = ['0B', '0D', '00'];
const ITEMS = ['005930', '005930_NX', '000660_AL', ''];

const entries = fc.array(
  fc.record({
    types: fc.subarray(TYPES, { minLength: 1 }),
    items: fc.subarray(ITEMS, { minLength: 1 }),
  }),
  { maxLength: 2 },
);
const group = fc.constantFrom(...GROUPS);
const step = fc.oneof(
  fc.record({ kind: fc.constant('register'), group, isKept: fc.boolean(), entries }),
  fc.record({ kind: fc.constant('remove'), group, isKept: fc.constant(true), entries }),
  fc.record({ kind: fc.constant('remove-group'), group, isKept: fc.constant(false), entries }),
);

const pairsOf = (group: string, list: readonly RegistrationEntry[]): string[] =>
  list.flatMap(({ types, items }) =>
    types.flatMap((type) => items.map((item) => `${group} ${type} ${item}`)),
  );

/** Type and item of everything that is registered, in any group. */
const held = (book: ReadonlySet<string>): string[] =>
  [...new Set([...book].map((pair) => pair.slice(pair.indexOf(' ') + 1)))].toSorted();

const codeOf = (item: string): string => item.replace(/_(AL|NX)$/, '');

it('holds what was registered and not removed, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const registrations = new Registrations();
      const book = new Set<string>();
      for (const { kind, group, isKept, entries } of steps) {
        if (kind === 'register') expect(registrations.register(group, isKept, entries)).toBe(0);
        if (kind === 'remove') registrations.remove(group, entries);
        if (kind === 'remove-group') registrations.removeGroup(group);
        if (!isKept) for (const pair of [...book]) if (pair.startsWith(`${group} `)) book.delete(pair);
        for (const pair of kind === 'remove-group' ? [] : pairsOf(group, entries)) {
          if (kind === 'register') book.add(pair);
          else book.delete(pair);
        }
        const told = TYPES.flatMap((type) =>
          [...new Set(ITEMS.map(codeOf))].flatMap((code) =>
            (registrations.itemsFor(type, code) ?? []).map(({ item }) => `${type} ${item}`),
          ),
        );
        expect(told.toSorted()).toEqual(held(book));
        for (const type of TYPES) {
          const isHeld = held(book).some((pair) => pair.startsWith(`${type} `));
          expect(registrations.has(type)).toBe(isHeld);
        }
      }
    }),
  );
});

describe('an item', () => {
  it.each([
    ['005930', '005930', 'KRX'],
    ['005930_NX', '005930', 'NXT'],
    ['005930_AL', '005930', 'ALL'],
    ['005930_al', '005930_al', 'KRX'],
  ])('%s is %s of %s', (item, code, view) => {
    const registrations = new Registrations();
    registrations.register('1', true, [{ types: ['0B'], items: [item] }]);
    expect(registrations.itemsFor('0B', code)).toEqual([{ item, view, json: JSON.stringify(item) }]);
    expect([...registrations.codesOf('0B')]).toEqual([code]);
    expect(registrations.summary()).toEqual([{ type: '0B', items: [item] }]);
  });
});

describe('too many codes', () => {
  const codes = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => String(100_000 + from + index));
  const of = (items: string[], types = ['0B']) => [{ types, items }];

  it.each([
    ['a hundred in a group', [['1', of(codes(0, 100))]], 0],
    ['the same hundred for another type', [['1', of(codes(0, 100), ['0B', '0D'])]], 0],
    ['one more in a group', [['1', of(codes(0, 101))]], GROUP_FULL],
    ['a blank item beside a hundred', [['1', of([...codes(0, 100), ''], ['00'])]], 0],
    [
      'the same hundred in two groups',
      [
        ['1', of(codes(0, 100))],
        ['2', of(codes(0, 100))],
      ],
      0,
    ],
    [
      'one more in another group',
      [
        ['1', of(codes(0, 100))],
        ['2', of(codes(100, 1))],
      ],
      TOTAL_FULL,
    ],
  ] as [string, [string, RegistrationEntry[]][], number][])('%s: %3$i', (_what, calls, expected) => {
    const registrations = new Registrations();
    const answers = calls.map(([group, list]) => registrations.register(group, true, list));
    expect(answers.at(-1)).toBe(expected);
  });

  it('change nothing', () => {
    const registrations = new Registrations();
    registrations.register('1', true, of(['005930']));
    expect(registrations.register('1', false, of(codes(0, 101)))).toBe(GROUP_FULL);
    expect(registrations.summary()).toEqual([{ type: '0B', items: ['005930'] }]);
  });
});
