// Actions on a running exchange: prices and limits of the morning, halts, holdings, indices, and what a past of the seed makes of
// them; on both markets, and over a restart.

import { describe, expect, it } from 'vitest';
import { kstDate } from '#domain/time.ts';
import { adjustedBars } from '#exchange/contract.ts';
import type { CorporateAction } from '#exchange/corporate/corporate-action.ts';
import { type Exchange, type ExchangeOptions, restoreExchange } from '#exchange/exchange.ts';
import { DEFAULT_LISTINGS, type Listing } from '#exchange/market/listing.ts';
import { OTHER, order, quietExchange, send } from '../quiet-market.ts';
import { ACCOUNT, DAY, LISTINGS, limitOrder, moment, NEXT_DAY, newExchange, SAMSUNG } from '../support.ts';
import { action } from './actions.ts';

const SYMBOL = SAMSUNG.symbol;
const THIRD_DAY = '2026-11-25';
const SPLIT = action('split', NEXT_DAY, '1:5');

function listed(...actions: readonly CorporateAction[]): readonly Listing[] {
  return [{ ...LISTINGS[0]!, actions }, LISTINGS[1]!];
}

function holder(actions: readonly CorporateAction[], options: Partial<ExchangeOptions> = {}): Exchange {
  return newExchange({
    listings: listed(...actions),
    accounts: [
      { id: ACCOUNT, cash: 1_000_000, holdings: [{ instrument: SAMSUNG, quantity: 10, cost: 700_000 }] },
    ],
    ...options,
  });
}

function stateOf(exchange: Exchange) {
  const { reference, listedShares, stage } = exchange.market.day(SYMBOL)!;
  return { ...reference, listedShares, stage };
}

/** Returns of daily closes, as logarithms. */
function returnsOf(bars: readonly { readonly close: number }[]): number[] {
  return bars.slice(1).map(({ close }, index) => Math.log(close / bars[index]!.close));
}

