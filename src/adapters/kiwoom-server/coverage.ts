// Which of the guide's 182 APIs this exchange answers, and why not the others: what it does not simulate it refuses, it never
// makes figures up. The refusals at run time and `hwangso exchange coverage` both come from this table.

import { WEB_SOCKET_PATH } from '#adapters/kiwoom/catalogue.ts';
import { type Failure, unknownTr, wrongUrl } from './answers.ts';

/** Something said in both languages. */
interface Words {
  readonly ko: string;
  readonly en: string;
}

/** Why an API is not answered. */
const REASONS = {
  futures: {
    ko: '선물이 없어 어떤 차익거래가 아직 청산되지 않았는지 알 수 없습니다',
    en: 'there are no futures, so nobody can tell which arbitrage is still open',
  },
  lending: { ko: '대차거래가 없습니다', en: 'no shares are lent' },
  shortSelling: { ko: '공매도가 없습니다', en: 'nobody sells short' },
  marginDebt: { ko: '다른 참가자의 신용 잔고가 없습니다', en: 'others have no margin loans' },
  company: { ko: '기업 재무 자료가 없습니다', en: 'companies have no accounts' },
  rights: { ko: '신주인수권이 상장되어 있지 않습니다', en: 'no subscription rights are listed' },
  views: { ko: '종목 조회수를 세지 않습니다', en: 'nobody counts views of instruments' },
  elw: { ko: 'ELW가 상장되어 있지 않습니다', en: 'no ELWs are listed' },
  themes: { ko: '테마 분류가 없습니다', en: 'instruments belong to no themes' },
} as const satisfies Readonly<Record<string, Words>>;

type Reason = keyof typeof REASONS;

/** Id, names, and the reason where it is not answered; by the guide's groups. */
const APIS: Readonly<
  Record<string, readonly (readonly [id: string, ko: string, en: string, why?: Reason])[]>
