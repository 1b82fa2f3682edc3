// Fetching: newest page first, stops where it may, goes on after a crash, and notices adjusted prices.

import { describe, expect, onTestFinished, test } from 'vitest';
import { type ChartStore, openChartStore } from '#adapters/charts/chart-store.ts';
import { type ChartRequest, type ChartSource, fetchCharts } from '#adapters/charts/fetch-charts.ts';
import type { Bar } from '#domain/bar.ts';
import { dayBar, minuteBar, SYMBOL } from './fixtures.ts';

const PAGE_BARS = 10;

/** A broker with a history of day bars; `failAt` lets that page (from 0, over all calls) fail once. */
class FakeSource implements ChartSource {
  readonly requests: ChartRequest[] = [];
  pagesGiven = 0;
  history: readonly Bar[];
  failAt = -1;

  constructor(history: readonly Bar[]) {
    this.history = history;
  }

  async *pages(_symbol: string, _period: string, request: ChartRequest) {
    this.requests.push(request);
    const newestFirst = this.history.filter((each) => each.start < request.until).toReversed();
    let offset =
      request.resumeKey === null
        ? 0
        : newestFirst.findIndex((each) => String(each.start) === request.resumeKey);
    if (offset < 0) offset = 0;
    for (; ; offset += PAGE_BARS) {
      if (this.pagesGiven === this.failAt) {
        this.failAt = -1;
        throw new Error('429');
      }
      this.pagesGiven++;
      const next = newestFirst[offset + PAGE_BARS];
      const bars = newestFirst.slice(offset, offset + PAGE_BARS);
      yield { bars, nextKey: next === undefined ? null : String(next.start) };
      if (next === undefined) return;
    }
  }

  instrument(symbol: string) {
    return Promise.resolve({
      symbol,
      name: '삼성전자',
      market: 'KOSPI',
      kind: 'stock',
      leverage: 1,
    } as const);
  }
}

const days = (count: number, shift = 0) =>
  Array.from({ length: count }, (_, i) => dayBar(i, 70_000 + i + shift));

function given(source: ChartSource) {
  const store = openChartStore(':memory:');
  onTestFinished(() => store.close());
  const fetch = (from: number, until: number, finishedBefore = dayBar(500).start) =>
    fetchCharts({
      source,
      store,
      symbols: [SYMBOL],
      periods: ['1d'],
      from: dayBar(from).start,
      until: dayBar(until).start,
      finishedBefore,
    });
  return { store, fetch };
}

const closes = (store: ChartStore) => [...store.load(SYMBOL, '1d').close];

describe('the first time', () => {
  test('reads pages until the wanted beginning and no further', async () => {
    const source = new FakeSource(days(100));
    const { store, fetch } = given(source);
    const [series] = await fetch(75, 100);
    expect(closes(store)).toEqual(
      days(100)
        .slice(75)
        .map((day) => day.close),
    );
    expect(source.pagesGiven).toBe(3);
    expect(series).toEqual({ symbol: SYMBOL, period: '1d', pages: 3, bars: 25, isReadjusted: false });
    expect(store.instrument(SYMBOL)?.name).toBe('삼성전자');
  });

  test('ends where the history ends, and does not ask for it again', async () => {
    const source = new FakeSource(days(15));
    const { store, fetch } = given(source);
    await fetch(-300, 15);
    await fetch(-300, 15);
    expect(closes(store).length).toBe(15);
    expect(source.requests.length).toBe(1);
  });

  test('leaves the day that is still running', async () => {
    const { store, fetch } = given(new FakeSource(days(10)));
    const eveningOf9 = dayBar(9).start + 19 * 3_600_000;
    await fetch(0, 20, eveningOf9);
    expect(closes(store).at(-1)).toBe(70_008);
    await fetch(0, 20, eveningOf9 + 3_600_000);
    expect(closes(store).at(-1)).toBe(70_009);
  });

  test('leaves the minute that is still running', async () => {
    const store = openChartStore(':memory:');
    onTestFinished(() => store.close());
    const minutes = [minuteBar(0), minuteBar(1), minuteBar(2)];
    const range = {
      from: minuteBar(0).start,
      until: minuteBar(9).start,
      finishedBefore: minuteBar(2).start + 59_999,
    };
    await fetchCharts({
      source: new FakeSource(minutes),
      store,
      symbols: [SYMBOL],
      periods: ['1m'],
      ...range,
    });
    expect(store.coverage(SYMBOL, '1m')?.bars).toBe(2);
  });
});

describe('the next time', () => {
  test('reads only what is newer, seeing the newest stored bar again', async () => {
    const source = new FakeSource(days(100));
    const { store, fetch } = given(source);
    await fetch(0, 50);
    const before = source.pagesGiven;
    await fetch(0, 55);
    expect(source.pagesGiven - before).toBe(1);
    expect(closes(store)).toEqual(days(55).map((day) => day.close));
  });

  test('reads what is older when more is wanted', async () => {
    const source = new FakeSource(days(100));
    const { store, fetch } = given(source);
    await fetch(60, 100);
    const before = source.pagesGiven;
    await fetch(40, 100);
    expect(source.pagesGiven - before).toBe(2);
    expect(closes(store)).toEqual(
      days(100)
        .slice(40)
        .map((day) => day.close),
    );
  });

  test('reads everything again when the prices were adjusted', async () => {
    const source = new FakeSource(days(50));
    const { store, fetch } = given(source);
    await fetch(0, 50);
    source.history = days(55, -35_000);
    const [series] = await fetch(0, 55);
    expect(series?.isReadjusted).toBe(true);
    expect(closes(store)).toEqual(days(55, -35_000).map((day) => day.close));
  });
});

describe('after a failure', () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])(
    'at page %i nothing is lost and no stored page is read twice',
    async (failAt) => {
      const source = new FakeSource(days(100));
      source.failAt = failAt;
      const { store, fetch } = given(source);
      await expect(fetch(0, 100)).rejects.toThrow('429');
      expect(closes(store).length).toBe(failAt * PAGE_BARS);
      await fetch(0, 100);
      expect(closes(store)).toEqual(days(100).map((day) => day.close));
      expect(source.pagesGiven).toBe(10);
    },
  );

  test('newer days and an older beginning asked for meanwhile are read too', async () => {
    const source = new FakeSource(days(100));
    source.failAt = 2;
    const { store, fetch } = given(source);
    await expect(fetch(30, 80)).rejects.toThrow('429');
    await fetch(10, 100);
    expect(closes(store)).toEqual(
      days(100)
        .slice(10)
        .map((day) => day.close),
    );
  });

  test('in the middle of adjusted prices the rest is still read again', async () => {
    const source = new FakeSource(days(50));
    const { store, fetch } = given(source);
    await fetch(0, 50);
    source.history = days(55, -35_000);
    source.failAt = source.pagesGiven + 2;
    await expect(fetch(0, 55)).rejects.toThrow('429');
    await fetch(0, 55);
    expect(closes(store)).toEqual(days(55, -35_000).map((day) => day.close));
  });

  test('a key the source has forgotten costs pages, not bars', async () => {
    const source = new FakeSource(days(100));
    source.failAt = 4;
    const { store, fetch } = given(source);
    await expect(fetch(0, 100)).rejects.toThrow('429');
    const progress = store.loadProgress(SYMBOL, '1d')!;
    store.saveProgress(SYMBOL, '1d', { ...progress, walk: { ...progress.walk!, resumeKey: 'stale' } });
    await fetch(0, 100);
    expect(closes(store)).toEqual(days(100).map((day) => day.close));
  });
});
