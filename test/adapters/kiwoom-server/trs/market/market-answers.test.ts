// Every TR about the market, asked of a real simulated market: its answer has the guide's elements, those that Kiwoom is known to
// send beside them and no others, our guide client reads it without meeting anything unknown, and what is blank is blank for a
// reason that is written down.

import { beforeAll, describe, expect, it } from 'vitest';
import type { GuideApi, GuideField } from '#adapters/kiwoom/guide/definition.ts';
import type { GuideId } from '#adapters/kiwoom/guide/ids.ts';
import { loadGuideApi, loadGuideExample } from '#adapters/kiwoom/guide/load.ts';
import { decodeGuideBody } from '#adapters/kiwoom/guide-decode.ts';
import { UnknownCounter } from '#adapters/kiwoom/rest/decode-answer.ts';
import { marketBlanks, trsWithBlanks } from '#adapters/kiwoom-server/trs/market/market-blanks.ts';
import { MARKET_TRS } from '#adapters/kiwoom-server/trs/market-trs.ts';
import { BEYOND_GUIDE } from '../../beyond-guide.ts';
import { MarketWorld, SECOND_DAY } from '../../market-world.ts';

type Json = Record<string, unknown>;

/** Where the guide's example would find no rows in this market; everything else is asked as the guide's example asks. */
const OTHER_REQUESTS: Readonly<Record<string, Json>> = {
  ka10016: { ntl_tp: '2', high_low_close_tp: '2' },
  ka10017: { updown_tp: '2' },
  ka10022: { tm_tp: '30' },
  ka10023: { sort_tp: '3', tm_tp: '1', tm: '30' },
  ka10025: { prps_cnctr_rt: '10' },
  ka10058: { mrkt_tp: '001' },
  ka10059: { dt: SECOND_DAY.replaceAll('-', '') },
  ka10060: { dt: SECOND_DAY.replaceAll('-', '') },
  ka40001: { dt: '1' },
  ka20008: { inds_cd: '001' },
  ka90004: { dt: SECOND_DAY.replaceAll('-', '') },
  ka90005: { date: SECOND_DAY.replaceAll('-', '') },
  ka90009: { date: SECOND_DAY.replaceAll('-', '') },
  ka90010: { date: SECOND_DAY.replaceAll('-', '') },
};

/** Rows of these need an interruption, an auction, a record day or three days in a row, which have tests of their own. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['ka10024', 'ka10029', 'ka10035', 'ka10054']);

/** Asked in an evening in which they have something to tell: after-hours.test.ts. */
const OF_THE_EVENING: ReadonlySet<string> = new Set(['ka10087', 'ka10098']);

let world: MarketWorld;
beforeAll(() => {
  world = new MarketWorld();
  world.advanceTo(SECOND_DAY, '103000');
});

/** The guide's example request, moved to this market: its days, its instruments. */
async function requestOf(id: GuideId): Promise<Json> {
  const example = (await loadGuideExample(id)).request ?? {};
  const moved: Json = {};
  for (const [name, value] of Object.entries(example)) {
    moved[name] = name.endsWith('_dt') ? SECOND_DAY.replaceAll('-', '') : value;
  }
  return { ...moved, ...OTHER_REQUESTS[id] };
}

const level = (fields: readonly GuideField[], parent: string | null): string[] =>
  fields.filter((field) => field.kind !== 'heading' && field.parent === parent).map((field) => field.element);

function listOf(api: GuideApi): string | null {
  return api.response.find((field) => field.kind === 'list')?.element ?? null;
}

describe('the answer of', () => {
  const asked = MARKET_TRS.filter(({ id }) => !OF_THE_EVENING.has(id));
  it.each(asked.map((tr) => [tr.id, tr] as const))('%s', async (id, tr) => {
    const api = await loadGuideApi(id as GuideId);
    expect(tr.path).toBe(api.url);
    const { json } = world.call(id, tr.path, await requestOf(id as GuideId));
    expect(json['return_code'], String(json['return_msg'])).toBe(0);
    const allowed = [...api.response, ...api.unlisted];
    const { return_code, return_msg, ...fields } = json;
    expectElements(Object.keys(fields), level(api.response, null), level(allowed, null));
    const list = listOf(api);
    const beyond = new Set(BEYOND_GUIDE[id] ?? []);
    const written = list === null ? [] : (fields[list] as Json[]);
    for (const name of beyond) expect(Object.keys(written[0] ?? {}), name).toContain(name);
    const rows = written.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([name]) => !beyond.has(name))),
    );
    if (list !== null && !MAY_BE_EMPTY.has(id)) expect(rows.length, 'rows').toBeGreaterThan(0);
    for (const row of rows) expectElements(Object.keys(row), level(api.response, list), level(allowed, list));
    const unknown = new UnknownCounter();
    decodeGuideBody(api, list === null ? json : { ...json, [list]: rows }, unknown);
    expect(unknown.snapshot()).toEqual({});
    if (rows.length > 0 || list === null || !MAY_BE_EMPTY.has(id))
      expect(blanksOf(fields, rows, list)).toEqual([...marketBlanks(id).keys()].sort());
  });

  it('reasons stand for TRs that are answered only', () => {
    const ids = new Set(MARKET_TRS.map((tr) => tr.id));
    expect([...trsWithBlanks()].filter((id) => !ids.has(id))).toEqual([]);
  });
});

/** All of the table, and nothing that neither the table nor the guide's examples have. */
function expectElements(elements: string[], table: string[], allowed: string[]): void {
  expect(table.filter((name) => !elements.includes(name))).toEqual([]);
  expect(elements.filter((name) => !allowed.includes(name))).toEqual([]);
}

/** Elements that are blank wherever they occur. */
function blanksOf(fields: Json, rows: readonly Json[], list: string | null): string[] {
  const isBlank = (value: unknown): boolean => value === '' || value === ' ';
  const top = Object.keys(fields).filter((name) => name !== list && isBlank(fields[name]));
  const inRows = Object.keys(rows[0] ?? {}).filter((name) => rows.every((row) => isBlank(row[name])));
  return [...new Set([...top, ...inRows])].sort();
}
