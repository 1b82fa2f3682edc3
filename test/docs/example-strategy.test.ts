// The example that people copy runs in a backtest, as a file outside the project that has nothing installed beside it.

import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR_MS, kstDate, kstTimeOfDay } from '#domain/time.ts';
import { environment } from '#test/support/environment.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { ROOT } from './papers.ts';
import { minuteCsv, SAMPLE_DAYS } from './sample-charts.ts';

const folder = temporaryFolder(afterAll);
beforeAll(() => {
  copyFileSync(join(ROOT, 'examples/my-strategy.ts'), join(folder, 'my-strategy.ts'));
  const config = readFileSync(join(ROOT, 'examples/my-strategy.yaml'), 'utf8').replace(
    /^data: .*$/m,
    'data: .',
  );
  writeFileSync(join(folder, 'my-strategy.yaml'), config);
  for (const symbol of ['005930', '000660']) writeFileSync(join(folder, `${symbol}.csv`), minuteCsv());
});

function hwangso(...words: readonly string[]): {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  const entry = join(ROOT, 'src/cli/main.ts');
  return spawnSync(process.execPath, [entry, ...words], {
    cwd: folder,
    env: environment(),
    encoding: 'utf8',
  });
}

interface DayEnd {
  readonly date: string;
  readonly equity: number;
  readonly cash: number;
  readonly exposure: number;
}

interface Result {
  readonly roundTrips: readonly { readonly openedAt: number; readonly closedAt: number | null }[];
  readonly equity: readonly DayEnd[];
}

describe('examples/my-strategy.ts', { timeout: 120_000 }, () => {
  it('buys after a fall, sells after the recovery, and holds nothing over night', () => {
    const imported = hwangso('charts', 'import', '005930.csv', '000660.csv', '--store', 'charts.sqlite');
    expect(imported.status, imported.stderr).toBe(0);

    const ran = hwangso('backtest', 'my-strategy.yaml', '--json');
    expect(ran.status, ran.stderr).toBe(0);
    const { roundTrips, equity } = JSON.parse(ran.stdout) as Result;
    expect(equity.map(({ date }) => date)).toEqual(SAMPLE_DAYS);
    for (const day of equity) expect(day.equity).toBe(day.cash);
    expect(Math.max(...equity.map(({ exposure }) => exposure))).toBeGreaterThan(0);
    expect(roundTrips.length).toBeGreaterThanOrEqual(2 * (SAMPLE_DAYS.length - 1));
    for (const { openedAt, closedAt } of roundTrips) {
      expect(kstTimeOfDay(openedAt)).toBeLessThan(13 * HOUR_MS);
      expect(kstTimeOfDay(closedAt!)).toBeGreaterThan(kstTimeOfDay(openedAt));
      expect(kstDate(closedAt!)).toBe(kstDate(openedAt));
    }
  });
});
