// The engine against an exchange where things go wrong: notices lost, doubled and late, answers lost after the order was
// accepted, sockets dead and cut, lists behind. It must end the day with the broker's books.

import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { newFolder, start, startExchange, writeConfig } from './processes.ts';
import { expectSameBooks } from './same-books.ts';

const SEED = Number(process.env['HWANGSO_E2E_SEED'] ?? 1);
/** A day in a minute: fast enough to be waited for, slow enough that the engine is never late for its own day. */
const SPEED = 400;
const RESTLESS = fileURLToPath(new URL('../simulation/restless-strategy.ts', import.meta.url));
const STRATEGIES = `  - name: restless
    module: ${RESTLESS}
    symbols: ['005930', '000660']
    capital: 40000000
    order: market
    parameters: { seed: ${SEED}, mood: 0.02, maxShares: 40 }`;

test(`seed ${SEED}: after a rough morning the ledger is the book of the exchange`, async () => {
  const folder = newFolder();
  const exchange = await startExchange(SEED, SPEED, ['--scenario', 'rough-morning']);
  const config = writeConfig(folder, exchange.ready, STRATEGIES);
  const engine = start(['run', config, '--until-close'], exchange.keys);
  await engine.said("our books equal the broker's");
  exchange.go();
  const end = await engine.ended;
  expect(end.code, end.err).toBe(0);
  // The morning was rough: an order's answer was lost, the socket broke.
  expect(end.err).toMatch(/order \S+ unknown: kt1000\d/);
  expect(end.err).toContain('real-time feed lost');
  const books = await expectSameBooks(folder, exchange);
  expect(books.fills.length).toBeGreaterThan(10);
}, 240_000);
