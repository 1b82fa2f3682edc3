// The words of all reports in Korean and English. Reports name figures by key, so that no report has a word of its own.

import type { RefusalCode } from '#domain/order.ts';

export type Lang = 'ko' | 'en';

/** One text in both languages. */
export interface Bilingual {
  readonly ko: string;
  readonly en: string;
}

/** The text of `key` in `lang`. */
export function label(key: LabelKey, lang: Lang): string {
  return LABELS[key][lang];
}

/** What a refusal code means, for people; the code itself when it is none of ours. */
export function refusalText(code: string): Bilingual {
  return (REFUSALS as Readonly<Record<string, Bilingual>>)[code] ?? { ko: code, en: code };
}

export type LabelKey = keyof typeof LABELS;

export const LABELS = {
  backtestReport: { ko: '백테스트 보고서', en: 'Backtest report' },
  dailyReport: { ko: '일일 손익 보고서', en: 'Daily report' },
  account: { ko: '계좌', en: 'Account' },
  period: { ko: '기간', en: 'Period' },
  tradingDays: { ko: '거래일', en: 'Trading days' },
  bars: { ko: '봉', en: 'Bars' },
  orders: { ko: '주문', en: 'Orders' },
  fills: { ko: '체결', en: 'Fills' },
  strategy: { ko: '전략', en: 'Strategy' },
  strategies: { ko: '전략', en: 'Strategies' },
  parameters: { ko: '설정값', en: 'Parameters' },
  module: { ko: '모듈', en: 'Module' },
  instrument: { ko: '종목', en: 'Instrument' },
  symbol: { ko: '종목코드', en: 'Symbol' },
  figure: { ko: '항목', en: 'Figure' },
  value: { ko: '값', en: 'Value' },
  total: { ko: '합계', en: 'Total' },
  summary: { ko: '요약', en: 'Summary' },
  none: { ko: '없음', en: 'None' },

  startingCash: { ko: '시작 자금', en: 'Starting cash' },
  finalEquity: { ko: '최종 자산', en: 'Final equity' },
  profit: { ko: '손익', en: 'Profit' },
  totalReturn: { ko: '총수익률', en: 'Total return' },
  cagr: { ko: '연복리 수익률', en: 'CAGR' },
  volatility: { ko: '연변동성', en: 'Volatility (annual)' },
  sharpe: { ko: '샤프 비율', en: 'Sharpe ratio' },
  sortino: { ko: '소르티노 비율', en: 'Sortino ratio' },
  calmar: { ko: '칼마 비율', en: 'Calmar ratio' },
  maxDrawdown: { ko: '최대 낙폭', en: 'Max drawdown' },
  drawdown: { ko: '낙폭', en: 'Drawdown' },
  peakOn: { ko: '고점', en: 'Peak' },
  troughOn: { ko: '저점', en: 'Trough' },
  recoveredOn: { ko: '회복', en: 'Recovered' },
  notRecovered: { ko: '아직', en: 'not yet' },
  start: { ko: '시작', en: 'start' },
  exposure: { ko: '평균 투자 비중', en: 'Exposure (mean)' },
  annualTurnover: { ko: '연회전율', en: 'Turnover (a year)' },
  closedTrips: { ko: '청산된 거래', en: 'Closed trades' },
  openTrips: { ko: '보유 중인 거래', en: 'Open trades' },
  winRate: { ko: '승률', en: 'Win rate' },
  profitFactor: { ko: '총이익 ÷ 총손실', en: 'Profit factor' },
  averageWin: { ko: '평균 이익', en: 'Average win' },
  averageLoss: { ko: '평균 손실', en: 'Average loss' },
  expectancy: { ko: '거래당 기대 손익', en: 'Expectancy a trade' },
  longestLosingStreak: { ko: '최장 연속 손실', en: 'Longest losing streak' },
  costs: { ko: '거래 비용', en: 'Costs' },
  commission: { ko: '수수료', en: 'Commission' },
  tax: { ko: '세금', en: 'Tax' },
  costRate: { ko: '거래대금 대비 비용', en: 'Costs of traded amount' },
  costShareOfProfit: { ko: '비용 전 이익 대비 비용', en: 'Costs of profit before costs' },
  buyAndHold: { ko: '단순 보유', en: 'Buy and hold' },
  excessReturn: { ko: '단순 보유 대비', en: 'Against buy and hold' },
  equity: { ko: '평가 자산', en: 'Equity' },
  monthlyReturns: { ko: '월별 수익률', en: 'Monthly returns' },
  year: { ko: '연도', en: 'Year' },
  wholeYear: { ko: '연간', en: 'Year total' },
  candles: { ko: '일봉과 매매', en: 'Candles and trades' },
  bought: { ko: '매수', en: 'Buy' },
  sold: { ko: '매도', en: 'Sell' },
  trades: { ko: '거래 내역', en: 'Trades' },
  openedAt: { ko: '진입', en: 'Opened' },
  closedAt: { ko: '청산', en: 'Closed' },
  stillOpen: { ko: '보유 중', en: 'open' },
  quantity: { ko: '수량', en: 'Shares' },
  boughtAmount: { ko: '매수 금액', en: 'Bought' },
  soldAmount: { ko: '매도 금액', en: 'Sold' },
  profitRate: { ko: '수익률', en: 'Return' },
  refusals: { ko: '리스크가 거부한 주문', en: 'Orders refused by risk' },
  rejections: { ko: '거래소가 거절한 주문', en: 'Orders rejected by the exchange' },
  code: { ko: '코드', en: 'Code' },
  meaning: { ko: '뜻', en: 'Meaning' },
  count: { ko: '횟수', en: 'Count' },
  ledgerDigest: { ko: '원장 지문 (SHA-256)', en: 'Ledger digest (SHA-256)' },

  equityBefore: { ko: '전일 자산', en: 'Equity the day before' },
  dayChange: { ko: '전일 대비', en: 'Change on the day' },
  cash: { ko: '예수금', en: 'Cash today' },
  cashD1: { ko: 'D+1 예수금', en: 'Cash D+1' },
  cashD2: { ko: 'D+2 예수금', en: 'Cash D+2' },
  realised: { ko: '실현 손익', en: 'Realised' },
  unrealised: { ko: '평가 손익', en: 'Unrealised' },
  profitByInstrument: { ko: '전략·종목별 손익', en: 'Profit by strategy and instrument' },
  profitByStrategy: { ko: '전략별 손익', en: 'Profit by strategy' },
  boughtQuantity: { ko: '매수 수량', en: 'Bought shares' },
  soldQuantity: { ko: '매도 수량', en: 'Sold shares' },
  heldQuantity: { ko: '보유 수량', en: 'Held' },
  heldCost: { ko: '매입 금액', en: 'Cost of held' },
  heldValue: { ko: '평가 금액', en: 'Value of held' },
  comparison: { ko: '증권사 기록과 대조', en: "Held against the broker's figures" },
  source: { ko: '출처', en: 'Source' },
  ours: { ko: '우리 원장', en: 'Ours' },
  theirs: { ko: '증권사', en: "Broker's" },
  difference: { ko: '차이', en: 'Difference' },
  equal: { ko: '일치', en: 'equal' },
  different: { ko: '불일치', en: 'DIFFERENT' },
  unanswered: { ko: '응답 없음', en: 'no answer' },
  allEqual: { ko: '모든 항목이 일치합니다', en: 'Every figure is equal' },
  someDifferent: { ko: '일치하지 않는 항목이 있습니다', en: 'Some figures differ' },
  someUnanswered: { ko: '증권사가 답하지 않은 항목이 있습니다', en: 'Some figures were not answered' },
  notCompared: { ko: '증권사 기록과 대조하지 않았습니다', en: 'Nothing was compared' },
  remarks: { ko: '비고', en: 'Remarks' },

  'cash-d2': { ko: 'D+2 예수금', en: 'Cash D+2' },
  'total-cost': { ko: '총매입 금액', en: 'Total cost' },
  'total-value': { ko: '총평가 금액', en: 'Total value' },
  'total-profit': { ko: '총평가 손익', en: 'Total unrealised' },
  'estimated-assets': { ko: '추정 예탁 자산', en: 'Estimated assets' },
  'held-quantity': { ko: '보유 수량 (주)', en: 'Held (shares)' },
  'bought-amount': { ko: '매수 금액', en: 'Bought' },
  'sold-amount': { ko: '매도 금액', en: 'Sold' },
  'day-profit': { ko: '당일 손익', en: 'Profit of the day' },
} as const satisfies Record<string, Bilingual>;

