// The clock of one market: the same day has the same timetable however the clock came to it.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { krxCalendar } from '#domain/calendar.ts';
import type { TradeDate } from '#domain/units.ts';
import { DayClock } from '#exchange/day/day-clock.ts';
import { DAY, moment, NEXT_DAY } from '../support.ts';

const clockOf = (seed: number, date: TradeDate) => new DayClock(seed, krxCalendar, date, 'KRX');

/** Every turn of the day that is left: when it comes, and to what. */
function turnsOf(clock: DayClock): string[] {
  const turns: string[] = [];
  for (; !clock.isDayOver; clock.turn()) turns.push(`${clock.nextAt} ${clock.nextPhase}`);
  return turns;
}

/** The turns of the day after `date`, by a clock that was there on `date`. */
function turnsOfNextDay(seed: number, date: TradeDate): string[] {
  const clock = clockOf(seed, date);
  turnsOf(clock);
  clock.turnDay();
  return turnsOf(clock);
}

it('comes to a day with the turns it has for whoever begins on it', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      expect(turnsOfNextDay(seed, DAY)).toEqual(turnsOf(clockOf(seed, NEXT_DAY)));
    }),
  );
});

it('ends the auctions of each day late by a chance of the seed', () => {
  const ways = (turns: (seed: number) => string[]) =>
    new Set([1, 2, 3, 4].map((seed) => turns(seed).join())).size;
  expect(ways((seed) => turnsOf(clockOf(seed, DAY)))).toBeGreaterThan(1);
  expect(ways((seed) => turnsOfNextDay(seed, DAY))).toBeGreaterThan(1);
});

it('is closed until its first phase, has begun with it, and waits for the next trading day after its last', () => {
  const clock = clockOf(1, '2026-11-27');
  expect([clock.phase, clock.hasBegun, clock.isDayOver]).toEqual(['closed', false, false]);
  clock.turn();
  expect([clock.phase, clock.hasBegun]).toEqual([expect.not.stringMatching('closed'), true]);
  turnsOf(clock);
  expect([clock.phase, clock.nextPhase, clock.isDayOver]).toEqual(['closed', 'closed', true]);
  expect(clock.nextAt).toBe(moment('000000', '2026-11-30'));
});

it('comes from one trading day to the next, over weekends and holidays', () => {
  const clock = clockOf(1, '2026-12-30');
  const days = Array.from({ length: 4 }, () => {
    turnsOf(clock);
    const { nextAt } = clock;
    clock.turnDay();
    return [clock.tradeDate, nextAt];
  });
  // The last day of the year is closed, and so is the first of the next.
  const dates = ['2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07'];
  expect(days).toEqual(dates.map((date) => [date, moment('000000', date)]));
});
