// The day a name comes to the exchange: unknown before it, within the wide limits of a first day on it, one of many from then on.

import { describe, expect, it } from 'vitest';
import type { TradeDate } from '#domain/units.ts';
import { type Exchange, restoreExchange } from '#exchange/exchange.ts';
import type { Listing } from '#exchange/market/listing.ts';
import { ACCOUNT, DAY, LISTINGS, limitOrder, listenTo, moment, NEXT_DAY, newExchange } from './support.ts';

const OFFERED = 20_000;
const SYMBOL = '247540';

function listings(listedOn: TradeDate): readonly Listing[] {
  return LISTINGS.map((listing) =>
    listing.instrument.symbol === SYMBOL ? { ...listing, listedOn, startPrice: OFFERED } : listing,
  );
}

function exchangeWith(listedOn: TradeDate, more: { readonly nxt?: boolean } = {}): Exchange {
  return newExchange({ listings: listings(listedOn), ...more });
}

describe('before its first day', () => {
  it('nobody knows it, and nothing of it is there', () => {
    const exchange = exchangeWith(NEXT_DAY);
    exchange.advanceTo(moment('100000'));
    expect(exchange.market.instruments().map(({ symbol }) => symbol)).toEqual(['005930']);
    expect(exchange.market.day(SYMBOL)).toBeNull();
    expect(exchange.market.dailyBars(SYMBOL)).toEqual([]);
    expect(exchange.orders.submit(ACCOUNT, limitOrder('buy', 1, OFFERED, SYMBOL))).toMatchObject({
      ok: false,
      code: 'unknown-symbol',
    });
  });
});

describe('on its first day', () => {
  it('opens by an auction between 60 % and 400 % of its offering price, without interruptions', () => {
    const exchange = exchangeWith(NEXT_DAY);
    const events = listenTo(exchange);
    exchange.advanceTo(moment('083000', NEXT_DAY));
    expect(exchange.market.instruments()).toHaveLength(2);
    expect(exchange.market.day(SYMBOL)).toMatchObject({
      stage: 'opening-auction',
      reference: { base: OFFERED, lowerLimit: 12_000, upperLimit: 80_000 },
      last: null,
    });
    expect(exchange.orders.submit(ACCOUNT, limitOrder('buy', 1, 80_000, SYMBOL))).toMatchObject({ ok: true });
    exchange.advanceTo(moment('160000', NEXT_DAY));
    const { open, high, low, volume } = exchange.market.day(SYMBOL)!;
    expect(open).not.toBeNull();
    expect(low!).toBeGreaterThanOrEqual(12_000);
    expect(high!).toBeLessThanOrEqual(80_000);
    expect(volume).toBeGreaterThan(LISTINGS[1]!.dailyVolume);
    const own = events.filter((event) => 'symbol' in event && event.symbol === SYMBOL);
    expect(own.some(({ type }) => type === 'volatility-interruption')).toBe(false);
    expect(exchange.market.dailyBars(SYMBOL)).toHaveLength(1);
  });

  it('may be the first day of the exchange, with a past of the others alone', () => {
    const exchange = exchangeWith(DAY);
    exchange.advanceTo(moment('100000'));
    expect(exchange.market.dailyBars(SYMBOL)).toHaveLength(1);
    expect(exchange.market.dailyBars('005930')).toHaveLength(3);
    expect(exchange.market.day(SYMBOL)?.reference.base).toBe(OFFERED);
  });

  it('is not on NXT, whatever it will be later', () => {
    const exchange = exchangeWith(DAY, { nxt: true });
    expect(exchange.market.day(SYMBOL, 'NXT')).toBeNull();
    expect(exchange.market.day('005930', 'NXT')).not.toBeNull();
    expect(exchange.market.listingOf(SYMBOL)).toMatchObject({ listedOn: DAY, isOnNxt: false });
  });
});

it('the day after has the usual limits around its close', () => {
  const exchange = exchangeWith(DAY);
  exchange.advanceTo(moment('200000'));
  const close = exchange.market.dailyBars(SYMBOL).at(-1)!.close;
  exchange.advanceTo(moment('083000', NEXT_DAY));
  const { base, upperLimit } = exchange.market.day(SYMBOL)!.reference;
  expect(base).toBe(close);
  expect(upperLimit / base).toBeLessThanOrEqual(1.3);
});

it('an index takes no name that is listed while the exchange plays', () => {
  const [exchange, without] = [exchangeWith(NEXT_DAY), newExchange({ listings: [LISTINGS[0]!] })];
  for (const each of [exchange, without]) each.advanceTo(moment('110000', NEXT_DAY));
  expect(exchange.indices.names).toEqual(without.indices.names);
  expect(exchange.indices.names.map(({ code }) => code)).not.toContain('101');
  expect(exchange.indices.value('001')).toBe(without.indices.value('001'));
});

describe('a saved exchange', () => {
  it.each(['080000', '100000', '210000'])(
    'of %s before or after the first day goes on with it, told or not',
    (time) => {
      for (const date of [DAY, NEXT_DAY]) {
        const exchange = exchangeWith(NEXT_DAY);
        exchange.advanceTo(moment(time, date));
        const saved = JSON.parse(JSON.stringify(exchange.save()));
        const again = restoreExchange(saved, { listings: LISTINGS });
        expect(again.save()).toEqual(exchange.save());
        again.advanceTo(moment('084000', '2026-11-25'));
        expect(again.market.instruments()).toHaveLength(2);
        expect(again.market.dailyBars(SYMBOL)).toHaveLength(1);
      }
    },
  );

  it('of a time without first days has all its names', () => {
    const exchange = newExchange({ listings: LISTINGS });
    const { listings: _none, ...old } = exchange.save();
    const again = restoreExchange(old, { listings: listings('2027-01-04') });
    expect(again.market.instruments()).toHaveLength(2);
  });

  it('is refused where a name is missing', () => {
    const saved = exchangeWith(NEXT_DAY).save();
    expect(() => restoreExchange(saved, { listings: [LISTINGS[1]!] })).toThrow(/other instruments|다릅니다/);
  });
});
