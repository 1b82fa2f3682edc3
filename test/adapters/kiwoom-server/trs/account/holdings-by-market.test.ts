// What holdings are worth on the market that is asked for: prices of ka10001 on KRX, on NXT and on both together, and the sums of the
// account made of them, whichever TR tells them.

import { beforeAll, describe, expect, it } from 'vitest';
import { FIRST_DAY } from '../../market-world.ts';
import { AskedWorld, figure, type Row } from '../participants/asked.ts';

const HELD = ['005930', '000660', '035720', '247540', '069500'];
/** In the day, in the closing auction of KRX and in the evening, where the markets stand apart. */
const MOMENTS = ['101500', '133000', '152500', '163000', '193000'];

let asked: AskedWorld;

beforeAll(() => {
  asked = new AskedWorld(FIRST_DAY, '100000');
  for (const stk_cd of HELD) {
    asked.page('kt10000', { dmst_stex_tp: 'KRX', stk_cd, ord_qty: '3', ord_uv: '', trde_tp: '3' });
  }
});

const ranges = { KRX: '', NXT: '_NX' } as const;

function priceOf(symbol: string, suffix: string): number {
  const { cur_prc } = asked.page('ka10001', { stk_cd: `${symbol}${suffix}` }).fields;
  return Math.abs(figure(cur_prc));
}

/** Prices of the rows of a list, by instrument. */
function prices(rows: readonly Row[]): Record<string, number> {
  return Object.fromEntries(
    rows.map((row) => [row['stk_cd']!.replace(/^A/, ''), Math.abs(figure(row['cur_prc']))]),
  );
}

/** What ka10001 says; what is not traded on NXT counts at KRX's price. */
function expected(suffix: string): Record<string, number> {
  return Object.fromEntries(
    HELD.map((symbol) => [symbol, priceOf(symbol, symbol === '069500' ? '' : suffix)]),
  );
}

describe.each(MOMENTS)('holdings at %s', (clock) => {
  beforeAll(() => {
    asked.world.advanceTo(FIRST_DAY, clock);
  });

  it.each([
    ['0', '_AL'],
    ['1', ''],
    ['2', '_NX'],
  ])('ka10085 with stex_tp %s has the prices of ka10001 %s', (stex_tp, suffix) => {
    expect(prices(asked.rows('ka10085', { stex_tp }))).toEqual(expected(suffix));
  });

  it.each(['KRX', 'NXT'] as const)(
    'kt00004, kt00005 and kt00018 agree at the prices of %s',
    (dmst_stex_tp) => {
      const [valued, money, held] = [
        asked.ask('kt00004', { qry_tp: '0', dmst_stex_tp }),
        asked.ask('kt00005', { dmst_stex_tp }),
        asked.ask('kt00018', { qry_tp: '2', dmst_stex_tp }),
      ];
      for (const { rows } of [valued, money, held])
        expect(prices(rows)).toEqual(expected(ranges[dmst_stex_tp]));
      const assets = figure(held.fields['prsm_dpst_aset_amt']);
      expect(figure(valued.fields['prsm_dpst_aset_amt'])).toBe(assets);
      // The account began with what it gains against.
      expect(figure(valued.fields['lspft_amt']) + figure(valued.fields['lspft'])).toBe(assets);
      expect(figure(money.fields['evlt_amt_tot'])).toBe(figure(valued.fields['tot_est_amt']));
    },
  );
});
