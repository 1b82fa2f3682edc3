// What our own limits and the broker's word on money and shares allow, check by check, in the order of the gate.

import { describe, expect, test } from 'vitest';
import { countedPrice, orderValue } from '#risk/order-value.ts';
import { NOW, openOrder, orderRequest, samplePicture } from '#test/support/risk-view.ts';
import { expectAnswer, type Row } from './gate-table.ts';

const sell = { side: 'sell' } as const;
const market = { pricing: { type: 'market' } } as const;

describe('order rate', () => {
  const limits = { maxOrdersPerSecond: 3, maxOrdersPerDay: 100 };
  test.each<Row>([
    ['the third in a second', { limits, world: { ordersInLastSecond: 2 } }, 'approved'],
    [
      'the fourth in a second',
      { limits, world: { ordersInLastSecond: 3 } },
      { code: 'order-rate', limit: 3, actual: 3, detail: 'per second' },
    ],
    ['the hundredth of the day', { limits, world: { ordersToday: 99 } }, 'approved'],
    [
      'the hundred and first of the day',
      { limits, world: { ordersToday: 100 } },
      { code: 'order-rate', limit: 100, actual: 100, detail: 'per day' },
    ],
    [
      'the fourth sell in a second',
      { limits, world: { ordersInLastSecond: 3 }, order: sell },
      { code: 'order-rate', limit: 3, actual: 3, detail: 'per second' },
    ],
    [
      'as many as you like without limits',
      { world: { ordersInLastSecond: 500, ordersToday: 50_000 } },
      'approved',
    ],
  ])('%s', (_name, given, answer) => expectAnswer(given, answer));
});

describe('order value', () => {
  const limits = { maxOrderValue: 712_000 };
  test.each<Row>([
    ['worth the limit', { limits }, 'approved'],
    [
      'a share more',
      { limits, order: { quantity: 11 } },
      { code: 'order-value-limit', limit: 712_000, actual: 783_200 },
    ],
    [
      'a tick more',
      { limits, order: { pricing: { type: 'limit', price: 71_300 } } },
      { code: 'order-value-limit', limit: 712_000, actual: 713_000 },
    ],
    [
      'a sell worth more: getting out is never limited',
      { limits, order: { ...sell, quantity: 11 }, world: { held: 11, sellable: 11 } },
      'approved',
    ],
  ])('%s', (_name, given, answer) => expectAnswer(given, answer));
});

describe('position limit', () => {
  const limits = { maxPositionValue: 10_000_000 };
  const room = { held: 130 };
  test.each<Row>([
    ['just room enough', { limits, world: room }, 'approved'],
    [
      'a share more than room',
      { limits, world: room, order: { quantity: 11 } },
      { code: 'position-limit', limit: 10_000_000, actual: 10_039_200 },
    ],
    [
      'open buys take their room',
      { limits, world: { ...room, openOrders: [openOrder({ quantity: 5 }, { filledQuantity: 4 })] } },
      { code: 'position-limit', limit: 10_000_000, actual: 10_039_200 },
    ],
    [
      'open buys below the last price take as much as their shares are worth',
      {
        limits,
        world: {
          held: 129,
          openOrders: [openOrder({ quantity: 2, pricing: { type: 'limit', price: 60_000 } })],
        },
      },
      { code: 'position-limit', limit: 10_000_000, actual: 10_039_200 },
    ],
    [
      'open sells give none',
      {
        limits,
        world: {
          held: 131,
          openOrders: [openOrder({ side: 'sell', pricing: { type: 'limit', price: 80_000 } })],
        },
      },
      { code: 'position-limit', limit: 10_000_000, actual: 10_039_200 },
    ],
    ['sells need no room', { limits, world: { held: 10_000, sellable: 10_000 }, order: sell }, 'approved'],
  ])('%s', (_name, given, answer) => expectAnswer(given, answer));
});

describe('exposure limit', () => {
  const limits = { maxExposure: 10_000_000 };
  test.each<Row>([
    ['just room enough', { limits, world: { exposure: 9_288_000 } }, 'approved'],
    [
      'a won more than room',
      { limits, world: { exposure: 9_288_001 } },
      { code: 'exposure-limit', limit: 10_000_000, actual: 10_000_001 },
    ],
    ['sells need no room', { limits, world: { exposure: 20_000_000 }, order: sell }, 'approved'],
  ])('%s', (_name, given, answer) => expectAnswer(given, answer));
});

