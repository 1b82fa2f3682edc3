// Market frames (0B, 0C, 0D, 0J) and the session frame (0s) that opens and closes a day.

import { describe, expect, it } from 'vitest';
import { kstMoment } from '#domain/time.ts';
import { Harness } from './harness.ts';
import { TODAY } from './scripted-exchange.ts';

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
    harness.exchange.emit({ type: 'phase', at: harness.exchange.now, phase });
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
    const trade = { type: 'trade', at: harness.exchange.now, symbol: '005930', price: 60_700 } as const;
    harness.exchange.emit({ ...trade, quantity: 3, aggressor: 'buy' });
    harness.exchange.emit({ ...trade, quantity: 2, aggressor: 'sell' });
    harness.exchange.emit({ ...trade, quantity: 9, aggressor: null });
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

  it('0B counts who came to whom anew each day', () => {
    const harness = new Harness();
    const socket = harness.login();
    socket.register(['0B'], ['005930']);
    const trade = {
      type: 'trade',
      at: harness.exchange.now,
      symbol: '005930',
      price: 60_700,
      quantity: 3,
      aggressor: 'buy',
    } as const;
    harness.exchange.emit(trade);
    harness.exchange.tradeDate = '2026-11-23';
    harness.exchange.emit(trade);
    expect(socket.real('0B').map((values) => values['1031'])).toEqual(['3', '3']);
  });

  it('0J compares with the last value of the day before, or with the first one seen', () => {
    const harness = new Harness();
    const socket = harness.login();
    socket.register(['0J'], ['001']);
    const at = harness.exchange.now;
    for (const [day, hundredths] of [
      [0, 400_000],
      [0, 390_000],
      [1, 391_950],
    ] as const) {
      harness.exchange.emit({ type: 'index', at: at + day * 86_400_000, code: '001', hundredths });
    }
    expect(
      socket
        .real('0J')
        .map((values) => [values['10'], values['11'], values['12'], values['16'], values['18']]),
    ).toEqual([
      ['4000.00', '0.00', '0.00', '4000.00', '4000.00'],
      ['-3900.00', '-100.00', '-2.50', '4000.00', '-3900.00'],
      ['+3919.50', '+19.50', '+0.50', '+3919.50', '+3919.50'],
    ]);
  });

  it('0D has ten levels, the empty ones as -0 with 0', () => {
    const harness = new Harness();
    const socket = harness.login();
    socket.register(['0D'], ['005930']);
    harness.exchange.emit({ type: 'book', at: harness.exchange.now, symbol: '005930' });
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
    const book = { type: 'book', at: harness.exchange.now, symbol: '005930' } as const;
    harness.exchange.emit(book);
    harness.exchange.emit(book);
    expect(socket.real('0C')).toEqual([{ '27': '+60700', '28': '60300' }]);
  });
});
