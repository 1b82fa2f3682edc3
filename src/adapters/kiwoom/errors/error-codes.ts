// Kiwoom's codes and what they mean: the guide's table of 32, those seen inside rejections (kiwoom-wire 2.4–2.7), and those
// of the WebSocket (kiwoom-wire 1.4–1.20). The words are ours; the numbers are Kiwoom's.

import { type ErrorMeaning, meaning } from './error-table.ts';

type Meanings = Readonly<Record<string, ErrorMeaning>>;

/** Ours is at fault when it happens: whoever uses the program cannot do much. */
const REPORT = [
  '프로그램의 잘못입니다. 어떤 요청이었는지와 함께 알려 주십시오.',
  'This is a fault of the program; report it with the request that caused it.',
] as const;

/** The guide's table of common errors. */
export const GUIDE_CODES: Meanings = {
  '1501': meaning('bad-request', ['API ID가 비어 있습니다.', 'The api-id is missing.'], REPORT),
  '1504': meaning(
    'bad-request',
    ['이 주소에서 지원하지 않는 API ID입니다.', 'This api-id is not served at this path.'],
    [
      '접속 주소(restUrl)를 확인하십시오. 맞다면 프로그램의 잘못입니다.',
      'Check the configured address (restUrl); if it is right, this is a fault of the program.',
    ],
  ),
  '1505': meaning(
    'bad-request',
    ['존재하지 않는 API ID입니다.', 'There is no such api-id.'],
    [
      '`hwangso tr list`에서 API ID를 확인하십시오. 대소문자를 구별합니다.',
      'Look the id up with `hwangso tr list`; upper and lower case differ.',
    ],
  ),
  '1511': meaning('bad-request', ['필수 입력값이 빠졌습니다.', 'A required value is missing.']),
  '1512': meaning(
    'bad-request',
    ['HTTP 헤더가 없거나 읽을 수 없습니다.', 'A header is missing or unreadable.'],
    REPORT,
  ),
  '1513': meaning(
    'bad-request',
    ['authorization 헤더가 없습니다.', 'The authorization header is missing.'],
    REPORT,
  ),
  '1514': meaning(
    'bad-request',
    ['authorization 헤더 형식이 틀렸습니다.', 'The authorization header is malformed.'],
    REPORT,
  ),
  '1515': meaning(
    'bad-request',
    ['인증 방식이 올바르지 않습니다.', 'The authorization header names a wrong grant type.'],
    REPORT,
  ),
  '1516': meaning('token-invalid', ['헤더에 토큰이 없습니다.', 'The authorization header carries no token.']),
  '1517': meaning('bad-request', ['입력값 형식이 올바르지 않습니다.', 'A value has the wrong format.']),
  '1687': meaning(
    'bad-request',
    ['재귀 호출로 제한되었습니다.', 'Refused as a recursive call.'],
    [
      '같은 요청을 되풀이해 부르는 전략이나 스크립트가 있는지 확인하십시오.',
      'Look for a strategy or script that sends the same request over and over.',
    ],
  ),
  '1700': meaning('rate-limited', ['요청 한도를 넘었습니다.', 'Too many requests.']),
  '1901': meaning(
    'unknown-instrument',
    ['시장 코드가 없습니다.', 'There is no such market code.'],
    [
      '종목코드와 거래소 구분(_NX, _AL)을 확인하십시오.',
      'Check the code of the instrument and its venue suffix (_NX, _AL).',
    ],
  ),
  '1902': meaning('unknown-instrument', ['종목 정보가 없습니다.', 'Unknown instrument.']),
  '1999': meaning('server-error', [
    '키움 서버에서 예기치 못한 오류가 났습니다.',
    'Unexpected failure at the broker.',
  ]),
  '8001': meaning('bad-keys', [
    'App Key와 Secret Key 검증에 실패했습니다.',
    'App key and secret key were not accepted.',
  ]),
  '8002': meaning('bad-keys', [
    'App Key와 Secret Key 검증에 실패했습니다. 사유가 함께 옵니다.',
    'App key and secret key were not accepted, for the reason given.',
  ]),
  '8003': meaning('token-invalid', [
    '접근토큰을 조회하지 못했습니다.',
    'The access token could not be looked up.',
  ]),
  '8005': meaning('token-invalid', [
    '접근토큰이 유효하지 않습니다.',
    'The access token is not valid any more.',
  ]),
  '8006': meaning('server-error', [
    '접근토큰을 만들지 못했습니다.',
    'The broker could not make an access token.',
  ]),
  '8009': meaning('server-error', [
    '접근토큰을 발급하지 못했습니다.',
    'The broker could not issue an access token.',
  ]),
  '8010': meaning(
    'not-permitted',
    ['토큰을 발급받은 IP와 다릅니다.', 'The token was issued to another IP address.'],
    [
      '키움에 등록한 IP를 확인하고, 공인 IP가 바뀌었으면 다시 등록하십시오.',
      'Check the addresses registered with Kiwoom; if yours has changed, register the new one.',
    ],
  ),
  '8011': meaning('bad-request', ['grant_type이 없습니다.', 'The grant_type is missing.'], REPORT),
  '8012': meaning(
    'bad-request',
    ['grant_type 값이 틀렸습니다.', 'The grant_type has a wrong value.'],
    REPORT,
  ),
  '8015': meaning(
    'server-error',
    ['접근토큰을 폐기하지 못했습니다.', 'The access token could not be revoked.'],
    [
      '조치할 일이 없습니다. 토큰은 24시간 안에 저절로 끝납니다.',
      'Nothing: it ends by itself within 24 hours.',
    ],
  ),
  '8016': meaning('bad-request', ['폐기할 토큰이 없습니다.', 'The token to revoke is missing.'], REPORT),
  '8020': meaning(
    'bad-keys',
    ['App Key 또는 Secret Key가 비어 있습니다.', 'The app key or the secret key is empty.'],
    [
      '환경 변수나 비밀 파일에 두 키가 모두 있는지 확인하십시오.',
      'See that both keys are set, in the environment or in the secrets file.',
    ],
  ),
  '8030': meaning(
    'bad-keys',
    ['실전/모의 구분이 다른 App Key입니다.', 'The app key belongs to the other domain (real or mock).'],
    [
      '설정의 접속 도메인(실전/모의)에 맞는 키를 쓰십시오.',
      'Use the keys that belong to the configured domain (real or mock).',
    ],
  ),
  '8031': meaning(
    'token-invalid',
    ['실전/모의 구분이 다른 토큰입니다.', 'The token belongs to the other domain (real or mock).'],
    [
      '설정의 접속 도메인(실전/모의)에 맞는 키를 쓰십시오.',
      'Use the keys that belong to the configured domain (real or mock).',
    ],
  ),
  '8040': meaning('not-permitted', ['단말기 인증에 실패했습니다.', 'The device was not accepted.']),
  '8050': meaning(
    'not-permitted',
    ['지정단말기 인증에 실패했습니다.', 'The designated device was not accepted.'],
    [
      '키움에서 지정단말기 서비스와 등록된 기기·IP를 확인하십시오.',
      'Check the designated-device service and the registered devices and addresses with Kiwoom.',
    ],
  ),
  '8103': meaning('token-invalid', [
    '토큰 또는 단말기 인증에 실패했습니다.',
    'The token or the device was not accepted.',
  ]),
};

