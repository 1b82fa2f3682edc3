// Written by scripts/read-guide from the guide; do not edit.
// The APIs of the group real-time.

/** 00 주문체결, order notices: what it is asked with. */
export interface RealTime00Request {
  /** 서비스명 (trnm), code */
  readonly serviceName: 'REG' | 'REMOVE';
  /** 그룹번호 (grp_no), text */
  readonly groupNo: string | number;
  /** 기존등록유지여부 (refresh), text */
  readonly refresh: '0' | '1';
  /** 실시간 등록 리스트 (data) */
  readonly data: readonly RealTime00RequestData[];
}

/** 실시간 등록 리스트 (data) of RealTime00Request. */
export interface RealTime00RequestData {
  /** 실시간 등록 요소 (item), code */
  readonly item?: readonly string[] | undefined;
  /** 실시간 항목 (type), code */
  readonly type: readonly string[];
}

/** 00 주문체결, order notices: what it answers. */
export interface RealTime00Answer {
  /** 결과코드 (return_code), code */
  readonly returnCode: string | null;
  /** 결과메시지 (return_msg), text */
  readonly returnMessage: string | null;
  /** 서비스명 (trnm), code */
  readonly serviceName: string | null;
  /** 실시간 등록리스트 (data) */
  readonly data: readonly RealTime00AnswerData[];
}

/** 실시간 등록리스트 (data) of RealTime00Answer. */
export interface RealTime00AnswerData {
  /** 실시간항목 (type), code */
  readonly type: string | null;
  /** 실시간 항목명 (name), text */
  readonly name: string | null;
  /** 실시간 등록 요소 (item), code */
  readonly item: string | null;
  /** 실시간 값 리스트 (values) */
  readonly values: RealTime00AnswerDataValues | null;
}

/** 실시간 값 리스트 (values) of RealTime00AnswerData. */
export interface RealTime00AnswerDataValues {
  /** 계좌번호 (9201), text */
  readonly accountNo: string | null;
  /** 주문번호 (9203), orderNo */
  readonly orderNo: string | null;
  /** 관리자사번 (9205), text */
  readonly managerNo: string | null;
  /** 종목코드,업종코드 (9001), symbol */
  readonly symbol: string | null;
  /** 주문업무분류 (912), text */
  readonly taskKind: string | null;
  /** 주문상태 (913), text */
  readonly state: string | null;
  /** 종목명 (302), text */
  readonly name: string | null;
  /** 주문수량 (900), quantity */
  readonly orderQuantity: number | null;
  /** 주문가격 (901), price */
  readonly orderPrice: number | null;
  /** 미체결수량 (902), quantity */
  readonly remaining: number | null;
  /** 체결누계금액 (903), won */
  readonly cumulativeAmount: number | null;
  /** 원주문번호 (904), orderNo */
  readonly originalOrderNo: string | null;
  /** 주문구분 (905), code */
  readonly sideText: string | null;
  /** 매매구분 (906), code */
  readonly pricingText: string | null;
  /** 매도수구분 (907), code */
  readonly sideCode: string | null;
  /** 주문/체결시간 (908), time */
  readonly occurredAt: string | null;
  /** 체결번호 (909), text */
  readonly fillNo: string | null;
  /** 체결가 (910), price */
  readonly fillPrice: number | null;
  /** 체결량 (911), quantity */
  readonly cumulativeQuantity: number | null;
  /** 현재가 (10), price */
  readonly currentPrice: number | null;
  /** (최우선)매도호가 (27), price */
  readonly bestAsk: number | null;
  /** (최우선)매수호가 (28), price */
  readonly bestBid: number | null;
  /** 단위체결가 (914), price */
  readonly unitFillPrice: number | null;
  /** 단위체결량 (915), quantity */
  readonly unitFillQuantity: number | null;
  /** 당일매매수수료 (938), won */
  readonly commission: number | null;
  /** 당일매매세금 (939), won */
  readonly tax: number | null;
  /** 거부사유 (919), text */
  readonly rejectReason: string | null;
  /** 화면번호 (920), text */
  readonly screenNo: string | null;
  /** 터미널번호 (921), text */
  readonly terminalNo: string | null;
  /** 신용구분 (922), code */
  readonly creditKind: string | null;
  /** 대출일 (923), date */
  readonly loanDate: string | null;
  /** 시간외단일가_현재가 (10010), price */
  readonly afterHoursPrice: number | null;
  /** 거래소구분 (2134), code */
  readonly venueCode: string | null;
  /** 거래소구분명 (2135), text */
  readonly venueText: string | null;
  /** SOR여부 (2136), flag */
  readonly isSor: boolean | null;
}

/** 04 잔고, balance notices: what it is asked with. */
export interface RealTime04Request {
  /** 서비스명 (trnm), code */
  readonly serviceName: 'REG' | 'REMOVE';
  /** 그룹번호 (grp_no), text */
  readonly groupNo: string | number;
  /** 기존등록유지여부 (refresh), text */
  readonly refresh: '0' | '1';
  /** 실시간 등록 리스트 (data) */
  readonly data: readonly RealTime04RequestData[];
}

/** 실시간 등록 리스트 (data) of RealTime04Request. */
export interface RealTime04RequestData {
  /** 실시간 등록 요소 (item), code */
  readonly item?: readonly string[] | undefined;
  /** 실시간 항목 (type), code */
  readonly type: readonly string[];
}

/** 04 잔고, balance notices: what it answers. */
export interface RealTime04Answer {
  /** 결과코드 (return_code), code */
  readonly returnCode: string | null;
  /** 결과메시지 (return_msg), text */
  readonly returnMessage: string | null;
  /** 서비스명 (trnm), code */
  readonly serviceName: string | null;
  /** 실시간 등록리스트 (data) */
  readonly data: readonly RealTime04AnswerData[];
}

/** 실시간 등록리스트 (data) of RealTime04Answer. */
export interface RealTime04AnswerData {
  /** 실시간항목 (type), code */
  readonly type: string | null;
  /** 실시간 항목명 (name), text */
  readonly name: string | null;
  /** 실시간 등록 요소 (item), code */
  readonly item: string | null;
  /** 실시간 값 리스트 (values) */
  readonly values: RealTime04AnswerDataValues | null;
}

/** 실시간 값 리스트 (values) of RealTime04AnswerData. */
export interface RealTime04AnswerDataValues {
  /** 계좌번호 (9201), text */
  readonly accountNo: string | null;
  /** 종목코드,업종코드 (9001), symbol */
  readonly symbol: string | null;
  /** 신용구분 (917), code */
  readonly creditKind: string | null;
  /** 대출일 (916), date */
  readonly loanDate: string | null;
  /** 종목명 (302), text */
  readonly name: string | null;
  /** 현재가 (10), price */
  readonly currentPrice: number | null;
  /** 보유수량 (930), quantity */
  readonly held: number | null;
  /** 매입단가 (931), price */
  readonly averageCost: number | null;
  /** 총매입가(당일누적) (932), won */
  readonly totalCost: number | null;
  /** 주문가능수량 (933), quantity */
  readonly sellable: number | null;
  /** 당일순매수량 (945), signed */
  readonly netBoughtToday: number | null;
  /** 매도/매수구분 (946), code */
  readonly sideCode: string | null;
  /** 당일총매도손익 (950), won */
  readonly realisedToday: number | null;
  /** Extra Item (951), text */
  readonly extra: string | null;
  /** (최우선)매도호가 (27), price */
  readonly bestAsk: number | null;
  /** (최우선)매수호가 (28), price */
  readonly bestBid: number | null;
  /** 기준가 (307), price */
  readonly base: number | null;
  /** 손익률(실현손익) (8019), percent */
  readonly profitRate: number | null;
  /** 신용금액 (957), won */
  readonly creditAmount: number | null;
  /** 신용이자 (958), won */
  readonly creditInterest: number | null;
  /** 만기일 (918), date */
  readonly expiry: string | null;
  /** 당일실현손익(유가) (990), won */
  readonly realisedCash: number | null;
  /** 당일실현손익율(유가) (991), percent */
  readonly realisedCashRate: number | null;
  /** 당일실현손익(신용) (992), won */
  readonly realisedCredit: number | null;
  /** 당일실현손익율(신용) (993), percent */
  readonly realisedCreditRate: number | null;
  /** 담보대출수량 (959), quantity */
  readonly pledgedQuantity: number | null;
  /** Extra Item (924), text */
  readonly extra2: string | null;
}

/** 0A 주식기세, quoted prices without trades: what it is asked with. */
export interface RealTime0ARequest {
  /** 서비스명 (trnm), code */
  readonly serviceName: 'REG' | 'REMOVE';
  /** 그룹번호 (grp_no), text */
  readonly groupNo: string | number;
  /** 기존등록유지여부 (refresh), text */
  readonly refresh: '0' | '1';
  /** 실시간 등록 리스트 (data) */
  readonly data: readonly RealTime0ARequestData[];
}

/** 실시간 등록 리스트 (data) of RealTime0ARequest. */
export interface RealTime0ARequestData {
  /** 실시간 등록 요소 (item), code */
  readonly item?: readonly string[] | undefined;
  /** 실시간 항목 (type), code */
  readonly type: readonly string[];
}

