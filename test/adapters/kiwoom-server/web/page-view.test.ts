// What the page is told of one instrument: both markets' books, the accounts' own orders in them, and what orders without a
// price are.

import { describe, expect, it, onTestFinished } from 'vitest';
import { KiwoomServerCore } from '#adapters/kiwoom-server/core.ts';
import { ExchangeDriver } from '#adapters/kiwoom-server/exchange-driver.ts';
import { FaultDesk } from '#adapters/kiwoom-server/faults/fault-desk.ts';
import { PageView } from '#adapters/kiwoom-server/web/page-view.ts';
import { kstMoment } from '#domain/time.ts';
import type { Price } from '#domain/units.ts';
import type { NewOrder } from '#exchange/contract.ts';
import { createExchange } from '#exchange/exchange.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';

const DATE = '2026-03-03';
const SYMBOL = '005930';
const ACCOUNTS = ['5000000111', '5000000211'] as const;

interface Level {
  readonly price: Price;
  readonly own: number;
}

/** The parts of a picture that are looked at here. */
interface Picture {
  readonly venue: string;
  readonly indices: readonly { readonly code: string; readonly value: number; readonly base: number }[];
  readonly venues: readonly string[];
  readonly book: { readonly asks: readonly Level[]; readonly bids: readonly Level[] };
  readonly chart: { readonly minutes: readonly (readonly number[])[]; readonly fills: readonly object[] };
  readonly tape: readonly { readonly time: string }[];
  readonly accounts: readonly { readonly holdings: readonly object[]; readonly shares: number }[];
  readonly orders: readonly Readonly<Record<string, unknown>>[];
}

function world() {
  const exchange = createExchange({
    ...{ seed: 3, firstTradingDay: DATE, historyDays: 3 },
    accounts: ACCOUNTS.map((id) => ({ id, cash: 100_000_000 })),
  });
  const clock = new VirtualClock(0);
  const faults = new FaultDesk({ rules: [], seed: 1, now: () => exchange.now });
  const core = new KiwoomServerCore({ exchange, clock, keys: [], limits: null, faults });
  const driver = new ExchangeDriver({ exchange, clock, speed: 60 });
  const view = new PageView({ exchange, core, driver, faults });
  onTestFinished(() => view.dispose());
  exchange.advanceTo(kstMoment(DATE, '093000'));
  const look = (venue: string | null): Picture => JSON.parse(JSON.stringify(view.look(SYMBOL, venue)));
  const order = (account: string, asked: Pick<NewOrder, 'pricing' | 'quantity'> & Partial<NewOrder>) =>
    exchange.orders.submit(account, { symbol: SYMBOL, side: 'buy', timeInForce: 'day', ...asked });
  return { exchange, look, order };
}

const ownOf = (levels: readonly Level[]): readonly Level[] =>
  levels.filter(({ own }) => own > 0).map(({ price, own }) => ({ price, own }));

describe('the picture of an instrument', () => {
  it('marks the orders of all accounts in the book of the market they stand in, until they are cancelled', () => {
    const { exchange, look, order } = world();
    const low = look('KRX').book.bids.at(-2)!.price;
    const nxtLow = look('NXT').book.bids.at(-2)!.price;
    const placed = order(ACCOUNTS[0], { quantity: 40, pricing: { type: 'limit', price: low } });
    order(ACCOUNTS[1], { quantity: 2, pricing: { type: 'limit', price: low } });
    order(ACCOUNTS[1], { quantity: 7, pricing: { type: 'limit', price: nxtLow }, venue: 'NXT' });
    expect(ownOf(look('KRX').book.bids)).toEqual([{ price: low, own: 42 }]);
    expect(ownOf(look('NXT').book.bids)).toEqual([{ price: nxtLow, own: 7 }]);
    expect(ownOf(look('KRX').book.asks)).toEqual([]);
    if (!placed.ok) throw new Error(placed.code);
    exchange.orders.cancel(ACCOUNTS[0], placed.orderNo, 15);
    expect(ownOf(look('KRX').book.bids)).toEqual([{ price: low, own: 27 }]);
    exchange.orders.cancel(ACCOUNTS[0], placed.orderNo, 0);
    expect(ownOf(look('KRX').book.bids)).toEqual([{ price: low, own: 2 }]);
  });

  it('begins with KOSPI, KOSDAQ and KOSPI 200 as the market tells them', () => {
    const { exchange, look } = world();
    const { indices } = look(null);
    expect(indices.map(({ code }) => code)).toEqual(['001', '101', '201']);
    for (const { code, value } of indices) expect(value).toBe(exchange.indices.value(code));
    exchange.advanceTo(kstMoment(DATE, '093500'));
    expect(look(null).indices).not.toEqual(indices);
  });

  it('has the trades and the chart of the market that was asked for, NXT from eight on', () => {
    const { look } = world();
    const [krx, nxt] = [look(null), look('NXT')];
    expect([krx.venue, nxt.venue, krx.venues]).toEqual(['KRX', 'NXT', ['KRX', 'NXT']]);
    expect([krx.chart.minutes[0]?.[0], nxt.chart.minutes[0]?.[0]]).toEqual([9 * 60, 8 * 60]);
    expect(krx.tape).toHaveLength(20);
    expect(nxt.tape).not.toEqual(krx.tape);
  });

  it('has the trades from before anybody listened, the same as one who did', () => {
    const { exchange, look } = world();
    const heard = look('KRX').tape;
    const clock = new VirtualClock(0);
    const faults = new FaultDesk({ rules: [], seed: 1, now: () => exchange.now });
    const core = new KiwoomServerCore({ exchange, clock, keys: [], limits: null, faults });
    const driver = new ExchangeDriver({ exchange, clock, speed: 60 });
    const late = new PageView({ exchange, core, driver, faults });
    onTestFinished(() => late.dispose());
    const seen: Picture = JSON.parse(JSON.stringify(late.look(SYMBOL, 'KRX')));
    expect(seen.tape).toHaveLength(20);
    expect(seen.tape).toEqual(heard);
  });

  it('says what an order without a price is, whose shares are worth what, and draws only its own fills', () => {
    const { exchange, look, order } = world();
    order(ACCOUNTS[0], { quantity: 3, pricing: { type: 'market' } });
    const waiting = order(ACCOUNTS[1], { quantity: 1, pricing: { type: 'mid-price' } });
    if (waiting.ok) exchange.orders.cancel(ACCOUNTS[1], waiting.orderNo, 0);
    const picture = look('KRX');
    const terms = Object.fromEntries(
      picture.orders.map(({ orderNo, terms: type }) => [String(orderNo), type]),
    );
    expect(Object.values(terms).sort()).toEqual(['', 'market', 'mid-price']);
    expect(picture.orders[0]).toMatchObject({ symbol: SYMBOL, name: '삼성전자', venue: 'KRX' });
    const last = exchange.market.day(SYMBOL)?.last ?? 0;
    expect(picture.accounts[0]).toMatchObject({
      shares: 3 * last,
      holdings: [{ symbol: SYMBOL, name: '삼성전자', quantity: 3 }],
    });
    expect(picture.chart.fills.length).toBeGreaterThan(0);
    expect(look('NXT').chart.fills).toEqual([]);
  });
});
