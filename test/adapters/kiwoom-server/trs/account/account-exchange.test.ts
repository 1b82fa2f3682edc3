// The account TRs on the real simulated exchange: credit orders from request to repayment, and the table of agreement after some
// days of trading by several accounts.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { TRS } from '#adapters/kiwoom-server/trs/index.ts';
import { compactDate, kstMoment, MINUTE_MS } from '#domain/time.ts';
import { createExchange, type Exchange } from '#exchange/exchange.ts';
import { DEFAULT_LISTINGS } from '#exchange/market/listing.ts';
import { silentMarket } from '#test/exchange/quiet-market.ts';
import { DAY, NEXT_DAY, SAMSUNG } from '#test/exchange/support.ts';
import { disagreements } from './account-agreement.ts';
import type { Row } from './account-questions.ts';
import { AccountServer } from './account-server.ts';

const DAYS = [DAY, NEXT_DAY, '2026-11-25', '2026-11-26'];
/** Two shares and a fund, which is not lent on. */
const LISTINGS = DEFAULT_LISTINGS.filter(({ instrument }) =>
  ['005930', '247540', '069500'].includes(instrument.symbol),
);
const FULL = '5000000001';
const MARGIN = '5000000002';
const ACCOUNTS = [
  { id: FULL, cash: 100_000_000, holdings: [{ instrument: SAMSUNG, quantity: 500, cost: 30_000_000 }] },
  { id: MARGIN, cash: 20_000_000, margin: 'by-instrument' },
] as const;

function newExchange(seed: number): Exchange {
  return createExchange({
    seed,
    firstTradingDay: DAY,
    historyDays: 2,
    listings: LISTINGS,
    accounts: ACCOUNTS,
    nxt: false,
  });
}

/** One account's client: a token and a way to ask. */
class Client {
  readonly #server: AccountServer;
  readonly #token: string;

  constructor(exchange: Exchange, account: string) {
    this.#server = new AccountServer(exchange);
    this.#token = this.#server.tokenOf(account);
  }

  call(id: string, fields: Row): Record<string, unknown> {
    const headers = { 'api-id': id, authorization: `Bearer ${this.#token}` };
    let answer: Record<string, unknown> = {};
    const request = { method: 'POST', path: TRS.get(id)!.path, headers, body: JSON.stringify(fields) };
    this.#server.core.handleRest(request, (outcome) => {
      if (outcome.type === 'answered') answer = JSON.parse(outcome.response.body);
    });
    return answer;
  }

  order(id: string, quantity: number, more: Row = {}): Record<string, unknown> {
    const order = {
      dmst_stex_tp: 'KRX',
      stk_cd: '005930',
      ord_qty: String(quantity),
      ord_uv: '',
      trde_tp: '3',
    };
    return this.call(id, { ...order, cond_uv: '', ...more });
  }

  holdings(): Row[] {
    const answer = this.call('kt00018', { qry_tp: '2', dmst_stex_tp: 'KRX' });
    return answer['acnt_evlt_remn_indv_tot'] as Row[];
  }
}

function expectAgreement(exchange: Exchange): void {
  const server = new AccountServer(exchange);
  for (const { id } of ACCOUNTS) {
    expect(disagreements(server.answers(id, compactDate(exchange.tradeDate))), id).toEqual([]);
  }
  server.core.dispose();
}

