// What the state of trading and of the market allows, check by check, in the order of the gate.

import { describe, test } from 'vitest';
import type { Warning } from '#domain/instrument.ts';
import { NOW, openOrder, samplePicture } from '#test/support/risk-view.ts';
import { expectAnswer, type Row } from './gate-table.ts';

const none = { limit: null, actual: null };
const sell = { side: 'sell' } as const;
const at = (price: number) => ({ pricing: { type: 'limit', price } }) as const;
const market = { pricing: { type: 'market' } } as const;
const warned = (warning: Warning) => {
  const reference = { base: 71_000, upperLimit: 92_300, lowerLimit: 49_700, warning };
  return { instrument: samplePicture({ reference }) };
};

test.each<Row>([
  ['a calm market and no limits', {}, 'approved'],
  ['the same for a sale', { order: sell }, 'approved'],
])('%s: the order passes', (_name, given, answer) => expectAnswer(given, answer));

describe('halted', () => {
  test.each<Row>([
    [
      'a halt stops buys',
      { world: { haltReason: 'operator' } },
      { code: 'halted', ...none, detail: 'operator' },
    ],
    [
      'a halt stops sells',
      { world: { haltReason: 'why' }, order: sell },
      { code: 'halted', ...none, detail: 'why' },
    ],
  ])('%s', (_name, given, answer) => expectAnswer(given, answer));
});

describe('reconciled', () => {
  test.each<Row>([
    [
      'books not held against the broker stop buys',
      { world: { reconciled: false } },
      { code: 'not-reconciled', ...none },
    ],
    ['and sells', { world: { reconciled: false }, order: sell }, { code: 'not-reconciled', ...none }],
  ])('%s', (_name, given, answer) => expectAnswer(given, answer));
});

describe('daily loss', () => {
  const limits = { dailyLossLimit: 100_000 };
  test.each<Row>([
    ['one won less than the limit passes', { limits, world: { dayProfit: -99_999 } }, 'approved'],
    [
      'the limit itself stops buys',
      { limits, world: { dayProfit: -100_000 } },
      { code: 'daily-loss-limit', limit: 100_000, actual: -100_000 },
    ],
    [
      'but not sells, which take risk off',
      { limits, world: { dayProfit: -100_000 }, order: sell },
      'approved',
    ],
    [
      'a recovery does not lift the latch',
      { limits, world: { dayProfit: 5_000, buysHaltReason: 'lost too much' } },
      { code: 'daily-loss-limit', limit: 100_000, actual: 5_000, detail: 'lost too much' },
    ],
    [
      'nor does switching the limit off',
      { world: { buysHaltReason: 'lost too much' } },
      { code: 'daily-loss-limit', limit: null, actual: 0, detail: 'lost too much' },
    ],
    ['the latch lets sells pass', { world: { buysHaltReason: 'lost too much' }, order: sell }, 'approved'],
    ['without a limit any loss passes', { world: { dayProfit: -90_000_000 } }, 'approved'],
  ])('%s', (_name, given, answer) => expectAnswer(given, answer));
});

describe('session', () => {
  const closed = (detail: string) => ({ code: 'session-closed' as const, ...none, detail });
  test.each<Row>([
    ['the night takes nothing', { world: { phase: 'closed' } }, closed('closed')],
    ['the opening auction takes limit orders', { world: { phase: 'opening-auction' } }, 'approved'],
    ['and market orders', { world: { phase: 'opening-auction' }, order: market }, 'approved'],
    [
      'but none that must fill at once',
      { world: { phase: 'opening-auction' }, order: { timeInForce: 'ioc' } },
      closed('opening-auction'),
    ],
    [
      'nor best-price orders',
      { world: { phase: 'closing-auction' }, order: { pricing: { type: 'best-own' } } },
      closed('closing-auction'),
    ],
    [
      'the day takes all of them',
      { order: { pricing: { type: 'best-counter' }, timeInForce: 'fok' } },
      'approved',
    ],
    ['the after-market takes limit orders', { world: { phase: 'after-market' } }, 'approved'],
    ['but no market orders', { world: { phase: 'after-market' }, order: market }, closed('after-market')],
  ])('%s', (_name, given, answer) => expectAnswer(given, answer));
});

describe('instrument', () => {
  const unknown = { code: 'instrument-unknown' as const, ...none, detail: '005930' };
  const limits = { refuseWarned: true };
  const refused = (detail: Warning) => ({ code: 'instrument-warned' as const, ...none, detail });
  test.each<Row>([
    ['one never heard of', { world: { instrument: null } }, unknown],
    ['one without limits of the day', { world: { instrument: samplePicture({ reference: null }) } }, unknown],
    ['an unknown one cannot be sold either', { world: { instrument: null }, order: sell }, unknown],
    ['one without a warning', { limits, world: warned('none') }, 'approved'],
    ['one with a light warning', { limits, world: warned('etf-caution') }, 'approved'],
    ['one under liquidation', { limits, world: warned('liquidation') }, refused('liquidation')],
    ['one overheated', { limits, world: warned('overheated') }, refused('overheated')],
    ['one at risk', { limits, world: warned('risk') }, refused('risk')],
    ['one warned about', { limits, world: warned('warning') }, refused('warning')],
    ['a warned one can be sold', { limits, world: warned('liquidation'), order: sell }, 'approved'],
    ['a warned one can be bought if we want to', { world: warned('risk') }, 'approved'],
  ])('%s', (_name, given, answer) => expectAnswer(given, answer));
});

