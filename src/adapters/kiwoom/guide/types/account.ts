// Written by scripts/read-guide from the guide; do not edit.
// The APIs of the group account.

/** ka01690 일별잔고수익률, return on holdings of a day: what it is asked with. */
export interface Ka01690Request {
  /** 조회일자 (qry_dt), date */
  readonly queryDate: string | number;
}

/** ka01690 일별잔고수익률, return on holdings of a day: what it answers. */
export interface Ka01690Answer {
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 총 매입가 (tot_buy_amt), won */
  readonly totalBuyAmount: number | null;
  /** 총 평가금액 (tot_evlt_amt), won */
  readonly totalValuationAmount: number | null;
  /** 총 평가손익 (tot_evltv_prft), won */
  readonly totalValuationProfit: number | null;
  /** 수익률 (tot_prft_rt), percent */
  readonly totalProfitRate: number | null;
  /** 예수금 (dbst_bal), won */
  readonly depositBalance: number | null;
  /** 추정자산 (day_stk_asst), won */
  readonly dailyStockAssets: number | null;
  /** 현금비중 (buy_wght), percent */
  readonly buyWeight: number | null;
  /** 일별잔고수익률 (day_bal_rt) */
  readonly dailyBalanceRate: readonly Ka01690AnswerDailyBalanceRate[];
}

/** 일별잔고수익률 (day_bal_rt) of Ka01690Answer. */
export interface Ka01690AnswerDailyBalanceRate {
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 보유 수량 (rmnd_qty), quantity */
  readonly heldQuantity: number | null;
  /** 매입 단가 (buy_uv), price */
  readonly buyUnitPrice: number | null;
  /** 매수비중 (buy_wght), percent */
  readonly buyWeight: number | null;
  /** 평가손익 (evltv_prft), won */
  readonly valuationProfit: number | null;
  /** 수익률 (prft_rt), percent */
  readonly profitRate: number | null;
  /** 평가금액 (evlt_amt), won */
  readonly valuationAmount: number | null;
  /** 평가비중 (evlt_wght), percent */
  readonly valuationWeight: number | null;
}

/** ka10072 일자별종목별실현손익요청_일자, realised profit by stock of a day: what it is asked with. */
export interface Ka10072Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 시작일자 (strt_dt), date */
  readonly startDate: string | number;
}

/** ka10072 일자별종목별실현손익요청_일자, realised profit by stock of a day: what it answers. */
export interface Ka10072Answer {
  /** 일자별종목별실현손익 (dt_stk_div_rlzt_pl) */
  readonly dateStockSeparateRealisedProfitLoss: readonly Ka10072AnswerDateStockSeparateRealisedProfitLoss[];
}

/** 일자별종목별실현손익 (dt_stk_div_rlzt_pl) of Ka10072Answer. */
export interface Ka10072AnswerDateStockSeparateRealisedProfitLoss {
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 체결량 (cntr_qty), quantity */
  readonly tradeQuantity: number | null;
  /** 매입단가 (buy_uv), index */
  readonly buyUnitPrice: number | null;
  /** 체결가 (cntr_pric), price */
  readonly tradePrice: number | null;
  /** 당일매도손익 (tdy_sel_pl), signed */
  readonly todaySellProfitLoss: number | null;
  /** 손익율 (pl_rt), percent */
  readonly profitLossRate: number | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 당일매매수수료 (tdy_trde_cmsn), won */
  readonly todayTradeCommission: number | null;
  /** 당일매매세금 (tdy_trde_tax), won */
  readonly todayTradeTax: number | null;
  /** 인출가능금액 (wthd_alowa), won */
  readonly withdrawableAmount: number | null;
  /** 대출일 (loan_dt), date */
  readonly loanDate: string | null;
  /** 신용구분 (crd_tp), code */
  readonly creditType: string | null;
  /** 종목코드1 (stk_cd_1), code */
  readonly stockCode1: string | null;
  /** 당일매도손익1 (tdy_sel_pl_1), signed */
  readonly todaySellProfitLoss1: number | null;
}

/** ka10073 일자별종목별실현손익요청_기간, realised profit by stock of a period: what it is asked with. */
export interface Ka10073Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 시작일자 (strt_dt), date */
  readonly startDate: string | number;
  /** 종료일자 (end_dt), date */
  readonly endDate: string | number;
}

/** ka10073 일자별종목별실현손익요청_기간, realised profit by stock of a period: what it answers. */
export interface Ka10073Answer {
  /** 일자별종목별실현손익 (dt_stk_rlzt_pl) */
  readonly dateStockRealisedProfitLoss: readonly Ka10073AnswerDateStockRealisedProfitLoss[];
}

/** 일자별종목별실현손익 (dt_stk_rlzt_pl) of Ka10073Answer. */
export interface Ka10073AnswerDateStockRealisedProfitLoss {
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 당일hts매도수수료 (tdy_htssel_cmsn), text */
  readonly todayHtsSellCommission: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 체결량 (cntr_qty), quantity */
  readonly tradeQuantity: number | null;
  /** 매입단가 (buy_uv), index */
  readonly buyUnitPrice: number | null;
  /** 체결가 (cntr_pric), price */
  readonly tradePrice: number | null;
  /** 당일매도손익 (tdy_sel_pl), signed */
  readonly todaySellProfitLoss: number | null;
  /** 손익율 (pl_rt), percent */
  readonly profitLossRate: number | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 당일매매수수료 (tdy_trde_cmsn), won */
  readonly todayTradeCommission: number | null;
  /** 당일매매세금 (tdy_trde_tax), won */
  readonly todayTradeTax: number | null;
  /** 인출가능금액 (wthd_alowa), won */
  readonly withdrawableAmount: number | null;
  /** 대출일 (loan_dt), date */
  readonly loanDate: string | null;
  /** 신용구분 (crd_tp), code */
  readonly creditType: string | null;
}

/** ka10074 일자별실현손익요청, realised profit by day: what it is asked with. */
export interface Ka10074Request {
  /** 시작일자 (strt_dt), date */
  readonly startDate: string | number;
  /** 종료일자 (end_dt), date */
  readonly endDate: string | number;
}

/** ka10074 일자별실현손익요청, realised profit by day: what it answers. */
export interface Ka10074Answer {
  /** 총매수금액 (tot_buy_amt), won */
  readonly totalBuyAmount: number | null;
  /** 총매도금액 (tot_sell_amt), won */
  readonly totalSellAmount: number | null;
  /** 실현손익 (rlzt_pl), won */
  readonly realisedProfitLoss: number | null;
  /** 매매수수료 (trde_cmsn), won */
  readonly tradeCommission: number | null;
  /** 매매세금 (trde_tax), won */
  readonly tradeTax: number | null;
  /** 일자별실현손익 (dt_rlzt_pl) */
  readonly dateRealisedProfitLoss: readonly Ka10074AnswerDateRealisedProfitLoss[];
}

/** 일자별실현손익 (dt_rlzt_pl) of Ka10074Answer. */
export interface Ka10074AnswerDateRealisedProfitLoss {
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 매수금액 (buy_amt), won */
  readonly buyAmount: number | null;
  /** 매도금액 (sell_amt), won */
  readonly sellAmount: number | null;
  /** 당일매도손익 (tdy_sel_pl), won */
  readonly todaySellProfitLoss: number | null;
  /** 당일매매수수료 (tdy_trde_cmsn), won */
  readonly todayTradeCommission: number | null;
  /** 당일매매세금 (tdy_trde_tax), won */
  readonly todayTradeTax: number | null;
}

/** ka10075 미체결요청, open orders: what it is asked with. */
export interface Ka10075Request {
  /** 전체종목구분 (all_stk_tp), code */
  readonly allStockType: '0' | '1';
  /** 매매구분 (trde_tp), code */
  readonly tradeType: '0' | '1' | '2';
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode?: string | number | undefined;
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '0' | '1' | '2';
}

/** ka10075 미체결요청, open orders: what it answers. */
export interface Ka10075Answer {
  /** 미체결 (oso) */
  readonly unfilled: readonly Ka10075AnswerUnfilled[];
}

/** 미체결 (oso) of Ka10075Answer. */
export interface Ka10075AnswerUnfilled {
  /** 계좌번호 (acnt_no), text */
  readonly accountNo: string | null;
  /** 주문번호 (ord_no), orderNo */
  readonly orderNo: string | null;
  /** 관리사번 (mang_empno), text */
  readonly managedEmployeeNo: string | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 업무구분 (tsk_tp), code */
  readonly taskType: string | null;
  /** 주문상태 (ord_stt), text */
  readonly orderState: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 주문수량 (ord_qty), quantity */
  readonly orderQuantity: number | null;
  /** 주문가격 (ord_pric), price */
  readonly orderPrice: number | null;
  /** 미체결수량 (oso_qty), quantity */
  readonly unfilledQuantity: number | null;
  /** 체결누계금액 (cntr_tot_amt), won */
  readonly tradeTotalAmount: number | null;
  /** 원주문번호 (orig_ord_no), orderNo */
  readonly originalOrderNo: string | null;
  /** 주문구분 (io_tp_nm), code */
  readonly inOutTypeName: string | null;
  /** 매매구분 (trde_tp), code */
  readonly tradeType: string | null;
  /** 시간 (tm), time */
  readonly time: string | null;
  /** 체결번호 (cntr_no), text */
  readonly tradeNo: string | null;
  /** 체결가 (cntr_pric), price */
  readonly tradePrice: number | null;
  /** 체결량 (cntr_qty), quantity */
  readonly tradeQuantity: number | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 매도호가 (sel_bid), price */
  readonly askPrice: number | null;
  /** 매수호가 (buy_bid), price */
  readonly bidPrice: number | null;
  /** 단위체결가 (unit_cntr_pric), price */
  readonly unitTradePrice: number | null;
  /** 단위체결량 (unit_cntr_qty), quantity */
  readonly unitTradeQuantity: number | null;
  /** 당일매매수수료 (tdy_trde_cmsn), won */
  readonly todayTradeCommission: number | null;
  /** 당일매매세금 (tdy_trde_tax), won */
  readonly todayTradeTax: number | null;
  /** 개인투자자 (ind_invsr), signed */
  readonly individualInvestor: number | null;
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: string | null;
  /** 거래소구분텍스트 (stex_tp_txt), text */
  readonly exchangeTypeText: string | null;
  /** SOR 여부값 (sor_yn), flag */
  readonly sorFlag: boolean | null;
  /** 스톱가 (stop_pric), price */
  readonly stopPrice: number | null;
}

/** ka10076 체결요청, filled orders: what it is asked with. */
export interface Ka10076Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode?: string | number | undefined;
  /** 조회구분 (qry_tp), code */
  readonly queryType: '0' | '1';
  /** 매도수구분 (sell_tp), code */
  readonly sideType: '0' | '1' | '2';
  /** 주문번호 (ord_no), orderNo */
  readonly orderNo?: string | number | undefined;
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '0' | '1' | '2';
}

