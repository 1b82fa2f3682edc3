// Lets exchange time follow the wall clock at a factor, in small steps. The mapping is anchored: after a pause, or when the
// machine was held up for long, it starts again from where the exchange stands, so time never leaps.

import type { Clock } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import type { ExchangeApi } from '#exchange/contract.ts';

/** Exchange milliseconds a wall-clock millisecond; `max` is as fast as the machine goes. */
export type DriverSpeed = number | 'max';

export interface ExchangeDriverOptions {
  readonly exchange: Pick<ExchangeApi, 'now' | 'advanceTo'>;
  readonly clock: Clock;
  readonly speed: DriverSpeed;
  /** Wall-clock milliseconds between steps. */
  readonly stepMs?: number;
  /** Pauses by itself, once, when exchange time reaches this moment (the end of the day, say). */
  readonly pauseAt?: EpochMs | null;
  /** Told when the driver pauses by itself. */
  readonly paused?: () => void;
  /** Told after every step. */
  readonly stepped?: () => void;
}

const STEP_MS = 20;
/** Exchange milliseconds of one step at `max`. */
const MAX_SPEED_STEP_MS = 1_000;
/**
 * At `max`, how long steps follow each other before clients are heard, wall-clock milliseconds; and how much exchange time may
 * pass by then. A timer for every step would make a quiet Sunday take minutes.
 */
const MAX_SPEED_TURN = { wallMs: 10, exchangeMs: 60_000 } as const;
/** Wall-clock time that is made up for at most; what is beyond (a sleeping machine) is left out. */
const LAG_MS_MAX = 1_000;

/** Drives one exchange. Starts paused. */
export class ExchangeDriver {
  readonly #options: ExchangeDriverOptions;
  readonly #stepMs: number;
  #speed: DriverSpeed;
  #pauseAt: EpochMs;
  #wallAnchor: EpochMs = 0;
  #exchangeAnchor: EpochMs = 0;
  #lastStepAt: EpochMs = 0;
  #stopTimer: (() => void) | null = null;

  constructor(options: ExchangeDriverOptions) {
    this.#options = options;
    this.#stepMs = options.stepMs ?? STEP_MS;
    this.#speed = options.speed;
    this.#pauseAt = options.pauseAt ?? Number.POSITIVE_INFINITY;
  }

  get isRunning(): boolean {
    return this.#stopTimer !== null;
  }

  /** The factor time runs at, or will when it is resumed. */
  get speed(): DriverSpeed {
    return this.#speed;
  }

  /** Changes the factor from here on. */
  set speed(speed: DriverSpeed) {
    this.#speed = speed;
    this.#anchor();
  }

  /** The factor as `x-exchange-clock` names it; `0` while paused. */
  get speedText(): string {
    return this.isRunning ? String(this.#speed) : '0';
  }

  /** Lets time run from where the exchange stands. */
  resume(): void {
    if (this.isRunning) return;
    this.#anchor();
    this.#schedule();
  }

  /** Holds time; the exchange stays where it is. */
  pause(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
  }

  /** Sets when to pause by itself next; null for never. */
  pauseAt(at: EpochMs | null): void {
    this.#pauseAt = at ?? Number.POSITIVE_INFINITY;
  }

  #anchor(): void {
    const { clock, exchange } = this.#options;
    this.#wallAnchor = clock.now();
    this.#lastStepAt = this.#wallAnchor;
    this.#exchangeAnchor = exchange.now;
  }

  #schedule(): void {
    const { clock } = this.#options;
    const wait = this.#speed === 'max' ? 0 : this.#stepMs;
    this.#stopTimer = clock.wakeAt(clock.now() + wait, () => this.#turn());
  }

  #turn(): void {
    const { clock, exchange } = this.#options;
    // Scheduled first: a listener of the exchange may pause the driver.
    this.#schedule();
    const [wallEnd, exchangeEnd] = [
      clock.now() + MAX_SPEED_TURN.wallMs,
      exchange.now + MAX_SPEED_TURN.exchangeMs,
    ];
    do this.#step();
    while (this.#speed === 'max' && this.isRunning && clock.now() < wallEnd && exchange.now < exchangeEnd);
  }

  #step(): void {
    const { exchange, paused, stepped } = this.#options;
    const target = this.#target();
    if (target > exchange.now) exchange.advanceTo(target);
    stepped?.();
    if (exchange.now < this.#pauseAt) return;
    this.#pauseAt = Number.POSITIVE_INFINITY;
    this.pause();
    paused?.();
  }

  #target(): EpochMs {
    const { exchange, clock } = this.#options;
    const speed = this.#speed;
    if (speed === 'max') return Math.min(exchange.now + MAX_SPEED_STEP_MS, this.#pauseAt);
    const wall = clock.now();
    if (wall - this.#lastStepAt > LAG_MS_MAX) this.#wallAnchor += wall - this.#lastStepAt - LAG_MS_MAX;
    this.#lastStepAt = wall;
    const target = this.#exchangeAnchor + Math.floor((wall - this.#wallAnchor) * speed);
    return Math.min(target, this.#pauseAt);
  }
}
