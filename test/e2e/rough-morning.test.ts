// The engine against an exchange where things go wrong: notices lost, doubled and late, answers lost after the order was
// accepted, sockets dead and cut, lists behind. It must end the day with the broker's books.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { start, startExchange, writeConfig } from './processes.ts';
import { expectSameBooks } from './same-books.ts';

const SEED = Number(process.env['HWANGSO_E2E_SEED'] ?? 1);
/** The last half hour of a day in most of a minute: what takes the wall's milliseconds stays small beside the day's seconds. */
const SPEED = 40;
const FROM = '14:57';
/** The times of the scenario that ships, and when they come here. */
const MOVED: readonly (readonly [from: string, to: string])[] = [
  ['at: 09:05', 'at: 15:00'],
  ['at: 09:20', 'at: 15:04'],
  ['at: 10:15', 'at: 15:10'],
  ['at: 10:30', 'at: 15:13'],
];
const SCENARIO = fileURLToPath(new URL('../../config/scenarios/rough-morning.yaml', import.meta.url));
const RESTLESS = fileURLToPath(new URL('../simulation/restless-strategy.ts', import.meta.url));
const STRATEGIES = `  - name: restless
    module: ${RESTLESS}
    symbols: ['005930', '000660']
    capital: 40000000
    order: market
    parameters: { seed: ${SEED}, mood: 0.15, maxShares: 40 }`;

test(`seed ${SEED}: after a rough morning the ledger is the book of the exchange`, async () => {
  const folder = temporaryFolder();
  const exchange = await startExchange(SEED, SPEED, ['--time', FROM, '--scenario', roughAfternoon(folder)]);
  const config = patient(writeConfig(folder, exchange.ready, STRATEGIES));
  const engine = start(['run', config, '--until-close'], exchange.keys);
  await engine.said("our books equal the broker's");
  exchange.go();
  const end = await engine.ended;
  expect(end.code, end.err).toBe(0);
  // It was rough: an order's answer was lost, the socket broke.
  expect(end.err).toMatch(/order \S+ unknown: kt1000\d/);
  expect(end.err).toContain('real-time feed lost');
  const books = await expectSameBooks(folder, exchange);
  expect(books.fills.length).toBeGreaterThan(10);
});

/** The scenario that ships, moved to where this day begins; returns its path. */
function roughAfternoon(folder: string): string {
  const moved = MOVED.reduce(
    (text, [from, to]) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    },
    readFileSync(SCENARIO, 'utf8'),
  );
  const file = join(folder, 'rough.yaml');
  writeFileSync(file, moved);
  return file;
}

/** At this speed lists need not be given half an hour. */
function patient(config: string): string {
  const text = readFileSync(config, 'utf8').replace(
    'noticePatienceSeconds: 1800, lookupPatienceSeconds: 5400',
    'noticePatienceSeconds: 60, lookupPatienceSeconds: 300',
  );
  writeFileSync(config, text);
  return config;
}
