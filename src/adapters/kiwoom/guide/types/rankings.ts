// Written by scripts/read-guide from the guide; do not edit.
// The APIs of the group rankings.

/** ka10020 호가잔량상위요청, largest order quantities: what it is asked with. */
export interface Ka10020Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '001';
  /** 정렬구분 (sort_tp), code */
  readonly sortType: '1' | '2' | '3' | '4';
  /** 거래량구분 (trde_qty_tp), code */
  readonly volumeType: '0000' | '0010' | '0050' | '00100';
  /** 종목조건 (stk_cnd), signed */
  readonly stockCondition: '0' | '1' | '5' | '6' | '7' | '8' | '9';
  /** 신용조건 (crd_cnd), signed */
  readonly creditCondition: '0' | '1' | '2' | '3' | '4' | '7' | '9';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10020 호가잔량상위요청, largest order quantities: what it answers. */
export interface Ka10020Answer {
  /** 호가잔량상위 (bid_req_upper) */
  readonly orderQuantityTop: readonly Ka10020AnswerOrderQuantityTop[];
}

/** 호가잔량상위 (bid_req_upper) of Ka10020Answer. */
export interface Ka10020AnswerOrderQuantityTop {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 총매도잔량 (tot_sel_req), quantity */
  readonly totalAskQuantity: number | null;
  /** 총매수잔량 (tot_buy_req), quantity */
  readonly totalBidQuantity: number | null;
  /** 순매수잔량 (netprps_req), signed */
  readonly netBuyOrderQuantity: number | null;
  /** 매수비율 (buy_rt), percent */
  readonly buyRate: number | null;
}

/** ka10021 호가잔량급증요청, surging order quantities: what it is asked with. */
export interface Ka10021Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '001';
  /** 매매구분 (trde_tp), code */
  readonly tradeType: '1' | '2';
  /** 정렬구분 (sort_tp), code */
  readonly sortType: '1' | '2';
  /** 시간구분 (tm_tp), code */
  readonly timeType: string | number;
  /** 거래량구분 (trde_qty_tp), code */
  readonly volumeType: '1' | '5' | '10' | '50' | '100';
  /** 종목조건 (stk_cnd), signed */
  readonly stockCondition: '0' | '1' | '5' | '6' | '7' | '8' | '9';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10021 호가잔량급증요청, surging order quantities: what it answers. */
export interface Ka10021Answer {
  /** 호가잔량급증 (bid_req_sdnin) */
  readonly orderQuantitySurge: readonly Ka10021AnswerOrderQuantitySurge[];
}

/** 호가잔량급증 (bid_req_sdnin) of Ka10021Answer. */
export interface Ka10021AnswerOrderQuantitySurge {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 기준률 (int), percent */
  readonly interest: number | null;
  /** 현재 (now), signed */
  readonly current: number | null;
  /** 급증수량 (sdnin_qty), quantity */
  readonly surgeQuantity: number | null;
  /** 급증률 (sdnin_rt), percent */
  readonly surgeRate: number | null;
  /** 총매수량 (tot_buy_qty), quantity */
  readonly totalBuyQuantity: number | null;
}

/** ka10022 잔량율급증요청, surging order ratios: what it is asked with. */
export interface Ka10022Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '001';
  /** 비율구분 (rt_tp), code */
  readonly rateType: '1' | '2';
  /** 시간구분 (tm_tp), code */
  readonly timeType: string | number;
  /** 거래량구분 (trde_qty_tp), code */
  readonly volumeType: '5' | '10' | '50' | '100';
  /** 종목조건 (stk_cnd), signed */
  readonly stockCondition: '0' | '1' | '5' | '6' | '7' | '8' | '9';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10022 잔량율급증요청, surging order ratios: what it answers. */
export interface Ka10022Answer {
  /** 잔량율급증 (req_rt_sdnin) */
  readonly orderQuantityRateSurge: readonly Ka10022AnswerOrderQuantityRateSurge[];
}

/** 잔량율급증 (req_rt_sdnin) of Ka10022Answer. */
export interface Ka10022AnswerOrderQuantityRateSurge {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 기준률 (int), percent */
  readonly interest: number | null;
  /** 현재비율 (now_rt), percent */
  readonly currentRate: number | null;
  /** 급증률 (sdnin_rt), percent */
  readonly surgeRate: number | null;
  /** 총매도잔량 (tot_sel_req), quantity */
  readonly totalAskQuantity: number | null;
  /** 총매수잔량 (tot_buy_req), quantity */
  readonly totalBidQuantity: number | null;
}

/** ka10023 거래량급증요청, surging volume: what it is asked with. */
export interface Ka10023Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 정렬구분 (sort_tp), code */
  readonly sortType: '1' | '2' | '3' | '4';
  /** 시간구분 (tm_tp), code */
  readonly timeType: '1' | '2';
  /** 거래량구분 (trde_qty_tp), code */
  readonly volumeType: '5' | '10' | '50' | '100' | '200' | '300' | '500' | '1000';
  /** 시간 (tm), time */
  readonly time?: string | number | undefined;
  /** 종목조건 (stk_cnd), signed */
  readonly stockCondition:
    | '0'
    | '1'
    | '3'
    | '4'
    | '5'
    | '6'
    | '7'
    | '8'
    | '9'
    | '11'
    | '12'
    | '13'
    | '14'
    | '15'
    | '17'
    | '18'
    | '20';
  /** 가격구분 (pric_tp), code */
  readonly priceType: '0' | '2' | '5' | '6' | '8' | '9';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10023 거래량급증요청, surging volume: what it answers. */
