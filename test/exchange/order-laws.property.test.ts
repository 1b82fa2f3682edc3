// Laws that hold whatever orders of all types two accounts send to each other, on both markets and through a whole day: nothing is
// made or lost, no price is wrong, nothing happens that its order did not ask for.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOnTick, stepTicks, tickTable } from '#domain/tick.ts';
import { MINUTE_MS } from '#domain/time.ts';
import type { ExchangeEvent, ExchangeOrder, OrderTerms } from '#exchange/contract.ts';
import { type Exchange, restoreExchange } from '#exchange/exchange.ts';
import { OTHER, order, quietExchange, RICH, SHARES, silentMarket } from './quiet-market.ts';
import { ACCOUNT, DAY, LISTINGS, listenTo, moment, SAMSUNG } from './support.ts';

const TABLE = tickTable(SAMSUNG, DAY);
const TYPES = [
  ...['limit', 'limit', 'limit', 'market', 'best-counter', 'best-own', 'conditional-limit'],
  ...['stop-limit', 'mid-price', 'mid-price', 'opening-fixed', 'closing-fixed'],
] as const;

const action = fc.record({
  account: fc.constantFrom(ACCOUNT, OTHER),
  kind: fc.constantFrom('order', 'order', 'order', 'order', 'cancel', 'modify', 'wait', 'halt'),
  side: fc.constantFrom('buy' as const, 'sell' as const),
  type: fc.constantFrom(...TYPES),
  timeInForce: fc.constantFrom('day' as const, 'day' as const, 'ioc' as const, 'fok' as const),
  venue: fc.constantFrom('KRX' as const, 'KRX' as const, 'NXT' as const, 'SOR' as const),
  ticks: fc.integer({ min: -8, max: 8 }),
  stopTicks: fc.integer({ min: -8, max: 8 }),
  quantity: fc.integer({ min: 1, max: 50 }),
  pick: fc.nat(30),
  waitMinutes: fc.integer({ min: 1, max: 4 }),
});
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

/** Hours around which the actions of a day happen. */
const TIMES = ['0805', '0831', '0850', '0905', '1000', '1517', '1525', '1532', '1545', '1630'];

function termsOf({ type, ticks, stopTicks }: Action, last: number): OrderTerms {
  const price = stepTicks(TABLE, last, ticks);
  if (type === 'limit' || type === 'conditional-limit') return { type, price };
  if (type === 'stop-limit') return { type, price, stop: stepTicks(TABLE, last, stopTicks) };
  return { type: type as 'market' };
}

function run(exchange: Exchange, one: Action): void {
  const { account, kind, side, quantity, timeInForce, venue, pick, ticks } = one;
  const last = exchange.market.day('005930')!.last ?? exchange.market.day('005930')!.reference.base;
  const open = exchange.orders.of(account, exchange.tradeDate).filter(({ status }) => status === 'working');
  const target = open[pick % Math.max(1, open.length)];
  if (kind === 'wait') exchange.advanceTo(exchange.now + one.waitMinutes * MINUTE_MS);
  else if (kind === 'halt' && pick === 0) exchange.market.halt('005930', exchange.now + 5 * MINUTE_MS);
  else if (kind === 'cancel' && target !== undefined)
    exchange.orders.cancel(
      account,
      target.orderNo,
      pick % 2 === 0 ? 0 : Math.min(quantity, target.remaining),
    );
  else if (kind === 'modify' && target !== undefined) {
    const price = stepTicks(TABLE, last, ticks);
    exchange.orders.modify(account, target.orderNo, Math.min(quantity, target.remaining), price);
  } else if (kind === 'order') {
    const pricing = termsOf(one, last);
    exchange.orders.submit(account, { symbol: '005930', side, quantity, pricing, timeInForce, venue });
  }
}

/** A day of actions; `look` is called after each. */
function day(actions: readonly Action[], look: (exchange: Exchange, one: Action) => void): ExchangeEvent[] {
  const exchange = quietExchange('0800', { market: silentMarket() });
  const events = listenTo(exchange);
  const perTime = Math.ceil(actions.length / TIMES.length);
  for (const [index, time] of TIMES.entries()) {
    exchange.advanceTo(Math.max(exchange.now, moment(time)));
    for (const one of actions.slice(index * perTime, (index + 1) * perTime)) {
      run(exchange, one);
      look(exchange, one);
    }
  }
  exchange.advanceTo(moment('2100'));
  look(exchange, actions[0]!);
  return events;
}

