// The account TRs in Kiwoom's formats: widths, signs and decimals as in the guide's samples, filters, pages and errors.

import { beforeEach, describe, expect, it } from 'vitest';
import { TRS } from '#adapters/kiwoom-server/trs/index.ts';
import { ask, type Row } from './account-questions.ts';
import { AccountServer } from './account-server.ts';
import { PaperExchange } from './paper-exchange.ts';

const ID = '5000000001';
const OTHER = '5000000002';
const SAMSUNG = '005930';
const ETF = '069500';

let exchange: PaperExchange;
let server: AccountServer;
beforeEach(() => {
  exchange = new PaperExchange([
    { id: ID, cash: 10_000_000, holdings: [{ symbol: SAMSUNG, quantity: 3, cost: 373_500 }] },
    { id: OTHER, cash: 1_000_000, margin: 'by-instrument' },
  ]);
  server = new AccountServer(exchange.api);
});

const get = (id: string, fields: Row = {}, account = ID) =>
  ask(server.core, server.tokenOf(account), id, fields);

/** The failed answer's code and text. */
function failure(id: string, fields: Row): [number, string] {
  let body = { return_code: 0, return_msg: '' };
  const headers = { 'api-id': id, authorization: `Bearer ${server.tokenOf(ID)}` };
  const request = { method: 'POST', path: TRS.get(id)!.path, headers, body: JSON.stringify(fields) };
  server.core.handleRest(request, (outcome) => {
    if (outcome.type === 'answered') body = JSON.parse(outcome.response.body);
  });
  return [body.return_code, body.return_msg];
}

function trade(side: 'buy' | 'sell', symbol: string, price: number, ...parts: number[]): string {
  const quantity = parts.reduce((sum, one) => sum + one, 0);
  const order = { symbol, side, quantity, pricing: { type: 'limit', price }, timeInForce: 'day' } as const;
  const answer = exchange.orders.submit(ID, order);
  if (!answer.ok) throw new Error(answer.code);
  parts.forEach((part, index) => {
    exchange.fill(ID, answer.orderNo, price + index * 100, part);
  });
  return answer.orderNo;
}

describe('holdings', () => {
  it('kt00004 and kt00005 value them after the costs of selling, with four decimals', () => {
    exchange.setPrice(SAMSUNG, 70_000);
    const all = { qry_tp: '0', dmst_stex_tp: 'KRX' };
    // 210,000 less 50 and 30 of commission and 105 + 315 of tax; the guide's sample has the 0.18 % of 2024
    const [row] = get('kt00004', all)['stk_acnt_evlt_prst'] as Row[];
    expect(row).toMatchObject({
      stk_cd: 'A005930',
      rmnd_qty: '000000000003',
      avg_prc: '000000124500',
      evlt_amt: '000000209500',
      pl_amt: '-00000164000',
      pl_rt: '-43.9090',
      loan_dt: '',
      setl_remn: '000000000003',
    });
    const balance = get('kt00005', { dmst_stex_tp: 'KRX' });
    expect(balance).toMatchObject({ tot_pl_tot: '-00000164000', tot_pl_rt: '-43.9090' });
    expect((balance['stk_cntr_remn'] as Row[])[0]).toMatchObject({ crd_tp: '00', pl_rt: '-43.9090' });
  });

  it('ka10085 rounds the average and leaves off what is padded elsewhere', () => {
    const [row] = get('ka10085', { stex_tp: '0' })['acnt_prft_rt'] as Row[];
    expect(row).toMatchObject({ stk_cd: '005930', pur_pric: '124500', loan_dt: '00000000', crd_tp: '00' });
  });

  it('kt00018 adds up the loans of an instrument, or shows each', () => {
    for (const price of [50_000, 51_000]) {
      const credit = { loanDate: null };
      const pricing = { type: 'limit', price } as const;
      exchange.orders.submit(ID, {
        symbol: SAMSUNG,
        side: 'buy',
        quantity: 2,
        pricing,
        timeInForce: 'day',
        credit,
      });
      exchange.fill(ID, exchange.orders.of(ID, exchange.tradeDate).at(-1)!.orderNo, price, 2);
      exchange.nextDay();
    }
    const rows = (qry_tp: string) =>
      (get('kt00018', { qry_tp, dmst_stex_tp: 'KRX' })['acnt_evlt_remn_indv_tot'] as Row[]).map((row) => [
        row['crd_tp'],
        row['crd_loan_dt'],
        Number(row['rmnd_qty']),
        Number(row['pur_amt']),
      ]);
    expect(rows('2')).toEqual([
      ['00', '', 3, 373_500],
      ['03', '20261123', 2, 100_000],
      ['03', '20261124', 2, 102_000],
    ]);
    expect(rows('1')).toEqual([
      ['00', '', 3, 373_500],
      ['03', '20261123', 4, 202_000],
    ]);
  });

  it('ka01690 shows a day gone by at its closes, and nothing before the account began', () => {
    trade('buy', ETF, 40_000, 10);
    exchange.setPrice(ETF, 42_000);
    exchange.nextDay();
    exchange.setPrice(ETF, 30_000);
    const [, row] = get('ka01690', { qry_dt: '20261123' })['day_bal_rt'] as Row[];
    expect(row).toMatchObject({ stk_cd: ETF, evlt_amt: '420000', buy_uv: '40000', buy_wght: '51.7' });
    expect(get('ka01690', { qry_dt: '20261101' })).toMatchObject({ tot_buy_amt: '', day_bal_rt: [] });
  });
});

