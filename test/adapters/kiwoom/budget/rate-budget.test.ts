// The rate budget in virtual time: what may go at once, who goes first, and that nothing exceeds the measured rates.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Priority, RateBudget, type RateLimits } from '#adapters/kiwoom/budget/rate-budget.ts';
import { settled, VirtualClock } from '#test/support/virtual-clock.ts';

const START = Date.UTC(2026, 10, 23, 0, 0, 0);
const LIMITS: RateLimits = {
  perTr: { perSecond: 1, burst: 2 },
  global: { perSecond: 5, burst: 5 },
  maxWaiting: 10,
  maxWaitMs: 30_000,
};

function given(limits: Partial<RateLimits> = {}) {
  const clock = new VirtualClock(START);
  const budget = new RateBudget(clock, { ...LIMITS, ...limits });
  const log: string[] = [];
  const ask = (tr: string, priority: Priority, signal?: AbortSignal) => {
    budget.take(tr, priority, signal).then(
      () => log.push(`${tr}@${clock.now() - START}`),
      (error) => log.push(`${tr} ${error.code}@${clock.now() - START}`),
    );
  };
  return { clock, budget, log, ask };
}

describe('how fast', () => {
  test('one TR: two at once, then one a second', async () => {
    const { clock, log, ask } = given();
    for (let i = 0; i < 4; i++) ask('ka10001', 'reconcile');
    await clock.settleBy(5_000);
    expect(log).toEqual(['ka10001@0', 'ka10001@0', 'ka10001@1000', 'ka10001@2000']);
  });

  test('many TRs share the total; the last of the burst is kept for an order', async () => {
    const { clock, budget, log, ask } = given();
    for (const tr of ['a', 'b', 'c', 'd', 'e', 'f']) ask(tr, 'poll');
    await settled();
    expect(log).toEqual(['a@0', 'b@0', 'c@0', 'd@0']);
    expect(budget.tryTake('kt10000', 'order')).toBe(true);
    await clock.settleBy(1_000);
    expect(log.slice(4)).toEqual(['e@400', 'f@600']);
  });

  test('a 429 silences everything for more than a second and halves the speed of its TR', async () => {
    const { clock, budget, log, ask } = given();
    budget.penalise('ka10080');
    ask('ka10080', 'poll');
    ask('ka10080', 'poll');
    ask('ka10001', 'reconcile');
    await clock.settleBy(10_000);
    expect(log).toEqual(['ka10001@1300', 'ka10080@1500', 'ka10080@3100']);
  });

  test('after a quiet minute a slowed TR is trusted again', async () => {
    const { clock, budget, log, ask } = given();
    budget.penalise('ka10080');
    await clock.settleBy(120_000);
    for (let i = 0; i < 3; i++) ask('ka10080', 'poll');
    await clock.settleBy(5_000);
    expect(log).toEqual(['ka10080@120000', 'ka10080@120000', 'ka10080@121000']);
  });

  test('no second of any history exceeds rate plus burst', async () => {
    const asks = fc.array(
      fc.record({
        tr: fc.constantFrom('a', 'b', 'c'),
        priority: fc.constantFrom<Priority[]>('order', 'cancel', 'reconcile', 'margin', 'poll'),
        pause: fc.integer({ min: 0, max: 700 }),
      }),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(asks, async (list) => {
        const { clock, budget } = given({ maxWaiting: 1_000, maxWaitMs: 1_000_000 });
        const went: { tr: string; at: number }[] = [];
        for (const { tr, priority, pause } of list) {
          void budget.take(tr, priority).then(() => went.push({ tr, at: clock.now() }));
          await clock.settleBy(pause);
        }
        await clock.settleBy(60_000);
        expect(went).toHaveLength(list.length);
        for (const { at } of went) {
          const inSecond = went.filter((one) => one.at >= at && one.at < at + 1_000);
          expect(inSecond.length).toBeLessThanOrEqual(5 + 5);
          for (const tr of ['a', 'b', 'c']) {
            expect(inSecond.filter((one) => one.tr === tr).length).toBeLessThanOrEqual(2 + 1);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('who goes first', () => {
  test('orders, cancels, reconciliation, margin, polls; each in order of arrival', async () => {
    const { clock, log, ask } = given({ global: { perSecond: 1, burst: 1 } });
    ask('first', 'poll');
    ask('chart1', 'poll');
    ask('margin', 'margin');
    ask('chart2', 'poll');
    ask('cancel', 'cancel');
    ask('snapshot', 'reconcile');
    ask('buy', 'order');
    ask('sell', 'order');
    await clock.settleBy(10_000);
    expect(log.map((line) => line.split('@')[0])).toEqual([
      ...['first', 'buy', 'sell', 'cancel', 'snapshot', 'margin', 'chart1', 'chart2'],
    ]);
  });

  test('an order that waits for its own TR is not overtaken by a poll', async () => {
    const { clock, budget, log, ask } = given();
    budget.tryTake('kt10000', 'order');
    budget.tryTake('kt10000', 'order');
    ask('kt10000', 'order');
    ask('ka10080', 'poll');
    await clock.settleBy(2_000);
    expect(log).toEqual(['kt10000@1000', 'ka10080@1000']);
  });

  test('nobody slips past somebody as urgent', () => {
    const { budget, ask } = given({ global: { perSecond: 1, burst: 1 } });
    ask('a', 'order');
    ask('b', 'order');
    expect(budget.tryTake('c', 'order')).toBe(false);
  });
});

describe('who is turned away', () => {
  test('a full queue, too long a wait, a caller who gave up, a closed budget', async () => {
    const { clock, budget, log, ask } = given({
      global: { perSecond: 0.01, burst: 1 },
      maxWaiting: 2,
      maxWaitMs: 3_000,
    });
    const abort = new AbortController();
    ask('went', 'poll');
    ask('late', 'poll');
    ask('bored', 'poll', abort.signal);
    ask('third', 'poll');
    await settled();
    abort.abort();
    await clock.settleBy(5_000);
    ask('caught', 'order');
    budget.close();
    ask('after', 'order');
    await settled();
    expect(log).toEqual([
      'went@0',
      'third queue-full@0',
      'bored aborted@0',
      'late queue-timeout@3000',
      'caught closed@5000',
      'after closed@5000',
    ]);
    expect(budget.waiting).toBe(0);
  });
});
