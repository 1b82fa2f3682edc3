// The indices of the simulated market, computed from what is listed: price times listed shares of all members, against what that
// was at the starting prices. They have no state of their own, so whatever moves a price moves them, an order of ours included.

import type { Bar } from '#domain/bar.ts';
import type { SessionPhase } from '#domain/session.ts';
import { kstDate, SECOND_MS } from '#domain/time.ts';
import type { EpochMs, Quantity, SymbolCode, TradeDate } from '#domain/units.ts';
import type { IndexName } from '../../contract.ts';
import { indexSharesOn } from '../../corporate/share-counts.ts';
import { INDICES, indexMembership, startWorthOf } from './index-membership.ts';
import {
  type Basket,
  dayRange,
  daysOf,
  hundredthsOf,
  type IndexMember,
  type IndexRange,
  indexBars,
  minutesOfDay,
  sessionPrice,
} from './market-index-bars.ts';
import type { WorthRange } from './market-index-history.ts';

/** Tells what the members of an index were worth at most and at least on a day before the exchange began, where known. */
export type PastRange = (code: string, date: TradeDate) => WorthRange | null;

const GAP_MS = 10 * SECOND_MS;

/** One index now. */
export interface IndexValue {
  readonly code: string;
  /** Hundredths of a point. */
  readonly hundredths: number;
  /** Shares of its members traded today. */
  readonly volume: Quantity;
}

/** Minutes of an index on days that are over, by day. */
interface FinishedMinutes {
  readonly code: string;
  readonly byDate: Map<TradeDate, readonly Bar[]>;
}

export class MarketIndices {
  readonly #baskets: readonly Basket[];
  readonly #pastRange: PastRange;
  readonly #ranges = new Map<string, IndexRange>();
  /** Of the index asked last: whoever turns the pages of a chart asks for the same days again and again. */
  #finished: FinishedMinutes | null = null;
  #nextAt: EpochMs = Number.POSITIVE_INFINITY;
  /** True in the regular session. */
  #isRunning = false;

  /** `markets` is kept: their running days are read whenever an index is. */
  constructor(markets: readonly IndexMember[], pastRange: PastRange = () => null) {
    this.#pastRange = pastRange;
    this.#baskets = basketsOf(markets);
  }

  /** When they are to be told next; infinity outside the regular session, once its last values are told. */
  get nextAt(): EpochMs {
    return this.#nextAt;
  }

  /** The indices that have members, in the order of their codes. */
  get names(): readonly IndexName[] {
    return this.#baskets.map(({ code, name }) => ({ code, name }));
  }

  /** The exchange has come to `phase` at `at`. */
  enter(phase: SessionPhase, at: EpochMs): void {
    const isRunning = phase === 'continuous' || phase === 'closing-auction';
    // Whoever listens is told what the closing auction made of them, too.
    if (isRunning !== this.#isRunning) this.#nextAt = at;
    this.#isRunning = isRunning;
  }

  /** A member has closed at `at`, which may be after the regular session: the values are told with it. */
  closed(at: EpochMs): void {
    this.#nextAt = at;
  }

  /** The values now; the next ones are due ten seconds later, or not today. */
  tell(now: EpochMs): readonly IndexValue[] {
    this.#nextAt = this.#isRunning ? now + GAP_MS : Number.POSITIVE_INFINITY;
    return this.#baskets.map((basket) => ({
      code: basket.code,
      hundredths: this.#valueOf(basket),
      volume: basket.members.reduce((sum, { day }) => sum + day.volume, 0),
    }));
  }

  /** Hundredths of a point; null for a code without members. */
  value(code: string): number | null {
    const basket = this.#basket(code);
    return basket === undefined ? null : this.#valueOf(basket);
  }

  /**
   * An index by the minute since a day (null: all there are), prices in hundredths of a point, volume in shares of its members; none
   * for an unknown code.
   */
  minuteBars(code: string, from: TradeDate | null = null): readonly Bar[] {
    const basket = this.#basket(code);
    if (basket === undefined) return [];
    const { date: today } = basket.members[0]!.day.bars;
    const dates = [...datesBefore(basket, today), today].filter((date) => from === null || date >= from);
    return dates.flatMap((date) =>
      date < today ? this.#finishedMinutes(basket, date) : minutesOfDay(basket, date),
    );
  }

  /** The same by the day; high and low are those of the day's minutes, where they are or were known. */
  dailyBars(code: string): readonly Bar[] {
    const basket = this.#basket(code);
    if (basket === undefined) return [];
    return indexBars(basket, '1d', daysOf).map((bar) => ({
      ...bar,
      ...this.#rangeOf(basket, kstDate(bar.start)),
    }));
  }

  /** Codes of the instruments an index is computed from; none for an unknown code. */
  members(code: string): readonly SymbolCode[] {
    const { members = [] } = this.#basket(code) ?? {};
    return members.map(({ listing }) => listing.instrument.symbol);
  }

  /** Extremes of a day's minutes; nothing for a day whose minutes nobody knows. Those of finished days are kept. */
  #rangeOf(basket: Basket, date: TradeDate): Partial<IndexRange> {
    const { archive, day } = basket.members[0]!;
    if (date < (archive.firstLived ?? day.bars.date)) {
      const past = this.#pastRange(basket.code, date);
      if (past === null) return {};
      return { high: hundredthsOf(basket, past.high), low: hundredthsOf(basket, past.low) };
    }
    const key = `${basket.code} ${date}`;
    const known = this.#ranges.get(key);
    if (known !== undefined) return known;
    const range = dayRange(basket, date);
    if (range !== null && date < day.bars.date) this.#ranges.set(key, range);
    return range ?? {};
  }

  /** Days that are over change no more; their minutes are dear, for those of all members are. */
  #finishedMinutes(basket: Basket, date: TradeDate): readonly Bar[] {
    if (this.#finished?.code !== basket.code) this.#finished = { code: basket.code, byDate: new Map() };
    const { byDate } = this.#finished;
    const known = byDate.get(date) ?? minutesOfDay(basket, date);
    byDate.set(date, known);
    return known;
  }

  #basket(code: string): Basket | undefined {
    return this.#baskets.find((basket) => basket.code === code);
  }

  #valueOf(basket: Basket): number {
    let worth = 0;
    for (const { listing, day } of basket.members)
      worth += indexSharesOn(listing, day.bars.date) * sessionPrice(day);
    return hundredthsOf(basket, worth);
  }
}

/** The finished days on which any member has a bar, oldest first. */
function datesBefore({ members }: Basket, today: TradeDate): readonly TradeDate[] {
  const starts = new Set<EpochMs>();
  for (const { archive } of members) for (const { start } of archive.dailyBars(null)) starts.add(start);
  return [...starts]
    .sort((a, b) => a - b)
    .map((start) => kstDate(start))
    .filter((date) => date < today);
}

function basketsOf(markets: readonly IndexMember[]): Basket[] {
  const membership = indexMembership(markets.map(({ listing }) => listing));
  return INDICES.map(({ code, name, first }) => {
    const members = markets.filter(({ listing: { instrument } }) =>
      membership.get(instrument.symbol)?.includes(code),
    );
    const startWorth = members.reduce((sum, { listing }) => sum + startWorthOf(listing), 0);
    return { code, name, first, members, startWorth };
  }).filter(({ members }) => members.length > 0);
}