/** ka10076 체결요청, filled orders: what it answers. */
export interface Ka10076Answer {
  /** 체결 (cntr) */
  readonly trade: readonly Ka10076AnswerTrade[];
}

/** 체결 (cntr) of Ka10076Answer. */
export interface Ka10076AnswerTrade {
  /** 주문번호 (ord_no), orderNo */
  readonly orderNo: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 주문구분 (io_tp_nm), code */
  readonly inOutTypeName: string | null;
  /** 주문가격 (ord_pric), price */
  readonly orderPrice: number | null;
  /** 주문수량 (ord_qty), quantity */
  readonly orderQuantity: number | null;
  /** 체결가 (cntr_pric), price */
  readonly tradePrice: number | null;
  /** 체결량 (cntr_qty), quantity */
  readonly tradeQuantity: number | null;
  /** 미체결수량 (oso_qty), quantity */
  readonly unfilledQuantity: number | null;
  /** 당일매매수수료 (tdy_trde_cmsn), won */
  readonly todayTradeCommission: number | null;
  /** 당일매매세금 (tdy_trde_tax), won */
  readonly todayTradeTax: number | null;
  /** 주문상태 (ord_stt), text */
  readonly orderState: string | null;
  /** 매매구분 (trde_tp), code */
  readonly tradeType: string | null;
  /** 원주문번호 (orig_ord_no), orderNo */
  readonly originalOrderNo: string | null;
  /** 주문시간 (ord_tm), time */
  readonly orderTime: string | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: string | null;
  /** 거래소구분텍스트 (stex_tp_txt), text */
  readonly exchangeTypeText: string | null;
  /** SOR 여부값 (sor_yn), flag */
  readonly sorFlag: boolean | null;
  /** 스톱가 (stop_pric), price */
  readonly stopPrice: number | null;
}

/** ka10077 당일실현손익상세요청, realised profit today in detail: what it is asked with. */
export interface Ka10077Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka10077 당일실현손익상세요청, realised profit today in detail: what it answers. */
export interface Ka10077Answer {
  /** 당일실현손익 (tdy_rlzt_pl), won */
  readonly todayRealisedProfitLoss: number | null;
  /** 당일실현손익상세 (tdy_rlzt_pl_dtl) */
  readonly todayRealisedProfitLossDetail: readonly Ka10077AnswerTodayRealisedProfitLossDetail[];
}

/** 당일실현손익상세 (tdy_rlzt_pl_dtl) of Ka10077Answer. */
export interface Ka10077AnswerTodayRealisedProfitLossDetail {
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 체결량 (cntr_qty), quantity */
  readonly tradeQuantity: number | null;
  /** 매입단가 (buy_uv), index */
  readonly buyUnitPrice: number | null;
  /** 체결가 (cntr_pric), price */
  readonly tradePrice: number | null;
  /** 당일매도손익 (tdy_sel_pl), signed */
  readonly todaySellProfitLoss: number | null;
  /** 손익율 (pl_rt), percent */
  readonly profitLossRate: number | null;
  /** 당일매매수수료 (tdy_trde_cmsn), won */
  readonly todayTradeCommission: number | null;
  /** 당일매매세금 (tdy_trde_tax), won */
  readonly todayTradeTax: number | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
}

/** ka10085 계좌수익률요청, account return: what it is asked with. */
export interface Ka10085Request {
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '0' | '1' | '2';
}

/** ka10085 계좌수익률요청, account return: what it answers. */
export interface Ka10085Answer {
  /** 계좌수익률 (acnt_prft_rt) */
  readonly accountProfitRate: readonly Ka10085AnswerAccountProfitRate[];
}

/** 계좌수익률 (acnt_prft_rt) of Ka10085Answer. */
export interface Ka10085AnswerAccountProfitRate {
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 매입가 (pur_pric), price */
  readonly purchasePrice: number | null;
  /** 매입금액 (pur_amt), won */
  readonly purchaseAmount: number | null;
  /** 보유수량 (rmnd_qty), quantity */
  readonly heldQuantity: number | null;
  /** 당일매도손익 (tdy_sel_pl), won */
  readonly todaySellProfitLoss: number | null;
  /** 당일매매수수료 (tdy_trde_cmsn), won */
  readonly todayTradeCommission: number | null;
  /** 당일매매세금 (tdy_trde_tax), won */
  readonly todayTradeTax: number | null;
  /** 신용구분 (crd_tp), code */
  readonly creditType: string | null;
  /** 대출일 (loan_dt), date */
  readonly loanDate: string | null;
  /** 결제잔고 (setl_remn), signed */
  readonly settlementRemaining: number | null;
  /** 청산가능수량 (clrn_alow_qty), quantity */
  readonly liquidationAvailableQuantity: number | null;
  /** 신용금액 (crd_amt), won */
  readonly creditAmount: number | null;
  /** 신용이자 (crd_int), won */
  readonly creditInterest: number | null;
  /** 만기일 (expr_dt), date */
  readonly expiryDate: string | null;
}

/** ka10088 미체결 분할주문 상세, split open orders: what it is asked with. */
export interface Ka10088Request {
  /** 주문번호 (ord_no), orderNo */
  readonly orderNo: string | number;
}

/** ka10088 미체결 분할주문 상세, split open orders: what it answers. */
export interface Ka10088Answer {
  /** 미체결분할주문리스트 (osop) */
  readonly unfilled: readonly Ka10088AnswerUnfilled[];
}

/** 미체결분할주문리스트 (osop) of Ka10088Answer. */
export interface Ka10088AnswerUnfilled {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 주문번호 (ord_no), orderNo */
  readonly orderNo: string | null;
  /** 주문수량 (ord_qty), quantity */
  readonly orderQuantity: number | null;
  /** 주문가격 (ord_pric), price */
  readonly orderPrice: number | null;
  /** 미체결수량 (osop_qty), quantity */
  readonly unfilledQuantity: number | null;
  /** 주문구분 (io_tp_nm), code */
  readonly inOutTypeName: string | null;
  /** 매매구분 (trde_tp), code */
  readonly tradeType: string | null;
  /** 매도/수 구분 (sell_tp), code */
  readonly sideType: string | null;
  /** 체결량 (cntr_qty), quantity */
  readonly tradeQuantity: number | null;
  /** 주문상태 (ord_stt), text */
  readonly orderState: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: string | null;
  /** 거래소구분텍스트 (stex_tp_txt), text */
  readonly exchangeTypeText: string | null;
  /** acnt_no, text */
  readonly accountNo: string | null;
}

/** ka10170 당일매매일지요청, trading diary of a day: what it is asked with. */
export interface Ka10170Request {
  /** 기준일자 (base_dt), date */
  readonly baseDate?: string | number | undefined;
  /** 단주구분 (ottks_tp), code */
  readonly oddLotType: '1' | '2';
  /** 현금신용구분 (ch_crd_tp), code */
  readonly cashCreditType: '0' | '1' | '2';
}

/** ka10170 당일매매일지요청, trading diary of a day: what it answers. */
export interface Ka10170Answer {
  /** 총매도금액 (tot_sell_amt), won */
  readonly totalSellAmount: number | null;
  /** 총매수금액 (tot_buy_amt), won */
  readonly totalBuyAmount: number | null;
  /** 총수수료_세금 (tot_cmsn_tax), won */
  readonly totalCommissionTax: number | null;
  /** 총정산금액 (tot_exct_amt), won */
  readonly totalSettledAmount: number | null;
  /** 총손익금액 (tot_pl_amt), won */
  readonly totalProfitLossAmount: number | null;
  /** 총수익률 (tot_prft_rt), percent */
  readonly totalProfitRate: number | null;
  /** 당일매매일지 (tdy_trde_diary) */
  readonly todayTradeDiary: readonly Ka10170AnswerTodayTradeDiary[];
}

/** 당일매매일지 (tdy_trde_diary) of Ka10170Answer. */
export interface Ka10170AnswerTodayTradeDiary {
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 매수평균가 (buy_avg_pric), price */
  readonly buyAveragePrice: number | null;
  /** 매수수량 (buy_qty), quantity */
  readonly buyQuantity: number | null;
  /** 매도평균가 (sel_avg_pric), price */
  readonly sellAveragePrice: number | null;
  /** 매도수량 (sell_qty), quantity */
  readonly sellQuantity: number | null;
  /** 수수료_제세금 (cmsn_alm_tax), won */
  readonly commissionAndTaxes: number | null;
  /** 손익금액 (pl_amt), won */
  readonly profitLossAmount: number | null;
  /** 매도금액 (sell_amt), won */
  readonly sellAmount: number | null;
  /** 매수금액 (buy_amt), won */
  readonly buyAmount: number | null;
  /** 수익률 (prft_rt), percent */
  readonly profitRate: number | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
}

/** kt00001 예수금상세현황요청, deposit details: what it is asked with. */
export interface Kt00001Request {
  /** 조회구분 (qry_tp), code */
  readonly queryType: '2' | '3';
}

