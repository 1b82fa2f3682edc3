// The indices a client can ask for by the codes that the guide lists (업종코드): the KOSPI and its sizes, the KOSDAQ, and the
// selections; and what their TRs say of each other.

import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LISTINGS } from '#exchange/market/listing.ts';
import { MarketWorld, SECOND_DAY } from '../../market-world.ts';

type Row = Record<string, string>;

/** How the names that every market of ours has are spread: two of the KOSPI's indices of size have no members. */
const KOSPI = DEFAULT_LISTINGS.filter(
  ({ instrument: { kind, market } }) => kind === 'stock' && market === 'KOSPI',
).map(({ instrument: { symbol } }) => symbol);

let world: MarketWorld;
beforeAll(() => {
  world = new MarketWorld();
  world.advanceTo(SECOND_DAY, '103000');
});

function rowsOf(id: string, path: string, list: string, fields: Row): Row[] {
  return world.pages(id, path, fields, list).flat() as Row[];
}

const codesOf = (mrkt_tp: string) =>
  rowsOf('ka10101', '/api/dostk/stkinfo', 'list', { mrkt_tp }).map(({ code, name }) => `${code} ${name}`);
const headOf = (inds_cd: string) =>
  world.call('ka20001', '/api/dostk/sect', { mrkt_tp: '0', inds_cd }).json as Row;

describe('indices', () => {
  it('are listed by their market (ka10101)', () => {
    expect(codesOf('0')).toEqual(expect.arrayContaining(['001 종합(KOSPI)', '002 대형주', '013 전기전자']));
    expect(codesOf('1')[0]).toBe('101 종합(KOSDAQ)');
    expect(codesOf('2')).toEqual(['201 KOSPI200']);
    expect(codesOf('7')).toEqual(['701 KRX100']);
    expect(codesOf('4')).toEqual([]);
  });

  it.each(['001', '002', '101', '201', '302', '701'])('%s has a value, members and charts', (inds_cd) => {
    const head = headOf(inds_cd);
    expect(head['cur_prc']).toMatch(/^[+-]?\d+\.\d\d$/);
    const members = rowsOf('ka20002', '/api/dostk/sect', 'inds_stkpc', {
      mrkt_tp: '0',
      inds_cd,
      stex_tp: '1',
    });
    expect(members.length).toBeGreaterThan(0);
    const days = rowsOf('ka20006', '/api/dostk/chart', 'inds_dt_pole_qry', { inds_cd, base_dt: '20261124' });
    // Hundredths without a point in charts, points with two decimals elsewhere (kiwoom-wire 3.7).
    expect(Number(days[0]!['cur_prc']!.replace(/^[+-]/, ''))).toBe(
      Math.round(Math.abs(Number(head['cur_prc'])) * 100),
    );
  });

  it.each(['003', '004', '999'])('%s has no members here, and no figures', (inds_cd) => {
    expect(headOf(inds_cd)['cur_prc']).toBe('');
  });

  it('of a market of a few names are all alike in what moves them', () => {
    const [all, large, selected] = ['001', '002', '201'].map((code) => headOf(code)['flu_rt']);
    expect([large, selected]).toEqual([all, all]);
  });
});

describe('the size of a company (ka10100)', () => {
  const sizeOf = (stk_cd: string) =>
    (world.call('ka10100', '/api/dostk/stkinfo', { stk_cd }).json as Row)['upSizeName'];

  it('is that of the index it is in, and blank for what is in none', () => {
    expect(KOSPI.map(sizeOf)).toEqual(KOSPI.map(() => '대형주'));
    const others = DEFAULT_LISTINGS.map(({ instrument }) => instrument.symbol).filter(
      (symbol) => !KOSPI.includes(symbol),
    );
    expect(others.length).toBeGreaterThan(0);
    expect(others.map(sizeOf)).toEqual(others.map(() => ''));
  });
});
