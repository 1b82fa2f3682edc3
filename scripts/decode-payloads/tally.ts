// What decoding made of recorded messages, API by API: by the guide's data and, where trading has a table of its own, by
// that one too.

import { type OutputField, TRS, type TrId } from '../../src/adapters/kiwoom/catalogue.ts';
import { decodeEntry } from '../../src/adapters/kiwoom/decode/decode-realtime.ts';
import { decodeValue } from '../../src/adapters/kiwoom/decode/decode-values.ts';
import { answerError } from '../../src/adapters/kiwoom/errors/errors.ts';
import type { GuideApi, GuideField } from '../../src/adapters/kiwoom/guide/definition.ts';
import { isGuideId, loadGuideApi } from '../../src/adapters/kiwoom/guide/load.ts';
import { decodeGuideBody, decodeGuideValue } from '../../src/adapters/kiwoom/guide-decode.ts';
import {
  encodeGuideRequest,
  type GuideInputs,
  GuideRequestError,
  namedInputs,
} from '../../src/adapters/kiwoom/guide-request.ts';
import { decodeAnswer, isRecord, UnknownCounter } from '../../src/adapters/kiwoom/rest/decode-answer.ts';
import { decodeFrame } from '../../src/adapters/kiwoom/socket/frame.ts';
import type { Message } from './find-messages.ts';

/** Figures of one API. Details are `element=text`, each once. */
export interface Tally {
  readonly api: string;
  messages: number;
  /** Values that say something, and those that are blank or zero, which is "none". */
  decoded: number;
  blank: number;
  /** Elements that no table has. */
  readonly unknown: Set<string>;
  /** Values that say something and were read as absent. */
  readonly undecodable: Set<string>;
  /** Requests that were sent and that we would refuse, refusals without a known code, frames that gave no event. */
  readonly remarks: Set<string>;
}

/** Decodes `messages` and counts. APIs in the order of their ids. */
export async function tallyMessages(messages: readonly Message[]): Promise<readonly Tally[]> {
  const tallies = new Map<string, Tally>();
  for (const message of messages) {
    const tally = tallies.get(message.api) ?? emptyTally(message.api);
    tallies.set(message.api, tally);
    if (message.kind !== 'request') tally.messages++;
    if (message.kind === 'failure') countFailure(tally, message);
    else if (message.kind !== 'service') await countBody(tally, message);
  }
  return [...tallies.values()].toSorted((a, b) => (a.api < b.api ? -1 : 1));
}

function emptyTally(api: string): Tally {
  return {
    api,
    messages: 0,
    decoded: 0,
    blank: 0,
    unknown: new Set(),
    undecodable: new Set(),
    remarks: new Set(),
  };
}

function countFailure(tally: Tally, { api, returnCode, text }: Extract<Message, { kind: 'failure' }>): void {
  const error = answerError(api, null, returnCode, text);
  tally.remarks.add(`refused: ${error.shownCode} = ${error.text.en}`);
}

async function countBody(
  tally: Tally,
  { kind, api: id, body }: Extract<Message, { body: unknown }>,
): Promise<void> {
  if (!isGuideId(id)) {
    tally.remarks.add('no such API in the guide');
    return;
  }
  const api = await loadGuideApi(id);
  if (kind === 'request') {
    countRequest(tally, api, body as GuideInputs);
    return;
  }
  const counter = new UnknownCounter();
  decodeGuideBody(api, body, counter);
  for (const [field, text] of textsOf(api, body, null)) {
    count(tally, field.element, text, decodeGuideValue(field.type ?? 'text', text));
  }
  if (api.transport === 'websocket') countEvents(tally, body);
  else if (Object.hasOwn(TRS, id)) countTrading(tally, id as TrId, body, counter);
  for (const element of Object.keys(counter.snapshot())) tally.unknown.add(element.slice(id.length + 1));
}

function countRequest(tally: Tally, api: GuideApi, body: GuideInputs): void {
  try {
    encodeGuideRequest(api, namedInputs(api, body));
  } catch (error) {
    if (!(error instanceof GuideRequestError)) throw error;
    tally.remarks.add(`a request that was sent would be refused: ${error.message}`);
  }
}

/** The same elements by the table of trading: nothing may be lost there either. */
function countTrading(
  tally: Tally,
  id: TrId,
  body: Readonly<Record<string, unknown>>,
  counter: UnknownCounter,
): void {
  const tr = TRS[id];
  decodeAnswer(tr, body, counter);
  const list = tr.list === null ? null : body[tr.list.element];
  const rows = Array.isArray(list) ? list.filter(isRecord) : [];
  const read = (fields: readonly OutputField[], source: Readonly<Record<string, unknown>>) => {
    for (const { element, type } of fields) {
      const text = source[element];
      if (saysSomething(text) && decodeValue(type, text) === null)
        tally.undecodable.add(`${element}=${text} (trading)`);
    }
  };
  read(tr.response, body);
  for (const row of rows) read(tr.list?.fields ?? [], row);
}

function countEvents(tally: Tally, body: Readonly<Record<string, unknown>>): void {
  const frame = decodeFrame(JSON.stringify({ trnm: 'REAL', ...body }));
  if (frame.kind !== 'real') return;
  for (const entry of frame.entries) {
    const event = decodeEntry(entry, 0);
    tally.remarks.add(event === null ? 'gives no market or broker event' : `gives an event: ${event.type}`);
  }
}

function count(tally: Tally, element: string, text: string, value: unknown): void {
  if (value !== null) tally.decoded++;
  else if (saysSomething(text)) tally.undecodable.add(`${element}=${text}`);
  else tally.blank++;
}

/** Blank, or zero, is "none" for prices and dates. */
function saysSomething(raw: unknown): raw is string {
  return typeof raw === 'string' && !/^[\s0+.%:-]*$/.test(raw);
}

/** Every text of a body with the field that reads it. */
function textsOf(
  api: GuideApi,
  body: Readonly<Record<string, unknown>>,
  parent: string | null,
): [GuideField, string][] {
  return Object.entries(body).flatMap(([element, value]): [GuideField, string][] => {
    const field = [...api.response, ...api.unlisted].find(
      (candidate) => candidate.element === element && candidate.parent === parent,
    );
    if (field?.kind === 'value') return typeof value === 'string' ? [[field, value]] : [];
    const inner = (Array.isArray(value) ? value : [value]).filter(isRecord);
    return inner.flatMap((row) => textsOf(api, row, element));
  });
}
