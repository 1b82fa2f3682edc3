// The real-time types of the WebSocket with their FIDs (guide: 실시간시세). Values are text in the same formats as in REST
// answers; the guide describes `values` as a list, the wire carries an object keyed by FID (kiwoom-wire 1.16).

import { field, type OutputField, type RealTimeType, type ValueType } from './definition.ts';

/** 주문체결: order notices. */
const ORDER_NOTICES: RealTimeType = {
  id: '00',
  koreanName: '주문체결',
  englishName: 'order notices',
  item: 'none',
  fields: [
    field('9201', 'accountNo', 'text', '계좌번호'),
    field('9203', 'orderNo', 'orderNo', '주문번호'),
    field('9205', 'managerNo', 'text', '관리자사번'),
    field('9001', 'symbol', 'symbol', '종목코드,업종코드'),
    field('912', 'taskKind', 'code', '주문업무분류'),
    field('913', 'state', 'text', '주문상태'),
    field('302', 'name', 'text', '종목명'),
    field('900', 'orderQuantity', 'quantity', '주문수량'),
    field('901', 'orderPrice', 'price', '주문가격'),
    field('902', 'remaining', 'quantity', '미체결수량'),
    field('903', 'cumulativeAmount', 'won', '체결누계금액'),
    field('904', 'originalOrderNo', 'orderNo', '원주문번호'),
    field('905', 'sideText', 'text', '주문구분'),
    field('906', 'pricingText', 'text', '매매구분'),
    field('907', 'sideCode', 'code', '매도수구분'),
    field('908', 'occurredAt', 'time', '주문/체결시간'),
    field('909', 'fillNo', 'text', '체결번호'),
    field('910', 'fillPrice', 'price', '체결가'),
    field('911', 'cumulativeQuantity', 'quantity', '체결량'),
    field('10', 'last', 'price', '현재가'),
    field('27', 'bestAsk', 'price', '(최우선)매도호가'),
    field('28', 'bestBid', 'price', '(최우선)매수호가'),
    field('914', 'unitFillPrice', 'price', '단위체결가'),
    field('915', 'unitFillQuantity', 'quantity', '단위체결량'),
    field('938', 'commission', 'won', '당일매매수수료'),
    field('939', 'tax', 'won', '당일매매세금'),
    field('919', 'rejectReason', 'text', '거부사유'),
    field('920', 'screenNo', 'text', '화면번호'),
    field('921', 'terminalNo', 'text', '터미널번호'),
    field('922', 'creditKind', 'code', '신용구분'),
    field('923', 'loanDate', 'date', '대출일'),
    field('10010', 'afterHoursPrice', 'price', '시간외단일가_현재가'),
    field('2134', 'venueCode', 'code', '거래소구분'),
    field('2135', 'venueText', 'text', '거래소구분명'),
    field('2136', 'isSor', 'flag', 'SOR여부'),
  ],
};

/** 잔고: balance notices. */
const BALANCE_NOTICES: RealTimeType = {
  id: '04',
  koreanName: '잔고',
  englishName: 'balance notices',
  item: 'none',
  fields: [
    field('9201', 'accountNo', 'text', '계좌번호'),
    field('9001', 'symbol', 'symbol', '종목코드,업종코드'),
    field('917', 'creditKind', 'code', '신용구분'),
    field('916', 'loanDate', 'date', '대출일'),
    field('302', 'name', 'text', '종목명'),
    field('10', 'last', 'price', '현재가'),
    field('930', 'held', 'quantity', '보유수량'),
    field('931', 'averageCost', 'price', '매입단가'),
    field('932', 'totalCost', 'won', '총매입가(당일누적)'),
    field('933', 'sellable', 'quantity', '주문가능수량'),
    field('945', 'netBoughtToday', 'signed', '당일순매수량'),
    field('946', 'sideCode', 'code', '매도/매수구분'),
    field('950', 'realisedToday', 'won', '당일총매도손익'),
    field('951', 'extra', 'text', 'Extra Item'),
    field('27', 'bestAsk', 'price', '(최우선)매도호가'),
    field('28', 'bestBid', 'price', '(최우선)매수호가'),
    field('307', 'base', 'price', '기준가'),
    field('8019', 'profitRate', 'percent', '손익률(실현손익)'),
    field('957', 'creditAmount', 'won', '신용금액'),
    field('958', 'creditInterest', 'won', '신용이자'),
    field('918', 'expiry', 'date', '만기일'),
    field('990', 'realisedCash', 'won', '당일실현손익(유가)'),
    field('991', 'realisedCashRate', 'percent', '당일실현손익율(유가)'),
    field('992', 'realisedCredit', 'won', '당일실현손익(신용)'),
    field('993', 'realisedCreditRate', 'percent', '당일실현손익율(신용)'),
    field('959', 'pledgedQuantity', 'quantity', '담보대출수량'),
    field('924', 'extra2', 'text', 'Extra Item'),
  ],
};

