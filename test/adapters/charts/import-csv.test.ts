// Importing CSV: what is read, what is guessed, and that one bad row stores nothing and is named.

import { writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openChartStore } from '#adapters/charts/chart-store.ts';
import { CsvImportError, importCsv } from '#adapters/charts/import-csv.ts';
import type { BarPeriod } from '#domain/bar.ts';
import { kstMidnight, kstMoment } from '#domain/time.ts';
import { SYMBOL, temporaryPath } from './fixtures.ts';

const DAYS = `date,open,high,low,close,volume
2026-01-05,70000,70500,69900,70100,1000
2026-01-06,70100,70200,70000,70200,0
`;
const MINUTES = `ts,open,high,low,close,volume
2025-09-01T09:00:00+09:00,259500,259500,258000,258500,89212
2025-09-01T09:01:00+09:00,258500,258500,257000,258000,19694
`;

async function importing(text: string, period?: BarPeriod) {
  const store = openChartStore(':memory:');
  onTestFinished(() => store.close());
  const given = period === undefined ? {} : { period };
  const outcome = await importCsv({
    input: Readable.from([Buffer.from(text)]),
    symbol: SYMBOL,
    store,
    ...given,
  }).catch((error: unknown) => {
    if (error instanceof CsvImportError) return error;
    throw error;
  });
  return { outcome, store };
}

describe('a good file', () => {
  test('of days is stored at Korean midnights', async () => {
    const { outcome, store } = await importing(DAYS);
    expect(outcome).toEqual({
      symbol: SYMBOL,
      period: '1d',
      bars: 2,
      firstStart: kstMidnight('2026-01-05'),
      lastStart: kstMidnight('2026-01-06'),
      ignoredColumns: [],
    });
    const columns = store.load(SYMBOL, '1d');
    expect([...columns.high]).toEqual([70_500, 70_200]);
    expect([...columns.volume]).toEqual([1_000, 0]);
  });

  test('of minutes is stored at the moment its offset says', async () => {
    const { outcome, store } = await importing(MINUTES);
    expect(outcome).toMatchObject({ period: '1m', bars: 2 });
    expect(store.load(SYMBOL, '1m').start[0]).toBe(kstMoment('2025-09-01', '0900'));
  });

  test.each([
    ['a byte order mark', `\uFEFF${DAYS}`],
    ['Windows line ends', DAYS.replaceAll('\n', '\r\n')],
    ['blank lines at the end', `${DAYS}\n\n`],
    ['no line end at the end', DAYS.trimEnd()],
    ['compact dates', DAYS.replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, '$1$2$3')],
    ['capital column names', DAYS.replace('date,open', 'Date,Open')],
    ['spaces around fields', DAYS.replaceAll(',', ' , ')],
  ])('with %s is the same file', async (_, text) => {
    const { outcome } = await importing(text);
    expect(outcome).toMatchObject({ bars: 2, lastStart: kstMidnight('2026-01-06') });
  });

  test.each([
    ['2026-01-05 09:00', '2026-01-05 09:05', '5m'],
    ['2026-01-05 09:00:00', '2026-01-05 10:00:00', '60m'],
    ['2026-01-05T00:00:00Z', '2026-01-05T00:03:00Z', '3m'],
    ['2026-01-05T09:00+09:00', '2026-01-05T09:15+09:00', '15m'],
  ])('with rows at %s and %s has a period of %s', async (first, second, period) => {
    const { outcome } = await importing(
      `ts,open,high,low,close,volume\n${first},5,5,5,5,1\n${second},5,5,5,5,1\n`,
    );
    expect(outcome).toMatchObject({ period, firstStart: kstMoment('2026-01-05', '0900') });
  });

  test('names the columns it does not use and takes them in any order', async () => {
    const text = 'volume,amount,close,low,high,open,date\n10,999,4,3,5,4,2026-01-05\n';
    const { outcome, store } = await importing(text);
    expect(outcome).toMatchObject({ bars: 1, ignoredColumns: ['amount'] });
    expect(store.load(SYMBOL, '1d').high[0]).toBe(5);
  });

  test('gives its name as the symbol', async () => {
    const path = temporaryPath('000660.csv');
    writeFileSync(path, DAYS);
    using store = openChartStore(':memory:');
    expect((await importCsv({ input: path, store })).symbol).toBe('000660');
  });
});

