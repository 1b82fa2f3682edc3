// From signals to orders: keeps each strategy's latest target, turns the difference to what it holds and has working
// into a request, takes it through risk, and asks the broker the questions risk cannot answer itself.

import type { OrderRequest, OrderSide, Refusal, RefusalCode } from '#domain/order.ts';
import { acceptsOrders } from '#domain/session.ts';
import type { OrderPricing, Signal, TimeInForce } from '#domain/signal.ts';
import type { Quantity, SymbolCode } from '#domain/units.ts';
import { checkOrder } from '#risk/gate.ts';
import type { RiskQuestion } from '#risk/risk-check.ts';
import type { EngineSettings } from './engine-settings.ts';
import type { LedgerState } from './ledger-state.ts';
import { MAX_QUESTIONS, type OrderDispatch, unanswered } from './order-dispatch.ts';
import type { RiskPicture } from './risk-picture.ts';
import { badSignal, targetShares } from './size-order.ts';
import type { PendingSignal, StrategySetup } from './strategy-host.ts';

/** What one strategy wants of one instrument, and how far we are with it. */
interface TargetState {
  readonly setup: StrategySetup;
  readonly symbol: SymbolCode;
  signal: Signal;
  /** Fixed at the price when the target is first acted on; null until then. */
  shares: Quantity | null;
  /** Must be looked at again: it waits for the session, an answer, or the end of an order. */
  pending: boolean;
  /** The last refusal as text, so that the same refusal is recorded once. */
  refused: string;
  /** Questions asked for this target without having become an order; bounds asking in circles. */
  asked: number;
  /** The question whose answer it waits for; null when it waits for none. */
  waitsFor: RiskQuestion['ask'] | null;
}

/** Refusals that pass by themselves, or when the operator lifts them: the target waits instead of being dropped. */
const PASSING: readonly RefusalCode[] = [
  'not-reconciled',
  'halted',
  'instrument-unknown',
  'price-unknown',
  'market-data-stale',
];

export class OrderDesk {
  /** False while history is shown: targets are kept, orders are not made. */
  trading = false;
  readonly #settings: EngineSettings;
  readonly #ledger: LedgerState;
  readonly #risk: RiskPicture;
  readonly #dispatch: OrderDispatch;
  readonly #targets = new Map<StrategySetup, Map<SymbolCode, TargetState>>();
  #pendingCount = 0;

  constructor(settings: EngineSettings, ledger: LedgerState, risk: RiskPicture, dispatch: OrderDispatch) {
    this.#settings = settings;
    this.#ledger = ledger;
    this.#risk = risk;
    this.#dispatch = dispatch;
  }

  /** Takes a strategy's signal up; `isOfPast` keeps it until `reconsider`. Returns what is wrong with it, or null. */
  onSignal({ setup, signal }: PendingSignal, isOfPast = false): string | null {
    const wrong = badSignal(signal);
    if (wrong !== null) return wrong.bad;
    const target = this.#targetOf(setup, signal);
    target.signal = signal;
    target.shares = null;
    target.refused = '';
    target.asked = 0;
    if (isOfPast) this.#setPending(target, true);
    else this.#evaluate(target);
    return null;
  }

