// Keeps the records of orders of accounts: opens, fills and ends them, moves the account's book before anybody hears of it, and
// tells the account in the order things happen. Where an order stands in a market is not known here.

import type { EpochMs, Price, Quantity, TradeDate } from '#domain/units.ts';
import type { AccountRecords } from '../accounts/account-records.ts';
import type { OpeningOrder } from '../accounts/account-terms.ts';
import type { AccountId, ExchangeEvent, ExchangeFill } from '../contract.ts';
import type { MarketDay } from '../day/market-day.ts';
import { type OrderFacts, type OwnOrder, ownOrder, pictureOf } from './own-order.ts';

/** What the keeper needs from the exchange. */
export interface KeeperHost {
  readonly now: EpochMs;
  readonly tradeDate: TradeDate;
  account(id: AccountId): AccountRecords;
  nextFillNo(): number;
  emit(event: ExchangeEvent): void;
}

export type NoticeKind = Extract<ExchangeEvent, { type: 'order-notice' }>['kind'];

export class OrderKeeper {
  readonly #host: KeeperHost;

  constructor(host: KeeperHost) {
    this.#host = host;
  }

  /** A new record, not yet known to its account. */
  draft(facts: OrderFacts): OwnOrder {
    return ownOrder(facts, this.#host.now);
  }

  /** Ties up what the order needs; a share of a buy counts at `reservePrice`. */
  open(order: OwnOrder, reservePrice: Price, day: MarketDay): void {
    const account = this.#host.account(order.account);
    account.book.open(order.orderNo, openingOf(order, reservePrice, day));
    account.addOrder(order);
  }

  /** A waiting order stands at `price` from now on, and what is left of it ties up no more than that. */
  nameAt(order: OwnOrder, price: Price, day: MarketDay): void {
    order.price = price;
    const { book } = this.#host.account(order.account);
    book.close(order.orderNo);
    book.open(order.orderNo, openingOf(order, price, day));
  }

  /** Books an execution of an order and tells its account. */
  fill(order: OwnOrder, price: Price, quantity: Quantity): void {
    const { now, tradeDate } = this.#host;
    const account = this.#host.account(order.account);
    const { commission, tax, holdings } = account.book.fill(order.orderNo, price, quantity);
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
      venue: order.routedTo,
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
    this.notice('filled', order, fill);
    for (const loanDate of holdings) {
      this.#host.emit({
        type: 'balance-notice',
        at: now,
        account: order.account,
        symbol: order.symbol,
        holding: account.book.holdingState(order.symbol, loanDate),
      });
    }
  }

  /** Takes shares off an order by request; at the last one it ends as `status`. */
  takeOff(order: OwnOrder, quantity: Quantity, status: 'cancelled' | 'replaced'): void {
    this.#host.account(order.account).book.reduce(order.orderNo, quantity);
    order.remaining -= quantity;
    if (order.remaining > 0) return;
    order.status = status;
    order.bookOrder = null;
  }

  /** The order ends unasked: its session is over, or it was an immediate one. */
  end(order: OwnOrder): void {
    this.#host.account(order.account).book.close(order.orderNo);
    order.remaining = 0;
    order.status = 'expired';
    order.bookOrder = null;
    this.notice('expired', order);
  }

  notice(kind: NoticeKind, order: OwnOrder, fill: ExchangeFill | null = null): void {
    this.#host.emit({ type: 'order-notice', at: this.#host.now, kind, order: pictureOf(order), fill });
  }
}

/** What the rest of an order ties up; a share of a buy counts at `reservePrice`. */
function openingOf(order: OwnOrder, reservePrice: Price, { instrument }: MarketDay): OpeningOrder {
  const { side, remaining, credit = null } = order;
  return { instrument, side, quantity: remaining, reservePrice, credit };
}
