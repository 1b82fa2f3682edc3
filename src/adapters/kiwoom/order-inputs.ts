// From an approved order to the inputs of an order TR. The price stays blank unless the type has one: a blank price on a
// limit order is dangerous, so the types alone decide (kiwoom-wire 2.3).

import type { OrderRequest } from '#domain/order.ts';
import type { OrderPricing, TimeInForce } from '#domain/signal.ts';
import type { InputsOf } from './catalogue.ts';
import { ownError } from './errors/errors.ts';

/** The TR that submits a buy, and the one that submits a sell. */
export const ORDER_TRS = { buy: 'kt10000', sell: 'kt10001' } as const;

/** Kiwoom's trade types (guide: kt10000, trde_tp). Best-own has no immediate variants. */
const TRADE_TYPES: Readonly<Record<OrderPricing['type'], Readonly<Record<TimeInForce, string | null>>>> = {
  limit: { day: '0', ioc: '10', fok: '20' },
  market: { day: '3', ioc: '13', fok: '23' },
  'best-counter': { day: '6', ioc: '16', fok: '26' },
  'best-own': { day: '7', ioc: null, fok: null },
};

/** The inputs of kt10000 or kt10001. Throws a definite `bad-request` for a pricing Kiwoom does not offer. */
export function orderInputs(order: OrderRequest): InputsOf<'kt10000'> {
  const { pricing, timeInForce } = order;
  const tradeType = TRADE_TYPES[pricing.type][timeInForce];
  if (tradeType === null) {
    const detail = `${pricing.type} cannot be ${timeInForce}`;
    throw ownError('bad-request', ORDER_TRS[order.side], { retryable: false, definite: true }, detail);
  }
  return {
    venue: order.venue,
    symbol: order.symbol,
    quantity: order.quantity,
    price: pricing.type === 'limit' ? pricing.price : '',
    tradeType,
    conditionPrice: '',
  };
}
