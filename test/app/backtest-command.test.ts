// The backtest command on a chart store of its own: the same configuration on the bars themselves and on the simulated
// market, and what is said of charts it cannot use.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openChartStore } from '#adapters/charts/chart-store.ts';
import { importCsv } from '#adapters/charts/import-csv.ts';
import { backtestFromStore } from '#app/backtest-command.ts';
import type { CliContext } from '#app/cli-context.ts';
import { parseConfig } from '#app/config/config.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const SYMBOL = '005930';
const DATES = ['2026-11-02', '2026-11-03', '2026-11-04'];

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

/** Whole days of minutes that swing up, then down, by a hundred won a minute. */
async function importMinutes(): Promise<void> {
  const rows = DATES.flatMap((date) =>
    Array.from({ length: 300 }, (_, index) => {
      const clock = `${String(9 + Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`;
      const open = 70_000 + 100 * (index < 150 ? index % 60 : 60 - (index % 60));
      return `${date}T${clock}:00+09:00,${open},${open + 200},${open - 200},${open + 100},4000`;
    }),
  );
  const input = join(folder, `${SYMBOL}.csv`);
  writeFileSync(input, `ts,open,high,low,close,volume\n${rows.join('\n')}\n`);
  using store = openChartStore(join(folder, 'charts.sqlite'));
  await importCsv({ input, store, period: '1m' });
}

function configOf(fills: string) {
  return parseConfig(
    `
data: ${JSON.stringify(folder)}
strategies:
  - name: cross
    module: moving-average-cross
    symbols: ['${SYMBOL}']
    capital: 50000000
    parameters: { fast: 5, slow: 20, period: 1m, size: { shares: 50 } }
risk: { maxExposure: 90000000, maxPositionValue: 90000000 }
backtest: { period: 1m, from: ${DATES[0]}, to: ${DATES[2]}, cash: 100000000, ${fills} }
`,
    join(folder, 'hwangso.yaml'),
  );
}

function shell(): { readonly context: CliContext; readonly said: string[] } {
  const said: string[] = [];
  const context = {
    lang: 'en',
    stderr: { write: (text: string) => said.push(text) },
    progress: () => ({ update: () => undefined, finish: () => undefined }),
  } as unknown as CliContext;
  return { context, said };
}

describe('fills', () => {
  it('on the market are those of its book, close to those on the bars and never the same price for all', async () => {
    await importMinutes();
    const { context, said } = shell();
    const onBars = await backtestFromStore(await configOf('slippageTicks: 0'), context);
    const onMarket = await backtestFromStore(await configOf('fills: market, seed: 5'), context);
    expect(said.join('')).toContain('charts of instruments: 1, days from minutes: 3');
    expect(onMarket.barCount).toBe(onBars.barCount);
    expect(onMarket.candles).toEqual(onBars.candles);
    expect(onBars.fills.length).toBeGreaterThan(4);
    // The same crossings: orders differ only in what the book gave for them.
    expect(Math.abs(onMarket.orderCount - onBars.orderCount)).toBeLessThanOrEqual(2);
    expect(onMarket.rejections).toEqual({});
    const priceOf = ({ amount, quantity }: { amount: number; quantity: number }) => amount / quantity;
    expect(onMarket.fills.map(priceOf)).not.toEqual(onBars.fills.map(priceOf));
  });

  it('on the market are the same in every run', async () => {
    await importMinutes();
    const { context } = shell();
    const config = await configOf('fills: market, seed: 5');
    const first = await backtestFromStore(config, context);
    expect(await backtestFromStore(config, context)).toEqual(first);
  });
});

it('without charts the store, the instrument and the period are named', async () => {
  const { context } = shell();
  await expect(backtestFromStore(await configOf('fills: market'), context)).rejects.toMatchObject({
    code: 'no-charts',
    message: expect.stringContaining(
      `expected 1m bars of ${SYMBOL} from ${DATES[0]} to ${DATES[2]}, found none`,
    ),
    text: { ko: expect.stringContaining(`${SYMBOL}의 ${DATES[0]}부터 ${DATES[2]}까지 1m 봉이 필요하지만`) },
  });
});
