// Follows orders through what the broker says: answers, notices in any order, lost and repeated ones. Every share that
// was filled is booked once, under the order it belongs to, whoever placed it.

import type {
  BrokerOrder,
  CancelFailed,
  OrderAcknowledged,
  OrderNotice,
  OrderOutcomeUnknown,
  OrderRejected,
  OrderWithdrawn,
} from '#domain/broker-event.ts';
import type { FilledInterval, Order } from '#domain/order.ts';
import type { BrokerOrderNo, EpochMs, OrderId, Quantity, SymbolCode, Won } from '#domain/units.ts';
import { mulDiv } from '#domain/units.ts';
import type { EngineSettings } from './engine-settings.ts';
import { ExternalOrders } from './external-orders.ts';
import { type Execution, FillBooking } from './fill-booking.ts';
import { uncovered } from './filled-intervals.ts';
import type { LedgerState } from './ledger-state.ts';
import type { MarketState } from './market-state.ts';
import { isOpen, nextStatus, type OrderHappening } from './order-transitions.ts';
import type { RiskPicture } from './risk-picture.ts';
import type { StepLog } from './step-log.ts';
import { UnclaimedNotices } from './unclaimed-notices.ts';

/** What the broker's lists say of an order beyond what is booked. */
export interface MissedFills {
  /** All it ever filled, shares. */
  readonly filled: Quantity;
  /** Won of the shares that are not booked. */
  readonly amount: Won;
  /** Tax of them in won; null where the lists name none. */
  readonly tax: Won | null;
}

export class OrderTracker {
  /** Things the broker said that the table of transitions has no place for. */
  oddities = 0;
  /** When the broker should be asked about a gap or an unknown order; null when nothing is open. */
  lookupAt: EpochMs | null = null;
  /** Instruments in which an order ended, or got the number it can be cancelled by, in this step; emptied by the engine. */
  readonly due: SymbolCode[] = [];
  readonly #settings: EngineSettings;
  readonly #ledger: LedgerState;
  readonly #market: MarketState;
  readonly #risk: RiskPicture;
  readonly #log: StepLog;
  readonly #booking: FillBooking;
  readonly #external: ExternalOrders;
  readonly #unclaimed = new UnclaimedNotices();
  /** Orders an earlier run sent, or was about to: their answers went to a process that is gone. */
  readonly #orphans: ReadonlySet<OrderId>;

  constructor(
    settings: EngineSettings,
    ledger: LedgerState,
    market: MarketState,
    risk: RiskPicture,
    log: StepLog,
  ) {
    this.#settings = settings;
    this.#ledger = ledger;
    this.#market = market;
    this.#risk = risk;
    this.#log = log;
    this.#booking = new FillBooking(settings, ledger, log);
    this.#external = new ExternalOrders(settings, ledger, market, log);
    this.#orphans = new Set(ledger.orders.open().map(({ request }) => request.id));
  }

  /** True while the broker's answer to the order is on its way: it will name the number, nobody needs to guess it. */
  awaitsAnswer({ status, request }: Order): boolean {
    const age = this.#log.now - request.requestedAt;
    return status === 'intended' && !this.#orphans.has(request.id) && age < this.#settings.lookupPatienceMs;
  }

  onAcknowledged(event: OrderAcknowledged): void {
    const order = this.#ledger.orders.find(event.orderId);
    if (order === null) return this.#odd();
    this.adopt(order, event.brokerOrderNo);
  }

  /** Nothing of the order stands at the broker: it said no, or was never asked. */
  onNotTaken(event: OrderRejected | OrderWithdrawn): void {
    const order = this.#ledger.orders.find(event.orderId);
    if (order === null) return this.#odd();
    if (event.type === 'order-rejected')
      return this.#happen(order, 'rejected', `${event.code} ${event.message}`);
    this.#happen(order, 'withdrawn', event.reason ?? 'withdrawn before it was sent');
  }

  onOutcomeUnknown(event: OrderOutcomeUnknown): void {
    const order = this.#ledger.orders.find(event.orderId);
    if (order === null) return this.#odd();
    this.#happen(order, 'answer-lost', event.reason);
    this.#lookupIn(this.#settings.noticePatienceMs);
  }

  /** A cancel that did not take: the order is as it was, and the broker is asked how that is. */
  onCancelFailed(event: CancelFailed): void {
    const order = this.#ledger.orders.find(event.orderId);
    if (order === null) return this.#odd();
    if (isOpen(order.status))
      this.#change(order, order.status, `cancel failed: ${event.code} ${event.message}`);
    this.#lookupIn(this.#settings.noticePatienceMs);
  }

