// Whatever a day brings: who bought and who sold adds up to what was traded, is the same for the same seed whoever listens and
// whenever somebody asks, and shares of accounts are Kiwoom's.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExchangeApi, INVESTOR_KINDS, type Participation, type Turnover } from '#exchange/contract.ts';
import { type Exchange, type ExchangeOptions, restoreExchange } from '#exchange/exchange.ts';
import { DEFAULT_LISTINGS } from '#exchange/market/listing.ts';
import { ChartMarket } from '#exchange/market/market-charts.ts';
import { NumberSeries } from '#exchange/participants/number-series.ts';
import {
  ACCOUNT,
  DAY,
  exchangeAt,
  LISTINGS,
  limitOrder,
  listenTo,
  marketOrder,
  moment,
  NEXT_DAY,
  newExchange,
} from '../support.ts';
import { MadeUpDay } from './support.ts';

const VENUES = ['KRX', 'NXT'] as const;
const SYMBOLS = LISTINGS.map(({ instrument }) => instrument.symbol);

function sumOf(turnovers: readonly Turnover[]): Turnover {
  const total = (key: keyof Turnover) => turnovers.reduce((sum, one) => sum + one[key], 0);
  const [bought, sold] = [total('bought'), total('sold')];
  return { bought, sold, boughtValue: total('boughtValue'), soldValue: total('soldValue') };
}

const everything = (volume: number, value: number): Turnover => ({
  ...{ bought: volume, sold: volume, boughtValue: value, soldValue: value },
});

/** Members and kinds hold all of the day, programs some of it. */
function expectWhole({ members, kinds, programs, housePrograms }: Participation, all: Turnover): void {
  expect(sumOf(members)).toEqual(all);
  expect(sumOf(Object.values(kinds))).toEqual(all);
  const program = sumOf(Object.values(programs));
  expect(program.bought).toBeLessThanOrEqual(all.bought);
  expect(program.sold).toBeLessThanOrEqual(all.sold);
  const house = sumOf(Object.values(housePrograms));
  const own = kinds['financial-investment'];
  expect(house.bought).toBeLessThanOrEqual(Math.min(own.bought, program.bought));
  expect(house.soldValue).toBeLessThanOrEqual(Math.min(own.soldValue, program.soldValue));
}

function expectAllWhole(exchange: ExchangeApi): void {
  for (const symbol of SYMBOLS) {
    for (const venue of VENUES) {
      const day = exchange.market.day(symbol, venue);
      const participants = exchange.participants.today(symbol, venue);
      expect(participants === null).toBe(day === null);
      if (day !== null) expectWhole(participants!.totals, everything(day.volume, day.value));
    }
  }
}

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

function pictureOf(exchange: ExchangeApi, symbol: string, venue: 'KRX' | 'NXT') {
  const all = exchange.participants.today(symbol, venue);
  if (all === null) return null;
  return {
    totals: all.totals,
    leaders: [all.leaders('buy'), all.leaders('sell')],
    departures: all.departures(),
    minutes: all.programMinutes(),
    samples: all.kindSamples(),
  };
}

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

describe('a saved day', () => {
  it('goes on with the trade after its last, as if it had not been saved', () => {
    const trade = (at: number) => ({
      at,
      price: 60_000 + at,
      quantity: 10 + (at % 7),
      isAuction: at % 50 === 0,
    });
    const whole = new MadeUpDay();
    const first = new MadeUpDay();
    for (let at = 1; at <= 400; at++) whole.add(trade(at * 1_000));
    for (let at = 1; at <= 250; at++) first.add(trade(at * 1_000));
    const second = new MadeUpDay();
    second.participants.resume(JSON.parse(JSON.stringify(first.participants.save())));
    for (let at = 251; at <= 400; at++) second.add(trade(at * 1_000));
    expect(second.participants.save()).toEqual(whole.participants.save());
    expect(second.participants.totals).toEqual(whole.participants.totals);
    const newest = { isWanted: () => true, limit: 40 };
    expect(second.participants.memberTrades(newest)).toEqual(whole.participants.memberTrades(newest));
  });

  it('writes nothing down for minutes in which no program traded', () => {
    const series = new NumberSeries(60_000);
    series.turn(0, Float64Array.of(0, 0));
    series.turn(60_000, Float64Array.of(5, 1));
    const { length } = series.save();
    series.turn(120_000, Float64Array.of(5, 1));
    series.turn(180_000, Float64Array.of(5, 1));
    expect(series.save()).toHaveLength(length);
    expect(series.steps(Float64Array.of(6, 1))).toEqual([
      [0, Float64Array.of(5, 1)],
      [180_000, Float64Array.of(1, 0)],
    ]);
  });
});

