// The participants of one instrument's finished days. Those lived through are kept as totals; those of the history that a seed
// made are worked out from its daily bars when asked for; those of real bars nobody knows.

import type { Bar } from '#domain/bar.ts';
import type { Price, Quantity, TradeDate } from '#domain/units.ts';
import { closeForBase } from '../corporate/corporate-action.ts';
import type { PastDay } from '../day/bar-archive.ts';
import type { Listing } from '../market/listing.ts';
import type { MarketVenue } from '../orders/order-terms.ts';
import { Random } from '../random.ts';
import { Attribution } from './attribution.ts';
import { crowdOf } from './crowd.ts';
import { dealOut } from './deal-out.ts';
import { foreignSharesAtStart } from './foreign-holdings.ts';
import { Leanings } from './leanings.ts';
import type { Participation } from './participation.ts';
import { type SavedSheet, TurnoverSheet } from './turnover-sheet.ts';

const TWO_POW_32 = 0x1_0000_0000;

/** A finished day as it is saved. */
export interface SavedParticipantDay {
  readonly date: TradeDate;
  readonly KRX: SavedSheet;
  /** Absent where it was not traded there. */
  readonly NXT?: SavedSheet;
}

interface FinishedDay {
  readonly date: TradeDate;
  readonly KRX: TurnoverSheet;
  readonly NXT: TurnoverSheet | null;
}

/** One instrument's day on a market, by which chance deals out its trades. */
interface ChanceOfDay {
  readonly seed: number;
  readonly listing: Listing;
  readonly venue: MarketVenue;
  readonly date: TradeDate;
  /** The day's base price, won. */
  readonly base: Price;
}

/** What deals out the single trades of a day. */
export function attributionOf(day: ChanceOfDay): Attribution {
  const random = randomOf(day);
  const leanings = leaningsOf(day, random);
  return new Attribution(leanings, random.integer(TWO_POW_32));
}

function randomOf({ seed, listing, venue, date }: ChanceOfDay): Random {
  return new Random(seed, 'participants', listing.instrument.symbol, venue, date);
}

function leaningsOf({ listing, venue, base }: ChanceOfDay, random: Random): Leanings {
  return new Leanings(crowdOf(listing, venue), base, random);
}

export class ParticipantArchive {
  readonly #seed: number;
  readonly #listing: Listing;
  readonly #history: readonly PastDay[];
  /** Days of the history that were asked for. */
  readonly #made: Readonly<Record<MarketVenue, Map<TradeDate, TurnoverSheet>>> = {
    KRX: new Map(),
    NXT: new Map(),
  };
  readonly #lived: FinishedDay[];

  constructor(
    seed: number,
    listing: Listing,
    history: readonly PastDay[],
    lived: readonly SavedParticipantDay[],
  ) {
    this.#seed = seed;
    this.#listing = listing;
    this.#history = history;
    this.#lived = lived.map(({ date, KRX, NXT }) => ({
      date,
      KRX: sheetOf(KRX),
      NXT: NXT === undefined ? null : sheetOf(NXT),
    }));
  }

  add(date: TradeDate, KRX: TurnoverSheet, NXT: TurnoverSheet | null): void {
    this.#lived.push({ date, KRX, NXT });
  }

  /** The first day lived through; null before one has ended. */
  get firstLived(): TradeDate | null {
    return this.#lived[0]?.date ?? null;
  }

  /** Shares that foreigners held when the exchange began; null for funds. */
  get foreignSharesAtStart(): Quantity | null {
    return foreignSharesAtStart(this.#seed, this.#listing);
  }

  /** Days since `from`, oldest first; those of the history only when it `isMade` by a seed. */
  days(venue: MarketVenue, from: TradeDate, isMade: boolean): readonly Participation[] {
    const lived = this.#lived.filter(({ date }) => date >= from);
    const known = lived.flatMap((day) => day[venue]?.participation(day.date) ?? []);
    return isMade ? [...this.#historySince(venue, from), ...known] : known;
  }

  save(): readonly SavedParticipantDay[] {
    return this.#lived.map(({ date, KRX, NXT }) => ({
      date,
      KRX: KRX.save(),
      ...(NXT === null ? {} : { NXT: NXT.save() }),
    }));
  }

  #historySince(venue: MarketVenue, from: TradeDate): Participation[] {
    const made = this.#made[venue];
    return this.#history.flatMap((day, index) => {
      const { date } = day;
      const daily = venue === 'KRX' ? day.daily : day.onNxt?.daily;
      if (date < from || daily === undefined || daily.volume === 0) return [];
      // Both markets begin a day from KRX's close before.
      const before = this.#history[index - 1];
      const base =
        before === undefined
          ? daily.open
          : closeForBase(this.#listing, { date: before.date, close: before.daily.close }, date);
      const sheet = made.get(date) ?? this.#make(venue, date, base, daily);
      made.set(date, sheet);
      return sheet.participation(date);
    });
  }

  #make(venue: MarketVenue, date: TradeDate, base: Price, daily: Bar): TurnoverSheet {
    const chance = { seed: this.#seed, listing: this.#listing, venue, date, base };
    const { open, high, low, close, volume } = daily;
    // A bar keeps no value: its middle price stands in, as for every past day.
    const value = Math.round((open + high + low + close) / 4) * volume;
    const sheet = new TurnoverSheet();
    dealOut(sheet, leaningsOf(chance, randomOf(chance)), close, volume, value);
    return sheet;
  }
}

function sheetOf(saved: SavedSheet): TurnoverSheet {
  const sheet = new TurnoverSheet();
  sheet.resume(saved);
  return sheet;
}
