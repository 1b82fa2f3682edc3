// The ways from a frame's bytes to events that the benchmarks compare: the long one over JSON.parse, and the scanner with
// the long one behind it, as the feed has it.

import { decodeEntry } from '../../src/adapters/kiwoom/decode/decode-realtime.ts';
import type { FrameScanner } from '../../src/adapters/kiwoom/decode/scan-frame.ts';
import { decodeFrame } from '../../src/adapters/kiwoom/socket/frame.ts';
import type { BrokerEvent } from '../../src/domain/broker-event.ts';
import type { MarketEvent } from '../../src/domain/market-event.ts';

type Events = readonly (MarketEvent | BrokerEvent)[];

/** The events of a REAL frame over JSON.parse. Throws for any other frame. */
export function decodeByParsing(raw: Uint8Array, at: number): Events {
  const frame = decodeFrame(raw);
  if (frame.kind !== 'real') throw new Error(`expected a REAL frame, found ${frame.kind}`);
  const events: (MarketEvent | BrokerEvent)[] = [];
  for (const entry of frame.entries) {
    const event = decodeEntry(entry, at);
    if (event !== null) events.push(event);
  }
  return events;
}

/** The events of a REAL frame the way the feed takes. */
export function decodeLikeFeed(scanner: FrameScanner, raw: Uint8Array, at: number): Events {
  return scanner.scan(raw, at) ?? decodeByParsing(raw, at);
}
