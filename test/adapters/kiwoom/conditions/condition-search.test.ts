// Condition search against a server played by the test: the guide's answers and the oddities seen on the wire.

import { beforeAll, describe, expect, test } from 'vitest';
import type { Condition } from '#adapters/kiwoom/conditions/condition-frames.ts';
import { ConditionSearch } from '#adapters/kiwoom/conditions/condition-search.ts';
import { KiwoomError } from '#adapters/kiwoom/errors/errors.ts';
import { loadGuideExample, loadGuideGroup } from '#adapters/kiwoom/guide/load.ts';
import { decodeFrame } from '#adapters/kiwoom/socket/frame.ts';
import { DEFAULT_SESSION_TIMES, type SessionLine } from '#adapters/kiwoom/socket/session-options.ts';
import { kstMoment } from '#domain/time.ts';
import { settled, VirtualClock } from '#test/support/virtual-clock.ts';

// Reading from disk is not a matter of the virtual clock.
beforeAll(() => loadGuideGroup('conditions'));

const LIST = {
  trnm: 'CNSRLST',
  return_code: 0,
  return_msg: '',
  data: [
    ['0  ', '급등주'],
    ['4', ' 눌림목 '],
  ],
};

function given({ names = [] as string[], maxConditions = 10 } = {}) {
  const clock = new VirtualClock(kstMoment('2026-11-23', '090000'));
  const log: string[] = [];
  const sent: Record<string, unknown>[] = [];
  const lost: string[] = [];
  const search = new ConditionSearch({
    maxConditions,
    clock,
    timers: clock,
    times: DEFAULT_SESSION_TIMES,
    onEvent: (event) => {
      if (event.type === 'condition') {
        log.push(`${event.condition} ${event.change} ${event.symbols.join(' ')}`.trim());
      } else
        log.push(`refused ${event.about} ${event.code} ${event.limit ?? ''} ${event.detail ?? ''}`.trim());
    },
  });
  const line: SessionLine = {
    send: (text) => sent.push(JSON.parse(text)),
    lose: (reason) => {
      lost.push(reason);
      search.end(reason);
    },
  };
  search.want(names);
  /** Says a frame, then lets what follows be sent. */
  const say = async (frame: Record<string, unknown>) => {
    const decoded = decodeFrame(JSON.stringify(frame));
    if (decoded.kind === 'real') {
      for (const entry of decoded.entries) search.hearEntry(entry, clock.now());
    } else search.hear(decoded);
    await settled();
    await clock.settleBy(300);
  };
  const begin = async () => {
    search.begin(line, () => undefined);
    await clock.settleBy(300);
  };
  return { clock, search, log, sent, lost, say, begin };
}

const found = (seq: string, ...codes: string[]) => ({
  trnm: 'CNSRREQ',
  seq: `${seq}  `,
  return_code: 0,
  data: codes.length === 0 ? null : codes.map((jmcode) => ({ jmcode })),
});
const change = (seq: string, kind: string, code: string) => ({
  trnm: 'REAL',
  data: [
    { type: '02', name: '조건검색', item: code, values: { '841': `${seq} `, '9001': code, '843': kind } },
  ],
});

