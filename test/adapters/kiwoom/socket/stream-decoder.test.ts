// Messages of all real-time types, from the guide's own frames.

import { describe, expect, test } from 'vitest';
import type { GuideId } from '#adapters/kiwoom/guide/ids.ts';
import { loadGuideExample } from '#adapters/kiwoom/guide/load.ts';
import { UnknownCounter } from '#adapters/kiwoom/rest/decode-answer.ts';
import { decodeFrame, type RealEntry } from '#adapters/kiwoom/socket/frame.ts';
import { isStream, StreamDecoder, streamIds } from '#adapters/kiwoom/socket/stream-decoder.ts';
import { kstMoment } from '#domain/time.ts';

const AT = kstMoment('2026-11-23', '093000');
const IDS = '00 04 0A 0B 0C 0D 0E 0F 0G 0H 0J 0U 0g 0m 0s 0u 0w 1h'.split(' ');

/** The entry of the guide's frame. */
async function example(id: string): Promise<RealEntry> {
  const { responses } = await loadGuideExample(id as GuideId);
  const frame = decodeFrame(JSON.stringify(responses.find(({ trnm }) => trnm === 'REAL')));
  if (frame.kind !== 'real') throw new Error('the guide has no frame of this type');
  return frame.entries[0]!;
}

async function given(...interests: readonly (readonly [stream: string, item: string])[]) {
  const unknown = new UnknownCounter();
  const decoder = new StreamDecoder(unknown);
  await decoder.load();
  decoder.follow(
    interests.map(([stream, item]) => ({ type: 'stream', stream, item })),
    new Set(),
  );
  return { decoder, unknown };
}

test('the guide has eighteen types', () => {
  expect([...streamIds()].sort()).toEqual([...IDS].sort());
  expect(isStream('0g') && isStream('0G')).toBe(true);
  expect(isStream('ka10001') || isStream('02') || isStream('0b') || isStream('toString')).toBe(false);
});

describe('values of the guide’s frames', () => {
  test.each<[id: string, item: string, values: Readonly<Record<string, unknown>>]>([
    ['00', '005930', { orderNo: '18', symbol: '005930', state: '접수', orderQuantity: 1, fillPrice: null }],
    ['04', '005930', { symbol: '005930', held: 102, averageCost: 154_116, totalCost: 15_719_834 }],
    ['0A', '005930', { currentPrice: 86_800, change: 19_500, changeRate: 28.97, low: 67_300 }],
    ['0B', '005930', { currentPrice: 20_800, volume: 82, cumulativeVolume: 30_379_732, tradedAt: '165208' }],
    ['0C', '005930', { bestAsk: 20_800, bestBid: 20_700 }],
    ['0D', '005930', { at: '165207', askPrice1: 20_800, askPrice10: 21_350, bidPrice1: 20_700 }],
    ['0E', '005930', { afterHoursTotalAskQuantity: 43_955, afterHoursTotalAskQuantityChange: 156 }],
    ['0F', '005930', { sellBrokerName5: '미래에셋', sellBrokerName1: null, sellBrokerCode1: '993' }],
    ['0G', '069500', { nav: 7_488.27, currentPrice: 7_485, trackingErrorRate: 1.82 }],
    ['0H', '005930', { currentPrice: 60_500, volume: -7_805, cumulativeVolume: 768_293 }],
    ['0J', '001', { currentPrice: 1_762.61, change: -189.51, tradedAt: '110430' }],
    ['0U', '001', { risingCount: 46, upperLimitCount: 1, tradedRate: 43.2, currentPrice: 1_757.42 }],
    ['0g', '005930', { extension: '동정적VI', upperLimit: 78_300, lowerLimit: 42_300, base: 60_300 }],
    ['0m', '57JBHH', { currentPrice: 450, elwDelta: 0, tradedAt: '140000' }],
    ['0s', '', { phaseCode: 'b', tradedAt: '170000' }],
    ['0u', '57JBHH', { elwParity: 69.13, elwGearing: 1_037.04 }],
    ['0w', '005930', { netBuyQuantity: 8_043, buyQuantity: 8_043, sellAmount: 0 }],
    ['1h', '005930', { symbol: '005930', triggerPrice: 4_125, kindText: '정적', triggeredAt: '111454' }],
  ])('%s', async (id, item, values) => {
    const { decoder } = await given([id, item]);
    expect(decoder.decode(await example(id), AT)).toMatchObject({
      type: 'stream',
      at: AT,
      stream: id,
      item,
      values,
    });
  });

  test('the table above leaves out none', async () => {
    for (const id of IDS) {
      const { decoder } = await given([id, (await example(id)).item]);
      expect(decoder.decode(await example(id), AT), id).not.toBeNull();
    }
  });
});

test('what a frame does not say is null; what the guide does not know is counted', async () => {
  const { decoder, unknown } = await given(['0C', '005930']);
  const message = decoder.decode(
    { type: '0C', item: '005930', values: { '27': '+70100', '4711': 'new' } },
    AT,
  );
  expect(message?.values).toEqual({ bestAsk: 70_100, bestBid: null });
  expect(unknown.snapshot()).toEqual({ '0C.4711': 1 });
});

describe('which entries are asked for', () => {
  const decodeItem = async (
    interests: readonly (readonly [string, string])[],
    written: string,
    plain: readonly string[] = [],
  ) => {
    const { decoder } = await given();
    decoder.follow(
      interests.map(([stream, item]) => ({ type: 'stream', stream, item })),
      new Set(plain),
    );
    return decoder.decode({ type: '0w', item: written, values: {} }, AT)?.item ?? null;
  };

  test.each<[what: string, items: readonly string[], written: string, item: string | null]>([
    ['the same item', ['005930'], '005930', '005930'],
    ['another item', ['005930'], '000660', null],
    ['written with a suffix', ['005930'], '005930_AL', '005930'],
    ['asked for with a suffix, written without', ['005930_AL'], '005930', '005930_AL'],
    ['both asked for', ['005930', '005930_NX'], '005930_NX', '005930_NX'],
    ['both asked for', ['005930_NX', '005930'], '005930', '005930'],
    ['all items', [''], 'A005930', '005930'],
    ['an item and all', ['', '005930'], '005930_AL', '005930'],
  ])('%s: %j, written %s', async (_what, items, written, item) => {
    expect(
      await decodeItem(
        items.map((one) => ['0w', one]),
        written,
      ),
    ).toBe(item);
  });

  test('another type', async () => expect(await decodeItem([['0B', '005930']], '005930')).toBeNull());

  test('a code registered without suffix is no message of the one with', async () => {
    expect(await decodeItem([['0w', '005930_NX']], '005930', ['005930'])).toBeNull();
  });
});

test('nothing is decoded before the guide is read', () => {
  const decoder = new StreamDecoder(new UnknownCounter());
  decoder.follow([{ type: 'stream', stream: '0C', item: '005930' }], new Set());
  expect(decoder.isLoaded).toBe(false);
  expect(decoder.decode({ type: '0C', item: '005930', values: {} }, AT)).toBeNull();
});
