// A whole world in virtual time, in one thread: the exchange, Kiwoom's protocol with trouble on the wire, and the live
// session that `hwangso run` runs, killed and started again as its plan says. Equal seeds give equal worlds.

import { silentLog } from '#adapters/kiwoom/log.ts';
import type { HttpTransport } from '#adapters/kiwoom/transport.ts';
import { KiwoomServerCore } from '#adapters/kiwoom-server/core.ts';
import { NO_FAULTS, seededFaults } from '#adapters/kiwoom-server/faults/faults.ts';
import { type HwangsoConfig, parseConfig } from '#app/config/config.ts';
import { LiveSession, type SessionEnd } from '#app/live/live-session.ts';
import type { RecordingHeader } from '#app/live/recording.ts';
import { krxCalendar } from '#domain/calendar.ts';
import type { EngineEvent } from '#domain/engine-event.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import { kstIso, kstMidnight, SECOND_MS } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import type { StrategySetup } from '#engine/strategy-host.ts';
import { createExchange, type Exchange } from '#exchange/exchange.ts';
import { DEFAULT_LISTINGS } from '#exchange/market/listing.ts';
import { Random } from '#exchange/random.ts';
import type { StrategyDefinition } from '#strategies/strategy.ts';
import { memoryHttp, memorySockets } from '#test/adapters/kiwoom-server/memory-transports.ts';
import { settled, VirtualClock } from '#test/support/virtual-clock.ts';
import { Killed, Life } from './life.ts';
import type { Plan, Shift } from './plan.ts';
import { strategy as restless } from './restless-strategy.ts';
import { type Storage, storageOf } from './storage.ts';

export const ACCOUNT = '1';
const KEY = { appKey: 'app-key', secretKey: 'secret-key', account: ACCOUNT };
const LISTINGS = DEFAULT_LISTINGS.slice(0, 4);
/** Named by no strategy's configuration: taken up and left while trading. */
const STRAYS = LISTINGS.slice(3).map(({ instrument }) => instrument.symbol);
const HISTORY_DAYS = 30;
const STEP_MS = 100;
/** Long enough to start, where it was starting, and then to stop. */
const STOP_MS_MAX = 180 * SECOND_MS;
const PACE = { perTr: 5, perTrBurst: 5, global: 20 };

const CONFIG = `
broker:
  domain: custom
  restUrl: http://127.0.0.1:1
  wsUrl: ws://127.0.0.1:1/api/dostk/websocket
  rate: { perTr: ${PACE.perTr}, perTrBurst: ${PACE.perTrBurst}, global: ${PACE.global} }
strategies:
  - name: breakout
    module: volatility-breakout
    symbols: ['005930', '000660', '035720']
    capital: 20000000
    order: market
    parameters: { k: 0.05, lastEntry: '15:00', exitAt: '15:15', size: { weight: 0.25 } }
  - name: trend
    module: moving-average-cross
    symbols: ['005930']
    capital: 20000000
    order: market
    parameters: { fast: 2, slow: 4, period: 1m, size: { weight: 0.4 } }
  - name: winners
    module: ranking-screen
    capital: 2000000
    parameters: { hold: 2, leaveBelow: 3, minPrice: 0, minTradedValue: 0, maxChange: 30 }
polls:
  - name: winners
    query: ka10027
    inputs:
      marketType: 000
      sortType: 1
      volumeCondition: 0000
      stockCondition: 0
      creditCondition: 0
      limitsIncluded: 1
      priceCondition: 0
      tradedValueCondition: 0
      exchangeType: 1
    every: 20
risk:
  maxPositionValue: 40000000
  maxExposure: 90000000
  maxOrdersPerDay: 5000
  dailyLossLimit: null
`;

/** One life of the engine, as seen from outside. */
export interface LifeStory {
  readonly recording: RecordingHeader;
  readonly events: readonly EngineEvent[];
}

/** What is left of a world when its days are over. */
export interface WorldOutcome {
  readonly exchange: Exchange;
  readonly config: HwangsoConfig;
  readonly records: readonly LedgerRecord[];
  readonly lives: readonly LifeStory[];
  /** Why lives ended that nobody killed. */
  readonly breakdowns: readonly string[];
}

export async function runWorld(plan: Plan): Promise<WorldOutcome> {
  const world = new World(plan, await configOf(plan));
  try {
    return await world.run();
  } finally {
    world.dispose();
  }
}

/**
 * The shipped configuration path with a polled ranking, and two restless strategies that share an instrument with each other
 * and with it, and take up one that nobody names.
 */
async function configOf({ seed, mood }: Plan): Promise<HwangsoConfig> {
  const config = await parseConfig(CONFIG, '/nowhere/world.yaml');
  const setup = (name: string, symbols: readonly string[]): StrategySetup => ({
    name,
    definition: restless as StrategyDefinition<unknown>,
    parameters: { seed, mood, maxShares: 40, strays: STRAYS },
    symbols,
    capital: 20_000_000,
    pricing: { type: 'market' },
  });
  const strategies = [
    ...config.strategies,
    setup('restless', ['005930', '000660']),
    setup('nervous', ['000660', '035720']),
  ];
  return { ...config, strategies };
}

interface RunningLife {
  readonly life: Life;
  readonly close: () => void;
  readonly interruption: AbortController;
  end: SessionEnd | Error | null;
}

class World {
  readonly #plan: Plan;
  readonly #config: HwangsoConfig;
  readonly #random: Random;
  readonly #clock: VirtualClock;
  readonly #exchange: Exchange;
  readonly #core: KiwoomServerCore;
  readonly #storage: Storage;
  readonly #lives: { recording: RecordingHeader; events: EngineEvent[] }[] = [];
  readonly #breakdowns: string[] = [];
  #crashesLeft: number;

