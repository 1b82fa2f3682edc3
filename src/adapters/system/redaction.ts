// Keeps secrets out of what is written: by the name of the field they stand under, at any depth, and by their value
// wherever it turns up, so that a token inside an address or an error message is caught as well.

const SECRET_KEY = /^(?:.*token|app_?key|secret_?key|app_?secret|authorization|password|cookie)$/i;
const HIDDEN = '[hidden]';
/** Deeper than any of our fields goes; a circle ends here too. */
const DEEPEST = 8;
/** Replacing shorter values would blot out innocent text. */
const SHORTEST_SECRET = 6;

/** A copy of `fields` as plain values with everything under a secret name hidden. Errors become their parts. */
export function hideSecretFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return hideIn(fields, 0);
}

/** Secret values that must not be written. */
export class SecretValues {
  readonly #forms = new Set<string>();

  /** From now on `value` is replaced wherever it stands. Values under six characters are too common to be replaced. */
  add(value: string): void {
    if (value.length < SHORTEST_SECRET) return;
    this.#forms.add(JSON.stringify(value).slice(1, -1));
    this.#forms.add(encodeURIComponent(value));
  }

  /** A line of JSON without any of the secret values; it stays a line of JSON. */
  scrub(line: string): string {
    let scrubbed = line;
    for (const form of this.#forms) {
      if (scrubbed.includes(form)) scrubbed = scrubbed.replaceAll(form, replacedAt);
    }
    return scrubbed;
  }
}

/** A match that begins inside an escape (the n of a line feed, say) is other text: taking it away would break the JSON. */
function replacedAt(found: string, at: number, line: string): string {
  let backslashes = 0;
  while (line[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 0 ? HIDDEN : found;
}

function hideIn(fields: object, depth: number): Record<string, unknown> {
  const hidden: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    hidden[key] =
      SECRET_KEY.test(key) && value !== null && value !== undefined ? HIDDEN : plain(value, depth + 1);
  }
  return hidden;
}

function plain(value: unknown, depth: number): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return '[too deep]';
  if (value instanceof Date) return value.toJSON();
  if (value instanceof Error) return errorParts(value, depth);
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  if (value instanceof Map) return hideIn(Object.fromEntries(value), depth);
  if (value instanceof Set) return [...value].map((item) => plain(item, depth + 1));
  return hideIn(value, depth);
}

function errorParts(error: Error, depth: number): Record<string, unknown> {
  const { name, message, stack, cause } = error;
  const parts = { name, message, ...hideIn(error, depth), stack };
  return cause === undefined ? parts : { ...parts, cause: plain(cause, depth + 1) };
}
