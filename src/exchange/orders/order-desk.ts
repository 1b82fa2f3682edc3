// Where orders of accounts come in, change and end. Every request that is accepted has an order number of its own; what
// happens to an order is told in the order it happens.

import { assert } from '#domain/assert.ts';
import type { OrderSide } from '#domain/order.ts';
import type { BrokerOrderNo, Price, Quantity, SymbolCode } from '#domain/units.ts';
import type { AccountRecords } from '../accounts/account-records.ts';
import type { Accepted, AccountId, ForcedReason, NewOrder, Rejection } from '../contract.ts';
import { listedSharesOn } from '../corporate/share-counts.ts';
import type { MarketDay } from '../day/market-day.ts';
import type { Listing } from '../market/listing.ts';
import type { SavedAccountRecords } from '../saved-exchange.ts';
import { ForcedSeller } from './forced-seller.ts';
import { type KeeperHost, OrderKeeper } from './order-keeper.ts';
import { OrderPlacing } from './order-placing.ts';
import { modifiedTerms, reservePrice, savedReservePrice, standingPrice } from './order-pricing.ts';
import {
  checkPrices,
  checkSession,
  checkTerms,
  checkType,
  isModifiable,
  rejection,
  type VenueTime,
} from './order-rules.ts';
import type { MarketVenue } from './order-terms.ts';
import { isSleeping, type OwnOrder } from './own-order.ts';
import { chooseVenue, isRoutable } from './smart-routing.ts';

/** An instrument with its running days. */
export interface ListedMarket {
  readonly listing: Listing;
  readonly day: MarketDay;
  /** On NXT; null where it is not traded there. */
  readonly nxt: MarketDay | null;
}

/** What the desk needs from the exchange. */
export interface DeskHost extends KeeperHost {
  timeOf(venue: MarketVenue): VenueTime;
  market(symbol: SymbolCode): ListedMarket | undefined;
  readonly accounts: ReadonlyMap<AccountId, AccountRecords>;
  nextOrderNo(): number;
}

export class OrderDesk {
  readonly #host: DeskHost;
  readonly #keeper: OrderKeeper;
  readonly #placing: OrderPlacing;
  readonly #forcedSeller: ForcedSeller;

  constructor(host: DeskHost) {
    this.#host = host;
    this.#keeper = new OrderKeeper(host);
    this.#placing = new OrderPlacing(this.#keeper);
    this.#forcedSeller = new ForcedSeller(host, this);
  }

