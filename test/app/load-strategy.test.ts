// Strategies are found by name or by file, and every way a file can be wrong has its own message.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  loadStrategy,
  StrategyLoadError,
  shippedStrategies,
  shippedStrategyNames,
} from '#app/load-strategy.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const folder = temporaryFolder(afterAll);
beforeAll(() => {
  mkdirSync(join(folder, 'folder.ts'));
});

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return `./${name}`;
}

describe('strategies that ship', () => {
  it('are all registered', () => {
    const sources = new URL('../../src/strategies/', import.meta.url);
    const files = readdirSync(sources)
      .filter((name) => /export const strategy\b/.test(readFileSync(new URL(name, sources), 'utf8')))
      .map((name) => name.replace(/\.ts$/, ''));

    expect(shippedStrategyNames()).toEqual(files.sort());
  });

  it('are called what they are registered as', async () => {
    expect((await shippedStrategies()).map(({ name }) => name)).toEqual(shippedStrategyNames());
  });

  it.each(['toString', '__proto__', 'nothing'])('do not include %s', async (name) => {
    await expect(loadStrategy(name, folder)).rejects.toMatchObject({ code: 'not-found' });
  });
});

const SHAPE =
  "description: { en: 'a', ko: 'b' }, parameters: { safeParse: (data) => ({ success: true, data }) }";

describe('a strategy file', () => {
  it('is loaded from a path relative to the configuration', async () => {
    const file = write(
      'mine.js',
      `export const strategy = { name: 'mine', ${SHAPE}, warmUp: () => [], run: () => null };`,
    );

    expect((await loadStrategy(file, folder)).name).toBe('mine');
  });

  it.each([
    ['missing', () => './gone.ts', 'not-found', 'does not exist'],
    ['a folder', () => './folder.ts', 'not-found', 'does not exist'],
    ['of another kind', () => './mine.py', 'not-found', 'no .ts or .js file'],
    ['throwing', () => write('throwing.js', "throw new Error('no luck');"), 'failed', 'no luck'],
    ['without the export', () => write('other.js', 'export const plan = 1;'), 'no-export', 'it exports plan'],
    ['without any export', () => write('none.js', 'globalThis.x = 1;'), 'no-export', 'it exports nothing'],
    [
      'exporting a number',
      () => write('number.js', 'export const strategy = 1;'),
      'wrong-shape',
      'defineStrategy',
    ],
    [
      'half a strategy',
      () => write('half.js', `export const strategy = { name: 'half', ${SHAPE}, run: 1 };`),
      'wrong-shape',
      'warmUp must be function, run must be function',
    ],
  ])('%s is refused with a reason', async (_what, file, code, says) => {
    const error = await loadStrategy(file(), folder).then(
      () => null,
      (reason: unknown) => reason,
    );

    expect(error).toBeInstanceOf(StrategyLoadError);
    expect(error).toMatchObject({ code, retryable: false });
    expect((error as StrategyLoadError).message).toContain(says);
    expect((error as StrategyLoadError).describe('ko')).toMatch(/[가-힣]/);
  });
});