const WAIT_FOR_OPEN = ['장이 열리면 다시 내십시오.', 'Send it again when the market is open.'] as const;
const NEXT_DAY = ['다음 거래일에 다시 내십시오.', 'Send it again on the next trading day.'] as const;
const NO_DATA = [
  '조회 조건을 확인하십시오. 자료가 없으면 정상입니다.',
  'Check what is asked; it may well be that there is nothing.',
] as const;
const LESS_CASH = [
  '주문 수량을 줄이거나 예수금과 미체결 주문을 확인하십시오.',
  'Order less, or look at the cash and at the open orders that hold it.',
] as const;

/** Codes inside answers that the guide does not list, seen on the wire. */
export const WIRE_CODES: Meanings = {
  '1634': meaning(
    'bad-request',
    ['한 번에 조회할 수 있는 종목 수를 넘었습니다.', 'Too many codes in one request.'],
    ['한 요청에 100종목까지만 넣으십시오.', 'Ask for at most 100 codes in one request.'],
  ),
  '107179': meaning(
    'rejected',
    ['주문을 받는 시간이 아닙니다.', 'Orders are not taken at this hour.'],
    WAIT_FOR_OPEN,
  ),
  '501307': meaning(
    'bad-request',
    ['거래소 구분을 확인하십시오.', 'Check the venue.'],
    [
      '거래소 구분 값(KRX, NXT, SOR 또는 %)을 고치십시오.',
      'Correct the value that names the venue (KRX, NXT, SOR or %).',
    ],
  ),
  '505182': meaning('rejected', ['장 시작 전입니다.', 'The market has not opened yet.'], WAIT_FOR_OPEN),
  '505217': meaning('rejected', ['장이 끝났습니다.', 'The market is closed.'], NEXT_DAY),
  '506476': meaning('rejected', ['자료가 없습니다.', 'There is no data.'], NO_DATA),
  '571197': meaning(
    'rejected',
    ['상한가보다 높은 가격입니다.', 'The price is above the upper limit.'],
    ['가격을 상한가 이하로 내리십시오.', 'Lower the price to the upper limit or below.'],
  ),
  '571489': meaning('rejected', ['휴장일입니다.', 'The market is closed today.'], NEXT_DAY),
  '571566': meaning(
    'rejected',
    ['주문할 수 없는 종목입니다.', 'Orders are not allowed for this instrument.'],
    [
      '거래정지·관리종목 여부를 확인하십시오.',
      'See whether the instrument is suspended or under supervision.',
    ],
  ),
  '800033': meaning(
    'rejected',
    ['매도가능수량이 모자랍니다.', 'Not enough shares that may be sold.'],
    ['잔고와 미체결 매도 주문을 확인하십시오.', 'Look at the holdings and at open orders to sell.'],
  ),
  RC4007: meaning(
    'rejected',
    ['매매가 제한된 종목입니다.', 'Trading in this instrument is restricted.'],
    [
      '다른 종목을 쓰거나 제한이 풀린 뒤 다시 내십시오.',
      'Use another instrument, or wait until the restriction is lifted.',
    ],
  ),
  RC4010: meaning('rejected', ['영업일이 아닙니다.', 'Not a business day.'], NEXT_DAY),
  RC4025: meaning('rejected', ['증거금이 모자랍니다.', 'Not enough cash for the margin.'], LESS_CASH),
  RC4027: meaning(
    'rejected',
    ['가격제한폭을 벗어난 주문입니다.', 'The price is outside the daily limits.'],
    ['가격을 상한가와 하한가 사이로 고치십시오.', 'Set the price between the limits of the day.'],
  ),
  RC4032: meaning(
    'rejected',
    ['원주문을 찾을 수 없습니다.', 'The original order was not found.'],
    [
      '정정한 주문은 새 주문번호로 취소하십시오. 이미 체결되었을 수 있습니다.',
      'After an amendment use the new order number; the order may also be filled already.',
    ],
  ),
  RC4033: meaning(
    'rejected',
    ['정정/취소할 수량이 없습니다.', 'Nothing is left to modify or cancel.'],
    [
      '이미 체결되었거나 취소된 주문입니다. 체결 내역을 확인하십시오.',
      'The order is filled or cancelled already; look at the fills.',
    ],
  ),
  RC4057: meaning('rejected', ['장 시작 전입니다.', 'The market has not opened yet.'], WAIT_FOR_OPEN),
  RC4058: meaning('rejected', ['장이 끝났습니다.', 'The market is closed.'], NEXT_DAY),
  RC4091: meaning(
    'rejected',
    ['모의투자 기간이 끝났습니다.', 'The mock account has ended.'],
    ['키움 모의투자를 다시 신청하십시오.', 'Apply for Kiwoom’s mock trading again.'],
  ),
  RC5006: meaning(
    'rejected',
    ['이 계좌에서는 할 수 없는 주문입니다.', 'Not allowed for this type of account.'],
    ['키에 연결된 계좌의 종류를 확인하십시오.', 'Check the type of the account behind these keys.'],
  ),
  RC9000: meaning(
    'rejected',
    ['모의투자에서 제공하지 않는 서비스입니다.', 'Not offered on the mock domain.'],
    ['실전 도메인에서만 쓸 수 있습니다.', 'It exists on the real domain only.'],
  ),
};

