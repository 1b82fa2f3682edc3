// Reads what a recorded market is played from: the recording of `hwangso run`, or a file of Kiwoom's REAL frames, one a line,
// each alone or as {"at": milliseconds, "frame": {…}}.

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { decodeEntry } from '#adapters/kiwoom/decode/decode-realtime.ts';
import { decodeFrame } from '#adapters/kiwoom/socket/frame.ts';
import { krxCalendar } from '#domain/calendar.ts';
import type { EngineEvent } from '#domain/engine-event.ts';
import type { DailyReference, Instrument } from '#domain/instrument.ts';
import type { BookEvent, TradeEvent } from '#domain/market-event.ts';
import { kstDate, kstMoment } from '#domain/time.ts';
import type { EpochMs, SymbolCode, TradeDate } from '#domain/units.ts';
import { DEFAULT_LISTINGS, type Listing } from '#exchange/market/listing.ts';
import { type RecordedInstrument, RecordedMarket } from '#exchange/market/replay/market-recording.ts';
import { MarketDataError } from '#exchange/market/replay/market-replay.ts';
import { openRecording, RecordingError } from '../live/recording.ts';
import type { OpenedMarket } from './exchange-market.ts';
import { MarketChoiceError } from './exchange-market-error.ts';

/** What was recorded, by code. */
interface Recorded {
  readonly events: Map<SymbolCode, (TradeEvent | BookEvent)[]>;
  readonly instruments: Map<
    SymbolCode,
    { readonly instrument: Instrument; readonly reference: DailyReference }
  >;
}

/** The market of a recording; it must be of `date`. */
export async function recordedMarket(path: string, date: TradeDate): Promise<OpenedMarket> {
  const recorded = (await readRecording(path)) ?? (await readFrames(path, date));
  const trades = [...recorded.events.values()].flat().filter((event) => event.type === 'trade');
  const first = trades[0];
  if (first === undefined) {
    throw new MarketChoiceError('not-a-recording', {
      ko: `${path}: 체결이 없습니다`,
      en: `${path}: there are no trades in it`,
    });
  }
  const recordedOn = kstDate(first.tradedAt);
  if (recordedOn !== date) {
    throw new MarketChoiceError('other-day', {
      ko: `${path}: ${recordedOn} 의 기록입니다. --date ${recordedOn} 로 시작하십시오`,
      en: `${path}: recorded on ${recordedOn}: begin with --date ${recordedOn}`,
    });
  }
  const instruments = new Map<SymbolCode, RecordedInstrument>();
  for (const [symbol, events] of recorded.events) {
    instruments.set(symbol, { events, base: recorded.instruments.get(symbol)?.reference.base ?? null });
  }
  const listings = [...recorded.events.keys()].sort().flatMap((symbol) => listingOf(symbol, recorded) ?? []);
  const make = (): RecordedMarket =>
    new RecordedMarket(
      { seed: 0, calendar: krxCalendar, firstTradingDay: date, listings },
      { date, instruments },
    );
  try {
    make();
  } catch (error) {
    if (!(error instanceof MarketDataError)) throw error;
    throw new MarketChoiceError('market-data', error.text, error);
  }
  const [count, told] = [listings.length, trades.length];
  return {
    settings: { listings, market: make },
    note: {
      ko: `${date} 기록, ${count}종목, 체결 ${told}건`,
      en: `recording of ${date}, ${count} instruments, ${told} trades`,
    },
  };
}

function listingOf(symbol: SymbolCode, { events, instruments }: Recorded): Listing | null {
  const trades = (events.get(symbol) ?? []).filter((event) => event.type === 'trade');
  const first = trades[0];
  if (first === undefined) return null;
  const known = DEFAULT_LISTINGS.find(({ instrument }) => instrument.symbol === symbol);
  const told = instruments.get(symbol);
  const dailyVolume = Math.max(...trades.map(({ quantity, dayVolume }) => dayVolume ?? quantity));
  const plain: Instrument = { symbol, name: symbol, market: 'KOSPI', kind: 'stock', leverage: 1 };
  return {
    dailyVolatility: 0.02,
    beta: 1,
    listedShares: Math.max(1_000_000, dailyVolume * 100),
    ...known,
    instrument: told?.instrument ?? known?.instrument ?? plain,
    startPrice: told?.reference.base ?? first.price,
    dailyVolume,
    isOnNxt: false,
  };
}

/** Null when the file is no recording of ours. */
async function readRecording(path: string): Promise<Recorded | null> {
  const recorded = emptyRecord();
  try {
    const { events } = await openRecording(path);
    for await (const event of events) take(recorded, event);
  } catch (error) {
    if (error instanceof RecordingError && error.code === 'not-a-recording') return null;
    throw error;
  }
  return recorded;
}

function take({ events, instruments }: Recorded, event: EngineEvent): void {
  if (event.type === 'instrument') instruments.set(event.instrument.symbol, event);
  if (event.type !== 'trade' && event.type !== 'book') return;
  const known = events.get(event.symbol);
  if (known === undefined) events.set(event.symbol, [event]);
  else known.push(event);
}

/** Frames as Kiwoom sent them. Without `at` a frame is taken to have come when its last trade was told. */
async function readFrames(path: string, date: TradeDate): Promise<Recorded> {
  const recorded = emptyRecord();
  let at = kstMoment(date, '090000');
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(path) })) {
    line++;
    if (text.trim() === '') continue;
    const frame = frameOf(text);
    if (frame === null) {
      throw new MarketChoiceError('not-a-recording', {
        ko: `${path}: ${line}번째 줄이 기록도 키움 실시간 전문도 아닙니다`,
        en: `${path}: line ${line} is neither a recording nor a Kiwoom frame`,
      });
    }
    at = frame.at ?? at;
    const decoded = decodeFrame(Buffer.from(frame.text));
    for (const entry of decoded.kind === 'real' ? decoded.entries : []) {
      const event = decodeEntry(entry, at);
      if (event?.type === 'trade' && frame.at === null) at = Math.max(at, event.tradedAt);
      if (event !== null) take(recorded, event);
    }
  }
  return recorded;
}

function frameOf(text: string): { readonly at: EpochMs | null; readonly text: string } | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null; // the caller names the line
  }
  if (typeof value !== 'object' || value === null) return null;
  if (!('frame' in value)) return { at: null, text };
  const at = 'at' in value && typeof value.at === 'number' ? value.at : null;
  return { at, text: JSON.stringify(value.frame) };
}

function emptyRecord(): Recorded {
  return { events: new Map(), instruments: new Map() };
}
