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
  ['호가 단위 오류', '호가 단위 오류'],
  ['', ''],
])('%s', (reason, korean) => {
  expect(koreanReason(reason)).toBe(korean);
});

describe('the notes of the engine', () => {
  const engine = new URL('../../src/engine/', import.meta.url);
  const text = readdirSync(engine)
    .map((name) => readFileSync(new URL(name, engine), 'utf8'))
    .join('\n');
  const notes = [...text.matchAll(/(?:#happen|#tracker\.close)\([^;]*?'((?:\w+ )+\w+)',?\s*\);/g)].map(
    ([, note]) => note!,
  );

  test.each(notes)('%s', (note) => {
    expect(koreanReason(note)).not.toMatch(/[a-z]/);
  });

  test('are found', () => {
    expect(notes.length).toBeGreaterThan(2);
  });
});
