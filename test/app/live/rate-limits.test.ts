// The configured limits in the words of the Kiwoom adapter.

import { expect, test } from 'vitest';
import { parseConfig } from '#app/config/config.ts';
import { ConfigError } from '#app/config/config-error.ts';
import { registrationLimits } from '#app/live/rate-limits.ts';

const read = (realtime: string) =>
  parseConfig(
    `broker:
  domain: mock
  realtime: ${realtime}
strategies:
  - { name: a, module: volatility-breakout, symbols: ['005930'], capital: 1000000 }
`,
    '/somewhere/a.yaml',
  );

test('a session may register what the configuration says, in one group if need be', async () => {
  const { broker } = await read('{ maxCodes: 40, maxConditions: 3 }');
  expect(registrationLimits(broker)).toEqual({ maxCodes: 40, maxCodesPerGroup: 40, maxConditions: 3 });
});

test('what it leaves out is what was seen of Kiwoom', async () => {
  const { broker } = await read('{ maxConditions: 3 }');
  expect(registrationLimits(broker)).toEqual({ maxCodes: 95, maxCodesPerGroup: 95, maxConditions: 3 });
});

test.each(['{ maxCodes: 0 }', '{ maxCodes: 1.5 }', '{ codes: 40 }'])('%s is refused', async (realtime) => {
  await expect(read(realtime)).rejects.toThrow(ConfigError);
});