/** 0A 주식기세, quoted prices without trades: what it answers. */
export interface RealTime0AAnswer {
  /** 결과코드 (return_code), code */
  readonly returnCode: string | null;
  /** 결과메시지 (return_msg), text */
  readonly returnMessage: string | null;
  /** 서비스명 (trnm), code */
  readonly serviceName: string | null;
  /** 실시간 등록리스트 (data) */
  readonly data: readonly RealTime0AAnswerData[];
}

/** 실시간 등록리스트 (data) of RealTime0AAnswer. */
export interface RealTime0AAnswerData {
  /** 실시간항목 (type), code */
  readonly type: string | null;
  /** 실시간 항목명 (name), text */
  readonly name: string | null;
  /** 실시간 등록 요소 (item), code */
  readonly item: string | null;
  /** 실시간 값 리스트 (values) */
  readonly values: RealTime0AAnswerDataValues | null;
}

/** 실시간 값 리스트 (values) of RealTime0AAnswerData. */
export interface RealTime0AAnswerDataValues {
  /** 현재가 (10), price */
  readonly currentPrice: number | null;
  /** 전일대비 (11), signed */
  readonly change: number | null;
  /** 등락율 (12), percent */
  readonly changeRate: number | null;
  /** (최우선)매도호가 (27), price */
  readonly bestAsk: number | null;
  /** (최우선)매수호가 (28), price */
  readonly bestBid: number | null;
  /** 누적거래량 (13), quantity */
  readonly cumulativeVolume: number | null;
  /** 누적거래대금 (14), won */
  readonly cumulativeValue: number | null;
  /** 시가 (16), price */
  readonly open: number | null;
  /** 고가 (17), price */
  readonly high: number | null;
  /** 저가 (18), price */
  readonly low: number | null;
  /** 전일대비기호 (25), code */
  readonly changeSign: string | null;
  /** 전일거래량대비(계약,주) (26), signed */
  readonly volumeAgainstYesterday: number | null;
  /** 거래대금증감 (29), signed */
  readonly valueChange: number | null;
  /** 전일거래량대비(비율) (30), signed */
  readonly volumeRateAgainstYesterday: number | null;
  /** 거래회전율 (31), percent */
  readonly turnover: number | null;
  /** 거래비용 (32), won */
  readonly tradeCost: number | null;
  /** 시가총액(억) (311), won */
  readonly marketCap: number | null;
  /** 상한가발생시간 (567), time */
  readonly upperLimitTime: string | null;
  /** 하한가발생시간 (568), time */
  readonly lowerLimitTime: string | null;
}

/** 0B 주식체결, trades: what it is asked with. */
export interface RealTime0BRequest {
  /** 서비스명 (trnm), code */
  readonly serviceName: 'REG' | 'REMOVE';
  /** 그룹번호 (grp_no), text */
  readonly groupNo: string | number;
  /** 기존등록유지여부 (refresh), text */
  readonly refresh: '0' | '1';
  /** 실시간 등록 리스트 (data) */
  readonly data: readonly RealTime0BRequestData[];
}

/** 실시간 등록 리스트 (data) of RealTime0BRequest. */
export interface RealTime0BRequestData {
  /** 실시간 등록 요소 (item), code */
  readonly item?: readonly string[] | undefined;
  /** 실시간 항목 (type), code */
  readonly type: readonly string[];
}

/** 0B 주식체결, trades: what it answers. */
export interface RealTime0BAnswer {
  /** 결과코드 (return_code), code */
  readonly returnCode: string | null;
  /** 결과메시지 (return_msg), text */
  readonly returnMessage: string | null;
  /** 서비스명 (trnm), code */
  readonly serviceName: string | null;
  /** 실시간 등록리스트 (data) */
  readonly data: readonly RealTime0BAnswerData[];
}

/** 실시간 등록리스트 (data) of RealTime0BAnswer. */
export interface RealTime0BAnswerData {
  /** 실시간항목 (type), code */
  readonly type: string | null;
  /** 실시간 항목명 (name), text */
  readonly name: string | null;
  /** 실시간 등록 요소 (item), code */
  readonly item: string | null;
  /** 실시간 값 리스트 (values) */
  readonly values: RealTime0BAnswerDataValues | null;
}

/** 실시간 값 리스트 (values) of RealTime0BAnswerData. */
export interface RealTime0BAnswerDataValues {
  /** 체결시간 (20), time */
  readonly tradedAt: string | null;
  /** 현재가 (10), price */
  readonly currentPrice: number | null;
  /** 전일대비 (11), signed */
  readonly change: number | null;
  /** 등락율 (12), percent */
  readonly changeRate: number | null;
  /** (최우선)매도호가 (27), price */
  readonly bestAsk: number | null;
  /** (최우선)매수호가 (28), price */
  readonly bestBid: number | null;
  /** 거래량 (15), signed */
  readonly volume: number | null;
  /** 누적거래량 (13), quantity */
  readonly cumulativeVolume: number | null;
  /** 누적거래대금 (14), won */
  readonly cumulativeValue: number | null;
  /** 시가 (16), price */
  readonly open: number | null;
  /** 고가 (17), price */
  readonly high: number | null;
  /** 저가 (18), price */
  readonly low: number | null;
  /** 전일대비기호 (25), code */
  readonly changeSign: string | null;
  /** 전일거래량대비(계약,주) (26), signed */
  readonly volumeAgainstYesterday: number | null;
  /** 거래대금증감 (29), signed */
  readonly valueChange: number | null;
  /** 전일거래량대비(비율) (30), signed */
  readonly volumeRateAgainstYesterday: number | null;
  /** 거래회전율 (31), percent */
  readonly turnover: number | null;
  /** 거래비용 (32), won */
  readonly tradeCost: number | null;
  /** 체결강도 (228), percent */
  readonly strength: number | null;
  /** 시가총액(억) (311), won */
  readonly marketCap: number | null;
  /** 장구분 (290), code */
  readonly hours: string | null;
  /** K.O 접근도 (691), signed */
  readonly knockOutDistance: number | null;
  /** 상한가발생시간 (567), time */
  readonly upperLimitTime: string | null;
  /** 하한가발생시간 (568), time */
  readonly lowerLimitTime: string | null;
  /** 전일 동시간 거래량비율 (851), percent */
  readonly sameTimeVolumeRate: number | null;
  /** 시가시간 (1890), time */
  readonly openTime: string | null;
  /** 고가시간 (1891), time */
  readonly highTime: string | null;
  /** 저가시간 (1892), time */
  readonly lowTime: string | null;
  /** 매도체결량 (1030), quantity */
  readonly sellVolume: number | null;
  /** 매수체결량 (1031), quantity */
  readonly buyVolume: number | null;
  /** 매수비율 (1032), percent */
  readonly buyRate: number | null;
  /** 매도체결건수 (1071), quantity */
  readonly sellCount: number | null;
  /** 매수체결건수 (1072), quantity */
  readonly buyCount: number | null;
  /** 순간거래대금 (1313), won */
  readonly momentaryValue: number | null;
  /** 매도체결량_단건 (1315), quantity */
  readonly sellVolumeSingle: number | null;
  /** 매수체결량_단건 (1316), quantity */
  readonly buyVolumeSingle: number | null;
  /** 순매수체결량 (1314), signed */
  readonly netBuyVolume: number | null;
  /** CFD증거금 (1497), won */
  readonly cfdMargin: number | null;
  /** 유지증거금 (1498), won */
  readonly maintenanceMargin: number | null;
  /** 당일거래평균가 (620), price */
  readonly dayAverage: number | null;
  /** CFD거래비용 (732), won */
  readonly cfdCost: number | null;
  /** 대주거래비용 (852), won */
  readonly shortCost: number | null;
  /** 거래소구분 (9081), code */
  readonly venueCode: string | null;
}

/** 0C 주식우선호가, best quotes: what it is asked with. */
export interface RealTime0CRequest {
  /** 서비스명 (trnm), code */
  readonly serviceName: 'REG' | 'REMOVE';
  /** 그룹번호 (grp_no), text */
  readonly groupNo: string | number;
  /** 기존등록유지여부 (refresh), text */
  readonly refresh: '0' | '1';
  /** 실시간 등록 리스트 (data) */
  readonly data: readonly RealTime0CRequestData[];
}

/** 실시간 등록 리스트 (data) of RealTime0CRequest. */
export interface RealTime0CRequestData {
  /** 실시간 등록 요소 (item), code */
  readonly item?: readonly string[] | undefined;
  /** 실시간 항목 (type), code */
  readonly type: readonly string[];
}

/** 0C 주식우선호가, best quotes: what it answers. */
export interface RealTime0CAnswer {
  /** 결과코드 (return_code), code */
  readonly returnCode: string | null;
  /** 결과메시지 (return_msg), text */
  readonly returnMessage: string | null;
  /** 서비스명 (trnm), code */
  readonly serviceName: string | null;
  /** 실시간 등록리스트 (data) */
  readonly data: readonly RealTime0CAnswerData[];
}