/** 주식체결: trades. */
const TRADES: RealTimeType = {
  id: '0B',
  koreanName: '주식체결',
  englishName: 'trades',
  item: 'symbol',
  fields: [
    field('20', 'tradedAt', 'time', '체결시간'),
    field('10', 'price', 'price', '현재가'),
    field('11', 'change', 'signed', '전일대비'),
    field('12', 'changeRate', 'percent', '등락율'),
    field('27', 'bestAsk', 'price', '(최우선)매도호가'),
    field('28', 'bestBid', 'price', '(최우선)매수호가'),
    field('15', 'volume', 'signed', '거래량'),
    field('13', 'dayVolume', 'quantity', '누적거래량'),
    field('14', 'dayValue', 'won', '누적거래대금'),
    field('16', 'open', 'price', '시가'),
    field('17', 'high', 'price', '고가'),
    field('18', 'low', 'price', '저가'),
    field('25', 'changeSign', 'code', '전일대비기호'),
    field('26', 'volumeAgainstYesterday', 'signed', '전일거래량대비(계약 ,주)'),
    field('29', 'valueChange', 'signed', '거래대금증감'),
    field('30', 'volumeRateAgainstYesterday', 'percent', '전일거래량대비(비율)'),
    field('31', 'turnover', 'percent', '거래회전율'),
    field('32', 'tradeCost', 'signed', '거래비용'),
    field('228', 'strength', 'percent', '체결강도'),
    field('311', 'marketCap', 'signed', '시가총액(억)'),
    field('290', 'hours', 'code', '장구분'),
    field('691', 'knockOutDistance', 'signed', 'K.O 접근도'),
    field('567', 'upperLimitTime', 'time', '상한가발생시간'),
    field('568', 'lowerLimitTime', 'time', '하한가발생시간'),
    field('851', 'sameTimeVolumeRate', 'percent', '전일동시간거래량비율'),
    field('1890', 'openTime', 'time', '시가시간'),
    field('1891', 'highTime', 'time', '고가시간'),
    field('1892', 'lowTime', 'time', '저가시간'),
    field('1030', 'sellVolume', 'quantity', '매도체결량'),
    field('1031', 'buyVolume', 'quantity', '매수체결량'),
    field('1032', 'buyRate', 'percent', '매수비율'),
    field('1071', 'sellCount', 'quantity', '매도체결건수'),
    field('1072', 'buyCount', 'quantity', '매수체결건수'),
    field('1313', 'momentaryValue', 'won', '순간거래대금'),
    field('1315', 'sellVolumeSingle', 'quantity', '매도체결량_단건'),
    field('1316', 'buyVolumeSingle', 'quantity', '매수체결량_단건'),
    field('1314', 'netBuyVolume', 'signed', '순매수체결량'),
    field('1497', 'cfdMargin', 'signed', 'CFD증거금'),
    field('1498', 'maintenanceMargin', 'signed', '유지증거금'),
    field('620', 'dayAverage', 'price', '당일거래평균가'),
    field('732', 'cfdCost', 'signed', 'CFD거래비용'),
    field('852', 'shortCost', 'signed', '대주거래비용'),
    field('9081', 'venueCode', 'code', '거래소구분'),
  ],
};

/** 주식우선호가: best quotes. */
const BEST_QUOTES: RealTimeType = {
  id: '0C',
  koreanName: '주식우선호가',
  englishName: 'best quotes',
  item: 'symbol',
  fields: [
    field('27', 'bestAsk', 'price', '(최우선)매도호가'),
    field('28', 'bestBid', 'price', '(최우선)매수호가'),
  ],
};

