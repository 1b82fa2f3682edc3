// Orders at the close (81): KRX's session after it, and NXT's closing-price market, which takes orders before there is a close.

import { describe, expect, it } from 'vitest';
import type { ExchangeEvent, NewOrder, OrderTerms } from '#exchange/contract.ts';
import { type Exchange, restoreExchange } from '#exchange/exchange.ts';
import {
  accepted,
  fillsOf,
  OTHER,
  order,
  orderOf,
  quietExchange,
  RICH,
  SHARES,
  send,
  silentMarket,
} from './quiet-market.ts';
import { ACCOUNT, exchangeAt, LISTINGS, moment, NEXT_DAY, SAMSUNG } from './support.ts';

const { symbol } = SAMSUNG;
const CLOSE: OrderTerms = { type: 'closing-fixed' };
const UPPER = 92_300;
const atClose = (side: 'buy' | 'sell', quantity: number, more: Partial<NewOrder> = {}): NewOrder =>
  order(side, quantity, CLOSE, { venue: 'NXT', ...more });

/** A market of accounts alone, in which KRX last traded at 71,300. */
function tradedExchange(hhmmss: string, cash = RICH): Exchange {
  const holdings = [{ instrument: SAMSUNG, quantity: SHARES, cost: 1_000_000 }];
  const accounts = [ACCOUNT, OTHER].map((id) => ({ id, cash, holdings }));
  const exchange = quietExchange('1000', { market: silentMarket(true), accounts });
  for (const [account, side] of [
    [ACCOUNT, 'sell'],
    [OTHER, 'buy'],
  ] as const)
    send(exchange, account, order(side, 5, 71_300));
  exchange.advanceTo(moment(hhmmss));
  return exchange;
}

