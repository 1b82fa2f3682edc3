// The broker's own sales on the exchange: when they come, how they trade, who may touch them, and what the account is told.

import { describe, expect, it } from 'vitest';
import { krxCalendar } from '#domain/calendar.ts';
import type { ExchangeEvent, ExchangeOrder } from '#exchange/contract.ts';
import { type Exchange, type ExchangeOptions, restoreExchange } from '#exchange/exchange.ts';
import { OTHER, order, quietExchange, RICH, SHARES, send, silentMarket } from '../quiet-market.ts';
import { ACCOUNT, DAY, ECOPRO, LISTINGS, listenTo, moment, SAMSUNG } from '../support.ts';

const [T1, T2, T3, T4] = [1, 2, 3, 4].map((days) => krxCalendar.addTradingDays(DAY, days)) as [
  string,
  string,
  string,
  string,
];
const COUNTERPART = {
  id: OTHER,
  cash: RICH,
  holdings: [{ instrument: SAMSUNG, quantity: SHARES, cost: 1_000_000 }],
};

/** An account that bought `quantity` shares at the base price on margin, or on credit, with the cash for little more. */
function bought(quantity: number, onCredit = false, options: Partial<ExchangeOptions> = {}): Exchange {
  const price = LISTINGS[0]!.startPrice;
  const cash = Math.ceil(quantity * price * (onCredit ? 0.4501 : 0.2001)) + 1_000;
  const exchange = quietExchange('0901', {
    accounts: [{ id: ACCOUNT, cash, margin: onCredit ? 'full' : 'by-instrument' }, COUNTERPART],
    ...options,
  });
  send(exchange, OTHER, order('sell', quantity, price));
  const credit = onCredit ? { credit: { loanDate: null } } : {};
  send(exchange, ACCOUNT, order('buy', quantity, price, credit));
  return exchange;
}

function forcedOf(exchange: Exchange): ExchangeOrder[] {
  return exchange.orders.of(ACCOUNT, exchange.tradeDate).filter(({ forced }) => forced !== undefined);
}

const told = (events: readonly ExchangeEvent[]) =>
  events.flatMap((event) => {
    if (event.type === 'order-notice' && event.order.account === ACCOUNT)
      return [`${event.kind} ${event.order.forced ?? ''}`.trim()];
    if (event.type === 'balance-notice' && event.account === ACCOUNT)
      return [`balance ${event.holding.loanDate ?? 'cash'}`];
    return [];
  });

describe('cash left unpaid', () => {
  it('is raised in the opening auction of the third day, and the account is told', () => {
    const exchange = bought(100);
    exchange.advanceTo(moment('0829', T3));
    expect(exchange.accounts.funds(ACCOUNT).unpaid).toBeGreaterThan(0);
    const events = listenTo(exchange);
    exchange.advanceTo(moment('0831', T3));
    const [sale] = forcedOf(exchange);
    expect(sale).toMatchObject({
      ...{ side: 'sell', symbol: SAMSUNG.symbol, venue: 'KRX', pricing: { type: 'market' } },
      ...{ forced: 'unpaid', quantity: 100, status: 'working' },
    });
    const price = exchange.market.day(SAMSUNG.symbol)!.reference.base - 500;
    send(exchange, OTHER, order('buy', 200, price));
    exchange.advanceTo(moment('0901', T3));
    expect(told(events)).toEqual(['accepted unpaid', 'filled unpaid', 'balance cash']);
    expect(exchange.orders.fillsOf(ACCOUNT, T3)).toMatchObject([{ price, quantity: 100, side: 'sell' }]);
    expect(exchange.accounts.holdings(ACCOUNT)).toEqual([]);
    expect(exchange.accounts.realised(ACCOUNT, T3, T3)[0]).toMatchObject({ sellAmount: 100 * price });
    expect(exchange.accounts.funds(ACCOUNT).policy).toBe('full');
  });

  it('is not raised when it is paid before, or nothing was left unpaid', () => {
    const paid = bought(100);
    paid.advanceTo(moment('0700', T3));
    paid.accounts.deposit(ACCOUNT, paid.accounts.funds(ACCOUNT).unpaid);
    const early = bought(100);
    early.advanceTo(moment('1800', T2));
    early.accounts.deposit(ACCOUNT, early.accounts.funds(ACCOUNT).unpaid);
    for (const exchange of [paid, early]) {
      exchange.advanceTo(moment('0900', T3));
      expect(forcedOf(exchange)).toEqual([]);
    }
    expect([paid.accounts.funds(ACCOUNT).policy, early.accounts.funds(ACCOUNT).policy]).toEqual([
      'full',
      'by-instrument',
    ]);
  });

  it('is sold for again on the next day when nobody bought', () => {
    const exchange = bought(100);
    exchange.advanceTo(moment('1600', T3));
    expect(forcedOf(exchange)).toMatchObject([{ status: 'expired', filled: 0 }]);
    exchange.advanceTo(moment('0831', T4));
    expect(forcedOf(exchange)).toMatchObject([{ status: 'working', quantity: 100 }]);
  });

  it('waits while trading is stopped', () => {
    const exchange = bought(100);
    exchange.advanceTo(moment('0820', T3));
    exchange.market.halt(SAMSUNG.symbol, moment('1000', T3));
    exchange.advanceTo(moment('1200', T3));
    expect(forcedOf(exchange)).toEqual([]);
    exchange.advanceTo(moment('0831', T4));
    expect(forcedOf(exchange)).toHaveLength(1);
  });

  it('sells other shares while trading in these is stopped', () => {
    const other = { instrument: ECOPRO, quantity: 1_000, cost: 1_000_000 };
    // The shares themselves would be enough.
    const cash = Math.ceil(60.01 * LISTINGS[0]!.startPrice) + 1_000;
    const mine = { id: ACCOUNT, cash, margin: 'by-instrument', holdings: [other] } as const;
    const exchange = bought(100, false, { accounts: [mine, COUNTERPART] });
    exchange.advanceTo(moment('0820', T3));
    exchange.market.halt(SAMSUNG.symbol, null);
    exchange.advanceTo(moment('0831', T3));
    expect(forcedOf(exchange)).toMatchObject([{ symbol: ECOPRO.symbol }]);
  });

  it('takes back the shares that stand for sale on NXT', () => {
    const listings = LISTINGS.map((one) => ({ ...one, isOnNxt: true }));
    const exchange = bought(100, false, { listings });
    exchange.advanceTo(moment('0805', T3));
    const { upperLimit } = exchange.market.day(SAMSUNG.symbol)!.reference;
    const own = send(exchange, ACCOUNT, order('sell', 60, upperLimit, { venue: 'NXT' }));
    exchange.advanceTo(moment('0831', T3));
    const orders = exchange.orders.of(ACCOUNT, T3);
    expect(orders.find(({ orderNo }) => orderNo === own)).toMatchObject({ status: 'cancelled' });
    expect(forcedOf(exchange)).toMatchObject([{ quantity: 100 }]);
  });
});

