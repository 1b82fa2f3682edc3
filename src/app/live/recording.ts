// A recording of a live day: every event the engine took, in order, one JSON line each, behind a header that names the
// ledger it began from. Replaying it through the same engine must write the same ledger records again.

import { createReadStream, createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { EngineEvent } from '#domain/engine-event.ts';
import { kstIso } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import { placed, type Words } from '#domain/words.ts';
import type { LedgerTip } from '#engine/ports.ts';

const FORMAT = 'hwangso.recording/1';

/** First line of a recording. */
export interface RecordingHeader {
  readonly format: typeof FORMAT;
  readonly startedAt: EpochMs;
  /** The ledger the engine began from. */
  readonly ledger: LedgerTip;
}

export type RecordingErrorCode = 'unreadable' | 'not-a-recording' | 'broken-line';

/** A recording that cannot be used, with the line it is about. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
  readonly retryable = false;
  readonly code: RecordingErrorCode;
  /** For people, in both languages. */
  readonly text: Words;

  constructor(code: RecordingErrorCode, text: Words, options?: ErrorOptions) {
    super(text.en, options);
    this.code = code;
    this.text = text;
  }
}

/** Writes events in the background; the trading path never waits for it. */
export class Recorder {
  readonly path: string;
  readonly #stream: WriteStream;
  readonly #onError: (error: Error) => void;
  #broken = false;

  constructor(folder: string, header: Omit<RecordingHeader, 'format'>, onError: (error: Error) => void) {
    mkdirSync(folder, { recursive: true });
    const name = kstIso(header.startedAt).slice(0, 19).replaceAll(':', '');
    this.path = join(folder, `${name}-${header.ledger.records}.jsonl`);
    this.#onError = onError;
    this.#stream = createWriteStream(this.path, { flags: 'w' });
    this.#stream.on('error', (error) => this.#fail(error));
    this.#write({ format: FORMAT, ...header });
  }

  /** Keeps one event. A recording that broke is left as it is; trading goes on and the user was told. */
  record(event: EngineEvent): void {
    this.#write(event);
  }

  /** Resolves when everything is with the operating system. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#broken) resolve();
      else this.#stream.end(resolve);
    });
  }

  #write(value: object): void {
    if (!this.#broken) this.#stream.write(`${JSON.stringify(value)}\n`);
  }

  #fail(error: Error): void {
    if (this.#broken) return;
    this.#broken = true;
    this.#onError(error);
  }
}

/** An opened recording: its header, then its events as they are read. */
export interface OpenedRecording {
  readonly header: RecordingHeader;
  readonly events: AsyncIterable<EngineEvent>;
}

/** Opens a recording. A last line cut short by a crash is left out; any other broken line is an error naming it. */
export async function openRecording(path: string): Promise<OpenedRecording> {
  const lines = linesOf(path)[Symbol.asyncIterator]();
  const first = await lines.next();
  const header = first.done === true ? null : parse(first.value.text);
  if (!isHeader(header)) {
    throw new RecordingError('not-a-recording', {
      ko: `${path}: 1번째 줄: 형식이 ${FORMAT}인 머리글이 필요합니다`,
      en: `${path}: line 1: expected a header with format ${FORMAT}`,
    });
  }
  return { header, events: eventsOf(path, lines) };
}

interface Line {
  readonly number: number;
  readonly text: string;
}

async function* linesOf(path: string): AsyncGenerator<Line, void, void> {
  let number = 0;
  try {
    for await (const text of createInterface({
      input: createReadStream(path),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      yield { number: ++number, text };
    }
  } catch (error) {
    const text = placed(path, { ko: '읽을 수 없습니다', en: 'cannot be read' });
    throw new RecordingError('unreadable', text, { cause: error });
  }
}

async function* eventsOf(path: string, lines: AsyncIterator<Line>): AsyncGenerator<EngineEvent, void, void> {
  let next = await lines.next();
  while (next.done !== true) {
    const { number, text } = next.value;
    next = await lines.next();
    const event = parse(text);
    if (isEvent(event)) yield event;
    else if (next.done !== true)
      throw new RecordingError('broken-line', {
        ko: `${path}: ${number}번째 줄: 이벤트 JSON이 필요합니다`,
        en: `${path}: line ${number}: expected an event as JSON`,
      });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // the caller names the line
  }
}

function isHeader(value: unknown): value is RecordingHeader {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === FORMAT;
}

function isEvent(value: unknown): value is EngineEvent {
  return typeof value === 'object' && value !== null && 'type' in value && 'at' in value;
}