/** 주식호가잔량: the order book. Level 10 follows level 1 to 9 without a gap in every row of FIDs. */
const ORDER_BOOK: RealTimeType = {
  id: '0D',
  koreanName: '주식호가잔량',
  englishName: 'order book',
  item: 'symbol',
  fields: [
    field('21', 'at', 'time', '호가시간'),
    ...levels(41, 'askPrice', 'price', '매도호가'),
    ...levels(61, 'askQuantity', 'quantity', '매도호가수량'),
    ...levels(81, 'askChange', 'signed', '매도호가직전대비'),
    ...levels(51, 'bidPrice', 'price', '매수호가'),
    ...levels(71, 'bidQuantity', 'quantity', '매수호가수량'),
    ...levels(91, 'bidChange', 'signed', '매수호가직전대비'),
    field('121', 'askTotal', 'quantity', '매도호가총잔량'),
    field('122', 'askTotalChange', 'signed', '매도호가총잔량직전대비'),
    field('125', 'bidTotal', 'quantity', '매수호가총잔량'),
    field('126', 'bidTotalChange', 'signed', '매수호가총잔량직전대비'),
    field('23', 'expectedPrice', 'price', '예상체결가'),
    field('24', 'expectedQuantity', 'quantity', '예상체결수량'),
    field('128', 'netBid', 'signed', '순매수잔량'),
    field('129', 'bidRate', 'percent', '매수비율'),
    field('138', 'netAsk', 'signed', '순매도잔량'),
    field('139', 'askRate', 'percent', '매도비율'),
    field('200', 'expectedChange', 'signed', '예상체결가전일종가대비'),
    field('201', 'expectedChangeRate', 'percent', '예상체결가전일종가대비등락율'),
    field('238', 'expectedChangeSign', 'code', '예상체결가전일종가대비기호'),
    field('291', 'auctionPrice', 'price', '예상체결가'),
    field('292', 'auctionQuantity', 'quantity', '예상체결량'),
    field('293', 'auctionChangeSign', 'code', '예상체결가전일대비기호'),
    field('294', 'auctionChange', 'signed', '예상체결가전일대비'),
    field('295', 'auctionChangeRate', 'percent', '예상체결가전일대비등락율'),
    ...levels(621, 'lpAskQuantity', 'quantity', 'LP매도호가수량'),
    ...levels(631, 'lpBidQuantity', 'quantity', 'LP매수호가수량'),
    field('13', 'dayVolume', 'quantity', '누적거래량'),
    field('299', 'expectedVolumeRate', 'percent', '전일거래량대비예상체결율'),
    field('215', 'phaseCode', 'code', '장운영구분'),
    field('216', 'investorTicker', 'text', '투자자별ticker'),
    ...levels(6044, 'krxAskQuantity', 'quantity', 'KRX 매도호가잔량'),
    ...levels(6054, 'krxBidQuantity', 'quantity', 'KRX 매수호가잔량'),
    field('6064', 'krxAskTotal', 'quantity', 'KRX 매도호가총잔량'),
    field('6065', 'krxBidTotal', 'quantity', 'KRX 매수호가총잔량'),
    ...levels(6066, 'nxtAskQuantity', 'quantity', 'NXT 매도호가잔량'),
    ...levels(6076, 'nxtBidQuantity', 'quantity', 'NXT 매수호가잔량'),
    field('6086', 'nxtAskTotal', 'quantity', 'NXT 매도호가총잔량'),
    field('6087', 'nxtBidTotal', 'quantity', 'NXT 매수호가총잔량'),
    ...midPrice(6100, 'krx', 'KRX'),
    ...midPrice(6105, 'nxt', 'NXT'),
    ...midPriceChange(6110, 'krx', 'KRX'),
    ...midPriceChange(6113, 'nxt', 'NXT'),
  ],
};

/** 장시작시간: session. */
const SESSION: RealTimeType = {
  id: '0s',
  koreanName: '장시작시간',
  englishName: 'session',
  item: 'none',
  fields: [
    field('215', 'phaseCode', 'code', '장운영구분'),
    field('20', 'at', 'time', '체결시간'),
    field('214', 'remaining', 'time', '장시작예상잔여시간'),
  ],
};

