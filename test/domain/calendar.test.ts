// The trading days of KRX against its published closings, moving along them, and the edges of what is known.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CalendarError,
  calendarFromDays,
  isWeekend,
  krxCalendar,
  type TradingCalendar,
  tradingCalendar,
} from '#domain/calendar.ts';
import { addDays } from '#domain/time.ts';

function closedWeekdays(calendar: TradingCalendar, year: number): string {
  const closed: string[] = [];
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
    if (!isWeekend(date) && !calendar.isTradingDay(date)) closed.push(date.slice(5));
  }
  return closed.join(' ');
}

describe('the closed weekdays of KRX', () => {
  test.each([
    [2010, '01-01 02-15 03-01 05-05 05-21 06-02 09-21 09-22 09-23 12-31'],
    [2011, '02-02 02-03 02-04 03-01 05-05 05-10 06-06 08-15 09-12 09-13 10-03 12-30'],
    [2012, '01-23 01-24 03-01 04-11 05-01 05-28 06-06 08-15 10-01 10-03 12-19 12-25 12-31'],
    [2013, '01-01 02-11 03-01 05-01 05-17 06-06 08-15 09-18 09-19 09-20 10-03 10-09 12-25 12-31'],
    [2014, '01-01 01-30 01-31 05-01 05-05 05-06 06-04 06-06 08-15 09-08 09-09 09-10 10-03 10-09 12-25 12-31'],
    [2015, '01-01 02-18 02-19 02-20 05-01 05-05 05-25 08-14 09-28 09-29 10-09 12-25 12-31'],
    [2016, '01-01 02-08 02-09 02-10 03-01 04-13 05-05 05-06 06-06 08-15 09-14 09-15 09-16 10-03 12-30'],
    [
      2017,
      '01-27 01-30 03-01 05-01 05-03 05-05 05-09 06-06 08-15 10-02 10-03 10-04 10-05 10-06 10-09 12-25 12-29',
    ],
    [
      2024,
      '01-01 02-09 02-12 03-01 04-10 05-01 05-06 05-15 06-06 08-15 09-16 09-17 09-18 10-01 10-03 10-09 12-25 12-31',
    ],
    [
      2025,
      '01-01 01-27 01-28 01-29 01-30 03-03 05-01 05-05 05-06 06-03 06-06 08-15 10-03 10-06 10-07 10-08 10-09 12-25 12-31',
    ],
    [
      2026,
      '01-01 02-16 02-17 02-18 03-02 05-01 05-05 05-25 06-03 07-17 08-17 09-24 09-25 10-05 10-09 12-25 12-31',
    ],
    [2027, '01-01 02-08 02-09 03-01 05-03 05-05 05-13 07-19 08-16 09-14 09-15 09-16 10-04 10-11 12-27 12-31'],
  ])('of %d', (year, expected) => {
    expect(closedWeekdays(krxCalendar, year)).toBe(expected);
  });

  test.each([
    [2018, 244],
    [2019, 246],
    [2020, 248],
    [2021, 248],
    [2022, 246],
    [2023, 245],
  ])('%d had %d trading days', (year, count) => {
    expect(krxCalendar.tradingDaysBetween(`${year}-01-01`, `${year}-12-31`)).toHaveLength(count);
  });

  test.each([
    ['a Sunday closes the year early', '2023-12-29'],
    ['a Saturday closes the year early', '2022-12-30'],
    ['Labour Day before it was a public holiday', '2018-05-01'],
    ['a temporary holiday', '2020-08-17'],
  ])('%s: %s', (_name, date) => {
    expect(krxCalendar.isTradingDay(date)).toBe(false);
  });
});

