// The chart store: one SQLite file with every bar a backtest may run on, kept as column chunks so that loading costs
// a memory copy. A bar stored twice is one bar, the newer value wins, and starts always ascend.

import { existsSync, statSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import Database from 'better-sqlite3';
import type { Bar, BarPeriod } from '#domain/bar.ts';
import type { Instrument } from '#domain/instrument.ts';
import type { EpochMs, SymbolCode, TradeDate } from '#domain/units.ts';
import { placed } from '#domain/words.ts';
import {
  type BarColumns,
  barsToColumns,
  checkColumns,
  createColumns,
  firstAtOrAfter,
  mergeColumns,
  sliceColumns,
} from './bar-columns.ts';
import { prepareStatements } from './chart-statements.ts';
import { ChartStoreError, translatingErrors } from './chart-store-error.ts';
import { BYTES_PER_BAR, chunkOf, decodeInto, decodeStarts, encodeColumns } from './chunk-codec.ts';
import type { FetchProgress } from './fetch-progress.ts';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './schema.ts';
import { type TickColumns, TickTable } from './tick-table.ts';

/** What the store has of one series: how many bars, and the starts of the oldest and the newest. */
export interface Coverage {
  readonly symbol: SymbolCode;
  readonly period: BarPeriod;
  readonly bars: number;
  readonly firstStart: EpochMs;
  readonly lastStart: EpochMs;
}

/** Stored chart data. All calls are synchronous; each that writes is one transaction. */
export interface ChartStore extends Disposable {
  /** Stores bars given in any order; a bar stored before is replaced. Throws ChartStoreError `invalid-bars`. */
  appendBars(symbol: SymbolCode, period: BarPeriod, bars: readonly Bar[]): void;
  /** The same for columns, which must ascend. */
  appendColumns(symbol: SymbolCode, period: BarPeriod, columns: BarColumns): void;
  /** Bars with `from` ≤ start < `to`, oldest first; all of them without the bounds. Empty when nothing is stored. */
  load(symbol: SymbolCode, period: BarPeriod, from?: EpochMs, to?: EpochMs): BarColumns;
  /** Null when nothing is stored. */
  coverage(symbol: SymbolCode, period: BarPeriod): Coverage | null;
  /** Coverage of every stored series, by symbol and period. */
  allCoverage(): readonly Coverage[];
  putInstrument(instrument: Instrument): void;
  instrument(symbol: SymbolCode): Instrument | null;
  instruments(): readonly Instrument[];
  /** Replaces the trades of one day. */
  putTicks(symbol: SymbolCode, date: TradeDate, ticks: TickColumns): void;
  loadTicks(symbol: SymbolCode, date: TradeDate): TickColumns;
  tickDates(symbol: SymbolCode): readonly TradeDate[];
  saveProgress(symbol: SymbolCode, period: BarPeriod, progress: FetchProgress): void;
  /** Null when this series was never fetched. */
  loadProgress(symbol: SymbolCode, period: BarPeriod): FetchProgress | null;
  /** Everything `work` writes is stored together or not at all. `work` must not be async. */
  atomically(work: () => void): void;
  close(): void;
}

/** Opens the store at `path`, creating it when the file is missing or empty. Throws ChartStoreError. */
export function openChartStore(path: string): ChartStore {
  return translatingErrors(path, () => {
    const isNew = path === ':memory:' || !existsSync(path) || statSync(path).size === 0;
    const database = openDatabase(path);
    try {
      if (isNew) createTables(database);
      else checkIdentity(database, path);
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = NORMAL');
      database.pragma('busy_timeout = 5000');
      return new SqliteChartStore(database, path);
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

function openDatabase(path: string): Database.Database {
  try {
    return new Database(path);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const text = placed(path, { ko: '폴더가 없습니다', en: 'the folder does not exist' });
    throw new ChartStoreError('cannot-open', text, { cause: error });
  }
}

function createTables(database: Database.Database): void {
  database.transaction(() => {
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.exec(SCHEMA);
    database.pragma(`user_version = ${SCHEMA_VERSION}`);
  })();
}

function checkIdentity(database: Database.Database, path: string): void {
  if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new ChartStoreError('not-a-chart-store', {
      ko: `${path}: 차트 저장소가 아닙니다`,
      en: `${path} is not a chart store`,
    });
  }
  const version = database.pragma('user_version', { simple: true }) as number;
  if (version > SCHEMA_VERSION) {
    throw new ChartStoreError('newer-schema', {
      ko: `${path}: 버전 ${version}입니다. 이 hwangso는 ${SCHEMA_VERSION}까지 읽으니 hwangso를 새로 받으십시오`,
      en: `${path} has version ${version}, this hwangso reads up to ${SCHEMA_VERSION}: update hwangso`,
    });
  }
}

interface ChunkRow {
  readonly chunk: number;
  readonly bars: number;
  readonly checksum: number;
  readonly columns: Buffer;
}

class SqliteChartStore implements ChartStore {
  readonly #database: Database.Database;
  readonly #path: string;
  readonly #ticks: TickTable;
  readonly #statements;

  constructor(database: Database.Database, path: string) {
    this.#database = database;
    this.#path = path;
    this.#ticks = new TickTable(database);
    this.#statements = prepareStatements(database);
  }

  appendBars(symbol: SymbolCode, period: BarPeriod, bars: readonly Bar[]): void {
    this.#write(() => this.#upsert(symbol, period, barsToColumns(bars, period)));
  }

  appendColumns(symbol: SymbolCode, period: BarPeriod, columns: BarColumns): void {
    checkColumns(columns, period);
    this.#write(() => this.#upsert(symbol, period, columns));
  }

  load(symbol: SymbolCode, period: BarPeriod, from?: EpochMs, to?: EpochMs): BarColumns {
    return this.#run(() => {
      const begin = from ?? Number.MIN_SAFE_INTEGER;
      // A range that ends before it begins is empty.
      const end = Math.max(begin, to ?? Number.MAX_SAFE_INTEGER);
      const key = { symbol, period, begin, end };
      const capacity = this.#statements.countBars.get(key) as number;
      const target = createColumns(capacity);
      let length = 0;
      for (const row of this.#statements.loadChunks.iterate(key) as Iterable<ChunkRow>) {
        this.#verify(row, symbol, period);
        const range = rowsBetween(row, begin, end);
        decodeInto(row.columns, row.bars, range, target, length);
        length += range.to - range.from;
      }
      return length === capacity ? target : sliceColumns(target, 0, length);
    });
  }

  coverage(symbol: SymbolCode, period: BarPeriod): Coverage | null {
    return this.#run(() => (this.#statements.coverage.get(symbol, period) as Coverage | undefined) ?? null);
  }

  allCoverage(): readonly Coverage[] {
    return this.#run(() => this.#statements.allCoverage.all() as Coverage[]);
  }

  putInstrument(instrument: Instrument): void {
    this.#write(() => this.#statements.putInstrument.run(instrument));
  }

  instrument(symbol: SymbolCode): Instrument | null {
    return this.#run(() => (this.#statements.instrument.get(symbol) as Instrument | undefined) ?? null);
  }

  instruments(): readonly Instrument[] {
    return this.#run(() => this.#statements.instruments.all() as Instrument[]);
  }

  putTicks(symbol: SymbolCode, date: TradeDate, ticks: TickColumns): void {
    this.#write(() => this.#ticks.put(symbol, date, ticks));
  }

  loadTicks(symbol: SymbolCode, date: TradeDate): TickColumns {
    return this.#run(() => this.#ticks.load(symbol, date));
  }

  tickDates(symbol: SymbolCode): readonly TradeDate[] {
    return this.#run(() => this.#ticks.dates(symbol));
  }

  saveProgress(symbol: SymbolCode, period: BarPeriod, progress: FetchProgress): void {
    const { completeFrom, completeUntil, walk } = progress;
    const walkText = walk === null ? null : JSON.stringify(walk);
    this.#write(() =>
      this.#statements.saveProgress.run({ symbol, period, completeFrom, completeUntil, walkText }),
    );
  }

  loadProgress(symbol: SymbolCode, period: BarPeriod): FetchProgress | null {
    return this.#run(() => {
      const row = this.#statements.loadProgress.get(symbol, period) as ProgressRow | undefined;
      if (row === undefined) return null;
      return { ...row, walk: row.walk === null ? null : JSON.parse(row.walk) };
    });
  }

  atomically(work: () => void): void {
    this.#write(work);
  }

  close(): void {
    this.#database.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #run<Result>(work: () => Result): Result {
    return translatingErrors(this.#path, work);
  }

  #write(work: () => unknown): void {
    this.#run(() => this.#database.transaction(work).immediate());
  }

  #upsert(symbol: SymbolCode, period: BarPeriod, columns: BarColumns): void {
    if (columns.length === 0) return;
    this.#statements.addSeries.run(symbol, period);
    const series = this.#statements.seriesId.get(symbol, period) as number;
    for (let from = 0; from < columns.length; ) {
      const chunk = chunkOf(period, columns.start[from]!);
      let to = from + 1;
      while (to < columns.length && chunkOf(period, columns.start[to]!) === chunk) to++;
      const stored = this.#statements.chunk.get(series, chunk) as ChunkRow | undefined;
      const older = stored === undefined ? createColumns(0) : this.#decode(stored, symbol, period);
      this.#putChunk(series, chunk, mergeColumns(older, sliceColumns(columns, from, to)));
      from = to;
    }
  }

  #putChunk(series: number, chunk: number, columns: BarColumns): void {
    const blob = encodeColumns(columns);
    this.#statements.putChunk.run({
      series,
      chunk,
      bars: columns.length,
      firstAt: columns.start[0]!,
      lastAt: columns.start[columns.length - 1]!,
      checksum: crc32(blob),
      columns: blob,
    });
  }

  #decode(row: ChunkRow, symbol: SymbolCode, period: BarPeriod): BarColumns {
    this.#verify(row, symbol, period);
    const columns = createColumns(row.bars);
    decodeInto(row.columns, row.bars, { from: 0, to: row.bars }, columns, 0);
    return columns;
  }

  #verify(row: ChunkRow, symbol: SymbolCode, period: BarPeriod): void {
    const isWhole = row.columns.length === row.bars * BYTES_PER_BAR && crc32(row.columns) === row.checksum;
    if (isWhole) return;
    const series = `${symbol} ${period}`;
    const text = placed(this.#path, {
      ko: `${series}의 조각 ${row.chunk}이(가) 손상되었습니다. 새 저장소에 ${series}을(를) 다시 받거나 가져오십시오`,
      en: `chunk ${row.chunk} of ${series} is damaged; fetch or import ${series} again into a new store`,
    });
    throw new ChartStoreError('corrupt-chunk', text);
  }
}

interface ProgressRow {
  readonly completeFrom: EpochMs | null;
  readonly completeUntil: EpochMs | null;
  readonly walk: string | null;
}

function rowsBetween(row: ChunkRow, begin: EpochMs, end: EpochMs): { from: number; to: number } {
  const starts = decodeStarts(row.columns, row.bars);
  const first = starts[0]!;
  const last = starts[row.bars - 1]!;
  return {
    from: first >= begin ? 0 : firstAtOrAfter(starts, begin),
    to: last < end ? row.bars : firstAtOrAfter(starts, end),
  };
}
