// The market from stored charts: every day that the charts know is played so that its bars come out of the exchange as they
// went in. Days with minutes are played from them; days of which only the daily bar is known are bent from the model;
// on days the charts do not know nothing is traded. All days are checked before the first one begins.

import type { Bar } from '#domain/bar.ts';
import { priceLimits } from '#domain/price-limit.ts';
import { phaseIn, type SessionHours, sessionHours } from '#domain/session.ts';
import { tickTable } from '#domain/tick.ts';
import { kstDate, kstMidnight, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, Price, Quantity, SymbolCode, TradeDate } from '#domain/units.ts';
import { closeForBase, isConverting } from '../../corporate/corporate-action.ts';
import type { PastDay } from '../../day/bar-archive.ts';
import { addMinute, type DayBars, dailyBarOf } from '../../day/day-bars.ts';
import type { Listing } from '../listing.ts';
import {
  type FlowMaker,
  type FlowSeat,
  IDLE_FLOW,
  type MarketFlow,
  type MarketSource,
  type MarketStart,
} from '../market-flow.ts';
import { MarketModel } from '../model/market-model.ts';
import { DayFactors } from '../model/price-path.ts';
import { assumedBase, type DayPrices } from './assumed-base.ts';
import { BarTape } from './flow-bars.ts';
import { bridgeDay } from './flow-bridge.ts';
import { TapeFlow } from './flow-tape.ts';
import { barProblem, MarketDataError, type PriceRules, snapPrice } from './market-replay.ts';

/** The charts of one instrument, oldest first; prices as they were traded on their dates. */
export interface StoredCharts {
  /** Bars of one minute. */
  readonly minutes: readonly Bar[];
  /** Daily bars; they may reach further than the minutes. */
  readonly days: readonly Bar[];
}

/** What is done with a price that nothing could be traded at on its date: adjusted charts have such prices. */
export type OffTickPolicy = 'refuse' | 'snap';

/** What had to be decided about the charts; told to the user. */
export interface ChartNotes {
  readonly daysFromMinutes: number;
  readonly daysFromDailyBars: number;
  /** Bars whose prices were moved to the nearest tick. */
  readonly snappedBars: number;
  /** Minutes without volume: they are no trades and leave no bar. */
  readonly emptyMinutes: number;
  /** Minutes of the evening: not in the charts of this exchange, and played as part of the day's off-hours volume. */
  readonly eveningMinutes: number;
  /** Days whose base price is not known from the day before: their open stands for it. */
  readonly assumedBases: number;
  /** Days whose daily bar says something else than their minutes: the minutes are played. */
  readonly contradictions: number;
}

export interface ChartMarketOptions {
  /** By code. Listings without charts are played by the model. */
  readonly charts: ReadonlyMap<SymbolCode, StoredCharts>;
  readonly offTick: OffTickPolicy;
}

/** One day to be played. */
interface PlannedDay {
  readonly base: Price;
  /** Null when only the daily bar is known. */
  readonly minutes: DayBars | null;
  readonly daily: Bar | null;
  readonly offHours: Quantity;
}

interface Plan {
  readonly past: readonly PastDay[];
  readonly days: ReadonlyMap<TradeDate, PlannedDay>;
}

