// Where orders of accounts come in, change and end. Every request that is accepted has an order number of its own; what
// happens to an order is told in the order it happens, and the account's book is moved before anybody hears of it.

import { assert } from '#domain/assert.ts';
import type { SessionPhase } from '#domain/session.ts';
import type { BrokerOrderNo, EpochMs, Price, Quantity, SymbolCode, TradeDate } from '#domain/units.ts';
import type { AccountRecords } from './account-records.ts';
import { BookOrder } from './book-side.ts';
import type { Accepted, AccountId, ExchangeEvent, ExchangeFill, NewOrder, Rejection } from './contract.ts';
import type { Listing } from './listing.ts';
import type { MarketDay } from './market-day.ts';
import { limitIndex, restIndex } from './order-pricing.ts';
import { checkMeans, checkPrice, checkTerms, rejection } from './order-rules.ts';
import { type OwnOrder, ownOrder, pictureOf } from './own-order.ts';

/** An instrument with its running day. */
export interface ListedMarket {
  readonly listing: Listing;
  readonly day: MarketDay;
}

/** What the desk needs from the exchange. */
export interface DeskHost {
  readonly now: EpochMs;
  readonly phase: SessionPhase;
  readonly tradeDate: TradeDate;
  /** Why nothing is taken now, null when orders are taken. */
  sessionRejection(): Rejection | null;
  market(symbol: SymbolCode): ListedMarket | undefined;
  account(id: AccountId): AccountRecords;
  nextOrderNo(): number;
  nextFillNo(): number;
  emit(event: ExchangeEvent): void;
}

type NoticeKind = Extract<ExchangeEvent, { type: 'order-notice' }>['kind'];

export class OrderDesk {
  readonly #host: DeskHost;

  constructor(host: DeskHost) {
    this.#host = host;
  }

  submit(accountId: AccountId, request: NewOrder): Accepted | Rejection {
    const host = this.#host;
    const closed = host.sessionRejection();
    if (closed !== null) return closed;
    const market = host.market(request.symbol);
    if (market === undefined) return rejection('unknown-symbol');
    const bad = checkTerms(request, market.day, host.phase, market.listing.listedShares);
    if (bad !== null) return bad;
    const account = host.account(accountId);
    const limit = limitIndex(request, market.day);
    const reservePrice =
      request.pricing.type === 'market' ? market.day.reference.upperLimit : market.day.ladder.priceAt(limit);
    const short = checkMeans(account.book, request, reservePrice);
    if (short !== null) return short;

    const number = host.nextOrderNo();
    const orderNo = String(number);
    const order = ownOrder(
      { ...request, account: accountId, orderNo, originalOrderNo: null, rootOrderNo: orderNo, action: 'new' },
      host.now,
    );
    if (request.pricing.type !== 'market') order.price = reservePrice;
    this.#open(account, order, reservePrice, market);
    this.#notice('accepted', order);
    this.#place(order, number, limit, market.day);
    return { ok: true, orderNo, rootOrderNo: orderNo, quantity: request.quantity };
  }

