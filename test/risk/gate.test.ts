// The gate as a whole: the order of its checks, and an oracle of its own that says what an approved order must keep to.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrderRequest, RefusalCode } from '#domain/order.ts';
import { checkOrder } from '#risk/gate.ts';
import type { RiskLimits } from '#risk/risk-check.ts';
import {
  NO_LIMITS,
  NOW,
  openOrder,
  orderRequest,
  type RiskWorld,
  riskView,
  SYMBOL,
  samplePicture,
} from '#test/support/risk-view.ts';

/** One thing wrong for each code, in the order in which the gate has to name them. */
const WRONGS: readonly (readonly [
  code: RefusalCode,
  wrong: Partial<RiskWorld>,
  limits: Partial<RiskLimits>,
])[] = [
  ['halted', { haltReason: 'operator' }, {}],
  ['not-reconciled', { reconciled: false }, {}],
  ['daily-loss-limit', { dayProfit: -1 }, { dailyLossLimit: 1 }],
  ['session-closed', { phase: 'closed' }, {}],
];

/** Wrongs of the order itself and of limits, which can stand beside all of the others. */
const LIMIT_WRONGS: readonly (readonly [code: RefusalCode, limits: Partial<RiskLimits>])[] = [
  ['market-data-stale', { staleAfterMs: 100 }],
  ['price-collar', { priceCollarPpm: -1 }],
  ['order-rate', { maxOrdersPerDay: 0 }],
  ['order-value-limit', { maxOrderValue: 1 }],
  ['position-limit', { maxPositionValue: 1 }],
  ['exposure-limit', { maxExposure: 1 }],
];

describe('the first wrong wins', () => {
  const lines = [...WRONGS, ...LIMIT_WRONGS.map(([code, limits]) => [code, {}, limits] as const)];
  test.each(lines.map(([code], index) => [code, index] as const))('%s', (code, index) => {
    const rest = lines.slice(index);
    const world = Object.assign({ orderable: null }, ...rest.map(([, wrong]) => wrong));
    const limits = Object.assign({ ...NO_LIMITS }, ...rest.map(([, , wrong]) => wrong));
    expect(checkOrder(orderRequest(), riskView(world), limits)).toMatchObject({
      type: 'refused',
      refusal: { code },
    });
  });

  test('the broker is asked only when everything else is in order', () => {
    const world = { orderable: null };
    expect(checkOrder(orderRequest(), riskView(world), NO_LIMITS).type).toBe('ask');
    expect(checkOrder(orderRequest(), riskView(world), { ...NO_LIMITS, maxExposure: 1 }).type).toBe(
      'refused',
    );
  });
});

test('an approved order is the request itself, unchanged', () => {
  const request = Object.freeze(orderRequest());
  const verdict = checkOrder(request, riskView(), NO_LIMITS);
  expect(verdict).toEqual({ type: 'approved', order: request });
  expect(verdict.type === 'approved' && verdict.order).toBe(request);
});

const usually = <Value>(value: Value, ...others: Value[]) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant(value) },
    { weight: 1, arbitrary: fc.constantFrom(value, ...others) },
  );
const limitUpTo = (max: number) => fc.option(fc.integer({ min: max >> 3, max }), { nil: null, freq: 2 });
const price = fc.oneof(
  fc.integer({ min: 680, max: 740 }).map((n) => n * 100),
  fc.integer({ min: 49_000, max: 93_000 }),
);
const side = fc.constantFrom('buy' as const, 'sell' as const);
const pricing = fc.oneof(
  price.map((at) => ({ type: 'limit' as const, price: at })),
  fc.constantFrom({ type: 'market' as const }, { type: 'best-own' as const }),
);
const strategy = fc.constantFrom('crossing', 'breakout');
const shares = fc.integer({ min: 1, max: 60 });

const request: fc.Arbitrary<OrderRequest> = fc
  .record({ side, pricing, strategy, quantity: shares })
  .map(orderRequest);

const standing = fc
  .record({ side, pricing, strategy, quantity: shares })
  .chain((parts) => fc.nat(parts.quantity - 1).map((filledQuantity) => openOrder(parts, { filledQuantity })));

const world: fc.Arbitrary<Partial<RiskWorld>> = fc.record({
  phase: usually<RiskWorld['phase']>('continuous', 'closed', 'opening-auction', 'after-market'),
  haltReason: usually<string | null>(null, 'operator'),
  buysHaltReason: usually<string | null>(null, 'lost too much'),
  reconciled: usually(true, false),
  dayProfit: fc.integer({ min: -150_000, max: 150_000 }),
  ordersInLastSecond: fc.nat(6),
  ordersToday: fc.nat(60),
  instrument: fc
    .record({
      last: usually<number | null>(71_200, 70_900, null),
      updatedAt: fc.integer({ min: NOW - 4_000, max: NOW }),
    })
    .map(samplePicture),
  held: fc.nat(80),
  openOrders: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(standing, { maxLength: 3 }) },
  ),
  exposure: fc.integer({ min: 0, max: 10_000_000 }),
  orderable: fc
    .record({
      price: usually(92_300, 71_200),
      quantity: fc.nat(80),
      answeredAt: fc.integer({ min: NOW - 12_000, max: NOW }),
    })
    .map((answer) => ({ ...answer, amount: answer.price * answer.quantity })),
  sellable: fc.option(fc.nat(80), { nil: null, freq: 10 }),
});

