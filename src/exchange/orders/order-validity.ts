// Which orders are taken where and when: the session table of the exchange as data (krx-rules 3.1, 3.3, 7.4). The fixed-price
// sessions are not in it: they run beside the others, by windows of their own (fixed-price.ts).

import type { Instrument } from '#domain/instrument.ts';
import { NXT_FROM, type SessionPhase } from '#domain/session.ts';
import type { TradeDate } from '#domain/units.ts';
import type { MarketVenue, TermsKey } from './order-terms.ts';

/**
 * What an instrument's market is doing: the phase of its venue, unless the instrument is stopped or interrupted, or trades by
 * an auction every so often all day long. 'paused' is an interruption that takes no orders, as on NXT until September 2026.
 */
export type TradingStage = SessionPhase | 'halted' | 'interruption' | 'paused' | 'periodic-auction';

type Taken = Partial<Record<TradingStage, ReadonlySet<TermsKey>>>;

const LIMITS: readonly TermsKey[] = ['limit/day', 'limit/ioc', 'limit/fok'];
const BEST: readonly TermsKey[] = [
  'best-counter/day',
  'best-counter/ioc',
  'best-counter/fok',
  'best-own/day',
];
/** Types that came with NXT, in 2025. */
const NEW_TYPES: readonly TermsKey[] = ['stop-limit/day', 'mid-price/day', 'mid-price/ioc', 'mid-price/fok'];
const MARKET_AT_ONCE: readonly TermsKey[] = ['market/ioc', 'market/fok'];
const AUCTION: readonly TermsKey[] = ['limit/day', 'market/day'];

const TAKEN: Readonly<Record<MarketVenue, Taken>> = {
  KRX: {
    'opening-auction': new Set([...AUCTION, 'conditional-limit/day']),
    continuous: new Set([
      ...LIMITS,
      ...BEST,
      ...NEW_TYPES,
      ...MARKET_AT_ONCE,
      'market/day',
      'conditional-limit/day',
    ]),
    interruption: new Set([...AUCTION, 'conditional-limit/day']),
    'periodic-auction': new Set(AUCTION),
    'closing-auction': new Set(AUCTION),
    'after-market': new Set([...LIMITS, ...BEST]),
    'after-hours': new Set<TermsKey>(['after-hours-limit/day']),
  },
  NXT: {
    'pre-market': new Set([...LIMITS, ...BEST, ...MARKET_AT_ONCE]),
    continuous: new Set([...LIMITS, ...BEST, ...NEW_TYPES, ...MARKET_AT_ONCE]),
    interruption: new Set<TermsKey>(['limit/day']),
    'after-market-auction': new Set<TermsKey>(['limit/day']),
    'after-market': new Set([...LIMITS, ...BEST, ...MARKET_AT_ONCE]),
  },
};

const NEW_TYPE_SET: ReadonlySet<TermsKey> = new Set(NEW_TYPES);

/** What an instrument takes at most, whatever its market would: on days on which its trading is changed (krx-rules 3.3). */
export type TermsRange = 'all' | 'auctions' | 'limits';

const RANGES: Readonly<Record<Exclude<TermsRange, 'all'>, ReadonlySet<TermsKey>>> = {
  auctions: new Set([...AUCTION, 'after-hours-limit/day']),
  limits: new Set<TermsKey>(['limit/day', 'after-hours-limit/day']),
};

/** Where and when an order would be taken, and of what. */
export interface TakingPlace {
  readonly venue: MarketVenue;
  readonly stage: TradingStage;
  /** The phase behind an interruption: it takes nothing that the phase would not. */
  readonly phase: SessionPhase;
  readonly kind: Instrument['kind'];
  readonly range: TermsRange;
  readonly date: TradeDate;
}

/** True when an order of these terms is taken. An ELW takes limit orders only. */
export function takesTerms(
  { venue, stage, phase, kind, range, date }: TakingPlace,
  terms: TermsKey,
): boolean {
  if (TAKEN[venue][stage]?.has(terms) !== true) return false;
  if (stage === 'interruption' && TAKEN[venue][phase]?.has(terms) !== true) return false;
  if (kind === 'elw' && terms !== 'limit/day') return false;
  if (range !== 'all' && !RANGES[range].has(terms)) return false;
  return date >= NXT_FROM || !NEW_TYPE_SET.has(terms);
}

/** True while the stage takes orders at all. */
export function isTaking(venue: MarketVenue, stage: TradingStage): boolean {
  return TAKEN[venue][stage] !== undefined;
}

/** What of an instrument decides whether it has an evening. */
export interface EveningTerms {
  readonly venue: MarketVenue;
  readonly kind: Instrument['kind'];
  /** It trades by an auction every so often all day. */
  readonly isByAuctions: boolean;
  readonly isOnNxt: boolean;
}

/**
 * The phase as an instrument sees it: funds have no after-market on KRX (krx-rules 3.1), nor has an ELW, nor what trades by
 * auctions all day: the rules leave out "some flagged issues", and that it is these is our decision. What is on NXT had its
 * evening there, and none of KRX's ten-minute auctions (told by brokers to their customers in 2025).
 */
export function tradedPhase(
  phase: SessionPhase,
  { venue, kind, isByAuctions, isOnNxt }: EveningTerms,
): SessionPhase {
  if (venue === 'NXT') return phase;
  const isLeftOut = kind !== 'stock' || isByAuctions;
  if (phase === 'after-market' && isLeftOut) return 'closed';
  return phase === 'after-hours' && isOnNxt ? 'closed' : phase;
}

/** True when an instrument can be on NXT: shares of KOSPI and KOSDAQ, since the market opened. */
export function isTradedOnNxt({ kind, market }: Instrument, date: TradeDate): boolean {
  return kind === 'stock' && market !== 'KONEX' && date >= NXT_FROM;
}

/** What orders do to each other at a stage. */
export type Matching = 'none' | 'auction' | 'continuous';

export function matchingAt(stage: TradingStage): Matching {
  switch (stage) {
    case 'opening-auction':
    case 'closing-auction':
    case 'after-market-auction':
    case 'after-hours':
    case 'interruption':
    case 'paused':
    case 'periodic-auction':
      return 'auction';
    case 'continuous':
    case 'pre-market':
    case 'after-market':
      return 'continuous';
    case 'closed':
    case 'post-close':
    case 'break':
    case 'halted':
      return 'none';
  }
}
