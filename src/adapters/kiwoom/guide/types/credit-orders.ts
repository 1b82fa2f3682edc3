// Written by scripts/read-guide from the guide; do not edit.
// The APIs of the group credit-orders.

/** kt10006 신용 매수주문, credit buy: what it is asked with. */
export interface Kt10006Request {
  /** 국내거래소구분 (dmst_stex_tp), code */
  readonly domesticExchangeType: 'KRX' | 'NXT' | 'SOR';
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 주문수량 (ord_qty), quantity */
  readonly orderQuantity: string | number;
  /** 주문단가 (ord_uv), price */
  readonly orderUnitPrice?: string | number | undefined;
  /** 매매구분 (trde_tp), code */
  readonly tradeType:
    | '0'
    | '3'
    | '5'
    | '6'
    | '7'
    | '10'
    | '13'
    | '16'
    | '20'
    | '23'
    | '26'
    | '28'
    | '29'
    | '30'
    | '31'
    | '61'
    | '62'
    | '81';
  /** 조건단가 (cond_uv), price */
  readonly conditionalUnitPrice?: string | number | undefined;
}

/** kt10006 신용 매수주문, credit buy: what it answers. */
export interface Kt10006Answer {
  /** 주문번호 (ord_no), orderNo */
  readonly orderNo: string | null;
  /** 국내거래소구분 (dmst_stex_tp), code */
  readonly domesticExchangeType: string | null;
}

/** kt10007 신용 매도주문, credit sell: what it is asked with. */
export interface Kt10007Request {
  /** 국내거래소구분 (dmst_stex_tp), code */
  readonly domesticExchangeType: 'KRX' | 'NXT' | 'SOR';
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 주문수량 (ord_qty), quantity */
  readonly orderQuantity: string | number;
  /** 주문단가 (ord_uv), price */
  readonly orderUnitPrice?: string | number | undefined;
  /** 매매구분 (trde_tp), code */
  readonly tradeType:
    | '0'
    | '3'
    | '5'
    | '6'
    | '7'
    | '10'
    | '13'
    | '16'
    | '20'
    | '23'
    | '26'
    | '28'
    | '29'
    | '30'
    | '31'
    | '61'
    | '62'
    | '81';
  /** 신용거래구분 (crd_deal_tp), code */
  readonly creditDealType: '33' | '99';
  /** 대출일 (crd_loan_dt), date */
  readonly creditLoanDate?: string | number | undefined;
  /** 조건단가 (cond_uv), price */
  readonly conditionalUnitPrice?: string | number | undefined;
}

/** kt10007 신용 매도주문, credit sell: what it answers. */
export interface Kt10007Answer {
  /** 주문번호 (ord_no), orderNo */
  readonly orderNo: string | null;
  /** 국내거래소구분 (dmst_stex_tp), code */
  readonly domesticExchangeType: string | null;
}

/** kt10008 신용 정정주문, credit modify: what it is asked with. */
export interface Kt10008Request {
  /** 국내거래소구분 (dmst_stex_tp), code */
  readonly domesticExchangeType: 'KRX' | 'NXT' | 'SOR';
  /** 원주문번호 (orig_ord_no), orderNo */
  readonly originalOrderNo: string | number;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 정정수량 (mdfy_qty), quantity */
  readonly amendQuantity: string | number;
  /** 정정단가 (mdfy_uv), price */
  readonly amendUnitPrice: string | number;
  /** 정정조건단가 (mdfy_cond_uv), price */
  readonly amendConditionalUnitPrice?: string | number | undefined;
}

/** kt10008 신용 정정주문, credit modify: what it answers. */
export interface Kt10008Answer {
  /** 주문번호 (ord_no), orderNo */
  readonly orderNo: string | null;
  /** 모주문번호 (base_orig_ord_no), orderNo */
  readonly baseOriginalOrderNo: string | null;
  /** 정정수량 (mdfy_qty), quantity */
  readonly amendQuantity: number | null;
  /** 국내거래소구분 (dmst_stex_tp), code */
  readonly domesticExchangeType: string | null;
}

/** kt10009 신용 취소주문, credit cancel: what it is asked with. */
export interface Kt10009Request {
  /** 국내거래소구분 (dmst_stex_tp), code */
  readonly domesticExchangeType: 'KRX' | 'NXT' | 'SOR';
  /** 원주문번호 (orig_ord_no), orderNo */
  readonly originalOrderNo: string | number;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 취소수량 (cncl_qty), quantity */
  readonly cancelQuantity: string | number;
}

/** kt10009 신용 취소주문, credit cancel: what it answers. */
export interface Kt10009Answer {
  /** 주문번호 (ord_no), orderNo */
  readonly orderNo: string | null;
  /** 모주문번호 (base_orig_ord_no), orderNo */
  readonly baseOriginalOrderNo: string | null;
  /** 취소수량 (cncl_qty), quantity */
  readonly cancelQuantity: number | null;
}
