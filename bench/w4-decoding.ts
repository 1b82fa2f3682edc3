// W4: frames as the socket hands them over to typed events. Beside the decoder of the feed: the long way over JSON.parse,
// and JSON.parse alone, which makes no event. The same frames in the same run; both decoders must make the same events.

import { isDeepStrictEqual } from 'node:util';
import { FrameScanner } from '../src/adapters/kiwoom/decode/scan-frame.ts';
import { kstMoment } from '../src/domain/time.ts';
import { bookFrame } from './lib/book-frame.ts';
import { decodeByParsing, decodeLikeFeed } from './lib/decode-frames.ts';
import { percentile, print, seconds, summary } from './lib/measure.ts';
import { tradeFrame } from './lib/trade-frame.ts';

const RUNS = 9;
/** Rounds over the frames in a run; one run before them is not counted. */
const ROUNDS = 50;
const FRAMES = 2_000;
const SYMBOLS = 90;
const AT = kstMoment('2026-03-03', '100000');

type Decode = (frame: Uint8Array) => unknown;

export function benchDecoding(): void {
  print(
    `\nW4  bytes to events, ${RUNS} runs of ${(FRAMES * ROUNDS).toLocaleString('en-US')} frames, ${SYMBOLS} instruments`,
  );
  benchType(
    '0B',
    framesOf((symbol, price, at) => tradeFrame(symbol, price, at)),
  );
  benchType(
    '0D',
    framesOf((symbol, price, at) => bookFrame(symbol, price, 100, at)),
  );
}

/** Frames of many instruments, prices and times: no two alike. */
function framesOf(make: (symbol: string, price: number, at: number) => Buffer): readonly Buffer[] {
  return Array.from({ length: FRAMES }, (_, i) =>
    make(String(5_930 + (i % SYMBOLS) * 10).padStart(6, '0'), 71_000 + (i % 500) * 100, AT + i * 1_000),
  );
}

function benchType(type: string, frames: readonly Buffer[]): void {
  const scanner = new FrameScanner();
  const ways: readonly (readonly [name: string, decode: Decode])[] = [
    ['hwangso, bytes to events', (frame) => decodeLikeFeed(scanner, frame, AT)],
    ['JSON.parse, then events', (frame) => decodeByParsing(frame, AT)],
    ['JSON.parse alone, no events', (frame) => JSON.parse(frame.toString())],
  ];
  const same = frames.every((frame) =>
    isDeepStrictEqual(scanner.scan(frame, AT), decodeByParsing(frame, AT)),
  );
  const rates = ways.map((): number[] => []);
  for (let run = -1; run < RUNS; run++) {
    for (const [index, [, decode]] of ways.entries()) {
      const taken = seconds(() => decodeAll(frames, decode));
      if (run >= 0) rates[index]!.push((frames.length * ROUNDS) / 1e6 / taken);
    }
  }
  const bytes = Math.round(frames.reduce((sum, frame) => sum + frame.length, 0) / frames.length);
  print(`    ${type}, ${bytes.toLocaleString('en-US')} bytes a frame`);
  const alone = percentile(rates.at(-1)!, 0.5);
  for (const [index, [name]] of ways.entries()) {
    const ratio = (percentile(rates[index]!, 0.5) / alone).toFixed(1);
    print(`      ${name.padEnd(28)} ${summary(rates[index]!, 2)} M frames/s, ${ratio} x JSON.parse alone`);
  }
  if (same) return;
  print('      the events DIFFER');
  process.exitCode = 1;
}

function decodeAll(frames: readonly Buffer[], decode: Decode): void {
  for (let round = 0; round < ROUNDS; round++) for (const frame of frames) decode(frame);
}
