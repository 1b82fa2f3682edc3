// The participants as the exchange's visitors ask for them: those of the running day, of the days before it, and what foreigners
// hold by them.

import type { SymbolCode, TradeDate } from '#domain/units.ts';
import type { MarketVenue } from '../orders/order-terms.ts';
import type { TradingFloor } from '../trading-floor.ts';
import { type ForeignHolding, foreignHoldings } from './foreign-holdings.ts';
import type { ParticipantsApi, Participation, RunningParticipation } from './participation.ts';

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
    const market = this.#floor.market(symbol);
    return market?.participants.days(venue, from, !market.day.isScripted) ?? [];
  }

  foreignHoldings(symbol: SymbolCode, from: TradeDate = ''): readonly ForeignHolding[] {
    const known = this.#floor.market(symbol)?.participants;
    const atStart = known?.foreignSharesAtStart ?? null;
    if (known === undefined || atStart === null) return [];
    const begun = known.firstLived ?? this.#floor.tradeDate;
    const since = from < begun ? from : begun;
    const days = (['KRX', 'NXT'] as const).flatMap((venue) => {
      const today = this.today(symbol, venue);
      const past = this.days(symbol, venue, since);
      return today === null ? past : [...past, today.totals];
    });
    return foreignHoldings(atStart, begun, days).filter(({ date }) => date >= from);
  }
}
