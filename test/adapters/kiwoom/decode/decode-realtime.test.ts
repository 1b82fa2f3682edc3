// Real-time frames to events: the guide's examples, the order life cycle of kiwoom-wire section 4, and whatever a wire can do.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeEntry } from '#adapters/kiwoom/decode/decode-realtime.ts';
import { kstMomentNear } from '#adapters/kiwoom/decode/fids.ts';
import { decodeFrame, type RealEntry } from '#adapters/kiwoom/socket/frame.ts';
import type { OrderNotice } from '#domain/broker-event.ts';
import { kstMoment } from '#domain/time.ts';
import { realTimeExample } from '../guide-example.ts';

const AT = kstMoment('2026-11-23', '165210');

function eventOf(id: string, at = AT) {
  const frame = decodeFrame(Buffer.from(JSON.stringify(realTimeExample(id).frame)));
  return frame.kind === 'real' ? decodeEntry(frame.entries[0]!, at) : null;
}

describe("the guide's frames", () => {
  test('0B: a trade, buyers came to the offer', () => {
    expect(eventOf('0B')).toEqual({
      type: 'trade',
      symbol: '005930',
      at: AT,
      tradedAt: kstMoment('2026-11-23', '165208'),
      price: 20_800,
      quantity: 82,
      aggressor: 'buy',
      dayVolume: 30_379_732,
      bestAsk: 20_800,
      bestBid: 20_700,
      venue: 'KRX',
      hours: 'regular',
    });
  });

  test('0C: best quotes', () => {
    expect(eventOf('0C')).toEqual({ type: 'quote', symbol: '005930', at: AT, ask: 20_800, bid: 20_700 });
  });

  test('0D: ten levels, best first, and nothing expected outside an auction', () => {
    const event = eventOf('0D');
    expect(event).toMatchObject({ type: 'book', expectedPrice: null, expectedQuantity: null });
    if (event?.type !== 'book') return expect.unreachable();
    expect(event.asks).toHaveLength(10);
    expect(event.asks[0]).toEqual({ price: 20_800, quantity: 82 });
    expect(event.asks[9]).toEqual({ price: 21_350, quantity: 1_242_991 });
    expect(event.bids[0]).toEqual({ price: 20_700, quantity: 23_847 });
    expect(event.bids[9]).toEqual({ price: 20_250, quantity: 1_062_405 });
  });

  test('0s: a code the guide itself does not define is kept', () => {
    expect(eventOf('0s')).toEqual({ type: 'session', at: AT, phase: 'other', code: 'b' });
  });

  test('0J: points become hundredths, without direction', () => {
    expect(eventOf('0J')).toEqual({ type: 'index', code: '001', at: AT, hundredths: 176_261 });
  });

  test('1h: a static interruption begins', () => {
    expect(eventOf('1h')).toEqual({
      type: 'volatility-interruption',
      symbol: '005930',
      at: AT,
      state: 'triggered',
      kind: 'static',
      price: 4_125,
    });
  });

  test('04: what is held', () => {
    expect(eventOf('04')).toEqual({
      type: 'balance-notice',
      symbol: '005930',
      at: AT,
      held: 102,
      sellable: 102,
    });
  });

  test.each([
    ['00', true],
    ['', true],
    ['03', false],
  ])('04 with 917 %j tells of the cash holding: %s', (mark, isTold) => {
    const { values } = realTimeExample('04').frame.data[0]!;
    const entry: RealEntry = { type: '04', item: '005930', values: { ...values, '917': mark } };
    expect(decodeEntry(entry, AT) !== null).toBe(isTold);
  });

  test('00: a market buy was accepted', () => {
    expect(eventOf('00', kstMoment('2026-11-23', '094023'))).toEqual({
      type: 'order-notice',
      at: kstMoment('2026-11-23', '094023'),
      occurredAt: kstMoment('2026-11-23', '094022'),
      kind: 'accepted',
      action: 'new',
      brokerOrderNo: '18',
      originalOrderNo: null,
      symbol: '005930',
      side: 'buy',
      orderQuantity: 1,
      orderPrice: null,
      remaining: 1,
      fillNo: null,
      fillPrice: null,
      fillQuantity: null,
      cumulativeQuantity: null,
      cumulativeAmount: 0,
      rejectReason: null,
    });
  });
});

