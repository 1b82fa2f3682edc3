// Brings in the guide's data when it is asked for, one group at a time: it is megabytes, and neither help nor trading
// needs it.

import { readFile } from 'node:fs/promises';
import type { GuideApi, GuideExample, GuideHeaders } from './definition.ts';
import { GUIDE_GROUPS, type GuideGroup, type GuideId } from './ids.ts';

/** True for the id of an API of the guide. Ids are case-sensitive: 0G and 0g differ. */
export function isGuideId(id: string): id is GuideId {
  return Object.hasOwn(GUIDE_GROUPS, id);
}

/** What the guide says of an API. */
export async function loadGuideApi(id: GuideId): Promise<GuideApi> {
  const apis = await loadGuideGroup(GUIDE_GROUPS[id]);
  return apis.find((api) => api.id === id)!;
}

/** The APIs of a group, in the guide's order. */
export function loadGuideGroup(group: GuideGroup): Promise<readonly GuideApi[]> {
  return loaded.get(group) ?? remember(group, readJson(`data/${group}.json`) as Promise<readonly GuideApi[]>);
}

const loaded = new Map<GuideGroup, Promise<readonly GuideApi[]>>();

function remember(group: GuideGroup, apis: Promise<readonly GuideApi[]>): Promise<readonly GuideApi[]> {
  loaded.set(group, apis);
  return apis;
}

/** All APIs, in the guide's order. */
export async function loadGuide(): Promise<readonly GuideApi[]> {
  const groups = await Promise.all([...new Set(Object.values(GUIDE_GROUPS))].map(loadGuideGroup));
  const byId = new Map(groups.flat().map((api) => [api.id, api]));
  return guideIds().map((id) => byId.get(id)!);
}

/** All ids, in the guide's order. */
export function guideIds(): readonly GuideId[] {
  return Object.keys(GUIDE_GROUPS) as GuideId[];
}

/** The HTTP headers of an API's request and answer. */
export async function loadGuideHeaders(id: GuideId): Promise<Omit<GuideHeaders, 'exceptions'>> {
  const { exceptions, ...common } = (await readJson('headers.json')) as GuideHeaders;
  return exceptions[id] ?? common;
}

/** The guide's examples of an API. */
export async function loadGuideExample(id: GuideId): Promise<GuideExample> {
  const examples = await readJson(`examples/${GUIDE_GROUPS[id]}.json`);
  return (examples as Readonly<Record<GuideId, GuideExample>>)[id];
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(path, import.meta.url), 'utf8'));
}
