// Minute bars of four days, each a deep valley: prices fall until noon and rise again until the close.

import { kstClockText, kstMoment, MINUTE_MS } from '#domain/time.ts';

export const SAMPLE_DAYS = ['2026-02-10', '2026-02-11', '2026-02-12', '2026-02-13'] as const;
const MINUTES_OF_DAY = 380;
const TICK = 100;
const TOP = 70_000;

/** A CSV file as `hwangso charts import` reads it. */
export function minuteCsv(): string {
  const rows = SAMPLE_DAYS.flatMap((date) =>
    Array.from({ length: MINUTES_OF_DAY }, (_, minute) => {
      const start = kstMoment(date, '0900') + minute * MINUTE_MS;
      const depth = Math.round(30 * (1 - Math.abs(minute - MINUTES_OF_DAY / 2) / (MINUTES_OF_DAY / 2)));
      const open = TOP - depth * TICK;
      // A little noise, so that a fall has a gain in it now and then and a rise a loss.
      const close = open + (minute % 14 === 0 ? TICK : minute % 14 === 7 ? -TICK : 0);
      return [
        `${date}T${kstClockText(start)}+09:00`,
        open,
        open + 2 * TICK,
        open - 2 * TICK,
        close,
        50_000,
      ].join(',');
    }),
  );
  return `ts,open,high,low,close,volume\n${rows.join('\n')}\n`;
}
