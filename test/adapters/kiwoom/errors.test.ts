// What each failure means: may it be sent again, and is it certain that nothing happened?

import { describe, expect, test } from 'vitest';
import { ERROR_MEANINGS } from '#adapters/kiwoom/error-table.ts';
import { answerError, parseInnerCode } from '#adapters/kiwoom/errors.ts';
import { retryDelay } from '#adapters/kiwoom/retry-policy.ts';

describe('codes inside texts', () => {
  test.each([
    [
      '허용된 요청 개수를 초과하였습니다[1700:허용된 API 요청 개수를 초과하였습니다. 유량=1, API ID=kt10001]',
      '1700',
    ],
    ['[2000](RC4058:모의투자 장종료)', 'RC4058'],
    ['토큰 인증에 실패했습니다. 접속을 종료합니다 [CODE=8005, MESSAGE=Token이 유효하지 않습니다]', '8005'],
    ['허용된 요청 개수를 초과하였습니다[1634]', '1634'],
    ['[2000](800033:매도가능수량이 부족합니다)', '800033'],
    ['입력 값 오류입니다[1511:필수 입력 값에 값이 존재하지 않습니다. 필수입력 파라미터=stk_cd]', '1511'],
    ['관련자료가없습니다', null],
    ['', null],
  ])('%s has %s', (text, code) => {
    expect(parseInnerCode(text)).toBe(code);
  });
});

describe('judgements', () => {
  test.each<
    [
      what: string,
      status: number,
      returnCode: number | null,
      text: string,
      code: string,
      retryable: boolean,
      definite: boolean,
    ]
  >([
    ['a proven rate limit', 429, 5, '[1700:유량=1]', 'rate-limited', true, true],
    ['a 429 without a body', 429, null, '', 'rate-limited', true, false],
    ['a 429 with another text', 429, 5, 'null', 'rate-limited', true, false],
    ['too many codes', 200, 5, '[1634]', 'bad-request', false, true],
    ['a dead token', 200, 3, '[8005:Token이 유효하지 않습니다]', 'token-invalid', true, true],
    ['a dead token as 401', 401, null, '', 'token-invalid', true, true],
    ['bad keys', 200, 3, '[8001:App Key와 Secret Key 검증에 실패했습니다]', 'bad-keys', false, true],
    ['keys of the other domain', 200, 3, '[8030:투자구분이 다릅니다]', 'bad-keys', false, true],
    ['another address', 200, 3, '[8010:IP가 다릅니다]', 'not-permitted', false, true],
    ['a closed market', 200, 20, '[2000](RC4058:모의투자 장종료)', 'rejected', false, true],
    ['a rejection without a code', 200, 20, '주문이 거부되었습니다', 'rejected', false, true],
    ['an unknown instrument', 200, 7, '[1902:종목 정보가 없습니다]', 'unknown-instrument', false, true],
    ['an unexpected failure', 200, 9, '[1999:예기치 못한 에러]', 'server-error', true, false],
    ['an unknown return code', 200, 77, '?', 'rejected', false, false],
    ['a bad gateway', 502, null, '<html>', 'server-error', true, false],
    ['an unreadable answer', 200, null, '', 'bad-answer', true, false],
    ['a bad path', 404, null, '', 'bad-request', false, true],
  ])('%s', (_what, status, returnCode, text, code, retryable, definite) => {
    expect(answerError('kt10000', status, returnCode, text)).toMatchObject({
      code,
      retryable,
      definite,
      returnCode,
    });
  });

  test('every meaning speaks Korean and English', () => {
    for (const [code, { ko, en }] of Object.entries(ERROR_MEANINGS)) {
      expect(ko, code).toMatch(/[가-힣]/);
      expect(en, code).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('the 32 codes of the guide are all there', () => {
    const guide = [
      ...[
        1501, 1504, 1505, 1511, 1512, 1513, 1514, 1515, 1516, 1517, 1687, 1700, 1901, 1902, 1999, 8001, 8002,
        8003,
      ],
      ...[8005, 8006, 8009, 8010, 8011, 8012, 8015, 8016, 8020, 8030, 8031, 8040, 8050, 8103],
    ];
    expect(guide.filter((code) => ERROR_MEANINGS[String(code)] === undefined)).toEqual([]);
  });

  test('a token in the text of the server is not repeated', () => {
    const token = 'WQJCwyqInphKnR3bSRtB9NE1lvWQJCwyqInphKnR3bSRtB9NE1lv';
    const error = answerError('ka10001', 200, 3, `[8005:Token이 유효하지 않습니다 ${token}]`);
    expect(JSON.stringify([error.message, error.detail])).not.toContain(token);
    expect(error.message).toContain('8005');
  });
});

describe('sending again', () => {
  const proven = answerError('kt10000', 429, 5, '[1700:]');
  const odd = answerError('kt10000', 429, null, '');
  const broken = answerError('kt10000', 503, null, '');

  test.each([
    ['an order after a proven rate limit', proven, 1, true, 1_100],
    ['an order only a few times', proven, 3, true, null],
    ['an order after an odd 429', odd, 1, true, null],
    ['an order after a 5xx', broken, 1, true, null],
    ['a query after a rate limit', odd, 2, false, 2_200],
    ['a query after a 5xx', broken, 1, false, 500],
    ['a query after its third 5xx', broken, 3, false, 2_000],
    ['a query not for ever', broken, 4, false, null],
    ['a rejection', answerError('kt10000', 200, 20, '(RC4025:)'), 1, false, null],
  ])('%s', (_what, error, attempt, isOrder, delay) => {
    expect(retryDelay(error, attempt, isOrder)).toBe(delay);
  });
});
