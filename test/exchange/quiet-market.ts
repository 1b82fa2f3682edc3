// An exchange on which nobody trades but the accounts of a test: books are empty until a test fills them. Two accounts with
// cash and shares, one to be looked at and one to be its counterpart.

import type { Accepted, ExchangeOrder, NewOrder, OrderTerms, Rejection } from '#exchange/contract.ts';
import { createExchange, type Exchange, type ExchangeOptions } from '#exchange/exchange.ts';
import type { MarketFlow, MarketMaker } from '#exchange/market/market-flow.ts';
import { ACCOUNT, DAY, ECOPRO, LISTINGS, moment, SAMSUNG } from './support.ts';

export const OTHER = '5098765432';
export const RICH = 1_000_000_000_000;
export const SHARES = 1_000_000;

function silence(isScripted: boolean): MarketFlow {
  return {
    nextAt: Number.POSITIVE_INFINITY,
    isScripted,
    enter: () => undefined,
    beforeAuction: () => undefined,
    step: () => undefined,
    accountTraded: () => undefined,
  };
}

/** No past, no others. A scripted tape also keeps the crowd of the fixed-price sessions away, and interruptions. */
export function silentMarket(isScripted = false): MarketMaker {
  return () => ({
    history: (listings) => listings.map(() => []),
    basePrice: (listing, _date, lastClose) => lastClose ?? listing.startPrice,
    flow: () => () => silence(isScripted),
  });
}

export function quietExchange(hhmmss: string, options: Partial<ExchangeOptions> = {}): Exchange {
  const holdings = [SAMSUNG, ECOPRO].map((instrument) => ({ instrument, quantity: SHARES, cost: 1_000_000 }));
  const exchange = createExchange({
    seed: 7,
    firstTradingDay: DAY,
    historyDays: 0,
    listings: LISTINGS,
    accounts: [ACCOUNT, OTHER].map((id) => ({ id, cash: RICH, holdings })),
    market: silentMarket(),
    ...options,
  });
  exchange.advanceTo(moment(hhmmss, options.firstTradingDay ?? DAY));
  return exchange;
}

/** An order for 005930; `terms` is a limit price or the terms themselves. */
export function order(
  side: 'buy' | 'sell',
  quantity: number,
  terms: number | OrderTerms,
  more: Partial<NewOrder> = {},
): NewOrder {
  const pricing: OrderTerms = typeof terms === 'number' ? { type: 'limit', price: terms } : terms;
  return { symbol: SAMSUNG.symbol, side, quantity, pricing, timeInForce: 'day', ...more };
}

export function accepted(answer: Accepted | Rejection): Accepted {
  if (!answer.ok) throw new Error(`rejected: ${JSON.stringify(answer)}`);
  return answer;
}

/** Sends an order of `account` and returns its number. */
export function send(exchange: Exchange, account: string, request: NewOrder): string {
  return accepted(exchange.orders.submit(account, request)).orderNo;
}

/** Lets the other account trade with itself at `price`. */
export function tradeAt(exchange: Exchange, price: number, quantity = 1): void {
  send(exchange, OTHER, order('sell', quantity, price));
  send(exchange, OTHER, order('buy', quantity, price));
}

export function orderOf(exchange: Exchange, orderNo: string): ExchangeOrder {
  const all = exchange.accounts.ids().flatMap((account) => exchange.orders.of(account, exchange.tradeDate));
  const found = all.find((one) => one.orderNo === orderNo);
  if (found === undefined) throw new Error(`no order ${orderNo}`);
  return found;
}

/** Prices and quantities an order was filled at. */
export function fillsOf(exchange: Exchange, orderNo: string): [price: number, quantity: number][] {
  return exchange.accounts
    .ids()
    .flatMap((account) => exchange.orders.fillsOf(account, exchange.tradeDate))
    .filter((fill) => fill.orderNo === orderNo)
    .map(({ price, quantity }) => [price, quantity]);
}
