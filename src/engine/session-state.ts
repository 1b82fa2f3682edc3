// Which part of the trading day it is. The exchange's own word (0s, or a bar feed's session events) wins over our
// calendar while it is of today; without it the calendar and engine time decide.

import type { TradingCalendar } from '#domain/calendar.ts';
import type { SessionEvent, TradeEvent } from '#domain/market-event.ts';
import { SessionClock, type SessionPhase } from '#domain/session.ts';
import type { EpochMs, TradeDate } from '#domain/units.ts';

const TOLD: Readonly<Record<SessionEvent['phase'], SessionPhase | null>> = {
  'before-open': 'opening-auction',
  open: 'continuous',
  'closing-auction': 'closing-auction',
  closed: 'closed',
  other: null,
};

export class SessionState {
  phase: SessionPhase = 'closed';
  readonly #clock: SessionClock;
  #told: SessionPhase | null = null;
  #toldOn: TradeDate = '';

  constructor(calendar: TradingCalendar) {
    this.#clock = new SessionClock(calendar, 'KRX');
  }

  /** Takes the exchange's word. Codes that say nothing about order entry change nothing. */
  onSession(event: SessionEvent, tradeDate: TradeDate): void {
    const phase = TOLD[event.phase];
    if (phase === null) return;
    this.#told = phase;
    this.#toldOn = tradeDate;
    this.phase = phase;
  }

  /** A trade marked as of regular hours, while the calendar knows of no session, shows that there is one. */
  onTrade(event: TradeEvent, tradeDate: TradeDate): void {
    if (event.hours !== 'regular' || this.#told !== null || this.phase !== 'closed') return;
    this.#told = 'continuous';
    this.#toldOn = tradeDate;
    this.phase = 'continuous';
  }

  /** True when the exchange itself said, on `tradeDate`, that it is open: whatever our calendar thinks of that day. */
  isToldOpen(tradeDate: TradeDate): boolean {
    return this.#toldOn === tradeDate && this.#told !== null && this.#told !== 'closed';
  }

  /** Lets time pass. Returns true when the phase changed. */
  advanceTo(at: EpochMs, tradeDate: TradeDate): boolean {
    const before = this.phase;
    if (this.#told !== null && this.#toldOn !== tradeDate) this.#told = null;
    this.phase = this.#told ?? this.#clock.phaseAt(at);
    return this.phase !== before;
  }
}
