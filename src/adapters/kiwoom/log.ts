// The little of a logger that this adapter needs. Callers pass pino or anything of its shape; secrets are never logged.

type Fields = Readonly<Record<string, unknown>>;

/** Structured log lines: fields first, then an English message. */
export interface Log {
  debug(fields: Fields, message: string): void;
  info(fields: Fields, message: string): void;
  warn(fields: Fields, message: string): void;
  error(fields: Fields, message: string): void;
}

function ignore(): void {
  // Asked to be silent.
}

/** A log that says nothing. */
export const silentLog: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