/** 실시간 등록리스트 (data) of RealTime0CAnswer. */
export interface RealTime0CAnswerData {
  /** 실시간항목 (type), code */
  readonly type: string | null;
  /** 실시간 항목명 (name), text */
  readonly name: string | null;
  /** 실시간 등록 요소 (item), code */
  readonly item: string | null;
  /** 실시간 값 리스트 (values) */
  readonly values: RealTime0CAnswerDataValues | null;
}

/** 실시간 값 리스트 (values) of RealTime0CAnswerData. */
export interface RealTime0CAnswerDataValues {
  /** (최우선)매도호가 (27), price */
  readonly bestAsk: number | null;
  /** (최우선)매수호가 (28), price */
  readonly bestBid: number | null;
}

/** 0D 주식호가잔량, order book: what it is asked with. */
export interface RealTime0DRequest {
  /** 서비스명 (trnm), code */
  readonly serviceName: 'REG' | 'REMOVE';
  /** 그룹번호 (grp_no), text */
  readonly groupNo: string | number;
  /** 기존등록유지여부 (refresh), text */
  readonly refresh: '0' | '1';
  /** 실시간 등록 리스트 (data) */
  readonly data: readonly RealTime0DRequestData[];
}

/** 실시간 등록 리스트 (data) of RealTime0DRequest. */
export interface RealTime0DRequestData {
  /** 실시간 등록 요소 (item), code */
  readonly item?: readonly string[] | undefined;
  /** 실시간 항목 (type), code */
  readonly type: readonly string[];
}

/** 0D 주식호가잔량, order book: what it answers. */
export interface RealTime0DAnswer {
  /** 결과코드 (return_code), code */
  readonly returnCode: string | null;
  /** 결과메시지 (return_msg), text */
  readonly returnMessage: string | null;
  /** 서비스명 (trnm), code */
  readonly serviceName: string | null;
  /** 실시간 등록리스트 (data) */
  readonly data: readonly RealTime0DAnswerData[];
}

/** 실시간 등록리스트 (data) of RealTime0DAnswer. */
export interface RealTime0DAnswerData {
  /** 실시간항목 (type), code */
  readonly type: string | null;
  /** 실시간 항목명 (name), text */
  readonly name: string | null;
  /** 실시간 등록 요소 (item), code */
  readonly item: string | null;
  /** 실시간 값 리스트 (values) */
  readonly values: RealTime0DAnswerDataValues | null;
}

