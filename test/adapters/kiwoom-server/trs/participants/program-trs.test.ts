// Programs in every TR about them: instruments, minutes and days add up, on each market and on both, and say what 0w says.

import { beforeAll, describe, expect, it } from 'vitest';
import { TRS } from '#adapters/kiwoom-server/trs/index.ts';
import { compactDate, kstDate } from '#domain/time.ts';
import { restoreExchange } from '#exchange/exchange.ts';
import { TestSocket } from '../../harness.ts';
import { FIRST_DAY, SECOND_DAY } from '../../market-world.ts';
import { AskedWorld, figure, type Row, total } from './asked.ts';

const TODAY = compactDate(SECOND_DAY);
const YESTERDAY = compactDate(FIRST_DAY);
const SAMSUNG = '005930';
/** Days before the first: with the two of this market, more than a page of ka90010 has. */
const HISTORY = 110;
const MARKET = { date: TODAY, amt_qty_tp: '1', mrkt_tp: 'P00101', min_tic_tp: '1', stex_tp: '1' };
const KOSPI = ['005930', '000660', '035720', '069500'];
const VENUES = [
  ['1', ''],
  ['2', '_NX'],
  ['3', '_AL'],
] as const;

let asked: AskedWorld;
let socket: TestSocket;
beforeAll(() => {
  asked = new AskedWorld(SECOND_DAY, '093000', HISTORY);
  socket = new TestSocket(asked.world.core);
  socket.send({ trnm: 'LOGIN', token: asked.world.token });
  socket.register(['0w'], [SAMSUNG, `${SAMSUNG}_AL`]);
  asked.world.advanceTo(SECOND_DAY, '101500');
});

const minutesOf = (symbol: string, suffix = '') =>
  asked.rows('ka90008', { amt_qty_tp: '1', stk_cd: `${symbol}${suffix}`, date: TODAY });
const daysOf = (symbol: string, suffix = '', date = TODAY) =>
  asked.rows('ka90013', { amt_qty_tp: '1', stk_cd: `${symbol}${suffix}`, date });
const stocksOf = (stex_tp: string, dt = TODAY, mrkt_tp = 'P00101') =>
  asked.ask('ka90004', { dt, mrkt_tp, stex_tp });
/** Every figure of a row of ka90008 or ka90013 that is about programs. */
const PROGRAM = [
  ...['prm_sell_amt', 'prm_buy_amt', 'prm_netprps_amt'],
  ...['prm_sell_qty', 'prm_buy_qty', 'prm_netprps_qty'],
];
const figuresOf = (row: Row, names: readonly string[]) => names.map((name) => figure(row[name]));

