// Registrations against a modelled server: whatever is asked for, refused or cut, what the server holds in the end is what is
// wanted, as far as it goes.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RegistrationLimits } from '#adapters/kiwoom/registration/registration.ts';
import { RegistrationDesk } from '#adapters/kiwoom/registration/registration-desk.ts';
import type { Want } from '#adapters/kiwoom/registration/registration-wants.ts';
import type { Frame } from '#adapters/kiwoom/socket/frame.ts';
import { DEFAULT_SESSION_TIMES } from '#adapters/kiwoom/socket/session-options.ts';
import { kstMoment } from '#domain/time.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';
import { FakeRegistrar, type RegistrarLimits } from '../fake-registrar.ts';

interface Given {
  readonly ours?: RegistrationLimits;
  readonly server?: Partial<RegistrarLimits>;
}

function given({ ours = { maxCodes: 95, maxCodesPerGroup: 95 }, server = {} }: Given = {}) {
  const clock = new VirtualClock(kstMoment('2026-11-23', '090000'));
  const registrar = new FakeRegistrar(server);
  const log: string[] = [];
  const desk = new RegistrationDesk({
    limits: ours,
    clock,
    timers: clock,
    times: DEFAULT_SESSION_TIMES,
    onRefused: ({ about, code, limit, actual }) =>
      log.push(limit === null ? `${about} ${code}` : `${about} ${code} ${actual}>${limit}`),
  });
  const hear = (frame: Frame | null) => frame !== null && desk.hear(frame);
  /** Lets the server answer everything until nothing more comes. */
  const settle = () => {
    for (let quiet = 0; quiet < 2; quiet++) {
      while (hear(registrar.answer())) quiet = 0;
      clock.advanceBy(40_000 - 1);
    }
  };
  const begin = () => desk.begin(registrar, () => log.push('ready'));
  return { clock, registrar, desk, log, hear, settle, begin };
}

const ACCOUNT: Want = { item: '', types: ['00', '04'], what: 'stream', about: '00+04' };
const want = (item: string, ...types: string[]): Want => ({ item, types, what: 'instrument', about: item });
const codes = (count: number, ...types: string[]) =>
  Array.from({ length: count }, (_, i) => want(String(100_000 + i), ...types));

describe('at its own pace', () => {
  test('one frame in flight, 0.3 s apart; ready when all are acknowledged', () => {
    const { clock, registrar, desk, log, hear, begin } = given();
    desk.want([ACCOUNT, want('005930', '0B', '0C'), want('000660', '0B', '0C'), want('001', '0J')]);
    begin();
    const sentAt: [string, number][] = [];
    for (let ms = 0; ms < 2_000; ms += 50) {
      for (const frame of registrar.sent.slice(sentAt.length)) {
        sentAt.push([frame.data[0]!.item.join() + ' ' + frame.data[0]!.type.join('+'), ms]);
      }
      if (ms % 100 === 0) hear(registrar.answer());
      expect(registrar.inFlight).toBeLessThanOrEqual(1);
      clock.advanceBy(50);
    }
    expect(sentAt).toEqual([
      [' 00+04', 0],
      ['005930,000660 0B+0C', 300],
      ['001 0J', 600],
    ]);
    expect(log).toEqual(['ready']);
  });

  test('too fast: the same again after 5, 10, 20, 30, 30 s, then after 5 s', () => {
    const { clock, registrar, desk, hear, begin } = given();
    desk.want([want('005930', '0B')]);
    begin();
    const waits: number[] = [];
    for (let i = 0; i < 5; i++) {
      hear(registrar.refuse(5, '허용된 요청 개수를 초과하였습니다[1700:유량=1]'));
      const from = clock.now();
      while (registrar.inFlight === 0) clock.advanceBy(1_000);
      waits.push((clock.now() - from) / 1_000);
    }
    expect(waits).toEqual([5, 10, 20, 30, 30]);
    hear(registrar.answer());
    desk.want([want('005930', '0B', '0C')]);
    clock.advanceBy(300);
    hear(registrar.refuse(1700, ''));
    const count = registrar.sent.length;
    clock.advanceBy(4_999);
    expect(registrar.sent).toHaveLength(count);
    clock.advanceBy(1);
    expect(registrar.sent).toHaveLength(count + 1);
  });

  test.each([
    ['no answer in 5 s', null, 'no answer to REG 0B'],
    ['an answer that says nothing', { returnCode: null, message: '' }, /^REG: /],
    ['a dead token', { returnCode: 3, message: '[8005:Token이 유효하지 않습니다]' }, /8005/],
  ])('%s costs the connection', (_what, verdict, reason) => {
    const { clock, registrar, desk, hear, begin } = given();
    desk.want([want('005930', '0B')]);
    begin();
    if (verdict !== null) hear({ kind: 'ack', trnm: 'REG', ...verdict });
    else clock.advanceBy(5_000);
    expect(registrar.lost).toEqual([expect.stringMatching(reason)]);
  });

  test('own orders that are refused cost the connection', () => {
    const { registrar, desk, hear, begin } = given();
    desk.want([ACCOUNT]);
    begin();
    hear(registrar.refuse(105115, ''));
    expect(registrar.lost).toHaveLength(1);
  });

  test('an answer nobody waits for changes nothing', () => {
    const { registrar, desk, hear, settle, begin } = given();
    hear({ kind: 'ack', trnm: 'REG', returnCode: 0, message: '' });
    desk.want([want('005930', '0B')]);
    begin();
    hear({ kind: 'ack', trnm: 'REMOVE', returnCode: 0, message: '' });
    expect(registrar.sent).toHaveLength(1);
    settle();
    expect(registrar.registered).toEqual(['005930 0B']);
  });
});

