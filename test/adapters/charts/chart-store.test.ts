// The chart store: a bar stored twice is one, the newer wins, starts ascend, and damage is named.

import { writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { columnsToBars } from '#adapters/charts/bar-columns.ts';
import { openChartStore } from '#adapters/charts/chart-store.ts';
import { translatingErrors } from '#adapters/charts/chart-store-error.ts';
import type { Bar } from '#domain/bar.ts';
import type { Instrument } from '#domain/instrument.ts';
import { kstMidnight } from '#domain/time.ts';
import { dayBar, minuteBar, SYMBOL, temporaryPath } from './fixtures.ts';

function memoryStore() {
  const store = openChartStore(':memory:');
  onTestFinished(() => store.close());
  return store;
}

describe('bars', () => {
  test('come back as stored, whatever the pages they arrived in', () => {
    const update = fc.record({
      index: fc.integer({ min: 0, max: 40_000 }),
      close: fc.integer({ min: 200, max: 9_999 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(update, { maxLength: 20 }), { maxLength: 8 }), (pages) => {
        using store = openChartStore(':memory:');
        const expected = new Map<number, Bar>();
        for (const page of pages) {
          const bars = page.map(({ index, close }) => minuteBar(index, close));
          store.appendBars(SYMBOL, '1m', bars);
          for (const each of bars) expected.set(each.start, each);
        }
        const ascending = [...expected.values()].sort((a, b) => a.start - b.start);
        expect(columnsToBars(store.load(SYMBOL, '1m'), SYMBOL, '1m')).toEqual(ascending);
        expect(store.coverage(SYMBOL, '1m')?.bars ?? 0).toBe(ascending.length);
      }),
      { numRuns: 50 },
    );
  });

  test('are loaded from a moment to before another', () => {
    const store = memoryStore();
    const days = [0, 1, 2, 3, 9_000, 9_001].map((index) => dayBar(index));
    store.appendBars(SYMBOL, '1d', days);
    fc.assert(
      fc.property(fc.integer({ min: -2, max: 9_005 }), fc.integer({ min: -2, max: 9_005 }), (from, to) => {
        const loaded = store.load(SYMBOL, '1d', dayBar(from).start, dayBar(to).start);
        const expected = days.filter(
          (day) => day.start >= dayBar(from).start && day.start < dayBar(to).start,
        );
        expect([...loaded.start]).toEqual(expected.map((day) => day.start));
      }),
      { examples: [[2, 1]] },
    );
  });

  test('of another period or symbol are another series', () => {
    const store = memoryStore();
    store.appendBars(SYMBOL, '1d', [dayBar(0)]);
    store.appendBars(SYMBOL, '1m', [minuteBar(0), minuteBar(1)]);
    expect(store.load('000660', '1d').length).toBe(0);
    expect(store.coverage('000660', '1d')).toBeNull();
    expect(store.allCoverage().map(({ period, bars }) => [period, bars])).toEqual([
      ['1d', 1],
      ['1m', 2],
    ]);
  });

  test('are there after closing and opening again', () => {
    const path = temporaryPath();
    const first = openChartStore(path);
    first.appendBars(SYMBOL, '1d', [dayBar(1), dayBar(0)]);
    first.close();
    using second = openChartStore(path);
    expect([...second.load(SYMBOL, '1d').close]).toEqual([70_000, 70_001]);
  });

  test.each([
    ['a price of zero', { open: 0, low: 0 }],
    ['a fraction of a won', { close: 70_000.5 }],
    ['a high below the close', { high: 69_999 }],
    ['a low above the open', { low: 70_002 }],
    ['a negative volume', { volume: -1 }],
    ['a price beyond 32 bits', { high: 2 ** 31 }],
    ['a day that begins at nine', { start: kstMidnight('2026-01-05') + 9 * 3_600_000 }],
  ])('with %s are refused, and the good ones beside them too', (_, change) => {
    const store = memoryStore();
    const bad = { ...dayBar(1), ...change };
    expect(() => store.appendBars(SYMBOL, '1d', [dayBar(0), bad])).toThrow(
      expect.objectContaining({ code: 'invalid-bars', retryable: false }),
    );
    expect(store.coverage(SYMBOL, '1d')).toBeNull();
  });

  test('stored in a transaction that fails are not stored', () => {
    const store = memoryStore();
    const failing = () =>
      store.atomically(() => {
        store.appendBars(SYMBOL, '1d', [dayBar(0)]);
        throw new RangeError('stop');
      });
    expect(failing).toThrow(RangeError);
    expect(store.coverage(SYMBOL, '1d')).toBeNull();
  });
});

test('instruments are kept by symbol, the newest words winning', () => {
  const store = memoryStore();
  const etf: Instrument = {
    symbol: '122630',
    name: 'KODEX 레버리지',
    market: 'KOSPI',
    kind: 'etf',
    leverage: 2,
  };
  const stock: Instrument = { symbol: SYMBOL, name: '삼성', market: 'KOSPI', kind: 'stock', leverage: 1 };
  for (const each of [etf, stock, { ...stock, name: '삼성전자' }]) store.putInstrument(each);
  expect(store.instruments()).toEqual([{ ...stock, name: '삼성전자' }, etf]);
  expect(store.instrument(SYMBOL)?.name).toBe('삼성전자');
  expect(store.instrument('000660')).toBeNull();
});

describe('ticks', () => {
  const ticks = {
    length: 3,
    at: Float64Array.of(1_000, 1_000, 2_000),
    price: Int32Array.of(70_000, 70_100, 70_000),
    volume: Float64Array.of(1, 5, 2),
  };

  test('of one second stay apart and in order; a day stored again replaces it', () => {
    const store = memoryStore();
    store.putTicks(SYMBOL, '2026-01-05', ticks);
    store.putTicks(SYMBOL, '2026-01-05', ticks);
    expect(store.loadTicks(SYMBOL, '2026-01-05')).toEqual(ticks);
    expect(store.tickDates(SYMBOL)).toEqual(['2026-01-05']);
    expect(store.loadTicks(SYMBOL, '2026-01-06').length).toBe(0);
  });

  test('out of order are refused', () => {
    const shuffled = { ...ticks, at: Float64Array.of(2_000, 1_000, 1_000) };
    expect(() => memoryStore().putTicks(SYMBOL, '2026-01-05', shuffled)).toThrow(/out of order/);
  });
});

describe('files', () => {
  test('that are no SQLite file are refused', () => {
    const path = temporaryPath();
    writeFileSync(path, 'date,open,high,low,close,volume\n'.repeat(100));
    expect(() => openChartStore(path)).toThrow(expect.objectContaining({ code: 'not-a-chart-store' }));
  });

  test('of another program are refused and left alone', () => {
    const path = temporaryPath();
    const other = new Database(path);
    other.exec('CREATE TABLE notes (text TEXT)');
    other.close();
    expect(() => openChartStore(path)).toThrow(expect.objectContaining({ code: 'not-a-chart-store' }));
    const again = new Database(path);
    expect(again.prepare('SELECT group_concat(name) FROM sqlite_master').pluck().get()).toBe('notes');
    again.close();
  });

  test('written by a later version are refused', () => {
    const path = temporaryPath();
    openChartStore(path).close();
    const later = new Database(path);
    later.pragma('user_version = 99');
    later.close();
    expect(() => openChartStore(path)).toThrow(expect.objectContaining({ code: 'newer-schema' }));
  });

  test('in a folder that does not exist cannot be opened', () => {
    expect(() => openChartStore(temporaryPath('missing/charts.db'))).toThrow(
      expect.objectContaining({ code: 'cannot-open' }),
    );
  });

  test.each([
    ['one flipped bit', (blob: Buffer) => Buffer.concat([blob.subarray(0, -1), Buffer.of(blob.at(-1)! ^ 1)])],
    ['a missing end', (blob: Buffer) => blob.subarray(0, -8)],
  ])('with %s name the damaged series', (_, damage) => {
    const path = temporaryPath();
    const store = openChartStore(path);
    store.appendBars(SYMBOL, '1d', [dayBar(0), dayBar(1)]);
    store.close();
    const file = new Database(path);
    const blob = file.prepare('SELECT columns FROM chunks').pluck().get() as Buffer;
    file.prepare('UPDATE chunks SET columns = ?').run(damage(blob));
    file.close();
    using damaged = openChartStore(path);
    expect(() => damaged.load(SYMBOL, '1d')).toThrow(/chunk .* of 005930 1d is damaged/);
  });

  test.each([
    ['SQLITE_FULL', 'disk-full', true],
    ['SQLITE_BUSY_SNAPSHOT', 'busy', true],
    ['SQLITE_IOERR_WRITE', 'io', false],
    ['SQLITE_CORRUPT', 'corrupt-chunk', false],
  ])('that fail with %s are reported as %s (retryable: %s)', (sqliteCode, code, retryable) => {
    const failing = () =>
      translatingErrors('charts.db', () => {
        throw new Database.SqliteError('failed', sqliteCode);
      });
    expect(failing).toThrow(expect.objectContaining({ name: 'ChartStoreError', code, retryable }));
  });

  test('used after closing say so', () => {
    const store = openChartStore(':memory:');
    store.close();
    expect(() => store.load(SYMBOL, '1d')).toThrow(expect.objectContaining({ code: 'closed' }));
  });
});
