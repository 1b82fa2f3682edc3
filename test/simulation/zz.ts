import { audit } from './auditor.ts';
import { planOf } from './plan.ts';
import { ACCOUNT, runWorld } from './world.ts';

const [a, b] = process.argv.slice(2).map(Number);
for (let seed = a!; seed <= (b ?? a!); seed++) {
  const t = performance.now();
  const plan = planOf(seed);
  try {
    const w = await runWorld(plan);
    const c: Record<string, number> = {};
    for (const r of w.records) c[r.type] = (c[r.type] ?? 0) + 1;
    const problems = audit(w.records, w.exchange, ACCOUNT, plan.dates);
    const bad = problems.length || w.breakdowns.some((x) => !/KiwoomError/.test(x));
    console.log(
      bad ? 'BAD' : 'ok',
      seed,
      Math.round(performance.now() - t),
      plan.dates.length,
      plan.crashes,
      w.lives.length,
      JSON.stringify(c),
      w.breakdowns,
      bad ? problems : '',
    );
  } catch (e) {
    console.log('BAD', seed, e);
  }
}