  constructor(plan: Plan, config: HwangsoConfig) {
    this.#plan = plan;
    this.#config = config;
    this.#random = new Random(plan.seed, 'world');
    this.#crashesLeft = plan.crashes;
    const firstTradingDay = plan.dates[0]!;
    this.#clock = new VirtualClock(kstMidnight(firstTradingDay));
    this.#exchange = createExchange({
      seed: plan.seed,
      firstTradingDay,
      historyDays: HISTORY_DAYS,
      listings: LISTINGS,
      accounts: [{ id: ACCOUNT, cash: plan.cash }],
    });
    this.#core = new KiwoomServerCore({
      exchange: this.#exchange,
      clock: this.#clock,
      keys: [KEY],
      limits: { ...PACE, globalBurst: PACE.global },
      faults: Object.keys(plan.faults).length === 0 ? NO_FAULTS : seededFaults(plan.seed, plan.faults),
    });
    this.#storage = storageOf(plan.storage);
    for (const { at, type } of plan.operator) {
      this.#clock.wakeAt(at, () => this.#storage.post({ type, at, reason: 'the plan' }));
    }
  }

  async run(): Promise<WorldOutcome> {
    for (const shift of this.#plan.shifts) {
      await this.#passTo(shift.from);
      await this.#keepRunning(shift);
    }
    const ledger = this.#storage.open();
    const records = [...ledger.records()];
    ledger.close();
    return {
      exchange: this.#exchange,
      config: this.#config,
      records,
      lives: this.#lives,
      breakdowns: this.#breakdowns,
    };
  }

  dispose(): void {
    this.#core.dispose();
    this.#storage.dispose();
  }

  async #keepRunning(shift: Shift): Promise<void> {
    let running = this.#start(shift);
    while (this.#clock.now() < shift.until) {
      await this.#passTo(this.#clock.now() + STEP_MS);
      if (running.life.isAlive && running.end === null) continue;
      this.#bury(running);
      if (running.end === 'day-closed') return;
      if (running.end !== null && !(running.end instanceof Killed)) this.#breakDown(String(running.end));
      await this.#passTo(this.#clock.now() + this.#random.integer(this.#plan.downMsMax));
      running = this.#start(shift);
    }
    if (shift.endsWithDay) this.#breakDown('the day was never closed');
    else if (this.#plan.asksToStop) await this.#askToStop(running);
    this.#bury(running);
  }

  async #askToStop(running: RunningLife): Promise<void> {
    running.interruption.abort();
    await this.#passTo(this.#clock.now() + STOP_MS_MAX);
    const { end, life } = running;
    if (life.isAlive && end !== 'stopped') this.#breakDown(`asked to stop, it ended with ${String(end)}`);
  }

  #bury({ life, close }: RunningLife): void {
    life.kill();
    close();
  }

  #breakDown(reason: string): void {
    this.#breakdowns.push(`${kstIso(this.#clock.now())} ${reason}`);
  }

  #start(shift: Shift): RunningLife {
    const isDoomed = this.#crashesLeft > 0 && this.#clock.now() < shift.until;
    if (isDoomed) this.#crashesLeft--;
    const life = new Life(
      isDoomed ? 1 + this.#random.integer(this.#plan.momentsMax) : Number.POSITIVE_INFINITY,
    );
    const ledger = this.#storage.open();
    const interruption = new AbortController();
    const running: RunningLife = { life, close: () => ledger.close(), interruption, end: null };
    const session = new LiveSession(
      {
        config: this.#config,
        credentials: KEY,
        calendar: krxCalendar,
        log: silentLog,
        untilClose: true,
        staysThroughNight: true,
        onRecord: () => undefined,
        onEvent: () => undefined,
      },
      {
        wall: life.clock(this.#clock),
        jitter: () => this.#random.uniform(),
        http: life.http(this.#network()),
        socket: life.sockets(memorySockets(this.#core)),
        ledger: life.ledger(ledger),
        startRecording: (header) => this.#record(header),
      },
    );
    session.run(interruption.signal).then(
      (end) => {
        running.end = end;
      },
      (error: unknown) => {
        running.end = error instanceof Error ? error : new Error(String(error));
      },
    );
    return running;
  }

  /** A request arrives a little later, whoever sent it still lives or not, and finds the exchange at its own moment. */
  #network(): HttpTransport {
    const http = memoryHttp(this.#core);
    return {
      post: (...request) =>
        new Promise((resolve, reject) => {
          const latencyMs = 1 + this.#random.integer(this.#plan.latencyMsMax);
          this.#clock.wakeAt(this.#clock.now() + latencyMs, () => {
            this.#exchange.advanceTo(this.#clock.now());
            http.post(...request).then(resolve, reject);
          });
        }),
      close: () => http.close(),
    };
  }

  #record(header: Omit<RecordingHeader, 'format'>) {
    const events: EngineEvent[] = [];
    this.#lives.push({ recording: { format: 'hwangso.recording/1', ...header }, events });
    return {
      // As text, as a file would keep it: nothing of an event may live on by reference.
      record: (event: EngineEvent) => events.push(JSON.parse(JSON.stringify(event)) as EngineEvent),
      close: () => Promise.resolve(),
    };
  }

  /** Lets everything happen that is due until `at`; promises settle after each moment. */
  async #passTo(at: EpochMs): Promise<void> {
    await settled();
    while (this.#clock.now() < at) {
      const due = this.#clock.nextWakeAt ?? at; // in the past when somebody asked to be woken at once
      this.#clock.advanceTo(Math.min(at, Math.max(due, this.#clock.now())));
      this.#exchange.advanceTo(this.#clock.now());
      await settled();
    }
  }
}
