// Real-time types of the market as a whole: 0J and 0U of an index, and 0s, where the day stands.

import { type SessionPhase, sessionHours } from '#domain/session.ts';
import type { EpochMs } from '#domain/units.ts';
import type { ExchangeApi, ExchangeEvent, MarketVenue } from '#exchange/contract.ts';
import { clockDigits, directedIndex, millions, signedPercent, spanDigits } from '../formats.ts';
import { indexFigures, signedPoints } from '../market/index-figures.ts';
import { valuesText } from './values-text.ts';

type IndexEvent = Extract<ExchangeEvent, { type: 'index' }>;

/** 0J: an index in points with two decimals; its volume in thousands of shares, its value in millions of won. */
export function indexValues(exchange: ExchangeApi, { code, hundredths, at }: IndexEvent): string | null {
  const one = indexFigures(exchange, code, hundredths);
  if (one === null) return null;
  const { value, base, open, high, low } = one;
  const isCounted = one.members.length > 0;
  return valuesText([
    ['20', clockDigits(at)],
    ['10', directedIndex(value, base)],
    ['11', signedPoints(value - base)],
    ['12', signedPercent(value - base, base)],
    ['15', ''],
    ['13', isCounted ? String(Math.trunc(one.volume / 1_000)) : ''],
    ['14', isCounted ? millions(one.tradedValue) : ''],
    ['16', directedIndex(open, base)],
    ['17', directedIndex(Math.max(high, value), base)],
    ['18', directedIndex(Math.min(low, value), base)],
    ['25', one.direction],
    ['26', ''],
  ]);
}

/** 0U: how many members of an index rise and fall; null for an index whose members are not known. */
export function breadthValues(exchange: ExchangeApi, { code, hundredths, at }: IndexEvent): string | null {
  const one = indexFigures(exchange, code, hundredths);
  if (one === null || one.members.length === 0) return null;
  const { value, base } = one;
  return valuesText([
    ['20', clockDigits(at)],
    ['252', String(one.rising)],
    ['251', String(one.atUpper)],
    ['253', String(one.unchanged)],
    ['255', String(one.falling)],
    ['254', String(one.atLower)],
    ['13', String(Math.trunc(one.volume / 1_000))],
    ['14', millions(one.tradedValue)],
    ['10', directedIndex(value, base)],
    ['11', signedPoints(value - base)],
    ['12', signedPercent(value - base, base)],
    ['256', String(one.traded)],
    ['257', ((one.traded / one.members.length) * 100).toFixed(2)],
    ['25', one.direction],
  ]);
}

/** 0s: where the day stands now, and how long until it opens or closes. */
export function sessionValues(exchange: ExchangeApi): string {
  const { now, phase, tradeDate } = exchange;
  const hours = sessionHours(tradeDate, 'KRX');
  const isBefore = now < hours.openAt;
  const until = isBefore ? hours.openAt - now : phase === 'closing-auction' ? hours.closeAt - now : 0;
  return valuesText([
    ['215', sessionCode(phase, isBefore)],
    ['20', clockDigits(now)],
    ['214', spanDigits(until)],
  ]);
}

/** 0s of a phase of NXT, told when it begins. */
export function nxtSessionValues(phase: SessionPhase, at: EpochMs, isBeforeOpen: boolean): string {
  return nxtValues(nxtCode(phase, isBeforeOpen), at);
}

function nxtValues(code: string, at: EpochMs): string {
  return valuesText([
    ['215', code],
    ['20', clockDigits(at)],
    ['214', '000000'],
  ]);
}

/**
 * The `values` of 0s for a phase of a market that has just begun. NXT's closing-price market ends with KRX's session after the
 * close: then V is told as well.
 */
export function phaseFrames(exchange: ExchangeApi, venue: MarketVenue, phase: SessionPhase): string[] {
  const { now, tradeDate } = exchange;
  if (venue === 'NXT') return [nxtSessionValues(phase, now, now < sessionHours(tradeDate, 'KRX').openAt)];
  const isEvening = phase === 'after-market' || phase === 'after-hours';
  const hasNxt = sessionHours(tradeDate, 'NXT') !== null;
  return isEvening && hasNxt ? [sessionValues(exchange), nxtValues('V', now)] : [sessionValues(exchange)];
}

/** FID 215: the guide's 0 and 3, 2, 4, 9 and c as the older API knew them (kiwoom-wire 3.16). */
function sessionCode(phase: SessionPhase, isBeforeOpen: boolean): string {
  switch (phase) {
    case 'opening-auction':
      return '0';
    case 'continuous':
      return '3';
    case 'closing-auction':
      return '2';
    case 'post-close':
      return '4';
    case 'after-hours':
      return 'c';
    case 'pre-market':
      return 'P';
    case 'after-market-auction':
      return 'T';
    case 'after-market':
      return 'U';
    case 'break':
    case 'closed':
      return isBeforeOpen ? '0' : '9';
  }
}

/** FID 215 of NXT: P and Q around its pre-market, R and S around its main market, T, U, V and W in the evening (3.16). */
function nxtCode(phase: SessionPhase, isBeforeOpen: boolean): string {
  if (phase === 'pre-market') return 'P';
  if (phase === 'break') return isBeforeOpen ? 'Q' : 'S';
  if (phase === 'after-market-auction') return 'T';
  if (phase === 'after-market') return 'U';
  return phase === 'closed' ? 'W' : 'R';
}
