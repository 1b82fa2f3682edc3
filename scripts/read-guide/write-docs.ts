// Writes docs/kiwoom: one page per group, one page with every field, and the list of the guide's slips.

import type { GuideApi, GuideExample, GuideField } from '../../src/adapters/kiwoom/guide/definition.ts';
import type { Slip, SlipKind } from './build.ts';

const HEAD = '<!-- Written by scripts/read-guide from the guide; do not edit. -->';

/** The page of one group. */
export function groupPage(
  group: string,
  apis: readonly GuideApi[],
  exampleOf: (id: string) => GuideExample,
): string {
  const [major, minor] = apis[0]!.menu;
  const contents = apis.map(
    ({ id, koreanName, englishName }) => `- [${id}](#${anchorOf(id)}) ${koreanName}: ${englishName}`,
  );
  const sections = apis.map((api) => apiSection(api, exampleOf(api.id)));
  return [HEAD, '', `# ${group} (${major} > ${minor})`, '', ...contents, '', ...sections].join('\n');
}

function apiSection(api: GuideApi, example: GuideExample): string {
  const facts = [`${api.method} \`${api.url}\``, api.transport === 'rest' ? 'REST' : 'WebSocket'];
  if (!api.hasMock) facts.push('not on the mock domain (모의투자 불가)');
  return [
    `<a id="${anchorOf(api.id)}"></a>`,
    '',
    `## ${api.id} ${api.koreanName}`,
    '',
    `${api.englishName}. ${facts.join(', ')}.`,
    '',
    ...tableOf('Request', api.request, true),
    ...tableOf('Answer', api.response, false),
    ...(api.unlisted.length === 0 ? [] : tableOf('Not in the guide’s table', api.unlisted, false)),
    ...exampleBlock('Example request', example.request),
    ...example.responses.flatMap((answer) => exampleBlock('Example answer (first row of each list)', answer)),
  ].join('\n');
}

function tableOf(title: string, fields: readonly GuideField[], isRequest: boolean): string[] {
  if (fields.length === 0) return [`**${title}**: no fields.`, ''];
  const head = isRequest
    ? ['| Name | Element | 한글명 | Type | Required | Length | Values |', '|---|---|---|---|---|---|---|']
    : ['| Name | Element | 한글명 | Type | In | Values |', '|---|---|---|---|---|---|'];
  const rows = fields.map((field) => {
    const type = field.isArray === true ? `${field.type} list` : (field.type ?? field.kind);
    const named = [field.name, code(field.element), field.label, type];
    const limits = isRequest
      ? [field.required === null ? '?' : field.required ? 'yes' : 'no', lengthOf(field)]
      : [field.parent === null ? '' : code(field.parent)];
    return `| ${[...named, ...limits, valuesOf(field)].map(cell).join(' | ')} |`;
  });
  return [`**${title}**`, '', ...head, ...rows, ''];
}

function lengthOf({ length, sendLength }: GuideField): string {
  if (sendLength === undefined) return length === null ? '' : String(length);
  return `${length} (${sendLength === 0 ? 'any' : sendLength})`;
}

function valuesOf({ values, isOpen }: GuideField): string {
  if (values === undefined) return '';
  const listed = Object.entries(values).map(([value, label]) => (label === '' ? value : `${value} ${label}`));
  return listed.join(', ') + (isOpen === true ? ', …' : '');
}

function exampleBlock(title: string, body: Readonly<Record<string, unknown>> | null): string[] {
  if (body === null || Object.keys(body).length === 0) return [];
  return [`${title}:`, '', '```json', JSON.stringify(body, firstRowOnly, 2), '```', ''];
}

/** One row tells as much as fifty. */
function firstRowOnly(_name: string, value: unknown): unknown {
  return Array.isArray(value) ? value.slice(0, 1) : value;
}

