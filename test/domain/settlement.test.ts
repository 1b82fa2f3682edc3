// Settlement counts trading days, so holidays and the year-end closing push it out.

import { expect, test } from 'vitest';
import { krxCalendar } from '#domain/calendar.ts';
import { settlementDate } from '#domain/settlement.ts';

test.each([
  ['within a week', '2026-11-16', '2026-11-18'],
  ['over a weekend', '2026-11-20', '2026-11-24'],
  ['over the year: the first trades under the tax of 2026', '2025-12-29', '2026-01-02'],
  ['over the year: the last trades under the tax of 2025', '2025-12-26', '2025-12-30'],
  ['over the long holidays', '2025-10-02', '2025-10-13'],
])('%s', (_name, tradeDate, expected) => {
  expect(settlementDate(tradeDate, krxCalendar)).toBe(expected);
});

test('the lag can be shortened', () => {
  expect(settlementDate('2026-11-20', krxCalendar, 1)).toBe('2026-11-23');
});
