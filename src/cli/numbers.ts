// Numbers for people.

/** A whole number with thousands separators, the same in both languages. */
export function formatCount(value: number): string {
  return value.toLocaleString('en-US');
}
