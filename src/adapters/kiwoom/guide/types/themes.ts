// Written by scripts/read-guide from the guide; do not edit.
// The APIs of the group themes.

/** ka90001 테마그룹별요청, theme groups: what it is asked with. */
export interface Ka90001Request {
  /** 검색구분 (qry_tp), code */
  readonly queryType: '0' | '1' | '2';
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode?: string | number | undefined;
  /** 날짜구분 (date_tp), code */
  readonly dateType: string | number;
  /** 테마명 (thema_nm), text */
  readonly themeName?: string | number | undefined;
  /** 등락수익구분 (flu_pl_amt_tp), code */
  readonly changeProfitLossAmountType: '1' | '2' | '3' | '4';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka90001 테마그룹별요청, theme groups: what it answers. */
export interface Ka90001Answer {
  /** 테마그룹별 (thema_grp) */
  readonly themeGroup: readonly Ka90001AnswerThemeGroup[];
}

/** 테마그룹별 (thema_grp) of Ka90001Answer. */
export interface Ka90001AnswerThemeGroup {
  /** 테마그룹코드 (thema_grp_cd), code */
  readonly themeGroupCode: string | null;
  /** 테마명 (thema_nm), text */
  readonly themeName: string | null;
  /** 종목수 (stk_num), quantity */
  readonly stockNumber: number | null;
  /** 등락기호 (flu_sig), code */
  readonly changeSign: string | null;
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 상승종목수 (rising_stk_num), quantity */
  readonly risingStockNumber: number | null;
  /** 하락종목수 (fall_stk_num), quantity */
  readonly fallingStockNumber: number | null;
  /** 기간수익률 (dt_prft_rt), percent */
  readonly dateProfitRate: number | null;
  /** 주요종목 (main_stk), text */
  readonly mainStock: string | null;
}

/** ka90002 테마구성종목요청, stocks of a theme: what it is asked with. */
export interface Ka90002Request {
  /** 날짜구분 (date_tp), code */
  readonly dateType?: string | number | undefined;
  /** 테마그룹코드 (thema_grp_cd), code */
  readonly themeGroupCode: string | number;
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka90002 테마구성종목요청, stocks of a theme: what it answers. */
export interface Ka90002Answer {
  /** 등락률 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 기간수익률 (dt_prft_rt), percent */
  readonly dateProfitRate: number | null;
  /** 테마구성종목 (thema_comp_stk) */
  readonly themeComparisonStock: readonly Ka90002AnswerThemeComparisonStock[];
}

/** 테마구성종목 (thema_comp_stk) of Ka90002Answer. */
export interface Ka90002AnswerThemeComparisonStock {
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
  /** 매도호가 (sel_bid), price */
  readonly askPrice: number | null;
  /** 매도잔량 (sel_req), quantity */
  readonly askQuantity: number | null;
  /** 매수호가 (buy_bid), price */
  readonly bidPrice: number | null;
  /** 매수잔량 (buy_req), quantity */
  readonly bidQuantity: number | null;
  /** 기간수익률n (dt_prft_rt_n), percent */
  readonly dateProfitRateN: number | null;
}
