// A strategy that cannot begin is told before anything is sent, in the words of whoever refused it.

import { expect, it } from 'vitest';
import { parseConfig } from '#app/config/config.ts';
import { StrategyStartError, tryStrategies } from '#app/live/strategy-start.ts';

const SCREEN = 'strategies: [{ name: winners, module: ranking-screen, capital: 1000000 }]';
const POLLS = `polls:
  - { name: gold, query: ka10032, every: 30, inputs: { marketType: 000, managedStockIncluded: 0, exchangeType: 1 } }`;

it('names the strategy and what it lacks', async () => {
  const config = await parseConfig(`${SCREEN}\n${POLLS}`, 'screen.yaml');
  const caught = ((): unknown => {
    try {
      tryStrategies(config);
    } catch (error) {
      return error;
    }
    return null;
  })();

  expect(caught).toBeInstanceOf(StrategyStartError);
  expect((caught as StrategyStartError).describe('en')).toMatch(/^winners: does not start: .*ka10027.*gold/);
  expect((caught as StrategyStartError).describe('ko')).toMatch(/^winners: 시작하지 못합니다/);
});

it('has nothing to say of strategies that start', async () => {
  const config = await parseConfig(
    "strategies: [{ name: a, module: moving-average-cross, symbols: ['005930'], capital: 1000000 }]",
    'fine.yaml',
  );
  expect(() => tryStrategies(config)).not.toThrow();
});
