// The polls section: what is read out of it, and each mistake with its line and what was expected there.

import { describe, expect, test } from 'vitest';
import { type HwangsoConfig, parseConfig } from '#app/config/config.ts';
import { toEngineSettings } from '#app/config/config-engine.ts';
import { ConfigError } from '#app/config/config-error.ts';

const STRATEGIES = `strategies:
  - { name: a, module: volatility-breakout, symbols: ['005930'], capital: 1000000 }
`;
const INPUTS: Readonly<Record<string, string>> = {
  marketType: '000',
  sortType: '1',
  volumeCondition: '0000',
  stockCondition: '1',
  creditCondition: '0',
  limitsIncluded: '0',
  priceCondition: '0',
  tradedValueCondition: '0',
  exchangeType: '1',
};

const read = (polls: string): Promise<HwangsoConfig> =>
  parseConfig(`${STRATEGIES}${polls}`, '/somewhere/a.yaml');

/** A poll of ka10027 with other inputs; an empty one is left out. */
function poll(inputs: Readonly<Record<string, string>> = {}, parts = ''): string {
  const written = Object.entries({ ...INPUTS, ...inputs }).filter(([, value]) => value !== '');
  const text = written.map(([name, value]) => `${name}: ${value}`).join(', ');
  return `polls:\n  - name: top\n    query: ka10027\n    every: 30\n    inputs: { ${text} }\n${parts}`;
}

async function problemsOf(polls: string): Promise<string[]> {
  try {
    await read(polls);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(
      ({ line, path, expected, hint }) => `${line} ${path}: ${[expected?.en, hint?.en].join(' ').trim()}`,
    );
  }
}

describe('a poll', () => {
  test('reaches the engine with its inputs as they are written', async () => {
    const { polls } = toEngineSettings(await read(poll()));
    expect(polls).toEqual([
      { name: 'top', query: 'ka10027', inputs: INPUTS, everyMs: 30_000, phases: ['continuous'] },
    ]);
  });

  test('may name other parts of the day and Kiwoom’s own words for its inputs', async () => {
    const inputs = { marketType: '', mrkt_tp: '"001"' };
    const { polls } = await read(poll(inputs, '    phases: [opening-auction, continuous]\n'));
    expect(polls[0]).toMatchObject({
      inputs: { mrkt_tp: '001' },
      phases: ['opening-auction', 'continuous'],
    });
  });

  test('is none where the file has none', async () => {
    expect((await read('')).polls).toEqual([]);
  });
});

describe('a mistake in a poll is named with its line', () => {
  test.each<[string, string, string]>([
    ['an unknown query', poll().replace('ka10027', 'ka10O27'), '5 polls[0].query: a query of Kiwoom’s guide'],
    ['a slip in it', poll().replace('ka10027', 'ka1002'), 'did you mean ka10'],
    ['an order', poll().replace('ka10027', 'kt10000'), '5 polls[0].query: kt10000: is an order'],
    [
      'a real-time type',
      poll().replace('ka10027', '0B'),
      '5 polls[0].query: 0B: is spoken over the WebSocket',
    ],
    ['a missing input', poll({ sortType: '' }), 'polls[0].inputs.sortType: ka10027: sortType'],
    ['an input too long', poll({ marketType: '0000' }), '7 polls[0].inputs.marketType: ka10027: marketType'],
    [
      'an input not allowed',
      poll({ marketType: '999' }),
      '7 polls[0].inputs.marketType: ka10027: marketType',
    ],
    [
      'an input that is none',
      poll({ shoeSize: '1' }),
      'polls[0].inputs.shoeSize: ka10027: shoeSize is no field',
    ],
    ['a list as input', poll({ marketType: '[1]' }), '7 polls[0].inputs.marketType'],
    ['too hasty a pace', poll().replace('every: 30', 'every: 0.5'), '6 polls[0].every: a number, 1 or more'],
    [
      'a phase that is none',
      poll({}, '    phases: [lunch]\n'),
      '8 polls[0].phases[0]: one of closed, pre-market',
    ],
    ['no phases', poll({}, '    phases: []\n'), '8 polls[0].phases: a list of 1 or more'],
    ['an unknown key', poll({}, '    often: true\n'), '8 polls[0].often: a key that exists here'],
  ])('%s', async (_name, polls, problem) => {
    const problems = await problemsOf(polls);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  test('a name twice', async () => {
    const second = poll().replace('polls:\n', '');
    expect(await problemsOf(poll() + second)).toEqual(['8 polls[1].name: a name that no other poll has']);
  });

  test('everything of an empty entry', async () => {
    const problems = await problemsOf('polls:\n  - {}\n');
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      '4 polls[0].name',
      '4 polls[0].query',
      '4 polls[0].every',
    ]);
  });
});

describe('symbols', () => {
  const strategy = (text: string): string => `strategies:\n  - { name: a, capital: 1000000, ${text} }\n`;
  const load = (text: string): Promise<HwangsoConfig> => parseConfig(strategy(text), '/somewhere/a.yaml');

  test.each(['', ', symbols: []'])('may be missing (%j) where the strategy chooses them', async (symbols) => {
    const { strategies } = await load(`module: condition-follower, parameters: { condition: x }${symbols}`);
    expect(strategies[0]?.symbols).toEqual([]);
  });

  test.each(['', ', symbols: []'])('must not (%j) where it does not', async (symbols) => {
    await expect(load(`module: volatility-breakout${symbols}`)).rejects.toThrow(
      /strategies\[0\]\.symbols: expected a list of 1 or more: this strategy does not choose/,
    );
  });
});

test('no strategy may have the name of the operator', async () => {
  const text = STRATEGIES.replace('name: a', 'name: operator');
  await expect(parseConfig(text, '/somewhere/a.yaml')).rejects.toThrow(/operator is taken by orders by hand/);
});
