// The tables of a chart store. `application_id` tells the file from any other SQLite file, `user_version` its age.

/** "HSCH" as a 32-bit number, in the header of every chart store. */
export const APPLICATION_ID = 0x48534348;

/** Raised with every change of the tables below. */
export const SCHEMA_VERSION = 1;

export const SCHEMA = `
CREATE TABLE instruments (
  symbol   TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  market   TEXT NOT NULL,
  kind     TEXT NOT NULL,
  leverage INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE series (
  id     INTEGER PRIMARY KEY,
  symbol TEXT NOT NULL,
  period TEXT NOT NULL,
  UNIQUE (symbol, period)
) STRICT;

-- first_at and last_at are the starts of the oldest and newest bar, checksum is CRC-32 of the columns.
CREATE TABLE chunks (
  series   INTEGER NOT NULL REFERENCES series (id),
  chunk    INTEGER NOT NULL,
  bars     INTEGER NOT NULL,
  first_at INTEGER NOT NULL,
  last_at  INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  columns  BLOB NOT NULL,
  PRIMARY KEY (series, chunk)
) STRICT;

-- Several trades share a second, so ticks have no key of their own: a day of them is replaced as a whole.
CREATE TABLE ticks (
  symbol     TEXT NOT NULL,
  trade_date TEXT NOT NULL,
  ticks      INTEGER NOT NULL,
  checksum   INTEGER NOT NULL,
  columns    BLOB NOT NULL,
  PRIMARY KEY (symbol, trade_date)
) STRICT;

-- What was fetched without a gap, and the walk towards the past that is under way. Moments in epoch milliseconds.
CREATE TABLE fetch_progress (
  symbol         TEXT NOT NULL,
  period         TEXT NOT NULL,
  complete_from  INTEGER,
  complete_until INTEGER,
  walk           TEXT,
  PRIMARY KEY (symbol, period)
) STRICT, WITHOUT ROWID;
`;
