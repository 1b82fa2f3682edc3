// Rankings: sorted by what they say, narrowed by what was asked, and read page by page without loss.

import { beforeAll, describe, expect, it } from 'vitest';
import { TRS } from '#adapters/kiwoom-server/trs/index.ts';
import type { ExchangeEvent } from '#exchange/contract.ts';
import { makeListings } from '#exchange/market/market-listings.ts';
import { Harness } from '../../harness.ts';
import { FIRST_DAY, MarketWorld, SECOND_DAY } from '../../market-world.ts';
import { SAMSUNG } from '../../scripted-exchange.ts';

type Row = Record<string, string>;

const ALL: Row = {
  ...{ mrkt_tp: '000', trde_qty_cnd: '0000', trde_qty_tp: '0', stk_cnd: '0', crd_cnd: '0', crd_tp: '0' },
  ...{
    updown_incls: '1',
    pric_cnd: '0',
    pric_tp: '0',
    trde_prica_cnd: '0',
    trde_prica_tp: '0',
    stex_tp: '1',
  },
  ...{ mang_stk_incls: '0', mrkt_open_tp: '0', trde_gold_tp: '0', rank_strt: '0', rank_end: '100' },
};

let world: MarketWorld;
beforeAll(() => {
  world = new MarketWorld(5, 70);
  world.advanceTo(SECOND_DAY, '103000');
});

function rows(id: string, fields: Row): Row[] {
  const tr = TRS.get(id)!;
  const names = new Set(tr.members.map(({ name }) => name));
  const body = Object.fromEntries(Object.entries({ ...ALL, ...fields }).filter(([name]) => names.has(name)));
  const { json } = world.call(id, tr.path, body);
  expect(json['return_code'], String(json['return_msg'])).toBe(0);
  return Object.values(json).find((value) => Array.isArray(value)) as Row[];
}

const number = (text: string | undefined): number => Number(text);
const size = (text: string | undefined): number => Math.abs(Number(text));

describe('is sorted:', () => {
  const descending = (values: number[]) => expect(values).toEqual(values.toSorted((a, b) => b - a));

  it.each<[string, Row, (row: Row) => number]>([
    ['ka10027', { sort_tp: '1' }, (row) => number(row['flu_rt'])],
    ['ka10027', { sort_tp: '2' }, (row) => number(row['pred_pre'])],
    ['ka10027', { sort_tp: '3' }, (row) => -number(row['flu_rt'])],
    ['ka10030', { sort_tp: '1' }, (row) => number(row['trde_qty'])],
    ['ka10030', { sort_tp: '2' }, (row) => number(row['trde_tern_rt'])],
    ['ka10030', { sort_tp: '3' }, (row) => number(row['trde_amt'])],
    ['ka10031', { qry_tp: '1' }, (row) => number(row['trde_qty'])],
    ['ka10032', { mang_stk_incls: '1' }, (row) => number(row['trde_prica'])],
    ['ka10032', { mang_stk_incls: '1' }, (row) => -number(row['now_rank'])],
    ['ka10020', { sort_tp: '1' }, (row) => number(row['netprps_req'])],
    ['ka10020', { sort_tp: '3' }, (row) => number(row['buy_rt'])],
    ['ka10021', { trde_tp: '1', sort_tp: '1', tm_tp: '30' }, (row) => number(row['sdnin_qty'])],
    ['ka10023', { sort_tp: '3', tm_tp: '2' }, (row) => -number(row['sdnin_qty'])],
    ['ka10023', { sort_tp: '1', tm_tp: '1', tm: '5' }, (row) => number(row['sdnin_qty'])],
    ['ka10019', { flu_tp: '1', tm_tp: '1', tm: '60' }, (row) => number(row['jmp_rt'])],
    ['ka10019', { flu_tp: '2', tm_tp: '2', tm: '5' }, (row) => -number(row['jmp_rt'])],
    ['ka10028', { sort_tp: '1', flu_cnd: '1' }, (row) => number(row['open_pric_pre'])],
    ['ka10028', { sort_tp: '1', flu_cnd: '2' }, (row) => -number(row['open_pric_pre'])],
    ['ka10017', { updown_tp: '2', sort_tp: '3' }, (row) => number(row['flu_rt'])],
  ])('%s %j', (id, fields, figure) => {
    const list = rows(id, fields);
    expect(list.length).toBeGreaterThan(0);
    descending(list.map(figure));
  });

  it('ka10017 by code', () => {
    const codes = rows('ka10017', { updown_tp: '2', sort_tp: '1' }).map((row) => row['stk_cd']);
    expect(codes).toEqual(codes.toSorted());
  });
});

