// What was traded of one instrument on one market today: every trade, the bars, and running figures, so that the day so far
// can be asked for with every frame. On KRX only the regular session makes bars and the close (krx-rules 3.1).

import type { OrderSide } from '#domain/order.ts';
import type { SessionHours } from '#domain/session.ts';
import { kstMidnight, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, Price, Quantity, SymbolCode, Won } from '#domain/units.ts';
import type { ExchangeEvent, InstrumentDay, TradingHours } from '../contract.ts';
import type { MarketVenue } from '../orders/order-terms.ts';
import type { SavedTape } from '../saved-exchange.ts';
import { countTrade, type DayBars, dailyBarOf } from './day-bars.ts';
import { TickLog } from './market-ticks.ts';

export class DayTape {
  readonly ticks = new TickLog();
  readonly #venue: MarketVenue;
  readonly #hours: SessionHours;
  readonly #midnight: EpochMs;
  readonly #emit: (event: ExchangeEvent) => void;
  readonly #symbol: SymbolCode;
  #bars: DayBars;
  #open: Price | null = null;
  #high: Price | null = null;
  #low: Price | null = null;
  #close: Price | null = null;
  #last: Price | null = null;
  #lastQuantity: Quantity = 0;
  #volume: Quantity = 0;
  /** Shares in the day's volume but in no bar of a minute. */
  #offHours: Quantity = 0;
  #value: Won = 0;

  constructor(
    venue: MarketVenue,
    hours: SessionHours,
    emit: (event: ExchangeEvent) => void,
    symbol: SymbolCode,
  ) {
    this.#venue = venue;
    this.#hours = hours;
    this.#midnight = kstMidnight(hours.date);
    this.#emit = emit;
    this.#symbol = symbol;
    this.#bars = { date: hours.date, numbers: [] };
  }

  /** The last price, won; trades at yesterday's close before the opening do not count. */
  get last(): Price | null {
    return this.#last;
  }

  /** The last price that counts for the bars: at the end of the regular session, the day's close. */
  get close(): Price | null {
    return this.#close;
  }

  get bars(): DayBars {
    return this.#offHours === 0 ? this.#bars : { ...this.#bars, offHours: this.#offHours };
  }

  /** Writes a trade down and tells it. */
  record(
    at: EpochMs,
    price: Price,
    quantity: Quantity,
    aggressor: OrderSide | null,
    hours: TradingHours,
  ): void {
    this.#volume += quantity;
    this.#value += price * quantity;
    this.ticks.add(at, price, quantity);
    const isOnNxt = this.#venue === 'NXT';
    if (isOnNxt || hours !== 'before') {
      this.#last = price;
      this.#lastQuantity = quantity;
    }
    if (isOnNxt || hours === 'regular') this.#count(at, price, quantity);
    else this.#offHours += quantity;
    this.#emit({
      type: 'trade',
      at,
      venue: this.#venue,
      symbol: this.#symbol,
      price,
      quantity,
      aggressor,
      hours,
      dayVolume: this.#volume,
      dayValue: this.#value,
    });
  }

  summary(): Pick<
    InstrumentDay,
    'open' | 'high' | 'low' | 'close' | 'last' | 'lastQuantity' | 'volume' | 'value'
  > {
    return {
      open: this.#open,
      high: this.#high,
      low: this.#low,
      close: this.#close,
      last: this.#last,
      lastQuantity: this.#lastQuantity,
      volume: this.#volume,
      value: this.#value,
    };
  }

  save(): SavedTape {
    return {
      bars: { ...this.bars, numbers: [...this.#bars.numbers] },
      last: this.#last,
      lastQuantity: this.#lastQuantity,
      volume: this.#volume,
      value: this.#value,
    };
  }

  /** Goes on with a saved day; its single trades are gone. */
  resume({ bars, last, lastQuantity, volume, value }: SavedTape): void {
    const day = dailyBarOf(this.#symbol, bars);
    this.#bars = { date: bars.date, numbers: [...bars.numbers] };
    this.#offHours = bars.offHours ?? 0;
    this.#open = day?.open ?? null;
    this.#high = day?.high ?? null;
    this.#low = day?.low ?? null;
    this.#close = day?.close ?? null;
    this.#last = last;
    this.#lastQuantity = lastQuantity;
    this.#volume = volume;
    this.#value = value;
  }

  #count(at: EpochMs, price: Price, quantity: Quantity): void {
    this.#open ??= price;
    if (this.#high === null || price > this.#high) this.#high = price;
    if (this.#low === null || price < this.#low) this.#low = price;
    this.#close = price;
    // The closing auction ends up to half a minute late, or later, but its bar is labelled with the nominal time.
    const labelAt = this.#venue === 'KRX' ? Math.min(at, this.#hours.closeAt) : at;
    countTrade(this.#bars, Math.floor((labelAt - this.#midnight) / MINUTE_MS), price, quantity);
  }
}
