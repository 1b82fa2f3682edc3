// What was traded of one instrument on one market today: every trade, the bars, and running figures, so that the day so far
// can be asked for with every frame. On KRX only the regular session makes bars and the close (krx-rules 3.1).

import type { OrderSide } from '#domain/order.ts';
import { type SessionHours, spanOf } from '#domain/session.ts';
import { kstMidnight, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, Price, Quantity, SymbolCode, Won } from '#domain/units.ts';
import type { AfterHoursTrades, ExchangeEvent, InstrumentDay, TradingHours } from '../contract.ts';
import type { MarketVenue } from '../orders/order-terms.ts';
import type { Attribution } from '../participants/attribution.ts';
import { DayParticipants } from '../participants/day-participants.ts';
import type { SavedTape } from '../saved-exchange.ts';
import { countTrade, type DayBars, dailyBarOf } from './day-bars.ts';
import { TickLog } from './market-ticks.ts';

/**
 * The part of the day a trade belongs to, as the tape counts it. `at-close` is NXT's closing-price market: it runs beside the
 * after-market at a price of its own, and counts for the day's volume, but for no bar and no current price.
 */
export type CountedHours = TradingHours | 'at-close';

export class DayTape {
  readonly ticks = new TickLog();
  readonly participants: DayParticipants;
  readonly #venue: MarketVenue;
  readonly #hours: SessionHours;
  readonly #midnight: EpochMs;
  readonly #emit: (event: ExchangeEvent) => void;
  readonly #symbol: SymbolCode;
  #bars: DayBars;
  readonly #afterHoursFrom: EpochMs;
  #open: Price | null = null;
  #openAt: EpochMs | null = null;
  #high: Price | null = null;
  #low: Price | null = null;
  #close: Price | null = null;
  #last: Price | null = null;
  #lastAt: EpochMs | null = null;
  #lastQuantity: Quantity = 0;
  #volume: Quantity = 0;
  /** Shares in the day's volume but in no bar of a minute. */
  #offHours: Quantity = 0;
  #value: Won = 0;
  #afterHours: AfterHoursTrades | null = null;

  constructor(
    venue: MarketVenue,
    hours: SessionHours,
    emit: (event: ExchangeEvent) => void,
    symbol: SymbolCode,
    attribution: () => Attribution,
  ) {
    this.#venue = venue;
    this.#hours = hours;
    this.#midnight = kstMidnight(hours.date);
    this.#emit = emit;
    this.#symbol = symbol;
    this.#bars = { date: hours.date, numbers: [] };
    this.#afterHoursFrom = spanOf(hours, 'after-hours')?.from ?? Number.POSITIVE_INFINITY;
    this.participants = new DayParticipants(hours.date, attribution, this.ticks);
  }

  /**
   * The last price, won; trades at yesterday's close before the opening do not count, and the ten-minute auctions of the evening
   * have prices of their own.
   */
  get last(): Price | null {
    return this.#last ?? this.#bars.standing ?? null;
  }

  /** Shares traded in all sessions. */
  get volume(): Quantity {
    return this.#volume;
  }

  /** The last price that counts for the bars: at the end of the regular session, the day's close. */
  get close(): Price | null {
    return this.#close ?? this.#bars.standing ?? null;
  }

