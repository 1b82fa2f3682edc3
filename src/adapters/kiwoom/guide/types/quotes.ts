// Written by scripts/read-guide from the guide; do not edit.
// The APIs of the group quotes.

/** ka10004 주식호가요청, order book snapshot: what it is asked with. */
export interface Ka10004Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka10004 주식호가요청, order book snapshot: what it answers. */
export interface Ka10004Answer {
  /** 호가잔량기준시간 (bid_req_base_tm), time */
  readonly quoteBaseTime: string | null;
  /** 매도10차선잔량대비 (sel_10th_pre_req_pre), signed */
  readonly sellLevel10QuantityChange: number | null;
  /** 매도10차선잔량 (sel_10th_pre_req), quantity */
  readonly sellLevel10Quantity: number | null;
  /** 매도10차선호가 (sel_10th_pre_bid), price */
  readonly sellLevel10Price: number | null;
  /** 매도9차선잔량대비 (sel_9th_pre_req_pre), signed */
  readonly sellLevel9QuantityChange: number | null;
  /** 매도9차선잔량 (sel_9th_pre_req), quantity */
  readonly sellLevel9Quantity: number | null;
  /** 매도9차선호가 (sel_9th_pre_bid), price */
  readonly sellLevel9Price: number | null;
  /** 매도8차선잔량대비 (sel_8th_pre_req_pre), signed */
  readonly sellLevel8QuantityChange: number | null;
  /** 매도8차선잔량 (sel_8th_pre_req), quantity */
  readonly sellLevel8Quantity: number | null;
  /** 매도8차선호가 (sel_8th_pre_bid), price */
  readonly sellLevel8Price: number | null;
  /** 매도7차선잔량대비 (sel_7th_pre_req_pre), signed */
  readonly sellLevel7QuantityChange: number | null;
  /** 매도7차선잔량 (sel_7th_pre_req), quantity */
  readonly sellLevel7Quantity: number | null;
  /** 매도7차선호가 (sel_7th_pre_bid), price */
  readonly sellLevel7Price: number | null;
  /** 매도6차선잔량대비 (sel_6th_pre_req_pre), signed */
  readonly sellLevel6QuantityChange: number | null;
  /** 매도6차선잔량 (sel_6th_pre_req), quantity */
  readonly sellLevel6Quantity: number | null;
  /** 매도6차선호가 (sel_6th_pre_bid), price */
  readonly sellLevel6Price: number | null;
  /** 매도5차선잔량대비 (sel_5th_pre_req_pre), signed */
  readonly sellLevel5QuantityChange: number | null;
  /** 매도5차선잔량 (sel_5th_pre_req), quantity */
  readonly sellLevel5Quantity: number | null;
  /** 매도5차선호가 (sel_5th_pre_bid), price */
  readonly sellLevel5Price: number | null;
  /** 매도4차선잔량대비 (sel_4th_pre_req_pre), signed */
  readonly sellLevel4QuantityChange: number | null;
  /** 매도4차선잔량 (sel_4th_pre_req), quantity */
  readonly sellLevel4Quantity: number | null;
  /** 매도4차선호가 (sel_4th_pre_bid), price */
  readonly sellLevel4Price: number | null;
  /** 매도3차선잔량대비 (sel_3th_pre_req_pre), signed */
  readonly sellLevel3QuantityChange: number | null;
  /** 매도3차선잔량 (sel_3th_pre_req), quantity */
  readonly sellLevel3Quantity: number | null;
  /** 매도3차선호가 (sel_3th_pre_bid), price */
  readonly sellLevel3Price: number | null;
  /** 매도2차선잔량대비 (sel_2th_pre_req_pre), signed */
  readonly sellLevel2QuantityChange: number | null;
  /** 매도2차선잔량 (sel_2th_pre_req), quantity */
  readonly sellLevel2Quantity: number | null;
  /** 매도2차선호가 (sel_2th_pre_bid), price */
  readonly sellLevel2Price: number | null;
  /** 매도1차선잔량대비 (sel_1th_pre_req_pre), signed */
  readonly sellLevel1QuantityChange: number | null;
  /** 매도최우선잔량 (sel_fpr_req), quantity */
  readonly bestAskQuantity: number | null;
  /** 매도최우선호가 (sel_fpr_bid), price */
  readonly bestAskPrice: number | null;
  /** 매수최우선호가 (buy_fpr_bid), price */
  readonly bestBidPrice: number | null;
  /** 매수최우선잔량 (buy_fpr_req), quantity */
  readonly bestBidQuantity: number | null;
  /** 매수1차선잔량대비 (buy_1th_pre_req_pre), signed */
  readonly buyLevel1QuantityChange: number | null;
  /** 매수2차선호가 (buy_2th_pre_bid), price */
  readonly buyLevel2Price: number | null;
  /** 매수2차선잔량 (buy_2th_pre_req), quantity */
  readonly buyLevel2Quantity: number | null;
  /** 매수2차선잔량대비 (buy_2th_pre_req_pre), signed */
  readonly buyLevel2QuantityChange: number | null;
  /** 매수3차선호가 (buy_3th_pre_bid), price */
  readonly buyLevel3Price: number | null;
  /** 매수3차선잔량 (buy_3th_pre_req), quantity */
  readonly buyLevel3Quantity: number | null;
  /** 매수3차선잔량대비 (buy_3th_pre_req_pre), signed */
  readonly buyLevel3QuantityChange: number | null;
  /** 매수4차선호가 (buy_4th_pre_bid), price */
  readonly buyLevel4Price: number | null;
  /** 매수4차선잔량 (buy_4th_pre_req), quantity */
  readonly buyLevel4Quantity: number | null;
  /** 매수4차선잔량대비 (buy_4th_pre_req_pre), signed */
  readonly buyLevel4QuantityChange: number | null;
  /** 매수5차선호가 (buy_5th_pre_bid), price */
  readonly buyLevel5Price: number | null;
  /** 매수5차선잔량 (buy_5th_pre_req), quantity */
  readonly buyLevel5Quantity: number | null;
  /** 매수5차선잔량대비 (buy_5th_pre_req_pre), signed */
  readonly buyLevel5QuantityChange: number | null;
  /** 매수6차선호가 (buy_6th_pre_bid), price */
  readonly buyLevel6Price: number | null;
  /** 매수6차선잔량 (buy_6th_pre_req), quantity */
  readonly buyLevel6Quantity: number | null;
  /** 매수6차선잔량대비 (buy_6th_pre_req_pre), signed */
  readonly buyLevel6QuantityChange: number | null;
  /** 매수7차선호가 (buy_7th_pre_bid), price */
  readonly buyLevel7Price: number | null;
  /** 매수7차선잔량 (buy_7th_pre_req), quantity */
  readonly buyLevel7Quantity: number | null;
  /** 매수7차선잔량대비 (buy_7th_pre_req_pre), signed */
  readonly buyLevel7QuantityChange: number | null;
  /** 매수8차선호가 (buy_8th_pre_bid), price */
  readonly buyLevel8Price: number | null;
  /** 매수8차선잔량 (buy_8th_pre_req), quantity */
  readonly buyLevel8Quantity: number | null;
  /** 매수8차선잔량대비 (buy_8th_pre_req_pre), signed */
  readonly buyLevel8QuantityChange: number | null;
  /** 매수9차선호가 (buy_9th_pre_bid), price */
  readonly buyLevel9Price: number | null;
  /** 매수9차선잔량 (buy_9th_pre_req), quantity */
  readonly buyLevel9Quantity: number | null;
  /** 매수9차선잔량대비 (buy_9th_pre_req_pre), signed */
  readonly buyLevel9QuantityChange: number | null;
  /** 매수10차선호가 (buy_10th_pre_bid), price */
  readonly buyLevel10Price: number | null;
  /** 매수10차선잔량 (buy_10th_pre_req), quantity */
  readonly buyLevel10Quantity: number | null;
  /** 매수10차선잔량대비 (buy_10th_pre_req_pre), signed */
  readonly buyLevel10QuantityChange: number | null;
  /** 총매도잔량직전대비 (tot_sel_req_jub_pre), signed */
  readonly totalAskQuantityChange: number | null;
  /** 총매도잔량 (tot_sel_req), quantity */
  readonly totalAskQuantity: number | null;
  /** 총매수잔량 (tot_buy_req), quantity */
  readonly totalBidQuantity: number | null;
  /** 총매수잔량직전대비 (tot_buy_req_jub_pre), signed */
  readonly totalBidQuantityChange: number | null;
  /** 시간외매도잔량대비 (ovt_sel_req_pre), signed */
  readonly afterHoursAskQuantityChange: number | null;
  /** 시간외매도잔량 (ovt_sel_req), quantity */
  readonly afterHoursAskQuantity: number | null;
  /** 시간외매수잔량 (ovt_buy_req), quantity */
  readonly afterHoursBidQuantity: number | null;
  /** 시간외매수잔량대비 (ovt_buy_req_pre), signed */
  readonly afterHoursBidQuantityChange: number | null;
}