/** kt00001 예수금상세현황요청, deposit details: what it answers. */
export interface Kt00001Answer {
  /** 예수금 (entr), won */
  readonly deposit: number | null;
  /** 주식증거금현금 (profa_ch), signed */
  readonly marginCash: number | null;
  /** 수익증권증거금현금 (bncr_profa_ch), signed */
  readonly beneficiaryCertificateMarginCash: number | null;
  /** 익일수익증권매도정산대금 (nxdy_bncr_sell_exct), won */
  readonly nextDayBeneficiaryCertificateSellSettled: number | null;
  /** 해외주식원화대용설정금 (fc_stk_krw_repl_set_amt), signed */
  readonly foreignCurrencyStockWonSubstituteSettingAmount: number | null;
  /** 신용보증금현금 (crd_grnta_ch), signed */
  readonly creditCollateralAmountCash: number | null;
  /** 신용담보금현금 (crd_grnt_ch), won */
  readonly creditCollateralCash: number | null;
  /** 추가담보금현금 (add_grnt_ch), won */
  readonly additionalCollateralCash: number | null;
  /** 기타증거금 (etc_profa), won */
  readonly otherMargin: number | null;
  /** 미수확보금 (uncl_stk_amt), won */
  readonly uncollectedStockAmount: number | null;
  /** 공매도대금 (shrts_prica), won */
  readonly shortSellingValue: number | null;
  /** 신용설정평가금 (crd_set_grnta), won */
  readonly creditSettingCollateralAmount: number | null;
  /** 수표입금액 (chck_ina_amt), won */
  readonly chequeDepositedAmount: number | null;
  /** 기타수표입금액 (etc_chck_ina_amt), won */
  readonly otherChequeDepositedAmount: number | null;
  /** 신용담보재사용 (crd_grnt_ruse), signed */
  readonly creditCollateralReuse: number | null;
  /** 코넥스기본예탁금 (knx_asset_evltv), signed */
  readonly konexDepositValuation: number | null;
  /** ELW예탁평가금 (elwdpst_evlta), won */
  readonly elwDepositValuationAmount: number | null;
  /** 신용대주권리예정금액 (crd_ls_rght_frcs_amt), won */
  readonly creditShortLoanRightExpectedAmount: number | null;
  /** 생계형가입금액 (lvlh_join_amt), won */
  readonly livelihoodSubscriptionAmount: number | null;
  /** 생계형입금가능금액 (lvlh_trns_alowa), won */
  readonly livelihoodTransferredAvailableAmount: number | null;
  /** 대용금평가금액(합계) (repl_amt), won */
  readonly substituteAmount: number | null;
  /** 잔고대용평가금액 (remn_repl_evlta), won */
  readonly remainingSubstituteValuationAmount: number | null;
  /** 위탁대용잔고평가금액 (trst_remn_repl_evlta), won */
  readonly entrustedRemainingSubstituteValuationAmount: number | null;
  /** 수익증권대용평가금액 (bncr_remn_repl_evlta), won */
  readonly beneficiaryCertificateRemainingSubstituteValuationAmount: number | null;
  /** 위탁증거금대용 (profa_repl), won */
  readonly marginSubstitute: number | null;
  /** 신용보증금대용 (crd_grnta_repl), won */
  readonly creditCollateralAmountSubstitute: number | null;
  /** 신용담보금대용 (crd_grnt_repl), won */
  readonly creditCollateralSubstitute: number | null;
  /** 추가담보금대용 (add_grnt_repl), won */
  readonly additionalCollateralSubstitute: number | null;
  /** 권리대용금 (rght_repl_amt), won */
  readonly rightSubstituteAmount: number | null;
  /** 출금가능금액 (pymn_alow_amt), won */
  readonly withdrawalAvailableAmount: number | null;
  /** 랩출금가능금액 (wrap_pymn_alow_amt), won */
  readonly wrapWithdrawalAvailableAmount: number | null;
  /** 주문가능금액 (ord_alow_amt), won */
  readonly orderAvailableAmount: number | null;
  /** 수익증권매수가능금액 (bncr_buy_alowa), won */
  readonly beneficiaryCertificateBuyAvailableAmount: number | null;
  /** 20%종목주문가능금액 (20stk_ord_alow_amt), won */
  readonly stock20OrderAvailableAmount: number | null;
  /** 30%종목주문가능금액 (30stk_ord_alow_amt), won */
  readonly stock30OrderAvailableAmount: number | null;
  /** 40%종목주문가능금액 (40stk_ord_alow_amt), won */
  readonly stock40OrderAvailableAmount: number | null;
  /** 100%종목주문가능금액 (100stk_ord_alow_amt), won */
  readonly stock100OrderAvailableAmount: number | null;
  /** 현금미수금 (ch_uncla), won */
  readonly cashUncollectedAmount: number | null;
  /** 현금미수연체료 (ch_uncla_dlfe), won */
  readonly cashUncollectedAmountLateFee: number | null;
  /** 현금미수금합계 (ch_uncla_tot), won */
  readonly cashUncollectedAmountTotal: number | null;
  /** 신용이자미납 (crd_int_npay), won */
  readonly creditInterestUnpaid: number | null;
  /** 신용이자미납연체료 (int_npay_amt_dlfe), won */
  readonly interestUnpaidAmountLateFee: number | null;
  /** 신용이자미납합계 (int_npay_amt_tot), won */
  readonly interestUnpaidAmountTotal: number | null;
  /** 기타대여금 (etc_loana), won */
  readonly otherLoanAmount: number | null;
  /** 기타대여금연체료 (etc_loana_dlfe), won */
  readonly otherLoanAmountLateFee: number | null;
  /** 기타대여금합계 (etc_loan_tot), won */
  readonly otherLoanTotal: number | null;
  /** 미상환융자금 (nrpy_loan), won */
  readonly unrepaidLoan: number | null;
  /** 융자금합계 (loan_sum), won */
  readonly loanSum: number | null;
  /** 대주금합계 (ls_sum), won */
  readonly shortLoanSum: number | null;
  /** 신용담보비율 (crd_grnt_rt), percent */
  readonly creditCollateralRate: number | null;
  /** 중도이용료 (mdstrm_usfe), signed */
  readonly earlyUsageFee: number | null;
  /** 최소주문가능금액 (min_ord_alow_yn), won */
  readonly minOrderAvailableFlag: number | null;
  /** 대출총평가금액 (loan_remn_evlt_amt), won */
  readonly loanRemainingValuationAmount: number | null;
  /** 예탁담보대출잔고 (dpst_grntl_remn), signed */
  readonly depositCollateralRemaining: number | null;
  /** 매도담보대출잔고 (sell_grntl_remn), signed */
  readonly sellCollateralRemaining: number | null;
  /** d+1추정예수금 (d1_entra), won */
  readonly d1EstimatedDeposit: number | null;
  /** d+1매도매수정산금 (d1_slby_exct_amt), won */
  readonly d1SellBuySettledAmount: number | null;
  /** d+1매수정산금 (d1_buy_exct_amt), won */
  readonly d1BuySettledAmount: number | null;
  /** d+1미수변제소요금 (d1_out_rep_mor), signed */
  readonly d1UnpaidRepaymentRepayment: number | null;
  /** d+1매도정산금 (d1_sel_exct_amt), won */
  readonly d1SellSettledAmount: number | null;
  /** d+1출금가능금액 (d1_pymn_alow_amt), won */
  readonly d1WithdrawalAvailableAmount: number | null;
  /** d+2추정예수금 (d2_entra), won */
  readonly d2EstimatedDeposit: number | null;
  /** d+2매도매수정산금 (d2_slby_exct_amt), won */
  readonly d2SellBuySettledAmount: number | null;
  /** d+2매수정산금 (d2_buy_exct_amt), won */
  readonly d2BuySettledAmount: number | null;
  /** d+2미수변제소요금 (d2_out_rep_mor), signed */
  readonly d2UnpaidRepaymentRepayment: number | null;
  /** d+2매도정산금 (d2_sel_exct_amt), won */
  readonly d2SellSettledAmount: number | null;
  /** d+2출금가능금액 (d2_pymn_alow_amt), won */
  readonly d2WithdrawalAvailableAmount: number | null;
  /** 50%종목주문가능금액 (50stk_ord_alow_amt), won */
  readonly stock50OrderAvailableAmount: number | null;
  /** 60%종목주문가능금액 (60stk_ord_alow_amt), won */
  readonly stock60OrderAvailableAmount: number | null;
  /** 종목별예수금 (stk_entr_prst) */
  readonly stockDepositStatus: readonly Kt00001AnswerStockDepositStatus[];
}

/** 종목별예수금 (stk_entr_prst) of Kt00001Answer. */
export interface Kt00001AnswerStockDepositStatus {
  /** 통화코드 (crnc_cd), code */
  readonly currencyCode: string | null;
  /** 외화예수금 (fx_entr), won */
  readonly foreignExchangeDeposit: number | null;
  /** 원화대용평가금 (fc_krw_repl_evlta), signed */
  readonly foreignCurrencyWonSubstituteValuationAmount: number | null;
  /** 해외주식증거금 (fc_trst_profa), signed */
  readonly foreignCurrencyEntrustedMargin: number | null;
  /** 출금가능금액 (pymn_alow_amt), won */
  readonly withdrawalAvailableAmount: number | null;
  /** 출금가능금액(예수금) (pymn_alow_amt_entr), won */
  readonly withdrawalAvailableAmountDeposit: number | null;
  /** 주문가능금액(예수금) (ord_alow_amt_entr), won */
  readonly orderAvailableAmountDeposit: number | null;
  /** 외화미수(합계) (fc_uncla), signed */
  readonly foreignCurrencyUncollectedAmount: number | null;
  /** 외화현금미수금 (fc_ch_uncla), signed */
  readonly foreignCurrencyCashUncollectedAmount: number | null;
  /** 연체료 (dly_amt), won */
  readonly lateAmount: number | null;
  /** d+1외화예수금 (d1_fx_entr), won */
  readonly d1ForeignExchangeDeposit: number | null;
  /** d+2외화예수금 (d2_fx_entr), won */
  readonly d2ForeignExchangeDeposit: number | null;
  /** d+3외화예수금 (d3_fx_entr), won */
  readonly d3ForeignExchangeDeposit: number | null;
  /** d+4외화예수금 (d4_fx_entr), won */
  readonly d4ForeignExchangeDeposit: number | null;
}

/** kt00002 일별추정예탁자산현황요청, estimated assets by day: what it is asked with. */
export interface Kt00002Request {
  /** 시작조회기간 (start_dt), date */
  readonly startDate: string | number;
  /** 종료조회기간 (end_dt), date */
  readonly endDate: string | number;
}

/** kt00002 일별추정예탁자산현황요청, estimated assets by day: what it answers. */
export interface Kt00002Answer {
  /** 일별추정예탁자산현황 (daly_prsm_dpst_aset_amt_prst) */
  readonly dailyEstimatedDepositAssetAmountStatus: readonly Kt00002AnswerDailyEstimatedDepositAssetAmountStatus[];
}

/** 일별추정예탁자산현황 (daly_prsm_dpst_aset_amt_prst) of Kt00002Answer. */
export interface Kt00002AnswerDailyEstimatedDepositAssetAmountStatus {
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 예수금 (entr), won */
  readonly deposit: number | null;
  /** 담보대출금 (grnt_use_amt), won */
  readonly collateralUsedAmount: number | null;
  /** 신용융자금 (crd_loan), won */
  readonly creditLoan: number | null;
  /** 대주담보금 (ls_grnt), won */
  readonly shortLoanCollateral: number | null;
  /** 대용금 (repl_amt), won */
  readonly substituteAmount: number | null;
  /** 추정예탁자산 (prsm_dpst_aset_amt), won */
  readonly estimatedDepositAssetAmount: number | null;
  /** 추정예탁자산수익증권제외 (prsm_dpst_aset_amt_bncr_skip), signed */
  readonly estimatedDepositAssetAmountBeneficiaryCertificateExcluded: number | null;
}

/** kt00003 추정자산조회요청, estimated assets: what it is asked with. */
export interface Kt00003Request {
  /** 상장폐지조회구분 (qry_tp), code */
  readonly queryType: '0' | '1';
}

/** kt00003 추정자산조회요청, estimated assets: what it answers. */
export interface Kt00003Answer {
  /** 추정예탁자산 (prsm_dpst_aset_amt), won */
  readonly estimatedDepositAssetAmount: number | null;
}

/** kt00004 계좌평가현황요청, account valuation: what it is asked with. */
export interface Kt00004Request {
  /** 상장폐지조회구분 (qry_tp), code */
  readonly queryType: '0' | '1';
  /** 국내거래소구분 (dmst_stex_tp), code */
  readonly domesticExchangeType: 'KRX' | 'NXT';
}

