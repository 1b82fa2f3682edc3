// The rules by which a bar fills orders, each as it stands in the header of the exchange.

import { describe, expect, test } from 'vitest';
import { REAL_COSTS } from '#domain/costs.ts';
import { kstMidnight } from '#domain/time.ts';
import { BarExchange, type BarExchangeOptions } from '#exchange/bar-exchange.ts';
import type { NewOrder } from '#exchange/contract.ts';
import { type Candle, DAYS, dailyBars } from '#test/support/bars.ts';
import { stock } from '#test/support/engine-story.ts';

const SYMBOL = '005930';
const [MONDAY, TUESDAY] = DAYS as [string, string];

const MARKET_BUY: NewOrder = {
  symbol: SYMBOL,
  side: 'buy',
  quantity: 10,
  pricing: { type: 'market' },
  timeInForce: 'day',
};

function limit(side: 'buy' | 'sell', price: number, parts: Partial<NewOrder> = {}): NewOrder {
  return { ...MARKET_BUY, side, pricing: { type: 'limit', price }, ...parts };
}

/** An exchange on its first morning, base price 100,000 won, with a hundred shares in the account. */
function open(parts: Partial<BarExchangeOptions> = {}) {
  const exchange = new BarExchange({
    instruments: [stock(SYMBOL)],
    cash: 100_000_000,
    costs: REAL_COSTS,
    firstDate: MONDAY,
    slippageTicks: 0,
    volumeSharePpm: null,
    enforceGrid: true,
    ...parts,
  });
  const told: string[] = [];
  exchange.listen({
    onFill: ({ order, price, quantity }) => told.push(`${order.orderNo}: ${quantity} @ ${price}`),
    onEnded: ({ orderNo, remaining }, how) => told.push(`${orderNo}: ${remaining} ${how}`),
  });
  exchange.openDay(MONDAY, () => 100_000);
  exchange.account.book(stock(SYMBOL), 'buy', 100_000, 100);
  const submit = (order: NewOrder) => {
    const taken = exchange.submit(order, kstMidnight(MONDAY));
    return 'rejected' in taken ? taken.rejected : taken.orderNo;
  };
  const bar = (candle: Candle) => {
    told.length = 0;
    exchange.onBar(dailyBars(SYMBOL, [candle])[0]!);
    return [...told];
  };
  return { exchange, told, submit, bar };
}

const BAR: Candle = [100_000, 101_000, 99_000, 100_500];

describe('price-less orders', () => {
  test('fill at the open of the next bar, never in one that was there before', () => {
    const { submit, bar } = open();
    bar(BAR);
    submit(MARKET_BUY);
    expect(bar([102_000, 103_000, 101_000, 103_000])).toEqual(['1: 10 @ 102000']);
  });

  test.each<['buy' | 'sell', number, Candle, number]>([
    ['buy', 2, BAR, 100_200],
    ['sell', 2, BAR, 99_800],
    ['buy', 2, [100_000, 100_100, 99_000, 99_000], 100_100], // the bar went no higher
    ['sell', 2, [100_000, 101_000, 99_900, 100_000], 99_900],
    ['buy', 1, [199_950, 201_000, 199_900, 201_000], 200_500], // off the grid: from the next price on it
  ])('%s with %i ticks of slippage in %j at %i', (side, slippageTicks, candle, price) => {
    const { submit, bar } = open({ slippageTicks });
    submit({ ...MARKET_BUY, side });
    expect(bar(candle)).toEqual([`1: 10 @ ${price}`]);
  });
});

describe('limit orders', () => {
  test.each<[string, NewOrder, Candle, string[]]>([
    ['a buy at the open when that is as good', limit('buy', 100_000), BAR, ['1: 10 @ 100000']],
    ['a buy at the open when that is better', limit('buy', 100_400), BAR, ['1: 10 @ 100000']],
    ['a buy at its price once the bar trades through it', limit('buy', 99_100), BAR, ['1: 10 @ 99100']],
    ['not a buy that is only touched', limit('buy', 99_000), BAR, []],
    ['a sell at the open when that is better', limit('sell', 99_500), BAR, ['1: 10 @ 100000']],
    ['a sell at its price once the bar trades through it', limit('sell', 100_900), BAR, ['1: 10 @ 100900']],
    ['not a sell that is only touched', limit('sell', 101_000), BAR, []],
  ])('fill %s', (_name, order, candle, outcome) => {
    const { submit, bar } = open();
    submit(order);
    expect(bar(candle)).toEqual(outcome);
  });

  test('know no slippage', () => {
    const { submit, bar } = open({ slippageTicks: 5 });
    submit(limit('buy', 100_000));
    expect(bar(BAR)).toEqual(['1: 10 @ 100000']);
  });
});

describe('volume', () => {
  test('is shared by all orders, earlier ones first, and what is left waits for the next bar', () => {
    const { submit, bar } = open({ volumeSharePpm: 100_000 });
    submit(MARKET_BUY);
    submit({ ...MARKET_BUY, side: 'sell', quantity: 8 });
    expect(bar([...BAR.slice(0, 4), 159] as unknown as Candle)).toEqual(['1: 10 @ 100000', '2: 5 @ 100000']);
    expect(bar([...BAR.slice(0, 4), 100] as unknown as Candle)).toEqual(['2: 3 @ 100000']);
  });

  test('of none fills nothing, shared or not', () => {
    const { submit, bar } = open();
    submit(MARKET_BUY);
    expect(bar([100_000, 100_000, 100_000, 100_000, 0])).toEqual([]);
  });
});

