// What Kiwoom's codes mean and what a person can do about them: the guide's table of common errors, and the codes seen on
// orders (kiwoom-wire 2.4–2.7). The words are ours; the numbers are Kiwoom's.

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
  | 'timeout'
  | 'connection'
  /** Our own queue before the rate limit was too long. */
  | 'queue-full'
  | 'queue-timeout'
  | 'aborted'
  | 'closed';

/** A text in the two languages we speak. */
export interface Bilingual {
  readonly ko: string;
  readonly en: string;
}

export interface ErrorMeaning extends Bilingual {
  readonly code: KiwoomErrorCode;
}

function meaning(code: KiwoomErrorCode, ko: string, en: string): ErrorMeaning {
  return { code, ko, en };
}

/** Meanings by inner code. Codes not listed are judged by HTTP status and return_code alone. */
export const ERROR_MEANINGS: Readonly<Record<string, ErrorMeaning>> = {
  '1501': meaning('bad-request', 'API ID가 비어 있습니다.', 'The api-id is missing.'),
  '1504': meaning(
    'bad-request',
    '이 주소에서 지원하지 않는 API ID입니다.',
    'This api-id is not served at this path.',
  ),
  '1505': meaning('bad-request', '존재하지 않는 API ID입니다.', 'There is no such api-id.'),
  '1511': meaning('bad-request', '필수 입력값이 빠졌습니다.', 'A required value is missing.'),
  '1512': meaning('bad-request', 'HTTP 헤더를 읽을 수 없습니다.', 'A header is missing or unreadable.'),
  '1513': meaning('bad-request', 'authorization 헤더가 없습니다.', 'The authorization header is missing.'),
  '1514': meaning(
    'bad-request',
    'authorization 헤더 형식이 틀렸습니다.',
    'The authorization header is malformed.',
  ),
  '1515': meaning(
    'bad-request',
    '인증 방식이 올바르지 않습니다.',
    'The authorization header names a wrong grant type.',
  ),
  '1516': meaning('token-invalid', '헤더에 토큰이 없습니다.', 'The authorization header carries no token.'),
  '1517': meaning('bad-request', '입력값 형식이 올바르지 않습니다.', 'A value has the wrong format.'),
  '1634': meaning(
    'bad-request',
    '한 번에 조회할 수 있는 종목 수를 넘었습니다.',
    'Too many codes in one request.',
  ),
  '1687': meaning('bad-request', '재귀 호출로 제한되었습니다.', 'Refused as a recursive call.'),
  '1700': meaning(
    'rate-limited',
    '요청 한도를 넘었습니다. 잠시 뒤 다시 보냅니다.',
    'Too many requests; sent again later.',
  ),
  '1901': meaning('unknown-instrument', '시장 코드가 없습니다.', 'There is no such market code.'),
  '1902': meaning(
    'unknown-instrument',
    '종목 정보가 없습니다. 종목코드를 확인하세요.',
    'Unknown instrument; check the code.',
  ),
  '1999': meaning(
    'server-error',
    '키움 서버에서 예기치 못한 오류가 났습니다.',
    'Unexpected failure at the broker.',
  ),
  '8001': meaning('bad-keys', 'App Key와 Secret Key를 확인하세요.', 'Check the app key and the secret key.'),
  '8002': meaning('bad-keys', 'App Key와 Secret Key를 확인하세요.', 'Check the app key and the secret key.'),
  '8003': meaning(
    'token-invalid',
    '접근토큰을 조회하지 못했습니다.',
    'The access token could not be looked up.',
  ),
  '8005': meaning(
    'token-invalid',
    '접근토큰이 유효하지 않습니다.',
    'The access token is not valid any more.',
  ),
  '8006': meaning(
    'server-error',
    '접근토큰을 만들지 못했습니다.',
    'The broker could not make an access token.',
  ),
  '8009': meaning(
    'server-error',
    '접근토큰을 발급하지 못했습니다.',
    'The broker could not issue an access token.',
  ),
  '8010': meaning(
    'not-permitted',
    '토큰을 발급받은 IP와 다릅니다. 키움에 등록한 IP를 확인하세요.',
    'The token was issued to another IP address; check the addresses registered with Kiwoom.',
  ),
  '8011': meaning('bad-request', 'grant_type이 없습니다.', 'The grant_type is missing.'),
  '8012': meaning('bad-request', 'grant_type 값이 틀렸습니다.', 'The grant_type has a wrong value.'),
  '8015': meaning(
    'server-error',
    '접근토큰을 폐기하지 못했습니다.',
    'The access token could not be revoked.',
  ),
  '8016': meaning('bad-request', '폐기할 토큰이 없습니다.', 'The token to revoke is missing.'),
  '8020': meaning(
    'bad-keys',
    'App Key 또는 Secret Key가 비어 있습니다.',
    'The app key or the secret key is empty.',
  ),
  '8030': meaning(
    'bad-keys',
    '실전/모의 구분이 다른 App Key입니다. 접속 도메인을 확인하세요.',
    'The app key belongs to the other domain (real or mock); check which one is configured.',
  ),
  '8031': meaning(
    'token-invalid',
    '실전/모의 구분이 다른 토큰입니다. 접속 도메인을 확인하세요.',
    'The token belongs to the other domain (real or mock); check which one is configured.',
  ),
  '8040': meaning('not-permitted', '단말기 인증에 실패했습니다.', 'The device was not accepted.'),
  '8050': meaning(
    'not-permitted',
    '지정단말기 인증에 실패했습니다.',
    'The designated device was not accepted.',
  ),
  '8103': meaning(
    'token-invalid',
    '토큰 또는 단말기 인증에 실패했습니다.',
    'The token or the device was not accepted.',
  ),
  '105111': meaning('rejected', '실시간 등록이 거절되었습니다.', 'The registration was refused.'),
  '105115': meaning(
    'rejected',
    '실시간 등록 한도(전체)를 넘었습니다.',
    'Too many codes registered in total.',
  ),
  '105118': meaning(
    'rejected',
    '실시간 등록 한도(그룹)를 넘었습니다.',
    'Too many codes registered in one group.',
  ),
  '107179': meaning('rejected', '주문을 받는 시간이 아닙니다.', 'Orders are not taken at this hour.'),
  '501307': meaning('bad-request', '거래소 구분을 확인하세요.', 'Check the venue.'),
  '505182': meaning('rejected', '장 시작 전입니다.', 'The market has not opened yet.'),
  '505217': meaning('rejected', '장이 끝났습니다.', 'The market is closed.'),
  '506476': meaning('rejected', '자료가 없습니다.', 'There is no data.'),
  '571197': meaning('rejected', '상한가보다 높은 가격입니다.', 'The price is above the upper limit.'),
  '571489': meaning('rejected', '휴장일입니다.', 'The market is closed today.'),
  '571566': meaning('rejected', '주문할 수 없는 종목입니다.', 'Orders are not allowed for this instrument.'),
  '800033': meaning('rejected', '매도가능수량이 모자랍니다.', 'Not enough shares that may be sold.'),
  RC4007: meaning('rejected', '매매가 제한된 종목입니다.', 'Trading in this instrument is restricted.'),
  RC4010: meaning('rejected', '영업일이 아닙니다.', 'Not a business day.'),
  RC4025: meaning('rejected', '증거금이 모자랍니다.', 'Not enough cash for the margin.'),
  RC4027: meaning('rejected', '가격제한폭을 벗어난 주문입니다.', 'The price is outside the daily limits.'),
  RC4032: meaning('rejected', '원주문을 찾을 수 없습니다.', 'The original order was not found.'),
  RC4033: meaning('rejected', '정정/취소할 수량이 없습니다.', 'Nothing is left to modify or cancel.'),
  RC4057: meaning('rejected', '장 시작 전입니다.', 'The market has not opened yet.'),
  RC4058: meaning('rejected', '장이 끝났습니다.', 'The market is closed.'),
  RC4091: meaning(
    'rejected',
    '모의투자 기간이 끝났습니다. 다시 신청하세요.',
    'The mock account has ended; apply again.',
  ),
  RC5006: meaning(
    'rejected',
    '이 계좌에서는 할 수 없는 주문입니다.',
    'Not allowed for this type of account.',
  ),
  RC9000: meaning('rejected', '모의투자에서 제공하지 않는 서비스입니다.', 'Not offered on the mock domain.'),
};

