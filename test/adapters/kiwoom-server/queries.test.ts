// Charts, reference data and the account in Kiwoom's formats.

import { describe, expect, it } from 'vitest';
import { kstMoment } from '#domain/time.ts';
import { Harness, PATHS } from './harness.ts';
import { minutes, TODAY, YESTERDAY } from './scripted-exchange.ts';

type Row = Record<string, string>;

describe('ka10080', () => {
  const ask = (harness: Harness, scope: string, headers = {}) => {
    const fields = { stk_cd: '005930', tic_scope: scope, upd_stkpc_tp: '1' };
    const { json, response } = harness.call('ka10080', PATHS.chart, fields, headers);
    return { rows: json['stk_min_pole_chart_qry'] as Row[], headers: response.headers };
  };

  it('is newest first, signed against the close of the day before, with the volume of the day so far', () => {
    const harness = new Harness();
    harness.exchange.minuteBarsNow = [...minutes(YESTERDAY, 2), ...minutes(TODAY, 2)];
    const { rows } = ask(harness, '1');
    expect(rows.map((row) => [row['cntr_tm'], row['cur_prc'], row['acc_trde_qty'], row['pred_pre']])).toEqual(
      [
        ['20261120090100', '-60002', '20', '-298'],
        ['20261120090000', '-60001', '10', '-299'],
        // Nothing is known before the oldest day: no signs.
        ['20261119090100', '60002', '20', '0'],
        ['20261119090000', '60001', '10', '0'],
      ],
    );
  });

  it.each([
    ['3', ['090300', '090000'], ['30', '30']],
    ['5', ['090500', '090000'], ['10', '50']],
    ['45', ['090000'], ['60']],
  ])('joins %s minutes from 09:00 on', (scope, labels, volumes) => {
    const harness = new Harness();
    harness.exchange.minuteBarsNow = minutes(TODAY, 6);
    const { rows } = ask(harness, scope);
    expect(rows.map((row) => row['cntr_tm']!.slice(8))).toEqual(labels);
    expect(rows.map((row) => row['trde_qty'])).toEqual(volumes);
    expect(rows.at(-1)).toMatchObject({ open_pric: '-60000', low_pric: '-59998' });
  });

  it('pages by 900 into the past, undisturbed by a new minute', () => {
    const harness = new Harness();
    harness.exchange.minuteBarsNow = minutes(YESTERDAY, 1_000);
    const first = ask(harness, '1');
    expect([first.rows.length, first.headers['cont-yn']]).toEqual([900, 'Y']);
    harness.exchange.minuteBarsNow = minutes(YESTERDAY, 1_001);
    const next = { 'cont-yn': 'Y', 'next-key': first.headers['next-key']! };
    const second = ask(harness, '1', next);
    expect([second.rows.length, second.headers['cont-yn']]).toEqual([100, 'N']);
    const labels = [...first.rows, ...second.rows].map((row) => row['cntr_tm']!);
    expect(new Set(labels).size).toBe(1_000);
    expect(labels).toEqual(labels.toSorted().reverse());
  });

  it('starts again without cont-yn, whatever next-key says', () => {
    const harness = new Harness();
    harness.exchange.minuteBarsNow = minutes(TODAY, 2);
    expect(ask(harness, '1', { 'next-key': 'anything' }).rows).toHaveLength(2);
  });
});

describe('ka10079', () => {
  it('joins trades into bars, newest first and unsigned', () => {
    const harness = new Harness();
    const at = kstMoment(TODAY, '090000');
    harness.exchange.ticksNow = [
      { at, price: 60_100, quantity: 1 },
      { at, price: 60_300, quantity: 2 },
      { at: at + 5_000, price: 60_000, quantity: 3 },
      { at: at + 9_000, price: 60_200, quantity: 4 },
    ];
    const fields = { stk_cd: '005930', tic_scope: '3', upd_stkpc_tp: '1' };
    const { json } = harness.call('ka10079', PATHS.chart, fields);
    expect(
      (json['stk_tic_chart_qry'] as Row[]).map((row) => [
        row['open_pric'],
        row['high_pric'],
        row['low_pric'],
        row['cur_prc'],
        row['trde_qty'],
      ]),
    ).toEqual([
      ['60200', '60200', '60200', '60200', '4'],
      ['60100', '60300', '60000', '60000', '6'],
    ]);
  });
});

describe('ka10081', () => {
  it.each([
    ['20261120', ['20261120', '20261119']],
    ['20261119', ['20261119']],
    ['20200101', []],
  ])('up to %s', (base_dt, days) => {
    const { json } = new Harness().call('ka10081', PATHS.chart, {
      stk_cd: '005930',
      base_dt,
      upd_stkpc_tp: '1',
    });
    expect((json['stk_dt_pole_chart_qry'] as Row[]).map((row) => row['dt'])).toEqual(days);
  });
});

