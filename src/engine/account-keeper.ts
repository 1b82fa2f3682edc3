// Keeps our books and the broker's in agreement: asks for snapshots, takes them in, looks again before calling something
// a difference, and opens and closes trading days.

import type { BrokerSnapshot, SnapshotOccasion } from '#domain/broker-event.ts';
import type { EpochMs, TradeDate, Won } from '#domain/units.ts';
import { DayBook } from './day-book.ts';
import type { EngineSettings } from './engine-settings.ts';
import type { LedgerState } from './ledger-state.ts';
import type { MarketState } from './market-state.ts';
import type { OrderTracker } from './order-tracker.ts';
import { blocking, Reconciler } from './reconciler.ts';
import type { RiskPicture } from './risk-picture.ts';
import type { SessionState } from './session-state.ts';
import type { StepLog } from './step-log.ts';

/** What a snapshot showed. `looking-again`: it differs, but the lists lag, so another one is coming first. */
export type Agreement = 'agrees' | 'differs' | 'looking-again';

const RECHECK_MS = 5_000;
const RECHECKS = 3;

export class AccountKeeper {
  readonly #settings: EngineSettings;
  readonly #ledger: LedgerState;
  readonly #market: MarketState;
  readonly #risk: RiskPicture;
  readonly #tracker: OrderTracker;
  readonly #session: SessionState;
  readonly #log: StepLog;
  readonly #reconciler: Reconciler;
  readonly #dayBook: DayBook;
  #recheckAt: EpochMs | null = null;
  #rechecksLeft = RECHECKS;
  #dayEndAsked = false;
  #isCutOff = false;

  constructor(
    settings: EngineSettings,
    ledger: LedgerState,
    market: MarketState,
    risk: RiskPicture,
    tracker: OrderTracker,
    session: SessionState,
    log: StepLog,
  ) {
    this.#settings = settings;
    this.#ledger = ledger;
    this.#market = market;
    this.#risk = risk;
    this.#tracker = tracker;
    this.#session = session;
    this.#log = log;
    this.#reconciler = new Reconciler(settings, ledger, tracker, log);
    this.#dayBook = new DayBook(settings, ledger, market, log);
  }

  /** Without the feed nobody tells us of fills: whatever agreed may differ by now, and nothing agrees until it is back. */
  onDisconnected(): void {
    this.#isCutOff = true;
    this.#risk.reconciled = false;
    this.#risk.forget();
  }

  /** Connected, for the first time or again: nothing is known to agree until a snapshot says so. */
  onConnected(): void {
    this.#isCutOff = false;
    this.#rechecksLeft = RECHECKS;
    this.#ask(this.#ledger.lastSnapshot === null ? 'start' : 'reconnect');
  }

  /** The session is about to end: the broker's last word, so that the books end as they stand. */
  onStop(): void {
    if (this.#ledger.opened) this.#ask('periodic');
  }

  /** Takes the broker's word in and says whether the books agree with it now. */
  onSnapshot(snapshot: BrokerSnapshot): Agreement {
    this.#beginDayOf(snapshot);
    const differences = this.#reconciler.reconcile(snapshot, this.#market.clockSkew);
    this.#risk.onSellable({
      at: snapshot.at,
      sellable: Object.fromEntries(snapshot.holdings.map(({ symbol, sellable }) => [symbol, sellable])),
    });
    const differs = blocking(differences).length > 0;
    if (differs && this.#rechecksLeft > 0) {
      // The lists of one snapshot are not of one moment, and they lag: look again before calling it a difference.
      this.#rechecksLeft--;
      this.#recheck();
      return 'looking-again';
    }
    const { tradeDate } = snapshot;
    this.#log.record({ type: 'reconciled', at: this.#log.now, tradeDate, snapshot, differences });
    this.#risk.reconciled = !differs && !this.#isCutOff;
    this.#rechecksLeft = RECHECKS;
    if (snapshot.occasion === 'day-end' || this.#dayEndAsked) this.#closeDay(tradeDate);
    return differs ? 'differs' : 'agrees';
  }

