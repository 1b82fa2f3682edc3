// `hwangso tr call`: one query of the guide, from words on the command line to a table, JSON or CSV.

import { connectKiwoom } from '#adapters/kiwoom/connect-kiwoom.ts';
import type { GuideApi } from '#adapters/kiwoom/guide/definition.ts';
import type { GuideQueryId } from '#adapters/kiwoom/guide/ids.ts';
import type { GuideRequests } from '#adapters/kiwoom/guide/types.ts';
import { type GuideClient, guideClient } from '#adapters/kiwoom/guide-client.ts';
import type { GuideRecord, GuideValue } from '#adapters/kiwoom/guide-decode.ts';
import { encodeGuideRequest, type GuideInputs, GuideRequestError } from '#adapters/kiwoom/guide-request.ts';
import { RateBudget } from '#adapters/kiwoom/rate-budget.ts';
import { querySender } from '#adapters/kiwoom/rest-sender.ts';
import { undiciTransport } from '#adapters/kiwoom/undici-transport.ts';
import { readCredentials } from '#adapters/system/secrets.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { type CliContext, EXIT, type ExitCode } from './cli-context.ts';
import type { HwangsoConfig } from './config.ts';
import { rateLimits } from './rate-limits.ts';
import { serverClock } from './server-clock.ts';

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
  const inputs: Record<string, string> = {};
  for (const word of words) {
    const at = word.indexOf('=');
    if (at < 1) {
      throw new GuideRequestError(api.id, word, 'format', {
        ko: `항목=값으로 쓰십시오. 받은 값: ${word}`,
        en: `expected field=value, found ${word}`,
      });
    }
    const given = word.slice(0, at);
    const field = api.request.find(({ element, name }) => element === given || name === given);
    inputs[field?.name ?? given] = word.slice(at + 1);
  }
  encodeGuideRequest(api, inputs);
  return inputs;
}

/** Calls the TR at the configured broker and prints the answer. */
export async function runTrCall(config: HwangsoConfig, call: TrCall, context: CliContext): Promise<ExitCode> {
  const { broker } = config;
  const wall = systemClock();
  const server = broker.clock === 'server' ? serverClock(wall) : null;
  const transport = undiciTransport(broker.restUrl);
  const http = server?.follow(transport) ?? transport;
  const limits = rateLimits(broker.rate);
  const kiwoom = connectKiwoom({
    restUrl: broker.restUrl,
    wsUrl: broker.wsUrl,
    limits,
    ...readCredentials(context.env, broker.secretsFile),
    clock: server?.clock ?? wall,
    timers: wall,
    http,
  });
  const budget = new RateBudget(wall, limits);
  try {
    const client = guideClient(querySender({ http, timers: wall, token: kiwoom.token, budget }));
    const answered = await collect(client, call, context);
    context.stdout.write(textOf(call, answered));
    if (answered.nextKey !== null && call.format !== 'json') {
      context.stderr.write(`--next-key ${answered.nextKey}\n`);
    }
    return EXIT.ok;
  } finally {
    budget.close();
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