/** ka10005 주식일주월시분요청, day, week, month and minute prices: what it is asked with. */
export interface Ka10005Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka10005 주식일주월시분요청, day, week, month and minute prices: what it answers. */
export interface Ka10005Answer {
  /** 주식일주월시분 (stk_ddwkmm) */
  readonly stockDayWeekMonth: readonly Ka10005AnswerStockDayWeekMonth[];
}

/** 주식일주월시분 (stk_ddwkmm) of Ka10005Answer. */
export interface Ka10005AnswerStockDayWeekMonth {
  /** 날짜 (date), date */
  readonly date: string | null;
  /** 시가 (open_pric), price */
  readonly openPrice: number | null;
  /** 고가 (high_pric), price */
  readonly highPrice: number | null;
  /** 저가 (low_pric), price */
  readonly lowPrice: number | null;
  /** 종가 (close_pric), price */
  readonly closePrice: number | null;
  /** 대비 (pre), signed */
  readonly change: number | null;
  /** 등락률 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
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
  /** 신용잔고율 (crd_remn_rt), percent */
  readonly creditRemainingRate: number | null;
  /** 외국계 (frgn), signed */
  readonly foreignBroker: number | null;
  /** 프로그램 (prm), signed */
  readonly program: number | null;
  /** cntr_str, signed */
  readonly tradeStrength: number | null;
}

/** ka10006 주식시분요청, price by minute: what it is asked with. */
export interface Ka10006Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka10006 주식시분요청, price by minute: what it answers. */
export interface Ka10006Answer {
  /** 날짜 (date), date */
  readonly date: string | null;
  /** 시가 (open_pric), price */
  readonly openPrice: number | null;
  /** 고가 (high_pric), price */
  readonly highPrice: number | null;
  /** 저가 (low_pric), price */
  readonly lowPrice: number | null;
  /** 종가 (close_pric), price */
  readonly closePrice: number | null;
  /** 대비 (pre), signed */
  readonly change: number | null;
  /** 등락률 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
  /** 체결강도 (cntr_str), percent */
  readonly tradeStrength: number | null;
}