describe('price known and fresh', () => {
  const unknown = { code: 'price-unknown' as const, ...none, detail: '005930' };
  const limits = { staleAfterMs: 3_000 };
  const quotedAt = (updatedAt: number | null) => ({ instrument: samplePicture({ updatedAt }) });
  test.each<Row>([
    ['no last price', { world: { instrument: samplePicture({ last: null }) } }, unknown],
    ['a last price of no known time', { world: quotedAt(null) }, unknown],
    ['just fresh enough', { limits, world: quotedAt(NOW - 3_000) }, 'approved'],
    [
      'a millisecond too old',
      { limits, world: quotedAt(NOW - 3_001) },
      { code: 'market-data-stale', limit: 3_000, actual: 3_001 },
    ],
    [
      'too old for a sale as well',
      { limits, world: quotedAt(NOW - 9_000), order: sell },
      { code: 'market-data-stale', limit: 3_000, actual: 9_000 },
    ],
    ['old, but nobody minds', { world: quotedAt(NOW - 86_400_000) }, 'approved'],
  ])('%s', (_name, given, answer) => expectAnswer(given, answer));
});

describe('price grid', () => {
  test.each<Row>([
    ['between two ticks', { order: at(71_250) }, { code: 'off-tick', limit: 71_200, actual: 71_250 }],
    [
      'between two ticks, for a sale',
      { order: { ...sell, ...at(71_299) } },
      { code: 'off-tick', limit: 71_200, actual: 71_299 },
    ],
    ['on a finer tick of a lower band', { order: at(49_950) }, 'approved'],
    ['at the upper limit', { order: at(92_300) }, 'approved'],
    [
      'a tick above it',
      { order: at(92_400) },
      { code: 'outside-price-limits', limit: 92_300, actual: 92_400 },
    ],
    ['at the lower limit', { order: at(49_700) }, 'approved'],
    [
      'a tick below it',
      { order: at(49_650) },
      { code: 'outside-price-limits', limit: 49_700, actual: 49_650 },
    ],
    ['a market order has no price to be wrong', { order: market }, 'approved'],
  ])('%s', (_name, given, answer) => expectAnswer(given, answer));
});

describe('price collar', () => {
  const limits = { priceCollarPpm: 10_000 };
  const tenThousand = { instrument: samplePicture({ last: 70_000 }) };
  test.each<Row>([
    ['a buy one percent above', { limits, world: tenThousand, order: at(70_700) }, 'approved'],
    [
      'a buy a tick further above',
      { limits, world: tenThousand, order: at(70_800) },
      { code: 'price-collar', limit: 10_000, actual: 11_428 },
    ],
    ['a buy far below only waits', { limits, world: tenThousand, order: at(50_000) }, 'approved'],
    [
      'a sell one percent below',
      { limits, world: tenThousand, order: { ...sell, ...at(69_300) } },
      'approved',
    ],
    [
      'a sell a tick further below',
      { limits, world: tenThousand, order: { ...sell, ...at(69_200) } },
      { code: 'price-collar', limit: 10_000, actual: 11_428 },
    ],
    [
      'a sell far above only waits',
      { limits, world: tenThousand, order: { ...sell, ...at(90_000) } },
      'approved',
    ],
    ['a market order has no price to hold', { limits, order: market }, 'approved'],
  ])('%s', (_name, given, answer) => expectAnswer(given, answer));
});

describe('own open orders', () => {
  const twin = openOrder({ strategy: 'crossing' });
  const duplicate = { code: 'duplicate-order' as const, ...none, detail: '20261120-000001' };
  const selfTrade = { code: 'self-trade' as const, ...none, detail: '20261120-000001' };
  const selling = (price: number) => ({ openOrders: [openOrder({ side: 'sell', ...at(price) })] });
  test.each<Row>([
    ['the same order again', { world: { openOrders: [twin] } }, duplicate],
    [
      'the same market order again',
      { world: { openOrders: [openOrder({ strategy: 'crossing', ...market })] }, order: market },
      duplicate,
    ],
    ['the same order of another strategy', { world: { openOrders: [openOrder()] } }, 'approved'],
    ['another quantity', { world: { openOrders: [twin] }, order: { quantity: 11 } }, 'approved'],
    ['another price', { world: { openOrders: [twin] }, order: at(71_100) }, 'approved'],
    ['another kind of price', { world: { openOrders: [twin] }, order: market }, 'approved'],
    ['a buy at the price of our own sale', { world: selling(71_200) }, selfTrade],
    ['a buy above the price of our own sale', { world: selling(71_100) }, selfTrade],
    ['a buy below our own sale', { world: selling(71_300) }, 'approved'],
    ['a market buy against our own sale far above', { world: selling(90_000), order: market }, selfTrade],
    [
      'a sell at the price of our own buy',
      { world: { openOrders: [openOrder(at(71_200))] }, order: sell },
      selfTrade,
    ],
    ['a sell above our own buy', { world: { openOrders: [openOrder(at(71_100))] }, order: sell }, 'approved'],
    [
      'a sell against our own best-price buy',
      { world: { openOrders: [openOrder({ pricing: { type: 'best-own' } })] }, order: sell },
      selfTrade,
    ],
    [
      'the second of two open orders counts too',
      { world: { openOrders: [openOrder(at(70_000)), { ...twin }] } },
      duplicate,
    ],
  ])('%s', (_name, given, answer) => expectAnswer(given, answer));
});
