// Written by scripts/read-guide from the guide; do not edit.
// The APIs of the group etf.

/** ka40001 ETF수익율요청, ETF return: what it is asked with. */
export interface Ka40001Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** ETF대상지수코드 (etfobjt_idex_cd), code */
  readonly etfTargetIndexCode: string | number;
  /** 기간 (dt), text */
  readonly date: '0' | '1' | '2' | '3';
}

/** ka40001 ETF수익율요청, ETF return: what it answers. */
export interface Ka40001Answer {
  /** ETF수익율 (etfprft_rt_lst) */
  readonly etfProfitRateLower: readonly Ka40001AnswerEtfProfitRateLower[];
}

/** ETF수익율 (etfprft_rt_lst) of Ka40001Answer. */
export interface Ka40001AnswerEtfProfitRateLower {
  /** ETF수익률 (etfprft_rt), percent */
  readonly etfProfitRate: number | null;
  /** 체결수익률 (cntr_prft_rt), percent */
  readonly tradeProfitRate: number | null;
  /** 외인순매수수량 (for_netprps_qty), signed */
  readonly foreignNetBuyQuantity: number | null;
  /** 기관순매수수량 (orgn_netprps_qty), signed */
  readonly institutionNetBuyQuantity: number | null;
}

/** ka40002 ETF종목정보요청, ETF basics: what it is asked with. */
export interface Ka40002Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka40002 ETF종목정보요청, ETF basics: what it answers. */
export interface Ka40002Answer {
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** ETF대상지수명 (etfobjt_idex_nm), text */
  readonly etfTargetIndexName: string | null;
  /** 원주가격 (wonju_pric), price */
  readonly originalSharePrice: number | null;
  /** ETF과세유형 (etftxon_type), code */
  readonly etfTaxationType: string | null;
  /** ETN과세유형 (etntxon_type), code */
  readonly etnTaxationType: string | null;
}

/** ka40003 ETF일별추이요청, ETF by day: what it is asked with. */
export interface Ka40003Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka40003 ETF일별추이요청, ETF by day: what it answers. */
export interface Ka40003Answer {
  /** ETF일별추이 (etfdaly_trnsn) */
  readonly etfDailyTrend: readonly Ka40003AnswerEtfDailyTrend[];
}