describe('realised profit', () => {
  it('ka10072 and ka10077 show each sale with its decimals', () => {
    trade('sell', SAMSUNG, 60_000, 1);
    const [row] = get('ka10072', { stk_cd: SAMSUNG, strt_dt: '20261123' })['dt_stk_div_rlzt_pl'] as Row[];
    expect(row).toMatchObject({
      cntr_qty: '1',
      buy_uv: '124500.00',
      cntr_pric: '60000',
      tdy_sel_pl: '-64630.00',
      pl_rt: '-51.91',
      tdy_trde_cmsn: '10',
      tdy_trde_tax: '120',
      crd_tp: '현금잔고',
      stk_cd_1: 'A005930',
    });
    const today = get('ka10077', { stk_cd: SAMSUNG });
    expect(today).toMatchObject({ tdy_rlzt_pl: '-64630' });
    expect((today['tdy_rlzt_pl_dtl'] as Row[])[0]).toMatchObject({ buy_uv: '124500.0000000' });
  });

  it('ka10072 and ka10073 tell of all instruments where none is named', () => {
    trade('buy', ETF, 40_000, 1);
    trade('sell', ETF, 40_100, 1);
    trade('sell', SAMSUNG, 60_000, 1);
    const names = (rows: unknown) => (rows as Row[]).map((row) => row['stk_nm']);
    const day = get('ka10072', { strt_dt: '20261123' })['dt_stk_div_rlzt_pl'];
    const period = get('ka10073', { stk_cd: '', strt_dt: '20261101', end_dt: '20261130' })['dt_stk_rlzt_pl'];
    expect(names(day)).toEqual(['삼성전자', 'KODEX 200']);
    expect(names(period)).toEqual(['삼성전자', 'KODEX 200']);
  });

  it('ka10073 is newest first and pages by thirty', () => {
    trade('buy', ETF, 40_000, 40);
    for (let index = 0; index < 35; index++) trade('sell', ETF, 40_000 + index, 1);
    const rows = get('ka10073', { stk_cd: ETF, strt_dt: '20261101', end_dt: '20261130' });
    const prices = (rows['dt_stk_rlzt_pl'] as Row[]).map((row) => Number(row['cntr_pric']));
    expect(prices).toEqual(Array.from({ length: 35 }, (_, index) => 40_034 - index));
  });
});

