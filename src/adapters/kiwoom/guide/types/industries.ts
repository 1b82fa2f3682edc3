// Written by scripts/read-guide from the guide; do not edit.
// The APIs of the group industries.

/** ka10010 업종프로그램요청, program trading of an industry: what it is asked with. */
export interface Ka10010Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka10010 업종프로그램요청, program trading of an industry: what it answers. */
export interface Ka10010Answer {
  /** 차익위탁매도수량 (dfrt_trst_sell_qty), quantity */
  readonly arbitrageEntrustedSellQuantity: number | null;
  /** 차익위탁매도금액 (dfrt_trst_sell_amt), won */
  readonly arbitrageEntrustedSellAmount: number | null;
  /** 차익위탁매수수량 (dfrt_trst_buy_qty), quantity */
  readonly arbitrageEntrustedBuyQuantity: number | null;
  /** 차익위탁매수금액 (dfrt_trst_buy_amt), won */
  readonly arbitrageEntrustedBuyAmount: number | null;
  /** 차익위탁순매수수량 (dfrt_trst_netprps_qty), signed */
  readonly arbitrageEntrustedNetBuyQuantity: number | null;
  /** 차익위탁순매수금액 (dfrt_trst_netprps_amt), won */
  readonly arbitrageEntrustedNetBuyAmount: number | null;
  /** 비차익위탁매도수량 (ndiffpro_trst_sell_qty), quantity */
  readonly nonArbitrageEntrustedSellQuantity: number | null;
  /** 비차익위탁매도금액 (ndiffpro_trst_sell_amt), won */
  readonly nonArbitrageEntrustedSellAmount: number | null;
  /** 비차익위탁매수수량 (ndiffpro_trst_buy_qty), quantity */
  readonly nonArbitrageEntrustedBuyQuantity: number | null;
  /** 비차익위탁매수금액 (ndiffpro_trst_buy_amt), won */
  readonly nonArbitrageEntrustedBuyAmount: number | null;
  /** 비차익위탁순매수수량 (ndiffpro_trst_netprps_qty), signed */
  readonly nonArbitrageEntrustedNetBuyQuantity: number | null;
  /** 비차익위탁순매수금액 (ndiffpro_trst_netprps_amt), won */
  readonly nonArbitrageEntrustedNetBuyAmount: number | null;
  /** 전체차익위탁매도수량 (all_dfrt_trst_sell_qty), quantity */
  readonly allArbitrageEntrustedSellQuantity: number | null;
  /** 전체차익위탁매도금액 (all_dfrt_trst_sell_amt), won */
  readonly allArbitrageEntrustedSellAmount: number | null;
  /** 전체차익위탁매수수량 (all_dfrt_trst_buy_qty), quantity */
  readonly allArbitrageEntrustedBuyQuantity: number | null;
  /** 전체차익위탁매수금액 (all_dfrt_trst_buy_amt), won */
  readonly allArbitrageEntrustedBuyAmount: number | null;
  /** 전체차익위탁순매수수량 (all_dfrt_trst_netprps_qty), signed */
  readonly allArbitrageEntrustedNetBuyQuantity: number | null;
  /** 전체차익위탁순매수금액 (all_dfrt_trst_netprps_amt), won */
  readonly allArbitrageEntrustedNetBuyAmount: number | null;
}

/** ka10051 업종별투자자순매수요청, investors by industry: what it is asked with. */
export interface Ka10051Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '0' | '1';
  /** 금액수량구분 (amt_qty_tp), code */
  readonly amountQuantityType: '0' | '1';
  /** 기준일자 (base_dt), date */
  readonly baseDate?: string | number | undefined;
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10051 업종별투자자순매수요청, investors by industry: what it answers. */
export interface Ka10051Answer {
  /** 업종별순매수 (inds_netprps) */
  readonly industryNetBuy: readonly Ka10051AnswerIndustryNetBuy[];
}

