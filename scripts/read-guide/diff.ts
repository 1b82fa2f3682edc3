// Tells two catalogues apart: which APIs and which of their fields were added, removed or changed.

import type { GuideApi, GuideField } from '../../src/adapters/kiwoom/guide/definition.ts';

/** One line per difference, `+` added, `-` removed, `~` changed; empty when there is none. */
export function diffCatalogues(before: readonly GuideApi[], after: readonly GuideApi[]): string[] {
  const old = new Map(before.map((api) => [api.id, api]));
  const ids = new Set(after.map(({ id }) => id));
  return [
    ...before.filter(({ id }) => !ids.has(id)).map(({ id, koreanName }) => `- ${id} ${koreanName}`),
    ...after.flatMap((api) => {
      const was = old.get(api.id);
      return was === undefined ? [`+ ${api.id} ${api.koreanName}`] : diffApi(was, api);
    }),
  ];
}

function diffApi(before: GuideApi, after: GuideApi): string[] {
  const facts = (['koreanName', 'englishName', 'group', 'url', 'method', 'hasMock'] as const)
    .filter((fact) => before[fact] !== after[fact])
    .map((fact) => `~ ${after.id} ${fact}: ${before[fact]} -> ${after[fact]}`);
  const fields = (['request', 'response', 'unlisted'] as const).flatMap((side) =>
    diffFields(`${after.id} ${side}`, before[side], after[side]),
  );
  return [...facts, ...fields];
}

function diffFields(where: string, before: readonly GuideField[], after: readonly GuideField[]): string[] {
  const [old, now] = [byPath(before), byPath(after)];
  const removed = [...old.keys()].filter((path) => !now.has(path)).map((path) => `- ${where} ${path}`);
  const others = [...now].flatMap(([path, field]) => {
    const was = old.get(path);
    if (was === undefined) return [`+ ${where} ${path}`];
    const facts = new Set([...Object.keys(was), ...Object.keys(field)]) as Set<keyof GuideField>;
    return [...facts]
      .filter((fact) => JSON.stringify(was[fact]) !== JSON.stringify(field[fact]))
      .map(
        (fact) =>
          `~ ${where} ${path} ${fact}: ${JSON.stringify(was[fact])} -> ${JSON.stringify(field[fact])}`,
      );
  });
  return [...removed, ...others];
}

/** Fields by path; an element that is listed twice gets a number. */
function byPath(fields: readonly GuideField[]): Map<string, GuideField> {
  const paths = new Map<string, GuideField>();
  for (const field of fields) {
    const path = `${field.parent ?? ''}.${field.element === '' ? field.label : field.element}`.replace(
      /^\./,
      '',
    );
    let free = path;
    for (let i = 2; paths.has(free); i++) free = `${path}#${i}`;
    paths.set(free, field);
  }
  return paths;
}
