// Real-time types: every frame has the guide's FIDs, goes to the items of its market, and is written only when it says something new.

import { describe, expect, it } from 'vitest';
import { loadGuideGroup } from '#adapters/kiwoom/guide/load.ts';
import { isServedType, TYPE_NAMES } from '#adapters/kiwoom-server/frames/real-types.ts';
import { kstMoment } from '#domain/time.ts';
import type { Book, ExchangeEvent, InstrumentDay } from '#exchange/contract.ts';
import { participantsOf } from '#test/exchange/participants/support.ts';
import { Harness, type TestSocket } from './harness.ts';
import { SAMSUNG } from './scripted-exchange.ts';

type Venue = 'KRX' | 'NXT';

const bookEvent = (harness: Harness, venue: Venue = 'KRX'): ExchangeEvent => ({
  ...{ type: 'book', venue, at: harness.exchange.now, symbol: SAMSUNG.symbol },
});

const tradeEvent = (harness: Harness, venue: Venue = 'KRX'): ExchangeEvent => ({
  ...{ type: 'trade', venue, hours: 'regular', at: harness.exchange.now, symbol: SAMSUNG.symbol },
  ...{ price: 60_700, quantity: 3, aggressor: 'buy' },
});

const interruption = (harness: Harness, state: 'triggered' | 'released'): ExchangeEvent => ({
  ...{ type: 'volatility-interruption', venue: 'KRX', at: harness.exchange.now, symbol: SAMSUNG.symbol },
  ...{ state, kind: 'static', price: 66_300, staticReference: 60_200, dynamicReference: 66_000, count: 1 },
  releaseAt: harness.exchange.now + 120_000,
});

/** Changes the book or the day that the scripted exchange answers with. */
function withBook(harness: Harness, change: Partial<Book>): void {
  const { exchange } = harness;
  const book = exchange.market.book(SAMSUNG.symbol)!;
  exchange.market.book = () => ({ ...book, ...change });
}

function withDay(harness: Harness, change: Partial<InstrumentDay>): void {
  const { exchange } = harness;
  const day = exchange.market.day(SAMSUNG.symbol)!;
  exchange.market.day = (_symbol, venue = 'KRX') => (venue === 'KRX' ? { ...day, ...change } : null);
}

/** Lets the scripted exchange know who made a trade. */
function withParticipants(harness: Harness): void {
  const day = participantsOf([{ at: harness.exchange.now, price: 60_700, quantity: 900_000 }]);
  harness.exchange.participants.today = () => day;
  harness.exchange.emit(tradeEvent(harness));
}

/** What makes a frame of each type. */
const CAUSES: Readonly<Record<keyof typeof TYPE_NAMES, (harness: Harness) => void>> = {
  '00': (harness) => harness.buy(),
  '04': (harness) => {
    harness.buy();
    harness.exchange.fill('18', 60_700, 1);
  },
  '0A': (harness) => {
    harness.exchange.emit(bookEvent(harness));
    withBook(harness, { asks: [{ price: 60_600, quantity: 1 }] });
    harness.exchange.emit(bookEvent(harness));
  },
  '0B': (harness) => harness.exchange.emit(tradeEvent(harness)),
  '0C': (harness) => harness.exchange.emit(bookEvent(harness)),
  '0D': (harness) => harness.exchange.emit(bookEvent(harness)),
  '0E': (harness) => {
    harness.exchange.market.fixedBook = () => ({ totalAsk: 30, totalBid: 7 });
    harness.exchange.emit(bookEvent(harness));
  },
  '0F': withParticipants,
  '0G': (harness) => {
    harness.exchange.market.netAssets = () => ({ value: 6_069_912, before: 6_030_000 });
    harness.exchange.emit({ type: 'index', at: harness.exchange.now, code: '001', hundredths: 400_000 });
  },
  '0H': (harness) => {
    withBook(harness, { expectedPrice: 60_400, expectedQuantity: 77 });
    harness.exchange.emit(bookEvent(harness));
  },
  '0J': (harness) =>
    harness.exchange.emit({ type: 'index', at: harness.exchange.now, code: '001', hundredths: 400_000 }),
  '0U': (harness) =>
    harness.exchange.emit({ type: 'index', at: harness.exchange.now, code: '001', hundredths: 400_000 }),
  '0g': (harness) =>
    harness.exchange.emit({
      type: 'phase',
      venue: 'KRX',
      at: harness.exchange.now,
      phase: 'opening-auction',
    }),
  '0s': () => undefined,
  '0w': withParticipants,
  '1h': (harness) => harness.exchange.emit(interruption(harness, 'triggered')),
};

