// A live session put together: broker connection, ledger, engine, recording and operator mailbox, from the first login to
// the last snapshot. `runLiveSession` is the one place that names concrete parts; a session itself reaches the world only
// through what it is given, so that the simulation runs this same code in virtual time.

import { merge } from 'rxjs';
import type { RequestPlan } from '#adapters/kiwoom/budget/request-plan.ts';
import { connectKiwoom, type KiwoomConnection } from '#adapters/kiwoom/connect-kiwoom.ts';
import type { KiwoomFeed } from '#adapters/kiwoom/kiwoom-feed.ts';
import type { Log } from '#adapters/kiwoom/log.ts';
import { undiciTransport } from '#adapters/kiwoom/rest/undici-transport.ts';
import { wsTransport } from '#adapters/kiwoom/socket/ws-transport.ts';
import type { HttpTransport, SocketTransport } from '#adapters/kiwoom/transport.ts';
import { lockLedger } from '#adapters/sqlite/ledger-lock.ts';
import type { OperatorMailbox } from '#adapters/sqlite/operator-mailbox.ts';
import { openSqliteLedger } from '#adapters/sqlite/sqlite-ledger.ts';
import { systemRandom } from '#adapters/system/random-jitter.ts';
import type { Credentials } from '#adapters/system/secrets.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import type { TradingCalendar } from '#domain/calendar.ts';
import type { EngineEvent, OperatorCommand } from '#domain/engine-event.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import type { Clock } from '#domain/time.ts';
import { Engine } from '#engine/engine.ts';
import type { LedgerStore } from '#engine/ports.ts';
import { EngineRunner } from '#engine/runner.ts';
import type { HwangsoConfig } from '../config/config.ts';
import { toEngineSettings } from '../config/config-engine.ts';
import { firstToken } from './first-token.ts';
import { PastBars } from './past-bars.ts';
import { rateLimits, registrationLimits } from './rate-limits.ts';
import { Recorder, type RecordingHeader } from './recording.ts';
import { clockPollMs, planRun, RequestPlanError } from './run-plan.ts';
import { serverClock } from './server-clock.ts';
import { endDays, keepClockRight, pollMailbox } from './session-chores.ts';
import { SessionNews } from './session-news.ts';
import { assertStrategiesStart } from './strategy-start.ts';

const STOP_PATIENCE_MS = 5_000;

export interface LiveSessionOptions {
  readonly config: HwangsoConfig;
  readonly credentials: Credentials;
  readonly calendar: TradingCalendar;
  readonly log: Log;
  /** Ends the session after the day was closed; at once, when it was closed before and the books are equal. */
  readonly untilClose: boolean;
  /** Stays connected through Kiwoom's nightly maintenance (05:00–05:15); for servers that have none. */
  readonly staysThroughNight: boolean;
  /** Sees every record once it is durable. */
  readonly onRecord: (record: LedgerRecord) => void;
  /** What the session is for instead of trading until it is stopped; null for a session that trades. */
  readonly errand?: Errand | null;
  /** Shown what the run will ask of the rate limits, before anything is sent. */
  readonly onPlan?: (plan: RequestPlan) => void;
  /** Sees the rare events a person wants to know of: connection, session. */
  readonly onEvent: (event: EngineEvent) => void;
}

/**
 * Something a session is opened for. Begun once the books are equal to the broker's; when it is through, the session ends
 * and leaves working orders as they are.
 */
export type Errand = (push: (command: OperatorCommand) => void, interrupted: AbortSignal) => Promise<void>;

/** How a session ended. */
export type SessionEnd = 'day-closed' | 'stopped' | 'connection-lost';

/** Where the events of a session are kept for a replay. */
export interface EventRecorder {
  record(event: EngineEvent): void;
  close(): Promise<void>;
}

/** Everything concrete that a session touches: time, chance, the network and its files. */
export interface LiveWorld {
  readonly wall: Clock;
  readonly jitter: () => number;
  readonly http: HttpTransport;
  readonly socket: SocketTransport;
  readonly ledger: LedgerStore & { mailbox(): Pick<OperatorMailbox, 'take'> };
  /** Begins a recording; null when none is wanted. */
  readonly startRecording: (header: Omit<RecordingHeader, 'format'>) => EventRecorder | null;
}

