// The market `hwangso exchange` plays: made from a seed, from stored charts (a chart store, or a folder of CSV files), or from a
// recording of a live day (of `hwangso run`, or Kiwoom frames as lines).

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { columnsToBars } from '#adapters/charts/bar-columns.ts';
import { type ChartStore, openChartStore } from '#adapters/charts/chart-store.ts';
import { CsvImportError, importCsv } from '#adapters/charts/import-csv.ts';
import type { Bar } from '#domain/bar.ts';
import { krxCalendar } from '#domain/calendar.ts';
import type { Instrument } from '#domain/instrument.ts';
import { isOnTick, tickTable } from '#domain/tick.ts';
import { kstDate } from '#domain/time.ts';
import { isSymbolCode, type SymbolCode, type TradeDate } from '#domain/units.ts';
import { placed } from '#domain/words.ts';
import { drawnActions } from '#exchange/corporate/drawn-actions.ts';
import type { ExchangeOptions } from '#exchange/exchange.ts';
import { DEFAULT_LISTINGS, type Listing } from '#exchange/market/listing.ts';
import type { MarketStart } from '#exchange/market/market-flow.ts';
import { makeListings } from '#exchange/market/market-listings.ts';
import { drawnListingDays } from '#exchange/market/new-listings.ts';
import { ChartMarket, type ChartNotes, type StoredCharts } from '#exchange/market/replay/market-charts.ts';
import { MarketDataError } from '#exchange/market/replay/market-replay.ts';
import type { Words } from '../messages.ts';
import { withActions } from './exchange-actions.ts';
import { MarketChoiceError } from './exchange-market-error.ts';
import { recordedMarket } from './exchange-recording.ts';

export interface MarketChoices {
  readonly seed: number;
  /** The first day to be played. */
  readonly date: TradeDate;
  /** The day the market began, where it goes on from a kept one; `date` when absent. */
  readonly begunOn?: TradeDate;
  /** How many instruments, or which; null for the five default ones, or for all that charts or a recording have. */
  readonly symbols: { readonly count: number } | { readonly codes: readonly SymbolCode[] } | null;
  /** A chart store or a folder of CSV files named by code, absolute; null for none. */
  readonly charts: string | null;
  /** A recording, absolute; null for none. */
  readonly recording: string | null;
  /** A file of corporate actions, absolute; null or absent for none but those the seed draws. */
  readonly actions?: string | null;
}

export interface OpenedMarket {
  /** To be spread into createExchange and into restoreExchange. */
  readonly settings: Pick<ExchangeOptions, 'listings' | 'market'>;
  /** One line about what is played; null for the default market. */
  readonly note: Words | null;
}

/** How many made-up instruments codes may be chosen from. */
const CHOICE = 500;
/** Fewer closes than this on the grid of shares and more than that on the grid of funds make a fund. */
const FUND_BELOW = 0.6;
const FUND_ABOVE = 0.9;

/** Throws a MarketChoiceError when what was chosen cannot be played, and a ConfigError for a file of actions that cannot be read. */
export async function openMarket(choices: MarketChoices): Promise<OpenedMarket> {
  const { settings, note } = await chosenMarket(choices);
  return { settings, note: choices.actions == null ? note : withActionCount(note, settings.listings ?? []) };
}

async function chosenMarket(choices: MarketChoices): Promise<OpenedMarket> {
  if (choices.charts !== null && choices.recording !== null) {
    throw new MarketChoiceError('two-markets', {
      ko: '--charts 와 --recording 은 함께 쓸 수 없습니다',
      en: '--charts and --recording exclude each other',
    });
  }
  if (choices.charts !== null) return await chartMarket(choices, choices.charts);
  if (choices.recording !== null) {
    const { settings, note } = await recordedMarket(choices.recording, choices.date);
    return { settings: { ...settings, listings: acting(choices, settings.listings ?? [], false) }, note };
  }
  return modelMarket(choices);
}

function modelMarket(choices: MarketChoices): OpenedMarket {
  const { seed, symbols, date, begunOn = date, actions = null } = choices;
  if (symbols === null) {
    return { settings: actions === null ? {} : { listings: acting(choices, DEFAULT_LISTINGS) }, note: null };
  }
  const made = (count: number) => {
    const listings = drawnActions(seed, makeListings(seed, count, begunOn), begunOn, krxCalendar);
    return drawnListingDays(seed, listings, begunOn, krxCalendar);
  };
  const listings = acting(
    choices,
    'count' in symbols ? made(symbols.count) : chosen(made(CHOICE), symbols.codes),
  );
  const { length } = listings;
  return {
    settings: { listings },
    note: { ko: `종목 ${length}개`, en: length === 1 ? '1 instrument' : `${length} instruments` },
  };
}

