// The Broker port: every call brings exactly one event, and the snapshot puts the account together from seven TRs.

import { describe, expect, test } from 'vitest';
import { KiwoomBroker } from '#adapters/kiwoom/kiwoom-broker.ts';
import { RestClient } from '#adapters/kiwoom/rest/rest-client.ts';
import { TransportError } from '#adapters/kiwoom/transport.ts';
import type { BrokerEvent } from '#domain/broker-event.ts';
import type { ApprovedOrder, OrderRequest } from '#domain/order.ts';
import type { OrderPricing, TimeInForce } from '#domain/signal.ts';
import { kstMoment } from '#domain/time.ts';
import { orderRequest } from '#test/support/risk-view.ts';
import { answer, type FakeHttp, failure, rateLimited } from './fake-http.ts';
import { givenSender } from './given-sender.ts';
import { trExample } from './guide-example.ts';

const NOW = kstMoment('2026-11-23', '100000');

async function given() {
  const { clock, http, sender } = await givenSender('100000');
  const broker = new KiwoomBroker({ client: new RestClient(sender), clock });
  const events: BrokerEvent[] = [];
  broker.events$.subscribe((event) => events.push(event));
  return { clock, http, broker, events };
}

function order(change: Partial<OrderRequest> = {}): ApprovedOrder {
  const pricing = { type: 'limit', price: 70_000 } as const;
  const today = { id: '20261123-000001', requestedAt: NOW, tradeDate: '2026-11-23' };
  return orderRequest({ ...today, pricing, ...change }) as ApprovedOrder;
}

describe('submit', () => {
  test('acknowledged: the number without leading zeros; written in the same tick', async () => {
    const { clock, http, broker, events } = await given();
    http.reply('kt10000', answer({ ord_no: '0000024', dmst_stex_tp: 'KRX' }));
    broker.submit(order());
    expect(http.sentTo('kt10000')[0]?.body).toEqual({
      dmst_stex_tp: 'KRX',
      stk_cd: '005930',
      ord_qty: '10',
      ord_uv: '70000',
      trde_tp: '0',
      cond_uv: '',
    });
    await clock.settleBy(0);
    expect(events).toEqual([
      { type: 'order-acknowledged', at: NOW, orderId: '20261123-000001', brokerOrderNo: '24' },
    ]);
  });

  test.each<[pricing: OrderPricing, timeInForce: TimeInForce, tradeType: string, price: string]>([
    [{ type: 'limit', price: 70_000 }, 'day', '0', '70000'],
    [{ type: 'limit', price: 70_000 }, 'ioc', '10', '70000'],
    [{ type: 'limit', price: 70_000 }, 'fok', '20', '70000'],
    [{ type: 'market' }, 'day', '3', ''],
    [{ type: 'market' }, 'ioc', '13', ''],
    [{ type: 'market' }, 'fok', '23', ''],
    [{ type: 'best-counter' }, 'day', '6', ''],
    [{ type: 'best-counter' }, 'ioc', '16', ''],
    [{ type: 'best-counter' }, 'fok', '26', ''],
    [{ type: 'best-own' }, 'day', '7', ''],
  ])('%j %s goes as %s', async (pricing, timeInForce, tradeType, price) => {
    const { http, broker } = await given();
    http.reply('kt10001', answer({ ord_no: '1' }));
    broker.submit(order({ side: 'sell', pricing, timeInForce, venue: 'SOR' }));
    expect(http.sentTo('kt10001')[0]?.body).toMatchObject({
      trde_tp: tradeType,
      ord_uv: price,
      dmst_stex_tp: 'SOR',
    });
  });

  test('what Kiwoom does not offer is answered without being sent', async () => {
    const { clock, http, broker, events } = await given();
    broker.submit(order({ pricing: { type: 'best-own' }, timeInForce: 'ioc' }));
    await clock.settleBy(0);
    expect(events).toMatchObject([
      { type: 'order-withdrawn', reason: expect.stringMatching(/^bad-request /) },
    ]);
    expect(http.sentTo('kt10000')).toHaveLength(0);
  });

  test.each([
    ['a rejection', failure(20, '[2000](RC4025:증거금이 부족합니다)'), 'order-rejected', 'RC4025'],
    ['a closed market', failure(20, '[2000](RC4058:모의투자 장종료)'), 'order-rejected', 'RC4058'],
    ['a rate limit to the end', rateLimited('kt10000'), 'order-rejected', '1700'],
    ['a connection that never stood', new TransportError('ECONNREFUSED', false), 'order-withdrawn', null],
    ['a reset', new TransportError('ECONNRESET', true), 'order-outcome-unknown', null],
    ['silence', 'never' as const, 'order-outcome-unknown', null],
    ['success without a number', answer({ ord_no: '' }), 'order-outcome-unknown', null],
    ['an odd 429', { status: 429, headers: {}, body: '' }, 'order-outcome-unknown', null],
  ])('%s', async (_what, reply, type, code) => {
    const { clock, http, broker, events } = await given();
    http.reply('kt10000', reply);
    broker.submit(order());
    await clock.settleBy(60_000);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ type, orderId: '20261123-000001', ...(code === null ? {} : { code }) });
  });
});

