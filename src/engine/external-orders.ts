// Orders at the broker that we did not place — by hand, by another program — followed like ours, so that the books stay
// whole.

import { EXTERNAL, type Order, type OrderRequest } from '#domain/order.ts';
import { compactDate } from '#domain/time.ts';
import type { BrokerOrderNo, Price, Quantity, SymbolCode, Won } from '#domain/units.ts';
import type { EngineSettings } from './engine-settings.ts';
import type { LedgerState } from './ledger-state.ts';
import type { MarketState } from './market-state.ts';
import type { StepLog } from './step-log.ts';

/** What a notice or a list tells of such an order. */
export interface SeenOrder {
  readonly symbol: SymbolCode;
  readonly side: OrderRequest['side'];
  readonly orderQuantity: Quantity;
  readonly orderPrice: Price | null;
}

/** Shares of it that the opening balances already contain, with their won and tax. */
export interface AlreadyFilled {
  readonly alreadyFilled: Quantity;
  readonly alreadyFilledAmount: Won;
  readonly alreadyTaxed: Won;
}

export const NOTHING_FILLED: AlreadyFilled = { alreadyFilled: 0, alreadyFilledAmount: 0, alreadyTaxed: 0 };

export class ExternalOrders {
  readonly #settings: EngineSettings;
  readonly #ledger: LedgerState;
  readonly #market: MarketState;
  readonly #log: StepLog;

  constructor(settings: EngineSettings, ledger: LedgerState, market: MarketState, log: StepLog) {
    this.#settings = settings;
    this.#ledger = ledger;
    this.#market = market;
    this.#log = log;
  }

  /** Takes the order into the books; one seen before is returned as it stands. */
  observe(brokerOrderNo: BrokerOrderNo, seen: SeenOrder, already: AlreadyFilled = NOTHING_FILLED): Order {
    const date = this.#ledger.tradeDate;
    const id = `${compactDate(date)}-x${brokerOrderNo}`;
    const known = this.#ledger.orders.find(id);
    if (known !== null) return known;
    const request: OrderRequest = {
      id,
      strategy: EXTERNAL,
      symbol: seen.symbol,
      side: seen.side,
      quantity: seen.orderQuantity,
      pricing: seen.orderPrice === null ? { type: 'market' } : { type: 'limit', price: seen.orderPrice },
      timeInForce: 'day',
      venue: this.#settings.venue,
      referencePrice: this.#market.of(seen.symbol).last ?? 0,
      reason: 'placed outside hwangso',
      requestedAt: this.#log.now,
      tradeDate: date,
    };
    this.#log.record({ type: 'order-observed', at: this.#log.now, request, brokerOrderNo, ...already });
    return this.#ledger.orders.get(id);
  }
}
