// kt10000–kt10003 over every trade type of the guide: what reaches the exchange, what the client hears, and what the notices say
// (members 901, 906, 2134–2136).

import { describe, expect, it } from 'vitest';
import type { OrderTerms } from '#exchange/contract.ts';
import { Harness, PATHS } from '../../harness.ts';
import { ACCOUNT, TODAY } from '../../scripted-exchange.ts';

const PRICE = '60000';

function watched(): { harness: Harness; notice: () => Record<string, string> } {
  const harness = new Harness();
  const socket = harness.login();
  socket.register(['00']);
  return { harness, notice: () => socket.real('00').at(-1) as Record<string, string> };
}

const sent = (harness: Harness) => harness.exchange.orders.of(ACCOUNT, TODAY).at(-1)!;
const ask = (harness: Harness, fields: Record<string, string>, tr = 'kt10000') =>
  harness.call(tr, PATHS.ordr, { dmst_stex_tp: 'KRX', stk_cd: '005930', ord_qty: '3', ...fields }).json;

describe('a trade type', () => {
  const limit = (type: 'limit' | 'conditional-limit' | 'after-hours-limit'): OrderTerms => ({
    type,
    price: 60_000,
  });

  it.each<[code: string, terms: OrderTerms, timeInForce: string, name: string]>([
    ['0', limit('limit'), 'day', '보통'],
    ['3', { type: 'market' }, 'day', '시장가'],
    ['5', limit('conditional-limit'), 'day', '조건부지정가'],
    ['6', { type: 'best-counter' }, 'day', '최유리지정가'],
    ['7', { type: 'best-own' }, 'day', '최우선지정가'],
    ['10', limit('limit'), 'ioc', '보통(IOC)'],
    ['13', { type: 'market' }, 'ioc', '시장가(IOC)'],
    ['16', { type: 'best-counter' }, 'ioc', '최유리(IOC)'],
    ['20', limit('limit'), 'fok', '보통(FOK)'],
    ['23', { type: 'market' }, 'fok', '시장가(FOK)'],
    ['26', { type: 'best-counter' }, 'fok', '최유리(FOK)'],
    ['28', { type: 'stop-limit', price: 60_000, stop: 61_000 }, 'day', '스톱지정가'],
    ['29', { type: 'mid-price' }, 'day', '중간가'],
    ['30', { type: 'mid-price' }, 'ioc', '중간가(IOC)'],
    ['31', { type: 'mid-price' }, 'fok', '중간가(FOK)'],
    ['61', { type: 'opening-fixed' }, 'day', '장시작전시간외'],
    ['62', limit('after-hours-limit'), 'day', '시간외단일가'],
    ['81', { type: 'closing-fixed' }, 'day', '장마감후시간외'],
  ])('%s is %o', (code, terms, timeInForce, name) => {
    const { harness, notice } = watched();
    const ord_uv = code === '61' || code === '81' ? '' : PRICE;
    expect(ask(harness, { trde_tp: code, ord_uv, cond_uv: '61000' })).toMatchObject({
      return_code: 0,
    });
    expect(sent(harness)).toMatchObject({ pricing: terms, timeInForce, quantity: 3, side: 'buy' });
    expect(notice()).toMatchObject({ '906': name, '901': 'price' in terms ? PRICE : '0' });
  });

  it.each([
    ['0', { ord_uv: 'soon' }, 'ord_uv'],
    ['28', { ord_uv: PRICE }, 'cond_uv'],
    ['28', { ord_uv: PRICE, cond_uv: 'soon' }, 'cond_uv'],
    ['4', { ord_uv: PRICE }, 'trde_tp'],
  ])('%s with %o lacks %s', (code, fields: Record<string, string>, missing) => {
    const { harness } = watched();
    const json = ask(harness, { trde_tp: code, ...fields });
    expect(json['return_code']).toBe(2);
    expect(json['return_msg']).toContain(missing);
    expect(harness.exchange.orders.of(ACCOUNT, TODAY)).toEqual([]);
  });
});

