// The levels of the circuit breaker (krx-rules 3.5): how far and how long an index must have fallen, and how late is too late.

import { expect, it } from 'vitest';
import { sessionHours } from '#domain/session.ts';
import { MINUTE_MS, SECOND_MS } from '#domain/time.ts';
import { CircuitBreaker, reopeningMs } from '#exchange/day/circuit-breaker.ts';
import { DAY, moment, NEXT_DAY } from '../support.ts';

/** What is set off minute by minute, seen twice in each, by an index at these percents of the close before. */
function levels(date: string, from: string, percents: number[]): (number | null)[] {
  const breaker = new CircuitBreaker();
  breaker.startDay(sessionHours(date));
  return percents.map((percent, minute) => {
    const at = moment(from, date) + minute * MINUTE_MS;
    const set = [at, at + 30 * SECOND_MS].map((one) => breaker.see(one, percent * 1_000, 100_000));
    return set.find((level) => level !== null) ?? null;
  });
}

it.each([
  { name: 'a fall of 8 % that lasts a minute', from: '1000', percents: [92, 92], set: [null, 1] },
  { name: 'not one that does not last', from: '1000', percents: [92, 93, 92], set: [null, null, null] },
  { name: 'not one of less', from: '1000', percents: [92.1, 92.1, 92.1], set: [null, null, null] },
  {
    name: 'all three levels',
    from: '1000',
    percents: [92, 92, 85, 85, 80, 80, 70],
    set: [null, 1, null, 2, null, 3, null],
  },
  { name: 'the first minute is not counted', from: '0900', percents: [92, 92, 92], set: [null, null, 1] },
  { name: 'one at 14:50 on the point', from: '1449', percents: [90, 90], set: [null, 1] },
  { name: 'not after 14:50', from: '1451', percents: [90, 90, 90], set: [null, null, null] },
  {
    name: 'the third level also later, once the second was',
    from: '1447',
    percents: [92, 92, 84, 84, 80, 80],
    set: [null, 1, null, 2, null, 3],
  },
  {
    name: 'a second level not less than a hundredth below where the first was set off',
    from: '1000',
    percents: [84, 84, 83.2, 83.2, 83.16, 83.16],
    set: [null, 1, null, null, null, 2],
  },
])('$name', ({ from, percents, set }) => {
  expect(levels(DAY, from, percents)).toEqual(set);
});

it.each([
  { name: 'of 10 %, once a day', from: '1000', percents: [90, 90, 75, 75], set: [null, 1, null, null] },
  { name: 'not of less', from: '1000', percents: [90.1, 90.1], set: [null, null] },
  { name: 'not in the first five minutes', from: '0904', percents: [90, 90, 90], set: [null, null, 1] },
  { name: 'not in the last forty', from: '1421', percents: [90, 90], set: [null, null] },
])('before June 2015 had one level: $name', ({ from, percents, set }) => {
  expect(levels('2015-06-12', from, percents)).toEqual(set);
});

it('counts from the first minute on the point, and what began the day before is forgotten', () => {
  const breaker = new CircuitBreaker();
  const see = (hhmm: string, date: string) => breaker.see(moment(hhmm, date), 92_000, 100_000);
  breaker.startDay(sessionHours(DAY));
  expect([see('0901', DAY), see('0902', DAY)]).toEqual([null, 1]);
  breaker.startDay(sessionHours(NEXT_DAY));
  expect([see('1501', NEXT_DAY), see('1502', NEXT_DAY)]).toEqual([null, null]);
  breaker.startDay(sessionHours('2026-11-25'));
  expect([see('1000', '2026-11-25'), see('1001', '2026-11-25')]).toEqual([null, 1]);
});

it.each([
  { venue: 'KRX', date: DAY, ms: 10 * MINUTE_MS },
  { venue: 'KRX', date: '2020-03-13', ms: 10 * MINUTE_MS },
  { venue: 'NXT', date: '2026-09-14', ms: 30 * SECOND_MS },
  { venue: 'NXT', date: '2026-09-11', ms: 0 },
] as const)('orders gather for $ms ms after a halt on $venue on $date', ({ venue, date, ms }) => {
  expect(reopeningMs(venue, date)).toBe(ms);
});