export interface Ka10023Answer {
  /** 거래량급증 (trde_qty_sdnin) */
  readonly volumeSurge: readonly Ka10023AnswerVolumeSurge[];
}

/** 거래량급증 (trde_qty_sdnin) of Ka10023Answer. */
export interface Ka10023AnswerVolumeSurge {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락률 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 이전거래량 (prev_trde_qty), quantity */
  readonly previousVolume: number | null;
  /** 현재거래량 (now_trde_qty), quantity */
  readonly currentVolume: number | null;
  /** 급증량 (sdnin_qty), signed */
  readonly surgeQuantity: number | null;
  /** 급증률 (sdnin_rt), percent */
  readonly surgeRate: number | null;
}

/** ka10027 전일대비등락률상위요청, change against previous close, ranked: what it is asked with. */
export interface Ka10027Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 정렬구분 (sort_tp), code */
  readonly sortType: '1' | '2' | '3' | '4' | '5';
  /** 거래량조건 (trde_qty_cnd), signed */
  readonly volumeCondition: '1000' | '0000' | '0010' | '0050' | '0100' | '0150' | '0200' | '0300' | '0500';
  /** 종목조건 (stk_cnd), signed */
  readonly stockCondition:
    | '0'
    | '1'
    | '3'
    | '4'
    | '5'
    | '6'
    | '7'
    | '8'
    | '9'
    | '11'
    | '12'
    | '13'
    | '14'
    | '15'
    | '16';
  /** 신용조건 (crd_cnd), signed */
  readonly creditCondition: '0' | '1' | '2' | '3' | '4' | '7' | '9';
  /** 상하한포함 (updown_incls), signed */
  readonly limitsIncluded: '0' | '1';
  /** 가격조건 (pric_cnd), signed */
  readonly priceCondition: '0' | '1' | '2' | '3' | '4' | '5' | '8' | '10';
  /** 거래대금조건 (trde_prica_cnd), won */
  readonly tradedValueCondition:
    | '0'
    | '3'
    | '5'
    | '10'
    | '30'
    | '50'
    | '100'
    | '300'
    | '500'
    | '1000'
    | '3000'
    | '5000';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10027 전일대비등락률상위요청, change against previous close, ranked: what it answers. */
export interface Ka10027Answer {
  /** 전일대비등락률상위 (pred_pre_flu_rt_upper) */
  readonly changeRateTop: readonly Ka10027AnswerChangeRateTop[];
}

/** 전일대비등락률상위 (pred_pre_flu_rt_upper) of Ka10027Answer. */
export interface Ka10027AnswerChangeRateTop {
  /** 종목분류 (stk_cls), code */
  readonly stockClass: string | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락률 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 매도잔량 (sel_req), quantity */
  readonly askQuantity: number | null;
  /** 매수잔량 (buy_req), quantity */
  readonly bidQuantity: number | null;
  /** 현재거래량 (now_trde_qty), quantity */
  readonly currentVolume: number | null;
  /** 체결강도 (cntr_str), percent */
  readonly tradeStrength: number | null;
  /** 횟수 (cnt), quantity */
  readonly count: number | null;
}

/** ka10029 예상체결등락률상위요청, expected change, ranked: what it is asked with. */
export interface Ka10029Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 정렬구분 (sort_tp), code */
  readonly sortType: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8';
  /** 거래량조건 (trde_qty_cnd), signed */
  readonly volumeCondition: '0' | '1' | '3' | '5' | '10' | '50' | '100';
  /** 종목조건 (stk_cnd), signed */
  readonly stockCondition:
    | '0'
    | '1'
    | '3'
    | '4'
    | '5'
    | '6'
    | '7'
    | '8'
    | '9'
    | '11'
    | '12'
    | '13'
    | '14'
    | '15'
    | '16';
  /** 신용조건 (crd_cnd), signed */
  readonly creditCondition: '0' | '1' | '2' | '3' | '4' | '5' | '7' | '8' | '9';
  /** 가격조건 (pric_cnd), signed */
  readonly priceCondition: '0' | '1' | '2' | '3' | '4' | '5' | '8' | '10';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10029 예상체결등락률상위요청, expected change, ranked: what it answers. */
export interface Ka10029Answer {
  /** 예상체결등락률상위 (exp_cntr_flu_rt_upper) */
  readonly expectedTradeChangeRateTop: readonly Ka10029AnswerExpectedTradeChangeRateTop[];
}

/** 예상체결등락률상위 (exp_cntr_flu_rt_upper) of Ka10029Answer. */
export interface Ka10029AnswerExpectedTradeChangeRateTop {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 예상체결가 (exp_cntr_pric), price */
  readonly expectedTradePrice: number | null;
  /** 기준가 (base_pric), price */
  readonly basePrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락률 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 예상체결량 (exp_cntr_qty), quantity */
  readonly expectedTradeQuantity: number | null;
  /** 매도잔량 (sel_req), quantity */
  readonly askQuantity: number | null;
  /** 매도호가 (sel_bid), price */
  readonly askPrice: number | null;
  /** 매수호가 (buy_bid), price */
  readonly bidPrice: number | null;
  /** 매수잔량 (buy_req), quantity */
  readonly bidQuantity: number | null;
}