/** ka10007 시세표성정보요청, quote board: what it is asked with. */
export interface Ka10007Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka10007 시세표성정보요청, quote board: what it answers. */
export interface Ka10007Answer {
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 날짜 (date), date */
  readonly date: string | null;
  /** 시간 (tm), time */
  readonly time: string | null;
  /** 전일종가 (pred_close_pric), price */
  readonly previousClosePrice: number | null;
  /** 전일거래량 (pred_trde_qty), quantity */
  readonly previousVolume: number | null;
  /** 상한가 (upl_pric), price */
  readonly upperPrice: number | null;
  /** 하한가 (lst_pric), price */
  readonly lowerPrice: number | null;
  /** 전일거래대금 (pred_trde_prica), won */
  readonly previousTradedValue: number | null;
  /** 상장주식수 (flo_stkcnt), quantity */
  readonly listedShareCount: number | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 부호 (smbol), code */
  readonly symbol: string | null;
  /** 등락률 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 전일비 (pred_rt), percent */
  readonly previousRate: number | null;
  /** 시가 (open_pric), price */
  readonly openPrice: number | null;
  /** 고가 (high_pric), price */
  readonly highPrice: number | null;
  /** 저가 (low_pric), price */
  readonly lowPrice: number | null;
  /** 체결량 (cntr_qty), quantity */
  readonly tradeQuantity: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 거래대금 (trde_prica), won */
  readonly tradedValue: number | null;
  /** 예상체결가 (exp_cntr_pric), price */
  readonly expectedTradePrice: number | null;
  /** 예상체결량 (exp_cntr_qty), quantity */
  readonly expectedTradeQuantity: number | null;
  /** 예상매도우선호가 (exp_sel_pri_bid), price */
  readonly expectedSellPreferredPrice: number | null;
  /** 예상매수우선호가 (exp_buy_pri_bid), price */
  readonly expectedBuyPreferredPrice: number | null;
  /** 거래시작일 (trde_strt_dt), date */
  readonly tradeStartDate: string | null;
  /** 행사가격 (exec_pric), price */
  readonly exercisePrice: number | null;
  /** 최고가 (hgst_pric), price */
  readonly highestPrice: number | null;
  /** 최저가 (lwst_pric), price */
  readonly lowestPrice: number | null;
  /** 최고가일 (hgst_pric_dt), date */
  readonly highestPriceDate: string | null;
  /** 최저가일 (lwst_pric_dt), date */
  readonly lowestPriceDate: string | null;
  /** 매도1호가 (sel_1bid), price */
  readonly sellBid1: number | null;
  /** 매도2호가 (sel_2bid), price */
  readonly sellBid2: number | null;
  /** 매도3호가 (sel_3bid), price */
  readonly sellBid3: number | null;
  /** 매도4호가 (sel_4bid), price */
  readonly sellBid4: number | null;
  /** 매도5호가 (sel_5bid), price */
  readonly sellBid5: number | null;
  /** 매도6호가 (sel_6bid), price */
  readonly sellBid6: number | null;
  /** 매도7호가 (sel_7bid), price */
  readonly sellBid7: number | null;
  /** 매도8호가 (sel_8bid), price */
  readonly sellBid8: number | null;
  /** 매도9호가 (sel_9bid), price */
  readonly sellBid9: number | null;
  /** 매도10호가 (sel_10bid), price */
  readonly sellBid10: number | null;
  /** 매수1호가 (buy_1bid), price */
  readonly buyBid1: number | null;
  /** 매수2호가 (buy_2bid), price */
  readonly buyBid2: number | null;
  /** 매수3호가 (buy_3bid), price */
  readonly buyBid3: number | null;
  /** 매수4호가 (buy_4bid), price */
  readonly buyBid4: number | null;
  /** 매수5호가 (buy_5bid), price */
  readonly buyBid5: number | null;
  /** 매수6호가 (buy_6bid), price */
  readonly buyBid6: number | null;
  /** 매수7호가 (buy_7bid), price */
  readonly buyBid7: number | null;
  /** 매수8호가 (buy_8bid), price */
  readonly buyBid8: number | null;
  /** 매수9호가 (buy_9bid), price */
  readonly buyBid9: number | null;
  /** 매수10호가 (buy_10bid), price */
  readonly buyBid10: number | null;
  /** 매도1호가잔량 (sel_1bid_req), quantity */
  readonly sellBid1OrderQuantity: number | null;
  /** 매도2호가잔량 (sel_2bid_req), quantity */
  readonly sellBid2OrderQuantity: number | null;
  /** 매도3호가잔량 (sel_3bid_req), quantity */
  readonly sellBid3OrderQuantity: number | null;
  /** 매도4호가잔량 (sel_4bid_req), quantity */
  readonly sellBid4OrderQuantity: number | null;
  /** 매도5호가잔량 (sel_5bid_req), quantity */
  readonly sellBid5OrderQuantity: number | null;
  /** 매도6호가잔량 (sel_6bid_req), quantity */
  readonly sellBid6OrderQuantity: number | null;
  /** 매도7호가잔량 (sel_7bid_req), quantity */
  readonly sellBid7OrderQuantity: number | null;
  /** 매도8호가잔량 (sel_8bid_req), quantity */
  readonly sellBid8OrderQuantity: number | null;
  /** 매도9호가잔량 (sel_9bid_req), quantity */
  readonly sellBid9OrderQuantity: number | null;
  /** 매도10호가잔량 (sel_10bid_req), quantity */
  readonly sellBid10OrderQuantity: number | null;
  /** 매수1호가잔량 (buy_1bid_req), quantity */
  readonly buyBid1OrderQuantity: number | null;
  /** 매수2호가잔량 (buy_2bid_req), quantity */
  readonly buyBid2OrderQuantity: number | null;
  /** 매수3호가잔량 (buy_3bid_req), quantity */
  readonly buyBid3OrderQuantity: number | null;
  /** 매수4호가잔량 (buy_4bid_req), quantity */
  readonly buyBid4OrderQuantity: number | null;
  /** 매수5호가잔량 (buy_5bid_req), quantity */
  readonly buyBid5OrderQuantity: number | null;
  /** 매수6호가잔량 (buy_6bid_req), quantity */
  readonly buyBid6OrderQuantity: number | null;
  /** 매수7호가잔량 (buy_7bid_req), quantity */
  readonly buyBid7OrderQuantity: number | null;
  /** 매수8호가잔량 (buy_8bid_req), quantity */
  readonly buyBid8OrderQuantity: number | null;
  /** 매수9호가잔량 (buy_9bid_req), quantity */
  readonly buyBid9OrderQuantity: number | null;
  /** 매수10호가잔량 (buy_10bid_req), quantity */
  readonly buyBid10OrderQuantity: number | null;
  /** 매도1호가직전대비 (sel_1bid_jub_pre), signed */
  readonly sellBid1Change: number | null;
  /** 매도2호가직전대비 (sel_2bid_jub_pre), signed */
  readonly sellBid2Change: number | null;
  /** 매도3호가직전대비 (sel_3bid_jub_pre), signed */
  readonly sellBid3Change: number | null;
  /** 매도4호가직전대비 (sel_4bid_jub_pre), signed */
  readonly sellBid4Change: number | null;
  /** 매도5호가직전대비 (sel_5bid_jub_pre), signed */
  readonly sellBid5Change: number | null;
  /** 매도6호가직전대비 (sel_6bid_jub_pre), signed */
  readonly sellBid6Change: number | null;
  /** 매도7호가직전대비 (sel_7bid_jub_pre), signed */
  readonly sellBid7Change: number | null;
  /** 매도8호가직전대비 (sel_8bid_jub_pre), signed */
  readonly sellBid8Change: number | null;
  /** 매도9호가직전대비 (sel_9bid_jub_pre), signed */
  readonly sellBid9Change: number | null;
  /** 매도10호가직전대비 (sel_10bid_jub_pre), signed */
  readonly sellBid10Change: number | null;
  /** 매수1호가직전대비 (buy_1bid_jub_pre), signed */
  readonly buyBid1Change: number | null;
  /** 매수2호가직전대비 (buy_2bid_jub_pre), signed */
  readonly buyBid2Change: number | null;
  /** 매수3호가직전대비 (buy_3bid_jub_pre), signed */
  readonly buyBid3Change: number | null;
  /** 매수4호가직전대비 (buy_4bid_jub_pre), signed */
  readonly buyBid4Change: number | null;
  /** 매수5호가직전대비 (buy_5bid_jub_pre), signed */
  readonly buyBid5Change: number | null;
  /** 매수6호가직전대비 (buy_6bid_jub_pre), signed */
  readonly buyBid6Change: number | null;
  /** 매수7호가직전대비 (buy_7bid_jub_pre), signed */
  readonly buyBid7Change: number | null;
  /** 매수8호가직전대비 (buy_8bid_jub_pre), signed */
  readonly buyBid8Change: number | null;
  /** 매수9호가직전대비 (buy_9bid_jub_pre), signed */
  readonly buyBid9Change: number | null;
  /** 매수10호가직전대비 (buy_10bid_jub_pre), signed */
  readonly buyBid10Change: number | null;
  /** 매도1호가건수 (sel_1bid_cnt), quantity */
  readonly sellBid1Count: number | null;
  /** 매도2호가건수 (sel_2bid_cnt), quantity */
  readonly sellBid2Count: number | null;
  /** 매도3호가건수 (sel_3bid_cnt), quantity */
  readonly sellBid3Count: number | null;
  /** 매도4호가건수 (sel_4bid_cnt), quantity */
  readonly sellBid4Count: number | null;
  /** 매도5호가건수 (sel_5bid_cnt), quantity */
  readonly sellBid5Count: number | null;
  /** 매수1호가건수 (buy_1bid_cnt), quantity */
  readonly buyBid1Count: number | null;
  /** 매수2호가건수 (buy_2bid_cnt), quantity */
  readonly buyBid2Count: number | null;
  /** 매수3호가건수 (buy_3bid_cnt), quantity */
  readonly buyBid3Count: number | null;
  /** 매수4호가건수 (buy_4bid_cnt), quantity */
  readonly buyBid4Count: number | null;
  /** 매수5호가건수 (buy_5bid_cnt), quantity */
  readonly buyBid5Count: number | null;
  /** LP매도1호가잔량 (lpsel_1bid_req), quantity */
  readonly lpSellBid1OrderQuantity: number | null;
  /** LP매도2호가잔량 (lpsel_2bid_req), quantity */
  readonly lpSellBid2OrderQuantity: number | null;
  /** LP매도3호가잔량 (lpsel_3bid_req), quantity */
  readonly lpSellBid3OrderQuantity: number | null;
  /** LP매도4호가잔량 (lpsel_4bid_req), quantity */
  readonly lpSellBid4OrderQuantity: number | null;
  /** LP매도5호가잔량 (lpsel_5bid_req), quantity */
  readonly lpSellBid5OrderQuantity: number | null;
  /** LP매도6호가잔량 (lpsel_6bid_req), quantity */
  readonly lpSellBid6OrderQuantity: number | null;
  /** LP매도7호가잔량 (lpsel_7bid_req), quantity */
  readonly lpSellBid7OrderQuantity: number | null;
  /** LP매도8호가잔량 (lpsel_8bid_req), quantity */
  readonly lpSellBid8OrderQuantity: number | null;
  /** LP매도9호가잔량 (lpsel_9bid_req), quantity */
  readonly lpSellBid9OrderQuantity: number | null;
  /** LP매도10호가잔량 (lpsel_10bid_req), quantity */
  readonly lpSellBid10OrderQuantity: number | null;
  /** LP매수1호가잔량 (lpbuy_1bid_req), quantity */
  readonly lpBuyBid1OrderQuantity: number | null;
  /** LP매수2호가잔량 (lpbuy_2bid_req), quantity */
  readonly lpBuyBid2OrderQuantity: number | null;
  /** LP매수3호가잔량 (lpbuy_3bid_req), quantity */
  readonly lpBuyBid3OrderQuantity: number | null;
  /** LP매수4호가잔량 (lpbuy_4bid_req), quantity */
  readonly lpBuyBid4OrderQuantity: number | null;
  /** LP매수5호가잔량 (lpbuy_5bid_req), quantity */
  readonly lpBuyBid5OrderQuantity: number | null;
  /** LP매수6호가잔량 (lpbuy_6bid_req), quantity */
  readonly lpBuyBid6OrderQuantity: number | null;
  /** LP매수7호가잔량 (lpbuy_7bid_req), quantity */
  readonly lpBuyBid7OrderQuantity: number | null;
  /** LP매수8호가잔량 (lpbuy_8bid_req), quantity */
  readonly lpBuyBid8OrderQuantity: number | null;
  /** LP매수9호가잔량 (lpbuy_9bid_req), quantity */
  readonly lpBuyBid9OrderQuantity: number | null;
  /** LP매수10호가잔량 (lpbuy_10bid_req), quantity */
  readonly lpBuyBid10OrderQuantity: number | null;
  /** 총매수잔량 (tot_buy_req), quantity */
  readonly totalBidQuantity: number | null;
  /** 총매도잔량 (tot_sel_req), quantity */
  readonly totalAskQuantity: number | null;
  /** 총매수건수 (tot_buy_cnt), quantity */
  readonly totalBuyCount: number | null;
  /** 총매도건수 (tot_sel_cnt), quantity */
  readonly totalSellCount: number | null;
}