export class ChartMarket implements MarketSource {
  readonly #start: MarketStart;
  readonly #offTick: OffTickPolicy;
  readonly #model: MarketModel;
  readonly #plans = new Map<SymbolCode, Plan>();
  readonly #notes = {
    daysFromMinutes: 0,
    daysFromDailyBars: 0,
    snappedBars: 0,
    emptyMinutes: 0,
    eveningMinutes: 0,
    assumedBases: 0,
    contradictions: 0,
  };

  /** Throws a MarketDataError when a day cannot be played. */
  constructor(start: MarketStart, options: ChartMarketOptions) {
    this.#start = start;
    this.#offTick = options.offTick;
    this.#model = new MarketModel(start.seed);
    for (const listing of start.listings) {
      const charts = options.charts.get(listing.instrument.symbol);
      if (charts !== undefined) this.#plans.set(listing.instrument.symbol, this.#plan(listing, charts));
    }
  }

  get notes(): ChartNotes {
    return this.#notes;
  }

  history(listings: readonly Listing[], dates: readonly TradeDate[]): readonly (readonly PastDay[])[] {
    return listings.map((listing) => {
      const plan = this.#plans.get(listing.instrument.symbol);
      return plan?.past ?? this.#model.history([listing], dates)[0] ?? [];
    });
  }

  basePrice(listing: Listing, date: TradeDate, lastClose: Price | null): Price {
    const planned = this.#plans.get(listing.instrument.symbol)?.days.get(date);
    return planned?.base ?? this.#model.basePrice(listing, date, lastClose);
  }

  /** Of funds that the model plays; what is behind stored bars nobody knows. */
  fundPoint(listing: Listing, hours: SessionHours, at: EpochMs | null): number | null {
    return this.#plans.has(listing.instrument.symbol) ? null : this.#model.fundPoint(listing, hours, at);
  }

  flow<Owner>(listing: Listing, resumedAt: EpochMs | null): FlowMaker<Owner> {
    const plan = this.#plans.get(listing.instrument.symbol);
    if (plan === undefined) return this.#model.flow(listing, resumedAt);
    return (seat) => this.#flowAt(seat, listing, plan.days.get(seat.hours.date), resumedAt);
  }

  #flowAt<Owner>(
    seat: FlowSeat<Owner>,
    listing: Listing,
    day: PlannedDay | undefined,
    resumedAt: EpochMs | null,
  ): MarketFlow {
    if (day === undefined || seat.venue !== 'KRX') return IDLE_FLOW;
    const { seed } = this.#start;
    const { hours, ladder } = seat;
    const bars = day.minutes ?? bridge(day.daily, hours, seat, seed, listing);
    if (bars === null) return IDLE_FLOW;
    const { symbol } = listing.instrument;
    return new TapeFlow(
      seat,
      new BarTape({ seed, symbol, hours, ladder, bars, offHours: day.offHours }),
      resumedAt,
    );
  }

  #plan(listing: Listing, { minutes, days }: StoredCharts): Plan {
    const minutesOf = Map.groupBy(minutes, ({ start }) => kstDate(start));
    const dayOf = new Map(days.map((bar) => [kstDate(bar.start), bar]));
    const dates = [...new Set([...dayOf.keys(), ...minutesOf.keys()])].sort();
    const past: PastDay[] = [];
    const planned = new Map<TradeDate, PlannedDay>();
    let before: { readonly date: TradeDate; readonly close: Price } | null = null;
    for (const date of dates) {
      const own = { listing, date, daily: dayOf.get(date) ?? null, minutes: minutesOf.get(date) ?? [] };
      const close = own.daily?.close ?? own.minutes.at(-1)?.close;
      if (date < this.#start.firstTradingDay) {
        const day = pastDay(own);
        if (day !== null) past.push(day);
      } else {
        const day = this.#planDay(own, this.#closeBefore(listing, before, date));
        if (day !== null) planned.set(date, day);
      }
      if (close !== undefined) before = { date, close };
    }
    return { past, days: planned };
  }

  /** The close of the trading day before, or of before a halt for a split; null when the charts do not have that day. */
  #closeBefore(
    listing: Listing,
    before: { readonly date: TradeDate; readonly close: Price } | null,
    date: TradeDate,
  ): Price | null {
    const dayBefore = this.#start.calendar.previousTradingDay(date);
    const isKnown = before?.date === dayBefore || isConverting(listing, dayBefore);
    return before !== null && isKnown ? closeForBase(listing, before, date) : null;
  }

  #planDay(day: ChartDay, close: Price | null): PlannedDay | null {
    const { listing, date } = day;
    const traded = day.minutes.filter(({ volume }) => volume > 0);
    const first = traded[0] ?? (day.daily === null || day.daily.volume === 0 ? undefined : day.daily);
    if (first === undefined) return null;
    this.#notes.emptyMinutes += day.minutes.length - traded.length;
    const { instrument } = listing;
    const table = tickTable(instrument, date);
    if (close === null) this.#notes.assumedBases++;
    const base = close ?? assumedBase(instrument, date, pricesOf(first, traded));
    const limits = priceLimits(instrument, base, date);
    const rules: PriceRules = { instrument, date, table, limits };
    if (traded.length === 0) {
      this.#notes.daysFromDailyBars++;
      const daily = this.#checked(first, rules);
      return { base, minutes: null, daily, offHours: 0 };
    }
    this.#notes.daysFromMinutes++;
    const hours = sessionHours(date);
    const minutes: DayBars = { date, numbers: [] };
    let evening = 0;
    for (const bar of traded) {
      if (phaseIn(hours, bar.start) === 'after-market') {
        this.#notes.eveningMinutes++;
        evening += bar.volume;
        continue;
      }
      const checked = this.#checked(bar, rules);
      checkMinute(checked, hours);
      const minute = (bar.start - kstMidnight(date)) / MINUTE_MS;
      addMinute(minutes, minute, checked.open, checked.high, checked.low, checked.close, checked.volume);
    }
    const offHours = day.daily === null ? evening : this.#offHours(minutes, day.daily);
    return { base, minutes, daily: day.daily, offHours };
  }

  /** The bar as it can be played; moved to valid prices when that was asked for. */
  #checked(bar: Bar, rules: PriceRules): Bar {
    const problem = barProblem(bar, rules);
    if (problem === null) return bar;
    const canSnap = problem.code === 'off-tick' || problem.code === 'outside-limits';
    if (this.#offTick === 'refuse' || !canSnap) throw problem;
    this.#notes.snappedBars++;
    return {
      ...bar,
      open: snapPrice(rules, bar.open),
      high: snapPrice(rules, bar.high),
      low: snapPrice(rules, bar.low),
      close: snapPrice(rules, bar.close),
    };
  }

  /** Shares that the daily bar has and no minute: traded off-hours. */
  #offHours(minutes: DayBars, daily: Bar): Quantity {
    const made = dailyBarOf('', minutes);
    if (made === null) return 0;
    const isSame =
      made.open === daily.open &&
      made.high === daily.high &&
      made.low === daily.low &&
      made.close === daily.close &&
      made.volume <= daily.volume;
    if (!isSame) this.#notes.contradictions++;
    return Math.max(0, daily.volume - made.volume);
  }
}