  /** True while a target of some strategy waits in the instrument. */
  waitsIn(symbol: SymbolCode): boolean {
    if (this.#pendingCount === 0) return false;
    for (const bySymbol of this.#targets.values()) if (bySymbol.get(symbol)?.pending === true) return true;
    return false;
  }

  /** Looks again at every target that waits: the session opened, an order ended, an answer came, trading resumed. */
  reconsider(): void {
    if (this.#pendingCount === 0) return;
    for (const bySymbol of this.#targets.values()) {
      for (const target of bySymbol.values()) if (target.pending) this.#evaluate(target);
    }
  }

  /** An order of `symbol` ended or can be cancelled from now on: targets that waited for that are due. */
  onOrderNews(symbol: SymbolCode): void {
    this.#reconsiderIn(symbol);
  }

  /** News of `symbol` arrived: targets that waited for a fresh price are due. */
  onFreshData(symbol: SymbolCode): void {
    if (this.#pendingCount > 0) this.#reconsiderIn(symbol);
  }

  #reconsiderIn(symbol: SymbolCode): void {
    if (this.#pendingCount === 0) return;
    for (const bySymbol of this.#targets.values()) {
      const target = bySymbol.get(symbol);
      if (target?.pending === true) this.#evaluate(target);
    }
  }

  /** The broker answered, or failed to answer, a question of risk. */
  onAnswer(question: 'orderable' | 'sellable', symbol: SymbolCode | null): void {
    if (symbol === null || question === 'sellable') this.reconsider();
    else this.#reconsiderIn(symbol);
  }

  /** The broker will not answer: what waited for it is refused. */
  onUnanswered(question: 'orderable' | 'sellable', symbol: SymbolCode | null, retryable: boolean): void {
    if (retryable) this.reconsider();
    else this.#refuseWaiting(question, symbol);
  }

  /** Asks the broker to cancel everything of ours that still works. */
  cancelAll(): void {
    for (const { request } of this.#ledger.orders.ours()) this.#dispatch.cancel(request.id);
  }

  #targetOf(setup: StrategySetup, signal: Signal): TargetState {
    let bySymbol = this.#targets.get(setup);
    if (bySymbol === undefined) {
      bySymbol = new Map();
      this.#targets.set(setup, bySymbol);
    }
    let target = bySymbol.get(signal.symbol);
    if (target === undefined) {
      const { symbol } = signal;
      target = { setup, symbol, signal, shares: null, pending: false, refused: '', asked: 0, waitsFor: null };
      bySymbol.set(symbol, target);
    }
    return target;
  }

  #setPending(target: TargetState, pending: boolean): void {
    if (target.pending === pending) return;
    target.pending = pending;
    this.#pendingCount += pending ? 1 : -1;
  }

  #evaluate(target: TargetState): void {
    const { setup, symbol, signal } = target;
    target.waitsFor = null;
    const pricing = signal.pricing ?? setup.pricing;
    const timeInForce = signal.timeInForce ?? 'day';
    if (!this.trading || !acceptsOrders(this.#risk.phase, pricing.type, timeInForce, this.#settings.venue)) {
      this.#setPending(target, true);
      return;
    }
    target.shares ??= targetShares(signal, this.#risk.instrument(symbol)?.last ?? null, setup.capital);
    if (target.shares === null || this.#cancelWorking(target)) {
      this.#setPending(target, true);
      return;
    }
    this.#setPending(target, false);
    const change = target.shares - (this.#ledger.own(setup.name, symbol)?.quantity ?? 0);
    if (change === 0) return;
    this.#request(target, change > 0 ? 'buy' : 'sell', Math.abs(change), pricing, timeInForce);
  }

  /**
   * True while an order of this strategy and instrument still works. One that already leads to the target is left alone;
   * any other is cancelled, and the target waits for its end, so that there is never more than one order on its way.
   */
  #cancelWorking(target: TargetState): boolean {
    const open = this.#ledger.orders.openIn(target.symbol);
    let waiting = false;
    for (let i = 0; i < open.length; i++) {
      const order = open[i]!;
      if (order.request.strategy !== target.setup.name) continue;
      waiting = true;
      const held = this.#ledger.own(target.setup.name, target.symbol)?.quantity ?? 0;
      const rest = order.request.quantity - order.filledQuantity;
      const leadsTo = order.request.side === 'buy' ? held + rest : held - rest;
      if (leadsTo !== target.shares) this.#dispatch.cancel(order.request.id);
    }
    return waiting;
  }

  #request(
    target: TargetState,
    side: OrderSide,
    quantity: Quantity,
    pricing: OrderPricing,
    timeInForce: TimeInForce,
  ): void {
    const { setup, symbol, signal } = target;
    const { reason } = signal;
    const wish = { strategy: setup.name, symbol, side, quantity, pricing, timeInForce, reason };
    const request = this.#dispatch.request(wish);
    const verdict = checkOrder(request, this.#risk, this.#settings.limits);
    switch (verdict.type) {
      case 'approved':
        target.asked = 0;
        this.#dispatch.send(request, verdict.order);
        return;
      case 'refused':
        this.#refuse(target, request, verdict.refusal);
        return;
      case 'ask':
        this.#ask(target, request, verdict.question);
        return;
    }
  }

  #refuse(target: TargetState, request: OrderRequest, refusal: Refusal): void {
    if (PASSING.includes(refusal.code)) this.#setPending(target, true);
    const text = `${refusal.code} ${refusal.detail ?? ''} ${request.side} ${request.quantity}`;
    if (text === target.refused) return this.#dispatch.onRefused(refusal);
    target.refused = text;
    this.#dispatch.refuse(request, refusal);
  }

  #ask(target: TargetState, request: OrderRequest, question: RiskQuestion): void {
    if (target.asked >= MAX_QUESTIONS) {
      this.#refuse(target, request, unanswered(question.ask, target.asked));
      return;
    }
    this.#setPending(target, true);
    target.waitsFor = question.ask;
    if (this.#dispatch.ask(request.symbol, question)) target.asked++;
  }

  #refuseWaiting(question: 'orderable' | 'sellable', symbol: SymbolCode | null): void {
    for (const bySymbol of this.#targets.values()) {
      for (const target of bySymbol.values()) {
        if (target.waitsFor !== question || (symbol !== null && target.symbol !== symbol)) continue;
        target.asked = MAX_QUESTIONS;
        this.#evaluate(target);
      }
    }
  }
}