describe('one instrument', () => {
  it.each(VENUES)('stands at its last minute where its day stands (market %s)', (stex_tp, suffix) => {
    const [last] = minutesOf(SAMSUNG, suffix);
    const [today] = daysOf(SAMSUNG, suffix);
    expect(today!['dt']).toBe(TODAY);
    expect(figuresOf(last!, PROGRAM)).toEqual(figuresOf(today!, PROGRAM));
    const row = stocksOf(stex_tp).rows.find((one) => one['stk_cd'] === SAMSUNG)!;
    expect(figuresOf(row, ['buy_cntr_amt', 'sel_cntr_amt', 'netprps_prica'])).toEqual(
      figuresOf(today!, ['prm_buy_amt', 'prm_sell_amt', 'prm_netprps_amt']),
    );
    expect(figure(row['buy_cntr_qty'])).toBe(Math.trunc(figure(today!['prm_buy_qty']) / 1_000));
    const name = stex_tp === '1' ? 'KRX' : stex_tp === '2' ? 'NXT' : '통합';
    expect([last!['stex_tp'], today!['stex_tp']]).toEqual([name, name]);
  });

  it.each(['', '_AL'])('is what 0w told last, which may be a second behind ("%s")', (suffix) => {
    const lastTold = () =>
      socket.frames
        .filter((frame) => frame['trnm'] === 'REAL')
        .flatMap((frame) => frame['data'] as { item: string; values: Row }[])
        .findLast(({ item }) => item === `${SAMSUNG}${suffix}`)!.values;
    const behind = Array.from({ length: 30 }, () => {
      asked.world.exchange.advanceTo(asked.world.exchange.now + 500);
      const row = minutesOf(SAMSUNG, suffix)[0]!;
      const told = figuresOf(lastTold(), ['202', '206', '204', '208']);
      const now = figuresOf(row, ['prm_sell_qty', 'prm_buy_qty', 'prm_sell_amt', 'prm_buy_amt']);
      return now.map((figureNow, index) => figureNow - told[index]!);
    });
    expect(Math.min(...behind.flat())).toBe(0);
    expect(behind).toContainEqual([0, 0, 0, 0]);
  });

  it.each(['', '_AL'])('grows minute by minute by what each changed ("%s")', (suffix) => {
    const rows = minutesOf(SAMSUNG, suffix);
    expect(rows.length).toBeGreaterThan(20);
    rows.forEach((row, index) => {
      const before = rows[index + 1];
      for (const unit of ['amt', 'qty']) {
        const [sold, bought, net] = figuresOf(row, [
          `prm_sell_${unit}`,
          `prm_buy_${unit}`,
          `prm_netprps_${unit}`,
        ]);
        expect(net).toBe(bought! - sold!);
        const earlier = before === undefined ? 0 : figure(before[`prm_netprps_${unit}`]);
        expect(figure(row[`prm_netprps_${unit}_irds`])).toBe(net! - earlier);
      }
      if (before === undefined) return;
      expect(row['tm']! > before['tm']!).toBe(true);
      expect(figure(row['trde_qty'])).toBeGreaterThanOrEqual(figure(before['trde_qty']));
      expect(figure(row['prm_buy_qty'])).toBeGreaterThanOrEqual(figure(before['prm_buy_qty']));
    });
    const { exchange } = asked.world;
    const nxt = suffix === '' ? 0 : exchange.market.day(SAMSUNG, 'NXT')!.volume;
    expect(figure(rows[0]!['trde_qty'])).toBeLessThanOrEqual(exchange.market.day(SAMSUNG)!.volume + nxt);
  });

  it('has the price of each minute’s end', () => {
    const bars = asked.world.exchange.market
      .minuteBars(SAMSUNG)
      .filter(({ start }) => kstDate(start) === SECOND_DAY);
    const closes = new Map(bars.map(({ start, close }) => [Math.floor((start / 60_000) % 1_440), close]));
    const regular = minutesOf(SAMSUNG).filter((row) => row['tm']! > '090000');
    for (const row of regular) {
      const minute = Number(row['tm']!.slice(0, 2)) * 60 + Number(row['tm']!.slice(2, 4)) - 9 * 60;
      expect(Math.abs(figure(row['cur_prc']))).toBe(closes.get(minute));
    }
  });

  it('has the minutes of before a restart from the bars', () => {
    const exchange = restoreExchange(JSON.parse(JSON.stringify(asked.world.exchange.save())));
    const fields: Row = { amt_qty_tp: '1', stk_cd: SAMSUNG, date: TODAY };
    const member = (name: string) => fields[name] ?? '';
    const answer = TRS.get('ka90008')!.answer({ exchange, account: '', member, nextKey: null });
    const rows = (answer as unknown as { fields: { stk_tm_prm_trde_trnsn: Row[] } }).fields
      .stk_tm_prm_trde_trnsn;
    const prices = (list: readonly Row[]) =>
      list.map((row) => [row['tm'], row['cur_prc'], row['prm_buy_qty']]);
    expect(prices(rows)).toEqual(prices(minutesOf(SAMSUNG).slice(0, 200)));
    expect(new Set(rows.map((row) => row['cur_prc'])).size).toBeGreaterThan(1);
  });

  it('has its days up to the one asked for, twenty a page, each against the one before', () => {
    const rows = daysOf(SAMSUNG);
    expect(new Set(rows.map((row) => row['dt'])).size).toBe(HISTORY + 2);
    expect(asked.page('ka90013', { stk_cd: SAMSUNG }).rows).toEqual(rows.slice(0, 20));
    expect(daysOf(SAMSUNG, '', YESTERDAY)).toEqual(rows.slice(1));
    rows.slice(0, -1).forEach((row, index) => {
      const before = rows[index + 1]!;
      const change = figure(row['prm_netprps_qty']) - figure(before['prm_netprps_qty']);
      expect(figure(row['prm_netprps_qty_irds'])).toBe(change);
    });
    const bars = asked.world.exchange.market.dailyBars(SAMSUNG);
    expect(rows.slice(0, 5).map((row) => Math.abs(figure(row['cur_prc'])))).toEqual(
      bars
        .slice(-5)
        .reverse()
        .map(({ close }) => close),
    );
    expect(rows.slice(1, 5).map((row) => figure(row['trde_qty']))).toEqual(
      bars
        .slice(-5, -1)
        .reverse()
        .map(({ volume }) => volume),
    );
  });

  it('tells what customers’ programs did: all but the members’ own (ka10010)', () => {
    const { fields } = asked.ask('ka10010', { stk_cd: SAMSUNG });
    const { programs, housePrograms } = asked.world.exchange.participants.today(SAMSUNG)!.totals;
    const [arbitrage, others] = (['arbitrage', 'non-arbitrage'] as const).map((kind) => ({
      bought: programs[kind].bought - housePrograms[kind].bought,
      sold: programs[kind].sold - housePrograms[kind].sold,
    }));
    expect(housePrograms['non-arbitrage'].bought).toBeGreaterThan(0);
    for (const [kind, { bought, sold }] of [
      ['dfrt', arbitrage!],
      ['ndiffpro', others!],
      ['all_dfrt', { bought: arbitrage!.bought + others!.bought, sold: arbitrage!.sold + others!.sold }],
    ] as const) {
      const [buy, sell, net] = ['buy', 'sell', 'netprps'].map((side) => fields[`${kind}_trst_${side}_qty`]);
      expect([buy, sell, net].map(Number)).toEqual([bought, sold, bought - sold]);
    }
    expect(figure(fields['all_dfrt_trst_netprps_amt'])).toBe(
      figure(fields['all_dfrt_trst_buy_amt']) - figure(fields['all_dfrt_trst_sell_amt']),
    );
  });

  it('is on both markets what it is on either', () => {
    const [krx, nxt, both] = ['', '_NX', '_AL'].map((suffix) => daysOf(SAMSUNG, suffix)[0]!);
    for (const name of ['prm_buy_qty', 'prm_sell_qty', 'prm_netprps_qty', 'trde_qty']) {
      expect(figure(both![name])).toBe(figure(krx![name]) + figure(nxt![name]));
    }
  });
});

