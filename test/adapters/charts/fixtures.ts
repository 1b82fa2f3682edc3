// Bars and temporary stores for the tests of the chart store.

import { join } from 'node:path';
import type { Bar, BarPeriod } from '#domain/bar.ts';
import { addDays, kstMidnight, kstMoment } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

export const SYMBOL = '005930';

/** A bar of SYMBOL that closes at `close`. */
export function bar(period: BarPeriod, start: EpochMs, close = 70_000, volume = 1_000): Bar {
  return { symbol: SYMBOL, period, start, open: close, high: close + 100, low: close - 100, close, volume };
}

/** The day bar that is `index` calendar days after 2026-01-01. */
export function dayBar(index: number, close = 70_000 + index): Bar {
  return bar('1d', kstMidnight(addDays('2026-01-01', index)), close);
}

/** The one-minute bar `index` minutes after 09:00 on 2026-01-05. */
export function minuteBar(index: number, close = 70_000 + index): Bar {
  return bar('1m', kstMoment('2026-01-05', '0900') + index * 60_000, close);
}

/** A path in a folder that goes away with the test. */
export function temporaryPath(name = 'charts.db'): string {
  return join(temporaryFolder(), name);
}
