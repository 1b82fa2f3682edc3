// The actions of `hwangso tr`. List and show read the guide's data only; call hands over to src/app.

import Table from 'cli-table3';
import type { GuideApi, GuideField } from '#adapters/kiwoom/guide/definition.ts';
import type { GuideId } from '#adapters/kiwoom/guide/ids.ts';
import {
  isGuideId,
  loadGuide,
  loadGuideApi,
  loadGuideExample,
  loadGuideHeaders,
} from '#adapters/kiwoom/guide/load.ts';
import { GuideRequestError } from '#adapters/kiwoom/guide-request.ts';
import { type CliContext, EXIT, type ExitCode } from '#app/cli-context.ts';
import type { Lang, Words } from '#app/messages.ts';
import type { TrCallChoices, TrListChoices } from '../commands/tr.ts';

const WORDS = {
  name: { ko: '이름', en: 'name' },
  group: { ko: '그룹', en: 'group' },
  english: { ko: '영어 이름', en: 'English name' },
  request: { ko: '요청', en: 'Request' },
  response: { ko: '응답', en: 'Answer' },
  unlisted: { ko: '표에 없는 응답 항목', en: 'Answer elements that the guide’s table lacks' },
  element: { ko: '항목', en: 'element' },
  label: { ko: '한글명', en: 'label' },
  type: { ko: '형식', en: 'type' },
  required: { ko: '필수', en: 'required' },
  length: { ko: '길이', en: 'length' },
  values: { ko: '값', en: 'values' },
  noMock: { ko: '모의투자 불가', en: 'not on the mock domain' },
  example: { ko: '요청 예시', en: 'Example request' },
  answer: { ko: '응답 예시 (목록은 첫 행만)', en: 'Example answer (first row of each list)' },
} as const satisfies Readonly<Record<string, Words>>;

/** Lists every API, or those of a group. */
export async function listTrs(context: CliContext, { group }: TrListChoices): Promise<ExitCode> {
  const all = await loadGuide();
  const apis = group === undefined ? all : all.filter((api) => api.group === group || api.menu[1] === group);
  if (group !== undefined && apis.length === 0) throw unknownGroup(group, all);
  if (context.json) {
    context.stdout.write(`${JSON.stringify(apis.map(entryOf))}\n`);
    return EXIT.ok;
  }
  const head = ['id', WORDS.name[context.lang], WORDS.english[context.lang], WORDS.group[context.lang]];
  const table = plainTable(head);
  for (const api of apis) table.push([api.id, api.koreanName, api.englishName, api.group]);
  context.stdout.write(`${table.toString()}\n`);
  return EXIT.ok;
}

/** What `tr list --json` says of an API. Stable: scripts read it. */
function entryOf(api: GuideApi) {
  const { id, koreanName, englishName, url, group, menu, transport, hasMock } = api;
  return {
    id,
    koreanName,
    englishName,
    url,
    group,
    menu,
    transport,
    hasMock,
    request: api.request.map(shownField),
    response: api.response.map(shownField),
  };
}

function shownField({ element, name, label, kind, type, required, length, parent, values }: GuideField) {
  return { element, name, label, required, length, parent, kind, type, ...(values ? { values } : {}) };
}

/** Shows one API in full. */
export async function showTr(context: CliContext, id: string): Promise<ExitCode> {
  const known = knownId(id);
  const api = await loadGuideApi(known);
  const example = await loadGuideExample(known);
  if (context.json) {
    const headers = await loadGuideHeaders(known);
    context.stdout.write(`${JSON.stringify({ ...api, headers, example }, null, 2)}\n`);
    return EXIT.ok;
  }
  const { lang } = context;
  const facts = [`${api.method} ${api.url}`, ...(api.hasMock ? [] : [WORDS.noMock[lang]])];
  const parts = [
    `${api.id} ${api.koreanName} / ${api.englishName} (${api.menu.join(' > ')})`,
    facts.join(', '),
    `\n${WORDS.request[lang]}`,
    fieldTable(lang, api.request),
    `\n${WORDS.response[lang]}`,
    fieldTable(lang, api.response),
  ];
  if (api.unlisted.length > 0) parts.push(`\n${WORDS.unlisted[lang]}`, fieldTable(lang, api.unlisted));
  if (example.request !== null) {
    parts.push(`\n${WORDS.example[lang]}`, JSON.stringify(example.request, null, 2));
  }
  for (const answer of example.responses) {
    parts.push(`\n${WORDS.answer[lang]}`, JSON.stringify(answer, firstRowOnly, 2));
  }
  context.stdout.write(`${parts.join('\n')}\n`);
  return EXIT.ok;
}

/** One row tells as much as fifty. */
function firstRowOnly(_name: string, value: unknown): unknown {
  return Array.isArray(value) ? value.slice(0, 1) : value;
}

const VALUES_SHOWN = 4;

function fieldTable(lang: Lang, fields: readonly GuideField[]): string {
  const columns = ['element', 'label', 'name', 'type', 'required', 'length', 'values'] as const;
  const table = plainTable(columns.map((column) => WORDS[column][lang]));
  for (const field of fields) {
    const indent = field.parent === null ? '' : '  ';
    const listed = Object.entries(field.values ?? {}).map(([code, label]) => `${code} ${label}`.trim());
    const more = listed.length > VALUES_SHOWN || field.isOpen === true ? ', …' : '';
    table.push([
      indent + field.element,
      field.label,
      field.name,
      field.type ?? field.kind,
      field.required === null ? '?' : field.required ? 'Y' : 'N',
      String(field.length ?? ''),
      listed.slice(0, VALUES_SHOWN).join(', ') + more,
    ]);
  }
  return table.toString();
}

/** A table without lines between its rows: some have three hundred. */
function plainTable(head: readonly string[]) {
  const chars = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };
  return new Table({ head: [...head], style: { head: [], border: [] }, chars });
}

/** Calls a query TR with `field=value` words; fields by element name or by our name. */
export async function callTr(
  context: CliContext,
  id: string,
  words: readonly string[],
  { config, allPages = false, csv = false, raw = false, nextKey }: TrCallChoices,
): Promise<ExitCode> {
  const api = await loadGuideApi(knownId(id));
  const { inputsOf, refuseNonQuery, runTrCall } = await import('#app/tr-call.ts');
  refuseNonQuery(api);
  const inputs = inputsOf(api, words);
  const { chooseBroker } = await import('#app/broker-access.ts');
  const broker = await chooseBroker(config ?? null, context);
  const format = raw ? 'raw' : csv ? 'csv' : context.json ? 'json' : 'table';
  return runTrCall(broker, { api, inputs, allPages, nextKey: nextKey ?? null, format }, context);
}

/** Lists every error Kiwoom or the way to it can answer with. */
export async function listTrErrors(context: CliContext): Promise<ExitCode> {
  const { errorsText } = await import('#app/tr-errors.ts');
  context.stdout.write(errorsText(context.lang, context.json));
  return EXIT.ok;
}

function knownId(id: string): GuideId {
  if (isGuideId(id)) return id;
  throw new GuideRequestError(id, '', 'unknown', {
    ko: '가이드에 없는 API입니다. 목록: hwangso tr list',
    en: 'is not in the guide; see hwangso tr list',
  });
}

function unknownGroup(group: string, apis: readonly GuideApi[]): GuideRequestError {
  const groups = [...new Set(apis.map((api) => api.group))].join(', ');
  return new GuideRequestError(group, '', 'unknown', {
    ko: `없는 그룹입니다. 그룹: ${groups}`,
    en: `is no group; the groups: ${groups}`,
  });
}
