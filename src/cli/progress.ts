// Progress on the error stream: a bar where a person watches, a plain line every few seconds in a log.

import { SingleBar } from 'cli-progress';
import type { Progress } from '#app/cli-context.ts';
import type { EpochMs } from '#domain/units.ts';
import { formatCount } from './numbers.ts';

const PLAIN_EVERY_MS = 3_000;

/** Where progress is shown: a terminal, or anything that takes text. */
export type ProgressStream = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

/** Begins a display on `stream`. `now` tells the time; `total` is null when nobody knows it. */
export function startProgress(
  stream: ProgressStream,
  now: () => EpochMs,
  label: string,
  total: number | null,
): Progress {
  return stream.isTTY ? barProgress(stream, label, total) : plainProgress(stream, now, label, total);
}

function plainProgress(
  stream: ProgressStream,
  now: () => EpochMs,
  label: string,
  total: number | null,
): Progress {
  let lastAt = now();
  let isFinished = false;
  return {
    update(done, note) {
      if (isFinished || now() - lastAt < PLAIN_EVERY_MS) return;
      lastAt = now();
      stream.write(`${label}: ${countText(done, total, note)}\n`);
    },
    finish() {
      isFinished = true;
    },
  };
}

function barProgress(stream: ProgressStream, label: string, total: number | null): Progress {
  const bar = new SingleBar({
    stream: stream as NodeJS.WriteStream,
    format: total === null ? '{label}: {count}' : '{bar} {label}: {count}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
  });
  bar.start(total ?? 1, 0, { label, count: countText(0, total, undefined) });
  let isFinished = false;
  return {
    update(done, note) {
      if (!isFinished) bar.update(Math.min(done, total ?? 1), { count: countText(done, total, note) });
    },
    finish() {
      if (!isFinished) bar.stop();
      isFinished = true;
    },
  };
}

function countText(done: number, total: number | null, note: string | undefined): string {
  const count = total === null ? formatCount(done) : `${formatCount(done)} / ${formatCount(total)}`;
  return note === undefined ? count : `${count} · ${note}`;
}
