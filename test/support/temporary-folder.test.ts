// What a test puts on disk is gone after it, and what slips through goes with the folder of the run.

import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

let made: string;

test('a folder is there while its test runs, in the folder of the run', () => {
  made = temporaryFolder();
  writeFileSync(join(made, 'file'), 'text');
  expect(existsSync(join(made, 'file'))).toBe(true);
  expect(dirname(made)).toBe(tmpdir());
  expect(basename(tmpdir())).toMatch(/^hwangso-test-/);
});

test('and gone after it', () => {
  expect(existsSync(made)).toBe(false);
});
