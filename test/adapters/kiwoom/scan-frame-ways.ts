// Both ways from bytes to events, and the claim that they agree.

import { expect } from 'vitest';
import { decodeEntry } from '#adapters/kiwoom/decode/decode-realtime.ts';
import { FrameScanner } from '#adapters/kiwoom/decode/scan-frame.ts';
import { decodeFrame } from '#adapters/kiwoom/socket/frame.ts';
import { kstMoment } from '#domain/time.ts';

export const AT = kstMoment('2026-11-23', '165210');

/** One for all tests, so that anything it kept from an earlier frame would show. */
export const scanner = new FrameScanner();

/** What the long way makes of a frame: null unless it is REAL and each entry makes an event. */
export function longWay(raw: Uint8Array, at: number) {
  const frame = decodeFrame(raw);
  if (frame.kind !== 'real') return null;
  const events = frame.entries.map((entry) => decodeEntry(entry, at));
  return events.length > 0 && events.every((event) => event !== null) ? events : null;
}

/** Scans and compares; gives back whether the scanner answered. */
export function agrees(raw: Uint8Array, at = AT): boolean {
  const scanned = scanner.scan(raw, at);
  if (scanned !== null) expect(scanned).toStrictEqual(longWay(raw, at));
  return scanned !== null;
}

export const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8');

/** A plain trade. */
export const TRADE =
  '{"trnm":"REAL","data":[{"type":"0B","name":"주식체결","item":"005930","values":{"20":"165208","10":"-20800","27":"-20800","28":"-20700","15":"+82","13":"30379732","290":"2","9081":"1"}}]}';
