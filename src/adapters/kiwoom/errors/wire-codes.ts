// Codes inside rejections that the guide does not list, as they were seen on the wire (kiwoom-wire 2.4–2.7, and public logs
// of bots). The words are ours; the numbers are Kiwoom's.

import { type Meanings, meaning } from './error-table.ts';

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

const ORDER_OVER = [
  '이미 체결되었거나 취소된 주문입니다. 체결 내역을 확인하십시오.',
  'The order is filled or cancelled already; look at the fills.',
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
  '308003': meaning(
    'bad-request',
    ['지정가 주문에 주문단가가 없습니다.', 'A limit order names no price.'],
    ['주문단가를 넣으십시오.', 'Name the price.'],
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
  '506550': meaning(
    'rejected',
    ['정정/취소할 수량이 없습니다.', 'Nothing is left to modify or cancel.'],
    ORDER_OVER,
  ),
  '509193': meaning(
    'rejected',
    ['서킷브레이커로 매매가 중단되었습니다.', 'A circuit breaker has stopped the market.'],
    WAIT_FOR_OPEN,
  ),
  '521790': meaning(
    'rejected',
    ['지금은 받지 않는 주문 유형입니다.', 'This type of order is not taken at this hour.'],
    ['지정가로 내거나 정규장을 기다리십시오.', 'Send a limit order, or wait for the regular session.'],
  ),
  '571197': meaning(
    'rejected',
    ['상한가보다 높은 가격입니다.', 'The price is above the upper limit.'],
    ['가격을 상한가 이하로 내리십시오.', 'Lower the price to the upper limit or below.'],
  ),
  '571357': meaning(
    'bad-request',
    ['시간외종가 주문에 가격이 있습니다.', 'An order at the closing price names a price.'],
    ['주문단가를 비우십시오.', 'Leave the price blank.'],
  ),
  '571412': meaning(
    'rejected',
    [
      'SOR 주문이 아닌 원주문을 SOR로 정정·취소할 수 없습니다.',
      'Only an order sent to SOR can be modified or cancelled on SOR.',
    ],
    ['원주문의 거래소로 다시 내십시오.', 'Send it again with the venue of the original order.'],
  ),
  '571435': meaning(
    'rejected',
    ['원주문이 취소 주문입니다.', 'The original order is itself a cancel.'],
    ORDER_OVER,
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
  '855056': meaning('rejected', ['매수증거금이 모자랍니다.', 'Not enough cash for the margin.'], LESS_CASH),
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
    ORDER_OVER,
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
