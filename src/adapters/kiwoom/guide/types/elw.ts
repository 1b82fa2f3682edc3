// Written by scripts/read-guide from the guide; do not edit.
// The APIs of the group elw.

/** ka10048 ELW일별민감도지표요청, ELW sensitivity by day: what it is asked with. */
export interface Ka10048Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka10048 ELW일별민감도지표요청, ELW sensitivity by day: what it answers. */
export interface Ka10048Answer {
  /** ELW일별민감도지표 (elwdaly_snst_ix) */
  readonly elwDailySensitivityIndicator: readonly Ka10048AnswerElwDailySensitivityIndicator[];
}

/** ELW일별민감도지표 (elwdaly_snst_ix) of Ka10048Answer. */
export interface Ka10048AnswerElwDailySensitivityIndicator {
  /** 일자 (dt), date */
  readonly date: string | null;
  /** IV (iv), signed */
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
  /** LP (lp), signed */
  readonly lp: number | null;
}

/** ka10050 ELW민감도지표요청, ELW sensitivity: what it is asked with. */
export interface Ka10050Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka10050 ELW민감도지표요청, ELW sensitivity: what it answers. */
export interface Ka10050Answer {
  /** ELW민감도지표배열 (elwsnst_ix_array) */
  readonly elwSensitivityIndicatorList: readonly Ka10050AnswerElwSensitivityIndicatorList[];
}

/** ELW민감도지표배열 (elwsnst_ix_array) of Ka10050Answer. */
export interface Ka10050AnswerElwSensitivityIndicatorList {
  /** 체결시간 (cntr_tm), time */
  readonly tradeTime: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** ELW이론가 (elwtheory_pric), price */
  readonly elwTheoreticalPrice: number | null;
  /** IV (iv), signed */
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
  /** LP (lp), signed */
  readonly lp: number | null;
}

/** ka30001 ELW가격급등락요청, ELW price surges: what it is asked with. */
export interface Ka30001Request {
  /** 등락구분 (flu_tp), code */
  readonly changeType: '1' | '2';
  /** 시간구분 (tm_tp), code */
  readonly timeType: '1' | '2';
  /** 시간 (tm), text */
  readonly time: string | number;
  /** 거래량구분 (trde_qty_tp), code */
  readonly volumeType: '0' | '10' | '50' | '100' | '300' | '500' | '1000';
  /** 발행사코드 (isscomp_cd), code */
  readonly issuerCode: '3' | '5' | '6' | '12' | '17' | '000000000000';
  /** 기초자산코드 (bsis_aset_cd), code */
  readonly underlyingAssetCode: string | number;
  /** 권리구분 (rght_tp), code */
  readonly rightType: '000' | '001' | '002' | '003' | '004' | '005' | '006' | '007';
  /** LP코드 (lpcd), code */
  readonly lpCode: '3' | '5' | '6' | '12' | '17' | '000000000000';
  /** 거래종료ELW제외 (trde_end_elwskip), signed */
  readonly tradeEndElwExcluded: '0' | '1';
}

/** ka30001 ELW가격급등락요청, ELW price surges: what it answers. */
export interface Ka30001Answer {
  /** 기준가시간 (base_pric_tm), text */
  readonly basePriceTime: string | null;
  /** ELW가격급등락 (elwpric_jmpflu) */
  readonly elwPriceSurge: readonly Ka30001AnswerElwPriceSurge[];
}

