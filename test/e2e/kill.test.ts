// `kill -9` on a trading engine, over real sockets and a real ledger file, at moments that a seed chooses: started again
// each time, it must end the day with the broker's book, and every order at the broker must have one intent behind it.

import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Random } from '#exchange/random.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { start, startExchange, writeConfig } from './processes.ts';
import { expectSameBooks } from './same-books.ts';

const SEED = Number(process.env['HWANGSO_E2E_SEED'] ?? 1);
const SPEED = 1_200;
const KILLS = 5;
const RESTLESS = fileURLToPath(new URL('../simulation/restless-strategy.ts', import.meta.url));
const STRATEGIES = ['restless', 'nervous']
  .map(
    (name) => `  - name: ${name}
    module: ${RESTLESS}
    symbols: ['005930', '000660']
    capital: 40000000
    order: market
    parameters: { seed: ${SEED}, mood: 0.02, maxShares: 40 }`,
  )
  .join('\n');

test(`seed ${SEED}: killed ${KILLS} times, the ledger ends as the book of the exchange`, async () => {
  const random = new Random(SEED, 'kills');
  const folder = temporaryFolder();
  const exchange = await startExchange(SEED, SPEED);
  const config = writeConfig(folder, exchange.ready, STRATEGIES);
  const run = () => start(['run', config, '--until-close'], exchange.keys);

  let engine = run();
  await engine.said("our books equal the broker's");
  exchange.go();
  for (let kill = 0; kill < KILLS; kill++) {
    await pause(random.between(300, 2_800));
    engine.child.kill('SIGKILL');
    await engine.ended;
    engine = run();
  }
  const end = await engine.ended;
  expect(end.code, end.err).toBe(0);

  const books = await expectSameBooks(folder, exchange);
  expect(books.fills.length).toBeGreaterThan(10);
});
