// Tables for a terminal. Korean letters are two columns wide, which the table library knows about.

import Table from 'cli-table3';
import picocolors from 'picocolors';
import type { Lang } from '#domain/words.ts';

/** How a report is written to a terminal. */
export interface TextOptions {
  readonly lang: Lang;
  /** Red for gains and blue for losses; off by default, for files and pipes. */
  readonly colors?: boolean;
}

/** Colours for text that already says the same with its sign or its words. */
export interface Paint {
  readonly heading: (text: string) => string;
  readonly alarm: (text: string) => string;
  /** Colours `text` by the sign of `value`. */
  readonly signed: (value: number | null, text: string) => string;
}

/** The paint for `options`; leaves text as it is when colours are off. */
export function createPaint({ colors = false }: TextOptions): Paint {
  const paint = picocolors.createColors(colors);
  return {
    heading: paint.bold,
    alarm: (text) => paint.bold(paint.yellow(text)),
    signed: (value, text) => {
      if (value === null || value === 0) return text;
      return value > 0 ? paint.red(text) : paint.blue(text);
    },
  };
}

/** A table with a head; columns listed in `textColumns` are set to the left, the rest to the right. */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  textColumns: readonly number[] = [0],
): string {
  const colAligns = head.map((_, i) => (textColumns.includes(i) ? ('left' as const) : ('right' as const)));
  const table = new Table({ head: [...head], colAligns, style: { head: [], border: [], compact: true } });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}

/** Names and values in two columns, without a head. */
export function figureTable(rows: readonly (readonly [name: string, value: string])[]): string {
  const table = new Table({ colAligns: ['left', 'right'], style: { head: [], border: [], compact: true } });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}
