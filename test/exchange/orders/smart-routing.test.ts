// Where smart order routing sends an order (krx-rules 3.3): to the market with the better opposite quote, whole; to KRX when they
// are equal, when nothing would trade, or when only KRX takes it.

import { describe, expect, it } from 'vitest';
import type { NewOrder, OrderTerms } from '#exchange/contract.ts';
import { OTHER, order, orderOf, quietExchange, send } from '../quiet-market.ts';
import { ACCOUNT, LISTINGS } from '../support.ts';

const ON_NXT = { listings: LISTINGS.map((one) => ({ ...one, isOnNxt: true })) };

interface Routed {
  readonly name: string;
  readonly side: 'buy' | 'sell';
  /** Opposite quotes, won; null where there is none. */
  readonly krx: number | null;
  readonly nxt: number | null;
  readonly terms: number | OrderTerms;
  readonly to: 'KRX' | 'NXT';
  readonly timeInForce?: NewOrder['timeInForce'];
}

describe('an order for SOR', () => {
  it.each<Routed>([
    { name: 'a lower ask on NXT', side: 'buy', krx: 71_200, nxt: 71_100, terms: 71_200, to: 'NXT' },
    { name: 'a lower ask on KRX', side: 'buy', krx: 71_100, nxt: 71_200, terms: 71_200, to: 'KRX' },
    { name: 'the same ask on both', side: 'buy', krx: 71_100, nxt: 71_100, terms: 71_200, to: 'KRX' },
    {
      name: 'an ask on NXT alone, at its limit',
      side: 'buy',
      krx: null,
      nxt: 71_100,
      terms: 71_100,
      to: 'NXT',
    },
    {
      name: 'an ask on NXT alone, out of reach',
      side: 'buy',
      krx: null,
      nxt: 71_200,
      terms: 71_100,
      to: 'KRX',
    },
    { name: 'no ask at all', side: 'buy', krx: null, nxt: null, terms: 71_100, to: 'KRX' },
    { name: 'a higher bid on NXT', side: 'sell', krx: 70_800, nxt: 70_900, terms: 70_800, to: 'NXT' },
    { name: 'a higher bid on KRX', side: 'sell', krx: 70_900, nxt: 70_800, terms: 70_800, to: 'KRX' },
    { name: 'the same bid on both', side: 'sell', krx: 70_900, nxt: 70_900, terms: 70_800, to: 'KRX' },
    {
      name: 'a bid on NXT alone, at its limit',
      side: 'sell',
      krx: null,
      nxt: 70_900,
      terms: 70_900,
      to: 'NXT',
    },
    {
      name: 'a bid on NXT alone, out of reach',
      side: 'sell',
      krx: null,
      nxt: 70_800,
      terms: 70_900,
      to: 'KRX',
    },
    {
      ...{ name: 'a lower ask on NXT, at the best of the other side', side: 'buy' },
      ...{ krx: 71_200, nxt: 71_100, terms: { type: 'best-counter' }, to: 'NXT' },
    },
    {
      ...{ name: 'a lower ask on NXT, at the best of its own side, which trades nothing', side: 'buy' },
      ...{ krx: 71_200, nxt: 71_100, terms: { type: 'best-own' }, to: 'KRX' },
    },
    {
      ...{ name: 'a lower ask on NXT, at once and without a price', side: 'buy' },
      ...{ krx: 71_200, nxt: 71_100, terms: { type: 'market' }, timeInForce: 'ioc', to: 'NXT' },
    },
    {
      ...{ name: 'a lower ask on NXT, which takes no market orders that wait', side: 'buy' },
      ...{ krx: 71_200, nxt: 71_100, terms: { type: 'market' }, to: 'KRX' },
    },
  ])('to $side with $name goes to $to', ({ side, krx, nxt, terms, timeInForce = 'day', to }) => {
    const exchange = quietExchange('1000', ON_NXT);
    const other = side === 'buy' ? 'sell' : 'buy';
    if (krx !== null) send(exchange, OTHER, order(other, 10, krx));
    if (nxt !== null) send(exchange, OTHER, order(other, 10, nxt, { venue: 'NXT' }));
    const sent = send(exchange, ACCOUNT, order(side, 5, terms, { venue: 'SOR', timeInForce }));
    expect(orderOf(exchange, sent)).toMatchObject({ venue: 'SOR', routedTo: to });
  });

  it.each([
    { at: '0810', to: 'NXT' },
    { at: '0845', to: 'KRX' },
    { at: '1525', to: 'KRX' },
  ])('goes to $to at $at, whichever is open then or gathers', ({ at, to }) => {
    const exchange = quietExchange(at, ON_NXT);
    const sent = send(exchange, ACCOUNT, order('buy', 5, 71_000, { venue: 'SOR' }));
    expect(orderOf(exchange, sent).routedTo).toBe(to);
  });

  it('is refused where its kind goes to a market by name only', () => {
    const exchange = quietExchange('1000', ON_NXT);
    const stop = { type: 'stop-limit', stop: 71_500, price: 71_500 } as const;
    for (const terms of [
      stop,
      { type: 'mid-price' },
      { type: 'conditional-limit', price: 71_000 },
    ] as const) {
      const asked = (venue: 'SOR' | 'KRX') =>
        exchange.orders.submit(ACCOUNT, order('buy', 5, terms, { venue }));
      expect([asked('SOR'), asked('KRX')]).toMatchObject([{ code: 'order-type-not-allowed' }, { ok: true }]);
    }
  });
});