/** 업종지수: index. */
const INDEX: RealTimeType = {
  id: '0J',
  koreanName: '업종지수',
  englishName: 'index',
  item: 'index',
  fields: [
    field('20', 'at', 'time', '체결시간'),
    field('10', 'value', 'signed', '현재가'),
    field('11', 'change', 'signed', '전일대비'),
    field('12', 'changeRate', 'percent', '등락율'),
    field('15', 'volume', 'signed', '거래량'),
    field('13', 'dayVolume', 'quantity', '누적거래량'),
    field('14', 'dayValue', 'won', '누적거래대금'),
    field('16', 'open', 'signed', '시가'),
    field('17', 'high', 'signed', '고가'),
    field('18', 'low', 'signed', '저가'),
    field('25', 'changeSign', 'code', '전일대비기호'),
    field('26', 'volumeAgainstYesterday', 'signed', '전일거래량대비'),
  ],
};

/** VI발동/해제: volatility interruptions. */
const VOLATILITY_INTERRUPTIONS: RealTimeType = {
  id: '1h',
  koreanName: 'VI발동/해제',
  englishName: 'volatility interruptions',
  item: 'none',
  fields: [
    field('9001', 'symbol', 'symbol', '종목코드'),
    field('302', 'name', 'text', '종목명'),
    field('13', 'dayVolume', 'quantity', '누적거래량'),
    field('14', 'dayValue', 'won', '누적거래대금'),
    field('9068', 'state', 'code', 'VI발동구분'),
    field('9008', 'market', 'code', 'KOSPI,KOSDAQ,전체구분'),
    field('9075', 'beforeOpen', 'code', '장전구분'),
    field('1221', 'triggerPrice', 'price', 'VI발동가격'),
    field('1223', 'triggeredAt', 'time', '매매체결처리시각'),
    field('1224', 'releasedAt', 'time', 'VI해제시각'),
    field('1225', 'kindText', 'text', 'VI적용구분'),
    field('1236', 'staticBase', 'price', '기준가격 정적'),
    field('1237', 'dynamicBase', 'price', '기준가격 동적'),
    field('1238', 'staticDeviation', 'percent', '괴리율 정적'),
    field('1239', 'dynamicDeviation', 'percent', '괴리율 동적'),
    field('1489', 'triggerRate', 'percent', 'VI발동가 등락율'),
    field('1490', 'count', 'quantity', 'VI발동횟수'),
    field('9069', 'direction', 'code', '발동방향구분'),
    field('1279', 'extra', 'text', 'Extra Item'),
  ],
};

/** The real-time types we decode. */
export const REAL_TIME_TYPES: readonly RealTimeType[] = [
  ORDER_NOTICES,
  BALANCE_NOTICES,
  TRADES,
  BEST_QUOTES,
  ORDER_BOOK,
  SESSION,
  INDEX,
  VOLATILITY_INTERRUPTIONS,
];

/** Ten FIDs in a row, one for each level of the book. */
function levels(first: number, name: string, type: ValueType, label: string): OutputField[] {
  return Array.from({ length: 10 }, (_, i) =>
    field(String(first + i), `${name}${i + 1}`, type, `${label}${i + 1}`),
  );
}

function midPrice(first: number, venue: string, label: string): OutputField[] {
  return [
    field(String(first), `${venue}MidAskTotalChange`, 'signed', `${label} 중간가 매도 총잔량 증감`),
    field(String(first + 1), `${venue}MidAskTotal`, 'quantity', `${label} 중간가 매도 총잔량`),
    field(String(first + 2), `${venue}MidPrice`, 'price', `${label} 중간가`),
    field(String(first + 3), `${venue}MidBidTotal`, 'quantity', `${label} 중간가 매수 총잔량`),
    field(String(first + 4), `${venue}MidBidTotalChange`, 'signed', `${label} 중간가 매수 총잔량 증감`),
  ];
}

function midPriceChange(first: number, venue: string, label: string): OutputField[] {
  return [
    field(String(first), `${venue}MidChange`, 'signed', `${label} 중간가대비`),
    field(String(first + 1), `${venue}MidChangeSign`, 'code', `${label} 중간가대비 기호`),
    field(String(first + 2), `${venue}MidChangeRate`, 'percent', `${label} 중간가대비등락율`),
  ];
}
