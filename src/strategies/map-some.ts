// One operator for what most strategies do: look at every bar, say something about a few of them.

import { Observable, type OperatorFunction } from 'rxjs';

/**
 * Emits what `project` makes of each value, and nothing where it makes null: map and filter in one step, which a strategy on
 * millions of bars feels. An error thrown by `project` ends the stream with it.
 */
export function mapSome<Value, Result>(
  project: (value: Value) => Result | null,
): OperatorFunction<Value, Result> {
  return (source) =>
    new Observable((subscriber) =>
      source.subscribe({
        next(value) {
          let result: Result | null;
          try {
            result = project(value);
          } catch (error) {
            subscriber.error(error);
            return;
          }
          if (result !== null) subscriber.next(result);
        },
        error: (error) => subscriber.error(error),
        complete: () => subscriber.complete(),
      }),
    );
}