/** The listings with the actions of the file that tells some; new names among them where the market is made up. */
function acting(
  { actions = null }: MarketChoices,
  listings: readonly Listing[],
  mayList = true,
): readonly Listing[] {
  return actions === null ? listings : withActions(actions, listings, mayList);
}

function withActionCount(note: Words | null, listings: readonly Listing[]): Words | null {
  const count = listings.reduce((sum, { actions = [] }) => sum + actions.length, 0);
  if (count === 0) return note;
  const told = {
    ko: `기업행사 ${count}건`,
    en: count === 1 ? '1 corporate action' : `${count} corporate actions`,
  };
  return note === null ? told : { ko: `${note.ko} · ${told.ko}`, en: `${note.en} · ${told.en}` };
}

/** The listings of these codes, in their order. */
function chosen(listings: readonly Listing[], codes: readonly SymbolCode[]): readonly Listing[] {
  const bySymbol = new Map(listings.map((listing) => [listing.instrument.symbol, listing]));
  const unknown = codes.filter((code) => !bySymbol.has(code));
  if (unknown.length > 0) {
    throw new MarketChoiceError('unknown-symbols', {
      ko: `이 시장에 없는 종목: ${unknown.join(', ')}`,
      en: `not listed on this market: ${unknown.join(', ')}`,
    });
  }
  return codes.flatMap((code) => bySymbol.get(code) ?? []);
}

async function chartMarket(choices: MarketChoices, path: string): Promise<OpenedMarket> {
  using store = await chartsAt(path);
  const charts = new Map<SymbolCode, StoredCharts>();
  for (const { symbol } of store.allCoverage()) {
    if (!charts.has(symbol)) charts.set(symbol, chartsOf(store, symbol));
  }
  const known = [...charts.entries()].flatMap(([symbol, stored]) => {
    const listing = listingOf(store.instrument(symbol) ?? instrumentOf(symbol, stored), stored);
    return listing === null ? [] : [listing];
  });
  const { symbols } = choices;
  const listings = acting(
    choices,
    symbols === null
      ? known
      : 'count' in symbols
        ? known.slice(0, symbols.count)
        : chosen(known, symbols.codes),
    false,
  );
  if (listings.length === 0) {
    throw new MarketChoiceError('no-charts', {
      ko: `${path}: 분봉이나 일봉이 없습니다`,
      en: `${path}: neither minute nor daily bars`,
    });
  }
  // Prices that cannot be of their date, as adjusted charts have them, are moved to the nearest tick, and the note says so.
  const market = (start: MarketStart) => new ChartMarket(start, { charts, offTick: 'snap' });
  const { seed, date } = choices;
  const { notes } = told(path, () =>
    market({ seed, calendar: krxCalendar, firstTradingDay: date, listings }),
  );
  checkDate(path, listings, charts, date);
  return { settings: { listings, market }, note: noteOn(listings.length, notes) };
}

/** Says which bar cannot be played, and in which file. */
function told<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof MarketDataError)) throw error;
    throw new MarketChoiceError('market-data', placed(path, error.text), error);
  }
}

/** A day after the end of all charts would be a market without trades. */
function checkDate(
  path: string,
  listings: readonly Listing[],
  charts: ReadonlyMap<SymbolCode, StoredCharts>,
  date: TradeDate,
): void {
  const ends = listings.flatMap(({ instrument }) => {
    const { minutes = [], days = [] } = charts.get(instrument.symbol) ?? {};
    return [minutes[0], minutes.at(-1), days[0], days.at(-1)].flatMap((bar) => (bar ? [bar.start] : []));
  });
  const [first, last] = [kstDate(Math.min(...ends)), kstDate(Math.max(...ends))];
  if (date <= last) return;
  throw new MarketChoiceError('no-charts', {
    ko: `${path}: 차트는 ${first} 부터 ${last} 까지입니다. --date 로 그 안의 날을 고르십시오`,
    en: `${path}: the charts are of ${first} to ${last}: name a day of theirs with --date`,
  });
}

