// When a rule begins, whom it hits, how often and for how long.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FaultRule } from '#adapters/kiwoom-server/faults/fault-rules.ts';
import { HOUR_MS, kstMoment, MINUTE_MS } from '#domain/time.ts';
import { TODAY } from '../scripted-exchange.ts';
import { ANY, onOrders, order, rule, world } from './faulty-world.ts';

describe('a rule', () => {
  const lost = { type: 'lost-answer' } as const;
  const fates = (rules: FaultRule[], count: number, seed = 1) => {
    const { harness } = world(rules, seed);
    return Array.from({ length: count }, () => order(harness)?.type);
  };
  const X = 'cut';
  const _ = 'answered';

  it.each<[string, Partial<FaultRule>, string[]]>([
    ['hits the third order only', { ...onOrders({ nth: 3 }), count: 1 }, [_, _, X, _, _]],
    ['hits from the third order on', onOrders({ nth: 3 }), [_, _, X, X, X]],
    ['hits every other order', onOrders({ every: 2 }), [X, _, X, _, X]],
    ['hits twice', { ...onOrders(), count: 2 }, [X, X, _, _, _]],
    ['hits one TR', { on: { ...ANY, tr: ['kt10001'] } }, [_, _, _, _, _]],
    ['never hits with no chance', { ...onOrders(), chance: 0 }, [_, _, _, _, _]],
  ])('%s', (_name, rest, expected) => {
    expect(fates([rule(lost, rest)], expected.length)).toEqual(expected);
  });

  it('lasts as long as it says from the match that began it', () => {
    const { harness, pass } = world([rule(lost, { ...onOrders({ nth: 2 }), forMs: 10_000 })]);
    const seen = [order(harness)?.type];
    pass(60_000);
    for (const wait of [0, 9_999, 1]) {
      pass(wait);
      seen.push(order(harness)?.type);
    }
    expect(seen).toEqual([_, X, X, _]);
  });

  it('opens its window at a time of every day', () => {
    const { harness, desk } = world([
      rule(lost, { ...onOrders(), start: { type: 'at', msOfDay: 11 * HOUR_MS }, forMs: MINUTE_MS, count: 1 }),
    ]);
    const at = (date: string, time: string) => {
      harness.exchange.now = kstMoment(date, time);
      desk.timePassed();
      return order(harness)?.type;
    };
    expect(at(TODAY, '105959')).toBe(_);
    expect([at(TODAY, '110000'), at(TODAY, '110001')]).toEqual([X, _]);
    expect(at(TODAY, '110100')).toBe(_);
  });

  it('decides the same again for the same seed, whatever other rules there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.boolean(), (seed, withOther) => {
        const some = rule(lost, { ...onOrders(), chance: 0.5 });
        const other = rule({ type: 'unknown-members' }, { chance: 0.5 });
        const first = fates([some], 20, seed);
        expect(fates(withOther ? [some, other] : [some], 20, seed)).toEqual(first);
      }),
      { numRuns: 20 },
    );
    expect(new Set(fates([rule(lost, { ...onOrders(), chance: 0.5 })], 40)).size).toBe(2);
  });

  it('can be taken away, and tells how often it hit', () => {
    const { harness, desk } = world([rule(lost, onOrders())]);
    order(harness);
    const [report] = desk.report();
    expect(report).toMatchObject({ hits: 1, isOpen: true });
    expect([desk.remove(report!.number), desk.remove(report!.number)]).toEqual([true, false]);
    expect([order(harness)?.type, desk.isCalm]).toEqual([_, true]);
  });
});
