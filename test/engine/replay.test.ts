// A recorded day lived again gives the same records, and whatever is not the same is found and named.

import { map } from 'rxjs';
import { expect, test } from 'vitest';
import { encodeRecord } from '#engine/record-codec.ts';
import { replay } from '#engine/replay.ts';
import {
  beGenerous,
  instrumentEvent,
  Puppet,
  SAMSUNG,
  Story,
  settingsOf,
  tradingStory,
} from '#test/support/engine-story.ts';

/** A strategy without memory of the test: it wants as many shares as the last digit of the price in hundreds. */
function digits(): Puppet {
  const puppet = new Puppet('alpha');
  const { definition } = puppet.setup;
  const run: typeof definition.run = ({ trades }) =>
    trades(SAMSUNG).pipe(
      map(({ price }) => ({
        symbol: SAMSUNG,
        target: { unit: 'shares', shares: (price / 100) % 10 },
        reason: `traded at ${price}`,
      })),
    );
  return new Puppet('alpha', { definition: { ...definition, run } });
}

const SETTINGS = settingsOf({ strategies: [digits().setup] });

function day(): Story {
  const story = tradingStory({ puppets: [digits()] });
  story.trade(70_500);
  story.acknowledge(1);
  story.fill('7001', 3);
  story.trade(70_200);
  story.take(story.broker.cancelled('7001', story.now));
  story.acknowledge(2);
  story.fill('7003', 1, 70_200); // the cancel was 7002
  return story;
}

test('the same events on the same past give the same records', async () => {
  const story = day();
  const result = await replay(SETTINGS, [], story.records, story.events);
  expect(result).toEqual({ events: story.events.length, records: story.records.length, difference: null });
});

test('a restart is replayed on the records it began with', async () => {
  const before = day();
  const story = new Story({ puppets: [digits()], past: before.records, broker: before.broker });
  story.take(instrumentEvent(SAMSUNG, story.now, 70_200));
  story.snapshot('reconnect');
  beGenerous(story);
  story.take({ type: 'warm-up-finished', at: story.now });
  story.trade(70_600);
  const written = story.records.slice(before.records.length);
  expect(written.map(({ type }) => type)).toEqual(['reconciled', 'order-intended']);
  const result = await replay(SETTINGS, before.records, written, story.events);
  expect(result).toEqual({ events: story.events.length, records: 2, difference: null });
  const elsewhere = await replay(SETTINGS, [], written, story.events);
  expect(elsewhere.difference?.record).toBe(1);
});

test('a ledger that goes on after the recording is fine', async () => {
  const story = day();
  const result = await replay(SETTINGS, [], story.records, story.events.slice(0, -1));
  expect(result.difference).toBeNull();
  expect(result.records).toBeLessThan(story.records.length);
});

test('a ledger that lacks a record is not', async () => {
  const story = day();
  const last = story.records.length;
  const result = await replay(SETTINGS, [], story.records.slice(0, -1), story.events);
  expect(result.difference).toEqual({
    record: last,
    recorded: null,
    replayed: encodeRecord(story.records[last - 1]!),
  });
});

test('the first record that came out otherwise is named', async () => {
  const story = day();
  const index = story.records.findIndex(({ type }) => type === 'filled');
  const changed = story.records.map((record, at) =>
    at === index ? { ...record, at: record.at + 1 } : record,
  );
  const result = await replay(SETTINGS, [], changed, story.events);
  expect(result.difference?.record).toBe(index + 1);
  expect(result.difference?.recorded).toBe(encodeRecord(changed[index]!));
});
