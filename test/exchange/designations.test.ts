// Names that KRX treats in a way of their own for a while (krx-rules 3.5): auctions in place of continuous trading, no limits, full
// margin, no trading at all.

import { describe, expect, it } from 'vitest';
import { createExchange, type Exchange, type ExchangeOptions, restoreExchange } from '#exchange/exchange.ts';
import { type DesignationKind, dayRules } from '#exchange/market/designations.ts';
import type { Listing } from '#exchange/market/listing.ts';
import { makeHistory } from '#exchange/market/model/history.ts';
import { fillsOf, OTHER, order, orderOf, quietExchange, RICH, send, silentMarket } from './quiet-market.ts';
import { ACCOUNT, DAY, LISTINGS, listenTo, moment, NEXT_DAY, SAMSUNG } from './support.ts';

const SYMBOL = SAMSUNG.symbol;

/** 005930 under designations, the other name as it is. */
function listed(...kinds: DesignationKind[]): readonly Listing[] {
  return [{ ...LISTINGS[0]!, designations: kinds.map((kind) => ({ kind })) }, LISTINGS[1]!];
}

function under(kind: DesignationKind, at: string, options: Partial<ExchangeOptions> = {}): Exchange {
  return quietExchange(at, { listings: listed(kind), ...options });
}

const stageOf = (exchange: Exchange): string => exchange.market.day(SYMBOL)!.stage;

describe('the rules of a day', () => {
  const spans: Listing['designations'] = [
    { kind: 'overheated', from: '2026-11-23', through: '2026-11-25' },
    { kind: 'caution' },
    { kind: 'liquidation', from: '2026-12-01' },
  ];

  it.each([
    { date: '2026-11-20', kinds: ['caution'], warning: 'none', auctionMs: null, isRestricted: false },
    {
      date: '2026-11-23',
      kinds: ['caution', 'overheated'],
      warning: 'overheated',
      auctionMs: 1_800_000,
      isRestricted: true,
    },
    {
      date: '2026-11-25',
      kinds: ['caution', 'overheated'],
      warning: 'overheated',
      auctionMs: 1_800_000,
      isRestricted: true,
    },
    { date: '2026-11-26', kinds: ['caution'], warning: 'none', auctionMs: null, isRestricted: false },
    {
      date: '2026-12-08',
      kinds: ['caution', 'liquidation'],
      warning: 'liquidation',
      auctionMs: 1_800_000,
      isRestricted: true,
    },
  ])('$date: $kinds', ({ date, ...expected }) => {
    expect(dayRules({ designations: spans }, date)).toMatchObject(expected);
  });

  it('are the usual ones for a name without designations', () => {
    expect(dayRules({}, DAY)).toMatchObject({ kinds: [], range: 'all', hasLimits: true, isOnNxt: true });
  });
});

