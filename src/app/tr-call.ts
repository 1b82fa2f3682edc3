// `hwangso tr call`: one query of the guide, from words on the command line to a table, JSON or CSV.

import type { GuideApi } from '#adapters/kiwoom/guide/definition.ts';
import type { GuideQueryId } from '#adapters/kiwoom/guide/ids.ts';
import type { GuideRequests } from '#adapters/kiwoom/guide/types.ts';
import type { GuideClient } from '#adapters/kiwoom/guide-client.ts';
import type { GuideRecord, GuideValue } from '#adapters/kiwoom/guide-decode.ts';
import {
  encodeGuideRequest,
  type GuideInputs,
  GuideRequestError,
  namedInputs,
} from '#adapters/kiwoom/guide-request.ts';
import { openBroker } from './broker-access.ts';
import { type CliContext, EXIT, type ExitCode } from './cli-context.ts';
import type { BrokerConfig } from './config/config.ts';

export { refuseNonQuery } from '#adapters/kiwoom/guide-client.ts';

/** How answers are printed; `raw` is the bodies as they came. */
export type TrFormat = 'table' | 'json' | 'csv' | 'raw';

export interface TrCall {
  readonly api: GuideApi;
  readonly inputs: GuideInputs;
  readonly allPages: boolean;
  readonly nextKey: string | null;
  readonly format: TrFormat;
}

/** `field=value` words as inputs by our names. Checks them, so that a mistake shows before anything is opened. */
export function inputsOf(api: GuideApi, words: readonly string[]): GuideInputs {
  const given: Record<string, string> = {};
  for (const word of words) {
    const at = word.indexOf('=');
    if (at < 1) {
      throw new GuideRequestError(api.id, word, 'format', {
        ko: `항목=값으로 쓰십시오. 받은 값: ${word}`,
        en: `expected field=value, found ${word}`,
      });
    }
    const [name, value] = [word.slice(0, at), word.slice(at + 1)];
    if (Object.keys(namedInputs(api, { ...given, [name]: value })).length <= Object.keys(given).length) {
      throw new GuideRequestError(api.id, name, 'format', {
        ko: `${name}: 한 번만 쓰십시오`,
        en: `${name} is given twice`,
      });
    }
    given[name] = value;
  }
  const inputs = namedInputs(api, given);
  encodeGuideRequest(api, inputs);
  return inputs;
}

/** Calls the TR at `broker` and prints the answer. */
export async function runTrCall(broker: BrokerConfig, call: TrCall, context: CliContext): Promise<ExitCode> {
  const kiwoom = openBroker(broker, context);
  try {
    const answered = await collect(kiwoom.guide, call, context);
    context.stdout.write(textOf(call, answered));
    if (answered.nextKey !== null && call.format !== 'json') {
      context.stderr.write(`--next-key ${answered.nextKey}\n`);
    }
    return EXIT.ok;
  } finally {
    await kiwoom.close();
  }
}

/** All that was asked for: the values of the first page, the rows of every page. */
export interface Answered {
  readonly first: GuideRecord;
  readonly lists: ReadonlyMap<string, readonly GuideRecord[]>;
  readonly raw: readonly Readonly<Record<string, unknown>>[];
  readonly nextKey: string | null;
}

async function collect(
  client: GuideClient,
  { api, inputs, allPages, nextKey: from }: TrCall,
  context: CliContext,
): Promise<Answered> {
  const id = api.id as GuideQueryId;
  const given = inputs as unknown as GuideRequests[GuideQueryId];
  const progress = context.progress(api.id, null);
  const lists = new Map<string, GuideRecord[]>();
  const raw: Readonly<Record<string, unknown>>[] = [];
  let first: GuideRecord | null = null;
  let nextKey: string | null = null;
  try {
    for await (const page of client.pages(id, given, { nextKey: from, signal: context.interruptSignal() })) {
      const data = page.data as unknown as GuideRecord;
      first ??= data;
      for (const [name, value] of Object.entries(data)) {
        if (isRows(value)) lists.set(name, [...(lists.get(name) ?? []), ...value]);
      }
      raw.push(page.raw);
      nextKey = page.nextKey;
      progress.update(raw.length);
      if (!allPages) break;
    }
  } finally {
    progress.finish();
  }
  return { first: first ?? {}, lists, raw, nextKey };
}

function isRows(value: GuideValue): value is readonly GuideRecord[] {
  return Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null);
}

/** The answer as it is printed. */
export function textOf({ api, format }: TrCall, answered: Answered): string {
  const { first, lists, raw, nextKey } = answered;
  const data = { ...first, ...Object.fromEntries(lists) };
  if (format === 'raw') return raw.map((body) => `${JSON.stringify(body)}\n`).join('');
  if (format === 'json') return `${JSON.stringify({ id: api.id, data, nextKey }, null, 2)}\n`;
  const plain = Object.entries(first).filter(([, value]) => !Array.isArray(value));
  const single: GuideRecord = Object.fromEntries(plain);
  const [rows] = lists.values();
  if (format === 'csv') return csvOf(rows ?? [single]);
  const lines = plain.map(([name, value]) => `${name}: ${plainText(value)}\n`);
  const tables = [...lists].map(([name, listed]) => `\n${name} (${listed.length})\n${csvOf(listed, '\t')}`);
  return [...lines, ...tables].join('');
}

function csvOf(rows: readonly GuideRecord[], separator = ','): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => quoted(plainText(row[column] ?? null), separator)));
  return [columns, ...lines].map((cells) => `${cells.join(separator)}\n`).join('');
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An absent value is an empty cell. */
function plainText(value: GuideValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