describe('an order on credit', () => {
  let exchange: Exchange;
  let client: Client;
  beforeAll(() => {
    exchange = newExchange(42);
    exchange.advanceTo(kstMoment(DAY, '093000'));
    client = new Client(exchange, FULL);
  });

  it('buys with a loan for what the deposit does not pay', () => {
    const answer = client.order('kt10006', 100);
    expect(answer).toMatchObject({ return_code: 0, return_msg: '신용 매수주문이 완료되었습니다.' });
    const [, loan] = client.holdings();
    expect(loan).toMatchObject({ crd_tp: '03', crd_loan_dt: compactDate(DAY), rmnd_qty: '000000000000100' });
    const cost = Number(loan?.['pur_amt']);
    const { loan_sum, d2_buy_exct_amt } = client.call('kt00001', { qry_tp: '3' });
    // Samsung is of a class with a deposit of 45 %.
    expect(Number(loan_sum)).toBe(cost - Math.ceil(cost * 0.45));
    expect(Number(d2_buy_exct_amt)).toBe(cost - Number(loan_sum) + Math.floor((cost * 0.00015) / 10) * 10);
  });

  it('sells loans only as far as there are any', () => {
    const one = { crd_deal_tp: '33', crd_loan_dt: compactDate(DAY) };
    expect(client.order('kt10007', 101, one)['return_msg']).toContain('800033');
    expect(client.order('kt10007', 10, { ...one, crd_loan_dt: '20200102' })['return_msg']).toContain(
      '800033',
    );
    expect(client.order('kt10007', 10, { crd_deal_tp: '33' })['return_msg']).toContain('800033');
    expect(client.order('kt10007', 40, one)['return_code']).toBe(0);
    expect(client.order('kt10007', 20, { crd_deal_tp: '99' })['return_code']).toBe(0);
    const [cash, loan] = client.holdings();
    expect([cash?.['rmnd_qty'], loan?.['rmnd_qty']]).toEqual(['000000000000500', '000000000000040']);
  });

  it('is modified and cancelled by the TRs of credit, which know no cash orders', () => {
    const limit = String(exchange.market.day('005930')!.reference.lowerLimit);
    const base = { dmst_stex_tp: 'KRX', stk_cd: '005930' };
    const bought = client.order('kt10006', 10, { trde_tp: '0', ord_uv: limit });
    const cash = client.order('kt10000', 10, { trde_tp: '0', ord_uv: limit });
    const change = { ...base, mdfy_qty: '10', mdfy_uv: limit, mdfy_cond_uv: '' };
    expect(
      client.call('kt10008', { ...change, orig_ord_no: String(cash['ord_no']) })['return_msg'],
    ).toContain('RC4032');
    const changed = client.call('kt10008', { ...change, orig_ord_no: String(bought['ord_no']) });
    expect(changed).toMatchObject({ return_code: 0, base_orig_ord_no: bought['ord_no'] });
    const cancel = { ...base, orig_ord_no: String(changed['ord_no']), cncl_qty: '0' };
    expect(client.call('kt10009', cancel)).toMatchObject({ return_code: 0, cncl_qty: '000000000010' });
    const orders = client.call('kt00007', {
      ...{ ord_dt: '', qry_tp: '1', stk_bond_tp: '0', sell_tp: '2', stk_cd: '', fr_ord_no: '' },
      dmst_stex_tp: '%',
    })['acnt_ord_cntr_prps_dtl'] as Row[];
    expect(orders.map((row) => `${row['crd_tp']} ${row['io_tp_nm']}`)).toEqual([
      '자기융자 융자매수',
      '자기융자 융자매수',
      '보통매매 현금매수',
      '자기융자 융자매수',
      '자기융자 융자매수',
    ]);
  });

  it('is refused for what is not lent on, and beyond the limit of the account', () => {
    expect(client.call('kt20017', { stk_cd: '005930' })['crd_alow_yn']).toBe('< A군 신용융자 가능 >');
    expect(client.call('kt20017', { stk_cd: '069500' })['crd_alow_yn']).toBe('< 신용융자 불가 >');
    expect(client.order('kt10006', 1, { stk_cd: '069500' })['return_msg']).toContain('RC4008');
    exchange.accounts.deposit(FULL, 3_000_000_000);
    const price = String(exchange.market.day('005930')!.reference.base);
    const many = Math.ceil(1_000_000_000 / 0.55 / Number(price));
    const answer = client.order('kt10006', many, { trde_tp: '0', ord_uv: price });
    expect(answer['return_msg']).toContain('RC4009');
  });
});

