// Imports bars from a CSV file, all or nothing: a file with one bad row stores nothing, and the bad rows are named by
// line, column, what was expected and what was found.

import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { BAR_PERIODS, type BarPeriod, periodMinutes } from '#domain/bar.ts';
import { kstDayNumber, MINUTE_MS } from '#domain/time.ts';
import { type EpochMs, isSymbolCode, type SymbolCode } from '#domain/units.ts';
import { type Lang, placed, type Words } from '#domain/words.ts';
import type { ChartStore } from './chart-store.ts';
import { ColumnsBuilder } from './columns-builder.ts';
import {
  type BadRow,
  type FieldResult,
  parseDate,
  parsePrice,
  parseTimestamp,
  parseVolume,
} from './csv-fields.ts';

/** How many bad rows are collected before reading stops. */
export const BAD_ROWS_MAX = 20;

/**
 * `unreadable`: no such file, or no CSV. `bad-header`: a column is missing. `bad-rows`: see `rows`. `no-bars`: only a
 * header. `bad-symbol`: the file's name is no symbol and none was given. `period-unclear`: it must be given.
 */
export type CsvImportErrorCode =
  | 'unreadable'
  | 'bad-header'
  | 'bad-rows'
  | 'no-bars'
  | 'bad-symbol'
  | 'period-unclear';

/** Why a file was not imported. Nothing was stored. */
export class CsvImportError extends Error {
  override readonly name = 'CsvImportError';
  readonly code: CsvImportErrorCode;
  readonly retryable = false;
  /** The first bad rows, at most BAD_ROWS_MAX. */
  readonly rows: readonly BadRow[];

  readonly text: Words;

  constructor(code: CsvImportErrorCode, text: Words, rows: readonly BadRow[] = [], options?: ErrorOptions) {
    const told = (lang: Lang): string =>
      [text[lang], ...rows.map((row) => describeBadRow(row, lang))].join('\n');
    super(told('en'), options);
    this.code = code;
    this.rows = rows;
    this.text = { ko: told('ko'), en: told('en') };
  }
}

export interface ImportCsvOptions {
  /** A path, or a stream of UTF-8 text. */
  readonly input: string | Readable;
  readonly store: ChartStore;
  /** Needed for a stream; for a path it defaults to the file's name (`005930.csv`). */
  readonly symbol?: SymbolCode;
  /** Defaults to a day with a `date` column, and to the smallest step between rows with a `ts` column. */
  readonly period?: BarPeriod;
  /** Told the rows read so far, every 50,000 rows. */
  readonly onProgress?: (rows: number) => void;
}

/** What was stored. */
export interface ImportedCsv {
  readonly symbol: SymbolCode;
  readonly period: BarPeriod;
  readonly bars: number;
  readonly firstStart: EpochMs;
  readonly lastStart: EpochMs;
  /** Columns of the file that are no part of a bar. */
  readonly ignoredColumns: readonly string[];
}

/**
 * Stores the bars of a file with the columns `date` or `ts`, `open`, `high`, `low`, `close`, `volume` in any order.
 * Rejects with CsvImportError, or with ChartStoreError from the store.
 */
export async function importCsv(options: ImportCsvOptions): Promise<ImportedCsv> {
  const symbol = symbolOf(options);
  const reader = new BarReader();
  await readRows(options, reader);
  if (reader.badRows.length > 0) throw badRowsError(reader);
  const columns = reader.bars.columns();
  if (columns.length === 0)
    throw new CsvImportError(
      'no-bars',
      placed(symbol, { ko: '첫 줄 아래에 데이터가 없습니다', en: 'the file has no rows under its header' }),
    );
  const period = periodOf(options.period, reader, columns.start);
  options.store.appendColumns(symbol, period, columns);
  return {
    symbol,
    period,
    bars: columns.length,
    firstStart: columns.start[0]!,
    lastStart: columns.start[columns.length - 1]!,
    ignoredColumns: reader.ignoredColumns,
  };
}