/** 실시간 값 리스트 (values) of RealTime0DAnswerData. */
export interface RealTime0DAnswerDataValues {
  /** 호가시간 (21), time */
  readonly at: string | null;
  /** 매도호가1 (41), price */
  readonly askPrice1: number | null;
  /** 매도호가수량1 (61), quantity */
  readonly askQuantity1: number | null;
  /** 매도호가직전대비1 (81), signed */
  readonly askChange1: number | null;
  /** 매수호가1 (51), price */
  readonly bidPrice1: number | null;
  /** 매수호가수량1 (71), quantity */
  readonly bidQuantity1: number | null;
  /** 매수호가직전대비1 (91), signed */
  readonly bidChange1: number | null;
  /** 매도호가2 (42), price */
  readonly askPrice2: number | null;
  /** 매도호가수량2 (62), quantity */
  readonly askQuantity2: number | null;
  /** 매도호가직전대비2 (82), signed */
  readonly askChange2: number | null;
  /** 매수호가2 (52), price */
  readonly bidPrice2: number | null;
  /** 매수호가수량2 (72), quantity */
  readonly bidQuantity2: number | null;
  /** 매수호가직전대비2 (92), signed */
  readonly bidChange2: number | null;
  /** 매도호가3 (43), price */
  readonly askPrice3: number | null;
  /** 매도호가수량3 (63), quantity */
  readonly askQuantity3: number | null;
  /** 매도호가직전대비3 (83), signed */
  readonly askChange3: number | null;
  /** 매수호가3 (53), price */
  readonly bidPrice3: number | null;
  /** 매수호가수량3 (73), quantity */
  readonly bidQuantity3: number | null;
  /** 매수호가직전대비3 (93), signed */
  readonly bidChange3: number | null;
  /** 매도호가4 (44), price */
  readonly askPrice4: number | null;
  /** 매도호가수량4 (64), quantity */
  readonly askQuantity4: number | null;
  /** 매도호가직전대비4 (84), signed */
  readonly askChange4: number | null;
  /** 매수호가4 (54), price */
  readonly bidPrice4: number | null;
  /** 매수호가수량4 (74), quantity */
  readonly bidQuantity4: number | null;
  /** 매수호가직전대비4 (94), signed */
  readonly bidChange4: number | null;
  /** 매도호가5 (45), price */
  readonly askPrice5: number | null;
  /** 매도호가수량5 (65), quantity */
  readonly askQuantity5: number | null;
  /** 매도호가직전대비5 (85), signed */
  readonly askChange5: number | null;
  /** 매수호가5 (55), price */
  readonly bidPrice5: number | null;
  /** 매수호가수량5 (75), quantity */
  readonly bidQuantity5: number | null;
  /** 매수호가직전대비5 (95), signed */
  readonly bidChange5: number | null;
  /** 매도호가6 (46), price */
  readonly askPrice6: number | null;
  /** 매도호가수량6 (66), quantity */
  readonly askQuantity6: number | null;
  /** 매도호가직전대비6 (86), signed */
  readonly askChange6: number | null;
  /** 매수호가6 (56), price */
  readonly bidPrice6: number | null;
  /** 매수호가수량6 (76), quantity */
  readonly bidQuantity6: number | null;
  /** 매수호가직전대비6 (96), signed */
  readonly bidChange6: number | null;
  /** 매도호가7 (47), price */
  readonly askPrice7: number | null;
  /** 매도호가수량7 (67), quantity */
  readonly askQuantity7: number | null;
  /** 매도호가직전대비7 (87), signed */
  readonly askChange7: number | null;
  /** 매수호가7 (57), price */
  readonly bidPrice7: number | null;
  /** 매수호가수량7 (77), quantity */
  readonly bidQuantity7: number | null;
  /** 매수호가직전대비7 (97), signed */
  readonly bidChange7: number | null;
  /** 매도호가8 (48), price */
  readonly askPrice8: number | null;
  /** 매도호가수량8 (68), quantity */
  readonly askQuantity8: number | null;
  /** 매도호가직전대비8 (88), signed */
  readonly askChange8: number | null;
  /** 매수호가8 (58), price */
  readonly bidPrice8: number | null;
  /** 매수호가수량8 (78), quantity */
  readonly bidQuantity8: number | null;
  /** 매수호가직전대비8 (98), signed */
  readonly bidChange8: number | null;
  /** 매도호가9 (49), price */
  readonly askPrice9: number | null;
  /** 매도호가수량9 (69), quantity */
  readonly askQuantity9: number | null;
  /** 매도호가직전대비9 (89), signed */
  readonly askChange9: number | null;
  /** 매수호가9 (59), price */
  readonly bidPrice9: number | null;
  /** 매수호가수량9 (79), quantity */
  readonly bidQuantity9: number | null;
  /** 매수호가직전대비9 (99), signed */
  readonly bidChange9: number | null;
  /** 매도호가10 (50), price */
  readonly askPrice10: number | null;
  /** 매도호가수량10 (70), quantity */
  readonly askQuantity10: number | null;
  /** 매수호가10 (60), price */
  readonly bidPrice10: number | null;
  /** 매도호가직전대비10 (90), signed */
  readonly askChange10: number | null;
  /** 매수호가수량10 (80), quantity */
  readonly bidQuantity10: number | null;
  /** 매수호가직전대비10 (100), signed */
  readonly bidChange10: number | null;
  /** 매도호가총잔량 (121), quantity */
  readonly askTotal: number | null;
  /** 매도호가총잔량직전대비 (122), signed */
  readonly askTotalChange: number | null;
  /** 매수호가총잔량 (125), quantity */
  readonly bidTotal: number | null;
  /** 매수호가총잔량직전대비 (126), signed */
  readonly bidTotalChange: number | null;
  /** 예상체결가 (23), price */
  readonly expectedPrice: number | null;
  /** 예상체결수량 (24), quantity */
  readonly expectedQuantity: number | null;
  /** 순매수잔량 (128), signed */
  readonly netBid: number | null;
  /** 매수비율 (129), percent */
  readonly bidRate: number | null;
  /** 순매도잔량 (138), signed */
  readonly netAsk: number | null;
  /** 매도비율 (139), percent */
  readonly askRate: number | null;
  /** 예상체결가전일종가대비 (200), signed */
  readonly expectedChange: number | null;
  /** 예상체결가전일종가대비등락율 (201), percent */
  readonly expectedChangeRate: number | null;
  /** 예상체결가전일종가대비기호 (238), code */
  readonly expectedChangeSign: string | null;
  /** 예상체결가 (291), price */
  readonly auctionPrice: number | null;
  /** 예상체결량 (292), quantity */
  readonly auctionQuantity: number | null;
  /** 예상체결가전일대비기호 (293), code */
  readonly auctionChangeSign: string | null;
  /** 예상체결가전일대비 (294), signed */
  readonly auctionChange: number | null;
  /** 예상체결가전일대비등락율 (295), percent */
  readonly auctionChangeRate: number | null;
  /** LP매도호가수량1 (621), quantity */
  readonly lpAskQuantity1: number | null;
  /** LP매수호가수량1 (631), quantity */
  readonly lpBidQuantity1: number | null;
  /** LP매도호가수량2 (622), quantity */
  readonly lpAskQuantity2: number | null;
  /** LP매수호가수량2 (632), quantity */
  readonly lpBidQuantity2: number | null;
  /** LP매도호가수량3 (623), quantity */
  readonly lpAskQuantity3: number | null;
  /** LP매수호가수량3 (633), quantity */
  readonly lpBidQuantity3: number | null;
  /** LP매도호가수량4 (624), quantity */
  readonly lpAskQuantity4: number | null;
  /** LP매수호가수량4 (634), quantity */
  readonly lpBidQuantity4: number | null;
  /** LP매도호가수량5 (625), quantity */
  readonly lpAskQuantity5: number | null;
  /** LP매수호가수량5 (635), quantity */
  readonly lpBidQuantity5: number | null;
  /** LP매도호가수량6 (626), quantity */
  readonly lpAskQuantity6: number | null;
  /** LP매수호가수량6 (636), quantity */
  readonly lpBidQuantity6: number | null;
  /** LP매도호가수량7 (627), quantity */
  readonly lpAskQuantity7: number | null;
  /** LP매수호가수량7 (637), quantity */
  readonly lpBidQuantity7: number | null;
  /** LP매도호가수량8 (628), quantity */
  readonly lpAskQuantity8: number | null;
  /** LP매수호가수량8 (638), quantity */
  readonly lpBidQuantity8: number | null;
  /** LP매도호가수량9 (629), quantity */
  readonly lpAskQuantity9: number | null;
  /** LP매수호가수량9 (639), quantity */
  readonly lpBidQuantity9: number | null;
  /** LP매도호가수량10 (630), quantity */
  readonly lpAskQuantity10: number | null;
  /** LP매수호가수량10 (640), quantity */
  readonly lpBidQuantity10: number | null;
  /** 누적거래량 (13), quantity */
  readonly cumulativeVolume: number | null;
  /** 전일거래량대비예상체결율 (299), percent */
  readonly expectedVolumeRate: number | null;
  /** 장운영구분 (215), code */
  readonly phaseCode: string | null;
  /** 투자자별ticker (216), text */
  readonly investorTicker: string | null;
  /** KRX 매도호가잔량1 (6044), quantity */
  readonly krxAskQuantity1: number | null;
  /** KRX 매도호가잔량2 (6045), quantity */
  readonly krxAskQuantity2: number | null;
  /** KRX 매도호가잔량3 (6046), quantity */
  readonly krxAskQuantity3: number | null;
  /** KRX 매도호가잔량4 (6047), quantity */
  readonly krxAskQuantity4: number | null;
  /** KRX 매도호가잔량5 (6048), quantity */
  readonly krxAskQuantity5: number | null;
  /** KRX 매도호가잔량6 (6049), quantity */
  readonly krxAskQuantity6: number | null;
  /** KRX 매도호가잔량7 (6050), quantity */
  readonly krxAskQuantity7: number | null;
  /** KRX 매도호가잔량8 (6051), quantity */
  readonly krxAskQuantity8: number | null;
  /** KRX 매도호가잔량9 (6052), quantity */
  readonly krxAskQuantity9: number | null;
  /** KRX 매도호가잔량10 (6053), quantity */
  readonly krxAskQuantity10: number | null;
  /** KRX 매수호가잔량1 (6054), quantity */
  readonly krxBidQuantity1: number | null;
  /** KRX 매수호가잔량2 (6055), quantity */
  readonly krxBidQuantity2: number | null;
  /** KRX 매수호가잔량3 (6056), quantity */
  readonly krxBidQuantity3: number | null;
  /** KRX 매수호가잔량4 (6057), quantity */
  readonly krxBidQuantity4: number | null;
  /** KRX 매수호가잔량5 (6058), quantity */
  readonly krxBidQuantity5: number | null;
  /** KRX 매수호가잔량6 (6059), quantity */
  readonly krxBidQuantity6: number | null;
  /** KRX 매수호가잔량7 (6060), quantity */
  readonly krxBidQuantity7: number | null;
  /** KRX 매수호가잔량8 (6061), quantity */
  readonly krxBidQuantity8: number | null;
  /** KRX 매수호가잔량9 (6062), quantity */
  readonly krxBidQuantity9: number | null;
  /** KRX 매수호가잔량10 (6063), quantity */
  readonly krxBidQuantity10: number | null;
  /** KRX 매도호가총잔량 (6064), quantity */
  readonly krxAskTotal: number | null;
  /** KRX 매수호가총잔량 (6065), quantity */
  readonly krxBidTotal: number | null;
  /** NXT 매도호가잔량1 (6066), quantity */
  readonly nxtAskQuantity1: number | null;
  /** NXT 매도호가잔량2 (6067), quantity */
  readonly nxtAskQuantity2: number | null;
  /** NXT 매도호가잔량3 (6068), quantity */
  readonly nxtAskQuantity3: number | null;
  /** NXT 매도호가잔량4 (6069), quantity */
  readonly nxtAskQuantity4: number | null;
  /** NXT 매도호가잔량5 (6070), quantity */
  readonly nxtAskQuantity5: number | null;
  /** NXT 매도호가잔량6 (6071), quantity */
  readonly nxtAskQuantity6: number | null;
  /** NXT 매도호가잔량7 (6072), quantity */
  readonly nxtAskQuantity7: number | null;
  /** NXT 매도호가잔량8 (6073), quantity */
  readonly nxtAskQuantity8: number | null;
  /** NXT 매도호가잔량9 (6074), quantity */
  readonly nxtAskQuantity9: number | null;
  /** NXT 매도호가잔량10 (6075), quantity */
  readonly nxtAskQuantity10: number | null;
  /** NXT 매수호가잔량1 (6076), quantity */
  readonly nxtBidQuantity1: number | null;
  /** NXT 매수호가잔량2 (6077), quantity */
  readonly nxtBidQuantity2: number | null;
  /** NXT 매수호가잔량3 (6078), quantity */
  readonly nxtBidQuantity3: number | null;
  /** NXT 매수호가잔량4 (6079), quantity */
  readonly nxtBidQuantity4: number | null;
  /** NXT 매수호가잔량5 (6080), quantity */
  readonly nxtBidQuantity5: number | null;
  /** NXT 매수호가잔량6 (6081), quantity */
  readonly nxtBidQuantity6: number | null;
  /** NXT 매수호가잔량7 (6082), quantity */
  readonly nxtBidQuantity7: number | null;
  /** NXT 매수호가잔량8 (6083), quantity */
  readonly nxtBidQuantity8: number | null;
  /** NXT 매수호가잔량9 (6084), quantity */
  readonly nxtBidQuantity9: number | null;
  /** NXT 매수호가잔량10 (6085), quantity */
  readonly nxtBidQuantity10: number | null;
  /** NXT 매도호가총잔량 (6086), quantity */
  readonly nxtAskTotal: number | null;
  /** NXT 매수호가총잔량 (6087), quantity */
  readonly nxtBidTotal: number | null;
  /** KRX 중간가 매도 총잔량 증감 (6100), signed */
  readonly krxMidTotalAskQuantityChange: number | null;
  /** KRX 중간가 매도 총잔량 (6101), quantity */
  readonly krxMidTotalAskQuantity: number | null;
  /** KRX 중간가 (6102), price */
  readonly krxMidPrice: number | null;
  /** KRX 중간가 매수 총잔량 (6103), quantity */
  readonly krxMidTotalBidQuantity: number | null;
  /** KRX 중간가 매수 총잔량 증감 (6104), signed */
  readonly krxMidTotalBidQuantityChange: number | null;
  /** NXT중간가 매도 총잔량 증감 (6105), signed */
  readonly nxtMidTotalAskQuantityChange: number | null;
  /** NXT중간가 매도 총잔량 (6106), quantity */
  readonly nxtMidTotalAskQuantity: number | null;
  /** NXT중간가 (6107), price */
  readonly nxtMidPrice: number | null;
  /** NXT중간가 매수 총잔량 (6108), quantity */
  readonly nxtMidTotalBidQuantity: number | null;
  /** NXT중간가 매수 총잔량 증감 (6109), signed */
  readonly nxtMidTotalBidQuantityChange: number | null;
  /** KRX중간가대비 (6110), signed */
  readonly krxMidChange: number | null;
  /** KRX중간가대비 기호 (6111), code */
  readonly krxMidChangeSign: string | null;
  /** KRX중간가대비등락율 (6112), percent */
  readonly krxMidChangeRate: number | null;
  /** NXT중간가대비 (6113), signed */
  readonly nxtMidChange: number | null;
  /** NXT중간가대비 기호 (6114), code */
  readonly nxtMidChangeSign: string | null;
  /** NXT중간가대비등락율 (6115), percent */
  readonly nxtMidChangeRate: number | null;
}

