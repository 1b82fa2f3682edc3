// Whatever a day brings: who bought and who sold adds up to what was traded, is the same for the same seed whoever listens and
// whenever somebody asks, and shares of accounts are Kiwoom's.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExchangeApi, INVESTOR_KINDS, type Participation, type Turnover } from '#exchange/contract.ts';
import type { Exchange } from '#exchange/exchange.ts';
import { DEFAULT_LISTINGS } from '#exchange/market/listing.ts';
import { ACCOUNT, DAY, exchangeAt, limitOrder, listenTo, marketOrder, moment, NEXT_DAY } from '../support.ts';
import { MadeUpDay } from './support.ts';
import { expectAllWhole, pictureOf, SYMBOLS, sumOf, VENUES } from './whole-days.ts';

const times = ['085930', '090102', '091500', '113000', '152959', '153100', '181500', '210000'] as const;
const orders = fc.record({
  side: fc.constantFrom('buy', 'sell'),
  symbol: fc.constantFrom(...SYMBOLS),
  quantity: fc.integer({ min: 1, max: 3_000 }),
});

describe('the participants of a day', () => {
  it('hold all of it on both sides, at any time, with orders of accounts among the others', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.constantFrom(...times),
        fc.array(orders, { maxLength: 6 }),
        (seed, until, wanted) => {
          const exchange = exchangeAt('085500', { seed, nxt: true });
          for (const [at, { side, symbol, quantity }] of wanted.entries()) {
            exchange.orders.submit(ACCOUNT, marketOrder(side as 'buy' | 'sell', quantity, symbol));
            exchange.advanceTo(moment('090000') + at * 700);
          }
          if (moment(until) > exchange.now) exchange.advanceTo(moment(until));
          expectAllWhole(exchange);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('are the same however often somebody asks, and however the tape is listened to', () => {
    const asked = exchangeAt('085900', { nxt: true });
    const heard = listenTo(asked);
    for (let minute = 0; minute < 40; minute++) {
      asked.advanceTo(asked.now + 60_000);
      asked.participants.today('005930')!.leaders('buy');
      asked.participants.today('247540', 'NXT')!.programMinutes();
    }
    const quiet = exchangeAt('085900', { nxt: true });
    quiet.advanceTo(asked.now);
    expect(heard.length).toBeGreaterThan(1_000);
    for (const symbol of SYMBOLS) {
      expect(quiet.market.ticks(symbol)).toEqual(asked.market.ticks(symbol));
      for (const venue of VENUES)
        expect(pictureOf(quiet, symbol, venue)).toEqual(pictureOf(asked, symbol, venue));
    }
  });

  it('differ with the seed and with the day', () => {
    const one = exchangeAt('210000', { seed: 1 });
    const other = exchangeAt('210000', { seed: 2 });
    const shares = (exchange: Exchange) => {
      const { kinds, members } = exchange.participants.today('005930')!.totals;
      return [kinds.foreigner.bought / (kinds.foreigner.sold + 1), members.map(({ bought }) => bought)];
    };
    expect(shares(one)).not.toEqual(shares(other));
    const before = shares(one);
    one.advanceTo(moment('210000', NEXT_DAY));
    expect(shares(one)).not.toEqual(before);
  });
});

describe('the orders of an account', () => {
  const kiwoomOf = (exchange: ExchangeApi) =>
    exchange.participants.today('005930')!.totals.members.find(({ member }) => member === '050');

  it('are Kiwoom’s, of an individual, and no program', () => {
    const exchange = exchangeAt('100000');
    const before = exchange.participants.today('005930')!.totals;
    const kiwoomBefore = kiwoomOf(exchange)!;
    // Nobody else trades at this moment: what is bought and sold since is ours on one side.
    for (let time = 0; time < 12; time++) exchange.orders.submit(ACCOUNT, marketOrder('buy', 25));
    for (let time = 0; time < 12; time++) exchange.orders.submit(ACCOUNT, marketOrder('sell', 20));
    const fills = exchange.orders.fillsOf(ACCOUNT, DAY);
    const after = exchange.participants.today('005930')!.totals;
    const kiwoom = kiwoomOf(exchange)!;
    for (const [side, shares, won] of [
      ['buy', 'bought', 'boughtValue'],
      ['sell', 'sold', 'soldValue'],
    ] as const) {
      const own = fills.filter((fill) => fill.side === side);
      const counter = exchange.participants
        .today('005930')!
        .memberTrades({ isWanted: (code) => code === '050', limit: 100 })
        .filter((trade) => trade.at === exchange.now && trade.side === side);
      expect(own.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(side === 'buy' ? 300 : 240);
      // Others of Kiwoom's may be on the other side of our orders.
      expect(counter.length).toBeGreaterThanOrEqual(own.length);
      const [gained, paid] = [kiwoom[shares] - kiwoomBefore[shares], kiwoom[won] - kiwoomBefore[won]];
      expect(gained).toBeGreaterThanOrEqual(side === 'buy' ? 300 : 240);
      expect(paid).toBeGreaterThanOrEqual(own.reduce((sum, one) => sum + one.quantity * one.price, 0));
      const individual = after.kinds.individual[shares] - before.kinds.individual[shares];
      expect(individual).toBeGreaterThanOrEqual(side === 'buy' ? 300 : 240);
    }
    const programs = (all: Participation) => sumOf(Object.values(all.programs));
    expect(programs(after).bought - programs(before).bought).toBeLessThanOrEqual(240);
    expect(programs(after).sold - programs(before).sold).toBeLessThanOrEqual(300);
  });

  it('are Kiwoom’s in an auction, too, and the rest of it has many on either side', () => {
    const exchange = exchangeAt('085500', { accounts: [{ id: ACCOUNT, cash: 1e12 }] });
    exchange.orders.submit(
      ACCOUNT,
      limitOrder('buy', 50_000, exchange.market.day('005930')!.reference.upperLimit),
    );
    exchange.advanceTo(moment('090031'));
    const fills = exchange.orders.fillsOf(ACCOUNT, DAY);
    const opening = exchange.market.ticks('005930').find(({ at }) => at === fills[0]!.at);
    const bought = exchange.participants
      .today('005930')!
      .memberTrades({ isWanted: () => true, limit: 10_000 })
      .filter(({ at, side }) => at === opening!.at && side === 'buy');
    expect(fills.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(50_000);
    expect(bought.find(({ member }) => member === '050')!.quantity).toBeGreaterThanOrEqual(50_000);
    expect(bought.length).toBeGreaterThan(3);
    expect(bought.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(opening!.quantity);
  });
});

describe('the first five of a side', () => {
  it('are left by whoever is overtaken, once an auction is held and not while it is', () => {
    const day = new MadeUpDay();
    day.add({ at: 1, price: 60_000, quantity: 1_000_000 });
    expect(day.participants.departures()).toEqual([]);
    const sides = ['buy', 'sell'] as const;
    let leaders = sides.map((side) => day.participants.leaders(side).map(({ member }) => member));
    for (let at = 2; at < 3_000; at++) {
      day.add({ at, price: 60_000, quantity: 1_000, isAuction: at % 500 === 0 });
      const before = leaders;
      leaders = sides.map((side) => day.participants.leaders(side).map(({ member }) => member));
      const left = sides.flatMap((_, index) =>
        before[index]!.filter((one) => !leaders[index]!.includes(one)),
      );
      const told = day.participants.departures().filter((departure) => departure.at === at);
      expect(told.map(({ member }) => member)).toEqual(left);
      for (const { side, quantity } of told)
        expect(quantity).toBeLessThanOrEqual(day.participants.leaders(side).at(-1)!.quantity);
      expect(told.some(({ member, side }) => leaders[sides.indexOf(side)]!.includes(member))).toBe(false);
    }
    expect(day.participants.departures().length).toBeGreaterThan(0);
  });

  it('are those who traded most', () => {
    const exchange = exchangeAt('110000');
    const { totals } = exchange.participants.today('005930')!;
    for (const [side, key] of [['buy', 'bought'] as const, ['sell', 'sold'] as const]) {
      const most = totals.members.map((one) => one[key]).sort((a, b) => b - a);
      const leaders = exchange.participants.today('005930')!.leaders(side);
      expect(leaders.map(({ quantity }) => quantity)).toEqual(most.slice(0, 5));
    }
  });
});

describe('what is told over time', () => {
  it('adds up: minutes to the programs so far, the newest trades of a member to its net', () => {
    const exchange = exchangeAt('093017');
    const all = exchange.participants.today('005930')!;
    const { totals } = all;
    for (const kind of ['arbitrage', 'non-arbitrage'] as const)
      expect(sumOf(all.programMinutes().map(({ programs }) => programs[kind]))).toEqual(
        totals.programs[kind],
      );
    const samples = all.kindSamples();
    expect(samples.at(-1)!.at).toBe(moment('093000'));
    for (const { kinds } of samples)
      expect(kinds.foreigner.bought).toBeLessThanOrEqual(totals.kinds.foreigner.bought);
    for (const { member, bought, sold } of totals.members) {
      const trades = all.memberTrades({ isWanted: (code) => code === member, limit: 1e6 });
      expect(trades[0]!.net).toBe(bought - sold);
      const net = trades.reduce(
        (sum, { side, quantity }) => sum + (side === 'buy' ? quantity : -quantity),
        0,
      );
      expect(net).toBe(bought - sold);
      const large = all.memberTrades({ isWanted: (code) => code === member, limit: 3, minQuantity: 500 });
      expect(large).toEqual(trades.filter(({ quantity }) => quantity >= 500).slice(0, 3));
    }
  });
});

describe('a sidecar', () => {
  it('keeps programs from one side while it lasts, and nobody else from trading', () => {
    const plain = new MadeUpDay();
    const stopped = new MadeUpDay();
    const trades = (day: MadeUpDay, from: number) => {
      for (let at = from; at < from + 500; at++)
        day.add({ at, price: 60_000, quantity: 10, isAuction: false });
    };
    for (const day of [plain, stopped]) trades(day, 1_000);
    const unasked = new MadeUpDay();
    trades(unasked, 1_000);
    const sold = () => sumOf(Object.values(stopped.participants.totals.programs)).sold;
    const soldBefore = sold();
    expect(soldBefore).toBeGreaterThan(0);
    for (const day of [stopped, unasked]) day.participants.stopPrograms('sell', 2_500);
    for (const day of [plain, stopped, unasked]) trades(day, 2_000);
    expect(unasked.participants.totals).toEqual(stopped.participants.totals);
    expect(sold()).toBe(soldBefore);
    expect(stopped.participants.totals.members).toEqual(plain.participants.totals.members);
    const bought = (day: MadeUpDay) => sumOf(Object.values(day.participants.totals.programs)).bought;
    expect(bought(stopped)).toBe(bought(plain));
    trades(stopped, 2_500);
    expect(sold()).toBeGreaterThan(soldBefore);
  });
});

describe('the model', () => {
  it('has Korea’s proportions: figures of ours, within wide bounds', () => {
    const exchange = exchangeAt('210000', { listings: DEFAULT_LISTINGS, seed: 3 });
    const share = (symbol: string, of: (all: Participation) => Turnover) => {
      const { totals } = exchange.participants.today(symbol)!;
      const { boughtValue, soldValue } = of(totals);
      return (boughtValue + soldValue) / (2 * exchange.market.day(symbol)!.value);
    };
    const programs = ({ programs: all }: Participation) => sumOf(Object.values(all));
    const kiwoom = ({ members }: Participation) => sumOf(members.filter(({ member }) => member === '050'));
    const houses = ({ members }: Participation) =>
      sumOf(members.filter(({ member }) => ['036', '043', '044', '045'].includes(member)));
    expect(share('005930', programs)).toBeGreaterThan(0.18);
    expect(share('005930', programs)).toBeLessThan(0.34);
    expect(share('247540', programs)).toBeLessThan(0.12);
    expect(share('247540', kiwoom)).toBeGreaterThan(0.18);
    expect(share('005930', ({ kinds }) => kinds.foreigner)).toBeGreaterThan(share('005930', houses));
    expect(share('005930', ({ kinds }) => kinds.individual)).toBeLessThan(
      share('247540', ({ kinds }) => kinds.individual),
    );
    for (const kind of INVESTOR_KINDS) expect(share('005930', ({ kinds }) => kinds[kind])).toBeGreaterThan(0);
  });
});
