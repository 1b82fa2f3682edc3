// Written by scripts/read-guide from the guide; do not edit.
// The APIs of the group charts.

/** ka10060 종목별투자자기관별차트요청, investor chart of a stock: what it is asked with. */
export interface Ka10060Request {
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

/** ka10060 종목별투자자기관별차트요청, investor chart of a stock: what it answers. */
export interface Ka10060Answer {
  /** 종목별투자자기관별차트 (stk_invsr_orgn_chart) */
  readonly stockInvestorInstitutionChart: readonly Ka10060AnswerStockInvestorInstitutionChart[];
}

/** 종목별투자자기관별차트 (stk_invsr_orgn_chart) of Ka10060Answer. */
export interface Ka10060AnswerStockInvestorInstitutionChart {
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
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

/** ka10064 장중투자자별매매차트요청, investor chart during the session: what it is asked with. */
export interface Ka10064Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 금액수량구분 (amt_qty_tp), code */
  readonly amountQuantityType: '1' | '2';
  /** 매매구분 (trde_tp), code */
  readonly tradeType: '0' | '1' | '2';
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka10064 장중투자자별매매차트요청, investor chart during the session: what it answers. */
export interface Ka10064Answer {
  /** 장중투자자별매매차트 (opmr_invsr_trde_chart) */
  readonly intradayInvestorsChart: readonly Ka10064AnswerIntradayInvestorsChart[];
}

/** 장중투자자별매매차트 (opmr_invsr_trde_chart) of Ka10064Answer. */
export interface Ka10064AnswerIntradayInvestorsChart {
  /** 시간 (tm), time */
  readonly time: string | null;
  /** 외국인투자자 (frgnr_invsr), signed */
  readonly foreignerInvestor: number | null;
  /** 기관계 (orgn), signed */
  readonly institution: number | null;
  /** 투신 (invtrt), signed */
  readonly investmentTrust: number | null;
  /** 보험 (insrnc), signed */
  readonly insurance: number | null;
  /** 은행 (bank), signed */
  readonly bank: number | null;
  /** 연기금등 (penfnd_etc), signed */
  readonly pensionFundOther: number | null;
  /** 기타법인 (etc_corp), signed */
  readonly otherCorporation: number | null;
  /** 국가 (natn), signed */
  readonly nation: number | null;
}

/** ka10079 주식틱차트조회요청, tick chart: what it is asked with. */
export interface Ka10079Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 틱범위 (tic_scope), signed */
  readonly tickScope: '1' | '3' | '5' | '10' | '30';
  /** 수정주가구분 (upd_stkpc_tp), code */
  readonly adjustedStockPriceType: '0' | '1';
}

/** ka10079 주식틱차트조회요청, tick chart: what it answers. */
export interface Ka10079Answer {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 마지막틱갯수 (last_tic_cnt), quantity */
  readonly lastTickCount: number | null;
  /** 주식틱차트조회 (stk_tic_chart_qry) */
  readonly tickBars: readonly Ka10079AnswerTickBars[];
}

/** 주식틱차트조회 (stk_tic_chart_qry) of Ka10079Answer. */
export interface Ka10079AnswerTickBars {
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 체결시간 (cntr_tm), datetime */
  readonly tradeTime: number | null;
  /** 시가 (open_pric), price */
  readonly openPrice: number | null;
  /** 고가 (high_pric), price */
  readonly highPrice: number | null;
  /** 저가 (low_pric), price */
  readonly lowPrice: number | null;
  /** 수정주가구분 (upd_stkpc_tp), code */
  readonly adjustedStockPriceType: string | null;
  /** 수정비율 (upd_rt), percent */
  readonly adjustedRate: number | null;
  /** 대업종구분 (bic_inds_tp), code */
  readonly majorIndustryType: string | null;
  /** 소업종구분 (sm_inds_tp), code */
  readonly minorIndustryType: string | null;
  /** 종목정보 (stk_infr), text */
  readonly stockInfo: string | null;
  /** 수정주가이벤트 (upd_stkpc_event), text */
  readonly adjustedStockPriceEvent: string | null;
  /** 전일종가 (pred_close_pric), price */
  readonly previousClosePrice: number | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
}

/** ka10080 주식분봉차트조회요청, minute chart: what it is asked with. */
export interface Ka10080Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 틱범위 (tic_scope), signed */
  readonly tickScope: '1' | '3' | '5' | '10' | '15' | '30' | '45' | '60';
  /** 수정주가구분 (upd_stkpc_tp), code */
  readonly adjustedStockPriceType: '0' | '1';
}

