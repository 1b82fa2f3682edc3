// Kiwoom's words and codes for orders: trade types, sides and actions, in lists (ka10075, kt00007) and in notices (00).

import type { OrderSide } from '#domain/order.ts';
import type { TimeInForce } from '#domain/signal.ts';
import type { ExchangeOrder, OrderTerms } from '#exchange/contract.ts';

interface TradeType {
  readonly pricing: OrderTerms['type'];
  readonly timeInForce: TimeInForce;
  readonly name: string;
}

/** `trde_tp` of kt10000 and kt10001, as the guide (403) lists and names them. */
const TRADE_TYPES: ReadonlyMap<string, TradeType> = new Map([
  ['0', { pricing: 'limit', timeInForce: 'day', name: '보통' }],
  ['3', { pricing: 'market', timeInForce: 'day', name: '시장가' }],
  ['5', { pricing: 'conditional-limit', timeInForce: 'day', name: '조건부지정가' }],
  ['6', { pricing: 'best-counter', timeInForce: 'day', name: '최유리지정가' }],
  ['7', { pricing: 'best-own', timeInForce: 'day', name: '최우선지정가' }],
  ['10', { pricing: 'limit', timeInForce: 'ioc', name: '보통(IOC)' }],
  ['13', { pricing: 'market', timeInForce: 'ioc', name: '시장가(IOC)' }],
  ['16', { pricing: 'best-counter', timeInForce: 'ioc', name: '최유리(IOC)' }],
  ['20', { pricing: 'limit', timeInForce: 'fok', name: '보통(FOK)' }],
  ['23', { pricing: 'market', timeInForce: 'fok', name: '시장가(FOK)' }],
  ['26', { pricing: 'best-counter', timeInForce: 'fok', name: '최유리(FOK)' }],
  ['28', { pricing: 'stop-limit', timeInForce: 'day', name: '스톱지정가' }],
  ['29', { pricing: 'mid-price', timeInForce: 'day', name: '중간가' }],
  ['30', { pricing: 'mid-price', timeInForce: 'ioc', name: '중간가(IOC)' }],
  ['31', { pricing: 'mid-price', timeInForce: 'fok', name: '중간가(FOK)' }],
  ['61', { pricing: 'opening-fixed', timeInForce: 'day', name: '장시작전시간외' }],
  ['62', { pricing: 'after-hours-limit', timeInForce: 'day', name: '시간외단일가' }],
  ['81', { pricing: 'closing-fixed', timeInForce: 'day', name: '장마감후시간외' }],
]);

/** The trade type behind a `trde_tp`; null for no code of the guide. */
export function tradeType(code: string): TradeType | null {
  return TRADE_TYPES.get(code) ?? null;
}

/** Terms of an order of this kind, or which price it lacks. Prices in won. */
export function termsOf(
  type: OrderTerms['type'],
  price: number | null,
  stop: number | null,
): OrderTerms | { readonly missing: 'price' | 'stop' } {
  switch (type) {
    case 'limit':
    case 'conditional-limit':
    case 'after-hours-limit':
      return price === null ? { missing: 'price' } : { type, price };
    case 'stop-limit':
      if (price === null) return { missing: 'price' };
      return stop === null ? { missing: 'stop' } : { type, price, stop };
    default:
      return { type };
  }
}

/** The Korean name of how an order is priced (`보통`, `시장가(IOC)`). */
export function tradeTypeName(order: Pick<ExchangeOrder, 'pricing' | 'timeInForce'>): string {
  for (const type of TRADE_TYPES.values()) {
    if (type.pricing === order.pricing.type && type.timeInForce === order.timeInForce) return type.name;
  }
  return '보통';
}

/** `매수` or `매도`. */
export function sideName(side: OrderSide): string {
  return side === 'buy' ? '매수' : '매도';
}

/** What an order does, as lists and notices say it: `+매수`, `-매도`, `매수취소`, `매도정정`. */
export function kindName(side: OrderSide, action: ExchangeOrder['action']): string {
  if (action === 'cancel') return `${sideName(side)}취소`;
  if (action === 'modify') return `${sideName(side)}정정`;
  return side === 'buy' ? '+매수' : '-매도';
}

/** The limit price in won as text; `0` for orders that name none. */
export function orderPrice(order: Pick<ExchangeOrder, 'pricing' | 'action'>): string {
  return 'price' in order.pricing && order.action !== 'cancel' ? String(order.pricing.price) : '0';
}

/** The stop of a stop order in won as text; `0` for all others. */
export function stopPrice({ pricing }: Pick<ExchangeOrder, 'pricing'>): string {
  return pricing.type === 'stop-limit' ? String(pricing.stop) : '0';
}

/** The market an order stands in, as notices and lists say it: code, name, and whether the broker's router chose it. */
export function venueWords({ routedTo, venue }: Pick<ExchangeOrder, 'routedTo' | 'venue'>): {
  readonly code: '1' | '2';
  readonly name: 'KRX' | 'NXT';
  readonly isRouted: 'Y' | 'N';
} {
  return { code: routedTo === 'KRX' ? '1' : '2', name: routedTo, isRouted: venue === 'SOR' ? 'Y' : 'N' };
}

/** Shares of an order still working. */
export function openQuantity(order: Pick<ExchangeOrder, 'status' | 'remaining'>): number {
  return order.status === 'working' ? order.remaining : 0;
}