describe("NXT's closing-price market", () => {
  it('ties up the upper limit until there is a close, and the close from then on', () => {
    const exchange = tradedExchange('1505');
    const before = exchange.accounts.cash(ACCOUNT).reserved;
    const buy = send(exchange, ACCOUNT, atClose('buy', 10));
    const tied = exchange.accounts.cash(ACCOUNT).reserved - before;
    expect(tied).toBeGreaterThanOrEqual(10 * UPPER);
    expect(orderOf(exchange, buy)).toMatchObject({ price: null, status: 'working' });

    exchange.advanceTo(moment('153031'));
    expect(orderOf(exchange, buy)).toMatchObject({ price: 71_300, status: 'working' });
    const later = exchange.accounts.cash(ACCOUNT).reserved - before;
    expect(later).toBeGreaterThanOrEqual(10 * 71_300);
    expect(later).toBeLessThan(10 * 71_400);
  });

  it('opens at both markets when a halt ends after the close, by itself as much as by hand', () => {
    for (const isByHand of [false, true]) {
      const exchange = tradedExchange('1528');
      const early = send(exchange, ACCOUNT, atClose('buy', 10));
      exchange.market.halt(symbol, isByHand ? null : moment('1541'));
      exchange.advanceTo(moment('1540'));
      expect(orderOf(exchange, early)).toMatchObject({ price: null, status: 'working' });
      exchange.advanceTo(moment('1541'));
      if (isByHand) exchange.market.release(symbol);
      expect(orderOf(exchange, early)).toMatchObject({ price: 71_300, status: 'working' });
      const late = send(exchange, OTHER, order('sell', 3, CLOSE));
      expect(orderOf(exchange, late)).toMatchObject({ price: 71_300 });
    }
  });

  it('is there again in a state that was saved while a halt held up its orders', () => {
    const exchange = tradedExchange('1532');
    const orders = [order('buy', 10, CLOSE), atClose('buy', 10)].map((one) => send(exchange, ACCOUNT, one));
    exchange.market.halt(symbol, moment('1541'));
    const again = restoreExchange(exchange.save(), { listings: LISTINGS, market: silentMarket(true) });
    for (const each of [exchange, again]) {
      for (const one of orders) expect(orderOf(each, one)).toMatchObject({ price: 71_300, remaining: 10 });
      each.advanceTo(moment('1542'));
      for (const venue of ['KRX', 'NXT'] as const) send(each, OTHER, order('sell', 10, CLOSE, { venue }));
      each.advanceTo(moment('1555'));
      for (const one of orders) expect(orderOf(each, one)).toMatchObject({ filled: 10 });
    }
    expect(again.save()).toEqual(exchange.save());
  });

  it('refuses a buy that could not be paid at the upper limit, and takes it once there is a close', () => {
    const cash = 10_000_000;
    const exchange = tradedExchange('1505', cash);
    const quantity = Math.floor(cash / 72_000);
    expect(exchange.orders.submit(ACCOUNT, atClose('buy', quantity))).toMatchObject({
      code: 'insufficient-cash',
    });
    exchange.advanceTo(moment('1531'));
    expect(exchange.orders.submit(ACCOUNT, atClose('buy', quantity))).toMatchObject({ ok: true });
  });

  it('trades at the close of KRX as soon as it is known, the first who came first, sellers at most what they have', () => {
    const exchange = tradedExchange('1505');
    const [first, second] = [10, 10].map((shares) => send(exchange, ACCOUNT, atClose('sell', shares)));
    const left = SHARES - 5 - 20;
    expect(exchange.orders.submit(ACCOUNT, atClose('sell', left + 1))).toMatchObject({
      code: 'insufficient-shares',
    });
    const buy = send(exchange, OTHER, atClose('buy', 15));
    exchange.advanceTo(moment('152959'));
    expect(orderOf(exchange, buy).filled).toBe(0);
    exchange.advanceTo(moment('153031'));
    expect(fillsOf(exchange, buy)).toEqual([
      [71_300, 10],
      [71_300, 5],
    ]);
    expect([orderOf(exchange, first!).filled, orderOf(exchange, second!).filled]).toEqual([10, 5]);
    expect(exchange.orders.fillsOf(OTHER, exchange.tradeDate).at(-1)).toMatchObject({ venue: 'NXT' });
  });

  it('runs beside the after-market and moves neither its price nor its bars', () => {
    const exchange = tradedExchange('1545');
    for (const [account, side] of [
      [ACCOUNT, 'sell'],
      [OTHER, 'buy'],
    ] as const)
      send(exchange, account, order(side, 3, 70_000, { venue: 'NXT' }));
    const bars = exchange.market.minuteBars(symbol, 'NXT');
    const trades: ExchangeEvent[] = [];
    exchange.listen((event) => {
      if (event.type === 'trade') trades.push(event);
    });
    send(exchange, ACCOUNT, atClose('sell', 7));
    send(exchange, OTHER, atClose('buy', 7));
    expect(trades).toMatchObject([
      { venue: 'NXT', price: 71_300, quantity: 7, hours: 'after', dayVolume: 10 },
    ]);
    expect(exchange.market.day(symbol, 'NXT')).toMatchObject({
      last: 70_000,
      close: 70_000,
      high: 70_000,
      volume: 10,
    });
    expect(exchange.market.minuteBars(symbol, 'NXT')).toEqual(bars);
    expect(exchange.market.day(symbol)).toMatchObject({ volume: 5 });
  });

  it('ends at 16:00 what found nobody', () => {
    const exchange = tradedExchange('1505');
    const buy = send(exchange, ACCOUNT, atClose('buy', 10));
    exchange.advanceTo(moment('155959'));
    expect(orderOf(exchange, buy).status).toBe('working');
    exchange.advanceTo(moment('160000'));
    expect(orderOf(exchange, buy).status).toBe('expired');
    expect(exchange.accounts.cash(ACCOUNT).reserved).toBe(0);
  });

  it('lets an order be cancelled at any time, in a break too, and never modified', () => {
    const exchange = tradedExchange('1505');
    const buy = send(exchange, ACCOUNT, atClose('buy', 10));
    expect(exchange.orders.modify(ACCOUNT, buy, 10, 71_000)).toMatchObject({
      code: 'order-type-not-allowed',
    });
    accepted(exchange.orders.cancel(ACCOUNT, buy, 4));
    exchange.advanceTo(moment('1525'));
    expect(exchange.market.fixedBook(symbol, 'NXT')).toEqual({ totalAsk: 0, totalBid: 6 });
    accepted(exchange.orders.cancel(ACCOUNT, buy, 0));
    expect(orderOf(exchange, buy).status).toBe('cancelled');
    expect(exchange.accounts.cash(ACCOUNT).reserved).toBe(0);
  });

  it.each(['1459', '1600'])('refuses at %s', (hhmmss) => {
    expect(tradedExchange(hhmmss).orders.submit(ACCOUNT, atClose('buy', 1))).toMatchObject({
      code: 'order-type-not-allowed',
    });
  });

  it('is left out by SOR, which names no market for it', () => {
    const exchange = tradedExchange('1535');
    expect(exchange.orders.submit(ACCOUNT, atClose('buy', 1, { venue: 'SOR' }))).toMatchObject({
      code: 'order-type-not-allowed',
    });
  });

  it('takes nothing of a halted name, and trades what waited after its release', () => {
    const exchange = tradedExchange('1505');
    const sell = send(exchange, ACCOUNT, atClose('sell', 4));
    exchange.advanceTo(moment('1531'));
    exchange.market.halt(symbol, null);
    expect(exchange.orders.submit(OTHER, atClose('buy', 4))).toMatchObject({ code: 'trading-restricted' });
    exchange.advanceTo(moment('1545'));
    exchange.market.release(symbol);
    send(exchange, OTHER, atClose('buy', 4));
    exchange.advanceTo(moment('1550'));
    expect(fillsOf(exchange, sell)).toEqual([[71_300, 4]]);
  });

  it.each([
    { saved: '1510', price: null },
    { saved: '1535', price: 71_300 },
  ])('goes on after a restart at $saved', ({ saved, price }) => {
    const exchange = tradedExchange(saved);
    const sell = send(exchange, ACCOUNT, atClose('sell', 4));
    const again = restoreExchange(JSON.parse(JSON.stringify(exchange.save())), {
      market: silentMarket(true),
      listings: LISTINGS,
    });
    expect(orderOf(again, sell)).toMatchObject({ price, status: 'working' });
    again.advanceTo(moment('1540'));
    send(again, OTHER, atClose('buy', 4));
    expect(fillsOf(again, sell)).toEqual([[71_300, 4]]);
  });

  it('has others in it', () => {
    const exchange = exchangeAt('1529', { nxt: true });
    const { volume: before } = exchange.market.day(symbol, 'NXT')!;
    exchange.advanceTo(moment('153959'));
    const after = exchange.market.day(symbol, 'NXT')!;
    expect(after.volume).toBeGreaterThan(before);
    expect(after.last).toBe(exchange.market.minuteBars(symbol, 'NXT').at(-1)?.close);
    exchange.advanceTo(moment('1000', NEXT_DAY));
    expect(exchange.phaseOf('NXT')).toBe('continuous');
  });
});

describe("KRX's session after the close", () => {
  it('opens for a name that is released only then', () => {
    const exchange = tradedExchange('1525');
    exchange.market.halt(symbol, null);
    exchange.advanceTo(moment('1545'));
    const onKrx = (side: 'buy' | 'sell') => atClose(side, 2, { venue: 'KRX' });
    expect(exchange.orders.submit(ACCOUNT, onKrx('sell'))).toMatchObject({ code: 'trading-restricted' });
    exchange.market.release(symbol);
    const sell = send(exchange, ACCOUNT, onKrx('sell'));
    send(exchange, OTHER, onKrx('buy'));
    exchange.advanceTo(moment('1546'));
    expect(fillsOf(exchange, sell)).toEqual([[71_300, 2]]);
  });
});
