// Scenario files: what is read from them, and that every mistake is told with its line, in both languages.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAULT_TARGETS } from '#adapters/kiwoom-server/faults/fault-rules.ts';
import { ConfigError } from '#app/config/config-error.ts';
import { loadScenario, parseScenario, shippedScenarios } from '#app/exchange/exchange-scenario.ts';
import { durationMs } from '#app/exchange/exchange-scenario-schema.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#domain/time.ts';

function errorOf(entries: string): ConfigError {
  try {
    parseScenario(`faults:\n${entries}`, 'mine.yaml');
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('nothing was wrong');
}

describe('a scenario', () => {
  it('is read into rules, with defaults', () => {
    const { name, seed, rules } = parseScenario(
      `name: mine
seed: 9
faults:
  - fault: slow-answer
    at: 09:00:10
    on: { tr: [kt10000, queries], nth: 2, every: 3 }
    for: 1.5m
    count: 4
    probability: 0.25
    delay: 100ms..2s
  - { fault: half-open, after: 1h, for: 30s }
  - { fault: drop-frame, on: { frame: [00, 0B, '04'] } }
  - { fault: clock-skew, by: 5s, behind: true }
  - { fault: stale-answer }
`,
      'mine.yaml',
    );
    expect({ name, seed }).toEqual({ name: 'mine', seed: 9 });
    const rest = { start: null, on: null, forMs: null, count: null, chance: 1 };
    expect(rules).toEqual([
      {
        fault: { type: 'slow-answer', delay: { min: 100, max: 2_000 } },
        start: { type: 'at', msOfDay: 9 * HOUR_MS + 10 * SECOND_MS },
        on: { tr: ['kt10000', 'queries'], frame: null, nth: 2, every: 3 },
        forMs: 90_000,
        count: 4,
        chance: 0.25,
      },
      { ...rest, fault: { type: 'half-open' }, start: { type: 'after', ms: HOUR_MS }, forMs: 30_000 },
      {
        ...rest,
        fault: { type: 'drop-frame' },
        on: { tr: null, frame: ['00', '0B', '04'], nth: 1, every: 1 },
      },
      { ...rest, fault: { type: 'clock-skew', byMs: -5_000 } },
      { ...rest, fault: { type: 'stale-answer', lagMs: 40_000 } },
    ]);
  });

  it('needs no more than the name of a fault', () => {
    for (const fault of Object.keys(FAULT_TARGETS)) {
      const [rule] = parseScenario(`faults: [{ fault: ${fault} }]`, 'x.yaml').rules;
      expect(rule?.fault.type).toBe(fault);
    }
  });

  it.each(shippedScenarios())('%s ships and says what it does', (name) => {
    const file = fileURLToPath(new URL(`../../../config/scenarios/${name}.yaml`, import.meta.url));
    const scenario = loadScenario('/nowhere', name);
    expect(scenario.name).toBe(name);
    expect(scenario.rules.length).toBeGreaterThan(0);
    expect(readFileSync(file, 'utf8')).toMatch(/^# .{40}/);
  });
});

describe('a mistake', () => {
  it.each([
    ['  - { fault: lost-answr }', 2, 14, /perhaps lost-answer/],
    ['  - { fault: earthquake }', 2, 14, /lost-request, lost-answer/],
    ['  - { fault: slow-answer, delay: 5 }', 2, 34, /duration such as 500ms.*found 5$/m],
    ['  - { fault: slow-answer, delay: 2s..1s }', 2, 34, /100ms\.\.2s/],
    ['  - { fault: drop-frame, dleay: 1s }', 2, 26, /known here: fault, at/],
    ['  - { fault: delay-frame, dleay: 1s }', 2, 27, /did you mean delay\?/],
    ['  - { fault: kick, at: 25:00 }', 2, 24, /time of day/],
    ['  - { fault: kick, at: 09:00, after: 10s }', 2, 38, /at and after/],
    ['  - { fault: drop-frame, on: { tr: orders } }', 2, 30, /frame/],
    ['  - { fault: lost-answer, on: { frame: 00 } }', 2, 31, /tr/],
    ['  - { fault: lost-answer, on: { tr: kt1 } }', 2, 37, /kt10000/],
    ['  - { fault: lost-answer, probability: 5 }', 2, 40, /1/],
    ['  - { fault: stale-answer, lag: 1h }', 2, 33, /duration/],
    ['  - 7', 2, 5, /keys/],
    ['  - { fault: kick, code: R9 }', 2, 26, /R10001, R10002/],
  ])('%s', (entry, line, column, text) => {
    const error = errorOf(entry);
    expect(error.message).toMatch(text);
    expect(error.message).toContain(`mine.yaml:${line}:${column}: faults[0]`);
    expect(error.describe('ko')).toMatch(/[가-힣]/);
  });

  it('is told together with all others', () => {
    expect(errorOf('  - { fault: kick, at: 9 }\n  - { fault: x }\n').problems).toHaveLength(2);
  });

  it('in YAML itself, an empty list and a missing file are told too', () => {
    expect(() => parseScenario('faults: [', 'mine.yaml')).toThrow(/mine\.yaml:1/);
    expect(() => parseScenario('faults: []', 'mine.yaml')).toThrow(/1 or more/);
    expect(() => loadScenario('/nowhere', 'gone.yaml')).toThrow(/gone\.yaml.*rough-morning/);
  });

  it('never throws anything but a ConfigError', () => {
    fc.assert(
      fc.property(fc.string(), fc.json(), (text, json) => {
        for (const source of [text, json, `faults: [${json}]`]) {
          try {
            parseScenario(source, 'x.yaml');
          } catch (error) {
            expect(error).toBeInstanceOf(ConfigError);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

it.each([
  ['500ms', 500],
  ['10s', 10_000],
  ['1.5m', 1.5 * MINUTE_MS],
  ['2h', 2 * HOUR_MS],
  ['2', null],
  ['-2s', null],
  ['2 s', null],
])('%s is %s milliseconds', (text, ms) => {
  expect(durationMs(text)).toBe(ms);
});