it.each([
  ['5', { ord_uv: '' }],
  ['10', { ord_uv: '0' }],
  ['62', {}],
  ['28', { cond_uv: '61000' }],
])('%s with %o is told 308003, as recorded: it names no price', (code, fields: Record<string, string>) => {
  const { harness } = watched();
  const json = ask(harness, { trde_tp: code, ...fields });
  expect(json).toMatchObject({ return_code: 20, return_msg: '[2000](308003:주문단가를 입력하십시요)' });
  expect(harness.exchange.orders.of(ACCOUNT, TODAY)).toEqual([]);
});

it.each(['61', '81'])('%s with a price is told 571357, as recorded', (code) => {
  const { harness } = watched();
  const { return_code, return_msg } = ask(harness, { trde_tp: code, ord_uv: PRICE });
  expect([return_code, String(return_msg).slice(0, 14)]).toEqual([20, '[2000](571357:']);
});

describe('a market', () => {
  it.each([
    ['KRX', '1', 'KRX', 'N'],
    ['NXT', '2', 'NXT', 'N'],
    ['SOR', '1', 'KRX', 'Y'],
  ])('%s is named in the answer and in the notice', (venue, code, name, routed) => {
    const { harness, notice } = watched();
    harness.exchange.hasNxt = true;
    const json = ask(harness, { trde_tp: '0', ord_uv: PRICE, dmst_stex_tp: venue }, 'kt10001');
    expect(json).toMatchObject({ return_code: 0, dmst_stex_tp: venue });
    expect(sent(harness)).toMatchObject({ venue, routedTo: name, side: 'sell' });
    expect(notice()).toMatchObject({ '2134': code, '2135': name, '2136': routed });
  });

  it('that does not trade the instrument is refused with 501307', () => {
    const { harness } = watched();
    const json = ask(harness, { trde_tp: '0', ord_uv: PRICE, dmst_stex_tp: 'NXT' });
    expect(json).toMatchObject({ return_code: 20 });
    expect(json['return_msg']).toContain('501307');
  });

  it('must be that of the order when it is changed; the one it was routed to will do', () => {
    const { harness } = watched();
    ask(harness, { trde_tp: '0', ord_uv: PRICE, dmst_stex_tp: 'SOR' });
    const cancel = (venue: string) =>
      harness.call('kt10003', PATHS.ordr, {
        dmst_stex_tp: venue,
        orig_ord_no: sent(harness).orderNo,
        stk_cd: '005930',
        cncl_qty: '1',
      }).json;
    expect(cancel('NXT')['return_msg']).toContain('501307');
    expect(cancel('KRX')).toMatchObject({ return_code: 0, cncl_qty: '000000000001' });
  });

  it('that routes is not that of an order which was not routed', () => {
    const { harness } = watched();
    ask(harness, { trde_tp: '0', ord_uv: PRICE, dmst_stex_tp: 'KRX' });
    const { json } = harness.call('kt10003', PATHS.ordr, {
      dmst_stex_tp: 'SOR',
      orig_ord_no: sent(harness).orderNo,
      stk_cd: '005930',
      cncl_qty: '1',
    });
    expect(json['return_msg']).toContain('571412');
  });
});

it('a stop order is given a new stop by kt10002', () => {
  const { harness } = watched();
  const asked: unknown[] = [];
  const { exchange } = harness;
  const modify = exchange.orders.modify.bind(exchange);
  exchange.orders.modify = (...wanted: Parameters<typeof modify>) => {
    asked.push(wanted.slice(2));
    return modify(...wanted);
  };
  ask(harness, { trde_tp: '28', ord_uv: PRICE, cond_uv: '61000' });
  const change = { dmst_stex_tp: 'KRX', orig_ord_no: '0000018', stk_cd: '005930', mdfy_qty: '3' };
  harness.call('kt10002', PATHS.ordr, { ...change, mdfy_uv: '60100', mdfy_cond_uv: '61100' });
  expect(asked).toEqual([[3, 60_100, 61_100]]);
});
