// Holds the books against the broker's snapshot: finds orders whose answer was lost, fills whose notice was lost, orders
// that ended unseen and orders placed elsewhere, books all of it, and names what still differs afterwards.

import type { BrokerOrder, BrokerSnapshot } from '#domain/broker-event.ts';
import type { Difference } from '#domain/ledger-record.ts';
import type { Order, OrderSide } from '#domain/order.ts';
import { SECOND_MS } from '#domain/time.ts';
import { type EpochMs, mulDiv, type Quantity, type SymbolCode, type Won } from '#domain/units.ts';
import type { EngineSettings } from './engine-settings.ts';
import type { LedgerState } from './ledger-state.ts';
import type { OrderTracker } from './order-tracker.ts';
import { isOpen } from './order-transitions.ts';
import type { StepLog } from './step-log.ts';

/**
 * Clocks of two machines differ: an order may be listed this much before our intent. Where exchange time runs fast, patience
 * with notices is configured in its long seconds, and so is this.
 */
const CLOCK_TOLERANCE_MS = 5 * SECOND_MS;

export class Reconciler {
  readonly #settings: EngineSettings;
  readonly #ledger: LedgerState;
  readonly #tracker: OrderTracker;
  readonly #log: StepLog;
  #clockSkew = 0;

  constructor(settings: EngineSettings, ledger: LedgerState, tracker: OrderTracker, log: StepLog) {
    this.#settings = settings;
    this.#ledger = ledger;
    this.#tracker = tracker;
    this.#log = log;
  }

  /** Orders of today that the opening balances already contain: known from now on, but not booked. */
  acknowledgeOpening(snapshot: BrokerSnapshot): void {
    for (const order of snapshot.orders) {
      if (order.action === 'new' && isNews(order)) this.#tracker.observeListed(order, order.filled);
    }
  }

  /**
   * Takes the snapshot in. Returns the differences that remain; none means our books are the broker's. `clockSkew` is
   * exchange time less engine time in ms: listed orders carry the exchange's.
   */
  reconcile(snapshot: BrokerSnapshot, clockSkew = 0): readonly Difference[] {
    this.#clockSkew = clockSkew;
    const listed = snapshot.orders.filter((order) => order.action === 'new');
    this.#claimUnknown(listed);
    for (const order of listed) {
      if (!this.#isFree(order) || !isNews(order)) continue;
      if (this.#isAwaited(order)) this.#lookAgain();
      else this.#tracker.observeListed(order, 0);
    }
    this.#recoverFills(snapshot, listed);
    this.#closeEnded(snapshot, listed);
    return this.#differences(snapshot, listed);
  }

  /**
   * Orders whose answer was lost are matched to listed orders nobody claims: same instrument, side, quantity, price, time.
   * A listed order that could as well be one whose answer is on its way is left to that answer.
   */
  #claimUnknown(listed: readonly BrokerOrder[]): void {
    for (const order of [...this.#ledger.orders.open()]) {
      if (order.brokerOrderNo !== null || this.#tracker.awaitsAnswer(order)) continue;
      const candidates = listed.filter(
        (one) => this.#isFree(one) && couldBe(order, one, this.#listedFrom(order)),
      );
      const match = candidates.find((one) => !this.#isAwaited(one));
      if (match !== undefined) this.#tracker.adopt(order, match.brokerOrderNo);
      else if (candidates.length === 0 && this.#isProvenAbsent(order))
        this.#tracker.close(order, 'proven-absent', 'never reached the broker');
      else this.#lookAgain();
    }
  }

  /** True when no order of ours has this number. */
  #isFree(listed: BrokerOrder): boolean {
    return this.#ledger.orders.findByBrokerNo(listed.brokerOrderNo) === null;
  }

  /** True when it could be an order of ours whose answer will name its number. */
  #isAwaited(listed: BrokerOrder): boolean {
    return this.#ledger.orders
      .openIn(listed.symbol)
      .some((order) => this.#tracker.awaitsAnswer(order) && couldBe(order, listed, this.#listedFrom(order)));
  }

  /** The earliest moment, in exchange time, at which the broker may have listed the order. */
  #listedFrom({ request }: Order): EpochMs {
    const tolerance = Math.max(CLOCK_TOLERANCE_MS, this.#settings.noticePatienceMs);
    return request.requestedAt + this.#clockSkew - tolerance;
  }

  #lookAgain(): void {
    this.#tracker.lookupAt = this.#log.now + this.#settings.noticePatienceMs;
  }

  #isProvenAbsent(order: Order): boolean {
    const age = this.#log.now - order.request.requestedAt;
    return order.request.tradeDate !== this.#ledger.tradeDate || age >= this.#settings.lookupPatienceMs;
  }

  #recoverFills(snapshot: BrokerSnapshot, listed: readonly BrokerOrder[]): void {
    // Buys first: shares must be there before they are sold.
    const buysFirst = [...listed].sort((a, b) => Number(a.side === 'sell') - Number(b.side === 'sell'));
    for (const broker of buysFirst) {
      const order = this.#ledger.orders.findByBrokerNo(broker.brokerOrderNo);
      if (order === null || broker.filled <= order.filledQuantity) continue;
      const amount = this.#missingAmount(snapshot, listed, order, broker);
      const isOlderThanNotices = (order.filledIntervals.at(-1)?.to ?? 0) > broker.filled;
      const isShort =
        broker.side === 'sell' && broker.filled - order.filledQuantity > this.#ledger.held(broker.symbol);
      if (amount === null || isOlderThanNotices || isShort) {
        this.#lookAgain();
        continue;
      }
      const tax = broker.tax === null ? null : Math.max(0, broker.tax - order.bookedTax);
      this.#tracker.recover(order, { filled: broker.filled, amount, tax });
    }
  }

  /**
   * Won of the shares we missed: exact from the order. Lists that name no exact amount leave what is missing from the
   * day's total of the instrument and side; several orders divide that by shares, so that their sum is exact.
   */
  #missingAmount(
    snapshot: BrokerSnapshot,
    listed: readonly BrokerOrder[],
    order: Order,
    broker: BrokerOrder,
  ): Won | null {
    if (broker.filledAmount !== null) return broker.filledAmount - order.filledAmount;
    const { symbol, side } = order.request;
    const day = snapshot.dayTrades.find((trade) => trade.symbol === symbol);
    if (day === undefined) return null;
    const same = listed.filter((one) => one.symbol === symbol && one.side === side);
    const quantity = side === 'buy' ? day.buyQuantity : day.sellQuantity;
    if (quantity !== sumOf(same.map((one) => one.filled))) return null; // the two lists are not of the same moment
    if (this.#hasFillsBesides(same, order)) return null; // both are older than the notices
    const booked = this.#ledger.dayAmounts(symbol);
    let missing = side === 'buy' ? day.buyAmount - booked.bought : day.sellAmount - booked.sold;
    let shares = 0;
    for (const one of same) {
      const known = this.#ledger.orders.findByBrokerNo(one.brokerOrderNo);
      const gap = one.filled - (known?.filledQuantity ?? 0);
      if (gap < 0) return null; // notices know of more than this list does
      if (gap > 0 && one.filledAmount !== null) missing -= one.filledAmount - (known?.filledAmount ?? 0);
      else shares += gap;
    }
    return missing <= 0 ? null : mulDiv(missing, broker.filled - order.filledQuantity, shares);
  }

  /** True when shares were booked today, of the same instrument and side, for orders that the lists do not show yet. */
  #hasFillsBesides(listed: readonly BrokerOrder[], { request: { symbol, side } }: Order): boolean {
    const numbers = new Set(listed.map(({ brokerOrderNo }) => brokerOrderNo));
    for (const { request, filledQuantity, brokerOrderNo } of this.#ledger.orders.all()) {
      if (filledQuantity === 0 || request.tradeDate !== this.#ledger.tradeDate) continue;
      if (request.symbol !== symbol || request.side !== side) continue;
      if (brokerOrderNo === null || !numbers.has(brokerOrderNo)) return true;
    }
    return false;
  }

  #closeEnded(snapshot: BrokerSnapshot, listed: readonly BrokerOrder[]): void {
    for (const order of [...this.#ledger.orders.open()]) {
      if (order.brokerOrderNo === null) continue;
      if (order.request.tradeDate !== snapshot.tradeDate) {
        this.#tracker.close(order, 'expired', 'a day order of an earlier day');
        continue;
      }
      const broker = listed.find((one) => one.brokerOrderNo === order.brokerOrderNo);
      const over =
        broker !== undefined ? broker.remaining === 0 && broker.filled <= order.filledQuantity : false;
      const gone = broker === undefined && snapshot.occasion === 'day-end';
      if (!over && !gone) continue;
      const asked = order.cancelRequestedAt !== null;
      this.#tracker.close(
        order,
        asked ? 'cancelled' : 'expired',
        'nothing left of it in the lists of the broker',
      );
    }
  }

