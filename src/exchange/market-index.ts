// The indices of the simulated market, computed from what is listed: price times listed shares of every share of a market or a
// sector, against what that was at the starting prices. They have no state of their own, so whatever moves a price moves
// them, an order of ours included. Funds are not counted.

import type { Bar, BarPeriod } from '#domain/bar.ts';
import type { SessionPhase } from '#domain/session.ts';
import { SECOND_MS } from '#domain/time.ts';
import type { EpochMs, Price, SymbolCode } from '#domain/units.ts';
import type { IndexName } from './contract.ts';
import type { Listing } from './listing.ts';
import { SECTORS } from './market-sectors.ts';

export const KOSPI_INDEX_CODE = '001';
export const KOSDAQ_INDEX_CODE = '101';
/** Where indices stand at the starting prices, in hundredths of a point. */
const FIRST_KOSPI_HUNDREDTHS = 270_000;
const FIRST_KOSDAQ_HUNDREDTHS = 85_000;
const FIRST_SECTOR_HUNDREDTHS = 100_000;
const GAP_MS = 10 * SECOND_MS;

/** What an index needs of a listed instrument. */
export interface IndexMember {
  readonly listing: Listing;
  readonly day: { readonly last: Price };
}

/** One index now. */
export interface IndexValue {
  readonly code: string;
  /** Hundredths of a point. */
  readonly hundredths: number;
}

interface Basket extends IndexName {
  readonly first: number;
  /** Positions of its members in the list of markets. */
  readonly members: readonly number[];
  /** Won that all shares were worth at the starting prices. */
  readonly startWorth: number;
}

/** Gives the bars of a listed instrument. */
export type BarsOf = (symbol: SymbolCode) => readonly Bar[];

export class MarketIndices {
  readonly #markets: readonly IndexMember[];
  readonly #baskets: readonly Basket[];
  #nextAt: EpochMs = Number.POSITIVE_INFINITY;

  /** `markets` is kept: their running days are read whenever an index is. */
  constructor(markets: readonly IndexMember[]) {
    this.#markets = markets;
    this.#baskets = basketsOf(markets);
  }

  /** When they are to be told next; infinity outside the regular session. */
  get nextAt(): EpochMs {
    return this.#nextAt;
  }

  /** The indices that have members, in the order of their codes. */
  get names(): readonly IndexName[] {
    return this.#baskets.map(({ code, name }) => ({ code, name }));
  }

  /** The exchange has come to `phase` at `at`. */
  enter(phase: SessionPhase, at: EpochMs): void {
    if (phase !== 'continuous' && phase !== 'closing-auction') this.#nextAt = Number.POSITIVE_INFINITY;
    else if (this.#nextAt === Number.POSITIVE_INFINITY) this.#nextAt = at;
  }

  /** The values now; the next ones are due ten seconds later. */
  tell(now: EpochMs): readonly IndexValue[] {
    this.#nextAt = now + GAP_MS;
    return this.#baskets.map((basket) => ({ code: basket.code, hundredths: this.#valueOf(basket) }));
  }

  /** Hundredths of a point; null for a code without members. */
  value(code: string): number | null {
    const basket = this.#basket(code);
    return basket === undefined ? null : this.#valueOf(basket);
  }

  /**
   * An index in bars, prices in hundredths of a point, volume in shares of all members: the members' bars of equal start
   * together. High and low are those of its opens and closes, for bars do not tell which highs came together.
   */
  bars(code: string, period: BarPeriod, barsOf: BarsOf): readonly Bar[] {
    const basket = this.#basket(code);
    return basket === undefined ? [] : indexBars(basket, this.#markets, period, barsOf);
  }

  /** Codes of the instruments an index is computed from; none for an unknown code. */
  members(code: string): readonly SymbolCode[] {
    const { members = [] } = this.#basket(code) ?? {};
    return members.map((member) => this.#markets[member]!.listing.instrument.symbol);
  }

  #basket(code: string): Basket | undefined {
    return this.#baskets.find((basket) => basket.code === code);
  }

  #valueOf(basket: Basket): number {
    let worth = 0;
    for (const member of basket.members) {
      const { listing, day } = this.#markets[member]!;
      worth += listing.listedShares * day.last;
    }
    return hundredthsOf(basket, worth);
  }
}

function hundredthsOf({ first, startWorth }: Basket, worth: number): number {
  return Math.round((first * worth) / startWorth);
}

function basketsOf(markets: readonly IndexMember[]): Basket[] {
  const wanted = [
    { code: KOSPI_INDEX_CODE, name: '종합(KOSPI)', first: FIRST_KOSPI_HUNDREDTHS, market: 'KOSPI' },
    { code: KOSDAQ_INDEX_CODE, name: '종합(KOSDAQ)', first: FIRST_KOSDAQ_HUNDREDTHS, market: 'KOSDAQ' },
  ].map(({ market, ...index }) => ({
    ...index,
    has: (listing: Listing) => listing.instrument.market === market,
  }));
  const sectors = SECTORS.map(({ code, name }) => ({
    ...{ code, name, first: FIRST_SECTOR_HUNDREDTHS },
    has: (listing: Listing) => listing.sector === code,
  }));
  return [...wanted, ...sectors]
    .map(({ has, ...index }) => {
      const members = [...markets.keys()].filter((position) => {
        const { listing } = markets[position]!;
        return listing.instrument.kind === 'stock' && has(listing);
      });
      const worths = members.map((member) => startWorthOf(markets[member]!.listing));
      return { ...index, members, startWorth: worths.reduce((sum, worth) => sum + worth, 0) };
    })
    .filter(({ members }) => members.length > 0)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function startWorthOf({ listedShares, startPrice }: Listing): number {
  return listedShares * startPrice;
}

/** Walks through the members' bars by time; a member without a bar keeps its last close, at first its starting price. */
function indexBars(
  basket: Basket,
  markets: readonly IndexMember[],
  period: BarPeriod,
  barsOf: BarsOf,
): Bar[] {
  const moments = new Map<EpochMs, { opening: number; closing: number; volume: number }>();
  let worth = basket.startWorth;
  for (const member of basket.members) {
    const { listing } = markets[member]!;
    let last = listing.startPrice;
    for (const bar of barsOf(listing.instrument.symbol)) {
      let moment = moments.get(bar.start);
      if (moment === undefined) {
        moment = { opening: 0, closing: 0, volume: 0 };
        moments.set(bar.start, moment);
      }
      // Changes of worth: from the close before to the open, and on to the close.
      moment.opening += listing.listedShares * (bar.open - last);
      moment.closing += listing.listedShares * (bar.close - bar.open);
      moment.volume += bar.volume;
      last = bar.close;
    }
  }
  return [...moments.entries()]
    .sort(([a], [b]) => a - b)
    .map(([start, { opening, closing, volume }]) => {
      const open = hundredthsOf(basket, worth + opening);
      worth += opening + closing;
      const close = hundredthsOf(basket, worth);
      const [low, high] = [Math.min(open, close), Math.max(open, close)];
      return { symbol: basket.code, period, start, open, high, low, close, volume };
    });
}