function badRowsError({ badRows }: BarReader): CsvImportError {
  const isCut = badRows.length === BAD_ROWS_MAX;
  const text = {
    ko: `아무것도 가져오지 않았습니다. 잘못된 칸: ${badRows.length}${isCut ? '개 이상' : '개'}`,
    en: `nothing was imported; bad fields: ${badRows.length}${isCut ? ' or more' : ''}`,
  };
  return new CsvImportError('bad-rows', text, badRows);
}

function symbolOf({ input, symbol }: ImportCsvOptions): SymbolCode {
  const candidate = symbol ?? (typeof input === 'string' ? basename(input).replace(/\.csv$/i, '') : '');
  if (isSymbolCode(candidate)) return candidate;
  throw new CsvImportError('bad-symbol', {
    ko: `"${candidate}"은(는) 005930 같은 여섯 글자 종목코드가 아닙니다. 종목코드를 주십시오`,
    en: `"${candidate}" is no symbol of six characters such as 005930; give the symbol`,
  });
}

const PROGRESS_ROWS = 50_000;

async function readRows({ input, onProgress }: ImportCsvOptions, reader: BarReader): Promise<void> {
  const text = typeof input === 'string' ? createReadStream(input, { highWaterMark: 1 << 18 }) : input;
  const parser = parse({
    bom: true,
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
  });
  let rows = 0;
  try {
    await pipeline(
      text,
      parser,
      async (records: AsyncIterable<{ record: string[]; info: { lines: number } }>) => {
        for await (const { record, info } of records) {
          if (rows++ === 0) reader.readHeader(record);
          else reader.readRow(record, info.lines);
          if (reader.badRows.length === BAD_ROWS_MAX) throw badRowsError(reader);
          if (rows % PROGRESS_ROWS === 0) onProgress?.(rows);
        }
      },
    );
  } catch (error) {
    if (error instanceof CsvImportError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const unreadable = { ko: `파일을 읽을 수 없습니다: ${reason}`, en: `the file cannot be read: ${reason}` };
    throw new CsvImportError('unreadable', unreadable, [], { cause: error });
  }
  if (rows === 0)
    throw new CsvImportError('bad-header', {
      ko: '빈 파일입니다. 첫 줄에 열 이름이 있어야 합니다',
      en: 'the file is empty; its first line must name the columns',
    });
}

const VALUE_COLUMNS = ['open', 'high', 'low', 'close', 'volume'] as const;

/** Turns records into bars. Collects what is wrong instead of stopping at the first. */
class BarReader {
  readonly bars = new ColumnsBuilder();
  readonly badRows: BadRow[] = [];
  timeColumn: 'date' | 'ts' = 'date';
  ignoredColumns: readonly string[] = [];
  #header: readonly string[] = [];
  #positions: readonly number[] = [];
  #timePosition = 0;
  #lastStart = Number.NEGATIVE_INFINITY;

  readHeader(record: readonly string[]): void {
    const header = record.map((name) => name.toLowerCase());
    const found = `"${record.join(',').slice(0, 200)}"`;
    const missing = VALUE_COLUMNS.filter((name) => !header.includes(name));
    if (header.includes('date') === header.includes('ts')) missing.unshift('date or ts' as never);
    if (missing.length > 0) {
      throw new CsvImportError('bad-header', {
        ko: `첫 줄에 열 이름이 있어야 합니다. 없는 열: ${missing.join(', ')}. 찾은 것: ${found}`,
        en: `the first line must name the columns; missing ${missing.join(', ')}; found ${found}`,
      });
    }
    this.#header = header;
    this.timeColumn = header.includes('ts') ? 'ts' : 'date';
    this.#timePosition = header.indexOf(this.timeColumn);
    this.#positions = VALUE_COLUMNS.map((name) => header.indexOf(name));
    this.ignoredColumns = header.filter(
      (name) => name !== this.timeColumn && !VALUE_COLUMNS.includes(name as never),
    );
  }

  readRow(record: readonly string[], line: number): void {
    if (record.length !== this.#header.length) {
      this.#report(line, 'row', {
        expected: { ko: `${this.#header.length}칸`, en: `${this.#header.length} fields` },
        found: `${record.length} fields`,
      });
      return;
    }
    const before = this.badRows.length;
    const timeText = record[this.#timePosition]!;
    const parsedTime = this.timeColumn === 'date' ? parseDate(timeText) : parseTimestamp(timeText);
    const start = this.#take(line, this.timeColumn, timeText, parsedTime);
    const [open, high, low, close, volume] = VALUE_COLUMNS.map((name, i) => {
      const text = record[this.#positions[i]!]!;
      return this.#take(line, name, text, name === 'volume' ? parseVolume(text) : parsePrice(text));
    }) as [number, number, number, number, number];
    if (this.badRows.length > before) return;
    this.#checkBar(line, start, timeText, { open, high, low, close });
    if (this.badRows.length === before) this.bars.push(start, open, high, low, close, volume);
    this.#lastStart = Math.max(start, this.#lastStart);
  }

  #checkBar(
    line: number,
    start: EpochMs,
    timeText: string,
    prices: Record<'open' | 'high' | 'low' | 'close', number>,
  ): void {
    const { open, high, low, close } = prices;
    const top = Math.max(open, close, low);
    const bottom = Math.min(open, close);
    if (high < top)
      this.#report(line, 'high', {
        expected: { ko: `${top} 이상`, en: `${top} or more` },
        found: String(high),
      });
    if (low > bottom)
      this.#report(line, 'low', {
        expected: { ko: `${bottom} 이하`, en: `${bottom} or less` },
        found: String(low),
      });
    if (start <= this.#lastStart) {
      this.#report(line, this.timeColumn, {
        expected: { ko: '윗줄보다 뒤의 시각', en: 'a time after the row above' },
        found: timeText,
      });
    }
  }

  #take(line: number, column: string, found: string, result: FieldResult): number {
    if (typeof result === 'number') return result;
    this.#report(line, column, { expected: result.expected, found });
    return 0;
  }

  #report(line: number, column: string, { expected, found }: Pick<BadRow, 'expected' | 'found'>): void {
    if (this.badRows.length < BAD_ROWS_MAX) this.badRows.push({ line, column, expected, found });
  }
}