/** ka10030 당일거래량상위요청, volume today, ranked: what it is asked with. */
export interface Ka10030Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 정렬구분 (sort_tp), code */
  readonly sortType: '1' | '2' | '3';
  /** 관리종목포함 (mang_stk_incls), signed */
  readonly managedStockIncluded:
    | '0'
    | '1'
    | '3'
    | '4'
    | '5'
    | '6'
    | '7'
    | '8'
    | '9'
    | '11'
    | '12'
    | '13'
    | '14'
    | '15'
    | '16';
  /** 신용구분 (crd_tp), code */
  readonly creditType: '0' | '1' | '2' | '3' | '4' | '8' | '9';
  /** 거래량구분 (trde_qty_tp), code */
  readonly volumeType: '0' | '5' | '10' | '50' | '100' | '200' | '300' | '500' | '1000';
  /** 가격구분 (pric_tp), code */
  readonly priceType: '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10';
  /** 거래대금구분 (trde_prica_tp), code */
  readonly tradedValueType:
    | '0'
    | '1'
    | '3'
    | '4'
    | '10'
    | '30'
    | '50'
    | '100'
    | '300'
    | '500'
    | '1000'
    | '3000'
    | '5000';
  /** 장운영구분 (mrkt_open_tp), code */
  readonly marketOpenType: '0' | '1' | '2' | '3';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10030 당일거래량상위요청, volume today, ranked: what it answers. */
export interface Ka10030Answer {
  /** 당일거래량상위 (tdy_trde_qty_upper) */
  readonly todayVolumeTop: readonly Ka10030AnswerTodayVolumeTop[];
}

/** 당일거래량상위 (tdy_trde_qty_upper) of Ka10030Answer. */
export interface Ka10030AnswerTodayVolumeTop {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락률 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 전일비 (pred_rt), percent */
  readonly previousRate: number | null;
  /** 거래회전율 (trde_tern_rt), percent */
  readonly tradeTurnoverRate: number | null;
  /** 거래금액 (trde_amt), won */
  readonly tradeAmount: number | null;
  /** 장중거래량 (opmr_trde_qty), quantity */
  readonly intradayVolume: number | null;
  /** 장중전일비 (opmr_pred_rt), percent */
  readonly intradayPreviousRate: number | null;
  /** 장중거래회전율 (opmr_trde_rt), percent */
  readonly intradayTradeRate: number | null;
  /** 장중거래금액 (opmr_trde_amt), won */
  readonly intradayTradeAmount: number | null;
  /** 장후거래량 (af_mkrt_trde_qty), quantity */
  readonly postMarketVolume: number | null;
  /** 장후전일비 (af_mkrt_pred_rt), percent */
  readonly postMarketPreviousRate: number | null;
  /** 장후거래회전율 (af_mkrt_trde_rt), percent */
  readonly postMarketTradeRate: number | null;
  /** 장후거래금액 (af_mkrt_trde_amt), won */
  readonly postMarketTradeAmount: number | null;
  /** 장전거래량 (bf_mkrt_trde_qty), quantity */
  readonly preMarketVolume: number | null;
  /** 장전전일비 (bf_mkrt_pred_rt), percent */
  readonly preMarketPreviousRate: number | null;
  /** 장전거래회전율 (bf_mkrt_trde_rt), percent */
  readonly preMarketTradeRate: number | null;
  /** 장전거래금액 (bf_mkrt_trde_amt), won */
  readonly preMarketTradeAmount: number | null;
}

/** ka10031 전일거래량상위요청, volume of the previous day, ranked: what it is asked with. */
export interface Ka10031Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 조회구분 (qry_tp), code */
  readonly queryType: '1' | '2';
  /** 순위시작 (rank_strt), signed */
  readonly rankStart: string | number;
  /** 순위끝 (rank_end), signed */
  readonly rankEnd: string | number;
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10031 전일거래량상위요청, volume of the previous day, ranked: what it answers. */
export interface Ka10031Answer {
  /** 전일거래량상위 (pred_trde_qty_upper) */
  readonly previousVolumeTop: readonly Ka10031AnswerPreviousVolumeTop[];
}

/** 전일거래량상위 (pred_trde_qty_upper) of Ka10031Answer. */
export interface Ka10031AnswerPreviousVolumeTop {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
}

/** ka10032 거래대금상위요청, traded value, ranked: what it is asked with. */
export interface Ka10032Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 관리종목포함 (mang_stk_incls), signed */
  readonly managedStockIncluded: '0' | '1';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10032 거래대금상위요청, traded value, ranked: what it answers. */
export interface Ka10032Answer {
  /** 거래대금상위 (trde_prica_upper) */
  readonly tradedValueTop: readonly Ka10032AnswerTradedValueTop[];
}

/** 거래대금상위 (trde_prica_upper) of Ka10032Answer. */
export interface Ka10032AnswerTradedValueTop {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 현재순위 (now_rank), quantity */
  readonly currentRank: number | null;
  /** 전일순위 (pred_rank), quantity */
  readonly previousRank: number | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락률 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 매도호가 (sel_bid), price */
  readonly askPrice: number | null;
  /** 매수호가 (buy_bid), price */
  readonly bidPrice: number | null;
  /** 현재거래량 (now_trde_qty), quantity */
  readonly currentVolume: number | null;
  /** 전일거래량 (pred_trde_qty), quantity */
  readonly previousVolume: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
}

/** ka10033 신용비율상위요청, credit ratio, ranked: what it is asked with. */
export interface Ka10033Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 거래량구분 (trde_qty_tp), code */
  readonly volumeType: '0' | '10' | '50' | '100' | '200' | '300' | '500' | '1000';
  /** 종목조건 (stk_cnd), signed */
  readonly stockCondition: '0' | '1' | '5' | '6' | '7' | '8' | '9';
  /** 상하한포함 (updown_incls), signed */
  readonly limitsIncluded: '0' | '1';
  /** 신용조건 (crd_cnd), signed */
  readonly creditCondition: '0' | '1' | '2' | '3' | '4' | '7' | '9';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10033 신용비율상위요청, credit ratio, ranked: what it answers. */
