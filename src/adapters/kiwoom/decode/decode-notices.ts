// Types 00 and 04: what the broker says about our orders and holdings (kiwoom-wire section 4). The delicate part is what is
// NOT a fill: after a cancel the original order is reported once more with nothing left and blank fill fields (4.5).

import type { BalanceNotice, OrderNotice } from '#domain/broker-event.ts';
import type { OrderSide } from '#domain/order.ts';
import type { EpochMs } from '#domain/units.ts';
import type { RealEntry } from '../socket/frame.ts';
import { readOrderNo, readText } from './decode-values.ts';
import { kstMomentNear, priceAt, quantityAt, symbolAt, textAt, wholeAt } from './fids.ts';

/** 00: one notice about an order; null when it does not say which order, instrument or side. */
export function decodeOrderNotice(entry: RealEntry, at: EpochMs): OrderNotice | null {
  const { values } = entry;
  const symbol = symbolAt(entry);
  const brokerOrderNo = readOrderNo(textAt(values, '9203'));
  const sideText = textAt(values, '905').replace(/[\s+-]/g, '');
  const side = sideOf(textAt(values, '907').trim(), sideText);
  const orderQuantity = quantityAt(values, '900');
  const remaining = quantityAt(values, '902');
  if (symbol === null || brokerOrderNo === null || side === null) return null;
  if (orderQuantity === null || remaining === null) return null;
  const action = actionOf(sideText);
  const kind = kindOf(values, action, remaining);
  if (kind === null) return null;
  const isFill = kind === 'filled';
  return {
    type: 'order-notice',
    at,
    occurredAt: kstMomentNear(textAt(values, '908'), at) ?? at,
    kind,
    action,
    brokerOrderNo,
    originalOrderNo: readOrderNo(textAt(values, '904')),
    symbol,
    side,
    orderQuantity,
    orderPrice: priceAt(values, '901'),
    remaining,
    fillNo: isFill ? readText(textAt(values, '909')) : null,
    fillPrice: isFill ? (priceAt(values, '914') ?? priceAt(values, '910')) : null,
    fillQuantity: isFill ? quantityAt(values, '915') : null,
    cumulativeQuantity: quantityAt(values, '911'),
    cumulativeAmount: wholeAt(values, '903'),
    rejectReason: kind === 'rejected' ? rejectReasonOf(textAt(values, '919')) : null,
  };
}

/** `매수취소`, `매도정정`: what the order does stands behind the side. */
function actionOf(sideText: string): OrderNotice['action'] {
  if (sideText.includes('취소')) return 'cancel';
  return sideText.includes('정정') ? 'modify' : 'new';
}

function sideOf(code: string, sideText: string): OrderSide | null {
  if (sideText.includes('매수')) return 'buy';
  if (sideText.includes('매도')) return 'sell';
  if (code === '2') return 'buy';
  return code === '1' ? 'sell' : null;
}

function kindOf(
  values: RealEntry['values'],
  action: OrderNotice['action'],
  remaining: number,
): OrderNotice['kind'] | null {
  switch (textAt(values, '913').trim()) {
    case '접수':
      return action === 'new' && remaining === 0 ? 'closed' : 'accepted';
    case '체결':
      return isExecution(values, remaining) ? 'filled' : 'closed';
    case '확인':
      return 'confirmed';
    case '거부':
      return 'rejected';
    default:
      return null;
  }
}

/** A fill names its own price or quantity; without either only shares still open can make it one. */
function isExecution(values: RealEntry['values'], remaining: number): boolean {
  const unitQuantity = quantityAt(values, '915') ?? 0;
  if (unitQuantity > 0 || priceAt(values, '914') !== null) return true;
  return remaining > 0 && (quantityAt(values, '911') ?? 0) > 0 && priceAt(values, '910') !== null;
}

/** 919 is `0` when there is nothing to say. */
function rejectReasonOf(text: string): string | null {
  const reason = readText(text);
  return reason === null || /^0+$/.test(reason) ? null : reason;
}

/**
 * 04: what is held after a fill. It names no order, so it only says that something changed (kiwoom-wire 4.10). Null for the
 * shares on a loan (917 is not 00): they are a holding of their own, which the engine neither buys nor may sell for cash.
 */
export function decodeBalanceNotice(entry: RealEntry, at: EpochMs): BalanceNotice | null {
  if (!/^0*$/.test(textAt(entry.values, '917').trim())) return null;
  const symbol = symbolAt(entry);
  const held = quantityAt(entry.values, '930');
  const sellable = quantityAt(entry.values, '933');
  if (symbol === null || held === null || sellable === null) return null;
  return { type: 'balance-notice', at, symbol, held, sellable };
}