/** Runs a live session to its end. Rejects when something broke: configuration, login, ledger, an invariant. */
export async function runLiveSession(
  options: LiveSessionOptions,
  interrupted: AbortSignal,
): Promise<SessionEnd> {
  const { config, log } = options;
  using _lock = lockLedger(config.data.ledger);
  const ledger = openSqliteLedger(config.data.ledger);
  try {
    const session = new LiveSession(options, {
      wall: systemClock(),
      jitter: systemRandom(),
      http: undiciTransport(config.broker.restUrl),
      socket: wsTransport,
      ledger,
      startRecording: (header) => {
        if (!config.record) return null;
        return new Recorder(config.data.recordings, header, (error) =>
          log.error({ code: 'recording-failed' }, `the recording ends here: ${error.message}`),
        );
      },
    });
    return await session.run(interrupted);
  } finally {
    ledger.close();
  }
}

/** One life of the engine, from login to the end. */
export class LiveSession {
  readonly #options: LiveSessionOptions;
  readonly #world: LiveWorld;
  readonly #clock: Clock;
  readonly #kiwoom: KiwoomConnection;
  readonly #engine: Engine;
  readonly #feed: KiwoomFeed;
  readonly #past: PastBars;
  readonly #runner: EngineRunner;
  readonly #ended = Promise.withResolvers<SessionEnd>();
  #recorder: EventRecorder | null = null;
  /** Events that came before history was shown; null once they go straight in. */
  #early: EngineEvent[] | null = [];
  readonly #news = new SessionNews();
  /** Set once asked to end. */
  #stopping = false;
  #hasBegunErrand = false;
  #interrupted: AbortSignal = new AbortController().signal;
  readonly #cleanUps: (() => void)[] = [];

