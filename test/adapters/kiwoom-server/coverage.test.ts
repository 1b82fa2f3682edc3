// The table of what is answered: complete, worded as the guide words it, and true.

import { describe, expect, it } from 'vitest';
import { loadGuide } from '#adapters/kiwoom/guide/load.ts';
import { coverage, refusalOf } from '#adapters/kiwoom-server/coverage.ts';
import { isServedType } from '#adapters/kiwoom-server/frames/real-types.ts';
import { TRS } from '#adapters/kiwoom-server/trs/index.ts';
import { Harness } from './harness.ts';

const TOKENS = ['au10001', 'au10002'];
const CONDITIONS = ['ka10171', 'ka10172', 'ka10173', 'ka10174'];

describe('coverage', () => {
  it("names every API of the guide once, in the guide's words", async () => {
    const guide = await loadGuide();
    const named = coverage().map(({ id, name, group }) => [id, name.ko, name.en, group]);
    const expected = guide.map(({ id, koreanName, englishName, group }) => [
      id,
      koreanName,
      englishName,
      group,
    ]);
    expect(named).toHaveLength(182);
    expect(named.toSorted()).toEqual(expected.toSorted());
  });

  it('says yes where there is an answer or a frame, and no elsewhere', async () => {
    const guide = await loadGuide();
    const answered = new Set(coverage().flatMap(({ id, isAnswered }) => (isAnswered ? id : [])));
    for (const { id, group } of guide) {
      const is = group === 'real-time' ? isServedType(id) : TRS.has(id);
      expect(answered.has(id), id).toBe(is || TOKENS.includes(id) || CONDITIONS.includes(id));
    }
  });

  it('has a reason in both languages for every no, and for no yes', () => {
    for (const { id, isAnswered, why } of coverage()) {
      expect(why === null, id).toBe(isAnswered);
      if (why !== null) expect([why.ko, why.en].every((text) => text.length > 5)).toBe(true);
    }
  });
});

describe('a refusal', () => {
  it('is 1505 with the reason of the table', () => {
    expect(refusalOf('ka00198')).toMatchObject({
      ok: false,
      returnCode: 1,
      message: expect.stringMatching(/^\[1505:.*API ID=ka00198.*조회수/),
    });
    expect(refusalOf('zz99999').message).toMatch(/^\[1505:/);
    // Condition searches are answered, but over the WebSocket: asked for over REST, the path is wrong.
    expect(refusalOf('ka10171', '/api/dostk/websocket').message).toMatch(/^\[1504:/);
  });

  it('is what the server says to every TR without an answer', () => {
    const harness = new Harness();
    for (const { id, isAnswered, group } of coverage()) {
      if (isAnswered || group === 'real-time') continue;
      const { json } = harness.call(id, '/api/dostk/stkinfo', {});
      expect([json['return_code'], json['return_msg']]).toEqual([1, refusalOf(id).message]);
    }
  });

  it('of a real-time type is an ack that says it stays silent', () => {
    const socket = new Harness().login();
    const silent = coverage().flatMap(({ id, group, isAnswered }) =>
      group === 'real-time' && !isAnswered ? id : [],
    );
    expect(socket.register(['0B', ...silent], ['005930'])).toMatchObject({
      return_code: 0,
      return_msg: `모의 거래소가 만들지 않는 실시간 항목: ${silent.join(', ')}`,
    });
  });
});