/** ELW가격급등락 (elwpric_jmpflu) of Ka30001Answer. */
export interface Ka30001AnswerElwPriceSurge {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 순위 (rank), quantity */
  readonly rank: number | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 대비기호 (pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 거래종료ELW기준가 (trde_end_elwbase_pric), price */
  readonly tradeEndElwBasePrice: number | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 기준대비 (base_pre), signed */
  readonly baseChange: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 급등율 (jmp_rt), percent */
  readonly surgeRate: number | null;
}

/** ka30002 거래원별ELW순매매상위요청, ELW net trading by broker: what it is asked with. */
export interface Ka30002Request {
  /** 발행사코드 (isscomp_cd), code */
  readonly issuerCode: string | number;
  /** 거래량구분 (trde_qty_tp), code */
  readonly volumeType: '0' | '5' | '10' | '50' | '100' | '500' | '1000';
  /** 매매구분 (trde_tp), code */
  readonly tradeType: '1' | '2';
  /** 기간 (dt), text */
  readonly date: '1' | '5' | '10' | '40' | '60';
  /** 거래종료ELW제외 (trde_end_elwskip), signed */
  readonly tradeEndElwExcluded: '0' | '1';
}

/** ka30002 거래원별ELW순매매상위요청, ELW net trading by broker: what it answers. */
export interface Ka30002Answer {
  /** 거래원별ELW순매매상위 (trde_ori_elwnettrde_upper) */
  readonly brokerElwNetTradeTop: readonly Ka30002AnswerBrokerElwNetTradeTop[];
}

/** 거래원별ELW순매매상위 (trde_ori_elwnettrde_upper) of Ka30002Answer. */
export interface Ka30002AnswerBrokerElwNetTradeTop {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 주가등락 (stkpc_flu), signed */
  readonly stockPriceChange: number | null;
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 순매수 (netprps), signed */
  readonly netBuy: number | null;
  /** 매수거래량 (buy_trde_qty), signed */
  readonly buyVolume: number | null;
  /** 매도거래량 (sel_trde_qty), signed */
  readonly sellVolume: number | null;
}

/** ka30003 ELWLP보유일별추이요청, ELW liquidity provider holdings by day: what it is asked with. */
export interface Ka30003Request {
  /** 기초자산코드 (bsis_aset_cd), code */
  readonly underlyingAssetCode: string | number;
  /** 기준일자 (base_dt), date */
  readonly baseDate: string | number;
}

/** ka30003 ELWLP보유일별추이요청, ELW liquidity provider holdings by day: what it answers. */
export interface Ka30003Answer {
  /** ELWLP보유일별추이 (elwlpposs_daly_trnsn) */
  readonly elwLpHoldingDailyTrend: readonly Ka30003AnswerElwLpHoldingDailyTrend[];
}

/** ELWLP보유일별추이 (elwlpposs_daly_trnsn) of Ka30003Answer. */
export interface Ka30003AnswerElwLpHoldingDailyTrend {
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 대비구분 (pre_tp), code */
  readonly changeType: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
  /** 변동수량 (chg_qty), signed */
  readonly changeQuantity: number | null;
  /** LP보유수량 (lprmnd_qty), quantity */
  readonly lpHeldQuantity: number | null;
  /** 비중 (wght), percent */
  readonly weight: number | null;
}

/** ka30004 ELW괴리율요청, ELW disparity: what it is asked with. */
export interface Ka30004Request {
  /** 발행사코드 (isscomp_cd), code */
  readonly issuerCode: '3' | '5' | '6' | '12' | '17' | '000000000000';
  /** 기초자산코드 (bsis_aset_cd), code */
  readonly underlyingAssetCode: string | number;
  /** 권리구분 (rght_tp), code */
  readonly rightType: '000' | '001' | '002' | '003' | '004' | '005' | '006' | '007';
  /** LP코드 (lpcd), code */
  readonly lpCode: '3' | '5' | '6' | '12' | '17' | '000000000000';
  /** 거래종료ELW제외 (trde_end_elwskip), signed */
  readonly tradeEndElwExcluded: '0' | '1';
}

/** ka30004 ELW괴리율요청, ELW disparity: what it answers. */
export interface Ka30004Answer {
  /** ELW괴리율 (elwdispty_rt) */
  readonly elwDisparityRate: readonly Ka30004AnswerElwDisparityRate[];
}

/** ELW괴리율 (elwdispty_rt) of Ka30004Answer. */
export interface Ka30004AnswerElwDisparityRate {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 발행사명 (isscomp_nm), text */
  readonly issuerName: string | null;
  /** 회차 (sqnc), text */
  readonly round: string | null;
  /** 기초자산명 (base_aset_nm), text */
  readonly baseAssetName: string | null;
  /** 권리구분 (rght_tp), code */
  readonly rightType: string | null;
  /** 괴리율 (dispty_rt), percent */
  readonly disparityRate: number | null;
  /** 베이시스 (basis), signed */
  readonly basis: number | null;
  /** 잔존일수 (srvive_dys), quantity */
  readonly remainingDays: number | null;
  /** 이론가 (theory_pric), price */
  readonly theoreticalPrice: number | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 대비구분 (pre_tp), code */
  readonly changeType: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
}

/** ka30005 ELW조건검색요청, ELW search: what it is asked with. */
export interface Ka30005Request {
  /** 발행사코드 (isscomp_cd), code */
  readonly issuerCode: string | number;
  /** 기초자산코드 (bsis_aset_cd), code */
  readonly underlyingAssetCode: string | number;
  /** 권리구분 (rght_tp), code */
  readonly rightType: '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7';
  /** LP코드 (lpcd), code */
  readonly lpCode: string | number;
  /** 정렬구분 (sort_tp), code */
  readonly sortType: '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7';
}

/** ka30005 ELW조건검색요청, ELW search: what it answers. */
export interface Ka30005Answer {
  /** ELW조건검색 (elwcnd_qry) */
  readonly elwConditionQuery: readonly Ka30005AnswerElwConditionQuery[];
}

/** ELW조건검색 (elwcnd_qry) of Ka30005Answer. */
export interface Ka30005AnswerElwConditionQuery {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 발행사명 (isscomp_nm), text */
  readonly issuerName: string | null;
  /** 회차 (sqnc), text */
  readonly round: string | null;
  /** 기초자산명 (base_aset_nm), text */
  readonly baseAssetName: string | null;
  /** 권리구분 (rght_tp), code */
  readonly rightType: string | null;
  /** 만기일 (expr_dt), date */
  readonly expiryDate: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 대비구분 (pre_tp), code */
  readonly changeType: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 거래량대비 (trde_qty_pre), signed */
  readonly volumeChange: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
  /** 전일거래량 (pred_trde_qty), quantity */
  readonly previousVolume: number | null;
  /** 매도호가 (sel_bid), price */
  readonly askPrice: number | null;
  /** 매수호가 (buy_bid), price */
  readonly bidPrice: number | null;
  /** 패리티 (prty), signed */
  readonly parity: number | null;
  /** 기어링비율 (gear_rt), percent */
  readonly gearingRate: number | null;
  /** 손익분기율 (pl_qutr_rt), percent */
  readonly profitLossPointRate: number | null;
  /** 자본지지점 (cfp), signed */
  readonly capitalSupportPoint: number | null;
  /** 이론가 (theory_pric), price */
  readonly theoreticalPrice: number | null;
  /** 내재변동성 (innr_vltl), signed */
  readonly impliedVolatility: number | null;
  /** 델타 (delta), signed */
  readonly delta: number | null;
  /** 레버리지 (lvrg), signed */
  readonly leverage: number | null;
  /** 행사가격 (exec_pric), index */
  readonly exercisePrice: number | null;
  /** 전환비율 (cnvt_rt), percent */
  readonly conversionRate: number | null;
  /** LP보유비율 (lpposs_rt), percent */
  readonly lpHoldingRate: number | null;
  /** 손익분기점 (pl_qutr_pt), signed */
  readonly profitLossPoint: number | null;
  /** 최종거래일 (fin_trde_dt), date */
  readonly finalTradeDate: string | null;
  /** 상장일 (flo_dt), date */
  readonly listedDate: string | null;
  /** LP초종공급일 (lpinitlast_suply_dt), date */
  readonly lpInitialLastSupplyDate: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 잔존일수 (srvive_dys), quantity */
  readonly remainingDays: number | null;
  /** 괴리율 (dispty_rt), percent */
  readonly disparityRate: number | null;
  /** LP회원사명 (lpmmcm_nm), text */
  readonly lpMemberName: string | null;
  /** LP회원사명1 (lpmmcm_nm_1), text */
  readonly lpMemberName1: string | null;
  /** LP회원사명2 (lpmmcm_nm_2), text */
  readonly lpMemberName2: string | null;
  /** Xray순간체결량정리매매구분 (xraymont_cntr_qty_arng_trde_tp), code */
  readonly xrayMomentTradeQuantityArrangementTradeType: string | null;
  /** Xray순간체결량증거금100구분 (xraymont_cntr_qty_profa_100tp), code */
  readonly xrayMomentTradeQuantityMarginType100: string | null;
}

/** ka30009 ELW등락율순위요청, ELW change, ranked: what it is asked with. */
export interface Ka30009Request {
  /** 정렬구분 (sort_tp), code */
  readonly sortType: '1' | '2' | '3' | '4';
  /** 권리구분 (rght_tp), code */
  readonly rightType: '000' | '001' | '002' | '003' | '004' | '006' | '007';
  /** 거래종료제외 (trde_end_skip), signed */
  readonly tradeEndExcluded: '0' | '1';
}

/** ka30009 ELW등락율순위요청, ELW change, ranked: what it answers. */
export interface Ka30009Answer {
  /** ELW등락율순위 (elwflu_rt_rank) */
  readonly elwChangeRateRank: readonly Ka30009AnswerElwChangeRateRank[];
}

/** ELW등락율순위 (elwflu_rt_rank) of Ka30009Answer. */
export interface Ka30009AnswerElwChangeRateRank {
  /** 순위 (rank), quantity */
  readonly rank: number | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 대비기호 (pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락률 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 매도잔량 (sel_req), quantity */
  readonly askQuantity: number | null;
  /** 매수잔량 (buy_req), quantity */
  readonly bidQuantity: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
}

/** ka30010 ELW잔량순위요청, ELW order quantity, ranked: what it is asked with. */
export interface Ka30010Request {
  /** 정렬구분 (sort_tp), code */
  readonly sortType: '1' | '2';
  /** 권리구분 (rght_tp), code */
  readonly rightType: '000' | '001' | '002' | '003' | '004' | '006' | '007';
  /** 거래종료제외 (trde_end_skip), signed */
  readonly tradeEndExcluded: '0' | '1';
}

/** ka30010 ELW잔량순위요청, ELW order quantity, ranked: what it answers. */
export interface Ka30010Answer {
  /** ELW잔량순위 (elwreq_rank) */
  readonly elwOrderQuantityRank: readonly Ka30010AnswerElwOrderQuantityRank[];
}

/** ELW잔량순위 (elwreq_rank) of Ka30010Answer. */
export interface Ka30010AnswerElwOrderQuantityRank {
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
  /** 등락률 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 매도잔량 (sel_req), quantity */
  readonly askQuantity: number | null;
  /** 매수잔량 (buy_req), quantity */
  readonly bidQuantity: number | null;
  /** 순매수잔량 (netprps_req), signed */
  readonly netBuyOrderQuantity: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
}

/** ka30011 ELW근접율요청, ELW proximity: what it is asked with. */
export interface Ka30011Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka30011 ELW근접율요청, ELW proximity: what it answers. */
export interface Ka30011Answer {
  /** ELW근접율 (elwalacc_rt) */
  readonly elwProximityRate: readonly Ka30011AnswerElwProximityRate[];
}

/** ELW근접율 (elwalacc_rt) of Ka30011Answer. */
export interface Ka30011AnswerElwProximityRate {
  /** 종목코드 (stk_cd), code */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 현재가 (cur_prc), index */
  readonly currentPrice: number | null;
  /** 대비기호 (pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 누적거래량 (acc_trde_qty), quantity */
  readonly cumulativeVolume: number | null;
  /** 근접율 (alacc_rt), percent */
  readonly proximityRate: number | null;
}

/** ka30012 ELW종목상세정보요청, ELW details: what it is asked with. */
export interface Ka30012Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka30012 ELW종목상세정보요청, ELW details: what it answers. */
export interface Ka30012Answer {
  /** 자산코드 (aset_cd), code */
  readonly assetCode: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
  /** LP회원사명 (lpmmcm_nm), text */
  readonly lpMemberName: string | null;
  /** LP회원사명1 (lpmmcm_nm_1), text */
  readonly lpMemberName1: string | null;
  /** LP회원사명2 (lpmmcm_nm_2), text */
  readonly lpMemberName2: string | null;
  /** ELW권리내용 (elwrght_cntn), text */
  readonly elwRightContent: string | null;
  /** ELW만기평가가격 (elwexpr_evlt_pric), text */
  readonly elwExpiryValuationPrice: string | null;
  /** ELW이론가 (elwtheory_pric), price */
  readonly elwTheoreticalPrice: number | null;
  /** 괴리율 (dispty_rt), percent */
  readonly disparityRate: number | null;
  /** ELW내재변동성 (elwinnr_vltl), signed */
  readonly elwImpliedVolatility: number | null;
  /** 예상권리가 (exp_rght_pric), price */
  readonly expectedRightPrice: number | null;
  /** ELW손익분기율 (elwpl_qutr_rt), percent */
  readonly elwBreakEvenPointRate: number | null;
  /** ELW행사가 (elwexec_pric), price */
  readonly elwStrikePrice: number | null;
  /** ELW전환비율 (elwcnvt_rt), percent */
  readonly elwConversionRate: number | null;
  /** ELW보상율 (elwcmpn_rt), percent */
  readonly elwCompensationRate: number | null;
  /** ELW가격상승참여율 (elwpric_rising_part_rt), percent */
  readonly elwPriceRisingParticipationRate: number | null;
  /** ELW권리유형 (elwrght_type), code */
  readonly elwRightType: string | null;
  /** ELW잔존일수 (elwsrvive_dys), quantity */
  readonly elwRemainingDays: number | null;
  /** 주식수 (stkcnt), quantity */
  readonly shareCount: number | null;
  /** ELWLP주문가능 (elwlpord_pos), text */
  readonly elwLpOrderPossible: string | null;
  /** LP보유비율 (lpposs_rt), percent */
  readonly lpHoldingRate: number | null;
  /** LP보유수량 (lprmnd_qty), quantity */
  readonly lpHeldQuantity: number | null;
  /** ELW스프레드 (elwspread), signed */
  readonly elwSpread: number | null;
  /** ELW패리티 (elwprty), signed */
  readonly elwParity: number | null;
  /** ELW기어링 (elwgear), signed */
  readonly elwGearing: number | null;
  /** ELW상장일 (elwflo_dt), date */
  readonly elwListedDate: string | null;
  /** ELW최종거래일 (elwfin_trde_dt), date */
  readonly elwLastTradeDate: string | null;
  /** 만기일 (expr_dt), date */
  readonly expiryDate: string | null;
  /** 행사일 (exec_dt), date */
  readonly exerciseDate: string | null;
  /** LP공급종료일 (lpsuply_end_dt), date */
  readonly lpSupplyEndDate: string | null;
  /** ELW지급일 (elwpay_dt), date */
  readonly elwPaymentDate: string | null;
  /** ELW투자지표산출 (elwinvt_ix_comput), text */
  readonly elwInvestmentIndicatorComputation: string | null;
  /** ELW지급대리인 (elwpay_agnt), text */
  readonly elwPaymentAgent: string | null;
  /** ELW결재방법 (elwappr_way), text */
  readonly elwSettlementMethod: string | null;
  /** ELW권리행사방식 (elwrght_exec_way), text */
  readonly elwRightExerciseMethod: string | null;
  /** ELW발행기관 (elwpblicte_orgn), text */
  readonly elwIssuerInstitution: string | null;
  /** 확정지급액 (dcsn_pay_amt), won */
  readonly confirmedPaidAmount: number | null;
  /** KO베리어 (kobarr), signed */
  readonly knockOutBarrier: number | null;
  /** IV (iv), signed */
  readonly impliedVolatility: number | null;
  /** 종기종료ELW발생 (clsprd_end_elwocr), text */
  readonly expiryEndElwOccurrence: string | null;
  /** 기초자산1 (bsis_aset_1), text */
  readonly underlyingAsset1: string | null;
  /** 기초자산구성비율1 (bsis_aset_comp_rt_1), percent */
  readonly underlyingAssetComparisonRate1: number | null;
  /** 기초자산2 (bsis_aset_2), text */
  readonly underlyingAsset2: string | null;
  /** 기초자산구성비율2 (bsis_aset_comp_rt_2), percent */
  readonly underlyingAssetComparisonRate2: number | null;
  /** 기초자산3 (bsis_aset_3), text */
  readonly underlyingAsset3: string | null;
  /** 기초자산구성비율3 (bsis_aset_comp_rt_3), percent */
  readonly underlyingAssetComparisonRate3: number | null;
  /** 기초자산4 (bsis_aset_4), text */
  readonly underlyingAsset4: string | null;
  /** 기초자산구성비율4 (bsis_aset_comp_rt_4), percent */
  readonly underlyingAssetComparisonRate4: number | null;
  /** 기초자산5 (bsis_aset_5), text */
  readonly underlyingAsset5: string | null;
  /** 기초자산구성비율5 (bsis_aset_comp_rt_5), percent */
  readonly underlyingAssetComparisonRate5: number | null;
  /** 평가시작일자 (fr_dt), date */
  readonly fromDate: string | null;
  /** 평가종료일자 (to_dt), date */
  readonly toDate: string | null;
  /** 평가시작시간 (fr_tm), time */
  readonly fromTime: string | null;
  /** 평가종료시간 (evlt_end_tm), time */
  readonly valuationEndTime: string | null;
  /** 평가가격 (evlt_pric), price */
  readonly valuationPrice: number | null;
  /** 평가완료여부 (evlt_fnsh_yn), flag */
  readonly valuationFinishedFlag: boolean | null;
  /** 전체최고가 (all_hgst_pric), price */
  readonly allHighestPrice: number | null;
  /** 전체최저가 (all_lwst_pric), price */
  readonly allLowestPrice: number | null;
  /** 직후최고가 (imaf_hgst_pric), price */
  readonly afterwardsHighestPrice: number | null;
  /** 직후최저가 (imaf_lwst_pric), price */
  readonly afterwardsLowestPrice: number | null;
  /** 후반장최고가 (sndhalf_mrkt_hgst_pric), price */
  readonly secondHalfMarketHighestPrice: number | null;
  /** 후반장최저가 (sndhalf_mrkt_lwst_pric), price */
  readonly secondHalfMarketLowestPrice: number | null;
}
