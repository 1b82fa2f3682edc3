// config/README.md lists every key of the schema, no other, and the defaults it names are the ones that apply.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { type HwangsoConfig, loadConfig, parseConfig } from '#app/config/config.ts';
import { configSchema } from '#app/config/config-schema.ts';
import { keyRows, ROOT } from './papers.ts';

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** `strategies[].name` for every leaf of the schema. */
function keysOf(schema: JsonSchema, path = ''): string[] {
  if (schema.properties !== undefined) {
    return Object.entries(schema.properties).flatMap(([key, value]) =>
      keysOf(value, path === '' ? key : `${path}.${key}`),
    );
  }
  return schema.items?.properties === undefined ? [path] : keysOf(schema.items, `${path}[]`);
}

const ROWS = keyRows('config/README.md');

/** The least configuration that has every section, so that any key can be put into it. */
function least(): Record<string, unknown> {
  return {
    broker: { domain: 'mock' },
    strategies: [{ name: 'a', module: 'volatility-breakout', symbols: ['005930'], capital: 1_000_000 }],
    backtest: { period: '1d', from: '2025-01-02', to: '2025-06-30', cash: 1_000_000 },
  };
}

function withKey(key: string, value: unknown): Record<string, unknown> {
  const config = least();
  const path = key.replace('[]', '.0').split('.');
  let place = config;
  for (const part of path.slice(0, -1)) {
    place[part] ??= {};
    place = place[part] as Record<string, unknown>;
  }
  place[path.at(-1)!] = value;
  return config;
}

async function resolved(written: Record<string, unknown>): Promise<unknown> {
  const config: HwangsoConfig = await parseConfig(stringify(written), join(ROOT, 'config', 'keys.yaml'));
  const strategies = config.strategies.map(({ definition: _, ...setup }) => setup);
  return JSON.parse(JSON.stringify({ ...config, strategies }));
}

describe('config/README.md', () => {
  it('lists every key of the schema and no other', () => {
    const schema = z.toJSONSchema(configSchema, { unrepresentable: 'any', io: 'input' }) as JsonSchema;
    expect(ROWS.map(({ key }) => key).sort()).toEqual(keysOf(schema).sort());
  });

  it('says required where the schema does', async () => {
    const required = ROWS.filter(({ byDefault }) => byDefault === 'required').map(({ key }) => key);
    for (const key of required) {
      await expect(resolved(withKey(key, undefined)), key).rejects.toThrow();
    }
    expect(required).toContain('strategies[].capital');
  });

  const literal = ROWS.flatMap(({ key, byDefault }) => {
    const [, value] = /^`(.*)`$/.exec(byDefault) ?? [];
    return value === undefined ? [] : [[key, value] as const];
  });
  it.each(literal)('names the default of %s: %s', async (key, value) => {
    expect(await resolved(withKey(key, parse(value)))).toEqual(await resolved(least()));
  });

  it.each([
    ['strategies[].capital', 2_000_000],
    ['record', false],
    ['risk.maxOrdersPerDay', 7],
  ])('would notice another default of %s', async (key, value) => {
    expect(await resolved(withKey(key, value))).not.toEqual(await resolved(least()));
  });
});

describe('a ready configuration', () => {
  const files = ['config', 'examples'].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `${folder}/${name}`),
  );
  it.each(files)('%s is valid', async (file) => {
    await expect(loadConfig(join(ROOT, file))).resolves.toMatchObject({ account: expect.any(String) });
  });
});
