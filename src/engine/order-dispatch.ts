// The steps that every order takes, whoever wants it: it gets its number, goes into the books before it leaves, and the
// questions that risk has about it are put to the broker once, however many orders wait for the answer.

import type { ApprovedOrder, OrderRequest, Refusal } from '#domain/order.ts';
import { compactDate } from '#domain/time.ts';
import type { OrderId, Price, SymbolCode, TradeDate } from '#domain/units.ts';
import type { RiskQuestion } from '#risk/risk-check.ts';
import type { EngineSettings } from './engine-settings.ts';
import type { LedgerState } from './ledger-state.ts';
import type { RiskPicture } from './risk-picture.ts';
import type { StepLog } from './step-log.ts';

/** What somebody wants to order, before it has a number. */
export type OrderWish = Omit<OrderRequest, 'id' | 'venue' | 'referencePrice' | 'requestedAt' | 'tradeDate'>;

/** Questions asked for one wish without an order coming of it: more would be asking in circles. */
export const MAX_QUESTIONS = 5;

/** What an order is refused with that still waits for the broker's word after it was `asked` for so often. */
export function unanswered(question: RiskQuestion['ask'], asked: number): Refusal {
  const code = question === 'orderable' ? 'orderable-unknown' : 'sellable-unknown';
  return { code, limit: MAX_QUESTIONS, actual: asked };
}

export class OrderDispatch {
  readonly #settings: EngineSettings;
  readonly #ledger: LedgerState;
  readonly #risk: RiskPicture;
  readonly #log: StepLog;
  #sellableAsked = false;
  readonly #orderableAsked = new Map<SymbolCode, Price>();
  /** Orders whose cancel the broker refused: asking again helps only once its lists told how they stand. */
  readonly #notToCancel = new Set<OrderId>();
  /** Orders that were asked back before they had a number. */
  readonly #withdrawn = new Set<OrderId>();
  #idDate: TradeDate = '';
  #idPrefix = '';

  constructor(settings: EngineSettings, ledger: LedgerState, risk: RiskPicture, log: StepLog) {
    this.#settings = settings;
    this.#ledger = ledger;
    this.#risk = risk;
    this.#log = log;
  }

  /** The wish with a number, the venue and the price of the moment. The number is used up once a record carries it. */
  request(wish: OrderWish): OrderRequest {
    const request: OrderRequest = {
      id: this.#nextOrderId(),
      strategy: wish.strategy,
      symbol: wish.symbol,
      side: wish.side,
      quantity: wish.quantity,
      pricing: wish.pricing,
      timeInForce: wish.timeInForce,
      venue: this.#settings.venue,
      referencePrice: this.#risk.instrument(wish.symbol)?.last ?? 0,
      reason: wish.reason,
      requestedAt: this.#log.now,
      tradeDate: this.#ledger.tradeDate,
    };
    return wish.ticket === undefined ? request : { ...request, ticket: wish.ticket };
  }

  /** Into the books, and on its way. */
  send(request: OrderRequest, order: ApprovedOrder): void {
    this.#log.record({ type: 'order-intended', at: this.#log.now, request });
    this.#risk.onSent(request);
    this.#log.effect({ type: 'submit', order });
  }

  /** Keeps a refusal. The loss limit also stops the buys of the day. */
  refuse(request: OrderRequest, refusal: Refusal): void {
    this.onRefused(refusal);
    this.#log.record({ type: 'order-refused', at: this.#log.now, request, refusal });
  }

  /** What follows from a refusal, whether it is kept or was kept before. */
  onRefused({ code, actual, limit }: Refusal): void {
    if (code !== 'daily-loss-limit' || this.#risk.buysHaltReason !== null) return;
    const reason = `the day's loss of ${-(actual ?? 0)} won reached the limit of ${limit} won`;
    this.#log.record({ type: 'halted', at: this.#log.now, scope: 'buys', reason });
  }

  /** Puts a question to the broker. False when its answer is on its way already. */
  ask(symbol: SymbolCode, question: RiskQuestion): boolean {
    if (question.ask === 'sellable') {
      if (this.#sellableAsked) return false;
      this.#sellableAsked = true;
      this.#log.effect({ type: 'query-sellable' });
      return true;
    }
    const asked = this.#orderableAsked.get(symbol);
    if (asked !== undefined && asked >= question.price) return false;
    this.#orderableAsked.set(symbol, question.price);
    this.#log.effect({ type: 'query-orderable', symbol, price: question.price });
    return true;
  }

  /** A question was answered, or will not be: the next one may be asked. */
  onAnswered(question: 'orderable' | 'sellable', symbol: SymbolCode | null): void {
    if (question === 'sellable') this.#sellableAsked = false;
    else if (symbol !== null) this.#orderableAsked.delete(symbol);
  }

  /** Cancels one open order, once: asking twice for the same order is left out. One that was not sent yet is taken back. */
  cancel(id: OrderId): void {
    const order = this.#ledger.orders.get(id);
    if (order.status === 'intended' && order.brokerOrderNo === null) return this.#withdraw(id);
    if (order.cancelRequestedAt !== null || order.brokerOrderNo === null) return;
    if (this.#notToCancel.has(id)) return;
    const { symbol } = order.request;
    this.#log.record({ type: 'cancel-intended', at: this.#log.now, orderId: id });
    this.#log.effect({
      type: 'cancel',
      request: { orderId: id, brokerOrderNo: order.brokerOrderNo, symbol },
    });
  }

  /** The broker refused a cancel for good: mostly nothing is left of the order, and the notice of it was lost. */
  onCancelRefused(id: OrderId): void {
    this.#notToCancel.add(id);
  }

  /** The broker's lists were taken in: what they show open may be cancelled. */
  onSnapshot(): void {
    this.#notToCancel.clear();
  }

  /** What becomes of it, the broker says: withdrawn, or the answer to an order that had left already. */
  #withdraw(id: OrderId): void {
    if (this.#withdrawn.has(id)) return;
    this.#withdrawn.add(id);
    this.#log.effect({ type: 'withdraw', orderId: id });
  }

  #nextOrderId(): OrderId {
    const date = this.#ledger.tradeDate;
    const number = date === this.#ledger.orders.lastDate ? this.#ledger.orders.lastNumber + 1 : 1;
    if (date !== this.#idDate) {
      this.#idDate = date;
      this.#idPrefix = `${compactDate(date)}-`;
    }
    return this.#idPrefix + String(number).padStart(6, '0');
  }
}
