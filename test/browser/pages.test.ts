// The two HTML reports in a browser: they run without a complaint, load nothing, and show the figures they were made of.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { environment } from '#test/support/environment.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { renderDailyHtml } from '../../src/report/render-daily-html.ts';
import { minuteCsv } from '../docs/sample-charts.ts';
import { openPage, SKIPPED_BECAUSE } from './browser.ts';
import { SAMPLE_REPORT } from './sample-report.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const CONFIG = `
data: .
strategies:
  - { name: breakout, module: volatility-breakout, symbols: ['005930'], capital: 10000000, parameters: { k: 0.1 } }
backtest: { period: 1m, from: 2026-02-10, to: 2026-02-13, cash: 20000000 }
`;

if (SKIPPED_BECAUSE !== null) process.stderr.write(`test/browser: skipped: ${SKIPPED_BECAUSE}\n`);

const folder = temporaryFolder(afterAll);

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

function hwangso(...words: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
    cwd: folder,
    env: environment(),
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
}

/** The text a person reads: without scripts, styles and tags. */
function textOf(dom: string): string {
  return dom
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe.skipIf(SKIPPED_BECAUSE !== null)('in a browser', { timeout: 180_000 }, () => {
  it('a script error is seen', () => {
    const page = openPage(write('broken.html', '<p>here</p><script>nothing.there();</script>'));
    expect(page.dom).toContain('here');
    expect(page.console.join()).toContain('nothing is not defined');
  });

  it('the backtest page shows its figures and draws its charts', () => {
    write('005930.csv', minuteCsv());
    write('config.yaml', CONFIG);
    hwangso('charts', 'import', '005930.csv', '--store', 'charts.sqlite');
    hwangso('backtest', 'config.yaml', '--out', 'out');
    const { finalEquity } = JSON.parse(readFileSync(join(folder, 'out', 'result.json'), 'utf8')) as {
      finalEquity: number;
    };

    const page = openPage(join(folder, 'out', 'report.html'));
    expect(page.console).toEqual([]);
    expect(textOf(page.dom)).toContain(finalEquity.toLocaleString('en-US'));
    expect(page.dom.match(/<canvas\b/g)?.length ?? 0).toBeGreaterThan(2);
  });

  it.each(['ko', 'en'] as const)(
    'the daily report in %s shows its figures and names the line that differs',
    (lang) => {
      const page = openPage(write(`daily-${lang}.html`, renderDailyHtml(SAMPLE_REPORT, { lang })));
      const text = textOf(page.dom);
      expect(page.console).toEqual([]);
      for (const figure of ['99,817,472', '-112,638', '83,887,472', '83,887,000', '+472', '삼성전자']) {
        expect(text).toContain(figure);
      }
    },
  );
});
