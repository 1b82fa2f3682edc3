// Designated names over the wire: how lists mark them, how rankings leave them out, and what their orders are told.

import { beforeAll, describe, expect, it } from 'vitest';
import { figuresOf } from '#adapters/kiwoom-server/trs/figures.ts';
import { skipped } from '#adapters/kiwoom-server/trs/selection.ts';
import type { DesignationKind } from '#exchange/contract.ts';
import { DEFAULT_LISTINGS, type Listing } from '#exchange/market/listing.ts';
import { PATHS } from './harness.ts';
import { FIRST_DAY, MarketWorld } from './market-world.ts';

const RANKINGS = '/api/dostk/rkinfo';
const SAMSUNG = '005930';
const HYNIX = '000660';
const KAKAO = '035720';
const ECOPRO = '247540';
const KODEX = '069500';

/** The default names, some of them designated. */
function listed(kinds: Readonly<Record<string, readonly DesignationKind[]>>): readonly Listing[] {
  return DEFAULT_LISTINGS.map((listing) => {
    const designations = (kinds[listing.instrument.symbol] ?? []).map((kind) => ({ kind }));
    return designations.length === 0 ? listing : { ...listing, designations };
  });
}

function worldOf(kinds: Parameters<typeof listed>[0], at = '110000'): MarketWorld {
  const world = new MarketWorld(7, 3, listed(kinds));
  world.advanceTo(FIRST_DAY, at);
  return world;
}

describe('ka10100', () => {
  it.each([
    { kinds: [], auditInfo: '정상', state: '증거금20%|담보대출|신용가능', orderWarning: '0', nxtEnable: 'Y' },
    {
      kinds: ['caution'],
      auditInfo: '투자주의',
      state: '증거금20%|담보대출|신용가능',
      orderWarning: '0',
      nxtEnable: 'Y',
    },
    { kinds: ['warning'], auditInfo: '투자경고', state: '증거금100%', orderWarning: '5', nxtEnable: 'N' },
    { kinds: ['risk'], auditInfo: '투자위험', state: '증거금100%', orderWarning: '4', nxtEnable: 'N' },
    { kinds: ['overheated'], auditInfo: '정상', state: '증거금100%', orderWarning: '3', nxtEnable: 'N' },
    { kinds: ['liquidation'], auditInfo: '정상', state: '증거금100%', orderWarning: '2', nxtEnable: 'N' },
    {
      kinds: ['administrative'],
      auditInfo: '정상',
      state: '증거금100%|관리종목',
      orderWarning: '0',
      nxtEnable: 'N',
    },
    {
      kinds: ['administrative', 'halted'],
      auditInfo: '정상',
      state: '증거금100%|거래정지|관리종목',
      orderWarning: '0',
      nxtEnable: 'N',
    },
  ] as const)('marks $kinds', ({ kinds, ...marks }) => {
    const world = worldOf({ [SAMSUNG]: kinds });
    expect(world.call('ka10100', PATHS.stkinfo, { stk_cd: SAMSUNG }).json).toMatchObject(marks);
  });
});

describe('rankings', () => {
  let world: MarketWorld;
  beforeAll(() => {
    world = worldOf({ [HYNIX]: ['administrative'], [KAKAO]: ['liquidation'], [ECOPRO]: ['caution'] });
  });

  const ranked = (fields: Record<string, string>): string[] => {
    const body = { mrkt_tp: '000', stex_tp: '1', ...fields };
    const rows = world.call('ka10032', RANKINGS, body).json['trde_prica_upper'];
    return (rows as { stk_cd: string }[]).map(({ stk_cd }) => stk_cd).sort();
  };

  it.each([
    ['0', false],
    ['1', true],
  ])('ka10032 with mang_stk_incls %s has names under administration: %s', (mang_stk_incls, has) => {
    const codes = ranked({ mang_stk_incls });
    expect([codes.includes(HYNIX), codes.includes(SAMSUNG)]).toEqual([has, true]);
  });

  it.each([
    ['0', []],
    ['1', [HYNIX]],
    ['4', [HYNIX]],
    ['11', [KAKAO]],
  ])('ka10030 with mang_stk_incls %s leaves out %o', (mang_stk_incls, left) => {
    const body = {
      ...{ mrkt_tp: '000', sort_tp: '1', crd_tp: '0', trde_qty_tp: '0', pric_tp: '0', trde_prica_tp: '0' },
      ...{ mrkt_open_tp: '0', stex_tp: '1', mang_stk_incls },
    };
    const rows = world.call('ka10030', RANKINGS, body).json['tdy_trde_qty_upper'] as { stk_cd: string }[];
    const codes = rows.map(({ stk_cd }) => stk_cd);
    const missing = [SAMSUNG, HYNIX, KAKAO, ECOPRO].filter((code) => !codes.includes(code));
    expect(missing).toEqual(left);
  });
});

describe('the names ka10054 leaves out', () => {
  let world: MarketWorld;
  beforeAll(() => {
    world = worldOf({
      [SAMSUNG]: ['caution'],
      [HYNIX]: ['administrative'],
      [KAKAO]: ['warning'],
      [ECOPRO]: ['overheated'],
    });
  });

  it.each([
    ['000000000', []],
    ['010000000', [HYNIX]],
    ['001000000', [KAKAO]],
    ['000100000', [SAMSUNG]],
    ['000010000', []],
    ['000001000', [ECOPRO]],
    ['000000100', [HYNIX, KAKAO, ECOPRO]],
    ['000000010', [KODEX]],
    ['000000001', []],
    ['111111111', [SAMSUNG, HYNIX, KAKAO, ECOPRO, KODEX]],
  ])('for %s are %o', (flags, left) => {
    const keeps = skipped.keeps(flags);
    const codes = [SAMSUNG, HYNIX, KAKAO, ECOPRO, KODEX];
    expect(codes.filter((code) => !keeps(figuresOf(world.exchange, code, 'KRX')!))).toEqual(left);
  });
});

it('orders for a halted name are told RC4007, also market orders in the evening that 521790 refuses elsewhere', () => {
  const world = worldOf({ [SAMSUNG]: ['halted'] }, '170000');
  const order = (stk_cd: string, trde_tp: string) =>
    world.call('kt10000', PATHS.ordr, { dmst_stex_tp: 'KRX', stk_cd, ord_qty: '1', ord_uv: '', trde_tp })
      .json;
  expect(order(SAMSUNG, '3')['return_msg']).toContain('RC4007');
  expect(order(HYNIX, '3')).toMatchObject({
    return_code: 20,
    return_msg: '[2000](521790:해당 호가유형은 주문 불가능한 시간입니다.)',
  });
});
