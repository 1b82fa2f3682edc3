// A person's orders from the shell, over real sockets: alone, refused by risk, cancelled, and handed to a running engine.

import { expect, test } from 'vitest';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { hwangso, start, startExchange, writeConfig } from './processes.ts';

const QUIET = `  - name: quiet
    module: moving-average-cross
    symbols: ['069500']
    capital: 40000000
    parameters: { fast: 100, slow: 400, period: 1m }`;

async function given() {
  const exchange = await startExchange(1, 60); // stands still in the opening auction
  const config = writeConfig(temporaryFolder(), exchange.ready, QUIET);
  const order = (...words: string[]) => hwangso(['order', ...words, '--json'], exchange.keys);
  return { config, keys: exchange.keys, order };
}

test('an order of one’s own goes through risk and the ledger, stays, and can be cancelled', async () => {
  const { config, order } = await given();
  expect(await order('list', config)).toMatchObject({ code: 0, out: '[]\n' });

  const placed = await order(
    'buy',
    config,
    '005930',
    '10',
    '--price',
    '70000',
    '--yes',
    '--reason',
    'a hunch',
  );
  expect(placed.code, placed.err).toBe(0);
  expect(JSON.parse(placed.out)).toMatchObject({ status: 'working' });

  const [listed] = JSON.parse((await order('list', config)).out);
  expect(listed).toMatchObject({ strategy: 'operator', quantity: 10, reason: 'a hunch', status: 'working' });

  const cancelled = await order('cancel', config, listed.brokerOrderNo, '--yes');
  expect(cancelled.code, cancelled.err).toBe(0);
  expect(JSON.parse(cancelled.out)).toEqual({ order: listed.id, status: 'cancelled' });
  expect((await order('cancel', config, listed.id, '--yes')).code).toBe(3);
});

test('risk refuses what it would refuse a strategy, and nobody is asked without a terminal', async () => {
  const { config, order } = await given();

  const unheld = await order('sell', config, '005930', '1', '--yes');
  expect([unheld.code, JSON.parse(unheld.out).status]).toEqual([3, 'refused']);
  expect(unheld.err).toContain('fewer shares may be sold');

  const offTick = await order('buy', config, '005930', '1', '--price', '70010', '--yes');
  expect(offTick.code).toBe(3);
  expect(offTick.err).toContain('price grid');

  const unasked = await order('buy', config, '005930', '1');
  expect([unasked.code, unasked.out]).toEqual([2, '']);
  expect(JSON.parse((await order('list', config)).out)).toEqual([]);
});

test('a running engine takes the order and follows it', async () => {
  const { config, keys, order } = await given();
  const engine = start(['run', config], keys);
  await engine.said("our books equal the broker's");

  const placed = await order('buy', config, '000660', '1', '--price', '300000', '--yes');
  expect(placed.code, placed.err).toBe(0);
  expect(placed.err).toContain('handing it to the running engine');
  engine.child.kill('SIGINT');
  const { err } = await engine.ended;
  expect(err).toContain('operator: buy 1 000660 300,000 won (by hand)');
  expect(err).toContain('cancelled at our request'); // an engine that ends leaves nothing behind
});
