// The fold: one synchronous function that takes one event through the data path — market, strategies, sizing, risk,
// orders, books — and returns the records to keep and the effects to perform. It reads no clock, no random number and no
// port, so the same events always give the same records.

import { unreachable } from '#domain/assert.ts';
import type { BrokerSnapshot } from '#domain/broker-event.ts';
import type { EngineEvent } from '#domain/engine-event.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import type { ConnectionEvent, SessionEvent } from '#domain/market-event.ts';
import { OPERATOR } from '#domain/order.ts';
import { DAY_MS, kstDate, kstMidnight } from '#domain/time.ts';
import type { EpochMs, SymbolCode } from '#domain/units.ts';
import { AccountKeeper } from './account-keeper.ts';
import type { EngineSettings } from './engine-settings.ts';
import { KillSwitch } from './kill-switch.ts';
import { LedgerState } from './ledger-state.ts';
import { MarketState } from './market-state.ts';
import { OperatorDesk } from './operator-desk.ts';
import { OrderDesk } from './order-desk.ts';
import { OrderDispatch } from './order-dispatch.ts';
import { OrderTracker } from './order-tracker.ts';
import { PollDesk } from './poll-desk.ts';
import type { MarketInterest } from './ports.ts';
import { RiskPicture } from './risk-picture.ts';
import { SessionState } from './session-state.ts';
import { type Step, StepLog } from './step-log.ts';
import { StrategyHost } from './strategy-host.ts';
import { WatchList } from './watch-list.ts';

export class Engine {
  readonly ledger = new LedgerState();
  readonly market: MarketState;
  readonly risk: RiskPicture;
  readonly host: StrategyHost;
  readonly #settings: EngineSettings;
  readonly #session: SessionState;
  readonly #log: StepLog;
  readonly #dispatch: OrderDispatch;
  readonly #desk: OrderDesk;
  readonly #operator: OperatorDesk;
  readonly #polls: PollDesk;
  readonly #watches: WatchList;
  readonly #tracker: OrderTracker;
  readonly #account: AccountKeeper;
  readonly #killSwitch: KillSwitch;
  #dayFrom: EpochMs = 0;
  #dayUntil: EpochMs = 0;
  #warmedUp = false;
  #wakeAt: EpochMs | null = null;
  #phaseChanged = false;