/** 업종별순매수 (inds_netprps) of Ka10051Answer. */
export interface Ka10051AnswerIndustryNetBuy {
  /** 업종코드 (inds_cd), code */
  readonly industryCode: string | null;
  /** 업종명 (inds_nm), text */
  readonly industryName: string | null;
  /** 현재가 (cur_prc), index100 */
  readonly currentPrice: number | null;
  /** 대비부호 (pre_smbol), code */
  readonly changeSymbol: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 증권순매수 (sc_netprps), signed */
  readonly securitiesNetBuy: number | null;
  /** 보험순매수 (insrnc_netprps), signed */
  readonly insuranceNetBuy: number | null;
  /** 투신순매수 (invtrt_netprps), signed */
  readonly investmentTrustNetBuy: number | null;
  /** 은행순매수 (bank_netprps), signed */
  readonly bankNetBuy: number | null;
  /** 종신금순매수 (jnsinkm_netprps), signed */
  readonly specialTrustNetBuy: number | null;
  /** 기금순매수 (endw_netprps), signed */
  readonly endowmentNetBuy: number | null;
  /** 기타법인순매수 (etc_corp_netprps), signed */
  readonly otherCorporationNetBuy: number | null;
  /** 개인순매수 (ind_netprps), signed */
  readonly individualNetBuy: number | null;
  /** 외국인순매수 (frgnr_netprps), signed */
  readonly foreignerNetBuy: number | null;
  /** 내국인대우외국인순매수 (native_trmt_frgnr_netprps), signed */
  readonly nativeTreatedForeignerNetBuy: number | null;
  /** 국가순매수 (natn_netprps), signed */
  readonly nationNetBuy: number | null;
  /** 사모펀드순매수 (samo_fund_netprps), signed */
  readonly privateEquityFundNetBuy: number | null;
  /** 기관계순매수 (orgn_netprps), signed */
  readonly institutionNetBuy: number | null;
}

/** ka20001 업종현재가요청, industry index: what it is asked with. */
export interface Ka20001Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '0' | '1' | '2';
  /** 업종코드 (inds_cd), code */
  readonly industryCode: string | number;
}

/** ka20001 업종현재가요청, industry index: what it answers. */
export interface Ka20001Answer {
  /** 현재가 (cur_prc), index */
  readonly currentPrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락률 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
  /** 거래형성종목수 (trde_frmatn_stk_num), quantity */
  readonly tradeFormationStockNumber: number | null;
  /** 거래형성비율 (trde_frmatn_rt), percent */
  readonly tradeFormationRate: number | null;
  /** 시가 (open_pric), index */
  readonly openPrice: number | null;
  /** 고가 (high_pric), index */
  readonly highPrice: number | null;
  /** 저가 (low_pric), index */
  readonly lowPrice: number | null;
  /** 상한 (upl), signed */
  readonly upper: number | null;
  /** 상승 (rising), signed */
  readonly rising: number | null;
  /** 보합 (stdns), signed */
  readonly unchanged: number | null;
  /** 하락 (fall), signed */
  readonly falling: number | null;
  /** 하한 (lst), signed */
  readonly lower: number | null;
  /** 52주최고가 (52wk_hgst_pric), index */
  readonly week52HighestPrice: number | null;
  /** 52주최고가일 (52wk_hgst_pric_dt), date */
  readonly week52HighestPriceDate: string | null;
  /** 52주최고가대비율 (52wk_hgst_pric_pre_rt), percent */
  readonly week52HighestPriceChangeRate: number | null;
  /** 52주최저가 (52wk_lwst_pric), index */
  readonly week52LowestPrice: number | null;
  /** 52주최저가일 (52wk_lwst_pric_dt), date */
  readonly week52LowestPriceDate: string | null;
  /** 52주최저가대비율 (52wk_lwst_pric_pre_rt), percent */
  readonly week52LowestPriceChangeRate: number | null;
  /** 업종현재가_시간별 (inds_cur_prc_tm) */
  readonly industryCurrentPriceTime: readonly Ka20001AnswerIndustryCurrentPriceTime[];
}

/** 업종현재가_시간별 (inds_cur_prc_tm) of Ka20001Answer. */
export interface Ka20001AnswerIndustryCurrentPriceTime {
  /** 시간n (tm_n), time */
  readonly timeN: string | null;
  /** 현재가n (cur_prc_n), index */
  readonly currentPriceN: number | null;
  /** 전일대비기호n (pred_pre_sig_n), code */
  readonly changeSignN: string | null;
  /** 전일대비n (pred_pre_n), signed */
  readonly changeN: number | null;
  /** 등락률n (flu_rt_n), percent */
  readonly changeRateN: number | null;
  /** 거래량n (trde_qty_n), quantity */
  readonly volumeN: number | null;
  /** 누적거래량n (acc_trde_qty_n), quantity */
  readonly cumulativeVolumeN: number | null;
  /** stex_tp, code */
  readonly exchangeType: string | null;
}

/** ka20002 업종별주가요청, stocks of an industry: what it is asked with. */
export interface Ka20002Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '0' | '1' | '2';
  /** 업종코드 (inds_cd), code */
  readonly industryCode: string | number;
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka20002 업종별주가요청, stocks of an industry: what it answers. */
export interface Ka20002Answer {
  /** 업종별주가 (inds_stkpc) */
  readonly industryStockPrice: readonly Ka20002AnswerIndustryStockPrice[];
}

