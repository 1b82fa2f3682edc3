// Kiwoom's words and codes for orders: trade types, sides and actions, in lists (ka10075, kt00007) and in notices (00).

import type { OrderSide } from '#domain/order.ts';
import type { OrderPricing, TimeInForce } from '#domain/signal.ts';
import type { ExchangeOrder } from '#exchange/contract.ts';

interface TradeType {
  readonly pricing: OrderPricing['type'];
  readonly timeInForce: TimeInForce;
  readonly name: string;
}

/** `trde_tp` of kt10000/kt10001 (guide 403) that the simulated exchange knows. */
const TRADE_TYPES: ReadonlyMap<string, TradeType> = new Map([
  ['0', { pricing: 'limit', timeInForce: 'day', name: '보통' }],
  ['3', { pricing: 'market', timeInForce: 'day', name: '시장가' }],
  ['6', { pricing: 'best-counter', timeInForce: 'day', name: '최유리지정가' }],
  ['7', { pricing: 'best-own', timeInForce: 'day', name: '최우선지정가' }],
  ['10', { pricing: 'limit', timeInForce: 'ioc', name: '보통(IOC)' }],
  ['13', { pricing: 'market', timeInForce: 'ioc', name: '시장가(IOC)' }],
  ['16', { pricing: 'best-counter', timeInForce: 'ioc', name: '최유리(IOC)' }],
  ['20', { pricing: 'limit', timeInForce: 'fok', name: '보통(FOK)' }],
  ['23', { pricing: 'market', timeInForce: 'fok', name: '시장가(FOK)' }],
  ['26', { pricing: 'best-counter', timeInForce: 'fok', name: '최유리(FOK)' }],
]);

/** Trade types of the guide that exist at Kiwoom but not on this exchange. */
const OTHER_TRADE_TYPES: ReadonlySet<string> = new Set(['5', '28', '29', '30', '31', '61', '62', '81']);

/** The trade type behind a `trde_tp`; `unsupported` for the guide's other ones, null for no code of the guide. */
export function tradeType(code: string): TradeType | 'unsupported' | null {
  return TRADE_TYPES.get(code) ?? (OTHER_TRADE_TYPES.has(code) ? 'unsupported' : null);
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
  return order.pricing.type === 'limit' && order.action !== 'cancel' ? String(order.pricing.price) : '0';
}

/** Shares of an order still working. */
export function openQuantity(order: Pick<ExchangeOrder, 'status' | 'remaining'>): number {
  return order.status === 'working' ? order.remaining : 0;
}
