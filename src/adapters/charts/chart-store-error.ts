// What can go wrong with a chart store, as codes that a caller can act on.

/**
 * `not-a-chart-store`: the file is something else. `newer-schema`: written by a later hwangso. `corrupt-chunk`: stored
 * bars do not match their checksum. `invalid-bars`: what was to be stored is no series of bars. `closed`: used after
 * `close`. The rest is the file system's or SQLite's: `cannot-open`, `disk-full`, `busy`, `io`.
 */
export type ChartStoreErrorCode =
  | 'not-a-chart-store'
  | 'newer-schema'
  | 'cannot-open'
  | 'corrupt-chunk'
  | 'invalid-bars'
  | 'disk-full'
  | 'busy'
  | 'closed'
  | 'io';

/** A failure of the chart store. `retryable` is true when the same call may work later without any repair. */
export class ChartStoreError extends Error {
  override readonly name = 'ChartStoreError';
  readonly code: ChartStoreErrorCode;
  readonly retryable: boolean;

  constructor(code: ChartStoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.retryable = code === 'disk-full' || code === 'busy';
  }
}

/** Runs `work` on the store at `path` and turns SQLite's errors into ChartStoreErrors. */
export function translatingErrors<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw toChartStoreError(path, error);
  }
}

function toChartStoreError(path: string, error: unknown): unknown {
  if (error instanceof ChartStoreError || !(error instanceof Error)) return error;
  if (error instanceof TypeError && /connection is not open/.test(error.message)) {
    return new ChartStoreError('closed', `the chart store ${path} is closed`, { cause: error });
  }
  const sqliteCode = (error as { code?: unknown }).code;
  if (typeof sqliteCode !== 'string') return error;
  const [code, hint] = classify(sqliteCode);
  return code === null
    ? error
    : new ChartStoreError(code, `${path}: ${hint} (${error.message})`, { cause: error });
}

function classify(sqliteCode: string): [code: ChartStoreErrorCode | null, hint: string] {
  if (sqliteCode === 'SQLITE_NOTADB') return ['not-a-chart-store', 'this file is not a chart store'];
  if (sqliteCode === 'SQLITE_FULL') return ['disk-full', 'the disk is full; free some space and repeat'];
  if (sqliteCode.startsWith('SQLITE_BUSY')) return ['busy', 'another process is writing to the chart store'];
  if (sqliteCode.startsWith('SQLITE_CANTOPEN')) return ['cannot-open', 'the file cannot be opened'];
  if (sqliteCode.startsWith('SQLITE_CORRUPT')) return ['corrupt-chunk', 'the file is damaged'];
  if (sqliteCode.startsWith('SQLITE_READONLY')) return ['cannot-open', 'the file is read-only'];
  if (sqliteCode.startsWith('SQLITE_')) return ['io', 'the chart store failed'];
  return [null, ''];
}