describe('what changes while it is up', () => {
  test('types come and go, a code keeps its group, what several want is registered once', () => {
    const { registrar, desk, settle, begin } = given();
    desk.want([want('005930', '0B', '0C'), want('000660', '0B', '0C'), want('005930', '0w')]);
    begin();
    settle();
    expect(registrar.registered).toEqual(['000660 0B+0C', '005930 0B+0C+0w']);
    const before = registrar.sent.length;
    desk.want([want('005930', '0B', '0D'), want('005930', '0B')]);
    settle();
    expect(registrar.registered).toEqual(['005930 0B+0D']);
    expect(registrar.sent.slice(before).map(({ trnm, grp_no, data }) => [trnm, grp_no, ...data])).toEqual([
      ['REMOVE', '3', { item: ['005930'], type: ['0C', '0w'] }],
      ['REMOVE', '3', { item: ['000660'], type: ['0B', '0C'] }],
      ['REG', '3', { item: ['005930'], type: ['0D'] }],
    ]);
  });

  test('a REMOVE that is refused is over', () => {
    const { registrar, desk, hear, settle, begin } = given();
    desk.want([want('005930', '0B')]);
    begin();
    settle();
    desk.want([]);
    hear(registrar.refuse(1, 'not registered'));
    settle();
    expect(registrar.sent.map(({ trnm }) => trnm)).toEqual(['REG', 'REMOVE']);
    expect(registrar.lost).toEqual([]);
  });

  test('after a reconnect everything is registered again', () => {
    const { registrar, desk, log, settle, begin } = given();
    desk.want([ACCOUNT, ...codes(3, '0B')]);
    begin();
    settle();
    const before = registrar.registered;
    desk.end();
    registrar.disconnect();
    desk.want([ACCOUNT, ...codes(4, '0B')]);
    begin();
    settle();
    expect(registrar.registered).toEqual([...before, '100003 0B']);
    expect(log).toEqual(['ready', 'ready']);
  });
});

describe('limits', () => {
  test('ours: those asked for last are refused once, and come when there is room', () => {
    const { registrar, desk, log, settle, begin } = given({ ours: { maxCodes: 3, maxCodesPerGroup: 2 } });
    const five = codes(5, '0B');
    desk.want([ACCOUNT, ...five, want('100000', '0w')]);
    begin();
    settle();
    expect(registrar.registered).toEqual(['00+04', '100000 0B+0w', '100001 0B', '100002 0B']);
    expect(log).toEqual(['ready', '100003 limit-reached 5>3', '100004 limit-reached 5>3']);
    desk.want([ACCOUNT, ...five.slice(2)]);
    settle();
    expect(registrar.registered).toEqual(['00+04', '100002 0B', '100003 0B', '100004 0B']);
    expect(log).toHaveLength(3);
    desk.want([ACCOUNT, ...five]);
    settle();
    expect(log.slice(3)).toEqual(['100003 limit-reached 5>3', '100004 limit-reached 5>3']);
  });

  test.each([
    ['all codes together', { total: 37 }, 37],
    ['none at all', { total: 0 }, 0],
  ])('the server allows fewer: %s', (_what, server, count) => {
    const { registrar, desk, log, settle, begin } = given({ server });
    desk.want([ACCOUNT, ...codes(60, '0B')]);
    begin();
    settle();
    expect(registrar.registered).toHaveLength(1 + count);
    expect(log[1]).toBe(`${100_000 + count} limit-reached 60>${count}`);
    expect(log).toHaveLength(1 + 60 - count);
    // Each rejected frame halves what is tried next.
    expect(registrar.sent.length).toBeLessThan(20);
  });

  test('groups that are smaller than ours', () => {
    const { registrar, desk, log, settle, begin } = given({ server: { perGroup: 4 } });
    desk.want(codes(10, '0B'));
    begin();
    settle();
    expect(registrar.registered).toHaveLength(10);
    expect(new Set(registrar.sent.map(({ grp_no }) => grp_no))).toEqual(new Set(['3', '4', '5']));
    expect(log).toEqual(['ready']);
  });

  test('no room for another type of a code: tried again when something leaves', () => {
    const { clock, registrar, desk, log, hear, settle, begin } = given();
    desk.want([want('005930', '0B'), want('000660', '0B')]);
    begin();
    settle();
    desk.want([want('005930', '0B', '0w'), want('000660', '0B')]);
    hear(registrar.refuse(105115, '초과'));
    clock.advanceBy(1_000);
    expect(log).toEqual(['ready', '005930 limit-reached']);
    expect(registrar.inFlight).toBe(0);
    desk.want([want('005930', '0B', '0w')]);
    settle();
    expect(registrar.registered).toEqual(['005930 0B+0w']);
  });

  test('a limit the server taught is forgotten with the connection', () => {
    const { registrar, desk, hear, settle, begin } = given();
    desk.want(codes(2, '0B'));
    begin();
    hear(registrar.refuse(105111, ''));
    settle();
    expect(registrar.registered).toHaveLength(1);
    desk.end();
    registrar.disconnect();
    begin();
    settle();
    expect(registrar.registered).toHaveLength(2);
  });
});

