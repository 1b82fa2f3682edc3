// The lines a running session says about its orders, and about live data that could not be had.

import { expect, test } from 'vitest';
import { narrateEvent, narrateRecord } from '#app/live/narrate.ts';
import type { EngineEvent } from '#domain/engine-event.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import { sampleRequest } from '#test/adapters/sqlite/sample-records.ts';
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
  [
    { type: 'feed-down', at: TEN, reason: 'au10001: No answer in time.', final: false },
    '10:00:00 real-time feed lost: au10001: No answer in time.',
    '10:00:00 실시간 연결 끊김: au10001: 응답이 제때 오지 않았습니다.',
  ],
  [
    { type: 'session', at: TEN, phase: 'open', code: '3' },
    '10:00:00 session: open (3)',
    '10:00:00 장 상태: 장 시작 (3)',
  ],
])('%j', (event, english, korean) => {
  expect([narrateEvent(event, 'en'), narrateEvent(event, 'ko')]).toEqual([english, korean]);
});

const intended = (parts: Parameters<typeof sampleRequest>[0]): LedgerRecord => ({
  type: 'order-intended',
  at: TEN,
  request: sampleRequest({ strategy: 'alpha', symbol: '005930', quantity: 10, reason: 'up', ...parts }),
});

test.each<[LedgerRecord, string, string]>([
  [
    intended({ side: 'buy', pricing: { type: 'market' } }),
    '10:00:00 alpha: buy 10 005930 market (up)',
    '10:00:00 alpha: 005930 10주 매수 시장가 (up)',
  ],
  [
    intended({ side: 'sell', pricing: { type: 'limit', price: 70_000 } }),
    '10:00:00 alpha: sell 10 005930 70,000 won (up)',
    '10:00:00 alpha: 005930 10주 매도 70,000원 (up)',
  ],
  [
    {
      type: 'order-refused',
      at: TEN,
      request: sampleRequest({
        strategy: 'alpha',
        symbol: '005930',
        quantity: 10,
        pricing: { type: 'market' },
      }),
      refusal: { code: 'session-closed', limit: null, actual: null, detail: 'opening-auction' },
    },
    '10:00:00 refused alpha: buy 10 005930 market: the market does not take this order now · opening-auction',
    '10:00:00 거부 alpha: 005930 10주 매수 시장가: 지금은 시장이 이 주문을 받지 않습니다 · 시가 동시호가',
  ],
  [
    { type: 'halted', at: TEN, scope: 'buys', reason: "the day's loss of 7 won reached the limit of 5 won" },
    "10:00:00 halted (buys): the day's loss of 7 won reached the limit of 5 won",
    '10:00:00 주문 중지 (매수): 하루 손실 7원이 한도 5원에 이름',
  ],
  [
    { type: 'adjusted', at: TEN, tradeDate: '2026-11-20', reason: 'dividend', entries: [] },
    '10:00:00 adjusted: dividend',
    '10:00:00 차이 조정: dividend',
  ],
  [
    { type: 'order-changed', at: TEN, orderId: 'o-1', status: 'absent', brokerOrderNo: null, note: '' },
    '10:00:00 order o-1 absent',
    '10:00:00 주문 o-1 증권사에 닿지 않음',
  ],
  [
    {
      type: 'order-changed',
      at: TEN,
      orderId: 'o-1',
      status: 'expired',
      brokerOrderNo: '7',
      note: 'closed by the broker',
    },
    '10:00:00 order o-1 expired: closed by the broker',
    '10:00:00 주문 o-1 요청 없이 소멸: 증권사가 종료함',
  ],
])('%j', (record, english, korean) => {
  expect([narrateRecord(record, 'en'), narrateRecord(record, 'ko')]).toEqual([english, korean]);
});
