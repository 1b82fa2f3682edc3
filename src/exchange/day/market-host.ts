// What an instrument's running day is given: the exchange it belongs to, and all it begins with.

import type { SessionHours } from '#domain/session.ts';
import type { EpochMs, Price, Quantity } from '#domain/units.ts';
import type { ExchangeEvent } from '../contract.ts';
import type { Listing } from '../market/listing.ts';
import type { FlowMaker } from '../market/market-flow.ts';
import type { MarketVenue } from '../orders/order-terms.ts';
import type { OwnOrder } from '../orders/own-order.ts';
import type { Attribution } from '../participants/attribution.ts';
import type { Random } from '../random.ts';
import type { MarketDay } from './market-day.ts';

/** What a market needs from the exchange it belongs to. */
export interface MarketHost {
  readonly now: EpochMs;
  nextOrderNo(): number;
  emit(event: ExchangeEvent): void;
  /** An order of an account was executed; called after the trade itself was told. */
  filled(order: OwnOrder, price: Price, quantity: Quantity): void;
  /** A sleeping stop order was set off. */
  awake(order: OwnOrder, market: MarketDay): void;
  /** Orders in `market` end: those of one fixed-price session, or all when its regular session ended late. */
  over(market: MarketDay, what: 'opening-fixed' | 'closing-fixed' | 'regular'): void;
  /** KRX's regular session of an instrument has ended at `close`, won. */
  closed(market: MarketDay, close: Price): void;
  /** Something happens in this market earlier than it said before. */
  woken(market: MarketDay): void;
}

/** What a day begins with. */
export interface MarketDayOptions {
  readonly venue: MarketVenue;
  readonly listing: Listing;
  readonly base: Price;
  readonly hours: SessionHours;
  /** True when options on the index expire that day. */
  readonly isExpiry: boolean;
  /** True when the instrument is traded on NXT that day. */
  readonly isOnNxt: boolean;
  /** Makes the orders of everybody else. */
  readonly makeFlow: FlowMaker<OwnOrder>;
  /** Draws a stream of chance that belongs to this instrument, market and day. */
  readonly random: (purpose: string) => Random;
  /** Draws what depends on nothing but a moment of the day: the same in a day that is gone on with in its middle. */
  readonly randomAt: (moment: EpochMs) => Random;
  /** Makes what tells who bought and sold in each of its trades. */
  readonly attribution: () => Attribution;
  readonly host: MarketHost;
}