/** kt00004 계좌평가현황요청, account valuation: what it answers. */
export interface Kt00004Answer {
  /** 계좌명 (acnt_nm), text */
  readonly accountName: string | null;
  /** 지점명 (brch_nm), text */
  readonly branchName: string | null;
  /** 예수금 (entr), won */
  readonly deposit: number | null;
  /** D+2추정예수금 (d2_entra), won */
  readonly d2EstimatedDeposit: number | null;
  /** 유가잔고평가액 (tot_est_amt), won */
  readonly totalEstimatedBalanceAmount: number | null;
  /** 예탁자산평가액 (aset_evlt_amt), won */
  readonly assetValuationAmount: number | null;
  /** 총매입금액 (tot_pur_amt), won */
  readonly totalPurchaseAmount: number | null;
  /** 추정예탁자산 (prsm_dpst_aset_amt), won */
  readonly estimatedDepositAssetAmount: number | null;
  /** 매도담보대출금 (tot_grnt_sella), won */
  readonly totalCollateralSellAmount: number | null;
  /** 당일투자원금 (tdy_lspft_amt), won */
  readonly todayCumulativeAmount: number | null;
  /** 당월투자원금 (invt_bsamt), won */
  readonly investmentPrincipal: number | null;
  /** 누적투자원금 (lspft_amt), won */
  readonly cumulativeAmount: number | null;
  /** 당일투자손익 (tdy_lspft), won */
  readonly todayCumulative: number | null;
  /** 당월투자손익 (lspft2), won */
  readonly monthCumulative: number | null;
  /** 누적투자손익 (lspft), won */
  readonly cumulative: number | null;
  /** 당일손익율 (tdy_lspft_rt), percent */
  readonly todayCumulativeRate: number | null;
  /** 당월손익율 (lspft_ratio), percent */
  readonly cumulativeRatio: number | null;
  /** 누적손익율 (lspft_rt), percent */
  readonly cumulativeRate: number | null;
  /** 종목별계좌평가현황 (stk_acnt_evlt_prst) */
  readonly stockAccountValuationStatus: readonly Kt00004AnswerStockAccountValuationStatus[];
}

/** 종목별계좌평가현황 (stk_acnt_evlt_prst) of Kt00004Answer. */
export interface Kt00004AnswerStockAccountValuationStatus {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 보유수량 (rmnd_qty), quantity */
  readonly heldQuantity: number | null;
  /** 평균단가 (avg_prc), price */
  readonly averagePrice: number | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 평가금액 (evlt_amt), won */
  readonly valuationAmount: number | null;
  /** 손익금액 (pl_amt), won */
  readonly profitLossAmount: number | null;
  /** 손익율 (pl_rt), percent */
  readonly profitLossRate: number | null;
  /** 대출일 (loan_dt), date */
  readonly loanDate: string | null;
  /** 매입금액 (pur_amt), won */
  readonly purchaseAmount: number | null;
  /** 결제잔고 (setl_remn), signed */
  readonly settlementRemaining: number | null;
  /** 전일매수수량 (pred_buyq), quantity */
  readonly previousBuyQuantity: number | null;
  /** 전일매도수량 (pred_sellq), quantity */
  readonly previousSellQuantity: number | null;
  /** 금일매수수량 (tdy_buyq), quantity */
  readonly todayBuyQuantity: number | null;
  /** 금일매도수량 (tdy_sellq), quantity */
  readonly todaySellQuantity: number | null;
}

/** kt00005 체결잔고요청, executed balance: what it is asked with. */
export interface Kt00005Request {
  /** 국내거래소구분 (dmst_stex_tp), code */
  readonly domesticExchangeType: 'KRX' | 'NXT';
}

/** kt00005 체결잔고요청, executed balance: what it answers. */
export interface Kt00005Answer {
  /** 예수금 (entr), won */
  readonly deposit: number | null;
  /** 예수금D+1 (entr_d1), won */
  readonly depositD1: number | null;
  /** 예수금D+2 (entr_d2), won */
  readonly depositD2: number | null;
  /** 출금가능금액 (pymn_alow_amt), won */
  readonly withdrawalAvailableAmount: number | null;
  /** 미수확보금 (uncl_stk_amt), won */
  readonly uncollectedStockAmount: number | null;
  /** 대용금 (repl_amt), won */
  readonly substituteAmount: number | null;
  /** 권리대용금 (rght_repl_amt), won */
  readonly rightSubstituteAmount: number | null;
  /** 주문가능현금 (ord_alowa), won */
  readonly orderAvailableAmount: number | null;
  /** 현금미수금 (ch_uncla), won */
  readonly cashUncollectedAmount: number | null;
  /** 신용이자미납금 (crd_int_npay_gold), won */
  readonly creditInterestUnpaidMoney: number | null;
  /** 기타대여금 (etc_loana), won */
  readonly otherLoanAmount: number | null;
  /** 미상환융자금 (nrpy_loan), won */
  readonly unrepaidLoan: number | null;
  /** 증거금현금 (profa_ch), signed */
  readonly marginCash: number | null;
  /** 증거금대용 (repl_profa), signed */
  readonly substituteMargin: number | null;
  /** 주식매수총액 (stk_buy_tot_amt), won */
  readonly stockBuyTotalAmount: number | null;
  /** 평가금액합계 (evlt_amt_tot), won */
  readonly valuationAmountTotal: number | null;
  /** 총손익합계 (tot_pl_tot), won */
  readonly totalProfitLossTotal: number | null;
  /** 총손익률 (tot_pl_rt), percent */
  readonly totalProfitLossRate: number | null;
  /** 총재매수가능금액 (tot_re_buy_alowa), won */
  readonly totalReBuyAvailableAmount: number | null;
  /** 20%주문가능금액 (20ord_alow_amt), won */
  readonly order20AvailableAmount: number | null;
  /** 30%주문가능금액 (30ord_alow_amt), won */
  readonly order30AvailableAmount: number | null;
  /** 40%주문가능금액 (40ord_alow_amt), won */
  readonly order40AvailableAmount: number | null;
  /** 50%주문가능금액 (50ord_alow_amt), won */
  readonly order50AvailableAmount: number | null;
  /** 60%주문가능금액 (60ord_alow_amt), won */
  readonly order60AvailableAmount: number | null;
  /** 100%주문가능금액 (100ord_alow_amt), won */
  readonly order100AvailableAmount: number | null;
  /** 신용융자합계 (crd_loan_tot), won */
  readonly creditLoanTotal: number | null;
  /** 신용융자대주합계 (crd_loan_ls_tot), won */
  readonly creditLoanShortLoanTotal: number | null;
  /** 신용담보비율 (crd_grnt_rt), percent */
  readonly creditCollateralRate: number | null;
  /** 예탁담보대출금액 (dpst_grnt_use_amt_amt), won */
  readonly depositCollateralUsedAmount: number | null;
  /** 매도담보대출금액 (grnt_loan_amt), won */
  readonly collateralLoanAmount: number | null;
  /** 종목별체결잔고 (stk_cntr_remn) */
  readonly stockTradeRemaining: readonly Kt00005AnswerStockTradeRemaining[];
}

/** 종목별체결잔고 (stk_cntr_remn) of Kt00005Answer. */
export interface Kt00005AnswerStockTradeRemaining {
  /** 신용구분 (crd_tp), code */
  readonly creditType: string | null;
  /** 대출일 (loan_dt), date */
  readonly loanDate: string | null;
  /** 만기일 (expr_dt), date */
  readonly expiryDate: string | null;
  /** 종목번호 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 결제잔고 (setl_remn), signed */
  readonly settlementRemaining: number | null;
  /** 현재잔고 (cur_qty), quantity */
  readonly currentQuantity: number | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 매입단가 (buy_uv), price */
  readonly buyUnitPrice: number | null;
  /** 매입금액 (pur_amt), won */
  readonly purchaseAmount: number | null;
  /** 평가금액 (evlt_amt), won */
  readonly valuationAmount: number | null;
  /** 평가손익 (evltv_prft), won */
  readonly valuationProfit: number | null;
  /** 손익률 (pl_rt), percent */
  readonly profitLossRate: number | null;
}

/** kt00007 계좌별주문체결내역상세요청, orders and fills of a day: what it is asked with. */
export interface Kt00007Request {
  /** 주문일자 (ord_dt), date */
  readonly orderDate?: string | number | undefined;
  /** 조회구분 (qry_tp), code */
  readonly queryType: '1' | '2' | '3' | '4';
  /** 주식채권구분 (stk_bond_tp), code */
  readonly stockBondType: '0' | '1' | '2';
  /** 매도수구분 (sell_tp), code */
  readonly sideType: '0' | '1' | '2';
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode?: string | number | undefined;
  /** 시작주문번호 (fr_ord_no), orderNo */
  readonly fromOrderNo?: string | number | undefined;
  /** 국내거래소구분 (dmst_stex_tp), code */
  readonly domesticExchangeType: '%' | 'KRX' | 'NXT' | 'SOR';
}

/** kt00007 계좌별주문체결내역상세요청, orders and fills of a day: what it answers. */
export interface Kt00007Answer {
  /** 계좌별주문체결내역상세 (acnt_ord_cntr_prps_dtl) */
  readonly accountOrderTradeBuyDetail: readonly Kt00007AnswerAccountOrderTradeBuyDetail[];
}

/** 계좌별주문체결내역상세 (acnt_ord_cntr_prps_dtl) of Kt00007Answer. */
export interface Kt00007AnswerAccountOrderTradeBuyDetail {
  /** 주문번호 (ord_no), orderNo */
  readonly orderNo: string | null;
  /** 종목번호 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 매매구분 (trde_tp), code */
  readonly tradeType: string | null;
  /** 신용구분 (crd_tp), code */
  readonly creditType: string | null;
  /** 주문수량 (ord_qty), quantity */
  readonly orderQuantity: number | null;
  /** 주문단가 (ord_uv), price */
  readonly orderUnitPrice: number | null;
  /** 확인수량 (cnfm_qty), quantity */
  readonly confirmedQuantity: number | null;
  /** 접수구분 (acpt_tp), code */
  readonly acceptanceType: string | null;
  /** 반대여부 (rsrv_tp), code */
  readonly reservedType: string | null;
  /** 주문시간 (ord_tm), time */
  readonly orderTime: string | null;
  /** 원주문 (ori_ord), orderNo */
  readonly originalOrder: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 주문구분 (io_tp_nm), code */
  readonly inOutTypeName: string | null;
  /** 대출일 (loan_dt), date */
  readonly loanDate: string | null;
  /** 체결수량 (cntr_qty), quantity */
  readonly tradeQuantity: number | null;
  /** 체결단가 (cntr_uv), price */
  readonly tradeUnitPrice: number | null;
  /** 주문잔량 (ord_remnq), quantity */
  readonly orderRemainingQuantity: number | null;
  /** 통신구분 (comm_ord_tp), code */
  readonly communicationOrderType: string | null;
  /** 정정취소 (mdfy_cncl), text */
  readonly amendCancel: string | null;
  /** 확인시간 (cnfm_tm), time */
  readonly confirmedTime: string | null;
  /** 국내거래소구분 (dmst_stex_tp), code */
  readonly domesticExchangeType: string | null;
  /** 스톱가 (cond_uv), price */
  readonly conditionalUnitPrice: number | null;
}

