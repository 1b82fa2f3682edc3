// Books, boards and watch lists against the book of the exchange; and every condition against figures worked out here.

import { beforeAll, describe, expect, it } from 'vitest';
import { CONDITIONS, meets } from '#adapters/kiwoom-server/conditions/condition-list.ts';
import { allFigures } from '#adapters/kiwoom-server/trs/figures.ts';
import { kstDate } from '#domain/time.ts';
import { makeListings } from '#exchange/market/market-listings.ts';
import { MarketWorld, SECOND_DAY } from '../../market-world.ts';

type Row = Record<string, string>;

const MRKCOND = '/api/dostk/mrkcond';

let world: MarketWorld;
beforeAll(() => {
  world = new MarketWorld(9, 70, makeListings(9, 40));
  world.advanceTo(SECOND_DAY, '110000');
});

const size = (text: string | undefined): number => Math.abs(Number(text));
const symbols = () => world.exchange.market.instruments().map(({ symbol }) => symbol);

describe('the book of', () => {
  it('ka10004 names the best level fpr and counts the others from 2 to 10', () => {
    for (const stk_cd of symbols().slice(0, 10)) {
      const json = world.call('ka10004', MRKCOND, { stk_cd }).json as Row;
      const book = world.exchange.market.book(stk_cd)!;
      for (const [side, levels] of [
        ['sel', book.asks],
        ['buy', book.bids],
      ] as const) {
        const shown = [`${side}_fpr`, ...Array.from({ length: 9 }, (_, i) => `${side}_${i + 2}th_pre`)];
        expect(shown.map((name) => [size(json[`${name}_bid`]), size(json[`${name}_req`])])).toEqual(
          shown.map((_, i) => [levels[i]?.price ?? 0, levels[i]?.quantity ?? 0]),
        );
      }
      expect([json['tot_sel_req'], json['tot_buy_req']]).toEqual([`${book.totalAsk}`, `${book.totalBid}`]);
      expect(json['bid_req_base_tm']).toBe('110000');
    }
  });

  it('ka10007 and ka10095 tell the same levels, prices with their direction', () => {
    const [stk_cd] = symbols();
    const board = world.call('ka10007', MRKCOND, { stk_cd }).json as Row;
    const list = world.call('ka10095', '/api/dostk/stkinfo', { stk_cd }).json['atn_stk_infr'] as Row[];
    const { base } = world.exchange.market.day(stk_cd!)!.reference;
    const book = world.exchange.market.book(stk_cd!)!;
    const directed = (price: number) => `${price > base ? '+' : price < base ? '-' : ''}${price}`;
    for (let place = 1; place <= 5; place++) {
      const ask = directed(book.asks[place - 1]!.price);
      const bid = directed(book.bids[place - 1]!.price);
      expect([board[`sel_${place}bid`], list[0]![`sel_${place}th_bid`]]).toEqual([ask, ask]);
      expect([board[`buy_${place}bid`], list[0]![`buy_${place}th_bid`]]).toEqual([bid, bid]);
      expect(board[`buy_${place}bid_req`]).toBe(String(book.bids[place - 1]!.quantity));
    }
    expect(board['pred_close_pric']).toBe(String(base));
    // In thousands, as ka10001 has it.
    const { listedShares } = world.exchange.market.day(stk_cd!)!;
    expect(board['flo_stkcnt']).toBe(String(Math.trunc(listedShares / 1_000)));
    expect(world.call('ka10001', '/api/dostk/stkinfo', { stk_cd }).json['flo_stk']).toBe(board['flo_stkcnt']);
  });

  it('_NX is NXT alone; _AL is KRX in ka10004, as recorded, and both in ka10007', () => {
    const stk_cd = symbols().find((symbol) => (world.exchange.market.day(symbol, 'NXT')?.volume ?? 0) > 0)!;
    const total = (suffix: string) =>
      Number(world.call('ka10004', MRKCOND, { stk_cd: stk_cd + suffix }).json['tot_sel_req']);
    expect(total('_NX')).toBe(world.exchange.market.book(stk_cd, 'NXT')!.totalAsk);
    expect(total('_AL')).toBe(total(''));
    const board = (suffix: string) =>
      Number(world.call('ka10007', MRKCOND, { stk_cd: stk_cd + suffix }).json['tot_sel_req']);
    expect(board('_AL')).toBe(total('') + total('_NX'));
  });
});

