// LOGIN and REG refused by a fault that names them: a token of the other domain (8031), a rate limit (1700), a token that is dead.

import { expect, it } from 'vitest';
import { Harness } from '../harness.ts';
import { ANY, order, rule, world } from './faulty-world.ts';

const on = (name: 'LOGIN' | 'REG') => ({ on: { ...ANY, tr: [name] } });
const OTHER_DOMAIN =
  '토큰 인증에 실패했습니다. 접속을 종료합니다 [CODE=8031, MESSAGE=투자구분(실전/모의)이 다른 Token입니다]';

it('a REG over the rate limit is refused in the words of REST, and registers nothing', () => {
  const { harness, socket } = world([rule({ type: 'rate-limit', body: true }, { ...on('REG'), count: 1 })]);
  socket.register(['0B'], ['005930']);
  expect(socket.frames.at(-1)).toMatchObject({ trnm: 'REG', return_code: 5 });
  expect(socket.frames.at(-1)?.['return_msg']).toContain('[1700:');
  expect(harness.core.traffic.sessions).toBe(1);
  socket.register(['0B'], ['005930']);
  expect(socket.frames.at(-1)).toMatchObject({ trnm: 'REG', return_code: 0 });
});

it('a LOGIN with a token of the other domain ends the session with the words of the scenario', () => {
  const error = { type: 'error-answer', returnCode: 805004, message: OTHER_DOMAIN } as const;
  const { harness } = world([rule(error, { ...on('LOGIN'), count: 1 })]);
  const refused = harness.connect();
  refused.send({ trnm: 'LOGIN', token: harness.token });
  expect(refused.frames).toEqual([{ trnm: 'LOGIN', return_code: 805004, return_msg: OTHER_DOMAIN }]);
  expect(refused.closed).toEqual({ code: 1000, reason: 'Bye' });
  expect(harness.login().frames[0]).toMatchObject({ trnm: 'LOGIN', return_code: 0 });
});

it('a dead token at LOGIN is 8005, and lives on for REST', () => {
  const { harness } = world([rule({ type: 'dead-token' }, { ...on('LOGIN'), count: 1 })]);
  const refused = harness.connect();
  refused.send({ trnm: 'LOGIN', token: harness.token });
  expect(refused.frames[0]?.['return_msg']).toContain('CODE=8005');
  expect(order(harness)).toMatchObject({ type: 'answered', response: { status: 200 } });
});

it('a rate limit of all requests leaves the WebSocket alone, and one of REG leaves the requests alone', () => {
  const requests = world([rule({ type: 'rate-limit', body: true })]);
  requests.socket.register(['0B'], ['005930']);
  expect(requests.socket.frames.at(-1)).toMatchObject({ trnm: 'REG', return_code: 0 });
  expect(order(requests.harness)).toMatchObject({ response: { status: 429 } });
  const registrations = world([rule({ type: 'rate-limit', body: true }, on('REG'))]);
  expect(order(registrations.harness)).toMatchObject({ response: { status: 200 } });
  expect(new Harness().login().frames).toHaveLength(1);
});
