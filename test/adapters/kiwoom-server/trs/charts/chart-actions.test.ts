// Which row of a chart an action stands in.

import { describe, expect, it } from 'vitest';
import { adjustmentWriter } from '#adapters/kiwoom-server/trs/charts/chart-actions.ts';
import { dayBars } from '#adapters/kiwoom-server/trs/charts/chart-bars.ts';
import { kstMidnight } from '#domain/time.ts';
import type { PriceAdjustment } from '#exchange/contract.ts';

const DAYS = ['2026-11-19', '2026-11-20', '2026-11-23', '2026-11-25', '2026-11-26'].map((date) => ({
  start: kstMidnight(date),
  ...{ open: 10, high: 10, low: 10, close: 10, volume: 1 },
}));

function split(on: string): PriceAdjustment {
  return { on, kinds: ['split'], close: 1_000, base: 200, ratios: [{ before: 1, after: 5 }] };
}

/** The days of a chart of `days` whose rows say something. */
function marked(steps: readonly PriceAdjustment[], days: typeof DAYS, period: 'day' | 'week') {
  const bars = dayBars(days, period, () => 0);
  const write = adjustmentWriter(steps, bars, days, ({ start }) => start);
  return bars.flatMap((bar, index) =>
    write(bar)['upd_stkpc_tp'] === '' ? [] : [[index, write(bar)['upd_rt']]],
  );
}

describe('an action stands', () => {
  it.each([
    { on: '2026-11-23', period: 'day', rows: [[2, '-80.00']] },
    // nobody traded on its day: the next one
    { on: '2026-11-24', period: 'day', rows: [[3, '-80.00']] },
    { on: '2026-11-23', period: 'week', rows: [[1, '-80.00']] },
    { on: '2026-11-20', period: 'week', rows: [[0, '-80.00']] },
    // the first row there is, where that is its day
    { on: '2026-11-19', period: 'day', rows: [[0, '-80.00']] },
    // before and after everything there is no row of it
    { on: '2026-11-18', period: 'day', rows: [] },
    { on: '2026-11-27', period: 'day', rows: [] },
  ] as const)('$on in the $period $rows', ({ on, period, rows }) => {
    expect(marked([split(on)], DAYS, period)).toEqual(rows);
  });

  it.each([
    ['rights-issue', '1,256'],
    ['capital-reduction', '64'],
  ] as const)('as a %s under %s', (kind, codes) => {
    const bars = dayBars(DAYS, 'day', () => 0);
    const write = adjustmentWriter(
      [{ ...split('2026-11-20'), kinds: [kind] }],
      bars,
      DAYS,
      ({ start }) => start,
    );
    expect(write(bars[1]!)['upd_stkpc_tp']).toBe(codes);
  });

  it('with others in one row, whose factors are one product', () => {
    const bonus: PriceAdjustment = { ...split('2026-11-26'), kinds: ['bonus-issue'], base: 500 };
    const bars = dayBars(DAYS, 'week', () => 0);
    const write = adjustmentWriter([split('2026-11-25'), bonus], bars, DAYS, ({ start }) => start);
    expect(write(bars[1]!)).toMatchObject({ upd_stkpc_tp: '2,8,256', upd_rt: '-90.00' });
  });
});
