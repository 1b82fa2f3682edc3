// Writes TypeScript types from the catalogue: what each API is asked with and what it answers, by our names.

import type { GuideApi, GuideField } from '../../src/adapters/kiwoom/guide/definition.ts';

const HEAD = '// Written by scripts/read-guide from the guide; do not edit.';

/** The types of one group. */
export function groupTypes(group: string, apis: readonly GuideApi[]): string {
  const types = apis.flatMap((api) => [
    `/** ${titleOf(api)}: what it is asked with. */`,
    ...interfaceOf(`${typeName(api.id)}Request`, api.request, null, inputType),
    '',
    `/** ${titleOf(api)}: what it answers. */`,
    ...interfaceOf(`${typeName(api.id)}Answer`, answerFields(api), null, outputType),
    '',
  ]);
  return `${HEAD}\n// The APIs of the group ${group}.\n\n${types.join('\n').trimEnd()}\n`;
}

/** The types of all groups together, by id. */
export function allTypes(apis: readonly GuideApi[]): string {
  const groups = [...new Set(apis.map(({ group }) => group))].sort();
  const imports = groups.map((group) => {
    const names = apis
      .filter((api) => api.group === group)
      .flatMap(({ id }) => [`${typeName(id)}Answer`, `${typeName(id)}Request`])
      .sort();
    return `import type { ${names.join(', ')} } from './types/${group}.ts';`;
  });
  const entries = (suffix: string) =>
    apis.map(({ id }) => `  readonly ${keyOf(id)}: ${typeName(id)}${suffix};`);
  return [
    HEAD,
    '',
    ...imports,
    '',
    '/** What each API is asked with, by our names. */',
    'export interface GuideRequests {',
    ...entries('Request'),
    '}',
    '',
    '/** What each API answers, by our names. */',
    'export interface GuideAnswers {',
    ...entries('Answer'),
    '}',
    '',
  ].join('\n');
}

/** Ids and groups as values, small enough to be loaded at any time. */
export function idsModule(apis: readonly GuideApi[], isQuery: (api: GuideApi) => boolean): string {
  return [
    HEAD,
    '',
    "/** The group of each API, in the guide's order. */",
    'export const GUIDE_GROUPS = {',
    ...apis.map(({ id, group }) => `  ${keyOf(id)}: '${group}',`),
    '} as const;',
    '',
    '/** The id of an API: a TR, a service of the WebSocket or a real-time type. */',
    'export type GuideId = keyof typeof GUIDE_GROUPS;',
    '',
    '/** Our name of a group. */',
    'export type GuideGroup = (typeof GUIDE_GROUPS)[GuideId];',
    '',
    '/** TRs over REST that change nothing: all but orders and access tokens. */',
    'export type GuideQueryId =',
    ...apis.filter(isQuery).map(({ id }) => `  | '${id}'`),
    '',
  ]
    .join('\n')
    .replace(/\n$/, ';\n');
}

function answerFields(api: GuideApi): GuideField[] {
  return [...api.response, ...api.unlisted].filter(
    (field, i, all) =>
      field.kind !== 'heading' &&
      all.findIndex(({ element, parent }) => element === field.element && parent === field.parent) === i,
  );
}

function interfaceOf(
  name: string,
  fields: readonly GuideField[],
  parent: string | null,
  typeOf: (field: GuideField) => string,
): string[] {
  const own = fields.filter((field) => field.parent === parent);
  const nested = own.filter(({ kind }) => kind === 'list' || kind === 'object');
  const lines = own.flatMap((field) => [
    `  /** ${describe(field)} */`,
    `  ${memberOf(field)}: ${memberType(field)};`,
  ]);

  function memberOf(field: GuideField): string {
    const isOptional = typeOf === inputType && field.required === false;
    return `readonly ${keyOf(field.name)}${isOptional ? '?' : ''}`;
  }

  function memberType(field: GuideField): string {
    const isOptional = typeOf === inputType && field.required === false;
    const row = `${name}${capital(field.name)}`;
    const type =
      field.kind === 'list' ? `readonly ${row}[]` : field.kind === 'object' ? `${row} | null` : typeOf(field);
    return isOptional ? `${type} | undefined` : type;
  }

  if (own.length === 0) return [`export type ${name} = Readonly<Record<string, never>>;`];
  return [
    `export interface ${name} {`,
    ...lines,
    '}',
    ...nested.flatMap((field) => [
      '',
      `/** ${describe(field)} of ${name}. */`,
      ...interfaceOf(`${name}${capital(field.name)}`, fields, field.element, typeOf),
    ]),
  ];
}

function inputType(field: GuideField): string {
  if (field.isArray === true) return 'readonly string[]';
  if (field.values === undefined || field.isOpen === true) return 'string | number';
  const codes = Object.keys(field.values).map((code) => `'${code}'`);
  return [...codes, ...(field.mayBeBlank === true ? ["''"] : [])].join(' | ');
}

function outputType({ type, isArray }: GuideField): string {
  const value =
    type === 'flag' ? 'boolean | null' : NUMBERS.has(type ?? '') ? 'number | null' : 'string | null';
  return isArray === true ? `readonly (${value})[]` : value;
}

const NUMBERS: ReadonlySet<string> = new Set([
  'price',
  'quantity',
  'won',
  'signed',
  'percent',
  'datetime',
  'index',
  'index100',
]);

function describe({ label, element, type }: GuideField): string {
  const what = label === '' ? element : `${label} (${element})`;
  return type === null ? what : `${what}, ${type}`;
}

function titleOf({ id, koreanName, englishName }: GuideApi): string {
  return `${id} ${koreanName}, ${englishName}`;
}

function typeName(id: string): string {
  return /^\d/.test(id) ? `RealTime${id}` : capital(id);
}

function keyOf(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`;
}

function capital(name: string): string {
  return name[0]!.toUpperCase() + name.slice(1);
}
