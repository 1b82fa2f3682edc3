// The order TRs (guide: 주문). None carries an account number: the token stands for the account (kiwoom-wire 2.2).

import { field, input, tr } from './definition.ts';

/**
 * 0 limit, 3 market, 5 conditional limit, 6 best counter, 7 best own, 1x immediate-or-cancel and 2x fill-or-kill variants,
 * 28 stop limit, 29/30/31 mid-price, 61 before the open, 62 single price after hours, 81 closing price after hours.
 */
const TRADE_TYPES = [
  ...['0', '3', '5', '6', '7', '10', '13', '16', '20', '23', '26'],
  ...['28', '29', '30', '31', '61', '62', '81'],
];

/** 주식 매수주문: buy. */
export const kt10000 = tr({
  id: 'kt10000',
  koreanName: '주식 매수주문',
  englishName: 'buy',
  path: '/api/dostk/ordr',
  request: [
    input('dmst_stex_tp', 'venue', 'required', 3, '국내거래소구분', ['KRX', 'NXT', 'SOR']),
    input('stk_cd', 'symbol', 'required', 12, '종목코드'),
    input('ord_qty', 'quantity', 'required', 12, '주문수량'),
    input('ord_uv', 'price', 'optional', 12, '주문단가'),
    input('trde_tp', 'tradeType', 'required', 2, '매매구분', TRADE_TYPES),
    input('cond_uv', 'conditionPrice', 'optional', 12, '조건단가'),
  ],
  response: [
    field('ord_no', 'orderNo', 'orderNo', '주문번호'),
    field('dmst_stex_tp', 'venue', 'text', '국내거래소구분'),
  ],
  list: null,
});

/** 주식 매도주문: sell. */
export const kt10001 = tr({
  id: 'kt10001',
  koreanName: '주식 매도주문',
  englishName: 'sell',
  path: '/api/dostk/ordr',
  request: [
    input('dmst_stex_tp', 'venue', 'required', 3, '국내거래소구분', ['KRX', 'NXT', 'SOR']),
    input('stk_cd', 'symbol', 'required', 12, '종목코드'),
    input('ord_qty', 'quantity', 'required', 12, '주문수량'),
    input('ord_uv', 'price', 'optional', 12, '주문단가'),
    input('trde_tp', 'tradeType', 'required', 2, '매매구분', TRADE_TYPES),
    input('cond_uv', 'conditionPrice', 'optional', 12, '조건단가'),
  ],
  response: [
    field('ord_no', 'orderNo', 'orderNo', '주문번호'),
    field('dmst_stex_tp', 'venue', 'text', '국내거래소구분'),
  ],
  list: null,
});

/** 주식 정정주문: modify. */
export const kt10002 = tr({
  id: 'kt10002',
  koreanName: '주식 정정주문',
  englishName: 'modify',
  path: '/api/dostk/ordr',
  request: [
    input('dmst_stex_tp', 'venue', 'required', 3, '국내거래소구분', ['KRX', 'NXT', 'SOR']),
    input('orig_ord_no', 'originalOrderNo', 'required', 7, '원주문번호'),
    input('stk_cd', 'symbol', 'required', 12, '종목코드'),
    input('mdfy_qty', 'quantity', 'required', 12, '정정수량'),
    input('mdfy_uv', 'price', 'required', 12, '정정단가'),
    input('mdfy_cond_uv', 'conditionPrice', 'optional', 12, '정정조건단가'),
  ],
  response: [
    field('ord_no', 'orderNo', 'orderNo', '주문번호'),
    field('base_orig_ord_no', 'rootOrderNo', 'orderNo', '모주문번호'),
    field('mdfy_qty', 'modifiedQuantity', 'quantity', '정정수량'),
    field('dmst_stex_tp', 'venue', 'text', '국내거래소구분'),
  ],
  list: null,
});

/** 주식 취소주문: cancel. */
export const kt10003 = tr({
  id: 'kt10003',
  koreanName: '주식 취소주문',
  englishName: 'cancel',
  path: '/api/dostk/ordr',
  request: [
    input('dmst_stex_tp', 'venue', 'required', 3, '국내거래소구분', ['KRX', 'NXT', 'SOR']),
    input('orig_ord_no', 'originalOrderNo', 'required', 7, '원주문번호'),
    input('stk_cd', 'symbol', 'required', 12, '종목코드'),
    input('cncl_qty', 'quantity', 'required', 12, '취소수량'),
  ],
  response: [
    field('ord_no', 'orderNo', 'orderNo', '주문번호'),
    field('base_orig_ord_no', 'rootOrderNo', 'orderNo', '모주문번호'),
    field('cncl_qty', 'cancelledQuantity', 'quantity', '취소수량'),
  ],
  list: null,
});
