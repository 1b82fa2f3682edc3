// Continuous trading against a plain reading of krx-rules 3.3 and 7.1: a list of orders that is searched anew for each trade. With
// all types of orders, changes and part cancels; whoever is first in line there must be the one who trades here.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorToTick, stepTicks, tickTable } from '#domain/tick.ts';
import type { NewOrder, OrderTerms } from '#exchange/contract.ts';
import type { Exchange } from '#exchange/exchange.ts';
import { fillsOf, OTHER, order, orderOf, quietExchange, send, silentMarket } from '../quiet-market.ts';
import { ACCOUNT, DAY, SAMSUNG } from '../support.ts';

const TABLE = tickTable(SAMSUNG, DAY);
const [LOWER, UPPER, BASE] = [49_700, 92_300, 71_000];

type Side = 'buy' | 'sell';
type Terms = OrderTerms['type'];

/** An order that waits: at a price, or half-way between the best quotes (null). */
interface Waiting {
  readonly no: number;
  readonly side: Side;
  readonly price: number | null;
  readonly type: Terms;
  left: number;
}

interface Sleeping extends Waiting {
  readonly price: number;
  readonly stop: number;
}

/** A market as a list of orders. */
class PlainMarket {
  readonly fills = new Map<number, [price: number, quantity: number][]>();
  waiting: Waiting[] = [];
  sleeping: Sleeping[] = [];
  #last = BASE;

  best(side: Side): number | null {
    const prices = this.#of(side).flatMap(({ price }) => price ?? []);
    if (prices.length === 0) return null;
    return side === 'buy' ? Math.max(...prices) : Math.min(...prices);
  }

  enter(no: number, { side, quantity, pricing, timeInForce }: NewOrder): void {
    const { type } = pricing;
    const one = { no, side, type, left: quantity };
    if (pricing.type === 'stop-limit')
      this.sleeping.push({ ...one, price: pricing.price, stop: pricing.stop });
    else {
      const limit = type === 'mid-price' ? null : this.#limitOf(side, pricing);
      if (timeInForce !== 'fok' || this.#reachable(side, limit) >= quantity) this.#take(one, limit);
      const isLeft = timeInForce === 'day' && one.left > 0;
      if (isLeft) this.#rest({ ...one, price: type === 'market' ? this.#oneBetter(side) : limit });
    }
    this.settle();
  }

  /** Takes shares of an order out, wherever it is. Its place stays. */
  takeOut(no: number, quantity: number): void {
    const one = [...this.waiting, ...this.sleeping].find((each) => each.no === no)!;
    one.left -= quantity;
    this.#sweep();
  }

  /** What the last price sets off: stops, and pegged orders that have a price by now. */
  settle(): void {
    for (;;) {
      const stop = this.#awakened();
      if (stop !== undefined) {
        this.sleeping = this.sleeping.filter((one) => one !== stop);
        this.#take(stop, stop.price);
        if (stop.left > 0) this.#rest(stop);
      } else if (!this.#crossMids()) return;
    }
  }

  #of(side: Side): Waiting[] {
    return this.waiting.filter((one) => one.side === side).sort((one, other) => one.no - other.no);
  }

  #sweep(): void {
    this.waiting = this.waiting.filter(({ left }) => left > 0);
    this.sleeping = this.sleeping.filter(({ left }) => left > 0);
  }

