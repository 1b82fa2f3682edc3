// Written by scripts/read-guide from the guide; do not edit.
// The APIs of the group oauth.

/** au10001 접근토큰 발급, issue access token: what it is asked with. */
export interface Au10001Request {
  /** grant_type (grant_type), code */
  readonly grantType: 'client_credentials';
  /** 앱키 (appkey), text */
  readonly appKey: string | number;
  /** 시크릿키 (secretkey), text */
  readonly secretKey: string | number;
}

/** au10001 접근토큰 발급, issue access token: what it answers. */
export interface Au10001Answer {
  /** 만료일 (expires_dt), datetime */
  readonly expiresDate: number | null;
  /** 토큰타입 (token_type), code */
  readonly tokenType: string | null;
  /** 접근토큰 (token), text */
  readonly token: string | null;
}

/** au10002 접근토큰폐기, revoke access token: what it is asked with. */
export interface Au10002Request {
  /** 앱키 (appkey), text */
  readonly appKey: string | number;
  /** 시크릿키 (secretkey), text */
  readonly secretKey: string | number;
  /** 접근토큰 (token), text */
  readonly token: string | number;
}

/** au10002 접근토큰폐기, revoke access token: what it answers. */
export type Au10002Answer = Readonly<Record<string, never>>;