describe('a saved exchange', () => {
  const again = (exchange: Exchange, options: Partial<ExchangeOptions> = {}) =>
    restoreExchange(JSON.parse(JSON.stringify(exchange.save())), { listings: LISTINGS, ...options });

  it('knows who traded, today and on the days before', () => {
    const exchange = exchangeAt('210000', { nxt: true });
    exchange.advanceTo(moment('103017', NEXT_DAY));
    const restored = again(exchange);
    for (const symbol of SYMBOLS) {
      for (const venue of VENUES) {
        expect(pictureOf(restored, symbol, venue)).toEqual(pictureOf(exchange, symbol, venue));
        expect(restored.participants.days(symbol, venue)).toEqual(exchange.participants.days(symbol, venue));
      }
    }
    expect(restored.participants.days('005930', 'NXT').at(-1)!.date).toBe(DAY);
    restored.advanceTo(moment('152000', NEXT_DAY));
    expectAllWhole(restored);
    const { length } = restored.participants.today('005930')!.programMinutes();
    expect(
      new Set(
        restored.participants
          .today('005930')!
          .programMinutes()
          .map(({ at }) => at),
      ).size,
    ).toBe(length);
  });

  it('that was saved closed goes on as if it never stopped', () => {
    const exchange = exchangeAt('210000');
    const restored = again(exchange);
    for (const one of [exchange, restored]) one.advanceTo(moment('110000', NEXT_DAY));
    for (const symbol of SYMBOLS)
      expect(pictureOf(restored, symbol, 'KRX')).toEqual(pictureOf(exchange, symbol, 'KRX'));
  });

  it('by one that did not tell still adds up', () => {
    const exchange = exchangeAt('110000');
    const saved = JSON.parse(JSON.stringify(exchange.save()));
    for (const market of saved.markets) {
      delete market.participantDays;
      delete market.today.participants;
    }
    const restored = restoreExchange(saved, { listings: LISTINGS });
    expectAllWhole(restored);
    expect(restored.participants.today('005930')!.leaders('buy')).toHaveLength(5);
    restored.advanceTo(moment('120000'));
    expectAllWhole(restored);
  });
});

describe('the days before', () => {
  it('are totals that hold all of what the chart has', () => {
    const exchange = exchangeAt('100000', { historyDays: 5, nxt: true });
    const days = exchange.participants.days('005930');
    const bars = exchange.market.dailyBars('005930').slice(0, -1);
    expect(days).toHaveLength(5);
    for (const [index, day] of days.entries()) {
      const { bought, boughtValue } = sumOf(day.members);
      expectWhole(day, everything(bought, boughtValue));
      expect(bought).toBe(bars[index]!.volume);
      const price = boughtValue / bought;
      expect(price).toBeGreaterThan(bars[index]!.low - 1);
      expect(price).toBeLessThan(bars[index]!.high + 1);
    }
    expect(exchange.participants.days('005930', 'KRX', days[3]!.date)).toEqual(days.slice(3));
    const nxt = exchange.participants.days('005930', 'NXT');
    const nxtBars = exchange.market.dailyBars('005930', 'NXT').slice(0, nxt.length);
    expect(nxt).toHaveLength(5);
    expect(nxt.map(({ members }) => sumOf(members).sold)).toEqual(nxtBars.map(({ volume }) => volume));
    expect(exchange.participants.days('005930')).toEqual(days);
  });

  it('of real bars are nobody’s: who traded then is not known', () => {
    const charts = new Map([
      ['005930', { minutes: [], days: newExchange({ historyDays: 5 }).market.dailyBars('005930') }],
    ]);
    const exchange = newExchange({
      listings: LISTINGS.slice(0, 1),
      market: (start) => new ChartMarket(start, { charts, offTick: 'refuse' }),
    });
    expect(exchange.market.dailyBars('005930').length).toBeGreaterThan(0);
    expect(exchange.participants.days('005930')).toEqual([]);
  });

  it('become what the running day was', () => {
    const exchange = exchangeAt('210000', { historyDays: 1 });
    const { totals } = exchange.participants.today('247540')!;
    exchange.advanceTo(moment('080000', NEXT_DAY));
    expect(exchange.participants.days('247540').at(-1)).toEqual(totals);
    expect(exchange.participants.today('247540')!.totals.members).toEqual([]);
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
