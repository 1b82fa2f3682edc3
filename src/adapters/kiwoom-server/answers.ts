// Kiwoom's words for success and failure: `return_code`, `return_msg` and the inner code inside the text. Clients match
// these texts, so they stand here once, as recorded (kiwoom-wire 2.4–2.7) or as the guide's error table prints them.

import type { Rejection, RejectionCode } from '#exchange/contract.ts';
import type { AnswerFields } from './protocol.ts';

/** A failed answer before it is put on the wire. `status` is 200 for everything but the rate limit and size limits. */
export interface Failure {
  readonly ok: false;
  readonly status: number;
  readonly returnCode: number;
  readonly message: string;
}

/** A successful answer of one TR; `nextKey` is set when older or further rows are left. */
export interface Success {
  readonly ok: true;
  readonly fields: AnswerFields;
  readonly message: string;
  readonly nextKey: string | null;
}

export type TrAnswer = Success | Failure;

export const DONE_TEXT = '정상적으로 처리되었습니다';

/** A successful answer without further pages. */
export function success(fields: AnswerFields, message = DONE_TEXT): Success {
  return { ok: true, fields, message, nextKey: null };
}

function failure(returnCode: number, message: string, status = 200): Failure {
  return { ok: false, status, returnCode, message };
}

/** Guide error 1501: the api-id header is missing. */
export function missingApiId(): Failure {
  return failure(1, '[1501:API ID가 Null이거나 값이 없습니다]');
}

/** Guide error 1504: the api-id belongs to another URL. */
export function wrongUrl(apiId: string, path: string): Failure {
  return failure(1, `[1504:해당 URI에서는 지원하는 API ID가 아닙니다. API ID=${apiId}, URI=${path}]`);
}

/** Guide error 1505: no such TR, or one of the guide's TRs that this exchange does not simulate. */
export function unknownTr(apiId: string): Failure {
  return failure(
    1,
    `[1505:해당 API ID는 존재하지 않습니다. API ID=${apiId} (모의 거래소가 제공하지 않는 API)]`,
  );
}

/** Guide error 1511, naming the first missing member. */
export function missingField(name: string): Failure {
  return failure(
    2,
    `입력 값 오류입니다[1511:필수 입력 값에 값이 존재하지 않습니다. 필수입력 파라미터=${name}]`,
  );
}

/** Guide error 1517: a member has a shape or value that is not allowed. */
export function badField(name: string, why: string): Failure {
  return failure(
    2,
    `입력 값 오류입니다[1517:입력 값 형식이 올바르지 않습니다. 파라미터=${name} 실패사유=${why}]`,
  );
}

/** The request is larger than the server reads. Status 413 is ours: Kiwoom's own limit is not recorded. */
export function bodyTooLarge(limitBytes: number): Failure {
  return failure(
    2,
    `입력 값 오류입니다[1517:입력 값 형식이 올바르지 않습니다. 파라미터=body 실패사유=${limitBytes} bytes 초과]`,
    413,
  );
}

/** Only POST is offered (guide: every TR). */
export function methodNotAllowed(method: string): Failure {
  return failure(
    1,
    `[1999:예기치 못한 에러가 발생했습니다. 실패사유=${method} 메소드는 지원하지 않습니다]`,
    405,
  );
}

/** A stock code with a market prefix gives return_code 5 (kiwoom-wire 2.3); its text is not recorded. */
export function malformedSymbol(text: string): Failure {
  return failure(
    5,
    `입력 값 오류입니다[1517:입력 값 형식이 올바르지 않습니다. 파라미터=stk_cd 실패사유=${text}]`,
  );
}

/** Guide error 1902: no instrument of this code. */
export function unknownSymbol(symbol: string): Failure {
  return failure(7, `[1902:종목 정보가 없습니다. 입력한 종목코드 값을 확인바랍니다. 종목코드=${symbol}]`);
}