/** ka10080 주식분봉차트조회요청, minute chart: what it answers. */
export interface Ka10080Answer {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 주식분봉차트조회 (stk_min_pole_chart_qry) */
  readonly minuteBars: readonly Ka10080AnswerMinuteBars[];
}

/** 주식분봉차트조회 (stk_min_pole_chart_qry) of Ka10080Answer. */
export interface Ka10080AnswerMinuteBars {
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 체결시간 (cntr_tm), datetime */
  readonly tradeTime: number | null;
  /** 시가 (open_pric), price */
  readonly openPrice: number | null;
  /** 고가 (high_pric), price */
  readonly highPrice: number | null;
  /** 저가 (low_pric), price */
  readonly lowPrice: number | null;
  /** 수정주가구분 (upd_stkpc_tp), code */
  readonly adjustedStockPriceType: string | null;
  /** 수정비율 (upd_rt), percent */
  readonly adjustedRate: number | null;
  /** 대업종구분 (bic_inds_tp), code */
  readonly majorIndustryType: string | null;
  /** 소업종구분 (sm_inds_tp), code */
  readonly minorIndustryType: string | null;
  /** 종목정보 (stk_infr), text */
  readonly stockInfo: string | null;
  /** 수정주가이벤트 (upd_stkpc_event), text */
  readonly adjustedStockPriceEvent: string | null;
  /** 전일종가 (pred_close_pric), price */
  readonly previousClosePrice: number | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 누적거래량 (acc_trde_qty), quantity */
  readonly cumulativeVolume: number | null;
}

/** ka10081 주식일봉차트조회요청, daily chart: what it is asked with. */
export interface Ka10081Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 기준일자 (base_dt), date */
  readonly baseDate: string | number;
  /** 수정주가구분 (upd_stkpc_tp), code */
  readonly adjustedStockPriceType: '0' | '1';
}

/** ka10081 주식일봉차트조회요청, daily chart: what it answers. */
export interface Ka10081Answer {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 주식일봉차트조회 (stk_dt_pole_chart_qry) */
  readonly dailyBars: readonly Ka10081AnswerDailyBars[];
}

/** 주식일봉차트조회 (stk_dt_pole_chart_qry) of Ka10081Answer. */
export interface Ka10081AnswerDailyBars {
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 시가 (open_pric), price */
  readonly openPrice: number | null;
  /** 고가 (high_pric), price */
  readonly highPrice: number | null;
  /** 저가 (low_pric), price */
  readonly lowPrice: number | null;
  /** 수정주가구분 (upd_stkpc_tp), code */
  readonly adjustedStockPriceType: string | null;
  /** 수정비율 (upd_rt), percent */
  readonly adjustedRate: number | null;
  /** 대업종구분 (bic_inds_tp), code */
  readonly majorIndustryType: string | null;
  /** 소업종구분 (sm_inds_tp), code */
  readonly minorIndustryType: string | null;
  /** 종목정보 (stk_infr), text */
  readonly stockInfo: string | null;
  /** 수정주가이벤트 (upd_stkpc_event), text */
  readonly adjustedStockPriceEvent: string | null;
  /** 전일종가 (pred_close_pric), price */
  readonly previousClosePrice: number | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 거래회전율 (trde_tern_rt), percent */
  readonly tradeTurnoverRate: number | null;
}

/** ka10082 주식주봉차트조회요청, weekly chart: what it is asked with. */
export interface Ka10082Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 기준일자 (base_dt), date */
  readonly baseDate: string | number;
  /** 수정주가구분 (upd_stkpc_tp), code */
  readonly adjustedStockPriceType: '0' | '1';
}

/** ka10082 주식주봉차트조회요청, weekly chart: what it answers. */
export interface Ka10082Answer {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 주식주봉차트조회 (stk_stk_pole_chart_qry) */
  readonly weeklyBars: readonly Ka10082AnswerWeeklyBars[];
}