test('an order that waited in our own queue for too long is no rejection: Kiwoom was never asked', async () => {
  const { clock, http, broker, events } = await given();
  for (let n = 1; n <= 40; n++) http.reply('kt10000', answer({ ord_no: String(n) }));
  for (let n = 1; n <= 40; n++) broker.submit(order({ id: `20261123-${String(n).padStart(6, '0')}` }));
  await clock.settleBy(60_000);
  const unsent = events.filter(({ type }) => type === 'order-withdrawn');
  expect(unsent.length).toBeGreaterThan(0);
  expect(unsent[0]).toMatchObject({ reason: expect.stringMatching(/^queue-timeout /) });
  expect(unsent).toHaveLength(40 - http.sentTo('kt10000').length);
  expect(events.map(({ type }) => type)).not.toContain('order-rejected');
});

describe('withdraw', () => {
  const bodies = (http: FakeHttp) => http.sentTo('kt10000').map(({ body }) => body);

  test('an order that waits for the rate limit is never sent, and leaves its place to the next', async () => {
    const { clock, http, broker, events } = await given();
    for (let n = 1; n <= 4; n++) http.reply('kt10000', answer({ ord_no: String(n) }));
    const ids = [1, 2, 3, 4].map((n) => `20261123-00000${n}`); // two go at once, the others wait for their second
    for (const [index, id] of ids.entries()) broker.submit(order({ id, quantity: index + 1 }));
    broker.withdraw(ids[2]!);
    await clock.settleBy(10_000);
    expect(events).toContainEqual({ type: 'order-withdrawn', at: NOW, orderId: ids[2], reason: null });
    expect(bodies(http)).toMatchObject([{ ord_qty: '1' }, { ord_qty: '2' }, { ord_qty: '4' }]);
    expect(events).toHaveLength(4);
  });

  test('an order that waits to be tried again after a 429 is not tried again', async () => {
    const { clock, http, broker, events } = await given();
    http.reply('kt10000', rateLimited('kt10000'));
    broker.submit(order());
    await clock.settleBy(10);
    broker.withdraw('20261123-000001');
    await clock.settleBy(60_000);
    expect(events).toMatchObject([{ type: 'order-withdrawn' }]);
    expect(bodies(http)).toHaveLength(1);
  });

  test('an order on its way, answered or unknown is left alone', async () => {
    const { clock, http, broker, events } = await given();
    http.reply('kt10000', answer({ ord_no: '24' }));
    broker.submit(order());
    broker.withdraw('20261123-000001');
    await clock.settleBy(0);
    broker.withdraw('20261123-000001');
    broker.withdraw('20261123-000099');
    await clock.settleBy(0);
    expect(events).toMatchObject([{ type: 'order-acknowledged', brokerOrderNo: '24' }]);
  });
});