/** What the charts have of one day. */
interface ChartDay {
  readonly listing: Listing;
  readonly date: TradeDate;
  readonly daily: Bar | null;
  readonly minutes: readonly Bar[];
}

/** First and extreme prices of a day: of its minutes, or of its daily bar where there are none. */
function pricesOf({ open, high, low }: Bar, minutes: readonly Bar[]): DayPrices {
  return {
    open,
    high: minutes.reduce((most, bar) => Math.max(most, bar.high), high),
    low: minutes.reduce((least, bar) => Math.min(least, bar.low), low),
  };
}

/** A day before the first one to be played: charts are shown as they are. */
function pastDay({ listing, date, daily, minutes }: ChartDay): PastDay | null {
  const { symbol } = listing.instrument;
  const midnight = kstMidnight(date);
  const day: DayBars = { date, numbers: [] };
  for (const { start, open, high, low, close, volume } of minutes) {
    addMinute(day, (start - midnight) / MINUTE_MS, open, high, low, close, volume);
  }
  const bar = daily ?? dailyBarOf(symbol, day);
  if (bar === null) return null;
  return { date, daily: bar, minutes: () => (day.numbers.length === 0 ? null : day) };
}

/** KRX trades in the regular session, with a single price at its end. */
function checkMinute(bar: Bar, hours: SessionHours): void {
  const { start, high, low } = bar;
  if (start === hours.closeAt) {
    if (high === low) return;
    throw new MarketDataError('impossible-bar', bar, {
      ko: `종가 단일가 매매의 가격은 하나인데 ${low}~${high}입니다`,
      en: `the closing auction has one price, not ${low} to ${high}`,
    });
  }
  if (phaseIn(hours, start) === 'continuous') return;
  throw new MarketDataError('outside-session', bar, {
    ko: '이 분에는 KRX에서 아무것도 거래되지 않습니다',
    en: 'KRX trades nothing in this minute',
  });
}

function bridge<Owner>(
  daily: Bar | null,
  hours: SessionHours,
  { ladder }: FlowSeat<Owner>,
  seed: number,
  listing: Listing,
): DayBars | null {
  if (daily === null) return null;
  return bridgeDay(daily, hours, ladder, new DayFactors(seed, hours.date).path(listing));
}
