import { describe, expect, it } from 'vitest';
import { interruptSignalOf } from '#cli/interrupt.ts';
import { startProgress } from '#cli/progress.ts';

describe('progress in a log', () => {
  it('is a line every three seconds, and none after the end', () => {
    const lines: string[] = [];
    let now = 0;
    const stream = { isTTY: false, write: (line: string) => lines.push(line) };
    const progress = startProgress(stream as never, () => now, 'bars', 2_000);

    for (now = 0; now <= 7_000; now += 500) progress.update(now / 5, '005930');
    progress.finish();
    now = 60_000;
    progress.update(2_000);

    expect(lines).toEqual(['bars: 600 / 2,000 · 005930\n', 'bars: 1,200 / 2,000 · 005930\n']);
  });
});

describe('a request to end', () => {
  it('is listened for only once a command asks, aborts first, and ends the process the second time', () => {
    const listeners = new Map<string, () => void>();
    const exits: number[] = [];
    const signal = interruptSignalOf({
      on: (event, listener) => listeners.set(event, listener),
      exit: (code) => exits.push(code) as never,
    });
    expect(listeners.size).toBe(0);

    const aborted = signal();
    expect(signal()).toBe(aborted);
    listeners.get('SIGINT')!();
    expect([aborted.aborted, exits]).toEqual([true, []]);

    listeners.get('SIGTERM')!();
    expect(exits).toEqual([130]);
  });
});
