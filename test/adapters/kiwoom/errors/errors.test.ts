// What each failure means: may it be sent again, and is it certain that nothing happened?

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listErrors } from '#adapters/kiwoom/errors/error-list.ts';
import { OWN_MEANINGS } from '#adapters/kiwoom/errors/error-table.ts';
import {
  answerError,
  closeError,
  parseInnerCode,
  provenUnsent,
  systemError,
} from '#adapters/kiwoom/errors/errors.ts';
import { retryDelay } from '#adapters/kiwoom/rest/retry-policy.ts';
import { errorsPage, readErrorCodes } from '../../../../scripts/read-guide/write-errors.ts';

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

  test('a token in the text of the server is not repeated', () => {
    const token = 'WQJCwyqInphKnR3bSRtB9NE1lvWQJCwyqInphKnR3bSRtB9NE1lv';
    const error = answerError('ka10001', 200, 3, `[8005:Token이 유효하지 않습니다 ${token}]`);
    expect(JSON.stringify([error.message, error.detail])).not.toContain(token);
    expect(error.message).toContain('8005');
  });
});

/** Every code of the guide's table and of kiwoom-wire 1 and 2, and what the program makes of it. */
const CODES: Readonly<
  Record<
    string,
    readonly [codes: string, kind: string, retryable: boolean | null, definite: boolean | null][]
  >
> = {
  guide: [
    ['1501 1504 1505 1511 1512 1513 1514 1515 1517 1687 8011 8012 8016', 'bad-request', false, true],
    ['1516 8003 8005 8031 8103', 'token-invalid', true, true],
    ['1700', 'rate-limited', true, true],
    ['1901 1902', 'unknown-instrument', false, true],
    ['1999 8006 8009 8015', 'server-error', true, false],
    ['8001 8002 8020 8030', 'bad-keys', false, true],
    ['8010 8040 8050', 'not-permitted', false, true],
  ],
  answer: [
    ['1634 308003 501307 571357', 'bad-request', false, true],
    ['506550 509193 521790 571412 571435 855056', 'rejected', false, true],
    ['107179 505182 505217 506476 571197 571489 571566 800033', 'rejected', false, true],
    ['RC4007 RC4010 RC4025 RC4027 RC4032 RC4033 RC4057 RC4058', 'rejected', false, true],
    ['RC4091 RC5006 RC9000', 'rejected', false, true],
  ],
  socket: [
    ['100002 100013 105108 805002', 'bad-request', false, true],
    ['805004', 'token-invalid', true, true],
    ['105111 105115 105118 900003', 'rejected', false, true],
    ['R10001', 'session-taken', false, false],
    ['R10002 R10003 R10004', 'session-ended', true, false],
  ],
  close: [
    ['1000 1011', 'session-ended', true, false],
    ['1006', 'connection', true, false],
    ['1009', 'bad-request', false, false],
  ],
  'return-code': [
    ['return_code_1 return_code_2 return_code_5', 'bad-request', false, true],
    ['return_code_3', 'token-invalid', true, true],
    ['return_code_7', 'unknown-instrument', false, true],
    ['return_code_20', 'rejected', false, true],
  ],
  http: [
    ['HTTP_400 HTTP_404', 'bad-request', false, true],
    ['HTTP_401', 'token-invalid', true, true],
    ['HTTP_403', 'not-permitted', false, true],
    ['HTTP_429', 'rate-limited', true, false],
    ['HTTP_500 HTTP_502 HTTP_503', 'server-error', true, false],
  ],
  own: [
    ...['bad-answer', 'timeout', 'connection', 'queue-full', 'queue-timeout', 'aborted', 'closed'].map(
      (code) => [code, code, null, null] as [string, string, null, null],
    ),
  ],
};

describe('the list of errors', () => {
  const expected = Object.entries(CODES).flatMap(([source, rows]) =>
    rows.flatMap(([codes, kind, retryable, definite]) =>
      codes
        .split(' ')
        .map((code) => ({ source, code: code.replace(/_(?=\d)/, ' '), kind, retryable, definite })),
    ),
  );

  test('has every known code once and nothing else', () => {
    const names = ({ source, code }: { source: string; code: string }) => `${source} ${code}`;
    expect(listErrors().map(names).toSorted()).toEqual(expected.map(names).toSorted());
    expect(expected.filter(({ source }) => source === 'guide')).toHaveLength(32);
  });

  test.each(expected)('$source $code is $kind', ({ source, code, ...judged }) => {
    expect(listErrors().find((error) => error.source === source && error.code === code)).toMatchObject(
      judged,
    );
  });

  test('says in Korean and English what happened and what helps', () => {
    const texts = [
      ...listErrors(),
      ...Object.values(OWN_MEANINGS).map(({ advice, ...text }) => ({ text, advice })),
    ];
    for (const { text, advice } of texts) {
      for (const { ko, en } of [text, advice]) {
        expect(ko).toMatch(/[가-힣].*\.$/);
        expect(en).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  test('is the page docs/kiwoom/errors.md', () => {
    const path = new URL('../../../../docs/kiwoom/errors.md', import.meta.url);
    expect(readFileSync(path, 'utf8')).toBe(errorsPage(listErrors()));
  });

  test('is held against the table of a guide', () => {
    const table = 'No, 오류코드 오류메시지\n1 1501 API ID가 없습니다\n2 4711 새로운 오류\n480 / 480\n';
    expect(readErrorCodes(`3 1700 before the table\n${table}`)).toEqual(['1501', '4711']);
    expect(readErrorCodes('no table')).toEqual([]);
  });
});

describe('an error for a person', () => {
  const error = answerError('kt10000', 200, 20, '[2000](RC4025:모의투자 증거금이 부족합니다)');

  test('says what was asked, what happened, what helps and the broker’s own words', () => {
    expect(error.describe('ko')).toBe(
      'kt10000: 증거금이 모자랍니다. [RC4025] 주문 수량을 줄이거나 예수금과 미체결 주문을 확인하십시오. ([2000](RC4025:모의투자 증거금이 부족합니다))',
    );
    expect(error.describe('en')).toContain('Not enough cash for the margin. [RC4025] Order less');
  });

  test('keeps its words when it proves that nothing was sent', () => {
    const lost = answerError('au10001', 503, null, '');
    expect(provenUnsent(lost)).toMatchObject({ definite: true, text: lost.text, advice: lost.advice });
  });
});

describe('the WebSocket', () => {
  test.each([
    [
      'a REG without trnm',
      answerError('REG', null, 100_002, '필수 파라미터가 누락되어 있습니다(parameter=trnm)'),
      '100002',
    ],
    ['too many codes', answerError('REG', null, 105_118, '실시간 등록 건수를 초과'), '105118'],
    [
      'a dead token at login',
      answerError('LOGIN', null, 3, '[CODE=8005, MESSAGE=Token이 유효하지 않습니다]'),
      '8005',
    ],
    ['another login', systemError('R10001', '동일한 App key로 접속이 되었습니다'), 'R10001'],
    ['an unknown end', systemError('R19999', '?'), 'R19999'],
    ['a close', closeError(1_009, 'Max frame length of 65536 has been exceeded.'), '1009'],
    ['an unknown close', closeError(4_000, ''), '4000'],
  ])('%s', (_what, error, code) => {
    expect(error.shownCode).toBe(code);
    expect(error.describe('ko')).toContain(`[${code}]`);
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