function notice(values: Readonly<Record<string, string>>): OrderNotice | null {
  const accepted = realTimeExample('00').frame.data[0]!.values;
  const entry: RealEntry = {
    type: '00',
    item: '005930',
    values: { ...accepted, '901': '70000', '906': '보통', '900': '132', '902': '132', ...values },
  };
  const event = decodeEntry(entry, AT);
  return event?.type === 'order-notice' ? event : null;
}

describe('the life of an order', () => {
  const filled = {
    '913': '체결',
    '909': '839528',
    '910': '69900',
    '911': '50',
    '914': '69900',
    '915': '30',
    '903': '3495000',
  };

  test.each<[step: string, values: Record<string, string>, expected: Partial<OrderNotice>]>([
    ['accepted', {}, { kind: 'accepted', action: 'new', remaining: 132, fillQuantity: null }],
    [
      'part filled: 911 is cumulative, 915 this fill, 914 its price',
      { ...filled, '902': '82' },
      {
        kind: 'filled',
        fillNo: '839528',
        fillPrice: 69_900,
        fillQuantity: 30,
        cumulativeQuantity: 50,
        cumulativeAmount: 3_495_000,
        remaining: 82,
        orderPrice: 70_000,
      },
    ],
    [
      'last fill',
      { ...filled, '902': '0', '911': '132' },
      { kind: 'filled', remaining: 0, cumulativeQuantity: 132 },
    ],
    [
      'a fill whose unit fields are blank while shares are open',
      { ...filled, '902': '82', '914': '', '915': '' },
      { kind: 'filled', fillPrice: 69_900, fillQuantity: null, cumulativeQuantity: 50 },
    ],
    [
      'cancel accepted: a number of its own, pointing back',
      { '9203': '0110324', '904': '0110280', '905': '매수취소', '901': '0' },
      { kind: 'accepted', action: 'cancel', brokerOrderNo: '110324', originalOrderNo: '110280', side: 'buy' },
    ],
    [
      'cancel confirmed',
      { '9203': '0110324', '904': '0110280', '905': '매수취소', '913': '확인', '902': '0' },
      { kind: 'confirmed', action: 'cancel', remaining: 0 },
    ],
    ['original closed, never filled', { '913': '접수', '902': '0' }, { kind: 'closed', fillPrice: null }],
    [
      'original closed after fills: blank 914 and 915 are no fill',
      { ...filled, '902': '0', '914': '', '915': '' },
      { kind: 'closed', fillNo: null, fillQuantity: null, remaining: 0 },
    ],
    [
      'modify confirmed',
      { '905': '매도정정', '907': '1', '913': '확인' },
      { kind: 'confirmed', action: 'modify', side: 'sell' },
    ],
    [
      'rejected later',
      { '913': '거부', '919': '증거금부족' },
      { kind: 'rejected', rejectReason: '증거금부족' },
    ],
    ['signs and blanks around the side', { '905': ' -매도 ', '907': '1' }, { side: 'sell', action: 'new' }],
    ['a side without words', { '905': '', '907': '1' }, { side: 'sell' }],
    ['a code with prefix', { '9001': 'A005930' }, { symbol: '005930' }],
  ])('%s', (_step, values, expected) => {
    expect(notice(values)).toMatchObject(expected);
  });

  test.each<[what: string, values: Record<string, string>]>([
    ['no order number', { '9203': '0000000' }],
    ['a blank order number', { '9203': '' }],
    ['no side', { '905': '', '907': '' }],
    ['no quantity', { '900': '' }],
    ['blank remaining is not zero', { '902': '' }],
    ['an unknown state', { '913': '보류' }],
  ])('%s is no notice', (_what, values) => {
    expect(notice(values)).toBeNull();
  });
});