const FEWER_CODES = ['실시간으로 받는 종목 수를 줄이십시오.', 'Watch fewer instruments.'] as const;

/** Codes of WebSocket answers and of SYSTEM frames. */
export const SOCKET_CODES: Meanings = {
  '100002': meaning(
    'bad-request',
    ['실시간 요청에 필수 값이 빠졌습니다.', 'A frame to the WebSocket lacks a required member.'],
    REPORT,
  ),
  '105111': meaning(
    'rejected',
    ['실시간 등록이 거절되었습니다.', 'The registration was refused.'],
    FEWER_CODES,
  ),
  '105115': meaning(
    'rejected',
    ['실시간 등록 한도(전체)를 넘었습니다.', 'Too many codes registered in total.'],
    FEWER_CODES,
  ),
  '105118': meaning(
    'rejected',
    ['실시간 등록 한도(그룹)를 넘었습니다.', 'Too many codes registered in one group.'],
    FEWER_CODES,
  ),
  '900003': meaning(
    'rejected',
    ['이미 등록된 조건검색입니다.', 'The condition search is registered already.'],
    [
      '이전 접속의 등록이 남아 있습니다. 해제한 뒤 다시 등록합니다.',
      'A registration of an earlier session is left; it is cleared and made again.',
    ],
  ),
  R10001: meaning('session-taken', [
    '같은 App Key로 다른 곳에서 접속해 이 접속이 끊겼습니다.',
    'The same app key logged in elsewhere, which ended this session.',
  ]),
  R10002: meaning('session-ended', [
    '서버의 PING에 답하지 못해 접속이 끊겼습니다.',
    'The server’s heartbeat was not answered.',
  ]),
  R10003: meaning('session-ended', [
    '키움 서버가 실시간 접속을 끝냈습니다.',
    'The server ended the real-time session.',
  ]),
  R10004: meaning('session-ended', [
    '접속 뒤 10초 안에 로그인하지 않아 끊겼습니다.',
    'No login within ten seconds of connecting.',
  ]),
};

/** WebSocket close codes that were seen (RFC 6455 7.4.1). */
export const CLOSE_CODES: Meanings = {
  '1000': meaning('session-ended', ['키움 서버가 접속을 닫았습니다.', 'The server closed the connection.']),
  '1006': meaning('connection', ['접속이 인사 없이 끊겼습니다.', 'The connection was cut without a word.']),
  '1009': meaning(
    'bad-request',
    [
      '서버로 보낸 프레임이 65,536바이트를 넘었습니다.',
      'A frame to the server was longer than 65,536 bytes.',
    ],
    ['한 번에 등록하는 종목 수를 줄이십시오.', 'Register fewer codes at a time.'],
  ),
  '1011': meaning('session-ended', [
    '서버가 접속을 유지하지 못했습니다.',
    'The server could not keep the connection.',
  ]),
};

/** Meanings by the code inside an answer. Codes not listed are judged by HTTP status and return_code alone. */
export const ERROR_MEANINGS: Meanings = { ...GUIDE_CODES, ...WIRE_CODES, ...SOCKET_CODES };