describe('is narrowed by', () => {
  const codes = (fields: Row) => rows('ka10030', { sort_tp: '1', ...fields }).map((row) => row['stk_cd']!);
  const everybody = () => codes({});
  const that = (keeps: (row: Row) => boolean) =>
    rows('ka10030', { sort_tp: '1' }).flatMap((row) => (keeps(row) ? row['stk_cd']! : []));
  const kosdaq = () =>
    world.exchange.market.instruments().flatMap(({ symbol, market }) => (market === 'KOSDAQ' ? symbol : []));

  it.each<[string, Row, () => string[]]>([
    ['market', { mrkt_tp: '101' }, () => everybody().filter((code) => kosdaq().includes(code))],
    ['an unknown market, which is no market', { mrkt_tp: '0' }, everybody],
    ['shares traded', { trde_qty_tp: '1000' }, () => that((row) => number(row['trde_qty']) >= 1_000_000)],
    ['won traded', { trde_prica_tp: '5000' }, () => that((row) => number(row['trde_amt']) >= 50_000)],
    ['price', { pric_tp: '9' }, () => that((row) => size(row['cur_prc']) >= 100_000)],
    ['kind', { mang_stk_incls: '14' }, () => that((row) => row['stk_cd'] !== '069500')],
    ['hours', { mrkt_open_tp: '2' }, () => []],
  ])('%s', (_name, fields, expected) => {
    expect(codes(fields)).toEqual(expected());
    expect(everybody().length).toBeGreaterThan(3);
  });

  it('margin and credit class, as the broker has them', () => {
    const { exchange } = world;
    for (const [code, rate] of [
      ['9', 20],
      ['8', 30],
      ['7', 40],
      ['6', 100],
    ] as const) {
      const expected = everybody().filter((symbol) => exchange.accounts.marginRate(symbol) === rate);
      expect(codes({ mang_stk_incls: code })).toEqual(expected);
    }
    expect(codes({ crd_tp: '1' })).toEqual(
      everybody().filter((symbol) => exchange.accounts.loanGrade(symbol)?.grade === 'A'),
    );
  });

  it('places, counted from 0 without the last (ka10031)', () => {
    const all = rows('ka10031', { qry_tp: '1' }).map((row) => row['stk_cd']);
    const part = rows('ka10031', { qry_tp: '1', rank_strt: '1', rank_end: '3' }).map((row) => row['stk_cd']);
    expect(part).toEqual(all.slice(1, 3));
  });

  it('venue: NXT lists what NXT trades, both together add up', () => {
    const nxt = rows('ka10030', { sort_tp: '1', stex_tp: '2' });
    const both = rows('ka10030', { sort_tp: '1', stex_tp: '3' });
    expect(nxt.map((row) => row['stk_cd'])).not.toContain('069500_NX');
    for (const row of nxt) {
      const code = row['stk_cd']!.replace(/_NX$/, '');
      const { volume } = world.exchange.market.day(code, 'KRX')!;
      const sum = both.find((one) => one['stk_cd'] === `${code}_AL`)!['trde_qty'];
      expect(number(sum)).toBe(volume + number(row['trde_qty']));
    }
  });
});