  #differences(snapshot: BrokerSnapshot, listed: readonly BrokerOrder[]): Difference[] {
    const differences: Difference[] = [];
    if (Math.abs(snapshot.cashD2 - this.#ledger.cash) > this.#settings.cashTolerance) {
      differences.push({ subject: 'cash', about: null, ours: this.#ledger.cash, theirs: snapshot.cashD2 });
    }
    const theirs = new Map(snapshot.holdings.map((holding) => [holding.symbol, holding]));
    const symbols = new Set<SymbolCode>([...theirs.keys(), ...this.#ledger.positions().keys()]);
    for (const symbol of [...symbols].sort()) {
      const ours = this.#ledger.position(symbol);
      const holding = theirs.get(symbol);
      if (ours.quantity !== (holding?.quantity ?? 0)) {
        differences.push({
          subject: 'holding',
          about: symbol,
          ours: ours.quantity,
          theirs: holding?.quantity ?? 0,
        });
      } else if (holding !== undefined && ours.cost !== holding.cost) {
        differences.push({ subject: 'holding-cost', about: symbol, ours: ours.cost, theirs: holding.cost });
      }
    }
    for (const broker of listed) {
      const order = this.#ledger.orders.findByBrokerNo(broker.brokerOrderNo);
      if (order === null || order.filledQuantity === broker.filled) continue;
      const about = broker.brokerOrderNo;
      differences.push({ subject: 'fill', about, ours: order.filledQuantity, theirs: broker.filled });
    }
    return differences;
  }
}

/** Differences that must stop new orders: everything but the broker's own rounding of average cost. */
export function blocking(differences: readonly Difference[]): readonly Difference[] {
  return differences.filter(({ subject }) => subject !== 'holding-cost');
}

/** An order we need to know of: one that filled or may still fill. */
function isNews(order: BrokerOrder): boolean {
  return order.filled > 0 || order.remaining > 0;
}

function couldBe(order: Order, listed: BrokerOrder, listedFrom: EpochMs): boolean {
  const { request } = order;
  return (
    isOpen(order.status) &&
    listed.symbol === request.symbol &&
    listed.side === (request.side satisfies OrderSide) &&
    listed.quantity === request.quantity &&
    (request.pricing.type !== 'limit' || listed.price === null || listed.price === request.pricing.price) &&
    (listed.orderedAt === null || listed.orderedAt >= listedFrom)
  );
}

function sumOf(quantities: readonly Quantity[]): Quantity {
  return quantities.reduce((sum, one) => sum + one, 0);
}