/** ka10011 신주인수권전체시세요청, subscription rights quotes: what it is asked with. */
export interface Ka10011Request {
  /** 신주인수권구분 (newstk_recvrht_tp), code */
  readonly newShareSubscriptionRightType: '00' | '05' | '07';
}

/** ka10011 신주인수권전체시세요청, subscription rights quotes: what it answers. */
export interface Ka10011Answer {
  /** 신주인수권시세 (newstk_recvrht_mrpr) */
  readonly newShareSubscriptionRightQuote: readonly Ka10011AnswerNewShareSubscriptionRightQuote[];
}

/** 신주인수권시세 (newstk_recvrht_mrpr) of Ka10011Answer. */
export interface Ka10011AnswerNewShareSubscriptionRightQuote {
  /** 종목코드 (stk_cd), code */
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
  /** 최우선매도호가 (fpr_sel_bid), price */
  readonly bestAskPrice: number | null;
  /** 최우선매수호가 (fpr_buy_bid), price */
  readonly bestBidPrice: number | null;
  /** 누적거래량 (acc_trde_qty), quantity */
  readonly cumulativeVolume: number | null;
  /** 시가 (open_pric), price */
  readonly openPrice: number | null;
  /** 고가 (high_pric), price */
  readonly highPrice: number | null;
  /** 저가 (low_pric), price */
  readonly lowPrice: number | null;
}

/** ka10044 일별기관매매종목요청, institutions by day: what it is asked with. */
export interface Ka10044Request {
  /** 시작일자 (strt_dt), date */
  readonly startDate: string | number;
  /** 종료일자 (end_dt), date */
  readonly endDate: string | number;
  /** 매매구분 (trde_tp), code */
  readonly tradeType: '1' | '2';
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '001';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10044 일별기관매매종목요청, institutions by day: what it answers. */
export interface Ka10044Answer {
  /** 일별기관매매종목 (daly_orgn_trde_stk) */
  readonly dailyInstitutionTradeStock: readonly Ka10044AnswerDailyInstitutionTradeStock[];
}

/** 일별기관매매종목 (daly_orgn_trde_stk) of Ka10044Answer. */
export interface Ka10044AnswerDailyInstitutionTradeStock {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | null;
  /** 종목명 (stk_nm), text */
  readonly stockName: string | null;
  /** 순매수수량 (netprps_qty), signed */
  readonly netBuyQuantity: number | null;
  /** 순매수금액 (netprps_amt), won */
  readonly netBuyAmount: number | null;
  /** prsm_avg_pric, price */
  readonly estimatedAveragePrice: number | null;
  /** cur_prc, price */
  readonly currentPrice: number | null;
  /** avg_pric_pre, signed */
  readonly averagePriceChange: number | null;
  /** pre_rt, percent */
  readonly changeRate: number | null;
}

/** ka10045 종목별기관매매추이요청, institutions of a stock by day: what it is asked with. */
export interface Ka10045Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 시작일자 (strt_dt), date */
  readonly startDate: string | number;
  /** 종료일자 (end_dt), date */
  readonly endDate: string | number;
  /** 기관추정단가구분 (orgn_prsm_unp_tp), code */
  readonly institutionEstimatedUnitPriceType: '1' | '2';
  /** 외인추정단가구분 (for_prsm_unp_tp), code */
  readonly foreignEstimatedUnitPriceType: '1' | '2';
}

/** ka10045 종목별기관매매추이요청, institutions of a stock by day: what it answers. */
export interface Ka10045Answer {
  /** 기관추정평균가 (orgn_prsm_avg_pric), price */
  readonly institutionEstimatedAveragePrice: number | null;
  /** 외인추정평균가 (for_prsm_avg_pric), price */
  readonly foreignEstimatedAveragePrice: number | null;
  /** 종목별기관매매추이 (stk_orgn_trde_trnsn) */
  readonly stockInstitutionTradeTrend: readonly Ka10045AnswerStockInstitutionTradeTrend[];
}

/** 종목별기관매매추이 (stk_orgn_trde_trnsn) of Ka10045Answer. */
export interface Ka10045AnswerStockInstitutionTradeTrend {
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 종가 (close_pric), price */
  readonly closePrice: number | null;
  /** 대비기호 (pre_sig), code */
  readonly changeSign: string | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 기관기간누적 (orgn_dt_acc), signed */
  readonly institutionDateCumulative: number | null;
  /** 기관일별순매매수량 (orgn_daly_nettrde_qty), signed */
  readonly institutionDailyNetTradeQuantity: number | null;
  /** 외인기간누적 (for_dt_acc), signed */
  readonly foreignDateCumulative: number | null;
  /** 외인일별순매매수량 (for_daly_nettrde_qty), signed */
  readonly foreignDailyNetTradeQuantity: number | null;
  /** 한도소진율 (limit_exh_rt), percent */
  readonly limitExhaustionRate: number | null;
}

/** ka10046 체결강도추이시간별요청, trade strength by time: what it is asked with. */
export interface Ka10046Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka10046 체결강도추이시간별요청, trade strength by time: what it answers. */
export interface Ka10046Answer {
  /** 체결강도시간별 (cntr_str_tm) */
  readonly tradeStrengthTime: readonly Ka10046AnswerTradeStrengthTime[];
}