  /** The regular session ends: where nothing was traded in it, `price` stands for its close. */
  stand(price: Price): void {
    if (this.#close === null) this.#bars = { ...this.#bars, standing: price };
  }

  get bars(): DayBars {
    return this.#offHours === 0 ? this.#bars : { ...this.#bars, offHours: this.#offHours };
  }

  /** Writes a trade down and tells it; `ownBought` and `ownSold` are shares of accounts in it. */
  record(
    at: EpochMs,
    price: Price,
    quantity: Quantity,
    aggressor: OrderSide | null,
    hours: CountedHours,
    ownBought: Quantity = 0,
    ownSold: Quantity = 0,
  ): void {
    this.#volume += quantity;
    this.#value += price * quantity;
    this.ticks.add(at, price, quantity, aggressor);
    if (ownBought + ownSold > 0) this.participants.own({ bought: ownBought, sold: ownSold });
    const isOnNxt = this.#venue === 'NXT';
    const isAfterHours = at >= this.#afterHoursFrom;
    const isAside = hours === 'at-close' || (!isOnNxt && (hours === 'before' || isAfterHours));
    if (!isAside) {
      this.#last = price;
      this.#lastAt = at;
      this.#lastQuantity = quantity;
    }
    if (!isAside && (isOnNxt || hours === 'regular')) this.#count(at, price, quantity);
    else this.#offHours += quantity;
    if (isAfterHours) this.#afterHours = plusTrade(this.#afterHours, price, quantity);
    this.#emit({
      type: 'trade',
      at,
      venue: this.#venue,
      symbol: this.#symbol,
      price,
      quantity,
      aggressor,
      hours: hours === 'at-close' ? 'after' : hours,
      dayVolume: this.#volume,
      dayValue: this.#value,
      dayOpen: this.#open,
      dayHigh: this.#high,
      dayLow: this.#low,
    });
  }

  /** What the ten-minute auctions of the evening traded; null before the first of them, and on days without. */
  get afterHours(): AfterHoursTrades | null {
    return this.#afterHours;
  }

  summary(): Pick<
    InstrumentDay,
    'open' | 'openAt' | 'high' | 'low' | 'close' | 'last' | 'lastAt' | 'lastQuantity' | 'volume' | 'value'
  > {
    return {
      open: this.#open,
      openAt: this.#openAt,
      high: this.#high,
      low: this.#low,
      close: this.close,
      last: this.last,
      lastAt: this.#lastAt,
      lastQuantity: this.#lastQuantity,
      volume: this.#volume,
      value: this.#value,
    };
  }

  save(): SavedTape {
    return {
      bars: { ...this.bars, numbers: [...this.#bars.numbers] },
      last: this.#last,
      openAt: this.#openAt,
      lastAt: this.#lastAt,
      lastQuantity: this.#lastQuantity,
      volume: this.#volume,
      value: this.#value,
      ...(this.#afterHours === null ? {} : { afterHours: this.#afterHours }),
      participants: this.participants.save(),
    };
  }

  /** Goes on with a saved day; its single trades are gone. */
  resume({ bars, last, lastQuantity, volume, value, participants, ...saved }: SavedTape): void {
    const day = dailyBarOf(this.#symbol, bars);
    const { offHours, ...counted } = bars;
    this.#bars = { ...counted, numbers: [...bars.numbers] };
    this.#offHours = offHours ?? 0;
    this.#open = day?.open ?? null;
    this.#high = day?.high ?? null;
    this.#low = day?.low ?? null;
    this.#close = day?.close ?? null;
    this.#last = last;
    this.#openAt = saved.openAt ?? null;
    this.#lastAt = saved.lastAt ?? null;
    this.#lastQuantity = lastQuantity;
    this.#volume = volume;
    this.#value = value;
    this.#afterHours = saved.afterHours ?? null;
    if (participants === undefined) this.participants.resumeUnknown(last ?? 0, volume, value);
    else this.participants.resume(participants);
  }

  #count(at: EpochMs, price: Price, quantity: Quantity): void {
    if (this.#open === null) {
      this.#open = price;
      this.#openAt = at;
    }
    if (this.#high === null || price > this.#high) this.#high = price;
    if (this.#low === null || price < this.#low) this.#low = price;
    this.#close = price;
    // The closing auction ends up to half a minute late, or later, but its bar is labelled with the nominal time.
    const labelAt = this.#venue === 'KRX' ? Math.min(at, this.#hours.closeAt) : at;
    countTrade(this.#bars, Math.floor((labelAt - this.#midnight) / MINUTE_MS), price, quantity);
  }
}

function plusTrade(so: AfterHoursTrades | null, price: Price, quantity: Quantity): AfterHoursTrades {
  return {
    last: price,
    volume: (so?.volume ?? 0) + quantity,
    value: (so?.value ?? 0) + price * quantity,
  };
}