/** kt00008 계좌별익일결제예정내역요청, settlement of the next day: what it is asked with. */
export interface Kt00008Request {
  /** 시작결제번호 (strt_dcd_seq), text */
  readonly startSettlementSequence?: string | number | undefined;
}

/** kt00008 계좌별익일결제예정내역요청, settlement of the next day: what it answers. */
export interface Kt00008Answer {
  /** 매매일자 (trde_dt), date */
  readonly tradeDate: string | null;
  /** 결제일자 (setl_dt), date */
  readonly settlementDate: string | null;
  /** 매도정산합 (sell_amt_sum), won */
  readonly sellAmountSum: number | null;
  /** 매수정산합 (buy_amt_sum), won */
  readonly buyAmountSum: number | null;
  /** 계좌별익일결제예정내역배열 (acnt_nxdy_setl_frcs_prps_array) */
  readonly accountNextDaySettlementExpectedBuyList: readonly Kt00008AnswerAccountNextDaySettlementExpectedBuyList[];
}

/** 계좌별익일결제예정내역배열 (acnt_nxdy_setl_frcs_prps_array) of Kt00008Answer. */
export interface Kt00008AnswerAccountNextDaySettlementExpectedBuyList {
  /** 일련번호 (seq), text */
  readonly sequence: string | null;
  /** 종목번호 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 대출일 (loan_dt), date */
  readonly loanDate: string | null;
  /** 수량 (qty), quantity */
  readonly quantity: number | null;
  /** 약정금액 (engg_amt), won */
  readonly openAmount: number | null;
  /** 수수료 (cmsn), won */
  readonly commission: number | null;
  /** 소득세 (incm_tax), won */
  readonly incomeTax: number | null;
  /** 농특세 (rstx), signed */
  readonly ruralTax: number | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 매도수구분 (sell_tp), code */
  readonly sideType: string | null;
  /** 단가 (unp), price */
  readonly unitPrice: number | null;
  /** 정산금액 (exct_amt), won */
  readonly settledAmount: number | null;
  /** 거래세 (trde_tax), won */
  readonly tradeTax: number | null;
  /** 주민세 (resi_tax), won */
  readonly residentTax: number | null;
  /** 신용구분 (crd_tp), code */
  readonly creditType: string | null;
}

/** kt00009 계좌별주문체결현황요청, order status of the account: what it is asked with. */
export interface Kt00009Request {
  /** 주문일자 (ord_dt), date */
  readonly orderDate?: string | number | undefined;
  /** 주식채권구분 (stk_bond_tp), code */
  readonly stockBondType: '0' | '1' | '2';
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '0' | '1' | '2' | '3' | '4';
  /** 매도수구분 (sell_tp), code */
  readonly sideType: '0' | '1' | '2';
  /** 조회구분 (qry_tp), code */
  readonly queryType: '0' | '1';
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode?: string | number | undefined;
  /** 시작주문번호 (fr_ord_no), orderNo */
  readonly fromOrderNo?: string | number | undefined;
  /** 국내거래소구분 (dmst_stex_tp), code */
  readonly domesticExchangeType: '%' | 'KRX' | 'NXT' | 'SOR';
}

/** kt00009 계좌별주문체결현황요청, order status of the account: what it answers. */
export interface Kt00009Answer {
  /** 매도약정금액 (sell_grntl_engg_amt), won */
  readonly sellCollateralOpenAmount: number | null;
  /** 매수약정금액 (buy_engg_amt), won */
  readonly buyOpenAmount: number | null;
  /** 약정금액 (engg_amt), won */
  readonly openAmount: number | null;
  /** 계좌별주문체결현황배열 (acnt_ord_cntr_prst_array) */
  readonly accountOrderTradeStatusList: readonly Kt00009AnswerAccountOrderTradeStatusList[];
}

/** 계좌별주문체결현황배열 (acnt_ord_cntr_prst_array) of Kt00009Answer. */
export interface Kt00009AnswerAccountOrderTradeStatusList {
  /** 주식채권구분 (stk_bond_tp), code */
  readonly stockBondType: string | null;
  /** 주문번호 (ord_no), orderNo */
  readonly orderNo: string | null;
  /** 종목번호 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 매매구분 (trde_tp), code */
  readonly tradeType: string | null;
  /** 주문유형구분 (io_tp_nm), code */
  readonly inOutTypeName: string | null;
  /** 주문수량 (ord_qty), quantity */
  readonly orderQuantity: number | null;
  /** 주문단가 (ord_uv), price */
  readonly orderUnitPrice: number | null;
  /** 확인수량 (cnfm_qty), quantity */
  readonly confirmedQuantity: number | null;
  /** 예약/반대 (rsrv_oppo), text */
  readonly reservedOpposite: string | null;
  /** 체결번호 (cntr_no), text */
  readonly tradeNo: string | null;
  /** 접수구분 (acpt_tp), code */
  readonly acceptanceType: string | null;
  /** 원주문번호 (orig_ord_no), orderNo */
  readonly originalOrderNo: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 결제구분 (setl_tp), code */
  readonly settlementType: string | null;
  /** 신용거래구분 (crd_deal_tp), code */
  readonly creditDealType: string | null;
  /** 체결수량 (cntr_qty), quantity */
  readonly tradeQuantity: number | null;
  /** 체결단가 (cntr_uv), price */
  readonly tradeUnitPrice: number | null;
  /** 통신구분 (comm_ord_tp), code */
  readonly communicationOrderType: string | null;
  /** 정정/취소구분 (mdfy_cncl_tp), code */
  readonly amendCancelType: string | null;
  /** 체결시간 (cntr_tm), time */
  readonly tradeTime: string | null;
  /** 국내거래소구분 (dmst_stex_tp), code */
  readonly domesticExchangeType: string | null;
  /** 스톱가 (cond_uv), price */
  readonly conditionalUnitPrice: number | null;
}

/** kt00010 주문인출가능금액요청, withdrawable and orderable amount: what it is asked with. */
export interface Kt00010Request {
  /** 입출금액 (io_amt), won */
  readonly inOutAmount?: string | number | undefined;
  /** 종목번호 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 매매구분 (trde_tp), code */
  readonly tradeType: '1' | '2';
  /** 매매수량 (trde_qty), quantity */
  readonly volume?: string | number | undefined;
  /** 매수가격 (uv), price */
  readonly unitPrice: string | number;
  /** 예상매수단가 (exp_buy_unp), price */
  readonly expectedBuyUnitPrice?: string | number | undefined;
}

/** kt00010 주문인출가능금액요청, withdrawable and orderable amount: what it answers. */
export interface Kt00010Answer {
  /** 증거금20%주문가능금액 (profa_20ord_alow_amt), won */
  readonly marginOrder20AvailableAmount: number | null;
  /** 증거금20%주문가능수량 (profa_20ord_alowq), quantity */
  readonly marginOrder20AvailableQuantity: number | null;
  /** 증거금30%주문가능금액 (profa_30ord_alow_amt), won */
  readonly marginOrder30AvailableAmount: number | null;
  /** 증거금30%주문가능수량 (profa_30ord_alowq), quantity */
  readonly marginOrder30AvailableQuantity: number | null;
  /** 증거금40%주문가능금액 (profa_40ord_alow_amt), won */
  readonly marginOrder40AvailableAmount: number | null;
  /** 증거금40%주문가능수량 (profa_40ord_alowq), quantity */
  readonly marginOrder40AvailableQuantity: number | null;
  /** 증거금50%주문가능금액 (profa_50ord_alow_amt), won */
  readonly marginOrder50AvailableAmount: number | null;
  /** 증거금50%주문가능수량 (profa_50ord_alowq), quantity */
  readonly marginOrder50AvailableQuantity: number | null;
  /** 증거금60%주문가능금액 (profa_60ord_alow_amt), won */
  readonly marginOrder60AvailableAmount: number | null;
  /** 증거금60%주문가능수량 (profa_60ord_alowq), quantity */
  readonly marginOrder60AvailableQuantity: number | null;
  /** 증거금감면60%주문가능금 (profa_rdex_60ord_alow_amt), won */
  readonly marginReducedOrder60AvailableAmount: number | null;
  /** 증거금감면60%주문가능수 (profa_rdex_60ord_alowq), quantity */
  readonly marginReducedOrder60AvailableQuantity: number | null;
  /** 증거금100%주문가능금액 (profa_100ord_alow_amt), won */
  readonly marginOrder100AvailableAmount: number | null;
  /** 증거금100%주문가능수량 (profa_100ord_alowq), quantity */
  readonly marginOrder100AvailableQuantity: number | null;
  /** 전일재사용가능금액 (pred_reu_alowa), won */
  readonly previousReuseAvailableAmount: number | null;
  /** 금일재사용가능금액 (tdy_reu_alowa), won */
  readonly todayReuseAvailableAmount: number | null;
  /** 예수금 (entr), won */
  readonly deposit: number | null;
  /** 대용금 (repl_amt), won */
  readonly substituteAmount: number | null;
  /** 미수금 (uncla), won */
  readonly uncollectedAmount: number | null;
  /** 주문가능대용 (ord_pos_repl), won */
  readonly orderPossibleSubstitute: number | null;
  /** 주문가능현금 (ord_alowa), won */
  readonly orderAvailableAmount: number | null;
  /** 인출가능금액 (wthd_alowa), won */
  readonly withdrawableAmount: number | null;
  /** 익일인출가능금액 (nxdy_wthd_alowa), won */
  readonly nextDayWithdrawableAmount: number | null;
  /** 매입금액 (pur_amt), won */
  readonly purchaseAmount: number | null;
  /** 수수료 (cmsn), won */
  readonly commission: number | null;
  /** 매입정산금 (pur_exct_amt), won */
  readonly purchaseSettledAmount: number | null;
  /** D2추정예수금 (d2entra), won */
  readonly d2EstimatedDeposit: number | null;
  /** 증거금감면적용구분 (profa_rdex_aplc_tp), code */
  readonly marginReducedAppliedType: string | null;
}

/** kt00011 증거금율별주문가능수량조회요청, orderable quantity by margin rate: what it is asked with. */
export interface Kt00011Request {
  /** 종목번호 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 매수가격 (uv), price */
  readonly unitPrice?: string | number | undefined;
}