  #rest(one: Waiting): void {
    this.waiting.push(one);
  }

  #limitOf(side: Side, pricing: OrderTerms): number {
    if (pricing.type === 'market') return side === 'buy' ? UPPER : LOWER;
    if (pricing.type === 'best-counter')
      return this.best(side === 'buy' ? 'sell' : 'buy') ?? this.#oneBetter(side);
    if (pricing.type === 'best-own') return this.best(side) ?? floorToTick(TABLE, this.#last);
    return 'price' in pricing ? pricing.price : Number.NaN;
  }

  #oneBetter(side: Side): number {
    const best = this.best(side);
    if (best === null) return floorToTick(TABLE, this.#last);
    return Math.min(UPPER, Math.max(LOWER, stepTicks(TABLE, best, side === 'buy' ? 1 : -1)));
  }

  #mid(): number | null {
    const [bid, ask] = [this.best('buy'), this.best('sell')];
    if (bid === null || ask === null) return null;
    const mid = Math.floor((bid + ask) / 2);
    return mid > bid ? mid : null;
  }

  /** Who would trade with an order of this side and limit now, first in line first; a pegged order only meets pegged ones. */
  #line(side: Side, limit: number | null): { readonly maker: Waiting; readonly price: number }[] {
    const mid = this.#mid();
    const isGood = (price: number) => limit === null || (side === 'buy' ? price <= limit : price >= limit);
    return this.#of(side === 'buy' ? 'sell' : 'buy')
      .flatMap((maker) => {
        const price = maker.price ?? mid;
        const isMet = price !== null && isGood(price) && (limit !== null || maker.price === null);
        return isMet ? [{ maker, price }] : [];
      })
      .sort((one, other) => (side === 'buy' ? one.price - other.price : other.price - one.price));
  }

  #reachable(side: Side, limit: number | null): number {
    return this.#line(side, limit).reduce((sum, { maker }) => sum + maker.left, 0);
  }

  #take(taker: { readonly no: number; readonly side: Side; left: number }, limit: number | null): void {
    for (const { maker, price } of this.#line(taker.side, limit)) {
      const quantity = Math.min(maker.left, taker.left);
      if (quantity > 0) this.#trade(maker, taker, price, quantity);
    }
    this.#sweep();
  }

  #trade(
    one: { readonly no: number; left: number },
    other: { readonly no: number; left: number },
    price: number,
    quantity: number,
  ): void {
    for (const each of [one, other]) {
      each.left -= quantity;
      this.fills.set(each.no, [...(this.fills.get(each.no) ?? []), [price, quantity]]);
    }
    this.#last = price;
  }

  /** Sales by falling stop, buys by rising stop, then by receipt; between the two sides the earlier one. */
  #awakened(): Sleeping | undefined {
    const firstOf = (side: Side) =>
      this.sleeping
        .filter(
          (one) => one.side === side && (side === 'buy' ? this.#last >= one.stop : this.#last <= one.stop),
        )
        .sort((one, other) => (side === 'buy' ? 1 : -1) * (one.stop - other.stop) || one.no - other.no)[0];
    const [buy, sell] = [firstOf('buy'), firstOf('sell')];
    if (buy === undefined || sell === undefined) return buy ?? sell;
    return buy.no < sell.no ? buy : sell;
  }

  /** All that have met trade before what their trades set off: a decision, as no rule ranks them. */
  #crossMids(): boolean {
    for (let hasTraded = false; ; hasTraded = true) {
      const price = this.#mid();
      const buy = this.#of('buy').find((one) => one.price === null);
      const sell = this.#of('sell').find((one) => one.price === null);
      if (price === null || buy === undefined || sell === undefined) return hasTraded;
      this.#trade(buy, sell, price, Math.min(buy.left, sell.left));
      this.#sweep();
    }
  }
}

const wish = fc.record({
  kind: fc.constantFrom('order', 'order', 'order', 'order', 'modify', 'cancel'),
  account: fc.constantFrom(ACCOUNT, OTHER),
  side: fc.constantFrom<Side>('buy', 'sell'),
  type: fc.constantFrom<Terms>(
    ...(['limit', 'limit', 'limit', 'market', 'best-counter', 'best-own', 'mid-price', 'mid-price'] as const),
    ...(['stop-limit', 'stop-limit'] as const),
  ),
  timeInForce: fc.constantFrom(
    'day' as const,
    'day' as const,
    'day' as const,
    'ioc' as const,
    'fok' as const,
  ),
  ticks: fc.integer({ min: -5, max: 5 }),
  stopTicks: fc.integer({ min: -4, max: 4 }),
  quantity: fc.integer({ min: 1, max: 40 }),
  pick: fc.nat(30),
});
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

function termsOf({ type, ticks, stopTicks }: Wish): OrderTerms {
  const price = stepTicks(TABLE, BASE, ticks);
  if (type === 'limit') return { type, price };
  if (type === 'stop-limit') return { type, price, stop: stepTicks(TABLE, BASE, stopTicks) };
  return { type: type as 'market' };
}

