// A log is passed around and pasted into issues: no key, token or account secret may stand in it, whatever is logged.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pinoLog } from '#adapters/system/pino-log.ts';

const SECRET = 'Qz8"kL\\2/x+vT=';

function capturedLog(level: 'debug' | 'info' = 'debug') {
  const lines: string[] = [];
  const at = Date.parse('2026-11-20T00:15:00.250Z');
  const log = pinoLog({ clock: { now: () => at }, level, to: { write: (line) => lines.push(line) } });
  return { log, lines, last: (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? '{}') };
}

test('a line has level, Korean time, the fields and the message', () => {
  const { log, last } = capturedLog();
  log.info({ order: '20261120-000001', quantity: 10 }, 'order sent');
  expect(last()).toEqual({
    level: 'info',
    time: '2026-11-20T09:15:00.250+09:00',
    order: '20261120-000001',
    quantity: 10,
    msg: 'order sent',
  });
});

test('lines below the level are left out', () => {
  const { log, lines } = capturedLog('info');
  log.debug({}, 'too much detail');
  log.warn({}, 'worth knowing');
  expect(lines).toHaveLength(1);
});

test('a child adds its fields to each line', () => {
  const { log, last } = capturedLog();
  log.child({ part: 'feed', token: SECRET }).error({ code: 1 }, 'cut off');
  expect(last()).toMatchObject({ level: 'error', part: 'feed', token: '[hidden]', code: 1, msg: 'cut off' });
});

describe('secrets', () => {
  test.each([
    ['token'],
    ['access_token'],
    ['refreshToken'],
    ['appkey'],
    ['appKey'],
    ['app_key'],
    ['secretkey'],
    ['secretKey'],
    ['Authorization'],
    ['authorization'],
  ])('what stands under %s is hidden at any depth', (key) => {
    const { log, lines, last } = capturedLog();
    log.info(
      { [key]: SECRET, request: { headers: [{ [key]: SECRET }] }, seen: new Map([[key, SECRET]]) },
      'sent',
    );
    expect(lines.at(-1)).not.toContain(JSON.stringify(SECRET).slice(1, -1));
    expect(last()).toMatchObject({ [key]: '[hidden]', request: { headers: [{ [key]: '[hidden]' }] } });
  });

  test('what only sounds like a secret is shown', () => {
    const { log, last } = capturedLog();
    log.info({ tokenExpiresAt: '2026-11-21', tokens: 3, token: null }, 'renewed');
    expect(last()).toMatchObject({ tokenExpiresAt: '2026-11-21', tokens: 3, token: null });
  });

  test('an error shows its message, stack and cause, and hides what hangs on it', () => {
    const { log, last } = capturedLog();
    const cause = Object.assign(new Error('socket closed'), {
      headers: { authorization: `Bearer ${SECRET}` },
    });
    log.error({ error: Object.assign(new TypeError('no answer', { cause }), { code: 'timeout' }) }, 'failed');
    expect(last()).toMatchObject({
      error: {
        name: 'TypeError',
        message: 'no answer',
        code: 'timeout',
        stack: expect.stringContaining('no answer'),
        cause: { message: 'socket closed', headers: { authorization: '[hidden]' } },
      },
    });
  });

  test('a registered value is hidden wherever it turns up, in children made before as well', () => {
    const { log, lines } = capturedLog();
    const child = log.child({ part: 'rest' });
    log.registerSecret(SECRET);
    const address = `wss://host/?key=${encodeURIComponent(SECRET)}`;
    child.warn(
      { address, nested: { note: `got ${SECRET}` }, error: new Error(`bad ${SECRET}`) },
      `with ${SECRET}`,
    );
    const line = lines.at(-1) ?? '';
    expect(line).not.toContain('kL');
    expect(JSON.parse(line)).toMatchObject({ msg: 'with [hidden]', nested: { note: 'got [hidden]' } });
  });

  test('no registered secret survives in any line', () => {
    const { log, lines } = capturedLog();
    const secrets = fc.string({ minLength: 6, maxLength: 40 }).filter((text) => text.trim().length >= 6);
    fc.assert(
      fc.property(secrets, fc.string(), (secret, other) => {
        log.registerSecret(secret);
        log.info({ field: `${other}${secret}${other}` }, secret);
        const { field, msg } = JSON.parse(lines.at(-1) ?? '{}');
        expect(field.replaceAll('[hidden]', '')).not.toContain(secret);
        expect(msg.replaceAll('[hidden]', '')).not.toContain(secret);
      }),
      { numRuns: 30 },
    );
  });
});

test.each([
  ['ends with a backslash', '!    \\', '!    \\'],
  ['stands before a quote', 'secret', 'secret"'],
  ['looks like a line feed and what follows', 'nabcdef', '\nabcdef'],
])('a line stays JSON when a secret %s', (_name, secret, text) => {
  const { log, last } = capturedLog();
  log.registerSecret(secret);
  log.info({ field: text }, 'odd');
  expect(last()['field']).toBe(text.includes('\n') ? text : text.replace(secret, '[hidden]'));
});

test('circles and odd values do not break a line', () => {
  const { log, last } = capturedLog();
  const circle: Record<string, unknown> = { amount: 2n, days: new Set(['2026-11-20']) };
  circle['self'] = circle;
  log.info({ circle, at: new Date(0) }, 'odd');
  expect(last()).toMatchObject({
    at: '1970-01-01T00:00:00.000Z',
    circle: { amount: '2', days: ['2026-11-20'], self: { amount: '2' } },
  });
});
