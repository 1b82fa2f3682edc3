// The exchange's page in a browser: it runs without a complaint, loads nothing from elsewhere, shows the market as it moves,
// and its buttons reach the exchange.

import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { newFolder, start } from '../e2e/processes.ts';
import { SKIPPED_BECAUSE } from './browser.ts';
import { openAddress } from './browser-address.ts';

interface Ready {
  readonly pageUrl: string;
}

async function openExchange(lang: string): Promise<string> {
  newFolder();
  const { child, ended } = start([
    ...[
      'exchange',
      '--port',
      '0',
      '--date',
      '2026-03-03',
      '--time',
      '10:00',
      '--speed',
      '60',
      '--accounts',
      '2',
    ],
    ...['--scenario', 'storm-429'],
  ]);
  const [ready] = (await Promise.race([
    once(child, 'message'),
    ended.then(({ err }) => Promise.reject(new Error(err))),
  ])) as [Ready];
  await pause(500);
  return `${ready.pageUrl}?lang=${lang}`;
}

const textOf = (dom: string): string =>
  dom
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe.skipIf(SKIPPED_BECAUSE !== null)('in a browser', { timeout: 180_000 }, () => {
  it.each([
    [
      'ko',
      [
        '모의 거래소',
        '삼성전자',
        '매도잔량',
        '5000000111',
        '5000000211',
        '장애',
        'rate-limit',
        '멈춤',
        '접속매매 · 60×',
      ],
    ],
    [
      'en',
      ['simulated exchange', '삼성전자', 'Order book 005930', '5000000111', 'Faults', 'rate-limit', 'Pause'],
    ],
  ])('the page in %s shows a market that is alive', async (lang, words) => {
    const page = await openAddress(await openExchange(lang), { waitMs: 1_500 });
    expect(page.console).toEqual([]);
    const text = textOf(page.dom);
    for (const word of words) expect(text).toContain(word);
    expect(text).toMatch(/2026-03-03 10:\d\d:\d\d/);
    expect(page.dom.match(/class="bar"/g)?.length).toBe(20);
    // The minutes since nine are drawn, those with a rise and those with a fall.
    for (const direction of ['up', 'down']) {
      expect(page.dom).toMatch(new RegExp(`class="minutes ${direction}" d="(M[^"]+){5,}"`));
    }
  });

  it('a button injects its fault, and the list shows it', async () => {
    const address = await openExchange('en');
    const page = await openAddress(address, {
      waitMs: 1_500,
      act: `[...document.querySelectorAll('#presets button')].find((b) => b.textContent.startsWith('Lose')).click();
        document.getElementById('fault-text').value = '- { fault: nonsense }';
        document.getElementById('run').click();`,
    });
    expect(textOf(page.dom)).toContain('lost-answer · tr orders · 1 times');
    expect(textOf(page.dom)).toContain('Go on');
    const refused = await openAddress(address, {
      waitMs: 1_500,
      act: `document.getElementById('fault-text').value = '- { fault: nonsense }';
        document.querySelector('#fault-form button').click();`,
    });
    expect(textOf(refused.dom)).toContain('expected a fault');
  });
});
