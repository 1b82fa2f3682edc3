// Who came first is first, whichever account is asked first: orders of several accounts at one price, before and after the
// exchange was saved.

import { describe, expect, it } from 'vitest';
import { type Exchange, restoreExchange } from '#exchange/exchange.ts';
import { OTHER, order, orderOf, quietExchange, send, silentMarket } from './quiet-market.ts';
import { ACCOUNT, LISTINGS, moment } from './support.ts';

const open = (hhmm: string) => quietExchange(hhmm, { market: silentMarket(true) });
const again = (exchange: Exchange) =>
  restoreExchange(JSON.parse(JSON.stringify(exchange.save())), {
    listings: LISTINGS,
    market: silentMarket(true),
  });
const filled = (exchange: Exchange, orders: readonly string[]) =>
  orders.map((orderNo) => orderOf(exchange, orderNo).filled);

describe.each([
  { name: 'as it is', later: (exchange: Exchange) => exchange },
  { name: 'saved and restored', later: again },
])('an exchange $name', ({ later }) => {
  it('fills the order that came first, of whatever account', () => {
    const before = open('1000');
    const orders = [OTHER, ACCOUNT, OTHER].map((account) => send(before, account, order('buy', 1, 71_000)));
    const exchange = later(before);
    send(exchange, ACCOUNT, order('sell', 1, 71_000));
    expect(filled(exchange, orders)).toEqual([1, 0, 0]);
  });

  it('turns conditional orders of one price into market orders by their receipt', () => {
    const before = open('1500');
    const terms = { type: 'conditional-limit', price: 71_000 } as const;
    const orders = [OTHER, ACCOUNT, OTHER].map((account) => send(before, account, order('buy', 1, terms)));
    const exchange = later(before);
    send(exchange, ACCOUNT, order('sell', 1, 71_200));
    exchange.advanceTo(moment('1531'));
    expect(filled(exchange, orders)).toEqual([1, 0, 0]);
  });

  it('keeps a market order of the closing auction behind the conditional orders that were there', () => {
    const before = open('1500');
    const market = { type: 'market' } as const;
    const conditional = send(before, ACCOUNT, order('buy', 1, { type: 'conditional-limit', price: 71_000 }));
    before.advanceTo(moment('1521'));
    const late = send(before, OTHER, order('buy', 1, market));
    const exchange = later(before);
    const last = send(exchange, ACCOUNT, order('buy', 1, market));
    send(exchange, OTHER, order('sell', 1, 71_000));
    exchange.advanceTo(moment('1531'));
    expect(filled(exchange, [conditional, late, last])).toEqual([1, 0, 0]);
  });

  it('lets the higher of two conditional bids go first, though it came later', () => {
    const before = open('1505');
    const lower = send(before, OTHER, order('buy', 1, { type: 'conditional-limit', price: 70_900 }));
    const higher = send(before, ACCOUNT, order('buy', 1, { type: 'conditional-limit', price: 71_100 }));
    before.advanceTo(moment('1522'));
    const exchange = later(before);
    send(exchange, OTHER, order('sell', 1, 71_000));
    exchange.advanceTo(moment('1531'));
    expect(filled(exchange, [lower, higher])).toEqual([0, 1]);
  });
});
