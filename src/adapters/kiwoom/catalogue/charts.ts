// Chart TRs: ticks, minutes, days (guide: 차트). Rows come newest first and page into the past (kiwoom-wire 2.18).
// The last elements of each row are not in the guide: the wire carries them.

import { field, input, list, tr } from './definition.ts';

/** 주식틱차트조회요청: tick chart. */
export const ka10079 = tr({
  id: 'ka10079',
  koreanName: '주식틱차트조회요청',
  englishName: 'tick chart',
  path: '/api/dostk/chart',
  request: [
    input('stk_cd', 'symbol', 'required', 20, '종목코드'),
    input('tic_scope', 'scope', 'required', 2, '틱범위', ['1', '3', '5', '10', '30']),
    input('upd_stkpc_tp', 'adjusted', 'required', 1, '수정주가구분', ['0', '1']),
  ],
  response: [
    field('stk_cd', 'symbol', 'symbol', '종목코드'),
    field('last_tic_cnt', 'lastTickCount', 'text', '마지막틱갯수'),
  ],
  list: list('stk_tic_chart_qry', 'bars', '주식틱차트조회', [
    field('cur_prc', 'close', 'price', '현재가'),
    field('trde_qty', 'volume', 'quantity', '거래량'),
    field('cntr_tm', 'tradedAt', 'datetime', '체결시간'),
    field('open_pric', 'open', 'price', '시가'),
    field('high_pric', 'high', 'price', '고가'),
    field('low_pric', 'low', 'price', '저가'),
    field('upd_stkpc_tp', 'adjustmentKind', 'code', '수정주가구분'),
    field('upd_rt', 'adjustmentRate', 'percent', '수정비율'),
    field('bic_inds_tp', 'majorIndustry', 'text', '대업종구분'),
    field('sm_inds_tp', 'minorIndustry', 'text', '소업종구분'),
    field('stk_infr', 'stockInfo', 'text', '종목정보'),
    field('upd_stkpc_event', 'adjustmentEvent', 'text', '수정주가이벤트'),
    field('pred_close_pric', 'previousClose', 'price', '전일종가'),
    field('pred_pre', 'change', 'signed', '전일대비'),
    field('pred_pre_sig', 'changeSign', 'code', '전일대비기호'),
  ]),
});

/** 주식분봉차트조회요청: minute chart. */
export const ka10080 = tr({
  id: 'ka10080',
  koreanName: '주식분봉차트조회요청',
  englishName: 'minute chart',
  path: '/api/dostk/chart',
  request: [
    input('stk_cd', 'symbol', 'required', 20, '종목코드'),
    input('tic_scope', 'scope', 'required', 2, '틱범위', ['1', '3', '5', '10', '15', '30', '45', '60']),
    input('upd_stkpc_tp', 'adjusted', 'required', 1, '수정주가구분', ['0', '1']),
  ],
  response: [field('stk_cd', 'symbol', 'symbol', '종목코드')],
  list: list('stk_min_pole_chart_qry', 'bars', '주식분봉차트조회', [
    field('cur_prc', 'close', 'price', '현재가'),
    field('trde_qty', 'volume', 'quantity', '거래량'),
    field('cntr_tm', 'tradedAt', 'datetime', '체결시간'),
    field('open_pric', 'open', 'price', '시가'),
    field('high_pric', 'high', 'price', '고가'),
    field('low_pric', 'low', 'price', '저가'),
    field('upd_stkpc_tp', 'adjustmentKind', 'code', '수정주가구분'),
    field('upd_rt', 'adjustmentRate', 'percent', '수정비율'),
    field('bic_inds_tp', 'majorIndustry', 'text', '대업종구분'),
    field('sm_inds_tp', 'minorIndustry', 'text', '소업종구분'),
    field('stk_infr', 'stockInfo', 'text', '종목정보'),
    field('upd_stkpc_event', 'adjustmentEvent', 'text', '수정주가이벤트'),
    field('pred_close_pric', 'previousClose', 'price', '전일종가'),
    field('pred_pre', 'change', 'signed', '전일대비'),
    field('pred_pre_sig', 'changeSign', 'code', '전일대비기호'),
    field('acc_trde_qty', 'dayVolume', 'quantity', '누적거래량'),
  ]),
});

/** 주식일봉차트조회요청: daily chart. */
export const ka10081 = tr({
  id: 'ka10081',
  koreanName: '주식일봉차트조회요청',
  englishName: 'daily chart',
  path: '/api/dostk/chart',
  request: [
    input('stk_cd', 'symbol', 'required', 20, '종목코드'),
    input('base_dt', 'baseDate', 'required', 8, '기준일자'),
    input('upd_stkpc_tp', 'adjusted', 'required', 1, '수정주가구분', ['0', '1']),
  ],
  response: [field('stk_cd', 'symbol', 'symbol', '종목코드')],
  list: list('stk_dt_pole_chart_qry', 'bars', '주식일봉차트조회', [
    field('cur_prc', 'close', 'price', '현재가'),
    field('trde_qty', 'volume', 'quantity', '거래량'),
    field('trde_prica', 'tradedValue', 'won', '거래대금'),
    field('dt', 'date', 'date', '일자'),
    field('open_pric', 'open', 'price', '시가'),
    field('high_pric', 'high', 'price', '고가'),
    field('low_pric', 'low', 'price', '저가'),
    field('upd_stkpc_tp', 'adjustmentKind', 'code', '수정주가구분'),
    field('upd_rt', 'adjustmentRate', 'percent', '수정비율'),
    field('bic_inds_tp', 'majorIndustry', 'text', '대업종구분'),
    field('sm_inds_tp', 'minorIndustry', 'text', '소업종구분'),
    field('stk_infr', 'stockInfo', 'text', '종목정보'),
    field('upd_stkpc_event', 'adjustmentEvent', 'text', '수정주가이벤트'),
    field('pred_close_pric', 'previousClose', 'price', '전일종가'),
    field('pred_pre', 'change', 'signed', '전일대비'),
    field('pred_pre_sig', 'changeSign', 'code', '전일대비기호'),
    field('trde_tern_rt', 'turnover', 'percent', '거래회전율'),
  ]),
});
