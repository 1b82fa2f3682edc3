// The running day in charts is the instrument, or the index, as other TRs tell it at the same moment: on KRX, on NXT and on both
// together, in the day, in its closing auction and after it.

import { beforeAll, describe, expect, it } from 'vitest';
import { SECOND_DAY } from '../../market-world.ts';
import { AskedWorld, figure, type Row } from '../participants/asked.ts';

const TODAY = SECOND_DAY.replaceAll('-', '');
const NAMES = ['005930', '000660', '035720', '247540'];
const INDICES = ['001', '101'];
/** Moments at which the markets stand apart, the last two without a regular session. */
const IN_THE_DAY = ['100000', '113000', '133700', '152500'];
const AFTER_IT = ['153500', '190000'];

let asked: AskedWorld;
beforeAll(() => {
  asked = new AskedWorld(SECOND_DAY, '093000');
});

const size = (text: string | undefined) => Math.abs(figure(text));

describe.each(IN_THE_DAY)('at %s', (clock) => {
  beforeAll(() => {
    asked.world.advanceTo(SECOND_DAY, clock);
  });

  const codes = NAMES.flatMap((symbol) => ['', '_NX', '_AL'].map((suffix) => symbol + suffix));

  it.each(codes)('the day of %s stands where ka10001 has it', (stk_cd) => {
    const now = asked.page('ka10001', { stk_cd }).fields;
    const [day] = asked.page('ka10081', { stk_cd, base_dt: TODAY, upd_stkpc_tp: '1' }).rows;
    const of = (row: Row | undefined) =>
      ['cur_prc', 'open_pric', 'high_pric', 'low_pric', 'trde_qty'].map((name) => size(row?.[name]));
    expect([...of(day), day?.['pred_pre']]).toEqual([...of(now), now['pred_pre']]);
  });
});

describe.each(AFTER_IT)('at %s', (clock) => {
  beforeAll(() => {
    asked.world.advanceTo(SECOND_DAY, clock);
  });

  it.each(INDICES)('the last value told of index %s is its close', (inds_cd) => {
    const [tick] = asked.page('ka20004', { inds_cd, tic_scope: '1' }).rows;
    const [day] = asked.page('ka20006', { inds_cd, base_dt: TODAY }).rows;
    const now = asked.page('ka20001', { mrkt_tp: '0', inds_cd }).fields;
    expect(tick?.['cur_prc']).toBe(day?.['cur_prc']);
    expect(size(day?.['cur_prc'])).toBe(Math.round(size(now['cur_prc']) * 100));
    expect(tick?.['cntr_tm']).toMatch(new RegExp(`^${TODAY}1530`));
  });
});