describe('ka10170', () => {
  const diary = (ottks_tp: string, ch_crd_tp = '0') =>
    get('ka10170', { base_dt: '', ottks_tp, ch_crd_tp })['tdy_trde_diary'] as Row[];
  const figures = ['stk_cd', 'buy_qty', 'buy_amt', 'sell_qty', 'sell_amt', 'cmsn_alm_tax', 'pl_amt'];
  const seen = (rows: Row[]) => rows.map((row) => figures.map((name) => row[name]).join(' '));

  it('tells what was bought and sold on the same day from all that was sold', () => {
    // A share of days before is sold, then five are bought in two parts, three sold, and what is left with one more.
    trade('sell', SAMSUNG, 60_000, 1);
    trade('buy', SAMSUNG, 50_000, 2, 3);
    trade('sell', SAMSUNG, 51_000, 3);
    trade('sell', SAMSUNG, 52_000, 3);
    expect(seen(diary('2'))).toEqual(['005930 5 250300 7 369000 817 -184338']);
    // 153,000 and two thirds of 156,000 for 250,300; commission of 30 on the buys, 30 and 20 on the sales, tax 305 and 312.
    expect(seen(diary('1'))).toEqual(['005930 5 250300 5 257000 586 6114']);
    expect(get('ka10170', { ottks_tp: '1', ch_crd_tp: '0' })).toMatchObject({
      ...{ tot_buy_amt: '250300', tot_sell_amt: '257000', tot_cmsn_tax: '586' },
      ...{ tot_exct_amt: '6114', tot_pl_amt: '6114', tot_prft_rt: '2.44' },
    });
  });

  it('has the return of ka10073 on shares of days before, whatever was bought since', () => {
    trade('sell', SAMSUNG, 60_000, 1);
    const [sale] = get('ka10073', { stk_cd: SAMSUNG, strt_dt: '20261101', end_dt: '20261130' })[
      'dt_stk_rlzt_pl'
    ] as Row[];
    const rates = () => diary('2').map((row) => [row['stk_cd'], row['prft_rt']]);
    expect(Number(sale?.['pl_rt'])).toBeLessThan(0);
    expect(rates()).toEqual([[SAMSUNG, sale?.['pl_rt']]]);
    trade('buy', SAMSUNG, 50_000, 2);
    trade('buy', ETF, 40_000, 2);
    expect(rates()).toEqual([
      [SAMSUNG, sale?.['pl_rt']],
      [ETF, '0.00'],
    ]);
    expect(get('ka10170', { ottks_tp: '2', ch_crd_tp: '0' })['tot_prft_rt']).toBe(sale?.['pl_rt']);
  });

  it('goes back two months', () => {
    const base_dt = exchange.tradeDate.replaceAll('-', '');
    const month = Number(base_dt.slice(4, 6));
    trade('buy', SAMSUNG, 50_000, 2);
    trade('sell', SAMSUNG, 51_000, 1);
    const told = () =>
      ['1', '2'].map(
        (ottks_tp) =>
          (get('ka10170', { base_dt, ottks_tp, ch_crd_tp: '0' })['tdy_trde_diary'] as Row[]).length,
      );
    const monthsSince = () => (Number(exchange.tradeDate.slice(5, 7)) - month + 12) % 12;
    while (monthsSince() < 2) {
      expect(told(), exchange.tradeDate).toEqual([1, 1]);
      exchange.nextDay();
    }
    while (monthsSince() < 3) exchange.nextDay();
    expect(told()).toEqual([0, 0]);
    expect(get('ka10170', { base_dt, ottks_tp: '2', ch_crd_tp: '0' })['tot_sell_amt']).toBe('0');
  });

  it('is empty for shares that were not bought today, or are not sold yet', () => {
    trade('sell', SAMSUNG, 60_000, 1);
    trade('buy', SAMSUNG, 50_000, 2);
    trade('buy', ETF, 40_000, 2);
    expect(diary('1')).toEqual([]);
    expect(seen(diary('2'))).toHaveLength(2);
  });

  it('knows shares on credit by their loan', () => {
    const credit = { loanDate: null };
    const onCredit = (side: 'buy' | 'sell', quantity: number, price: number) => {
      const pricing = { type: 'limit', price } as const;
      exchange.orders.submit(ID, { symbol: SAMSUNG, side, quantity, pricing, timeInForce: 'day', credit });
      exchange.fill(ID, exchange.orders.of(ID, exchange.tradeDate).at(-1)!.orderNo, price, quantity);
    };
    onCredit('buy', 10, 50_000);
    exchange.nextDay();
    onCredit('buy', 5, 51_000);
    onCredit('sell', 12, 52_000);
    // Ten of them are of the older loan.
    expect(seen(diary('1', '2'))).toEqual(['005930 2 102000 2 104000 248 1752']);
    expect(diary('1', '1')).toEqual([]);
    expect(seen(diary('1'))).toEqual(seen(diary('1', '2')));
  });
});