/** kt00011 증거금율별주문가능수량조회요청, orderable quantity by margin rate: what it answers. */
export interface Kt00011Answer {
  /** 종목증거금율 (stk_profa_rt), percent */
  readonly stockMarginRate: number | null;
  /** 계좌증거금율 (profa_rt), percent */
  readonly marginRate: number | null;
  /** 적용증거금율 (aplc_rt), percent */
  readonly appliedRate: number | null;
  /** 증거금20%주문가능금액 (profa_20ord_alow_amt), won */
  readonly marginOrder20AvailableAmount: number | null;
  /** 증거금20%주문가능수량 (profa_20ord_alowq), quantity */
  readonly marginOrder20AvailableQuantity: number | null;
  /** 증거금20%전일재사용금액 (profa_20pred_reu_amt), won */
  readonly marginPrevious20ReuseAmount: number | null;
  /** 증거금20%금일재사용금액 (profa_20tdy_reu_amt), won */
  readonly marginToday20ReuseAmount: number | null;
  /** 증거금30%주문가능금액 (profa_30ord_alow_amt), won */
  readonly marginOrder30AvailableAmount: number | null;
  /** 증거금30%주문가능수량 (profa_30ord_alowq), quantity */
  readonly marginOrder30AvailableQuantity: number | null;
  /** 증거금30%전일재사용금액 (profa_30pred_reu_amt), won */
  readonly marginPrevious30ReuseAmount: number | null;
  /** 증거금30%금일재사용금액 (profa_30tdy_reu_amt), won */
  readonly marginToday30ReuseAmount: number | null;
  /** 증거금40%주문가능금액 (profa_40ord_alow_amt), won */
  readonly marginOrder40AvailableAmount: number | null;
  /** 증거금40%주문가능수량 (profa_40ord_alowq), quantity */
  readonly marginOrder40AvailableQuantity: number | null;
  /** 증거금40전일재사용금액 (profa_40pred_reu_amt), won */
  readonly marginPrevious40ReuseAmount: number | null;
  /** 증거금40%금일재사용금액 (profa_40tdy_reu_amt), won */
  readonly marginToday40ReuseAmount: number | null;
  /** 증거금50%주문가능금액 (profa_50ord_alow_amt), won */
  readonly marginOrder50AvailableAmount: number | null;
  /** 증거금50%주문가능수량 (profa_50ord_alowq), quantity */
  readonly marginOrder50AvailableQuantity: number | null;
  /** 증거금50%전일재사용금액 (profa_50pred_reu_amt), won */
  readonly marginPrevious50ReuseAmount: number | null;
  /** 증거금50%금일재사용금액 (profa_50tdy_reu_amt), won */
  readonly marginToday50ReuseAmount: number | null;
  /** 증거금60%주문가능금액 (profa_60ord_alow_amt), won */
  readonly marginOrder60AvailableAmount: number | null;
  /** 증거금60%주문가능수량 (profa_60ord_alowq), quantity */
  readonly marginOrder60AvailableQuantity: number | null;
  /** 증거금60%전일재사용금액 (profa_60pred_reu_amt), won */
  readonly marginPrevious60ReuseAmount: number | null;
  /** 증거금60%금일재사용금액 (profa_60tdy_reu_amt), won */
  readonly marginToday60ReuseAmount: number | null;
  /** 증거금100%주문가능금액 (profa_100ord_alow_amt), won */
  readonly marginOrder100AvailableAmount: number | null;
  /** 증거금100%주문가능수량 (profa_100ord_alowq), quantity */
  readonly marginOrder100AvailableQuantity: number | null;
  /** 증거금100%전일재사용금액 (profa_100pred_reu_amt), won */
  readonly marginPrevious100ReuseAmount: number | null;
  /** 증거금100%금일재사용금액 (profa_100tdy_reu_amt), won */
  readonly marginToday100ReuseAmount: number | null;
  /** 미수불가주문가능금액 (min_ord_alow_amt), won */
  readonly minOrderAvailableAmount: number | null;
  /** 미수불가주문가능수량 (min_ord_alowq), quantity */
  readonly minOrderAvailableQuantity: number | null;
  /** 미수불가전일재사용금액 (min_pred_reu_amt), won */
  readonly minPreviousReuseAmount: number | null;
  /** 미수불가금일재사용금액 (min_tdy_reu_amt), won */
  readonly minTodayReuseAmount: number | null;
  /** 예수금 (entr), won */
  readonly deposit: number | null;
  /** 대용금 (repl_amt), won */
  readonly substituteAmount: number | null;
  /** 미수금 (uncla), won */
  readonly uncollectedAmount: number | null;
  /** 주문가능대용 (ord_pos_repl), won */
  readonly orderPossibleSubstitute: number | null;
  /** 주문가능현금 (ord_alowa), won */
  readonly orderAvailableAmount: number | null;
}

/** kt00012 신용보증금율별주문가능수량조회요청, orderable quantity by credit margin rate: what it is asked with. */
export interface Kt00012Request {
  /** 종목번호 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 매수가격 (uv), price */
  readonly unitPrice?: string | number | undefined;
}

/** kt00012 신용보증금율별주문가능수량조회요청, orderable quantity by credit margin rate: what it answers. */
export interface Kt00012Answer {
  /** 종목보증금율 (stk_assr_rt), text */
  readonly stockGuaranteeRate: string | null;
  /** 종목보증금율명 (stk_assr_rt_nm), text */
  readonly stockGuaranteeRateName: string | null;
  /** 보증금30%주문가능금액 (assr_30ord_alow_amt), won */
  readonly guaranteeOrder30AvailableAmount: number | null;
  /** 보증금30%주문가능수량 (assr_30ord_alowq), quantity */
  readonly guaranteeOrder30AvailableQuantity: number | null;
  /** 보증금30%전일재사용금액 (assr_30pred_reu_amt), won */
  readonly guaranteePrevious30ReuseAmount: number | null;
  /** 보증금30%금일재사용금액 (assr_30tdy_reu_amt), won */
  readonly guaranteeToday30ReuseAmount: number | null;
  /** 보증금40%주문가능금액 (assr_40ord_alow_amt), won */
  readonly guaranteeOrder40AvailableAmount: number | null;
  /** 보증금40%주문가능수량 (assr_40ord_alowq), quantity */
  readonly guaranteeOrder40AvailableQuantity: number | null;
  /** 보증금40%전일재사용금액 (assr_40pred_reu_amt), won */
  readonly guaranteePrevious40ReuseAmount: number | null;
  /** 보증금40%금일재사용금액 (assr_40tdy_reu_amt), won */
  readonly guaranteeToday40ReuseAmount: number | null;
  /** 보증금50%주문가능금액 (assr_50ord_alow_amt), won */
  readonly guaranteeOrder50AvailableAmount: number | null;
  /** 보증금50%주문가능수량 (assr_50ord_alowq), quantity */
  readonly guaranteeOrder50AvailableQuantity: number | null;
  /** 보증금50%전일재사용금액 (assr_50pred_reu_amt), won */
  readonly guaranteePrevious50ReuseAmount: number | null;
  /** 보증금50%금일재사용금액 (assr_50tdy_reu_amt), won */
  readonly guaranteeToday50ReuseAmount: number | null;
  /** 보증금60%주문가능금액 (assr_60ord_alow_amt), won */
  readonly guaranteeOrder60AvailableAmount: number | null;
  /** 보증금60%주문가능수량 (assr_60ord_alowq), quantity */
  readonly guaranteeOrder60AvailableQuantity: number | null;
  /** 보증금60%전일재사용금액 (assr_60pred_reu_amt), won */
  readonly guaranteePrevious60ReuseAmount: number | null;
  /** 보증금60%금일재사용금액 (assr_60tdy_reu_amt), won */
  readonly guaranteeToday60ReuseAmount: number | null;
  /** 예수금 (entr), won */
  readonly deposit: number | null;
  /** 대용금 (repl_amt), won */
  readonly substituteAmount: number | null;
  /** 미수금 (uncla), won */
  readonly uncollectedAmount: number | null;
  /** 주문가능대용 (ord_pos_repl), won */
  readonly orderPossibleSubstitute: number | null;
  /** 주문가능현금 (ord_alowa), won */
  readonly orderAvailableAmount: number | null;
  /** 미수가능금액 (out_alowa), won */
  readonly unpaidAvailableAmount: number | null;
  /** 미수가능수량 (out_pos_qty), quantity */
  readonly unpaidPossibleQuantity: number | null;
  /** 미수불가금액 (min_amt), won */
  readonly minAmount: number | null;
  /** 미수불가수량 (min_qty), quantity */
  readonly minQuantity: number | null;
}

/** kt00013 증거금세부내역조회요청, margin details: what it is asked with. */
export type Kt00013Request = Readonly<Record<string, never>>;

