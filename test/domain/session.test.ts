// Timetables by date and venue, the phase at a moment, and which orders a phase takes.

import { describe, expect, test } from 'vitest';
import { krxCalendar } from '#domain/calendar.ts';
import type { Venue } from '#domain/instrument.ts';
import {
  acceptsOrders,
  isExamDay,
  isFirstTradingDayOfYear,
  phaseIn,
  SessionClock,
  type SessionHours,
  type SessionPhase,
  sessionHours,
  spanOf,
} from '#domain/session.ts';
import { kstClockText, kstMoment } from '#domain/time.ts';

/** `08:30:00 opening-auction, …, 20:00:00`: every border of a day. */
function timetable(hours: SessionHours | null): string {
  if (hours === null) return 'none';
  const borders = hours.spans.map(({ phase, from }) => `${kstClockText(from)} ${phase}`);
  return [...borders, kstClockText(hours.spans.at(-1)!.until)].join(', ');
}

describe('the timetable', () => {
  test.each<[string, string, Venue, string]>([
    [
      'an ordinary day now',
      '2026-11-20',
      'KRX',
      '08:30:00 opening-auction, 09:00:00 continuous, 15:20:00 closing-auction, 15:30:00 post-close, 16:00:00 after-market, 20:00:00',
    ],
    [
      'the last day of ten-minute auctions',
      '2026-09-11',
      'KRX',
      '08:30:00 opening-auction, 09:00:00 continuous, 15:20:00 closing-auction, 15:30:00 post-close, 16:00:00 after-hours, 18:00:00',
    ],
    [
      'the first day of the after-market',
      '2026-09-14',
      'KRX',
      '08:30:00 opening-auction, 09:00:00 continuous, 15:20:00 closing-auction, 15:30:00 post-close, 16:00:00 after-market, 20:00:00',
    ],
    [
      'before the opening auction was shortened',
      '2019-04-26',
      'KRX',
      '08:00:00 opening-auction, 09:00:00 continuous, 15:20:00 closing-auction, 15:30:00 post-close, 16:00:00 after-hours, 18:00:00',
    ],
    [
      'the last short day',
      '2016-07-29',
      'KRX',
      '08:00:00 opening-auction, 09:00:00 continuous, 14:50:00 closing-auction, 15:00:00 post-close, 15:30:00 after-hours, 18:00:00',
    ],
    [
      'the first long day',
      '2016-08-01',
      'KRX',
      '08:00:00 opening-auction, 09:00:00 continuous, 15:20:00 closing-auction, 15:30:00 post-close, 16:00:00 after-hours, 18:00:00',
    ],
    [
      'the first trading day of a year',
      '2026-01-02',
      'KRX',
      '09:30:00 opening-auction, 10:00:00 continuous, 15:20:00 closing-auction, 15:30:00 post-close, 16:00:00 after-hours, 18:00:00',
    ],
    [
      'an exam day',
      '2025-11-13',
      'KRX',
      '09:30:00 opening-auction, 10:00:00 continuous, 16:20:00 closing-auction, 16:30:00 post-close, 17:00:00 after-hours, 18:00:00',
    ],
    [
      'an exam day with the after-market',
      '2026-11-19',
      'KRX',
      '09:30:00 opening-auction, 10:00:00 continuous, 16:20:00 closing-auction, 16:30:00 post-close, 17:00:00 after-market, 20:00:00',
    ],
    [
      'an exam day of short days',
      '2015-11-12',
      'KRX',
      '09:00:00 opening-auction, 10:00:00 continuous, 15:50:00 closing-auction, 16:00:00 post-close, 16:30:00 after-hours, 18:00:00',
    ],
    ['NXT before it existed', '2025-02-28', 'NXT', 'none'],
    [
      'NXT',
      '2026-11-20',
      'NXT',
      '08:00:00 pre-market, 08:50:00 break, 09:00:30 continuous, 15:20:00 break, 15:30:00 after-market-auction, 15:40:00 after-market, 20:00:00',
    ],
    [
      'NXT on the first trading day',
      '2026-01-02',
      'NXT',
      '10:00:30 continuous, 15:20:00 break, 15:30:00 after-market-auction, 15:40:00 after-market, 20:00:00',
    ],
    [
      'NXT on an exam day',
      '2025-11-13',
      'NXT',
      '10:00:30 continuous, 16:20:00 break, 16:30:00 after-market-auction, 16:40:00 after-market, 20:00:00',
    ],
  ])('%s', (_name, date, venue, expected) => {
    expect(timetable(sessionHours(date, venue))).toBe(expected);
  });

  test('names the open and the close', () => {
    const hours = sessionHours('2026-11-19');
    expect([kstClockText(hours.openAt), kstClockText(hours.closeAt)]).toEqual(['10:00:00', '16:30:00']);
  });

  test('of SOR has the hours of KRX under its own name', () => {
    expect(sessionHours('2026-11-20', 'SOR')).toEqual({ ...sessionHours('2026-11-20'), venue: 'SOR' });
  });

  test('gives the span of a phase, or none', () => {
    const hours = sessionHours('2026-11-20');
    expect(spanOf(hours, 'closing-auction')).toEqual({
      phase: 'closing-auction',
      from: kstMoment('2026-11-20', '1520'),
      until: kstMoment('2026-11-20', '1530'),
    });
    expect(spanOf(hours, 'after-hours')).toBeNull();
  });
});

