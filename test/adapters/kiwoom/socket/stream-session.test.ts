// Streams and condition searches for the shell: a session without account, reference data or anything that trades.

import { beforeAll, describe, expect, test } from 'vitest';
import { loadGuideGroup } from '#adapters/kiwoom/guide/load.ts';
import { AccessToken } from '#adapters/kiwoom/rest/token.ts';
import type { LineEvent } from '#adapters/kiwoom/socket/feed-line.ts';
import { openConditions, openStreams } from '#adapters/kiwoom/socket/stream-session.ts';
import { kstMoment } from '#domain/time.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';
import { FakeSocketServer, QUICK_TIMES } from '../fake-socket.ts';

// Reading from disk is not a matter of the virtual clock.
beforeAll(() => Promise.all([loadGuideGroup('real-time'), loadGuideGroup('conditions')]));

function given() {
  const clock = new VirtualClock(kstMoment('2026-11-23', '093000'));
  const socket = new FakeSocketServer();
  const issuer = {
    issue: async () => ({ token: 'token-1', expiresAt: clock.now() + 86_400_000 }),
    revoke: async () => undefined,
  };
  const token = new AccessToken({ issuer, clock });
  const url = 'ws://127.0.0.1';
  const partings: Promise<void>[] = [];
  const onParting = (gone: Promise<void>) => partings.push(gone);
  return {
    clock,
    socket,
    partings,
    line: { url, transport: socket, token, clock, jitter: () => 0, times: QUICK_TIMES, onParting },
  };
}

describe('streams', () => {
  test('register what is asked for and nothing else', async () => {
    const { clock, socket, line } = given();
    const events: LineEvent[] = [];
    const subscription = openStreams({
      ...line,
      interests: [
        { type: 'stream', stream: '0B', item: '005930' },
        { type: 'stream', stream: '0B', item: '000660' },
        { type: 'stream', stream: '0Z', item: '000660' },
      ],
    }).subscribe((event) => events.push(event));
    await clock.settleBy(0);
    socket.last.welcome();
    socket.last.say({
      trnm: 'REAL',
      data: [{ type: '0B', item: '000660', values: { '10': '-70000', '15': '+3', '20': '093000' } }],
    });
    expect(socket.last.sentFrames.slice(1)).toEqual([
      { trnm: 'REG', grp_no: '3', refresh: '1', data: [{ item: ['005930', '000660'], type: ['0B'] }] },
    ]);
    expect(events).toEqual([
      expect.objectContaining({ type: 'watch-refused', about: '0Z 000660', code: 'unknown' }),
      { type: 'feed-up', at: clock.now() },
      expect.objectContaining({ type: 'stream', item: '000660' }),
    ]);
    subscription.unsubscribe();
    expect(socket.last.isClosedByClient).toBe(true);
    expect(clock.nextWakeAt).toBeNull();
  });

  test('somebody who leaves when it is up leaves nothing behind', async () => {
    const { clock, socket, line } = given();
    const subscription = openStreams({
      ...line,
      interests: [{ type: 'condition', condition: '급등주' }],
    }).subscribe(({ type }) => {
      if (type === 'feed-up') subscription.unsubscribe();
    });
    await clock.settleBy(0);
    socket.last.welcome();
    await clock.settleBy(0);
    expect(socket.last.sentFrames).toEqual([{ trnm: 'LOGIN', token: 'token-1' }]);
    expect(clock.nextWakeAt).toBeNull();
  });

  describe('that follow conditions', () => {
    async function following() {
      const world = given();
      const interests = ['급등주', '눌림목'].map((condition) => ({ type: 'condition', condition }) as const);
      const subscription = openStreams({ ...world.line, interests }).subscribe();
      const say = async (frame: object) => {
        world.socket.last.say(frame);
        await world.clock.settleBy(0);
      };
      await world.clock.settleBy(0);
      world.socket.last.welcome();
      await world.clock.settleBy(0);
      const data = [
        ['4', '급등주'],
        ['5', '눌림목'],
      ];
      await say({ trnm: 'CNSRLST', return_code: 0, data });
      for (const seq of ['4', '5']) await say({ trnm: 'CNSRREQ', seq, return_code: 0, data: [] });
      return { ...world, subscription, say };
    }

    test('end the searches one after the other before they go', async () => {
      const { clock, socket, partings, subscription, say } = await following();
      subscription.unsubscribe();
      for (const seq of ['4', '5']) {
        await clock.settleBy(0);
        expect(socket.last.lastSent).toEqual({ trnm: 'CNSRCLR', seq });
        expect(socket.last.isClosedByClient).toBe(false);
        await say({ trnm: 'CNSRCLR', seq, return_code: 0 });
      }
      await Promise.all(partings);
      expect(socket.last.isClosedByClient).toBe(true);
      expect(clock.nextWakeAt).toBeNull();
    });

    test.each([
      ['says nothing', () => undefined],
      ['is gone meanwhile', (socket: FakeSocketServer) => socket.last.drop(1006)],
    ])('wait three seconds at most when the server %s', async (_what, act) => {
      const { clock, socket, partings, subscription } = await following();
      subscription.unsubscribe();
      act(socket);
      await clock.settleBy(3_000);
      await Promise.all(partings);
      expect(partings).toHaveLength(1);
      expect(socket.connections).toHaveLength(1);
      expect(clock.nextWakeAt).toBeNull();
    });
  });
});