describe('the morning of a split', () => {
  it('has a fifth of the close for a base price, limits around it, and five times the shares', () => {
    const exchange = holder([SPLIT]);
    exchange.advanceTo(moment('200000'));
    const close = exchange.market.dailyBars(SYMBOL).at(-1)!.close;
    const shares = stateOf(exchange).listedShares;
    exchange.advanceTo(moment('083500', NEXT_DAY));
    const base = Math.ceil(close / 5 / 10) * 10;
    const { upperLimit, lowerLimit, listedShares } = stateOf(exchange);
    expect(stateOf(exchange).base).toBe(base);
    expect(listedShares).toBe(5 * shares);
    expect(upperLimit / base).toBeGreaterThan(1.29);
    expect(lowerLimit / base).toBeLessThan(0.71);
    // then an order for all of the new shares is taken
    const sell = exchange.orders.submit(ACCOUNT, limitOrder('sell', 50, upperLimit));
    expect(sell.ok).toBe(true);
    expect(exchange.orders.submit(ACCOUNT, limitOrder('sell', 1, upperLimit))).toMatchObject({
      ...{ code: 'insufficient-shares', limit: 0, actual: 1 },
    });
    exchange.advanceTo(moment('100000', NEXT_DAY));
    const price = exchange.market.day(SYMBOL)!.last!;
    expect(Math.abs(price / base - 1)).toBeLessThan(0.15);
  });

  it('leaves what the account is worth as it was, up to the tick of the base price', () => {
    const exchange = holder([SPLIT]);
    exchange.advanceTo(moment('235959'));
    const before = exchange.accounts.holdings(ACCOUNT)[0]!;
    exchange.advanceTo(moment('070000', NEXT_DAY));
    const after = exchange.accounts.holdings(ACCOUNT)[0]!;
    expect(after).toMatchObject({ quantity: 50, cost: 700_000, sellable: 50 });
    const tick = 10;
    expect(after.value).toBeGreaterThanOrEqual(
      before.quantity * exchange.market.dailyBars(SYMBOL).at(-1)!.close,
    );
    expect(after.value - before.quantity * exchange.market.dailyBars(SYMBOL).at(-1)!.close).toBeLessThan(
      50 * tick,
    );
  });

  it('moves its indices only by the tick the base price was raised by', () => {
    const exchange = holder([SPLIT]);
    exchange.advanceTo(moment('235959'));
    const before = exchange.indices.value('001')!;
    exchange.advanceTo(moment('070000', NEXT_DAY));
    expect(exchange.indices.value('001')! / before).toBeCloseTo(1, 2);
    exchange.advanceTo(moment('200000', NEXT_DAY));
    for (const change of returnsOf(exchange.indices.dailyBars('001')))
      expect(Math.abs(change)).toBeLessThan(0.15);
    for (const change of returnsOf(exchange.indices.minuteBars('001')))
      expect(Math.abs(change)).toBeLessThan(0.05);
  });

  it('is the same on NXT', () => {
    const exchange = holder([SPLIT], { nxt: true });
    exchange.advanceTo(moment('200000'));
    exchange.advanceTo(moment('083000', NEXT_DAY));
    const [krx, nxt] = (['KRX', 'NXT'] as const).map((venue) => exchange.market.day(SYMBOL, venue)!);
    expect(nxt!.reference).toEqual(krx!.reference);
    expect(nxt!.listedShares).toBe(krx!.listedShares);
    expect(Math.abs(nxt!.last! / nxt!.reference.base - 1)).toBeLessThan(0.15);
  });

  it('is as long announced as the halt before it', () => {
    const halted = { ...action('split', THIRD_DAY, '1:5'), haltedFrom: DAY };
    const exchange = holder([halted], { nxt: true });
    exchange.advanceTo(moment('100000'));
    expect(stateOf(exchange).stage).toBe('halted');
    expect(exchange.market.day(SYMBOL, 'NXT')).toBeNull();
    expect(exchange.market.listingOf(SYMBOL)?.designations).toEqual(['converting']);
    expect(exchange.orders.submit(ACCOUNT, limitOrder('sell', 1, 71_000))).toMatchObject({
      code: 'trading-restricted',
    });
    // neither margin nor loans suffer
    expect(exchange.accounts.marginRate(SYMBOL)).toBe(20);
    const base = stateOf(exchange).base;
    exchange.advanceTo(moment('100000', THIRD_DAY));
    expect(stateOf(exchange)).toMatchObject({ stage: 'continuous', base: Math.ceil(base / 5 / 10) * 10 });
    expect(exchange.market.day(SYMBOL, 'NXT')).not.toBeNull();
    expect(exchange.accounts.holdings(ACCOUNT)[0]?.quantity).toBe(50);
  });

  it('is told once it has come, and adjusted charts of before fit to it', () => {
    const exchange = holder([SPLIT], { nxt: true });
    exchange.advanceTo(moment('200000'));
    expect(exchange.market.adjustments(SYMBOL)).toEqual([]);
    exchange.advanceTo(moment('200000', NEXT_DAY));
    const steps = exchange.market.adjustments(SYMBOL);
    expect(steps).toMatchObject([{ on: NEXT_DAY, kinds: ['split'], base: stateOf(exchange).base }]);
    for (const venue of ['KRX', 'NXT'] as const) {
      const raw = exchange.market.minuteBars(SYMBOL, venue);
      const adjusted = adjustedBars(raw, steps);
      expect(Math.min(...returnsOf(raw))).toBeLessThan(Math.log(0.25));
      for (const change of returnsOf(adjusted)) expect(Math.abs(change)).toBeLessThan(0.1);
    }
  });
});

describe('a name that nobody trades', () => {
  it('keeps the base price the split gave it, and is adjusted once', () => {
    const exchange = quietExchange('100000', { listings: listed(SPLIT, action('split', THIRD_DAY, '1:2')) });
    send(exchange, OTHER, order('sell', 1, 71_000));
    send(exchange, ACCOUNT, order('buy', 1, 71_000));
    const bases = [DAY, NEXT_DAY, THIRD_DAY, '2026-11-26'].map((date) => {
      exchange.advanceTo(moment('110000', date));
      return stateOf(exchange).base;
    });
    expect(bases).toEqual([71_000, 14_200, 7_100, 7_100]);
    const steps = exchange.market.adjustments(SYMBOL);
    expect(steps.map(({ close, base }) => [close, base])).toEqual([
      [71_000, 14_200],
      [14_200, 7_100],
    ]);
    expect(adjustedBars(exchange.market.dailyBars(SYMBOL), steps)).toMatchObject([{ close: 7_100 }]);
  });

  it('begins at its starting price as the split made it', () => {
    const exchange = quietExchange('100000', { listings: listed(SPLIT) });
    exchange.advanceTo(moment('100000', NEXT_DAY));
    expect(stateOf(exchange).base).toBe(14_200);
    expect(exchange.market.adjustments(SYMBOL)).toEqual([]);
  });
});

