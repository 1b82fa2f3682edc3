// Refuses an order that could match one of our own: the exchange would let it, and wash trading is an offence (krx-rules
// 7.3). Price-less orders count as crossing everything.

import type { OrderRequest } from '#domain/order.ts';
import type { RiskCheck } from '../risk-check.ts';

export const checkSelfTrade: RiskCheck = (request, view) => {
  const open = view.openOrders(request.symbol);
  for (let i = 0; i < open.length; i++) {
    const other = open[i];
    if (other !== undefined && other.request.side !== request.side && crosses(request, other.request)) {
      return { code: 'self-trade', limit: null, actual: null, detail: other.request.id };
    }
  }
  return null;
};

function crosses(a: OrderRequest, b: OrderRequest): boolean {
  if (a.pricing.type !== 'limit' || b.pricing.type !== 'limit') return true;
  const buy = a.side === 'buy' ? a.pricing.price : b.pricing.price;
  const sell = a.side === 'buy' ? b.pricing.price : a.pricing.price;
  return buy >= sell;
}
