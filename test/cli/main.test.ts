// The command line as a process: exit codes, what goes to which stream, and an old node handing over to a new one. Each
// case starts a process, so there is one for each promise and no more.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openSqliteLedger } from '#adapters/sqlite/sqlite-ledger.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { type Ended, MAIN, startProgram } from '../e2e/processes.ts';

const LAUNCHER = fileURLToPath(new URL('../../bin/hwangso.mjs', import.meta.url));

const folder = temporaryFolder(afterAll);

function hwangso(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  entry = MAIN,
): Promise<Ended> {
  return startProgram(entry, words, { env, cwd: folder }).ended;
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

const STRATEGIES = "strategies:\n  - { name: a, module: MODULE, symbols: ['005930'], capital: 1000000 }\n";

describe('hwangso', () => {
  it('says what is wrong with a command line, in the language of the machine, and exits with 2', async () => {
    const { code, out, err } = await hwangso(['chart'], { LANG: 'ko_KR.UTF-8' });

    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('모르는 명령입니다: chart');
    expect(err).toContain('혹시 charts입니까?');
  });

  it('says whose help explains the mistake', async () => {
    const { code, err } = await hwangso(['--lang', 'en', 'exchange', '--port', 'x']);

    expect(code).toBe(2);
    expect(err).toContain('Expected a port from 0 to 65535.');
    expect(err).toContain('\nhwangso exchange --help explains it');
  });

  it('exits with 3 for a wrong configuration, without a stack trace unless asked', async () => {
    const file = write('wrong.yaml', 'recrod: 1\n' + STRATEGIES.replace('MODULE', 'volatility-breakout'));
    const [plain, debug] = await Promise.all([
      hwangso(['config', 'check', file]),
      hwangso(['config', 'check', file, '--debug']),
    ]);

    expect([plain.code, plain.out]).toEqual([3, '']);
    expect(plain.err).toContain(
      'wrong.yaml:1:1: recrod: expected a key that exists here, found recrod; did you mean record?',
    );
    expect(plain.err).not.toContain('    at ');
    expect(debug.err).toContain('    at ');
  });

  it('refuses real money without its second confirmation, and sends nothing', async () => {
    const broker = 'broker: { domain: real, realMoney: true }\n';
    const file = write('real.yaml', broker + STRATEGIES.replace('MODULE', 'volatility-breakout'));
    const { code, err } = await hwangso(['run', file]);

    expect(code).toBe(3);
    expect(err).toContain('--real-money');
  });

  it('names the line of a syntax error in a strategy of TypeScript or JavaScript', async () => {
    write('broken.js', 'export const a = 1;\nexport const strategy = = 3;\n');
    write('broken.ts', 'const a: number = 1;\n\nexport const strategy: = 3;\n');
    const files = ['broken.js', 'broken.ts'].map((module) =>
      write(`${module}.yaml`, STRATEGIES.replace('MODULE', `./${module}`)),
    );
    const [js, ts] = await Promise.all(files.map((file) => hwangso(['config', 'check', file])));

    expect(js!.err).toContain('broken.js:2: ');
    expect(ts!.err).toContain('broken.ts:3: ');
  });

  it('runs a TypeScript strategy from a folder where nothing is installed', async () => {
    write(
      'mine.ts',
      `import { defineStrategy, sizeParameters } from 'hwangso';
       import { EMPTY } from 'rxjs';
       import { z } from 'zod';
       const parameters = z.strictObject({ bars: z.int().default(3), size: sizeParameters.default({ weight: 1 }) });
       export const strategy = defineStrategy({
         name: 'mine', description: { en: 'mine', ko: '내 것' }, parameters, warmUp: () => [], run: () => EMPTY,
       });`,
    );
    const file = write('mine.yaml', STRATEGIES.replace('MODULE', './mine.ts'));
    const { code, out } = await hwangso(['config', 'check', file, '--json']);

    expect(code).toBe(0);
    expect(JSON.parse(out).strategies[0]).toMatchObject({ strategy: 'mine', parameters: { bars: 3 } });
  });

  it('exits with 5 for a ledger that is none', async () => {
    write('ledger.sqlite', 'this is no database, however long it may be');
    const { code, err } = await hwangso(['ledger', 'verify', write('books.yaml', 'data: .\n')]);

    expect(code).toBe(5);
    expect(err).toContain('not a ledger');
  });

  it('gives back the charts it was given', async () => {
    const csv =
      'date,open,high,low,close,volume\n2025-09-01,100,120,90,110,5000\n2025-09-02,110,130,100,120,6000\n';
    const imported = await hwangso(['charts', 'import', write('005930.csv', csv)]);
    const listed = await hwangso(['charts', 'list', '--json']);
    const exported = await hwangso(['charts', 'export', '005930', '1d']);
    const later = await hwangso(['charts', 'export', '005930', '1d', '--from', '2025-09-02']);

    expect([imported.code, listed.code, exported.code]).toEqual([0, 0, 0]);
    expect(JSON.parse(listed.out)).toMatchObject([{ symbol: '005930', period: '1d', bars: 2 }]);
    expect(exported.out).toBe(csv);
    expect(later.out).not.toContain('2025-09-01');
  });

  it('leaves a halt in the ledger for the next engine, and the ledger stays whole', async () => {
    const config = write('halt.yaml', 'data: ./halted\nstrategies: []\n');
    const path = join(folder, 'halted', 'ledger.sqlite');
    openSqliteLedger(path).close();
    const halted = await hwangso(['halt', config, '--reason', 'news', '--json']);
    const verified = await hwangso(['ledger', 'verify', config]);

    expect(JSON.parse(halted.out)).toEqual({ command: 'halt', id: 1, taken: false });
    expect(verified.code).toBe(0);
    using ledger = openSqliteLedger(path);
    const commands: unknown[] = [];
    ledger.mailbox().take(7, (command) => commands.push(command));
    expect(commands).toEqual([{ type: 'halt', at: 7, reason: 'news' }]);
  });

  it('shows help quickly: it loads no database, no network and no strategy', async () => {
    const probe = write(
      'probe.mjs',
      `import { registerHooks } from 'node:module';
       registerHooks({ load(url, context, next) {
         if (/better-sqlite3|undici|\\/ws\\/|zod|rxjs|yaml|luxon/.test(url)) process.stderr.write('loaded ' + url + '\\n');
         return next(url, context);
       } });
       const { main } = await import(${JSON.stringify(MAIN)});
       process.exitCode = await main(['--help']);`,
    );
    const { code, out, err } = await hwangso([], {}, join(folder, probe));

    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('charts');
  });

  it('is started by its launcher on a node that can run it', async () => {
    const { code, out } = await hwangso(['--version'], {}, LAUNCHER);

    expect([code, out]).toEqual([0, '0.1.0\n']);
  });
});
