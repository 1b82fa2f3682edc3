// `hwangso charts`: what is in the chart store, and how it gets there and out again.

import type { Command } from 'commander';
import type { Words } from '#app/messages.ts';
import type { BarPeriod } from '#domain/bar.ts';
import type { InstrumentKind, Market } from '#domain/instrument.ts';
import type { SymbolCode, TradeDate } from '#domain/units.ts';
import { addCommand, addGroup, type CommandHost, type OptionSpec } from '../command.ts';
import {
  parseDate,
  parseKind,
  parseMarket,
  parsePeriod,
  parsePeriods,
  parseSymbol,
  parseSymbols,
} from '../values.ts';

/** Which chart store is meant. */
export interface StoreChoice {
  readonly store?: string;
  readonly config?: string;
}

export interface ImportChoices extends StoreChoice {
  readonly symbol?: SymbolCode;
  readonly period?: BarPeriod;
  readonly market?: Market;
  readonly kind?: InstrumentKind;
}

export interface ExportChoices extends StoreChoice {
  readonly from?: TradeDate;
  readonly to?: TradeDate;
}

const STORE: readonly OptionSpec[] = [
  {
    flags: '--store <file>',
    summary: {
      ko: '차트 저장소 파일 (없으면 ./data/charts.sqlite)',
      en: 'chart store (else ./data/charts.sqlite)',
    },
  },
  {
    flags: '--config <file>',
    summary: { ko: '이 설정의 차트 저장소', en: 'the chart store of this configuration' },
  },
];

const SYMBOL: Words = { ko: '종목 코드', en: 'symbol' };
const FROM: Words = { ko: '첫 날짜 YYYY-MM-DD', en: 'first day, YYYY-MM-DD' };

export function addChartsCommands(program: Command, host: CommandHost): void {
  const charts = addGroup(program, host, {
    name: 'charts',
    summary: {
      ko: '차트 데이터를 받고, 가져오고, 내보냅니다',
      en: 'Fetch, import, list and export chart data',
    },
    examples: [
      {
        line: 'hwangso charts list',
        does: { ko: '저장된 차트를 봅니다', en: 'shows which charts are stored' },
      },
    ],
  });
  addImport(charts, host);
  addFetch(charts, host);
  addCommand<[], StoreChoice>(charts, host, {
    name: 'list',
    summary: { ko: '저장된 차트의 목록', en: 'List the stored charts' },
    options: STORE,
    examples: [
      {
        line: 'hwangso charts list --config config/example.yaml --json',
        does: { ko: '설정의 저장소 목록을 JSON으로', en: 'the store of a configuration, as JSON' },
      },
    ],
    run: async (context, _given, options) =>
      (await import('../actions/charts.ts')).listCharts(context, options),
  });
  addCommand<[SymbolCode, BarPeriod], ExportChoices>(charts, host, {
    name: 'export',
    summary: { ko: '봉을 CSV로 출력합니다', en: 'Print bars as CSV' },
    arguments: [
      { name: '<symbol>', summary: SYMBOL, parse: parseSymbol },
      {
        name: '<period>',
        summary: { ko: '봉 주기 (1m … 1d)', en: 'bar period (1m … 1d)' },
        parse: parsePeriod,
      },
    ],
    options: [
      ...STORE,
      { flags: '--from <date>', summary: FROM, parse: parseDate },
      { flags: '--to <date>', summary: { ko: '마지막 날짜', en: 'last day' }, parse: parseDate },
    ],
    examples: [
      {
        line: 'hwangso charts export 005930 1d --from 2025-09-01 > 005930.csv',
        does: { ko: '일봉을 파일로 저장합니다', en: 'writes daily bars to a file' },
      },
    ],
    run: async (context, [symbol, period], options) =>
      (await import('../actions/charts.ts')).exportCharts(context, symbol, period, options),
  });
}

function addImport(charts: Command, host: CommandHost): void {
  addCommand<[readonly string[]], ImportChoices>(charts, host, {
    name: 'import',
    summary: {
      ko: 'CSV 파일의 봉을 저장합니다 (date 또는 ts, open, high, low, close, volume 열)',
      en: 'Store the bars of CSV files (columns date or ts, open, high, low, close, volume)',
    },
    arguments: [{ name: '<files...>', summary: { ko: 'CSV 파일', en: 'CSV files' } }],
    options: [
      {
        flags: '--symbol <code>',
        summary: { ko: '종목 코드 (없으면 파일 이름)', en: 'symbol (else the file’s name)' },
        parse: parseSymbol,
      },
      {
        flags: '--period <period>',
        summary: { ko: '봉 주기 (없으면 추정)', en: 'bar period (else worked out)' },
        parse: parsePeriod,
      },
      {
        flags: '--market <market>',
        summary: {
          ko: '시장 KOSPI|KOSDAQ|KONEX: 세금과 호가 단위를 정합니다 (없으면 KOSPI)',
          en: 'market KOSPI|KOSDAQ|KONEX, which decides tax and ticks (else KOSPI)',
        },
        parse: parseMarket,
      },
      {
        flags: '--kind <kind>',
        summary: { ko: '종류 stock|etf|etn|elw (없으면 stock)', en: 'kind stock|etf|etn|elw (else stock)' },
        parse: parseKind,
      },
      ...STORE,
    ],
    examples: [
      {
        line: 'hwangso charts import 005930.csv 000660.csv',
        does: { ko: '파일 이름을 종목으로 가져옵니다', en: 'imports two files, named after their symbols' },
      },
      {
        line: 'hwangso charts import samsung.csv --symbol 005930 --period 1m',
        does: { ko: '종목과 주기를 지정합니다', en: 'names symbol and period' },
      },
      {
        line: 'hwangso charts import 069500.csv --kind etf',
        does: {
          ko: 'ETF로 가져옵니다: 거래세가 없습니다',
          en: 'imports an ETF, which pays no transaction tax',
        },
      },
    ],
    run: async (context, [files], options) =>
      (await import('../actions/charts.ts')).importCharts(context, files, options),
  });
}

export interface FetchChoices {
  readonly symbols?: readonly SymbolCode[];
  readonly periods?: readonly BarPeriod[];
  readonly from?: TradeDate;
}

function addFetch(charts: Command, host: CommandHost): void {
  addCommand<[string], FetchChoices>(charts, host, {
    name: 'fetch',
    summary: {
      ko: '증권사에서 차트를 받아 저장합니다',
      en: 'Download charts from the broker into the store',
    },
    arguments: [{ name: '<config>', summary: { ko: '설정 파일', en: 'configuration file' } }],
    options: [
      {
        flags: '--symbols <codes>',
        summary: {
          ko: '쉼표로 나눈 종목 (없으면 전략의 종목)',
          en: 'symbols, comma-separated (else the strategies’)',
        },
        parse: parseSymbols,
      },
      {
        flags: '--periods <periods>',
        summary: {
          ko: '쉼표로 나눈 주기 (없으면 전략에 필요한 것)',
          en: 'periods (else what the strategies need)',
        },
        parse: parsePeriods,
      },
      { flags: '--from <date>', summary: FROM, parse: parseDate },
    ],
    examples: [
      {
        line: 'hwangso charts fetch config/mock.yaml --periods 1m,1d --from 2025-09-01',
        does: {
          ko: '분봉과 일봉을 받습니다. 중단되면 이어서 받습니다',
          en: 'downloads both; continues where it stopped',
        },
      },
    ],
    run: async (context, [config], options) =>
      (await import('../actions/run.ts')).fetchCharts(context, config, options),
  });
}
