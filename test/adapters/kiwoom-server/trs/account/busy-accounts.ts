// Accounts to which everything has happened that can happen: cash and margin, loans bought and repaid, something left unpaid, parts
// filled, modified, cancelled, paid in and out.

import type { NewOrder } from '#exchange/contract.ts';
import { FIRST_DAY, PaperExchange } from './paper-exchange.ts';

export const PLAIN = '5000000001';
export const ON_MARGIN = '5000000002';
export const SELLER = '5000000003';

const SAMSUNG = '005930';
const ETF = '069500';

/** Lives through the accounts' days, and shows the exchange on each of them. */
export function busyAccounts(show: (exchange: PaperExchange) => void): void {
  const exchange = new PaperExchange([
    { id: PLAIN, cash: 50_000_000, holdings: [{ symbol: SAMSUNG, quantity: 100, cost: 4_000_003 }] },
    {
      id: ON_MARGIN,
      cash: 3_000_000,
      margin: 'by-instrument',
      holdings: [{ symbol: SAMSUNG, quantity: 100, cost: 4_500_000 }],
    },
    {
      id: SELLER,
      cash: 100_000,
      margin: 'by-instrument',
      holdings: [{ symbol: SAMSUNG, quantity: 100, cost: 4_500_000 }],
    },
  ]);
  firstDay(exchange);
  show(exchange);
  exchange.nextDay();
  secondDay(exchange);
  show(exchange);
  exchange.nextDay();
  show(exchange);
  exchange.nextDay();
  lastDay(exchange);
  show(exchange);
}

function firstDay(exchange: PaperExchange): void {
  trade(exchange, PLAIN, 'buy', ETF, 100, 40_000);
  trade(exchange, PLAIN, 'sell', SAMSUNG, 30, 52_000);
  trade(exchange, PLAIN, 'buy', SAMSUNG, 200, 51_000, { loanDate: null });
  trade(exchange, ON_MARGIN, 'buy', SAMSUNG, 250, 50_000);
  trade(exchange, ON_MARGIN, 'buy', ETF, 200, 40_000);
  trade(exchange, SELLER, 'sell', SAMSUNG, 40, 52_500);
  exchange.setPrice(SAMSUNG, 53_000);
}

function secondDay(exchange: PaperExchange): void {
  exchange.accounts.deposit(PLAIN, 1_000_000);
  exchange.accounts.withdraw(PLAIN, 400_000);
  trade(exchange, PLAIN, 'sell', ETF, 40, 41_000);
  trade(exchange, PLAIN, 'sell', SAMSUNG, 20, 54_000, { loanDate: null });
  trade(exchange, PLAIN, 'buy', SAMSUNG, 50, 53_500, { loanDate: null });
  trade(exchange, PLAIN, 'buy', ETF, 30, 41_100);
  exchange.setPrice(ETF, 42_000);
  exchange.setPrice(SAMSUNG, 54_000);
}

function lastDay(exchange: PaperExchange): void {
  trade(exchange, PLAIN, 'sell', SAMSUNG, 60, 55_000, { loanDate: FIRST_DAY });
  trade(exchange, PLAIN, 'sell', SAMSUNG, 10, 55_000);
  trade(exchange, PLAIN, 'buy', ETF, 10, 41_000);
  const working = submit(exchange, PLAIN, 'buy', ETF, 10, 40_500);
  exchange.fill(PLAIN, working, 40_500, 3);
  const sale = submit(exchange, PLAIN, 'sell', SAMSUNG, 20, 56_000);
  const changed = exchange.orders.modify(PLAIN, sale, 20, 56_500);
  if (changed.ok) exchange.fill(PLAIN, changed.orderNo, 56_500, 5);
  const stop = { type: 'stop-limit', price: 43_000, stop: 42_500 } as const;
  const stopped = exchange.orders.submit(PLAIN, {
    ...{ symbol: ETF, side: 'buy', quantity: 3, pricing: stop, timeInForce: 'day' },
  });
  if (stopped.ok) exchange.fill(PLAIN, stopped.orderNo, 43_000, 1);
  exchange.orders.cancel(PLAIN, submit(exchange, PLAIN, 'buy', ETF, 4, 39_000), 0);
  submit(exchange, ON_MARGIN, 'sell', SAMSUNG, 5, 57_000);
  exchange.setPrice(SAMSUNG, 55_500);
}

function trade(
  exchange: PaperExchange,
  account: string,
  side: NewOrder['side'],
  symbol: string,
  quantity: number,
  price: number,
  credit?: NewOrder['credit'],
): void {
  exchange.setPrice(symbol, price);
  exchange.fill(account, submit(exchange, account, side, symbol, quantity, price, credit), price, quantity);
}

function submit(
  exchange: PaperExchange,
  account: string,
  side: NewOrder['side'],
  symbol: string,
  quantity: number,
  price: number,
  credit?: NewOrder['credit'],
): string {
  const order = { symbol, side, quantity, pricing: { type: 'limit', price }, timeInForce: 'day' } as const;
  const answer = exchange.orders.submit(account, credit === undefined ? order : { ...order, credit });
  if (!answer.ok) throw new Error(`${side} ${quantity} ${symbol}: ${JSON.stringify(answer)}`);
  return answer.orderNo;
}
