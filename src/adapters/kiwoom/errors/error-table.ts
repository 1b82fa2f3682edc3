// Our names for what goes wrong with Kiwoom, what each means and what a person can do about it. Kiwoom's own codes are in
// guide-codes.ts, wire-codes.ts and socket-codes.ts; what carries none of them is described here alone.

import type { Words } from '#domain/words.ts';

/** Our names for what went wrong. Stable: the rest of the program branches on these and on nothing else. */
export type KiwoomErrorCode =
  /** The request itself is wrong: a missing, too long or unknown value. */
  | 'bad-request'
  /** The access token is dead; renewing it may help. */
  | 'token-invalid'
  /** App key or secret are wrong, or belong to the other domain. */
  | 'bad-keys'
  /** The caller's address or device is not registered. */
  | 'not-permitted'
  | 'rate-limited'
  | 'unknown-instrument'
  /** The broker understood and said no (RC codes and six-digit codes). */
  | 'rejected'
  /** The broker's own failure: 5xx, 1999. */
  | 'server-error'
  /** An answer that cannot be read. */
  | 'bad-answer'
  /** The same app key logged in elsewhere, which ended our WebSocket session. */
  | 'session-taken'
  /** The server ended our WebSocket session for another reason. */
  | 'session-ended'
  | 'timeout'
  | 'connection'
  /** Our own queue before the rate limit was too long. */
  | 'queue-full'
  | 'queue-timeout'
  | 'aborted'
  | 'closed';

/** What an error means, and what the person at the keyboard can do. */
export interface ErrorMeaning extends Words {
  readonly code: KiwoomErrorCode;
  readonly advice: Words;
}

/** Meanings by code. */
export type Meanings = Readonly<Record<string, ErrorMeaning>>;

/** Advice where ours is at fault: whoever uses the program cannot do much. */
export const REPORT = [
  '프로그램의 잘못입니다. 어떤 요청이었는지와 함께 알려 주십시오.',
  'This is a fault of the program; report it with the request that caused it.',
] as const;

/** A meaning; the advice is that of all errors of its kind unless given. */
export function meaning(code: KiwoomErrorCode, words: Pair, advice?: Pair): ErrorMeaning {
  const [ko, en] = words;
  const own = advice === undefined ? ADVICE[code] : { ko: advice[0], en: advice[1] };
  return { code, ko, en, advice: own };
}

/** Korean, English. */
export type Pair = readonly [ko: string, en: string];

function both([ko, en]: Pair): Words {
  return { ko, en };
}