describe('those that only some days fill', () => {
  const symbols = (keeps: (symbol: string) => boolean) =>
    world.exchange.market.instruments().flatMap(({ symbol }) => (keeps(symbol) ? symbol : []));
  const codesOf = (list: Row[]) => list.map((row) => row['stk_cd']!).toSorted();

  it.each([
    ['1', '1', 'high', 1],
    ['2', '1', 'low', -1],
    ['1', '2', 'close', 1],
    ['2', '2', 'close', -1],
  ] as const)(
    'ka10016 %s %s: the %s beyond the range of some days',
    (ntl_tp, high_low_close_tp, figure, side) => {
      const found = [2, 3, 5, 10, 20].map((days) => {
        const expected = symbols((symbol) => {
          const bars = world.exchange.market.dailyBars(symbol).slice(-days - 1);
          const past = bars.slice(0, -1).map((bar) => side * bar[figure]);
          return side * bars.at(-1)![figure] > Math.max(...past);
        });
        const list = rows('ka10016', { ntl_tp, high_low_close_tp, dt: String(days) });
        expect(codesOf(list)).toEqual(expected.toSorted());
        return list.length;
      });
      // Some days are few enough for somebody to be beyond them.
      expect(found.some((count) => count > 0 && count < symbols(() => true).length)).toBe(true);
    },
  );

  it.each(['05', '10', '20', '30'])('ka10018: within %s tenths of a percent of the high', (alacc_rt) => {
    const expected = symbols((symbol) => {
      const { last, high } = world.exchange.market.day(symbol)!;
      return ((high! - last!) / high!) * 1_000 <= Number(alacc_rt);
    });
    expect(codesOf(rows('ka10018', { high_low_tp: '1', alacc_rt }))).toEqual(expected.toSorted());
  });

  it('ka10024 and ka10029: a day’s record of volume, and where auctions would clear', () => {
    const late = new MarketWorld(5, 30);
    late.advanceTo(FIRST_DAY, '085500');
    const auction = late.call('ka10029', '/api/dostk/rkinfo', { ...ALL, sort_tp: '6' });
    const expected = auction.json['exp_cntr_flu_rt_upper'] as Row[];
    expect(expected.length).toBeGreaterThan(0);
    for (const row of expected) {
      const book = late.exchange.market.book(row['stk_cd']!)!;
      expect([size(row['exp_cntr_pric']), number(row['exp_cntr_qty'])]).toEqual([
        book.expectedPrice,
        book.expectedQuantity,
      ]);
    }
    late.advanceTo(FIRST_DAY, '160000');
    const records = late.call('ka10024', '/api/dostk/stkinfo', { ...ALL, cycle_tp: '5', trde_qty_tp: '5' });
    const record = late.exchange.market.instruments().flatMap(({ symbol }) => {
      const past = late.exchange.market.dailyBars(symbol).slice(-6, -1);
      return late.exchange.market.day(symbol)!.volume > Math.max(...past.map((bar) => bar.volume))
        ? symbol
        : [];
    });
    expect(codesOf(records.json['trde_qty_updt'] as Row[])).toEqual(record.toSorted());
    expect(late.call('ka10029', '/api/dostk/rkinfo', { ...ALL, sort_tp: '6' }).json).toMatchObject({
      exp_cntr_flu_rt_upper: [],
    });
  });
});

describe('ka10023 by the minute', () => {
  it('compares the minutes up to now, to the millisecond, with as many before them', () => {
    const fields = { ...ALL, trde_qty_tp: '5', pric_tp: '0', stex_tp: '1', tm_tp: '1', tm: '10' };
    const call = (sort_tp: string) =>
      world.call('ka10023', '/api/dostk/rkinfo', { ...fields, sort_tp }).json['trde_qty_sdnin'] as Row[];
    const { exchange } = world;
    const traded = (symbol: string, from: number, until: number) =>
      exchange.market
        .ticks(symbol)
        .filter(({ at }) => at >= exchange.now - from * 60_000 && at < exchange.now - until * 60_000 + 1)
        .reduce((sum, { quantity }) => sum + quantity, 0);
    const list = [...call('1'), ...call('3')];
    expect(list.length).toBeGreaterThan(3);
    for (const row of list) {
      const now = traded(row['stk_cd']!, 10, 0);
      expect(row['now_trde_qty']).toBe(String(now));
      expect(Number(row['prev_trde_qty'])).toBe(
        exchange.market.volumeSince(row['stk_cd']!, exchange.now - 1_200_000) - now,
      );
    }
  });
});

