// The ten-minute auctions of the evening, in the last week that all shares had them: their book, price and ranking against what
// the exchange traded; and that nothing is told of them on days without.

import { beforeAll, describe, expect, it } from 'vitest';
import { loadGuideApi } from '#adapters/kiwoom/guide/load.ts';
import type { ExchangeEvent } from '#exchange/contract.ts';
import { DEFAULT_LISTINGS } from '#exchange/market/listing.ts';
import { KEY } from '../../harness.ts';
import { FIRST_DAY, MarketWorld } from '../../market-world.ts';

type Row = Record<string, string>;
type Trade = Extract<ExchangeEvent, { type: 'trade' }>;

const DAY = '2025-02-27';
const MRKCOND = '/api/dostk/mrkcond';
const RKINFO = '/api/dostk/rkinfo';
const SELECTION = { mrkt_tp: '000', stk_cnd: '0', trde_qty_cnd: '0', crd_cnd: '0', trde_prica: '0' };

let world: MarketWorld;
const trades: Trade[] = [];
const book = (stk_cd = '005930'): Row => world.call('ka10087', MRKCOND, { stk_cd }).json as Row;
const ranked = (sort_base: string, fields: Row = {}): Row[] =>
  world.call('ka10098', RKINFO, { ...SELECTION, sort_base, ...fields }).json[
    'ovt_sigpric_flu_rt_rank'
  ] as Row[];

beforeAll(() => {
  world = new MarketWorld(5, 3, DEFAULT_LISTINGS, DAY);
  world.exchange.listen((event) => {
    if (event.type === 'trade' && event.venue === 'KRX' && event.at >= world.exchange.now) trades.push(event);
  });
  world.advanceTo(DAY, '155500');
  trades.length = 0;
});

describe('before the evening', () => {
  it('tells the orders of the regular session as they were when it ended, and no price but the close', () => {
    const close = world.exchange.market.day('005930')!.close!;
    expect(book()).toMatchObject({ ovt_sigpric_cur_prc: String(close), ovt_sigpric_acc_trde_qty: '0' });
    expect(book()['bid_req_base_tm']).toMatch(/^15(2|3)/);
    expect(Number(book()['sel_bid_tot_req'])).toBeGreaterThan(0);
    expect(book()['ovt_sigpric_sel_bid_1']).toBe('-0');
    expect(ranked('5')).toEqual([]);
  });
});