/** What helps against errors of a kind. */
const ADVICE: Readonly<Record<KiwoomErrorCode, Words>> = {
  'bad-request': both([
    '요청 값을 고쳐 다시 보내십시오. `hwangso tr show`가 필요한 값을 보여 줍니다.',
    'Correct the request; `hwangso tr show` lists what it takes.',
  ]),
  'token-invalid': both([
    '토큰은 자동으로 다시 받습니다. 되풀이되면 같은 키를 쓰는 다른 프로그램이 있는지 확인하십시오.',
    'The token is renewed by itself. If it happens again, look for another program that uses the same keys.',
  ]),
  'bad-keys': both([
    '키움 REST API 사이트에서 App Key와 Secret Key, 실전/모의 구분을 확인하십시오.',
    'Compare app key, secret key and domain (real or mock) with Kiwoom’s REST API site.',
  ]),
  'not-permitted': both([
    '키움 REST API 사이트에서 이 컴퓨터의 IP와 이용 신청 상태를 확인하십시오.',
    'Check on Kiwoom’s REST API site that this computer’s IP address and the service are registered.',
  ]),
  'rate-limited': both([
    '자동으로 기다렸다 다시 보냅니다. 되풀이되면 조회 주기를 늘리거나 종목 수를 줄이십시오.',
    'It is sent again by itself. If it happens often, poll less or watch fewer instruments.',
  ]),
  'unknown-instrument': both(['종목코드를 확인하십시오.', 'Check the code of the instrument.']),
  rejected: both([
    '거절 사유를 읽고 주문이나 조회 조건을 바꾸십시오.',
    'Read the reason and change the order or the query.',
  ]),
  'server-error': both([
    '잠시 뒤 다시 시도하십시오. 주문이었다면 결과를 조회로 확인한 뒤 판단합니다.',
    'Try again later. After an order its outcome is looked up first.',
  ]),
  'bad-answer': both([
    '되풀이되면 `hwangso tr call --format raw`의 출력과 함께 알려 주십시오.',
    'If it happens again, report it with the output of `hwangso tr call --format raw`.',
  ]),
  'session-taken': both([
    '같은 키를 쓰는 다른 프로그램을 끝낸 뒤 다시 시작하십시오. 자동으로 다시 접속하지 않습니다.',
    'End the other program that uses these keys, then start again; nothing reconnects by itself.',
  ]),
  'session-ended': both([
    '자동으로 다시 접속합니다. 되풀이되면 네트워크와 컴퓨터의 부하를 확인하십시오.',
    'It reconnects by itself. If it happens often, look at the network and the load of this machine.',
  ]),
  timeout: both([
    '네트워크를 확인하십시오. 주문이었다면 결과를 조회로 확인합니다.',
    'Check the network. After an order its outcome is looked up.',
  ]),
  connection: both([
    '인터넷 연결과 설정한 주소(broker.restUrl, broker.wsUrl)를 확인하십시오. 키움 점검 시간(새벽 5시 전후)일 수 있습니다.',
    'Check the internet connection and the addresses broker.restUrl and broker.wsUrl; around 05:00 KST Kiwoom is under maintenance.',
  ]),
  'queue-full': both([
    '조회 주기를 늘리거나 종목 수를 줄이십시오.',
    'Poll less often or watch fewer instruments.',
  ]),
  'queue-timeout': both([
    '조회 주기를 늘리거나 종목 수를 줄이십시오.',
    'Poll less often or watch fewer instruments.',
  ]),
  aborted: both(['조치할 일이 없습니다.', 'Nothing needs to be done.']),
  closed: both(['프로그램을 다시 시작하십시오.', 'Start the program again.']),
};

/** Meanings of failures that carry no code of Kiwoom's. */
export const OWN_MEANINGS: Readonly<Record<KiwoomErrorCode, ErrorMeaning>> = {
  'bad-request': meaning('bad-request', ['요청 값이 올바르지 않습니다.', 'The request is not valid.']),
  'token-invalid': meaning('token-invalid', [
    '접근토큰이 유효하지 않습니다.',
    'The access token is not valid.',
  ]),
  'bad-keys': meaning('bad-keys', [
    'App Key나 Secret Key가 올바르지 않습니다.',
    'The app key or the secret key is wrong.',
  ]),
  'not-permitted': meaning('not-permitted', ['허용되지 않은 요청입니다.', 'The request is not permitted.']),
  'rate-limited': meaning('rate-limited', ['요청 한도를 넘었습니다.', 'Too many requests.']),
  'unknown-instrument': meaning('unknown-instrument', ['종목 정보가 없습니다.', 'Unknown instrument.']),
  rejected: meaning('rejected', ['키움에서 거절했습니다.', 'The broker said no.']),
  'server-error': meaning('server-error', ['키움 서버 오류입니다.', 'The broker failed to answer properly.']),
  'bad-answer': meaning('bad-answer', ['읽을 수 없는 응답입니다.', 'The answer cannot be read.']),
  'session-taken': meaning('session-taken', [
    '같은 App Key로 다른 곳에서 접속해 이 접속이 끊겼습니다.',
    'The same app key logged in elsewhere, which ended this session.',
  ]),
  'session-ended': meaning('session-ended', [
    '키움 서버가 실시간 접속을 끝냈습니다.',
    'The server ended the real-time session.',
  ]),
  timeout: meaning('timeout', ['응답이 제때 오지 않았습니다.', 'No answer in time.']),
  connection: meaning('connection', [
    '키움 서버에 연결할 수 없거나 연결이 끊겼습니다.',
    'The connection failed or was cut.',
  ]),
  'queue-full': meaning('queue-full', [
    '대기 중인 요청이 너무 많습니다.',
    'Too many requests are waiting for the rate limit.',
  ]),
  'queue-timeout': meaning('queue-timeout', [
    '요청이 너무 오래 대기했습니다.',
    'The request waited too long for the rate limit.',
  ]),
  aborted: meaning('aborted', ['요청을 취소했습니다.', 'The request was called off.']),
  closed: meaning('closed', ['이미 종료했습니다.', 'The client is closed.']),
};
