// How an exchange is kept: every second, less often where keeping it takes long, and what is said where it cannot be written.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExchangeInputError } from '#app/exchange/exchange-input-error.ts';
import { saveRegularly, saveState } from '#app/exchange/exchange-state.ts';
import { tlsIn } from '#app/exchange/exchange-tls.ts';
import { createExchange } from '#exchange/exchange.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';

function saving(tookMs: number) {
  const virtual = new VirtualClock(0);
  let spent = 0;
  const clock = {
    now: () => virtual.now() + spent,
    wakeAt: (at: number, wake: () => void) => virtual.wakeAt(at - spent, wake),
  };
  const savedAt: number[] = [];
  const save = () => {
    savedAt.push(clock.now());
    spent += tookMs;
  };
  const stop = saveRegularly(clock, save, (error) => expect.unreachable(error.message));
  return { virtual, savedAt, stop };
}

describe('a kept exchange', () => {
  it.each([
    [0, [0, 1_000, 2_000, 3_000]],
    [50, [0, 1_050, 2_100, 3_150]],
    [100, [0, 2_100, 4_200]],
    [400, [0, 8_400]],
  ])('whose saving takes %i ms is saved at %j', (tookMs, expected) => {
    const { virtual, savedAt } = saving(tookMs);
    while (savedAt.length < expected.length) virtual.advanceBy(500);
    expect(savedAt.slice(0, expected.length)).toEqual(expected);
  });

  it('is saved no more once that is ended', () => {
    const { virtual, savedAt, stop } = saving(0);
    stop();
    virtual.advanceBy(10_000);
    expect(savedAt).toEqual([0]);
  });

  it('is tried again where it could not be written, and says so once each time it begins to fail', () => {
    const clock = new VirtualClock(0);
    const path = join(fileInTheWay(), 'state.json');
    const seen: string[] = [];
    let saves = 0;
    const save = () => {
      saves += 1;
      if (saves !== 3) saveState(path, anExchange(), []);
    };
    const stop = saveRegularly(clock, save, (error) => seen.push(error.describe('en')));
    clock.advanceBy(4_000);
    stop();
    expect(saves).toBe(5);
    expect(seen).toHaveLength(2);
    for (const text of seen) expect(text).toContain(`${path} cannot be written to (E`);
  });

  it.each([
    ['its state', (file: string) => saveState(join(file, 'state.json'), anExchange(), [])],
    ['its certificate', (file: string) => tlsIn(file, 0)],
    ['its certificate, deeper', (file: string) => tlsIn(join(file, 'tls'), 0)],
  ])('says where a file stands in the way of %s', (_what, write) => {
    const file = fileInTheWay();
    expect(() => write(file)).toThrow(
      expect.objectContaining<Partial<ExchangeInputError>>({ code: 'not-writable', retryable: false }),
    );
  });
});

/** A file where a folder would have to be: nobody can write there, not even root. */
function fileInTheWay(): string {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  return file;
}

function anExchange() {
  return createExchange({ seed: 1, historyDays: 0, firstTradingDay: '2026-03-03', accounts: [] });
}
