// How the benchmarks measure and print: medians of several runs with their range, percentiles of single times.

/** Seconds `work` takes, by the monotonic clock. */
export function seconds(work: () => void): number {
  const from = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - from) / 1e9;
}

/** The value below which `share` (0 to 1) of `values` lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** `median (lowest..highest)` with `digits` decimals. */
export function summary(values: readonly number[], digits: number): string {
  const [low, median, high] = [percentile(values, 0), percentile(values, 0.5), percentile(values, 1)];
  return `${median.toFixed(digits)} (${low.toFixed(digits)}..${high.toFixed(digits)})`;
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
