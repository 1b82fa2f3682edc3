// The reader of the guide on small tables of its own making: what a PDF does to a table is undone, what is almost JSON is
// read, and two catalogues are told apart.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GuideApi } from '#adapters/kiwoom/guide/definition.ts';
import { readListed } from '../../../../scripts/read-guide/allowed.ts';
import { diffCatalogues } from '../../../../scripts/read-guide/diff.ts';
import { readLenient } from '../../../../scripts/read-guide/lenient-json.ts';
import { readRows } from '../../../../scripts/read-guide/rows.ts';

const BREAK = '\f';

function rowsOf(...lines: readonly string[]) {
  return readRows(
    lines.map((text) => ({ text: text.replace(BREAK, ''), isAfterBreak: text.startsWith(BREAK) })),
  );
}

describe('a row', () => {
  test.each([
    [['Body a_b 이름 String Y 20 '], { element: 'a_b', label: '이름', required: true, length: 20, depth: 0 }],
    [['Body - a_b 총 수량 String N'], { element: 'a_b', label: '총 수량', length: null, depth: 1 }],
    [['Body - - 10 현재가 String N '], { element: '10', depth: 2 }],
    [['Body a_long_', 'name', '이름 LIST N '], { element: 'a_long_name', label: '이름', type: 'LIST' }],
    [['Body -', 'a_name', '이름 String N 20 '], { element: 'a_name', label: '이름', depth: 1 }],
    [['Body a 가나다라마바사아자', '차', 'String N 20 '], { label: '가나다라마바사아자차' }],
    [['Body a 가 나다', '라마바사아자차', 'String N 20 '], { label: '가 나다 라마바사아자차' }],
    [['Body a_am 금액 String N 20 ', `${BREAK}t`], { element: 'a_amt', label: '금액' }],
    [['Body a_q 주문가능 String N 12 ', `${BREAK}수량`], { element: 'a_q', label: '주문가능수량' }],
    [['Body a 구분 String Y 1 1:가,', '2:나'], { element: 'a', description: '1:가,\n2:나' }],
    [['Body 조회 데이터'], { element: '', label: '조회 데이터', type: null }],
  ])('%j', (lines, expected) => {
    expect(rowsOf(...lines)).toEqual([expect.objectContaining(expected)]);
  });
});

describe('listed values', () => {
  test.each([
    ['0:전체, 1:매수', { '0': '전체', '1': '매수' }, false],
    ['당일 : 1, 전일 : 2', { '1': '당일', '2': '전일' }, false],
    ['1:KRX, 2:NXT 3.통합', { '1': 'KRX', '2': 'NXT', '3': '통합' }, false],
    ['0:전체, 10;10일', { '0': '전체', '10': '10일' }, false],
    ['4:관리종목, 우선주제외, 5:ETF', { '4': '관리종목, 우선주제외', '5': 'ETF' }, false],
    ['001:종합\n101:코스닥 나머지 ※ 참고', { '001': '종합', '101': '코스닥' }, true],
    ['KRX,NXT,SOR', { KRX: '', NXT: '', SOR: '' }, false],
    ['0 or 1', { '0': '', '1': '' }, false],
    ['0:순매수', { '0': '순매수' }, true],
  ] as const)('of %j', (description, values, isOpen) => {
    expect(readListed(description)).toEqual({ values, isOpen });
  });

  test.each(['YYYYMMDD', '거래소별 종목코드\n(KRX:039490,NXT:039490_NX)', '분 입력', '0~100 입력', ''])(
    'none in %j',
    (text) => {
      expect(readListed(text)).toBeNull();
    },
  );
});

describe('almost JSON', () => {
  test.each([
    ["{ 'a': '1' }", { a: '1' }, ['single quotes']],
    ['{ "a": "1" "b": 2 }', { a: '1', b: 2 }, ['missing comma']],
    ['{ "a": [{}, {},], }', { a: [{}, {}] }, ['comma too many']],
    ['{ "a": "x\n  y" }', { a: 'xy' }, ['line break in a string']],
  ])('%j', (text, document, forgiven) => {
    expect(readLenient(text)).toEqual({ documents: [document], forgiven });
  });

  test('several documents with comments between them', () => {
    expect(readLenient('#one\n{"a":1}\n#two\n{"b":2}').documents).toEqual([{ a: 1 }, { b: 2 }]);
  });

  test('JSON is read as JSON', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abc가 :{}[],#') });
    fc.assert(
      fc.property(fc.dictionary(text, fc.oneof(text, fc.integer(), fc.array(text))), (document) => {
        const { documents, forgiven } = readLenient(JSON.stringify(document));
        expect(documents).toEqual([document]);
        expect(forgiven).toEqual([]);
      }),
    );
  });

  test('what is no JSON at all is an error', () => {
    expect(() => readLenient('{ "a" 1 }')).toThrow('expected a colon');
    expect(() => readLenient('{ "a": "b')).toThrow('end of a string');
  });
});

describe('the difference of two catalogues', () => {
  const api = (id: string, request: GuideApi['request']): GuideApi => ({
    id,
    koreanName: '이름',
    englishName: 'name',
    group: 'charts',
    menu: ['국내주식', '차트'],
    transport: 'rest',
    method: 'POST',
    url: '/api',
    hasMock: true,
    request,
    response: [],
    unlisted: [],
  });
  const field = (element: string, length: number): GuideApi['request'][number] => ({
    element,
    name: element,
    label: '라벨',
    kind: 'value',
    type: 'text',
    required: true,
    length,
    parent: null,
  });

  test('is nothing for the same catalogue', () => {
    expect(diffCatalogues([api('a', [field('x', 1)])], [api('a', [field('x', 1)])])).toEqual([]);
  });

  test('names what was added, removed and changed', () => {
    const before = [api('gone', []), api('a', [field('x', 1), field('y', 1)])];
    const after = [api('a', [field('x', 2), field('z', 1)]), api('new', [])];
    expect(diffCatalogues(before, after)).toEqual([
      '- gone 이름',
      '- a request y',
      '~ a request x length: 1 -> 2',
      '+ a request z',
      '+ new 이름',
    ]);
  });
});
