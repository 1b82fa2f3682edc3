// A recorded day lived again: the events of every life of the engine, replayed from the ledger that life began with, must
// write the same records byte for byte, kills in between or not. And equal seeds must make equal worlds.

import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { toEngineSettings } from '#app/config/config-engine.ts';
import { krxCalendar } from '#domain/calendar.ts';
import { encodeRecord } from '#engine/record-codec.ts';
import { replay } from '#engine/replay.ts';
import { planOf } from './plan.ts';
import { runWorld, type WorldOutcome } from './world.ts';

/** Many kills in a stormy world, and a world with nothing but its two shifts. */
const SEEDS = [7, 20];

describe.each(SEEDS)('world %i', (seed) => {
  let world: WorldOutcome;
  beforeAll(async () => {
    world = await runWorld(planOf(seed));
  });

  test('replays every life to the same records', async () => {
    expect(world.lives.length).toBeGreaterThan(1);
    for (const [index, { recording, events }] of world.lives.entries()) {
      const next = world.lives[index + 1];
      const begin = recording.ledger.records;
      const written = world.records.slice(begin, next?.recording.ledger.records);
      const result = await replay(settingsOf(world), world.records.slice(0, begin), written, events);
      expect(result.difference).toBeNull();
      // A kill can come when the ledger has kept the records of a step and the recording not yet its event.
      const unrecorded = new Set(written.slice(result.records).map(({ at }) => at));
      expect(unrecorded.size).toBeLessThanOrEqual(next === undefined ? 0 : 1);
    }
  });

  test('is the same world when it is run again', async () => {
    expect(digestOf(await runWorld(planOf(seed)))).toBe(digestOf(world));
  });
});

function settingsOf({ config }: WorldOutcome) {
  return toEngineSettings(config, { calendar: krxCalendar });
}

function digestOf({ records, lives }: WorldOutcome): string {
  const hash = createHash('sha256');
  for (const record of records) hash.update(encodeRecord(record));
  for (const { events } of lives) hash.update(JSON.stringify(events));
  return hash.digest('hex');
}
