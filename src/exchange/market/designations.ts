// What KRX makes of a listing for a while: stopped, under administration, warned of, overheated, hardly traded, on its way out
// (krx-rules 3.5). One table says what each of these changes; a day's rules are all of them together. Margin and NXT in it are
// the usual practice of brokers and of NXT, which publish no rule of their own: our decision.

import type { Warning } from '#domain/instrument.ts';
import { MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, TradeDate } from '#domain/units.ts';
import { isConverting } from '../corporate/corporate-action.ts';
import type { TermsRange } from '../orders/order-validity.ts';
import type { Listing } from './listing.ts';

export type DesignationKind =
  /** Not traded at all (거래정지). */
  | 'halted'
  /** Not traded while old shares are exchanged for new ones; it follows from a listing's actions. */
  | 'converting'
  /** Under administration (관리종목). */
  | 'administrative'
  /** The first of the market watch's three stages (투자주의), and the others (투자경고, 투자위험). */
  | 'caution'
  | 'warning'
  | 'risk'
  /** An auction every half an hour for three days (단기과열). */
  | 'overheated'
  /** So little traded that it has an auction every ten minutes (저유동성 단일가). */
  | 'low-liquidity'
  /** Its last seven days: an auction every half an hour, without limits of price (정리매매). */
  | 'liquidation'
  /** A fund with a mark of its own (ETF 투자주의요망). */
  | 'etf-caution';

/** A designation and its days, both included; those left out have always been, or have no end. */
export interface Designation {
  readonly kind: DesignationKind;
  readonly from?: TradeDate;
  readonly through?: TradeDate;
}

/** What is different on a day of an instrument. */
export interface DayRules {
  readonly kinds: readonly DesignationKind[];
  /** What broker and exchange warn of with a code. */
  readonly warning: Warning;
  readonly isHalted: boolean;
  /** Orders gather this long for each auction of the regular session; null for continuous trading. */
  readonly auctionMs: EpochMs | null;
  readonly range: TermsRange;
  readonly hasLimits: boolean;
  /** Paid whole, and nothing is lent on it. */
  readonly isRestricted: boolean;
  readonly isOnNxt: boolean;
}

const USUAL: DayRules = {
  kinds: [],
  warning: 'none',
  isHalted: false,
  auctionMs: null,
  range: 'all',
  hasLimits: true,
  isRestricted: false,
  isOnNxt: true,
};
const WATCHED = { isRestricted: true, isOnNxt: false } as const;

/** What each designation changes, the stronger ones last: they win where two say something else. */
const EFFECTS: Readonly<Record<DesignationKind, Partial<DayRules>>> = {
  'etf-caution': { warning: 'etf-caution' },
  caution: {},
  administrative: WATCHED,
  warning: { ...WATCHED, warning: 'warning' },
  risk: { ...WATCHED, warning: 'risk' },
  'low-liquidity': { auctionMs: 10 * MINUTE_MS, range: 'auctions', isOnNxt: false },
  overheated: { ...WATCHED, warning: 'overheated', auctionMs: 30 * MINUTE_MS, range: 'auctions' },
  liquidation: {
    ...WATCHED,
    warning: 'liquidation',
    auctionMs: 30 * MINUTE_MS,
    range: 'limits',
    hasLimits: false,
  },
  // Neither margin nor loans suffer from a split.
  converting: { isHalted: true, isOnNxt: false },
  halted: { ...WATCHED, isHalted: true },
};
const BY_STRENGTH = Object.keys(EFFECTS) as readonly DesignationKind[];

/** The rules of a listing on a trade date. */
export function dayRules(listing: Pick<Listing, 'designations' | 'actions'>, date: TradeDate): DayRules {
  const { designations = [] } = listing;
  const now = designations.filter(({ from = date, through = date }) => from <= date && date <= through);
  const is = new Set(now.map(({ kind }) => kind));
  if (isConverting(listing, date)) is.add('converting');
  if (is.size === 0) return USUAL;
  const kinds = BY_STRENGTH.filter((kind) => is.has(kind));
  let rules: DayRules = { ...USUAL, kinds };
  for (const kind of kinds) rules = { ...rules, ...EFFECTS[kind] };
  return rules;
}