describe('pages', () => {
  it.each([
    ['ka10030', '/api/dostk/rkinfo', { sort_tp: '1' }, 'tdy_trde_qty_upper', 100],
    ['ka10032', '/api/dostk/rkinfo', { mang_stk_incls: '1' }, 'trde_prica_upper', 100],
    ['ka10020', '/api/dostk/rkinfo', { sort_tp: '1' }, 'bid_req_upper', 200],
  ] as const)('of %s hold everybody once', (id, path, fields, list, pageSize) => {
    many ??= manyInstruments();
    const pages = many.pages(id, path, { ...ALL, ...fields }, list) as Row[][];
    expect(pages.map((page) => page.length)).toEqual(pageSize === 100 ? [100, 100, 30] : [200, 30]);
    const codes = pages.flat().map((row) => row['stk_cd']!);
    expect(codes.toSorted()).toEqual(
      many.exchange.market
        .instruments()
        .map(({ symbol }) => symbol)
        .toSorted(),
    );
  });
});

let many: MarketWorld | undefined;

function manyInstruments(): MarketWorld {
  const made = new MarketWorld(5, 3, makeListings(5, 230));
  made.advanceTo(FIRST_DAY, '090100');
  return made;
}

describe('ka10054', () => {
  const ask = (harness: Harness, fields: Row = {}): Row[] => {
    const body = {
      ...{ mrkt_tp: '000', bf_mkrt_tp: '0', stk_cd: '', motn_tp: '0', skip_stk: '000000000' },
      ...{ trde_qty_tp: '0', min_trde_qty: '0', max_trde_qty: '0', trde_prica_tp: '0' },
      ...{ min_trde_prica: '0', max_trde_prica: '0', motn_drc: '0', stex_tp: '3', ...fields },
    };
    return harness.call('ka10054', '/api/dostk/stkinfo', body).json['motn_stk'] as Row[];
  };

  it('lists today’s interruptions, newest first, with their end once it came', () => {
    const harness = new Harness();
    const { exchange } = harness;
    const event = (
      state: 'triggered' | 'released',
      count: number,
      kind: 'static' | 'dynamic',
    ): ExchangeEvent => ({
      ...{ type: 'volatility-interruption', venue: 'KRX', at: exchange.now, symbol: SAMSUNG.symbol },
      ...{ state, kind, price: 66_300, staticReference: 60_200, dynamicReference: 68_000, count },
      releaseAt: exchange.now,
    });
    exchange.emit(event('triggered', 1, 'static'));
    exchange.now += 125_000;
    exchange.emit(event('released', 1, 'static'));
    exchange.emit(event('triggered', 2, 'dynamic'));
    const [second, first] = ask(harness);
    expect(first).toEqual({
      ...{
        stk_cd: '005930_AL',
        stk_nm: '삼성전자',
        acc_trde_qty: '500',
        motn_pric: '66300',
        dynm_dispty_rt: '0.00',
      },
      ...{ trde_cntr_proc_time: '100000', virelis_time: '100205', viaplc_tp: '정적', dynm_stdpc: '0' },
      ...{
        static_stdpc: '60200',
        static_dispty_rt: '+10.13',
        open_pric_pre_flu_rt: '+10.32',
        vimotn_cnt: '1',
      },
      stex_tp: 'KRX',
    });
    expect(second).toMatchObject({ viaplc_tp: '동적', virelis_time: '000000', dynm_dispty_rt: '-2.50' });
    expect(ask(harness, { motn_tp: '1' })).toEqual([first]);
    expect(ask(harness, { motn_drc: '2' })).toEqual([second]);
    expect(ask(harness, { trde_qty_tp: '1', min_trde_qty: '501' })).toEqual([]);
    expect(ask(harness, { mrkt_tp: '101' })).toEqual([]);
    expect(ask(harness, { stk_cd: '000660' })).toEqual([]);
    exchange.tradeDate = '2026-11-23';
    expect(ask(harness)).toEqual([]);
  });
});

describe('ka10095', () => {
  it('takes a hundred codes and refuses more in the words of the rate limit', () => {
    const harness = new Harness();
    const ask = (count: number) => {
      const stk_cd = ['005930', ...Array.from({ length: count - 1 }, (_, i) => String(100_000 + i))].join(
        '|',
      );
      return harness.call('ka10095', '/api/dostk/stkinfo', { stk_cd }).json;
    };
    expect((ask(100)['atn_stk_infr'] as Row[]).map((row) => row['stk_cd'])).toEqual(['005930']);
    expect(ask(101)).toEqual({
      return_code: 5,
      return_msg: '허용된 요청 개수를 초과하였습니다[1634]',
    });
  });
});