/** 0E 주식시간외호가, after-hours quotes: what it is asked with. */
export interface RealTime0ERequest {
  /** 서비스명 (trnm), code */
  readonly serviceName: 'REG' | 'REMOVE';
  /** 그룹번호 (grp_no), text */
  readonly groupNo: string | number;
  /** 기존등록유지여부 (refresh), text */
  readonly refresh: '0' | '1';
  /** 실시간 등록 리스트 (data) */
  readonly data: readonly RealTime0ERequestData[];
}

/** 실시간 등록 리스트 (data) of RealTime0ERequest. */
export interface RealTime0ERequestData {
  /** 실시간 등록 요소 (item), code */
  readonly item?: readonly string[] | undefined;
  /** 실시간 항목 (type), code */
  readonly type: readonly string[];
}

/** 0E 주식시간외호가, after-hours quotes: what it answers. */
export interface RealTime0EAnswer {
  /** 결과코드 (return_code), code */
  readonly returnCode: string | null;
  /** 결과메시지 (return_msg), text */
  readonly returnMessage: string | null;
  /** 서비스명 (trnm), code */
  readonly serviceName: string | null;
  /** 실시간 등록리스트 (data) */
  readonly data: readonly RealTime0EAnswerData[];
}

/** 실시간 등록리스트 (data) of RealTime0EAnswer. */
export interface RealTime0EAnswerData {
  /** 실시간항목 (type), code */
  readonly type: string | null;
  /** 실시간 항목명 (name), text */
  readonly name: string | null;
  /** 실시간 등록 요소 (item), code */
  readonly item: string | null;
  /** 실시간 값 리스트 (values) */
  readonly values: RealTime0EAnswerDataValues | null;
}

/** 실시간 값 리스트 (values) of RealTime0EAnswerData. */
export interface RealTime0EAnswerDataValues {
  /** 호가시간 (21), time */
  readonly at: string | null;
  /** 시간외매도호가총잔량 (131), quantity */
  readonly afterHoursTotalAskQuantity: number | null;
  /** 시간외매도호가총잔량직전대비 (132), signed */
  readonly afterHoursTotalAskQuantityChange: number | null;
  /** 시간외매수호가총잔량 (135), quantity */
  readonly afterHoursTotalBidQuantity: number | null;
  /** 시간외매수호가총잔량직전대비 (136), signed */
  readonly afterHoursTotalBidQuantityChange: number | null;
}

/** 0F 주식당일거래원, brokers today: what it is asked with. */
export interface RealTime0FRequest {
  /** 서비스명 (trnm), code */
  readonly serviceName: 'REG' | 'REMOVE';
  /** 그룹번호 (grp_no), text */
  readonly groupNo: string | number;
  /** 기존등록유지여부 (refresh), text */
  readonly refresh: '0' | '1';
  /** 실시간 등록 리스트 (data) */
  readonly data: readonly RealTime0FRequestData[];
}

/** 실시간 등록 리스트 (data) of RealTime0FRequest. */
export interface RealTime0FRequestData {
  /** 실시간 등록 요소 (item), code */
  readonly item?: readonly string[] | undefined;
  /** 실시간 항목 (type), code */
  readonly type: readonly string[];
}

/** 0F 주식당일거래원, brokers today: what it answers. */
export interface RealTime0FAnswer {
  /** 결과코드 (return_code), code */
  readonly returnCode: string | null;
  /** 결과메시지 (return_msg), text */
  readonly returnMessage: string | null;
  /** 서비스명 (trnm), code */
  readonly serviceName: string | null;
  /** 실시간 등록리스트 (data) */
  readonly data: readonly RealTime0FAnswerData[];
}

/** 실시간 등록리스트 (data) of RealTime0FAnswer. */
export interface RealTime0FAnswerData {
  /** 실시간항목 (type), code */
  readonly type: string | null;
  /** 실시간 항목명 (name), text */
  readonly name: string | null;
  /** 실시간 등록 요소 (item), code */
  readonly item: string | null;
  /** 실시간 값 리스트 (values) */
  readonly values: RealTime0FAnswerDataValues | null;
}

/** 실시간 값 리스트 (values) of RealTime0FAnswerData. */
export interface RealTime0FAnswerDataValues {
  /** 매도거래원1 (141), text */
  readonly sellBrokerName1: string | null;
  /** 매도거래원수량1 (161), quantity */
  readonly sellBrokerQuantity1: number | null;
  /** 매도거래원별증감1 (166), signed */
  readonly sellBrokerChange1: number | null;
  /** 매도거래원코드1 (146), code */
  readonly sellBrokerCode1: string | null;
  /** 매도거래원색깔1 (271), text */
  readonly sellBrokerColour1: string | null;
  /** 매수거래원1 (151), text */
  readonly buyBrokerName1: string | null;
  /** 매수거래원수량1 (171), quantity */
  readonly buyBrokerQuantity1: number | null;
  /** 매수거래원별증감1 (176), signed */
  readonly buyBrokerChange1: number | null;
  /** 매수거래원코드1 (156), code */
  readonly buyBrokerCode1: string | null;
  /** 매수거래원색깔1 (281), text */
  readonly buyBrokerColour1: string | null;
  /** 매도거래원2 (142), text */
  readonly sellBrokerName2: string | null;
  /** 매도거래원수량2 (162), quantity */
  readonly sellBrokerQuantity2: number | null;
  /** 매도거래원별증감2 (167), signed */
  readonly sellBrokerChange2: number | null;
  /** 매도거래원코드2 (147), code */
  readonly sellBrokerCode2: string | null;
  /** 매도거래원색깔2 (272), text */
  readonly sellBrokerColour2: string | null;
  /** 매수거래원2 (152), text */
  readonly buyBrokerName2: string | null;
  /** 매수거래원수량2 (172), quantity */
  readonly buyBrokerQuantity2: number | null;
  /** 매수거래원별증감2 (177), signed */
  readonly buyBrokerChange2: number | null;
  /** 매수거래원코드2 (157), code */
  readonly buyBrokerCode2: string | null;
  /** 매수거래원색깔2 (282), text */
  readonly buyBrokerColour2: string | null;
  /** 매도거래원3 (143), text */
  readonly sellBrokerName3: string | null;
  /** 매도거래원수량3 (163), quantity */
  readonly sellBrokerQuantity3: number | null;
  /** 매도거래원별증감3 (168), signed */
  readonly sellBrokerChange3: number | null;
  /** 매도거래원코드3 (148), code */
  readonly sellBrokerCode3: string | null;
  /** 매도거래원색깔3 (273), text */
  readonly sellBrokerColour3: string | null;
  /** 매수거래원3 (153), text */
  readonly buyBrokerName3: string | null;
  /** 매수거래원수량3 (173), quantity */
  readonly buyBrokerQuantity3: number | null;
  /** 매수거래원별증감3 (178), signed */
  readonly buyBrokerChange3: number | null;
  /** 매수거래원코드3 (158), code */
  readonly buyBrokerCode3: string | null;
  /** 매수거래원색깔3 (283), text */
  readonly buyBrokerColour3: string | null;
  /** 매도거래원4 (144), text */
  readonly sellBrokerName4: string | null;
  /** 매도거래원수량4 (164), quantity */
  readonly sellBrokerQuantity4: number | null;
  /** 매도거래원별증감4 (169), signed */
  readonly sellBrokerChange4: number | null;
  /** 매도거래원코드4 (149), code */
  readonly sellBrokerCode4: string | null;
  /** 매도거래원색깔4 (274), text */
  readonly sellBrokerColour4: string | null;
  /** 매수거래원4 (154), text */
  readonly buyBrokerName4: string | null;
  /** 매수거래원수량4 (174), quantity */
  readonly buyBrokerQuantity4: number | null;
  /** 매수거래원별증감4 (179), signed */
  readonly buyBrokerChange4: number | null;
  /** 매수거래원코드4 (159), code */
  readonly buyBrokerCode4: string | null;
  /** 매수거래원색깔4 (284), text */
  readonly buyBrokerColour4: string | null;
  /** 매도거래원5 (145), text */
  readonly sellBrokerName5: string | null;
  /** 매도거래원수량5 (165), quantity */
  readonly sellBrokerQuantity5: number | null;
  /** 매도거래원별증감5 (170), signed */
  readonly sellBrokerChange5: number | null;
  /** 매도거래원코드5 (150), code */
  readonly sellBrokerCode5: string | null;
  /** 매도거래원색깔5 (275), text */
  readonly sellBrokerColour5: string | null;
  /** 매수거래원5 (155), text */
  readonly buyBrokerName5: string | null;
  /** 매수거래원수량5 (175), quantity */
  readonly buyBrokerQuantity5: number | null;
  /** 매수거래원별증감5 (180), signed */
  readonly buyBrokerChange5: number | null;
  /** 매수거래원코드5 (160), code */
  readonly buyBrokerCode5: string | null;
  /** 매수거래원색깔5 (285), text */
  readonly buyBrokerColour5: string | null;
  /** 외국계매도추정합 (261), signed */
  readonly foreignBrokerSellEstimate: number | null;
  /** 외국계매도추정합변동 (262), signed */
  readonly foreignBrokerSellEstimateChange: number | null;
  /** 외국계매수추정합 (263), signed */
  readonly foreignBrokerBuyEstimate: number | null;
  /** 외국계매수추정합변동 (264), signed */
  readonly foreignBrokerBuyEstimateChange: number | null;
  /** 외국계순매수추정합 (267), signed */
  readonly foreignBrokerNetBuyEstimate: number | null;
  /** 외국계순매수변동 (268), signed */
  readonly foreignBrokerNetBuyChange: number | null;
  /** 거래소구분 (337), code */
  readonly exchangeKind: string | null;
}