  onNotice(notice: OrderNotice): void {
    if (notice.action === 'modify' && notice.kind === 'filled') {
      // A modify made elsewhere is an order of its own from then on.
      return this.onNotice({ ...notice, action: 'new', originalOrderNo: null });
    }
    const subject =
      notice.action === 'new' ? notice.brokerOrderNo : (notice.originalOrderNo ?? notice.brokerOrderNo);
    const order = this.#ledger.orders.findByBrokerNo(subject);
    if (order !== null) return this.#apply(order, notice);
    if (notice.action !== 'new') return; // a cancel or modify of an order we never followed
    if (this.#mayBeOurs(notice)) {
      const { now } = this.#log;
      return this.#unclaimed.keep(notice, now, now + this.#settings.noticePatienceMs);
    }
    this.#apply(this.#external.observe(notice.brokerOrderNo, notice), notice);
  }

  /** Notices whose answer did not come in time belong to orders placed elsewhere; gaps are looked up. */
  onTime(now: EpochMs): void {
    for (const kept of this.#unclaimed.due(now)) {
      const { brokerOrderNo, since, notices } = kept;
      const [first] = notices;
      if (this.#mayBeOurs(first) && now - since < this.#settings.lookupPatienceMs) {
        this.#lookupIn(0);
        kept.dueAt = now + this.#settings.noticePatienceMs; // time for the broker to answer
        continue;
      }
      const order = this.#external.observe(brokerOrderNo, first);
      for (const notice of this.#unclaimed.claim(brokerOrderNo)) this.#apply(order, notice);
    }
  }

  /** When `onTime` has something to do next; null when it has not. */
  nextDue(): EpochMs | null {
    const next = Math.min(this.lookupAt ?? Infinity, this.#unclaimed.nextDue() ?? Infinity);
    return next === Infinity ? null : next;
  }

  /** The order stands at the broker under this number: found in an answer or in the broker's lists. */
  adopt(order: Order, brokerOrderNo: BrokerOrderNo): void {
    const next = nextStatus(order.status, 'acknowledged');
    if (next === null) this.#odd();
    if (order.brokerOrderNo === null) this.due.push(order.request.symbol);
    if (order.brokerOrderNo === null || (next !== null && next !== order.status)) {
      this.#log.record({
        type: 'order-changed',
        at: this.#log.now,
        orderId: order.request.id,
        status: next ?? order.status,
        brokerOrderNo,
        note: '',
      });
    }
    for (const notice of this.#unclaimed.claim(brokerOrderNo)) this.#apply(order, notice);
  }

  /** An order in the broker's lists that nobody of ours placed; `alreadyFilled` shares of it need no booking. */
  observeListed(listed: BrokerOrder, alreadyFilled: Quantity): Order {
    const { symbol, side, quantity, price } = listed;
    const seen = { symbol, side, orderQuantity: quantity, orderPrice: price };
    if (alreadyFilled === 0) return this.#external.observe(listed.brokerOrderNo, seen);
    return this.#external.observe(listed.brokerOrderNo, seen, {
      alreadyFilled,
      alreadyFilledAmount: listed.filledAmount ?? alreadyFilled * (price ?? 0),
      alreadyTaxed: listed.tax ?? 0,
    });
  }

  /** Books the shares that the broker filled and no notice told us of. */
  recover(order: Order, { filled, amount, tax }: MissedFills): void {
    const gaps = uncovered(order.filledIntervals, 0, filled);
    const missing = sharesIn(gaps);
    let left = amount;
    gaps.forEach((gap, index) => {
      const last = index === gaps.length - 1;
      const part = last ? left : mulDiv(amount, gap.to - gap.from, missing);
      left -= part;
      const taxPart = tax === null || last ? tax : 0; // all of it with the last part: it is cut once an order
      const fillNo = `recovered:${gap.from}-${gap.to}`;
      this.#book(order, { fillNo, ...gap, amount: part, tax: taxPart, filledAt: this.#log.now });
    });
  }

  /** The order is over at the broker although no notice said so. */
  close(order: Order, happening: 'cancelled' | 'expired' | 'proven-absent', note: string): void {
    this.#happen(order, happening, note);
  }

  #apply(order: Order, notice: OrderNotice): void {
    if (notice.action !== 'new') {
      if (notice.kind === 'confirmed') this.#applyChange(order, notice);
      return;
    }
    switch (notice.kind) {
      case 'accepted':
        if (nextStatus(order.status, 'accepted') !== order.status) this.#happen(order, 'accepted', '');
        return;
      case 'filled':
        this.#applyFill(order, notice);
        return;
      case 'closed':
        this.#happen(
          order,
          order.cancelRequestedAt === null ? 'expired' : 'cancelled',
          'closed by the broker',
        );
        return;
      case 'rejected':
        this.#happen(order, 'rejected', notice.rejectReason ?? 'rejected by the broker');
        return;
      case 'confirmed':
        return;
    }
  }

  /** A cancel or a modify took effect. One made elsewhere may be of a part: then the broker knows what is left. */
  #applyChange(order: Order, { action, orderQuantity }: OrderNotice): void {
    const isOurs = action === 'cancel' && order.cancelRequestedAt !== null;
    if (isOurs) return this.#happen(order, 'cancelled', 'cancelled at our request');
    if (orderQuantity < order.request.quantity - order.filledQuantity) return this.#lookupIn(0);
    const done = action === 'cancel' ? 'cancelled' : 'modified';
    this.#happen(order, 'cancelled', `${done} outside hwangso`);
  }

  #applyFill(order: Order, notice: OrderNotice): void {
    const { fillPrice, fillQuantity } = notice;
    if (fillPrice === null || fillQuantity === null || fillQuantity === 0) return this.#odd();
    const known = Math.max(order.reportedQuantity, order.filledQuantity);
    const to = notice.cumulativeQuantity ?? known + fillQuantity;
    const from = Math.max(0, to - fillQuantity);
    if (to > order.request.quantity) return this.#odd();
    const gaps = uncovered(order.filledIntervals, from, to);
    if (order.request.side === 'sell' && sharesIn(gaps) > this.#ledger.held(order.request.symbol)) {
      // More sold than we know to hold: a buy's notice was lost. The broker's lists have both.
      order.reportedQuantity = Math.max(order.reportedQuantity, to);
      return this.#lookupIn(0);
    }
    for (const gap of gaps) {
      const fillNo = notice.fillNo ?? `${gap.from}-${gap.to}`;
      const amount = fillPrice * (gap.to - gap.from);
      this.#book(order, { fillNo, ...gap, amount, tax: null, filledAt: notice.occurredAt });
    }
    if (to > order.reportedQuantity) {
      order.reportedQuantity = to;
      order.reportedAmount = notice.cumulativeAmount ?? order.reportedAmount;
    }
    const isEndOfLess = notice.remaining === 0 && isOpen(order.status);
    if (order.filledQuantity < order.reportedQuantity || isEndOfLess)
      this.#lookupIn(this.#settings.noticePatienceMs);
  }

  #book(order: Order, execution: Execution): void {
    const { symbol, side } = order.request;
    const wasOpen = isOpen(order.status);
    this.#booking.book(order, this.#market.of(symbol).instrument, execution);
    if (side === 'buy') this.#risk.onSharesFreed(symbol, execution.to - execution.from);
    if (wasOpen && !isOpen(order.status)) this.due.push(symbol);
  }

  #happen(order: Order, happening: OrderHappening, note: string): void {
    const next = nextStatus(order.status, happening);
    if (next === null) return this.#odd();
    if (next !== order.status) this.#change(order, next, note);
  }

  #change(order: Order, status: Order['status'], note: string): void {
    const { request } = order;
    const wasOpen = isOpen(order.status);
    this.#log.record({
      type: 'order-changed',
      at: this.#log.now,
      orderId: request.id,
      status,
      brokerOrderNo: order.brokerOrderNo,
      note,
    });
    if (!wasOpen || isOpen(status)) return;
    const unfilled = request.quantity - order.filledQuantity;
    if (request.side === 'sell' && unfilled > 0) this.#risk.onSharesFreed(request.symbol, unfilled);
    this.due.push(request.symbol);
  }

  /** True while an order of ours without a number could be the one this notice speaks of. */
  #mayBeOurs(notice: OrderNotice): boolean {
    return this.#ledger.orders
      .openIn(notice.symbol)
      .some(
        ({ brokerOrderNo, request }) =>
          brokerOrderNo === null && request.side === notice.side && request.quantity === notice.orderQuantity,
      );
  }

  #lookupIn(delayMs: number): void {
    const at = this.#log.now + delayMs;
    if (this.lookupAt === null || at < this.lookupAt) this.lookupAt = at;
  }

  #odd(): void {
    this.oddities++;
  }
}

function sharesIn(intervals: readonly FilledInterval[]): Quantity {
  return intervals.reduce((sum, { from, to }) => sum + to - from, 0);
}