/** 체결강도시간별 (cntr_str_tm) of Ka10046Answer. */
export interface Ka10046AnswerTradeStrengthTime {
  /** 체결시간 (cntr_tm), time */
  readonly tradeTime: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 거래량 (trde_qty), signed */
  readonly volume: number | null;
  /** 누적거래대금 (acc_trde_prica), won */
  readonly cumulativeTradedValue: number | null;
  /** 누적거래량 (acc_trde_qty), quantity */
  readonly cumulativeVolume: number | null;
  /** 체결강도 (cntr_str), percent */
  readonly tradeStrength: number | null;
  /** 체결강도5분 (cntr_str_5min), percent */
  readonly tradeStrength5: number | null;
  /** 체결강도20분 (cntr_str_20min), percent */
  readonly tradeStrength20: number | null;
  /** 체결강도60분 (cntr_str_60min), percent */
  readonly tradeStrength60: number | null;
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: string | null;
}

/** ka10047 체결강도추이일별요청, trade strength by day: what it is asked with. */
export interface Ka10047Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka10047 체결강도추이일별요청, trade strength by day: what it answers. */
export interface Ka10047Answer {
  /** 체결강도일별 (cntr_str_daly) */
  readonly tradeStrengthDaily: readonly Ka10047AnswerTradeStrengthDaily[];
}

/** 체결강도일별 (cntr_str_daly) of Ka10047Answer. */
export interface Ka10047AnswerTradeStrengthDaily {
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 현재가 (cur_prc), price */
  readonly currentPrice: number | null;
  /** 전일대비 (pred_pre), signed */
  readonly change: number | null;
  /** 전일대비기호 (pred_pre_sig), code */
  readonly changeSign: string | null;
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 누적거래대금 (acc_trde_prica), won */
  readonly cumulativeTradedValue: number | null;
  /** 누적거래량 (acc_trde_qty), quantity */
  readonly cumulativeVolume: number | null;
  /** 체결강도 (cntr_str), percent */
  readonly tradeStrength: number | null;
  /** 체결강도5일 (cntr_str_5min), percent */
  readonly tradeStrength5: number | null;
  /** 체결강도20일 (cntr_str_20min), percent */
  readonly tradeStrength20: number | null;
  /** 체결강도60일 (cntr_str_60min), percent */
  readonly tradeStrength60: number | null;
}

/** ka10063 장중투자자별매매요청, investors during the session: what it is asked with. */
export interface Ka10063Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 금액수량구분 (amt_qty_tp), code */
  readonly amountQuantityType: '1' | '2';
  /** 투자자별 (invsr), signed */
  readonly investor: '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7';
  /** 외국계전체 (frgn_all), signed */
  readonly foreignBrokerAll: '0' | '1';
  /** 동시순매수구분 (smtm_netprps_tp), code */
  readonly simultaneousNetBuyType: '0' | '1';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10063 장중투자자별매매요청, investors during the session: what it answers. */
export interface Ka10063Answer {
  /** 장중투자자별매매 (opmr_invsr_trde) */
  readonly intradayInvestors: readonly Ka10063AnswerIntradayInvestors[];
}

/** 장중투자자별매매 (opmr_invsr_trde) of Ka10063Answer. */
export interface Ka10063AnswerIntradayInvestors {
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
  /** 등락율 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 누적거래량 (acc_trde_qty), quantity */
  readonly cumulativeVolume: number | null;
  /** 순매수수량 (netprps_qty), signed */
  readonly netBuyQuantity: number | null;
  /** 이전시점순매수수량 (prev_pot_netprps_qty), signed */
  readonly previousTimeNetBuyQuantity: number | null;
  /** 순매수증감 (netprps_irds), signed */
  readonly netBuyChange: number | null;
  /** 매수수량 (buy_qty), signed */
  readonly buyQuantity: number | null;
  /** 매수수량증감 (buy_qty_irds), signed */
  readonly buyQuantityChange: number | null;
  /** 매도수량 (sell_qty), signed */
  readonly sellQuantity: number | null;
  /** 매도수량증감 (sell_qty_irds), signed */
  readonly sellQuantityChange: number | null;
}

/** ka10066 장마감후투자자별매매요청, investors after the close: what it is asked with. */
export interface Ka10066Request {
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '101' | '000' | '001';
  /** 금액수량구분 (amt_qty_tp), code */
  readonly amountQuantityType: '1' | '2';
  /** 매매구분 (trde_tp), code */
  readonly tradeType: '0' | '1' | '2';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka10066 장마감후투자자별매매요청, investors after the close: what it answers. */
export interface Ka10066Answer {
  /** 장중투자자별매매차트 (opaf_invsr_trde) */
  readonly intradayAfterInvestors: readonly Ka10066AnswerIntradayAfterInvestors[];
}

/** 장중투자자별매매차트 (opaf_invsr_trde) of Ka10066Answer. */
export interface Ka10066AnswerIntradayAfterInvestors {
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
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
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
}

/** ka10078 증권사별종목매매동향요청, brokers of a stock by day: what it is asked with. */
export interface Ka10078Request {
  /** 회원사코드 (mmcm_cd), code */
  readonly memberCode: string | number;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 시작일자 (strt_dt), date */
  readonly startDate: string | number;
  /** 종료일자 (end_dt), date */
  readonly endDate: string | number;
}

/** ka10078 증권사별종목매매동향요청, brokers of a stock by day: what it answers. */
export interface Ka10078Answer {
  /** 증권사별종목매매동향 (sec_stk_trde_trend) */
  readonly securitiesFirmStockTradeTrend: readonly Ka10078AnswerSecuritiesFirmStockTradeTrend[];
}

/** 증권사별종목매매동향 (sec_stk_trde_trend) of Ka10078Answer. */
export interface Ka10078AnswerSecuritiesFirmStockTradeTrend {
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
  /** 순매수수량 (netprps_qty), signed */
  readonly netBuyQuantity: number | null;
  /** 매수수량 (buy_qty), quantity */
  readonly buyQuantity: number | null;
  /** 매도수량 (sell_qty), quantity */
  readonly sellQuantity: number | null;
}

/** ka10086 일별주가요청, daily prices: what it is asked with. */
export interface Ka10086Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 조회일자 (qry_dt), date */
  readonly queryDate: string | number;
  /** 표시구분 (indc_tp), code */
  readonly displayType: '0' | '1';
}

/** ka10086 일별주가요청, daily prices: what it answers. */
export interface Ka10086Answer {
  /** 일별주가 (daly_stkpc) */
  readonly dailyStockPrice: readonly Ka10086AnswerDailyStockPrice[];
}

/** 일별주가 (daly_stkpc) of Ka10086Answer. */
export interface Ka10086AnswerDailyStockPrice {
  /** 날짜 (date), date */
  readonly date: string | null;
  /** 시가 (open_pric), price */
  readonly openPrice: number | null;
  /** 고가 (high_pric), price */
  readonly highPrice: number | null;
  /** 저가 (low_pric), price */
  readonly lowPrice: number | null;
  /** 종가 (close_pric), price */
  readonly closePrice: number | null;
  /** 전일비 (pred_rt), percent */
  readonly previousRate: number | null;
  /** 등락률 (flu_rt), percent */
  readonly changeRate: number | null;
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 금액(백만) (amt_mn), won */
  readonly amountMillion: number | null;
  /** 신용비 (crd_rt), percent */
  readonly creditRate: number | null;
  /** 개인 (ind), signed */
  readonly individual: number | null;
  /** 기관 (orgn), signed */
  readonly institution: number | null;
  /** 외인수량 (for_qty), signed */
  readonly foreignQuantity: number | null;
  /** 외국계 (frgn), signed */
  readonly foreignBroker: number | null;
  /** 프로그램 (prm), signed */
  readonly program: number | null;
  /** 외인비 (for_rt), percent */
  readonly foreignRate: number | null;
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
  /** 신용잔고율 (crd_remn_rt), percent */
  readonly creditRemainingRate: number | null;
}