describe('own sales of the account', () => {
  it.each([
    { name: 'stay where there are shares enough beside them', more: 0, status: 'working' },
    { name: 'are taken back where one share is missing', more: 1, status: 'cancelled' },
  ])('$name', ({ more, status }) => {
    const held = [{ instrument: SAMSUNG, quantity: 100, cost: 7_100_000 }];
    const mine = { id: ACCOUNT, cash: 1_450_000, margin: 'by-instrument', holdings: held } as const;
    const listings = LISTINGS.map((one) => ({ ...one, isOnNxt: true }));
    const onMorning = (quantity: number) => {
      const exchange = bought(100, false, { accounts: [mine, COUNTERPART], listings });
      exchange.advanceTo(moment('0805', T3));
      const { upperLimit } = exchange.market.day(SAMSUNG.symbol)!.reference;
      const sale = order('sell', quantity, upperLimit, { venue: 'NXT' });
      const own = quantity === 0 ? null : send(exchange, ACCOUNT, sale);
      exchange.advanceTo(moment('0831', T3));
      const orders = exchange.orders.of(ACCOUNT, T3);
      return { forced: forcedOf(exchange), own: orders.find(({ orderNo }) => orderNo === own) };
    };
    const [alone] = onMorning(0).forced;
    const { forced, own } = onMorning(200 - alone!.quantity + more);
    expect(own).toMatchObject({ status });
    expect(forced).toMatchObject([{ quantity: alone!.quantity, status: 'working' }]);
  });
});

describe("an order of the broker's own", () => {
  it('cannot be changed or cancelled by the account', () => {
    const exchange = bought(100);
    exchange.advanceTo(moment('0835', T3));
    const [{ orderNo }] = forcedOf(exchange) as [ExchangeOrder];
    expect(exchange.orders.cancel(ACCOUNT, orderNo, 0)).toMatchObject({ ok: false, code: 'unknown-order' });
    expect(exchange.orders.modify(ACCOUNT, orderNo, 1, 50_000)).toMatchObject({ code: 'unknown-order' });
    exchange.advanceTo(moment('0901', T3));
    expect(forcedOf(exchange)).toMatchObject([{ remaining: 100 }]);
  });

  it('is there once and still the broker’s after a restart in the auction', () => {
    const exchange = bought(100);
    exchange.advanceTo(moment('0835', T3));
    const saved = JSON.parse(JSON.stringify(exchange.save()));
    const again = restoreExchange(saved, { listings: LISTINGS, market: silentMarket() });
    again.advanceTo(moment('0901', T3));
    expect(forcedOf(again)).toMatchObject([{ remaining: 100, forced: 'unpaid' }]);
    const [{ orderNo }] = forcedOf(again) as [ExchangeOrder];
    expect(again.orders.cancel(ACCOUNT, orderNo, 0)).toMatchObject({ ok: false });
  });
});

describe('loans without security', () => {
  it('are called at the close and sold for on the second morning after', () => {
    const exchange = bought(100, true);
    const { base } = exchange.market.day(SAMSUNG.symbol)!.reference;
    const low = Math.ceil((base * 0.72) / 500) * 500;
    send(exchange, OTHER, order('sell', 1, low));
    send(exchange, OTHER, order('buy', 1, low));
    exchange.advanceTo(moment('0900', T1));
    expect(exchange.accounts.funds(ACCOUNT).securityShortage).toBeGreaterThan(0);
    expect(forcedOf(exchange)).toEqual([]);
    exchange.advanceTo(moment('0831', T2));
    const [sale] = forcedOf(exchange);
    expect(sale).toMatchObject({ forced: 'security', credit: { loanDate: DAY } });
    const events = listenTo(exchange);
    send(exchange, OTHER, order('buy', 100, low));
    exchange.advanceTo(moment('0901', T2));
    expect(told(events)).toEqual(['filled security', `balance ${DAY}`]);
    const funds = exchange.accounts.funds(ACCOUNT);
    expect(funds.securityShortage).toBe(0);
    expect(exchange.accounts.positions(ACCOUNT)).toMatchObject([
      { loanDate: DAY, quantity: 100 - sale!.quantity, loan: funds.loans },
    ]);
  });
});
