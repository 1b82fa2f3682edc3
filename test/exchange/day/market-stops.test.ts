// The sidecar reaches whoever tells who traded: on both markets of the market that ran away, and nowhere else.

import { expect, it } from 'vitest';
import { sessionHours } from '#domain/session.ts';
import { MINUTE_MS } from '#domain/time.ts';
import type { ExchangeEvent } from '#exchange/contract.ts';
import { MarketBreakers } from '#exchange/day/market-breakers.ts';
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

it.each([
  { name: 'ten shares', shares: 10, funds: 0, others: 0, isStopped: true },
  { name: 'nine shares', shares: 9, funds: 0, others: 0, isStopped: false },
  { name: 'nine shares and a fund', shares: 9, funds: 1, others: 0, isStopped: false },
  { name: 'nine shares and one of KOSDAQ', shares: 9, funds: 0, others: 1, isStopped: false },
])('a KOSPI of $name is stopped: $isStopped', ({ shares, funds, others, isStopped }) => {
  const [share, other] = [LISTINGS[0]!, LISTINGS[1]!];
  const fund = { ...share, instrument: { ...SAMSUNG, kind: 'etf' as const } };
  const listings = [
    ...Array.from({ length: shares }, () => share),
    ...Array.from({ length: funds }, () => fund),
    ...Array.from({ length: others }, () => other),
  ];
  const breakers = new MarketBreakers(listings);
  breakers.startDay(sessionHours('2026-11-23'), () => 100_000);
  const seen = ['1000', '1001'].map((hhmm) =>
    breakers.see(moment(hhmm), { code: '001', hundredths: 91_000, volume: 0 }),
  );
  expect(seen).toEqual([null, isStopped ? { market: 'KOSPI', level: 1, side: 'sell' } : null]);
});
