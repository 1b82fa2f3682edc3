// Broken invariants stop the process: `assert` and `unreachable` throw an InvariantError that nobody catches to go on.

/** A fact the program relies on turned out false. Never caught to continue; the process ends. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/** Throws InvariantError with `message` unless `condition` holds. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** Ends an exhaustive switch: reaching it means a variant was forgotten. */
export function unreachable(value: never): never {
  throw new InvariantError(`unreachable variant: ${JSON.stringify(value)}`);
}