describe('an index', () => {
  it('is its members together (ka10010)', () => {
    const { fields } = asked.ask('ka10010', { stk_cd: '001' });
    const members = asked.world.exchange.indices
      .members('001')
      .map((symbol) => asked.ask('ka10010', { stk_cd: symbol }).fields);
    expect(members.length).toBeGreaterThan(1);
    for (const name of ['dfrt_trst_sell_qty', 'ndiffpro_trst_buy_qty', 'all_dfrt_trst_netprps_qty']) {
      expect(figure(fields[name])).toBe(total(members, name));
    }
  });

  it('or an instrument that nobody knows is blank (ka10010)', () => {
    const { fields } = asked.ask('ka10010', { stk_cd: '999999' });
    expect(fields['all_dfrt_trst_buy_qty']).toBe('');
  });
});

describe('a market', () => {
  it.each(VENUES)('is its instruments, to the million (market %s)', (stex_tp, suffix) => {
    const { fields, rows } = stocksOf(stex_tp);
    const today = KOSPI.flatMap((symbol) => daysOf(symbol, suffix).filter((row) => row['dt'] === TODAY));
    expect(rows.map((row) => row['stk_cd'])).toEqual(stex_tp === '2' ? KOSPI.slice(0, 3) : KOSPI);
    for (const [element, sum] of [
      ['tot_2', 'prm_buy_amt'],
      ['tot_4', 'prm_sell_amt'],
    ] as const) {
      expect(Math.abs(figure(fields[element]) - total(today, sum))).toBeLessThan(rows.length);
    }
    expect(figure(fields['tot_1'])).toBe(Math.trunc(total(today, 'prm_buy_qty') / 1_000));
    expect(figure(fields['tot_5'])).toBe(figure(fields['tot_2']) - figure(fields['tot_4']));
    expect(total(rows, 'all_trde_rt')).toBeCloseTo(100, 1);

    const [minute] = asked.rows('ka90005', { ...MARKET, stex_tp });
    const [day] = asked.rows('ka90010', { ...MARKET, stex_tp });
    const [added] = asked.rows('ka90007', { ...MARKET, mrkt_tp: '0', stex_tp });
    expect(day!['cntr_tm']).toBe(`${TODAY}000000`);
    for (const [element, sum] of [
      ['all_buy', 'tot_2'],
      ['all_sel', 'tot_4'],
      ['all_netprps', 'tot_5'],
    ] as const) {
      expect(figure(minute![element])).toBe(figure(day![element]));
      expect(Math.abs(figure(day![element]) - figure(fields[sum]))).toBeLessThanOrEqual(1);
    }
    expect(added).toMatchObject({
      dt: TODAY,
      all_tdy: minute!['all_netprps'],
      all_acc: minute!['all_netprps'],
    });
    const shares = asked.rows('ka90010', { ...MARKET, stex_tp, amt_qty_tp: '2' })[0]!;
    expect(Math.abs(figure(shares['all_buy']) - figure(fields['tot_1']))).toBeLessThanOrEqual(1);
    expect(shares['dfrt_trde_buy']).toBe(day!['dfrt_trde_buy']);
  });

  it('is arbitrage and the rest, each rounded for itself (ka90005)', () => {
    const rows = asked.rows('ka90005', MARKET);
    expect(rows.length).toBeGreaterThan(20);
    rows.forEach((row, index) => {
      for (const side of ['sel', 'buy', 'netprps']) {
        const parts = figure(row[`dfrt_trde_${side}`]) + figure(row[`ndiffpro_trde_${side}`]);
        expect(Math.abs(parts - figure(row[`all_${side}`]))).toBeLessThanOrEqual(1);
      }
      const before = rows[index + 1];
      if (before !== undefined)
        expect(figure(row['all_buy'])).toBeGreaterThanOrEqual(figure(before['all_buy']));
      expect(row['all_netprps']).toMatch(/^(\+\d+|--\d+|0)$/);
    });
    expect(asked.rows('ka90005', { ...MARKET, date: YESTERDAY })).toEqual([]);
  });

  it.each([
    ['KOSPI', 'P00101', '0', '201'],
    ['KOSDAQ', 'P10102', '1', '101'],
  ])(
    '%s goes with its index, by minute without a point and by day with one',
    (_name, mrkt_tp, code, index) => {
      const { exchange } = asked.world;
      const bars = exchange.indices.dailyBars(index);
      const [today, before] = [bars.at(-1)!, bars.at(-2)!];
      const sign = (value: number) => (value > before.close ? '+' : value < before.close ? '-' : '');
      const [row] = asked.rows('ka90010', { ...MARKET, mrkt_tp });
      const [added] = asked.rows('ka90007', { ...MARKET, mrkt_tp: code });
      const text = `${sign(today.close)}${(today.close / 100).toFixed(2)}`;
      expect([row!['kospi200'], added!['kospi200']]).toEqual([text, text]);
      for (const minute of asked.rows('ka90005', { ...MARKET, mrkt_tp }).slice(0, 5)) {
        const clock = minute['cntr_tm']!;
        const bar = exchange.indices
          .minuteBars(index)
          .findLast(({ start }) => new Date(start).toISOString().slice(11, 16) <= utc(clock));
        expect(minute['kospi200']).toBe(`${sign(bar!.close)}${bar!.close}`);
      }
    },
  );

  it('is added up from the day that was asked for (ka90007)', () => {
    const days = asked.rows('ka90010', MARKET).slice(0, 10);
    const from = days.at(-1)!['cntr_tm']!.slice(0, 8);
    const rows = asked.rows('ka90007', { ...MARKET, date: from, mrkt_tp: '0' });
    expect(rows.map((row) => row['dt'])).toEqual(days.map((row) => row['cntr_tm']!.slice(0, 8)));
    expect(rows.map((row) => figure(row['all_tdy']))).toEqual(days.map((row) => figure(row['all_netprps'])));
    rows.forEach((row, index) => {
      const since = total(rows.slice(index), 'all_tdy');
      // Each day of the sum is rounded once, the sum itself once.
      expect(Math.abs(figure(row['all_acc']) - since)).toBeLessThanOrEqual((rows.length - index) / 2 + 0.5);
    });
    expect(figure(rows.at(-1)!['all_acc'])).toBe(figure(rows.at(-1)!['all_tdy']));
  });

  it('has the days up to the one asked for (ka90010), positive sums without a plus', () => {
    const rows = asked.rows('ka90010', MARKET);
    expect(asked.page('ka90010', MARKET).rows).toEqual(rows.slice(0, 100));
    expect(new Set(rows.map((row) => row['cntr_tm'])).size).toBe(HISTORY + 2);
    expect(asked.rows('ka90010', { ...MARKET, date: YESTERDAY })).toEqual(rows.slice(1));
    expect(rows.every((row) => /^-?\d+$/.test(row['all_netprps']!))).toBe(true);
    expect(rows.some((row) => row['ndiffpro_trde_netprps']!.startsWith('+'))).toBe(true);
    const past = stocksOf('1', YESTERDAY);
    expect(Math.abs(figure(past.fields['tot_2']) - figure(rows[1]!['all_buy']))).toBeLessThanOrEqual(1);
  });

  it.each(['P001_NX01', 'P001_AL01'])('may be named with its venue: %s', (mrkt_tp) => {
    expect(asked.rows('ka90005', { ...MARKET, mrkt_tp })).toEqual(asked.rows('ka90005', MARKET));
  });

  it('that nobody knows is one blank row in ka90004, as recorded, and none elsewhere', () => {
    const { fields, rows } = stocksOf('1', TODAY, '000');
    expect([fields['tot_1'], rows.length, new Set(Object.values(rows[0]!))]).toEqual(['', 1, new Set([''])]);
    expect(asked.rows('ka90005', { ...MARKET, mrkt_tp: '000' })).toEqual([]);
    expect(asked.rows('ka90010', { ...MARKET, mrkt_tp: '000' })).toEqual([]);
  });
});

