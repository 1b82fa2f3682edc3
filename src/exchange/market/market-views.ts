// The market as the exchange's visitors ask for it: each question is answered by the instrument's running day or by its archive.

import type { Bar } from '#domain/bar.ts';
import type { Instrument } from '#domain/instrument.ts';
import type { EpochMs, Quantity, SymbolCode, TradeDate } from '#domain/units.ts';
import { bookOf } from '../book/market-book.ts';
import type { PriceAdjustment } from '../corporate/price-adjustment.ts';
import type { BarArchive } from '../day/bar-archive.ts';
import type { MarketDay } from '../day/market-day.ts';
import type { Tick } from '../day/market-ticks.ts';
import type { MarketVenue } from '../orders/order-terms.ts';
import type { TradingFloor } from '../trading-floor.ts';
import type {
  AfterHoursTrades,
  Book,
  FixedBook,
  InstrumentDay,
  ListingFacts,
  MarketApi,
  NetAssetDay,
  NetAssets,
} from './market-contract.ts';

export class MarketViews implements MarketApi {
  readonly #floor: TradingFloor;

  constructor(floor: TradingFloor) {
    this.#floor = floor;
  }

  instruments(): readonly Instrument[] {
    return this.#floor.markets.map(({ listing }) => listing.instrument);
  }

  day(symbol: SymbolCode, venue: MarketVenue = 'KRX'): InstrumentDay | null {
    return this.#running(symbol, venue)?.summary() ?? null;
  }

  book(symbol: SymbolCode, venue: MarketVenue = 'KRX'): Book | null {
    const day = this.#running(symbol, venue);
    return day === null ? null : bookOf(day, this.#floor.now);
  }

  fixedBook(symbol: SymbolCode, venue: MarketVenue = 'KRX'): FixedBook | null {
    return this.#running(symbol, venue)?.fixedBook ?? null;
  }

  afterHours(symbol: SymbolCode): AfterHoursTrades | null {
    return this.#running(symbol, 'KRX')?.afterHours ?? null;
  }

  dailyBars(symbol: SymbolCode, venue: MarketVenue = 'KRX'): readonly Bar[] {
    return this.#archive(symbol, venue)?.dailyBars(this.#running(symbol, venue)?.bars ?? null) ?? [];
  }

  minuteBars(symbol: SymbolCode, venue: MarketVenue = 'KRX'): readonly Bar[] {
    return this.#archive(symbol, venue)?.minuteBars(this.#running(symbol, venue)?.bars ?? null) ?? [];
  }

  adjustments(symbol: SymbolCode): readonly PriceAdjustment[] {
    return this.#floor.adjustments(symbol);
  }

  ticks(
    symbol: SymbolCode,
    venue: MarketVenue = 'KRX',
    date: TradeDate = this.#floor.tradeDate,
  ): readonly Tick[] {
    if (date === this.#floor.tradeDate) return this.#running(symbol, venue)?.ticks.list() ?? [];
    return this.#archive(symbol, venue)?.ticks(date) ?? [];
  }

  volumeSince(symbol: SymbolCode, from: EpochMs, venue: MarketVenue = 'KRX'): Quantity {
    return this.#running(symbol, venue)?.ticks.volumeSince(from) ?? 0;
  }

  tickDates(symbol: SymbolCode, venue: MarketVenue = 'KRX'): readonly TradeDate[] {
    const past = this.#archive(symbol, venue)?.tickDates ?? [];
    return this.#running(symbol, venue) === null ? past : [...past, this.#floor.tradeDate];
  }

  netAssets(symbol: SymbolCode, at: EpochMs = this.#floor.now): NetAssets | null {
    return this.#floor.funds.at(symbol, at);
  }

  netAssetDays(symbol: SymbolCode): readonly NetAssetDay[] {
    return this.#floor.funds.days(symbol, this.#floor.now);
  }

  listingOf(symbol: SymbolCode): ListingFacts | null {
    const market = this.#floor.market(symbol);
    if (market === undefined) return null;
    const { sector = null, listedOn = null, isInKospi200 = false } = market.listing;
    return {
      ...{ sector, listedOn, isInKospi200 },
      isOnNxt: market.nxt !== null,
      designations: market.day.rules.kinds,
    };
  }

  halt(symbol: SymbolCode, until: EpochMs | null): void {
    this.#floor.halt(symbol, until);
    this.#floor.events.deliver();
  }

  release(symbol: SymbolCode): void {
    this.#floor.release(symbol);
    this.#floor.events.deliver();
  }

  #running(symbol: SymbolCode, venue: MarketVenue): MarketDay | null {
    const market = this.#floor.market(symbol);
    if (market === undefined) return null;
    return venue === 'KRX' ? market.day : market.nxt;
  }

  #archive(symbol: SymbolCode, venue: MarketVenue): BarArchive | null {
    const market = this.#floor.market(symbol);
    if (market === undefined) return null;
    return venue === 'KRX' ? market.archive : market.nxtArchive;
  }
}
