// A connection to the broker for commands that only look: no engine, no ledger, no orders.

import { existsSync } from 'node:fs';
import { connectKiwoom, type KiwoomConnection } from '#adapters/kiwoom/connect-kiwoom.ts';
import { undiciTransport } from '#adapters/kiwoom/rest/undici-transport.ts';
import { isLedgerLocked } from '#adapters/sqlite/ledger-lock.ts';
import { pinoLog } from '#adapters/system/pino-log.ts';
import { systemRandom } from '#adapters/system/random-jitter.ts';
import { readCredentials } from '#adapters/system/secrets.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import type { CliContext } from './cli-context.ts';
import { type BrokerConfig, loadBroker, loadDataPaths } from './config/config.ts';
import { resolveBroker } from './config/config-broker.ts';
import { rateLimits, registrationLimits } from './live/rate-limits.ts';
import { serverClock } from './live/server-clock.ts';

/**
 * The broker of the configuration `file`; without one that of HWANGSO_CONFIG, and without that Kiwoom's mock domain. Rejects
 * with ConfigError.
 */
export async function chooseBroker(file: string | null, { env }: CliContext): Promise<BrokerConfig> {
  const chosen = file ?? env['HWANGSO_CONFIG'] ?? '';
  return chosen === '' ? resolveBroker({}, '.') : loadBroker(chosen);
}

/**
 * True when an engine trades with the configuration `file` (or that of HWANGSO_CONFIG) now. A session of the same key would
 * end the engine's, which halts it.
 */
export async function isEngineRunning(file: string | null, { env }: CliContext): Promise<boolean> {
  const chosen = file ?? env['HWANGSO_CONFIG'] ?? '';
  if (chosen === '') return false;
  const { ledger } = await loadDataPaths(chosen);
  return existsSync(ledger) && isLedgerLocked(ledger);
}

/** Connects with the keys of the environment or the configuration's file. Close it in the end. Throws SecretsError. */
export function openBroker(broker: BrokerConfig, context: CliContext): KiwoomConnection {
  const wall = systemClock();
  const credentials = readCredentials(context.env, broker.secretsFile);
  const log = pinoLog({
    clock: wall,
    level: context.debug ? 'debug' : 'silent', // the command tells its own failures
    to: { write: (line: string) => context.stderr.write(line) },
  });
  log.registerSecret(credentials.appKey);
  log.registerSecret(credentials.secretKey);
  const server = broker.clock === 'server' ? serverClock(wall) : null;
  const transport = undiciTransport(broker.restUrl);
  return connectKiwoom({
    restUrl: broker.restUrl,
    wsUrl: broker.wsUrl,
    limits: rateLimits(broker),
    registrationLimits: registrationLimits(broker),
    ...credentials,
    clock: server?.clock ?? wall,
    timers: wall,
    http: server?.follow(transport) ?? transport,
    jitter: systemRandom(),
    ...(broker.domain === 'custom' ? { quietHours: null } : {}),
    log,
  });
}