> = {
  oauth: [
    ['au10001', '접근토큰 발급', 'issue access token'],
    ['au10002', '접근토큰폐기', 'revoke access token'],
  ],
  'stock-info': [
    ['ka00198', '실시간종목조회순위', 'most viewed stocks in real time', 'views'],
    ['ka10001', '주식기본정보요청', 'stock basics'],
    ['ka10002', '주식거래원요청', 'brokers of a stock'],
    ['ka10003', '체결정보요청', 'recent trades'],
    ['ka10013', '신용매매동향요청', 'margin trading trend', 'marginDebt'],
    ['ka10015', '일별거래상세요청', 'trades of a day in detail'],
    ['ka10016', '신고저가요청', 'new highs and lows'],
    ['ka10017', '상하한가요청', 'upper and lower limits'],
    ['ka10018', '고저가근접요청', 'near high or low'],
    ['ka10019', '가격급등락요청', 'price surges'],
    ['ka10024', '거래량갱신요청', 'volume records'],
    ['ka10025', '매물대집중요청', 'price band concentration'],
    ['ka10026', '고저PER요청', 'high and low PER', 'company'],
    ['ka10028', '시가대비등락률요청', 'change against open'],
    ['ka10043', '거래원매물대분석요청', 'broker positions by price'],
    ['ka10052', '거래원순간거래량요청', 'momentary broker volume'],
    ['ka10054', '변동성완화장치발동종목요청', 'triggered volatility interruptions'],
    ['ka10055', '당일전일체결량요청', 'trades today and the day before'],
    ['ka10058', '투자자별일별매매종목요청', 'investors by day'],
    ['ka10059', '종목별투자자기관별요청', 'investors of a stock'],
    ['ka10061', '종목별투자자기관별합계요청', 'investor totals of a stock'],
    ['ka10084', '당일전일체결요청', 'executions today and the day before'],
    ['ka10095', '관심종목정보요청', 'watched stocks'],
    ['ka10099', '종목정보 리스트', 'instrument list'],
    ['ka10100', '종목정보 조회', 'instrument'],
    ['ka10101', '업종코드 리스트', 'industry codes'],
    ['ka10102', '회원사 리스트', 'member firms'],
    ['ka90003', '프로그램순매수상위50요청', 'program net buying, top 50'],
    ['ka90004', '종목별프로그램매매현황요청', 'program trading by stock'],
    ['kt20016', '신용융자 가능종목요청', 'stocks open to margin loans'],
    ['kt20017', '신용융자 가능문의', 'margin loan inquiry'],
  ],
  quotes: [
    ['ka10004', '주식호가요청', 'order book snapshot'],
    ['ka10005', '주식일주월시분요청', 'day, week, month and minute prices'],
    ['ka10006', '주식시분요청', 'price by minute'],
    ['ka10007', '시세표성정보요청', 'quote board'],
    ['ka10011', '신주인수권전체시세요청', 'subscription rights quotes', 'rights'],
    ['ka10044', '일별기관매매종목요청', 'institutions by day'],
    ['ka10045', '종목별기관매매추이요청', 'institutions of a stock by day'],
    ['ka10046', '체결강도추이시간별요청', 'trade strength by time'],
    ['ka10047', '체결강도추이일별요청', 'trade strength by day'],
    ['ka10063', '장중투자자별매매요청', 'investors during the session'],
    ['ka10066', '장마감후투자자별매매요청', 'investors after the close'],
    ['ka10078', '증권사별종목매매동향요청', 'brokers of a stock by day'],
    ['ka10086', '일별주가요청', 'daily prices'],
    ['ka10087', '시간외단일가요청', 'after-hours single price'],
    ['ka90005', '프로그램매매추이요청 시간대별', 'program trading by time'],
    ['ka90006', '프로그램매매차익잔고추이요청', 'program arbitrage balance', 'futures'],
    ['ka90007', '프로그램매매누적추이요청', 'program trading accumulated'],
    ['ka90008', '종목시간별프로그램매매추이요청', 'program trading of a stock by time'],
    ['ka90010', '프로그램매매추이요청 일자별', 'program trading by day'],
    ['ka90013', '종목일별프로그램매매추이요청', 'program trading of a stock by day'],
  ],
  rankings: [
    ['ka10020', '호가잔량상위요청', 'largest order quantities'],
    ['ka10021', '호가잔량급증요청', 'surging order quantities'],
    ['ka10022', '잔량율급증요청', 'surging order ratios'],
    ['ka10023', '거래량급증요청', 'surging volume'],
    ['ka10027', '전일대비등락률상위요청', 'change against previous close, ranked'],
    ['ka10029', '예상체결등락률상위요청', 'expected change, ranked'],
    ['ka10030', '당일거래량상위요청', 'volume today, ranked'],
    ['ka10031', '전일거래량상위요청', 'volume of the previous day, ranked'],
    ['ka10032', '거래대금상위요청', 'traded value, ranked'],
    ['ka10033', '신용비율상위요청', 'credit ratio, ranked', 'marginDebt'],
    ['ka10034', '외인기간별매매상위요청', 'foreigners by period, ranked'],
    ['ka10035', '외인연속순매매상위요청', 'foreigners in a row, ranked'],
    ['ka10036', '외인한도소진율증가상위', 'foreign limit exhaustion, ranked'],
    ['ka10037', '외국계창구매매상위요청', 'foreign brokers, ranked'],
    ['ka10038', '종목별증권사순위요청', 'brokers of a stock, ranked'],
    ['ka10039', '증권사별매매상위요청', 'stocks of a broker, ranked'],
    ['ka10040', '당일주요거래원요청', 'main brokers today'],
    ['ka10042', '순매수거래원순위요청', 'net buying brokers, ranked'],
    ['ka10053', '당일상위이탈원요청', 'brokers that left the top today'],
    ['ka10062', '동일순매매순위요청', 'same-side net trading, ranked'],
    ['ka10065', '장중투자자별매매상위요청', 'investors during the session, ranked'],
    ['ka10098', '시간외단일가등락율순위요청', 'after-hours change, ranked'],
    ['ka90009', '외국인기관매매상위요청', 'foreigners and institutions, ranked'],
  ],
  institutions: [
    ['ka10008', '주식외국인종목별매매동향', 'foreign ownership by day'],
    ['ka10009', '주식기관요청', 'institutions of a stock'],
    ['ka10131', '기관외국인연속매매현황요청', 'institutions and foreigners in a row'],
  ],
  industries: [
    ['ka10010', '업종프로그램요청', 'program trading of an industry'],
    ['ka10051', '업종별투자자순매수요청', 'investors by industry'],
    ['ka20001', '업종현재가요청', 'industry index'],
    ['ka20002', '업종별주가요청', 'stocks of an industry'],
    ['ka20003', '전업종지수요청', 'all industry indexes'],
    ['ka20009', '업종현재가일별요청', 'industry index by day'],
  ],
  'short-selling': [['ka10014', '공매도추이요청', 'short selling trend', 'shortSelling']],
  lending: [
    ['ka10068', '대차거래추이요청', 'securities lending trend', 'lending'],
    ['ka10069', '대차거래상위10종목요청', 'securities lending, top 10', 'lending'],
    ['ka20068', '대차거래추이요청(종목별)', 'securities lending trend of a stock', 'lending'],
    ['ka90012', '대차거래내역요청', 'securities lending details', 'lending'],
  ],
  elw: [
    ['ka10048', 'ELW일별민감도지표요청', 'ELW sensitivity by day', 'elw'],
    ['ka10050', 'ELW민감도지표요청', 'ELW sensitivity', 'elw'],
    ['ka30001', 'ELW가격급등락요청', 'ELW price surges', 'elw'],
    ['ka30002', '거래원별ELW순매매상위요청', 'ELW net trading by broker', 'elw'],
    ['ka30003', 'ELWLP보유일별추이요청', 'ELW liquidity provider holdings by day', 'elw'],
    ['ka30004', 'ELW괴리율요청', 'ELW disparity', 'elw'],
    ['ka30005', 'ELW조건검색요청', 'ELW search', 'elw'],
    ['ka30009', 'ELW등락율순위요청', 'ELW change, ranked', 'elw'],
    ['ka30010', 'ELW잔량순위요청', 'ELW order quantity, ranked', 'elw'],
    ['ka30011', 'ELW근접율요청', 'ELW proximity', 'elw'],
    ['ka30012', 'ELW종목상세정보요청', 'ELW details', 'elw'],
  ],
  etf: [
    ['ka40001', 'ETF수익율요청', 'ETF return'],
    ['ka40002', 'ETF종목정보요청', 'ETF basics'],
    ['ka40003', 'ETF일별추이요청', 'ETF by day'],
    ['ka40004', 'ETF전체시세요청', 'all ETF quotes'],
    ['ka40006', 'ETF시간대별추이요청', 'ETF by time'],
    ['ka40007', 'ETF시간대별체결요청', 'ETF trades by time'],
    ['ka40008', 'ETF일자별체결요청', 'ETF trades by day'],
    ['ka40009', 'ETF시간대별체결요청', 'ETF NAV by time'],
    ['ka40010', 'ETF시간대별추이요청', 'ETF trend by time'],
  ],
  themes: [
    ['ka90001', '테마그룹별요청', 'theme groups', 'themes'],
    ['ka90002', '테마구성종목요청', 'stocks of a theme', 'themes'],
  ],
  charts: [
    ['ka10060', '종목별투자자기관별차트요청', 'investor chart of a stock'],
    ['ka10064', '장중투자자별매매차트요청', 'investor chart during the session'],
    ['ka10079', '주식틱차트조회요청', 'tick chart'],
    ['ka10080', '주식분봉차트조회요청', 'minute chart'],
    ['ka10081', '주식일봉차트조회요청', 'daily chart'],
    ['ka10082', '주식주봉차트조회요청', 'weekly chart'],
    ['ka10083', '주식월봉차트조회요청', 'monthly chart'],
    ['ka10094', '주식년봉차트조회요청', 'yearly chart'],
    ['ka20004', '업종틱차트조회요청', 'industry tick chart'],
    ['ka20005', '업종분봉조회요청', 'industry minute chart'],
    ['ka20006', '업종일봉조회요청', 'industry daily chart'],
    ['ka20007', '업종주봉조회요청', 'industry weekly chart'],
    ['ka20008', '업종월봉조회요청', 'industry monthly chart'],
    ['ka20019', '업종년봉조회요청', 'industry yearly chart'],
  ],
  account: [
    ['ka01690', '일별잔고수익률', 'return on holdings of a day'],
    ['ka10072', '일자별종목별실현손익요청_일자', 'realised profit by stock of a day'],
    ['ka10073', '일자별종목별실현손익요청_기간', 'realised profit by stock of a period'],
    ['ka10074', '일자별실현손익요청', 'realised profit by day'],
    ['ka10075', '미체결요청', 'open orders'],
    ['ka10076', '체결요청', 'filled orders'],
    ['ka10077', '당일실현손익상세요청', 'realised profit today in detail'],
    ['ka10085', '계좌수익률요청', 'account return'],
    ['ka10088', '미체결 분할주문 상세', 'split open orders'],
    ['ka10170', '당일매매일지요청', 'trading diary of a day'],
    ['kt00001', '예수금상세현황요청', 'deposit details'],
    ['kt00002', '일별추정예탁자산현황요청', 'estimated assets by day'],
    ['kt00003', '추정자산조회요청', 'estimated assets'],
    ['kt00004', '계좌평가현황요청', 'account valuation'],
    ['kt00005', '체결잔고요청', 'executed balance'],
    ['kt00007', '계좌별주문체결내역상세요청', 'orders and fills of a day'],
    ['kt00008', '계좌별익일결제예정내역요청', 'settlement of the next day'],
    ['kt00009', '계좌별주문체결현황요청', 'order status of the account'],
    ['kt00010', '주문인출가능금액요청', 'withdrawable and orderable amount'],
    ['kt00011', '증거금율별주문가능수량조회요청', 'orderable quantity by margin rate'],
    ['kt00012', '신용보증금율별주문가능수량조회요청', 'orderable quantity by credit margin rate'],
    ['kt00013', '증거금세부내역조회요청', 'margin details'],
    ['kt00015', '위탁종합거래내역요청', 'account transactions'],
    ['kt00016', '일별계좌수익률상세현황요청', 'account return by day'],
    ['kt00017', '계좌별당일현황요청', 'account today'],
    ['kt00018', '계좌평가잔고내역요청', 'holdings'],
  ],
  orders: [
    ['kt10000', '주식 매수주문', 'buy'],
    ['kt10001', '주식 매도주문', 'sell'],
    ['kt10002', '주식 정정주문', 'modify'],
    ['kt10003', '주식 취소주문', 'cancel'],
  ],
  'credit-orders': [
    ['kt10006', '신용 매수주문', 'credit buy'],
    ['kt10007', '신용 매도주문', 'credit sell'],
    ['kt10008', '신용 정정주문', 'credit modify'],
    ['kt10009', '신용 취소주문', 'credit cancel'],
  ],
  conditions: [
    ['ka10171', '조건검색 목록조회', 'list of conditions'],
    ['ka10172', '조건검색 요청 일반', 'condition search once'],
    ['ka10173', '조건검색 요청 실시간', 'condition search in real time'],
    ['ka10174', '조건검색 실시간 해제', 'end condition search in real time'],
  ],
  'real-time': [
    ['00', '주문체결', 'order notices'],
    ['04', '잔고', 'balance notices'],
    ['0A', '주식기세', 'quoted prices without trades'],
    ['0B', '주식체결', 'trades'],
    ['0C', '주식우선호가', 'best quotes'],
    ['0D', '주식호가잔량', 'order book'],
    ['0E', '주식시간외호가', 'after-hours quotes'],
    ['0F', '주식당일거래원', 'brokers today'],
    ['0G', 'ETF NAV', 'ETF NAV'],
    ['0H', '주식예상체결', 'expected execution'],
    ['0J', '업종지수', 'index'],
    ['0U', '업종등락', 'rising and falling stocks of an industry'],
    ['0g', '주식종목정보', 'stock information'],
    ['0m', 'ELW 이론가', 'ELW theoretical price', 'elw'],
    ['0s', '장시작시간', 'session'],
    ['0u', 'ELW 지표', 'ELW indicators', 'elw'],
    ['0w', '종목프로그램매매', 'program trading of a stock'],
    ['1h', 'VI발동/해제', 'volatility interruptions'],
  ],
};

