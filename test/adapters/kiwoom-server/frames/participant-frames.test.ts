// 0F and 0w: what the frames say is what the exchange knows of who traded, a second apart at least, on each view alone.

import { beforeAll, describe, expect, it } from 'vitest';
import { SECOND_MS } from '#domain/time.ts';
import { MadeUpDay } from '#test/exchange/participants/support.ts';
import { Harness, TestSocket } from '../harness.ts';
import { FIRST_DAY, MarketWorld } from '../market-world.ts';
import { SAMSUNG } from '../scripted-exchange.ts';

type Values = Readonly<Record<string, string>>;

const numbers = (values: Values, ...fids: number[]): number[] => fids.map((fid) => Number(values[fid]));
const SELL_QUANTITIES = [161, 162, 163, 164, 165];
const BUY_QUANTITIES = [171, 172, 173, 174, 175];

describe('on a market', () => {
  const VIEWS = ['005930', '005930_NX', '005930_AL'] as const;
  const world = new MarketWorld(7, 2);
  const frames: Record<string, { at: number; values: Values }[]> = {};
  const framesOf = (key: string) => {
    frames[key] ??= [];
    return frames[key];
  };

  beforeAll(() => {
    world.advanceTo(FIRST_DAY, '091000');
    const socket = new TestSocket(world.core);
    socket.send({ trnm: 'LOGIN', token: world.token });
    socket.register(['0F', '0w'], [...VIEWS]);
    const until = world.exchange.now + 60 * SECOND_MS;
    for (let at = world.exchange.now; at <= until; at += 100) {
      world.exchange.advanceTo(at);
      for (const frame of socket.frames.splice(0)) {
        if (frame['trnm'] !== 'REAL') continue;
        for (const entry of frame['data'] as { type: string; item: string; values: Values }[])
          framesOf(`${entry.type} ${entry.item}`).push({ at, values: entry.values });
      }
    }
  });

  it('every view of a type gets about one a second, and never more', () => {
    for (const view of VIEWS) {
      const told = frames[`0F ${view}`]!;
      expect(told.length).toBeGreaterThan(view === '005930_NX' ? 3 : 20);
      expect(told.length).toBeLessThanOrEqual(61);
      for (const [index, { at }] of told.slice(1).entries())
        expect(at - told[index]!.at).toBeGreaterThanOrEqual(SECOND_MS - 100);
    }
    expect(frames['0w 005930']!.length).toBeGreaterThan(10);
  });

  it('0F counts what members traded, and changes add up to it', () => {
    const told = frames['0F 005930']!;
    const first = told[0]!.values;
    const last = told.at(-1)!.values;
    for (const fids of [SELL_QUANTITIES, BUY_QUANTITIES]) {
      expect(numbers(last, ...fids)).toEqual(numbers(last, ...fids).toSorted((a, b) => b - a));
      for (const fid of fids) {
        const changes = told.slice(1).reduce((sum, { values }) => sum + Number(values[fid + 5]), 0);
        expect(Number(first[fid]) + changes).toBe(Number(last[fid]));
      }
    }
    const [sold, bought, net] = numbers(last, 261, 263, 267);
    expect(net).toBe(bought! - sold!);
    const { members } = world.exchange.participants.today('005930')!.totals;
    expect(numbers(last, 171)[0]).toBeLessThanOrEqual(Math.max(...members.map((one) => one.bought)));
    expect(told.map(({ values }) => values['337'])).toContain('1');
    expect(frames['0F 005930_AL']![0]!.values['337']).toBe('3');
    expect(Number(frames['0F 005930_AL']!.at(-1)!.values['171'])).toBeGreaterThan(Number(last['171']));
  });

  it('0w counts what programs traded; its price is the day’s', () => {
    const told = frames['0w 005930']!;
    const last = told.at(-1)!.values;
    const [sold, bought, net] = numbers(last, 202, 206, 210);
    expect(net).toBe(bought! - sold!);
    const changes = told.slice(1).reduce((sum, { values }) => sum + Number(values['211']), 0);
    expect(Number(told[0]!.values['210']) + changes).toBe(net);
    const [soldFor, boughtFor, netFor] = numbers(last, 204, 208, 212);
    expect(netFor).toBe(boughtFor! - soldFor!);
    const worth = Number(last['204']) * 1e6;
    expect(worth / sold! / Math.abs(Number(last['10']))).toBeCloseTo(1, 1);
    expect(last).toMatchObject({ '214': '', '215': '', '216': '' });
  });
});

