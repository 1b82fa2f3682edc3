// What can go wrong with a chart store, as codes that a caller can act on.

import { placed, type Words } from '#domain/words.ts';

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
  /** For people, in both languages. */
  readonly text: Words;

  constructor(code: ChartStoreErrorCode, text: Words, options?: ErrorOptions) {
    super(text.en, options);
    this.code = code;
    this.text = text;
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
    const closed = { ko: `${path}: 닫힌 차트 저장소입니다`, en: `the chart store ${path} is closed` };
    return new ChartStoreError('closed', closed, { cause: error });
  }
  const sqliteCode = (error as { code?: unknown }).code;
  if (typeof sqliteCode !== 'string') return error;
  if (!sqliteCode.startsWith('SQLITE_')) return error;
  const [, code, { ko, en }] = HINTS.find(([pattern]) => pattern.test(sqliteCode)) ?? OTHER;
  const text = placed(path, { ko: `${ko} (${error.message})`, en: `${en} (${error.message})` });
  return new ChartStoreError(code, text, { cause: error });
}

type Hint = readonly [pattern: RegExp, code: ChartStoreErrorCode, text: Words];
const OTHER: Hint = [/./, 'io', { ko: '차트 저장소에 문제가 생겼습니다', en: 'the chart store failed' }];
const HINTS: readonly Hint[] = [
  [
    /^SQLITE_NOTADB$/,
    'not-a-chart-store',
    { ko: '차트 저장소가 아닌 파일입니다', en: 'this file is not a chart store' },
  ],
  [
    /^SQLITE_FULL$/,
    'disk-full',
    {
      ko: '디스크가 가득 찼습니다. 공간을 비우고 다시 하십시오',
      en: 'the disk is full; free some space and repeat',
    },
  ],
  [
    /^SQLITE_BUSY/,
    'busy',
    {
      ko: '다른 프로세스가 차트 저장소에 쓰고 있습니다',
      en: 'another process is writing to the chart store',
    },
  ],
  [/^SQLITE_CANTOPEN/, 'cannot-open', { ko: '파일을 열 수 없습니다', en: 'the file cannot be opened' }],
  [/^SQLITE_CORRUPT/, 'corrupt-chunk', { ko: '파일이 손상되었습니다', en: 'the file is damaged' }],
  [/^SQLITE_READONLY/, 'cannot-open', { ko: '읽기 전용 파일입니다', en: 'the file is read-only' }],
];
