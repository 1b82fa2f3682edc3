// Orders and cancels by hand (`hwangso` commands of a person). They pass the same risk checks and the same ledger as those
// of strategies; no target stands behind them, so what is refused is over.

import type { CancelOrder, PlaceOrder } from '#domain/engine-event.ts';
import { OPERATOR, type Refusal, type RefusalCode } from '#domain/order.ts';
import { SECOND_MS } from '#domain/time.ts';
import type { EpochMs, OrderId, SymbolCode } from '#domain/units.ts';
import { checkOrder } from '#risk/gate.ts';
import type { RiskQuestion } from '#risk/risk-check.ts';
import type { EngineSettings } from './engine-settings.ts';
import type { LedgerState } from './ledger-state.ts';
import { MAX_QUESTIONS, type OrderDispatch, unanswered } from './order-dispatch.ts';
import { isOpen } from './order-transitions.ts';
import type { RiskPicture } from './risk-picture.ts';
import type { StepLog } from './step-log.ts';

/** An order that could not be judged yet. */
interface WaitingOrder {
  readonly command: PlaceOrder;
  /** Until when it waits for the first data of its instrument. */
  readonly patientUntil: EpochMs;
  asked: number;
  waitsFor: RiskQuestion['ask'] | 'data';
}

/** A person may name an instrument that nobody watched so far: time to subscribe to it. */
const DATA_PATIENCE_MS = 10 * SECOND_MS;
const LOOK_AGAIN_MS = 250;
const UNTIL_DATA_COMES: readonly RefusalCode[] = ['instrument-unknown', 'price-unknown', 'market-data-stale'];

export class OperatorDesk {
  /** Set when the process is about to end: no new orders. */
  stopping = false;
  readonly #settings: EngineSettings;
  readonly #ledger: LedgerState;
  readonly #risk: RiskPicture;
  readonly #dispatch: OrderDispatch;
  readonly #log: StepLog;
  readonly #waiting = new Map<string, WaitingOrder>();
  /** Orders to be cancelled as soon as they have the number to be cancelled by. */
  readonly #toCancel = new Set<OrderId>();
  #lookAgainAt: EpochMs | null = null;

  constructor(
    settings: EngineSettings,
    ledger: LedgerState,
    risk: RiskPicture,
    dispatch: OrderDispatch,
    log: StepLog,
  ) {
    this.#settings = settings;
    this.#ledger = ledger;
    this.#risk = risk;
    this.#dispatch = dispatch;
    this.#log = log;
  }

  /** Takes an order by hand. One whose ticket is known was delivered twice and is left out. */
  place(command: PlaceOrder): void {
    const { ticket } = command;
    if (this.#ledger.orders.hasTicket(ticket) || this.#waiting.has(ticket)) return;
    const patientUntil = this.#log.now + DATA_PATIENCE_MS;
    this.#judge({ command, patientUntil, asked: 0, waitsFor: 'data' });
  }

  /** Cancels an open order: taken back if it was not sent yet, else at once or as soon as it has a number. */
  cancel({ orderId }: CancelOrder): void {
    this.#toCancel.add(orderId);
    const order = this.#ledger.orders.find(orderId);
    if (order !== null && isOpen(order.status)) this.#dispatch.cancel(orderId);
    this.onOrderNews();
  }

  /** An order got its number or ended. */
  onOrderNews(): void {
    for (const id of this.#toCancel) {
      const order = this.#ledger.orders.find(id);
      if (order !== null && isOpen(order.status) && order.brokerOrderNo === null) continue;
      this.#toCancel.delete(id);
      if (order !== null && isOpen(order.status)) this.#dispatch.cancel(id);
    }
  }

  /** The reference data of an instrument arrived. */
  onInstrument(symbol: SymbolCode): void {
    this.#judgeWaiting((order) => order.waitsFor === 'data' && order.command.symbol === symbol);
  }

  /** The broker answered, or failed to answer, a question of risk; `isFinal` when it never will. */
  onAnswer(question: RiskQuestion['ask'], symbol: SymbolCode | null, isFinal: boolean): void {
    this.#judgeWaiting((order) => {
      if (order.waitsFor !== question || (symbol !== null && order.command.symbol !== symbol)) return false;
      if (isFinal) order.asked = MAX_QUESTIONS;
      return true;
    });
  }

  /** Looks again at the orders that wait for data. */
  onTime(now: EpochMs): void {
    if (this.#lookAgainAt === null || now < this.#lookAgainAt) return;
    this.#lookAgainAt = null;
    this.#judgeWaiting(({ waitsFor }) => waitsFor === 'data');
  }

  /** When `onTime` has something to do next; null when it has not. */
  nextDue(): EpochMs | null {
    return this.#lookAgainAt;
  }

  /** True while an order in the instrument waits. */
  waitsIn(symbol: SymbolCode): boolean {
    for (const { command } of this.#waiting.values()) if (command.symbol === symbol) return true;
    return false;
  }

  #judgeWaiting(isMeant: (order: WaitingOrder) => boolean): void {
    if (this.#waiting.size === 0) return;
    for (const order of [...this.#waiting.values()]) if (isMeant(order)) this.#judge(order);
  }

  #judge(order: WaitingOrder): void {
    const { command } = order;
    const { symbol, side, quantity, pricing, timeInForce, reason, ticket } = command;
    this.#waiting.delete(ticket);
    const strategy = OPERATOR;
    const wish = { strategy, symbol, side, quantity, pricing, timeInForce, reason, ticket };
    const request = this.#dispatch.request(wish);
    const refusal = this.#ownRefusal(command);
    const verdict =
      refusal === null
        ? checkOrder(request, this.#risk, this.#settings.limits)
        : { type: 'refused' as const, refusal };
    switch (verdict.type) {
      case 'approved':
        return this.#dispatch.send(request, verdict.order);
      case 'refused':
        if (UNTIL_DATA_COMES.includes(verdict.refusal.code) && this.#log.now < order.patientUntil)
          return this.#waitForData(order);
        return this.#dispatch.refuse(request, verdict.refusal);
      case 'ask': {
        const { question } = verdict;
        if (order.asked >= MAX_QUESTIONS)
          return this.#dispatch.refuse(request, unanswered(question.ask, order.asked));
        order.waitsFor = question.ask;
        this.#waiting.set(ticket, order);
        if (this.#dispatch.ask(symbol, question)) order.asked++;
        return;
      }
    }
  }

  /** What no check of risk looks at, since strategies cannot ask for it. */
  #ownRefusal({ quantity }: PlaceOrder): Refusal | null {
    if (this.stopping)
      return { code: 'halted', limit: null, actual: null, detail: 'the engine is about to end' };
    if (Number.isSafeInteger(quantity) && quantity > 0) return null;
    const detail = 'expected a whole number of shares';
    return { code: 'order-value-limit', limit: null, actual: quantity, detail };
  }

  #waitForData(order: WaitingOrder): void {
    order.waitsFor = 'data';
    this.#waiting.set(order.command.ticket, order);
    this.#lookAgainAt = this.#log.now + LOOK_AGAIN_MS;
  }
}