  constructor(options: LiveSessionOptions, world: LiveWorld) {
    const { config, credentials, calendar } = options;
    const { wall, http, socket, jitter, ledger } = world;
    this.#options = options;
    this.#world = world;
    const server = config.broker.clock === 'server' ? serverClock(wall) : null;
    this.#clock = server?.clock ?? wall;
    this.#kiwoom = connectKiwoom({
      restUrl: config.broker.restUrl,
      wsUrl: config.broker.wsUrl,
      limits: rateLimits(config.broker),
      registrationLimits: registrationLimits(config.broker),
      ...credentials,
      clock: this.#clock,
      timers: wall,
      http: server?.follow(http) ?? http,
      socket,
      jitter,
      ...(options.staysThroughNight ? { quietHours: null } : {}),
      log: options.log,
    });
    this.#engine = new Engine(toEngineSettings(config, { calendar }), ledger.records());
    this.#feed = this.#kiwoom.feed({ interests: this.#engine.interests() });
    const { client } = this.#kiwoom;
    const push = (event: EngineEvent): void => this.#push(event);
    const onBroken = (error: unknown): void => this.#ended.reject(error);
    this.#past = new PastBars({ client, clock: this.#clock, log: options.log, push, onBroken });
    this.#runner = new EngineRunner(this.#engine, {
      ledger,
      broker: this.#kiwoom.broker,
      feed: this.#feed,
      history: this.#past,
      clock: this.#clock,
      onHandled: (event, step) => {
        this.#recorder?.record(event);
        for (const record of step.records) this.#onRecord(record);
      },
      onBroken,
    });
  }

  /** Lives until the day was closed, until interrupted, or until something breaks. Called once. */
  async run(interrupted: AbortSignal): Promise<SessionEnd> {
    const isErrand = this.#options.errand != null;
    const stop = (): void => (isErrand ? this.#giveUpErrand() : this.#stop());
    this.#interrupted = interrupted;
    try {
      this.#plan();
      // Wrong keys are found out here, before anything else happens.
      await firstToken(this.#kiwoom.token, this.#world.wall, this.#options.log);
      this.#begin();
      // Live events wait meanwhile, so that nothing falls in between.
      await this.#past.showAll(this.#engine.host.warmUps());
      this.#goLive();
      if (interrupted.aborted) stop();
      else interrupted.addEventListener('abort', stop, { once: true });
      return await this.#ended.promise;
    } finally {
      interrupted.removeEventListener('abort', stop);
      this.#runner.stop();
      for (const cleanUp of this.#cleanUps.reverse()) cleanUp();
      await this.#recorder?.close();
      await this.#kiwoom.close();
    }
  }

  /** Throws StrategyStartError, or RequestPlanError when the rate limits cannot carry the run. */
  #plan(): void {
    assertStrategiesStart(this.#engine);
    const { config, onPlan } = this.#options;
    const instruments = this.#engine.interests().filter(({ type }) => type === 'instrument').length;
    const warmUps = this.#engine.host.warmUps();
    const plan = planRun(config, { instruments, warmUps, polls: config.polls });
    onPlan?.(plan);
    if (plan.problems.length > 0) throw new RequestPlanError(plan);
  }

  #begin(): void {
    const tip = this.#world.ledger.tip();
    const startedAt = this.#clock.now();
    this.#recorder = this.#world.startRecording({ startedAt, ledger: tip });
    this.#push({
      type: 'engine-started',
      at: startedAt,
      ledgerRecords: tip.records,
      ledgerDigest: tip.digest,
    });
    const subscription = merge(this.#feed.events$, this.#kiwoom.broker.events$).subscribe({
      next: (event) => this.#receive(event),
      error: (error: unknown) => this.#ended.reject(error),
    });
    this.#cleanUps.push(() => subscription.unsubscribe());
  }

  #goLive(): void {
    const early = this.#early ?? [];
    this.#early = null;
    for (const event of early) this.#receive(event);
    const { wall, ledger } = this.#world;
    const { config, calendar, log } = this.#options;
    const clock = this.#clock;
    const push = (event: EngineEvent): void => this.#push(event);
    this.#cleanUps.push(pollMailbox(ledger.mailbox(), { clock, wall, push }));
    this.#cleanUps.push(endDays(calendar, { clock, push }));
    if (config.broker.clock !== 'server') return;
    this.#cleanUps.push(
      keepClockRight(this.#kiwoom.client, { everyMs: clockPollMs(config.broker), wall, log }),
    );
  }

  #receive(event: EngineEvent): void {
    if (this.#early !== null) {
      this.#early.push(event);
      return;
    }
    this.#push(event);
    if (this.#news.isNews(event)) this.#options.onEvent(event);
    if (event.type === 'feed-down' && event.final) this.#ended.resolve('connection-lost');
  }

  /** Whatever breaks in the engine or the ledger ends the session: nothing may go on from a half-done step. */
  #push(event: EngineEvent): void {
    try {
      this.#runner.push(event);
    } catch (error) {
      this.#runner.stop();
      this.#ended.reject(error);
    }
  }

  #onRecord(record: LedgerRecord): void {
    this.#options.onRecord(record);
    if (this.#options.untilClose && this.#endsDay(record)) this.#ended.resolve('day-closed');
    const isSettled =
      this.#stopping && record.type === 'reconciled' && this.#engine.ledger.orders.ours().length === 0;
    if (isSettled) this.#ended.resolve('stopped');
    if (record.type === 'reconciled') this.#beginErrand();
  }

  /** The day is closed with this record, or was before this life began, whose books are the broker's. */
  #endsDay(record: LedgerRecord): boolean {
    if (record.type !== 'reconciled') return record.type === 'day-closed';
    const isEqual = record.differences.every(({ subject }) => subject === 'holding-cost');
    return isEqual && this.#engine.ledger.lastClosedDate === record.tradeDate;
  }

  /** Once: the books were held against the broker's, so that risk has something to judge by. */
  #beginErrand(): void {
    const { errand } = this.#options;
    if (errand == null || this.#hasBegunErrand || this.#interrupted.aborted) return;
    this.#hasBegunErrand = true;
    errand((command) => this.#push({ ...command, at: this.#clock.now() }), this.#interrupted).then(
      () => this.#ended.resolve('stopped'),
      (error: unknown) => this.#ended.reject(error),
    );
  }

  /** An errand that has begun hears of the interruption itself and ends what it does. */
  #giveUpErrand(): void {
    if (!this.#hasBegunErrand) this.#ended.resolve('stopped');
  }

  /** No new orders, working ones cancelled; ends once the books were held against the broker's, or after some patience. */
  #stop(): void {
    this.#stopping = true;
    this.#push({ type: 'stop', at: this.#clock.now(), reason: 'asked to end' });
    const giveUpAt = this.#world.wall.now() + STOP_PATIENCE_MS;
    this.#cleanUps.push(this.#world.wall.wakeAt(giveUpAt, () => this.#ended.resolve('stopped')));
  }
}
