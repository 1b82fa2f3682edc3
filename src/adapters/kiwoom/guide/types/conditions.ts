// Written by scripts/read-guide from the guide; do not edit.
// The APIs of the group conditions.

/** ka10171 조건검색 목록조회, list of conditions: what it is asked with. */
export interface Ka10171Request {
  /** TR명 (trnm), code */
  readonly serviceName: 'CNSRLST';
}

/** ka10171 조건검색 목록조회, list of conditions: what it answers. */
export interface Ka10171Answer {
  /** 결과코드 (return_code), code */
  readonly returnCode: string | null;
  /** 결과메시지 (return_msg), text */
  readonly returnMessage: string | null;
  /** 서비스명 (trnm), code */
  readonly serviceName: string | null;
  /** 조건검색식 목록 (data) */
  readonly data: readonly Ka10171AnswerData[];
}

/** 조건검색식 목록 (data) of Ka10171Answer. */
export interface Ka10171AnswerData {
  /** 조건검색식 일련번호 (seq), text */
  readonly sequence: string | null;
  /** 조건검색식 명 (name), text */
  readonly name: string | null;
}

/** ka10172 조건검색 요청 일반, condition search once: what it is asked with. */
export interface Ka10172Request {
  /** 서비스명 (trnm), code */
  readonly serviceName: 'CNSRREQ';
  /** 조건검색식 일련번호 (seq), text */
  readonly sequence: string | number;
  /** 조회타입 (search_type), code */
  readonly searchType: '0';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: 'K';
  /** 연속조회여부 (cont_yn), flag */
  readonly hasMore?: 'Y' | 'N' | undefined;
  /** 연속조회키 (next_key), text */
  readonly nextKey?: string | number | undefined;
}

/** ka10172 조건검색 요청 일반, condition search once: what it answers. */
export interface Ka10172Answer {
  /** 결과코드 (return_code), code */
  readonly returnCode: string | null;
  /** 결과메시지 (return_msg), text */
  readonly returnMessage: string | null;
  /** 서비스명 (trnm), code */
  readonly serviceName: string | null;
  /** 조건검색식 일련번호 (seq), text */
  readonly sequence: string | null;
  /** 연속조회여부 (cont_yn), flag */
  readonly hasMore: boolean | null;
  /** 연속조회키 (next_key), text */
  readonly nextKey: string | null;
  /** 검색결과데이터 (data) */
  readonly data: readonly Ka10172AnswerData[];
}

/** 검색결과데이터 (data) of Ka10172Answer. */
export interface Ka10172AnswerData {
  /** 종목코드 (9001), symbol */
  readonly symbol: string | null;
  /** 종목명 (302), text */
  readonly name: string | null;
  /** 현재가 (10), price */
  readonly currentPrice: number | null;
  /** 전일대비기호 (25), code */
  readonly changeSign: string | null;
  /** 전일대비 (11), signed */
  readonly change: number | null;
  /** 등락율 (12), percent */
  readonly changeRate: number | null;
  /** 누적거래량 (13), quantity */
  readonly cumulativeVolume: number | null;
  /** 시가 (16), price */
  readonly open: number | null;
  /** 고가 (17), price */
  readonly high: number | null;
  /** 저가 (18), price */
  readonly low: number | null;
}

/** ka10173 조건검색 요청 실시간, condition search in real time: what it is asked with. */
export interface Ka10173Request {
  /** 서비스명 (trnm), code */
  readonly serviceName: 'CNSRREQ';
  /** 조건검색식 일련번호 (seq), text */
  readonly sequence: string | number;
  /** 조회타입 (search_type), code */
  readonly searchType: '1';
  /** 거래소구분 (stex_tp), code */
  readonly exchangeType: 'K';
}

/** ka10173 조건검색 요청 실시간, condition search in real time: what it answers. */
export interface Ka10173Answer {
  /** 결과코드 (return_code), code */
  readonly returnCode: string | null;
  /** 결과메시지 (return_msg), text */
  readonly returnMessage: string | null;
  /** 서비스명 (trnm), code */
  readonly serviceName: string | null;
  /** 조건검색식 일련번호 (seq), text */
  readonly sequence: string | null;
  /** 검색결과데이터 (data) */
  readonly data: readonly Ka10173AnswerData[];
}

/** 검색결과데이터 (data) of Ka10173Answer. */
export interface Ka10173AnswerData {
  /** 종목코드 (jmcode), symbol */
  readonly stockCode: string | null;
  /** 실시간 항목 (type), code */
  readonly type: string | null;
  /** 실시간 항목명 (name), text */
  readonly name: string | null;
  /** 실시간 수신 값 (values) */
  readonly values: Ka10173AnswerDataValues | null;
  /** item, code */
  readonly item: string | null;
}

/** 실시간 수신 값 (values) of Ka10173AnswerData. */
export interface Ka10173AnswerDataValues {
  /** 일련번호 (841), text */
  readonly sequence: string | null;
  /** 종목코드 (9001), symbol */
  readonly symbol: string | null;
  /** 삽입삭제 구분 (843), code */
  readonly insertOrDelete: string | null;
  /** 체결시간 (20), time */
  readonly tradedAt: string | null;
  /** 매도/수 구분 (907), code */
  readonly sideCode: string | null;
}

/** ka10174 조건검색 실시간 해제, end condition search in real time: what it is asked with. */
export interface Ka10174Request {
  /** 서비스명 (trnm), code */
  readonly serviceName: 'CNSRCLR';
  /** 조건검색식 일련번호 (seq), text */
  readonly sequence: string | number;
}

/** ka10174 조건검색 실시간 해제, end condition search in real time: what it answers. */
export interface Ka10174Answer {
  /** 결과코드 (return_code), code */
  readonly returnCode: string | null;
  /** 결과메시지 (return_msg), text */
  readonly returnMessage: string | null;
  /** 서비스명 (trnm), code */
  readonly serviceName: string | null;
  /** 조건검색식 일련번호 (seq), text */
  readonly sequence: string | null;
}