describe('cancel', () => {
  const request = { orderId: '20261123-000001', brokerOrderNo: '24', symbol: '005930' };

  test('all that is left, on the venue of the order', async () => {
    const { clock, http, broker, events } = await given();
    http.reply('kt10000', answer({ ord_no: '24' }));
    http.reply(
      'kt10003',
      answer({ ord_no: '0000141', base_orig_ord_no: '0000024', cncl_qty: '000000000010' }),
    );
    broker.submit(order({ venue: 'SOR' }));
    broker.cancel(request);
    await clock.settleBy(0);
    expect(http.sentTo('kt10003')[0]?.body).toEqual({
      dmst_stex_tp: 'SOR',
      orig_ord_no: '0000024',
      stk_cd: '005930',
      cncl_qty: '0',
    });
    expect(events.at(-1)).toMatchObject({ type: 'cancel-acknowledged', cancelOrderNo: '141' });
  });

  test.each([
    ['nothing left', failure(20, '[2000](RC4033:정정/취소 가능 수량이 없습니다)'), 'RC4033', true],
    ['a lost answer', 'never' as const, 'timeout', false],
  ])('%s', async (_what, reply, code, definite) => {
    const { clock, http, broker, events } = await given();
    http.reply('kt10003', reply);
    broker.cancel(request);
    await clock.settleBy(60_000);
    expect(events).toMatchObject([{ type: 'cancel-failed', code, definite }]);
    expect(http.sentTo('kt10003')).toHaveLength(1);
    expect(http.sentTo('kt10003')[0]?.body['dmst_stex_tp']).toBe('KRX');
  });
});

describe('questions', () => {
  test('kt00011: what may be bought without becoming unpaid', async () => {
    const { clock, http, broker, events } = await given();
    http.reply('kt00011', answer({ ...trExample('kt00011').response, min_ord_alowq: '000000000003' }));
    broker.queryOrderable('005930', 20_000);
    await clock.settleBy(0);
    expect(http.sentTo('kt00011')[0]?.body).toEqual({ stk_cd: '005930', uv: '20000' });
    expect(events).toEqual([
      { type: 'orderable-answered', at: NOW, symbol: '005930', price: 20_000, quantity: 3, amount: 63_380 },
    ]);
  });

  test('kt00011: blank is not zero', async () => {
    const { clock, http, broker, events } = await given();
    http.reply('kt00011', answer({ min_ord_alow_amt: '', min_ord_alowq: '' }));
    broker.queryOrderable('005930', 20_000);
    await clock.settleBy(60_000);
    expect(events).toMatchObject([
      { type: 'query-failed', query: 'orderable', symbol: '005930', retryable: true },
    ]);
  });

  test('kt00018: sellable shares of all pages, two rows of one instrument together', async () => {
    const { clock, http, broker, events } = await given();
    const { response } = trExample('kt00018');
    const rows = response['acnt_evlt_remn_indv_tot'] as object[];
    const other = [{ ...rows[0], stk_cd: 'A000660', trde_able_qty: '000000000000000' }];
    http.reply('kt00018', answer(response, 'more'), answer({ ...response, acnt_evlt_remn_indv_tot: other }));
    broker.querySellable();
    await clock.settleBy(5_000);
    expect(events).toMatchObject([{ type: 'sellable-answered', sellable: { '005930': 11, '000660': 0 } }]);
  });

  test('an empty account sells nothing; a failure says so', async () => {
    const { clock, http, broker, events } = await given();
    http.reply(
      'kt00018',
      answer({ acnt_evlt_remn_indv_tot: [] }),
      failure(2, '[1511:필수입력 파라미터=qry_tp]'),
    );
    broker.querySellable();
    await clock.settleBy(0);
    broker.querySellable();
    await clock.settleBy(0);
    expect(events).toMatchObject([
      { type: 'sellable-answered', sellable: {} },
      { type: 'query-failed', query: 'sellable', code: '1511', retryable: false },
    ]);
  });
});