  /** `past` are the records of the ledger so far: the engine begins knowing what they say. */
  constructor(settings: EngineSettings, past: Iterable<LedgerRecord> = []) {
    for (const record of past) this.ledger.apply(record);
    this.#settings = settings;
    this.market = new MarketState(settings.barPeriod);
    this.risk = new RiskPicture(this.market, this.ledger);
    const { ledger, market, risk } = this;
    const session = new SessionState(settings.calendar);
    const log = new StepLog(ledger);
    const dispatch = new OrderDispatch(settings, ledger, risk, log);
    const tracker = new OrderTracker(settings, ledger, market, risk, log);
    this.#session = session;
    this.#log = log;
    this.#dispatch = dispatch;
    this.#tracker = tracker;
    this.#polls = new PollDesk(settings.polls ?? [], log);
    this.#watches = new WatchList(market, (symbol) => this.#isNeeded(symbol));
    this.host = new StrategyHost(settings.strategies, market, ledger, this.#watches, this.#polls);
    this.#desk = new OrderDesk(settings, ledger, risk, dispatch);
    this.#operator = new OperatorDesk(settings, ledger, risk, dispatch, log);
    this.#account = new AccountKeeper(settings, ledger, market, risk, tracker, session, log);
    this.#killSwitch = new KillSwitch(ledger, log, this.#desk, this.#operator, this.#account);
    const names = [...settings.strategies.map(({ name }) => name), OPERATOR];
    for (const symbol of ledger.instrumentsOf(names)) this.#watches.need(symbol);
    this.host.start();
  }

  /** What the feed was told to watch; before the first event, what it should begin with. */
  interests(): readonly MarketInterest[] {
    return this.#watches.told();
  }

  /** Takes one event. The returned step is good until the next call. */
  handle(event: EngineEvent): Step {
    this.#log.clear();
    this.#passTimeTo(event.at);
    this.host.enter(this.#log.now, this.#log.tradeDate);
    this.#take(event);
    if (this.#phaseChanged) this.#takePhase();
    if (this.host.scheduler.actions.length > 0) this.host.scheduler.advanceTo(this.#log.now);
    if (this.host.pending.length > 0) this.#takeSignals(event.type === 'warm-up-bar');
    if (this.#tracker.due.length > 0) this.#takeDue();
    this.host.leave();
    this.#killSwitch.haltForNew(this.host.failures);
    if (this.#log.now >= this.#polls.dueAt) this.#polls.ask();
    this.#watches.tell(this.#log, this.#log.records.length > 0);
    if (event.type !== 'bar') this.#planWake();
    return this.#log;
  }

  #take(event: EngineEvent): void {
    switch (event.type) {
      case 'bar':
        this.market.onBar(event);
        return this.#desk.onFreshData(event.bar.symbol);
      case 'trade':
        this.#session.onTrade(event, this.#log.tradeDate);
        if (this.risk.phase !== this.#session.phase) this.#onToldPhase();
        this.market.onTrade(event);
        return this.#desk.onFreshData(event.symbol);
      case 'quote':
        return this.market.onQuote(event);
      case 'book':
        return this.market.onBook(event);
      case 'instrument':
        this.market.onInstrument(event);
        this.#operator.onInstrument(event.instrument.symbol);
        return this.#desk.onFreshData(event.instrument.symbol);
      case 'session':
        return this.#onSession(event);
      case 'poll-answered':
      case 'poll-failed':
        return this.#polls.onReply(event);
      case 'stream':
      case 'condition':
        return this.host.topics.onNews(event);
      case 'watch-refused':
        return this.host.refusals$.next(event);
      case 'volatility-interruption':
        return this.host.volatilityInterruptions$.next(event);
      case 'feed-up':
      case 'feed-down':
      case 'rate-limited':
      case 'token-renewed':
        return this.#onConnection(event);
      case 'order-acknowledged':
        return this.#tracker.onAcknowledged(event);
      case 'order-rejected':
      case 'order-withdrawn':
        return this.#tracker.onNotTaken(event);
      case 'order-outcome-unknown':
        return this.#tracker.onOutcomeUnknown(event);
      case 'engine-started':
      case 'index':
      case 'cancel-acknowledged':
        return;
      case 'cancel-failed':
        if (event.definite) this.#dispatch.onCancelRefused(event.orderId);
        return this.#tracker.onCancelFailed(event);
      case 'order-notice':
        return this.#tracker.onNotice(event);
      case 'balance-notice':
        return this.risk.onBalance(event.symbol, event.sellable);
      case 'orderable-answered':
        this.risk.onOrderable(event);
        return this.#onAnswer('orderable', event.symbol);
      case 'sellable-answered':
        this.risk.onSellable(event);
        return this.#onAnswer('sellable', null);
      case 'query-failed':
        if (event.query === 'snapshot') return this.#account.onSnapshotFailed();
        this.#dispatch.onAnswered(event.query, event.symbol);
        this.#desk.onUnanswered(event.query, event.symbol, event.retryable);
        return this.#operator.onAnswer(event.query, event.symbol, !event.retryable);
      case 'broker-snapshot':
        return this.#onSnapshot(event);
      case 'halt':
        return this.#killSwitch.halt(event.reason);
      case 'resume':
        return this.#killSwitch.resume(event.reason);
      case 'stop':
        return this.#killSwitch.stop();
      case 'explain':
        return this.#account.explain(event.reason);
      case 'place-order':
        this.#watches.need(event.symbol);
        return this.#operator.place(event);
      case 'cancel-order':
        return this.#operator.cancel(event);
      case 'warm-up-bar':
        return this.market.pushBar(this.market.of(event.bar.symbol), event.bar);
      case 'warm-up-finished':
        this.#warmedUp = true;
        return this.#startTradingWhenReady();
      case 'history-shown':
        this.#watches.onHistoryShown(event.symbol);
        return this.#desk.reconsider(); // what its past made a strategy want
      case 'cash-deposited':
        return this.#account.deposit(event.amount);
      case 'day-ended':
        this.market.closeDay();
        return this.#account.endDay(event.tradeDate);
      case 'timer':
        return this.#onTimer();
      default:
        return unreachable(event);
    }
  }

  #passTimeTo(at: EpochMs): void {
    if (at > this.#log.now) this.#log.now = at;
    const { now } = this.#log;
    if (now >= this.#dayUntil || now < this.#dayFrom) {
      this.#log.tradeDate = kstDate(now);
      this.#dayFrom = kstMidnight(this.#log.tradeDate);
      this.#dayUntil = this.#dayFrom + DAY_MS;
      if (this.risk.reconciled) this.#account.openDayIfNew();
    }
    this.risk.now = now;
    if (this.#session.advanceTo(now, this.#log.tradeDate)) this.#onPhase();
  }

  /** What is held, worked in or wanted stays watched, also when nobody listens to it. */
  #isNeeded(symbol: SymbolCode): boolean {
    if (this.ledger.held(symbol) > 0 || this.ledger.orders.openIn(symbol).length > 0) return true;
    return this.#desk.waitsIn(symbol) || this.#operator.waitsIn(symbol);
  }

  #onPhase(): void {
    this.risk.phase = this.#session.phase;
    this.#polls.onPhase(this.#session.phase);
    this.#phaseChanged = true;
  }

  /** The exchange's word may open a day that our calendar does not know. */
  #onToldPhase(): void {
    this.#onPhase();
    if (this.risk.reconciled) this.#account.openDayIfNew();
  }

  /** Targets that waited for another part of the day are due, once the event that brought it was taken in. */
  #takePhase(): void {
    this.#phaseChanged = false;
    if (this.risk.phase !== 'closed') this.#desk.reconsider();
  }

  #onSession(event: SessionEvent): void {
    this.#session.onSession(event, this.#log.tradeDate);
    this.host.sessions$.next(event);
    if (this.risk.phase !== this.#session.phase) this.#onPhase();
  }

  #onConnection(event: ConnectionEvent): void {
    this.host.connection$.next(event);
    if (event.type === 'feed-down') {
      this.#account.onDisconnected();
      this.#watches.onFeedDown(event.at);
      if (event.final) this.#killSwitch.halt(`the connection to the broker ended for good: ${event.reason}`);
    }
    if (event.type === 'feed-up' || event.type === 'feed-down') this.#polls.onFeed(event.type === 'feed-up');
    if (event.type === 'feed-up') {
      this.#account.onConnected();
      this.#watches.onFeedUp(this.#log);
    }
  }

  /** The broker answered a question of risk. */
  #onAnswer(question: 'orderable' | 'sellable', symbol: SymbolCode | null): void {
    this.#dispatch.onAnswered(question, symbol);
    this.#desk.onAnswer(question, symbol);
    this.#operator.onAnswer(question, symbol, false);
  }

  #onSnapshot(snapshot: BrokerSnapshot): void {
    this.#dispatch.onSnapshot();
    const agreement = this.#account.onSnapshot(snapshot);
    if (agreement === 'differs') this.#desk.trading = false;
    if (agreement === 'agrees') this.#startTradingWhenReady();
  }

