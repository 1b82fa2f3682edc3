// Which rows of an answer are new, changed, moved or gone, and what a row is told apart by.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainRecord } from '#domain/plain.ts';
import { markRows } from '#engine/mark-rows.ts';

/** `new a 0`, `changed b 1<0`, `gone c`, by the field `shown`. */
function inWords(answer: PlainRecord, before: PlainRecord | null, shown: string): string[] {
  const { rows, gone } = markRows(answer, before);
  return [
    ...rows['list']!.map(({ row, change, place, placeBefore }) =>
      [change, row[shown], placeBefore === null ? place : `${place}<${placeBefore}`].join(' '),
    ),
    ...gone['list']!.map((row) => `gone ${row[shown]}`),
  ];
}

const stock = (stockCode: string, price: number): PlainRecord => ({ stockCode, price });

describe('rows are told apart by', () => {
  test.each<[string, PlainRecord[], PlainRecord[], string, string[]]>([
    [
      'their instrument: a ranking moves, changes, loses and gains',
      [stock('A', 1), stock('B', 2), stock('C', 3)],
      [stock('B', 2), stock('A', 9), stock('D', 4)],
      'stockCode',
      ['same B 0<1', 'changed A 1<0', 'new D 2', 'gone C'],
    ],
    [
      'their instrument and its date, where a row has one',
      [
        { stockCode: 'A', date: '2026-11-19' },
        { stockCode: 'A', date: '2026-11-18' },
      ],
      [
        { stockCode: 'A', date: '2026-11-20' },
        { stockCode: 'A', date: '2026-11-19' },
      ],
      'date',
      ['new 2026-11-20 0', 'same 2026-11-19 1<0', 'gone 2026-11-18'],
    ],
    [
      'the number of their order, not its instrument',
      [{ orderNo: '1', stockCode: 'A', left: 10 }],
      [
        { orderNo: '2', stockCode: 'A', left: 5 },
        { orderNo: '1', stockCode: 'A', left: 3 },
      ],
      'orderNo',
      ['new 2 0', 'changed 1 1<0'],
    ],
    [
      'another code when there is no instrument',
      [{ memberCode: '1', sold: 1 }],
      [{ memberCode: '2', sold: 1 }],
      'memberCode',
      ['new 2 0', 'gone 1'],
    ],
    [
      'date and time, when they are a course of it',
      [{ tradeTime: '09:01', price: 1 }],
      [
        { tradeTime: '09:02', price: 1 },
        { tradeTime: '09:01', price: 1 },
      ],
      'tradeTime',
      ['new 09:02 0', 'same 09:01 1<0'],
    ],
    [
      'their place, when they have nothing else',
      [{ rank: 'x' }, { rank: 'y' }],
      [{ rank: 'y' }],
      'rank',
      ['changed y 0<0', 'gone y'],
    ],
  ])('%s', (_name, before, after, shown, words) => {
    expect(inWords({ list: after }, { list: before }, shown)).toEqual(words);
  });

  test('their number from the end where several are about the same: the newest of a second is new', () => {
    const before = {
      list: [
        { time: '09:00', volume: 2 },
        { time: '09:00', volume: 1 },
      ],
    };
    const after = { list: [{ time: '09:00', volume: 3 }, ...before.list] };
    expect(inWords(after, before, 'volume')).toEqual(['new 3 0', 'same 2 1<0', 'same 1 2<1']);
  });
});

test('all rows of a first answer are new, and values beside the lists are no rows', () => {
  const answer = { basis: 'x', list: [stock('A', 1)], codes: ['A'] };
  expect(markRows(answer, null)).toEqual({
    rows: { list: [{ row: stock('A', 1), change: 'new', place: 0, placeBefore: null }] },
    gone: { list: [] },
  });
});

test('a list that comes empty loses every row', () => {
  const { rows, gone } = markRows({ list: [] }, { list: [stock('A', 1)] });
  expect([rows['list'], gone['list']]).toEqual([[], [stock('A', 1)]]);
});

test('every row is marked once, and every row before is either marked or gone', () => {
  const lists = fc.array(
    fc.record({ stockCode: fc.constantFrom('A', 'B', 'C'), price: fc.integer({ min: 1, max: 3 }) }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(lists, lists, (before, after) => {
      const { rows, gone } = markRows({ list: after }, { list: before });
      const marked = rows['list']!;
      expect(marked.map(({ row }) => row)).toEqual(after);
      expect(marked.map(({ place }) => place)).toEqual(after.map((_row, place) => place));
      const places = marked.flatMap(({ placeBefore }) => placeBefore ?? []);
      expect(new Set(places).size).toBe(places.length);
      expect(places.length + gone['list']!.length).toBe(before.length);
      for (const { row, change, placeBefore } of marked) {
        if (placeBefore === null) expect(change).toBe('new');
        else expect(change === 'same').toBe(JSON.stringify(row) === JSON.stringify(before[placeBefore]));
      }
    }),
  );
});