describe('moving along the calendar', () => {
  test.each([
    ['over a weekend', '2026-11-20', 1, '2026-11-23'],
    ['back over a weekend', '2026-11-23', -1, '2026-11-20'],
    ['from a Saturday, one on', '2026-11-21', 1, '2026-11-23'],
    ['from a Saturday, two on', '2026-11-21', 2, '2026-11-24'],
    ['from a Saturday, one back', '2026-11-21', -1, '2026-11-20'],
    ['over the longest holidays', '2025-10-02', 1, '2025-10-10'],
    ['over the year', '2026-12-30', 1, '2027-01-04'],
    ['nowhere, even on a closed day', '2026-11-21', 0, '2026-11-21'],
  ])('%s', (_name, from, count, to) => {
    expect(krxCalendar.addTradingDays(from, count)).toBe(to);
  });

  test('the next and the previous day are one step', () => {
    expect(krxCalendar.nextTradingDay('2026-09-23')).toBe('2026-09-28');
    expect(krxCalendar.previousTradingDay('2026-09-28')).toBe('2026-09-23');
  });

  test.each([
    ['both ends included', '2026-11-19', '2026-11-23', ['2026-11-19', '2026-11-20', '2026-11-23']],
    ['ends on closed days', '2026-11-21', '2026-11-24', ['2026-11-23', '2026-11-24']],
    ['a weekend', '2026-11-21', '2026-11-22', []],
    ['the last day that is covered', '2027-12-30', '2027-12-31', ['2027-12-30']],
    ['from after through', '2026-11-24', '2026-11-19', []],
  ])('days between: %s', (_name, from, through, expected) => {
    expect(krxCalendar.tradingDaysBetween(from, through)).toEqual(expected);
  });

  test('agrees with asking every day in turn', () => {
    const offsets = fc.integer({ min: 0, max: 6_400 });
    fc.assert(
      fc.property(offsets, fc.integer({ min: 1, max: 40 }), (offset, count) => {
        const from = addDays('2010-01-01', offset);
        let date = from;
        for (let left = count; left > 0; ) {
          date = addDays(date, 1);
          if (krxCalendar.isTradingDay(date)) left--;
        }
        expect(krxCalendar.addTradingDays(from, count)).toBe(date);
        expect(krxCalendar.tradingDaysBetween(addDays(from, 1), date)).toHaveLength(count);
      }),
    );
  });
});

describe('beyond what is known', () => {
  test.each([
    [
      'a day before the range',
      (calendar: TradingCalendar) => calendar.isTradingDay('2009-12-31'),
      '2009-12-31',
    ],
    [
      'a day after the range',
      (calendar: TradingCalendar) => calendar.nextTradingDay('2028-01-03'),
      '2028-01-03',
    ],
    [
      'an answer after the range',
      (calendar: TradingCalendar) => calendar.nextTradingDay('2027-12-30'),
      '2028-01-01',
    ],
    [
      'an answer before it',
      (calendar: TradingCalendar) => calendar.previousTradingDay('2010-01-04'),
      '2009-12-31',
    ],
  ])('%s is an error that names the day and the range', (_name, ask, date) => {
    expect(() => ask(krxCalendar)).toThrow(
      expect.objectContaining({ date, coveredFrom: '2010-01-01', coveredThrough: '2027-12-31' }),
    );
    expect(() => ask(krxCalendar)).toThrow(
      `the trading calendar knows 2010-01-01 to 2027-12-31, but the answer needs ${date}`,
    );
  });
});

describe('changes from configuration', () => {
  test('close and open days', () => {
    const calendar = tradingCalendar({
      closures: ['2026-11-23', '2026-11-24'],
      openings: ['2026-11-24', '2026-11-28'],
    });
    expect(calendar.tradingDaysBetween('2026-11-20', '2026-11-30')).toEqual(
      ['11-20', '11-24', '11-25', '11-26', '11-27', '11-28', '11-30'].map((day) => `2026-${day}`),
    );
    expect(krxCalendar.isTradingDay('2026-11-23')).toBe(true);
  });

  test('are refused when they are no days or lie outside the range', () => {
    expect(() => tradingCalendar({ closures: ['2026-02-30'] })).toThrow('2026-02-30');
    expect(() => tradingCalendar({ openings: ['2028-01-03'] })).toThrow(CalendarError);
  });
});

describe('a calendar from data', () => {
  const calendar = calendarFromDays(['2000-01-06', '2000-01-04', '2000-01-05', '2000-01-06', '2000-01-10']);

  test('has the days found, and only those, between its ends', () => {
    expect(calendar.tradingDaysBetween('2000-01-04', '2000-01-10')).toEqual(
      ['04', '05', '06', '10'].map((day) => `2000-01-${day}`),
    );
    expect(calendar.isTradingDay('2000-01-07')).toBe(false);
  });

  test('knows two weeks beyond its ends by weekdays', () => {
    expect([calendar.coveredFrom, calendar.coveredThrough]).toEqual(['1999-12-21', '2000-01-24']);
    expect(calendar.addTradingDays('2000-01-10', 5)).toBe('2000-01-17');
    expect(calendar.previousTradingDay('2000-01-04')).toBe('2000-01-03');
    expect(() => calendar.isTradingDay('2000-01-25')).toThrow(CalendarError);
  });

  test('follows the rules of KRX beyond its ends where these are known', () => {
    expect(calendarFromDays(['2025-10-01', '2025-10-02']).addTradingDays('2025-10-02', 2)).toBe('2025-10-13');
  });

  test('needs a day', () => {
    expect(() => calendarFromDays([])).toThrow('at least one day');
  });
});