describe('special days', () => {
  test('the first trading day of each year is the one the calendar says', () => {
    for (let year = 2010; year <= 2027; year++) {
      const days = krxCalendar.tradingDaysBetween(`${year}-01-01`, `${year}-12-31`);
      expect(days.filter(isFirstTradingDayOfYear)).toEqual([days[0]]);
    }
  });

  test('there is one exam day a year, two in 2017, all of them trading days', () => {
    for (let year = 2010; year <= 2027; year++) {
      const days = krxCalendar.tradingDaysBetween(`${year}-01-01`, `${year}-12-31`);
      expect(days.filter(isExamDay)).toHaveLength(year === 2017 ? 2 : 1);
    }
  });
});

describe('the phase at a moment', () => {
  const clock = new SessionClock(krxCalendar);

  test.each<[string, string, SessionPhase]>([
    ['2026-11-20', '000000', 'closed'],
    ['2026-11-20', '082959', 'closed'],
    ['2026-11-20', '083000', 'opening-auction'],
    ['2026-11-20', '085959', 'opening-auction'],
    ['2026-11-20', '090000', 'continuous'],
    ['2026-11-20', '151959', 'continuous'],
    ['2026-11-20', '152000', 'closing-auction'],
    ['2026-11-20', '153000', 'post-close'],
    ['2026-11-20', '160000', 'after-market'],
    ['2026-11-20', '195959', 'after-market'],
    ['2026-11-20', '200000', 'closed'],
    ['2026-11-21', '100000', 'closed'],
    ['2026-12-25', '100000', 'closed'],
    ['2026-11-20', '100000', 'continuous'],
    ['2026-11-19', '093000', 'opening-auction'],
  ])('%s %s is %s', (date, time, phase) => {
    expect(clock.phaseAt(kstMoment(date, time))).toBe(phase);
  });

  test('before a venue existed is closed', () => {
    const nxt = new SessionClock(krxCalendar, 'NXT');
    expect(nxt.phaseAt(kstMoment('2025-02-28', '1000'))).toBe('closed');
    expect(nxt.phaseAt(kstMoment('2025-03-04', '085000'))).toBe('break');
  });

  test('outside the day of a timetable is closed', () => {
    const hours = sessionHours('2026-11-20');
    expect(phaseIn(hours, kstMoment('2026-11-19', '1000'))).toBe('closed');
    expect(phaseIn(hours, kstMoment('2026-11-21', '1000'))).toBe('closed');
  });

  test('timetables are found by day too', () => {
    expect(clock.hoursOn('2026-11-20')).toEqual(sessionHours('2026-11-20'));
    expect(clock.hoursOn('2026-11-21')).toBeNull();
  });
});

describe('the orders a phase takes', () => {
  const KINDS = [
    ['limit', 'day'],
    ['market', 'day'],
    ['best-counter', 'day'],
    ['limit', 'ioc'],
    ['market', 'fok'],
  ] as const;

  test.each<[SessionPhase, Venue, string]>([
    // In the order of KINDS; a dot is a no.
    ['closed', 'KRX', '.....'],
    ['opening-auction', 'KRX', 'LM...'],
    ['continuous', 'KRX', 'LMBLM'],
    ['closing-auction', 'KRX', 'LM...'],
    ['post-close', 'KRX', '.....'],
    ['after-hours', 'KRX', '.....'],
    ['after-market', 'KRX', 'L.BL.'],
    ['continuous', 'SOR', 'LMBLM'],
    ['pre-market', 'NXT', 'L.BLM'],
    ['continuous', 'NXT', 'L.BLM'],
    ['break', 'NXT', '.....'],
    ['after-market-auction', 'NXT', 'L....'],
    ['after-market', 'NXT', 'L.BLM'],
  ])('%s on %s: %s', (phase, venue, expected) => {
    const taken = KINDS.map(([pricing, timeInForce]) =>
      acceptsOrders(phase, pricing, timeInForce, venue) ? pricing.charAt(0).toUpperCase() : '.',
    );
    expect(taken.join('')).toBe(expected);
  });

  test('are day orders on KRX unless said otherwise', () => {
    expect(acceptsOrders('opening-auction', 'market')).toBe(true);
    expect(acceptsOrders('after-market', 'market')).toBe(false);
  });
});
