// Turns an execution into a ledger record: commission as the day's amount grows, tax by execution, balanced entries.

import { assert } from '#domain/assert.ts';
import { commissionIncrement, sellTax, sellTaxRatesUnder } from '#domain/costs.ts';
import type { Fill } from '#domain/fill.ts';
import type { Instrument } from '#domain/instrument.ts';
import type { Order } from '#domain/order.ts';
import { settlementDate } from '#domain/settlement.ts';
import type { EpochMs, Quantity, TradeDate, Won } from '#domain/units.ts';
import type { EngineSettings } from './engine-settings.ts';
import { entriesOfFill } from './entries.ts';
import { costOfSold, type LedgerState } from './ledger-state.ts';
import type { StepLog } from './step-log.ts';

/** An execution to be booked: (from, to] of the order's cumulative quantity for `amount` won. */
export interface Execution {
  readonly fillNo: string;
  readonly from: Quantity;
  readonly to: Quantity;
  readonly amount: Won;
  /** The broker's own tax where it is known better than ours; null to compute it. */
  readonly tax: Won | null;
  readonly filledAt: EpochMs;
}

export class FillBooking {
  readonly #settings: EngineSettings;
  readonly #ledger: LedgerState;
  readonly #log: StepLog;
  #settlesFor: TradeDate = '';
  #settlesOn: TradeDate = '';

  constructor(settings: EngineSettings, ledger: LedgerState, log: StepLog) {
    this.#settings = settings;
    this.#ledger = ledger;
    this.#log = log;
  }

  /** Records one execution of `order` in `instrument`. Returns the fill. */
  book(order: Order, instrument: Instrument, execution: Execution): Fill {
    const { request } = order;
    const quantity = execution.to - execution.from;
    assert(quantity > 0, `order ${request.id}: an execution of ${quantity} shares`);
    const tradeDate = this.#ledger.tradeDate;
    const day = this.#ledger.dayAmounts(request.symbol);
    const before = request.side === 'buy' ? day.bought : day.sold;
    const fill: Fill = {
      orderId: request.id,
      brokerOrderNo: order.brokerOrderNo ?? '',
      fillNo: execution.fillNo,
      strategy: request.strategy,
      symbol: request.symbol,
      side: request.side,
      quantity,
      amount: execution.amount,
      commission: commissionIncrement(before, execution.amount, this.#settings.costs.commissionPpm),
      tax: execution.tax ?? this.#taxOn(order, instrument, execution.amount, tradeDate),
      tradeDate,
      settlesOn: this.#settlementOf(tradeDate),
      filledAt: execution.filledAt,
    };
    const cost = fill.side === 'sell' ? costOfSold(this.#ledger.position(fill.symbol), quantity) : 0;
    const { from, to } = execution;
    this.#log.record({
      type: 'filled',
      at: this.#log.now,
      fill,
      from,
      to,
      entries: entriesOfFill(fill, cost),
    });
    return fill;
  }

  #taxOn(order: Order, instrument: Instrument, amount: Won, tradeDate: TradeDate): Won {
    if (order.request.side === 'buy') return 0;
    return sellTax(amount, sellTaxRatesUnder(this.#settings.costs, instrument, tradeDate));
  }

  #settlementOf(tradeDate: TradeDate): TradeDate {
    if (tradeDate !== this.#settlesFor) {
      this.#settlesFor = tradeDate;
      this.#settlesOn = settlementDate(tradeDate, this.#settings.calendar);
    }
    return this.#settlesOn;
  }
}
