// One account with everything kept of it: its book, and its orders and executions by day.

import type { BrokerOrderNo, TradeDate } from '#domain/units.ts';
import type { AccountId, ExchangeFill, ExchangeOrder } from '../contract.ts';
import type { CorporateMorning } from '../corporate/corporate-morning.ts';
import { type OwnOrder, pictureOf } from '../orders/own-order.ts';
import type { SavedAccountRecords } from '../saved-exchange.ts';
import type { AccountBook } from './account.ts';

/** Orders and executions of one day, oldest first. */
export interface OrderDay {
  readonly date: TradeDate;
  readonly orders: readonly ExchangeOrder[];
  readonly fills: readonly ExchangeFill[];
}

export class AccountRecords {
  readonly id: AccountId;
  readonly book: AccountBook;
  readonly #finished: OrderDay[];
  /** Orders of the running day by number, oldest first. */
  readonly #orders = new Map<BrokerOrderNo, OwnOrder>();
  readonly #fills: ExchangeFill[];

  /** `fills` are those of the running day so far; its orders are added one by one. */
  constructor(
    id: AccountId,
    book: AccountBook,
    finished: readonly OrderDay[],
    fills: readonly ExchangeFill[],
  ) {
    this.id = id;
    this.book = book;
    this.#finished = [...finished];
    this.#fills = [...fills];
  }

  /** Today's orders, oldest first. */
  get today(): Iterable<OwnOrder> {
    return this.#orders.values();
  }

  addOrder(order: OwnOrder): void {
    this.#orders.set(order.orderNo, order);
  }

  addFill(fill: ExchangeFill): void {
    this.#fills.push(fill);
  }

  /** An order of today. */
  find(orderNo: BrokerOrderNo): OwnOrder | undefined {
    return this.#orders.get(orderNo);
  }

  ordersOf(date: TradeDate): readonly ExchangeOrder[] {
    return this.#dayOf(date)?.orders ?? [];
  }

  fillsOf(date: TradeDate): readonly ExchangeFill[] {
    return this.#dayOf(date)?.fills ?? [];
  }

  /** Puts today's orders away and begins the day `date` in the book, with the actions of its morning. */
  startDay(date: TradeDate, morning?: CorporateMorning): void {
    if (this.#orders.size > 0) this.#finished.push(this.#running());
    this.#orders.clear();
    this.#fills.length = 0;
    this.book.startDay(date, morning);
  }

  save(): SavedAccountRecords {
    const places = [...this.#orders.values()].flatMap(({ orderNo, bookOrder }) =>
      bookOrder === null || bookOrder.no === Number(orderNo) ? [] : [[orderNo, bookOrder.no] as const],
    );
    return {
      id: this.id,
      book: this.book.save(),
      finished: [...this.#finished],
      today: this.#running(),
      ...(places.length === 0 ? {} : { places: Object.fromEntries(places) }),
    };
  }

  #running(): OrderDay {
    return {
      date: this.book.tradeDate,
      orders: [...this.#orders.values()].map(pictureOf),
      fills: [...this.#fills],
    };
  }

  #dayOf(date: TradeDate): OrderDay | undefined {
    return date === this.book.tradeDate ? this.#running() : this.#finished.find((day) => day.date === date);
  }
}