  /** Gives `quantity` shares of a working order another price: they lose their place and get a number of their own. */
  modify(
    accountId: AccountId,
    orderNo: BrokerOrderNo,
    quantity: Quantity,
    price: Price,
  ): Accepted | Rejection {
    const host = this.#host;
    const account = host.account(accountId);
    const found = this.#working(account, orderNo, quantity);
    if ('ok' in found) return found;
    const { original, market } = found;
    if (quantity <= 0) return rejection('bad-quantity', original.remaining, quantity);
    if (original.price === null) return rejection('order-type-not-allowed');
    const bad = checkPrice(price, market.day);
    if (bad !== null) return bad;
    if (original.side === 'buy') {
      const free = account.book.orderableCashWithout(orderNo, quantity);
      const needed = account.book.reserveFor(price, quantity);
      if (needed > free) return rejection('insufficient-cash', free, needed);
    }

    const number = host.nextOrderNo();
    const { symbol, side, timeInForce, rootOrderNo } = original;
    const order = ownOrder(
      {
        account: accountId,
        orderNo: String(number),
        originalOrderNo: orderNo,
        rootOrderNo,
        action: 'modify',
        symbol,
        side,
        pricing: { type: 'limit', price },
        timeInForce,
        quantity,
      },
      host.now,
    );
    order.price = price;
    this.#takeOut(account, original, quantity, 'replaced');
    this.#open(account, order, price, market);
    this.#notice('accepted', order);
    this.#notice('confirmed', order);
    if (original.status === 'replaced') this.#notice('closed', original);
    const limit = market.day.ladder.indexOf(price);
    assert(limit !== null, 'a checked price is on the ladder');
    this.#place(order, number, limit, market.day);
    return { ok: true, orderNo: order.orderNo, rootOrderNo, quantity };
  }

  cancel(accountId: AccountId, orderNo: BrokerOrderNo, quantity: Quantity): Accepted | Rejection {
    const host = this.#host;
    const account = host.account(accountId);
    const found = this.#working(account, orderNo, quantity);
    if ('ok' in found) return found;
    const { original, market } = found;
    const cancelled = quantity === 0 ? original.remaining : quantity;

    const order = ownOrder(
      {
        account: accountId,
        orderNo: String(host.nextOrderNo()),
        originalOrderNo: orderNo,
        rootOrderNo: original.rootOrderNo,
        action: 'cancel',
        symbol: original.symbol,
        side: original.side,
        pricing: original.pricing,
        timeInForce: original.timeInForce,
        quantity: cancelled,
      },
      host.now,
    );
    account.addOrder(order);
    this.#notice('accepted', order);
    this.#takeOut(account, original, cancelled, 'cancelled');
    order.remaining = 0;
    order.status = 'done';
    this.#notice('confirmed', order);
    if (original.status === 'cancelled') this.#notice('closed', original);
    market.day.touch();
    market.day.tellBook();
    return { ok: true, orderNo: order.orderNo, rootOrderNo: order.rootOrderNo, quantity: cancelled };
  }

  /** Books an execution of an order and tells its account. */
  filled(order: OwnOrder, price: Price, quantity: Quantity): void {
    const { now, tradeDate } = this.#host;
    const account = this.#host.account(order.account);
    const { commission, tax } = account.book.fill(order.orderNo, price, quantity);
    order.remaining -= quantity;
    order.filled += quantity;
    order.filledAmount += price * quantity;
    order.commission += commission;
    order.tax += tax;
    if (order.remaining === 0) {
      order.status = 'filled';
      order.bookOrder = null;
    }
    const fill: ExchangeFill = {
      account: order.account,
      orderNo: order.orderNo,
      fillNo: String(this.#host.nextFillNo()),
      symbol: order.symbol,
      side: order.side,
      price,
      quantity,
      commission,
      tax,
      at: now,
      tradeDate,
    };
    account.addFill(fill);
    this.#notice('filled', order, fill);
    this.#host.emit({ type: 'balance-notice', at: now, account: order.account, symbol: order.symbol });
  }

  /** Ends what is left of the day's orders. The books of the instruments are emptied by the caller. */
  expire(account: AccountRecords): void {
    for (const order of account.today) {
      if (order.status === 'working') this.#end(account, order);
    }
  }

  /** Puts a saved working order back into its reservation and its place, behind whoever is there already. */
  reopen(account: AccountRecords, order: OwnOrder): void {
    account.addOrder(order);
    const market = this.#host.market(order.symbol);
    assert(market !== undefined, `order ${order.orderNo} is in an unknown instrument`);
    if (order.status !== 'working') return;
    const { instrument } = market.listing;
    const reservePrice = order.price ?? market.day.reference.upperLimit;
    account.book.open(order.orderNo, {
      instrument,
      side: order.side,
      quantity: order.remaining,
      reservePrice,
    });
    const index = order.price === null ? null : market.day.ladder.indexOf(order.price);
    const bookOrder = new BookOrder<OwnOrder>(Number(order.orderNo), order.side, order, order.remaining);
    order.bookOrder = bookOrder;
    if (index === null) market.day.orders.restUnpriced(bookOrder);
    else market.day.orders.rest(bookOrder, index);
  }

  #working(
    account: AccountRecords,
    orderNo: BrokerOrderNo,
    quantity: Quantity,
  ): { readonly original: OwnOrder; readonly market: ListedMarket } | Rejection {
    const closed = this.#host.sessionRejection();
    if (closed !== null) return closed;
    const original = account.find(orderNo);
    if (original === undefined || original.action === 'cancel') return rejection('unknown-order');
    if (original.status !== 'working') return rejection('nothing-left', 0, quantity);
    const isWhole = Number.isSafeInteger(quantity) && quantity >= 0 && quantity <= original.remaining;
    if (!isWhole) return rejection('bad-quantity', original.remaining, quantity);
    const market = this.#host.market(original.symbol);
    assert(market !== undefined, `order ${orderNo} is in an unknown instrument`);
    return { original, market };
  }

