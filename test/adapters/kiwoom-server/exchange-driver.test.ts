// Exchange time behind wall-clock time: the factor, pauses, and a machine that was asleep.

import { describe, expect, it } from 'vitest';
import { ExchangeDriver, type ExchangeDriverOptions } from '#adapters/kiwoom-server/exchange-driver.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';

function driver(options: Partial<ExchangeDriverOptions> = {}) {
  const clock = new VirtualClock(5_000);
  const exchange = {
    now: 1_000_000,
    steps: [] as number[],
    advanceTo(at: number) {
      this.steps.push(at);
      this.now = at;
    },
  };
  return { clock, exchange, driver: new ExchangeDriver({ exchange, clock, speed: 10, ...options }) };
}

describe('the driver', () => {
  it('lets ten exchange milliseconds pass for one of the wall, every 20 ms', () => {
    const world = driver();
    world.driver.resume();
    world.clock.advanceBy(100);
    expect(world.exchange.steps).toEqual([1_000_200, 1_000_400, 1_000_600, 1_000_800, 1_001_000]);
    expect(world.driver.speedText).toBe('10');
  });

  it('stands still while paused, and goes on from there', () => {
    const world = driver();
    world.driver.resume();
    world.clock.advanceBy(100);
    world.driver.pause();
    expect(world.driver.speedText).toBe('0');
    world.clock.advanceBy(60_000);
    expect(world.exchange.now).toBe(1_001_000);
    world.driver.resume();
    world.clock.advanceBy(100);
    expect(world.exchange.now).toBe(1_002_000);
  });

  it('pauses by itself at the moment it was told, and never beyond', () => {
    let told = 0;
    const world = driver({ pauseAt: 1_000_550, paused: () => told++ });
    world.driver.resume();
    world.clock.advanceBy(1_000);
    expect([world.exchange.now, world.driver.isRunning, told]).toEqual([1_000_550, false, 1]);
    world.driver.resume();
    world.clock.advanceBy(100);
    expect(world.exchange.now).toBe(1_001_550);
  });

  it('makes up for one second of a machine that was held up, and leaves the rest out', () => {
    let heldUp = 0;
    const world = driver();
    const clock = { now: () => world.clock.now() + heldUp, wakeAt: world.clock.wakeAt.bind(world.clock) };
    const late = new ExchangeDriver({ exchange: world.exchange, clock, speed: 10 });
    late.resume();
    heldUp = 3_600_000;
    world.clock.advanceBy(20);
    expect(world.exchange.now).toBe(1_000_000 + 10 * 1_000);
  });

  it('at max takes a second of exchange time at each step', () => {
    const world = driver({ speed: 'max', pauseAt: 1_005_500 });
    world.driver.resume();
    world.clock.advanceBy(0);
    expect(world.exchange.steps).toEqual([1_001_000, 1_002_000, 1_003_000, 1_004_000, 1_005_000, 1_005_500]);
    expect(world.driver.isRunning).toBe(false);
  });

  it('at max takes a minute of steps in one turn where nothing happens, and stops when it is paused in it', () => {
    const world = driver({ speed: 'max' });
    const turns = { count: 0 };
    const clock = {
      now: () => world.clock.now(),
      wakeAt(_at: number, wake: () => void) {
        turns.count++;
        return world.clock.wakeAt(world.clock.now() + 1, wake);
      },
    };
    const quick = new ExchangeDriver({ exchange: world.exchange, clock, speed: 'max' });
    quick.resume();
    world.clock.advanceBy(3);
    expect([world.exchange.now, turns.count]).toEqual([1_000_000 + 3 * 60_000, 4]);
    quick.pause();
    const pausing = new ExchangeDriver({
      ...{ exchange: world.exchange, clock, speed: 'max' },
      stepped: () => pausing.pause(),
    });
    pausing.resume();
    world.clock.advanceBy(5);
    expect(world.exchange.now).toBe(1_000_000 + 3 * 60_000 + 1_000);
  });

  it('at max lets clients be heard after ten milliseconds of a busy market', () => {
    const world = driver({ speed: 'max' });
    let spent = 0;
    const clock = {
      now: () => world.clock.now() + spent,
      wakeAt: (_at: number, wake: () => void) => world.clock.wakeAt(world.clock.now() + 1, wake),
    };
    const busy = new ExchangeDriver({
      ...{ exchange: world.exchange, clock, speed: 'max' },
      stepped: () => (spent += 4),
    });
    busy.resume();
    world.clock.advanceBy(1);
    expect(world.exchange.steps).toHaveLength(3);
  });
});
