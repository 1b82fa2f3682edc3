// `hwangso stream` and `hwangso conditions`: what Kiwoom's WebSocket says, line by line, until Ctrl-C or enough was seen.

import { GuideRequestError } from '#adapters/kiwoom/guide-request.ts';
import { isWithoutCode } from '#adapters/kiwoom/registration/registration-wants.ts';
import type { LineEvent } from '#adapters/kiwoom/socket/feed-line.ts';
import { isStream, streamIds } from '#adapters/kiwoom/socket/stream-decoder.ts';
import type { PlainRecord, PlainValue } from '#domain/plain.ts';
import { kstClockText } from '#domain/time.ts';
import type { ConditionInterest, StreamInterest } from '#engine/ports.ts';
import { chooseBroker, isEngineRunning, openBroker } from './broker-access.ts';
import { type CliContext, EXIT, type ExitCode } from './cli-context.ts';
import { koreanReason } from './korean-reason.ts';
import type { Lang } from './messages.ts';

export interface StreamChoices {
  /** The configuration whose broker is asked; see chooseBroker. */
  readonly config: string | null;
  /** Ends after so many messages; null goes on until interrupted. */
  readonly count: number | null;
}

const WORDS = {
  ko: {
    up: '연결됨',
    down: '연결 끊김',
    refused: '등록할 수 없습니다',
    members: '편입 종목',
    entered: '편입',
    left: '이탈',
    seq: '번호',
    name: '이름',
    none: '저장된 조건식이 없습니다 (영웅문에서 만듭니다)',
    limit: '한도',
    engineRuns:
      '이 설정으로 엔진이 실행 중입니다. 같은 키로 접속하면 엔진의 연결이 끊기고 거래가 정지됩니다. 엔진을 먼저 끝내거나 다른 키를 쓰는 설정을 --config로 주십시오',
  },
  en: {
    up: 'connected',
    down: 'connection lost',
    refused: 'cannot be registered',
    members: 'members',
    entered: 'entered',
    left: 'left',
    seq: 'number',
    name: 'name',
    none: 'no conditions are stored (they are made in Kiwoom’s own program)',
    limit: 'limit',
    engineRuns:
      'an engine is running with this configuration; a second session of its key would end the engine’s and halt trading: stop the engine first, or give --config a configuration with another key',
  },
} as const satisfies Record<Lang, unknown>;

/** Prints the messages of the interests as they come. With `--json` one JSON document a line. */
export async function runStream(
  interests: readonly (StreamInterest | ConditionInterest)[],
  { config, count }: StreamChoices,
  context: CliContext,
): Promise<ExitCode> {
  for (const interest of interests) if (interest.type === 'stream') refuseNonsense(interest);
  if (await isEngineRunning(config, context)) return refuseSecondSession(context);
  const kiwoom = openBroker(await chooseBroker(config, context), context);
  const interrupted = context.interruptSignal();
  const ended = Promise.withResolvers<ExitCode>();
  const end = (): void => ended.resolve(EXIT.ok);
  let seen = 0;
  let refused = 0;
  const subscription = kiwoom.streams(interests).subscribe({
    next: (event) => {
      if (seen === count) return; // a frame may bring several
      print(event, context);
      if (event.type === 'stream' || event.type === 'condition') {
        if (++seen === count) end();
      }
      if (event.type === 'watch-refused' && ++refused === interests.length) ended.resolve(EXIT.broker);
      if (event.type === 'feed-down' && event.final) ended.resolve(EXIT.broker);
    },
    error: ended.reject,
  });
  interrupted.addEventListener('abort', end, { once: true });
  try {
    return await ended.promise;
  } finally {
    interrupted.removeEventListener('abort', end);
    subscription.unsubscribe();
    await kiwoom.close();
  }
}

function refuseSecondSession({ lang, stderr }: CliContext): ExitCode {
  stderr.write(`${WORDS[lang].engineRuns}\n`);
  return EXIT.input;
}

const INDEX_CODE = /^\d{3}$/;
const INSTRUMENT_CODE = /^[0-9A-Z]{6}(?:_NX|_AL)?$/;
const OF_INDICES: ReadonlySet<string> = new Set(['0J', '0U']);

