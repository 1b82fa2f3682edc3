// Single trades, a day of one instrument as one blob. Many share a second, so a tick has no key: a day is replaced whole.

import { crc32 } from 'node:zlib';
import type Database from 'better-sqlite3';
import type { SymbolCode, TradeDate } from '#domain/units.ts';
import { PRICE_MAX } from './bar-columns.ts';
import { ChartStoreError } from './chart-store-error.ts';
import { bytesOf } from './chunk-codec.ts';

/** Trades in the order they happened. Moments in epoch milliseconds (never descending), won, shares. */
export interface TickColumns {
  readonly length: number;
  readonly at: Float64Array;
  readonly price: Int32Array;
  readonly volume: Float64Array;
}

const BYTES_PER_TICK = 20;

/** The `ticks` table of an open chart store. */
export class TickTable {
  readonly #put: Database.Statement;
  readonly #load: Database.Statement;
  readonly #dates: Database.Statement;

  constructor(database: Database.Database) {
    this.#put = database.prepare(
      'INSERT OR REPLACE INTO ticks (symbol, trade_date, ticks, checksum, columns) VALUES (?, ?, ?, ?, ?)',
    );
    this.#load = database.prepare(
      'SELECT ticks, checksum, columns FROM ticks WHERE symbol = ? AND trade_date = ?',
    );
    this.#dates = database
      .prepare('SELECT trade_date FROM ticks WHERE symbol = ? ORDER BY trade_date')
      .pluck();
  }

  put(symbol: SymbolCode, date: TradeDate, ticks: TickColumns): void {
    checkTicks(ticks);
    const blob = Buffer.concat([bytesOf(ticks.at), bytesOf(ticks.volume), bytesOf(ticks.price)]);
    this.#put.run(symbol, date, ticks.length, crc32(blob), blob);
  }

  load(symbol: SymbolCode, date: TradeDate): TickColumns {
    const row = this.#load.get(symbol, date) as
      | { ticks: number; checksum: number; columns: Buffer }
      | undefined;
    const length = row?.ticks ?? 0;
    const ticks: TickColumns = {
      length,
      at: new Float64Array(length),
      price: new Int32Array(length),
      volume: new Float64Array(length),
    };
    if (row === undefined) return ticks;
    if (row.columns.length !== length * BYTES_PER_TICK || crc32(row.columns) !== row.checksum) {
      throw new ChartStoreError('corrupt-chunk', {
        ko: `${symbol}의 ${date} 체결이 손상되었습니다. 다시 받으십시오`,
        en: `the trades of ${symbol} on ${date} are damaged; fetch them again`,
      });
    }
    bytesOf(ticks.at).set(row.columns.subarray(0, length * 8));
    bytesOf(ticks.volume).set(row.columns.subarray(length * 8, length * 16));
    bytesOf(ticks.price).set(row.columns.subarray(length * 16));
    return ticks;
  }

  dates(symbol: SymbolCode): readonly TradeDate[] {
    return this.#dates.all(symbol) as TradeDate[];
  }
}

function checkTicks(ticks: TickColumns): void {
  for (let i = 0; i < ticks.length; i++) {
    const isInOrder = i === 0 || ticks.at[i]! >= ticks.at[i - 1]!;
    const price = ticks.price[i]!;
    const volume = ticks.volume[i]!;
    const isPossible = price > 0 && price <= PRICE_MAX && Number.isSafeInteger(volume) && volume >= 0;
    if (isInOrder && isPossible) continue;
    throw new ChartStoreError('invalid-bars', {
      ko: `체결 ${i}(${price}원, ${volume}주)은(는) 있을 수 없거나 순서가 틀립니다`,
      en: `tick ${i} (${price} won, ${volume} shares) is impossible or out of order`,
    });
  }
}
