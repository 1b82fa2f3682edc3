// Notices whose order we do not know by its number yet: kept until the answer comes that names the number, or until it is
// plain that somebody else placed the order.

import type { OrderNotice } from '#domain/broker-event.ts';
import type { BrokerOrderNo, EpochMs } from '#domain/units.ts';

/** The notices of one number, in the order they came. */
export interface KeptNotices {
  readonly brokerOrderNo: BrokerOrderNo;
  /** When the first one came. */
  readonly since: EpochMs;
  /** When they are looked at next. */
  dueAt: EpochMs;
  readonly notices: readonly [OrderNotice, ...OrderNotice[]];
}

export class UnclaimedNotices {
  readonly #byNumber = new Map<BrokerOrderNo, KeptNotices & { readonly notices: OrderNotice[] }>();

  /** Keeps a notice that came at `now`; the first one of its number says when they are looked at. */
  keep(notice: OrderNotice, now: EpochMs, dueAt: EpochMs): void {
    const { brokerOrderNo } = notice;
    const kept = this.#byNumber.get(brokerOrderNo);
    if (kept === undefined) {
      this.#byNumber.set(brokerOrderNo, { brokerOrderNo, since: now, dueAt, notices: [notice] });
    } else kept.notices.push(notice);
  }

  /** The notices of a number, which are kept no longer. */
  claim(brokerOrderNo: BrokerOrderNo): readonly OrderNotice[] {
    const kept = this.#byNumber.get(brokerOrderNo);
    this.#byNumber.delete(brokerOrderNo);
    return kept?.notices ?? [];
  }

  /** Those that are to be looked at by `now`, the oldest number first. */
  due(now: EpochMs): readonly KeptNotices[] {
    return [...this.#byNumber.values()].filter(({ dueAt }) => dueAt <= now);
  }

  /** When some are due next; null while none are kept. */
  nextDue(): EpochMs | null {
    let next: EpochMs | null = null;
    for (const { dueAt } of this.#byNumber.values()) if (next === null || dueAt < next) next = dueAt;
    return next;
  }
}