const limits: fc.Arbitrary<RiskLimits> = fc.record({
  maxOrderValue: limitUpTo(5_000_000),
  maxPositionValue: limitUpTo(12_000_000),
  maxExposure: limitUpTo(16_000_000),
  maxOrdersPerSecond: limitUpTo(8),
  maxOrdersPerDay: limitUpTo(80),
  priceCollarPpm: limitUpTo(60_000),
  staleAfterMs: limitUpTo(8_000),
  dailyLossLimit: limitUpTo(200_000),
  refuseWarned: fc.boolean(),
  orderableValidMs: fc.constant(10_000),
});

describe('against an oracle', () => {
  test('an approved order breaks no limit, and a refusal names one that is broken', () => {
    const seen = { approved: 0, refused: 0, ask: 0 };
    fc.assert(
      fc.property(request, world, limits, (order, parts, bounds) => {
        const verdict = checkOrder(order, riskView(parts), bounds);
        const broken = brokenBy(order, { ...parts } as RiskWorld, bounds);
        seen[verdict.type]++;
        if (verdict.type === 'approved') expect([...broken]).toEqual([]);
        if (verdict.type === 'refused') expect(broken).toContain(verdict.refusal.code);
      }),
      { numRuns: 4_000 },
    );
    expect(Math.min(seen.approved, seen.refused, seen.ask)).toBeGreaterThan(50);
  });

  test('refusing depends on nothing but what it was given', () => {
    fc.assert(
      fc.property(request, world, limits, (order, parts, bounds) => {
        const judge = () => checkOrder(order, riskView(parts), bounds);
        expect(judge()).toEqual(judge());
      }),
    );
  });
});

/** Every promise of the configuration and of the market that sending `order` would break, told from the outside. */
function brokenBy(order: OrderRequest, world: RiskWorld, limits: RiskLimits): Set<RefusalCode> {
  const broken = new Set<RefusalCode>();
  const breaks = (code: RefusalCode, when: boolean) => when && broken.add(code);
  const over = (limit: number | null, value: number) => limit !== null && value > limit;
  const isBuy = order.side === 'buy';
  const limitPrice = order.pricing.type === 'limit' ? order.pricing.price : null;
  const last = world.instrument?.last ?? null;
  const value = (limitPrice ?? order.referencePrice) * order.quantity;
  const same = world.openOrders.filter((open) => open.request.symbol === SYMBOL).map((open) => open.request);
  const opposite = same.filter((open) => open.side !== order.side);

  breaks('halted', world.haltReason !== null);
  breaks('not-reconciled', !world.reconciled);
  const lossReached = limits.dailyLossLimit !== null && world.dayProfit <= -limits.dailyLossLimit;
  breaks('daily-loss-limit', isBuy && (lossReached || world.buysHaltReason !== null));
  breaks('session-closed', world.phase === 'closed');
  breaks('session-closed', world.phase === 'opening-auction' && order.pricing.type === 'best-own');
  breaks('session-closed', world.phase === 'after-market' && order.pricing.type === 'market');
  breaks('price-unknown', last === null);
  breaks('market-data-stale', over(limits.staleAfterMs, NOW - (world.instrument?.updatedAt ?? 0)));
  if (limitPrice !== null) {
    breaks('off-tick', limitPrice % (limitPrice >= 50_000 ? 100 : 50) !== 0);
    breaks('outside-price-limits', limitPrice > 92_300 || limitPrice < 49_700);
    const wrongWay = (isBuy ? limitPrice - (last ?? 0) : (last ?? 0) - limitPrice) * 1_000_000;
    // The collar is whole parts per million: less than one more is not over it.
    breaks(
      'price-collar',
      limits.priceCollarPpm !== null && last !== null && wrongWay >= (limits.priceCollarPpm + 1) * last,
    );
  }
  breaks(
    'duplicate-order',
    same.some((open) => JSON.stringify({ ...open, id: order.id }) === JSON.stringify(order)),
  );
  breaks(
    'self-trade',
    opposite.some((open) => {
      if (limitPrice === null || open.pricing.type !== 'limit') return true;
      return isBuy ? limitPrice >= open.pricing.price : limitPrice <= open.pricing.price;
    }),
  );
  breaks(
    'order-rate',
    over(limits.maxOrdersPerSecond, world.ordersInLastSecond + 1) ||
      over(limits.maxOrdersPerDay, world.ordersToday + 1),
  );
  breaks('order-value-limit', order.side === 'buy' && over(limits.maxOrderValue, value));
  if (isBuy) {
    const openBuys = world.openOrders.filter((open) => open.request.side === 'buy');
    const coming = openBuys.reduce((sum, { request: open, filledQuantity }) => {
      const limit = open.pricing.type === 'limit' ? open.pricing.price : open.referencePrice;
      return sum + (open.quantity - filledQuantity) * Math.max(limit, last ?? 0);
    }, 0);
    breaks('position-limit', over(limits.maxPositionValue, world.held * (last ?? 0) + coming + value));
    breaks('exposure-limit', over(limits.maxExposure, world.exposure + value));
    breaks('orderable-quantity', order.quantity > (world.orderable?.quantity ?? 0));
  } else {
    breaks('sellable-quantity', order.quantity > Math.min(world.held, world.sellable ?? 0));
  }
  return broken;
}
