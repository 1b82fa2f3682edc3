// Chance, for what must not be predictable from a seed: the jitter of reconnects and retries.

/** Numbers in [0, 1) from the machine. */
export function systemRandom(): () => number {
  return () => Math.random();
}
