// What `hwangso order` says, in both languages.

import type { OrderRequest, OrderSide } from '#domain/order.ts';
import type { OrderPricing, TimeInForce } from '#domain/signal.ts';
import type { Lang } from '../messages.ts';

/** The words of an order as a person reads it. Prices in won. */
export interface OrderWords {
  readonly symbol: string;
  readonly side: OrderSide;
  readonly quantity: number;
  readonly pricing: OrderPricing;
  readonly timeInForce: TimeInForce;
}

/** How an order without a limit is priced, in Korean. */
export const PRICING_KO = {
  market: '시장가',
  'best-counter': '최유리지정가',
  'best-own': '최우선지정가',
} as const;
const PRICING_EN = {
  market: 'at market',
  'best-counter': 'at the best opposite quote',
  'best-own': 'at the best own quote',
} as const;
const SIDE_KO = { buy: '매수', sell: '매도' } as const;

/** `buy 10 005930 at 70,000 won`, with what it may cost at most where that is known. */
export function orderText(lang: Lang, { symbol, side, quantity, pricing, timeInForce }: OrderWords): string {
  const isKorean = lang === 'ko';
  const terms = timeInForce === 'day' ? '' : ` ${timeInForce.toUpperCase()}`;
  const shares = quantity.toLocaleString('en-US');
  if (pricing.type === 'limit') {
    const price = pricing.price.toLocaleString('en-US');
    const total = (pricing.price * quantity).toLocaleString('en-US');
    return isKorean
      ? `${symbol} ${shares}주 ${SIDE_KO[side]} 지정가 ${price}원${terms} (합계 ${total}원)`
      : `${side} ${shares} ${symbol} at ${price} won${terms} (${total} won)`;
  }
  return isKorean
    ? `${symbol} ${shares}주 ${SIDE_KO[side]} ${PRICING_KO[pricing.type]}${terms}`
    : `${side} ${shares} ${symbol} ${PRICING_EN[pricing.type]}${terms}`;
}

/** What is asked before it leaves. */
export function orderQuestion(lang: Lang, order: string, isRealMoney: boolean, where: string): string {
  const money = isRealMoney
    ? { ko: '실제 돈으로 ', en: 'REAL MONEY: ' }[lang]
    : { ko: '모의로 ', en: 'Practice: ' }[lang];
  return lang === 'ko'
    ? `${money}${where}에 보냅니다: ${order}. 계속합니까?`
    : `${money}${order}, to ${where}. Send it?`;
}

export const ORDER_WORDS = {
  ko: {
    notConfirmed: '보내지 않았습니다',
    nobodyToAsk: '물어볼 터미널이 없습니다. 묻지 않고 보내려면 --yes를 쓰십시오',
    onePriceOnly: '--price, --best-counter, --best-own 중 하나만 쓰십시오',
    oneTermOnly: '--ioc와 --fok 중 하나만 쓰십시오',
    toEngine: '실행 중인 엔진에 맡깁니다',
    alone: '실행 중인 엔진이 없어 직접 접속합니다 (전략은 실행하지 않음)',
    notTaken: '실행 중인 엔진이 주문을 가져가지 않아 거두어들였습니다. 아무것도 보내지 않았습니다',
    intended: (id: string) => `원장에 기록: ${id}`,
    leftWorking: (id: string) => `주문 ${id}은(는) 시장에 남아 있습니다. 다음 실행이 이어받습니다`,
    unknownOrder: (id: string) => `원장에 그런 미체결 주문이 없습니다: ${id}`,
    noneOpen: '미체결 주문이 없습니다',
    cancelText: (request: OrderRequest) => `주문 ${request.id} 취소 (${request.symbol})`,
    noNews: (id: string) => `주문 ${id}의 소식이 아직 없습니다. 엔진이 계속 따라갑니다`,
    columns: ['주문', '증권사 번호', '전략', '종목', '매매', '수량', '체결', '가격', '상태'],
  },
  en: {
    notConfirmed: 'nothing was sent',
    nobodyToAsk: 'there is no terminal to ask at; --yes sends it without asking',
    onePriceOnly: 'give one of --price, --best-counter and --best-own',
    oneTermOnly: 'give one of --ioc and --fok',
    toEngine: 'handing it to the running engine',
    alone: 'no engine is running: connecting for this order alone (no strategies)',
    notTaken: 'the running engine did not take the order, so it was withdrawn; nothing was sent',
    intended: (id: string) => `in the ledger as ${id}`,
    leftWorking: (id: string) =>
      `order ${id} stays in the market; a running engine, or the next run, follows it`,
    unknownOrder: (id: string) => `the ledger has no open order ${id}`,
    noneOpen: 'no order is open',
    cancelText: (request: OrderRequest) => `cancel order ${request.id} (${request.symbol})`,
    noNews: (id: string) => `no news of order ${id} yet; the engine keeps following it`,
    columns: ['order', 'broker’s', 'strategy', 'symbol', 'side', 'shares', 'filled', 'price', 'status'],
  },
} as const satisfies Record<Lang, unknown>;
