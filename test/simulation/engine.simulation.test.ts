// The whole engine in simulated worlds: drops, duplicates, overtaking, delays, 429, dead tokens, cut sockets and kills between
// any two steps. After each day the ledger must be the exchange's book, and no order may have been sent twice.
// `HWANGSO_SIM_SEED=17` lives one world again; `HWANGSO_SIM_RUNS=500` lives as many, from that seed or from 1.

import { expect, test } from 'vitest';
import { audit } from './auditor.ts';
import { type Plan, planOf } from './plan.ts';
import { ACCOUNT, runWorld, type WorldOutcome } from './world.ts';

/** Chosen among the first hundred for what they meet: two days, SQLite, a halt, many kills, slow answers, tight cash. */
const SEEDS = [2, 16, 46, 56, 80];
const { HWANGSO_SIM_SEED: seedText, HWANGSO_SIM_RUNS: runsText } = process.env;

function seeds(): readonly number[] {
  if (seedText === undefined && runsText === undefined) return SEEDS;
  const first = Number(seedText ?? 1);
  return Array.from({ length: Number(runsText ?? 1) }, (_, index) => first + index);
}

test.each(seeds())('world %i ends with the ledger equal to the book of the exchange', async (seed) => {
  const plan = planOf(seed);
  const outcome = await runWorld(plan);
  const problems = [
    ...outcome.breakdowns.filter((reason) => !isTransient(reason)),
    ...audit(outcome.records, outcome.exchange, ACCOUNT, plan.dates),
  ];
  expect(problems, replayHint(plan)).toEqual([]);
  expect(countOf(outcome, 'filled'), 'a world without trades shows nothing').toBeGreaterThan(0);
});

/** Starting meets the same trouble as everything else: then the engine ends with the broker's error and is started again. */
function isTransient(reason: string): boolean {
  return /KiwoomError: \w+: (Too many requests|The connection failed|No answer in time)/.test(reason);
}

function countOf({ records }: WorldOutcome, type: string): number {
  return records.filter((record) => record.type === type).length;
}

function replayHint(plan: Plan): string {
  const command = `HWANGSO_SIM_SEED=${plan.seed} npx vitest run test/simulation/engine.simulation.test.ts`;
  return `${command}\n${JSON.stringify(plan)}`;
}
