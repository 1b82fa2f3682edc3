// Written by scripts/read-guide from the guide; do not edit.
// The APIs of the group stock-info.

/** ka00198 실시간종목조회순위, most viewed stocks in real time: what it is asked with. */
export interface Ka00198Request {
  /** 구분 (qry_tp), code */
  readonly queryType: '1' | '2' | '3' | '4' | '5';
}

/** ka00198 실시간종목조회순위, most viewed stocks in real time: what it answers. */
export interface Ka00198Answer {
  /** 실시간종목조회순위 (item_inq_rank) */
  readonly itemReceivedRank: readonly Ka00198AnswerItemReceivedRank[];
}

/** 실시간종목조회순위 (item_inq_rank) of Ka00198Answer. */
export interface Ka00198AnswerItemReceivedRank {
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 빅데이터 순위 (bigd_rank), quantity */
  readonly bigDataRank: number | null;
  /** 순위 등락 (rank_chg), signed */
  readonly rankChange: number | null;
  /** 순위 등락 부호 (rank_chg_sign), code */
  readonly rankChangeSign: string | null;
  /** 과거 현재가 (past_curr_prc), price */
  readonly pastCurrentPrice: number | null;
  /** 기준가 대비 부호 (base_comp_sign), code */
  readonly baseComparisonSign: string | null;
  /** 기준가 대비 등락율 (base_comp_chgr), percent */
  readonly baseComparisonChangeRate: number | null;
  /** 직전 기준 대비 부호 (prev_base_sign), code */
  readonly previousBaseSign: string | null;
  /** 직전 기준 대비 등락율 (prev_base_chgr), percent */
  readonly previousBaseChangeRate: number | null;
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 시간 (tm), time */
  readonly time: string | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
}

/** ka10001 주식기본정보요청, stock basics: what it is asked with. */
export interface Ka10001Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka10001 주식기본정보요청, stock basics: what it answers. */
export interface Ka10001Answer {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 결산월 (setl_mm), text */
  readonly settlementMonth: string | null;
  /** 액면가 (fav), price */
  readonly faceValue: number | null;
  /** 자본금 (cap), won */
  readonly capital: number | null;
  /** 상장주식 (flo_stk), quantity */
  readonly listedStock: number | null;
  /** 신용비율 (crd_rt), percent */
  readonly creditRate: number | null;
  /** 연중최고 (oyr_hgst), price */
  readonly yearHigh: number | null;
  /** 연중최저 (oyr_lwst), price */
  readonly yearLow: number | null;
  /** 시가총액 (mac), won */
  readonly marketCap: number | null;
  /** 시가총액비중 (mac_wght), won */
  readonly marketCapWeight: number | null;
  /** 외인소진률 (for_exh_rt), percent */
  readonly foreignExhaustionRate: number | null;
  /** 대용가 (repl_pric), price */
  readonly substitutePrice: number | null;
  /** PER (per), signed */
  readonly per: number | null;
  /** EPS (eps), signed */
  readonly eps: number | null;
  /** ROE (roe), signed */
  readonly roe: number | null;
  /** PBR (pbr), signed */
  readonly pbr: number | null;
  /** EV (ev), signed */
  readonly ev: number | null;
  /** BPS (bps), signed */
  readonly bps: number | null;
  /** 매출액 (sale_amt), won */
  readonly salesAmount: number | null;
  /** 영업이익 (bus_pro), won */
  readonly operatingProfit: number | null;
  /** 당기순이익 (cup_nga), won */
  readonly netIncome: number | null;
  /** 250최고 (250hgst), price */
  readonly high250: number | null;
  /** 250최저 (250lwst), price */
  readonly low250: number | null;
  /** 고가 (high_pric), price */
  readonly highPrice: number | null;
  /** 시가 (open_pric), price */
  readonly openPrice: number | null;
  /** 저가 (low_pric), price */
  readonly lowPrice: number | null;
  /** 상한가 (upl_pric), price */
  readonly upperPrice: number | null;
  /** 하한가 (lst_pric), price */
  readonly lowerPrice: number | null;
  /** 기준가 (base_pric), price */
  readonly basePrice: number | null;
  /** 예상체결가 (exp_cntr_pric), price */
  readonly expectedTradePrice: number | null;
  /** 예상체결수량 (exp_cntr_qty), quantity */
  readonly expectedTradeQuantity: number | null;
  /** 250최고가일 (250hgst_pric_dt), date */
  readonly high250PriceDate: string | null;
  /** 250최고가대비율 (250hgst_pric_pre_rt), percent */
  readonly high250PriceChangeRate: number | null;
  /** 250최저가일 (250lwst_pric_dt), date */
  readonly low250PriceDate: string | null;
  /** 250최저가대비율 (250lwst_pric_pre_rt), percent */
  readonly low250PriceChangeRate: number | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 대비기호 (pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 거래대비 (trde_pre), signed */
  readonly tradeChange: number | null;
  /** 액면가단위 (fav_unit), signed */
  readonly faceValueUnit: number | null;
  /** 유통주식 (dstr_stk), quantity */
  readonly floatingStock: number | null;
  /** 유통비율 (dstr_rt), percent */
  readonly floatingRate: number | null;
}

/** ka10002 주식거래원요청, brokers of a stock: what it is asked with. */
export interface Ka10002Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka10002 주식거래원요청, brokers of a stock: what it answers. */
export interface Ka10002Answer {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 등락부호 (flu_smbol), code */
  readonly changeSign: string | null;
  /** 기준가 (base_pric), price */
  readonly basePrice: number | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 매도거래원명1 (sel_trde_ori_nm_1), text */
  readonly sellBrokerName1: string | null;
  /** 매도거래원1 (sel_trde_ori_1), code */
  readonly sellBroker1: string | null;
  /** 매도거래량1 (sel_trde_qty_1), quantity */
  readonly sellVolume1: number | null;
  /** 매수거래원명1 (buy_trde_ori_nm_1), text */
  readonly buyBrokerName1: string | null;
  /** 매수거래원1 (buy_trde_ori_1), code */
  readonly buyBroker1: string | null;
  /** 매수거래량1 (buy_trde_qty_1), quantity */
  readonly buyVolume1: number | null;
  /** 매도거래원명2 (sel_trde_ori_nm_2), text */
  readonly sellBrokerName2: string | null;
  /** 매도거래원2 (sel_trde_ori_2), code */
  readonly sellBroker2: string | null;
  /** 매도거래량2 (sel_trde_qty_2), quantity */
  readonly sellVolume2: number | null;
  /** 매수거래원명2 (buy_trde_ori_nm_2), text */
  readonly buyBrokerName2: string | null;
  /** 매수거래원2 (buy_trde_ori_2), code */
  readonly buyBroker2: string | null;
  /** 매수거래량2 (buy_trde_qty_2), quantity */
  readonly buyVolume2: number | null;
  /** 매도거래원명3 (sel_trde_ori_nm_3), text */
  readonly sellBrokerName3: string | null;
  /** 매도거래원3 (sel_trde_ori_3), code */
  readonly sellBroker3: string | null;
  /** 매도거래량3 (sel_trde_qty_3), quantity */
  readonly sellVolume3: number | null;
  /** 매수거래원명3 (buy_trde_ori_nm_3), text */
  readonly buyBrokerName3: string | null;
  /** 매수거래원3 (buy_trde_ori_3), code */
  readonly buyBroker3: string | null;
  /** 매수거래량3 (buy_trde_qty_3), quantity */
  readonly buyVolume3: number | null;
  /** 매도거래원명4 (sel_trde_ori_nm_4), text */
  readonly sellBrokerName4: string | null;
  /** 매도거래원4 (sel_trde_ori_4), code */
  readonly sellBroker4: string | null;
  /** 매도거래량4 (sel_trde_qty_4), quantity */
  readonly sellVolume4: number | null;
  /** 매수거래원명4 (buy_trde_ori_nm_4), text */
  readonly buyBrokerName4: string | null;
  /** 매수거래원4 (buy_trde_ori_4), code */
  readonly buyBroker4: string | null;
  /** 매수거래량4 (buy_trde_qty_4), quantity */
  readonly buyVolume4: number | null;
  /** 매도거래원명5 (sel_trde_ori_nm_5), text */
  readonly sellBrokerName5: string | null;
  /** 매도거래원5 (sel_trde_ori_5), code */
  readonly sellBroker5: string | null;
  /** 매도거래량5 (sel_trde_qty_5), quantity */
  readonly sellVolume5: number | null;
  /** 매수거래원명5 (buy_trde_ori_nm_5), text */
  readonly buyBrokerName5: string | null;
  /** 매수거래원5 (buy_trde_ori_5), code */
  readonly buyBroker5: string | null;
  /** 매수거래량5 (buy_trde_qty_5), quantity */
  readonly buyVolume5: number | null;
}

/** ka10003 체결정보요청, recent trades: what it is asked with. */
export interface Ka10003Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka10003 체결정보요청, recent trades: what it answers. */
export interface Ka10003Answer {
  /** 체결정보 (cntr_infr) */
  readonly tradeInfo: readonly Ka10003AnswerTradeInfo[];
}

/** 체결정보 (cntr_infr) of Ka10003Answer. */
export interface Ka10003AnswerTradeInfo {
  /** 시간 (tm), time */
  readonly time: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 대비율 (pre_rt), percent */
  readonly changeRate: number | null;
  /** 우선매도호가단위 (pri_sel_bid_unit), signed */
  readonly preferredAskPriceUnit: number | null;
  /** 우선매수호가단위 (pri_buy_bid_unit), signed */
  readonly preferredBidPriceUnit: number | null;
  /** 체결거래량 (cntr_trde_qty), signed */
  readonly tradeVolume: number | null;
  /** sign (sign), code */
  readonly sign: string | null;
  /** 누적거래량 (acc_trde_qty), quantity */
  readonly cumulativeVolume: number | null;
  /** 누적거래대금 (acc_trde_prica), won */
  readonly cumulativeTradedValue: number | null;
  /** 체결강도 (cntr_str), percent */
  readonly tradeStrength: number | null;
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: string | null;
}

/** ka10013 신용매매동향요청, margin trading trend: what it is asked with. */
export interface Ka10013Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 일자 (dt), date */
  readonly date: string | number;
  /** 조회구분 (qry_tp), code */
  readonly queryType: '1' | '2';
}

