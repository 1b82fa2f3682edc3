// Finished days as they are kept and saved: packed minutes come out as they went in, for about a year, and halted days have a row.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bar } from '#domain/bar.ts';
import { kstMidnight } from '#domain/time.ts';
import { BarArchive } from '#exchange/day/bar-archive.ts';
import type { DayBars } from '#exchange/day/day-bars.ts';
import { KEPT_MINUTE_DAYS } from '#exchange/day/lived-day.ts';
import { TickLog } from '#exchange/day/market-ticks.ts';
import { packMinutes, unpackMinutes } from '#exchange/day/packed-minutes.ts';

const SYMBOL = '005930';

const price = fc.integer({ min: 1, max: 50_000_000 });
const minute = fc
  .tuple(price, price, price, price, fc.integer({ min: 1, max: 2 ** 45 }))
  .map(([a, b, open, close, volume]) => [
    open,
    Math.max(a, b, open, close),
    Math.min(a, b, open, close),
    close,
    volume,
  ]);
const minutes = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), minute), { maxLength: 40 }).map((rows) => {
  let at = 480;
  return rows.flatMap(([gap, row]) => {
    at += gap;
    return [at, ...row];
  });
});

describe('packed minutes', () => {
  it('come out as they went in', () => {
    fc.assert(
      fc.property(minutes, (numbers) => {
        expect(unpackMinutes(packMinutes(numbers))).toEqual(numbers);
      }),
    );
  });

  it('take a quarter of the room of numbers, or less', () => {
    const numbers = Array.from({ length: 381 }, (_, at) => {
      const open = 70_000 + 100 * (at % 7);
      return [540 + at, open, open + 200, open - 100, open + 100, 12_000 + at];
    }).flat();
    expect(packMinutes(numbers).length).toBeLessThan(numbers.length * 2);
  });

  it.each([
    ['half a won', [540, 70_000.5, 70_001, 70_000, 70_000, 1]],
    ['a high below the open', [540, 70_000, 69_000, 68_000, 68_500, 1]],
  ])('refuse %s', (_, numbers) => {
    expect(() => packMinutes(numbers)).toThrow('cannot be packed');
  });

  it('that were cut short are noticed', () => {
    const bytes = packMinutes([540, 70_000, 70_100, 69_900, 70_000, 300]);
    expect(() => unpackMinutes(bytes.slice(0, -1))).toThrow('end in the middle');
  });
});

/** Trading days as dates, one after the other: which of them are weekends does not matter here. */
function dateOf(index: number): string {
  return new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
}

function dayAt(index: number): DayBars {
  return { date: dateOf(index), numbers: [540, 100 + index, 110 + index, 90, 105 + index, 7], offHours: 2 };
}

function archiveOf(days: number): BarArchive {
  const archive = new BarArchive(SYMBOL, []);
  for (let index = 0; index < days; index++) archive.add(dayAt(index), new TickLog(), null);
  return archive;
}

describe('an archive of many days', () => {
  it('keeps the minutes of about a year, and the days for good', () => {
    const archive = archiveOf(KEPT_MINUTE_DAYS + 3);
    const starts = archive.minuteBars(null).map(({ start }) => start);
    expect(starts).toHaveLength(KEPT_MINUTE_DAYS);
    expect(starts[0]).toBe(kstMidnight(dateOf(3)) + 540 * 60_000);
    expect(archive.dailyBars(null)).toHaveLength(KEPT_MINUTE_DAYS + 3);
    expect(archive.minutesOn(dateOf(2))).toEqual([]);
    expect(archive.lastBefore(dateOf(2))).toEqual({ date: dateOf(1), close: 106 });
  });

  it('shows the same while its bars are remembered as when they are made anew', () => {
    const archive = archiveOf(3);
    const before = archive.minuteBars(null);
    archive.add(dayAt(3), new TickLog(), null);
    expect(archive.minuteBars(null)).toEqual(archiveOf(4).minuteBars(null));
    expect(before).toHaveLength(3);
  });

  it('is the same after it was saved, also by an exchange that saved plain numbers', () => {
    const archive = archiveOf(KEPT_MINUTE_DAYS + 1);
    const saved = JSON.parse(JSON.stringify(archive.save())) as ReturnType<BarArchive['save']>;
    const plain = Array.from({ length: 5 }, (_, index) => dayAt(index));
    const pairs = [
      [archive, new BarArchive(SYMBOL, [], saved)],
      [archiveOf(5), new BarArchive(SYMBOL, [], plain)],
    ] as const;
    for (const [one, other] of pairs) {
      expect(other.dailyBars(null)).toEqual(one.dailyBars(null));
      expect(other.minuteBars(null)).toEqual(one.minuteBars(null));
      expect(other.save()).toEqual(one.save());
    }
  });
});

it('minutes of one day of the history are made without those of the others', () => {
  const made: string[] = [];
  const history = [0, 1, 2].map((index) => {
    const day = dayAt(index);
    const minutes = () => {
      made.push(day.date);
      return day;
    };
    return { date: day.date, daily: archiveOf(index + 1).dailyBars(null)[index]!, minutes };
  });
  const archive = new BarArchive(SYMBOL, history);
  expect(archive.minutesOn(dateOf(1))).toEqual(archiveOf(3).minutesOn(dateOf(1)));
  expect(made).toEqual([dateOf(1)]);
  expect(archive.dailyBefore(dateOf(1))).toEqual(archive.dailyBars(null)[0]);
});

describe('a day without a trade', () => {
  const flat: Bar = {
    ...{ symbol: SYMBOL, period: '1d', start: kstMidnight(dateOf(1)) },
    ...{ open: 105, high: 105, low: 105, close: 105, volume: 0 },
  };

  it.each([
    ['has a row of volume 0 when it was halted', 105, [flat]],
    ['has none when it was not', null, []],
  ])('%s', (_, base, rows) => {
    const archive = archiveOf(1);
    archive.add({ date: dateOf(1), numbers: [] }, new TickLog(), base);
    for (const one of [archive, new BarArchive(SYMBOL, [], archive.save())]) {
      expect(one.dailyBars(null).slice(1)).toEqual(rows);
      expect(one.lastBefore(dateOf(2))).toEqual({ date: dateOf(0), close: 105 });
    }
  });
});
