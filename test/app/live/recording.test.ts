// Events of live data are recorded as they came: a replay must see what the engine saw.

import { expect, test } from 'vitest';
import { openRecording, Recorder } from '#app/live/recording.ts';
import type { EngineEvent } from '#domain/engine-event.ts';
import { TEN } from '#test/support/engine-story.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const EVENTS: readonly EngineEvent[] = [
  {
    type: 'poll-answered',
    at: TEN,
    poll: 'top',
    query: 'ka10027',
    answer: { changeRateTop: [{ stockCode: '005930', changeRate: -1.5, stockName: null }] },
  },
  { type: 'poll-failed', at: TEN, poll: 'top', query: 'ka10027', code: 'timeout', retryable: true },
  { type: 'stream', at: TEN, stream: '0w', item: '005930', values: { netBuyQuantity: -7 } },
  { type: 'condition', at: TEN, condition: '돌파', change: 'members', symbols: ['005930'] },
  {
    type: 'watch-refused',
    at: TEN,
    what: 'condition',
    about: '돌파',
    code: 'unknown',
    limit: null,
    actual: null,
    detail: null,
  },
  { type: 'history-shown', at: TEN, symbol: '005930' },
  {
    type: 'place-order',
    at: TEN,
    ticket: 't-1',
    symbol: '005930',
    side: 'buy',
    quantity: 1,
    pricing: { type: 'market' },
    timeInForce: 'day',
    reason: '',
  },
  { type: 'cancel-order', at: TEN, orderId: '20261120-000001', reason: '' },
];

test('comes back from its file', async () => {
  const folder = temporaryFolder();
  const header = { startedAt: TEN, ledger: { records: 0, digest: '' } };
  const recorder = new Recorder(folder, header, (error) => expect.fail(error.message));
  for (const event of EVENTS) recorder.record(event);
  await recorder.close();
  const { events } = await openRecording(recorder.path);
  expect(await Array.fromAsync(events)).toEqual(EVENTS);
});
