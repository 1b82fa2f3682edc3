// A live session put together: broker connection, ledger, engine, recording and operator mailbox, from the first login to
// the last snapshot. `runLiveSession` is the one place that names concrete parts; a session itself reaches the world only
// through what it is given, so that the simulation runs this same code in virtual time.

import { merge } from 'rxjs';
import { chartPages } from '#adapters/kiwoom/charts.ts';
import { connectKiwoom, type KiwoomConnection } from '#adapters/kiwoom/connect-kiwoom.ts';
import { KiwoomError } from '#adapters/kiwoom/errors.ts';
import type { Log } from '#adapters/kiwoom/log.ts';
import type { HttpTransport, SocketTransport } from '#adapters/kiwoom/transport.ts';
import { undiciTransport } from '#adapters/kiwoom/undici-transport.ts';
import { wsTransport } from '#adapters/kiwoom/ws-transport.ts';
import { lockLedger } from '#adapters/sqlite/ledger-lock.ts';
import type { OperatorMailbox } from '#adapters/sqlite/operator-mailbox.ts';
import { openSqliteLedger } from '#adapters/sqlite/sqlite-ledger.ts';
import { systemRandom } from '#adapters/system/random-jitter.ts';
import type { Credentials } from '#adapters/system/secrets.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import type { Bar } from '#domain/bar.ts';
import { periodMinutes } from '#domain/bar.ts';
import type { TradingCalendar } from '#domain/calendar.ts';
import type { EngineEvent } from '#domain/engine-event.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import { sessionHours } from '#domain/session.ts';
import { type Clock, kstDate, MINUTE_MS } from '#domain/time.ts';
import type { TradeDate } from '#domain/units.ts';
import { Engine } from '#engine/engine.ts';
import type { LedgerStore } from '#engine/ports.ts';
import { EngineRunner } from '#engine/runner.ts';
import type { HwangsoConfig } from './config.ts';
import { toEngineSettings } from './config-engine.ts';
import { rateLimits } from './rate-limits.ts';
import { Recorder, type RecordingHeader } from './recording.ts';
import { serverClock } from './server-clock.ts';

/** Market time after the close at which a day is ended: the closing auction ends up to 30 s late. */
const DAY_END_DELAY_MS = 2 * MINUTE_MS;
const MAILBOX_POLL_MS = 200;
/** Pauses between attempts at the first token: 1, 2, 4, 8 s. */
const LOGIN_PAUSE_MS = 1_000;
const LOGIN_PAUSE_MAX_MS = 8_000;
const CLOCK_POLL_MS = 1_000;
const STOP_PATIENCE_MS = 5_000;

