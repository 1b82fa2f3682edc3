// The sessions at one fixed price (krx-rules 3.1, 3.3): before the opening at the previous close, after the close at the day's,
// on KRX and on NXT. Whoever comes first trades first; nothing else matters. A few others take part, drawn from the seed.

import { assert } from '#domain/assert.ts';
import type { SessionHours } from '#domain/session.ts';
import { MINUTE_MS, SECOND_MS } from '#domain/time.ts';
import type { EpochMs, Price, Quantity, TradeDate } from '#domain/units.ts';
import type { Random } from '../random.ts';
import { BookOrder, BookSide } from './book-side.ts';
import type { BookListener } from './order-book.ts';

/** When orders are received and when they are traded: from `tradesFrom` until just before `until`. */
export interface FixedPriceWindow {
  readonly receivesFrom: EpochMs;
  readonly tradesFrom: EpochMs;
  readonly until: EpochMs;
}

/** From this trade date on the morning session takes ten minutes of the auction's time; it had an hour of its own before. */
const SHORT_MORNING_FROM: TradeDate = '2019-04-29';

/** The session before the opening (61): 08:30 to 08:40 on a plain day. */
export function openingWindow({ date, openAt }: SessionHours): FixedPriceWindow {
  const isShort = date >= SHORT_MORNING_FROM;
  const from = openAt - (isShort ? 30 : 90) * MINUTE_MS;
  return { receivesFrom: from, tradesFrom: from, until: from + (isShort ? 10 : 60) * MINUTE_MS };
}

/**
 * The session after the close (81). On KRX received from the close, traded from ten minutes later, for half an hour in all. NXT's
 * closing-price market (종가매매) takes orders from half an hour before KRX's close and trades as soon as there is one: 15:00 and
 * 15:30 to 16:00, as brokers told their customers in 2025. Krx-rules 3.1 has "about 15:40"; its end is the same.
 */
export function closingWindow({ closeAt, venue }: SessionHours): FixedPriceWindow {
  if (venue === 'NXT') {
    return {
      receivesFrom: closeAt - 20 * MINUTE_MS,
      tradesFrom: closeAt + 10 * MINUTE_MS,
      until: closeAt + 40 * MINUTE_MS,
    };
  }
  return {
    receivesFrom: closeAt,
    tradesFrom: closeAt + 10 * MINUTE_MS,
    until: closeAt + 30 * MINUTE_MS,
  };
}

/** What the others of a session are made from. */
export interface FixedPriceCrowd {
  readonly random: Random;
  /** Shares of one order of theirs, on average. */
  readonly meanQuantity: Quantity;
  nextOrderNo(): number;
}

const MEAN_WAIT_MS = 12 * SECOND_MS;

export class FixedPriceSession<Owner> {
  readonly window: FixedPriceWindow;
  readonly #listener: Pick<BookListener<Owner>, 'matched'>;
  readonly #crowd: FixedPriceCrowd | null;
  readonly #buys = new BookSide<Owner>('buy', 0);
  readonly #sells = new BookSide<Owner>('sell', 0);
  #price: Price | null;
  #nextAt: EpochMs;
  #isTrading = false;

  /** `price` is null while there is no close yet; `crowd` where nobody but accounts takes part. */
  constructor(
    price: Price | null,
    window: FixedPriceWindow,
    listener: Pick<BookListener<Owner>, 'matched'>,
    crowd: FixedPriceCrowd | null,
  ) {
    this.#price = price;
    this.window = window;
    this.#listener = listener;
    this.#crowd = crowd;
    this.#nextAt = price === null ? window.until : window.tradesFrom;
  }

  /** What everything is traded at, won; null before it is known. */
  get price(): Price | null {
    return this.#price;
  }

  /** When something happens by itself: trading begins, another order comes, the session ends. Infinity after it. */
  get nextAt(): EpochMs {
    return this.#nextAt;
  }

  get isOver(): boolean {
    return this.#nextAt === Number.POSITIVE_INFINITY;
  }

  /** Shares that wait on either side. */
  get waiting(): { readonly totalAsk: Quantity; readonly totalBid: Quantity } {
    return { totalAsk: this.#sells.unpriced, totalBid: this.#buys.unpriced };
  }

  /** The close is known at `at`: trading may begin. */
  fix(price: Price, at: EpochMs): void {
    this.#price = price;
    this.#nextAt = Math.max(at, this.window.tradesFrom);
  }

  isReceiving(at: EpochMs): boolean {
    return !this.isOver && at >= this.window.receivesFrom && at < this.window.until;
  }

  /** Takes an order; while trading is on it meets whoever waits on the other side. */
  receive(order: BookOrder<Owner>): void {
    if (this.#isTrading) this.#match(order);
    if (order.remaining > 0) this.#own(order).joinUnpriced(order);
  }

  /** Lets happen what is due at `nextAt`; nothing is traded while the instrument is stopped. */
  step(isStopped = false): void {
    const at = this.#nextAt;
    if (at >= this.window.until) {
      this.#nextAt = Number.POSITIVE_INFINITY;
      this.#isTrading = false;
      return;
    }
    if (isStopped) {
      this.#nextAt = Math.min(at + SECOND_MS, this.window.until);
      return;
    }
    if (this.#isTrading) this.#crowdOrder();
    else this.#begin();
    const wait = this.#crowd?.random.exponential(MEAN_WAIT_MS) ?? Number.POSITIVE_INFINITY;
    this.#nextAt = Math.min(at + Math.max(1, Math.round(wait)), this.window.until);
  }

  #begin(): void {
    this.#isTrading = true;
    // In the order of receipt each sale that waited meets the buys that waited.
    for (let sale = this.#sells.firstUnpriced(); sale !== null; ) {
      const { remaining } = sale;
      this.#sells.take(sale, remaining);
      sale.remaining = remaining;
      this.#match(sale);
      if (sale.remaining > 0) {
        this.#sells.joinByNumber(sale, 0);
        return;
      }
      sale = this.#sells.firstUnpriced();
    }
  }

  #crowdOrder(): void {
    if (this.#crowd === null) return;
    const { random, meanQuantity } = this.#crowd;
    const side = random.happens(0.5) ? 'buy' : 'sell';
    const quantity = Math.max(1, Math.round(meanQuantity * random.logNormal(1)));
    this.receive(new BookOrder<Owner>(this.#crowd.nextOrderNo(), side, null, quantity));
  }

  #match(taker: BookOrder<Owner>): void {
    const price = this.#price;
    assert(price !== null, 'nothing is traded before there is a price');
    const counter = taker.side === 'buy' ? this.#sells : this.#buys;
    for (let maker = counter.firstUnpriced(); maker !== null && taker.remaining > 0; ) {
      const quantity = Math.min(maker.remaining, taker.remaining);
      taker.remaining -= quantity;
      counter.take(maker, quantity);
      this.#listener.matched(maker, taker, price, quantity);
      maker = counter.firstUnpriced();
    }
  }

  #own({ side }: BookOrder<Owner>): BookSide<Owner> {
    return side === 'buy' ? this.#buys : this.#sells;
  }
}