/** 0G ETF NAV, ETF NAV: what it is asked with. */
export interface RealTime0GRequest {
  /** 서비스명 (trnm), code */
  readonly serviceName: 'REG' | 'REMOVE';
  /** 그룹번호 (grp_no), text */
  readonly groupNo: string | number;
  /** 기존등록유지여부 (refresh), text */
  readonly refresh: '0' | '1';
  /** 실시간 등록 리스트 (data) */
  readonly data: readonly RealTime0GRequestData[];
}

/** 실시간 등록 리스트 (data) of RealTime0GRequest. */
export interface RealTime0GRequestData {
  /** 실시간 등록 요소 (item), code */
  readonly item?: readonly string[] | undefined;
  /** 실시간 항목 (type), code */
  readonly type: readonly string[];
}

/** 0G ETF NAV, ETF NAV: what it answers. */
export interface RealTime0GAnswer {
  /** 결과코드 (return_code), code */
  readonly returnCode: string | null;
  /** 결과메시지 (return_msg), text */
  readonly returnMessage: string | null;
  /** 서비스명 (trnm), code */
  readonly serviceName: string | null;
  /** 실시간 등록리스트 (data) */
  readonly data: readonly RealTime0GAnswerData[];
}

/** 실시간 등록리스트 (data) of RealTime0GAnswer. */
export interface RealTime0GAnswerData {
  /** 실시간항목 (type), code */
  readonly type: string | null;
  /** 실시간 항목명 (name), text */
  readonly name: string | null;
  /** 실시간 등록 요소 (item), code */
  readonly item: string | null;
  /** 실시간 값 리스트 (values) */
  readonly values: RealTime0GAnswerDataValues | null;
}

/** 실시간 값 리스트 (values) of RealTime0GAnswerData. */
export interface RealTime0GAnswerDataValues {
  /** NAV (36), signed */
  readonly nav: number | null;
  /** NAV전일대비 (37), signed */
  readonly navChange: number | null;
  /** NAV등락율 (38), percent */
  readonly navChangeRate: number | null;
  /** 추적오차율 (39), percent */
  readonly trackingErrorRate: number | null;
  /** 체결시간 (20), time */
  readonly tradedAt: string | null;
  /** 현재가 (10), price */
  readonly currentPrice: number | null;
  /** 전일대비 (11), signed */
  readonly change: number | null;
  /** 등락율 (12), percent */
  readonly changeRate: number | null;
  /** 누적거래량 (13), quantity */
  readonly cumulativeVolume: number | null;
  /** 전일대비기호 (25), code */
  readonly changeSign: string | null;
  /** ELW기어링비율 (667), percent */
  readonly elwGearing: number | null;
  /** ELW손익분기율 (668), percent */
  readonly elwBreakEvenRate: number | null;
  /** ELW자본지지점 (669), signed */
  readonly elwCapitalSupportPoint: number | null;
  /** NAV/지수괴리율 (265), percent */
  readonly navIndexDisparity: number | null;
  /** NAV/ETF괴리율 (266), percent */
  readonly navEtfDisparity: number | null;
}

/** 0H 주식예상체결, expected execution: what it is asked with. */
export interface RealTime0HRequest {
  /** 서비스명 (trnm), code */
  readonly serviceName: 'REG' | 'REMOVE';
  /** 그룹번호 (grp_no), text */
  readonly groupNo: string | number;
  /** 기존등록유지여부 (refresh), text */
  readonly refresh: '0' | '1';
  /** 실시간 등록 리스트 (data) */
  readonly data: readonly RealTime0HRequestData[];
}

/** 실시간 등록 리스트 (data) of RealTime0HRequest. */
export interface RealTime0HRequestData {
  /** 실시간 등록 요소 (item), code */
  readonly item?: readonly string[] | undefined;
  /** 실시간 항목 (type), code */
  readonly type: readonly string[];
}

/** 0H 주식예상체결, expected execution: what it answers. */
export interface RealTime0HAnswer {
  /** 결과코드 (return_code), code */
  readonly returnCode: string | null;
  /** 결과메시지 (return_msg), text */
  readonly returnMessage: string | null;
  /** 서비스명 (trnm), code */
  readonly serviceName: string | null;
  /** 실시간 등록리스트 (data) */
  readonly data: readonly RealTime0HAnswerData[];
}

/** 실시간 등록리스트 (data) of RealTime0HAnswer. */
export interface RealTime0HAnswerData {
  /** 실시간항목 (type), code */
  readonly type: string | null;
  /** 실시간 항목명 (name), text */
  readonly name: string | null;
  /** 실시간 등록 요소 (item), code */
  readonly item: string | null;
  /** 실시간 값 리스트 (values) */
  readonly values: RealTime0HAnswerDataValues | null;
}

/** 실시간 값 리스트 (values) of RealTime0HAnswerData. */
export interface RealTime0HAnswerDataValues {
  /** 체결시간 (20), time */
  readonly tradedAt: string | null;
  /** 현재가 (10), price */
  readonly currentPrice: number | null;
  /** 전일대비 (11), signed */
  readonly change: number | null;
  /** 등락율 (12), percent */
  readonly changeRate: number | null;
  /** 거래량 (15), signed */
  readonly volume: number | null;
  /** 누적거래량 (13), quantity */
  readonly cumulativeVolume: number | null;
  /** 전일대비기호 (25), code */
  readonly changeSign: string | null;
}

/** 0J 업종지수, index: what it is asked with. */
export interface RealTime0JRequest {
  /** 서비스명 (trnm), code */
  readonly serviceName: 'REG' | 'REMOVE';
  /** 그룹번호 (grp_no), text */
  readonly groupNo: string | number;
  /** 기존등록유지여부 (refresh), text */
  readonly refresh: '0' | '1';
  /** 실시간 등록 리스트 (data) */
  readonly data: readonly RealTime0JRequestData[];
}

/** 실시간 등록 리스트 (data) of RealTime0JRequest. */
export interface RealTime0JRequestData {
  /** 실시간 등록 요소 (item), code */
  readonly item?: readonly string[] | undefined;
  /** 실시간 항목 (type), code */
  readonly type: readonly string[];
}

/** 0J 업종지수, index: what it answers. */
export interface RealTime0JAnswer {
  /** 결과코드 (return_code), code */
  readonly returnCode: string | null;
  /** 결과메시지 (return_msg), text */
  readonly returnMessage: string | null;
  /** 서비스명 (trnm), code */
  readonly serviceName: string | null;
  /** 실시간 등록리스트 (data) */
  readonly data: readonly RealTime0JAnswerData[];
}

/** 실시간 등록리스트 (data) of RealTime0JAnswer. */
export interface RealTime0JAnswerData {
  /** 실시간항목 (type), code */
  readonly type: string | null;
  /** 실시간 항목명 (name), text */
  readonly name: string | null;
  /** 실시간 등록 요소 (item), code */
  readonly item: string | null;
  /** 실시간 값 리스트 (values) */
  readonly values: RealTime0JAnswerDataValues | null;
}

/** 실시간 값 리스트 (values) of RealTime0JAnswerData. */
export interface RealTime0JAnswerDataValues {
  /** 체결시간 (20), time */
  readonly tradedAt: string | null;
  /** 현재가 (10), index */
  readonly currentPrice: number | null;
  /** 전일대비 (11), signed */
  readonly change: number | null;
  /** 등락율 (12), percent */
  readonly changeRate: number | null;
  /** 거래량 (15), quantity */
  readonly volume: number | null;
  /** 누적거래량 (13), quantity */
  readonly cumulativeVolume: number | null;
  /** 누적거래대금 (14), won */
  readonly cumulativeValue: number | null;
  /** 시가 (16), index */
  readonly open: number | null;
  /** 고가 (17), index */
  readonly high: number | null;
  /** 저가 (18), index */
  readonly low: number | null;
  /** 전일대비기호 (25), code */
  readonly changeSign: string | null;
  /** 전일거래량대비 (26), signed */
  readonly volumeAgainstYesterday: number | null;
}

/** 0U 업종등락, rising and falling stocks of an industry: what it is asked with. */
export interface RealTime0URequest {
  /** 서비스명 (trnm), code */
  readonly serviceName: 'REG' | 'REMOVE';
  /** 그룹번호 (grp_no), text */
  readonly groupNo: string | number;
  /** 기존등록유지여부 (refresh), text */
  readonly refresh: '0' | '1';
  /** 실시간 등록 리스트 (data) */
  readonly data: readonly RealTime0URequestData[];
}