describe('settlement', () => {
  it('kt00008 shows the trades of the day before, with both taxes', () => {
    trade('buy', ETF, 40_000, 2);
    trade('sell', SAMSUNG, 60_000, 2);
    expect(get('kt00008')).toMatchObject({ sell_amt_sum: '000000000000', setl_dt: '20261124' });
    exchange.nextDay();
    const answer = get('kt00008');
    expect(answer).toMatchObject({
      trde_dt: '20261123',
      setl_dt: '20261125',
      sell_amt_sum: '000000119750',
      buy_amt_sum: '000000080010',
    });
    const rows = answer['acnt_nxdy_setl_frcs_prps_array'] as Row[];
    expect(rows.map((row) => [row['seq'], row['crd_tp'], row['rstx'], row['trde_tax'], row['cmsn']])).toEqual(
      [
        ['0000001', '현금매도 K', '000000000180', '000000000060', '000000000010'],
        ['0000002', '현금매수 K', '000000000000', '000000000000', '000000000010'],
      ],
    );
  });

  it('kt00015 has a row for each price, and costs in the last of them', () => {
    trade('buy', ETF, 40_000, 2, 3);
    exchange.nextDay();
    exchange.nextDay();
    const period = { strt_dt: '20261101', end_dt: '20261130', gds_tp: '0', dmst_stex_tp: '%' };
    const answer = get('kt00015', { ...period, tp: '4' });
    expect(answer['acnt_no']).toBe(ID);
    const rows = answer['trst_ovrl_trde_prps_array'] as Row[];
    const seen = ['trde_dt', 'cntr_dt', 'trde_unit', 'trde_qty_jwa_cnt', 'exct_amt', 'cmsn', 'entra_remn'];
    expect(rows.map((row) => seen.map((name) => row[name]))).toEqual([
      ['20261125', '20261123', '40,000', '2', '000000000000000', '000000000000000', '000000010000000'],
      ['20261125', '20261123', '40,100', '3', '000000000200330', '000000000000030', '000000009799670'],
    ]);
    expect(rows[0]).toMatchObject({ rmrk_nm: '장내매수', isin_cd: 'KR7069500007', vlbl_nowrm: '5' });
    const kinds = (tp: string, more: Record<string, string> = {}) =>
      (get('kt00015', { ...period, tp, ...more })['trst_ovrl_trde_prps_array'] as Row[]).map(
        (row) => row['rmrk_nm'],
      );
    expect(kinds('0')).toEqual(['이체입금', '대체입고', '장내매수', '장내매수']);
    expect(kinds('0', { qry_sort_tp: '2' })).toEqual(kinds('0'));
    expect(kinds('0', { qry_sort_tp: '1' })).toEqual(kinds('0').toReversed());
    expect([kinds('2'), kinds('6'), kinds('7'), kinds('F')]).toEqual([['대체입고'], ['이체입금'], [], []]);
  });
});

describe('what may be ordered', () => {
  it('kt00011 shows the columns by rate where margin counts, and blanks where all is paid', () => {
    const asked = { stk_cd: SAMSUNG, uv: '50000' };
    expect(get('kt00011', asked)).toMatchObject({
      stk_profa_rt: '20%',
      aplc_rt: '100%',
      profa_20ord_alow_amt: '',
    });
    expect(get('kt00011', asked, OTHER)).toMatchObject({
      ...{ stk_profa_rt: '20%', profa_rt: '20%', aplc_rt: '20%' },
      ...{ profa_20ord_alow_amt: '000005000000', profa_20ord_alowq: '000000000099' },
      ...{ profa_100ord_alow_amt: '000001000000', min_ord_alowq: '000000000019' },
    });
  });

  it('kt00012 counts deposit and commission', () => {
    expect(get('kt00012', { stk_cd: SAMSUNG, uv: '50000' })).toMatchObject({
      ...{ stk_assr_rt: 'A', stk_assr_rt_nm: '45%', assr_30ord_alow_amt: '000033333333' },
      ...{ assr_40ord_alow_amt: '000022222222', out_alowa: '000022222222', out_pos_qty: '000000000444' },
      ...{ min_amt: '000022214817', min_qty: '000000000444' },
    });
    expect(get('kt00012', { stk_cd: ETF, uv: '' })).toMatchObject({
      stk_assr_rt: '',
      min_qty: '000000000000',
    });
  });

  it('kt00010 counts an order through', () => {
    const asked = { stk_cd: SAMSUNG, trde_tp: '2', trde_qty: '10', uv: '50000' };
    expect(get('kt00010', asked)).toMatchObject({
      ...{ pur_amt: '000000500000', cmsn: '000000000070', pur_exct_amt: '000000500070' },
      ...{ profa_100ord_alow_amt: '000010000000', profa_100ord_alowq: '0000000199' },
    });
  });
});

