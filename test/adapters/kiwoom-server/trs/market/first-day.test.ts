// A name on its first day, seen by a client: unknown the day before, then in every list and answered by every TR, with nothing
// behind it.

import { beforeAll, describe, expect, it } from 'vitest';
import type { GuideId } from '#adapters/kiwoom/guide/ids.ts';
import { loadGuideExample } from '#adapters/kiwoom/guide/load.ts';
import { MARKET_TRS } from '#adapters/kiwoom-server/trs/market-trs.ts';
import { DEFAULT_LISTINGS } from '#exchange/market/listing.ts';
import { FIRST_DAY, MarketWorld, SECOND_DAY } from '../../market-world.ts';

const SYMBOL = '247540';
const LISTINGS = DEFAULT_LISTINGS.map((listing) =>
  listing.instrument.symbol === SYMBOL ? { ...listing, listedOn: SECOND_DAY, startPrice: 20_000 } : listing,
);
const INFO = '/api/dostk/stkinfo';

function worldAt(date: string, clock: string): MarketWorld {
  const world = new MarketWorld(7, 20, LISTINGS);
  world.advanceTo(date, clock);
  return world;
}

it('is unknown the day before', () => {
  const world = worldAt(FIRST_DAY, '100000');
  // As any code that is not: an answer without a word in it.
  expect(world.call('ka10001', INFO, { stk_cd: SYMBOL }).json).toEqual(
    world.call('ka10001', INFO, { stk_cd: '999990' }).json,
  );
  const listed = world.call('ka10099', INFO, { mrkt_tp: '10' }).json['list'] as { code: string }[];
  expect(listed.map(({ code }) => code)).not.toContain(SYMBOL);
});

describe.each([
  ['in its opening auction', '084500'],
  ['in continuous trading', '101500'],
  ['in the evening', '170000'],
])('%s', (_time, clock) => {
  let world: MarketWorld;
  beforeAll(() => {
    world = worldAt(SECOND_DAY, clock);
  });

  it.each(MARKET_TRS.map((tr) => [tr.id, tr] as const))('%s answers', async (id, tr) => {
    const { request } = await loadGuideExample(id as GuideId);
    const moved = Object.entries(request ?? {}).map(([name, value]) => [
      name,
      name === 'stk_cd' ? SYMBOL : /_dt$|^(dt|date)$/.test(name) ? SECOND_DAY.replaceAll('-', '') : value,
    ]);
    const { json } = world.call(id, tr.path, Object.fromEntries(moved));
    // A question may be refused (of funds alone, of evenings alone), but not for a mistake of ours.
    expect(typeof json['return_code']).toBe('number');
    expect(JSON.stringify(json)).not.toMatch(/NaN|undefined|Infinity/);
  });
});

it('has its offering price as its base, the limits of a first day, and one row of a chart', () => {
  const world = worldAt(SECOND_DAY, '101500');
  const info = world.call('ka10001', INFO, { stk_cd: SYMBOL }).json;
  expect(info).toMatchObject({ base_pric: '20000', upl_pric: '+80000', lst_pric: '-12000' });
  const facts = world.call('ka10100', INFO, { stk_cd: SYMBOL }).json;
  expect(facts).toMatchObject({
    regDay: SECOND_DAY.replaceAll('-', ''),
    lastPrice: '00020000',
    nxtEnable: 'N',
  });
  const chart = world.call('ka10081', '/api/dostk/chart', {
    ...{ stk_cd: SYMBOL, base_dt: SECOND_DAY.replaceAll('-', ''), upd_stkpc_tp: '1' },
  }).json;
  const rows = chart['stk_dt_pole_chart_qry'] as { dt: string; cur_prc: string }[];
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ dt: SECOND_DAY.replaceAll('-', '') });
});