describe('in real time', () => {
  test('the list first, then the search; members, then who enters and leaves', async () => {
    const { sent, log, say, begin } = given({ names: ['눌림목'] });
    await begin();
    expect(sent).toEqual([{ trnm: 'CNSRLST' }]);
    await say(LIST);
    expect(sent[1]).toEqual({ trnm: 'CNSRREQ', seq: '4', search_type: '1', stex_tp: 'K' });
    await say(found('4', 'A005930', '000660', 'A005930'));
    await say(change('4', 'I', '035720'));
    await say(change('4', 'I', '005930'));
    await say(change('4', 'D', '000660'));
    await say(change('4', 'D', '000660'));
    await say(change('7', 'I', '000660'));
    await say(change('4', 'X', '000660'));
    expect(log).toEqual(['눌림목 members 005930 000660', '눌림목 entered 035720', '눌림목 left 000660']);
  });

  test('nothing is asked while nobody wants anything', async () => {
    const { sent, search, begin, clock } = given();
    await begin();
    expect(sent).toEqual([]);
    search.want(['급등주']);
    await clock.settleBy(0);
    expect(sent).toEqual([{ trnm: 'CNSRLST' }]);
  });

  test('null is nobody, and a packet without return code is data', async () => {
    const { log, say, begin } = given({ names: ['급등주', '눌림목'] });
    await begin();
    await say(LIST);
    await say(found('0'));
    const { return_code: _, ...data } = found('4', 'A005930');
    await say(data);
    expect(log).toEqual(['급등주 members', '눌림목 members 005930']);
  });

  test('who enters before the members are known comes after them', async () => {
    const { log, say, begin } = given({ names: ['급등주'] });
    await begin();
    await say(LIST);
    await say(change('0', 'I', '035720'));
    expect(log).toEqual([]);
    await say(found('0', 'A005930'));
    expect(log).toEqual(['급등주 members 005930', '급등주 entered 035720']);
  });

  test('requests go one at a time and answers are matched by condition', async () => {
    const { sent, log, say, begin } = given({ names: ['급등주', '눌림목'] });
    await begin();
    await say(LIST);
    await say(found('4', 'A000660'));
    await say({ trnm: 'CNSRCLR', seq: '0', return_code: 0 });
    expect(sent).toHaveLength(2);
    expect(log).toEqual([]);
    await say(found('0'));
    expect(sent[2]).toMatchObject({ trnm: 'CNSRREQ', seq: '4' });
  });

  test('already registered: ended, and asked once more', async () => {
    const { sent, log, say, begin } = given({ names: ['눌림목'] });
    const already = {
      trnm: 'CNSRREQ',
      return_code: 900003,
      return_msg: '이미 등록된 조건검색 일련번호입니다.(seq=4)',
    };
    await begin();
    await say(LIST);
    await say(already);
    expect(sent.at(-1)).toEqual({ trnm: 'CNSRCLR', seq: '4' });
    await say({ trnm: 'CNSRCLR', seq: '4', return_code: 0, return_msg: '' });
    expect(sent.at(-1)).toMatchObject({ trnm: 'CNSRREQ', seq: '4' });
    await say(found('4', 'A005930'));
    expect(log).toEqual(['눌림목 members 005930']);
  });

  test('registered for ever: refused, and not asked a third time', async () => {
    const { sent, log, say, begin } = given({ names: ['눌림목'] });
    const already = { trnm: 'CNSRREQ', return_code: 900003, return_msg: '이미 등록된' };
    await begin();
    await say(LIST);
    await say(already);
    await say({ trnm: 'CNSRCLR', seq: '4', return_code: 0 });
    await say(already);
    expect(sent).toHaveLength(4);
    expect(log).toEqual([expect.stringMatching(/^refused 눌림목 rejected {2}이미 등록된/)]);
  });

  test('too fast: the same again after five seconds', async () => {
    const { clock, sent, say, begin } = given({ names: ['눌림목'] });
    await begin();
    await say(LIST);
    await say({ trnm: 'CNSRREQ', return_code: 5, return_msg: '[1700:유량=1]' });
    expect(sent).toHaveLength(2);
    await clock.settleBy(4_699);
    expect(sent).toHaveLength(2);
    await clock.settleBy(1);
    expect(sent[2]).toEqual(sent[1]);
  });

  test('no answer in 15 s costs the connection; afterwards all members again', async () => {
    const { clock, search, lost, log, say, begin } = given({ names: ['눌림목'] });
    await begin();
    await say(LIST);
    await clock.settleBy(15_000);
    expect(lost).toEqual(['no answer to CNSRREQ 4']);
    for (const codes of [['A005930'], ['A000660']]) {
      await begin();
      await say(LIST);
      await say(found('4', ...codes));
      search.end('cut');
    }
    expect(log).toEqual(['눌림목 members 005930', '눌림목 members 000660']);
  });

  test('an answer just before the connection ends is nobody’s', async () => {
    const { search, log, say, begin } = given({ names: ['눌림목'] });
    await begin();
    await say(LIST);
    search.hear(decodeFrame(JSON.stringify(found('4', 'A005930'))));
    search.end('cut');
    await settled();
    expect(log).toEqual([]);
  });

  test('what is not wanted any more is ended, and heard no more', async () => {
    const { sent, search, log, say, begin } = given({ names: ['눌림목'] });
    await begin();
    await say(LIST);
    await say(found('4', 'A005930'));
    search.want([]);
    await say(change('4', 'D', '005930'));
    expect(sent.at(-1)).toEqual({ trnm: 'CNSRCLR', seq: '4' });
    await say({ trnm: 'CNSRCLR', seq: '4', return_code: 1, return_msg: '없음' });
    search.want(['눌림목']);
    await say({});
    expect(sent.at(-1)).toMatchObject({ trnm: 'CNSRREQ', seq: '4' });
    expect(log).toEqual(['눌림목 members 005930']);
  });

  test('given up while it is asked for: no members', async () => {
    const { sent, search, log, say, begin } = given({ names: ['눌림목'] });
    await begin();
    await say(LIST);
    search.want([]);
    await say(found('4', 'A005930'));
    expect(log).toEqual([]);
    expect(sent.at(-1)).toEqual({ trnm: 'CNSRCLR', seq: '4' });
  });
});