/** ka10013 신용매매동향요청, margin trading trend: what it answers. */
export interface Ka10013Answer {
  /** 신용매매동향 (crd_trde_trend) */
  readonly creditTradeTrend: readonly Ka10013AnswerCreditTradeTrend[];
}

/** 신용매매동향 (crd_trde_trend) of Ka10013Answer. */
export interface Ka10013AnswerCreditTradeTrend {
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 신규 (new), signed */
  readonly new: number | null;
  /** 상환 (rpya), signed */
  readonly repaid: number | null;
  /** 잔고 (remn), signed */
  readonly remaining: number | null;
  /** 금액 (amt), won */
  readonly amount: number | null;
  /** 대비 (pre), signed */
  readonly change2: number | null;
  /** 공여율 (shr_rt), percent */
  readonly grantRate: number | null;
  /** 잔고율 (remn_rt), percent */
  readonly remainingRate: number | null;
}

/** ka10015 일별거래상세요청, trades of a day in detail: what it is asked with. */
export interface Ka10015Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 시작일자 (strt_dt), date */
  readonly startDate: string | number;
}

/** ka10015 일별거래상세요청, trades of a day in detail: what it answers. */
export interface Ka10015Answer {
  /** 일별거래상세 (daly_trde_dtl) */
  readonly dailyTradeDetail: readonly Ka10015AnswerDailyTradeDetail[];
}

/** 일별거래상세 (daly_trde_dtl) of Ka10015Answer. */
export interface Ka10015AnswerDailyTradeDetail {
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 종가 (close_pric), price */
  readonly closePrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
  /** 장전거래량 (bf_mkrt_trde_qty), quantity */
  readonly preMarketVolume: number | null;
  /** 장전거래비중 (bf_mkrt_trde_wght), percent */
  readonly preMarketTradeWeight: number | null;
  /** 장중거래량 (opmr_trde_qty), quantity */
  readonly intradayVolume: number | null;
  /** 장중거래비중 (opmr_trde_wght), percent */
  readonly intradayTradeWeight: number | null;
  /** 장후거래량 (af_mkrt_trde_qty), quantity */
  readonly postMarketVolume: number | null;
  /** 장후거래비중 (af_mkrt_trde_wght), percent */
  readonly postMarketTradeWeight: number | null;
  /** 합계3 (tot_3), signed */
  readonly total3: number | null;
  /** 기간중거래량 (prid_trde_qty), quantity */
  readonly periodVolume: number | null;
  /** 체결강도 (cntr_str), percent */
  readonly tradeStrength: number | null;
  /** 외인보유 (for_poss), signed */
  readonly foreignHeld: number | null;
  /** 외인비중 (for_wght), percent */
  readonly foreignWeight: number | null;
  /** 외인순매수 (for_netprps), signed */
  readonly foreignNetBuy: number | null;
  /** 기관순매수 (orgn_netprps), signed */
  readonly institutionNetBuy: number | null;
  /** 개인순매수 (ind_netprps), signed */
  readonly individualNetBuy: number | null;
  /** 외국계 (frgn), signed */
  readonly foreignBroker: number | null;
  /** 신용잔고율 (crd_remn_rt), percent */
  readonly creditRemainingRate: number | null;
  /** 프로그램 (prm), signed */
  readonly program: number | null;
  /** 장전거래대금 (bf_mkrt_trde_prica), won */
  readonly preMarketTradedValue: number | null;
  /** 장전거래대금비중 (bf_mkrt_trde_prica_wght), percent */
  readonly preMarketTradedValueWeight: number | null;
  /** 장중거래대금 (opmr_trde_prica), won */
  readonly intradayTradedValue: number | null;
  /** 장중거래대금비중 (opmr_trde_prica_wght), percent */
  readonly intradayTradedValueWeight: number | null;
  /** 장후거래대금 (af_mkrt_trde_prica), won */
  readonly postMarketTradedValue: number | null;
  /** 장후거래대금비중 (af_mkrt_trde_prica_wght), percent */
  readonly postMarketTradedValueWeight: number | null;
}

