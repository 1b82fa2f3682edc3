// Follows one order of a person through the records of the ledger: what became of it, and what to say about it.

import type { LedgerRecord } from '#domain/ledger-record.ts';
import type { OrderStatus } from '#domain/order.ts';
import type { OrderId, Quantity } from '#domain/units.ts';

/** Where the order stands. `null` before its first record; `refused` is ours, everything else the broker's word. */
export type WatchedStatus = OrderStatus | 'refused' | null;

/** Statuses after which nothing more happens to an order. */
const ENDED: ReadonlySet<WatchedStatus> = new Set([
  'refused',
  'filled',
  'cancelled',
  'rejected',
  'expired',
  'absent',
]);
/** Statuses in which an order may lie for hours. */
const RESTING: ReadonlySet<WatchedStatus> = new Set(['acknowledged', 'working', 'partly-filled']);

/** What to look for: an order placed under a ticket, or one that is in the books already. */
export type Watched =
  | { readonly ticket: string }
  | { readonly orderId: OrderId; readonly quantity: Quantity; readonly filled: Quantity };

export class OrderWatch {
  readonly #watched: Watched;
  readonly #tell: (record: LedgerRecord) => void;
  #id: OrderId | null;
  #quantity = 0;
  #filled = 0;
  #status: WatchedStatus = null;
  #isCancelAsked = false;

  /** `tell` is given the records about the order, in their order. */
  constructor(watched: Watched, tell: (record: LedgerRecord) => void) {
    this.#watched = watched;
    this.#tell = tell;
    this.#id = null;
    if (!('orderId' in watched)) return;
    this.#id = watched.orderId;
    this.#quantity = watched.quantity;
    this.#filled = watched.filled;
  }

  /** Its number in the ledger; null while it has none. */
  get id(): OrderId | null {
    return this.#id;
  }

  get status(): WatchedStatus {
    return this.#status;
  }

  get hasEnded(): boolean {
    return ENDED.has(this.#status);
  }

  /** True while it lies at the exchange and nobody knows for how long. */
  get rests(): boolean {
    return RESTING.has(this.#status);
  }

  /** True once its cancel is in the ledger. */
  get isCancelAsked(): boolean {
    return this.#isCancelAsked;
  }

  take(record: LedgerRecord): void {
    switch (record.type) {
      case 'order-intended':
      case 'order-refused': {
        const { ticket, id, quantity } = record.request;
        if (!('ticket' in this.#watched) || ticket !== this.#watched.ticket) return;
        this.#id = id;
        this.#quantity = quantity;
        this.#status = record.type === 'order-refused' ? 'refused' : 'intended';
        return this.#tell(record);
      }
      case 'order-changed':
        if (record.orderId !== this.#id) return;
        this.#status = record.status;
        return this.#tell(record);
      case 'cancel-intended':
        if (record.orderId !== this.#id) return;
        this.#isCancelAsked = true;
        return this.#tell(record);
      case 'filled':
        if (record.fill.orderId !== this.#id) return;
        this.#filled += record.to - record.from;
        this.#status = this.#filled >= this.#quantity ? 'filled' : 'partly-filled';
        return this.#tell(record);
      default:
        return;
    }
  }
}
