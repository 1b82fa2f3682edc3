// What happens when orders of one instrument meet: the trade goes onto the tape, and the orders of accounts in it are filled.

import type { OrderSide } from '#domain/order.ts';
import type { Price, Quantity } from '#domain/units.ts';
import type { BookOrder } from '../book/book-side.ts';
import type { BookListener } from '../book/order-book.ts';
import { AuctionShares, ownQuantities } from '../book/own-shares.ts';
import type { TradingHours } from '../contract.ts';
import type { OwnOrder } from '../orders/own-order.ts';
import type { CountedHours, DayTape } from './day-tape.ts';
import type { MarketHost } from './market-host.ts';

/** What the trades need to know of the day they belong to. */
export interface TradesDay {
  /** The part of the day a trade in the book belongs to. */
  readonly hoursNow: TradingHours;
  /** A trade at `price` was prevented because it would interrupt trading. */
  broken(price: Price): void;
  /** An order of an account traded so many shares. */
  accountTraded(side: OrderSide, quantity: Quantity): void;
}

export class DayTrades implements BookListener<OwnOrder> {
  readonly #tape: DayTape;
  readonly #host: MarketHost;
  readonly #day: TradesDay;
  /** What accounts got in the auction being held; told once its trade is. */
  readonly #shares = new AuctionShares();

  constructor(tape: DayTape, host: MarketHost, day: TradesDay) {
    this.#tape = tape;
    this.#host = host;
    this.#day = day;
  }

  /** Writes down a trade of two orders in a part of the day, and fills those of accounts. */
  matched(
    maker: BookOrder<OwnOrder>,
    taker: BookOrder<OwnOrder>,
    price: Price,
    quantity: Quantity,
    hours: CountedHours = this.#day.hoursNow,
  ): void {
    const { bought, sold } = ownQuantities(maker, taker, quantity);
    this.#tape.record(this.#host.now, price, quantity, taker.side, hours, bought, sold);
    if (maker.owner !== null) this.#fill(maker.owner, price, quantity);
    if (taker.owner !== null) this.#fill(taker.owner, price, quantity);
  }

  allotted({ owner }: BookOrder<OwnOrder>, price: Price, quantity: Quantity): void {
    if (owner !== null) this.#shares.add({ owner, price, quantity });
  }

  priced({ owner }: BookOrder<OwnOrder>, price: Price): void {
    if (owner !== null) owner.price = price;
  }

  interrupted(price: Price): void {
    this.#day.broken(price);
  }

  /** Writes down the one trade of an auction, and fills what accounts were allotted in it. */
  auctioned(price: Price, volume: Quantity): void {
    const { bought, sold } = this.#shares;
    this.#tape.record(this.#host.now, price, volume, null, this.#day.hoursNow, bought, sold);
    for (const { owner, price: paid, quantity } of this.#shares.take()) this.#fill(owner, paid, quantity);
  }

  /** A trade among others, put onto the tape as it is. */
  print(price: Price, quantity: Quantity, aggressor: OrderSide | null): void {
    this.#tape.record(this.#host.now, price, quantity, aggressor, this.#day.hoursNow);
  }

  #fill(owner: OwnOrder, price: Price, quantity: Quantity): void {
    this.#day.accountTraded(owner.side, quantity);
    this.#host.filled(owner, price, quantity);
  }
}