  /** `forced` is the broker's reason for an order of its own. */
  submit(accountId: AccountId, request: NewOrder, forced: ForcedReason | null = null): Accepted | Rejection {
    const host = this.#host;
    const market = host.market(request.symbol);
    if (market === undefined) {
      const { isTradingDay } = host.timeOf('KRX');
      return rejection(isTradingDay ? 'unknown-symbol' : 'not-a-trading-day');
    }
    const { venue = 'KRX', quantity } = request;
    const routedTo = chooseVenue(request, market, (day) => host.timeOf(day.venue));
    const day = routedTo === 'KRX' ? market.day : market.nxt;
    if (day === null) return rejection('trading-restricted');
    const bad =
      checkType(request, day, host.timeOf(routedTo)) ??
      checkTerms(request, day, listedSharesOn(market.listing, day.hours.date));
    if (bad !== null) return bad;
    if (!isRoutable(request)) return rejection('order-type-not-allowed');
    const reserve = reservePrice(request, day);
    const { symbol, side, pricing, timeInForce, credit } = request;
    const { instrument } = day;
    const terms = { instrument, side, quantity, reservePrice: reserve, credit: credit ?? null };
    const short = host.account(accountId).book.refusal(terms);
    if (short !== null) return short;

    const orderNo = String(host.nextOrderNo());
    const order = this.#keeper.draft({
      account: accountId,
      orderNo,
      originalOrderNo: null,
      rootOrderNo: orderNo,
      action: 'new',
      symbol,
      side,
      pricing,
      timeInForce,
      venue,
      routedTo,
      quantity,
      ...(credit === undefined ? {} : { credit }),
      ...(forced === null ? {} : { forced }),
    });
    order.price = standingPrice(order, day);
    this.#keeper.open(order, reserve, day);
    this.#keeper.notice('accepted', order);
    this.#placing.place(order, day);
    return { ok: true, orderNo, rootOrderNo: orderNo, quantity };
  }

  /**
   * Gives `wanted` shares of a working order (all for 0, which clients rely on and the guide does not say) another price: they
   * lose their place and get a number of their own. `stop` is the new stop of an order that still sleeps.
   */
  modify(
    accountId: AccountId,
    orderNo: BrokerOrderNo,
    wanted: Quantity,
    price: Price,
    stop: Price | null = null,
  ): Accepted | Rejection {
    const found = this.#working(accountId, orderNo, wanted);
    if ('ok' in found) return found;
    const { original, day } = found;
    const quantity = wanted === 0 ? original.remaining : wanted;
    const sleeps = isSleeping(original);
    if (!isModifiable(original.pricing) || (original.price === null && !sleeps)) {
      return rejection('order-type-not-allowed');
    }
    const { symbol, side, timeInForce, rootOrderNo, venue, routedTo, credit } = original;
    const pricing = modifiedTerms(original.pricing, sleeps, price, stop);
    const changed = { side, pricing, timeInForce };
    const bad = checkType(changed, day, this.#host.timeOf(routedTo)) ?? checkPrices(changed, day);
    if (bad !== null) return bad;
    const reserve = reservePrice(changed, day);
    const terms = {
      instrument: day.instrument,
      side,
      quantity,
      reservePrice: reserve,
      credit: credit ?? null,
    };
    const short = this.#host.account(accountId).book.refusalOfChange(orderNo, terms);
    if (short !== null) return short;

    const order = this.#keeper.draft({
      account: accountId,
      orderNo: String(this.#host.nextOrderNo()),
      originalOrderNo: orderNo,
      rootOrderNo,
      action: 'modify',
      symbol,
      side,
      pricing,
      timeInForce,
      venue,
      routedTo,
      quantity,
      ...(credit === undefined ? {} : { credit }),
    });
    order.price = standingPrice(order, day);
    this.#takeOut(original, quantity, 'replaced', day);
    this.#keeper.open(order, reserve, day);
    this.#keeper.notice('accepted', order);
    this.#keeper.notice('confirmed', order);
    if (original.status === 'replaced') this.#keeper.notice('closed', original);
    this.#placing.place(order, day);
    return { ok: true, orderNo: order.orderNo, rootOrderNo, quantity };
  }

  /** Takes shares out, all for 0; what is left keeps its place. Possible while an instrument is halted. */
  cancel(accountId: AccountId, orderNo: BrokerOrderNo, quantity: Quantity): Accepted | Rejection {
    const found = this.#working(accountId, orderNo, quantity);
    if ('ok' in found) return found;
    const { original, day } = found;
    const cancelled = quantity === 0 ? original.remaining : quantity;

    const order = this.#keeper.draft({
      account: accountId,
      orderNo: String(this.#host.nextOrderNo()),
      originalOrderNo: orderNo,
      rootOrderNo: original.rootOrderNo,
      action: 'cancel',
      symbol: original.symbol,
      side: original.side,
      pricing: original.pricing,
      timeInForce: original.timeInForce,
      venue: original.venue,
      routedTo: original.routedTo,
      quantity: cancelled,
      ...(original.credit === undefined ? {} : { credit: original.credit }),
    });
    this.#host.account(accountId).addOrder(order);
    this.#keeper.notice('accepted', order);
    this.#takeOut(original, cancelled, 'cancelled', day);
    order.remaining = 0;
    order.status = 'done';
    this.#keeper.notice('confirmed', order);
    if (original.status === 'cancelled') this.#keeper.notice('closed', original);
    day.touch();
    day.settle();
    day.tellBook();
    return { ok: true, orderNo: order.orderNo, rootOrderNo: order.rootOrderNo, quantity: cancelled };
  }

  /** An order of an account was executed. */
  filled(order: OwnOrder, price: Price, quantity: Quantity): void {
    this.#keeper.fill(order, price, quantity);
  }

  /** A sleeping stop order was set off. */
  awake(order: OwnOrder, day: MarketDay): void {
    this.#placing.awake(order, day);
  }

  /** Ends the working orders that are over. They leave their places, too. */
  expire(isOver: (order: OwnOrder) => boolean): void {
    for (const order of this.#workingOrders(isOver)) {
      this.#placing.takeOut(order, order.remaining, this.#dayOf(order));
      this.#keeper.end(order);
    }
  }

  /** The opening auction of KRX begins: what the broker sells of accounts by itself goes in first. */
  beginOpeningAuction(): void {
    this.#forcedSeller.sell();
  }

  /**
   * The closing auction of KRX begins: pegged orders end, and conditional orders become market orders, sales from the lowest
   * price up, buys from the highest down, then by receipt (krx-rules 3.3).
   */
  beginClosingAuction(): void {
    const onKrx = this.#workingOrders(({ routedTo }) => routedTo === 'KRX');
    for (const order of onKrx) {
      if (order.pricing.type !== 'mid-price') continue;
      this.#placing.takeOut(order, order.remaining, this.#dayOf(order));
      this.#keeper.end(order);
    }
    const conditional = onKrx.filter(({ pricing }) => pricing.type === 'conditional-limit');
    const ofSide = (side: OrderSide) => conditional.filter((order) => order.side === side);
    const sales = ofSide('sell').sort((one, other) => priceOf(one) - priceOf(other));
    const buys = ofSide('buy').sort((one, other) => priceOf(other) - priceOf(one));
    for (const order of [...sales, ...buys]) this.#placing.convert(order, this.#dayOf(order));
  }

  /** KRX's close is known: orders that came to a market before it stand at that price. */
  nameClose(day: MarketDay, close: Price): void {
    const waiting = this.#workingOrders(
      ({ symbol, routedTo, pricing }) =>
        symbol === day.instrument.symbol && routedTo === day.venue && pricing.type === 'closing-fixed',
    );
    for (const order of waiting) this.#keeper.nameAt(order, close, day);
  }

  /** Puts saved orders back into their reservations and their places: whoever came first on the market is first again. */
  reopen(saved: readonly SavedAccountRecords[]): void {
    const waiting: { readonly order: OwnOrder; readonly place: number }[] = [];
    for (const { id, today, places = {} } of saved) {
      for (const facts of today.orders) {
        const order = { ...facts, bookOrder: null };
        if (order.status === 'working') {
          const day = this.#dayOf(order);
          this.#keeper.open(order, savedReservePrice(order, day), day);
          waiting.push({ order, place: places[order.orderNo] ?? Number(order.orderNo) });
        } else this.#host.account(id).addOrder(order);
      }
    }
    waiting.sort((one, other) => one.place - other.place);
    for (const { order, place } of waiting) this.#placing.reopen(order, place, this.#dayOf(order));
  }

  #working(
    accountId: AccountId,
    orderNo: BrokerOrderNo,
    quantity: Quantity,
  ): { readonly original: OwnOrder; readonly day: MarketDay } | Rejection {
    const original = this.#host.account(accountId).find(orderNo);
    const { isTradingDay } = this.#host.timeOf('KRX');
    if (!isTradingDay) return rejection('not-a-trading-day');
    if (original === undefined || original.action === 'cancel' || original.forced !== undefined)
      return rejection('unknown-order');
    const day = this.#dayOf(original);
    const time = this.#host.timeOf(day.venue);
    const { type } = original.pricing;
    const isFixed = type === 'opening-fixed' || type === 'closing-fixed';
    const isStopped = day.stage === 'halted' || day.stage === 'paused';
    const closed = isFixed || isStopped ? null : checkSession(day, time);
    if (closed !== null) return closed;
    if (original.status !== 'working') return rejection('nothing-left', 0, quantity);
    const isWhole = Number.isSafeInteger(quantity) && quantity >= 0 && quantity <= original.remaining;
    return isWhole ? { original, day } : rejection('bad-quantity', original.remaining, quantity);
  }

  #takeOut(order: OwnOrder, quantity: Quantity, status: 'cancelled' | 'replaced', day: MarketDay): void {
    this.#placing.takeOut(order, quantity, day);
    this.#keeper.takeOff(order, quantity, status);
  }

  /** Those meant of all accounts that still wait, in the order of their receipt. */
  #workingOrders(isMeant: (order: OwnOrder) => boolean): OwnOrder[] {
    const orders: OwnOrder[] = [];
    for (const account of this.#host.accounts.values()) {
      for (const order of account.today) if (order.status === 'working' && isMeant(order)) orders.push(order);
    }
    return orders.sort((one, other) => Number(one.orderNo) - Number(other.orderNo));
  }

  #dayOf({ symbol, routedTo, orderNo }: OwnOrder): MarketDay {
    const market = this.#host.market(symbol);
    const day = routedTo === 'KRX' ? market?.day : market?.nxt;
    assert(day !== undefined && day !== null, `order ${orderNo} is in an unknown market`);
    return day;
  }
}

function priceOf({ price, orderNo }: OwnOrder): Price {
  assert(price !== null, `order ${orderNo} has no price to be ranked by`);
  return price;
}
