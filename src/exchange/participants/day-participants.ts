// The participants of one instrument's running day on one market: who bought and who sold how much by now. Who they are follows
// from the trades alone, so these are only counted up when somebody asks, or when the day is over or saved: a market that
// nobody asks costs nothing.

import type { OrderSide } from '#domain/order.ts';
import { MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, Price, Quantity, TradeDate, Won } from '#domain/units.ts';
import type { TickLog } from '../day/market-ticks.ts';
import { type Attribution, kindOf, memberOf, programOf } from './attribution.ts';
import { dealOut } from './deal-out.ts';
import { MemberBoard, type SavedBoard } from './member-board.ts';
import { memberTradesOf } from './member-trades.ts';
import { NumberSeries } from './number-series.ts';
import type {
  Departure,
  KindSample,
  MemberRank,
  MemberTrade,
  MemberTradeFilter,
  Participation,
  ProgramMinute,
  RunningParticipation,
} from './participation.ts';
import { type OwnShares, type SideOfTrade, sidesOf } from './trade-sides.ts';
import { kindsOf, programsOf, type SavedSheet, TurnoverSheet } from './turnover-sheet.ts';

/** Kinds are written down this often: the guide's tables of the running session have a handful of times. */
const SAMPLE_MS = 10 * MINUTE_MS;

/** A day's participants as they are saved. */
export interface SavedParticipants {
  /** Trades so far. */
  readonly count: number;
  readonly sheet: SavedSheet;
  readonly board: SavedBoard;
  readonly programMinutes: readonly number[];
  readonly kindSamples: readonly number[];
}

/** A side on which no program trades for a while. */
interface ProgramStop {
  readonly isBuy: boolean;
  /** Place of its first trade among the ticks. */
  readonly from: number;
  readonly until: EpochMs;
}

export class DayParticipants implements RunningParticipation {
  readonly #date: TradeDate;
  readonly #makeAttribution: () => Attribution;
  readonly #ticks: TickLog;
  readonly #sheet = new TurnoverSheet();
  readonly #board = new MemberBoard(this.#sheet);
  readonly #programs = new NumberSeries(MINUTE_MS);
  readonly #kinds = new NumberSeries(SAMPLE_MS);
  /** Shares of accounts in the trades that have any, by their place among the ticks. */
  readonly #own = new Map<number, OwnShares>();
  /** Times without programs, in the order they were told of. */
  readonly #stops: ProgramStop[] = [];
  #attribution: Attribution | null = null;
  /** Ticks that are counted. */
  #counted = 0;
  /** Trades that are not among the ticks, for the day was saved after them. */
  #before = 0;

  /** `ticks` will hold the day's trades. */
  constructor(date: TradeDate, makeAttribution: () => Attribution, ticks: TickLog) {
    this.#date = date;
    this.#makeAttribution = makeAttribution;
    this.#ticks = ticks;
  }

  /** Accounts had these shares of the last of the ticks. */
  own(shares: OwnShares): void {
    this.#own.set(this.#ticks.length - 1, shares);
  }

  /** From now on no program trades on a side, until `until` (a sidecar): who came by one comes without. */
  stopPrograms(side: OrderSide, until: EpochMs): void {
    this.#stops.push({ isBuy: side === 'buy', from: this.#ticks.length, until });
  }

  get totals(): Participation {
    return this.finish().participation(this.#date);
  }

  leaders(side: OrderSide): readonly MemberRank[] {
    this.#catchUp();
    return this.#board.leaders(side);
  }

  departures(): readonly Departure[] {
    this.#catchUp();
    return this.#board.departures();
  }

  programMinutes(): readonly ProgramMinute[] {
    this.#catchUp();
    const steps = this.#programs.steps(this.#sheet.programs);
    return steps.map(([at, growth]) => ({ at, programs: programsOf(growth) }));
  }

  kindSamples(): readonly KindSample[] {
    this.#catchUp();
    return this.#kinds.sums().map(([at, sum]) => ({ at: at + SAMPLE_MS, kinds: kindsOf(sum) }));
  }

  memberTrades(filter: MemberTradeFilter): readonly MemberTrade[] {
    this.#catchUp();
    return memberTradesOf(filter, {
      ticks: this.#ticks,
      sidesOf: (index) => this.#sidesOf(index),
      netOf: (member) => this.#sheet.ofMember(member, 'buy') - this.#sheet.ofMember(member, 'sell'),
    });
  }

  /** The numbers of the day with all its trades. */
  finish(): TurnoverSheet {
    this.#catchUp();
    return this.#sheet;
  }

  save(): SavedParticipants {
    this.#catchUp();
    return {
      count: this.#before + this.#counted,
      sheet: this.#sheet.save(),
      board: this.#board.save(),
      programMinutes: this.#programs.save(),
      kindSamples: this.#kinds.save(),
    };
  }

  /** Goes on with a saved day; its ticks begin anew. */
  resume(saved: SavedParticipants): void {
    this.#before = saved.count;
    this.#sheet.resume(saved.sheet);
    this.#board.resume(saved.board);
    this.#programs.resume(saved.programMinutes);
    this.#kinds.resume(saved.kindSamples);
  }

  /** Goes on with a saved day of which nobody wrote down who traded. */
  resumeUnknown(price: Price, volume: Quantity, value: Won): void {
    dealOut(this.#sheet, this.#drawn.leanings, price, volume, value);
    this.#board.rank();
  }

  get #drawn(): Attribution {
    this.#attribution ??= this.#makeAttribution();
    return this.#attribution;
  }

  #sidesOf(index: number): readonly SideOfTrade[] {
    const own = this.#own.get(index) ?? null;
    return sidesOf(this.#drawn, this.#before + index, this.#ticks.at(index), own);
  }

  #isStopped(isBuy: boolean, index: number, at: EpochMs): boolean {
    return this.#stops.some((stop) => stop.isBuy === isBuy && index >= stop.from && at < stop.until);
  }

  #catchUp(): void {
    for (const ticks = this.#ticks; this.#counted < ticks.length; this.#counted++) {
      const { at, price } = ticks.at(this.#counted);
      this.#programs.turn(at, this.#sheet.programs);
      this.#kinds.turn(at, this.#sheet.kinds);
      for (const { isBuy, who, quantity } of this.#sidesOf(this.#counted)) {
        const member = memberOf(who);
        const program = this.#isStopped(isBuy, this.#counted, at) ? 0 : programOf(who);
        this.#sheet.count(isBuy, member, kindOf(who), program, quantity, price * quantity);
        this.#board.see(isBuy ? 'buy' : 'sell', member);
      }
      this.#board.settle(at);
    }
  }
}