/** ka10016 신고저가요청, new highs and lows: what it is asked with. */
export interface Ka10016Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 신고저구분 (ntl_tp), code */
  readonly highLowType: '1' | '2';
  /** 고저종구분 (high_low_close_tp), code */
  readonly highLowCloseType: '1' | '2';
  /** 종목조건 (stk_cnd), signed */
  readonly stockCondition: '0' | '1' | '3' | '5' | '6' | '7' | '8';
  /** 거래량구분 (trde_qty_tp), code */
  readonly volumeType:
    | '00000'
    | '00010'
    | '00050'
    | '00100'
    | '00150'
    | '00200'
    | '00300'
    | '00500'
    | '01000';
  /** 신용조건 (crd_cnd), signed */
  readonly creditCondition: '0' | '1' | '2' | '3' | '4' | '7' | '9';
  /** 상하한포함 (updown_incls), signed */
  readonly limitsIncluded: '0' | '1';
  /** 기간 (dt), text */
  readonly date: string | number;
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10016 신고저가요청, new highs and lows: what it answers. */
export interface Ka10016Answer {
  /** 신고저가 (ntl_pric) */
  readonly highLowPrice: readonly Ka10016AnswerHighLowPrice[];
}

/** 신고저가 (ntl_pric) of Ka10016Answer. */
export interface Ka10016AnswerHighLowPrice {
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
  /** 전일거래량대비율 (pred_trde_qty_pre_rt), percent */
  readonly previousVolumeChangeRate: number | null;
  /** 매도호가 (sel_bid), price */
  readonly askPrice: number | null;
  /** 매수호가 (buy_bid), price */
  readonly bidPrice: number | null;
  /** 고가 (high_pric), price */
  readonly highPrice: number | null;
  /** 저가 (low_pric), price */
  readonly lowPrice: number | null;
}

/** ka10017 상하한가요청, upper and lower limits: what it is asked with. */
export interface Ka10017Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 상하한구분 (updown_tp), code */
  readonly limitsType: '1' | '2' | '3' | '4' | '5' | '6' | '7';
  /** 정렬구분 (sort_tp), code */
  readonly sortType: '1' | '2' | '3';
  /** 종목조건 (stk_cnd), signed */
  readonly stockCondition: '0' | '1' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10';
  /** 거래량구분 (trde_qty_tp), code */
  readonly volumeType: string | number;
  /** 신용조건 (crd_cnd), signed */
  readonly creditCondition: '0' | '1' | '2' | '3' | '4' | '7' | '9';
  /** 매매금구분 (trde_gold_tp), code */
  readonly tradeMoneyType: '0' | '1' | '2' | '3' | '4' | '5' | '8';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10017 상하한가요청, upper and lower limits: what it answers. */
export interface Ka10017Answer {
  /** 상하한가 (updown_pric) */
  readonly limitsPrice: readonly Ka10017AnswerLimitsPrice[];
}

/** 상하한가 (updown_pric) of Ka10017Answer. */
export interface Ka10017AnswerLimitsPrice {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목정보 (stk_infr), text */
  readonly stockInfo: string | null;
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
  /** 전일거래량 (pred_trde_qty), quantity */
  readonly previousVolume: number | null;
  /** 매도잔량 (sel_req), quantity */
  readonly askQuantity: number | null;
  /** 매도호가 (sel_bid), price */
  readonly askPrice: number | null;
  /** 매수호가 (buy_bid), price */
  readonly bidPrice: number | null;
  /** 매수잔량 (buy_req), quantity */
  readonly bidQuantity: number | null;
  /** 횟수 (cnt), quantity */
  readonly count: number | null;
}

