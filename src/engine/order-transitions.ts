// The life of an order as a table: which status follows from which happening. What is not in the table cannot happen
// by our own doing; when the broker reports it all the same, the status stays and the oddity is counted.

import type { OrderStatus } from '#domain/order.ts';

/** What can happen to an order after it was intended. */
export type OrderHappening =
  | 'acknowledged'
  | 'rejected'
  | 'withdrawn'
  | 'answer-lost'
  | 'accepted'
  | 'part-filled'
  | 'fully-filled'
  | 'cancelled'
  | 'expired'
  | 'proven-absent';

type Row = Readonly<Partial<Record<OrderHappening, OrderStatus>>>;

// Facts about money win over what we believed: a fill is taken in every status, even after a cancel (a late notice), a
// rejection or a proof of absence (the broker's lists were wrong). Notices may arrive in any order and more than once,
// so an `accepted` after a fill changes nothing.
const TABLE: Readonly<Record<OrderStatus, Row>> = {
  intended: {
    acknowledged: 'acknowledged',
    rejected: 'rejected',
    withdrawn: 'absent',
    'answer-lost': 'unknown',
    accepted: 'working',
    'part-filled': 'partly-filled',
    'fully-filled': 'filled',
    cancelled: 'cancelled',
    expired: 'expired',
    'proven-absent': 'absent',
  },
  unknown: {
    acknowledged: 'acknowledged',
    rejected: 'rejected',
    'answer-lost': 'unknown',
    accepted: 'working',
    'part-filled': 'partly-filled',
    'fully-filled': 'filled',
    cancelled: 'cancelled',
    expired: 'expired',
    'proven-absent': 'absent',
  },
  acknowledged: {
    acknowledged: 'acknowledged',
    rejected: 'rejected',
    accepted: 'working',
    'part-filled': 'partly-filled',
    'fully-filled': 'filled',
    cancelled: 'cancelled',
    expired: 'expired',
  },
  working: {
    acknowledged: 'working',
    rejected: 'rejected',
    accepted: 'working',
    'part-filled': 'partly-filled',
    'fully-filled': 'filled',
    cancelled: 'cancelled',
    expired: 'expired',
  },
  'partly-filled': {
    acknowledged: 'partly-filled',
    accepted: 'partly-filled',
    'part-filled': 'partly-filled',
    'fully-filled': 'filled',
    cancelled: 'cancelled',
    expired: 'expired',
  },
  filled: { acknowledged: 'filled', accepted: 'filled', cancelled: 'filled', expired: 'filled' },
  cancelled: {
    acknowledged: 'cancelled',
    accepted: 'cancelled',
    cancelled: 'cancelled',
    expired: 'cancelled',
    'part-filled': 'cancelled',
    'fully-filled': 'filled',
  },
  rejected: { rejected: 'rejected', 'part-filled': 'partly-filled', 'fully-filled': 'filled' },
  expired: {
    acknowledged: 'expired',
    accepted: 'expired',
    cancelled: 'expired',
    expired: 'expired',
    'part-filled': 'expired',
    'fully-filled': 'filled',
  },
  absent: {
    acknowledged: 'acknowledged',
    accepted: 'working',
    'part-filled': 'partly-filled',
    'fully-filled': 'filled',
    rejected: 'rejected',
    cancelled: 'cancelled',
  },
};

/** The status after `happening`; null when the table has no such step. */
export function nextStatus(status: OrderStatus, happening: OrderHappening): OrderStatus | null {
  return TABLE[status][happening] ?? null;
}

/** True while the order may still fill: it counts as exposure. */
export function isOpen(status: OrderStatus): boolean {
  switch (status) {
    case 'intended':
    case 'unknown':
    case 'acknowledged':
    case 'working':
    case 'partly-filled':
      return true;
    default:
      return false;
  }
}