/** Guide errors 1513–1516: the authorization header is missing or malformed. */
export function badAuthorization(code: 1513 | 1514 | 1515 | 1516): Failure {
  const texts = {
    1513: 'Http Header에 authorization 필드가 설정되어 있어야 합니다',
    1514: '입력으로 들어온 Http Header의 authorization 필드 형식이 맞지 않습니다',
    1515: 'Http Header의 authorization 필드 내 Grant Type이 미리 정의된 형식이 아닙니다',
    1516: 'Http Header의 authorization 필드 내 Token이 정의되어 있지 않습니다',
  } as const;
  return failure(3, `인증에 실패했습니다[${code}:${texts[code]}]`);
}

/** Guide error 8005: the token is unknown, expired or revoked. */
export function deadToken(): Failure {
  return failure(3, '인증에 실패했습니다[8005:Token이 유효하지 않습니다]');
}

/** Guide error 8001: the pair of keys is not one of ours. */
export function badKeys(): Failure {
  return failure(3, '인증에 실패했습니다[8001:App Key와 Secret Key 검증에 실패했습니다]');
}

/** What a token request can lack, with the guide's code for it. */
const TOKEN_GAPS = {
  8011: 'Access Token을 발급하는데 실패했습니다. 입력값에 grant_type이 들어오지 않았습니다',
  8016: 'Access Token을 폐기하는데 실패했습니다. 입력값에 Token이 들어오지 않았습니다',
  8020: '입력파라미터로 appkey 또는 secretkey가 전달되지 않았습니다.',
} as const;

/** Guide errors 8011, 8016 and 8020. The last is recorded, whole and with return_code 2; the others follow its shape. */
export function tokenGap(code: keyof typeof TOKEN_GAPS): Failure {
  return failure(2, `입력 값 오류입니다[${code}:${TOKEN_GAPS[code]}]`);
}

/** Guide error 8012: only client_credentials is granted. */
export function badGrantType(): Failure {
  return failure(
    3,
    '인증에 실패했습니다[8012:Access Token을 발급하는데 실패했습니다. grant_type의 값이 맞지 않습니다]',
  );
}

/** Guide error 8015: the token to revoke is not a living token of this key. */
export function revokeFailed(): Failure {
  return failure(
    3,
    '인증에 실패했습니다[8015:Access Token을 폐기하는데 실패했습니다. 실패사유=Token이 유효하지 않습니다]',
  );
}

/**
 * The rate limit as recorded: HTTP 429 and return_code 5 with 1700 (kiwoom-wire 2.4, 2.6). `flow` is requests a second. For a
 * token the recorded words have the TR in the place of the flow, and an empty place behind it.
 */
export function rateLimited(apiId: string, flow: number): Failure {
  const [flowText, idText] = apiId === 'au10001' ? [apiId, '{1}'] : [flow, apiId];
  return failure(
    5,
    `허용된 요청 개수를 초과하였습니다[1700:허용된 API 요청 개수를 초과하였습니다. 유량=${flowText}, API ID=${idText}]`,
    429,
  );
}

/** The exchange behind this server is KRX only; recorded for a wrong venue (kiwoom-wire 2.4, 501307). */
export function venueNotOffered(): Failure {
  return failure(20, '[2000](501307:거래소구분을 확인해주십시오.)');
}

/** An order of a type that names its price came without one; recorded (308003). */
export function missingPrice(): Failure {
  return failure(20, '[2000](308003:주문단가를 입력하십시요)');
}

/** An order for a session at one price named a price; recorded (571357). */
export function priceNotAsked(): Failure {
  return failure(20, '[2000](571357:시간외종가 주문시에는 단가를 입력하지 않습니다)');
}

/** An order that was not routed cannot be changed as one that was; recorded (571412). */
export function notRouted(): Failure {
  return failure(20, '[2000](571412:SOR정정 및 취소주문은 원주문이 SOR주문인 경우 가능합니다.)');
}