describe('kt00010', () => {
  const asked = { stk_cd: SAMSUNG, trde_tp: '2', uv: '50000' };
  const all = '000010000000';

  it.each([
    ['cash that comes in', { io_amt: '500000' }, '000010500000', '0000000209'],
    ['cash that leaves', { io_amt: '-500000' }, '000009500000', '0000000189'],
    ['another price', { exp_buy_unp: '40000' }, all, '0000000249'],
    // 150,000 less 20 of commission and 75 + 225 of tax
    ['a sale', { trde_tp: '1', trde_qty: '3' }, '000010149680', '0000000202'],
    ['a buy', { trde_qty: '3' }, all, '0000000199'],
  ])('counts %s through', (_what, fields, amount, quantity) => {
    expect(get('kt00010', { ...asked, ...fields })).toMatchObject({
      ...{ profa_100ord_alow_amt: amount, profa_100ord_alowq: quantity, d2entra: amount },
      pur_amt: 'trde_qty' in fields && !('trde_tp' in fields) ? '000000150000' : '000000000000',
    });
    expect(get('kt00001', { qry_tp: '3' })).toMatchObject({ d2_entra: '000000010000000' });
  });

  it.each(['io_amt', 'trde_qty', 'exp_buy_unp'])('refuses a %s that is no number', (name) => {
    expect(failure('kt00010', { ...asked, [name]: '1.5' })).toEqual([2, expect.stringContaining(name)]);
  });
});

describe('the account', () => {
  it('ka00001 tells its number, each key its own', () => {
    expect([get('ka00001')['acctNo'], get('ka00001', {}, OTHER)['acctNo']]).toEqual([ID, OTHER]);
  });

  it('kt20016 lists what is lent on', () => {
    const list = (fields: Row) =>
      (get('kt20016', { mrkt_deal_tp: '%', ...fields })['crd_loan_pos_stk'] as Row[]).map((row) => [
        row['stk_cd'],
        row['crd_assr_rt'],
        row['repl_pric'],
      ]);
    expect(list({})).toEqual([
      ['A005930', '45%', '000000040000'],
      ['A247540', '60%', '000000030000'],
    ]);
    const symbols = (fields: Row) => list(fields).map(([symbol]) => symbol);
    expect(symbols({ crd_stk_grde_tp: 'D' })).toEqual(['A247540']);
    expect(symbols({ mrkt_deal_tp: '1' })).toEqual(['A005930']);
    expect(symbols({ stk_cd: 'A247540' })).toEqual(['A247540']);
  });
});

describe('a question that cannot be answered', () => {
  it.each([
    ['kt00002', { start_dt: '20200101', end_dt: '20200131' }, 20, '506476'],
    ['kt00010', { stk_cd: SAMSUNG, trde_tp: '2', uv: '65001' }, 20, '571197'],
    ['kt00010', { stk_cd: '999999', trde_tp: '2', uv: '1' }, 7, '1902'],
    ['kt00012', { stk_cd: SAMSUNG, uv: 'x' }, 2, '1517'],
    ['kt20017', { stk_cd: '999999' }, 7, '1902'],
    ['kt10007', { dmst_stex_tp: 'KRX', stk_cd: SAMSUNG, ord_qty: '1', trde_tp: '3' }, 2, '1511'],
  ])('%s %o: %i [%s]', (id, fields, code, inner) => {
    const [returned, text] = failure(id, fields as Row);
    expect(returned).toBe(code);
    expect(text).toContain(inner);
  });
});