const ITEMS: Readonly<Record<string, string>> = {
  '00': '',
  '04': '',
  '0J': '001',
  '0U': '001',
  '0s': '',
  '1h': '',
};

describe('the frame of type', () => {
  it.each(Object.entries(TYPE_NAMES))(
    '%s %s has the FIDs of the guide, and items as registered',
    async (id, name) => {
      const guide = (await loadGuideGroup('real-time')).find((api) => api.id === id)!;
      const fids = guide.response.filter((field) => field.parent === 'values').map((field) => field.element);
      const harness = new Harness();
      const socket = harness.login();
      const item = ITEMS[id] ?? SAMSUNG.symbol;
      socket.register([id], [item]);
      CAUSES[id as keyof typeof CAUSES](harness);
      const frame = socket.frames.find((one) => one['trnm'] === 'REAL')!;
      const [entry] = frame['data'] as Record<string, unknown>[];
      expect(entry).toMatchObject({ type: id, name });
      expect(Object.keys(entry!['values'] as object).toSorted()).toEqual([...new Set(fids)].toSorted());
      for (const value of Object.values(entry!['values'] as object)) expect(value).toBeTypeOf('string');
      if (item !== '') expect(entry!['item']).toBe(item);
    },
  );

  it('is known for every type that is served', async () => {
    const guide = await loadGuideGroup('real-time');
    expect(Object.keys(CAUSES).toSorted()).toEqual(
      guide
        .map((api) => api.id)
        .filter(isServedType)
        .toSorted(),
    );
  });
});

describe('1h', () => {
  it('tells an interruption as the guide does, and its end when it has come', () => {
    const harness = new Harness();
    const socket = harness.login();
    socket.register(['1h']);
    harness.exchange.emit(interruption(harness, 'triggered'));
    harness.exchange.now += 120_000;
    // The auction moved the references: the frame still tells of what began.
    const moved = { price: 66_000, staticReference: 66_000, releaseAt: harness.exchange.now };
    harness.exchange.emit({ ...interruption(harness, 'released'), ...moved } as ExchangeEvent);
    const [first, second] = socket.real('1h');
    expect(first).toMatchObject({
      ...{
        '9001': '005930',
        '302': '삼성전자',
        '9068': '1',
        '9008': '001',
        '1221': '66300',
        '1223': '100000',
      },
      ...{ '1224': '000000', '1225': '정적', '1236': '60200', '1237': '0', '1238': '+10.13', '1239': '0.00' },
      ...{ '1490': '1', '9069': '1', '1279': '+정적' },
    });
    expect(second).toEqual({ ...first, '9068': '2', '1224': '100200' });
  });

  it('comes for one instrument to whoever registered it', () => {
    const harness = new Harness();
    const [one, other] = [harness.login(), harness.connect()];
    one.register(['1h'], [SAMSUNG.symbol]);
    other.send({
      trnm: 'LOGIN',
      token: harness.issue({ appKey: 'other-key', secretKey: 'secret', account: '' }),
    });
    other.register(['1h'], ['000660']);
    harness.exchange.emit(interruption(harness, 'triggered'));
    expect([one.real('1h').length, other.real('1h').length]).toEqual([1, 0]);
  });
});