describe('working orders', () => {
  it('are over before the shares change, on NXT in the evening as well', () => {
    const exchange = quietExchange('180000', { listings: listed(SPLIT) });
    const { lowerLimit } = exchange.market.day(SYMBOL, 'NXT')!.reference;
    const orderNo = send(exchange, OTHER, order('buy', 3, lowerLimit, { venue: 'NXT' }));
    exchange.advanceTo(moment('235959'));
    expect(exchange.orders.of(OTHER, DAY).find((one) => one.orderNo === orderNo)?.status).toBe('expired');
    exchange.advanceTo(moment('070000', NEXT_DAY));
    expect(exchange.accounts.cash(OTHER).reserved).toBe(0);
  });

  it('may be as large as the shares listed that day allow', () => {
    const listings: readonly Listing[] = [{ ...listed(SPLIT)[0]!, listedShares: 20_000_000 }, LISTINGS[1]!];
    const exchange = quietExchange('100000', { listings });
    const most = () => {
      const answer = exchange.orders.submit(ACCOUNT, order('buy', 10_000_000, stateOf(exchange).lowerLimit));
      return answer.ok ? null : answer.limit!;
    };
    const before = most()!;
    exchange.advanceTo(moment('100000', NEXT_DAY));
    expect(most()).toBe(5 * before);
  });
});

describe('dividends', () => {
  it('in cash leave the base price, and come on their day', () => {
    const exchange = holder([{ ...action('cash-dividend', NEXT_DAY, 361), deliveredOn: THIRD_DAY }]);
    exchange.advanceTo(moment('200000'));
    const { close } = exchange.market.dailyBars(SYMBOL).at(-1)!;
    exchange.advanceTo(moment('090000', NEXT_DAY));
    expect(stateOf(exchange).base).toBe(close);
    expect(exchange.market.adjustments(SYMBOL)).toEqual([]);
    exchange.advanceTo(moment('070000', THIRD_DAY));
    expect(exchange.accounts.cash(ACCOUNT).today).toBe(1_000_000 + 3_610 - 550);
  });

  it('of a fund come off its base price and off its net assets of before', () => {
    const fund = DEFAULT_LISTINGS[4]!;
    const paid = { ...action('distribution', NEXT_DAY, 1_000), deliveredOn: THIRD_DAY };
    const exchange = newExchange({ listings: [{ ...fund, actions: [paid] }] });
    const { symbol } = fund.instrument;
    exchange.advanceTo(moment('200000'));
    const { close } = exchange.market.dailyBars(symbol).at(-1)!;
    const [worth] = exchange.market.netAssetDays(symbol).slice(-1);
    exchange.advanceTo(moment('100000', NEXT_DAY));
    expect(exchange.market.day(symbol)!.reference.base).toBe(close - 1_000);
    const now = exchange.market.netAssets(symbol)!;
    expect(now.before / worth!.value).toBeCloseTo((close - 1_000) / close, 4);
    expect(Math.abs(now.value / now.before - 1)).toBeLessThan(0.1);
  });
});

describe('a past of the seed', () => {
  const listings = listed(action('split', '2026-10-01', '1:5'), action('bonus-issue', '2026-11-02', '1:2'));
  const exchange = newExchange({ listings, historyDays: 60, nxt: true });

  it('falls with its actions, and is a price path like any other once adjusted', () => {
    const raw = exchange.market.dailyBars(SYMBOL);
    const steps = exchange.market.adjustments(SYMBOL);
    expect(steps.map(({ on }) => on)).toEqual(['2026-10-01', '2026-11-02']);
    expect(returnsOf(raw).filter((change) => change < -0.4)).toHaveLength(2);
    const adjusted = adjustedBars(raw, steps);
    for (const change of returnsOf(adjusted)) expect(Math.abs(change)).toBeLessThan(0.2);
    const last = raw.at(-1)!;
    expect(adjusted.at(-1)).toBe(last);
    // volumes are alike before and after
    const mean = (from: string, until: string) => {
      const days = adjusted.filter(({ start }) => kstDate(start) >= from && kstDate(start) < until);
      return days.reduce((sum, { volume }) => sum + volume, 0) / days.length;
    };
    const [before, after] = [mean('2026-08-01', '2026-10-01'), mean('2026-11-02', '2026-12-01')];
    expect(before / after).toBeGreaterThan(0.4);
    expect(before / after).toBeLessThan(2.5);
    for (const { date, kinds } of exchange.participants.days(SYMBOL)) {
      const sides = Object.values(kinds);
      const bought = sides.reduce((sum, one) => sum + one.bought, 0);
      const day = adjusted.find(({ start }) => kstDate(start) === date);
      expect(bought).toBe(day?.volume);
    }
  });

  it('counts ten shares where there was one', () => {
    expect(stateOf(exchange).listedShares).toBe(10 * LISTINGS[0]!.listedShares);
    const stakes = exchange.participants.foreignHoldings(SYMBOL, '2026-09-01');
    for (const { held } of stakes) {
      expect(held / (10 * LISTINGS[0]!.listedShares)).toBeGreaterThan(0.1);
      expect(held / (10 * LISTINGS[0]!.listedShares)).toBeLessThan(0.7);
    }
  });

  it('leaves the index a price path, with its extremes around its closes', () => {
    const bars = exchange.indices.dailyBars('001');
    for (const change of returnsOf(bars)) expect(Math.abs(change)).toBeLessThan(0.2);
    for (const { high, low, close } of bars) {
      expect(high).toBeGreaterThanOrEqual(close);
      expect(low).toBeLessThanOrEqual(close);
      expect(high / low).toBeLessThan(1.25);
    }
  });
});

