// Our own client on this server, in memory: the two were written apart from the same guide, so what one writes the other has
// to read. One virtual clock is wall and market time for both.

import { describe, expect, it } from 'vitest';
import { REAL_LIMITS } from '#adapters/kiwoom/budget/rate-budget.ts';
import { chartPages } from '#adapters/kiwoom/charts.ts';
import { connectKiwoom, type KiwoomConnection } from '#adapters/kiwoom/connect-kiwoom.ts';
import { fetchInstrument } from '#adapters/kiwoom/reference.ts';
import { KiwoomServerCore } from '#adapters/kiwoom-server/core.ts';
import { CALM_REQUEST, type FaultPlan, NO_FAULTS } from '#adapters/kiwoom-server/faults/faults.ts';
import type { BrokerEvent, BrokerSnapshot } from '#domain/broker-event.ts';
import type { MarketEvent } from '#domain/market-event.ts';
import type { ApprovedOrder } from '#domain/order.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';
import { KEY } from './harness.ts';
import { memoryHttp, memorySockets } from './memory-transports.ts';
import { minutes, ScriptedExchange, TODAY, YESTERDAY } from './scripted-exchange.ts';

interface World {
  readonly exchange: ScriptedExchange;
  readonly clock: VirtualClock;
  readonly core: KiwoomServerCore;
  readonly kiwoom: KiwoomConnection;
  readonly events: (MarketEvent | BrokerEvent)[];
}

function world(faults: FaultPlan = NO_FAULTS): World {
  const exchange = new ScriptedExchange();
  const clock = new VirtualClock(exchange.now);
  const core = new KiwoomServerCore({ exchange, clock, keys: [KEY], faults });
  const kiwoom = connectKiwoom({
    restUrl: 'http://memory',
    wsUrl: 'ws://memory',
    limits: REAL_LIMITS,
    appKey: KEY.appKey,
    secretKey: KEY.secretKey,
    clock,
    quietHours: null,
    http: memoryHttp(core),
    socket: memorySockets(core),
  });
  const events: World['events'] = [];
  kiwoom.broker.events$.subscribe((event) => events.push(event));
  return { exchange, clock, core, kiwoom, events };
}

function order(quantity: number): ApprovedOrder {
  return {
    id: '20261120-000001',
    strategy: 'test',
    symbol: '005930',
    side: 'buy',
    quantity,
    pricing: { type: 'limit', price: 60_700 },
    timeInForce: 'day',
    venue: 'KRX',
    referencePrice: 60_700,
    reason: 'a test',
    requestedAt: 0,
    tradeDate: TODAY,
  } as unknown as ApprovedOrder;
}

/** Connects the feed and waits until it is up. */
async function watch({ kiwoom, clock, events }: World): Promise<void> {
  kiwoom
    .feed({
      interests: [{ type: 'instrument', symbol: '005930', trades: true, book: true, periods: [] }],
    })
    .events$.subscribe((event) => events.push(event));
  await clock.settleBy(10_000);
}

const ofType = <T extends (MarketEvent | BrokerEvent)['type']>(events: World['events'], type: T) =>
  events.filter((event): event is Extract<MarketEvent | BrokerEvent, { type: T }> => event.type === type);

