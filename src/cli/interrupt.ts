// Ctrl-C and requests to end: the first one asks the command to finish, the second one ends the process at once.

import { EXIT } from '#app/cli-context.ts';

const REQUESTS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The part of `process` that this needs. */
export interface SignalSource {
  on(event: (typeof REQUESTS)[number], listener: () => void): unknown;
  exit(code: number): never;
}

/** Gives the signal that the first request aborts. Listens only once it was asked for. */
export function interruptSignalOf(source: SignalSource): () => AbortSignal {
  let controller: AbortController | null = null;
  return () => {
    if (controller !== null) return controller.signal;
    const created = new AbortController();
    controller = created;
    const request = (): void => {
      if (created.signal.aborted) source.exit(EXIT.interrupted);
      created.abort();
    };
    for (const name of REQUESTS) source.on(name, request);
    return created.signal;
  };
}
