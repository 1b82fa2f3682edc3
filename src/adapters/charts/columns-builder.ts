// Bar columns that grow: bars are pushed one by one, in ascending order, without knowing how many will come.

import { type BarColumns, copyColumns, createColumns, sliceColumns } from './bar-columns.ts';

/** Collects bars at 32 bytes each (64 while growing). */
export class ColumnsBuilder {
  #columns = createColumns(1_024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(start: number, open: number, high: number, low: number, close: number, volume: number): void {
    if (this.#length === this.#columns.length) this.#grow();
    const columns = this.#columns;
    const index = this.#length++;
    columns.start[index] = start;
    columns.open[index] = open;
    columns.high[index] = high;
    columns.low[index] = low;
    columns.close[index] = close;
    columns.volume[index] = volume;
  }

  /** What was pushed so far, as a view. */
  columns(): BarColumns {
    return sliceColumns(this.#columns, 0, this.#length);
  }

  #grow(): void {
    const larger = createColumns(this.#columns.length * 2);
    copyColumns(this.#columns, larger, 0);
    this.#columns = larger;
  }
}
