// Which part of the day it is: the clock's word, the exchange's word, and which of them counts.

import { describe, expect, test } from 'vitest';
import { krxCalendar } from '#domain/calendar.ts';
import type { SessionEvent } from '#domain/market-event.ts';
import type { SessionPhase } from '#domain/session.ts';
import { kstMoment } from '#domain/time.ts';
import { SessionState } from '#engine/session-state.ts';
import { SAMSUNG, tradeEvent } from '#test/support/engine-story.ts';

const FRIDAY = '2026-11-20';
const SATURDAY = '2026-11-21';
const MONDAY = '2026-11-23';

function at(date: string, clock: string): SessionState {
  const session = new SessionState(krxCalendar);
  session.advanceTo(kstMoment(date, clock), date);
  return session;
}

function told(phase: SessionEvent['phase']): SessionEvent {
  return { type: 'session', at: 0, phase, code: '' };
}

describe('the clock', () => {
  test.each<[string, string, SessionPhase]>([
    [FRIDAY, '082959', 'closed'],
    [FRIDAY, '083000', 'opening-auction'],
    [FRIDAY, '090000', 'continuous'],
    [FRIDAY, '152000', 'closing-auction'],
    [FRIDAY, '153000', 'post-close'],
    [FRIDAY, '200000', 'closed'],
    [SATURDAY, '100000', 'closed'],
  ])('on %s at %s says %s', (date, clock, phase) => {
    expect(at(date, clock).phase).toBe(phase);
  });

  test('tells when the phase changed', () => {
    const session = at(FRIDAY, '085959');
    expect(session.advanceTo(kstMoment(FRIDAY, '085959'), FRIDAY)).toBe(false);
    expect(session.advanceTo(kstMoment(FRIDAY, '090000'), FRIDAY)).toBe(true);
  });
});

describe("the exchange's word", () => {
  test.each<[SessionEvent['phase'], SessionPhase]>([
    ['before-open', 'opening-auction'],
    ['open', 'continuous'],
    ['closing-auction', 'closing-auction'],
    ['closed', 'closed'],
  ])('%s means %s, whatever the clock says', (word, phase) => {
    const session = at(FRIDAY, '200100');
    session.onSession(told(word), FRIDAY);
    expect(session.phase).toBe(phase);
    expect(session.advanceTo(kstMoment(FRIDAY, '210000'), FRIDAY)).toBe(false);
    expect(session.phase).toBe(phase);
  });

  test('about anything else changes nothing', () => {
    const session = at(FRIDAY, '100000');
    session.onSession(told('other'), FRIDAY);
    expect(session.phase).toBe('continuous');
    session.advanceTo(kstMoment(FRIDAY, '152000'), FRIDAY);
    expect(session.phase).toBe('closing-auction');
  });

  test('holds for its day only', () => {
    const session = at(FRIDAY, '152500');
    session.onSession(told('closed'), FRIDAY);
    session.advanceTo(kstMoment(MONDAY, '090000'), MONDAY);
    expect(session.phase).toBe('continuous');
  });
});

describe('a trade while the calendar knows of no session', () => {
  test.each<[string, 'regular' | 'before' | null, SessionPhase]>([
    ['of regular hours shows that there is one', 'regular', 'continuous'],
    ['of other hours shows nothing', 'before', 'closed'],
    ['of hours nobody named shows nothing', null, 'closed'],
  ])('%s', (_name, hours, phase) => {
    const session = at(SATURDAY, '100000');
    session.onTrade(tradeEvent(SAMSUNG, 70_000, 0, { hours }), SATURDAY);
    expect(session.phase).toBe(phase);
  });

  test('does not speak against the exchange', () => {
    const session = at(SATURDAY, '100000');
    session.onSession(told('closed'), SATURDAY);
    session.onTrade(tradeEvent(SAMSUNG, 70_000, 0), SATURDAY);
    expect(session.phase).toBe('closed');
  });
});