export interface Ka10033Answer {
  /** 신용비율상위 (crd_rt_upper) */
  readonly creditRateTop: readonly Ka10033AnswerCreditRateTop[];
}

/** 신용비율상위 (crd_rt_upper) of Ka10033Answer. */
export interface Ka10033AnswerCreditRateTop {
  /** 종목정보 (stk_infr), text */
  readonly stockInfo: string | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락률 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 신용비율 (crd_rt), percent */
  readonly creditRate: number | null;
  /** 매도잔량 (sel_req), quantity */
  readonly askQuantity: number | null;
  /** 매수잔량 (buy_req), quantity */
  readonly bidQuantity: number | null;
  /** 현재거래량 (now_trde_qty), quantity */
  readonly currentVolume: number | null;
}

/** ka10034 외인기간별매매상위요청, foreigners by period, ranked: what it is asked with. */
export interface Ka10034Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 매매구분 (trde_tp), code */
  readonly tradeType: '1' | '2' | '3';
  /** 기간 (dt), date */
  readonly date: '0' | '1' | '5' | '10' | '20' | '60';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10034 외인기간별매매상위요청, foreigners by period, ranked: what it answers. */
export interface Ka10034Answer {
  /** 외인기간별매매상위 (for_dt_trde_upper) */
  readonly foreignDateTradeTop: readonly Ka10034AnswerForeignDateTradeTop[];
}

/** 외인기간별매매상위 (for_dt_trde_upper) of Ka10034Answer. */
export interface Ka10034AnswerForeignDateTradeTop {
  /** 순위 (rank), quantity */
  readonly rank: number | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 매도호가 (sel_bid), price */
  readonly askPrice: number | null;
  /** 매수호가 (buy_bid), price */
  readonly bidPrice: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 순매수량 (netprps_qty), signed */
  readonly netBuyQuantity: number | null;
  /** 취득가능주식수 (gain_pos_stkcnt), quantity */
  readonly obtainablePossibleShareCount: number | null;
}

/** ka10035 외인연속순매매상위요청, foreigners in a row, ranked: what it is asked with. */
export interface Ka10035Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 매매구분 (trde_tp), code */
  readonly tradeType: '1' | '2';
  /** 기준일구분 (base_dt_tp), code */
  readonly baseDateType: '0' | '1';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10035 외인연속순매매상위요청, foreigners in a row, ranked: what it answers. */
export interface Ka10035Answer {
  /** 외인연속순매매상위 (for_cont_nettrde_upper) */
  readonly foreignConsecutiveNetTradeTop: readonly Ka10035AnswerForeignConsecutiveNetTradeTop[];
}

/** 외인연속순매매상위 (for_cont_nettrde_upper) of Ka10035Answer. */
export interface Ka10035AnswerForeignConsecutiveNetTradeTop {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** D-1 (dm1), signed */
  readonly dMinus1: number | null;
  /** D-2 (dm2), signed */
  readonly dMinus2: number | null;
  /** D-3 (dm3), signed */
  readonly dMinus3: number | null;
  /** 합계 (tot), signed */
  readonly total: number | null;
  /** 한도소진율 (limit_exh_rt), percent */
  readonly limitExhaustionRate: number | null;
  /** 전일대비1 (pred_pre_1), signed */
  readonly change1: number | null;
  /** 전일대비2 (pred_pre_2), signed */
  readonly change2: number | null;
  /** 전일대비3 (pred_pre_3), signed */
  readonly change3: number | null;
}

/** ka10036 외인한도소진율증가상위, foreign limit exhaustion, ranked: what it is asked with. */
export interface Ka10036Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 기간 (dt), text */
  readonly date: '0' | '1' | '5' | '10' | '20' | '60';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10036 외인한도소진율증가상위, foreign limit exhaustion, ranked: what it answers. */
export interface Ka10036Answer {
  /** 외인한도소진율증가상위 (for_limit_exh_rt_incrs_upper) */
  readonly foreignLimitExhaustionRateIncreaseTop: readonly Ka10036AnswerForeignLimitExhaustionRateIncreaseTop[];
}

/** 외인한도소진율증가상위 (for_limit_exh_rt_incrs_upper) of Ka10036Answer. */
export interface Ka10036AnswerForeignLimitExhaustionRateIncreaseTop {
  /** 순위 (rank), quantity */
  readonly rank: number | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 보유주식수 (poss_stkcnt), quantity */
  readonly heldShareCount: number | null;
  /** 취득가능주식수 (gain_pos_stkcnt), quantity */
  readonly obtainablePossibleShareCount: number | null;
  /** 기준한도소진율 (base_limit_exh_rt), percent */
  readonly baseLimitExhaustionRate: number | null;
  /** 한도소진율 (limit_exh_rt), percent */
  readonly limitExhaustionRate: number | null;
  /** 소진율증가 (exh_rt_incrs), signed */
  readonly exhaustionRateIncrease: number | null;
}

/** ka10037 외국계창구매매상위요청, foreign brokers, ranked: what it is asked with. */
export interface Ka10037Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 기간 (dt), date */
  readonly date: '0' | '1' | '5' | '10' | '20' | '60';
  /** 매매구분 (trde_tp), code */
  readonly tradeType: '1' | '2' | '3' | '4';
  /** 정렬구분 (sort_tp), code */
  readonly sortType: '1' | '2';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10037 외국계창구매매상위요청, foreign brokers, ranked: what it answers. */
export interface Ka10037Answer {
  /** 외국계창구매매상위 (frgn_wicket_trde_upper) */
  readonly foreignBrokerWindowTradeTop: readonly Ka10037AnswerForeignBrokerWindowTradeTop[];
}