/** 실시간 등록 리스트 (data) of RealTime0URequest. */
export interface RealTime0URequestData {
  /** 실시간 등록 요소 (item), code */
  readonly item?: readonly string[] | undefined;
  /** 실시간 항목 (type), code */
  readonly type: readonly string[];
}

/** 0U 업종등락, rising and falling stocks of an industry: what it answers. */
export interface RealTime0UAnswer {
  /** 결과코드 (return_code), code */
  readonly returnCode: string | null;
  /** 결과메시지 (return_msg), text */
  readonly returnMessage: string | null;
  /** 서비스명 (trnm), code */
  readonly serviceName: string | null;
  /** 실시간 등록리스트 (data) */
  readonly data: readonly RealTime0UAnswerData[];
}

/** 실시간 등록리스트 (data) of RealTime0UAnswer. */
export interface RealTime0UAnswerData {
  /** 실시간항목 (type), code */
  readonly type: string | null;
  /** 실시간 항목명 (name), text */
  readonly name: string | null;
  /** 실시간 등록 요소 (item), code */
  readonly item: string | null;
  /** 실시간 값 리스트 (values) */
  readonly values: RealTime0UAnswerDataValues | null;
}

/** 실시간 값 리스트 (values) of RealTime0UAnswerData. */
export interface RealTime0UAnswerDataValues {
  /** 체결시간 (20), time */
  readonly tradedAt: string | null;
  /** 상승종목수 (252), quantity */
  readonly risingCount: number | null;
  /** 상한종목수 (251), quantity */
  readonly upperLimitCount: number | null;
  /** 보합종목수 (253), quantity */
  readonly unchangedCount: number | null;
  /** 하락종목수 (255), quantity */
  readonly fallingCount: number | null;
  /** 하한종목수 (254), quantity */
  readonly lowerLimitCount: number | null;
  /** 누적거래량 (13), quantity */
  readonly cumulativeVolume: number | null;
  /** 누적거래대금 (14), won */
  readonly cumulativeValue: number | null;
  /** 현재가 (10), index */
  readonly currentPrice: number | null;
  /** 전일대비 (11), signed */
  readonly change: number | null;
  /** 등락율 (12), percent */
  readonly changeRate: number | null;
  /** 거래형성종목수 (256), quantity */
  readonly tradedCount: number | null;
  /** 거래형성비율 (257), percent */
  readonly tradedRate: number | null;
  /** 전일대비기호 (25), code */
  readonly changeSign: string | null;
}

/** 0g 주식종목정보, stock information: what it is asked with. */
export interface RealTime0gRequest {
  /** 서비스명 (trnm), code */
  readonly serviceName: 'REG' | 'REMOVE';
  /** 그룹번호 (grp_no), text */
  readonly groupNo: string | number;
  /** 기존등록유지여부 (refresh), text */
  readonly refresh: '0' | '1';
  /** 실시간 등록 리스트 (data) */
  readonly data: readonly RealTime0gRequestData[];
}

/** 실시간 등록 리스트 (data) of RealTime0gRequest. */
export interface RealTime0gRequestData {
  /** 실시간 등록 요소 (item), code */
  readonly item?: readonly string[] | undefined;
  /** 실시간 항목 (type), code */
  readonly type: readonly string[];
}

/** 0g 주식종목정보, stock information: what it answers. */
export interface RealTime0gAnswer {
  /** 결과코드 (return_code), code */
  readonly returnCode: string | null;
  /** 결과메시지 (return_msg), text */
  readonly returnMessage: string | null;
  /** 서비스명 (trnm), code */
  readonly serviceName: string | null;
  /** 실시간 등록리스트 (data) */
  readonly data: readonly RealTime0gAnswerData[];
}

/** 실시간 등록리스트 (data) of RealTime0gAnswer. */
export interface RealTime0gAnswerData {
  /** 실시간항목 (type), code */
  readonly type: string | null;
  /** 실시간 항목명 (name), text */
  readonly name: string | null;
  /** 실시간 등록 요소 (item), code */
  readonly item: string | null;
  /** 실시간 값 리스트 (values) */
  readonly values: RealTime0gAnswerDataValues | null;
}

/** 실시간 값 리스트 (values) of RealTime0gAnswerData. */
export interface RealTime0gAnswerDataValues {
  /** 임의연장 (297), text */
  readonly extension: string | null;
  /** 장전임의연장 (592), text */
  readonly preMarketExtension: string | null;
  /** 장후임의연장 (593), text */
  readonly postMarketExtension: string | null;
  /** 상한가 (305), price */
  readonly upperLimit: number | null;
  /** 하한가 (306), price */
  readonly lowerLimit: number | null;
  /** 기준가 (307), price */
  readonly base: number | null;
  /** 조기종료ELW발생 (689), text */
  readonly elwEarlyExpiry: string | null;
  /** 통화단위 (594), text */
  readonly currencyUnit: string | null;
  /** 증거금율표시 (382), text */
  readonly marginRateShown: string | null;
  /** 종목정보 (370), text */
  readonly stockInfo: string | null;
}

/** 0m ELW 이론가, ELW theoretical price: what it is asked with. */
export interface RealTime0mRequest {
  /** 서비스명 (trnm), code */
  readonly serviceName: 'REG' | 'REMOVE';
  /** 그룹번호 (grp_no), text */
  readonly groupNo: string | number;
  /** 기존등록유지여부 (refresh), text */
  readonly refresh: '0' | '1';
  /** 실시간 등록 리스트 (data) */
  readonly data: readonly RealTime0mRequestData[];
}

/** 실시간 등록 리스트 (data) of RealTime0mRequest. */
export interface RealTime0mRequestData {
  /** 실시간 등록 요소 (item), code */
  readonly item?: readonly string[] | undefined;
  /** 실시간 항목 (type), code */
  readonly type: readonly string[];
}

/** 0m ELW 이론가, ELW theoretical price: what it answers. */
export interface RealTime0mAnswer {
  /** 결과코드 (return_code), code */
  readonly returnCode: string | null;
  /** 결과메시지 (return_msg), text */
  readonly returnMessage: string | null;
  /** 서비스명 (trnm), code */
  readonly serviceName: string | null;
  /** 실시간 등록리스트 (data) */
  readonly data: readonly RealTime0mAnswerData[];
}

/** 실시간 등록리스트 (data) of RealTime0mAnswer. */
export interface RealTime0mAnswerData {
  /** 실시간항목 (type), code */
  readonly type: string | null;
  /** 실시간 항목명 (name), text */
  readonly name: string | null;
  /** 실시간 등록 요소 (item), code */
  readonly item: string | null;
  /** 실시간 값 리스트 (values) */
  readonly values: RealTime0mAnswerDataValues | null;
}

/** 실시간 값 리스트 (values) of RealTime0mAnswerData. */
export interface RealTime0mAnswerDataValues {
  /** 체결시간 (20), time */
  readonly tradedAt: string | null;
  /** 현재가 (10), price */
  readonly currentPrice: number | null;
  /** ELW이론가 (670), price */
  readonly elwTheoreticalPrice: number | null;
  /** ELW내재변동성 (671), signed */
  readonly elwImpliedVolatility: number | null;
  /** ELW델타 (672), signed */
  readonly elwDelta: number | null;
  /** ELW감마 (673), signed */
  readonly elwGamma: number | null;
  /** ELW쎄타 (674), signed */
  readonly elwTheta: number | null;
  /** ELW베가 (675), signed */
  readonly elwVega: number | null;
  /** ELW로 (676), percent */
  readonly elwRho: number | null;
  /** LP호가내재변동성 (706), signed */
  readonly lpQuoteImpliedVolatility: number | null;
}

/** 0s 장시작시간, session: what it is asked with. */
export interface RealTime0sRequest {
  /** 서비스명 (trnm), code */
  readonly serviceName: 'REG' | 'REMOVE';
  /** 그룹번호 (grp_no), text */
  readonly groupNo: string | number;
  /** 기존등록유지여부 (refresh), text */
  readonly refresh: '0' | '1';
  /** 실시간 등록 리스트 (data) */
  readonly data: readonly RealTime0sRequestData[];
}

/** 실시간 등록 리스트 (data) of RealTime0sRequest. */
export interface RealTime0sRequestData {
  /** 실시간 등록 요소 (item), code */
  readonly item?: readonly string[] | undefined;
  /** 실시간 항목 (type), code */
  readonly type: readonly string[];
}

/** 0s 장시작시간, session: what it answers. */
export interface RealTime0sAnswer {
  /** 결과코드 (return_code), code */
  readonly returnCode: string | null;
  /** 결과메시지 (return_msg), text */
  readonly returnMessage: string | null;
  /** 서비스명 (trnm), code */
  readonly serviceName: string | null;
  /** 실시간 등록리스트 (data) */
  readonly data: readonly RealTime0sAnswerData[];
}

