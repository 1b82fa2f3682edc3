// The lines a running session says about live data that could not be had.

import { expect, test } from 'vitest';
import { narrateEvent } from '#app/live/narrate.ts';
import type { EngineEvent } from '#domain/engine-event.ts';
import { TEN } from '#test/support/engine-story.ts';

const REFUSED = { type: 'watch-refused', at: TEN, limit: null, actual: null, detail: null } as const;

test.each<[EngineEvent, string, string]>([
  [
    { ...REFUSED, what: 'instrument', about: '005930', code: 'limit-reached', limit: 95, actual: 96 },
    '10:00:00 no market data of 005930: as many are registered as may be · 96 / 95',
    '10:00:00 실시간 시세를 받을 수 없음 005930: 등록 한도에 이름 · 96 / 95',
  ],
  [
    { ...REFUSED, what: 'condition', about: '돌파', code: 'unknown' },
    '10:00:00 no results of the condition 돌파: the broker does not know it',
    '10:00:00 조건검색을 받을 수 없음 돌파: 증권사가 모름',
  ],
  [
    { ...REFUSED, what: 'stream', about: '0w 005930', code: 'rejected', detail: '오류' },
    '10:00:00 no messages of the stream 0w 005930: the broker said no · 오류',
    '10:00:00 실시간 항목을 받을 수 없음 0w 005930: 증권사가 거부함 · 오류',
  ],
  [
    { type: 'poll-failed', at: TEN, poll: 'top', query: 'ka10027', code: 'timeout', retryable: true },
    '10:00:00 poll top (ka10027) failed: timeout; it is asked again when it is next due',
    '10:00:00 조회 top (ka10027) 실패: timeout. 다음 차례에 다시 조회합니다',
  ],
])('%j', (event, english, korean) => {
  expect([narrateEvent(event, 'en'), narrateEvent(event, 'ko')]).toEqual([english, korean]);
});
