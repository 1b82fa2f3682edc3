// The plan of a run: what it counts, and when it is refused.

import { describe, expect, it } from 'vitest';
import type { HwangsoConfig } from '#app/config/config.ts';
import { parseConfig } from '#app/config/config.ts';
import { clockPollMs, planRun, RequestPlanError } from '#app/live/run-plan.ts';
import type { Poll } from '#engine/ports.ts';

const STRATEGY =
  "strategies: [{ name: a, module: moving-average-cross, symbols: ['005930'], capital: 1000000 }]";

function configOf(broker: string): Promise<HwangsoConfig> {
  return parseConfig(`broker: ${broker}\n${STRATEGY}`, 'plan.yaml');
}

const poll = (name: string, everyMs: number): Poll => ({
  name,
  query: 'ka10027',
  inputs: {},
  everyMs,
  phases: ['continuous'],
});

describe('the plan of a run', () => {
  it('counts reference data, history pages, lists and polls, and knows how long the start takes', async () => {
    const plan = planRun(await configOf('{ domain: real, realMoney: true }'), {
      instruments: 12,
      warmUps: [
        { period: '1d', bars: 600 },
        { period: '1m', bars: 10 },
      ],
      polls: [poll('movers', 30_000)],
    });
    const once = Object.fromEntries(plan.loads.map(({ tr, once: count }) => [tr, count]));

    expect(once).toMatchObject({ ka10001: 12, ka10100: 12, ka10081: 2, ka10080: 1, kt00018: 1, ka10027: 0 });
    expect(plan.total.perMinute).toBe(2);
    expect(plan.polls.map(({ name }) => name)).toEqual(['movers']);
    expect(plan.problems).toEqual([]);
    // Twelve calls of one TR at 1/s with a burst of two take ten seconds, and others come in between.
    expect(plan.warmUpMs).toBeGreaterThanOrEqual(10_000);
    expect(plan.warmUpMs).toBeLessThan(15_000);
  });

  it('names what cannot be met, with the numbers, in both languages', async () => {
    const run = { instruments: 1, warmUps: [], polls: [poll('movers', 500)] };
    const error = new RequestPlanError(planRun(await configOf('{ domain: mock }'), run));

    expect(error.plan.problems.map(({ code }) => code)).toContain('tr-rate');
    expect(error.describe('en')).toMatch(
      /ka10027 would be called 120 times a minute, of which 60 are allowed/,
    );
    expect(error.describe('ko')).toMatch(/ka10027: 분당 120건.*한도는 60건/);
  });

  it('asks a server for its time no more than half as often as one TR may be called', async () => {
    const slow = await configOf(
      '{ domain: custom, restUrl: "http://127.0.0.1:1", wsUrl: "ws://127.0.0.1:1", clock: server }',
    );

    expect(clockPollMs(slow.broker)).toBe(2_000);
    expect(planRun(slow, { instruments: 1, warmUps: [], polls: [] }).problems).toEqual([]);
  });
});
