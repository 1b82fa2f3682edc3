// The plan of requests as people read it.

import { describe, expect, test } from 'vitest';
import { REAL_LIMITS } from '#adapters/kiwoom/budget/rate-budget.ts';
import { type PlannedCall, type PlanProblem, planRequests } from '#adapters/kiwoom/budget/request-plan.ts';
import { describePlan, problemText } from '#app/live/request-plan-text.ts';

const CALLS: readonly PlannedCall[] = [
  { tr: 'ka10027', priority: 'poll', kind: 'every', everyMs: 8_000, name: '상승률' },
  { tr: 'ka10023', priority: 'poll', kind: 'every', everyMs: 90_000 },
  { tr: 'ka10001', priority: 'reconcile', kind: 'once', count: 70 },
  { tr: 'kt10000', priority: 'order', kind: 'per-order', count: 1 },
];

describe('a plan', () => {
  const plan = planRequests(CALLS, REAL_LIMITS);

  test('in Korean, columns under each other', () => {
    expect(describePlan('ko', plan)).toEqual(
      [
        'TR       시작할 때  분당  한도  사용  주문당',
        'ka10027              7.5    60   13%        ',
        'ka10023              0.7    60    1%        ',
        'ka10001         70     0    60    0%        ',
        'kt10000                0    60    0%       1',
        '',
        '주기 조회             주기  최장 대기  최고 나이',
        '상승률 (ka10027)       8초        1초        9초',
        'ka10023           1분 30초        1초   1분 31초',
      ].concat(['', '전체: 분당 8.2건, 한도 300건 (3%)', '시작 준비: 1분 8초', '주문: 분당 60건까지']),
    );
  });

  test('in English', () => {
    const lines = describePlan('en', plan);
    expect(lines.slice(-3)).toEqual([
      'Total: 8.2 calls a minute of 300 (3%)',
      'Warm-up: 1 min 8 s',
      'Orders: up to 60 a minute',
    ]);
    const tables = lines.slice(0, lines.indexOf(''));
    expect(new Set(tables.map((line) => line.length)).size).toBe(1);
  });

  test('names its problems last, with numbers', () => {
    const lines = describePlan(
      'en',
      planRequests([{ ...CALLS[0]!, everyMs: 500 } as PlannedCall], REAL_LIMITS),
    );
    expect(lines.slice(-2)).toEqual([
      'Problem: ka10027 would be called 120 times a minute, of which 60 are allowed; poll it less often.',
      'Problem: 상승률 is wanted every 0.5 s but may wait 1 s for its turn.',
    ]);
  });
});

test.each<[PlanProblem, ko: string, en: string]>([
  [{ code: 'tr-rate', where: 'ka10027', limit: 60, actual: 120 }, 'ka10027: 분당 120건', '120 times'],
  [{ code: 'total-rate', where: null, limit: 240, actual: 250.5 }, '분당 251건', '251 calls'],
  [{ code: 'poll-late', where: 'gainers', limit: 5_000, actual: 61_000 }, '1분 1초', '1 min 1 s'],
  [{ code: 'poll-refused', where: 'gainers', limit: 30_000, actual: 600_000 }, '10분까지', '10 min'],
  [{ code: 'no-orders', where: null, limit: 1, actual: 0.25 }, '주문을 분당 0.3건', '0.3 orders'],
  [{ code: 'no-orders', where: 'kt00018', limit: 1, actual: 0 }, 'kt00018 한도', 'kt00018'],
])('%j in both languages', (problem, ko, en) => {
  expect(problemText('ko', problem)).toContain(ko);
  expect(problemText('en', problem)).toContain(en);
});