/** 주식주봉차트조회 (stk_stk_pole_chart_qry) of Ka10082Answer. */
export interface Ka10082AnswerWeeklyBars {
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 시가 (open_pric), price */
  readonly openPrice: number | null;
  /** 고가 (high_pric), price */
  readonly highPrice: number | null;
  /** 저가 (low_pric), price */
  readonly lowPrice: number | null;
  /** 수정주가구분 (upd_stkpc_tp), code */
  readonly adjustedStockPriceType: string | null;
  /** 수정비율 (upd_rt), percent */
  readonly adjustedRate: number | null;
  /** 대업종구분 (bic_inds_tp), code */
  readonly majorIndustryType: string | null;
  /** 소업종구분 (sm_inds_tp), code */
  readonly minorIndustryType: string | null;
  /** 종목정보 (stk_infr), text */
  readonly stockInfo: string | null;
  /** 수정주가이벤트 (upd_stkpc_event), text */
  readonly adjustedStockPriceEvent: string | null;
  /** 전일종가 (pred_close_pric), price */
  readonly previousClosePrice: number | null;
}

/** ka10083 주식월봉차트조회요청, monthly chart: what it is asked with. */
export interface Ka10083Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 기준일자 (base_dt), date */
  readonly baseDate: string | number;
  /** 수정주가구분 (upd_stkpc_tp), code */
  readonly adjustedStockPriceType: '0' | '1';
}

/** ka10083 주식월봉차트조회요청, monthly chart: what it answers. */
export interface Ka10083Answer {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 주식월봉차트조회 (stk_mth_pole_chart_qry) */
  readonly monthlyBars: readonly Ka10083AnswerMonthlyBars[];
}

/** 주식월봉차트조회 (stk_mth_pole_chart_qry) of Ka10083Answer. */
export interface Ka10083AnswerMonthlyBars {
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 시가 (open_pric), price */
  readonly openPrice: number | null;
  /** 고가 (high_pric), price */
  readonly highPrice: number | null;
  /** 저가 (low_pric), price */
  readonly lowPrice: number | null;
  /** 수정주가구분 (upd_stkpc_tp), code */
  readonly adjustedStockPriceType: string | null;
  /** 수정비율 (upd_rt), percent */
  readonly adjustedRate: number | null;
  /** 대업종구분 (bic_inds_tp), code */
  readonly majorIndustryType: string | null;
  /** 소업종구분 (sm_inds_tp), code */
  readonly minorIndustryType: string | null;
  /** 종목정보 (stk_infr), text */
  readonly stockInfo: string | null;
  /** 수정주가이벤트 (upd_stkpc_event), text */
  readonly adjustedStockPriceEvent: string | null;
  /** 전일종가 (pred_close_pric), price */
  readonly previousClosePrice: number | null;
}

/** ka10094 주식년봉차트조회요청, yearly chart: what it is asked with. */
export interface Ka10094Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 기준일자 (base_dt), date */
  readonly baseDate: string | number;
  /** 수정주가구분 (upd_stkpc_tp), code */
  readonly adjustedStockPriceType: '0' | '1';
}

/** ka10094 주식년봉차트조회요청, yearly chart: what it answers. */
export interface Ka10094Answer {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 주식년봉차트조회 (stk_yr_pole_chart_qry) */
  readonly yearlyBars: readonly Ka10094AnswerYearlyBars[];
}

/** 주식년봉차트조회 (stk_yr_pole_chart_qry) of Ka10094Answer. */
export interface Ka10094AnswerYearlyBars {
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 시가 (open_pric), price */
  readonly openPrice: number | null;
  /** 고가 (high_pric), price */
  readonly highPrice: number | null;
  /** 저가 (low_pric), price */
  readonly lowPrice: number | null;
  /** 수정주가구분 (upd_stkpc_tp), code */
  readonly adjustedStockPriceType: string | null;
  /** 수정비율 (upd_rt), percent */
  readonly adjustedRate: number | null;
  /** 대업종구분 (bic_inds_tp), code */
  readonly majorIndustryType: string | null;
  /** 소업종구분 (sm_inds_tp), code */
  readonly minorIndustryType: string | null;
  /** 종목정보 (stk_infr), text */
  readonly stockInfo: string | null;
  /** 수정주가이벤트 (upd_stkpc_event), text */
  readonly adjustedStockPriceEvent: string | null;
  /** 전일종가 (pred_close_pric), price */
  readonly previousClosePrice: number | null;
}

/** ka20004 업종틱차트조회요청, industry tick chart: what it is asked with. */
export interface Ka20004Request {
  /** 업종코드 (inds_cd), code */
  readonly industryCode: string | number;
  /** 틱범위 (tic_scope), signed */
  readonly tickScope: '1' | '3' | '5' | '10' | '30';
}