/** 외국계창구매매상위 (frgn_wicket_trde_upper) of Ka10037Answer. */
export interface Ka10037AnswerForeignBrokerWindowTradeTop {
  /** 순위 (rank), quantity */
  readonly rank: number | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 매도거래량 (sel_trde_qty), signed */
  readonly sellVolume: number | null;
  /** 매수거래량 (buy_trde_qty), signed */
  readonly buyVolume: number | null;
  /** 순매수거래량 (netprps_trde_qty), signed */
  readonly netBuyVolume: number | null;
  /** 순매수대금 (netprps_prica), won */
  readonly netBuyValue: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
}

/** ka10038 종목별증권사순위요청, brokers of a stock, ranked: what it is asked with. */
export interface Ka10038Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 시작일자 (strt_dt), date */
  readonly startDate: string | number;
  /** 종료일자 (end_dt), date */
  readonly endDate: string | number;
  /** 조회구분 (qry_tp), code */
  readonly queryType: '1' | '2';
  /** 기간 (dt), text */
  readonly date: '1' | '4' | '9' | '19' | '39' | '59' | '119';
}

/** ka10038 종목별증권사순위요청, brokers of a stock, ranked: what it answers. */
export interface Ka10038Answer {
  /** 순위1 (rank_1), signed */
  readonly rank1: number | null;
  /** 순위2 (rank_2), signed */
  readonly rank2: number | null;
  /** 순위3 (rank_3), signed */
  readonly rank3: number | null;
  /** 기간중거래량 (prid_trde_qty), quantity */
  readonly periodVolume: number | null;
  /** 종목별증권사순위 (stk_sec_rank) */
  readonly stockSecuritiesFirmRank: readonly Ka10038AnswerStockSecuritiesFirmRank[];
}

/** 종목별증권사순위 (stk_sec_rank) of Ka10038Answer. */
export interface Ka10038AnswerStockSecuritiesFirmRank {
  /** 순위 (rank), quantity */
  readonly rank: number | null;
  /** 회원사명 (mmcm_nm), text */
  readonly memberName: string | null;
  /** 매수수량 (buy_qty), signed */
  readonly buyQuantity: number | null;
  /** 매도수량 (sell_qty), signed */
  readonly sellQuantity: number | null;
  /** 누적순매수수량 (acc_netprps_qty), signed */
  readonly cumulativeNetBuyQuantity: number | null;
}