function noteOn(count: number, notes: ChartNotes): Words {
  const ko = [`차트 ${count}종목, 분봉 ${notes.daysFromMinutes}일, 일봉 ${notes.daysFromDailyBars}일`];
  const en = [
    `charts of instruments: ${count}, days from minutes: ${notes.daysFromMinutes}, days from daily bars: ${notes.daysFromDailyBars}`,
  ];
  const add = (value: number, korean: string, english: string): void => {
    if (value === 0) return;
    ko.push(`${korean} ${value}`);
    en.push(`${english}: ${value}`);
  };
  add(notes.snappedBars, '호가단위로 옮긴 봉', 'bars moved to valid prices');
  add(notes.assumedBases, '기준가를 시가로 본 날', 'days whose base price is taken from the open');
  add(notes.contradictions, '일봉과 분봉이 다른 날', 'days whose daily bar and minutes differ');
  return { ko: ko.join(' · '), en: en.join(' · ') };
}

/** The store itself, or one in memory filled from a folder of CSV files and its folders. */
async function chartsAt(path: string): Promise<ChartStore> {
  if (!existsSync(path)) {
    throw new MarketChoiceError('no-charts', {
      ko: `${path}: 없습니다`,
      en: `${path}: there is no such file`,
    });
  }
  if (!statSync(path).isDirectory()) return openChartStore(path);
  const store = openChartStore(':memory:');
  for (const file of csvFilesIn(path)) {
    // Rows with a time of day are taken for minutes even where a day has only a few.
    const isDaily = headerOf(file).split(',').includes('date');
    await inFile(file, () => importCsv({ input: file, store, period: isDaily ? '1d' : '1m' }));
  }
  return store;
}

/** Says which file of the folder cannot be read. */
async function inFile(file: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CsvImportError)) throw error;
    throw new MarketChoiceError('market-data', placed(file, error.text), error);
  }
}

function headerOf(file: string): string {
  const [header = ''] = readFileSync(file, 'utf8').split('\n', 1);
  return header.trim().toLowerCase();
}

function csvFilesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.csv') && isSymbolCode(basename(file, '.csv')))
    .sort()
    .map((file) => join(folder, file));
}

function chartsOf(store: ChartStore, symbol: SymbolCode): StoredCharts {
  return {
    minutes: columnsToBars(store.load(symbol, '1m'), symbol, '1m'),
    days: columnsToBars(store.load(symbol, '1d'), symbol, '1d'),
  };
}

/** What a listing says about itself, read off its bars; null without bars. */
function listingOf(instrument: Instrument, { minutes, days }: StoredCharts): Listing | null {
  const first = days[0] ?? minutes[0];
  if (first === undefined) return null;
  const known = DEFAULT_LISTINGS.find((listing) => listing.instrument.symbol === instrument.symbol);
  const volume = (bars: readonly Bar[]): number => bars.reduce((sum, bar) => sum + bar.volume, 0);
  const minuteDays = new Set(minutes.map(({ start }) => kstDate(start))).size;
  const dailyVolume =
    days.length > 0 ? volume(days) / days.length : volume(minutes) / Math.max(1, minuteDays);
  return {
    dailyVolatility: 0.02,
    beta: 1,
    ...known,
    instrument,
    listedShares: known?.listedShares ?? Math.max(1_000_000, Math.round(dailyVolume * 100)),
    startPrice: first.open,
    dailyVolume: Math.max(1, Math.round(dailyVolume)),
    isOnNxt: false,
  };
}

/** An instrument nobody told us about: a KOSPI share, or a fund where its prices keep to the grid of funds alone. */
function instrumentOf(symbol: SymbolCode, { minutes, days }: StoredCharts): Instrument {
  const known = DEFAULT_LISTINGS.find(({ instrument }) => instrument.symbol === symbol);
  if (known !== undefined) return known.instrument;
  const bars = minutes.length > 0 ? minutes : days;
  const shareOn = (kind: Instrument['kind']): number =>
    bars.filter(({ start, close }) => isOnTick(tickTable({ market: 'KOSPI', kind }, kstDate(start)), close))
      .length / bars.length;
  const kind = shareOn('stock') < FUND_BELOW && shareOn('etf') > FUND_ABOVE ? 'etf' : 'stock';
  return { symbol, name: symbol, market: 'KOSPI', kind, leverage: 1 };
}