/** One API of the guide. */
export interface Coverage {
  readonly id: string;
  readonly name: Words;
  /** As `hwangso tr list` names it. */
  readonly group: string;
  readonly isAnswered: boolean;
  /** Why it is not; null where it is. */
  readonly why: Words | null;
}

const COVERAGE: readonly Coverage[] = Object.entries(APIS).flatMap(([group, apis]) =>
  apis.map(([id, ko, en, why]) => ({
    ...{ id, name: { ko, en }, group, isAnswered: why === undefined },
    why: why === undefined ? null : REASONS[why],
  })),
);

const BY_ID: ReadonlyMap<string, Coverage> = new Map(COVERAGE.map((one) => [one.id, one]));

/** All APIs of the guide, by its groups. */
export function coverage(): readonly Coverage[] {
  return COVERAGE;
}

/**
 * What a TR that no path answers is refused with: guide error 1505, with the reason where the guide has the TR; 1504 for one
 * that is spoken over the WebSocket only.
 */
export function refusalOf(apiId: string, path = WEB_SOCKET_PATH): Failure {
  const known = BY_ID.get(apiId);
  if (known?.isAnswered === true) return wrongUrl(apiId, path);
  const failure = unknownTr(apiId);
  const why = known?.why ?? null;
  if (why === null) return failure;
  const message = `[1505:해당 API ID는 존재하지 않습니다. API ID=${apiId} (모의 거래소가 제공하지 않는 API: ${why.ko})]`;
  return { ...failure, message };
}
