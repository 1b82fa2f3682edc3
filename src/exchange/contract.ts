// What the simulated exchange offers to whoever stands in front of it: the Kiwoom protocol server, the simulation in
// virtual time, and the backtest. Everything is asked and answered in exchange time; nothing here waits.

import type { SessionPhase } from '#domain/session.ts';
import type { EpochMs, TradeDate } from '#domain/units.ts';
import type { AccountApi } from './accounts/account-contract.ts';
import type { ExchangeEvent } from './exchange-event.ts';
import type { IndexApi, MarketApi } from './market/market-contract.ts';
import type { OrderApi } from './orders/order-contract.ts';
import type { MarketVenue } from './orders/order-terms.ts';
import type { ParticipantsApi } from './participants/participation.ts';

export type {
  AccountApi,
  AccountDayView,
  AccountId,
  BuyingPower,
  CashView,
  CreditTerms,
  DayTotalsView,
  ForcedReason,
  FundsView,
  HoldingState,
  HoldingView,
  JournalEntry,
  JournalTrade,
  LoanGrade,
  MarginPolicy,
  MarginRate,
  PositionView,
  Realised,
  RealisedDay,
  ReusableProceeds,
  SaleView,
  Supposed,
} from './accounts/account-contract.ts';
export type { ActionKind } from './corporate/corporate-action.ts';
export {
  adjustedBars,
  adjustedPrice,
  adjustedTrades,
  type PriceAdjustment,
} from './corporate/price-adjustment.ts';
export type { Tick } from './day/market-ticks.ts';
export type { ExchangeEvent, TradingHours } from './exchange-event.ts';
export type { DesignationKind } from './market/designations.ts';
export type {
  AfterHoursTrades,
  Book,
  FixedBook,
  IndexApi,
  IndexName,
  InstrumentDay,
  ListingFacts,
  MarketApi,
  NetAssetDay,
  NetAssets,
} from './market/market-contract.ts';
export type {
  Accepted,
  ExchangeFill,
  ExchangeOrder,
  NewOrder,
  OrderApi,
  Rejection,
  RejectionCode,
} from './orders/order-contract.ts';
export { limitPriceOf, type MarketVenue, type OrderTerms } from './orders/order-terms.ts';
export type { ForeignHolding } from './participants/foreign-holdings.ts';
export { INSTITUTIONS, INVESTOR_KINDS, type InvestorKind } from './participants/investor-kinds.ts';
export { MEMBER_FIRMS, type MemberCode, type MemberFirm, memberFirm } from './participants/member-firms.ts';
export type {
  Departure,
  KindSample,
  MemberRank,
  MemberTrade,
  MemberTurnover,
  ParticipantsApi,
  Participation,
  ProgramKind,
  ProgramMinute,
  RunningParticipation,
  Turnover,
} from './participants/participation.ts';

/** The whole exchange. One instance per world; single-threaded; deterministic by seed. */
export interface ExchangeApi {
  readonly now: EpochMs;
  readonly tradeDate: TradeDate;
  /** Of KRX. */
  readonly phase: SessionPhase;
  phaseOf(venue: MarketVenue): SessionPhase;
  /** Lets exchange time pass to `at`: market activity, auctions, expiries, end of day and the following days happen. */
  advanceTo(at: EpochMs): void;
  /** Returns the function that ends the listening. */
  listen(listener: (event: ExchangeEvent) => void): () => void;
  readonly market: MarketApi;
  readonly indices: IndexApi;
  readonly participants: ParticipantsApi;
  readonly orders: OrderApi;
  readonly accounts: AccountApi;
  /** A JSON value that `restoreExchange` turns back into the same exchange. */
  save(): unknown;
}