describe('with trades made up', () => {
  function scene() {
    const harness = new Harness();
    let day = new MadeUpDay();
    const { exchange } = harness;
    exchange.participants.today = (_symbol, venue = 'KRX') => (venue === 'KRX' ? day.participants : null);
    const socket = harness.login();
    const trade = (own: number, afterMs = 0) => {
      exchange.now += afterMs;
      day.add({
        ...{ at: exchange.now, price: 60_700, quantity: own, isAuction: false },
        ...{ ownBought: own, ownSold: own },
      });
      exchange.emit({
        ...{ type: 'trade', venue: 'KRX', hours: 'regular', at: exchange.now, symbol: SAMSUNG.symbol },
        ...{ price: 60_700, quantity: own, aggressor: 'buy' },
      });
    };
    const nextDay = () => {
      day = new MadeUpDay(7, '2026-11-24');
    };
    return { exchange, socket, trade, nextDay };
  }

  it('places that nobody has are blank, as in the guide’s example of ka10002', () => {
    const { socket, trade } = scene();
    socket.register(['0F'], ['005930']);
    trade(100);
    expect(socket.real('0F')).toEqual([
      expect.objectContaining({
        ...{ '141': '키움증권', '146': '050', '161': '100', '166': '0', '271': '!!!!' },
        ...{ '142': '', '147': '000', '162': '0', '167': '0', '151': '키움증권', '171': '100' },
        ...{ '261': '0', '263': '0', '267': '0', '337': '1' },
      }),
    ]);
  });

  it('a frame put off is sent with whatever happens next, once a second has passed, with the change of all of it', () => {
    const { exchange, socket, trade } = scene();
    socket.register(['0F'], ['005930']);
    trade(100);
    trade(20, 300);
    trade(3, 300);
    expect(socket.real('0F')).toHaveLength(1);
    exchange.now += 399;
    exchange.emit({ type: 'index', at: exchange.now, code: '001', hundredths: 1 });
    expect(socket.real('0F')).toHaveLength(1);
    exchange.now += 1;
    exchange.emit({ type: 'index', at: exchange.now, code: '001', hundredths: 1 });
    expect(socket.real('0F')).toHaveLength(2);
    expect(socket.real('0F')[1]).toMatchObject({ '171': '123', '176': '+23' });
    exchange.now += 5_000;
    exchange.emit({ type: 'index', at: exchange.now, code: '001', hundredths: 1 });
    expect(socket.real('0F')).toHaveLength(2);
  });

  it('both views of one trade get frames of their own, put off or not', () => {
    const { exchange, socket, trade } = scene();
    socket.register(['0F'], ['005930_AL', '005930']);
    trade(100);
    trade(20, 300);
    exchange.now += 700;
    exchange.emit({ type: 'index', at: exchange.now, code: '001', hundredths: 1 });
    const entries = socket.frames
      .filter(({ trnm }) => trnm === 'REAL')
      .flatMap(({ data }) => data as { item: string; values: Values }[]);
    const told = entries.map(({ item, values }) => `${item} ${values['337']} ${values['171']}`);
    expect(told.toSorted()).toEqual(['005930 1 100', '005930 1 120', '005930_AL 3 100', '005930_AL 3 120']);
  });

  it('a new day begins without a change', () => {
    const { socket, trade, nextDay } = scene();
    socket.register(['0F'], ['005930']);
    trade(100);
    nextDay();
    trade(30, 5_000);
    expect(socket.real('0F').at(-1)).toMatchObject({ '171': '30', '176': '0', '161': '30', '166': '0' });
  });

  it('0w stays silent while no program trades', () => {
    const { socket, trade } = scene();
    socket.register(['0w'], ['005930']);
    trade(100);
    trade(100, 2_000);
    expect(socket.real('0w')).toEqual([]);
  });
});
