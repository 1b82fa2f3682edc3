// ka10002 and ka10102: the first five of either side as the exchange knows them, on the view that was asked for.

import { beforeAll, describe, expect, it } from 'vitest';
import { MEMBER_FIRMS } from '#exchange/contract.ts';
import { Harness } from '../../../harness.ts';
import { FIRST_DAY, MarketWorld } from '../../../market-world.ts';

const PATH = '/api/dostk/stkinfo';
const world = new MarketWorld(7, 1);

beforeAll(() => void world.advanceTo(FIRST_DAY, '100000'));

const brokersOf = (code: string) =>
  world.call('ka10002', PATH, { stk_cd: code }).json as Record<string, string>;

describe('ka10002', () => {
  it.each([
    ['005930', 'KRX'],
    ['005930_NX', 'NXT'],
  ] as const)('%s lists who bought and sold most on %s', (code, venue) => {
    const answer = brokersOf(code);
    expect(answer['stk_cd']).toBe(code);
    const participants = world.exchange.participants.today('005930', venue)!;
    for (const [name, side] of [['sel', 'sell'] as const, ['buy', 'buy'] as const]) {
      for (const [index, { member, quantity }] of participants.leaders(side).entries()) {
        const firm = MEMBER_FIRMS.find((one) => one.code === member)!;
        expect(answer[`${name}_trde_ori_${index + 1}`]).toBe(member);
        expect(answer[`${name}_trde_ori_nm_${index + 1}`]).toBe(firm.name);
        expect(answer[`${name}_trde_qty_${index + 1}`]).toBe(String(quantity));
      }
    }
  });

  it('adds both markets for _AL', () => {
    const all = Number(brokersOf('005930_AL')['buy_trde_qty_1']);
    expect(all).toBeGreaterThan(Number(brokersOf('005930')['buy_trde_qty_1']));
    const members = (['KRX', 'NXT'] as const).map(
      (venue) => world.exchange.participants.today('005930', venue)!.totals.members,
    );
    const code = brokersOf('005930_AL')['buy_trde_ori_1'];
    const sum = members.flat().filter(({ member }) => member === code);
    expect(all).toBe(sum.reduce((bought, one) => bought + one.bought, 0));
  });

  it('has nobody where nothing was traded', () => {
    const early = new MarketWorld(7, 1);
    early.advanceTo(FIRST_DAY, '070000');
    expect(early.call('ka10002', PATH, { stk_cd: '005930' }).json).toMatchObject({
      ...{
        stk_nm: '삼성전자',
        sel_trde_ori_nm_1: '',
        sel_trde_ori_1: '000',
        sel_trde_qty_1: '0',
        buy_trde_ori_5: '000',
      },
    });
  });
});

it('ka10102 lists the members that trade here, Kiwoom among them', () => {
  const { list } = new Harness().call('ka10102', PATH, {}).json as { list: Record<string, string>[] };
  expect(list).toHaveLength(MEMBER_FIRMS.length);
  expect(list).toContainEqual({ code: '050', name: '키움증권', gb: '0' });
  expect(list.map(({ code }) => code)).toEqual(list.map(({ code }) => code).toSorted());
});
