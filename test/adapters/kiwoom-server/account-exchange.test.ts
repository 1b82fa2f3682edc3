// The account TRs on the real simulated exchange: credit orders from request to repayment, and the table of agreement after some
// days of trading by several accounts.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { TRS } from '#adapters/kiwoom-server/trs/index.ts';
import { compactDate, kstMoment, MINUTE_MS } from '#domain/time.ts';
import { createExchange, type Exchange } from '#exchange/exchange.ts';
import { DEFAULT_LISTINGS } from '#exchange/market/listing.ts';
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
    const limit = String(exchange.day('005930')!.reference.lowerLimit);
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
    exchange.deposit(FULL, 3_000_000_000);
    const price = String(exchange.day('005930')!.reference.base);
    const many = Math.ceil(1_000_000_000 / 0.55 / Number(price));
    const answer = client.order('kt10006', many, { trde_tp: '0', ord_uv: price });
    expect(answer['return_msg']).toContain('RC4009');
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
              const price = exchange.day(stk_cd)!.reference.base;
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
        },
      ),
      { numRuns: 2 },
    );
  }, 120_000);
});