/** 실시간 등록리스트 (data) of RealTime0sAnswer. */
export interface RealTime0sAnswerData {
  /** 실시간항목 (type), code */
  readonly type: string | null;
  /** 실시간 항목명 (name), text */
  readonly name: string | null;
  /** 실시간 등록 요소 (item), code */
  readonly item: string | null;
  /** 실시간 값 리스트 (values) */
  readonly values: RealTime0sAnswerDataValues | null;
}

/** 실시간 값 리스트 (values) of RealTime0sAnswerData. */
export interface RealTime0sAnswerDataValues {
  /** 장운영구분 (215), code */
  readonly phaseCode: string | null;
  /** 체결시간 (20), time */
  readonly tradedAt: string | null;
  /** 장시작예상잔여시간 (214), time */
  readonly remaining: string | null;
}

/** 0u ELW 지표, ELW indicators: what it is asked with. */
export interface RealTime0uRequest {
  /** 서비스명 (trnm), code */
  readonly serviceName: 'REG' | 'REMOVE';
  /** 그룹번호 (grp_no), text */
  readonly groupNo: string | number;
  /** 기존등록유지여부 (refresh), text */
  readonly refresh: '0' | '1';
  /** 실시간 등록 리스트 (data) */
  readonly data: readonly RealTime0uRequestData[];
}

/** 실시간 등록 리스트 (data) of RealTime0uRequest. */
export interface RealTime0uRequestData {
  /** 실시간 등록 요소 (item), code */
  readonly item?: readonly string[] | undefined;
  /** 실시간 항목 (type), code */
  readonly type: readonly string[];
}

/** 0u ELW 지표, ELW indicators: what it answers. */
export interface RealTime0uAnswer {
  /** 결과코드 (return_code), code */
  readonly returnCode: string | null;
  /** 결과메시지 (return_msg), text */
  readonly returnMessage: string | null;
  /** 서비스명 (trnm), code */
  readonly serviceName: string | null;
  /** 실시간 등록리스트 (data) */
  readonly data: readonly RealTime0uAnswerData[];
}

/** 실시간 등록리스트 (data) of RealTime0uAnswer. */
export interface RealTime0uAnswerData {
  /** 실시간항목 (type), code */
  readonly type: string | null;
  /** 실시간 항목명 (name), text */
  readonly name: string | null;
  /** 실시간 등록 요소 (item), code */
  readonly item: string | null;
  /** 실시간 값 리스트 (values) */
  readonly values: RealTime0uAnswerDataValues | null;
}

/** 실시간 값 리스트 (values) of RealTime0uAnswerData. */
export interface RealTime0uAnswerDataValues {
  /** 체결시간 (20), time */
  readonly tradedAt: string | null;
  /** ELW패리티 (666), signed */
  readonly elwParity: number | null;
  /** ELW프리미엄 (1211), signed */
  readonly elwPremium: number | null;
  /** ELW기어링비율 (667), percent */
  readonly elwGearing: number | null;
  /** ELW손익분기율 (668), percent */
  readonly elwBreakEvenRate: number | null;
  /** ELW자본지지점 (669), signed */
  readonly elwCapitalSupportPoint: number | null;
}

/** 0w 종목프로그램매매, program trading of a stock: what it is asked with. */
export interface RealTime0wRequest {
  /** 서비스명 (trnm), code */
  readonly serviceName: 'REG' | 'REMOVE';
  /** 그룹번호 (grp_no), text */
  readonly groupNo: string | number;
  /** 기존등록유지여부 (refresh), text */
  readonly refresh: '0' | '1';
  /** 실시간 등록 리스트 (data) */
  readonly data: readonly RealTime0wRequestData[];
}

/** 실시간 등록 리스트 (data) of RealTime0wRequest. */
export interface RealTime0wRequestData {
  /** 실시간 등록 요소 (item), code */
  readonly item?: readonly string[] | undefined;
  /** 실시간 항목 (type), code */
  readonly type: readonly string[];
}

/** 0w 종목프로그램매매, program trading of a stock: what it answers. */
export interface RealTime0wAnswer {
  /** 결과코드 (return_code), code */
  readonly returnCode: string | null;
  /** 결과메시지 (return_msg), text */
  readonly returnMessage: string | null;
  /** 서비스명 (trnm), code */
  readonly serviceName: string | null;
  /** 실시간 등록리스트 (data) */
  readonly data: readonly RealTime0wAnswerData[];
}

/** 실시간 등록리스트 (data) of RealTime0wAnswer. */
export interface RealTime0wAnswerData {
  /** 실시간항목 (type), code */
  readonly type: string | null;
  /** 실시간 항목명 (name), text */
  readonly name: string | null;
  /** 실시간 등록 요소 (item), code */
  readonly item: string | null;
  /** 실시간 값 리스트 (values) */
  readonly values: RealTime0wAnswerDataValues | null;
}

/** 실시간 값 리스트 (values) of RealTime0wAnswerData. */
export interface RealTime0wAnswerDataValues {
  /** 체결시간 (20), time */
  readonly tradedAt: string | null;
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
  /** 매도수량 (202), quantity */
  readonly sellQuantity: number | null;
  /** 매도금액 (204), won */
  readonly sellAmount: number | null;
  /** 매수수량 (206), quantity */
  readonly buyQuantity: number | null;
  /** 매수금액 (208), won */
  readonly buyAmount: number | null;
  /** 순매수수량 (210), signed */
  readonly netBuyQuantity: number | null;
  /** 순매수수량증감 (211), signed */
  readonly netBuyQuantityChange: number | null;
  /** 순매수금액 (212), won */
  readonly netBuyAmount: number | null;
  /** 순매수금액증감 (213), signed */
  readonly netBuyAmountChange: number | null;
  /** 장시작예상잔여시간 (214), time */
  readonly remaining: string | null;
  /** 장운영구분 (215), code */
  readonly phaseCode: string | null;
  /** 투자자별ticker (216), text */
  readonly investorTicker: string | null;
}

/** 1h VI발동/해제, volatility interruptions: what it is asked with. */
export interface RealTime1hRequest {
  /** 서비스명 (trnm), code */
  readonly serviceName: 'REG' | 'REMOVE';
  /** 그룹번호 (grp_no), text */
  readonly groupNo: string | number;
  /** 기존등록유지여부 (refresh), text */
  readonly refresh: '0' | '1';
  /** 실시간 등록 리스트 (data) */
  readonly data: readonly RealTime1hRequestData[];
}

/** 실시간 등록 리스트 (data) of RealTime1hRequest. */
export interface RealTime1hRequestData {
  /** 실시간 등록 요소 (item), code */
  readonly item?: readonly string[] | undefined;
  /** 실시간 항목 (type), code */
  readonly type: readonly string[];
}

/** 1h VI발동/해제, volatility interruptions: what it answers. */
export interface RealTime1hAnswer {
  /** 결과코드 (return_code), code */
  readonly returnCode: string | null;
  /** 결과메시지 (return_msg), text */
  readonly returnMessage: string | null;
  /** 서비스명 (trnm), code */
  readonly serviceName: string | null;
  /** 실시간 등록리스트 (data) */
  readonly data: readonly RealTime1hAnswerData[];
}

/** 실시간 등록리스트 (data) of RealTime1hAnswer. */
export interface RealTime1hAnswerData {
  /** 실시간항목 (type), code */
  readonly type: string | null;
  /** 실시간 항목명 (name), text */
  readonly name: string | null;
  /** 실시간 등록 요소 (item), code */
  readonly item: string | null;
  /** 실시간 값 리스트 (values) */
  readonly values: RealTime1hAnswerDataValues | null;
}

/** 실시간 값 리스트 (values) of RealTime1hAnswerData. */
export interface RealTime1hAnswerDataValues {
  /** 종목코드 (9001), symbol */
  readonly symbol: string | null;
  /** 종목명 (302), text */
  readonly name: string | null;
  /** 누적거래량 (13), quantity */
  readonly cumulativeVolume: number | null;
  /** 누적거래대금 (14), won */
  readonly cumulativeValue: number | null;
  /** VI발동구분 (9068), code */
  readonly state: string | null;
  /** KOSPI,KOSDAQ,전체구분 (9008), code */
  readonly market: string | null;
  /** 장전구분 (9075), code */
  readonly beforeOpen: string | null;
  /** VI발동가격 (1221), price */
  readonly triggerPrice: number | null;
  /** 매매체결처리시각 (1223), time */
  readonly triggeredAt: string | null;
  /** VI해제시각 (1224), time */
  readonly releasedAt: string | null;
  /** VI적용구분 (1225), code */
  readonly kindText: string | null;
  /** 기준가격 정적 (1236), signed */
  readonly staticBase: number | null;
  /** 기준가격 동적 (1237), signed */
  readonly dynamicBase: number | null;
  /** 괴리율 정적 (1238), signed */
  readonly staticDeviation: number | null;
  /** 괴리율 동적 (1239), signed */
  readonly dynamicDeviation: number | null;
  /** VI발동가 등락율 (1489), percent */
  readonly triggerRate: number | null;
  /** VI발동횟수 (1490), quantity */
  readonly count: number | null;
  /** 발동방향구분 (9069), code */
  readonly direction: string | null;
  /** Extra Item (1279), text */
  readonly extra: string | null;
}