/** ka10039 증권사별매매상위요청, stocks of a broker, ranked: what it is asked with. */
export interface Ka10039Request {
  /** 회원사코드 (mmcm_cd), code */
  readonly memberCode: string | number;
  /** 거래량구분 (trde_qty_tp), code */
  readonly volumeType: '0' | '5' | '10' | '50' | '100' | '500' | '1000';
  /** 매매구분 (trde_tp), code */
  readonly tradeType: '1' | '2';
  /** 기간 (dt), text */
  readonly date: '1' | '5' | '10' | '60';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10039 증권사별매매상위요청, stocks of a broker, ranked: what it answers. */
export interface Ka10039Answer {
  /** 증권사별매매상위 (sec_trde_upper) */
  readonly securitiesFirmTradeTop: readonly Ka10039AnswerSecuritiesFirmTradeTop[];
}

/** 증권사별매매상위 (sec_trde_upper) of Ka10039Answer. */
export interface Ka10039AnswerSecuritiesFirmTradeTop {
  /** 순위 (rank), quantity */
  readonly rank: number | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 기간중주가등락 (prid_stkpc_flu), signed */
  readonly periodStockPriceChange: number | null;
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 기간중거래량 (prid_trde_qty), quantity */
  readonly periodVolume: number | null;
  /** 순매수 (netprps), signed */
  readonly netBuy: number | null;
  /** 매수거래량 (buy_trde_qty), signed */
  readonly buyVolume: number | null;
  /** 매도거래량 (sel_trde_qty), signed */
  readonly sellVolume: number | null;
}

/** ka10040 당일주요거래원요청, main brokers today: what it is asked with. */
export interface Ka10040Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka10040 당일주요거래원요청, main brokers today: what it answers. */
export interface Ka10040Answer {
  /** 매도거래원별증감1 (sel_trde_ori_irds_1), signed */
  readonly sellBrokerChange1: number | null;
  /** 매도거래원수량1 (sel_trde_ori_qty_1), signed */
  readonly sellBrokerQuantity1: number | null;
  /** 매도거래원1 (sel_trde_ori_1), code */
  readonly sellBroker1: string | null;
  /** 매도거래원코드1 (sel_trde_ori_cd_1), code */
  readonly sellBrokerCode1: string | null;
  /** 매수거래원1 (buy_trde_ori_1), code */
  readonly buyBroker1: string | null;
  /** 매수거래원코드1 (buy_trde_ori_cd_1), code */
  readonly buyBrokerCode1: string | null;
  /** 매수거래원수량1 (buy_trde_ori_qty_1), signed */
  readonly buyBrokerQuantity1: number | null;
  /** 매수거래원별증감1 (buy_trde_ori_irds_1), signed */
  readonly buyBrokerChange1: number | null;
  /** 매도거래원별증감2 (sel_trde_ori_irds_2), signed */
  readonly sellBrokerChange2: number | null;
  /** 매도거래원수량2 (sel_trde_ori_qty_2), signed */
  readonly sellBrokerQuantity2: number | null;
  /** 매도거래원2 (sel_trde_ori_2), code */
  readonly sellBroker2: string | null;
  /** 매도거래원코드2 (sel_trde_ori_cd_2), code */
  readonly sellBrokerCode2: string | null;
  /** 매수거래원2 (buy_trde_ori_2), code */
  readonly buyBroker2: string | null;
  /** 매수거래원코드2 (buy_trde_ori_cd_2), code */
  readonly buyBrokerCode2: string | null;
  /** 매수거래원수량2 (buy_trde_ori_qty_2), signed */
  readonly buyBrokerQuantity2: number | null;
  /** 매수거래원별증감2 (buy_trde_ori_irds_2), signed */
  readonly buyBrokerChange2: number | null;
  /** 매도거래원별증감3 (sel_trde_ori_irds_3), signed */
  readonly sellBrokerChange3: number | null;
  /** 매도거래원수량3 (sel_trde_ori_qty_3), signed */
  readonly sellBrokerQuantity3: number | null;
  /** 매도거래원3 (sel_trde_ori_3), code */
  readonly sellBroker3: string | null;
  /** 매도거래원코드3 (sel_trde_ori_cd_3), code */
  readonly sellBrokerCode3: string | null;
  /** 매수거래원3 (buy_trde_ori_3), code */
  readonly buyBroker3: string | null;
  /** 매수거래원코드3 (buy_trde_ori_cd_3), code */
  readonly buyBrokerCode3: string | null;
  /** 매수거래원수량3 (buy_trde_ori_qty_3), quantity */
  readonly buyBrokerQuantity3: number | null;
  /** 매수거래원별증감3 (buy_trde_ori_irds_3), signed */
  readonly buyBrokerChange3: number | null;
  /** 매도거래원별증감4 (sel_trde_ori_irds_4), signed */
  readonly sellBrokerChange4: number | null;
  /** 매도거래원수량4 (sel_trde_ori_qty_4), quantity */
  readonly sellBrokerQuantity4: number | null;
  /** 매도거래원4 (sel_trde_ori_4), code */
  readonly sellBroker4: string | null;
  /** 매도거래원코드4 (sel_trde_ori_cd_4), code */
  readonly sellBrokerCode4: string | null;
  /** 매수거래원4 (buy_trde_ori_4), code */
  readonly buyBroker4: string | null;
  /** 매수거래원코드4 (buy_trde_ori_cd_4), code */
  readonly buyBrokerCode4: string | null;
  /** 매수거래원수량4 (buy_trde_ori_qty_4), quantity */
  readonly buyBrokerQuantity4: number | null;
  /** 매수거래원별증감4 (buy_trde_ori_irds_4), signed */
  readonly buyBrokerChange4: number | null;
  /** 매도거래원별증감5 (sel_trde_ori_irds_5), signed */
  readonly sellBrokerChange5: number | null;
  /** 매도거래원수량5 (sel_trde_ori_qty_5), quantity */
  readonly sellBrokerQuantity5: number | null;
  /** 매도거래원5 (sel_trde_ori_5), code */
  readonly sellBroker5: string | null;
  /** 매도거래원코드5 (sel_trde_ori_cd_5), code */
  readonly sellBrokerCode5: string | null;
  /** 매수거래원5 (buy_trde_ori_5), code */
  readonly buyBroker5: string | null;
  /** 매수거래원코드5 (buy_trde_ori_cd_5), code */
  readonly buyBrokerCode5: string | null;
  /** 매수거래원수량5 (buy_trde_ori_qty_5), quantity */
  readonly buyBrokerQuantity5: number | null;
  /** 매수거래원별증감5 (buy_trde_ori_irds_5), signed */
  readonly buyBrokerChange5: number | null;
  /** 외국계매도추정합변동 (frgn_sel_prsm_sum_chang), signed */
  readonly foreignBrokerSellEstimatedSumChange: number | null;
  /** 외국계매도추정합 (frgn_sel_prsm_sum), signed */
  readonly foreignBrokerSellEstimatedSum: number | null;
  /** 외국계매수추정합 (frgn_buy_prsm_sum), signed */
  readonly foreignBrokerBuyEstimatedSum: number | null;
  /** 외국계매수추정합변동 (frgn_buy_prsm_sum_chang), signed */
  readonly foreignBrokerBuyEstimatedSumChange: number | null;
  /** 당일주요거래원 (tdy_main_trde_ori) */
  readonly todayMainBroker: readonly Ka10040AnswerTodayMainBroker[];
}

/** 당일주요거래원 (tdy_main_trde_ori) of Ka10040Answer. */
export interface Ka10040AnswerTodayMainBroker {
  /** 매도이탈시간 (sel_scesn_tm), time */
  readonly sellDepartureTime: string | null;
  /** 매도수량 (sell_qty), quantity */
  readonly sellQuantity: number | null;
  /** 매도상위이탈원 (sel_upper_scesn_ori), text */
  readonly sellTopDepartureBroker: string | null;
  /** 매수이탈시간 (buy_scesn_tm), time */
  readonly buyDepartureTime: string | null;
  /** 매수수량 (buy_qty), quantity */
  readonly buyQuantity: number | null;
  /** 매수상위이탈원 (buy_upper_scesn_ori), text */
  readonly buyTopDepartureBroker: string | null;
  /** 조회일자 (qry_dt), date */
  readonly queryDate: string | null;
  /** 조회시간 (qry_tm), time */
  readonly queryTime: string | null;
}

/** ka10042 순매수거래원순위요청, net buying brokers, ranked: what it is asked with. */
export interface Ka10042Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 시작일자 (strt_dt), date */
  readonly startDate?: string | number | undefined;
  /** 종료일자 (end_dt), date */
  readonly endDate?: string | number | undefined;
  /** 조회기간구분 (qry_dt_tp), code */
  readonly queryDateType: '0' | '1';
  /** 시점구분 (pot_tp), code */
  readonly timeType: '0' | '1';
  /** 기간 (dt), text */
  readonly date?: '5' | '10' | '20' | '40' | '60' | '120' | undefined;
  /** 정렬기준 (sort_base), signed */
  readonly sortBase: '1' | '2';
}

