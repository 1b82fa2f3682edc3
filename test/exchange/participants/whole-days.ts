// What must hold of the participants of any day: members and investors have all of what was traded, on both sides.

import { expect } from 'vitest';
import type { ExchangeApi, Participation, Turnover } from '#exchange/contract.ts';
import { LISTINGS } from '../support.ts';

export const VENUES = ['KRX', 'NXT'] as const;
export const SYMBOLS = LISTINGS.map(({ instrument }) => instrument.symbol);

export function sumOf(turnovers: readonly Turnover[]): Turnover {
  const total = (key: keyof Turnover) => turnovers.reduce((sum, one) => sum + one[key], 0);
  const [bought, sold] = [total('bought'), total('sold')];
  return { bought, sold, boughtValue: total('boughtValue'), soldValue: total('soldValue') };
}

export const everything = (volume: number, value: number): Turnover => ({
  ...{ bought: volume, sold: volume, boughtValue: value, soldValue: value },
});

/** Members and kinds hold all of the day, programs some of it. */
export function expectWhole({ members, kinds, programs, housePrograms }: Participation, all: Turnover): void {
  expect(sumOf(members)).toEqual(all);
  expect(sumOf(Object.values(kinds))).toEqual(all);
  const program = sumOf(Object.values(programs));
  expect(program.bought).toBeLessThanOrEqual(all.bought);
  expect(program.sold).toBeLessThanOrEqual(all.sold);
  const house = sumOf(Object.values(housePrograms));
  const own = kinds['financial-investment'];
  expect(house.bought).toBeLessThanOrEqual(Math.min(own.bought, program.bought));
  expect(house.soldValue).toBeLessThanOrEqual(Math.min(own.soldValue, program.soldValue));
}

export function expectAllWhole(exchange: ExchangeApi): void {
  for (const symbol of SYMBOLS) {
    for (const venue of VENUES) {
      const day = exchange.market.day(symbol, venue);
      const participants = exchange.participants.today(symbol, venue);
      expect(participants === null).toBe(day === null);
      if (day !== null) expectWhole(participants!.totals, everything(day.volume, day.value));
    }
  }
}

/** All that can be asked of a day's participants, to be held against another's. */
export function pictureOf(exchange: ExchangeApi, symbol: string, venue: 'KRX' | 'NXT') {
  const all = exchange.participants.today(symbol, venue);
  if (all === null) return null;
  return {
    totals: all.totals,
    leaders: [all.leaders('buy'), all.leaders('sell')],
    departures: all.departures(),
    minutes: all.programMinutes(),
    samples: all.kindSamples(),
  };
}