function periodOf(given: BarPeriod | undefined, reader: BarReader, starts: Float64Array): BarPeriod {
  const isDaily = reader.timeColumn === 'date';
  if (given !== undefined && (given === '1d') !== isDaily) {
    const needed = given === '1d' ? 'date' : 'ts';
    throw new CsvImportError('period-unclear', {
      ko: `${given} 봉에는 ${needed} 열이 필요하지만 ${reader.timeColumn} 열이 있습니다`,
      en: `bars of ${given} need a ${needed} column, found ${reader.timeColumn}`,
    });
  }
  if (given !== undefined) return given;
  if (isDaily) return '1d';
  const step = smallestStep(starts);
  const period = BAR_PERIODS.find((candidate) => periodMinutes(candidate) === step / MINUTE_MS);
  if (period !== undefined) return period;
  const minutes = step / MINUTE_MS;
  const found = Number.isFinite(step)
    ? { ko: `가장 짧은 간격이 ${minutes}분입니다`, en: `the smallest step is ${minutes} minutes` }
    : { ko: '두 줄이 있는 날이 없습니다', en: 'no day has two rows' };
  throw new CsvImportError('period-unclear', {
    ko: `봉의 길이(${BAR_PERIODS.join(', ')})를 주십시오: ${found.ko}`,
    en: `give the period (${BAR_PERIODS.join(', ')}): ${found.en}`,
  });
}

function smallestStep(starts: Float64Array): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < starts.length; i++) {
    const isSameDay = kstDayNumber(starts[i]!) === kstDayNumber(starts[i - 1]!);
    if (isSameDay) smallest = Math.min(smallest, starts[i]! - starts[i - 1]!);
  }
  return smallest;
}

function describeBadRow({ line, column, expected, found }: BadRow, lang: Lang): string {
  const shown = found.length > 40 ? `${found.slice(0, 40)}…` : found;
  const quoted = JSON.stringify(shown);
  return lang === 'ko'
    ? `  ${line}번째 줄, ${column}: ${expected.ko}이(가) 필요하지만 ${quoted}`
    : `  line ${line}, ${column}: expected ${expected.en}, found ${quoted}`;
}
