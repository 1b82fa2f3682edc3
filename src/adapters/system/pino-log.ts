// The program's log: one event, one line of JSON, fields rather than prose, times in Korea, secrets hidden. Only the
// edges log; what the core decided stands in the ledger.

import { type DestinationStream, destination, type Level, type Logger, pino } from 'pino';
import { type Clock, kstIso } from '#domain/time.ts';
import { hideSecretFields, SecretValues } from './redaction.ts';

export type LogFields = Readonly<Record<string, unknown>>;

/** Where the edges say what happened. Fields first, then a short message in plain words. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
  /** A log that adds `fields` to each line. */
  child(fields: LogFields): Log;
  /** From now on `value` appears nowhere in this log or its children. */
  registerSecret(value: string): void;
}

export interface PinoLogOptions {
  readonly clock: Pick<Clock, 'now'>;
  readonly level?: Level | 'silent';
  /** A file to append to, or a stream; standard error when left out, so that standard output stays free for answers. */
  readonly to?: string | DestinationStream;
}

/** A Log that writes lines of JSON. Lines are written at once, so that the last words before a crash are kept. */
export function pinoLog({ clock, level = 'info', to }: PinoLogOptions): Log {
  const secrets = new SecretValues();
  const logger = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${kstIso(clock.now())}"`,
      formatters: {
        level: (label) => ({ level: label }),
        log: hideSecretFields,
        bindings: hideSecretFields,
      },
      hooks: { streamWrite: (line) => secrets.scrub(line) },
    },
    typeof to === 'object' ? to : destination({ dest: to ?? 2, sync: true, mkdir: true, mode: 0o600 }),
  );
  return asLog(logger, secrets);
}

function asLog(logger: Logger, secrets: SecretValues): Log {
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
    child: (fields) => asLog(logger.child(hideSecretFields(fields)), secrets),
    registerSecret: (value) => secrets.add(value),
  };
}
