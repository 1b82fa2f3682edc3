// The picture risk judges by, kept up to date by the engine: a thin view over market and books, plus what the broker
// told us about orderable and sellable quantities, less what we used of them since.

import type { OrderableAnswered, SellableAnswered } from '#domain/broker-event.ts';
import type { Order, OrderRequest } from '#domain/order.ts';
import type { SessionPhase } from '#domain/session.ts';
import { SECOND_MS } from '#domain/time.ts';
import type { EpochMs, Quantity, SymbolCode, Won } from '#domain/units.ts';
import { countedPrice, valuePrice } from '#risk/order-value.ts';
import type { InstrumentPicture, OrderablePicture, RiskView } from '#risk/risk-check.ts';
import type { LedgerState } from './ledger-state.ts';
import type { MarketState } from './market-state.ts';

interface Orderable extends OrderablePicture {
  quantity: Quantity;
  amount: Won;
}

export class RiskPicture implements RiskView {
  now: EpochMs = 0;
  phase: SessionPhase = 'closed';
  reconciled = false;
  readonly #market: MarketState;
  readonly #ledger: LedgerState;
  readonly #orderable = new Map<SymbolCode, Orderable>();
  readonly #sellable = new Map<SymbolCode, Quantity>();
  #sellableAnsweredAt: EpochMs | null = null;
  readonly #sentAt: EpochMs[] = [];

  constructor(market: MarketState, ledger: LedgerState) {
    this.#market = market;
    this.#ledger = ledger;
  }

  get haltReason(): string | null {
    return this.#ledger.haltReason;
  }

  get buysHaltReason(): string | null {
    return this.#ledger.buysHaltReason;
  }

  get dayProfit(): Won {
    return this.equity() - this.#ledger.dayBaseEquity;
  }

  get ordersToday(): number {
    return this.#ledger.orders.countToday;
  }

  get ordersInLastSecond(): number {
    while (this.#sentAt.length > 0 && this.#sentAt[0]! <= this.now - SECOND_MS) this.#sentAt.shift();
    return this.#sentAt.length;
  }

  instrument(symbol: SymbolCode): InstrumentPicture | null {
    return this.#market.find(symbol);
  }

  held(symbol: SymbolCode): Quantity {
    return this.#ledger.held(symbol);
  }

  openOrders(symbol: SymbolCode): readonly Order[] {
    return this.#ledger.orders.openIn(symbol);
  }

  /** Cash plus every holding at its last price, won. Holdings without a price count at cost. */
  equity(): Won {
    let equity = this.#ledger.cash;
    for (const [symbol, position] of this.#ledger.positions())
      equity += this.#valueOf(symbol, position.quantity, position.cost);
    return equity;
  }

  exposure(): Won {
    let value = 0;
    for (const [symbol, position] of this.#ledger.positions())
      value += this.#valueOf(symbol, position.quantity, position.cost);
    for (const order of this.#ledger.orders.open()) {
      const { request } = order;
      if (request.side === 'buy') value += (request.quantity - order.filledQuantity) * valuePrice(request);
    }
    return value;
  }

  orderable(symbol: SymbolCode): OrderablePicture | null {
    return this.#orderable.get(symbol) ?? null;
  }

  /** Null also when what we know contradicts our holdings and was not asked for just now: then the broker is asked. */
  sellable(symbol: SymbolCode): Quantity | null {
    if (this.#sellableAnsweredAt === null) return null;
    const known = this.#sellable.get(symbol) ?? 0;
    const fresh = this.now - this.#sellableAnsweredAt <= SECOND_MS;
    return known < this.#freeToSell(symbol) && !fresh ? null : known;
  }

  onOrderable(event: OrderableAnswered): void {
    const { price, quantity, amount, at } = event;
    this.#orderable.set(event.symbol, { price, quantity, amount, answeredAt: at });
  }

  onSellable(event: Pick<SellableAnswered, 'at' | 'sellable'>): void {
    this.#sellable.clear();
    for (const [symbol, shares] of Object.entries(event.sellable)) this.#sellable.set(symbol, shares);
    this.#sellableAnsweredAt = event.at;
  }

  /** The broker's word on one instrument (04). */
  onBalance(symbol: SymbolCode, sellable: Quantity): void {
    this.#sellable.set(symbol, sellable);
  }

  /** An order goes out: what it uses is taken off what the broker told us. */
  onSent(request: OrderRequest): void {
    this.#sentAt.push(this.now);
    if (request.side === 'sell') {
      this.#addSellable(request.symbol, -request.quantity);
      return;
    }
    const known = this.#orderable.get(request.symbol);
    this.#orderable.clear(); // the account's cash is one: answers for other instruments are too high now
    if (known === undefined) return;
    known.quantity -= request.quantity;
    known.amount -= request.quantity * countedPrice(request, this.#market.find(request.symbol));
    this.#orderable.set(request.symbol, known);
  }

  /** A sell ended with shares unsold, or a buy brought shares. */
  onSharesFreed(symbol: SymbolCode, shares: Quantity): void {
    this.#addSellable(symbol, shares);
  }

  /** Money may have moved where we did not see it: every answer is asked for anew. */
  forget(): void {
    this.#orderable.clear();
    this.#sellableAnsweredAt = null;
  }

  #addSellable(symbol: SymbolCode, shares: number): void {
    this.#sellable.set(symbol, Math.max(0, (this.#sellable.get(symbol) ?? 0) + shares));
  }

  #freeToSell(symbol: SymbolCode): Quantity {
    let free = this.#ledger.held(symbol);
    for (const order of this.#ledger.orders.openIn(symbol)) {
      if (order.request.side === 'sell') free -= order.request.quantity - order.filledQuantity;
    }
    return free;
  }

  #valueOf(symbol: SymbolCode, quantity: Quantity, cost: Won): Won {
    const last = this.#market.find(symbol)?.last ?? null;
    return last === null ? cost : quantity * last;
  }
}
