// A page opened in a real browser: its document once its scripts have run, and what it complained about. Without a
// browser the tests skip, and say why.

import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
/** Time the page believes has passed before it is looked at. */
const PAGE_TIME_MS = 3_000;

/** The browser of this machine: the program `CHROMIUM` names, else the first one on the path; null without any. */
export const BROWSER: string | null = findBrowser();

function findBrowser(): string | null {
  const { CHROMIUM: named, PATH: path = '' } = process.env;
  if (named !== undefined && named !== '') return named;
  const candidates = path.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Why the tests of pages do not run; null when they do. */
export const SKIPPED_BECAUSE: string | null =
  BROWSER === null ? 'no Chromium on the path and CHROMIUM names none: pages are not opened' : null;

export interface OpenedPage {
  /** The document as HTML, after its scripts. */
  readonly dom: string;
  /** Lines the page wrote to the console, and errors it did not catch. */
  readonly console: readonly string[];
}

/** Opens the file in the browser, without a network. For use within a test. */
export function openPage(file: string): OpenedPage {
  const { stdout, stderr, status, error } = spawnSync(
    BROWSER!,
    [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'],
      ...['--host-resolver-rules=MAP * ~NOTFOUND', '--disable-background-networking'],
      ...['--enable-logging=stderr', '--log-level=0', `--user-data-dir=${temporaryFolder()}`],
      ...[`--virtual-time-budget=${PAGE_TIME_MS}`, '--window-size=1280,2000', '--dump-dom'],
      pathToFileURL(file).href,
    ],
    { encoding: 'utf8', timeout: 90_000, maxBuffer: 64_000_000 },
  );
  if (error !== undefined || status !== 0)
    throw new Error(`the browser failed (${status}): ${error ?? stderr}`);
  return { dom: stdout, console: stderr.split('\n').filter((line) => line.includes(':CONSOLE')) };
}