function allOrders(exchange: Exchange): ExchangeOrder[] {
  return exchange.accounts.ids().flatMap((account) => [...exchange.orders.of(account, DAY)]);
}

const actions = fc.array(action, { minLength: 20, maxLength: 100 });

describe('whatever is ordered', () => {
  it('neither cash nor shares are made or lost between accounts that trade with each other alone', () => {
    fc.assert(
      fc.property(actions, (list) => {
        // The crowd of the fixed-price sessions trades, too: its side is the difference of the tape and the fills.
        day(list, (exchange) => {
          const fills = exchange.accounts
            .ids()
            .flatMap((account) => [...exchange.orders.fillsOf(account, DAY)]);
          const net = (of: (fill: (typeof fills)[number]) => number) =>
            fills.reduce((sum, fill) => sum + (fill.side === 'buy' ? of(fill) : -of(fill)), 0);
          const held = exchange.accounts
            .ids()
            .flatMap((account) => [...exchange.accounts.holdings(account)])
            .filter(({ symbol }) => symbol === '005930')
            .reduce((sum, { quantity }) => sum + quantity, 0);
          expect(held).toBe(2 * SHARES + net(({ quantity }) => quantity));
          const cash = exchange.accounts
            .ids()
            .reduce((sum, account) => sum + exchange.accounts.cash(account).d2, 0);
          const costs = fills.reduce((sum, { commission, tax }) => sum + commission + tax, 0);
          expect(cash).toBe(2 * RICH - net(({ price, quantity }) => price * quantity) - costs);
          const atFixedPrice = new Set(
            allOrders(exchange)
              .filter(({ pricing }) => pricing.type === 'opening-fixed' || pricing.type === 'closing-fixed')
              .map(({ orderNo }) => orderNo),
          );
          const inBooks = fills.filter(({ orderNo }) => !atFixedPrice.has(orderNo));
          expect(
            inBooks.reduce((sum, { side, quantity }) => sum + (side === 'buy' ? quantity : -quantity), 0),
          ).toBe(0);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('prices are on tick, but for pegged orders, and inside the limits', () => {
    fc.assert(
      fc.property(actions, (list) => {
        let pegged = false;
        const events = day(list, (exchange) => {
          pegged ||= allOrders(exchange).some(({ pricing }) => pricing.type === 'mid-price');
          for (const venue of ['KRX', 'NXT'] as const) {
            const { stage, reference } = exchange.market.day('005930', venue)!;
            const { asks, bids } = exchange.market.book('005930', venue)!;
            for (const { price } of [...asks, ...bids]) {
              expect(isOnTick(TABLE, price)).toBe(true);
              expect(price <= reference.upperLimit && price >= reference.lowerLimit).toBe(true);
            }
            const isTrading = stage === 'continuous' || stage === 'after-market' || stage === 'pre-market';
            if (isTrading && asks.length > 0 && bids.length > 0) {
              expect(bids[0]!.price).toBeLessThan(asks[0]!.price);
            }
          }
        });
        for (const event of events) {
          if (event.type !== 'trade' || event.symbol !== '005930') continue;
          if (!isOnTick(TABLE, event.price)) expect(pegged).toBe(true);
          expect(event.price).toBeLessThanOrEqual(92_300);
          expect(event.price).toBeGreaterThanOrEqual(49_700);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('immediate orders leave nothing, all-or-nothing orders trade all or nothing', () => {
    fc.assert(
      fc.property(actions, (list) => {
        day(list, (exchange) => {
          for (const { timeInForce, action: kind, remaining, filled, quantity, status } of allOrders(
            exchange,
          )) {
            if (kind === 'cancel' || timeInForce === 'day') continue;
            expect([remaining, status === 'working']).toEqual([0, false]);
            if (timeInForce === 'fok') expect([0, quantity]).toContain(filled);
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  it('nobody pays more than his limit, and a stop order trades only after its stop was reached', () => {
    fc.assert(
      fc.property(actions, (list) => {
        const events = day(list, () => undefined);
        const reached = new Set<string>();
        const sleeping = new Map<string, ExchangeOrder>();
        const lasts: Record<string, number> = { KRX: 71_000, NXT: 71_000 };
        const wake = (venue: string) => {
          for (const { orderNo, pricing, side, routedTo } of sleeping.values()) {
            if (pricing.type !== 'stop-limit' || routedTo !== venue) continue;
            const last = lasts[venue]!;
            if (side === 'sell' ? last <= pricing.stop : last >= pricing.stop) reached.add(orderNo);
          }
        };
        for (const event of events) {
          if (
            event.type === 'trade' &&
            event.symbol === '005930' &&
            (event.venue === 'NXT' || event.hours !== 'before')
          ) {
            lasts[event.venue] = event.price;
            wake(event.venue);
          }
          if (event.type !== 'order-notice') continue;
          const { order, fill, kind } = event;
          if (kind === 'accepted' && order.pricing.type === 'stop-limit' && order.price === null) {
            sleeping.set(order.orderNo, order);
            wake(order.routedTo);
          }
          if (fill === null) continue;
          const limit = order.pricing.type === 'conditional-limit' ? order.price : priceOf(order.pricing);
          if (limit !== null) {
            if (order.side === 'buy') expect(fill.price).toBeLessThanOrEqual(limit);
            else expect(fill.price).toBeGreaterThanOrEqual(limit);
          }
          if (sleeping.has(order.orderNo)) expect(reached.has(order.orderNo)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('all is over in the night, and nothing is tied up', () => {
    fc.assert(
      fc.property(actions, (list) => {
        let last: Exchange | null = null;
        day(list, (exchange) => {
          last = exchange;
        });
        const exchange = last as unknown as Exchange;
        expect(allOrders(exchange).filter(({ status }) => status === 'working')).toEqual([]);
        for (const account of exchange.accounts.ids())
          expect(exchange.accounts.cash(account).reserved).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('a saved exchange goes on with the same orders, and may be asked the same', () => {
    fc.assert(
      fc.property(actions, fc.constantFrom(...TIMES), (list, time) => {
        const exchange = quietExchange('0800', { market: silentMarket(true) });
        exchange.advanceTo(moment(time));
        for (const one of list) run(exchange, one);
        const saved = JSON.parse(JSON.stringify(exchange.save()));
        const again = restoreExchange(saved, { listings: LISTINGS, market: silentMarket(true) });
        expect(again.save()).toEqual(exchange.save());
        for (const venue of ['KRX', 'NXT'] as const) {
          const [one, other] = [exchange, again].map((each) => each.market.book('005930', venue)!);
          expect(other).toEqual(one);
          expect(again.market.day('005930', venue)).toEqual(exchange.market.day('005930', venue));
        }
        for (const account of exchange.accounts.ids())
          expect(again.accounts.cash(account)).toEqual(exchange.accounts.cash(account));
        for (const each of [exchange, again]) each.advanceTo(moment('2100'));
        expect(again.save()).toEqual(exchange.save());
      }),
      { numRuns: 40 },
    );
  });
});

it('a resting market order ties up the upper limit, before and after it was saved', () => {
  const exchange = quietExchange('1000', { market: silentMarket(true) });
  exchange.orders.submit(ACCOUNT, order('buy', 10, { type: 'market' }));
  const reserved = 10 * exchange.market.day('005930')!.reference.upperLimit;
  expect(exchange.accounts.cash(ACCOUNT).reserved).toBeGreaterThanOrEqual(reserved);
  const again = restoreExchange(exchange.save(), { listings: LISTINGS, market: silentMarket(true) });
  expect(again.accounts.cash(ACCOUNT)).toEqual(exchange.accounts.cash(ACCOUNT));
});

it('a conditional order is told as a market order of the closing auction, while it trades and when it ends', () => {
  const exchange = quietExchange('1500', { market: silentMarket(true) });
  const events = listenTo(exchange);
  exchange.orders.submit(OTHER, order('sell', 1, 71_200));
  exchange.orders.submit(ACCOUNT, order('buy', 2, { type: 'conditional-limit', price: 71_000 }));
  exchange.orders.submit(ACCOUNT, order('buy', 1, 71_000));
  exchange.advanceTo(moment('1535'));
  const told = events.flatMap((event) =>
    event.type === 'order-notice' && event.order.pricing.type === 'conditional-limit' ? [event] : [],
  );
  expect(told.map(({ kind, order: { price }, fill }) => [kind, price, fill?.price ?? null])).toEqual([
    ['accepted', 71_000, null],
    ['filled', null, 71_200],
    ['expired', null, null],
  ]);
});

function priceOf(pricing: OrderTerms): number | null {
  return 'price' in pricing ? pricing.price : null;
}
