// Market frames (0B, 0C, 0D, 0J) and the session frame (0s) that opens and closes a day.

import { describe, expect, it } from 'vitest';
import { MarketFrames } from '#adapters/kiwoom-server/frames/market-frames.ts';
import { dayOf } from '#adapters/kiwoom-server/market/market-view.ts';
import { kstMidnight, kstMoment } from '#domain/time.ts';
import { OTHER, order, quietExchange, send, silentMarket } from '#test/exchange/quiet-market.ts';
import { ACCOUNT as TRADER } from '#test/exchange/support.ts';
import { Harness } from '../harness.ts';
import { TODAY, YESTERDAY } from '../scripted-exchange.ts';

describe('0s', () => {
  it.each([
    ['closed', '080000', '0', '010000'],
    ['opening-auction', '083000', '0', '003000'],
    ['continuous', '090000', '3', '000000'],
    ['closing-auction', '152000', '2', '001000'],
    ['post-close', '153000', '4', '000000'],
    ['closed', '200000', '9', '000000'],
  ] as const)('says %s at %s as %s', (phase, time, code, left) => {
    const harness = new Harness();
    harness.exchange.phase = phase;
    harness.exchange.now = kstMoment(TODAY, time);
    const socket = harness.login();
    socket.register(['0s']);
    harness.exchange.emit({ type: 'phase', venue: 'KRX', at: harness.exchange.now, phase });
    const values = { '215': code, '20': time, '214': left };
    expect(socket.real('0s')).toEqual([values, values]);
    // The ack comes first, then the present phase.
    expect(socket.frames.map((frame) => frame['trnm'])).toEqual(['LOGIN', 'REG', 'REAL', 'REAL']);
  });
});