/** The page with all APIs and all fields, to be searched with the browser. */
export function indexPage(apis: readonly GuideApi[]): string {
  const groups = [...new Set(apis.map(({ group }) => group))];
  const apiRows = apis.map(
    ({ id, group, koreanName, englishName, url, request, response }) =>
      `| [${id}](${group}.md#${anchorOf(id)}) | ${koreanName} | ${englishName} | ${url} | ${request.length} | ${response.length} |`,
  );
  const fieldRows = apis.flatMap((api) =>
    (['request', 'response'] as const).flatMap((side) =>
      api[side].map((field) => {
        const path = field.parent === null ? field.element : `${field.parent}.${field.element}`;
        const cells = [code(path), field.label, field.name, field.type ?? field.kind, side];
        return `| ${api.id} | ${cells.map(cell).join(' | ')} |`;
      }),
    ),
  );
  return [
    HEAD,
    '',
    '# All APIs of Kiwoom’s guide',
    '',
    `${apis.length} APIs in ${groups.length} groups: ${groups.map((group) => `[${group}](${group}.md)`).join(', ')}.`,
    'Search this page for an element name, a Korean label or one of our names. The same is in the shell: `hwangso tr list`,',
    '`hwangso tr show ka10081`. Where the guide had to be read against its letter: [slips](../kiwoom-guide-slips.md). What',
    'error codes mean and what helps: [errors](errors.md).',
    '',
    '이 페이지에서 항목 이름, 한글명, 영어 이름을 찾을 수 있습니다.',
    '',
    '| API | 이름 | Name | URL | Request fields | Answer fields |',
    '|---|---|---|---|---|---|',
    ...apiRows,
    '',
    '## All fields',
    '',
    '| API | Element | 한글명 | Name | Type | Side |',
    '|---|---|---|---|---|---|',
    ...fieldRows,
    '',
  ].join('\n');
}

const HANDLING: Readonly<Record<SlipKind, string>> = {
  'element name broken over lines': 'Joined: only letters, digits and underscores stand before the label.',
  'label broken over lines': 'Joined; with a space where the printed line had room for another syllable.',
  'row broken over pages':
    'The rest of the row follows the head of the next page; joined to element and label.',
  'heading inside a table': 'Kept as a row without an element name.',
  'required not said': 'Kept as not said.',
  'element listed twice': 'Both rows are kept; decoding uses the first and joins what is inside of them.',
  'example is not JSON': 'Read by a lenient reader.',
  'example element missing in the table': 'Kept apart as unlisted; decoded, and not counted as unknown.',
  'example element in other case': 'Both are accepted.',
  'example element at another level': 'Kept apart as unlisted where the example has it.',
  'list on paper, object in the example': 'The example is right: the wire is like it.',
  'list on paper, one value in the example': 'The example is right.',
  'one value on paper, array in the example': 'The example is right.',
  'value longer than the length': 'The table keeps the printed length; requests are held to the longer one.',
  'example value not listed': 'The list of values counts as open: other values may be sent.',
  'element seen on the wire only': 'Kept apart as unlisted; from recorded answers and the tables of trading.',
  'corrected by hand': 'See scripts/read-guide/corrections.ts.',
};

/** The list of slips, by kind. */
export function slipsPage(slips: readonly Slip[]): string {
  const sections = (Object.keys(HANDLING) as SlipKind[]).flatMap((kind) => {
    const found = slips.filter((slip) => slip.kind === kind);
    if (found.length === 0) return [];
    const byApi = Map.groupBy(found, ({ api }) => api);
    const lines = [...byApi].map(
      ([api, ofApi]) => `- ${api}: ${ofApi.map(({ detail }) => detail).join('; ')}`,
    );
    return [
      `## ${kind[0]!.toUpperCase()}${kind.slice(1)} (${found.length})`,
      '',
      HANDLING[kind],
      '',
      ...lines,
      '',
    ];
  });
  return [
    HEAD,
    '',
    '# Slips of Kiwoom’s guide',
    '',
    'Where the text of the guide is not what it should be, and what `scripts/read-guide` does about it.',
    '',
    ...sections,
  ].join('\n');
}

function anchorOf(id: string): string {
  // 0G and 0g differ, and anchors do not where case is lost.
  return /[a-z]$/.test(id) ? `api-${id.toLowerCase()}-small` : `api-${id.toLowerCase()}`;
}

function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
