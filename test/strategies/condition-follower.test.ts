// The condition follower: what entering and leaving a condition makes it do, and what makes it sell besides.

import { describe, expect, test } from 'vitest';
import { strategy } from '#strategies/condition-follower.ts';
import { TOMORROW } from '#test/support/engine-story.ts';
import { problemsOf } from './strategy-run.ts';
import { Stage } from './strategy-stage.ts';

function stage(parameters: object = {}, held: ConstructorParameters<typeof Stage>[2] = {}) {
  return new Stage(strategy, { condition: 'breakouts', maxPositions: 2, ...parameters }, held);
}

const buy = (symbol: string): string => `${symbol} → 0.2: entered the condition breakouts`;
const left = (symbol: string): string => `${symbol} → 0 shares: left the condition breakouts`;

/** On stage with A bought at 10,000 won. */
function holding(parameters: object = {}) {
  const here = stage(parameters);
  here.condition('members');
  here.condition('entered', 'A');
  expect(here.pass(3_000)).toEqual([buy('A')]);
  here.fill('A', 10, 10_000);
  return here;
}

describe('what enters', () => {
  test('is bought when it stayed in for a moment', () => {
    const here = stage();
    expect(here.condition('members', 'M')).toEqual([]);
    expect(here.condition('entered', 'A')).toEqual([]);
    expect(here.pass(2_999)).toEqual([]);
    expect(here.pass(1)).toEqual([buy('A')]);
  });

  test('and leaves within that moment is not', () => {
    const here = stage();
    here.condition('entered', 'A');
    here.pass(1_000);
    here.condition('left', 'A');
    expect(here.pass(10_000)).toEqual([]);
  });

  test('finds no place beyond the most that may be held', () => {
    const here = stage();
    here.condition('entered', 'A', 'B', 'C');
    expect(here.pass(3_000)).toEqual([buy('A'), buy('B')]);
  });

  test('late in the day is not bought', () => {
    const here = stage();
    here.passTo('143000');
    here.condition('entered', 'A');
    expect(here.pass(3_000)).toEqual([]);
  });

  test('while the connection was down is found by comparing the members', () => {
    const here = holding();
    here.condition('entered', 'B');
    expect(here.condition('members', 'C', 'B')).toEqual([left('A')]);
    expect(here.pass(3_000)).toEqual([buy('B'), buy('C')]);
  });
});

describe('members at the start', () => {
  test('are bought only when asked for', () => {
    const [plain, eager] = [stage(), stage({ buysMembers: true })];
    for (const here of [plain, eager]) here.condition('members', 'A');
    expect([plain.pass(3_000), eager.pass(3_000)]).toEqual([[], [buy('A')]]);
  });

  test('that entered a moment before they were named are entrants all the same', () => {
    const here = stage();
    here.condition('entered', 'A');
    here.condition('members', 'A', 'B');
    expect(here.pass(3_000)).toEqual([buy('A')]);
  });
});

describe('what is held is sold', () => {
  test('when it leaves the condition, unless that is switched off', () => {
    expect(holding().condition('left', 'A')).toEqual([left('A')]);
    expect(holding({ sellsLeavers: false }).condition('left', 'A')).toEqual([]);
  });

  test.each<[string, object, number, string[]]>([
    ['at the stop', {}, 9_700, ['A → 0 shares: stopped at -3.00 %']],
    ['not before it', {}, 9_701, []],
    ['at the gain', {}, 10_500, ['A → 0 shares: gained 5.00 %']],
    ['not before it', {}, 10_499, []],
    ['not at a stop that is switched off', { stopPercent: null }, 5_000, []],
    ['not at a gain that is switched off', { takePercent: null }, 20_000, []],
  ])('%s (%j, %i)', (_name, parameters, price, signals) => {
    expect(holding(parameters).trade('A', price)).toEqual(signals);
  });

  test('at a stop also after it left and came back without being sold', () => {
    const here = holding({ sellsLeavers: false });
    here.condition('left', 'A');
    here.condition('entered', 'A');
    here.pass(3_000);
    expect(here.trade('A', 9_000)).toEqual(['A → 0 shares: stopped at -10.00 %']);
  });

  test('before the close, and watched no longer', () => {
    const here = holding();
    expect(here.passTo('151459')).toEqual([]);
    expect(here.passTo('151500')).toEqual(['A → 0 shares: end of the day']);
    expect(here.trade('A', 9_000)).toEqual([]);
    expect(here.watched).toEqual([]);
  });

  test('by the same rules when an earlier run bought it', () => {
    const here = stage({}, { A: { quantity: 10, cost: 100_000 }, B: { quantity: 10, cost: 100_000 } });
    expect(here.watched).toEqual(['A', 'B']);
    expect(here.condition('members', 'A')).toEqual([left('B')]);
    expect(here.trade('A', 9_000)).toEqual(['A → 0 shares: stopped at -10.00 %']);
  });
});

describe('what was sold', () => {
  const comeBack = (here: ReturnType<typeof stage>): string[] => {
    here.positions.clear();
    here.condition('left', 'A');
    here.condition('entered', 'A');
    return here.pass(3_000);
  };

  test('is not bought again on the same day, unless that is allowed', () => {
    expect(comeBack(holding())).toEqual([]);
    expect(comeBack(holding({ reenters: true }))).toEqual([buy('A')]);
  });

  test('may be bought the day after', () => {
    const here = holding();
    here.condition('left', 'A');
    here.passTo('100000', TOMORROW);
    expect(comeBack(here)).toEqual([buy('A')]);
  });
});

test.each([
  [{ condition: 'x' }, []],
  [{}, ['condition: Invalid input: expected string, received undefined']],
  [{ condition: 'x', lastEntry: '9:00' }, ['lastEntry: expected HH:MM']],
])('parameters %j', (parameters, problems) => {
  expect(problemsOf(strategy, parameters)).toEqual(problems);
});