export interface LiveSessionOptions {
  readonly config: HwangsoConfig;
  readonly credentials: Credentials;
  readonly calendar: TradingCalendar;
  readonly log: Log;
  /** Ends the session after the day was closed. */
  readonly untilClose: boolean;
  /** Stays connected through Kiwoom's nightly maintenance (05:00–05:15); for servers that have none. */
  readonly staysThroughNight: boolean;
  /** Sees every record once it is durable. */
  readonly onRecord: (record: LedgerRecord) => void;
  /** Sees the rare events a person wants to know of: connection, session. */
  readonly onEvent: (event: EngineEvent) => void;
}

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
  readonly #runner: EngineRunner;
  readonly #ended = Promise.withResolvers<SessionEnd>();
  #recorder: EventRecorder | null = null;
  /** Events that came before history was shown; null once they go straight in. */
  #early: EngineEvent[] | null = [];
  /** Set once asked to end. */
  #stopping = false;
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
      limits: rateLimits(config.broker.rate),
      ...credentials,
      clock: this.#clock,
      timers: wall,
      http: server?.follow(http) ?? http,
      socket,
      jitter,
      log: options.log,
    });
    this.#engine = new Engine(toEngineSettings(config, { calendar }), ledger.records());
    this.#runner = new EngineRunner(this.#engine, {
      ledger,
      broker: this.#kiwoom.broker,
      clock: this.#clock,
      onHandled: (event, step) => {
        this.#recorder?.record(event);
        for (const record of step.records) this.#onRecord(record);
      },
      onBroken: (error) => this.#ended.reject(error),
    });
  }

  /** Lives until the day was closed, until interrupted, or until something breaks. Called once. */
  async run(interrupted: AbortSignal): Promise<SessionEnd> {
    const stop = (): void => this.#stop();
    try {
      await this.#logIn(); // wrong keys are found out here, before anything else happens
      this.#begin();
      await this.#showHistory();
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

  /** The first token. A broker that is busy or away for a moment is asked again; one that says no is not. */
  async #logIn(): Promise<void> {
    const { wall } = this.#world;
    for (let pauseMs = LOGIN_PAUSE_MS; ; pauseMs *= 2) {
      try {
        await this.#kiwoom.token.get();
        return;
      } catch (error) {
        const mayPass = error instanceof KiwoomError && error.retryable && pauseMs <= LOGIN_PAUSE_MAX_MS;
        if (!mayPass) throw error;
        this.#options.log.warn({ code: error.shownCode, pauseMs }, `no token yet: ${error.message}`);
        await new Promise<void>((resolve) => wall.wakeAt(wall.now() + pauseMs, resolve));
      }
    }
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
    const feed = this.#kiwoom.feed({
      interests: this.#engine.interests(),
      ...(this.#options.staysThroughNight ? { quietHours: null } : {}),
    });
    const subscription = merge(feed.events$, this.#kiwoom.broker.events$).subscribe({
      next: (event) => this.#receive(event),
      error: (error: unknown) => this.#ended.reject(error),
    });
    this.#cleanUps.push(() => subscription.unsubscribe());
  }

  /** Past bars for the strategies, oldest first; live events wait meanwhile, so that nothing falls in between. */
  async #showHistory(): Promise<void> {
    for (const { symbol, period, bars } of this.#engine.host.warmUps()) {
      const past: Bar[] = [];
      const until = this.#clock.now();
      for await (const page of chartPages(this.#kiwoom.client, { symbol, period, until, adjusted: true })) {
        past.push(...page.bars);
        if (past.length >= bars + 1) break;
      }
      for (const bar of finishedBars(past, this.#clock.now()).slice(-bars)) {
        this.#push({ type: 'warm-up-bar', at: this.#clock.now(), bar });
      }
    }
    this.#push({ type: 'warm-up-finished', at: this.#clock.now() });
  }

  #goLive(): void {
    const early = this.#early ?? [];
    this.#early = null;
    for (const event of early) this.#receive(event);
    this.#pollMailbox();
    this.#planDayEnd();
    if (this.#options.config.broker.clock === 'server') this.#keepClockRight();
  }

  /** Answers carry the server's time; without one now and then a clock that was held or sped up would not be noticed. */
  #keepClockRight(): void {
    let cancel = (): void => undefined;
    const ask = (): void => {
      this.#kiwoom.client.call('kt00001', { queryKind: '3' }).catch((error: unknown) => {
        this.#options.log.debug({ error: String(error) }, 'the server was not asked for its time');
      });
      cancel = this.#world.wall.wakeAt(this.#world.wall.now() + CLOCK_POLL_MS, ask);
    };
    ask();
    this.#cleanUps.push(() => cancel());
  }

  #receive(event: EngineEvent): void {
    if (this.#early !== null) {
      this.#early.push(event);
      return;
    }
    this.#push(event);
    if (event.type === 'feed-up' || event.type === 'feed-down' || event.type === 'session')
      this.#options.onEvent(event);
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
    if (record.type === 'day-closed' && this.#options.untilClose) this.#ended.resolve('day-closed');
    const isSettled =
      this.#stopping && record.type === 'reconciled' && this.#engine.ledger.orders.open().length === 0;
    if (isSettled) this.#ended.resolve('stopped');
  }

  #pollMailbox(): void {
    const mailbox = this.#world.ledger.mailbox();
    let cancel = (): void => undefined;
    const poll = (): void => {
      mailbox.take(this.#clock.now(), (command) => this.#push(command));
      cancel = this.#world.wall.wakeAt(this.#world.wall.now() + MAILBOX_POLL_MS, poll);
    };
    poll();
    this.#cleanUps.push(() => cancel());
  }

  /** Ends today's trading day after its close, then the next one's, for as long as the session runs. */
  #planDayEnd(): void {
    const { calendar } = this.#options;
    const today = kstDate(this.#clock.now());
    let cancel = (): void => undefined;
    const plan = (date: TradeDate): void => {
      const endsAt = sessionHours(date).closeAt + DAY_END_DELAY_MS;
      cancel = this.#clock.wakeAt(endsAt, () => {
        this.#push({ type: 'day-ended', at: this.#clock.now(), tradeDate: date });
        plan(calendar.nextTradingDay(date));
      });
    };
    plan(calendar.isTradingDay(today) ? today : calendar.nextTradingDay(today));
    this.#cleanUps.push(() => cancel());
  }

  /** No new orders, working ones cancelled; ends once the books were held against the broker's, or after some patience. */
  #stop(): void {
    this.#stopping = true;
    this.#push({ type: 'stop', at: this.#clock.now(), reason: 'asked to end' });
    const giveUpAt = this.#world.wall.now() + STOP_PATIENCE_MS;
    this.#cleanUps.push(this.#world.wall.wakeAt(giveUpAt, () => this.#ended.resolve('stopped')));
  }
}

/** The bars that are over at `now`, oldest first, each once. */
function finishedBars(bars: readonly Bar[], now: number): Bar[] {
  const finished = bars.filter(({ start, period }) => {
    const minutes = periodMinutes(period);
    return minutes === null ? kstDate(start) < kstDate(now) : start + minutes * MINUTE_MS <= now;
  });
  const byStart = new Map(finished.map((bar) => [bar.start, bar]));
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}