describe('what the server refuses', () => {
  test('one code of many: the others are registered, and it is told with the server’s words', () => {
    const { registrar, desk, log, settle, begin } = given({ server: { refused: new Set(['100003']) } });
    desk.want([...codes(8, '0B'), want('100003', '0w')]);
    begin();
    settle();
    expect(registrar.registered.map((line) => line.slice(0, 6))).toEqual(
      codes(8)
        .map(({ item }) => item)
        .filter((item) => item !== '100003'),
    );
    expect(log).toEqual(['ready', '100003 rejected', '100003 rejected']);
  });

  test('it is tried again when it is wanted anew', () => {
    const { registrar, desk, log, settle, begin } = given({ server: { refused: new Set(['100000']) } });
    for (const wants of [codes(1, '0B'), [], codes(1, '0B')]) {
      desk.want(wants);
      if (log.length === 0) begin();
      settle();
    }
    expect(log).toEqual(['ready', '100000 rejected', '100000 rejected']);
    expect(registrar.sent).toHaveLength(2);
  });
});

type Act =
  | { readonly do: 'want'; readonly codes: readonly number[] }
  | { readonly do: 'answer' | 'too-fast' | 'cut' }
  | { readonly do: 'wait'; readonly ms: number };

const TYPES = [['0B', '0C'], ['0B', '0D'], ['0D'], ['0w']] as const;
const acts = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('want' as const),
      codes: fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { maxLength: 12 }),
    }),
    fc.record({
      do: fc.constantFrom('answer' as const, 'answer' as const, 'too-fast' as const, 'cut' as const),
    }),
    fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 6_000 }) }),
  ),
  { maxLength: 40 },
);
const limits = fc.record({
  ours: fc.integer({ min: 0, max: 12 }),
  oursPerGroup: fc.integer({ min: 1, max: 6 }),
  total: fc.integer({ min: 0, max: 12 }),
  perGroup: fc.integer({ min: 1, max: 6 }),
  refused: fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { maxLength: 3 }),
});

/** Each number is a code with two of the types above. */
function wantsOfNumbers(numbers: readonly number[]): readonly Want[] {
  return numbers.flatMap((number) => [
    want(String(100_000 + number), ...TYPES[number % 4]!),
    ...(number % 3 === 0 ? [want(String(100_000 + number), '0w')] : []),
  ]);
}

test('property: in the end the server holds what is wanted, as far as the limits reach, each code once', () => {
  fc.assert(
    fc.property(acts, limits, (script: readonly Act[], { ours, oursPerGroup, total, perGroup, refused }) => {
      const refusedCodes = new Set(refused.map((number) => String(100_000 + number)));
      const { clock, registrar, desk, hear, settle, begin, log } = given({
        ours: { maxCodes: ours, maxCodesPerGroup: oursPerGroup },
        server: { total, perGroup, refused: refusedCodes },
      });
      let wanted: readonly Want[] = [];
      begin();
      for (const act of script) {
        if (act.do === 'want') {
          wanted = wantsOfNumbers(act.codes);
          desk.want(wanted);
        } else if (act.do === 'answer') hear(registrar.answer());
        else if (act.do === 'too-fast') hear(registrar.refuse(1700, ''));
        else if (act.do === 'wait') clock.advanceBy(act.ms);
        if (act.do === 'cut' || registrar.lost.length > 0) {
          desk.end();
          registrar.disconnect();
          registrar.lost.length = 0;
          begin();
        }
        expect(registrar.inFlight).toBeLessThanOrEqual(1);
      }
      settle();
      const types = new Map<string, Set<string>>();
      for (const one of wanted) {
        if (refusedCodes.has(one.item)) continue;
        types.set(one.item, (types.get(one.item) ?? new Set<string>()).union(new Set(one.types)));
      }
      const fitting = [...types].slice(0, Math.min(ours, total));
      expect(registrar.registered).toEqual(
        fitting.map(([item, of]) => `${item} ${[...of].sort().join('+')}`).sort(),
      );
      const held = new Set(fitting.map(([item]) => item));
      const told = new Set(log.map((line) => line.split(' ')[0]));
      for (const { item } of wanted) if (!held.has(item)) expect(told).toContain(item);
    }),
  );
});