describe('periodic auctions (krx-rules 3.5)', () => {
  it.each([
    { kind: 'overheated', waits: ['0931', '1001', '1501'], before: ['0929', '0959', '1459'] },
    { kind: 'liquidation', waits: ['0931', '1001', '1501'], before: ['0929', '0959', '1459'] },
    { kind: 'low-liquidity', waits: ['0911', '0921', '1521'], before: ['0909', '0919', '1519'] },
  ] as const)('$kind trades at $waits and not before', ({ kind, waits, before }) => {
    const exchange = under(kind, '0901');
    expect(stageOf(exchange)).toBe('periodic-auction');
    for (const [index, at] of waits.entries()) {
      const sell = send(exchange, OTHER, order('sell', 10, 71_000));
      const buy = send(exchange, ACCOUNT, order('buy', 10, 71_000));
      exchange.advanceTo(moment(before[index]!));
      expect(fillsOf(exchange, buy)).toEqual([]);
      expect(exchange.market.book(SYMBOL)).toMatchObject({ expectedPrice: 71_000, expectedQuantity: 10 });
      exchange.advanceTo(moment(at));
      expect([fillsOf(exchange, buy), fillsOf(exchange, sell)]).toEqual([[[71_000, 10]], [[71_000, 10]]]);
      if (index + 1 < waits.length) exchange.advanceTo(moment(waits[index + 1]!) - 8 * 60_000);
    }
  });

  it('of half an hour end with the closing auction, into which their orders go on', () => {
    const exchange = under('overheated', '1505');
    send(exchange, OTHER, order('sell', 10, 71_000));
    const buy = send(exchange, ACCOUNT, order('buy', 10, 71_000));
    exchange.advanceTo(moment('152100'));
    expect([stageOf(exchange), orderOf(exchange, buy).filled]).toEqual(['closing-auction', 0]);
    exchange.advanceTo(moment('153031'));
    expect(orderOf(exchange, buy).filled).toBe(10);
    expect(exchange.market.day(SYMBOL)!.close).toBe(71_000);
  });

  it('are not interrupted, however far the price goes (krx-rules 3.4)', () => {
    const exchange = under('low-liquidity', '0901');
    const events = listenTo(exchange);
    send(exchange, OTHER, order('sell', 10, 85_000));
    send(exchange, ACCOUNT, order('buy', 10, 85_000));
    exchange.advanceTo(moment('0911'));
    expect(exchange.market.day(SYMBOL)!.last).toBe(85_000);
    expect(events.filter(({ type }) => type === 'volatility-interruption')).toEqual([]);
  });

  it('are not extended at the close either', () => {
    const exchange = under('overheated', '1522');
    send(exchange, OTHER, order('sell', 10, 85_000));
    send(exchange, ACCOUNT, order('buy', 10, 85_000));
    exchange.advanceTo(moment('153031'));
    expect([stageOf(exchange), exchange.market.day(SYMBOL)!.close]).toEqual(['post-close', 85_000]);
  });

  it.each([
    { kind: 'overheated', at: '0845', takes: ['limit', 'market'] },
    { kind: 'overheated', at: '1000', takes: ['limit', 'market'] },
    { kind: 'low-liquidity', at: '1000', takes: ['limit', 'market'] },
    { kind: 'liquidation', at: '0845', takes: ['limit'] },
    { kind: 'liquidation', at: '1000', takes: ['limit'] },
    { kind: 'liquidation', at: '1525', takes: ['limit'] },
    { kind: 'overheated', at: '1700', takes: [] },
    { kind: 'administrative', at: '1700', takes: ['limit', 'best-counter'] },
    { kind: 'warning', at: '1000', takes: ['limit', 'market', 'conditional-limit', 'best-counter'] },
  ] as const)('a $kind name takes $takes at $at (krx-rules 2, 3.3)', ({ kind, at, takes }) => {
    const exchange = under(kind, at);
    const terms = [
      { type: 'limit', price: 71_000 },
      { type: 'market' },
      { type: 'conditional-limit', price: 71_000 },
      { type: 'best-counter' },
    ] as const;
    const taken = terms.filter((one) => exchange.orders.submit(ACCOUNT, order('buy', 1, one)).ok);
    expect(taken.map(({ type }) => type)).toEqual(takes);
  });

  it('go on in a restored exchange, and after a halt without an auction more', () => {
    const first = under('overheated', '1005');
    send(first, OTHER, order('sell', 10, 71_000));
    const buy = send(first, ACCOUNT, order('buy', 10, 71_000));
    const saved = JSON.parse(JSON.stringify(first.save()));
    const listings = listed('overheated');
    const second = restoreExchange(saved, { listings, market: silentMarket() });
    for (const exchange of [first, second]) {
      exchange.market.halt(SYMBOL, moment('1020'));
      exchange.advanceTo(moment('1025'));
      expect([stageOf(exchange), orderOf(exchange, buy).filled]).toEqual(['periodic-auction', 0]);
      exchange.advanceTo(moment('1031'));
      expect(orderOf(exchange, buy).filled).toBe(10);
    }
  });

  it('of the model trade all day, at the times of their auctions and no others', () => {
    const listings = listed('overheated');
    const exchange = createExchange({
      seed: 7,
      firstTradingDay: DAY,
      historyDays: 1,
      listings,
      accounts: [],
    });
    exchange.advanceTo(moment('1600'));
    const minutes = exchange.market.minuteBars(SYMBOL).filter(({ start }) => start >= moment('0000'));
    const clock = minutes.map(({ start }) => (start - moment('0000')) / 60_000);
    const halfHours = Array.from({ length: 13 }, (_, index) => 540 + 30 * index);
    expect(clock).toEqual([...halfHours, 930]);
  });
});

describe('liquidation (krx-rules 2)', () => {
  it('knows no daily limits', () => {
    const exchange = under('liquidation', '0931');
    expect(exchange.market.day(SYMBOL)!.reference).toMatchObject({ lowerLimit: 1, upperLimit: 7_100_000 });
    send(exchange, OTHER, order('sell', 10, 1_000));
    const buy = send(exchange, ACCOUNT, order('buy', 10, 1_000));
    exchange.advanceTo(moment('1001'));
    expect(fillsOf(exchange, buy)).toEqual([[1_000, 10]]);
  });
});