describe('the snapshot', () => {
  const TRS = ['ka10075', 'ka10076', 'kt00007', 'kt00018', 'kt00001', 'ka10074', 'ka10170'];

  test('is the whole account', async () => {
    const { clock, http, broker, events } = await given();
    for (const tr of TRS) http.reply(tr, answer(trExample(tr).response));
    broker.takeSnapshot('2026-11-23', 'start');
    await clock.settleBy(20_000);
    expect(events).toHaveLength(1);
    const snapshot = events[0];
    if (snapshot?.type !== 'broker-snapshot') return expect.unreachable();
    expect(snapshot).toMatchObject({
      tradeDate: '2026-11-23',
      occasion: 'start',
      cash: 17_534,
      totalCost: 17_598_258,
      totalValue: 25_789_890,
      totalProfit: 8_138_825,
      estimatedAssets: 1_012_632_507,
      realisedProfit: 179_419,
      commission: 940,
      tax: 852,
    });
    expect(snapshot.orders.map((one) => one.brokerOrderNo)).toEqual(['36', '37', '50', '69']);
    expect(snapshot.orders[1]).toEqual({
      brokerOrderNo: '37',
      originalOrderNo: null,
      symbol: '005930',
      side: 'sell',
      quantity: 1,
      price: 158_200,
      filled: 1,
      filledAmount: 158_200,
      tax: 284,
      remaining: 0,
      action: 'new',
      orderedAt: kstMoment('2026-11-23', '153815'),
    });
    expect(snapshot.orders[3]).toMatchObject({ remaining: 1, price: null, filled: 0, filledAmount: 0 });
    expect(snapshot.holdings).toEqual([
      {
        symbol: '005930',
        name: '삼성전자',
        quantity: 11,
        sellable: 11,
        cost: 2_046_930,
        value: 857_000,
        profit: -1_191_892,
        price: 59_000,
      },
    ]);
    expect(snapshot.dayTrades).toEqual([
      {
        symbol: '005930',
        buyQuantity: 3,
        buyAmount: 48_240,
        sellQuantity: 3,
        sellAmount: 48_240,
        commissionAndTax: 174,
        profit: -174,
      },
    ]);
    expect(http.sentTo('kt00007')[0]?.body).toMatchObject({
      ord_dt: '20261123',
      dmst_stex_tp: '%',
      fr_ord_no: '',
    });
    expect(http.sentTo('ka10076')[0]?.body).toMatchObject({ ord_no: '' });
    expect(http.sentTo('kt00001')[0]?.body).toEqual({ qry_tp: '3' });
  });

  test('of another day leaves out the lists that know today only', async () => {
    const { clock, http, broker, events } = await given();
    for (const tr of TRS) http.reply(tr, answer(trExample(tr).response));
    broker.takeSnapshot('2026-11-20', 'lookup');
    await clock.settleBy(20_000);
    expect(events).toMatchObject([{ type: 'broker-snapshot', orders: [{ brokerOrderNo: '50' }] }]);
    expect(http.sentTo('ka10075')).toHaveLength(0);
  });

  test('one list that fails fails it, once', async () => {
    const { clock, http, broker, events } = await given();
    for (const tr of TRS) http.reply(tr, answer(trExample(tr).response));
    http.reply('ka10074', failure(20, '(RC9000:모의투자에서는 해당업무가 제공되지 않습니다)'));
    http.reply('kt00001', answer({ entr: '' }));
    broker.takeSnapshot('2026-11-23', 'periodic');
    await clock.settleBy(20_000);
    expect(events).toMatchObject([{ type: 'query-failed', query: 'snapshot', symbol: null }]);
  });

  test('an empty account answered with blanks is worth its cash', async () => {
    const { clock, http, broker, events } = await given();
    for (const tr of TRS) http.reply(tr, answer({}));
    http.reply(
      'kt00001',
      answer({ entr: '000000001000000', d1_entra: '000000001000000', d2_entra: '000000001000000' }),
    );
    broker.takeSnapshot('2026-11-23', 'start');
    await clock.settleBy(20_000);
    expect(events).toMatchObject([
      {
        type: 'broker-snapshot',
        orders: [],
        holdings: [],
        totalValue: 0,
        estimatedAssets: 1_000_000,
        realisedProfit: 0,
      },
    ]);
  });
});