describe('0A', () => {
  it('comes when quotes move without a trade, and not when the trade said it', () => {
    const harness = new Harness();
    const socket = harness.login();
    socket.register(['0A'], [SAMSUNG.symbol]);
    harness.exchange.emit(bookEvent(harness));
    withBook(harness, { asks: [{ price: 60_600, quantity: 1 }] });
    withDay(harness, { volume: 600 });
    harness.exchange.emit(bookEvent(harness));
    expect(socket.real('0A')).toEqual([]);
    withBook(harness, { asks: [{ price: 60_500, quantity: 1 }] });
    harness.exchange.emit(bookEvent(harness));
    harness.exchange.emit(bookEvent(harness));
    expect(socket.real('0A').map((values) => [values['27'], values['13']])).toEqual([['+60500', '600']]);
  });
});

describe('0D', () => {
  it('tells of orders pegged half-way between the quotes', () => {
    const harness = new Harness();
    const socket = harness.login();
    socket.register(['0D'], [SAMSUNG.symbol]);
    withBook(harness, { mid: { price: 60_350, ask: 10, bid: 0 } });
    harness.exchange.emit(bookEvent(harness));
    withBook(harness, { mid: { price: 60_250, ask: 7, bid: 0 } });
    harness.exchange.emit(bookEvent(harness));
    const pegged = socket
      .real('0D')
      .map((values) => ['6100', '6101', '6102', '6103', '6110', '6111', '6107'].map((fid) => values[fid]));
    expect(pegged).toEqual([
      ['0', '10', '+60350', '0', '+50', '2', '0'],
      ['-3', '7', '-60250', '0', '-50', '5', '0'],
    ]);
  });
});

describe('0E', () => {
  it('tells of orders at a fixed price while they change, and only while such a session is open', () => {
    const harness = new Harness();
    const socket = harness.login();
    socket.register(['0E'], [SAMSUNG.symbol, `${SAMSUNG.symbol}_AL`]);
    harness.exchange.emit(bookEvent(harness));
    for (const [totalAsk, totalBid] of [
      [30, 7],
      [30, 7],
      [10, 9],
    ] as const) {
      harness.exchange.market.fixedBook = () => ({ totalAsk, totalBid });
      harness.exchange.emit(bookEvent(harness));
    }
    expect(socket.real('0E')).toEqual([
      { '21': '100000', '131': '30', '132': '0', '135': '7', '136': '0' },
      { '21': '100000', '131': '10', '132': '-20', '135': '9', '136': '+2' },
    ]);
  });

  it('tells of each market by itself', () => {
    const harness = new Harness();
    harness.exchange.hasNxt = true;
    const socket = harness.login();
    socket.register(['0E'], [`${SAMSUNG.symbol}_NX`]);
    harness.exchange.market.fixedBook = (_symbol, venue) =>
      venue === 'NXT' ? { totalAsk: 3, totalBid: 4 } : { totalAsk: 1, totalBid: 1 };
    harness.exchange.emit(bookEvent(harness));
    harness.exchange.emit(bookEvent(harness, 'NXT'));
    expect(socket.real('0E')).toMatchObject([{ '131': '3', '135': '4' }]);
  });
});

describe('0H', () => {
  it('is silent outside auctions', () => {
    const harness = new Harness();
    const socket = harness.login();
    socket.register(['0H'], [SAMSUNG.symbol]);
    harness.exchange.emit(bookEvent(harness));
    expect(socket.real('0H')).toEqual([]);
    withBook(harness, { expectedPrice: 60_200, expectedQuantity: 77 });
    harness.exchange.emit(bookEvent(harness));
    expect(socket.real('0H')[0]).toMatchObject({ '10': '-60200', '11': '-100', '15': '-77', '25': '5' });
  });
});

