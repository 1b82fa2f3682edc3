// Written by scripts/read-guide from the guide; do not edit.
// The APIs of the group institutions.

/** ka10008 주식외국인종목별매매동향, foreign ownership by day: what it is asked with. */
export interface Ka10008Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka10008 주식외국인종목별매매동향, foreign ownership by day: what it answers. */
export interface Ka10008Answer {
  /** 주식외국인 (stk_frgnr) */
  readonly stockForeigner: readonly Ka10008AnswerStockForeigner[];
}

/** 주식외국인 (stk_frgnr) of Ka10008Answer. */
export interface Ka10008AnswerStockForeigner {
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 종가 (close_pric), price */
  readonly closePrice: number | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 변동수량 (chg_qty), signed */
  readonly changeQuantity: number | null;
  /** 보유주식수 (poss_stkcnt), quantity */
  readonly heldShareCount: number | null;
  /** 비중 (wght), percent */
  readonly weight: number | null;
  /** 취득가능주식수 (gain_pos_stkcnt), quantity */
  readonly obtainablePossibleShareCount: number | null;
  /** 외국인한도 (frgnr_limit), signed */
  readonly foreignerLimit: number | null;
  /** 외국인한도증감 (frgnr_limit_irds), signed */
  readonly foreignerLimitChange: number | null;
  /** 한도소진률 (limit_exh_rt), percent */
  readonly limitExhaustionRate: number | null;
}

/** ka10009 주식기관요청, institutions of a stock: what it is asked with. */
export interface Ka10009Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka10009 주식기관요청, institutions of a stock: what it answers. */
export interface Ka10009Answer {
  /** 날짜 (date), date */
  readonly date: string | null;
  /** 종가 (close_pric), price */
  readonly closePrice: number | null;
  /** 대비 (pre), signed */
  readonly change: number | null;
  /** 기관기간누적 (orgn_dt_acc), signed */
  readonly institutionDateCumulative: number | null;
  /** 기관일별순매매 (orgn_daly_nettrde), signed */
  readonly institutionDailyNetTrade: number | null;
  /** 외국인일별순매매 (frgnr_daly_nettrde), signed */
  readonly foreignerDailyNetTrade: number | null;
  /** 외국인지분율 (frgnr_qota_rt), percent */
  readonly foreignerQuotaRate: number | null;
}

/** ka10131 기관외국인연속매매현황요청, institutions and foreigners in a row: what it is asked with. */
export interface Ka10131Request {
  /** 기간 (dt), text */
  readonly date: '0' | '1' | '3' | '5' | '10' | '20' | '120';
  /** 시작일자 (strt_dt), date */
  readonly startDate?: string | number | undefined;
  /** 종료일자 (end_dt), date */
  readonly endDate?: string | number | undefined;
  /** 장구분 (mrkt_tp), code */
  readonly marketType: '101' | '001';
  /** 순매도수구분 (netslmt_tp), code */
  readonly netSellType: '2';
  /** 종목업종구분 (stk_inds_tp), code */
  readonly stockIndustryType: '0' | '1';
  /** 금액수량구분 (amt_qty_tp), code */
  readonly amountQuantityType: '0' | '1';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10131 기관외국인연속매매현황요청, institutions and foreigners in a row: what it answers. */
export interface Ka10131Answer {
  /** 기관외국인연속매매현황 (orgn_frgnr_cont_trde_prst) */
  readonly institutionForeignerConsecutiveTradeStatus: readonly Ka10131AnswerInstitutionForeignerConsecutiveTradeStatus[];
}

/** 기관외국인연속매매현황 (orgn_frgnr_cont_trde_prst) of Ka10131Answer. */
export interface Ka10131AnswerInstitutionForeignerConsecutiveTradeStatus {
  /** 순위 (rank), quantity */
  readonly rank: number | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 기간중주가등락률 (prid_stkpc_flu_rt), percent */
  readonly periodStockPriceChangeRate: number | null;
  /** 기관순매매금액 (orgn_nettrde_amt), signed */
  readonly institutionNetTradeAmount: number | null;
  /** 기관순매매량 (orgn_nettrde_qty), signed */
  readonly institutionNetTradeQuantity: number | null;
  /** 기관계연속순매수일수 (orgn_cont_netprps_dys), signed */
  readonly institutionConsecutiveNetBuyDays: number | null;
  /** 기관계연속순매수량 (orgn_cont_netprps_qty), signed */
  readonly institutionConsecutiveNetBuyQuantity: number | null;
  /** 기관계연속순매수금액 (orgn_cont_netprps_amt), won */
  readonly institutionConsecutiveNetBuyAmount: number | null;
  /** 외국인순매매량 (frgnr_nettrde_qty), signed */
  readonly foreignerNetTradeQuantity: number | null;
  /** 외국인순매매액 (frgnr_nettrde_amt), signed */
  readonly foreignerNetTradeAmount: number | null;
  /** 외국인연속순매수일수 (frgnr_cont_netprps_dys), signed */
  readonly foreignerConsecutiveNetBuyDays: number | null;
  /** 외국인연속순매수량 (frgnr_cont_netprps_qty), signed */
  readonly foreignerConsecutiveNetBuyQuantity: number | null;
  /** 외국인연속순매수금액 (frgnr_cont_netprps_amt), won */
  readonly foreignerConsecutiveNetBuyAmount: number | null;
  /** 순매매량 (nettrde_qty), signed */
  readonly netTradeQuantity: number | null;
  /** 순매매액 (nettrde_amt), signed */
  readonly netTradeAmount: number | null;
  /** 합계연속순매수일수 (tot_cont_netprps_dys), signed */
  readonly totalConsecutiveNetBuyDays: number | null;
  /** 합계연속순매매수량 (tot_cont_nettrde_qty), signed */
  readonly totalConsecutiveNetTradeQuantity: number | null;
  /** 합계연속순매수금액 (tot_cont_netprps_amt), won */
  readonly totalConsecutiveNetBuyAmount: number | null;
}
