// The exchange's page in a browser: it runs without a complaint, loads nothing from elsewhere, shows the market as it moves,
// and its buttons reach the exchange.

import { describe, expect, it } from 'vitest';
import { openExchange } from '../e2e/processes.ts';
import { SKIPPED_BECAUSE } from './browser.ts';
import { openAddress } from './browser-address.ts';

async function pageOf(lang: string): Promise<string> {
  const { ready } = await openExchange([
    ...['--port', '0', '--date', '2026-03-03', '--time', '10:00', '--speed', '60', '--accounts', '2'],
    ...['--scenario', 'storm-429'],
  ]);
  return `${ready.pageUrl}?lang=${lang}`;
}

const showing = (...texts: readonly string[]): string =>
  `${JSON.stringify(texts)}.every((text) => document.body.textContent.replace(/\\s+/g, ' ').includes(text))`;

/** The day is drawn, and the clock was seen to go on. */
const ALIVE = `(() => {
  const [clock] = /2026-03-03 10:\\d\\d:\\d\\d/.exec(document.body.textContent) ?? [];
  if (clock === undefined) return false;
  globalThis.firstClock ??= clock;
  return clock !== globalThis.firstClock && document.querySelector('.minutes.down')?.getAttribute('d')?.length > 0;
})()`;

const textOf = (dom: string): string =>
  dom
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe.skipIf(SKIPPED_BECAUSE !== null)('in a browser', { timeout: 300_000 }, () => {
  it.each([
    [
      'ko',
      [
        '모의 거래소',
        '코스피 200',
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
      [
        'simulated exchange',
        'KOSPI 200',
        '삼성전자',
        'Order book',
        '005930',
        '5000000111',
        'Faults',
        'rate-limit',
        'Pause',
      ],
    ],
  ])('the page in %s shows a market that is alive', async (lang, words) => {
    const page = await openAddress(await pageOf(lang), {
      until: `${ALIVE} && ${showing(...words)}`,
    });
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

  it('says the figures of the minute that is pointed at', async () => {
    const page = await openAddress(await pageOf('en'), {
      until: ALIVE,
      act: {
        script: `(() => {
          document.getElementById('run').click();
          const chart = document.getElementById('chart');
          const clientX = chart.getBoundingClientRect().left + 20;
          chart.dispatchEvent(new PointerEvent('pointermove', { clientX, bubbles: true }));
        })()`,
        until: `document.querySelector('.pointed') !== null`,
      },
    });
    expect(page.console).toEqual([]);
    // Twenty pixels from the left are within the first hour of a picture of six and a half.
    expect(textOf(page.dom)).toMatch(
      /09:\d\d open [\d,]+, high [\d,]+, low [\d,]+, close [\d,]+, [\d,]+ shares/,
    );
  });

  it('a button injects its fault, and the list shows it', async () => {
    const address = await pageOf('en');
    const page = await openAddress(address, {
      until: `${ALIVE} && ${showing('Lose')}`,
      act: {
        script: `[...document.querySelectorAll('#presets button')].find((b) => b.textContent.startsWith('Lose')).click();
          document.getElementById('fault-text').value = '- { fault: nonsense }';
          document.getElementById('run').click();`,
        until: showing('lost-answer · tr orders · 1 times', 'Go on'),
      },
    });
    expect(textOf(page.dom)).toContain('lost-answer · tr orders · 1 times');
    expect(textOf(page.dom)).toContain('Go on');
    const refused = await openAddress(address, {
      until: showing('Lose'),
      act: {
        script: `document.getElementById('fault-text').value = '- { fault: nonsense }';
          document.querySelector('#fault-form button').click();`,
        until: showing('expected a fault'),
      },
    });
    expect(textOf(refused.dom)).toContain('expected a fault');
  });

  it('finds an instrument by the keyboard, shows its book on NXT, and keeps both in its address', async () => {
    const page = await openAddress(await pageOf('ko'), {
      until: `${ALIVE} && ${showing('SK하이닉스')}`,
      act: {
        script: `(() => {
          const press = (key) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
          press('/');
          document.activeElement.value = '하이닉';
          document.activeElement.dispatchEvent(new Event('input'));
          press('Enter');
          const chosen = setInterval(() => {
            if (document.getElementById('name').textContent !== 'SK하이닉스') return;
            clearInterval(chosen);
            document.querySelector('[data-venue="NXT"]').click();
          }, 50);
        })()`,
        until: `location.hash === '#000660.NXT' && document.querySelector('[data-venue="NXT"]')?.ariaPressed === 'true'`,
      },
    });
    expect(page.console).toEqual([]);
    expect(page.dom.match(/data-symbol="/g)).toHaveLength(1);
    expect(textOf(page.dom)).toContain('5종목 가운데 1종목');
  });
});