/** ka20004 업종틱차트조회요청, industry tick chart: what it answers. */
export interface Ka20004Answer {
  /** 업종코드 (inds_cd), code */
  readonly industryCode: string | null;
  /** 업종틱차트조회 (inds_tic_chart_qry) */
  readonly tickBars: readonly Ka20004AnswerTickBars[];
}

/** 업종틱차트조회 (inds_tic_chart_qry) of Ka20004Answer. */
export interface Ka20004AnswerTickBars {
  /** 현재가 (cur_prc), index100 */
  readonly currentPrice: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 체결시간 (cntr_tm), datetime */
  readonly tradeTime: number | null;
  /** 시가 (open_pric), index100 */
  readonly openPrice: number | null;
  /** 고가 (high_pric), index100 */
  readonly highPrice: number | null;
  /** 저가 (low_pric), index100 */
  readonly lowPrice: number | null;
  /** 대업종구분 (bic_inds_tp), code */
  readonly majorIndustryType: string | null;
  /** 소업종구분 (sm_inds_tp), code */
  readonly minorIndustryType: string | null;
  /** 종목정보 (stk_infr), text */
  readonly stockInfo: string | null;
  /** 전일종가 (pred_close_pric), price */
  readonly previousClosePrice: number | null;
}

/** ka20005 업종분봉조회요청, industry minute chart: what it is asked with. */
export interface Ka20005Request {
  /** 업종코드 (inds_cd), code */
  readonly industryCode: string | number;
  /** 틱범위 (tic_scope), signed */
  readonly tickScope: '1' | '3' | '5' | '10' | '30';
}

/** ka20005 업종분봉조회요청, industry minute chart: what it answers. */
export interface Ka20005Answer {
  /** 업종코드 (inds_cd), code */
  readonly industryCode: string | null;
  /** 업종분봉조회 (inds_min_pole_qry) */
  readonly minuteBars: readonly Ka20005AnswerMinuteBars[];
}

/** 업종분봉조회 (inds_min_pole_qry) of Ka20005Answer. */
export interface Ka20005AnswerMinuteBars {
  /** 현재가 (cur_prc), index100 */
  readonly currentPrice: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 체결시간 (cntr_tm), datetime */
  readonly tradeTime: number | null;
  /** 시가 (open_pric), index100 */
  readonly openPrice: number | null;
  /** 고가 (high_pric), index100 */
  readonly highPrice: number | null;
  /** 저가 (low_pric), index100 */
  readonly lowPrice: number | null;
  /** 대업종구분 (bic_inds_tp), code */
  readonly majorIndustryType: string | null;
  /** 소업종구분 (sm_inds_tp), code */
  readonly minorIndustryType: string | null;
  /** 종목정보 (stk_infr), text */
  readonly stockInfo: string | null;
  /** 전일종가 (pred_close_pric), price */
  readonly previousClosePrice: number | null;
}

/** ka20006 업종일봉조회요청, industry daily chart: what it is asked with. */
export interface Ka20006Request {
  /** 업종코드 (inds_cd), code */
  readonly industryCode: string | number;
  /** 기준일자 (base_dt), date */
  readonly baseDate: string | number;
}

/** ka20006 업종일봉조회요청, industry daily chart: what it answers. */
export interface Ka20006Answer {
  /** 업종코드 (inds_cd), code */
  readonly industryCode: string | null;
  /** 업종일봉조회 (inds_dt_pole_qry) */
  readonly dailyBars: readonly Ka20006AnswerDailyBars[];
}

/** 업종일봉조회 (inds_dt_pole_qry) of Ka20006Answer. */
export interface Ka20006AnswerDailyBars {
  /** 현재가 (cur_prc), index100 */
  readonly currentPrice: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 시가 (open_pric), index100 */
  readonly openPrice: number | null;
  /** 고가 (high_pric), index100 */
  readonly highPrice: number | null;
  /** 저가 (low_pric), index100 */
  readonly lowPrice: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
  /** 대업종구분 (bic_inds_tp), code */
  readonly majorIndustryType: string | null;
  /** 소업종구분 (sm_inds_tp), code */
  readonly minorIndustryType: string | null;
  /** 종목정보 (stk_infr), text */
  readonly stockInfo: string | null;
  /** 전일종가 (pred_close_pric), price */
  readonly previousClosePrice: number | null;
}

