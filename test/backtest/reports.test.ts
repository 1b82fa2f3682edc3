// The three forms of the backtest report: stable bytes, both languages, and nothing that escapes into markup.

import { describe, expect, test } from 'vitest';
import { renderBacktestHtml } from '../../backtest/report-html.ts';
import { chartData } from '../../backtest/report-html-data.ts';
import { renderBacktestJson } from '../../backtest/report-json.ts';
import { renderBacktestTable } from '../../backtest/report-table.ts';
import { backtestResult } from './result-fixture.ts';

const HOSTILE = `</script><script>alert(1)</script><img src=x onerror="alert('2')">`;

/** The page without the parts a browser runs or reads as data. */
function markupOf(page: string): string {
  return page.replace(/<script[\s\S]*?<\/script>/g, '');
}

function embeddedData(page: string) {
  return JSON.parse(/id="chart-data">([\s\S]*?)<\/script>/.exec(page)![1]!);
}

describe('JSON', () => {
  test('does not depend on the order of keys', () => {
    const reversed = Object.fromEntries(Object.entries(backtestResult()).reverse()) as never;
    expect(renderBacktestJson(reversed)).toBe(renderBacktestJson(backtestResult()));
  });

  test('begins with its schema and holds the facts and the metrics', () => {
    const text = renderBacktestJson(backtestResult());
    expect(text.startsWith('{\n  "schema": "hwangso.backtest/1",\n')).toBe(true);
    const parsed = JSON.parse(text);
    expect(parsed).toMatchObject({
      finalEquity: 1_050_000,
      candleCount: 1,
      metrics: { closedCount: 2, calmar: expect.any(Number) },
    });
    expect(parsed.candles).toBeUndefined();
  });
});

describe('the table', () => {
  test.each([
    ['ko', ['백테스트 보고서: first try', '+50,000', '+5.00%', '주문 가능 금액 부족']],
    ['en', ['Backtest report: first try', 'Buy and hold', 'Not enough orderable cash', 'Ledger digest']],
  ] as const)('in %s names its figures', (lang, expected) => {
    const text = renderBacktestTable(backtestResult(), { lang });
    for (const part of expected) expect(text).toContain(part);
    expect(text).not.toContain('\u001B[');
  });

  test('colours gains and losses only when asked', () => {
    expect(renderBacktestTable(backtestResult(), { lang: 'en', colors: true })).toContain(
      '\u001B[31m+50,000',
    );
  });

  test('of an empty backtest has dashes, not NaN', () => {
    const empty = backtestResult({ equity: [], buyAndHold: [], fills: [], roundTrips: [], refusals: {} });
    const text = renderBacktestTable(empty, { lang: 'en' });
    expect(text).toContain('–');
    expect(text).not.toMatch(/NaN|undefined|null/);
  });
});

describe('chart data', () => {
  test('has one arrow a day and side, and the most traded instrument first', () => {
    const data = chartData(backtestResult());
    expect(data.instruments.map(({ symbol }) => symbol)).toEqual(['005930', '000660']);
    expect(data.instruments[0]!.markers).toEqual([
      { date: '2026-01-05', side: 'buy', quantity: 10, price: 70_600 },
      { date: '2026-01-06', side: 'sell', quantity: 10, price: 72_000 },
    ]);
    expect(data.drawdown).toEqual([0, -0.019802, 0, 0]);
  });
});

describe('the page', () => {
  const page = renderBacktestHtml(backtestResult(), { lang: 'ko' });

  test('begins in the language asked for and holds both', () => {
    expect(page).toContain('<html lang="ko" data-lang="ko">');
    expect(renderBacktestHtml(backtestResult(), { lang: 'en' })).toContain('<html lang="en" data-lang="en">');
    expect(page).toContain('<span lang="ko">총수익률</span><span lang="en">Total return</span>');
  });

  test('loads nothing: no address in any attribute but links of the library', () => {
    const addresses = [...markupOf(page).matchAll(/(?:src|href|url)\s*[=(]\s*["']?([^"')\s>]+)/g)].map(
      ([, address]) => address,
    );
    expect(addresses).toEqual([
      'https://www.tradingview.com/',
      'https://www.apache.org/licenses/LICENSE-2.0',
    ]);
    expect(page).toContain('default-src &#39;none&#39;');
  });

  test('keeps the licence notice of the chart library', () => {
    expect(page).toContain('TradingView Lightweight Charts™ v');
    expect(page).toMatch(/Licensed under Apache License 2\.0/);
  });

  test('carries its data unchanged', () => {
    expect(embeddedData(page)).toMatchObject(chartData(backtestResult()));
  });

  test('lets no name, parameter or code become markup', () => {
    const hostile = backtestResult({
      name: HOSTILE,
      instruments: [{ symbol: '005930', name: HOSTILE }],
      strategies: [{ name: HOSTILE, module: HOSTILE, parameters: { note: HOSTILE } }],
      rejections: { [HOSTILE]: 1 },
      refusals: { [HOSTILE]: 1 } as never,
    });
    const hostilePage = renderBacktestHtml(hostile, { lang: 'en' });
    expect(hostilePage).not.toContain('<script>alert');
    expect(hostilePage).not.toContain('<img');
    expect(hostilePage.match(/<script/g)?.length).toBe(page.match(/<script/g)?.length);
    expect(embeddedData(hostilePage).instruments[0].name).toBe(HOSTILE);
  });

  test('sorts trades by numbers, not by their text', () => {
    expect(page).toContain('<td class="number up" data-sort="14000">+14,000</td>');
    expect(page).toContain('<td class="number down" data-sort="-5000">-5,000</td>');
  });

  test('of an empty backtest says so', () => {
    const empty = backtestResult({
      equity: [],
      buyAndHold: [],
      fills: [],
      roundTrips: [],
      refusals: {},
      instruments: [],
    });
    const markup = markupOf(renderBacktestHtml(empty, { lang: 'en' }));
    expect(markup).toContain('<span lang="en">None</span>');
    expect(markup).not.toMatch(/NaN|undefined/);
  });
});