describe('the first fifty (ka90003)', () => {
  it.each([
    ['2', '1'],
    ['1', '1'],
    ['2', '2'],
    ['1', '2'],
  ])('go by what programs bought less what they sold (%s, unit %s)', (trde_upper_tp, amt_qty_tp) => {
    const rows = asked.rows('ka90003', { trde_upper_tp, amt_qty_tp, mrkt_tp: 'P00101', stex_tp: '1' });
    const unit = amt_qty_tp === '1' ? 'amt' : 'qty';
    const days = new Map(KOSPI.map((symbol) => [symbol, daysOf(symbol)[0]!]));
    const direction = trde_upper_tp === '2' ? 1 : -1;
    const expected = [...days].filter(([, day]) => direction * figure(day['prm_netprps_qty']) > 0);
    expect(rows.map((row) => row['stk_cd']).toSorted()).toEqual(
      expected.map(([symbol]) => symbol).toSorted(),
    );
    expect(rows.map((row) => row['rank'])).toEqual(rows.map((_, index) => String(index + 1)));
    const nets = rows.map((row) => direction * figure(row['prm_netprps_amt']));
    expect(nets).toEqual(nets.toSorted((a, b) => b - a));
    for (const row of rows) {
      const day = days.get(row['stk_cd']!)!;
      expect([row['prm_sell_amt'], row['prm_buy_amt'], row['prm_netprps_amt']]).toEqual([
        ...[day[`prm_sell_${unit}`], day[`prm_buy_${unit}`], day[`prm_netprps_${unit}`]],
      ]);
    }
  });
});

const utc = (clock: string): string => {
  const hours = (Number(clock.slice(0, 2)) + 15) % 24;
  return `${String(hours).padStart(2, '0')}:${clock.slice(2, 4)}`;
};