describe('the client on this server', () => {
  it('connects, and reads trades, books, quotes and the session', async () => {
    const here = world();
    await watch(here);
    expect(ofType(here.events, 'feed-up')).toHaveLength(1);
    expect(ofType(here.events, 'session').at(-1)).toMatchObject({ phase: 'open', code: '3' });
    const { now } = here.exchange;
    here.exchange.emit({
      type: 'trade',
      at: now,
      venue: 'KRX',
      hours: 'regular',
      symbol: '005930',
      price: 60_700,
      quantity: 3,
      aggressor: 'sell',
    });
    here.exchange.emit({ type: 'book', at: now, venue: 'KRX', symbol: '005930' });
    here.exchange.emit({ type: 'index', at: now, code: '001', hundredths: 412_345 });
    await here.clock.settleBy(0);
    expect(ofType(here.events, 'trade')).toEqual([
      expect.objectContaining({
        symbol: '005930',
        tradedAt: now,
        price: 60_700,
        quantity: 3,
        aggressor: 'sell',
        dayVolume: 500,
        bestAsk: 60_700,
        bestBid: 60_300,
        hours: 'regular',
      }),
    ]);
    const book = here.exchange.market.book('005930')!;
    expect(ofType(here.events, 'book')).toEqual([
      expect.objectContaining({ asks: book.asks, bids: book.bids }),
    ]);
    expect(ofType(here.events, 'index')).toEqual([
      expect.objectContaining({ code: '001', hundredths: 412_345 }),
    ]);
  });

  it('sees the whole life of an order, and the snapshot agrees with the exchange', async () => {
    const here = world();
    await watch(here);
    here.kiwoom.broker.submit(order(3));
    await here.clock.settleBy(100);
    expect(ofType(here.events, 'order-acknowledged')).toEqual([
      expect.objectContaining({ orderId: '20261120-000001', brokerOrderNo: '18' }),
    ]);
    here.exchange.fill('18', 60_700, 2);
    here.kiwoom.broker.cancel({ orderId: '20261120-000001', brokerOrderNo: '18', symbol: '005930' });
    await here.clock.settleBy(100);
    expect(ofType(here.events, 'cancel-acknowledged')).toEqual([
      expect.objectContaining({ cancelOrderNo: '19' }),
    ]);
    expect(
      ofType(here.events, 'order-notice').map((notice) => [
        notice.brokerOrderNo,
        notice.kind,
        notice.action,
        notice.remaining,
        notice.cumulativeQuantity,
      ]),
    ).toEqual([
      ['18', 'accepted', 'new', 3, null],
      ['18', 'filled', 'new', 1, 2],
      ['19', 'accepted', 'cancel', 1, null],
      ['19', 'confirmed', 'cancel', 0, null],
      ['18', 'closed', 'new', 0, null],
    ]);

    here.kiwoom.broker.takeSnapshot(TODAY, 'periodic');
    await here.clock.settleBy(30_000);
    const snapshot = ofType(here.events, 'broker-snapshot')[0] as BrokerSnapshot;
    expect(snapshot).toMatchObject({ cash: 17_534, cashD1: 17_450, cashD2: 12_550 });
    expect(snapshot.orders.map((one) => [one.brokerOrderNo, one.action, one.filled, one.remaining])).toEqual([
      ['18', 'new', 2, 0],
      ['19', 'cancel', 0, 0],
    ]);
  });

  it('hears a rejection as definite, and a lost answer as unknown', async () => {
    const rejected = world();
    rejected.exchange.rejectNext = 'insufficient-cash';
    rejected.kiwoom.broker.submit(order(1));
    await rejected.clock.settleBy(100);
    expect(ofType(rejected.events, 'order-rejected')).toEqual([expect.objectContaining({ code: 'RC4025' })]);

    const lost = world({
      ...NO_FAULTS,
      request: ({ isOrder }) => ({ ...CALM_REQUEST, loss: isOrder ? 'after' : 'none' }),
    });
    lost.kiwoom.broker.submit(order(1));
    await lost.clock.settleBy(30_000);
    expect(lost.events.map((event) => event.type)).toEqual(['order-outcome-unknown']);
    expect(lost.exchange.orders.of(KEY.account, TODAY)).toHaveLength(1);
  });

  it('is refused by a token that died, renews it once, and goes on', async () => {
    const here = world();
    here.kiwoom.broker.queryOrderable('005930', 31_000);
    await here.clock.settleBy(100);
    here.core.cutOff(true);
    here.kiwoom.broker.queryOrderable('005930', 31_000);
    await here.clock.settleBy(5_000);
    expect(ofType(here.events, 'orderable-answered').map((event) => [event.quantity, event.amount])).toEqual([
      [2, 63_380],
      [2, 63_380],
    ]);
  });

  it('downloads a chart over several pages, and reference data', async () => {
    const here = world();
    here.exchange.minuteBarsNow = [...minutes(YESTERDAY, 500), ...minutes(TODAY, 500)];
    const bars: unknown[] = [];
    const reading = (async () => {
      for await (const page of chartPages(here.kiwoom.client, {
        symbol: '005930',
        period: '1m',
        until: Number.POSITIVE_INFINITY,
        adjusted: true,
      })) {
        bars.unshift(...page.bars);
      }
    })();
    await here.clock.settleBy(20_000);
    await reading;
    expect(bars).toHaveLength(1_000);
    expect(bars).toEqual(here.exchange.minuteBarsNow);
  });

  it('reads reference data', async () => {
    const here = world();
    const reading = fetchInstrument(here.kiwoom.client, here.clock, '005930');
    await here.clock.settleBy(20_000);
    expect(await reading).toMatchObject({
      instrument: here.exchange.market.day('005930')!.instrument,
      reference: here.exchange.market.day('005930')!.reference,
      last: 60_700,
    });
  });
});