describe('what is left unpaid', () => {
  const holdings = [{ instrument: SAMSUNG, quantity: 1_000, cost: 30_000_000 }];
  let exchange: Exchange;
  const orders = (client: Client, id: string, list: string, more: Row) =>
    client.call(id, { ord_dt: '', stk_bond_tp: '0', sell_tp: '0', dmst_stex_tp: '%', ...more })[
      list
    ] as Row[];
  beforeAll(() => {
    const options = { seed: 1, firstTradingDay: DAY, historyDays: 0, listings: LISTINGS, nxt: false };
    const accounts = [
      { id: FULL, cash: 100_000_000, holdings },
      { id: MARGIN, cash: 2_000_000, margin: 'by-instrument' },
    ] as const;
    exchange = createExchange({ ...options, accounts, market: silentMarket() });
    exchange.advanceTo(kstMoment(DAY, '100000'));
    const { base } = exchange.market.day('005930')!.reference;
    const pricing = { type: 'limit', price: base } as const;
    const order = { symbol: '005930', quantity: 100, pricing, timeInForce: 'day' } as const;
    exchange.orders.submit(FULL, { ...order, side: 'sell' });
    exchange.orders.submit(MARGIN, { ...order, side: 'buy' });
  });

  it('is owed on the day of settlement, in every TR that names it', () => {
    exchange.advanceTo(kstMoment(DAYS[2]!, '100000'));
    const client = new Client(exchange, MARGIN);
    const { unpaid } = exchange.accounts.funds(MARGIN);
    expect(unpaid).toBeGreaterThan(0);
    expect(Number(client.call('kt00001', { qry_tp: '3' })['ch_uncla'])).toBe(unpaid);
    expect(Number(client.call('kt00005', { dmst_stex_tp: 'KRX' })['ch_uncla'])).toBe(unpaid);
    const asked = { stk_cd: '005930', trde_tp: '2', uv: '1000' };
    expect(client.call('kt00010', asked)).toMatchObject({ ord_alowa: '000000000000' });
    expect(client.call('kt00011', asked)).toMatchObject({ profa_rt: '20%' });
  });

  it('is sold for in the next opening auction by an order that the account sees and cannot touch', () => {
    exchange.advanceTo(kstMoment(DAYS[3]!, '083500'));
    const client = new Client(exchange, MARGIN);
    const [open] = orders(client, 'ka10075', 'oso', { all_stk_tp: '0', trde_tp: '0', stex_tp: '0' });
    expect(open).toMatchObject({ stk_cd: '005930', io_tp_nm: '-매도', trde_tp: '시장가', ord_qty: '100' });
    const cancel = { dmst_stex_tp: 'KRX', stk_cd: '005930', cncl_qty: '0', orig_ord_no: open!['ord_no']! };
    expect(client.call('kt10003', cancel)['return_msg']).toContain('RC4032');
    const price = exchange.market.day('005930')!.reference.base - 1_000;
    exchange.orders.submit(FULL, {
      ...{
        symbol: '005930',
        side: 'buy',
        quantity: 100,
        pricing: { type: 'limit', price },
        timeInForce: 'day',
      },
    });
    exchange.advanceTo(kstMoment(DAYS[3]!, '090500'));
    const sold = {
      ord_no: open!['ord_no'],
      io_tp_nm: '현금매도',
      comm_ord_tp: '반대매매',
      cntr_qty: '0000000100',
    };
    expect(orders(client, 'kt00007', 'acnt_ord_cntr_prps_dtl', { qry_tp: '4' })).toMatchObject([sold]);
    const answer = orders(client, 'kt00009', 'acnt_ord_cntr_prst_array', { qry_tp: '1', mrkt_tp: '0' });
    expect(answer).toMatchObject([sold]);
    const filled = orders(client, 'ka10076', 'cntr', { qry_tp: '0', stex_tp: '0' });
    expect(filled).toMatchObject([{ cntr_pric: String(price), cntr_qty: '100' }]);
    const profit = Number(client.call('ka10077', { stk_cd: '005930' })['tdy_rlzt_pl']);
    expect(profit).toBeLessThan(-100 * 1_000);
    expect(client.call('kt00011', { stk_cd: '005930', uv: '1000' })).toMatchObject({ profa_rt: '100%' });
    expect(disagreements(new AccountServer(exchange).answers(MARGIN, compactDate(DAYS[3]!)))).toEqual([]);
  });
});