describe('an exchange that is gone on with', () => {
  const bonus = { ...action('bonus-issue', NEXT_DAY, '2:3'), deliveredOn: THIRD_DAY };

  it.each([
    { when: 'the evening before', at: moment('210000') },
    { when: 'the morning of it', at: moment('070000', NEXT_DAY) },
    { when: 'in the middle of the day of it', at: moment('110000', NEXT_DAY) },
  ])('$when knows of shares to come', ({ at }) => {
    const exchange = holder([bonus]);
    exchange.advanceTo(at);
    const saved = JSON.parse(JSON.stringify(exchange.save()));
    // a start without the file goes on with the actions it had
    const again = restoreExchange(saved, { listings: LISTINGS });
    const [one, other] = [exchange, again].map((each) => {
      each.advanceTo(moment('070000', THIRD_DAY));
      const { quantity, cost } = each.accounts.holdings(ACCOUNT)[0]!;
      return { quantity, cost };
    });
    expect(other).toEqual(one);
    expect(other?.quantity).toBe(15);
    expect(again.market.adjustments(SYMBOL)).toHaveLength(1);
  });

  it('lives the same days as one that never stopped, when it was saved at night', () => {
    const exchange = holder([SPLIT]);
    exchange.advanceTo(moment('210000'));
    const again = restoreExchange(JSON.parse(JSON.stringify(exchange.save())), { listings: listed(SPLIT) });
    for (const each of [exchange, again]) each.advanceTo(moment('210000', NEXT_DAY));
    expect(again.market.dailyBars(SYMBOL)).toEqual(exchange.market.dailyBars(SYMBOL));
    expect(again.accounts.holdings(ACCOUNT)).toEqual(exchange.accounts.holdings(ACCOUNT));
  });

  it('may be told other actions for days to come, not for days gone by', () => {
    const exchange = holder([SPLIT]);
    exchange.advanceTo(moment('120000', NEXT_DAY));
    const told = listed(action('reverse-split', NEXT_DAY, '10:1'), action('split', THIRD_DAY, '1:2'));
    const again = restoreExchange(JSON.parse(JSON.stringify(exchange.save())), { listings: told });
    again.advanceTo(moment('070000', THIRD_DAY));
    expect(again.market.adjustments(SYMBOL).map(({ on, kinds }) => [on, kinds])).toEqual([
      [NEXT_DAY, ['split']],
      [THIRD_DAY, ['split']],
    ]);
    expect(again.accounts.holdings(ACCOUNT)[0]?.quantity).toBe(100);
  });
});

describe('the days of an account gone by', () => {
  it('are worth what they were, in the shares of their day', () => {
    const exchange = holder([SPLIT]);
    exchange.advanceTo(moment('200000', THIRD_DAY));
    const bars = exchange.market.dailyBars(SYMBOL).slice(-3);
    const days = exchange.accounts.accountDays(ACCOUNT, DAY, THIRD_DAY);
    const rows = days.map(({ positions: [one] }) => [one?.quantity, one?.price, one?.previousClose]);
    const { base } = exchange.market.adjustments(SYMBOL)[0]!;
    expect(rows.map(([quantity]) => quantity)).toEqual([10, 50, 50]);
    expect(rows[0]?.[1]).toBe(bars[0]?.close);
    expect(rows[1]).toEqual([50, bars[1]?.close, base]);
    expect(rows[2]?.[2]).toBe(bars[1]?.close);
  });
});