describe('frames', () => {
  test('several entries, members in any order, values as a list, unknown types', () => {
    const trade = realTimeExample('0B').frame.data[0]!;
    const frame = decodeFrame(
      JSON.stringify({
        data: [
          { values: trade.values, item: '005930_AL', name: '주식체결', type: '0B' },
          {
            item: '000660',
            type: '0B',
            values: Object.entries(trade.values).map(([fid, value]) => ({ [fid]: value })),
          },
          { item: '', type: 'ZZ', values: {} },
          'nonsense',
          { type: '0B', item: '005930', values: null },
        ],
        trnm: 'REAL',
      }),
    );
    if (frame.kind !== 'real') return expect.unreachable();
    const events = frame.entries.map((entry) => decodeEntry(entry, AT));
    expect(events).toMatchObject([{ symbol: '005930' }, { symbol: '000660', price: 20_800 }, null, null]);
  });

  test.each<[text: string, kind: string]>([
    ['{"trnm":"REAL","data":null}', 'real'],
    ['{"trnm":"PING"}', 'ping'],
    ['PING', 'ping'],
    ['{"trnm":"LOGIN","return_code":0,"return_msg":"","sor_yn":"Y"}', 'login'],
    ['{"trnm":"REG","return_code":"0"}', 'ack'],
    ['{"trnm":"SYSTEM","code":"R10001","message":"동일한 App key"}', 'system'],
    ['{"trnm":"CNSRLST","return_code":0}', 'condition'],
    ['{"trnm":"CNSRREQ","seq":"4  ","data":null}', 'condition'],
    ['{"trnm":"CNSRCLR","return_code":"0"}', 'condition'],
    ['{"trnm":"NEWS"}', 'other'],
    [
      '{"trnm":"","return_code":100002,"return_msg":"필수 파라미터가 누락되어 있습니다(parameter=trnm)"}',
      'other',
    ],
    ['{"trnm":"REA', 'undecodable'],
    ['[]', 'undecodable'],
    ['', 'undecodable'],
  ])('%s is %s', (text, kind) => {
    expect(decodeFrame(text).kind).toBe(kind);
    expect(decodeFrame(Buffer.from(text)).kind).toBe(kind);
    expect(decodeFrame(new TextEncoder().encode(text)).kind).toBe(kind);
  });

  test('the book of an empty side has no levels', () => {
    const values = Object.fromEntries(
      Object.keys(realTimeExample('0D').frame.data[0]!.values).map((fid) => [
        fid,
        Number(fid) > 60 ? '0' : '-0',
      ]),
    );
    expect(decodeEntry({ type: '0D', item: '005930_NX', values }, AT)).toMatchObject({ asks: [], bids: [] });
  });

  test('an auction shows what it would clear at', () => {
    const values = { ...realTimeExample('0D').frame.data[0]!.values, '291': '+20900', '292': '1234' };
    expect(decodeEntry({ type: '0D', item: '005930', values }, AT)).toMatchObject({
      expectedPrice: 20_900,
      expectedQuantity: 1_234,
    });
  });

  test('the recorded trade with five FIDs decodes; what it does not say is null', () => {
    const values = { '20': '135622', '10': '+686000', '11': '+25000', '13': '98232', '15': '+3' };
    expect(decodeEntry({ type: '0B', item: '000810', values }, AT)).toMatchObject({
      price: 686_000,
      quantity: 3,
      aggressor: 'buy',
      bestAsk: null,
      venue: null,
      hours: null,
    });
  });

  test('whatever happens to a frame, nothing throws and no price is zero', () => {
    const ids = ['00', '04', '0B', '0C', '0D', '0J', '0s', '1h'];
    const junk = fc.oneof(fc.string(), fc.constantFrom('', '+', '-', '0', '-0', null, 7, {}, []));
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.array(fc.tuple(fc.nat(200), junk)), (id, changes) => {
        const entry = realTimeExample(id).frame.data[0]!;
        const fids = Object.keys(entry.values);
        const values: Record<string, unknown> = { ...entry.values };
        for (const [index, value] of changes) values[fids[index % fids.length]!] = value;
        const frame = decodeFrame(JSON.stringify({ trnm: 'REAL', data: [{ ...entry, values }] }));
        if (frame.kind !== 'real') return expect.unreachable();
        const event = decodeEntry(frame.entries[0]!, AT);
        if (event?.type === 'trade') expect(event.price).toBeGreaterThan(0);
        if (event?.type === 'order-notice') expect(event.fillPrice ?? 1).toBeGreaterThan(0);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void decodeFrame(text)));
  });
});

describe('a time of day gets its day', () => {
  test.each<[heard: [string, string], said: string, meant: [string, string] | null]>([
    [['2026-11-23', '090001'], '090000', ['2026-11-23', '090000']],
    [['2026-11-24', '000001'], '235959', ['2026-11-23', '235959']],
    [['2026-11-23', '235959'], '000000', ['2026-11-24', '000000']],
    [['2026-11-23', '090000'], '090002', ['2026-11-23', '090002']],
    [['2026-11-23', '090000'], '', null],
    [['2026-11-23', '090000'], '999999', null],
  ])('heard at %j, %s means %j', (heard, said, meant) => {
    expect(kstMomentNear(said, kstMoment(...heard))).toBe(meant === null ? null : kstMoment(...meant));
  });
});