/** Kiwoom says nothing to a code of the wrong shape and sends nothing: better told here. Throws GuideRequestError. */
function refuseNonsense({ stream, item }: StreamInterest): void {
  const refuse = (ko: string, en: string): never => {
    throw new GuideRequestError(stream, '', 'unknown', { ko, en });
  };
  if (!isStream(stream)) {
    const types = streamIds().join(' ');
    refuse(`없는 실시간 항목입니다. 있는 항목: ${types}`, `is no real-time type; the types: ${types}`);
  }
  if (isWithoutCode(stream)) return;
  const isOfIndices = OF_INDICES.has(stream);
  if ((isOfIndices ? INDEX_CODE : INSTRUMENT_CODE).test(item)) return;
  const code = isOfIndices ? '001' : '005930';
  const found = { ko: item === '' ? '' : `. 받은 값: ${item}`, en: item === '' ? '' : `, found ${item}` };
  refuse(`코드를 ${code}처럼 쓰십시오${found.ko}`, `needs a code such as ${code}${found.en}`);
}

/** Messages go to stdout; how the line itself fares goes to stderr. */
function print(event: LineEvent, { lang, json, stdout, stderr }: CliContext): void {
  const words = WORDS[lang];
  const time = kstClockText(event.at);
  switch (event.type) {
    case 'stream':
    case 'condition':
      stdout.write(json ? `${JSON.stringify(event)}\n` : `${time} ${lineOf(event, lang)}\n`);
      return;
    case 'feed-up':
      stderr.write(`${time} ${words.up}\n`);
      return;
    case 'feed-down':
      stderr.write(`${time} ${words.down}: ${lang === 'ko' ? koreanReason(event.reason) : event.reason}\n`);
      return;
    case 'watch-refused': {
      const { about, code, limit, actual, detail } = event;
      const numbers =
        limit === null ? '' : ` (${words.limit} ${limit}${actual === null ? '' : `, ${actual}`})`;
      stderr.write(
        `${time} ${about}: ${words.refused}: ${code}${numbers}${detail === null ? '' : ` · ${detail}`}\n`,
      );
      return;
    }
    default:
      return;
  }
}

function lineOf(event: Extract<LineEvent, { type: 'stream' | 'condition' }>, lang: Lang): string {
  if (event.type === 'condition') {
    return `${event.condition} ${WORDS[lang][event.change]}: ${event.symbols.join(' ')}`;
  }
  const values = Object.entries(event.values).filter(([, value]) => value !== null);
  return [event.stream, event.item, ...values.map(([name, value]) => `${name}=${textOf(value)}`)].join(' ');
}

function textOf(value: PlainValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Prints the conditions stored at the broker. */
export async function runConditionList(config: string | null, context: CliContext): Promise<ExitCode> {
  if (await isEngineRunning(config, context)) return refuseSecondSession(context);
  const kiwoom = openBroker(await chooseBroker(config, context), context);
  const client = kiwoom.conditions();
  try {
    const conditions = await client.list();
    const words = WORDS[context.lang];
    if (context.json) context.stdout.write(`${JSON.stringify(conditions, null, 2)}\n`);
    else if (conditions.length === 0) context.stderr.write(`${words.none}\n`);
    else {
      const rows = conditions.map(({ seq, name }) => `${seq}\t${name}\n`);
      context.stdout.write(`${words.seq}\t${words.name}\n${rows.join('')}`);
    }
    return EXIT.ok;
  } finally {
    client.close();
    await kiwoom.close();
  }
}

/** Prints who meets a condition now, by its name or number. */
export async function runConditionSearch(
  nameOrSeq: string,
  config: string | null,
  context: CliContext,
): Promise<ExitCode> {
  if (await isEngineRunning(config, context)) return refuseSecondSession(context);
  const kiwoom = openBroker(await chooseBroker(config, context), context);
  const client = kiwoom.conditions();
  try {
    const rows: PlainRecord[] = [];
    for await (const row of client.search(nameOrSeq)) rows.push(row);
    if (context.json) context.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
    else context.stdout.write(tableOf(rows));
    return EXIT.ok;
  } finally {
    client.close();
    await kiwoom.close();
  }
}

function tableOf(rows: readonly PlainRecord[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) =>
    columns.map((column) => (row[column] == null ? '' : textOf(row[column]))).join('\t'),
  );
  return [columns.join('\t'), ...lines].map((line) => `${line}\n`).join('');
}