describe('sellable quantity', () => {
  const all = { ...sell, quantity: 100 };
  test.each<Row>([
    ['all we hold', { order: all }, 'approved'],
    [
      'more than we hold',
      { order: { ...sell, quantity: 101 } },
      { code: 'sellable-quantity', limit: 100, actual: 101 },
    ],
    [
      'all we hold, some of it pledged',
      { world: { sellable: 99 }, order: all },
      { code: 'sellable-quantity', limit: 99, actual: 100 },
    ],
    ['the broker has not said', { world: { sellable: null }, order: all }, { ask: 'sellable' }],
    [
      'more than we hold is refused without asking',
      { world: { sellable: null }, order: { ...sell, quantity: 101 } },
      { code: 'sellable-quantity', limit: 100, actual: 101 },
    ],
    [
      'the broker sees shares we do not',
      { world: { held: 0 }, order: sell },
      { code: 'sellable-quantity', limit: 0, actual: 10 },
    ],
    ['a buy needs no shares', { world: { held: 0, sellable: null } }, 'approved'],
  ])('%s', (_name, given, answer) => expectAnswer(given, answer));
});

describe('orderable quantity', () => {
  const known = (price: number, quantity: number, age = 0) => {
    return { orderable: { price, quantity, amount: price * quantity, answeredAt: NOW - age } };
  };
  test.each<Row>([
    ['just money enough', { world: known(71_200, 10) }, 'approved'],
    ['a share too many', { world: known(71_200, 9) }, { code: 'orderable-quantity', limit: 9, actual: 10 }],
    ['the answer is for a higher price', { world: known(71_300, 10) }, 'approved'],
    ['the answer is for a lower price', { world: known(71_100, 1_000) }, { ask: 'orderable', price: 71_200 }],
    ['the answer is just fresh enough', { world: known(71_200, 10, 10_000) }, 'approved'],
    ['the answer is too old', { world: known(71_200, 10, 10_001) }, { ask: 'orderable', price: 71_200 }],
    ['the broker has not said', { world: { orderable: null } }, { ask: 'orderable', price: 71_200 }],
    [
      'a market buy is asked for at the upper limit',
      { world: known(71_200, 10), order: market },
      { ask: 'orderable', price: 92_300 },
    ],
    ['a sell needs no money', { world: { orderable: null }, order: sell }, 'approved'],
  ])('%s', (_name, given, answer) => expectAnswer(given, answer));
});

describe('the price an order is counted at', () => {
  const counter = { pricing: { type: 'best-counter' } } as const;
  const own = { pricing: { type: 'best-own' } } as const;
  test.each([
    [
      'a limit order at its price',
      orderRequest({ pricing: { type: 'limit', price: 70_000 } }),
      samplePicture(),
      70_000,
    ],
    ['a market buy at the upper limit', orderRequest(market), samplePicture(), 92_300],
    [
      'a market buy at its reference while no limit is known',
      orderRequest(market),
      samplePicture({ reference: null }),
      71_200,
    ],
    [
      'a market sell at the last price',
      orderRequest({ ...sell, ...market }),
      samplePicture({ last: 71_000 }),
      71_000,
    ],
    ['a best-counter buy at the ask', orderRequest(counter), samplePicture(), 71_300],
    [
      'a best-counter buy at its reference while nobody asks',
      orderRequest(counter),
      samplePicture({ ask: null }),
      71_200,
    ],
    ['a best-own buy at the last price', orderRequest(own), samplePicture({ last: 71_100 }), 71_100],
    ['anything at its reference while nothing is known', orderRequest(own), null, 71_200],
  ])('%s', (_name, request, picture, expected) => {
    expect(countedPrice(request, picture)).toBe(expected);
  });

  test('its value is that of its limit price, else of the price it was sized at', () => {
    expect(orderValue(orderRequest({ pricing: { type: 'limit', price: 70_000 } }))).toBe(700_000);
    expect(orderValue(orderRequest(market))).toBe(712_000);
  });
});
