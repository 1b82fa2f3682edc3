// The Broker port over REST. Every method answers with exactly one event and never throws; an order whose answer is lost
// becomes `order-outcome-unknown` and is not sent again.

import { type Observable, Subject } from 'rxjs';
import type { BrokerEvent, QueryFailed, SnapshotOccasion } from '#domain/broker-event.ts';
import type { Venue } from '#domain/instrument.ts';
import type { ApprovedOrder } from '#domain/order.ts';
import type { Clock } from '#domain/time.ts';
import type { OrderId, Price, SymbolCode, TradeDate } from '#domain/units.ts';
import type { Broker, CancelRequest } from '#engine/ports.ts';
import { KiwoomError, ownError } from './errors/errors.ts';
import { ORDER_TRS, orderInputs } from './order-inputs.ts';
import type { RestClient } from './rest/rest-client.ts';
import { fetchSellable, fetchSnapshot } from './snapshot.ts';

export interface KiwoomBrokerOptions {
  readonly client: RestClient;
  /** Market time, for stamps. */
  readonly clock: Clock;
  /** Where to cancel orders that an earlier run submitted. */
  readonly defaultVenue?: Venue;
}

/** `0` cancels all that is left (guide: kt10003). */
const ALL_THAT_IS_LEFT = '0';

/** Orders, cancels and questions to Kiwoom. */
export class KiwoomBroker implements Broker {
  readonly #client: RestClient;
  readonly #clock: Clock;
  readonly #defaultVenue: Venue;
  readonly #events = new Subject<BrokerEvent>();
  /** A cancel has to name the venue of its order. */
  readonly #venues = new Map<OrderId, Venue>();
  /** Takes back an order whose answer has not come, as long as it was not sent. */
  readonly #withdrawals = new Map<OrderId, AbortController>();

  constructor(options: KiwoomBrokerOptions) {
    this.#client = options.client;
    this.#clock = options.clock;
    this.#defaultVenue = options.defaultVenue ?? 'KRX';
  }

  get events$(): Observable<BrokerEvent> {
    return this.#events;
  }

  submit(order: ApprovedOrder): void {
    this.#venues.set(order.id, order.venue);
    const withdrawal = new AbortController();
    this.#withdrawals.set(order.id, withdrawal);
    this.#answer(
      () => this.#submit(order, withdrawal.signal),
      (error) => this.#submitFailed(order, error),
    );
  }

  withdraw(orderId: OrderId): void {
    this.#withdrawals.get(orderId)?.abort();
  }

  cancel(request: CancelRequest): void {
    this.#answer(
      () => this.#cancel(request),
      (error) => ({
        type: 'cancel-failed',
        at: this.#clock.now(),
        orderId: request.orderId,
        code: error.shownCode,
        message: error.message,
        definite: error.definite,
      }),
    );
  }

  queryOrderable(symbol: SymbolCode, price: Price): void {
    this.#answer(
      () => this.#queryOrderable(symbol, price),
      (error) => this.#queryFailed('orderable', symbol, error),
    );
  }

  querySellable(): void {
    this.#answer(
      async () => {
        const sellable = await fetchSellable(this.#client, 'margin');
        return { type: 'sellable-answered', at: this.#clock.now(), sellable };
      },
      (error) => this.#queryFailed('sellable', null, error),
    );
  }

  takeSnapshot(tradeDate: TradeDate, occasion: SnapshotOccasion): void {
    this.#answer(
      () => fetchSnapshot(this.#client, this.#clock, tradeDate, occasion),
      (error) => this.#queryFailed('snapshot', null, error),
    );
  }

  /** Starts `ask` in this very tick and emits its one event. Anything but a KiwoomError is a broken invariant. */
  #answer(ask: () => Promise<BrokerEvent>, failed: (error: KiwoomError) => BrokerEvent): void {
    void ask().then(
      (event) => this.#events.next(event),
      (error: unknown) => {
        if (!(error instanceof KiwoomError)) throw error;
        this.#events.next(failed(error));
      },
    );
  }

  async #submit(order: ApprovedOrder, withdrawal: AbortSignal): Promise<BrokerEvent> {
    const id = ORDER_TRS[order.side];
    const { fields } = await this.#client.call(id, orderInputs(order), { priority: 'order', withdrawal });
    this.#withdrawals.delete(order.id);
    if (fields.orderNo === null) {
      throw ownError(
        'bad-answer',
        id,
        { retryable: false, definite: false },
        'success without an order number',
      );
    }
    const brokerOrderNo = fields.orderNo;
    return { type: 'order-acknowledged', at: this.#clock.now(), orderId: order.id, brokerOrderNo };
  }

  /** Rejected is what Kiwoom said no to; what it was never asked is withdrawn; what it may have is unknown. */
  #submitFailed({ id: orderId, side }: ApprovedOrder, error: KiwoomError): BrokerEvent {
    const at = this.#clock.now();
    this.#withdrawals.delete(orderId);
    const { code, definite, shownCode, message } = error;
    if (!definite) return { type: 'order-outcome-unknown', at, orderId, reason: message };
    if (code === 'aborted') return { type: 'order-withdrawn', at, orderId, reason: null };
    return isAnswerTo(ORDER_TRS[side], error)
      ? { type: 'order-rejected', at, orderId, code: shownCode, message }
      : { type: 'order-withdrawn', at, orderId, reason: `${shownCode} ${message}` };
  }

  async #cancel(request: CancelRequest): Promise<BrokerEvent> {
    const { orderId, brokerOrderNo, symbol } = request;
    const inputs = {
      venue: this.#venues.get(orderId) ?? this.#defaultVenue,
      originalOrderNo: brokerOrderNo.padStart(7, '0'),
      symbol,
      quantity: ALL_THAT_IS_LEFT,
    };
    const { fields } = await this.#client.call('kt10003', inputs, { priority: 'cancel' });
    if (fields.orderNo === null) {
      throw ownError(
        'bad-answer',
        'kt10003',
        { retryable: false, definite: false },
        'success without an order number',
      );
    }
    return { type: 'cancel-acknowledged', at: this.#clock.now(), orderId, cancelOrderNo: fields.orderNo };
  }

  async #queryOrderable(symbol: SymbolCode, price: Price): Promise<BrokerEvent> {
    const { fields } = await this.#client.call('kt00011', { symbol, price }, { priority: 'margin' });
    const { orderableAmount: amount, orderableQuantity: quantity } = fields;
    if (amount === null || quantity === null) {
      // Blank is not zero: risk has to know that it does not know.
      throw ownError(
        'bad-answer',
        'kt00011',
        { retryable: true, definite: true },
        'the orderable amount is blank',
      );
    }
    return { type: 'orderable-answered', at: this.#clock.now(), symbol, price, quantity, amount };
  }

  #queryFailed(query: QueryFailed['query'], symbol: SymbolCode | null, error: KiwoomError): QueryFailed {
    const { shownCode: code, message, retryable } = error;
    return { type: 'query-failed', at: this.#clock.now(), query, symbol, code, message, retryable };
  }
}

/** True when Kiwoom said this about a request of the TR, and not we, nor Kiwoom about the token that was needed for it. */
function isAnswerTo(tr: string, error: KiwoomError): boolean {
  return error.tr === tr && error.httpStatus !== null;
}
