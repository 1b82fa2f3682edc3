// What a command is given to speak with: language, output, progress, environment. Declared here so that what a command
// runs in src/app knows nothing of the command line.

import type { Lang } from './messages.ts';

/** One of the two output streams of the process. */
export interface Output {
  /** Writes `text` as it is; lines end where the text says so. */
  write(text: string): void;
  /** True when a person looks at it. */
  readonly isTerminal: boolean;
  /** Characters a line holds; 80 where nobody looks. */
  readonly columns: number;
}

/** A running progress display, on the error stream. */
export interface Progress {
  /** Shows `done`, a count in the unit of the total. `note` says what is being worked on. */
  update(done: number, note?: string): void;
  /** Takes the display away. More updates are ignored. */
  finish(): void;
}

export interface CliContext {
  readonly lang: Lang;
  /** Print data as JSON on stdout, one document. */
  readonly json: boolean;
  /** Colours are wanted and the output can show them. */
  readonly color: boolean;
  /** Show stack traces and debug logs. */
  readonly debug: boolean;
  /** For results. */
  readonly stdout: Output;
  /** For everything else: progress, warnings, errors. */
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths on the command line refer to, absolute. */
  readonly cwd: string;
  /** Asks the person a question that is answered with yes or no; null where nobody is there to answer. */
  confirm(question: string): Promise<boolean | null>;
  /** Begins a progress display; `total` null when nobody knows how much there is. */
  progress(label: string, total: number | null): Progress;
  /**
   * A signal that Ctrl-C (or a request to end) aborts. From the first call on such a request no longer ends the process
   * by itself: the command has to, in its own time; a second request ends it at once with exit code 130.
   */
  interruptSignal(): AbortSignal;
}

/** What commands return; the only codes there are. Stable: scripts rely on them. */
export const EXIT = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  /** The configuration or another input is wrong. */
  input: 3,
  /** The broker refused, or cannot be reached. */
  broker: 4,
  /** A ledger, chart store or disk failed. */
  storage: 5,
  /** Trading stopped: the books differ from the broker's, or everything is halted. */
  halted: 6,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