describe('an instrument nobody knows', () => {
  it.each(['000660', '005930_NX', '005930_al'])('%s is answered with blanks and return_code 0', (stk_cd) => {
    const harness = new Harness();
    const info = harness.call('ka10001', PATHS.stkinfo, { stk_cd }).json;
    expect([info['return_code'], info['cur_prc'], info['stk_nm']]).toEqual([0, '', '']);
    const chart = harness.call('ka10080', PATHS.chart, { stk_cd, tic_scope: '1', upd_stkpc_tp: '1' }).json;
    expect(chart['stk_min_pole_chart_qry']).toEqual([]);
  });
});

describe('reference data', () => {
  it('ka10001 signs prices and limits', () => {
    expect(new Harness().call('ka10001', PATHS.stkinfo, { stk_cd: '005930_AL' }).json).toMatchObject({
      stk_cd: '005930_AL',
      cur_prc: '+60700',
      base_pric: '60300',
      upl_pric: '+78300',
      lst_pric: '-42300',
      pred_pre: '+400',
      flu_rt: '+0.66',
      pre_sig: '2',
      '250hgst': '+61000',
      '250hgst_pric_dt': '20261119',
      '250hgst_pric_pre_rt': '-0.49',
      flo_stk: '5969782',
      trde_pre: '50.00',
    });
  });

  it('ka10100 pads shares and yesterday’s close', () => {
    expect(new Harness().call('ka10100', PATHS.stkinfo, { stk_cd: '005930' }).json).toMatchObject({
      listCount: '0000005969782550',
      lastPrice: '00060300',
      marketCode: '0',
      marketName: '거래소',
      orderWarning: '0',
    });
  });

  it('ka10099 lists a market', () => {
    const list = (mrkt_tp: string) => new Harness().call('ka10099', PATHS.stkinfo, { mrkt_tp }).json['list'];
    expect([list('0'), list('10')]).toEqual([[expect.objectContaining({ code: '005930' })], []]);
  });

  it.each(['60', '2', '7', '70', '80', '90'])(
    'ka10099 answers %s, which the guide leaves out and clients ask for',
    (mrkt_tp) => {
      expect(new Harness().call('ka10099', PATHS.stkinfo, { mrkt_tp }).json).toMatchObject({
        return_code: 0,
        list: [],
      });
    },
  );
});

describe('the account', () => {
  it('kt00001 is padded to 15, the sign inside the width', () => {
    expect(new Harness().call('kt00001', PATHS.acnt, { qry_tp: '3' }).json).toMatchObject({
      entr: '000000000017534',
      d1_entra: '000000000017450',
      d1_slby_exct_amt: '-00000000000084',
      d1_buy_exct_amt: '000000000048240',
      d1_sel_exct_amt: '000000000048156',
      d2_entra: '000000000012550',
      d2_slby_exct_amt: '-00000000004900',
      '100stk_ord_alow_amt': '000000000012550',
      crd_grnt_rt: '0.00',
      stk_entr_prst: [],
    });
  });

  it.each([
    ['', '000000000000'],
    ['0', '000000000000'],
    ['31000', '000000000002'],
  ])('kt00011 at price %j', (uv, quantity) => {
    const { json } = new Harness().call('kt00011', PATHS.acnt, { stk_cd: '005930', uv });
    expect(json).toMatchObject({
      min_ord_alow_amt: '000000063380',
      min_ord_alowq: quantity,
      stk_profa_rt: '100%',
    });
  });

  it('ka10074 leaves out days without a sale', () => {
    const harness = new Harness();
    harness.exchange.realisedDays = [
      { date: YESTERDAY, buyAmount: 100, sellAmount: 0, profit: 0, commission: 10, tax: 0 },
      { date: TODAY, buyAmount: 0, sellAmount: 474_600, profit: 179_419, commission: 940, tax: 852 },
    ];
    const { json } = harness.call('ka10074', PATHS.acnt, { strt_dt: '20261101', end_dt: '20261130' });
    expect(json).toEqual({
      tot_buy_amt: '0',
      tot_sell_amt: '474600',
      rlzt_pl: '179419',
      trde_cmsn: '940',
      trde_tax: '852',
      dt_rlzt_pl: [
        {
          dt: '20261120',
          buy_amt: '0',
          sell_amt: '474600',
          tdy_sel_pl: '179419',
          tdy_trde_cmsn: '940',
          tdy_trde_tax: '852',
        },
      ],
      return_code: 0,
      return_msg: ' 조회가 완료되었습니다.',
    });
  });

  it('ka10170 has the figures of the guide sample', () => {
    const harness = new Harness();
    harness.exchange.trades = [
      {
        symbol: '005930',
        buyQuantity: 3,
        buyAmount: 48_240,
        sellQuantity: 3,
        sellAmount: 48_240,
        commissionAndTax: 174,
        profit: -174,
      },
    ];
    const { json } = harness.call('ka10170', PATHS.acnt, {
      base_dt: '20261120',
      ottks_tp: '2',
      ch_crd_tp: '0',
    });
    expect(json).toMatchObject({
      tot_exct_amt: '-174',
      tot_pl_amt: '-174',
      tot_prft_rt: '-0.36',
      tdy_trde_diary: [{ buy_avg_pric: '16080', sel_avg_pric: '16080', prft_rt: '-0.36', stk_cd: '005930' }],
    });
  });
});