/** ka20007 업종주봉조회요청, industry weekly chart: what it is asked with. */
export interface Ka20007Request {
  /** 업종코드 (inds_cd), code */
  readonly industryCode: string | number;
  /** 기준일자 (base_dt), date */
  readonly baseDate: string | number;
}

/** ka20007 업종주봉조회요청, industry weekly chart: what it answers. */
export interface Ka20007Answer {
  /** 업종코드 (inds_cd), code */
  readonly industryCode: string | null;
  /** 업종주봉조회 (inds_stk_pole_qry) */
  readonly weeklyBars: readonly Ka20007AnswerWeeklyBars[];
}

/** 업종주봉조회 (inds_stk_pole_qry) of Ka20007Answer. */
export interface Ka20007AnswerWeeklyBars {
  /** 현재가 (cur_prc), index100 */
  readonly currentPrice: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 시가 (open_pric), index100 */
  readonly openPrice: number | null;
  /** 고가 (high_pric), index100 */
  readonly highPrice: number | null;
  /** 저가 (low_pric), index100 */
  readonly lowPrice: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
  /** 대업종구분 (bic_inds_tp), code */
  readonly majorIndustryType: string | null;
  /** 소업종구분 (sm_inds_tp), code */
  readonly minorIndustryType: string | null;
  /** 종목정보 (stk_infr), text */
  readonly stockInfo: string | null;
  /** 전일종가 (pred_close_pric), price */
  readonly previousClosePrice: number | null;
}

/** ka20008 업종월봉조회요청, industry monthly chart: what it is asked with. */
export interface Ka20008Request {
  /** 업종코드 (inds_cd), code */
  readonly industryCode: string | number;
  /** 기준일자 (base_dt), date */
  readonly baseDate: string | number;
}

/** ka20008 업종월봉조회요청, industry monthly chart: what it answers. */
export interface Ka20008Answer {
  /** 업종코드 (inds_cd), code */
  readonly industryCode: string | null;
  /** 업종월봉조회 (inds_mth_pole_qry) */
  readonly monthlyBars: readonly Ka20008AnswerMonthlyBars[];
}

/** 업종월봉조회 (inds_mth_pole_qry) of Ka20008Answer. */
export interface Ka20008AnswerMonthlyBars {
  /** 현재가 (cur_prc), index100 */
  readonly currentPrice: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 시가 (open_pric), index100 */
  readonly openPrice: number | null;
  /** 고가 (high_pric), index100 */
  readonly highPrice: number | null;
  /** 저가 (low_pric), index100 */
  readonly lowPrice: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
  /** 대업종구분 (bic_inds_tp), code */
  readonly majorIndustryType: string | null;
  /** 소업종구분 (sm_inds_tp), code */
  readonly minorIndustryType: string | null;
  /** 종목정보 (stk_infr), text */
  readonly stockInfo: string | null;
  /** 전일종가 (pred_close_pric), price */
  readonly previousClosePrice: number | null;
}

/** ka20019 업종년봉조회요청, industry yearly chart: what it is asked with. */
export interface Ka20019Request {
  /** 업종코드 (inds_cd), code */
  readonly industryCode: string | number;
  /** 기준일자 (base_dt), date */
  readonly baseDate: string | number;
}

/** ka20019 업종년봉조회요청, industry yearly chart: what it answers. */
export interface Ka20019Answer {
  /** 업종코드 (inds_cd), code */
  readonly industryCode: string | null;
  /** 업종년봉조회 (inds_yr_pole_qry) */
  readonly yearlyBars: readonly Ka20019AnswerYearlyBars[];
}

/** 업종년봉조회 (inds_yr_pole_qry) of Ka20019Answer. */
export interface Ka20019AnswerYearlyBars {
  /** 현재가 (cur_prc), index100 */
  readonly currentPrice: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 시가 (open_pric), index100 */
  readonly openPrice: number | null;
  /** 고가 (high_pric), index100 */
  readonly highPrice: number | null;
  /** 저가 (low_pric), index100 */
  readonly lowPrice: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
  /** 대업종구분 (bic_inds_tp), code */
  readonly majorIndustryType: string | null;
  /** 소업종구분 (sm_inds_tp), code */
  readonly minorIndustryType: string | null;
  /** 종목정보 (stk_infr), text */
  readonly stockInfo: string | null;
  /** 전일종가 (pred_close_pric), price */
  readonly previousClosePrice: number | null;
}