describe('a name that is halted when the day begins', () => {
  it('trades at no time of the day, and takes no orders', () => {
    const exchange = under('halted', '0800');
    for (const at of ['0845', '1000', '1525', '1545', '1700']) {
      exchange.advanceTo(moment(at));
      expect(stageOf(exchange)).toBe('halted');
      expect(exchange.orders.submit(ACCOUNT, order('buy', 1, 71_000))).toMatchObject({
        code: 'trading-restricted',
      });
    }
    expect(exchange.market.day(SYMBOL)!.volume).toBe(0);
  });

  it('trades again on the day after, from the price it had', () => {
    const designations = [{ kind: 'halted', from: DAY, through: DAY }] as const;
    const listings = [{ ...LISTINGS[0]!, designations }, LISTINGS[1]!];
    const exchange = quietExchange('1000', { listings });
    exchange.advanceTo(moment('1000', NEXT_DAY));
    expect(stageOf(exchange)).toBe('continuous');
    expect(exchange.market.day(SYMBOL)!.reference.base).toBe(71_000);
  });

  it('has no minutes in the history, and rows of volume 0 at the close before', () => {
    const designations = [{ kind: 'halted', from: '2026-11-18', through: '2026-11-19' }] as const;
    const dates = ['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'];
    const [past] = makeHistory(7, [{ ...LISTINGS[0]!, designations }], dates);
    expect(past!.map(({ date, minutes }) => [date, minutes() !== null])).toEqual([
      ['2026-11-17', true],
      ['2026-11-18', false],
      ['2026-11-19', false],
      ['2026-11-20', true],
    ]);
    const { close } = past![0]!.daily;
    const flat = { open: close, high: close, low: close, close, volume: 0 };
    expect([past![1]!.daily, past![2]!.daily]).toMatchObject([flat, flat]);
  });
});

describe('brokers (krx-rules 5.1; which designations these are is our decision)', () => {
  it.each([
    { kind: 'caution', margin: 20, isLentOn: true },
    { kind: 'low-liquidity', margin: 20, isLentOn: true },
    { kind: 'administrative', margin: 100, isLentOn: false },
    { kind: 'warning', margin: 100, isLentOn: false },
    { kind: 'risk', margin: 100, isLentOn: false },
    { kind: 'overheated', margin: 100, isLentOn: false },
    { kind: 'liquidation', margin: 100, isLentOn: false },
  ] as const)('want $margin % of a $kind name', ({ kind, margin, isLentOn }) => {
    const exchange = under(kind, '1000');
    expect(exchange.accounts.marginRate(SYMBOL)).toBe(margin);
    expect(exchange.accounts.loanGrade(SYMBOL) !== null).toBe(isLentOn);
    expect(exchange.accounts.substitutePrice(SYMBOL) > 0).toBe(isLentOn);
  });

  it('take a buy at full margin, and none on credit', () => {
    const accounts = [{ id: ACCOUNT, cash: 1_000_000, margin: 'by-instrument' as const }];
    const buy = order('buy', 20, 71_000);
    const usual = quietExchange('1000', { accounts });
    const warned = under('warning', '1000', { accounts });
    expect(usual.orders.submit(ACCOUNT, buy)).toMatchObject({ ok: true });
    expect(warned.orders.submit(ACCOUNT, buy)).toMatchObject({ code: 'insufficient-cash' });
    const credit = { credit: { loanDate: null } };
    expect(warned.orders.submit(ACCOUNT, { ...order('buy', 1, 71_000), ...credit })).toMatchObject({
      code: 'credit-not-allowed',
    });
  });
});

describe('NXT', () => {
  it.each([
    { kind: 'caution', isThere: true },
    { kind: 'administrative', isThere: false },
    { kind: 'warning', isThere: false },
    { kind: 'overheated', isThere: false },
    { kind: 'low-liquidity', isThere: false },
    { kind: 'halted', isThere: false },
  ] as const)('has a $kind name: $isThere', ({ kind, isThere }) => {
    const exchange = under(kind, '1000', { accounts: [{ id: ACCOUNT, cash: RICH }] });
    expect(exchange.market.day(SYMBOL, 'NXT') !== null).toBe(isThere);
    expect(exchange.market.listingOf(SYMBOL)).toMatchObject({ isOnNxt: isThere, designations: [kind] });
  });
});
