// Written by scripts/read-guide from the guide; do not edit.
// The APIs of the group lending.

/** ka10068 대차거래추이요청, securities lending trend: what it is asked with. */
export interface Ka10068Request {
  /** 시작일자 (strt_dt), date */
  readonly startDate?: string | number | undefined;
  /** 종료일자 (end_dt), date */
  readonly endDate?: string | number | undefined;
  /** 전체구분 (all_tp), code */
  readonly allType: string | number;
}

/** ka10068 대차거래추이요청, securities lending trend: what it answers. */
export interface Ka10068Answer {
  /** 대차거래추이 (dbrt_trde_trnsn) */
  readonly lendingTradeTrend: readonly Ka10068AnswerLendingTradeTrend[];
}

/** 대차거래추이 (dbrt_trde_trnsn) of Ka10068Answer. */
export interface Ka10068AnswerLendingTradeTrend {
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 대차거래체결주수 (dbrt_trde_cntrcnt), quantity */
  readonly lendingTradeTradedShares: number | null;
  /** 대차거래상환주수 (dbrt_trde_rpy), quantity */
  readonly lendingTradeRepaid: number | null;
  /** 대차거래증감 (dbrt_trde_irds), signed */
  readonly lendingTradeChange: number | null;
  /** 잔고주수 (rmnd), quantity */
  readonly held: number | null;
  /** 잔고금액 (remn_amt), won */
  readonly remainingAmount: number | null;
}

/** ka10069 대차거래상위10종목요청, securities lending, top 10: what it is asked with. */
export interface Ka10069Request {
  /** 시작일자 (strt_dt), date */
  readonly startDate: string | number;
  /** 종료일자 (end_dt), date */
  readonly endDate?: string | number | undefined;
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '001';
}

/** ka10069 대차거래상위10종목요청, securities lending, top 10: what it answers. */
export interface Ka10069Answer {
  /** 대차거래체결주수합 (dbrt_trde_cntrcnt_sum), quantity */
  readonly lendingTradeTradedSharesSum: number | null;
  /** 대차거래상환주수합 (dbrt_trde_rpy_sum), quantity */
  readonly lendingTradeRepaidSum: number | null;
  /** 잔고주수합 (rmnd_sum), quantity */
  readonly heldSum: number | null;
  /** 잔고금액합 (remn_amt_sum), won */
  readonly remainingAmountSum: number | null;
  /** 대차거래체결주수비율 (dbrt_trde_cntrcnt_rt), percent */
  readonly lendingTradeTradedSharesRate: number | null;
  /** 대차거래상환주수비율 (dbrt_trde_rpy_rt), percent */
  readonly lendingTradeRepaidRate: number | null;
  /** 잔고주수비율 (rmnd_rt), percent */
  readonly heldRate: number | null;
  /** 잔고금액비율 (remn_amt_rt), percent */
  readonly remainingAmountRate: number | null;
  /** 대차거래상위10종목 (dbrt_trde_upper_10stk) */
  readonly lendingTradeTopTop10Stocks: readonly Ka10069AnswerLendingTradeTopTop10Stocks[];
}

/** 대차거래상위10종목 (dbrt_trde_upper_10stk) of Ka10069Answer. */
export interface Ka10069AnswerLendingTradeTopTop10Stocks {
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 대차거래체결주수 (dbrt_trde_cntrcnt), quantity */
  readonly lendingTradeTradedShares: number | null;
  /** 대차거래상환주수 (dbrt_trde_rpy), quantity */
  readonly lendingTradeRepaid: number | null;
  /** 잔고주수 (rmnd), quantity */
  readonly held: number | null;
  /** 잔고금액 (remn_amt), won */
  readonly remainingAmount: number | null;
}

/** ka20068 대차거래추이요청(종목별), securities lending trend of a stock: what it is asked with. */
export interface Ka20068Request {
  /** 시작일자 (strt_dt), date */
  readonly startDate?: string | number | undefined;
  /** 종료일자 (end_dt), date */
  readonly endDate?: string | number | undefined;
  /** 전체구분 (all_tp), code */
  readonly allType?: string | number | undefined;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka20068 대차거래추이요청(종목별), securities lending trend of a stock: what it answers. */
export interface Ka20068Answer {
  /** 대차거래추이 (dbrt_trde_trnsn) */
  readonly lendingTradeTrend: readonly Ka20068AnswerLendingTradeTrend[];
}

/** 대차거래추이 (dbrt_trde_trnsn) of Ka20068Answer. */
export interface Ka20068AnswerLendingTradeTrend {
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 대차거래체결주수 (dbrt_trde_cntrcnt), quantity */
  readonly lendingTradeTradedShares: number | null;
  /** 대차거래상환주수 (dbrt_trde_rpy), quantity */
  readonly lendingTradeRepaid: number | null;
  /** 대차거래증감 (dbrt_trde_irds), signed */
  readonly lendingTradeChange: number | null;
  /** 잔고주수 (rmnd), quantity */
  readonly held: number | null;
  /** 잔고금액 (remn_amt), won */
  readonly remainingAmount: number | null;
}

/** ka90012 대차거래내역요청, securities lending details: what it is asked with. */
export interface Ka90012Request {
  /** 일자 (dt), date */
  readonly date: string | number;
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '001';
}

/** ka90012 대차거래내역요청, securities lending details: what it answers. */
export interface Ka90012Answer {
  /** 대차거래내역 (dbrt_trde_prps) */
  readonly lendingTradeBuy: readonly Ka90012AnswerLendingTradeBuy[];
}

/** 대차거래내역 (dbrt_trde_prps) of Ka90012Answer. */
export interface Ka90012AnswerLendingTradeBuy {
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 대차거래체결주수 (dbrt_trde_cntrcnt), quantity */
  readonly lendingTradeTradedShares: number | null;
  /** 대차거래상환주수 (dbrt_trde_rpy), quantity */
  readonly lendingTradeRepaid: number | null;
  /** 잔고주수 (rmnd), quantity */
  readonly held: number | null;
  /** 잔고금액 (remn_amt), won */
  readonly remainingAmount: number | null;
}
