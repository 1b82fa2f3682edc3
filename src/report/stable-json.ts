// JSON whose bytes depend on the data alone: keys are sorted, whatever order the objects were built in.

/** `data` as indented JSON with `schema` first and every other key in alphabetical order, ended by a line feed. */
export function stableJson(schema: string, data: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify({ schema, ...(sortKeys(data) as object) }, null, 2)}\n`;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sortKeys(each)]));
}