describe('0s', () => {
  it.each([
    ['pre-market', '080000', 'P'],
    ['break', '085000', 'Q'],
    ['continuous', '090030', 'R'],
    ['break', '152000', 'S'],
    ['after-market-auction', '153000', 'T'],
    ['after-market', '154000', 'U'],
    ['closed', '200000', 'W'],
  ] as const)('tells the %s of NXT at %s as %s', (phase, time, code) => {
    const harness = new Harness();
    const [hours, minutes, seconds] = [time.slice(0, 2), time.slice(2, 4), time.slice(4)].map(Number);
    const midnight = harness.exchange.now - 10 * 3_600_000;
    harness.exchange.now = midnight + (hours! * 3_600 + minutes! * 60 + seconds!) * 1_000;
    const socket = harness.login();
    socket.register(['0s']);
    harness.exchange.emit({ type: 'phase', venue: 'NXT', at: harness.exchange.now, phase });
    expect(socket.real('0s').at(-1)).toEqual({ '215': code, '20': time, '214': '000000' });
  });

  it.each([
    { date: '2026-03-03', phase: 'after-hours', codes: ['c', 'V'] },
    { date: '2026-11-23', phase: 'after-market', codes: ['U', 'V'] },
    { date: '2025-02-28', phase: 'after-hours', codes: ['c'] },
    { date: '2026-11-23', phase: 'post-close', codes: ['4'] },
  ] as const)(
    "tells the $phase of KRX on $date as $codes: NXT's closing-price market ends then",
    ({ date, phase, codes }) => {
      const harness = new Harness();
      const socket = harness.login();
      socket.register(['0s']);
      harness.exchange.tradeDate = date;
      harness.exchange.phase = phase;
      harness.exchange.now = kstMoment(date, '160000');
      harness.exchange.emit({ type: 'phase', venue: 'KRX', at: harness.exchange.now, phase });
      expect(
        socket
          .real('0s')
          .slice(-codes.length)
          .map((values) => values['215']),
      ).toEqual(codes);
    },
  );
});

describe('items', () => {
  const count = (socket: TestSocket): Record<string, number> => {
    const items = socket.frames
      .filter((frame) => frame['trnm'] === 'REAL')
      .flatMap((frame) => frame['data'] as { item: string }[])
      .map(({ item }) => item);
    return Object.fromEntries(
      Object.entries(Object.groupBy(items, (item) => item)).map(([k, v]) => [k, v!.length]),
    );
  };

  it.each(['0B', '0D'])('%s: a plain code is KRX, _NX is NXT, _AL is both', (type) => {
    const harness = new Harness();
    harness.exchange.hasNxt = true;
    const socket = harness.login();
    socket.register([type], ['005930', '005930_NX', '005930_AL', '005930_nx']);
    const event = type === '0B' ? tradeEvent : bookEvent;
    harness.exchange.emit(event(harness, 'KRX'));
    expect(count(socket)).toEqual({ '005930': 1, '005930_AL': 1 });
    harness.exchange.emit(event(harness, 'NXT'));
    expect(count(socket)).toEqual({ '005930': 1, '005930_AL': 2, '005930_NX': 1 });
  });

  it('_AL adds both markets up', () => {
    const harness = new Harness();
    harness.exchange.hasNxt = true;
    const socket = harness.login();
    socket.register(['0B', '0D'], ['005930_AL']);
    harness.exchange.emit(tradeEvent(harness, 'NXT'));
    harness.exchange.emit(bookEvent(harness, 'NXT'));
    expect(socket.real('0B')[0]).toMatchObject({ '13': '1000', '9081': '2' });
    expect(socket.real('0D')[0]).toMatchObject({ '121': '300', '61': '240', '71': '100' });
    // Half of it stands on each market.
    expect(socket.real('0D')[0]).toMatchObject({ '6044': '120', '6066': '120', '6064': '150', '6087': '50' });
  });
});
