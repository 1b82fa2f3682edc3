// The file that keeps an exchange between runs: market, accounts and their keys, so that clients go on with what they have.

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ServerKey } from '#adapters/kiwoom-server/token-desk.ts';
import type { Clock } from '#domain/time.ts';
import type { Exchange } from '#exchange/exchange.ts';
import { ExchangeInputError, orNotWritable } from './exchange-input-error.ts';
import { exchangeWords } from './exchange-messages.ts';

export interface KeptExchange {
  /** For restoreExchange. */
  readonly exchange: unknown;
  readonly keys: readonly ServerKey[];
}

const FORMAT = 'hwangso.exchange/1';
const SAVE_EVERY_MS = 1_000;
/** A save of a large, old market takes a while and nobody is heard meanwhile: it may take a twentieth of the time. */
const SAVE_SHARE = 20;

/** What the file keeps; null where there is none yet. Throws ExchangeInputError for a file of another kind. */
export function readState(path: string): KeptExchange | null {
  if (!existsSync(path)) return null;
  let state: unknown;
  try {
    state = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw notOurs(path);
  }
  if (typeof state !== 'object' || state === null) throw notOurs(path);
  const { format, exchange, keys = [] } = state as Partial<Record<string, unknown>>;
  if (format !== FORMAT || !Array.isArray(keys)) throw notOurs(path);
  return { exchange, keys: keys as readonly ServerKey[] };
}

/**
 * Written beside and moved over: a crash leaves the old state or the new one, never half of one. It holds keys. Throws
 * ExchangeInputError where it cannot be written.
 */
export function saveState(path: string, exchange: Exchange, keys: readonly ServerKey[]): void {
  const text = JSON.stringify({ format: FORMAT, keys, exchange: exchange.save() });
  orNotWritable(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, text, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  });
}

/**
 * Saves now and every second, less often where saving takes long; returns the function that ends it. A disk that is full for a
 * while does not end the exchange: `failed` hears of the first save that could not be written, and the next ones are tried.
 */
export function saveRegularly(
  clock: Clock,
  save: () => void,
  failed: (error: ExchangeInputError) => void,
): () => void {
  let cancel = (): void => undefined;
  let isFailing = false;
  const again = (): void => {
    const begun = clock.now();
    isFailing = !isSaved(save, isFailing ? () => undefined : failed);
    const ended = clock.now();
    cancel = clock.wakeAt(ended + Math.max(SAVE_EVERY_MS, (ended - begun) * SAVE_SHARE), again);
  };
  again();
  return () => cancel();
}

function isSaved(save: () => void, failed: (error: ExchangeInputError) => void): boolean {
  try {
    save();
    return true;
  } catch (error) {
    if (!(error instanceof ExchangeInputError)) throw error;
    failed(error);
    return false;
  }
}

function notOurs(path: string): ExchangeInputError {
  return new ExchangeInputError(
    'not-an-exchange-state',
    exchangeWords((say) => say.badState(path, FORMAT)),
  );
}