/** There is nothing in the range asked for; recorded with its meaning for kt00002 (kiwoom-wire 2.7, 506476). */
export function noData(): Failure {
  return failure(20, '[2000](506476:조회할 자료가 없습니다.)');
}

/** The price is above the upper limit; recorded with its meaning for kt00010 (kiwoom-wire 2.7, 571197). */
export function priceAboveLimit(limit: number, price: number): Failure {
  return failure(20, `[2000](571197:상한가를 초과하였습니다. (한도=${limit}, 요청=${price}))`);
}

/**
 * Code and words of each rejection. The texts of RC4003, RC4032, RC4057, RC4058, 509193, 521790 and 800033 are recorded; the other
 * codes are recorded with meanings only (kiwoom-wire 2.7) and worded here; RC4002, RC4008 and RC4009 are our own, their real
 * codes are not known.
 */
const REJECTION_TEXTS: Readonly<Record<Exclude<RejectionCode, 'unknown-symbol'>, readonly [string, string]>> =
  {
    'market-not-open': ['RC4057', '모의투자 장시작전'],
    'market-closed': ['RC4058', '모의투자 장종료'],
    'not-a-trading-day': ['RC4010', '모의투자 영업일이 아닙니다.'],
    'off-tick': ['RC4003', '모의투자 호가단위 오류입니다.'],
    'outside-price-limits': ['RC4027', '모의투자 상하한가 오류입니다.'],
    'bad-quantity': ['RC4002', '모의투자 주문수량 오류입니다.'],
    'order-type-not-allowed': ['571566', '모의투자 주문이 불가능한 매매구분입니다.'],
    'circuit-breaker': ['509193', 'CB 발동중입니다.'],
    'no-market-orders': ['521790', '해당 호가유형은 주문 불가능한 시간입니다.'],
    'insufficient-cash': ['RC4025', '모의투자 매수증거금이 부족합니다.'],
    'insufficient-shares': ['800033', '모의투자 매도가능수량이 부족합니다.'],
    'unknown-order': ['RC4032', '모의투자 원주문번호가 존재하지 않습니다'],
    'nothing-left': ['RC4033', '모의투자 정정/취소할 수량이 없습니다.'],
    'trading-restricted': ['RC4007', '모의투자 매매제한 종목입니다.'],
    'credit-not-allowed': ['RC4008', '모의투자 신용거래가 불가능한 종목 또는 계좌입니다.'],
    'loan-limit': ['RC4009', '모의투자 신용융자 한도를 초과하였습니다.'],
  };

/** The broker's no to an order: return_code 20 with the code in parentheses, or 1902 for an instrument nobody knows. */
export function orderRejected(rejection: Rejection, symbol: string): Failure {
  if (rejection.code === 'unknown-symbol') return unknownSymbol(symbol);
  const [code, text] = REJECTION_TEXTS[rejection.code];
  return failure(20, `[2000](${code}:${text}${numbersOf(rejection)})`);
}

/** What a refusal says of its numbers. That of a sale is recorded (`125주 매도가능`), and programs read it; the rest is ours. */
function numbersOf({ code, limit, actual }: Rejection): string {
  if (code === 'insufficient-shares' && limit !== null) return ` ${limit}주 매도가능`;
  const known = [
    ...(limit === null ? [] : [`한도=${limit}`]),
    ...(actual === null ? [] : [`요청=${actual}`]),
  ];
  return known.length === 0 ? '' : ` (${known.join(', ')})`;
}

/** LOGIN's refusal over the WebSocket: a code of its own, and the known one inside the text (kiwoom-wire 1.7). */
export const LOGIN_REFUSED = 805004;
export const LOGIN_REFUSED_TEXT =
  '토큰 인증에 실패했습니다. 접속을 종료합니다 [CODE=8005, MESSAGE=Token이 유효하지 않습니다]';
