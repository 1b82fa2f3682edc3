// Bars and trades of an instrument on one market, or on both together: by the minute and the day as if they had been traded at
// one place. What both traded in one minute is told with KRX first. A day of both is opened by whoever had the first minute and
// closed by whoever traded last: of past days that is NXT wherever it has a morning, and in the evening always. Prices and volumes
// are adjusted to what a share is today, as people compare them; whoever wants them as they were traded says so.

import type { Bar } from '#domain/bar.ts';
import { sessionHours } from '#domain/session.ts';
import { kstDate, kstMidnight, MINUTE_MS } from '#domain/time.ts';
import type { Price, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import {
  adjustedBars,
  adjustedPrice,
  adjustedTrades,
  type ExchangeApi,
  type InstrumentDay,
  type MarketVenue,
  type PriceAdjustment,
  type Tick,
} from '#exchange/contract.ts';
import { isNotLater, type MarketView } from './market-view.ts';

/** Adjusted by splits, bonus issues and distributions since, or as they were traded. */
export type PriceMode = 'adjusted' | 'traded';

/** A day, and the won traded on it: exact for the running one, and by the middle price of its bar for those before. */
export interface ValuedBar extends Bar {
  readonly value: Won;
}

/** Won traded in a bar of a past day: bars keep no value, so their middle price stands in. */
export function barValue(bar: Pick<Bar, 'open' | 'high' | 'low' | 'close' | 'volume'>): Won {
  return Math.round((bar.open + bar.high + bar.low + bar.close) / 4) * bar.volume;
}

/** Daily bars, oldest first, the running day's last. */
export function dailyBarsOf(
  exchange: ExchangeApi,
  symbol: SymbolCode,
  view: MarketView,
  prices: PriceMode = 'adjusted',
): readonly ValuedBar[] {
  if (view !== 'ALL') return valuedBars(exchange, symbol, view, prices);
  const krx = valuedBars(exchange, symbol, 'KRX', prices);
  const nxt = valuedBars(exchange, symbol, 'NXT', prices);
  return joined(krx, nxt, (a, b) => ({
    ...together(a, b),
    ...edgesOfDay(exchange, a, b),
    value: a.value + b.value,
  }));
}

/** Minute bars, oldest first, the running minute's last. */
export function minuteBarsOf(
  exchange: ExchangeApi,
  symbol: SymbolCode,
  view: MarketView,
  prices: PriceMode = 'adjusted',
): readonly Bar[] {
  const steps = adjustmentsFor(exchange, symbol, prices);
  const on = (venue: MarketVenue) => adjustedBars(exchange.market.minuteBars(symbol, venue), steps);
  if (view !== 'ALL') return on(view);
  return joined(on('KRX'), on('NXT'), (a, b) => ({ ...together(a, b), open: a.open, close: a.close }));
}

/** Single trades of one day, oldest first; none where the exchange does not keep them. */
export function ticksOn(
  exchange: ExchangeApi,
  symbol: SymbolCode,
  view: MarketView,
  date: TradeDate,
  prices: PriceMode = 'adjusted',
): readonly Tick[] {
  const steps = adjustmentsFor(exchange, symbol, prices);
  const on = (venue: MarketVenue) => adjustedTrades(exchange.market.ticks(symbol, venue, date), steps);
  if (view !== 'ALL') return on(view);
  const nxt = on('NXT');
  const krx = on('KRX');
  if (nxt.length === 0) return krx;
  const ticks: Tick[] = [];
  let next = 0;
  for (const tick of krx) {
    while (next < nxt.length && nxt[next]!.at < tick.at) ticks.push(nxt[next++]!);
    ticks.push(tick);
  }
  while (next < nxt.length) ticks.push(nxt[next++]!);
  return ticks;
}

/** The days whose single trades the exchange keeps, oldest first. */
export function tickDatesOf(
  exchange: ExchangeApi,
  symbol: SymbolCode,
  view: MarketView,
): readonly TradeDate[] {
  return exchange.market.tickDates(symbol, view === 'NXT' ? 'NXT' : 'KRX');
}

/**
 * The close of KRX before each day, which is what prices of either market are told against: on NXT, too, it is the base price
 * (krx-rules 1.3). Where an action begins it is the base price that the close became. Null for the first day of all.
 */
export function closesBefore(
  exchange: ExchangeApi,
  symbol: SymbolCode,
  prices: PriceMode = 'adjusted',
): (date: TradeDate) => Price | null {
  const closes = new Map<TradeDate, Price>();
  const steps = exchange.market.adjustments(symbol);
  let before: { readonly date: TradeDate; readonly close: Price } | null = null;
  for (const bar of exchange.market.dailyBars(symbol)) {
    const date = kstDate(bar.start);
    const until = prices === 'adjusted' ? exchange.tradeDate : date;
    if (before !== null) closes.set(date, adjustedPrice(before.close, steps, before.date, until));
    before = { date, close: bar.close };
  }
  const today = exchange.market.day(symbol);
  if (today !== null) closes.set(exchange.tradeDate, today.reference.base);
  return (date) => closes.get(date) ?? null;
}

function adjustmentsFor(
  exchange: ExchangeApi,
  symbol: SymbolCode,
  prices: PriceMode,
): readonly PriceAdjustment[] {
  return prices === 'adjusted' ? exchange.market.adjustments(symbol) : [];
}

function valuedBars(
  exchange: ExchangeApi,
  symbol: SymbolCode,
  venue: MarketVenue,
  prices: PriceMode,
): readonly ValuedBar[] {
  const today = kstMidnight(exchange.tradeDate);
  const value = exchange.market.day(symbol, venue)?.value ?? 0;
  // Won are what they were, whatever became of the shares.
  const bars = exchange.market
    .dailyBars(symbol, venue)
    .map((bar) => ({ ...bar, value: bar.start === today ? value : barValue(bar) }));
  return adjustedBars(bars, adjustmentsFor(exchange, symbol, prices));
}

/** Bars of both markets by their start, those of one start made one. */
function joined<T extends Bar>(krx: readonly T[], nxt: readonly T[], join: (a: T, b: T) => T): readonly T[] {
  if (nxt.length === 0) return krx;
  const bars: T[] = [];
  let next = 0;
  for (const bar of krx) {
    while (next < nxt.length && nxt[next]!.start < bar.start) bars.push(nxt[next++]!);
    const isShared = next < nxt.length && nxt[next]!.start === bar.start;
    bars.push(isShared ? join(bar, nxt[next++]!) : bar);
  }
  while (next < nxt.length) bars.push(nxt[next++]!);
  return bars;
}

function together<T extends Bar>(a: T, b: T): T {
  return { ...a, high: Math.max(a.high, b.high), low: Math.min(a.low, b.low), volume: a.volume + b.volume };
}

/** Open and close of a day that both markets traded on. */
function edgesOfDay(exchange: ExchangeApi, krx: Bar, nxt: Bar): Pick<Bar, 'open' | 'close'> {
  const date = kstDate(krx.start);
  const own = (venue: MarketVenue): InstrumentDay | null =>
    date === exchange.tradeDate ? exchange.market.day(krx.symbol, venue) : null;
  const { openAt, closeAt } = sessionHours(date);
  const [a, b] = [own('KRX'), own('NXT')];
  // The evening of KRX is in no bar: its close was at the end of the regular session, with the closing auction.
  const krxClosedAt = Math.min(a?.lastAt ?? closeAt, closeAt + MINUTE_MS);
  const nxtOpenedAt = b?.openAt ?? sessionHours(date, 'NXT')?.spans[0]?.from ?? openAt;
  const nxtClosedAt = b?.lastAt ?? Number.POSITIVE_INFINITY;
  return {
    open: isNotLater(a?.openAt ?? openAt, nxtOpenedAt) ? krx.open : nxt.open,
    // To the millisecond, so that the running day stands where the instrument does.
    close: nxtClosedAt <= krxClosedAt ? krx.close : nxt.close,
  };
}