  #open(account: AccountRecords, order: OwnOrder, reservePrice: Price, { listing }: ListedMarket): void {
    const { side, quantity } = order;
    account.book.open(order.orderNo, { instrument: listing.instrument, side, quantity, reservePrice });
    account.addOrder(order);
  }

  /** Trades what can be traded at once; the rest waits, or ends with an immediate order. */
  #place(order: OwnOrder, number: number, limit: number, day: MarketDay): void {
    const bookOrder = new BookOrder<OwnOrder>(number, order.side, order, order.remaining);
    order.bookOrder = bookOrder;
    const isMarket = order.pricing.type === 'market';
    if (this.#host.phase !== 'continuous') {
      if (isMarket) day.orders.restUnpriced(bookOrder);
      else day.orders.rest(bookOrder, limit);
    } else {
      const isKilled =
        order.timeInForce === 'fok' && day.orders.available(order.side, limit) < order.quantity;
      if (!isKilled) day.orders.match(bookOrder, limit);
      if (bookOrder.remaining > 0)
        this.#keep(order, bookOrder, isMarket ? restIndex(order.side, day) : limit, day);
    }
    day.touch();
    day.tellBook();
  }

  #keep(order: OwnOrder, bookOrder: BookOrder<OwnOrder>, index: number, day: MarketDay): void {
    if (order.timeInForce !== 'day') {
      this.#end(this.#host.account(order.account), order);
      return;
    }
    day.orders.rest(bookOrder, index);
    order.price = day.ladder.priceAt(index);
  }

  /** Takes shares of an order out of the book by request. */
  #takeOut(
    account: AccountRecords,
    order: OwnOrder,
    quantity: Quantity,
    status: 'cancelled' | 'replaced',
  ): void {
    const { bookOrder } = order;
    const market = this.#host.market(order.symbol);
    assert(bookOrder !== null && market !== undefined, `order ${order.orderNo} is not in a book`);
    market.day.orders.remove(bookOrder, quantity);
    account.book.reduce(order.orderNo, quantity);
    order.remaining -= quantity;
    if (order.remaining > 0) return;
    order.status = status;
    order.bookOrder = null;
  }

  /** The order ends unasked: the day is over, or it was an immediate one. */
  #end(account: AccountRecords, order: OwnOrder): void {
    account.book.close(order.orderNo);
    order.remaining = 0;
    order.status = 'expired';
    order.bookOrder = null;
    this.#notice('expired', order);
  }

  #notice(kind: NoticeKind, order: OwnOrder, fill: ExchangeFill | null = null): void {
    this.#host.emit({ type: 'order-notice', at: this.#host.now, kind, order: pictureOf(order), fill });
  }
}