/** ka10042 순매수거래원순위요청, net buying brokers, ranked: what it answers. */
export interface Ka10042Answer {
  /** 순매수거래원순위 (netprps_trde_ori_rank) */
  readonly netBuyBrokerRank: readonly Ka10042AnswerNetBuyBrokerRank[];
}

/** 순매수거래원순위 (netprps_trde_ori_rank) of Ka10042Answer. */
export interface Ka10042AnswerNetBuyBrokerRank {
  /** 순위 (rank), quantity */
  readonly rank: number | null;
  /** 회원사코드 (mmcm_cd), code */
  readonly memberCode: string | null;
  /** 회원사명 (mmcm_nm), text */
  readonly memberName: string | null;
}

/** ka10053 당일상위이탈원요청, brokers that left the top today: what it is asked with. */
export interface Ka10053Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka10053 당일상위이탈원요청, brokers that left the top today: what it answers. */
export interface Ka10053Answer {
  /** 당일상위이탈원 (tdy_upper_scesn_ori) */
  readonly todayTopDepartureBroker: readonly Ka10053AnswerTodayTopDepartureBroker[];
}

/** 당일상위이탈원 (tdy_upper_scesn_ori) of Ka10053Answer. */
export interface Ka10053AnswerTodayTopDepartureBroker {
  /** 매도이탈시간 (sel_scesn_tm), time */
  readonly sellDepartureTime: string | null;
  /** 매도수량 (sell_qty), quantity */
  readonly sellQuantity: number | null;
  /** 매도상위이탈원 (sel_upper_scesn_ori), text */
  readonly sellTopDepartureBroker: string | null;
  /** 매수이탈시간 (buy_scesn_tm), time */
  readonly buyDepartureTime: string | null;
  /** 매수수량 (buy_qty), quantity */
  readonly buyQuantity: number | null;
  /** 매수상위이탈원 (buy_upper_scesn_ori), text */
  readonly buyTopDepartureBroker: string | null;
  /** 조회일자 (qry_dt), text */
  readonly queryDate: string | null;
  /** 조회시간 (qry_tm), text */
  readonly queryTime: string | null;
}

