// The TRs that issue and revoke the access token (guide: OAuth 인증). They alone carry the keys.

import { field, input, tr } from './definition.ts';

/** 접근토큰 발급: issue access token. */
export const au10001 = tr({
  id: 'au10001',
  koreanName: '접근토큰 발급',
  englishName: 'issue access token',
  path: '/oauth2/token',
  request: [
    input('grant_type', 'grantType', 'required', null, 'grant_type', ['client_credentials']),
    input('appkey', 'appKey', 'required', null, '앱키'),
    input('secretkey', 'secretKey', 'required', null, '시크릿키'),
  ],
  response: [
    field('expires_dt', 'expiresAt', 'datetime', '만료일'),
    field('token_type', 'tokenType', 'text', '토큰타입'),
    field('token', 'token', 'text', '접근토큰'),
  ],
  list: null,
});

/** 접근토큰폐기: revoke access token. */
export const au10002 = tr({
  id: 'au10002',
  koreanName: '접근토큰폐기',
  englishName: 'revoke access token',
  path: '/oauth2/revoke',
  request: [
    input('appkey', 'appKey', 'required', null, '앱키'),
    input('secretkey', 'secretKey', 'required', null, '시크릿키'),
    input('token', 'token', 'required', null, '접근토큰'),
  ],
  response: [],
  list: null,
});
