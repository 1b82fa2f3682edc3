// A life that begins after its day was closed: killed in the moment it had written that, a session until the close was waiting
// for the next day's (found by world 16 in another market).

import { expect, test } from 'vitest';
import { kstMoment } from '#domain/time.ts';
import { audit } from './auditor.ts';
import { type Plan, planOf } from './plan.ts';
import { ACCOUNT, runWorld } from './world.ts';

const DATE = '2026-03-03';
const at = (hhmmss: string) => kstMoment(DATE, hhmmss);

test('it ends when its books are the broker’s', async () => {
  const plan: Plan = {
    ...planOf(2),
    ...{ dates: [DATE], faults: {}, crashes: 0, operator: [], asksToStop: false },
    shifts: [
      { from: at('144000'), until: at('155000'), endsWithDay: true },
      { from: at('155500'), until: at('161000'), endsWithDay: true },
    ],
  };
  const { breakdowns, records, lives, exchange } = await runWorld(plan);
  expect(breakdowns).toEqual([]);
  expect(lives).toHaveLength(2);
  expect(records.filter(({ type }) => type === 'day-closed')).toHaveLength(1);
  expect(audit(records, exchange, ACCOUNT, [DATE])).toEqual([]);
});