describe('what cannot be had', () => {
  test('an unknown name is refused with those there are; the list is read again for a new one', async () => {
    const { sent, search, log, say, begin } = given({ names: ['없는 것'] });
    await begin();
    await say(LIST);
    expect(log).toEqual(['refused 없는 것 unknown  급등주, 눌림목']);
    search.want(['없는 것', '새 것']);
    await say({ ...LIST, data: [...LIST.data, ['5', '새 것']] });
    expect(sent.at(-1)).toMatchObject({ trnm: 'CNSRREQ', seq: '5' });
    await say(found('5'));
    expect(log.slice(1)).toEqual(['새 것 members']);
  });

  test('more than the limit: the last are refused, and come when there is room', async () => {
    const { search, log, say, begin } = given({ names: ['급등주', '눌림목'], maxConditions: 1 });
    await begin();
    await say(LIST);
    await say(found('0'));
    expect(log).toEqual(['급등주 members', 'refused 눌림목 limit-reached 1']);
    search.want(['눌림목']);
    await say({ trnm: 'CNSRCLR', seq: '0', return_code: 0 });
    await say(found('4'));
    expect(log.slice(2)).toEqual(['눌림목 members']);
  });

  test('refused by the server: with its words, the others go on', async () => {
    const { log, say, begin } = given({ names: ['급등주', '눌림목'] });
    await begin();
    await say(LIST);
    await say({ trnm: 'CNSRREQ', seq: '0', return_code: 900002, return_msg: '조건식 오류' });
    await say(found('4'));
    expect(log).toEqual(['눌림목 members', expect.stringMatching(/^refused 급등주 rejected {2}조건식 오류/)]);
  });

  test('no list: everything is refused', async () => {
    const { log, say, begin } = given({ names: ['급등주'] });
    await begin();
    await say({ trnm: 'CNSRLST', return_code: 20, return_msg: '조회 불가' });
    expect(log).toEqual([expect.stringMatching(/^refused 급등주 rejected {2}조회 불가/)]);
  });
});

describe('once', () => {
  test('list and search wait for the session; rows by our names, page after page', async () => {
    const { sent, search, say, begin } = given();
    const list = search.list();
    const first = search.page('눌림목', '');
    await begin();
    await say(LIST);
    expect(await list).toEqual([
      { seq: '0', name: '급등주' },
      { seq: '4', name: '눌림목' },
    ] satisfies Condition[]);
    const { responses } = await loadGuideExample('ka10172');
    await say({ ...responses[0], seq: '4', cont_yn: 'Y', next_key: 'P2' });
    const { rows, nextKey } = await first;
    expect(rows[3]).toMatchObject({
      symbol: '005930',
      name: '삼성전자',
      currentPrice: 75_000,
      change: -100,
      changeRate: -0.13,
      cumulativeVolume: 10_386_116,
    });
    expect(nextKey).toBe('P2');
    const second = search.page('4', 'P2');
    await say({});
    expect(sent.slice(1)).toEqual([
      { trnm: 'CNSRREQ', seq: '4', search_type: '0', stex_tp: 'K', cont_yn: 'N', next_key: '' },
      { trnm: 'CNSRREQ', seq: '4', search_type: '0', stex_tp: 'K', cont_yn: 'Y', next_key: 'P2' },
    ]);
    await say({ trnm: 'CNSRREQ', seq: '4', cont_yn: 'N', next_key: '', return_code: 0, data: null });
    expect(await second).toEqual({ rows: [], nextKey: null });
  });

  test.each([
    ['an unknown condition', async ({ say }: ReturnType<typeof given>) => say(LIST), 'bad-request', false],
    [
      'a refusal',
      async ({ say }: ReturnType<typeof given>) => {
        await say({ ...LIST, data: [['1', '없는 것']] });
        await say({ trnm: 'CNSRREQ', seq: '1', return_code: 900002, return_msg: '오류' });
      },
      'rejected',
      false,
    ],
    [
      'a lost connection',
      async ({ search }: ReturnType<typeof given>) => search.end('closed with 1006'),
      'connection',
      true,
    ],
  ])('%s is an error', async (_what, act, code, retryable) => {
    const world = given();
    const page = world.search.page('없는 것', '').catch((error: unknown) => error);
    await world.begin();
    await act(world);
    const error = await page;
    expect(error).toBeInstanceOf(KiwoomError);
    expect(error).toMatchObject({ code, retryable });
  });
});