const REFUSALS = {
  halted: { ko: '전략 또는 엔진이 멈춰 있음', en: 'Trading is halted' },
  'not-reconciled': { ko: '증권사 기록과 맞추기 전', en: 'Not yet reconciled with the broker' },
  'daily-loss-limit': { ko: '일일 손실 한도 초과', en: 'Daily loss limit reached' },
  'session-closed': { ko: '거래 시간이 아님', en: 'Outside trading hours' },
  'instrument-unknown': { ko: '알 수 없는 종목', en: 'Instrument not known' },
  'instrument-warned': { ko: '거래소 경고 종목', en: 'Exchange warning on the instrument' },
  'price-unknown': { ko: '현재가를 모름', en: 'No price known' },
  'market-data-stale': { ko: '시세가 오래됨', en: 'Market data is stale' },
  'off-tick': { ko: '호가 단위에 맞지 않음', en: 'Price is off the tick' },
  'outside-price-limits': { ko: '상하한가 밖', en: 'Outside the price limits' },
  'price-collar': { ko: '기준가에서 너무 먼 가격', en: 'Too far from the reference price' },
  'duplicate-order': { ko: '같은 주문이 이미 있음', en: 'The same order is already working' },
  'self-trade': { ko: '자기 주문과 체결될 수 있음', en: 'Would trade with our own order' },
  'order-rate': { ko: '주문이 너무 잦음', en: 'Too many orders in a short time' },
  'order-value-limit': { ko: '1회 주문 금액 한도 초과', en: 'Order value limit' },
  'position-limit': { ko: '종목 보유 한도 초과', en: 'Position limit' },
  'exposure-limit': { ko: '총투자 한도 초과', en: 'Exposure limit' },
  'sellable-unknown': { ko: '매도 가능 수량을 모름', en: 'Sellable shares not known' },
  'sellable-quantity': { ko: '매도 가능 수량 부족', en: 'Not enough sellable shares' },
  'orderable-unknown': { ko: '주문 가능 금액을 모름', en: 'Orderable amount not known' },
  'orderable-quantity': { ko: '주문 가능 금액 부족', en: 'Not enough orderable cash' },
} as const satisfies Record<RefusalCode, Bilingual>;
