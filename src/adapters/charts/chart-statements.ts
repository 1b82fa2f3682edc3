// The SQL of the chart store, prepared once. Chunks overlap a range when they end after its begin and begin before its end.

import type Database from 'better-sqlite3';

/** Prepares every statement on an open chart store. */
export function prepareStatements(database: Database.Database) {
  const inRange = `FROM chunks JOIN series ON series.id = chunks.series
    WHERE symbol = @symbol AND period = @period AND last_at >= @begin AND first_at < @end`;
  const coverage = `SELECT symbol, period, sum(bars) AS bars, min(first_at) AS firstStart, max(last_at) AS lastStart
    FROM chunks JOIN series ON series.id = chunks.series`;
  return {
    addSeries: database.prepare('INSERT OR IGNORE INTO series (symbol, period) VALUES (?, ?)'),
    seriesId: database.prepare('SELECT id FROM series WHERE symbol = ? AND period = ?').pluck(),
    chunk: database.prepare(
      'SELECT chunk, bars, checksum, columns FROM chunks WHERE series = ? AND chunk = ?',
    ),
    putChunk:
      database.prepare(`INSERT OR REPLACE INTO chunks (series, chunk, bars, first_at, last_at, checksum, columns)
      VALUES (@series, @chunk, @bars, @firstAt, @lastAt, @checksum, @columns)`),
    countBars: database.prepare(`SELECT coalesce(sum(bars), 0) ${inRange}`).pluck(),
    loadChunks: database.prepare(`SELECT chunk, bars, checksum, columns ${inRange} ORDER BY chunk`),
    coverage: database.prepare(`${coverage} WHERE symbol = ? AND period = ? GROUP BY series.id`),
    allCoverage: database.prepare(`${coverage} GROUP BY series.id ORDER BY symbol, period`),
    putInstrument: database.prepare(`INSERT OR REPLACE INTO instruments (symbol, name, market, kind, leverage)
      VALUES (@symbol, @name, @market, @kind, @leverage)`),
    instrument: database.prepare(
      'SELECT symbol, name, market, kind, leverage FROM instruments WHERE symbol = ?',
    ),
    instruments: database.prepare(
      'SELECT symbol, name, market, kind, leverage FROM instruments ORDER BY symbol',
    ),
    saveProgress: database.prepare(`INSERT OR REPLACE INTO fetch_progress
      (symbol, period, complete_from, complete_until, walk)
      VALUES (@symbol, @period, @completeFrom, @completeUntil, @walkText)`),
    loadProgress:
      database.prepare(`SELECT complete_from AS completeFrom, complete_until AS completeUntil, walk
      FROM fetch_progress WHERE symbol = ? AND period = ?`),
  };
}