  /** The broker could not answer: asked again a little later. */
  onSnapshotFailed(): void {
    this.#recheck();
  }

  /** Books the last differences as an adjustment with the operator's reason, then looks again. */
  explain(reason: string): void {
    if (!this.#dayBook.explain(reason)) return;
    this.#rechecksLeft = RECHECKS;
    this.#ask('reconnect');
  }

  /** Opening cash where there is no broker to ask. */
  deposit(amount: Won): void {
    this.#dayBook.deposit(amount);
    this.#risk.reconciled = true;
    this.openDayIfNew();
  }

  openDayIfNew(): void {
    const { tradeDate } = this.#log;
    if (tradeDate !== this.#ledger.tradeDate && this.#isTradingDay(tradeDate)) {
      this.#openDay(tradeDate);
    }
  }

  /**
   * The trading day is over: the broker's last word is asked for, and the day closed with it. Said again in the evening, the
   * word is asked for once more, so that what filled after the close is in it.
   */
  endDay(tradeDate: TradeDate): void {
    if (tradeDate !== this.#ledger.tradeDate) return;
    if (this.#ledger.lastClosedDate === tradeDate) return this.#ask('periodic');
    this.#dayEndAsked = true;
    this.#rechecksLeft = RECHECKS;
    this.#log.effect({ type: 'take-snapshot', tradeDate, occasion: 'day-end' });
  }

  /** Asks what is due: a lookup of orders in doubt, another look at a difference. */
  onTime(now: EpochMs): void {
    const { lookupAt } = this.#tracker;
    const looksUp = lookupAt !== null && lookupAt <= now;
    const rechecks = this.#recheckAt !== null && this.#recheckAt <= now;
    if (looksUp) this.#tracker.lookupAt = null;
    if (rechecks) this.#recheckAt = null;
    if (looksUp || rechecks) this.#ask(this.#dayEndAsked ? 'day-end' : 'lookup');
  }

  nextDue(): EpochMs | null {
    return this.#recheckAt;
  }

  #beginDayOf(snapshot: BrokerSnapshot): void {
    const isFirst = !this.#ledger.opened;
    if (isFirst) this.#dayBook.open(snapshot);
    for (const { symbol, price } of snapshot.holdings) {
      const market = this.#market.of(symbol);
      // Holdings of no strategy have no feed, but count in equity; at the close the broker's price is the one that counts.
      if (market.last === null || snapshot.occasion === 'day-end') market.last = price;
    }
    if (snapshot.tradeDate > this.#ledger.tradeDate) this.#openDay(snapshot.tradeDate);
    if (isFirst) this.#reconciler.acknowledgeOpening(snapshot);
  }

  #openDay(tradeDate: TradeDate): void {
    this.#dayEndAsked = false;
    this.#log.record({ type: 'day-opened', at: this.#log.now, tradeDate, equity: this.#risk.equity() });
  }

  #closeDay(tradeDate: TradeDate): void {
    this.#dayEndAsked = false;
    if (this.#ledger.lastClosedDate !== tradeDate) this.#dayBook.close(tradeDate, this.#risk.equity());
  }

  #recheck(): void {
    this.#recheckAt = this.#log.now + RECHECK_MS;
  }

  #ask(occasion: SnapshotOccasion): void {
    this.#log.effect({ type: 'take-snapshot', tradeDate: this.#currentTradeDate(), occasion });
  }

  /** By our calendar, or because the exchange says that it is open. */
  #isTradingDay(date: TradeDate): boolean {
    return this.#settings.calendar.isTradingDay(date) || this.#session.isToldOpen(date);
  }

  /** Today, or the last trading day when today is none. */
  #currentTradeDate(): TradeDate {
    const { tradeDate } = this.#log;
    const { calendar } = this.#settings;
    return this.#isTradingDay(tradeDate) ? tradeDate : calendar.previousTradingDay(tradeDate);
  }
}
