// The guide's table of 32 common errors and what they mean. The words are ours; the numbers are Kiwoom's.

import { type Meanings, meaning, REPORT } from './error-table.ts';

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