/** 업종별주가 (inds_stkpc) of Ka20002Answer. */
export interface Ka20002AnswerIndustryStockPrice {
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
  /** 매도호가 (sel_bid), price */
  readonly askPrice: number | null;
  /** 매수호가 (buy_bid), price */
  readonly bidPrice: number | null;
  /** 시가 (open_pric), price */
  readonly openPrice: number | null;
  /** 고가 (high_pric), price */
  readonly highPrice: number | null;
  /** 저가 (low_pric), price */
  readonly lowPrice: number | null;
}

/** ka20003 전업종지수요청, all industry indexes: what it is asked with. */
export interface Ka20003Request {
  /** 업종코드 (inds_cd), code */
  readonly industryCode: '101' | '001';
}

/** ka20003 전업종지수요청, all industry indexes: what it answers. */
export interface Ka20003Answer {
  /** 전업종지수 (all_inds_idex) */
  readonly allIndustryIndex: readonly Ka20003AnswerAllIndustryIndex[];
}

/** 전업종지수 (all_inds_idex) of Ka20003Answer. */
export interface Ka20003AnswerAllIndustryIndex {
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
  /** 등락률 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 비중 (wght), percent */
  readonly weight: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
  /** 상한 (upl), signed */
  readonly upper: number | null;
  /** 상승 (rising), signed */
  readonly rising: number | null;
  /** 보합 (stdns), signed */
  readonly unchanged: number | null;
  /** 하락 (fall), signed */
  readonly falling: number | null;
  /** 하한 (lst), signed */
  readonly lower: number | null;
  /** 상장종목수 (flo_stk_num), quantity */
  readonly listedStockNumber: number | null;
}

/** ka20009 업종현재가일별요청, industry index by day: what it is asked with. */
export interface Ka20009Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '0' | '1' | '2';
  /** 업종코드 (inds_cd), code */
  readonly industryCode: string | number;
}

/** ka20009 업종현재가일별요청, industry index by day: what it answers. */
export interface Ka20009Answer {
  /** 현재가 (cur_prc), index */
  readonly currentPrice: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락률 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
  /** 거래형성종목수 (trde_frmatn_stk_num), quantity */
  readonly tradeFormationStockNumber: number | null;
  /** 거래형성비율 (trde_frmatn_rt), percent */
  readonly tradeFormationRate: number | null;
  /** 시가 (open_pric), index */
  readonly openPrice: number | null;
  /** 고가 (high_pric), index */
  readonly highPrice: number | null;
  /** 저가 (low_pric), index */
  readonly lowPrice: number | null;
  /** 상한 (upl), signed */
  readonly upper: number | null;
  /** 상승 (rising), signed */
  readonly rising: number | null;
  /** 보합 (stdns), signed */
  readonly unchanged: number | null;
  /** 하락 (fall), signed */
  readonly falling: number | null;
  /** 하한 (lst), signed */
  readonly lower: number | null;
  /** 52주최고가 (52wk_hgst_pric), index */
  readonly week52HighestPrice: number | null;
  /** 52주최고가일 (52wk_hgst_pric_dt), date */
  readonly week52HighestPriceDate: string | null;
  /** 52주최고가대비율 (52wk_hgst_pric_pre_rt), percent */
  readonly week52HighestPriceChangeRate: number | null;
  /** 52주최저가 (52wk_lwst_pric), index */
  readonly week52LowestPrice: number | null;
  /** 52주최저가일 (52wk_lwst_pric_dt), date */
  readonly week52LowestPriceDate: string | null;
  /** 52주최저가대비율 (52wk_lwst_pric_pre_rt), percent */
  readonly week52LowestPriceChangeRate: number | null;
  /** 업종현재가_일별반복 (inds_cur_prc_daly_rept) */
  readonly industryCurrentPriceDailyRepeated: readonly Ka20009AnswerIndustryCurrentPriceDailyRepeated[];
}

/** 업종현재가_일별반복 (inds_cur_prc_daly_rept) of Ka20009Answer. */
export interface Ka20009AnswerIndustryCurrentPriceDailyRepeated {
  /** 일자n (dt_n), signed */
  readonly dateN: number | null;
  /** 현재가n (cur_prc_n), index */
  readonly currentPriceN: number | null;
  /** 전일대비기호n (pred_pre_sig_n), code */
  readonly changeSignN: string | null;
  /** 전일대비n (pred_pre_n), signed */
  readonly changeN: number | null;
  /** 등락률n (flu_rt_n), percent */
  readonly changeRateN: number | null;
  /** 누적거래량n (acc_trde_qty_n), quantity */
  readonly cumulativeVolumeN: number | null;
}