/** ETF일별추이 (etfdaly_trnsn) of Ka40003Answer. */
export interface Ka40003AnswerEtfDailyTrend {
  /** 체결일자 (cntr_dt), date */
  readonly tradeDate: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 대비기호 (pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 대비율 (pre_rt), percent */
  readonly changeRate: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** NAV (nav), signed */
  readonly nav: number | null;
  /** 누적거래대금 (acc_trde_prica), won */
  readonly cumulativeTradedValue: number | null;
  /** NAV/지수괴리율 (navidex_dispty_rt), percent */
  readonly navIndexDisparityRate: number | null;
  /** NAV/ETF괴리율 (navetfdispty_rt), percent */
  readonly navEtfDisparityRate: number | null;
  /** 추적오차율 (trace_eor_rt), percent */
  readonly trackingErrorRate: number | null;
  /** 추적현재가 (trace_cur_prc), price */
  readonly trackingCurrentPrice: number | null;
  /** 추적전일대비 (trace_pred_pre), signed */
  readonly trackingChange: number | null;
  /** 추적대비기호 (trace_pre_sig), code */
  readonly trackingChangeSign: string | null;
}

/** ka40004 ETF전체시세요청, all ETF quotes: what it is asked with. */
export interface Ka40004Request {
  /** 과세유형 (txon_type), code */
  readonly taxationType: '0' | '1' | '2' | '3' | '4' | '5';
  /** NAV대비 (navpre), signed */
  readonly navChange: '0' | '1' | '2';
  /** 운용사 (mngmcomp), signed */
  readonly manager: '3020' | '3022' | '3023' | '3027' | '3191' | '3228' | '9999' | '0000';
  /** 과세여부 (txon_yn), flag */
  readonly taxationFlag: '0' | '1' | '2';
  /** 추적지수 (trace_idex), signed */
  readonly trackingIndex: string | number;
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka40004 ETF전체시세요청, all ETF quotes: what it answers. */
export interface Ka40004Answer {
  /** ETF전체시세 (etfall_mrpr) */
  readonly etfAllQuote: readonly Ka40004AnswerEtfAllQuote[];
}

/** ETF전체시세 (etfall_mrpr) of Ka40004Answer. */
export interface Ka40004AnswerEtfAllQuote {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목분류 (stk_cls), code */
  readonly stockClass: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 종가 (close_pric), price */
  readonly closePrice: number | null;
  /** 대비기호 (pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 대비율 (pre_rt), percent */
  readonly changeRate: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** NAV (nav), signed */
  readonly nav: number | null;
  /** 추적오차율 (trace_eor_rt), percent */
  readonly trackingErrorRate: number | null;
  /** 과표기준 (txbs), signed */
  readonly taxBase: number | null;
  /** 배당전기준 (dvid_bf_base), signed */
  readonly dividendBeforeBase: number | null;
  /** 전일배당금 (pred_dvida), signed */
  readonly previousDividendAmount: number | null;
  /** 추적지수명 (trace_idex_nm), text */
  readonly trackingIndexName: string | null;
  /** 배수 (drng), signed */
  readonly multiple: number | null;
  /** 추적지수코드 (trace_idex_cd), code */
  readonly trackingIndexCode: string | null;
  /** 추적지수 (trace_idex), signed */
  readonly trackingIndex: number | null;
  /** 추적등락율 (trace_flu_rt), percent */
  readonly trackingChangeRate: number | null;
}

/** ka40006 ETF시간대별추이요청, ETF by time: what it is asked with. */
export interface Ka40006Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka40006 ETF시간대별추이요청, ETF by time: what it answers. */
export interface Ka40006Answer {
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** ETF대상지수명 (etfobjt_idex_nm), text */
  readonly etfTargetIndexName: string | null;
  /** 원주가격 (wonju_pric), price */
  readonly originalSharePrice: number | null;
  /** ETF과세유형 (etftxon_type), code */
  readonly etfTaxationType: string | null;
  /** ETN과세유형 (etntxon_type), code */
  readonly etnTaxationType: string | null;
  /** ETF시간대별추이 (etftisl_trnsn) */
  readonly etfByTimeTrend: readonly Ka40006AnswerEtfByTimeTrend[];
}

/** ETF시간대별추이 (etftisl_trnsn) of Ka40006Answer. */
export interface Ka40006AnswerEtfByTimeTrend {
  /** 시간 (tm), time */
  readonly time: string | null;
  /** 종가 (close_pric), price */
  readonly closePrice: number | null;
  /** 대비기호 (pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** NAV (nav), signed */
  readonly nav: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
  /** NAV지수 (navidex), signed */
  readonly navIndex: number | null;
  /** NAVETF (navetf), signed */
  readonly navEtf: number | null;
  /** 추적 (trace), signed */
  readonly tracking: number | null;
  /** 추적지수 (trace_idex), signed */
  readonly trackingIndex: number | null;
  /** 추적지수전일대비 (trace_idex_pred_pre), signed */
  readonly trackingIndexChange: number | null;
  /** 추적지수전일대비기호 (trace_idex_pred_pre_sig), code */
  readonly trackingIndexChangeSign: string | null;
}

/** ka40007 ETF시간대별체결요청, ETF trades by time: what it is asked with. */
export interface Ka40007Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka40007 ETF시간대별체결요청, ETF trades by time: what it answers. */
export interface Ka40007Answer {
  /** 종목분류 (stk_cls), code */
  readonly stockClass: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** ETF대상지수명 (etfobjt_idex_nm), text */
  readonly etfTargetIndexName: string | null;
  /** ETF대상지수코드 (etfobjt_idex_cd), code */
  readonly etfTargetIndexCode: string | null;
  /** 대상지수대비율 (objt_idex_pre_rt), percent */
  readonly targetIndexChangeRate: number | null;
  /** 원주가격 (wonju_pric), price */
  readonly originalSharePrice: number | null;
  /** ETF시간대별체결배열 (etftisl_cntr_array) */
  readonly etfByTimeTradeList: readonly Ka40007AnswerEtfByTimeTradeList[];
}

/** ETF시간대별체결배열 (etftisl_cntr_array) of Ka40007Answer. */
export interface Ka40007AnswerEtfByTimeTradeList {
  /** 체결시간 (cntr_tm), time */
  readonly tradeTime: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 대비기호 (pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: string | null;
}

/** ka40008 ETF일자별체결요청, ETF trades by day: what it is asked with. */
export interface Ka40008Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka40008 ETF일자별체결요청, ETF trades by day: what it answers. */
export interface Ka40008Answer {
  /** 체결시간 (cntr_tm), time */
  readonly tradeTime: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 대비기호 (pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** ETF순매수수량배열 (etfnetprps_qty_array) */
  readonly etfNetBuyQuantityList: readonly Ka40008AnswerEtfNetBuyQuantityList[];
}

/** ETF순매수수량배열 (etfnetprps_qty_array) of Ka40008Answer. */
export interface Ka40008AnswerEtfNetBuyQuantityList {
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 현재가n (cur_prc_n), price */
  readonly currentPriceN: number | null;
  /** 대비기호n (pre_sig_n), code */
  readonly changeSignN: string | null;
  /** 전일대비n (pred_pre_n), signed */
  readonly changeN: number | null;
  /** 누적거래량 (acc_trde_qty), quantity */
  readonly cumulativeVolume: number | null;
  /** 외인순매수수량 (for_netprps_qty), signed */
  readonly foreignNetBuyQuantity: number | null;
  /** 기관순매수수량 (orgn_netprps_qty), signed */
  readonly institutionNetBuyQuantity: number | null;
}

/** ka40009 ETF시간대별체결요청, ETF NAV by time: what it is asked with. */
export interface Ka40009Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka40009 ETF시간대별체결요청, ETF NAV by time: what it answers. */
export interface Ka40009Answer {
  /** ETFNAV배열 (etfnavarray) */
  readonly etfNavList: readonly Ka40009AnswerEtfNavList[];
}

/** ETFNAV배열 (etfnavarray) of Ka40009Answer. */
export interface Ka40009AnswerEtfNavList {
  /** NAV (nav), signed */
  readonly nav: number | null;
  /** NAV전일대비 (navpred_pre), signed */
  readonly navPreviousChange: number | null;
  /** NAV등락율 (navflu_rt), percent */
  readonly navChangeRate: number | null;
  /** 추적오차율 (trace_eor_rt), percent */
  readonly trackingErrorRate: number | null;
  /** 괴리율 (dispty_rt), percent */
  readonly disparityRate: number | null;
  /** 주식수 (stkcnt), quantity */
  readonly shareCount: number | null;
  /** 기준가 (base_pric), price */
  readonly basePrice: number | null;
  /** 외인보유수량 (for_rmnd_qty), quantity */
  readonly foreignHeldQuantity: number | null;
  /** 대용가 (repl_pric), price */
  readonly substitutePrice: number | null;
  /** 환산가격 (conv_pric), price */
  readonly conversionPrice: number | null;
  /** DR/주 (drstk), signed */
  readonly depositaryReceiptRatio: number | null;
  /** 원주가격 (wonju_pric), price */
  readonly originalSharePrice: number | null;
}

/** ka40010 ETF시간대별추이요청, ETF trend by time: what it is asked with. */
export interface Ka40010Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka40010 ETF시간대별추이요청, ETF trend by time: what it answers. */
export interface Ka40010Answer {
  /** ETF시간대별추이 (etftisl_trnsn) */
  readonly etfByTimeTrend: readonly Ka40010AnswerEtfByTimeTrend[];
}

/** ETF시간대별추이 (etftisl_trnsn) of Ka40010Answer. */
export interface Ka40010AnswerEtfByTimeTrend {
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 대비기호 (pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 외인순매수 (for_netprps), signed */
  readonly foreignNetBuy: number | null;
}
