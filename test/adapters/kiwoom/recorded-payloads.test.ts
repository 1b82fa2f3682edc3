// scripts/decode-payloads on recordings of our own making: every wrapping that recordings come in, and what is told of them.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { environment } from '#test/support/environment.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { findMessages } from '../../../scripts/decode-payloads/find-messages.ts';
import { tallyMessages } from '../../../scripts/decode-payloads/tally.ts';

const BAR = { cur_prc: '-71050', trde_qty: '1200', cntr_tm: '20261123153000', open_pric: '+71100' };
const BARS = 'stk_min_pole_chart_qry';
const TRADE = {
  type: '0B',
  name: '주식체결',
  item: '005930',
  values: { '20': '135622', '10': '-70100', '15': '-3' },
};

describe('messages are found', () => {
  test.each<[string, unknown, unknown[]]>([
    [
      'as request and response',
      {
        _meta: { api_id: 'x' },
        payload: { api_id: 'ka10080', request: { stk_cd: '005930' }, response: { [BARS]: [] } },
      },
      [
        { kind: 'request', api: 'ka10080', body: { stk_cd: '005930' } },
        { kind: 'answer', api: 'ka10080', body: { [BARS]: [] } },
      ],
    ],
    [
      'as a row of a list',
      { payload: { api_id: 'ka10080', row_of: BARS, row: BAR } },
      [{ kind: 'answer', api: 'ka10080', body: { [BARS]: [BAR] } }],
    ],
    [
      'as several rows of a list',
      { payload: { api_id: 'ka10080', row_of: BARS, rows: [BAR, BAR] } },
      [{ kind: 'answer', api: 'ka10080', body: { [BARS]: [BAR, BAR] } }],
    ],
    [
      'as a frame with several entries',
      { payload: { trnm: 'REAL', data: [TRADE, { ...TRADE, type: '0D' }] } },
      [
        { kind: 'answer', api: '0B', body: { trnm: 'REAL', data: [TRADE] } },
        { kind: 'answer', api: '0D', body: { trnm: 'REAL', data: [{ ...TRADE, type: '0D' }] } },
      ],
    ],
    [
      'as FIDs of the older API',
      { payload: { gubun: '1', raw_fids: { '930': '10' } } },
      [{ kind: 'answer', api: '04', body: { data: [{ type: '04', item: '', values: { '930': '10' } }] } }],
    ],
    [
      'as a list of refusals',
      { payload: { items: [{ api_id: 'kt00004', return_code: 20, return_msg: '[2000](501307:?)' }] } },
      [{ kind: 'failure', api: 'kt00004', returnCode: 20, text: '[2000](501307:?)' }],
    ],
    [
      'as a refusal of the WebSocket',
      { payload: { trnm: '', return_code: 100_002, return_msg: '?' } },
      [{ kind: 'failure', api: 'WebSocket', returnCode: 100_002, text: '?' }],
    ],
    [
      'as a list of conditions',
      { payload: { trnm: 'CNSRLST', return_code: 0, data: [['0', 'mine']] } },
      [{ kind: 'answer', api: 'ka10171', body: { trnm: 'CNSRLST', return_code: 0, data: [['0', 'mine']] } }],
    ],
    ['as a ping', { payload: { trnm: 'PING' } }, [{ kind: 'service', api: 'PING' }]],
    ['not where there is none', { payload: { note: 'nothing', list: [1, null, 'x'] } }, []],
  ])('%s', (_what, recorded, expected) => {
    expect(findMessages(recorded)).toEqual(expected);
  });
});

describe('the tally', () => {
  async function tallyOf(payload: unknown) {
    const [tally, ...others] = await tallyMessages(findMessages({ payload }));
    expect(others).toEqual([]);
    return tally!;
  }

  test('counts what was decoded and what is none', async () => {
    const rows = [{ ...BAR, acc_trde_qty: '', pred_pre: '-0' }, BAR];
    expect(await tallyOf({ api_id: 'ka10080', row_of: BARS, rows })).toMatchObject({
      messages: 1,
      decoded: 9,
      blank: 1,
    });
  });

  test('names elements nobody knows and values that were lost', async () => {
    const row = { ...BAR, high_pric: 'many', new_fld: '1' };
    const tally = await tallyOf({ api_id: 'ka10080', row_of: BARS, row });
    expect([...tally.unknown]).toEqual([`${BARS}.new_fld`]);
    expect([...tally.undecodable]).toEqual(['high_pric=many', 'high_pric=many (trading)']);
  });

  test('reads padding, prefixes, double minus and directions as numbers', async () => {
    const row = {
      stk_cd: 'A005930',
      evltv_prft: '-00000000002694',
      prft_rt: '000000002.98',
      cur_prc: '000000260000',
    };
    const tally = await tallyOf({ api_id: 'kt00018', row_of: 'acnt_evlt_remn_indv_tot', row });
    expect(tally).toMatchObject({ decoded: 4, blank: 0 });
    expect(tally.undecodable.size).toBe(0);
  });

  test.each([
    ['a trade', { trnm: 'REAL', data: [TRADE] }, 'gives an event: trade'],
    [
      'an entry that says too little',
      { trnm: 'REAL', data: [{ ...TRADE, values: {} }] },
      'gives no market or broker event',
    ],
    [
      'a refusal by the code inside',
      { api_id: 'ka10095', return_code: 5, return_msg: '허용된 요청 개수를 초과하였습니다[1634]' },
      'refused: 1634 = Too many codes in one request.',
    ],
    [
      'a request that we would not send',
      { api_id: 'ka10080', request: { stk_cd: '005930', tic_scope: '1' } },
      'a request that was sent would be refused: ka10080: adjusted',
    ],
    ['an API that the guide does not have', { api_id: 'zz99999', response: {} }, 'no such API in the guide'],
  ])('says of %s what became of it', async (_what, payload, remark) => {
    expect([...(await tallyOf(payload)).remarks].join()).toContain(remark);
  });
});

describe('the command', () => {
  function run(...words: string[]): string {
    const script = new URL('../../../scripts/decode-payloads/main.ts', import.meta.url).pathname;
    return execFileSync(process.execPath, [script, ...words], { env: environment(), encoding: 'utf8' });
  }

  test('is content without a folder', () => {
    expect(run(join(tmpdir(), 'no-such-folder'))).toContain('does not exist: nothing to decode');
  });

  test('prints figures for each API and what it could not use', () => {
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, 'bar.json'),
      JSON.stringify({ payload: { api_id: 'ka10080', row_of: BARS, row: BAR } }),
    );
    writeFileSync(join(folder, 'note.json'), '{}');
    const printed = run(folder);
    expect(printed).toMatch(/^ka10080 +1 +4 +0 +0 +0$/m);
    expect(printed).toContain('no message found in note.json');
    expect(printed).toContain('2 files, 1 messages of 1 APIs; 4 values decoded, 0 blank or none');
  });
});