/** ka10087 시간외단일가요청, after-hours single price: what it is asked with. */
export interface Ka10087Request {
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
}

/** ka10087 시간외단일가요청, after-hours single price: what it answers. */
export interface Ka10087Answer {
  /** 호가잔량기준시간 (bid_req_base_tm), time */
  readonly quoteBaseTime: string | null;
  /** 시간외단일가_매도호가직전대비5 (ovt_sigpric_sel_bid_jub_pre_5), signed */
  readonly afterHoursSinglePriceAskPriceChange5: number | null;
  /** 시간외단일가_매도호가직전대비4 (ovt_sigpric_sel_bid_jub_pre_4), signed */
  readonly afterHoursSinglePriceAskPriceChange4: number | null;
  /** 시간외단일가_매도호가직전대비3 (ovt_sigpric_sel_bid_jub_pre_3), signed */
  readonly afterHoursSinglePriceAskPriceChange3: number | null;
  /** 시간외단일가_매도호가직전대비2 (ovt_sigpric_sel_bid_jub_pre_2), signed */
  readonly afterHoursSinglePriceAskPriceChange2: number | null;
  /** 시간외단일가_매도호가직전대비1 (ovt_sigpric_sel_bid_jub_pre_1), signed */
  readonly afterHoursSinglePriceAskPriceChange1: number | null;
  /** 시간외단일가_매도호가수량5 (ovt_sigpric_sel_bid_qty_5), quantity */
  readonly afterHoursSinglePriceAskPriceQuantity5: number | null;
  /** 시간외단일가_매도호가수량4 (ovt_sigpric_sel_bid_qty_4), quantity */
  readonly afterHoursSinglePriceAskPriceQuantity4: number | null;
  /** 시간외단일가_매도호가수량3 (ovt_sigpric_sel_bid_qty_3), quantity */
  readonly afterHoursSinglePriceAskPriceQuantity3: number | null;
  /** 시간외단일가_매도호가수량2 (ovt_sigpric_sel_bid_qty_2), quantity */
  readonly afterHoursSinglePriceAskPriceQuantity2: number | null;
  /** 시간외단일가_매도호가수량1 (ovt_sigpric_sel_bid_qty_1), quantity */
  readonly afterHoursSinglePriceAskPriceQuantity1: number | null;
  /** 시간외단일가_매도호가5 (ovt_sigpric_sel_bid_5), price */
  readonly afterHoursSinglePriceAskPrice5: number | null;
  /** 시간외단일가_매도호가4 (ovt_sigpric_sel_bid_4), price */
  readonly afterHoursSinglePriceAskPrice4: number | null;
  /** 시간외단일가_매도호가3 (ovt_sigpric_sel_bid_3), price */
  readonly afterHoursSinglePriceAskPrice3: number | null;
  /** 시간외단일가_매도호가2 (ovt_sigpric_sel_bid_2), price */
  readonly afterHoursSinglePriceAskPrice2: number | null;
  /** 시간외단일가_매도호가1 (ovt_sigpric_sel_bid_1), price */
  readonly afterHoursSinglePriceAskPrice1: number | null;
  /** 시간외단일가_매수호가1 (ovt_sigpric_buy_bid_1), price */
  readonly afterHoursSinglePriceBidPrice1: number | null;
  /** 시간외단일가_매수호가2 (ovt_sigpric_buy_bid_2), price */
  readonly afterHoursSinglePriceBidPrice2: number | null;
  /** 시간외단일가_매수호가3 (ovt_sigpric_buy_bid_3), price */
  readonly afterHoursSinglePriceBidPrice3: number | null;
  /** 시간외단일가_매수호가4 (ovt_sigpric_buy_bid_4), price */
  readonly afterHoursSinglePriceBidPrice4: number | null;
  /** 시간외단일가_매수호가5 (ovt_sigpric_buy_bid_5), price */
  readonly afterHoursSinglePriceBidPrice5: number | null;
  /** 시간외단일가_매수호가수량1 (ovt_sigpric_buy_bid_qty_1), quantity */
  readonly afterHoursSinglePriceBidPriceQuantity1: number | null;
  /** 시간외단일가_매수호가수량2 (ovt_sigpric_buy_bid_qty_2), quantity */
  readonly afterHoursSinglePriceBidPriceQuantity2: number | null;
  /** 시간외단일가_매수호가수량3 (ovt_sigpric_buy_bid_qty_3), quantity */
  readonly afterHoursSinglePriceBidPriceQuantity3: number | null;
  /** 시간외단일가_매수호가수량4 (ovt_sigpric_buy_bid_qty_4), quantity */
  readonly afterHoursSinglePriceBidPriceQuantity4: number | null;
  /** 시간외단일가_매수호가수량5 (ovt_sigpric_buy_bid_qty_5), quantity */
  readonly afterHoursSinglePriceBidPriceQuantity5: number | null;
  /** 시간외단일가_매수호가직전대비1 (ovt_sigpric_buy_bid_jub_pre_1), signed */
  readonly afterHoursSinglePriceBidPriceChange1: number | null;
  /** 시간외단일가_매수호가직전대비2 (ovt_sigpric_buy_bid_jub_pre_2), signed */
  readonly afterHoursSinglePriceBidPriceChange2: number | null;
  /** 시간외단일가_매수호가직전대비3 (ovt_sigpric_buy_bid_jub_pre_3), signed */
  readonly afterHoursSinglePriceBidPriceChange3: number | null;
  /** 시간외단일가_매수호가직전대비4 (ovt_sigpric_buy_bid_jub_pre_4), signed */
  readonly afterHoursSinglePriceBidPriceChange4: number | null;
  /** 시간외단일가_매수호가직전대비5 (ovt_sigpric_buy_bid_jub_pre_5), signed */
  readonly afterHoursSinglePriceBidPriceChange5: number | null;
  /** 시간외단일가_매도호가총잔량 (ovt_sigpric_sel_bid_tot_req), quantity */
  readonly afterHoursSinglePriceAskPriceTotalQuantity: number | null;
  /** 시간외단일가_매수호가총잔량 (ovt_sigpric_buy_bid_tot_req), quantity */
  readonly afterHoursSinglePriceBidPriceTotalQuantity: number | null;
  /** 매도호가총잔량직전대비 (sel_bid_tot_req_jub_pre), signed */
  readonly askPriceTotalQuantityChange: number | null;
  /** 매도호가총잔량 (sel_bid_tot_req), quantity */
  readonly askPriceTotalQuantity: number | null;
  /** 매수호가총잔량 (buy_bid_tot_req), quantity */
  readonly bidPriceTotalQuantity: number | null;
  /** 매수호가총잔량직전대비 (buy_bid_tot_req_jub_pre), signed */
  readonly bidPriceTotalQuantityChange: number | null;
  /** 시간외매도호가총잔량직전대비 (ovt_sel_bid_tot_req_jub_pre), signed */
  readonly afterHoursAskPriceTotalQuantityChange: number | null;
  /** 시간외매도호가총잔량 (ovt_sel_bid_tot_req), quantity */
  readonly afterHoursAskPriceTotalQuantity: number | null;
  /** 시간외매수호가총잔량 (ovt_buy_bid_tot_req), quantity */
  readonly afterHoursBidPriceTotalQuantity: number | null;
  /** 시간외매수호가총잔량직전대비 (ovt_buy_bid_tot_req_jub_pre), signed */
  readonly afterHoursBidPriceTotalQuantityChange: number | null;
  /** 시간외단일가_현재가 (ovt_sigpric_cur_prc), price */
  readonly afterHoursSinglePriceCurrentPrice: number | null;
  /** 시간외단일가_전일대비기호 (ovt_sigpric_pred_pre_sig), code */
  readonly afterHoursSinglePriceChangeSign: string | null;
  /** 시간외단일가_전일대비 (ovt_sigpric_pred_pre), signed */
  readonly afterHoursSinglePriceChange: number | null;
  /** 시간외단일가_등락률 (ovt_sigpric_flu_rt), percent */
  readonly afterHoursSinglePriceChangeRate: number | null;
  /** 시간외단일가_누적거래량 (ovt_sigpric_acc_trde_qty), quantity */
  readonly afterHoursSinglePriceCumulativeVolume: number | null;
}