describe('market frames', () => {
  it('0B signs the quantity by who came to whom', () => {
    const harness = new Harness();
    const socket = harness.login();
    socket.register(['0B'], ['005930']);
    harness.trade();
    harness.trade({ quantity: 2, aggressor: 'sell' });
    harness.trade({ quantity: 9, aggressor: null });
    expect(
      socket.real('0B').map((values) => [values['15'], values['1031'], values['1030'], values['228']]),
    ).toEqual([
      ['+3', '3', '0', '0.00'],
      ['-2', '3', '2', '150.00'],
      ['9', '3', '2', '150.00'],
    ]);
    expect(socket.real('0B')[0]).toMatchObject({
      '10': '+60700',
      '11': '+400',
      '12': '+0.66',
      '13': '500',
      '14': '30',
      '26': '-500',
    });
  });

  it('0B counts an order that meets several trade by trade, on one market and on both', () => {
    const exchange = quietExchange('1000', { market: silentMarket(true) });
    const frames = new MarketFrames(exchange);
    const told: string[][] = [];
    exchange.listen((event) => {
      if (event.type !== 'trade') return;
      told.push(
        (['KRX', 'ALL'] as const).map((view) => {
          const values = JSON.parse(frames.trade(event, dayOf(exchange, event.symbol, view)!, view));
          return `${values['15']} ${values['13']} ${values['14']}`;
        }),
      );
    });
    send(exchange, OTHER, order('sell', 1_000, 71_000));
    send(exchange, OTHER, order('sell', 2_000, 71_100));
    send(exchange, OTHER, order('sell', 500, 71_000, { venue: 'NXT' }));
    send(exchange, TRADER, order('buy', 500, 71_000, { venue: 'NXT' }));
    told.length = 0;
    send(exchange, TRADER, order('buy', 3_000, 71_100));
    expect(told).toEqual([
      ['+1000 1000 71', '+1000 1500 106'],
      ['+2000 3000 213', '+2000 3500 248'],
    ]);
  });

  it('0B tells open, high and low as they were at each trade of a sweep, on one market and on both', () => {
    const exchange = quietExchange('1000', { market: silentMarket(true) });
    const frames = new MarketFrames(exchange);
    const told: string[] = [];
    exchange.listen((event) => {
      if (event.type !== 'trade') return;
      const words = (['KRX', 'ALL'] as const).map((view) => {
        const values = JSON.parse(frames.trade(event, dayOf(exchange, event.symbol, view)!, view));
        return ['16', '17', '18'].map((fid) => Math.abs(Number(values[fid]))).join(' ');
      });
      told.push(words.join(' | '));
    });
    send(exchange, OTHER, order('sell', 500, 70_900, { venue: 'NXT' }));
    send(exchange, TRADER, order('buy', 500, 70_900, { venue: 'NXT' }));
    send(exchange, OTHER, order('sell', 1_000, 71_000));
    send(exchange, OTHER, order('sell', 1_000, 71_100));
    told.length = 0;
    send(exchange, TRADER, order('buy', 2_000, 71_100));
    expect(told.map((one) => one.split(' | ')[0])).toEqual(['71000 71000 71000', '71000 71100 71000']);
    expect(told.map((one) => one.split(' | ')[1]!.slice(6))).toEqual(['71000 70900', '71100 70900']);
  });

  it('0B counts who came to whom anew each day', () => {
    const harness = new Harness();
    const socket = harness.login();
    socket.register(['0B'], ['005930']);
    harness.trade();
    harness.exchange.tradeDate = '2026-11-23';
    harness.trade();
    expect(socket.real('0B').map((values) => values['1031'])).toEqual(['3', '3']);
  });

  it('0J and 0U compare with the close of the day before; members are counted', () => {
    const harness = new Harness();
    const bar = {
      symbol: '001',
      period: '1d',
      open: 398_000,
      high: 401_000,
      low: 395_000,
      volume: 0,
    } as const;
    harness.exchange.indexBarsNow = [
      { ...bar, start: kstMidnight(YESTERDAY), close: 400_000 },
      { ...bar, start: kstMidnight(TODAY), close: 396_000 },
    ];
    const socket = harness.login();
    socket.register(['0J', '0U'], ['001']);
    const { now: at } = harness.exchange;
    harness.exchange.emit({ type: 'index', at, code: '001', hundredths: 390_000 });
    expect(socket.real('0J')).toEqual([
      {
        ...{
          '20': '100000',
          '10': '-3900.00',
          '11': '-100.00',
          '12': '-2.50',
          '15': '',
          '13': '0',
          '14': '30',
        },
        ...{ '16': '-3980.00', '17': '+4010.00', '18': '-3900.00', '25': '5', '26': '' },
      },
    ]);
    expect(socket.real('0U')).toEqual([
      {
        ...{
          '20': '100000',
          '252': '1',
          '251': '0',
          '253': '0',
          '255': '0',
          '254': '0',
          '13': '0',
          '14': '30',
        },
        ...{ '10': '-3900.00', '11': '-100.00', '12': '-2.50', '256': '1', '257': '100.00', '25': '5' },
      },
    ]);
  });

  it('0D has ten levels, the empty ones as -0 with 0', () => {
    const harness = new Harness();
    const socket = harness.login();
    socket.register(['0D'], ['005930']);
    harness.exchange.emit({ type: 'book', venue: 'KRX', at: harness.exchange.now, symbol: '005930' });
    expect(socket.real('0D')[0]).toMatchObject({
      '41': '+60700',
      '61': '120',
      '51': '60300',
      '71': '50',
      '50': '-0',
      '70': '0',
      '60': '-0',
      '121': '150',
      '125': '50',
      '128': '-100',
      '129': '33.33',
      '138': '+100',
      '139': '300.00',
    });
  });

  it('0C comes only when a best quote changed', () => {
    const harness = new Harness();
    const socket = harness.login();
    socket.register(['0C'], ['005930']);
    const book = { type: 'book', venue: 'KRX', at: harness.exchange.now, symbol: '005930' } as const;
    harness.exchange.emit(book);
    harness.exchange.emit(book);
    expect(socket.real('0C')).toEqual([{ '27': '+60700', '28': '60300' }]);
  });
});
