// The sidecar reaches whoever tells who traded: on both markets of the market that ran away, and nowhere else.

import { expect, it } from 'vitest';
import { sessionHours } from '#domain/session.ts';
import { MINUTE_MS } from '#domain/time.ts';
import type { ExchangeEvent } from '#exchange/contract.ts';
import { MarketStops, type StopsHost } from '#exchange/day/market-stops.ts';
import { ECOPRO, LISTINGS, moment, SAMSUNG } from '../support.ts';

it('stops the programs of its market, on KRX and NXT, and again after a restart (krx-rules 3.5)', () => {
  const told: string[] = [];
  const events: ExchangeEvent[] = [];
  const dayOf = (name: string) => ({
    isScripted: false,
    participants: { stopPrograms: (side: string, until: number) => told.push(`${name} ${side} ${until}`) },
  });
  const markets = Array.from({ length: 11 }, (_, index) => ({
    listing: index === 10 ? LISTINGS[1]! : LISTINGS[0]!,
    day: dayOf(`KRX ${index}`),
    nxt: dayOf(`NXT ${index}`),
  }));
  const host = {
    now: moment('1000'),
    markets,
    indices: { value: () => 100_000 },
    market: () => undefined,
    emit: (event: ExchangeEvent) => events.push(event),
  };
  const stopsOf = () => {
    const stops = new MarketStops(host as unknown as StopsHost);
    stops.startDay(sessionHours('2026-11-23'));
    return stops;
  };
  const stops = stopsOf();
  stops.see({ code: '001', hundredths: 105_000, volume: 0 });
  expect(told).toEqual([]);
  host.now += MINUTE_MS;
  stops.see({ code: '001', hundredths: 105_000, volume: 0 });
  const until = moment('1006');
  const all = Array.from({ length: 10 }, (_, index) => [
    `KRX ${index} buy ${until}`,
    `NXT ${index} buy ${until}`,
  ]);
  expect(told).toEqual(all.flat());
  expect(events).toEqual([{ type: 'sidecar', at: host.now, market: SAMSUNG.market, side: 'buy', until }]);
  expect(SAMSUNG.market).not.toBe(ECOPRO.market);

  const saved = JSON.parse(JSON.stringify(stops.save()));
  told.length = 0;
  stopsOf().resume([], saved);
  expect(told).toEqual(all.flat());
  expect(events).toHaveLength(1);
});