/** ka10062 동일순매매순위요청, same-side net trading, ranked: what it is asked with. */
export interface Ka10062Request {
  /** 시작일자 (strt_dt), date */
  readonly startDate: string | number;
  /** 종료일자 (end_dt), date */
  readonly endDate?: string | number | undefined;
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 매매구분 (trde_tp), code */
  readonly tradeType: '1' | '2';
  /** 정렬조건 (sort_cnd), signed */
  readonly sortCondition: '1' | '2';
  /** 단위구분 (unit_tp), code */
  readonly unitType: '1' | '1000';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10062 동일순매매순위요청, same-side net trading, ranked: what it answers. */
export interface Ka10062Answer {
  /** 동일순매매순위 (eql_nettrde_rank) */
  readonly equalNetTradeRank: readonly Ka10062AnswerEqualNetTradeRank[];
}

/** 동일순매매순위 (eql_nettrde_rank) of Ka10062Answer. */
export interface Ka10062AnswerEqualNetTradeRank {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 순위 (rank), quantity */
  readonly rank: number | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 대비기호 (pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 누적거래량 (acc_trde_qty), quantity */
  readonly cumulativeVolume: number | null;
  /** 기관순매매수량 (orgn_nettrde_qty), signed */
  readonly institutionNetTradeQuantity: number | null;
  /** 기관순매매금액 (orgn_nettrde_amt), signed */
  readonly institutionNetTradeAmount: number | null;
  /** 기관순매매평균가 (orgn_nettrde_avg_pric), signed */
  readonly institutionNetTradeAveragePrice: number | null;
  /** 외인순매매수량 (for_nettrde_qty), signed */
  readonly foreignNetTradeQuantity: number | null;
  /** 외인순매매금액 (for_nettrde_amt), signed */
  readonly foreignNetTradeAmount: number | null;
  /** 외인순매매평균가 (for_nettrde_avg_pric), signed */
  readonly foreignNetTradeAveragePrice: number | null;
  /** 순매매수량 (nettrde_qty), signed */
  readonly netTradeQuantity: number | null;
  /** 순매매금액 (nettrde_amt), signed */
  readonly netTradeAmount: number | null;
}

/** ka10065 장중투자자별매매상위요청, investors during the session, ranked: what it is asked with. */
export interface Ka10065Request {
  /** 매매구분 (trde_tp), code */
  readonly tradeType: '1' | '2';
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 기관구분 (orgn_tp), code */
  readonly institutionType:
    | '1000'
    | '2000'
    | '3000'
    | '4000'
    | '5000'
    | '6000'
    | '7000'
    | '7100'
    | '9000'
    | '9100'
    | '9999';
}

/** ka10065 장중투자자별매매상위요청, investors during the session, ranked: what it answers. */
export interface Ka10065Answer {
  /** 장중투자자별매매상위 (opmr_invsr_trde_upper) */
  readonly intradayInvestorsTop: readonly Ka10065AnswerIntradayInvestorsTop[];
}

/** 장중투자자별매매상위 (opmr_invsr_trde_upper) of Ka10065Answer. */
export interface Ka10065AnswerIntradayInvestorsTop {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 매도량 (sel_qty), signed */
  readonly sellQuantity: number | null;
  /** 매수량 (buy_qty), signed */
  readonly buyQuantity: number | null;
  /** 순매도 (netslmt), signed */
  readonly netSell: number | null;
}

/** ka10098 시간외단일가등락율순위요청, after-hours change, ranked: what it is asked with. */
export interface Ka10098Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 정렬기준 (sort_base), signed */
  readonly sortBase: '1' | '2' | '3' | '4' | '5';
  /** 종목조건 (stk_cnd), signed */
  readonly stockCondition:
    | '0'
    | '1'
    | '2'
    | '3'
    | '4'
    | '5'
    | '6'
    | '7'
    | '8'
    | '9'
    | '12'
    | '13'
    | '14'
    | '15'
    | '16'
    | '17';
  /** 거래량조건 (trde_qty_cnd), signed */
  readonly volumeCondition: '0' | '10' | '50' | '100' | '500' | '1000' | '5000' | '10000';
  /** 신용조건 (crd_cnd), signed */
  readonly creditCondition: '0' | '1' | '2' | '3' | '4' | '5' | '7' | '8' | '9';
  /** 거래대금 (trde_prica), won */
  readonly tradedValue:
    | '0'
    | '5'
    | '10'
    | '30'
    | '50'
    | '100'
    | '300'
    | '500'
    | '1000'
    | '3000'
    | '5000'
    | '10000';
}

/** ka10098 시간외단일가등락율순위요청, after-hours change, ranked: what it answers. */
export interface Ka10098Answer {
  /** 시간외단일가등락율순위 (ovt_sigpric_flu_rt_rank) */
  readonly afterHoursSinglePriceChangeRateRank: readonly Ka10098AnswerAfterHoursSinglePriceChangeRateRank[];
}

/** 시간외단일가등락율순위 (ovt_sigpric_flu_rt_rank) of Ka10098Answer. */
export interface Ka10098AnswerAfterHoursSinglePriceChangeRateRank {
  /** 순위 (rank), quantity */
  readonly rank: number | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락률 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 매도총잔량 (sel_tot_req), quantity */
  readonly sellTotalQuantity: number | null;
  /** 매수총잔량 (buy_tot_req), quantity */
  readonly buyTotalQuantity: number | null;
  /** 누적거래량 (acc_trde_qty), quantity */
  readonly cumulativeVolume: number | null;
  /** 누적거래대금 (acc_trde_prica), won */
  readonly cumulativeTradedValue: number | null;
  /** 당일종가 (tdy_close_pric), price */
  readonly todayClosePrice: number | null;
  /** 당일종가등락률 (tdy_close_pric_flu_rt), percent */
  readonly todayClosePriceChangeRate: number | null;
}

/** ka90009 외국인기관매매상위요청, foreigners and institutions, ranked: what it is asked with. */
export interface Ka90009Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 금액수량구분 (amt_qty_tp), code */
  readonly amountQuantityType: '1' | '2';
  /** 조회일자구분 (qry_dt_tp), code */
  readonly queryDateType: '0' | '1';
  /** 날짜 (date), date */
  readonly date?: string | number | undefined;
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka90009 외국인기관매매상위요청, foreigners and institutions, ranked: what it answers. */
export interface Ka90009Answer {
  /** 외국인기관매매상위 (frgnr_orgn_trde_upper) */
  readonly foreignerInstitutionTradeTop: readonly Ka90009AnswerForeignerInstitutionTradeTop[];
}

/** 외국인기관매매상위 (frgnr_orgn_trde_upper) of Ka90009Answer. */
export interface Ka90009AnswerForeignerInstitutionTradeTop {
  /** 외인순매도종목코드 (for_netslmt_stk_cd), symbol */
  readonly foreignNetSellStockCode: string | null;
  /** 외인순매도종목명 (for_netslmt_stk_nm), text */
  readonly foreignNetSellStockName: string | null;
  /** 외인순매도금액 (for_netslmt_amt), won */
  readonly foreignNetSellAmount: number | null;
  /** 외인순매도수량 (for_netslmt_qty), signed */
  readonly foreignNetSellQuantity: number | null;
  /** 외인순매수종목코드 (for_netprps_stk_cd), symbol */
  readonly foreignNetBuyStockCode: string | null;
  /** 외인순매수종목명 (for_netprps_stk_nm), text */
  readonly foreignNetBuyStockName: string | null;
  /** 외인순매수금액 (for_netprps_amt), won */
  readonly foreignNetBuyAmount: number | null;
  /** 외인순매수수량 (for_netprps_qty), signed */
  readonly foreignNetBuyQuantity: number | null;
  /** 기관순매도종목코드 (orgn_netslmt_stk_cd), symbol */
  readonly institutionNetSellStockCode: string | null;
  /** 기관순매도종목명 (orgn_netslmt_stk_nm), text */
  readonly institutionNetSellStockName: string | null;
  /** 기관순매도금액 (orgn_netslmt_amt), won */
  readonly institutionNetSellAmount: number | null;
  /** 기관순매도수량 (orgn_netslmt_qty), signed */
  readonly institutionNetSellQuantity: number | null;
  /** 기관순매수종목코드 (orgn_netprps_stk_cd), symbol */
  readonly institutionNetBuyStockCode: string | null;
  /** 기관순매수종목명 (orgn_netprps_stk_nm), text */
  readonly institutionNetBuyStockName: string | null;
  /** 기관순매수금액 (orgn_netprps_amt), won */
  readonly institutionNetBuyAmount: number | null;
  /** 기관순매수수량 (orgn_netprps_qty), signed */
  readonly institutionNetBuyQuantity: number | null;
}
