// Codes of the WebSocket: of its answers, of SYSTEM frames and of its end (kiwoom-wire 1.4–1.20, and public logs of bots). The
// words are ours; the numbers are Kiwoom's.

import { type Meanings, meaning, REPORT } from './error-table.ts';

const FEWER_CODES = ['실시간으로 받는 종목 수를 줄이십시오.', 'Watch fewer instruments.'] as const;

/** Codes of WebSocket answers and of SYSTEM frames. */
export const SOCKET_CODES: Meanings = {
  '100002': meaning(
    'bad-request',
    ['실시간 요청에 필수 값이 빠졌습니다.', 'A frame to the WebSocket lacks a required member.'],
    REPORT,
  ),
  '100013': meaning(
    'bad-request',
    ['로그인 전에 보낸 요청이라 무시되었습니다.', 'A frame sent before LOGIN was ignored.'],
    REPORT,
  ),
  '105108': meaning(
    'bad-request',
    ['서버가 모르는 실시간 요청입니다.', 'The server does not know this kind of frame.'],
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
  '805002': meaning('bad-request', ['LOGIN에 토큰이 없습니다.', 'LOGIN without a token.'], REPORT),
  '805004': meaning('token-invalid', [
    'LOGIN의 접근토큰이 유효하지 않습니다.',
    'The access token of LOGIN is not valid any more.',
  ]),
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
