// What the tests of the exchange share: one small market, and moments of its first day.

import type { Instrument } from '#domain/instrument.ts';
import { kstMoment } from '#domain/time.ts';
import type { EpochMs, Quantity, SymbolCode, TradeDate } from '#domain/units.ts';
import type { ExchangeEvent, NewOrder } from '#exchange/contract.ts';
import { createExchange, type Exchange, type ExchangeOptions } from '#exchange/exchange.ts';
import { DEFAULT_LISTINGS, type Listing } from '#exchange/market/listing.ts';

/** A Monday with plain hours; the next trading day is the 24th. */
export const DAY: TradeDate = '2026-11-23';
export const NEXT_DAY: TradeDate = '2026-11-24';
export const ACCOUNT = '5012345678';
export const CASH = 100_000_000;

/** One KOSPI and one KOSDAQ share. */
export const LISTINGS: readonly Listing[] = DEFAULT_LISTINGS.filter(({ instrument }) =>
  ['005930', '247540'].includes(instrument.symbol),
);
export const SAMSUNG: Instrument = LISTINGS[0]!.instrument;
export const ECOPRO: Instrument = LISTINGS[1]!.instrument;

export function moment(hhmmss: string, date: TradeDate = DAY): EpochMs {
  return kstMoment(date, hhmmss);
}

/** KRX alone, unless a test asks for NXT: half as many orders of others. */
export function newExchange(options: Partial<ExchangeOptions> = {}): Exchange {
  return createExchange({
    seed: 42,
    firstTradingDay: DAY,
    historyDays: 2,
    listings: LISTINGS,
    accounts: [{ id: ACCOUNT, cash: CASH }],
    nxt: false,
    ...options,
  });
}

/** An exchange at a moment of its first day. */
export function exchangeAt(hhmmss: string, options: Partial<ExchangeOptions> = {}): Exchange {
  const exchange = newExchange(options);
  exchange.advanceTo(moment(hhmmss));
  return exchange;
}

export function limitOrder(
  side: 'buy' | 'sell',
  quantity: Quantity,
  price: number,
  symbol: SymbolCode = '005930',
): NewOrder {
  return { symbol, side, quantity, pricing: { type: 'limit', price }, timeInForce: 'day' };
}

export function marketOrder(
  side: 'buy' | 'sell',
  quantity: Quantity,
  symbol: SymbolCode = '005930',
): NewOrder {
  return { symbol, side, quantity, pricing: { type: 'market' }, timeInForce: 'day' };
}

/** Collects everything the exchange tells from now on. */
export function listenTo(exchange: Exchange): ExchangeEvent[] {
  const events: ExchangeEvent[] = [];
  exchange.listen((event) => events.push(event));
  return events;
}

/** The notices as short words: kind, action, order number relative to the first, remaining. */
export function notices(events: readonly ExchangeEvent[]): string[] {
  return events.flatMap((event) =>
    event.type === 'order-notice'
      ? [`${event.kind} ${event.order.action} ${event.order.orderNo} left ${event.order.remaining}`]
      : [],
  );
}