/** Meanings of failures that carry no code of Kiwoom's. */
export const OWN_MEANINGS: Readonly<Record<KiwoomErrorCode, Bilingual>> = {
  'bad-request': { ko: '요청 값이 올바르지 않습니다.', en: 'The request is not valid.' },
  'token-invalid': { ko: '접근토큰이 유효하지 않습니다.', en: 'The access token is not valid.' },
  'bad-keys': { ko: 'App Key와 Secret Key를 확인하세요.', en: 'Check the app key and the secret key.' },
  'not-permitted': { ko: '허용되지 않은 요청입니다.', en: 'The request is not permitted.' },
  'rate-limited': { ko: '요청 한도를 넘었습니다.', en: 'Too many requests.' },
  'unknown-instrument': { ko: '종목 정보가 없습니다.', en: 'Unknown instrument.' },
  rejected: { ko: '키움에서 거절했습니다.', en: 'The broker said no.' },
  'server-error': { ko: '키움 서버 오류입니다.', en: 'The broker failed to answer properly.' },
  'bad-answer': { ko: '읽을 수 없는 응답입니다.', en: 'The answer cannot be read.' },
  timeout: { ko: '응답이 제때 오지 않았습니다.', en: 'No answer in time.' },
  connection: {
    ko: '키움 서버에 연결할 수 없거나 연결이 끊겼습니다.',
    en: 'The connection failed or was cut.',
  },
  'queue-full': {
    ko: '대기 중인 요청이 너무 많습니다.',
    en: 'Too many requests are waiting for the rate limit.',
  },
  'queue-timeout': {
    ko: '요청이 너무 오래 대기했습니다.',
    en: 'The request waited too long for the rate limit.',
  },
  aborted: { ko: '요청을 취소했습니다.', en: 'The request was called off.' },
  closed: { ko: '이미 종료했습니다.', en: 'The client is closed.' },
};
