// Written by scripts/read-guide from the guide; do not edit.
// The APIs of the group short-selling.

/** ka10014 공매도추이요청, short selling trend: what it is asked with. */
export interface Ka10014Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 시간구분 (tm_tp), code */
  readonly timeType?: '0' | '1' | undefined;
  /** 시작일자 (strt_dt), date */
  readonly startDate: string | number;
  /** 종료일자 (end_dt), date */
  readonly endDate: string | number;
}

/** ka10014 공매도추이요청, short selling trend: what it answers. */
export interface Ka10014Answer {
  /** 공매도추이 (shrts_trnsn) */
  readonly shortSellingTrend: readonly Ka10014AnswerShortSellingTrend[];
}

/** 공매도추이 (shrts_trnsn) of Ka10014Answer. */
export interface Ka10014AnswerShortSellingTrend {
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
  /** 공매도량 (shrts_qty), quantity */
  readonly shortSellingQuantity: number | null;
  /** 누적공매도량 (ovr_shrts_qty), quantity */
  readonly cumulativeShortSellingQuantity: number | null;
  /** 매매비중 (trde_wght), percent */
  readonly tradeWeight: number | null;
  /** 공매도거래대금 (shrts_trde_prica), won */
  readonly shortSellingTradedValue: number | null;
  /** 공매도평균가 (shrts_avg_pric), price */
  readonly shortSellingAveragePrice: number | null;
}
