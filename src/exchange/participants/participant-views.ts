// The participants as the exchange's visitors ask for them: those of the running day, of the days before it, and what foreigners
// hold by them.

import type { SymbolCode, TradeDate } from '#domain/units.ts';
import type { ShareRatio } from '../corporate/corporate-action.ts';
import { type CountedFrom, inNewShares, ratiosBetween } from '../corporate/share-counts.ts';
import type { MarketVenue } from '../orders/order-terms.ts';
import type { TradingFloor } from '../trading-floor.ts';
import { type ForeignHolding, foreignHoldings } from './foreign-holdings.ts';
import type { ParticipantsApi, Participation, RunningParticipation, Turnover } from './participation.ts';

export class ParticipantViews implements ParticipantsApi {
  readonly #floor: TradingFloor;

  constructor(floor: TradingFloor) {
    this.#floor = floor;
  }

  today(symbol: SymbolCode, venue: MarketVenue = 'KRX'): RunningParticipation | null {
    const market = this.#floor.market(symbol);
    return (venue === 'KRX' ? market?.day : market?.nxt)?.participants ?? null;
  }

  days(symbol: SymbolCode, venue: MarketVenue = 'KRX', from: TradeDate = ''): readonly Participation[] {
    return this.#days(symbol, venue, from, 'on');
  }

  foreignHoldings(symbol: SymbolCode, from: TradeDate = ''): readonly ForeignHolding[] {
    const market = this.#floor.market(symbol);
    const known = market?.participants;
    const atStart = known?.foreignSharesAtStart ?? null;
    if (market === undefined || known === undefined || atStart === null) return [];
    const begun = known.firstLived ?? this.#floor.tradeDate;
    const since = from < begun ? from : begun;
    const days = (['KRX', 'NXT'] as const).flatMap((venue) => {
      const today = this.today(symbol, venue);
      const past = this.#days(symbol, venue, since, 'deliveredOn');
      return today === null ? past : [...past, today.totals];
    });
    const ratios = ratiosBetween(market.listing, '', this.#floor.tradeDate, 'deliveredOn');
    return foreignHoldings(inNewShares(atStart, ratios), begun, days).filter(({ date }) => date >= from);
  }

  /** The days of the past, in shares of today. */
  #days(symbol: SymbolCode, venue: MarketVenue, from: TradeDate, by: CountedFrom): readonly Participation[] {
    const market = this.#floor.market(symbol);
    if (market === undefined) return [];
    const days = market.participants.days(venue, from, !market.day.isScripted);
    if (market.listing.actions === undefined) return days;
    return days.map((day) =>
      inSharesOfToday(day, ratiosBetween(market.listing, day.date, this.#floor.tradeDate, by)),
    );
  }
}

/** Shares bought and sold as so many of today's; won stay what they were. */
function inSharesOfToday(day: Participation, ratios: readonly ShareRatio[]): Participation {
  if (ratios.length === 0) return day;
  const now = <T extends Turnover>(one: T): T => ({
    ...one,
    bought: inNewShares(one.bought, ratios),
    sold: inNewShares(one.sold, ratios),
  });
  const all = <Kind extends string>(by: Readonly<Record<Kind, Turnover>>) =>
    Object.fromEntries(Object.entries<Turnover>(by).map(([kind, one]) => [kind, now(one)])) as Record<
      Kind,
      Turnover
    >;
  return {
    ...day,
    members: day.members.map(now),
    kinds: all(day.kinds),
    programs: all(day.programs),
    housePrograms: all(day.housePrograms),
  };
}
