// The exchange of a backtest on bars: takes orders between bars and fills them on the next bar, never on one that was
// known when the order was given. What may fill, and at what price:
//  - price-less orders fill at the open, plus `slippageTicks` against us, never outside the bar's own range;
//  - a limit order fills at the open when that is as good as its price, else at its price once the bar trades through
//    it (touching is not enough: others were in the queue first);
//  - all orders together take at most `volumeSharePpm` of the bar's volume, earlier orders first;
//  - nothing is bought in a bar locked at the upper limit, nothing sold in one locked at the lower limit;
//  - what is left of immediate orders after their first bar is cancelled, of day orders at the end of the day expires.

import { assert } from '#domain/assert.ts';
import type { Bar } from '#domain/bar.ts';
import type { CostSchedule } from '#domain/costs.ts';
import type { DailyReference, Instrument } from '#domain/instrument.ts';
import { priceLimits } from '#domain/price-limit.ts';
import { ceilToTick, floorToTick, isOnTick, stepTicks, type TickTable, tickTable } from '#domain/tick.ts';
import type { BrokerOrderNo, EpochMs, Price, Quantity, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import { mulDiv } from '#domain/units.ts';
import { AccountBook } from './accounts/account.ts';
import type { NewOrder, OrderTerms, RejectionCode } from './contract.ts';

export interface BarExchangeOptions {
  readonly instruments: readonly Instrument[];
  readonly cash: Won;
  readonly costs: CostSchedule;
  readonly firstDate: TradeDate;
  readonly slippageTicks: number;
  /** Part of a bar's volume that orders may take, parts per million; null for no bound. */
  readonly volumeSharePpm: number | null;
  /** False for adjusted prices, whose history does not lie on the tick grid or inside the day's limits. */
  readonly enforceGrid: boolean;
}

/** One execution as the broker port reports it. */
export interface BarFill {
  readonly order: BarOrder;
  readonly fillNo: string;
  readonly price: Price;
  readonly quantity: Quantity;
  readonly at: EpochMs;
}

/** An order working between bars. */
export interface BarOrder extends NewOrder {
  readonly orderNo: BrokerOrderNo;
  readonly receivedAt: EpochMs;
  remaining: Quantity;
  filled: Quantity;
  filledAmount: Won;
}

interface Listing {
  readonly instrument: Instrument;
  ticks: TickTable;
  reference: DailyReference | null;
  last: Price | null;
  readonly orders: BarOrder[];
}

/** What the exchange does to orders by itself, told to the broker that stands before it. */
export interface BarExchangeListener {
  onFill(fill: BarFill): void;
  /** The rest of an order is over: an immediate order after its bar, or any at the end of the day. */
  onEnded(order: BarOrder, how: 'cancelled' | 'expired'): void;
}

const PPM = 1_000_000;
/** What can be told from bars; all else needs a book, or a session that bars do not know. */
const BAR_TERMS: ReadonlySet<OrderTerms['type']> = new Set(['limit', 'market', 'best-counter', 'best-own']);

export class BarExchange {
  readonly account: AccountBook;
  readonly #options: BarExchangeOptions;
  readonly #listings = new Map<SymbolCode, Listing>();
  readonly #today: BarOrder[] = [];
  #listener: BarExchangeListener | null = null;
  #date: TradeDate;
  #orderCount = 0;
  #fillCount = 0;

  constructor(options: BarExchangeOptions) {
    this.#options = options;
    this.#date = options.firstDate;
    this.account = new AccountBook({
      cash: options.cash,
      costs: options.costs,
      tradeDate: options.firstDate,
      keepsPast: false,
    });
    for (const instrument of options.instruments) {
      const ticks = tickTable(instrument, options.firstDate);
      this.#listings.set(instrument.symbol, { instrument, ticks, reference: null, last: null, orders: [] });
    }
  }

  get tradeDate(): TradeDate {
    return this.#date;
  }

  listen(listener: BarExchangeListener): void {
    this.#listener = listener;
  }

  /** Orders of the running day, oldest first. */
  orders(): readonly BarOrder[] {
    return this.#today;
  }

  instrument(symbol: SymbolCode): Instrument | null {
    return this.#listings.get(symbol)?.instrument ?? null;
  }

  reference(symbol: SymbolCode): DailyReference | null {
    return this.#listings.get(symbol)?.reference ?? null;
  }

  last(symbol: SymbolCode): Price | null {
    return this.#listings.get(symbol)?.last ?? null;
  }

  /** The close an instrument comes into the first day with; without it, its first open stands in for its base price. */
  setPreviousClose(symbol: SymbolCode, close: Price): void {
    const listing = this.#listings.get(symbol);
    assert(listing !== undefined, `a close of ${symbol}, which is not listed`);
    listing.last = close;
  }

  /** Begins a trading day; `firstOpen` is the base price of an instrument that never traded before. */
  openDay(date: TradeDate, firstOpen: (symbol: SymbolCode) => Price | null): void {
    if (date !== this.#date) this.account.startDay(date);
    this.#date = date;
    this.#today.length = 0;
    this.#orderCount = 0;
    this.#fillCount = 0;
    for (const [symbol, listing] of this.#listings) {
      listing.ticks = tickTable(listing.instrument, date);
      const base = listing.last ?? firstOpen(symbol);
      listing.reference = base === null ? null : this.#referenceOf(listing, base, date);
    }
  }

  /** Takes an order or says why not; it first meets the market in the next bar. */
  submit(order: NewOrder, at: EpochMs): BarOrder | { readonly rejected: RejectionCode } {
    const listing = this.#listings.get(order.symbol);
    if (listing?.reference === undefined || listing.reference === null) return { rejected: 'unknown-symbol' };
    const rejected = this.#judge(order, listing, listing.reference);
    if (rejected !== null) return { rejected };
    const orderNo = String(++this.#orderCount);
    const { instrument } = listing;
    const { side, quantity } = order;
    this.account.open(orderNo, {
      instrument,
      side,
      quantity,
      reservePrice: this.#reservePrice(order, listing.reference),
    });
    const { symbol, pricing, timeInForce } = order;
    const taken: BarOrder = {
      symbol,
      side,
      quantity,
      pricing,
      timeInForce,
      orderNo,
      receivedAt: at,
      remaining: quantity,
      filled: 0,
      filledAmount: 0,
    };
    listing.orders.push(taken);
    this.#today.push(taken);
    return taken;
  }

  /** Cancels what is left. False when there is nothing. */
  cancel(orderNo: BrokerOrderNo): boolean {
    const order = this.#today.find((one) => one.orderNo === orderNo);
    if (order === undefined || order.remaining === 0) return false;
    this.#end(order, 'cancelled');
    return true;
  }

  /** One bar happens: working orders of its instrument meet it. */
  onBar(bar: Bar): void {
    const listing = this.#listings.get(bar.symbol);
    assert(listing !== undefined, `a bar of ${bar.symbol}, which is not listed`);
    listing.last = bar.close;
    if (listing.orders.length > 0) this.#match(listing, bar);
  }

  /** The trading day is over: what still works expires. */
  closeDay(): void {
    for (const listing of this.#listings.values()) {
      for (const order of [...listing.orders]) this.#end(order, 'expired');
    }
  }

  #match(listing: Listing, bar: Bar): void {
    let left = this.#volumeOf(bar);
    for (const order of [...listing.orders]) {
      const price = this.#fillPrice(order, listing, bar);
      const possible = price === null ? 0 : Math.min(order.remaining, left);
      const killed = order.timeInForce === 'fok' && possible < order.remaining;
      if (price !== null && possible > 0 && !killed) {
        left -= possible;
        this.#fill(order, price, possible, bar.start);
      }
      if (order.remaining > 0 && order.timeInForce !== 'day') this.#end(order, 'cancelled');
    }
  }

  #volumeOf(bar: Bar): Quantity {
    const { volumeSharePpm } = this.#options;
    if (bar.volume === 0) return 0;
    return volumeSharePpm === null ? Number.MAX_SAFE_INTEGER : mulDiv(bar.volume, volumeSharePpm, PPM);
  }

  #fillPrice(order: BarOrder, { ticks, reference }: Listing, bar: Bar): Price | null {
    if (this.#isLocked(order, reference, bar)) return null;
    const buys = order.side === 'buy';
    if (order.pricing.type !== 'limit') return this.#slipped(buys, ticks, bar);
    const limit = order.pricing.price;
    if (buys ? bar.open <= limit : bar.open >= limit) return bar.open;
    return (buys ? bar.low < limit : bar.high > limit) ? limit : null;
  }

  #isLocked(order: BarOrder, reference: DailyReference | null, bar: Bar): boolean {
    if (reference === null || !this.#options.enforceGrid || bar.low !== bar.high) return false;
    return order.side === 'buy' ? bar.low >= reference.upperLimit : bar.high <= reference.lowerLimit;
  }

  #slipped(buys: boolean, ticks: TickTable, bar: Bar): Price {
    const { slippageTicks } = this.#options;
    if (slippageTicks === 0) return bar.open;
    if (buys) return Math.min(bar.high, stepTicks(ticks, ceilToTick(ticks, bar.open), slippageTicks));
    return Math.max(bar.low, stepTicks(ticks, floorToTick(ticks, bar.open), -slippageTicks));
  }

  #fill(order: BarOrder, price: Price, quantity: Quantity, at: EpochMs): void {
    this.account.fill(order.orderNo, price, quantity);
    order.remaining -= quantity;
    order.filled += quantity;
    order.filledAmount += price * quantity;
    if (order.remaining === 0) {
      this.account.close(order.orderNo);
      this.#unlist(order);
    }
    this.#listener?.onFill({ order, fillNo: String(++this.#fillCount), price, quantity, at });
  }

  #end(order: BarOrder, how: 'cancelled' | 'expired'): void {
    this.account.close(order.orderNo);
    this.#unlist(order);
    this.#listener?.onEnded(order, how);
    order.remaining = 0;
  }

  #unlist(order: BarOrder): void {
    const orders = this.#listings.get(order.symbol)?.orders ?? [];
    orders.splice(orders.indexOf(order), 1);
  }

  #judge(
    order: NewOrder,
    { ticks }: Listing,
    { upperLimit, lowerLimit }: DailyReference,
  ): RejectionCode | null {
    if (!Number.isSafeInteger(order.quantity) || order.quantity <= 0) return 'bad-quantity';
    if (!BAR_TERMS.has(order.pricing.type) || order.venue === 'NXT') return 'order-type-not-allowed';
    if (order.pricing.type === 'limit' && this.#options.enforceGrid) {
      const { price } = order.pricing;
      if (!isOnTick(ticks, price)) return 'off-tick';
      if (price > upperLimit || price < lowerLimit) return 'outside-price-limits';
    }
    if (order.side === 'sell')
      return order.quantity > this.account.sellable(order.symbol) ? 'insufficient-shares' : null;
    const price = order.pricing.type === 'limit' ? order.pricing.price : upperLimit;
    return order.quantity > this.account.orderable(price).quantity ? 'insufficient-cash' : null;
  }

  #reservePrice(order: NewOrder, reference: DailyReference): Price {
    return order.pricing.type === 'limit' ? order.pricing.price : reference.upperLimit;
  }

  #referenceOf(listing: Listing, base: Price, date: TradeDate): DailyReference {
    const onGrid = ceilToTick(listing.ticks, base); // off-grid bases are rounded up (krx-rules 2)
    return { base: onGrid, ...priceLimits(listing.instrument, onGrid, date), warning: 'none' };
  }
}
