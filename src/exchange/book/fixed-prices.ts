// The fixed-price sessions of one instrument's day on one market. KRX's before the opening is there from the beginning, the one
// after the close once there is a close. NXT has none in the morning; its orders for the close may come before the close does.

import type { EpochMs, Price } from '#domain/units.ts';
import type { CountedHours } from '../day/day-tape.ts';
import type { MarketDay } from '../day/market-day.ts';
import type { MarketHost } from '../day/market-host.ts';
import type { Listing } from '../market/listing.ts';
import { NXT_VOLUME_SHARE } from '../market/model/price-path.ts';
import type { OwnOrder } from '../orders/own-order.ts';
import type { Random } from '../random.ts';
import { closingWindow, type FixedPriceCrowd, FixedPriceSession, openingWindow } from './fixed-price.ts';

/** One order of the crowd as a share of the instrument's usual day. */
const CROWD_ORDER_SHARE = 0.00004;

export class FixedPrices {
  readonly #market: MarketDay;
  readonly #host: MarketHost;
  readonly #crowd: (name: string) => FixedPriceCrowd | null;
  #opening: FixedPriceSession<OwnOrder> | null = null;
  #closing: FixedPriceSession<OwnOrder> | null = null;

  constructor(
    market: MarketDay,
    listing: Listing,
    isScripted: boolean,
    random: (purpose: string) => Random,
    host: MarketHost,
  ) {
    this.#market = market;
    this.#host = host;
    const share = CROWD_ORDER_SHARE * (market.venue === 'NXT' ? NXT_VOLUME_SHARE : 1);
    const meanQuantity = Math.max(1, listing.dailyVolume * share);
    const nextOrderNo = () => host.nextOrderNo();
    this.#crowd = (name) => (isScripted ? null : { random: random(name), meanQuantity, nextOrderNo });
    const window = openingWindow(market.hours);
    if (market.venue === 'NXT') this.#openClosing(null);
    else if (host.now < window.until) {
      this.#opening = new FixedPriceSession(
        market.base,
        window,
        this.#listener('before'),
        this.#crowd('opening-fixed'),
      );
    }
  }

  get nextAt(): EpochMs {
    const opening = this.#opening?.nextAt ?? Number.POSITIVE_INFINITY;
    return Math.min(opening, this.#closing?.nextAt ?? Number.POSITIVE_INFINITY);
  }

  session(type: 'opening-fixed' | 'closing-fixed'): FixedPriceSession<OwnOrder> | null {
    return type === 'opening-fixed' ? this.#opening : this.#closing;
  }

  /** The session that takes orders at `at`; null while there is none. */
  openAt(at: EpochMs): FixedPriceSession<OwnOrder> | null {
    return [this.#opening, this.#closing].find((session) => session?.isReceiving(at)) ?? null;
  }

  /** The session after the close is at `close`, KRX's: false when there is none, or it has its price already. */
  takeClose(close: Price): boolean {
    if (this.#market.venue === 'KRX') return this.#closing === null && this.#openClosing(close);
    if (this.#closing === null || this.#closing.price !== null) return false;
    this.#closing.fix(close, this.#host.now);
    return true;
  }

  /** Lets happen what is due now; while the instrument is stopped nothing is traded. */
  step(): void {
    const isStopped = this.#market.haltedBy !== null;
    if (this.#opening !== null && this.#opening.nextAt <= this.#host.now) {
      this.#opening.step(isStopped);
      if (this.#opening.isOver) {
        this.#opening = null;
        this.#host.over(this.#market, 'opening-fixed');
      }
    } else if (this.#closing !== null) {
      this.#closing.step(isStopped);
      if (this.#closing.isOver) {
        this.#closing = null;
        this.#host.over(this.#market, 'closing-fixed');
      }
    }
  }

  #openClosing(close: Price | null): boolean {
    const { hours, venue } = this.#market;
    const window = closingWindow(hours);
    if (this.#host.now >= window.until) return false;
    const listener = this.#listener(venue === 'KRX' ? 'after' : 'at-close');
    this.#closing = new FixedPriceSession(close, window, listener, this.#crowd('closing-fixed'));
    return true;
  }

  #listener(hours: CountedHours): ConstructorParameters<typeof FixedPriceSession<OwnOrder>>[2] {
    return {
      matched: (maker, taker, price, quantity) =>
        this.#market.trades.matched(maker, taker, price, quantity, hours),
    };
  }
}