/** ka10018 고저가근접요청, near high or low: what it is asked with. */
export interface Ka10018Request {
  /** 고저구분 (high_low_tp), code */
  readonly highLowType: '1' | '2';
  /** 근접율 (alacc_rt), percent */
  readonly proximityRate: '10' | '15' | '20' | '25' | '30' | '05';
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 거래량구분 (trde_qty_tp), code */
  readonly volumeType: string | number;
  /** 종목조건 (stk_cnd), signed */
  readonly stockCondition: '0' | '1' | '3' | '5' | '6' | '7' | '8';
  /** 신용조건 (crd_cnd), signed */
  readonly creditCondition: '0' | '1' | '2' | '3' | '4' | '7' | '9';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10018 고저가근접요청, near high or low: what it answers. */
export interface Ka10018Answer {
  /** 고저가근접 (high_low_pric_alacc) */
  readonly highLowPriceProximity: readonly Ka10018AnswerHighLowPriceProximity[];
}

/** 고저가근접 (high_low_pric_alacc) of Ka10018Answer. */
export interface Ka10018AnswerHighLowPriceProximity {
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
  /** 매도호가 (sel_bid), price */
  readonly askPrice: number | null;
  /** 매수호가 (buy_bid), price */
  readonly bidPrice: number | null;
  /** 당일고가 (tdy_high_pric), price */
  readonly todayHighPrice: number | null;
  /** 당일저가 (tdy_low_pric), price */
  readonly todayLowPrice: number | null;
}

/** ka10019 가격급등락요청, price surges: what it is asked with. */
export interface Ka10019Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '201' | '000' | '001';
  /** 등락구분 (flu_tp), code */
  readonly changeType: '1' | '2';
  /** 시간구분 (tm_tp), code */
  readonly timeType: '1' | '2';
  /** 시간 (tm), text */
  readonly time: string | number;
  /** 거래량구분 (trde_qty_tp), code */
  readonly volumeType: string | number;
  /** 종목조건 (stk_cnd), signed */
  readonly stockCondition: '0' | '1' | '3' | '5' | '6' | '7' | '8';
  /** 신용조건 (crd_cnd), signed */
  readonly creditCondition: '0' | '1' | '2' | '3' | '4' | '7' | '9';
  /** 가격조건 (pric_cnd), signed */
  readonly priceCondition: '0' | '1' | '2' | '3' | '4' | '5' | '8';
  /** 상하한포함 (updown_incls), signed */
  readonly limitsIncluded: '0' | '1';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10019 가격급등락요청, price surges: what it answers. */
export interface Ka10019Answer {
  /** 가격급등락 (pric_jmpflu) */
  readonly priceSurge: readonly Ka10019AnswerPriceSurge[];
}

/** 가격급등락 (pric_jmpflu) of Ka10019Answer. */
export interface Ka10019AnswerPriceSurge {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목분류 (stk_cls), code */
  readonly stockClass: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락률 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 기준가 (base_pric), price */
  readonly basePrice: number | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 기준대비 (base_pre), signed */
  readonly baseChange: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 급등률 (jmp_rt), percent */
  readonly surgeRate: number | null;
}

/** ka10024 거래량갱신요청, volume records: what it is asked with. */
export interface Ka10024Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 주기구분 (cycle_tp), code */
  readonly cycleType: '5' | '10' | '20' | '60' | '250';
  /** 거래량구분 (trde_qty_tp), code */
  readonly volumeType: '5' | '10' | '50' | '100' | '200' | '300' | '500' | '1000';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10024 거래량갱신요청, volume records: what it answers. */
export interface Ka10024Answer {
  /** 거래량갱신 (trde_qty_updt) */
  readonly volumeUpdate: readonly Ka10024AnswerVolumeUpdate[];
}

/** 거래량갱신 (trde_qty_updt) of Ka10024Answer. */
export interface Ka10024AnswerVolumeUpdate {
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
  /** 매도호가 (sel_bid), price */
  readonly askPrice: number | null;
  /** 매수호가 (buy_bid), price */
  readonly bidPrice: number | null;
}

/** ka10025 매물대집중요청, price band concentration: what it is asked with. */
export interface Ka10025Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 매물집중비율 (prps_cnctr_rt), percent */
  readonly buyConcentrationRate: string | number;
  /** 현재가진입 (cur_prc_entry), signed */
  readonly currentPriceEntry: '0' | '1';
  /** 매물대수 (prpscnt), signed */
  readonly priceBandCount: string | number;
  /** 주기구분 (cycle_tp), code */
  readonly cycleType: '50' | '100' | '150' | '200' | '250' | '300';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10025 매물대집중요청, price band concentration: what it answers. */
export interface Ka10025Answer {
  /** 매물대집중 (prps_cnctr) */
  readonly buyConcentration: readonly Ka10025AnswerBuyConcentration[];
}

/** 매물대집중 (prps_cnctr) of Ka10025Answer. */
export interface Ka10025AnswerBuyConcentration {
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
  /** 현재거래량 (now_trde_qty), quantity */
  readonly currentVolume: number | null;
  /** 가격대시작 (pric_strt), signed */
  readonly priceStart: number | null;
  /** 가격대끝 (pric_end), signed */
  readonly priceEnd: number | null;
  /** 매물량 (prps_qty), quantity */
  readonly buyQuantity: number | null;
  /** 매물비 (prps_rt), percent */
  readonly buyRate: number | null;
}

/** ka10026 고저PER요청, high and low PER: what it is asked with. */
export interface Ka10026Request {
  /** PER구분 (pertp), code */
  readonly perType: '1' | '2' | '3' | '4' | '5' | '6';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10026 고저PER요청, high and low PER: what it answers. */
export interface Ka10026Answer {
  /** 고저PER (high_low_per) */
  readonly highLowPer: readonly Ka10026AnswerHighLowPer[];
}

/** 고저PER (high_low_per) of Ka10026Answer. */
export interface Ka10026AnswerHighLowPer {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** PER (per), signed */
  readonly per: number | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락률 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 현재거래량 (now_trde_qty), quantity */
  readonly currentVolume: number | null;
  /** 매도호가 (sel_bid), price */
  readonly askPrice: number | null;
}

/** ka10028 시가대비등락률요청, change against open: what it is asked with. */
export interface Ka10028Request {
  /** 정렬구분 (sort_tp), code */
  readonly sortType: '1' | '2' | '3' | '4';
  /** 거래량조건 (trde_qty_cnd), signed */
  readonly volumeCondition: '1000' | '0000' | '0010' | '0050' | '0100' | '0500';
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 상하한포함 (updown_incls), signed */
  readonly limitsIncluded: '0' | '1';
  /** 종목조건 (stk_cnd), signed */
  readonly stockCondition: '0' | '1' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
  /** 신용조건 (crd_cnd), signed */
  readonly creditCondition: '0' | '1' | '2' | '3' | '4' | '7' | '9';
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
  /** 등락조건 (flu_cnd), signed */
  readonly changeCondition: '1' | '2';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10028 시가대비등락률요청, change against open: what it answers. */
export interface Ka10028Answer {
  /** 시가대비등락률 (open_pric_pre_flu_rt) */
  readonly changeRateAgainstOpen: readonly Ka10028AnswerChangeRateAgainstOpen[];
}

/** 시가대비등락률 (open_pric_pre_flu_rt) of Ka10028Answer. */
export interface Ka10028AnswerChangeRateAgainstOpen {
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
  /** 시가 (open_pric), price */
  readonly openPrice: number | null;
  /** 고가 (high_pric), price */
  readonly highPrice: number | null;
  /** 저가 (low_pric), price */
  readonly lowPrice: number | null;
  /** 시가대비 (open_pric_pre), signed */
  readonly changeAgainstOpen: number | null;
  /** 현재거래량 (now_trde_qty), quantity */
  readonly currentVolume: number | null;
  /** 체결강도 (cntr_str), percent */
  readonly tradeStrength: number | null;
}

/** ka10043 거래원매물대분석요청, broker positions by price: what it is asked with. */
export interface Ka10043Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 시작일자 (strt_dt), date */
  readonly startDate: string | number;
  /** 종료일자 (end_dt), date */
  readonly endDate: string | number;
  /** 조회기간구분 (qry_dt_tp), code */
  readonly queryDateType: '0' | '1';
  /** 시점구분 (pot_tp), code */
  readonly timeType: '0' | '1';
  /** 기간 (dt), text */
  readonly date: '5' | '10' | '20' | '40' | '60' | '120';
  /** 정렬기준 (sort_base), signed */
  readonly sortBase: '1' | '2';
  /** 회원사코드 (mmcm_cd), code */
  readonly memberCode: string | number;
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10043 거래원매물대분석요청, broker positions by price: what it answers. */
export interface Ka10043Answer {
  /** 거래원매물대분석 (trde_ori_prps_anly) */
  readonly brokerBuyAnalysis: readonly Ka10043AnswerBrokerBuyAnalysis[];
}

/** 거래원매물대분석 (trde_ori_prps_anly) of Ka10043Answer. */
export interface Ka10043AnswerBrokerBuyAnalysis {
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 종가 (close_pric), price */
  readonly closePrice: number | null;
  /** 대비기호 (pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 매도량 (sel_qty), quantity */
  readonly sellQuantity: number | null;
  /** 매수량 (buy_qty), quantity */
  readonly buyQuantity: number | null;
  /** 순매수수량 (netprps_qty), signed */
  readonly netBuyQuantity: number | null;
  /** 거래량합 (trde_qty_sum), quantity */
  readonly volumeSum: number | null;
  /** 거래비중 (trde_wght), percent */
  readonly tradeWeight: number | null;
}

/** ka10052 거래원순간거래량요청, momentary broker volume: what it is asked with. */
export interface Ka10052Request {
  /** 회원사코드 (mmcm_cd), code */
  readonly memberCode: string | number;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode?: string | number | undefined;
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '0' | '1' | '2' | '3';
  /** 수량구분 (qty_tp), code */
  readonly quantityType: '0' | '1' | '2' | '3' | '5' | '10' | '30' | '50' | '100';
  /** 가격구분 (pric_tp), code */
  readonly priceType: '0' | '1' | '2' | '3' | '4' | '5' | '8';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10052 거래원순간거래량요청, momentary broker volume: what it answers. */
export interface Ka10052Answer {
  /** 거래원순간거래량 (trde_ori_mont_trde_qty) */
  readonly brokerMomentVolume: readonly Ka10052AnswerBrokerMomentVolume[];
}

/** 거래원순간거래량 (trde_ori_mont_trde_qty) of Ka10052Answer. */
export interface Ka10052AnswerBrokerMomentVolume {
  /** 시간 (tm), time */
  readonly time: string | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 거래원명 (trde_ori_nm), text */
  readonly brokerName: string | null;
  /** 구분 (tp), code */
  readonly type: string | null;
  /** 순간거래량 (mont_trde_qty), signed */
  readonly momentVolume: number | null;
  /** 누적순매수 (acc_netprps), signed */
  readonly cumulativeNetBuy: number | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
}

/** ka10054 변동성완화장치발동종목요청, triggered volatility interruptions: what it is asked with. */
export interface Ka10054Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 장전구분 (bf_mkrt_tp), code */
  readonly preMarketType: '0' | '1' | '2';
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode?: string | number | undefined;
  /** 발동구분 (motn_tp), code */
  readonly triggeredType: '0' | '1' | '2' | '3';
  /** 제외종목 (skip_stk), signed */
  readonly excludedStock: string | number;
  /** 거래량구분 (trde_qty_tp), code */
  readonly volumeType: '0' | '1';
  /** 최소거래량 (min_trde_qty), quantity */
  readonly minVolume: string | number;
  /** 최대거래량 (max_trde_qty), quantity */
  readonly maxVolume: string | number;
  /** 거래대금구분 (trde_prica_tp), code */
  readonly tradedValueType: '0' | '1';
  /** 최소거래대금 (min_trde_prica), won */
  readonly minTradedValue: string | number;
  /** 최대거래대금 (max_trde_prica), won */
  readonly maxTradedValue: string | number;
  /** 발동방향 (motn_drc), signed */
  readonly triggeredDirection: '0' | '1' | '2';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10054 변동성완화장치발동종목요청, triggered volatility interruptions: what it answers. */
export interface Ka10054Answer {
  /** 발동종목 (motn_stk) */
  readonly triggeredStock: readonly Ka10054AnswerTriggeredStock[];
}

/** 발동종목 (motn_stk) of Ka10054Answer. */
export interface Ka10054AnswerTriggeredStock {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 누적거래량 (acc_trde_qty), quantity */
  readonly cumulativeVolume: number | null;
  /** 발동가격 (motn_pric), price */
  readonly triggeredPrice: number | null;
  /** 동적괴리율 (dynm_dispty_rt), percent */
  readonly dynamicDisparityRate: number | null;
  /** 매매체결처리시각 (trde_cntr_proc_time), time */
  readonly tradeProcessingTime: string | null;
  /** VI해제시각 (virelis_time), time */
  readonly viReleasedTime: string | null;
  /** VI적용구분 (viaplc_tp), code */
  readonly viAppliedType: string | null;
  /** 동적기준가격 (dynm_stdpc), price */
  readonly dynamicBasePrice: number | null;
  /** 정적기준가격 (static_stdpc), price */
  readonly staticBasePrice: number | null;
  /** 정적괴리율 (static_dispty_rt), percent */
  readonly staticDisparityRate: number | null;
  /** 시가대비등락률 (open_pric_pre_flu_rt), percent */
  readonly changeRateAgainstOpen: number | null;
  /** VI발동횟수 (vimotn_cnt), quantity */
  readonly viTriggeredCount: number | null;
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: string | null;
}

/** ka10055 당일전일체결량요청, trades today and the day before: what it is asked with. */
export interface Ka10055Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 당일전일 (tdy_pred), signed */
  readonly todayPrevious: '1' | '2';
}

/** ka10055 당일전일체결량요청, trades today and the day before: what it answers. */
export interface Ka10055Answer {
  /** 당일전일체결량 (tdy_pred_cntr_qty) */
  readonly todayPreviousTradeQuantity: readonly Ka10055AnswerTodayPreviousTradeQuantity[];
}

/** 당일전일체결량 (tdy_pred_cntr_qty) of Ka10055Answer. */
export interface Ka10055AnswerTodayPreviousTradeQuantity {
  /** 체결시간 (cntr_tm), time */
  readonly tradeTime: string | null;
  /** 체결가 (cntr_pric), price */
  readonly tradePrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 체결량 (cntr_qty), signed */
  readonly tradeQuantity: number | null;
  /** 누적거래량 (acc_trde_qty), quantity */
  readonly cumulativeVolume: number | null;
  /** 누적거래대금 (acc_trde_prica), won */
  readonly cumulativeTradedValue: number | null;
}

/** ka10058 투자자별일별매매종목요청, investors by day: what it is asked with. */
export interface Ka10058Request {
  /** 시작일자 (strt_dt), date */
  readonly startDate: string | number;
  /** 종료일자 (end_dt), date */
  readonly endDate: string | number;
  /** 매매구분 (trde_tp), code */
  readonly tradeType: '1' | '2';
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '001';
  /** 투자자구분 (invsr_tp), code */
  readonly investorType:
    | '1000'
    | '2000'
    | '3000'
    | '4000'
    | '5000'
    | '6000'
    | '7000'
    | '7100'
    | '8000'
    | '9000'
    | '9999';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10058 투자자별일별매매종목요청, investors by day: what it answers. */
export interface Ka10058Answer {
  /** 투자자별일별매매종목 (invsr_daly_trde_stk) */
  readonly investorDailyTradeStock: readonly Ka10058AnswerInvestorDailyTradeStock[];
}

/** 투자자별일별매매종목 (invsr_daly_trde_stk) of Ka10058Answer. */
export interface Ka10058AnswerInvestorDailyTradeStock {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 순매도수량 (netslmt_qty), signed */
  readonly netSellQuantity: number | null;
  /** 순매도금액 (netslmt_amt), won */
  readonly netSellAmount: number | null;
  /** 추정평균가 (prsm_avg_pric), price */
  readonly estimatedAveragePrice: number | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 대비기호 (pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 평균가대비 (avg_pric_pre), signed */
  readonly averagePriceChange: number | null;
  /** 대비율 (pre_rt), percent */
  readonly changeRate: number | null;
  /** 기간거래량 (dt_trde_qty), quantity */
  readonly dateVolume: number | null;
}

/** ka10059 종목별투자자기관별요청, investors of a stock: what it is asked with. */
export interface Ka10059Request {
  /** 일자 (dt), date */
  readonly date: string | number;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 금액수량구분 (amt_qty_tp), code */
  readonly amountQuantityType: '1' | '2';
  /** 매매구분 (trde_tp), code */
  readonly tradeType: '0' | '1' | '2';
  /** 단위구분 (unit_tp), code */
  readonly unitType: '1' | '1000';
}

/** ka10059 종목별투자자기관별요청, investors of a stock: what it answers. */
export interface Ka10059Answer {
  /** 종목별투자자기관별 (stk_invsr_orgn) */
  readonly stockInvestorInstitution: readonly Ka10059AnswerStockInvestorInstitution[];
}

/** 종목별투자자기관별 (stk_invsr_orgn) of Ka10059Answer. */
export interface Ka10059AnswerStockInvestorInstitution {
  /** 일자 (dt), date */
  readonly date: string | null;
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
  /** 누적거래대금 (acc_trde_prica), won */
  readonly cumulativeTradedValue: number | null;
  /** 개인투자자 (ind_invsr), signed */
  readonly individualInvestor: number | null;
  /** 외국인투자자 (frgnr_invsr), signed */
  readonly foreignerInvestor: number | null;
  /** 기관계 (orgn), signed */
  readonly institution: number | null;
  /** 금융투자 (fnnc_invt), signed */
  readonly financialInvestment: number | null;
  /** 보험 (insrnc), signed */
  readonly insurance: number | null;
  /** 투신 (invtrt), signed */
  readonly investmentTrust: number | null;
  /** 기타금융 (etc_fnnc), signed */
  readonly otherFinancial: number | null;
  /** 은행 (bank), signed */
  readonly bank: number | null;
  /** 연기금등 (penfnd_etc), signed */
  readonly pensionFundOther: number | null;
  /** 사모펀드 (samo_fund), signed */
  readonly privateEquityFund: number | null;
  /** 국가 (natn), signed */
  readonly nation: number | null;
  /** 기타법인 (etc_corp), signed */
  readonly otherCorporation: number | null;
  /** 내외국인 (natfor), signed */
  readonly domesticForeign: number | null;
}

/** ka10061 종목별투자자기관별합계요청, investor totals of a stock: what it is asked with. */
export interface Ka10061Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 시작일자 (strt_dt), date */
  readonly startDate: string | number;
  /** 종료일자 (end_dt), date */
  readonly endDate: string | number;
  /** 금액수량구분 (amt_qty_tp), code */
  readonly amountQuantityType: '1' | '2';
  /** 매매구분 (trde_tp), code */
  readonly tradeType: string | number;
  /** 단위구분 (unit_tp), code */
  readonly unitType: '1' | '1000';
}

/** ka10061 종목별투자자기관별합계요청, investor totals of a stock: what it answers. */
export interface Ka10061Answer {
  /** 종목별투자자기관별합계 (stk_invsr_orgn_tot) */
  readonly stockInvestorInstitutionTotal: readonly Ka10061AnswerStockInvestorInstitutionTotal[];
}

/** 종목별투자자기관별합계 (stk_invsr_orgn_tot) of Ka10061Answer. */
export interface Ka10061AnswerStockInvestorInstitutionTotal {
  /** 개인투자자 (ind_invsr), signed */
  readonly individualInvestor: number | null;
  /** 외국인투자자 (frgnr_invsr), signed */
  readonly foreignerInvestor: number | null;
  /** 기관계 (orgn), signed */
  readonly institution: number | null;
  /** 금융투자 (fnnc_invt), signed */
  readonly financialInvestment: number | null;
  /** 보험 (insrnc), signed */
  readonly insurance: number | null;
  /** 투신 (invtrt), signed */
  readonly investmentTrust: number | null;
  /** 기타금융 (etc_fnnc), signed */
  readonly otherFinancial: number | null;
  /** 은행 (bank), signed */
  readonly bank: number | null;
  /** 연기금등 (penfnd_etc), signed */
  readonly pensionFundOther: number | null;
  /** 사모펀드 (samo_fund), signed */
  readonly privateEquityFund: number | null;
  /** 국가 (natn), signed */
  readonly nation: number | null;
  /** 기타법인 (etc_corp), signed */
  readonly otherCorporation: number | null;
  /** 내외국인 (natfor), signed */
  readonly domesticForeign: number | null;
}

/** ka10084 당일전일체결요청, executions today and the day before: what it is asked with. */
export interface Ka10084Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 당일전일 (tdy_pred), signed */
  readonly todayPrevious: '1' | '2';
  /** 틱분 (tic_min), signed */
  readonly tickMin: '0' | '1';
  /** 시간 (tm), time */
  readonly time?: string | number | undefined;
}

/** ka10084 당일전일체결요청, executions today and the day before: what it answers. */
export interface Ka10084Answer {
  /** 당일전일체결 (tdy_pred_cntr) */
  readonly todayPreviousTrade: readonly Ka10084AnswerTodayPreviousTrade[];
}

/** 당일전일체결 (tdy_pred_cntr) of Ka10084Answer. */
export interface Ka10084AnswerTodayPreviousTrade {
  /** 시간 (tm), time */
  readonly time: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 대비율 (pre_rt), percent */
  readonly changeRate: number | null;
  /** 우선매도호가단위 (pri_sel_bid_unit), signed */
  readonly preferredAskPriceUnit: number | null;
  /** 우선매수호가단위 (pri_buy_bid_unit), signed */
  readonly preferredBidPriceUnit: number | null;
  /** 체결거래량 (cntr_trde_qty), signed */
  readonly tradeVolume: number | null;
  /** 전일대비기호 (sign), code */
  readonly sign: string | null;
  /** 누적거래량 (acc_trde_qty), quantity */
  readonly cumulativeVolume: number | null;
  /** 누적거래대금 (acc_trde_prica), won */
  readonly cumulativeTradedValue: number | null;
  /** 체결강도 (cntr_str), percent */
  readonly tradeStrength: number | null;
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: string | null;
}

/** ka10095 관심종목정보요청, watched stocks: what it is asked with. */
export interface Ka10095Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka10095 관심종목정보요청, watched stocks: what it answers. */
export interface Ka10095Answer {
  /** 관심종목정보 (atn_stk_infr) */
  readonly watchedStockInfo: readonly Ka10095AnswerWatchedStockInfo[];
}

/** 관심종목정보 (atn_stk_infr) of Ka10095Answer. */
export interface Ka10095AnswerWatchedStockInfo {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 기준가 (base_pric), price */
  readonly basePrice: number | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
  /** 체결량 (cntr_qty), signed */
  readonly tradeQuantity: number | null;
  /** 체결강도 (cntr_str), percent */
  readonly tradeStrength: number | null;
  /** 전일거래량대비 (pred_trde_qty_pre), signed */
  readonly previousVolumeChange: number | null;
  /** 매도호가 (sel_bid), price */
  readonly askPrice: number | null;
  /** 매수호가 (buy_bid), price */
  readonly bidPrice: number | null;
  /** 매도1차호가 (sel_1th_bid), price */
  readonly sellLevel1Price: number | null;
  /** 매도2차호가 (sel_2th_bid), price */
  readonly sellLevel2Price: number | null;
  /** 매도3차호가 (sel_3th_bid), price */
  readonly sellLevel3Price: number | null;
  /** 매도4차호가 (sel_4th_bid), price */
  readonly sellLevel4Price: number | null;
  /** 매도5차호가 (sel_5th_bid), price */
  readonly sellLevel5Price: number | null;
  /** 매수1차호가 (buy_1th_bid), price */
  readonly buyLevel1Price: number | null;
  /** 매수2차호가 (buy_2th_bid), price */
  readonly buyLevel2Price: number | null;
  /** 매수3차호가 (buy_3th_bid), price */
  readonly buyLevel3Price: number | null;
  /** 매수4차호가 (buy_4th_bid), price */
  readonly buyLevel4Price: number | null;
  /** 매수5차호가 (buy_5th_bid), price */
  readonly buyLevel5Price: number | null;
  /** 상한가 (upl_pric), price */
  readonly upperPrice: number | null;
  /** 하한가 (lst_pric), price */
  readonly lowerPrice: number | null;
  /** 시가 (open_pric), price */
  readonly openPrice: number | null;
  /** 고가 (high_pric), price */
  readonly highPrice: number | null;
  /** 저가 (low_pric), price */
  readonly lowPrice: number | null;
  /** 종가 (close_pric), price */
  readonly closePrice: number | null;
  /** 체결시간 (cntr_tm), time */
  readonly tradeTime: string | null;
  /** 예상체결가 (exp_cntr_pric), price */
  readonly expectedTradePrice: number | null;
  /** 예상체결량 (exp_cntr_qty), quantity */
  readonly expectedTradeQuantity: number | null;
  /** 자본금 (cap), won */
  readonly capital: number | null;
  /** 액면가 (fav), price */
  readonly faceValue: number | null;
  /** 시가총액 (mac), won */
  readonly marketCap: number | null;
  /** 주식수 (stkcnt), quantity */
  readonly shareCount: number | null;
  /** 호가시간 (bid_tm), time */
  readonly priceTime: string | null;
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 우선매도잔량 (pri_sel_req), quantity */
  readonly preferredAskQuantity: number | null;
  /** 우선매수잔량 (pri_buy_req), quantity */
  readonly preferredBidQuantity: number | null;
  /** 우선매도건수 (pri_sel_cnt), quantity */
  readonly preferredSellCount: number | null;
  /** 우선매수건수 (pri_buy_cnt), quantity */
  readonly preferredBuyCount: number | null;
  /** 총매도잔량 (tot_sel_req), quantity */
  readonly totalAskQuantity: number | null;
  /** 총매수잔량 (tot_buy_req), quantity */
  readonly totalBidQuantity: number | null;
  /** 총매도건수 (tot_sel_cnt), signed */
  readonly totalSellCount: number | null;
  /** 총매수건수 (tot_buy_cnt), quantity */
  readonly totalBuyCount: number | null;
  /** 패리티 (prty), signed */
  readonly parity: number | null;
  /** 기어링 (gear), signed */
  readonly gearing: number | null;
  /** 손익분기 (pl_qutr), won */
  readonly profitLossPoint: number | null;
  /** 자본지지 (cap_support), signed */
  readonly capitalSupport: number | null;
  /** ELW행사가 (elwexec_pric), price */
  readonly elwStrikePrice: number | null;
  /** 전환비율 (cnvt_rt), percent */
  readonly conversionRate: number | null;
  /** ELW만기일 (elwexpr_dt), date */
  readonly elwExpiryDate: string | null;
  /** 미결제약정 (cntr_engg), signed */
  readonly tradeOpen: number | null;
  /** 미결제전일대비 (cntr_pred_pre), signed */
  readonly tradeChange: number | null;
  /** 이론가 (theory_pric), price */
  readonly theoreticalPrice: number | null;
  /** 내재변동성 (innr_vltl), signed */
  readonly impliedVolatility: number | null;
  /** 델타 (delta), signed */
  readonly delta: number | null;
  /** 감마 (gam), signed */
  readonly gamma: number | null;
  /** 쎄타 (theta), signed */
  readonly theta: number | null;
  /** 베가 (vega), signed */
  readonly vega: number | null;
  /** 로 (law), percent */
  readonly rho: number | null;
}

/** ka10099 종목정보 리스트, instrument list: what it is asked with. */
export interface Ka10099Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '0' | '3' | '4' | '5' | '6' | '8' | '9' | '10' | '30' | '50';
}

/** ka10099 종목정보 리스트, instrument list: what it answers. */
export interface Ka10099Answer {
  /** 종목리스트 (list) */
  readonly list: readonly Ka10099AnswerList[];
}

/** 종목리스트 (list) of Ka10099Answer. */
export interface Ka10099AnswerList {
  /** 종목코드 (code), symbol */
  readonly code: string | null;
  /** 종목명 (name), text */
  readonly name: string | null;
  /** 상장주식수 (listCount), quantity */
  readonly listedShares: number | null;
  /** 감리구분 (auditInfo), code */
  readonly auditInfo: string | null;
  /** 상장일 (regDay), date */
  readonly listedDate: string | null;
  /** 전일종가 (lastPrice), price */
  readonly previousClose: number | null;
  /** 종목상태 (state), text */
  readonly state: string | null;
  /** 시장구분코드 (marketCode), code */
  readonly marketCode: string | null;
  /** 시장명 (marketName), text */
  readonly marketName: string | null;
  /** 업종명 (upName), text */
  readonly industryName: string | null;
  /** 회사크기분류 (upSizeName), text */
  readonly companySizeName: string | null;
  /** 회사분류 (companyClassName), text */
  readonly companyClassName: string | null;
  /** 투자유의종목여부 (orderWarning), text */
  readonly orderWarning: string | null;
  /** NXT가능여부 (nxtEnable), text */
  readonly nxtAvailable: string | null;
}

/** ka10100 종목정보 조회, instrument: what it is asked with. */
export interface Ka10100Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka10100 종목정보 조회, instrument: what it answers. */
export interface Ka10100Answer {
  /** 종목코드 (code), symbol */
  readonly code: string | null;
  /** 종목명 (name), text */
  readonly name: string | null;
  /** 상장주식수 (listCount), quantity */
  readonly listedShares: number | null;
  /** 감리구분 (auditInfo), code */
  readonly auditInfo: string | null;
  /** 상장일 (regDay), date */
  readonly listedDate: string | null;
  /** 전일종가 (lastPrice), price */
  readonly previousClose: number | null;
  /** 종목상태 (state), text */
  readonly state: string | null;
  /** 시장구분코드 (marketCode), code */
  readonly marketCode: string | null;
  /** 시장명 (marketName), text */
  readonly marketName: string | null;
  /** 업종명 (upName), text */
  readonly industryName: string | null;
  /** 회사크기분류 (upSizeName), text */
  readonly companySizeName: string | null;
  /** 회사분류 (companyClassName), text */
  readonly companyClassName: string | null;
  /** 투자유의종목여부 (orderWarning), text */
  readonly orderWarning: string | null;
  /** NXT가능여부 (nxtEnable), text */
  readonly nxtAvailable: string | null;
}

/** ka10101 업종코드 리스트, industry codes: what it is asked with. */
export interface Ka10101Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '0' | '1' | '2' | '4' | '7';
}

/** ka10101 업종코드 리스트, industry codes: what it answers. */
export interface Ka10101Answer {
  /** 업종코드리스트 (list) */
  readonly list: readonly Ka10101AnswerList[];
}

/** 업종코드리스트 (list) of Ka10101Answer. */
export interface Ka10101AnswerList {
  /** 시장구분코드 (marketCode), text */
  readonly marketCode: string | null;
  /** 코드 (code), code */
  readonly code: string | null;
  /** 업종명 (name), text */
  readonly name: string | null;
  /** 그룹 (group), text */
  readonly group: string | null;
}

/** ka10102 회원사 리스트, member firms: what it is asked with. */
export type Ka10102Request = Readonly<Record<string, never>>;

/** ka10102 회원사 리스트, member firms: what it answers. */
export interface Ka10102Answer {
  /** 회원사코드리스트 (list) */
  readonly list: readonly Ka10102AnswerList[];
}

/** 회원사코드리스트 (list) of Ka10102Answer. */
export interface Ka10102AnswerList {
  /** 코드 (code), code */
  readonly code: string | null;
  /** 업종명 (name), text */
  readonly name: string | null;
  /** 구분 (gb), code */
  readonly kind: string | null;
}

/** ka90003 프로그램순매수상위50요청, program net buying, top 50: what it is asked with. */
export interface Ka90003Request {
  /** 매매상위구분 (trde_upper_tp), code */
  readonly tradeTopType: '1' | '2';
  /** 금액수량구분 (amt_qty_tp), code */
  readonly amountQuantityType: '1' | '2';
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: 'P00101' | 'P10102';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka90003 프로그램순매수상위50요청, program net buying, top 50: what it answers. */
export interface Ka90003Answer {
  /** 프로그램순매수상위50 (prm_netprps_upper_50) */
  readonly programNetBuyTop50: readonly Ka90003AnswerProgramNetBuyTop50[];
}

/** 프로그램순매수상위50 (prm_netprps_upper_50) of Ka90003Answer. */
export interface Ka90003AnswerProgramNetBuyTop50 {
  /** 순위 (rank), quantity */
  readonly rank: number | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 등락기호 (flu_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 누적거래량 (acc_trde_qty), quantity */
  readonly cumulativeVolume: number | null;
  /** 프로그램매도금액 (prm_sell_amt), won */
  readonly programSellAmount: number | null;
  /** 프로그램매수금액 (prm_buy_amt), won */
  readonly programBuyAmount: number | null;
  /** 프로그램순매수금액 (prm_netprps_amt), won */
  readonly programNetBuyAmount: number | null;
}

/** ka90004 종목별프로그램매매현황요청, program trading by stock: what it is asked with. */
export interface Ka90004Request {
  /** 일자 (dt), date */
  readonly date: string | number;
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: 'P00101' | 'P10102';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka90004 종목별프로그램매매현황요청, program trading by stock: what it answers. */
export interface Ka90004Answer {
  /** 매수체결수량합계 (tot_1), signed */
  readonly total1: number | null;
  /** 매수체결금액합계 (tot_2), won */
  readonly total2: number | null;
  /** 매도체결수량합계 (tot_3), signed */
  readonly total3: number | null;
  /** 매도체결금액합계 (tot_4), won */
  readonly total4: number | null;
  /** 순매수대금합계 (tot_5), won */
  readonly total5: number | null;
  /** 합계6 (tot_6), signed */
  readonly total6: number | null;
  /** 종목별프로그램매매현황 (stk_prm_trde_prst) */
  readonly stockProgramTradeStatus: readonly Ka90004AnswerStockProgramTradeStatus[];
}

/** 종목별프로그램매매현황 (stk_prm_trde_prst) of Ka90004Answer. */
export interface Ka90004AnswerStockProgramTradeStatus {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 등락기호 (flu_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 매수체결수량 (buy_cntr_qty), quantity */
  readonly buyTradeQuantity: number | null;
  /** 매수체결금액 (buy_cntr_amt), won */
  readonly buyTradeAmount: number | null;
  /** 매도체결수량 (sel_cntr_qty), quantity */
  readonly sellTradeQuantity: number | null;
  /** 매도체결금액 (sel_cntr_amt), won */
  readonly sellTradeAmount: number | null;
  /** 순매수대금 (netprps_prica), won */
  readonly netBuyValue: number | null;
  /** 전체거래비율 (all_trde_rt), percent */
  readonly allTradeRate: number | null;
}

/** kt20016 신용융자 가능종목요청, stocks open to margin loans: what it is asked with. */
export interface Kt20016Request {
  /** 신용종목등급구분 (crd_stk_grde_tp), code */
  readonly creditStockGradeType?: '%' | 'A' | 'B' | 'C' | 'D' | 'E' | undefined;
  /** 시장거래구분 (mrkt_deal_tp), code */
  readonly marketDealType: '0' | '1' | '%';
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode?: string | number | undefined;
}

/** kt20016 신용융자 가능종목요청, stocks open to margin loans: what it answers. */
export interface Kt20016Answer {
  /** 신용융자가능여부 (crd_loan_able), text */
  readonly creditLoanPossible: string | null;
  /** 신용융자가능종목 (crd_loan_pos_stk) */
  readonly creditLoanPossibleStock: readonly Kt20016AnswerCreditLoanPossibleStock[];
}

/** 신용융자가능종목 (crd_loan_pos_stk) of Kt20016Answer. */
export interface Kt20016AnswerCreditLoanPossibleStock {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 신용보증금율 (crd_assr_rt), percent */
  readonly creditGuaranteeRate: number | null;
  /** 대용가 (repl_pric), price */
  readonly substitutePrice: number | null;
  /** 전일종가 (pred_close_pric), price */
  readonly previousClosePrice: number | null;
  /** 신용한도초과여부 (crd_limit_over_yn), flag */
  readonly creditLimitExceededFlag: boolean | null;
  /** 신용한도초과 (crd_limit_over_txt), text */
  readonly creditLimitExceededText: string | null;
}

/** kt20017 신용융자 가능문의, margin loan inquiry: what it is asked with. */
export interface Kt20017Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** kt20017 신용융자 가능문의, margin loan inquiry: what it answers. */
export interface Kt20017Answer {
  /** 신용가능여부 (crd_alow_yn), text */
  readonly creditAvailableFlag: string | null;
}