describe('the two markets', () => {
  const listings = LISTINGS.map((one) => ({ ...one, isOnNxt: true }));
  /** Twelve letters of three bytes and two of one; of the last letter two bytes have room. */
  const name = '삼성전자우선주식회사전자AB자';
  const holdings = [{ instrument: { ...SAMSUNG, name }, quantity: 1_000, cost: 30_000_000 }];
  const accounts = [FULL, MARGIN].map((id) => ({ id, cash: 100_000_000, holdings }));
  let exchange: Exchange;
  let client: Client;
  let base: number;
  beforeAll(() => {
    const options = { seed: 1, firstTradingDay: DAY, historyDays: 0, listings, accounts };
    exchange = createExchange({ ...options, market: silentMarket() });
    exchange.advanceTo(kstMoment(DAY, '100000'));
    base = exchange.market.day('005930')!.reference.base;
    client = new Client(exchange, FULL);
    for (const [venue, price] of [
      ['KRX', base],
      ['NXT', base + 1_000],
    ] as const) {
      const order = {
        symbol: '005930',
        quantity: 10,
        pricing: { type: 'limit', price },
        timeInForce: 'day',
      } as const;
      exchange.orders.submit(MARGIN, { ...order, side: 'sell', venue });
      exchange.orders.submit(FULL, { ...order, side: 'buy', venue });
    }
  });

  it.each([
    ['kt00018', { qry_tp: '2' }, 'acnt_evlt_remn_indv_tot'],
    ['kt00004', { qry_tp: '0' }, 'stk_acnt_evlt_prst'],
    ['kt00005', {}, 'stk_cntr_remn'],
    ['ka10085', { stex_tp: '1' }, 'acnt_prft_rt'],
  ])('%s values holdings at the prices of the market asked for', (id, fields, list) => {
    const priceOn = (dmst_stex_tp: string, stex_tp: string) => {
      const [row] = client.call(id, { ...fields, dmst_stex_tp, ...(id === 'ka10085' ? { stex_tp } : {}) })[
        list
      ] as Row[];
      return Math.abs(Number(row?.['cur_prc']));
    };
    expect([priceOn('KRX', '1'), priceOn('NXT', '2')]).toEqual([base, base + 1_000]);
  });

  it('kt00004 cuts names at forty bytes, others do not', () => {
    const [cut] = client.call('kt00004', { qry_tp: '0', dmst_stex_tp: 'KRX' })['stk_acnt_evlt_prst'] as Row[];
    expect([client.holdings()[0]?.['stk_nm'], cut?.['stk_nm']]).toEqual([
      name,
      '삼성전자우선주식회사전자AB\uFFFD',
    ]);
  });

  it.each([
    ['%', 2],
    ['KRX', 1],
    ['NXT', 1],
  ])('kt00015 lists the trades of %s', (dmst_stex_tp, count) => {
    exchange.advanceTo(kstMoment(DAYS[2]!, '080000'));
    const later = new Client(exchange, FULL);
    const period = { strt_dt: compactDate(DAY), end_dt: compactDate(DAYS[2]!) };
    const asked = {
      ...period,
      tp: '4',
      stk_cd: '',
      crnc_cd: '',
      gds_tp: '0',
      frgn_stex_code: '',
      dmst_stex_tp,
    };
    const rows = later.call('kt00015', asked)['trst_ovrl_trde_prps_array'] as Row[];
    expect(rows).toHaveLength(count);
    const cash = later.call('kt00015', { ...asked, tp: '6' })['trst_ovrl_trde_prps_array'];
    expect(cash).toHaveLength(1);
  });
});

describe('the account TRs on the exchange', () => {
  it('agree after days of trading by several accounts', () => {
    const act = fc.record({
      account: fc.constantFrom(FULL, MARGIN),
      id: fc.constantFrom('kt10000', 'kt10001', 'kt10006', 'kt10007', 'kt10000'),
      stk_cd: fc.constantFrom('005930', '247540'),
      quantity: fc.integer({ min: 1, max: 400 }),
      type: fc.constantFrom('3', '0', '6'),
      minutes: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(
        fc.integer(),
        fc.array(fc.array(act, { maxLength: 6 }), { minLength: 3, maxLength: 3 }),
        (seed, days) => {
          const exchange = newExchange(seed);
          const clients = new Map(ACCOUNTS.map(({ id }) => [id as string, new Client(exchange, id)]));
          for (const [index, acts] of days.entries()) {
            exchange.advanceTo(kstMoment(DAYS[index]!, '090500'));
            for (const { account, id, stk_cd, quantity, type, minutes } of acts) {
              const price = exchange.market.day(stk_cd)!.reference.base;
              clients.get(account)!.order(id, quantity, {
                ...{ stk_cd, trde_tp: type, ord_uv: type === '0' ? String(price) : '' },
                crd_deal_tp: '99',
              });
              exchange.advanceTo(exchange.now + minutes * MINUTE_MS);
            }
            expectAgreement(exchange);
            exchange.advanceTo(kstMoment(exchange.tradeDate, '200100'));
            expectAgreement(exchange);
          }
          exchange.advanceTo(kstMoment(DAYS[3]!, '080000'));
          expectAgreement(exchange);
          // What was left unpaid is sold for at the open.
          exchange.advanceTo(kstMoment(DAYS[3]!, '090500'));
          expectAgreement(exchange);
        },
      ),
      { numRuns: 2 },
    );
  }, 120_000);
});