  #startTradingWhenReady(): void {
    if (!this.#warmedUp || !this.risk.reconciled || this.#killSwitch.isStopping) return;
    this.#desk.trading = true;
    if (this.ledger.haltReason !== null) this.#desk.cancelAll();
    this.#desk.reconsider();
  }

  #takeSignals(areOfPast: boolean): void {
    const { pending } = this.host;
    for (let i = 0; i < pending.length; i++) {
      const signal = pending[i]!;
      this.#watches.need(signal.signal.symbol);
      const bad = this.#desk.onSignal(signal, areOfPast);
      if (bad !== null) this.host.failures.push({ strategy: signal.setup.name, message: bad });
    }
    pending.length = 0;
  }

  #takeDue(): void {
    const { due } = this.#tracker;
    for (let i = 0; i < due.length; i++) this.#desk.onOrderNews(due[i]!);
    due.length = 0;
    this.#operator.onOrderNews();
    this.#killSwitch.onOrderNews();
  }

  #onTimer(): void {
    this.#wakeAt = null;
    const { now } = this.#log;
    this.market.closeBarsUntil(now + this.market.clockSkew - this.#settings.barDelayMs);
    this.#tracker.onTime(now);
    this.#account.onTime(now);
    this.#operator.onTime(now);
  }

  #planWake(): void {
    const barEnd = this.market.nextBarEnd();
    const next = Math.min(
      barEnd === null ? Infinity : barEnd - this.market.clockSkew + this.#settings.barDelayMs,
      this.#tracker.nextDue() ?? Infinity,
      this.#account.nextDue() ?? Infinity,
      this.#operator.nextDue() ?? Infinity,
      this.#polls.dueAt,
      this.host.scheduler.nextDue() ?? Infinity,
    );
    if (next === Infinity || (this.#wakeAt !== null && this.#wakeAt <= next)) return;
    this.#wakeAt = next;
    this.#log.effect({ type: 'wake-at', at: next });
  }
}