it.each([
  { venue: 'KRX', suffix: '' },
  { venue: 'NXT', suffix: '_NX' },
] as const)('ka10004 tells of the orders at the closing price on $venue after hours', ({ venue, suffix }) => {
  const evening = new MarketWorld(9, 5);
  evening.advanceTo(SECOND_DAY, '155000');
  const { market } = evening.exchange;
  const traded = market.instruments().filter(({ symbol }) => market.day(symbol, venue) !== null);
  const seen = traded.map(({ symbol }) => {
    const json = evening.call('ka10004', MRKCOND, { stk_cd: symbol + suffix }).json as Row;
    const waiting = market.fixedBook(symbol, venue);
    expect([json['ovt_sel_req'], json['ovt_buy_req']]).toEqual([
      String(waiting?.totalAsk ?? 0),
      String(waiting?.totalBid ?? 0),
    ]);
    return waiting === null ? 0 : waiting.totalAsk + waiting.totalBid;
  });
  expect(Math.max(...seen)).toBeGreaterThan(0);
});

describe('the condition', () => {
  /** Figures of one instrument, worked out from what the exchange says. */
  function figures(symbol: string) {
    const { exchange } = world;
    const day = exchange.market.day(symbol)!;
    const past = exchange.market.dailyBars(symbol).filter((bar) => kstDate(bar.start) < exchange.tradeDate);
    const closes = past.map((bar) => bar.close);
    const mean = (days: number, skip: number) =>
      closes.slice(closes.length - days - skip, closes.length - skip).reduce((sum, x) => sum + x, 0) / days;
    const { base, upperLimit } = day.reference;
    const last = day.last!;
    const high20 = Math.max(...past.slice(-20).map((bar) => bar.high));
    const low20 = Math.min(...past.slice(-20).map((bar) => bar.low));
    const crosses = (days: number) => last > mean(days, 0) && closes.at(-1)! <= mean(days, 1);
    return [
      (last / base - 1) * 100 >= 3,
      (last / base - 1) * 100 <= -3,
      day.volume >= 2 * past.at(-1)!.volume,
      day.high! > high20,
      day.low! < low20,
      crosses(5),
      crosses(20),
      null, // who came to whom is counted from trades, elsewhere
      day.value >= 1e10,
      (last / day.open! - 1) * 100 >= 2,
      (day.open! / base - 1) * 100 >= 2,
      last >= upperLimit * 0.97,
    ];
  }

  it.each(CONDITIONS.map((condition, index) => [condition.name, condition, index] as const))(
    '%s finds those it names',
    (_name, condition, index) => {
      const traded = allFigures(world.exchange, 'KRX').filter(({ day }) => day.last !== null);
      expect(traded.length).toBeGreaterThan(20);
      for (const one of traded) {
        const expected = figures(one.symbol)[index] ?? one.flow.bought >= 1.2 * one.flow.sold;
        expect(meets(condition, one), one.symbol).toBe(expected);
      }
    },
  );

  it('of most kinds is met by somebody and not by everybody', () => {
    const traded = allFigures(world.exchange, 'KRX');
    const telling = CONDITIONS.filter((condition) => {
      const count = traded.filter((one) => meets(condition, one)).length;
      return count > 0 && count < traded.length;
    });
    expect(telling.length).toBeGreaterThanOrEqual(8);
  });

  it('is met by nobody before the first trade', () => {
    const early = new MarketWorld(9, 30);
    early.advanceTo(SECOND_DAY, '070000');
    const all = allFigures(early.exchange, 'KRX');
    expect(CONDITIONS.flatMap((condition) => all.filter((one) => meets(condition, one)))).toEqual([]);
  });
});