/** kt00013 증거금세부내역조회요청, margin details: what it answers. */
export interface Kt00013Answer {
  /** 금일재사용대상금액 (tdy_reu_objt_amt), won */
  readonly todayReuseTargetAmount: number | null;
  /** 금일재사용사용금액 (tdy_reu_use_amt), won */
  readonly todayReuseUsedAmount: number | null;
  /** 금일재사용가능금액 (tdy_reu_alowa), won */
  readonly todayReuseAvailableAmount: number | null;
  /** 금일재사용제한금액 (tdy_reu_lmtt_amt), won */
  readonly todayReuseLimitAmount: number | null;
  /** 금일재사용가능금액최종 (tdy_reu_alowa_fin), won */
  readonly todayReuseAvailableAmountFinal: number | null;
  /** 전일재사용대상금액 (pred_reu_objt_amt), won */
  readonly previousReuseTargetAmount: number | null;
  /** 전일재사용사용금액 (pred_reu_use_amt), won */
  readonly previousReuseUsedAmount: number | null;
  /** 전일재사용가능금액 (pred_reu_alowa), won */
  readonly previousReuseAvailableAmount: number | null;
  /** 전일재사용제한금액 (pred_reu_lmtt_amt), won */
  readonly previousReuseLimitAmount: number | null;
  /** 전일재사용가능금액최종 (pred_reu_alowa_fin), won */
  readonly previousReuseAvailableAmountFinal: number | null;
  /** 현금금액 (ch_amt), won */
  readonly cashAmount: number | null;
  /** 현금증거금 (ch_profa), won */
  readonly cashMargin: number | null;
  /** 사용가능현금 (use_pos_ch), signed */
  readonly usedPossibleCash: number | null;
  /** 현금사용제한금액 (ch_use_lmtt_amt), won */
  readonly cashUsedLimitAmount: number | null;
  /** 사용가능현금최종 (use_pos_ch_fin), signed */
  readonly usedPossibleCashFinal: number | null;
  /** 대용금액 (repl_amt_amt), won */
  readonly substituteMoney: number | null;
  /** 대용증거금 (repl_profa), won */
  readonly substituteMargin: number | null;
  /** 사용가능대용 (use_pos_repl), won */
  readonly usedPossibleSubstitute: number | null;
  /** 대용사용제한금액 (repl_use_lmtt_amt), won */
  readonly substituteUsedLimitAmount: number | null;
  /** 사용가능대용최종 (use_pos_repl_fin), won */
  readonly usedPossibleSubstituteFinal: number | null;
  /** 신용보증금현금 (crd_grnta_ch), signed */
  readonly creditCollateralAmountCash: number | null;
  /** 신용보증금대용 (crd_grnta_repl), won */
  readonly creditCollateralAmountSubstitute: number | null;
  /** 신용담보금현금 (crd_grnt_ch), won */
  readonly creditCollateralCash: number | null;
  /** 신용담보금대용 (crd_grnt_repl), won */
  readonly creditCollateralSubstitute: number | null;
  /** 미수금 (uncla), won */
  readonly uncollectedAmount: number | null;
  /** 대주담보금재사용금 (ls_grnt_reu_gold), won */
  readonly shortLoanCollateralReuseMoney: number | null;
  /** 20%주문가능금액 (20ord_alow_amt), won */
  readonly order20AvailableAmount: number | null;
  /** 30%주문가능금액 (30ord_alow_amt), won */
  readonly order30AvailableAmount: number | null;
  /** 40%주문가능금액 (40ord_alow_amt), won */
  readonly order40AvailableAmount: number | null;
  /** 50%주문가능금액 (50ord_alow_amt), won */
  readonly order50AvailableAmount: number | null;
  /** 60%주문가능금액 (60ord_alow_amt), won */
  readonly order60AvailableAmount: number | null;
  /** 100%주문가능금액 (100ord_alow_amt), won */
  readonly order100AvailableAmount: number | null;
  /** 금일신용상환손실금액 (tdy_crd_rpya_loss_amt), won */
  readonly todayCreditRepaidLossAmount: number | null;
  /** 전일신용상환손실금액 (pred_crd_rpya_loss_amt), won */
  readonly previousCreditRepaidLossAmount: number | null;
  /** 금일대주상환손실대용증거금 (tdy_ls_rpya_loss_repl_profa), won */
  readonly todayShortLoanRepaidLossSubstituteMargin: number | null;
  /** 전일대주상환손실대용증거금 (pred_ls_rpya_loss_repl_profa), won */
  readonly previousShortLoanRepaidLossSubstituteMargin: number | null;
  /** 평가대용금(현물사용제외) (evlt_repl_amt_spg_use_skip), signed */
  readonly valuationSubstituteAmountSpotUsedExcluded: number | null;
  /** 평가대용비율 (evlt_repl_rt), percent */
  readonly valuationSubstituteRate: number | null;
  /** 신용대용증거금 (crd_repl_profa), won */
  readonly creditSubstituteMargin: number | null;
  /** 현금주문대용증거금 (ch_ord_repl_profa), won */
  readonly cashOrderSubstituteMargin: number | null;
  /** 신용주문대용증거금 (crd_ord_repl_profa), won */
  readonly creditOrderSubstituteMargin: number | null;
  /** 신용대용환산금 (crd_repl_conv_gold), signed */
  readonly creditSubstituteConversionMoney: number | null;
  /** 대용가능금액(현금제한) (repl_alowa), won */
  readonly substituteAvailableAmount: number | null;
  /** 대용가능금액2(신용제한) (repl_alowa_2), won */
  readonly substituteAvailableAmount2: number | null;
  /** 현금대용부족금 (ch_repl_lck_gold), signed */
  readonly cashSubstituteShortageMoney: number | null;
  /** 신용대용부족금 (crd_repl_lck_gold), signed */
  readonly creditSubstituteShortageMoney: number | null;
  /** 현금주문가능대용금 (ch_ord_alow_repla), won */
  readonly cashOrderAvailableSubstituteAmount: number | null;
  /** 신용주문가능대용금 (crd_ord_alow_repla), won */
  readonly creditOrderAvailableSubstituteAmount: number | null;
  /** D2가정산예수금 (d2vexct_entr), won */
  readonly d2ProvisionalSettledDeposit: number | null;
  /** D2현금주문가능금액 (d2ch_ord_alow_amt), won */
  readonly d2CashOrderAvailableAmount: number | null;
}

/** kt00015 위탁종합거래내역요청, account transactions: what it is asked with. */
export interface Kt00015Request {
  /** 시작일자 (strt_dt), date */
  readonly startDate: string | number;
  /** 종료일자 (end_dt), date */
  readonly endDate: string | number;
  /** 구분 (tp), code */
  readonly type:
    | '0'
    | '1'
    | '2'
    | '3'
    | '4'
    | '5'
    | '6'
    | '7'
    | 'A'
    | 'B'
    | 'C'
    | 'F'
    | 'M'
    | 'G'
    | 'H'
    | 'I'
    | 'J';
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode?: string | number | undefined;
  /** 통화코드 (crnc_cd), code */
  readonly currencyCode?: string | number | undefined;
  /** 상품구분 (gds_tp), code */
  readonly productType: '0' | '1' | '2' | '3' | '4';
  /** 해외거래소코드 (frgn_stex_code), code */
  readonly foreignBrokerExchangeCode?: string | number | undefined;
  /** 국내거래소구분 (dmst_stex_tp), code */
  readonly domesticExchangeType: '%' | 'KRX' | 'NXT';
}

/** kt00015 위탁종합거래내역요청, account transactions: what it answers. */
export interface Kt00015Answer {
  /** 위탁종합거래내역배열 (trst_ovrl_trde_prps_array) */
  readonly entrustedOverallTradeBuyList: readonly Kt00015AnswerEntrustedOverallTradeBuyList[];
  /** acnt_no, text */
  readonly accountNo: string | null;
}

/** 위탁종합거래내역배열 (trst_ovrl_trde_prps_array) of Kt00015Answer. */
export interface Kt00015AnswerEntrustedOverallTradeBuyList {
  /** 거래일자 (trde_dt), date */
  readonly tradeDate: string | null;
  /** 거래번호 (trde_no), text */
  readonly tradeNo: string | null;
  /** 적요명 (rmrk_nm), text */
  readonly remarkName: string | null;
  /** 신용거래구분명 (crd_deal_tp_nm), text */
  readonly creditDealTypeName: string | null;
  /** 정산금액 (exct_amt), won */
  readonly settledAmount: number | null;
  /** 대출금상환 (loan_amt_rpya), won */
  readonly loanAmountRepaid: number | null;
  /** 거래금액(외) (fc_trde_amt), signed */
  readonly foreignCurrencyTradeAmount: number | null;
  /** 정산금액(외) (fc_exct_amt), signed */
  readonly foreignCurrencySettledAmount: number | null;
  /** 예수금잔고 (entra_remn), won */
  readonly estimatedDepositRemaining: number | null;
  /** 통화코드 (crnc_cd), code */
  readonly currencyCode: string | null;
  /** 거래종류구분 (trde_ocr_tp), code */
  readonly tradeOccurredType: string | null;
  /** 거래종류명 (trde_kind_nm), text */
  readonly tradeKindName: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 거래금액 (trde_amt), won */
  readonly tradeAmount: number | null;
  /** 거래및농특세 (trde_agri_tax), won */
  readonly tradeAgricultureTax: number | null;
  /** 상환차금 (rpy_diffa), signed */
  readonly repaidDifference: number | null;
  /** 거래세(외) (fc_trde_tax), signed */
  readonly foreignCurrencyTradeTax: number | null;
  /** 연체합 (dly_sum), won */
  readonly lateSum: number | null;
  /** 외화예수금잔고 (fc_entra), signed */
  readonly foreignCurrencyEstimatedDeposit: number | null;
  /** 매체구분명 (mdia_tp_nm), text */
  readonly mediumTypeName: string | null;
  /** 입출구분 (io_tp), code */
  readonly inOutType: string | null;
  /** 입출구분명 (io_tp_nm), text */
  readonly inOutTypeName: string | null;
  /** 원거래번호 (orig_deal_no), text */
  readonly originalDealNo: string | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 거래수량/좌수 (trde_qty_jwa_cnt), quantity */
  readonly volumeShareCount: number | null;
  /** 수수료 (cmsn), won */
  readonly commission: number | null;
  /** 이자/대주이용 (int_ls_usfe), won */
  readonly interestShortLoanUsageFee: number | null;
  /** 수수료(외) (fc_cmsn), signed */
  readonly foreignCurrencyCommission: number | null;
  /** 연체합(외) (fc_dly_sum), signed */
  readonly foreignCurrencyLateSum: number | null;
  /** 유가금잔 (vlbl_nowrm), signed */
  readonly valuableSecuritiesRemainder: number | null;
  /** 처리시간 (proc_tm), time */
  readonly processingTime: string | null;
  /** ISIN코드 (isin_cd), code */
  readonly isinCode: string | null;
  /** 거래소코드 (stex_cd), code */
  readonly exchangeCode: string | null;
  /** 거래소명 (stex_nm), text */
  readonly exchangeName: string | null;
  /** 거래단가/환율 (trde_unit), signed */
  readonly tradeUnit: number | null;
  /** 소득/주민세 (incm_resi_tax), won */
  readonly incomeResidentTax: number | null;
  /** 대출일 (loan_dt), date */
  readonly loanDate: string | null;
  /** 미수(원/주) (uncl_ocr), signed */
  readonly uncollectedOccurred: number | null;
  /** 변제합 (rpym_sum), won */
  readonly repaidSum: number | null;
  /** 체결일 (cntr_dt), date */
  readonly tradeDate2: string | null;
  /** 출납번호 (rcpy_no), text */
  readonly receiptNo: string | null;
  /** 처리자 (prcsr), text */
  readonly processor: string | null;
  /** 처리점 (proc_brch), text */
  readonly processingBranch: string | null;
  /** 매매형태 (trde_stle), text */
  readonly tradeStyle: string | null;
  /** 과세기준가 (txon_base_pric), price */
  readonly taxationBasePrice: number | null;
  /** 세금수수료합 (tax_sum_cmsn), won */
  readonly taxSumCommission: number | null;
  /** 외국납부세액(외) (frgn_pay_txam), signed */
  readonly foreignBrokerPaidTaxAmount: number | null;
  /** 미수(외) (fc_uncl_ocr), signed */
  readonly foreignCurrencyUncollectedOccurred: number | null;
  /** 변제합(외) (rpym_sum_fr), won */
  readonly repaidSumFrom: number | null;
  /** 입금자 (rcpmnyer), text */
  readonly depositor: string | null;
  /** 거래내역구분 (trde_prtc_tp), code */
  readonly tradeParticularsType: string | null;
}

/** kt00016 일별계좌수익률상세현황요청, account return by day: what it is asked with. */
export interface Kt00016Request {
  /** 평가시작일 (fr_dt), date */
  readonly fromDate: string | number;
  /** 평가종료일 (to_dt), date */
  readonly toDate: string | number;
}

