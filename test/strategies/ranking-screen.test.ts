// The ranking screen: who is bought out of a ranking, who is let go, and when nothing is done.

import { describe, expect, test } from 'vitest';
import { strategy } from '#strategies/ranking-screen.ts';
import { TOMORROW } from '#test/support/engine-story.ts';
import { problemsOf } from './strategy-run.ts';
import { Stage } from './strategy-stage.ts';

const CALM = { hold: 2, leaveBelow: 3, invested: 0.8, minPrice: 0, minTradedValue: 0 };

function stage(parameters: object = {}, held: ConstructorParameters<typeof Stage>[2] = {}) {
  return new Stage(strategy, { ...CALM, ...parameters }, held);
}

/** A ranking of plain rows: `A`, or `A` with parts of its own. */
function ranking(...rows: (string | [string, object])[]) {
  return {
    changeRateTop: rows.map((row) => {
      const [stockCode, parts] = typeof row === 'string' ? [row, {}] : row;
      return { stockCode, currentPrice: 10_000, currentVolume: 1_000, changeRate: 5, ...parts };
    }),
  };
}

const buy = (symbol: string): string => `${symbol} → 0.4: entered the ranking with 5 %`;
const leave = (symbol: string): string => `${symbol} → 0 shares: not among the first 3 any more`;

describe('out of a ranking', () => {
  test('the first few are bought in equal parts, each once', () => {
    const here = stage();
    expect(here.answer(ranking('A', 'B', 'C'))).toEqual([buy('A'), buy('B')]);
    expect(here.answer(ranking('A', 'B', 'C'))).toEqual([]);
  });

  test('who falls behind is kept inside the wider circle and let go outside of it, for the next', () => {
    const here = stage();
    here.answer(ranking('A', 'B'));
    expect(here.answer(ranking('C', 'B', 'A'))).toEqual([]);
    expect(here.answer(ranking('C', 'D', 'B', 'A'))).toEqual([leave('A'), buy('C')]);
  });

  test.each<[string, object, object]>([
    ['too cheap', { minPrice: 10_001 }, {}],
    ['too dear', { maxPrice: 9_999 }, {}],
    ['too little traded', { minTradedValue: 10_000_001 }, {}],
    ['risen too little', { minChange: 5.1 }, {}],
    ['risen too far', { maxChange: 4.9 }, {}],
    ['without a price', {}, { currentPrice: null }],
    ['without a symbol', {}, { stockCode: null }],
    ['without a known volume', { minTradedValue: 1 }, { currentVolume: null }],
  ])('%s is not bought', (_name, parameters, parts) => {
    expect(stage(parameters).answer(ranking(['A', parts]))).toEqual([]);
  });

  test('what could not be bought in time gives its place to the next, for the day', () => {
    const here = stage({ patienceSeconds: 60 });
    here.answer(ranking('A', 'B', 'C'));
    here.fill('B', 10, 10_000);
    here.pass(60_000);
    expect(here.answer(ranking('A', 'B', 'C'))).toEqual([]);
    here.pass(1);
    expect(here.answer(ranking('A', 'B', 'C'))).toEqual(['A → 0 shares: could not be bought', buy('C')]);
    here.passTo('100000', TOMORROW);
    here.positions.clear();
    expect(here.answer(ranking('A'))).toContain(buy('A'));
  });

  test('what an earlier run left is kept, and let go like the rest', () => {
    const here = stage({}, { A: { quantity: 3, cost: 30_000 } });
    expect(here.answer(ranking('A', 'B', 'C'))).toEqual([buy('B')]);
    expect(here.answer(ranking('B', 'C', 'D'))).toEqual([leave('A'), buy('C')]);
  });
});

describe('the day', () => {
  test('nothing is bought late, and everything is sold before the close without another answer', () => {
    const here = stage();
    here.answer(ranking('A'));
    here.fill('A', 10, 10_000);
    here.passTo('150001');
    expect(here.answer(ranking('A', 'B'))).toEqual([]);
    expect(here.passTo('151459')).toEqual([]);
    expect(here.passTo('151500')).toEqual(['A → 0 shares: end of the day']);
    expect(here.answer(ranking('A', 'B'))).toEqual([]);
  });

  test('nothing is done with a ranking that comes in an auction or after the close', () => {
    const here = stage();
    for (const phase of ['before-open', 'closing-auction', 'closed'] as const) {
      here.session(phase);
      expect(here.answer(ranking('A'))).toEqual([]);
    }
    here.session('open');
    expect(here.answer(ranking('A'))).toEqual([buy('A')]);
  });
});

test('the ranking by traded value is read as well, out of the poll that is named', () => {
  const here = stage({ query: 'ka10032', poll: 'busy' });
  expect(here.asked).toEqual(['ka10032 busy']);
  expect(here.answer({ tradedValueTop: ranking('A').changeRateTop })).toEqual([buy('A')]);
});

test.each([
  [{}, []],
  [{ hold: 5, leaveBelow: 4 }, ['leaveBelow: leaveBelow must not be smaller than hold']],
  [{ exitAt: '25:00' }, ['exitAt: expected HH:MM']],
])('parameters %j', (parameters, problems) => {
  expect(problemsOf(strategy, parameters)).toEqual(problems);
});
