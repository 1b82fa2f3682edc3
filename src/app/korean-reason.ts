// Reasons in Korean. What the engine and the client write down about an order or a connection is kept in English, once, for
// the ledger and for recordings; here it is turned into Korean for whoever reads along.

import { ERROR_MEANINGS } from '#adapters/kiwoom/errors/error-codes.ts';
import { OWN_MEANINGS } from '#adapters/kiwoom/errors/error-table.ts';
import { CLOSE_CODES } from '#adapters/kiwoom/errors/socket-codes.ts';

/** What src/engine notes about orders, what risk adds to a refusal, and how a session says that it lost its line. */
const NOTES: Readonly<Record<string, string>> = {
  'withdrawn before it was sent': '보내기 전에 거두어들임',
  'never reached the broker': '증권사 주문 내역에 없음',
  'rejected by the broker': '증권사가 거부함',
  'closed by the broker': '증권사가 종료함',
  'cancelled at our request': '요청대로 취소됨',
  'cancelled outside hwangso': 'hwangso 밖에서 취소됨',
  'modified outside hwangso': 'hwangso 밖에서 정정됨',
  'a day order of an earlier day': '지난 거래일의 주문',
  'nothing left of it in the lists of the broker': '증권사 주문 내역에 남은 수량이 없음',
  'the engine is about to end': '엔진이 곧 끝남',
  'expected a whole number of shares': '주식 수는 1 이상의 정수여야 함',
  'per second': '1초 한도',
  'per day': '하루 한도',
  'no login in time': '제때 로그인하지 못함',
  'silent for too long': '너무 오래 아무 신호가 없음',
  'quiet hours': '야간 점검 시간',
  'the connection was lost': '연결이 끊어짐',
  'not connected': '연결되어 있지 않음',
  stopped: '끝냄',
};

/** Sentences with something of the moment in them. */
const SENTENCES: readonly (readonly [english: RegExp, korean: (...parts: string[]) => string])[] = [
  [
    /^the day's loss of (-?\d+) won reached the limit of (\d+) won$/,
    (loss, limit) => `하루 손실 ${won(loss)}이 한도 ${won(limit)}에 이름`,
  ],
  [/^strategy (\S+) failed: (.*)$/s, (name, message) => `전략 ${name} 오류: ${message}`],
  [
    /^the connection to the broker ended for good: (.*)$/s,
    (reason = '') => `증권사 연결이 완전히 끝남: ${koreanReason(reason)}`,
  ],
  [/^cancel failed: (.*)$/s, (reason = '') => `취소 실패: ${koreanReason(reason)}`],
  [/^no answer to (.*)$/, (request) => `${request}에 응답 없음`],
];

/** By code. Longest first: one sentence may be part of another. */
const MEANINGS = Object.entries({ ...OWN_MEANINGS, ...ERROR_MEANINGS, ...CLOSE_CODES }).toSorted(
  ([, a], [, b]) => b.en.length - a.en.length,
);

/** The reason with our own sentences in Korean; codes, addresses and the broker's words stay as they are. */
export function koreanReason(reason: string): string {
  const note = NOTES[reason];
  if (note !== undefined) return note;
  for (const [english, korean] of SENTENCES) {
    const parts = english.exec(reason);
    if (parts !== null) return korean(...parts.slice(1));
  }
  const possible = MEANINGS.filter(([, { en }]) => reason.includes(en));
  // Codes may share an English sentence and differ in the Korean one.
  const known = (possible.find(([code]) => reason.includes(`[${code}]`)) ?? possible[0])?.[1];
  return known === undefined ? reason : reason.replace(known.en, () => known.ko);
}

function won(digits: string | undefined): string {
  return `${Number(digits).toLocaleString('en-US')}원`;
}