/** kt00016 일별계좌수익률상세현황요청, account return by day: what it answers. */
export interface Kt00016Answer {
  /** 관리사원번호 (mang_empno), text */
  readonly managedEmployeeNo: string | null;
  /** 관리자명 (mngr_nm), text */
  readonly managerName: string | null;
  /** 관리자지점 (dept_nm), text */
  readonly departmentName: string | null;
  /** 예수금_초 (entr_fr), won */
  readonly depositFrom: number | null;
  /** 예수금_말 (entr_to), won */
  readonly depositTo: number | null;
  /** 유가증권평가금액_초 (scrt_evlt_amt_fr), won */
  readonly securitiesValuationAmountFrom: number | null;
  /** 유가증권평가금액_말 (scrt_evlt_amt_to), won */
  readonly securitiesValuationAmountTo: number | null;
  /** 대주담보금_초 (ls_grnt_fr), won */
  readonly shortLoanCollateralFrom: number | null;
  /** 대주담보금_말 (ls_grnt_to), won */
  readonly shortLoanCollateralTo: number | null;
  /** 신용융자금_초 (crd_loan_fr), won */
  readonly creditLoanFrom: number | null;
  /** 신용융자금_말 (crd_loan_to), won */
  readonly creditLoanTo: number | null;
  /** 현금미수금_초 (ch_uncla_fr), won */
  readonly cashUncollectedAmountFrom: number | null;
  /** 현금미수금_말 (ch_uncla_to), won */
  readonly cashUncollectedAmountTo: number | null;
  /** 원화대용금_초 (krw_asgna_fr), signed */
  readonly wonDesignatedFrom: number | null;
  /** 원화대용금_말 (krw_asgna_to), signed */
  readonly wonDesignatedTo: number | null;
  /** 대주평가금_초 (ls_evlta_fr), won */
  readonly shortLoanValuationAmountFrom: number | null;
  /** 대주평가금_말 (ls_evlta_to), won */
  readonly shortLoanValuationAmountTo: number | null;
  /** 권리평가금_초 (rght_evlta_fr), won */
  readonly rightValuationAmountFrom: number | null;
  /** 권리평가금_말 (rght_evlta_to), won */
  readonly rightValuationAmountTo: number | null;
  /** 대출금_초 (loan_amt_fr), won */
  readonly loanAmountFrom: number | null;
  /** 대출금_말 (loan_amt_to), won */
  readonly loanAmountTo: number | null;
  /** 기타대여금_초 (etc_loana_fr), won */
  readonly otherLoanAmountFrom: number | null;
  /** 기타대여금_말 (etc_loana_to), won */
  readonly otherLoanAmountTo: number | null;
  /** 신용이자미납금_초 (crd_int_npay_gold_fr), won */
  readonly creditInterestUnpaidMoneyFrom: number | null;
  /** 신용이자미납금_말 (crd_int_npay_gold_to), won */
  readonly creditInterestUnpaidMoneyTo: number | null;
  /** 신용이자_초 (crd_int_fr), won */
  readonly creditInterestFrom: number | null;
  /** 신용이자_말 (crd_int_to), won */
  readonly creditInterestTo: number | null;
  /** 순자산액계_초 (tot_amt_fr), won */
  readonly totalAmountFrom: number | null;
  /** 순자산액계_말 (tot_amt_to), won */
  readonly totalAmountTo: number | null;
  /** 투자원금평잔 (invt_bsamt), won */
  readonly investmentPrincipal: number | null;
  /** 평가손익 (evltv_prft), won */
  readonly valuationProfit: number | null;
  /** 수익률 (prft_rt), percent */
  readonly profitRate: number | null;
  /** 회전율 (tern_rt), percent */
  readonly turnoverRate: number | null;
  /** 기간내총입금 (termin_tot_trns), signed */
  readonly termTotalTransferred: number | null;
  /** 기간내총출금 (termin_tot_pymn), signed */
  readonly termTotalWithdrawal: number | null;
  /** 기간내총입고 (termin_tot_inq), signed */
  readonly termTotalReceived: number | null;
  /** 기간내총출고 (termin_tot_outq), signed */
  readonly termTotalReleasedQuantity: number | null;
  /** 선물대용매도금액 (futr_repl_sella), won */
  readonly futuresSubstituteSellAmount: number | null;
  /** 위탁대용매도금액 (trst_repl_sella), won */
  readonly entrustedSubstituteSellAmount: number | null;
}

/** kt00017 계좌별당일현황요청, account today: what it is asked with. */
export type Kt00017Request = Readonly<Record<string, never>>;

/** kt00017 계좌별당일현황요청, account today: what it answers. */
export interface Kt00017Answer {
  /** D+2추정예수금 (d2_entra), won */
  readonly d2EstimatedDeposit: number | null;
  /** 신용이자미납금 (crd_int_npay_gold), won */
  readonly creditInterestUnpaidMoney: number | null;
  /** 기타대여금 (etc_loana), won */
  readonly otherLoanAmount: number | null;
  /** 일반주식평가금액D+2 (gnrl_stk_evlt_amt_d2), won */
  readonly generalStockValuationAmountD2: number | null;
  /** 예탁담보대출금D+2 (dpst_grnt_use_amt_d2), won */
  readonly depositCollateralUsedAmountD2: number | null;
  /** 예탁담보주식평가금액D+2 (crd_stk_evlt_amt_d2), won */
  readonly creditStockValuationAmountD2: number | null;
  /** 신용융자금D+2 (crd_loan_d2), won */
  readonly creditLoanD2: number | null;
  /** 신용융자평가금D+2 (crd_loan_evlta_d2), won */
  readonly creditLoanValuationAmountD2: number | null;
  /** 신용대주담보금D+2 (crd_ls_grnt_d2), won */
  readonly creditShortLoanCollateralD2: number | null;
  /** 신용대주평가금D+2 (crd_ls_evlta_d2), won */
  readonly creditShortLoanValuationAmountD2: number | null;
  /** 입금금액 (ina_amt), won */
  readonly depositedAmount: number | null;
  /** 출금금액 (outa), won */
  readonly withdrawnAmount: number | null;
  /** 입고금액 (inq_amt), won */
  readonly receivedAmount: number | null;
  /** 출고금액 (outq_amt), won */
  readonly releasedQuantityAmount: number | null;
  /** 매도금액 (sell_amt), won */
  readonly sellAmount: number | null;
  /** 매수금액 (buy_amt), won */
  readonly buyAmount: number | null;
  /** 수수료 (cmsn), won */
  readonly commission: number | null;
  /** 세금 (tax), won */
  readonly tax: number | null;
  /** 주식매입자금대출금 (stk_pur_cptal_loan_amt), won */
  readonly stockPurchaseCapitalLoanAmount: number | null;
  /** RP평가금액 (rp_evlt_amt), won */
  readonly rpValuationAmount: number | null;
  /** 채권평가금액 (bd_evlt_amt), won */
  readonly bondValuationAmount: number | null;
  /** ELS평가금액 (elsevlt_amt), won */
  readonly elsValuationAmount: number | null;
  /** 신용이자금액 (crd_int_amt), won */
  readonly creditInterestAmount: number | null;
  /** 매도대금담보대출이자금액 (sel_prica_grnt_loan_int_amt_amt), won */
  readonly sellValueCollateralLoanInterestAmount: number | null;
  /** 배당금액 (dvida_amt), won */
  readonly dividendAmountAmount: number | null;
}

/** kt00018 계좌평가잔고내역요청, holdings: what it is asked with. */
export interface Kt00018Request {
  /** 조회구분 (qry_tp), code */
  readonly queryType: '1' | '2';
  /** 국내거래소구분 (dmst_stex_tp), code */
  readonly domesticExchangeType: 'KRX' | 'NXT';
}

/** kt00018 계좌평가잔고내역요청, holdings: what it answers. */
export interface Kt00018Answer {
  /** 총매입금액 (tot_pur_amt), won */
  readonly totalPurchaseAmount: number | null;
  /** 총평가금액 (tot_evlt_amt), won */
  readonly totalValuationAmount: number | null;
  /** 총평가손익금액 (tot_evlt_pl), won */
  readonly totalValuationProfitLoss: number | null;
  /** 총수익률(%) (tot_prft_rt), percent */
  readonly totalProfitRate: number | null;
  /** 추정예탁자산 (prsm_dpst_aset_amt), won */
  readonly estimatedDepositAssetAmount: number | null;
  /** 총대출금 (tot_loan_amt), won */
  readonly totalLoanAmount: number | null;
  /** 총융자금액 (tot_crd_loan_amt), won */
  readonly totalCreditLoanAmount: number | null;
  /** 총대주금액 (tot_crd_ls_amt), won */
  readonly totalCreditShortLoanAmount: number | null;
  /** 계좌평가잔고개별합산 (acnt_evlt_remn_indv_tot) */
  readonly accountValuationRemainingIndividualTotal: readonly Kt00018AnswerAccountValuationRemainingIndividualTotal[];
}

/** 계좌평가잔고개별합산 (acnt_evlt_remn_indv_tot) of Kt00018Answer. */
export interface Kt00018AnswerAccountValuationRemainingIndividualTotal {
  /** 종목번호 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 평가손익 (evltv_prft), won */
  readonly valuationProfit: number | null;
  /** 수익률(%) (prft_rt), percent */
  readonly profitRate: number | null;
  /** 매입가 (pur_pric), price */
  readonly purchasePrice: number | null;
  /** 전일종가 (pred_close_pric), price */
  readonly previousClosePrice: number | null;
  /** 보유수량 (rmnd_qty), quantity */
  readonly heldQuantity: number | null;
  /** 매매가능수량 (trde_able_qty), quantity */
  readonly tradePossibleQuantity: number | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일매수수량 (pred_buyq), quantity */
  readonly previousBuyQuantity: number | null;
  /** 전일매도수량 (pred_sellq), quantity */
  readonly previousSellQuantity: number | null;
  /** 금일매수수량 (tdy_buyq), quantity */
  readonly todayBuyQuantity: number | null;
  /** 금일매도수량 (tdy_sellq), quantity */
  readonly todaySellQuantity: number | null;
  /** 매입금액 (pur_amt), won */
  readonly purchaseAmount: number | null;
  /** 매입수수료 (pur_cmsn), won */
  readonly purchaseCommission: number | null;
  /** 평가금액 (evlt_amt), won */
  readonly valuationAmount: number | null;
  /** 평가수수료 (sell_cmsn), won */
  readonly sellCommission: number | null;
  /** 세금 (tax), won */
  readonly tax: number | null;
  /** 수수료합 (sum_cmsn), won */
  readonly sumCommission: number | null;
  /** 보유비중(%) (poss_rt), percent */
  readonly holdingRate: number | null;
  /** 신용구분 (crd_tp), code */
  readonly creditType: string | null;
  /** 신용구분명 (crd_tp_nm), text */
  readonly creditTypeName: string | null;
  /** 대출일 (crd_loan_dt), date */
  readonly creditLoanDate: string | null;
}
