// Who bought and who sold an instrument: what an exchange tells of the participants of a day. On either side the members, and
// again the investor kinds, add up to the day's volume and value.

import type { OrderSide } from '#domain/order.ts';
import type { EpochMs, Price, Quantity, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { MarketVenue } from '../orders/order-terms.ts';
import type { ForeignHolding } from './foreign-holdings.ts';
import type { InvestorKind } from './investor-kinds.ts';
import type { MemberCode } from './member-firms.ts';

/** Orders of programs by what they are for: against the future of the index, or baskets without one. */
export const PROGRAM_KINDS = ['arbitrage', 'non-arbitrage'] as const;
export type ProgramKind = (typeof PROGRAM_KINDS)[number];

/** What somebody bought and sold: shares and won. */
export interface Turnover {
  readonly bought: Quantity;
  readonly sold: Quantity;
  readonly boughtValue: Won;
  readonly soldValue: Won;
}

/** What one member firm bought and sold. */
export interface MemberTurnover extends Turnover {
  readonly member: MemberCode;
}

/** The participants of one instrument, market and day. */
export interface Participation {
  readonly date: TradeDate;
  /** Members that traded, by code. */
  readonly members: readonly MemberTurnover[];
  readonly kinds: Readonly<Record<InvestorKind, Turnover>>;
  readonly programs: Readonly<Record<ProgramKind, Turnover>>;
  /** What of the programs were members' own, not their customers'. */
  readonly housePrograms: Readonly<Record<ProgramKind, Turnover>>;
}

/** What programs traded in one minute of the running day. */
export interface ProgramMinute {
  /** Beginning of the minute, KST. */
  readonly at: EpochMs;
  readonly programs: Readonly<Record<ProgramKind, Turnover>>;
}

/** What the investor kinds had traded up to a moment of the running day. */
export interface KindSample {
  /** End of the ten minutes it closes. */
  readonly at: EpochMs;
  readonly kinds: Readonly<Record<InvestorKind, Turnover>>;
}

/** A place among the five members that bought or sold most. */
export interface MemberRank {
  readonly member: MemberCode;
  readonly quantity: Quantity;
}

/** A member that was among the first five of a side until another overtook it. */
export interface Departure {
  readonly at: EpochMs;
  readonly side: OrderSide;
  readonly member: MemberCode;
  /** What it had bought or sold when it left. */
  readonly quantity: Quantity;
}

/** One side of a trade of the running day, by the member it came through. */
export interface MemberTrade {
  readonly at: EpochMs;
  readonly member: MemberCode;
  readonly side: OrderSide;
  readonly quantity: Quantity;
  readonly price: Price;
  /** Shares the member had bought less sold with this trade. */
  readonly net: Quantity;
}

/** Which of a day's trades are asked for. */
export interface MemberTradeFilter {
  readonly isWanted: (member: MemberCode) => boolean;
  /** Smaller ones are left out; none when absent. */
  readonly minQuantity?: Quantity;
  /** How many at most. */
  readonly limit: number;
}

/** The participants of the running day of one instrument on one market, as it stands. */
export interface RunningParticipation {
  readonly totals: Participation;
  /** The first five of a side, most shares first; the earlier one where two have as many. */
  leaders(side: OrderSide): readonly MemberRank[];
  /** Who left the first five today, oldest first; the latest fifty of either side. */
  departures(): readonly Departure[];
  /** Minutes in which programs traded, oldest first. */
  programMinutes(): readonly ProgramMinute[];
  /** Every ten minutes with trades, oldest first; what came since the last is in `totals`. */
  kindSamples(): readonly KindSample[];
  /** Newest first. Those from before an exchange was saved and restored are gone, as `ticks` are. */
  memberTrades(filter: MemberTradeFilter): readonly MemberTrade[];
}

/** What an exchange tells of participants. */
export interface ParticipantsApi {
  /** Of KRX where no market is named; null when the instrument is not traded there. */
  today(symbol: SymbolCode, venue?: MarketVenue): RunningParticipation | null;
  /**
   * The days before the running one, oldest first, in shares of today (a split changes their number); with `from` those since that
   * date alone. Days from before the exchange began are worked out when asked for, and not at all where the market's bars are real
   * ones.
   */
  days(symbol: SymbolCode, venue?: MarketVenue, from?: TradeDate): readonly Participation[];
  /**
   * The days since `from` whose participants are known, oldest first and the running one last. None for funds, whose shares
   * are made and redeemed where nobody sees it. Foreigners may hold all listed shares of a company: nothing is limited.
   */
  foreignHoldings(symbol: SymbolCode, from?: TradeDate): readonly ForeignHolding[];
}