/** ka90005 프로그램매매추이요청 시간대별, program trading by time: what it is asked with. */
export interface Ka90005Request {
  /** 날짜 (date), date */
  readonly date: string | number;
  /** 금액수량구분 (amt_qty_tp), code */
  readonly amountQuantityType: '1' | '2';
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: string | number;
  /** 분틱구분 (min_tic_tp), code */
  readonly minTickType: '0' | '1';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka90005 프로그램매매추이요청 시간대별, program trading by time: what it answers. */
export interface Ka90005Answer {
  /** 프로그램매매추이 (prm_trde_trnsn) */
  readonly programTradeTrend: readonly Ka90005AnswerProgramTradeTrend[];
}

/** 프로그램매매추이 (prm_trde_trnsn) of Ka90005Answer. */
export interface Ka90005AnswerProgramTradeTrend {
  /** 체결시간 (cntr_tm), time */
  readonly tradeTime: string | null;
  /** 차익거래매도 (dfrt_trde_sel), signed */
  readonly arbitrageTradeSell: number | null;
  /** 차익거래매수 (dfrt_trde_buy), signed */
  readonly arbitrageTradeBuy: number | null;
  /** 차익거래순매수 (dfrt_trde_netprps), signed */
  readonly arbitrageTradeNetBuy: number | null;
  /** 비차익거래매도 (ndiffpro_trde_sel), signed */
  readonly nonArbitrageTradeSell: number | null;
  /** 비차익거래매수 (ndiffpro_trde_buy), signed */
  readonly nonArbitrageTradeBuy: number | null;
  /** 비차익거래순매수 (ndiffpro_trde_netprps), signed */
  readonly nonArbitrageTradeNetBuy: number | null;
  /** 차익거래매도수량 (dfrt_trde_sell_qty), quantity */
  readonly arbitrageTradeSellQuantity: number | null;
  /** 차익거래매수수량 (dfrt_trde_buy_qty), quantity */
  readonly arbitrageTradeBuyQuantity: number | null;
  /** 차익거래순매수수량 (dfrt_trde_netprps_qty), signed */
  readonly arbitrageTradeNetBuyQuantity: number | null;
  /** 비차익거래매도수량 (ndiffpro_trde_sell_qty), quantity */
  readonly nonArbitrageTradeSellQuantity: number | null;
  /** 비차익거래매수수량 (ndiffpro_trde_buy_qty), quantity */
  readonly nonArbitrageTradeBuyQuantity: number | null;
  /** 비차익거래순매수수량 (ndiffpro_trde_netprps_qty), signed */
  readonly nonArbitrageTradeNetBuyQuantity: number | null;
  /** 전체매도 (all_sel), signed */
  readonly allSell: number | null;
  /** 전체매수 (all_buy), signed */
  readonly allBuy: number | null;
  /** 전체순매수 (all_netprps), signed */
  readonly allNetBuy: number | null;
  /** KOSPI200 (kospi200), signed */
  readonly kospi200: number | null;
  /** BASIS (basis), signed */
  readonly basis: number | null;
}

/** ka90006 프로그램매매차익잔고추이요청, program arbitrage balance: what it is asked with. */
export interface Ka90006Request {
  /** 날짜 (date), date */
  readonly date: string | number;
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka90006 프로그램매매차익잔고추이요청, program arbitrage balance: what it answers. */
export interface Ka90006Answer {
  /** 프로그램매매차익잔고추이 (prm_trde_dfrt_remn_trnsn) */
  readonly programTradeArbitrageRemainingTrend: readonly Ka90006AnswerProgramTradeArbitrageRemainingTrend[];
}

/** 프로그램매매차익잔고추이 (prm_trde_dfrt_remn_trnsn) of Ka90006Answer. */
export interface Ka90006AnswerProgramTradeArbitrageRemainingTrend {
  /** 일자 (dt), date */
  readonly date: string | null;
  /** 매수차익거래수량 (buy_dfrt_trde_qty), quantity */
  readonly buyArbitrageVolume: number | null;
  /** 매수차익거래금액 (buy_dfrt_trde_amt), won */
  readonly buyArbitrageTradeAmount: number | null;
  /** 매수차익거래증감액 (buy_dfrt_trde_irds_amt), signed */
  readonly buyArbitrageTradeChangeAmount: number | null;
  /** 매도차익거래수량 (sel_dfrt_trde_qty), quantity */
  readonly sellArbitrageVolume: number | null;
  /** 매도차익거래금액 (sel_dfrt_trde_amt), won */
  readonly sellArbitrageTradeAmount: number | null;
  /** 매도차익거래증감액 (sel_dfrt_trde_irds_amt), signed */
  readonly sellArbitrageTradeChangeAmount: number | null;
}

/** ka90007 프로그램매매누적추이요청, program trading accumulated: what it is asked with. */
export interface Ka90007Request {
  /** 날짜 (date), date */
  readonly date: string | number;
  /** 금액수량구분 (amt_qty_tp), code */
  readonly amountQuantityType: '1' | '2';
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: '0' | '1';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka90007 프로그램매매누적추이요청, program trading accumulated: what it answers. */
export interface Ka90007Answer {
  /** 프로그램매매누적추이 (prm_trde_acc_trnsn) */
  readonly programTradeCumulativeTrend: readonly Ka90007AnswerProgramTradeCumulativeTrend[];
}

/** 프로그램매매누적추이 (prm_trde_acc_trnsn) of Ka90007Answer. */
export interface Ka90007AnswerProgramTradeCumulativeTrend {
  /** 일자 (dt), date */
  readonly date: string | null;
  /** KOSPI200 (kospi200), signed */
  readonly kospi200: number | null;
  /** BASIS (basis), signed */
  readonly basis: number | null;
  /** 차익거래당일 (dfrt_trde_tdy), signed */
  readonly arbitrageTradeToday: number | null;
  /** 차익거래누적 (dfrt_trde_acc), signed */
  readonly arbitrageTradeCumulative: number | null;
  /** 비차익거래당일 (ndiffpro_trde_tdy), signed */
  readonly nonArbitrageTradeToday: number | null;
  /** 비차익거래누적 (ndiffpro_trde_acc), signed */
  readonly nonArbitrageTradeCumulative: number | null;
  /** 전체당일 (all_tdy), signed */
  readonly allToday: number | null;
  /** 전체누적 (all_acc), signed */
  readonly allCumulative: number | null;
}

/** ka90008 종목시간별프로그램매매추이요청, program trading of a stock by time: what it is asked with. */
export interface Ka90008Request {
  /** 금액수량구분 (amt_qty_tp), code */
  readonly amountQuantityType: '1' | '2';
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 날짜 (date), date */
  readonly date: string | number;
}

/** ka90008 종목시간별프로그램매매추이요청, program trading of a stock by time: what it answers. */
export interface Ka90008Answer {
  /** 종목시간별프로그램매매추이 (stk_tm_prm_trde_trnsn) */
  readonly stockTimeProgramTradeTrend: readonly Ka90008AnswerStockTimeProgramTradeTrend[];
}

/** 종목시간별프로그램매매추이 (stk_tm_prm_trde_trnsn) of Ka90008Answer. */
export interface Ka90008AnswerStockTimeProgramTradeTrend {
  /** 시간 (tm), time */
  readonly time: string | null;
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
  /** 프로그램매도금액 (prm_sell_amt), won */
  readonly programSellAmount: number | null;
  /** 프로그램매수금액 (prm_buy_amt), won */
  readonly programBuyAmount: number | null;
  /** 프로그램순매수금액 (prm_netprps_amt), won */
  readonly programNetBuyAmount: number | null;
  /** 프로그램순매수금액증감 (prm_netprps_amt_irds), signed */
  readonly programNetBuyAmountChange: number | null;
  /** 프로그램매도수량 (prm_sell_qty), quantity */
  readonly programSellQuantity: number | null;
  /** 프로그램매수수량 (prm_buy_qty), quantity */
  readonly programBuyQuantity: number | null;
  /** 프로그램순매수수량 (prm_netprps_qty), signed */
  readonly programNetBuyQuantity: number | null;
  /** 프로그램순매수수량증감 (prm_netprps_qty_irds), signed */
  readonly programNetBuyQuantityChange: number | null;
  /** 기준가시간 (base_pric_tm), time */
  readonly basePriceTime: string | null;
  /** 대차거래상환주수합 (dbrt_trde_rpy_sum), quantity */
  readonly lendingTradeRepaidSum: number | null;
  /** 잔고수주합 (remn_rcvord_sum), won */
  readonly remainingHeldOrdersSum: number | null;
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: string | null;
}

/** ka90010 프로그램매매추이요청 일자별, program trading by day: what it is asked with. */
export interface Ka90010Request {
  /** 날짜 (date), date */
  readonly date: string | number;
  /** 금액수량구분 (amt_qty_tp), code */
  readonly amountQuantityType: '1' | '2';
  /** 시장구분 (mrkt_tp), code */
  readonly marketType: string | number;
  /** 분틱구분 (min_tic_tp), code */
  readonly minTickType: '0' | '1';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: '1' | '2' | '3';
}

/** ka90010 프로그램매매추이요청 일자별, program trading by day: what it answers. */
export interface Ka90010Answer {
  /** 프로그램매매추이 (prm_trde_trnsn) */
  readonly programTradeTrend: readonly Ka90010AnswerProgramTradeTrend[];
}

/** 프로그램매매추이 (prm_trde_trnsn) of Ka90010Answer. */
export interface Ka90010AnswerProgramTradeTrend {
  /** 체결시간 (cntr_tm), datetime */
  readonly tradeTime: number | null;
  /** 차익거래매도 (dfrt_trde_sel), signed */
  readonly arbitrageTradeSell: number | null;
  /** 차익거래매수 (dfrt_trde_buy), signed */
  readonly arbitrageTradeBuy: number | null;
  /** 차익거래순매수 (dfrt_trde_netprps), signed */
  readonly arbitrageTradeNetBuy: number | null;
  /** 비차익거래매도 (ndiffpro_trde_sel), signed */
  readonly nonArbitrageTradeSell: number | null;
  /** 비차익거래매수 (ndiffpro_trde_buy), signed */
  readonly nonArbitrageTradeBuy: number | null;
  /** 비차익거래순매수 (ndiffpro_trde_netprps), signed */
  readonly nonArbitrageTradeNetBuy: number | null;
  /** 차익거래매도수량 (dfrt_trde_sell_qty), quantity */
  readonly arbitrageTradeSellQuantity: number | null;
  /** 차익거래매수수량 (dfrt_trde_buy_qty), quantity */
  readonly arbitrageTradeBuyQuantity: number | null;
  /** 차익거래순매수수량 (dfrt_trde_netprps_qty), signed */
  readonly arbitrageTradeNetBuyQuantity: number | null;
  /** 비차익거래매도수량 (ndiffpro_trde_sell_qty), quantity */
  readonly nonArbitrageTradeSellQuantity: number | null;
  /** 비차익거래매수수량 (ndiffpro_trde_buy_qty), quantity */
  readonly nonArbitrageTradeBuyQuantity: number | null;
  /** 비차익거래순매수수량 (ndiffpro_trde_netprps_qty), signed */
  readonly nonArbitrageTradeNetBuyQuantity: number | null;
  /** 전체매도 (all_sel), signed */
  readonly allSell: number | null;
  /** 전체매수 (all_buy), signed */
  readonly allBuy: number | null;
  /** 전체순매수 (all_netprps), signed */
  readonly allNetBuy: number | null;
  /** KOSPI200 (kospi200), signed */
  readonly kospi200: number | null;
  /** BASIS (basis), signed */
  readonly basis: number | null;
}

/** ka90013 종목일별프로그램매매추이요청, program trading of a stock by day: what it is asked with. */
export interface Ka90013Request {
  /** 금액수량구분 (amt_qty_tp), code */
  readonly amountQuantityType?: '1' | '2' | undefined;
  /** 종목코드 (stk_cd), symbol */
  readonly stockCode: string | number;
  /** 날짜 (date), date */
  readonly date?: string | number | undefined;
}

/** ka90013 종목일별프로그램매매추이요청, program trading of a stock by day: what it answers. */
export interface Ka90013Answer {
  /** 종목일별프로그램매매추이 (stk_daly_prm_trde_trnsn) */
  readonly stockDailyProgramTradeTrend: readonly Ka90013AnswerStockDailyProgramTradeTrend[];
}

/** 종목일별프로그램매매추이 (stk_daly_prm_trde_trnsn) of Ka90013Answer. */
export interface Ka90013AnswerStockDailyProgramTradeTrend {
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
  /** 거래량 (trde_qty), quantity */
  readonly volume: number | null;
  /** 프로그램매도금액 (prm_sell_amt), won */
  readonly programSellAmount: number | null;
  /** 프로그램매수금액 (prm_buy_amt), won */
  readonly programBuyAmount: number | null;
  /** 프로그램순매수금액 (prm_netprps_amt), won */
  readonly programNetBuyAmount: number | null;
  /** 프로그램순매수금액증감 (prm_netprps_amt_irds), signed */
  readonly programNetBuyAmountChange: number | null;
  /** 프로그램매도수량 (prm_sell_qty), quantity */
  readonly programSellQuantity: number | null;
  /** 프로그램매수수량 (prm_buy_qty), quantity */
  readonly programBuyQuantity: number | null;
  /** 프로그램순매수수량 (prm_netprps_qty), signed */
  readonly programNetBuyQuantity: number | null;
  /** 프로그램순매수수량증감 (prm_netprps_qty_irds), signed */
  readonly programNetBuyQuantityChange: number | null;
  /** 기준가시간 (base_pric_tm), time */
  readonly basePriceTime: string | null;
  /** 대차거래상환주수합 (dbrt_trde_rpy_sum), quantity */
  readonly lendingTradeRepaidSum: number | null;
  /** 잔고수주합 (remn_rcvord_sum), won */
  readonly remainingHeldOrdersSum: number | null;
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: string | null;
}
