// The sessions at one fixed price by themselves (krx-rules 3.1, 3.3): their hours, who meets whom, and how others take part.

import { describe, expect, it } from 'vitest';
import { sessionHours } from '#domain/session.ts';
import { SECOND_MS } from '#domain/time.ts';
import { BookOrder } from '#exchange/book/book-side.ts';
import {
  closingWindow,
  type FixedPriceCrowd,
  FixedPriceSession,
  type FixedPriceWindow,
  openingWindow,
} from '#exchange/book/fixed-price.ts';
import { Random } from '#exchange/random.ts';
import { DAY, moment } from '../support.ts';

describe('the hours', () => {
  it.each([
    { name: 'a plain day', date: DAY, hours: ['0830', '0830', '0840'] },
    { name: 'a day that opens at ten', date: '2026-01-02', hours: ['0930', '0930', '0940'] },
    { name: 'the first short one', date: '2019-04-29', hours: ['0830', '0830', '0840'] },
    { name: 'the last of an hour', date: '2019-04-26', hours: ['0730', '0730', '0830'] },
  ])('before the opening: $name', ({ date, hours }) => {
    expect(openingWindow(sessionHours(date))).toEqual(windowOf(hours, date));
  });

  it.each([
    { name: 'KRX', date: DAY, venue: 'KRX', hours: ['1530', '1540', '1600'] },
    {
      name: 'KRX on a day that closes an hour late',
      date: '2025-11-13',
      venue: 'KRX',
      hours: ['1630', '1640', '1700'],
    },
    {
      name: 'NXT, which receives before there is a close',
      date: DAY,
      venue: 'NXT',
      hours: ['1500', '1530', '1600'],
    },
  ] as const)('after the close: $name', ({ date, venue, hours }) => {
    expect(closingWindow(sessionHours(date, venue)!)).toEqual(windowOf(hours, date));
  });

  it('receive from their first moment until just before their last', () => {
    const { session } = newSession();
    const { receivesFrom, until } = session.window;
    const moments = [receivesFrom - 1, receivesFrom, until - 1, until];
    expect(moments.map((at) => session.isReceiving(at))).toEqual([false, true, true, false]);
  });
});

describe('a session', () => {
  it('trades what waited when it begins, sales by receipt with buys by receipt', () => {
    const { session, executions, send } = newSession();
    send('buy', 5); // 1
    send('sell', 3); // 2
    send('sell', 4); // 3
    send('buy', 1); // 4
    expect(executions).toEqual([]);
    expect(session.waiting).toEqual({ totalAsk: 7, totalBid: 6 });
    session.step();
    expect(executions).toEqual(['1×2: 3', '1×3: 2', '4×3: 1']);
    expect(session.waiting).toEqual({ totalAsk: 1, totalBid: 0 });
  });

  it('keeps the place of a sale that only part was found for', () => {
    const { session, executions, send } = newSession();
    send('sell', 5); // 1
    send('sell', 5); // 2
    send('buy', 3); // 3
    session.step();
    send('buy', 4); // 4
    expect(executions).toEqual(['3×1: 3', '4×1: 2', '4×2: 2']);
  });

  it('trades what comes later at once, and lets nobody wait who got everything', () => {
    const { session, executions, send } = newSession();
    session.step();
    send('sell', 5); // 1
    send('buy', 5); // 2
    send('buy', 2); // 3
    send('sell', 2); // 4
    expect(executions).toEqual(['2×1: 5', '3×4: 2']);
    expect(session.waiting).toEqual({ totalAsk: 0, totalBid: 0 });
  });

  it('does not begin before its hour, however early there is a close, and at once after it', () => {
    const { session } = newSession(null);
    const { tradesFrom } = session.window;
    session.fix(71_000, tradesFrom - SECOND_MS);
    expect([session.price, session.nextAt]).toEqual([71_000, tradesFrom]);
    session.fix(71_100, tradesFrom + SECOND_MS);
    expect([session.price, session.nextAt]).toEqual([71_100, tradesFrom + SECOND_MS]);
  });

  it('waits for its end where it never gets a price, and is over then', () => {
    const { session } = newSession(null);
    expect([session.nextAt, session.isOver]).toEqual([session.window.until, false]);
    session.step();
    expect([session.nextAt, session.isOver]).toEqual([Number.POSITIVE_INFINITY, true]);
    expect(session.isReceiving(session.window.tradesFrom)).toBe(false);
  });

  it('trades nothing while the instrument is stopped, and looks again each second', () => {
    const { session, executions, send } = newSession();
    const { tradesFrom, until } = session.window;
    send('buy', 5);
    send('sell', 5);
    session.step(true);
    expect([session.nextAt, executions]).toEqual([tradesFrom + SECOND_MS, []]);
    session.step();
    expect([session.nextAt, executions]).toEqual([until, ['1×2: 5']]);
  });

  it('is joined by others until its end, with orders of the size they are meant to have on average', () => {
    let orders = 0;
    let shares = 0;
    for (let seed = 0; seed < 40; seed++) {
      const random = new Random(seed, 'others');
      const crowd = { random, meanQuantity: 100, nextOrderNo: () => ++orders };
      const { session, traded } = newSession(71_000, crowd);
      while (!session.isOver) {
        const at = session.nextAt;
        session.step();
        expect(session.nextAt).toBeGreaterThan(at);
      }
      const { totalAsk, totalBid } = session.waiting;
      // Whoever comes meets who waits: one side is used up before the other grows.
      expect(Math.min(totalAsk, totalBid)).toBe(0);
      shares += 2 * traded() + totalAsk + totalBid;
    }
    expect(orders / 40).toBeGreaterThan(50);
    expect(shares / orders).toBeGreaterThan(90);
    expect(shares / orders).toBeLessThan(110);
  });
});

/** KRX's session after the close, at a price unless that is null, and who met whom in it: `buy×sell: shares`. */
function newSession(price: number | null = 71_000, crowd: FixedPriceCrowd | null = null) {
  const executions: string[] = [];
  let traded = 0;
  const matched = (maker: BookOrder<string>, taker: BookOrder<string>, at: number, quantity: number) => {
    const [buy, sell] = maker.side === 'buy' ? [maker, taker] : [taker, maker];
    expect(at).toBe(price);
    executions.push(`${buy.no}×${sell.no}: ${quantity}`);
    traded += quantity;
  };
  const session = new FixedPriceSession<string>(price, closingWindow(sessionHours(DAY)), { matched }, crowd);
  let no = 0;
  const send = (side: 'buy' | 'sell', quantity: number) =>
    session.receive(new BookOrder<string>(++no, side, null, quantity));
  return { session, executions, send, traded: () => traded };
}

function windowOf([receivesFrom, tradesFrom, until]: readonly string[], date: string): FixedPriceWindow {
  const at = (hhmm: string | undefined) => moment(hhmm ?? '', date);
  return { receivesFrom: at(receivesFrom), tradesFrom: at(tradesFrom), until: at(until) };
}