/** Does the same to both; what the exchange refuses is not done to the other. */
function act(exchange: Exchange, plain: PlainMarket, one: Wish): void {
  const { kind, account, side, quantity, timeInForce } = one;
  if (kind === 'order') {
    const wanted = { symbol: SAMSUNG.symbol, side, quantity, pricing: termsOf(one), timeInForce };
    const answer = exchange.orders.submit(account, wanted);
    if (answer.ok) plain.enter(Number(answer.orderNo), wanted);
    return;
  }
  const all = [...plain.waiting, ...plain.sleeping].sort((a, b) => a.no - b.no);
  const target = all[one.pick % Math.max(1, all.length)];
  if (target === undefined) return;
  const orderNo = String(target.no);
  const owner = orderOf(exchange, orderNo).account;
  const part = Math.min(quantity, target.left);
  if (kind === 'cancel') {
    expect(exchange.orders.cancel(owner, orderNo, part).ok).toBe(true);
    plain.takeOut(target.no, part);
    plain.settle();
    return;
  }
  const asleep = plain.sleeping.find(({ no }) => no === target.no);
  const price = stepTicks(TABLE, BASE, one.ticks);
  const answer = exchange.orders.modify(owner, orderNo, part, price);
  if (!answer.ok) return;
  plain.takeOut(target.no, part);
  const pricing: OrderTerms =
    asleep === undefined ? { type: 'limit', price } : { type: 'stop-limit', price, stop: asleep.stop };
  const changed = { symbol: SAMSUNG.symbol, side: target.side, quantity: part, pricing };
  plain.enter(Number(answer.orderNo), { ...changed, timeInForce: 'day' });
}

describe('continuous trading', () => {
  it('is price, then time, for all types of orders, as a plain list of them', () => {
    fc.assert(
      fc.property(fc.array(wish, { minLength: 5, maxLength: 60, size: 'max' }), (wishes) => {
        const exchange = quietExchange('1000', { market: silentMarket(true), nxt: false });
        const plain = new PlainMarket();
        const seen = () => {
          const all = exchange.accounts.ids().flatMap((id) => exchange.orders.of(id, DAY));
          return {
            fills: new Map(
              all.flatMap(({ orderNo, filled }) =>
                filled === 0 ? [] : [[Number(orderNo), fillsOf(exchange, orderNo)] as const],
              ),
            ),
            left: new Map(
              all.flatMap(({ orderNo, status, remaining }) =>
                status === 'working' ? [[Number(orderNo), remaining] as const] : [],
              ),
            ),
            best: [exchange.market.book(SAMSUNG.symbol)!].map(({ bids, asks }) => [
              bids[0]?.price ?? null,
              asks[0]?.price ?? null,
            ])[0],
          };
        };
        for (const one of wishes) {
          act(exchange, plain, one);
          expect(seen()).toEqual({
            fills: plain.fills,
            left: new Map([...plain.waiting, ...plain.sleeping].map(({ no, left }) => [no, left])),
            best: [plain.best('buy'), plain.best('sell')],
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a stop that pegged orders reach when they trade with each other stands in front of the next order', () => {
    const exchange = quietExchange('1000', { market: silentMarket(true), nxt: false });
    const stop = send(
      exchange,
      ACCOUNT,
      order('buy', 1, { type: 'stop-limit', price: 71_000, stop: 71_100 }),
    );
    // given pegged orders that have no price until both sides have a quote: then they trade half-way, at 71,100
    send(exchange, ACCOUNT, order('buy', 1, { type: 'mid-price' }));
    send(exchange, OTHER, order('sell', 1, { type: 'mid-price' }));
    send(exchange, OTHER, order('buy', 1, 71_000));
    send(exchange, OTHER, order('sell', 1, 71_200));
    expect(orderOf(exchange, stop)).toMatchObject({ price: 71_000, filled: 0 });
    send(exchange, OTHER, order('sell', 1, 71_000));
    expect(fillsOf(exchange, stop)).toEqual([[71_000, 1]]);
  });
});
