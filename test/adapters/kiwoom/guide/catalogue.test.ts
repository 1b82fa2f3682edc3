// The guide's data as a whole: how much there is, single fields picked out where the guide is hard to read, agreement with
// the tables that trading uses, and generated files that are current.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { REAL_TIME_TYPES } from '#adapters/kiwoom/catalogue/real-time.ts';
import { TRS } from '#adapters/kiwoom/catalogue.ts';
import type { GuideField } from '#adapters/kiwoom/guide/definition.ts';
import type { GuideId } from '#adapters/kiwoom/guide/ids.ts';
import { loadGuide, loadGuideApi } from '#adapters/kiwoom/guide/load.ts';
import { groupTypes } from '../../../../scripts/read-guide/write-types.ts';

const apis = await loadGuide();

function withoutBlanks(label: string): string {
  return label.replaceAll(' ', '');
}

async function field(id: GuideId, element: string): Promise<GuideField | undefined> {
  const api = await loadGuideApi(id);
  return [...api.request, ...api.response].find((candidate) => candidate.element === element);
}

describe('the catalogue', () => {
  test('has every API and field of the guide', () => {
    const count = (side: 'request' | 'response') => apis.reduce((sum, api) => sum + api[side].length, 0);
    expect(apis).toHaveLength(182);
    expect(apis.filter(({ transport }) => transport === 'websocket')).toHaveLength(22);
    expect([count('request'), count('response')]).toEqual([689, 3_441]);
    expect(apis.filter(({ hasMock }) => !hasMock).map(({ id }) => id)).toEqual(['ka01690']);
  });

  test('says of every field what the guide said when it was last read', () => {
    // Read again by scripts/read-guide, the tables may change: look at the difference it shows, then write the new digest here.
    const rows = apis.flatMap((api) =>
      [...api.request, ...api.response].map(({ element, label, kind, required, length, parent }) =>
        [api.id, element, label, kind, required, length, parent].join('|'),
      ),
    );
    expect(createHash('sha256').update(rows.join('\n')).digest('hex')).toBe(
      '2f8253000bbf94b0d589f530a5c659fb81329d00fe976b915ee3c12b17885e6c',
    );
  });

  test('names every element, and no two inside the same parent alike', () => {
    for (const api of apis) {
      for (const side of [api.request, [...api.response, ...api.unlisted]]) {
        const named = side.filter(({ kind }) => kind !== 'heading');
        const paths = new Set(named.map(({ parent, element }) => `${parent}.${element}`));
        const names = new Set(named.map(({ parent, name }) => `${parent}.${name}`));
        expect(names.size, api.id).toBe(paths.size);
        for (const { name, element, parent } of named) {
          expect(name, `${api.id} ${element}`).toMatch(/^[a-z][A-Za-z0-9]*(_\d+)?$/);
          const parents = named.filter(({ kind }) => kind !== 'value').map((list) => list.element);
          if (parent !== null) expect(parents, `${api.id} ${element}`).toContain(parent);
        }
      }
    }
  });

  test.each<[GuideId, string, Partial<GuideField>]>([
    ['ka10081', 'base_dt', { label: '기준일자', type: 'date', required: true, length: 8, parent: null }],
    [
      'ka10081',
      'cur_prc',
      { label: '현재가', name: 'currentPrice', type: 'price', parent: 'stk_dt_pole_chart_qry' },
    ],
    ['ka10010', 'ndiffpro_trst_buy_amt', { label: '비차익위탁매수금액', length: 20 }],
    ['ka10029', 'exp_cntr_flu_rt_upper', { label: '예상체결등락률상위', kind: 'list' }],
    ['kt00009', 'acnt_ord_cntr_prst_array', { label: '계좌별주문체결현황배열', kind: 'list' }],
    ['kt00012', 'assr_40ord_alowq', { label: '보증금40%주문가능수량', type: 'quantity' }],
    ['ka00198', 'prev_base_chgr', { label: '직전 기준 대비 등락율', type: 'percent' }],
    ['ka20006', 'open_pric', { type: 'index100', parent: 'inds_dt_pole_qry' }],
    ['ka20001', 'cur_prc', { type: 'index' }],
    ['ka20007', 'base_dt', { length: 3, sendLength: 8, type: 'date' }],
    ['ka10084', 'tdy_pred', { values: { '1': '당일', '2': '전일' } }],
    ['kt10000', 'dmst_stex_tp', { values: { KRX: '', NXT: '', SOR: '' } }],
    ['0D', '6100', { label: 'KRX 중간가 매도 총잔량 증감', parent: 'values', type: 'signed' }],
    ['0B', 'values', { kind: 'object', parent: 'data' }],
  ])('%s %s', async (id, element, expected) => {
    expect(await field(id, element)).toMatchObject(expected);
  });
});

describe('the tables of trading', () => {
  test.each(Object.values(TRS))('$id agrees with the guide', async (tr) => {
    const api = await loadGuideApi(tr.id);
    expect([tr.koreanName, tr.englishName, tr.path]).toEqual([api.koreanName, api.englishName, api.url]);
    for (const own of tr.request) {
      const guide = api.request.find(({ element }) => element === own.element)!;
      expect([own.need === 'required', own.maxLength, withoutBlanks(own.label)]).toEqual([
        guide.required,
        guide.length,
        withoutBlanks(guide.label),
      ]);
      if (own.allowed !== null && guide.values !== undefined) {
        expect(Object.keys(guide.values), own.element).toEqual(expect.arrayContaining([...own.allowed]));
      }
    }
    const answered = [...tr.response, ...(tr.list?.fields ?? [])];
    for (const { element, label } of answered) {
      const guide = [...api.response, ...api.unlisted].find((candidate) => candidate.element === element);
      if (guide !== undefined) expect(withoutBlanks(guide.label), element).toBe(withoutBlanks(label));
    }
    const elements = api.response.map(({ element }) => element);
    expect(elements).toEqual(expect.arrayContaining(tr.list === null ? [] : [tr.list.element]));
  });

  test.each(REAL_TIME_TYPES)('real-time type $id agrees with the guide', async (type) => {
    const api = await loadGuideApi(type.id as GuideId);
    const fids = api.response.filter(({ parent }) => parent === 'values');
    const labels = Object.fromEntries(
      type.fields.map(({ element, label }) => [element, withoutBlanks(label)]),
    );
    expect(labels).toEqual(
      Object.fromEntries(fids.map(({ element, label }) => [element, withoutBlanks(label)])),
    );
  });
});

describe('the generated types', () => {
  /** The formatter breaks long lines; nothing else may differ. */
  const flat = (text: string) =>
    text
      .replace(/\s+/g, '')
      .replace(/([:=(])\|/g, '$1')
      .replaceAll(',}', '}');

  test.each([...new Set(apis.map(({ group }) => group))])('of %s are current', (group) => {
    const path = new URL(`../../../../src/adapters/kiwoom/guide/types/${group}.ts`, import.meta.url);
    const written = groupTypes(
      group,
      apis.filter((api) => api.group === group),
    );
    expect(flat(readFileSync(path, 'utf8'))).toBe(flat(written));
  });
});