describe('in the evening', () => {
  const evening = (symbol: string): Trade[] =>
    trades.filter((one) => one.symbol === symbol && one.at >= Date.parse(`${DAY}T16:00:00+09:00`));

  beforeAll(() => {
    world.advanceTo(DAY, '160500');
    const { upperLimit } = world.exchange.market.day('005930')!.reference;
    world.exchange.orders.submit(KEY.account, {
      symbol: '005930',
      side: 'buy',
      quantity: 7,
      pricing: {
        type: 'after-hours-limit',
        price: Math.min(upperLimit, Math.floor((1.02 * close()) / 100) * 100),
      },
      timeInForce: 'day',
    });
    world.advanceTo(DAY, '164500');
  });
  const close = (): number => world.exchange.market.day('005930')!.close!;

  it('leaves the current price where the regular session ended', () => {
    const basics = world.call('ka10001', '/api/dostk/stkinfo', { stk_cd: '005930' }).json as Row;
    expect(Number(basics['cur_prc']!.replace(/^[+-]/, ''))).toBe(close());
    expect(evening('005930').length).toBeGreaterThan(0);
  });

  it('has all elements of the guide', async () => {
    const api = await loadGuideApi('ka10087');
    const { return_code, return_msg, ...fields } = book() as Record<string, unknown>;
    expect(return_code).toBe(0);
    expect(return_msg).toBeTypeOf('string');
    const wanted = api.response.filter(({ kind }) => kind !== 'heading').map(({ element }) => element);
    expect(Object.keys(fields).toSorted()).toEqual(wanted.toSorted());
    expect(Object.values(fields)).not.toContain('');
    const list = (await loadGuideApi('ka10098')).response.filter(({ parent }) => parent !== null);
    const rows = [...ranked('1'), ...ranked('3'), ...ranked('5')];
    expect(Object.keys(rows[0]!).toSorted()).toEqual(list.map(({ element }) => element).toSorted());
  });

  it('tells what the auctions traded, against the close', () => {
    const own = evening('005930');
    const last = own.at(-1)!.price;
    const volume = own.reduce((sum, { quantity }) => sum + quantity, 0);
    expect(volume).toBeGreaterThan(0);
    const change = last - close();
    expect(book()).toMatchObject({
      ovt_sigpric_acc_trde_qty: String(volume),
      ovt_sigpric_cur_prc: `${change > 0 ? '+' : change < 0 ? '-' : ''}${last}`,
      ovt_sigpric_pred_pre: `${change > 0 ? '+' : ''}${change}`,
      ovt_sigpric_pred_pre_sig: change > 0 ? '2' : change < 0 ? '5' : '3',
    });
    expect(world.exchange.market.day('005930')!.close).toBe(close());
  });

  it('shows the orders that wait for the next auction', () => {
    const { asks, bids, totalAsk, totalBid } = world.exchange.market.book('005930')!;
    const row = book();
    expect(Math.abs(Number(row['ovt_sigpric_sel_bid_1']))).toBe(asks[0]!.price);
    expect(row['ovt_sigpric_sel_bid_qty_1']).toBe(String(asks[0]!.quantity));
    expect(Math.abs(Number(row['ovt_sigpric_buy_bid_1']))).toBe(bids[0]!.price);
    expect(row['ovt_sigpric_buy_bid_5']).toBe(bids[4] === undefined ? '-0' : row['ovt_sigpric_buy_bid_5']);
    expect(row['ovt_sigpric_buy_bid_tot_req']).toBe(String(totalBid));
    expect(row['ovt_sigpric_sel_bid_tot_req']).toBe(String(totalAsk));
  });

  it('ranks each that was traded once: up, down or unchanged', () => {
    const rows = [...ranked('1'), ...ranked('3'), ...ranked('5')];
    const traded = new Set(
      trades.filter(({ symbol }) => evening(symbol).length > 0).map(({ symbol }) => symbol),
    );
    expect(rows.map((row) => row['stk_cd']).toSorted()).toEqual([...traded].toSorted());
    const rises = ranked('1').map((row) => Number(row['flu_rt']));
    expect(rises).toEqual(rises.toSorted((a, b) => b - a));
    for (const row of rows) {
      expect(row['acc_trde_qty']).toBe(book(row['stk_cd'])['ovt_sigpric_acc_trde_qty']);
      expect(row['flu_rt']).toBe(book(row['stk_cd'])['ovt_sigpric_flu_rt']);
    }
    expect(
      ranked('5', { trde_qty_cnd: '99999' }).length + ranked('1', { trde_qty_cnd: '99999' }).length,
    ).toBe(0);
  });

  it('is KRX alone', () => {
    expect(book('005930_AL')['ovt_sigpric_cur_prc']).toBe('');
    expect(book('005930_NX')['ovt_sigpric_cur_prc']).toBe('');
  });

  it('is saved, and over the next day', () => {
    const before = world.exchange.market.afterHours('005930');
    expect(world.exchange.save().markets.find(({ symbol }) => symbol === '005930')!.today.afterHours).toEqual(
      before,
    );
    world.advanceTo('2025-02-28', '100000');
    expect(world.exchange.market.afterHours('005930')).toBeNull();
    expect(book()['ovt_sigpric_acc_trde_qty']).toBe('0');
  });
});

it('since 2026-09-14 there is nothing to tell', () => {
  const later = new MarketWorld(5, 1);
  later.advanceTo(FIRST_DAY, '170000');
  const { return_code, return_msg, ...fields } = later.call('ka10087', MRKCOND, { stk_cd: '005930' }).json;
  expect(return_code).toBe(0);
  expect(return_msg).toBeTypeOf('string');
  expect(new Set(Object.values(fields))).toEqual(new Set(['']));
  const list = later.call('ka10098', RKINFO, { ...SELECTION, sort_base: '1' }).json[
    'ovt_sigpric_flu_rt_rank'
  ];
  expect(list).toEqual([]);
});