describe('a bad row', () => {
  test.each([
    ['2026-02-30,5,5,5,5,1', 'date', 'a day that exists', '2026-02-30'],
    ['2026-1-5,5,5,5,5,1', 'date', 'a date YYYY-MM-DD or YYYYMMDD', '2026-1-5'],
    ['2026-01-05,0,5,5,5,1', 'open', 'a price from 1 to 2147483647 won', '0'],
    ['2026-01-05,5,5.5,5,5,1', 'high', 'a whole number without decimals', '5.5'],
    ['2026-01-05,5,5,-5,5,1', 'low', 'a whole number without a sign', '-5'],
    ['2026-01-05,5,5,5,,1', 'close', 'a whole number, not an empty field', ''],
    ['2026-01-05,5,5,5,NaN,1', 'close', 'a whole number', 'NaN'],
    ['2026-01-05,5,5,5,5,"1,000"', 'volume', 'a whole number without thousands separators', '1,000'],
    ['2026-01-05,5,5,5,5,9007199254740993', 'volume', 'a number below 2^53', '9007199254740993'],
    ['2026-01-05,5,4,3,4,1', 'high', '5 or more', '4'],
    ['2026-01-05,5,6,5,4,1', 'low', '4 or less', '5'],
    ['2026-01-05,5,5,5,5', 'row', '6 fields', '5 fields'],
    ['2026-01-02,5,5,5,5,1', 'date', 'a time after the row above', '2026-01-02'],
    ['2026-01-01,5,5,5,5,1', 'date', 'a time after the row above', '2026-01-01'],
  ])('%s is named and nothing is stored', async (row, column, expected, found) => {
    const { outcome, store } = await importing(
      `date,open,high,low,close,volume\n2026-01-02,5,5,5,5,1\n${row}\n`,
    );
    expect(outcome).toMatchObject({ code: 'bad-rows', rows: [{ line: 3, column, found }] });
    const error = outcome as CsvImportError;
    expect(error.rows[0]?.expected.en).toBe(expected);
    expect(error.text.ko).toContain(`3번째 줄, ${column}: `);
    expect(store.allCoverage()).toEqual([]);
  });

  test.each(['2026-01-05 24:00', '2026-01-05 09:00:30', '2026-01-05', '09:00', '2026-02-30 09:00'])(
    'with the time %s is named',
    async (time) => {
      const { outcome } = await importing(`ts,open,high,low,close,volume\n${time},5,5,5,5,1\n`, '1m');
      expect(outcome).toMatchObject({ code: 'bad-rows', rows: [{ line: 2, column: 'ts', found: time }] });
    },
  );

  test('is one of at most twenty', async () => {
    const { outcome } = await importing(`date,open,high,low,close,volume\n${'x,5,5,5,5,1\n'.repeat(100)}`);
    expect((outcome as CsvImportError).rows.length).toBe(20);
    expect((outcome as CsvImportError).message).toContain('line 2, date: expected a date');
  });
});

describe('a file that cannot be understood', () => {
  test.each([
    ['', undefined, 'bad-header', /empty/],
    ['2026-01-05,5,5,5,5,1\n', undefined, 'bad-header', /missing date or ts, open/],
    ['date,ts,open,high,low,close,volume\n', undefined, 'bad-header', /date or ts/],
    ['date,open,high,low,close,volume\n', undefined, 'no-bars', /no rows/],
    [DAYS, '1m', 'period-unclear', /need a ts column/],
    [MINUTES, '1d', 'period-unclear', /need a date column/],
    [MINUTES.replace('09:01', '09:07'), undefined, 'period-unclear', /smallest step is 7 minutes/],
    [MINUTES.split('\n').slice(0, 2).join('\n'), undefined, 'period-unclear', /give the period/],
    [`${DAYS}"2026-01-07,5,5,5,5,1\n`, undefined, 'unreadable', /cannot be read/],
  ] as const)('(case %#) is refused', async (text, period, code, message) => {
    const { outcome, store } = await importing(text, period);
    expect(outcome).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(store.allCoverage()).toEqual([]);
  });

  test('does not exist', async () => {
    using store = openChartStore(':memory:');
    const missing = importCsv({ input: temporaryPath('005930.csv'), store });
    await expect(missing).rejects.toMatchObject({ code: 'unreadable' });
  });

  test('has a name that is no symbol', async () => {
    using store = openChartStore(':memory:');
    await expect(importCsv({ input: 'samsung.csv', store })).rejects.toMatchObject({ code: 'bad-symbol' });
  });
});