describe('conditions', () => {
  async function opened() {
    const world = given();
    const conditions = openConditions(world.line);
    await world.clock.settleBy(0);
    const say = async (frame: object) => {
      world.socket.last.say(frame);
      await world.clock.settleBy(0);
    };
    return { ...world, conditions, say };
  }
  const LIST = { trnm: 'CNSRLST', return_code: 0, data: [['4', '급등주']] };

  test('the list, and all pages of a search', async () => {
    const { socket, clock, conditions, say } = await opened();
    const list = conditions.list();
    socket.last.welcome();
    await clock.settleBy(0);
    await say(LIST);
    expect(await list).toEqual([{ seq: '4', name: '급등주' }]);
    const rows = Array.fromAsync(conditions.search('급등주'), (row) => row['symbol']);
    await clock.settleBy(0);
    const page = { trnm: 'CNSRREQ', seq: '4  ', return_code: 0 };
    await say({
      ...page,
      cont_yn: 'Y',
      next_key: 'P2',
      data: [{ '9001': 'A005930' }, { '9001': 'A000660' }],
    });
    await say({ ...page, cont_yn: 'N', next_key: '', data: [{ '9001': 'A035720' }] });
    expect(await rows).toEqual(['005930', '000660', '035720']);
    expect(socket.last.sentFrames.filter(({ trnm }) => trnm === 'REG')).toEqual([]);
    conditions.close();
    expect(socket.last.isClosedByClient).toBe(true);
  });

  test('a key that does not move on ends the search', async () => {
    const { socket, clock, conditions, say } = await opened();
    const rows = Array.fromAsync(conditions.search('4')).catch((error: unknown) => error);
    socket.last.welcome();
    await clock.settleBy(0);
    await say(LIST);
    for (let i = 0; i < 2; i++) {
      await say({ trnm: 'CNSRREQ', seq: '4', return_code: 0, cont_yn: 'Y', next_key: 'P2', data: [] });
    }
    expect(await rows).toMatchObject({ code: 'bad-answer', retryable: false });
  });

  test.each([
    ['never stands', (socket: FakeSocketServer) => socket.last.drop(1006)],
    [
      'is taken over by another program',
      (socket: FakeSocketServer) => {
        socket.last.welcome();
        socket.last.say({ trnm: 'SYSTEM', code: 'R10001', message: '' });
      },
    ],
  ])('a connection that %s is told to whoever waits', async (_what, act) => {
    const { socket, conditions } = await opened();
    const list = conditions.list().catch((error: unknown) => error);
    act(socket);
    expect(await list).toMatchObject({ code: 'connection', retryable: true });
    conditions.close();
  });
});