describe('a bar locked at a limit of the day', () => {
  const up: Candle = [130_000, 130_000, 130_000, 130_000];
  const down: Candle = [70_000, 70_000, 70_000, 70_000];

  test.each<['buy' | 'sell', Candle, string[]]>([
    ['buy', up, []],
    ['sell', up, ['1: 10 @ 130000']],
    ['buy', down, ['1: 10 @ 70000']],
    ['sell', down, []],
  ])('lets a %s in %j do %j', (side, candle, outcome) => {
    const { submit, bar } = open();
    submit({ ...MARKET_BUY, side });
    expect(bar(candle)).toEqual(outcome);
  });

  test('is none for adjusted prices, whose limits nobody knows', () => {
    const { submit, bar } = open({ enforceGrid: false });
    submit(MARKET_BUY);
    expect(bar(up)).toEqual(['1: 10 @ 130000']);
  });
});

describe('the end of orders', () => {
  test.each<[string, Partial<NewOrder>, string[]]>([
    [
      'what is left of an immediate order is cancelled after its bar',
      { timeInForce: 'ioc' },
      ['1: 6 @ 100000', '1: 4 cancelled'],
    ],
    ['all or nothing that cannot have all has nothing', { timeInForce: 'fok' }, ['1: 10 cancelled']],
    ['all or nothing that can has all', { timeInForce: 'fok', quantity: 6 }, ['1: 6 @ 100000']],
    ['a day order stays', { timeInForce: 'day' }, ['1: 6 @ 100000']],
  ])('%s', (_name, parts, outcome) => {
    const { submit, bar } = open({ volumeSharePpm: 1_000_000 });
    submit({ ...MARKET_BUY, ...parts });
    expect(bar([100_000, 101_000, 99_000, 100_000, 6])).toEqual(outcome);
  });

  test('with the day: what works expires and frees its cash', () => {
    const { exchange, told, submit } = open();
    const before = exchange.account.orderableCash;
    submit(limit('buy', 90_000));
    expect(exchange.account.orderableCash).toBeLessThan(before);
    exchange.closeDay();
    expect(told).toEqual(['1: 10 expired']);
    expect(exchange.account.orderableCash).toBe(before);
  });

  test('by a cancel, once', () => {
    const { exchange, told, submit } = open();
    submit(limit('buy', 90_000));
    expect([exchange.cancel('1'), exchange.cancel('1'), exchange.cancel('9')]).toEqual([true, false, false]);
    expect(told).toEqual(['1: 10 cancelled']);
  });
});

describe('what is not taken', () => {
  test.each<[NewOrder, string]>([
    [{ ...MARKET_BUY, symbol: '000660' }, 'unknown-symbol'],
    [{ ...MARKET_BUY, quantity: 0 }, 'bad-quantity'],
    [{ ...MARKET_BUY, quantity: 1.5 }, 'bad-quantity'],
    [limit('buy', 100_050), 'off-tick'],
    [limit('buy', 130_100), 'outside-price-limits'],
    [limit('sell', 69_900), 'outside-price-limits'],
    [{ ...MARKET_BUY, side: 'sell', quantity: 101 }, 'insufficient-shares'],
    // 90,000,000 won are left; a market order ties up the upper limit and its commission.
    [{ ...MARKET_BUY, quantity: 693 }, 'insufficient-cash'],
    [limit('buy', 90_000, { quantity: 1_000 }), 'insufficient-cash'],
  ])('%j: %s', (order, code) => {
    expect(open().submit(order)).toBe(code);
  });

  test('is what another order has tied up', () => {
    const { submit } = open();
    expect(submit(limit('sell', 120_000, { quantity: 60 }))).toBe('1');
    expect(submit(limit('sell', 120_000, { quantity: 41 }))).toBe('insufficient-shares');
    expect(submit(limit('sell', 120_000, { quantity: 40 }))).toBe('2');
  });

  test('by the grid does not hold for adjusted prices', () => {
    expect(open({ enforceGrid: false }).submit(limit('buy', 99_999))).toBe('1');
  });
});

test('a new day has the last close as its base, new limits and numbers from one', () => {
  const { exchange, submit, bar } = open();
  submit(MARKET_BUY);
  bar([100_000, 111_000, 100_000, 110_000]);
  exchange.closeDay();
  exchange.openDay(TUESDAY, () => 1);
  expect(exchange.reference(SYMBOL)).toMatchObject({
    base: 110_000,
    upperLimit: 143_000,
    lowerLimit: 77_000,
  });
  expect(exchange.orders()).toEqual([]);
  expect(submit(MARKET_BUY)).toBe('1');
});

test.each<[name: string, parts: Partial<NewOrder>]>([
  ['a stop order', { pricing: { type: 'stop-limit', price: 100_000, stop: 101_000 } }],
  ['a mid-price order', { pricing: { type: 'mid-price' } }],
  ['an order for a session that bars do not know', { pricing: { type: 'closing-fixed' } }],
  ['an order for NXT', { venue: 'NXT' }],
])('%s is refused, for bars do not tell what it would meet', (_name, parts) => {
  expect(open().submit({ ...MARKET_BUY, ...parts })).toBe('order-type-not-allowed');
});
