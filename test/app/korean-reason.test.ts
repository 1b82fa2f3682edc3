// Notes of the engine and errors of the client, as a Korean reader sees them.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { koreanReason } from '#app/korean-reason.ts';

test.each([
  ['withdrawn before it was sent', '보내기 전에 거두어들임'],
  ['cancelled at our request', '요청대로 취소됨'],
  [
    'RC4025 kt10000: Not enough cash for the margin. [RC4025] ([2000](RC4025:증거금이 부족합니다))',
    'RC4025 kt10000: 증거금이 모자랍니다. [RC4025] ([2000](RC4025:증거금이 부족합니다))',
  ],
  [
    'queue-timeout kt10000: The request waited too long for the rate limit.',
    'queue-timeout kt10000: 요청이 너무 오래 대기했습니다.',
  ],
  [
    'WebSocket: The connection was cut without a word. [1006]',
    'WebSocket: 접속이 인사 없이 끊겼습니다. [1006]',
  ],
  [
    "the day's loss of 1112250 won reached the limit of 1000000 won",
    '하루 손실 1,112,250원이 한도 1,000,000원에 이름',
  ],
  ['strategy alpha failed: x is not a function', '전략 alpha 오류: x is not a function'],
  [
    'the connection to the broker ended for good: SYSTEM: The same app key logged in elsewhere, which ended this session. [R10001]',
    '증권사 연결이 완전히 끝남: SYSTEM: 같은 App Key로 다른 곳에서 접속해 이 접속이 끊겼습니다. [R10001]',
  ],
  [
    'cancel failed: timeout kt10003: No answer in time.',
    '취소 실패: timeout kt10003: 응답이 제때 오지 않았습니다.',
  ],
  ['no answer to REG 0B+0D', 'REG 0B+0D에 응답 없음'],
  ['호가 단위 오류', '호가 단위 오류'],
  ['', ''],
])('%s', (reason, korean) => {
  expect(koreanReason(reason)).toBe(korean);
});

describe.each([
  ['the engine', '../../src/engine/', /(?:#happen|#tracker\.close)\([^;]*?'((?:\w+ )+\w+)',?\s*\);/g],
  ['the engine when it halts', '../../src/engine/', /(?:\bhalt\(|const reason = )`([^`]+)`/g],
  ['a lost line', '../../src/adapters/kiwoom/socket/', /#(?:lose|reportDown)\('([^']+)'/g],
])('what is written down by %s', (_who, folder, pattern) => {
  const room = new URL(folder, import.meta.url);
  const text = readdirSync(room)
    .map((name) => readFileSync(new URL(name, room), 'utf8'))
    .join('\n');
  const notes = [...text.matchAll(pattern)].map(([, note]) => note!.replaceAll(/\$\{[^}]*\}/g, '7'));

  test.each(notes)('%s', (note) => {
    expect(koreanReason(note)).not.toMatch(/[a-z]/);
  });

  test('are found', () => {
    expect(notes.length).toBeGreaterThan(1);
  });
});
